"""What a newsroom writes of each kind of event: titles, leads and further sentences, in each language its own.

``who`` is a person with an office or the name alone (``whoG`` genitive, ``whoI`` instrumental, in German dative),
``last`` a surname, ``second`` another person, ``in`` "in Lviv", ``place`` the place, ``body`` a company or club, ``n`` the main
number, ``m`` and ``k`` two more, ``day`` a small one. No sentence is the translation of another.
"""

from __future__ import annotations

Texts = dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]

KINDS: dict[str, Texts] = {
    "flood": {
        "en": (
            (
                "{n} homes flooded {in} after night of rain",
                "River bursts its banks {in}, says {last}",
                "Flood {in}: {m} people moved to safety",
            ),
            (
                "At least {n} houses are under water {in}, {who} said after a night of heavy rain.",
                "{who} has asked for help: the river {in} rose by {k} centimetres and {m} people had to leave their homes.",
            ),
            (
                "Rescue workers used {day} boats to reach the streets by the river.",
                "Schools stay closed, and {second} promised that the families would get {k} euros each.",
                "“We have not seen such water in our lifetime,” {last} told reporters.",
            ),
        ),
        "de": (
            (
                "Hochwasser {in}: {n} Häuser überflutet",
                "Fluss tritt {in} über die Ufer",
                "{m} Menschen müssen {in} ihre Häuser verlassen",
            ),
            (
                "Nach dem nächtlichen Starkregen stehen {in} nach Angaben von {last} mindestens {n} Häuser unter Wasser.",
                "Der Pegel stieg um {k} Zentimeter, {m} Einwohner wurden in Sicherheit gebracht, wie {who} mitteilte.",
            ),
            (
                "Die Helfer waren mit {day} Booten im Einsatz.",
                "{second} sagte jeder betroffenen Familie {k} Euro zu.",
                "So viel Wasser habe man hier noch nie gesehen, erklärte {last}.",
            ),
        ),
        "uk": (
            (
                "Негода {in}: підтоплено {n} будинків",
                "{in} річка вийшла з берегів, евакуйовано {m} людей",
                "{last} розповів про наслідки повені {in}",
            ),
            (
                "Уночі через зливу {in} вода зайшла щонайменше у {n} осель. Про це повідомляє пресслужба {whoG}.",
                "За словами {whoG}, рівень води піднявся на {k} см, з небезпечних вулиць вивезли {m} мешканців.",
            ),
            (
                "На місці працюють рятувальники, залучено {day} човнів.",
                "Кожній родині виплатять по {k} євро, запевнила {second}.",
                "Місцеві кажуть, що такої води не пам'ятають навіть старожили.",
            ),
        ),
        "ru": (
            (
                "Паводок {in}: затоплены {n} домов",
                "Ливень {in}: эвакуированы {m} человек",
                "{last} сообщил о наводнении {in}",
            ),
            (
                "Не менее {n} домов оказались под водой {in}, рассказал журналистам {who}.",
                "Вода {in} поднялась на {k} сантиметров. Свои дома покинули {m} жителей, уточнили в пресс-службе {whoG}.",
            ),
            (
                "Спасатели работают на {day} лодках.",
                "{second} пообещала выплатить семьям по {k} евро.",
                "Занятия в школах отменены, отметил {last}.",
            ),
        ),
    },
    "court": {
        "en": (
            (
                "Court jails {last} for {day} years",
                "{last} found guilty of taking {n} euros",
                "Bribery verdict {in}: {last} goes to prison",
            ),
            (
                "A court {in} has sentenced {who} to {day} years in prison for taking {n} euros from {body}.",
                "Judges {in} found that {who} had accepted money from {body}; the damage was put at {m} euros.",
            ),
            (
                "The defence, led by {second}, wants to appeal.",
                "Prosecutors had questioned {k} witnesses.",
                "{last} denied everything until the end.",
            ),
        ),
        "de": (
            (
                "{day} Jahre Haft für {last}",
                "Urteil {in}: {last} nahm {n} Euro",
                "Bestechung bei {body}: {last} muss ins Gefängnis",
            ),
            (
                "Ein Gericht {in} hat {last} zu {day} Jahren Haft verurteilt, weil von {body} {n} Euro geflossen waren.",
                "Wegen Bestechlichkeit muss {who} ins Gefängnis; der Schaden für die Stadt liegt laut Gericht bei {m} Euro.",
            ),
            (
                "Anwältin {second} kündigte Berufung an.",
                "Im Prozess waren {k} Zeugen gehört worden.",
                "{last} hatte die Vorwürfe bis zuletzt bestritten.",
            ),
        ),
        "uk": (
            (
                "Суд {in} виніс вирок у справі {lastG}",
                "Хабар у {n} євро: вирок {in}",
                "{day} років за ґратами: суд оголосив вирок у справі {lastG}",
            ),
            (
                "Суд визнав {whoG} винним в отриманні {n} євро від компанії {body} і призначив {day} років ув'язнення.",
                "{in} завершили розгляд справи {lastG}: збитки оцінили у {m} євро, гроші передавала {body}.",
            ),
            (
                "Захисниця {second} подасть апеляцію.",
                "У справі допитали {k} свідків.",
                "Сам {last} провину не визнав.",
            ),
        ),
        "ru": (
            (
                "Приговор {in}: {last} получил {day} лет",
                "Взятка в {n} евро: суд {in} вынес решение",
                "Дело {lastG}: {day} лет колонии",
            ),
            (
                "Суд {in} приговорил {whoG} к {day} годам за взятку в {n} евро от {body}.",
                "Виновен в получении денег от {body}: такой вердикт по делу {lastG} огласили {in}. Ущерб составил {m} евро.",
            ),
            (
                "Адвокат {second} намерена обжаловать решение.",
                "Следствие опросило {k} свидетелей.",
                "{last} вину не признал.",
            ),
        ),
    },
    "budget": {
        "en": (
            (
                "Council {in} approves budget of {n} euros",
                "{last} defends new budget {in}",
                "Budget vote {in}: {k} for, {day} against",
            ),
            (
                "The council {in} has passed a budget of {n} euros after a debate of {day} hours, with {k} votes in favour.",
                "Roads will get {m} euros, {who} said when the council {in} adopted the new budget.",
            ),
            (
                "The opposition around {second} calls the plan a bet on the future.",
                "Another {m} euros are meant for hospitals.",
                "{body} will build two new schools.",
            ),
        ),
        "de": (
            (
                "Stadtrat {in} beschließt Haushalt über {n} Euro",
                "{last} verteidigt den Haushalt",
                "{k} Stimmen für den neuen Haushalt {in}",
            ),
            (
                "Mit {k} Stimmen hat der Rat {in} den Haushalt angenommen, er umfasst {n} Euro.",
                "{m} Euro fließen in den Straßenbau, wie {who} nach der Sitzung {in} sagte.",
            ),
            (
                "{second} von der Opposition sprach von einer Wette auf die Zukunft.",
                "Die Debatte dauerte {day} Stunden.",
                "Zwei Schulen baut {body}.",
            ),
        ),
        "uk": (
            (
                "Депутати {in} ухвалили бюджет на {n} євро",
                "Бюджет {in}: скільки дадуть на дороги",
                "{last} захистив проєкт бюджету {in}",
            ),
            (
                "За бюджет у {n} євро проголосували {k} депутатів, повідомив {who} після засідання {in}.",
                "На ремонт доріг {in} підуть {m} євро: міська рада підтримала кошторис.",
            ),
            (
                "Опозиція, яку представляє {second}, план критикує.",
                "Дебати тривали {day} годин.",
                "Дві нові школи зведе {body}.",
            ),
        ),
        "ru": (
            (
                "Горсовет {in} принял бюджет: {n} евро",
                "{last}: на дороги {in} выделят {m} евро",
                "Бюджет {in} поддержали {k} депутатов",
            ),
            (
                "Депутаты {in} утвердили бюджет объемом {n} евро, «за» высказались {k} человек.",
                "{who} рассказал, что на дороги {in} направят {m} евро.",
            ),
            (
                "{second} из оппозиции назвала план авантюрой.",
                "Прения длились {day} часов.",
                "Школы построит {body}.",
            ),
        ),
    },
    "match": {
        "en": (
            (
                "{body} win {day}-1 {in} as {last} scores late",
                "{last} the hero as {body} beat rivals {in}",
                "{n} fans see {body} go top",
            ),
            (
                "{body} won {day}-1 {in} in front of {n} fans; {who} scored in minute {k}.",
                "A late goal by {who} gave {body} three points {in}.",
            ),
            (
                "Coach {second} praised the young side.",
                "It was goal number {m} of the season for the club.",
                "{last} left the pitch to applause.",
            ),
        ),
        "de": (
            (
                "{body} siegt {day}:1 {in}",
                "{last} schießt {body} zum Sieg",
                "Später Treffer: {body} gewinnt {in}",
            ),
            (
                "Vor {n} Zuschauern {in} hat {body} mit {day}:1 gewonnen, {last} traf in der {k}. Minute.",
                "{who} sorgte {in} mit einem späten Tor für den Erfolg von {body}.",
            ),
            (
                "Trainerin {second} lobte die junge Mannschaft.",
                "Für den Verein war es der {m}. Saisontreffer.",
                "Das Stadion feierte {lastG} lange.",
            ),
        ),
        "uk": (
            (
                "{body} перемагає {in}: {day}:1",
                "Гол {lastG} приніс {body} три очки",
                "{body} обіграла суперника {in} на очах у {n} глядачів",
            ),
            (
                "{n} уболівальників {in} побачили перемогу команди {body} з рахунком {day}:1.",
                "На {k}-й хвилині відзначився {who}, і {body} забрала три очки {in}.",
            ),
            (
                "Тренерка {second} похвалила молодь.",
                "Для клубу це {m}-й гол сезону.",
                "Трибуни довго аплодували.",
            ),
        ),
        "ru": (
            (
                "{body} победила {in} со счетом {day}:1",
                "{last} принес {body} победу",
                "{body} выиграла {in}: забил {last}",
            ),
            (
                "На глазах у {n} зрителей {in} {body} победила со счетом {day}:1, на {k}-й минуте отличился {last}.",
                "Поздний гол, автором которого стал {who}, принес {body} три очка {in}.",
            ),
            (
                "Тренер {second} отметила молодых игроков.",
                "Это {m}-й мяч клуба в сезоне.",
                "Болельщики не расходились до ночи.",
            ),
        ),
    },
    "strike": {
        "en": (
            (
                "{body} workers strike {in}",
                "{n} workers walk out at {body}",
                "{last}: strike {in} may last {day} days",
            ),
            (
                "About {n} employees of {body} {in} have stopped work; they want {k} percent more pay, {who} of the union said.",
                "The strike at {body} {in} costs {m} euros a day, according to {who}.",
            ),
            (
                "Management, represented by {second}, offers {day} percent.",
                "Trains and buses run late.",
                "Talks go on, {last} said.",
            ),
        ),
        "de": (
            (
                "Streik bei {body} {in}",
                "{n} Beschäftigte legen die Arbeit nieder",
                "{last}: Ausstand {in} kann {day} Tage dauern",
            ),
            (
                "Rund {n} Beschäftigte von {body} haben {in} die Arbeit niedergelegt. Sie fordern {k} Prozent mehr Lohn, wie Gewerkschaftschef {last} sagte.",
                "{m} Euro kostet der Ausstand bei {body} am Tag, schätzt {who}.",
            ),
            (
                "{second} bot für die Geschäftsführung {day} Prozent.",
                "Bahnen und Busse kommen zu spät.",
                "Die Gespräche gehen weiter.",
            ),
        ),
        "uk": (
            (
                "{in} страйкують працівники {body}",
                "{body}: {n} людей зупинили роботу",
                "Страйк {in}: чого вимагають робітники",
            ),
            (
                "Роботу припинили близько {n} працівників підприємства {body}, вони вимагають підвищити платню на {k}%. Про це заявив {who}.",
                "Кожен день страйку {in} коштує {m} євро, підрахував {who}.",
            ),
            (
                "Адміністрація в особі {second} пропонує {day}%.",
                "Транспорт курсує із запізненням.",
                "Перемовини тривають, додав {last}.",
            ),
        ),
        "ru": (
            (
                "Забастовка {in}: {body} остановила работу",
                "{n} сотрудников {body} вышли на забастовку",
                "{last} назвал требования забастовщиков {in}",
            ),
            (
                "Около {n} сотрудников {body} {in} прекратили работу и требуют повысить зарплату на {k}%, сообщил {who}.",
                "Убытки {body} {in} достигают {m} евро в день, считает {last}.",
            ),
            (
                "{second} от имени руководства предложила {day}%.",
                "Транспорт ходит с опозданием.",
                "Переговоры продолжаются.",
            ),
        ),
    },
    "attack": {
        "en": (
            (
                "Drones hit {place}: {day} people hurt",
                "Overnight attack on {place} damages {n} flats",
                "{last}: {k} drones shot down over {place}",
            ),
            (
                "Drones struck {place} overnight, {day} people were injured and {n} flats damaged, {who} said.",
                "Air defence shot down {k} of {m} drones, {who} reported after a night of explosions {in}.",
            ),
            (
                "A fire at a warehouse of {body} was put out.",
                "{second} visited the wounded in hospital.",
                "Power is back in most districts.",
            ),
        ),
        "de": (
            (
                "Drohnenangriff auf {place}: {day} Verletzte",
                "{n} Wohnungen {in} beschädigt",
                "{last}: {k} Drohnen abgeschossen",
            ),
            (
                "Bei einem nächtlichen Drohnenangriff sind {in} {day} Menschen verletzt und {n} Wohnungen beschädigt worden, teilte {who} mit.",
                "Von {m} Drohnen habe die Flugabwehr {k} abgeschossen, so {last} nach den Explosionen {in}.",
            ),
            (
                "Ein Brand in einem Lager von {body} ist gelöscht.",
                "{second} besuchte Verletzte im Krankenhaus.",
                "Der Strom ist in den meisten Bezirken zurück.",
            ),
        ),
        "uk": (
            (
                "Нічна атака: {in} {day} поранених",
                "{in} пошкоджено {n} квартир унаслідок атаки дронів",
                "Над містом збито {k} дронів, {last}",
            ),
            (
                "Уночі ворог атакував {place} безпілотниками. Поранено {day} людей, понівечено {n} помешкань, повідомив {who}.",
                "Сили ППО знешкодили {k} із {m} дронів, {in} лунали вибухи. Деталі оприлюднив {who}.",
            ),
            (
                "Пожежу на складі {body} ліквідували.",
                "{second} відвідала поранених у лікарні.",
                "Світло вже повернули до більшості районів.",
            ),
        ),
        "ru": (
            (
                "Атака дронов: {in} пострадали {day} человек",
                "{in} повреждены {n} квартир",
                "{last}: ночью сбили {k} дронов",
            ),
            (
                "Ночью дроны атаковали {place}: ранены {day} человек, повреждены {n} квартир, сообщил {who}.",
                "ПВО сбила {k} из {m} дронов. О взрывах {in} рассказал {who}.",
            ),
            (
                "Пожар на складе {body} потушили.",
                "{second} навестила раненых.",
                "Свет вернули в большинство районов.",
            ),
        ),
    },
    "poll": {
        "en": (
            (
                "Poll {in}: {last} ahead with {k} percent",
                "{last} leads {second} by {day} points",
                "Who will win {in}? New numbers",
            ),
            (
                "{who} would win {k} percent of the votes {in}, according to a poll of {n} people.",
                "In a survey of {n} voters {in}, {second} is {day} points behind {last}.",
            ),
            (
                "Turnout may reach {m} percent.",
                "The institute asked by phone.",
                "Both campaigns welcomed the numbers.",
            ),
        ),
        "de": (
            (
                "Umfrage {in}: {last} liegt vorn",
                "{last} führt mit {day} Punkten vor {second}",
                "{k} Prozent für {lastG}",
            ),
            (
                "Bei einer Wahl {in} käme {last} auf {k} Prozent, ergab eine Befragung unter {n} Menschen.",
                "{second} liegt {day} Punkte hinter {lastG}, wie eine Umfrage unter {n} Wählern {in} zeigt.",
            ),
            (
                "Die Beteiligung könnte {m} Prozent erreichen.",
                "Gefragt wurde am Telefon.",
                "Beide Lager zeigten sich zufrieden.",
            ),
        ),
        "uk": (
            (
                "Опитування {in}: лідирує {last}",
                "{last} випереджає {second} на {day} пунктів",
                "Рейтинг кандидатів {in}: нові дані",
            ),
            (
                "За {lastG} {in} готові голосувати {k}% опитаних, свідчать дані соціологів, які поговорили з {n} людьми.",
                "Розрив між {lastI} та суперницею ({second}) становить {day} пунктів, опитано {n} виборців {in}.",
            ),
            (
                "Явка може сягнути {m}%.",
                "Соціологи опитували телефоном.",
                "В обох штабах цифрами задоволені.",
            ),
        ),
        "ru": (
            (
                "Опрос {in}: впереди {last}",
                "{last} опережает конкурента на {day} пунктов",
                "Выборы {in}: за {lastG} готовы голосовать {k}%",
            ),
            (
                "{k}% избирателей {in} поддержали бы {lastG}, показал опрос {n} человек.",
                "{second} отстает от {lastG} на {day} пунктов: социологи опросили {n} жителей {in}.",
            ),
            ("Явка может составить {m}%.", "Опрос шел по телефону.", "В штабах цифрами довольны."),
        ),
    },
    "science": {
        "en": (
            (
                "{body} satellite finds water {n} light-years away",
                "Scientists {in} describe {n}-year-old find",
                "{last}'s team reports discovery {in}",
            ),
            (
                "A team led by {who} {in} has measured a signal from {n} light-years away with an instrument made by {body}.",
                "{who} and {second} describe {k} new species, found {in} over {day} years of work.",
            ),
            (
                "The study rests on {m} measurements.",
                "Others have yet to repeat the result.",
                "“It is a gift,” said {last}.",
            ),
        ),
        "de": (
            (
                "Forscher {in} melden Fund in {n} Lichtjahren",
                "Team um {lastG} macht Entdeckung",
                "Satellit von {body} findet Wasser",
            ),
            (
                "Ein Team um {lastG} hat {in} mit einem Gerät von {body} ein Signal aus {n} Lichtjahren Entfernung gemessen.",
                "{k} neue Arten beschreiben {last} und {second} nach {day} Jahren Arbeit {in}.",
            ),
            (
                "Grundlage sind {m} Messungen.",
                "Die Bestätigung durch andere steht aus.",
                "„Ein Geschenk“, sagte {last}.",
            ),
        ),
        "uk": (
            (
                "Відкриття {in}: сигнал за {n} світлових років",
                "Команда {lastG} повідомила про знахідку",
                "Науковці {in} описали {k} нових видів",
            ),
            (
                "Група, яку очолює {last}, {in} зафіксувала сигнал за {n} світлових років від Землі; прилад створила {body}.",
                "{last} і {second} {in} описали {k} видів, на це пішло {day} років.",
            ),
            (
                "Дослідження спирається на {m} вимірювань.",
                "Результат ще мають перевірити інші.",
                "«Це подарунок», сказав {last}.",
            ),
        ),
        "ru": (
            (
                "Ученые {in} нашли сигнал в {n} световых годах",
                "Открытие команды {lastG}",
                "{k} новых видов описали {in}",
            ),
            (
                "Группа {lastG} {in} измерила сигнал на расстоянии {n} световых лет с помощью прибора {body}.",
                "{second} и {last} {in} описали {k} новых видов за {day} лет работы.",
            ),
            (
                "В основе работы {m} измерений.",
                "Результат еще предстоит проверить.",
                "«Это подарок», говорит {last}.",
            ),
        ),
    },
    "factory": {
        "en": (
            (
                "{body} to build plant {in} for {n} euros",
                "New plant {in} brings {m} jobs",
                "{last} opens {body} factory {in}",
            ),
            (
                "{body} is investing {n} euros in a plant {in} that is to employ {m} people, {who} announced.",
                "{who} and {second} laid the first stone for a factory of {body} {in}.",
            ),
            ("Work begins in {day} months.", "The hall covers {k} square metres.", "Neighbours fear noise."),
        ),
        "de": (
            (
                "{body} baut {in} Werk für {n} Euro",
                "{m} neue Stellen {in}",
                "{last} eröffnet Fabrik von {body}",
            ),
            (
                "{n} Euro steckt {body} in ein Werk {in}; {m} Menschen sollen dort arbeiten, kündigte {last} an.",
                "Den Grundstein für die Fabrik von {body} {in} legten {last} und {second}.",
            ),
            (
                "Baubeginn ist in {day} Monaten.",
                "Die Halle misst {k} Quadratmeter.",
                "Nachbarn fürchten Lärm.",
            ),
        ),
        "uk": (
            (
                "{body} збудує завод {in}",
                "Новий завод {in}: {m} робочих місць",
                "{n} євро інвестицій: {body} заходить у регіон",
            ),
            (
                "Компанія {body} вкладе {n} євро у виробництво {in}, роботу отримають {m} людей, анонсував {who}.",
                "Перший камінь майбутнього заводу {body} {in} заклали {last} та {second}.",
            ),
            (
                "Старт робіт через {day} місяців.",
                "Площа цеху {k} квадратних метрів.",
                "Мешканці побоюються шуму.",
            ),
        ),
        "ru": (
            (
                "{body} построит завод {in} за {n} евро",
                "Завод {in} даст {m} рабочих мест",
                "{last} открыл завод {body}",
            ),
            (
                "{n} евро вложит {body} в завод {in}, где будут работать {m} человек, объявил {who}.",
                "{last} и {second} заложили первый камень завода {body} {in}.",
            ),
            (
                "Стройка начнется через {day} месяцев.",
                "Площадь цеха {k} квадратных метров.",
                "Жители опасаются шума.",
            ),
        ),
    },
    "prize": {
        "en": (
            (
                "{last} wins book prize {in}",
                "{n} euros for {last}: jury explains choice",
                "Film by {last} honoured {in}",
            ),
            (
                "{who} has received the main prize of the festival {in}, worth {n} euros.",
                "The jury chaired by {second} chose {last} from {k} candidates {in}.",
            ),
            (
                "The book was translated into {day} languages.",
                "{body} paid for the ceremony.",
                "{last} dedicated the prize to teachers.",
            ),
        ),
        "de": (
            ("{last} gewinnt Preis {in}", "{n} Euro für {lastG}", "Jury {in} ehrt {lastG}"),
            (
                "Der Hauptpreis des Festivals {in} geht an {last}, er ist mit {n} Euro dotiert.",
                "Aus {k} Bewerbungen wählte die Jury unter Leitung von {second} {in} {lastG} aus.",
            ),
            (
                "Das Buch wurde in {day} Sprachen übersetzt.",
                "{body} bezahlte die Feier.",
                "Gewidmet ist der Preis den Lehrern.",
            ),
        ),
        "uk": (
            (
                "{last} здобуває премію {in}",
                "Премію у {n} євро присудили {in}",
                "Журі {in} відзначило роботу {lastG}",
            ),
            (
                "Головну нагороду фестивалю {in} і {n} євро отримує {last}.",
                "Із {k} претендентів журі, яке очолювала {second}, {in} обрало {lastG}.",
            ),
            (
                "Книжку перекладено {day} мовами.",
                "Церемонію профінансувала {body}.",
                "Нагороду присвячено вчителям.",
            ),
        ),
        "ru": (
            (
                "{last} получает премию {in}",
                "Премия {in}: жюри выбрало {lastG}",
                "{n} евро за книгу: награда {lastG}",
            ),
            (
                "Главный приз фестиваля {in} ({n} евро) достался {lastG}.",
                "Жюри под председательством {second} {in} выбрало {lastG} из {k} кандидатов.",
            ),
            ("Книга переведена на {day} языков.", "Церемонию оплатила {body}.", "Приз посвящен учителям."),
        ),
    },
    "prices": {
        "en": (
            (
                "Gas gets dearer {in}: {n} euros a year more",
                "{body} raises prices by {k} percent",
                "{last} criticises {body} over prices",
            ),
            (
                "{body} raises the price of gas {in} by {k} percent; a family will pay {n} euros more a year.",
                "{who} called the step of {body} unfair: {m} households {in} are affected.",
            ),
            (
                "The regulator has {day} weeks to decide.",
                "{second} asks for a subsidy.",
                "Prices on the exchange have fallen.",
            ),
        ),
        "de": (
            ("Gas wird {in} teurer", "{body} erhöht Preise um {k} Prozent", "{last} kritisiert {body}"),
            (
                "Um {k} Prozent erhöht {body} den Gaspreis {in}, eine Familie zahlt {n} Euro mehr im Jahr.",
                "Betroffen sind {m} Haushalte {in}, wie {who} vorrechnete; der Schritt von {body} sei ungerecht.",
            ),
            (
                "Die Aufsicht hat {day} Wochen Zeit.",
                "{second} verlangt einen Zuschuss.",
                "An der Börse sind die Preise gefallen.",
            ),
        ),
        "uk": (
            (
                "{in} дорожчає газ: плюс {n} євро на рік",
                "{body} піднімає тариф на {k}%",
                "{last} розкритикував нові тарифи {in}",
            ),
            (
                "{body} підвищує ціну на газ {in} на {k}%, родина платитиме на {n} євро більше.",
                "Нові тарифи торкнуться {m} домогосподарств {in}; {who} назвав крок компанії {body} несправедливим.",
            ),
            ("Регулятор має {day} тижнів.", "{second} просить про субсидію.", "На біржі ціни впали."),
        ),
        "ru": (
            (
                "Газ {in} подорожает на {k}%",
                "{body} повышает цены: плюс {n} евро в год",
                "{last} раскритиковал тарифы {body}",
            ),
            (
                "Цена газа {in} вырастет на {k}%, семья заплатит на {n} евро больше, сообщила {body}.",
                "{m} домохозяйств {in} затронет повышение, {last} назвал его несправедливым.",
            ),
            ("У регулятора {day} недель.", "{second} просит о субсидии.", "На бирже цены упали."),
        ),
    },
    "post": {  # no number to hold on to
        "en": (
            ("{last} named new head of {body}", "Change at the top of {body}", "{second} leaves {body}"),
            (
                "{who} takes over {body} from {second}.",
                "{second} steps down {in}; {last} will lead {body} from summer.",
            ),
            ("The board voted without a voice against.", "Staff learned of it from the news."),
        ),
        "de": (
            ("{last} wird Chef von {body}", "Wechsel an der Spitze von {body}", "{second} verlässt {body}"),
            (
                "Auf {second} folgt {last}: {body} bekommt eine neue Leitung.",
                "{second} tritt {in} zurück, von Sommer an führt {last} das Unternehmen {body}.",
            ),
            ("Der Aufsichtsrat stimmte geschlossen zu.", "Die Belegschaft erfuhr es aus den Nachrichten."),
        ),
        "uk": (
            (
                "{last} очолить {body}",
                "Кадрові зміни: хто керуватиме {body}",
                "{second} іде з посади в {body}",
            ),
            (
                "Новим керівником {body} стане {last}, попередниця {second} залишає посаду.",
                "{second} склала повноваження {in}. Компанію {body} очолить {last}.",
            ),
            ("Рада проголосувала одностайно.", "Колектив дізнався про це з новин."),
        ),
        "ru": (
            ("{last} возглавит {body}", "В {body} сменится руководитель", "{second} покидает {body}"),
            (
                "{last} сменит на посту главы {body} руководителя, которой была {second}.",
                "{second} {in} сложила полномочия, компанию {body} с лета возглавит {last}.",
            ),
            ("Совет проголосовал единогласно.", "Сотрудники узнали об этом из новостей."),
        ),
    },
}
# One meeting, several stories: the same people and place, each with a matter and numbers of its own.
SUMMIT: Texts = {
    "en": (
        (
            "{last} and {second} agree on {matter} {in}",
            "Summit {in}: {n} euros for {matter}",
            "{second} promises {matter} after talks {in}",
        ),
        (
            "{who} and {second} have agreed on {matter} at the summit {in}; {n} euros are to be spent.",
            "Talks {in} between {last} and {second} brought a deal on {matter}: {k} countries take part.",
        ),
        (
            "The next meeting is planned for autumn.",
            "{body} is to coordinate the work, with {m} experts.",
            "Critics call the result thin.",
        ),
    ),
    "de": (
        (
            "{last} und {second} einigen sich {in} auf {matter}",
            "Gipfel {in}: {n} Euro für {matter}",
            "Treffen {in}: Einigung über {matter}",
        ),
        (
            "Beim Gipfel {in} haben sich {last} und {second} auf {matter} verständigt, {n} Euro stehen bereit.",
            "{k} Staaten machen mit bei der Vereinbarung über {matter}, die {last} und {second} {in} trafen.",
        ),
        (
            "Das nächste Treffen ist im Herbst geplant.",
            "{body} soll mit {m} Fachleuten die Arbeit leiten.",
            "Kritiker nennen das Ergebnis dünn.",
        ),
    ),
    "uk": (
        (
            "{last} і {second} домовилися {in}: {matter}",
            "Саміт {in}: {n} євро на {matter}",
            "Переговори {in}: що вирішили про {matter}",
        ),
        (
            "На саміті {in} {last} та {second} узгодили {matter}, виділять {n} євро.",
            "До угоди про {matter} долучаться {k} країн. Її {in} обговорили {last} і {second}.",
        ),
        (
            "Наступна зустріч восени.",
            "Роботу координуватиме {body}, залучать {m} фахівців.",
            "Критики вважають результат скромним.",
        ),
    ),
    "ru": (
        (
            "{last} и {second} обсудили {matter} {in}",
            "Саммит {in}: {n} евро на {matter}",
            "Переговоры {in} о теме «{matter}» завершены",
        ),
        (
            "{last} и {second} на саммите {in} договорились про {matter}, выделят {n} евро.",
            "{k} стран присоединятся к соглашению про {matter}: его {in} заключили {last} и {second}.",
        ),
        (
            "Следующая встреча осенью.",
            "Работой займется {body}, привлекут {m} экспертов.",
            "Критики сочли итог скромным.",
        ),
    ),
}
MATTERS = (
    {
        "en": "air defence",
        "de": "Luftabwehr",
        "uk": "протиповітряну оборону",
        "ru": "противовоздушную оборону",
    },
    {"en": "trade", "de": "Handel", "uk": "торгівлю", "ru": "торговлю"},
    {"en": "grain exports", "de": "Getreideexporte", "uk": "експорт зерна", "ru": "экспорт зерна"},
    {
        "en": "student exchange",
        "de": "Studentenaustausch",
        "uk": "обмін студентами",
        "ru": "обмен студентами",
    },
    {
        "en": "a new rail line",
        "de": "eine neue Bahnlinie",
        "uk": "нову залізницю",
        "ru": "новую железную дорогу",
    },
)
# Titles that return, each day with another text.
EVERGREEN: tuple[dict[str, tuple[str, str]], ...] = (
    {
        "en": ("What we know so far", "The main facts of the day in one place."),
        "de": ("Was wir wissen", "Das Wichtigste des Tages im Überblick."),
        "uk": ("Що відомо на цей час", "Головне за добу в одному тексті."),
        "ru": ("Что известно к этому часу", "Главное за день в одном тексте."),
    },
    {
        "en": ("Photos of the day", "Our editors have chosen the best pictures."),
        "de": ("Bilder des Tages", "Die Redaktion hat die besten Aufnahmen ausgewählt."),
        "uk": ("Фото дня", "Найкращі світлини за вибором редакції."),
        "ru": ("Фото дня", "Лучшие снимки по выбору редакции."),
    },
)
LIVE: dict[str, tuple[str, str]] = {
    "en": (
        "Day {n} of the war: live updates",
        "Follow the events of day {n} here. {who} spoke {in} in the morning.",
    ),
    "de": (
        "Liveblog: Tag {n} des Krieges",
        "Die Ereignisse des Tages {n} im Liveblog. {who} äußerte sich {in}.",
    ),
    "uk": ("{n}-й день війни: онлайн", "Оновлюємо події {n}-го дня. Зранку {in} виступив {who}."),
    "ru": ("{n}-й день войны: онлайн", "События {n}-го дня в нашей хронике. Утром {in} выступил {who}."),
}
