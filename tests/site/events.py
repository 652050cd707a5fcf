"""What a newsroom writes of floods, courts, budgets, matches, strikes and attacks; see `templates`."""

from __future__ import annotations

Texts = dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]

# fmt: off
EVENTS: dict[str, Texts] = {
    "flood": {
        "en": (
            ("{n} homes flooded {in} after night of rain", "River bursts its banks {in}, says {last}", "Flood {in}: {m} people moved to safety"),
            ("At least {n} houses are under water {in}, {who} said after a night of heavy rain.", "{who} has asked for help: the river {in} rose by {k} centimetres and {m} people had to leave their homes."),
            ("Rescue workers used {day} boats to reach the streets by the river.", "Schools stay closed, and {second} promised that the families would get {k} euros each.", "“We have not seen such water in our lifetime,” {last} told reporters."),
        ),
        "de": (
            ("Hochwasser {in}: {n} Häuser überflutet", "Fluss tritt {in} über die Ufer", "{m} Menschen müssen {in} ihre Häuser verlassen"),
            ("Nach dem nächtlichen Starkregen stehen {in} nach Angaben von {last} mindestens {n} Häuser unter Wasser.", "Der Pegel stieg um {k} Zentimeter, {m} Einwohner wurden in Sicherheit gebracht, wie {who} mitteilte."),
            ("Die Helfer waren mit {day} Booten im Einsatz.", "{second} sagte jeder betroffenen Familie {k} Euro zu.", "So viel Wasser habe man hier noch nie gesehen, erklärte {last}."),
        ),
        "uk": (
            ("Негода {in}: підтоплено {n} будинків", "{in} річка вийшла з берегів, евакуйовано {m} людей", "{last} розповів про наслідки повені {in}"),
            ("Уночі через зливу {in} вода зайшла щонайменше у {n} осель. Про це повідомляє пресслужба {whoG}.", "За словами {whoG}, рівень води піднявся на {k} см, з небезпечних вулиць вивезли {m} мешканців."),
            ("На місці працюють рятувальники, залучено {day} човнів.", "Кожній родині виплатять по {k} євро, запевнила {second}.", "Місцеві кажуть, що такої води не пам'ятають навіть старожили."),
        ),
        "ru": (
            ("Паводок {in}: затоплены {n} домов", "Ливень {in}: эвакуированы {m} человек", "{last} сообщил о наводнении {in}"),
            ("Не менее {n} домов оказались под водой {in}, рассказал журналистам {who}.", "Вода {in} поднялась на {k} сантиметров. Свои дома покинули {m} жителей, уточнили в пресс-службе {whoG}."),
            ("Спасатели работают на {day} лодках.", "{second} пообещала выплатить семьям по {k} евро.", "Занятия в школах отменены, отметил {last}."),
        ),
    },
    "court": {
        "en": (
            ("Court jails {last} for {day} years", "{last} found guilty of taking {n} euros", "Bribery verdict {in}: {last} goes to prison"),
            ("A court {in} has sentenced {who} to {day} years in prison for taking {n} euros from {body}.", "Judges {in} found that {who} had accepted money from {body}; the damage was put at {m} euros."),
            ("The defence, led by {second}, wants to appeal.", "Prosecutors had questioned {k} witnesses.", "{last} denied everything until the end."),
        ),
        "de": (
            ("{day} Jahre Haft für {last}", "Urteil {in}: {last} nahm {n} Euro", "Bestechung bei {body}: {last} muss ins Gefängnis"),
            ("Ein Gericht {in} hat {last} zu {day} Jahren Haft verurteilt, weil von {body} {n} Euro geflossen waren.", "Wegen Bestechlichkeit muss {who} ins Gefängnis; der Schaden für die Stadt liegt laut Gericht bei {m} Euro."),
            ("Anwältin {second} kündigte Berufung an.", "Im Prozess waren {k} Zeugen gehört worden.", "{last} hatte die Vorwürfe bis zuletzt bestritten."),
        ),
        "uk": (
            ("Суд {in} виніс вирок у справі {lastG}", "Хабар у {n} євро: вирок {in}", "{day} років за ґратами: суд оголосив вирок у справі {lastG}"),
            ("Суд визнав {whoG} винним в отриманні {n} євро від компанії {body} і призначив {day} років ув'язнення.", "{in} завершили розгляд справи {lastG}: збитки оцінили у {m} євро, гроші передавала {body}."),
            ("Захисниця {second} подасть апеляцію.", "У справі допитали {k} свідків.", "Сам {last} провину не визнав."),
        ),
        "ru": (
            ("Приговор {in}: {last} получил {day} лет", "Взятка в {n} евро: суд {in} вынес решение", "Дело {lastG}: {day} лет колонии"),
            ("Суд {in} приговорил {whoG} к {day} годам за взятку в {n} евро от {body}.", "Виновен в получении денег от {body}: такой вердикт по делу {lastG} огласили {in}. Ущерб составил {m} евро."),
            ("Адвокат {second} намерена обжаловать решение.", "Следствие опросило {k} свидетелей.", "{last} вину не признал."),
        ),
    },
    "budget": {
        "en": (
            ("Council {in} approves budget of {n} euros", "{last} defends new budget {in}", "Budget vote {in}: {k} for, {day} against"),
            ("The council {in} has passed a budget of {n} euros after a debate of {day} hours, with {k} votes in favour.", "Roads will get {m} euros, {who} said when the council {in} adopted the new budget."),
            ("The opposition around {second} calls the plan a bet on the future.", "Another {m} euros are meant for hospitals.", "{body} will build two new schools."),
        ),
        "de": (
            ("Stadtrat {in} beschließt Haushalt über {n} Euro", "{last} verteidigt den Haushalt", "{k} Stimmen für den neuen Haushalt {in}"),
            ("Mit {k} Stimmen hat der Rat {in} den Haushalt angenommen, er umfasst {n} Euro.", "{m} Euro fließen in den Straßenbau, wie {who} nach der Sitzung {in} sagte."),
            ("{second} von der Opposition sprach von einer Wette auf die Zukunft.", "Die Debatte dauerte {day} Stunden.", "Zwei Schulen baut {body}."),
        ),
        "uk": (
            ("Депутати {in} ухвалили бюджет на {n} євро", "Бюджет {in}: скільки дадуть на дороги", "{last} захистив проєкт бюджету {in}"),
            ("За бюджет у {n} євро проголосували {k} депутатів, повідомив {who} після засідання {in}.", "На ремонт доріг {in} підуть {m} євро: міська рада підтримала кошторис."),
            ("Опозиція, яку представляє {second}, план критикує.", "Дебати тривали {day} годин.", "Дві нові школи зведе {body}."),
        ),
        "ru": (
            ("Горсовет {in} принял бюджет: {n} евро", "{last}: на дороги {in} выделят {m} евро", "Бюджет {in} поддержали {k} депутатов"),
            ("Депутаты {in} утвердили бюджет объемом {n} евро, «за» высказались {k} человек.", "{who} рассказал, что на дороги {in} направят {m} евро."),
            ("{second} из оппозиции назвала план авантюрой.", "Прения длились {day} часов.", "Школы построит {body}."),
        ),
    },
    "match": {
        "en": (
            ("{body} win {day}-1 {in} as {last} scores late", "{last} the hero as {body} beat rivals {in}", "{n} fans see {body} go top"),
            ("{body} won {day}-1 {in} in front of {n} fans; {who} scored in minute {k}.", "A late goal by {who} gave {body} three points {in}."),
            ("Coach {second} praised the young side.", "It was goal number {m} of the season for the club.", "{last} left the pitch to applause."),
        ),
        "de": (
            ("{body} siegt {day}:1 {in}", "{last} schießt {body} zum Sieg", "Später Treffer: {body} gewinnt {in}"),
            ("Vor {n} Zuschauern {in} hat {body} mit {day}:1 gewonnen, {last} traf in der {k}. Minute.", "{who} sorgte {in} mit einem späten Tor für den Erfolg von {body}."),
            ("Trainerin {second} lobte die junge Mannschaft.", "Für den Verein war es der {m}. Saisontreffer.", "Das Stadion feierte {lastG} lange."),
        ),
        "uk": (
            ("{body} перемагає {in}: {day}:1", "Гол {lastG} приніс {body} три очки", "{body} обіграла суперника {in} на очах у {n} глядачів"),
            ("{n} уболівальників {in} побачили перемогу команди {body} з рахунком {day}:1.", "На {k}-й хвилині відзначився {who}, і {body} забрала три очки {in}."),
            ("Тренерка {second} похвалила молодь.", "Для клубу це {m}-й гол сезону.", "Трибуни довго аплодували."),
        ),
        "ru": (
            ("{body} победила {in} со счетом {day}:1", "{last} принес {body} победу", "{body} выиграла {in}: забил {last}"),
            ("На глазах у {n} зрителей {in} {body} победила со счетом {day}:1, на {k}-й минуте отличился {last}.", "Поздний гол, автором которого стал {who}, принес {body} три очка {in}."),
            ("Тренер {second} отметила молодых игроков.", "Это {m}-й мяч клуба в сезоне.", "Болельщики не расходились до ночи."),
        ),
    },
    "strike": {
        "en": (
            ("{body} workers strike {in}", "{n} workers walk out at {body}", "{last}: strike {in} may last {day} days"),
            ("About {n} employees of {body} {in} have stopped work; they want {k} percent more pay, {who} of the union said.", "The strike at {body} {in} costs {m} euros a day, according to {who}."),
            ("Management, represented by {second}, offers {day} percent.", "Trains and buses run late.", "Talks go on, {last} said."),
        ),
        "de": (
            ("Streik bei {body} {in}", "{n} Beschäftigte legen die Arbeit nieder", "{last}: Ausstand {in} kann {day} Tage dauern"),
            ("Rund {n} Beschäftigte von {body} haben {in} die Arbeit niedergelegt. Sie fordern {k} Prozent mehr Lohn, wie Gewerkschaftschef {last} sagte.", "{m} Euro kostet der Ausstand bei {body} am Tag, schätzt {who}."),
            ("{second} bot für die Geschäftsführung {day} Prozent.", "Bahnen und Busse kommen zu spät.", "Die Gespräche gehen weiter."),
        ),
        "uk": (
            ("{in} страйкують працівники {body}", "{body}: {n} людей зупинили роботу", "Страйк {in}: чого вимагають робітники"),
            ("Роботу припинили близько {n} працівників підприємства {body}, вони вимагають підвищити платню на {k}%. Про це заявив {who}.", "Кожен день страйку {in} коштує {m} євро, підрахував {who}."),
            ("Адміністрація в особі {second} пропонує {day}%.", "Транспорт курсує із запізненням.", "Перемовини тривають, додав {last}."),
        ),
        "ru": (
            ("Забастовка {in}: {body} остановила работу", "{n} сотрудников {body} вышли на забастовку", "{last} назвал требования забастовщиков {in}"),
            ("Около {n} сотрудников {body} {in} прекратили работу и требуют повысить зарплату на {k}%, сообщил {who}.", "Убытки {body} {in} достигают {m} евро в день, считает {last}."),
            ("{second} от имени руководства предложила {day}%.", "Транспорт ходит с опозданием.", "Переговоры продолжаются."),
        ),
    },
    "attack": {
        "en": (
            ("Drones hit {place}: {day} people hurt", "Overnight attack on {place} damages {n} flats", "{last}: {k} drones shot down over {place}"),
            ("Drones struck {place} overnight, {day} people were injured and {n} flats damaged, {who} said.", "Air defence shot down {k} of {m} drones, {who} reported after a night of explosions {in}."),
            ("A fire at a warehouse of {body} was put out.", "{second} visited the wounded in hospital.", "Power is back in most districts."),
        ),
        "de": (
            ("Drohnenangriff auf {place}: {day} Verletzte", "{n} Wohnungen {in} beschädigt", "{last}: {k} Drohnen abgeschossen"),
            ("Bei einem nächtlichen Drohnenangriff sind {in} {day} Menschen verletzt und {n} Wohnungen beschädigt worden, teilte {who} mit.", "Von {m} Drohnen habe die Flugabwehr {k} abgeschossen, so {last} nach den Explosionen {in}."),
            ("Ein Brand in einem Lager von {body} ist gelöscht.", "{second} besuchte Verletzte im Krankenhaus.", "Der Strom ist in den meisten Bezirken zurück."),
        ),
        "uk": (
            ("Нічна атака: {in} {day} поранених", "{in} пошкоджено {n} квартир унаслідок атаки дронів", "Над містом збито {k} дронів, {last}"),
            ("Уночі ворог атакував {place} безпілотниками. Поранено {day} людей, понівечено {n} помешкань, повідомив {who}.", "Сили ППО знешкодили {k} із {m} дронів, {in} лунали вибухи. Деталі оприлюднив {who}."),
            ("Пожежу на складі {body} ліквідували.", "{second} відвідала поранених у лікарні.", "Світло вже повернули до більшості районів."),
        ),
        "ru": (
            ("Атака дронов: {in} пострадали {day} человек", "{in} повреждены {n} квартир", "{last}: ночью сбили {k} дронов"),
            ("Ночью дроны атаковали {place}: ранены {day} человек, повреждены {n} квартир, сообщил {who}.", "ПВО сбила {k} из {m} дронов. О взрывах {in} рассказал {who}."),
            ("Пожар на складе {body} потушили.", "{second} навестила раненых.", "Свет вернули в большинство районов."),
        ),
    },
}
