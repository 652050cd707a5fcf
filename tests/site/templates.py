"""What a newsroom writes of each kind of event: titles, leads and further sentences, in each language its own.

``who`` is a person with an office or the name alone (``whoG`` genitive, ``whoI`` instrumental, in German dative),
``last`` a surname, ``second`` another person, ``in`` "in Lviv", ``place`` the place, ``body`` a company or club, ``n`` the main
number, ``m`` and ``k`` two more, ``day`` a small one. No sentence is the translation of another.
"""

from __future__ import annotations

from tests.site.events import EVENTS, Texts

# fmt: off
_MORE: dict[str, Texts] = {
    "poll": {
        "en": (
            ("Poll {in}: {last} ahead with {k} percent", "{last} leads {second} by {day} points", "Who will win {in}? New numbers"),
            ("{who} would win {k} percent of the votes {in}, according to a poll of {n} people.", "In a survey of {n} voters {in}, {second} is {day} points behind {last}."),
            ("Turnout may reach {m} percent.", "The institute asked by phone.", "Both campaigns welcomed the numbers."),
        ),
        "de": (
            ("Umfrage {in}: {last} liegt vorn", "{last} führt mit {day} Punkten vor {second}", "{k} Prozent für {lastG}"),
            ("Bei einer Wahl {in} käme {last} auf {k} Prozent, ergab eine Befragung unter {n} Menschen.", "{second} liegt {day} Punkte hinter {lastG}, wie eine Umfrage unter {n} Wählern {in} zeigt."),
            ("Die Beteiligung könnte {m} Prozent erreichen.", "Gefragt wurde am Telefon.", "Beide Lager zeigten sich zufrieden."),
        ),
        "uk": (
            ("Опитування {in}: лідирує {last}", "{last} випереджає {second} на {day} пунктів", "Рейтинг кандидатів {in}: нові дані"),
            ("За {lastG} {in} готові голосувати {k}% опитаних, свідчать дані соціологів, які поговорили з {n} людьми.", "Розрив між {lastI} та суперницею ({second}) становить {day} пунктів, опитано {n} виборців {in}."),
            ("Явка може сягнути {m}%.", "Соціологи опитували телефоном.", "В обох штабах цифрами задоволені."),
        ),
        "ru": (
            ("Опрос {in}: впереди {last}", "{last} опережает конкурента на {day} пунктов", "Выборы {in}: за {lastG} готовы голосовать {k}%"),
            ("{k}% избирателей {in} поддержали бы {lastG}, показал опрос {n} человек.", "{second} отстает от {lastG} на {day} пунктов: социологи опросили {n} жителей {in}."),
            ("Явка может составить {m}%.", "Опрос шел по телефону.", "В штабах цифрами довольны."),
        ),
    },
    "science": {
        "en": (
            ("{body} satellite finds water {n} light-years away", "Scientists {in} describe {n}-year-old find", "{last}'s team reports discovery {in}"),
            ("A team led by {who} {in} has measured a signal from {n} light-years away with an instrument made by {body}.", "{who} and {second} describe {k} new species, found {in} over {day} years of work."),
            ("The study rests on {m} measurements.", "Others have yet to repeat the result.", "“It is a gift,” said {last}."),
        ),
        "de": (
            ("Forscher {in} melden Fund in {n} Lichtjahren", "Team um {lastG} macht Entdeckung", "Satellit von {body} findet Wasser"),
            ("Ein Team um {lastG} hat {in} mit einem Gerät von {body} ein Signal aus {n} Lichtjahren Entfernung gemessen.", "{k} neue Arten beschreiben {last} und {second} nach {day} Jahren Arbeit {in}."),
            ("Grundlage sind {m} Messungen.", "Die Bestätigung durch andere steht aus.", "„Ein Geschenk“, sagte {last}."),
        ),
        "uk": (
            ("Відкриття {in}: сигнал за {n} світлових років", "Команда {lastG} повідомила про знахідку", "Науковці {in} описали {k} нових видів"),
            ("Група, яку очолює {last}, {in} зафіксувала сигнал за {n} світлових років від Землі; прилад створила {body}.", "{last} і {second} {in} описали {k} видів, на це пішло {day} років."),
            ("Дослідження спирається на {m} вимірювань.", "Результат ще мають перевірити інші.", "«Це подарунок», сказав {last}."),
        ),
        "ru": (
            ("Ученые {in} нашли сигнал в {n} световых годах", "Открытие команды {lastG}", "{k} новых видов описали {in}"),
            ("Группа {lastG} {in} измерила сигнал на расстоянии {n} световых лет с помощью прибора {body}.", "{second} и {last} {in} описали {k} новых видов за {day} лет работы."),
            ("В основе работы {m} измерений.", "Результат еще предстоит проверить.", "«Это подарок», говорит {last}."),
        ),
    },
    "factory": {
        "en": (
            ("{body} to build plant {in} for {n} euros", "New plant {in} brings {m} jobs", "{last} opens {body} factory {in}"),
            ("{body} is investing {n} euros in a plant {in} that is to employ {m} people, {who} announced.", "{who} and {second} laid the first stone for a factory of {body} {in}."),
            ("Work begins in {day} months.", "The hall covers {k} square metres.", "Neighbours fear noise."),
        ),
        "de": (
            ("{body} baut {in} Werk für {n} Euro", "{m} neue Stellen {in}", "{last} eröffnet Fabrik von {body}"),
            ("{n} Euro steckt {body} in ein Werk {in}; {m} Menschen sollen dort arbeiten, kündigte {last} an.", "Den Grundstein für die Fabrik von {body} {in} legten {last} und {second}."),
            ("Baubeginn ist in {day} Monaten.", "Die Halle misst {k} Quadratmeter.", "Nachbarn fürchten Lärm."),
        ),
        "uk": (
            ("{body} збудує завод {in}", "Новий завод {in}: {m} робочих місць", "{n} євро інвестицій: {body} заходить у регіон"),
            ("Компанія {body} вкладе {n} євро у виробництво {in}, роботу отримають {m} людей, анонсував {who}.", "Перший камінь майбутнього заводу {body} {in} заклали {last} та {second}."),
            ("Старт робіт через {day} місяців.", "Площа цеху {k} квадратних метрів.", "Мешканці побоюються шуму."),
        ),
        "ru": (
            ("{body} построит завод {in} за {n} евро", "Завод {in} даст {m} рабочих мест", "{last} открыл завод {body}"),
            ("{n} евро вложит {body} в завод {in}, где будут работать {m} человек, объявил {who}.", "{last} и {second} заложили первый камень завода {body} {in}."),
            ("Стройка начнется через {day} месяцев.", "Площадь цеха {k} квадратных метров.", "Жители опасаются шума."),
        ),
    },
    "prize": {
        "en": (
            ("{last} wins book prize {in}", "{n} euros for {last}: jury explains choice", "Film by {last} honoured {in}"),
            ("{who} has received the main prize of the festival {in}, worth {n} euros.", "The jury chaired by {second} chose {last} from {k} candidates {in}."),
            ("The book was translated into {day} languages.", "{body} paid for the ceremony.", "{last} dedicated the prize to teachers."),
        ),
        "de": (
            ("{last} gewinnt Preis {in}", "{n} Euro für {lastG}", "Jury {in} ehrt {lastG}"),
            ("Der Hauptpreis des Festivals {in} geht an {last}, er ist mit {n} Euro dotiert.", "Aus {k} Bewerbungen wählte die Jury unter Leitung von {second} {in} {lastG} aus."),
            ("Das Buch wurde in {day} Sprachen übersetzt.", "{body} bezahlte die Feier.", "Gewidmet ist der Preis den Lehrern."),
        ),
        "uk": (
            ("{last} здобуває премію {in}", "Премію у {n} євро присудили {in}", "Журі {in} відзначило роботу {lastG}"),
            ("Головну нагороду фестивалю {in} і {n} євро отримує {last}.", "Із {k} претендентів журі, яке очолювала {second}, {in} обрало {lastG}."),
            ("Книжку перекладено {day} мовами.", "Церемонію профінансувала {body}.", "Нагороду присвячено вчителям."),
        ),
        "ru": (
            ("{last} получает премию {in}", "Премия {in}: жюри выбрало {lastG}", "{n} евро за книгу: награда {lastG}"),
            ("Главный приз фестиваля {in} ({n} евро) достался {lastG}.", "Жюри под председательством {second} {in} выбрало {lastG} из {k} кандидатов."),
            ("Книга переведена на {day} языков.", "Церемонию оплатила {body}.", "Приз посвящен учителям."),
        ),
    },
    "prices": {
        "en": (
            ("Gas gets dearer {in}: {n} euros a year more", "{body} raises prices by {k} percent", "{last} criticises {body} over prices"),
            ("{body} raises the price of gas {in} by {k} percent; a family will pay {n} euros more a year.", "{who} called the step of {body} unfair: {m} households {in} are affected."),
            ("The regulator has {day} weeks to decide.", "{second} asks for a subsidy.", "Prices on the exchange have fallen."),
        ),
        "de": (
            ("Gas wird {in} teurer", "{body} erhöht Preise um {k} Prozent", "{last} kritisiert {body}"),
            ("Um {k} Prozent erhöht {body} den Gaspreis {in}, eine Familie zahlt {n} Euro mehr im Jahr.", "Betroffen sind {m} Haushalte {in}, wie {who} vorrechnete; der Schritt von {body} sei ungerecht."),
            ("Die Aufsicht hat {day} Wochen Zeit.", "{second} verlangt einen Zuschuss.", "An der Börse sind die Preise gefallen."),
        ),
        "uk": (
            ("{in} дорожчає газ: плюс {n} євро на рік", "{body} піднімає тариф на {k}%", "{last} розкритикував нові тарифи {in}"),
            ("{body} підвищує ціну на газ {in} на {k}%, родина платитиме на {n} євро більше.", "Нові тарифи торкнуться {m} домогосподарств {in}; {who} назвав крок компанії {body} несправедливим."),
            ("Регулятор має {day} тижнів.", "{second} просить про субсидію.", "На біржі ціни впали."),
        ),
        "ru": (
            ("Газ {in} подорожает на {k}%", "{body} повышает цены: плюс {n} евро в год", "{last} раскритиковал тарифы {body}"),
            ("Цена газа {in} вырастет на {k}%, семья заплатит на {n} евро больше, сообщила {body}.", "{m} домохозяйств {in} затронет повышение, {last} назвал его несправедливым."),
            ("У регулятора {day} недель.", "{second} просит о субсидии.", "На бирже цены упали."),
        ),
    },
    "post": {
        "en": (
            ("{last} named new head of {body}", "Change at the top of {body}", "{second} leaves {body}"),
            ("{who} takes over {body} from {second}.", "{second} steps down {in}; {last} will lead {body} from summer."),
            ("The board voted without a voice against.", "Staff learned of it from the news."),
        ),
        "de": (
            ("{last} wird Chef von {body}", "Wechsel an der Spitze von {body}", "{second} verlässt {body}"),
            ("Auf {second} folgt {last}: {body} bekommt eine neue Leitung.", "{second} tritt {in} zurück, von Sommer an führt {last} das Unternehmen {body}."),
            ("Der Aufsichtsrat stimmte geschlossen zu.", "Die Belegschaft erfuhr es aus den Nachrichten."),
        ),
        "uk": (
            ("{last} очолить {body}", "Кадрові зміни: хто керуватиме {body}", "{second} іде з посади в {body}"),
            ("Новим керівником {body} стане {last}, попередниця {second} залишає посаду.", "{second} склала повноваження {in}. Компанію {body} очолить {last}."),
            ("Рада проголосувала одностайно.", "Колектив дізнався про це з новин."),
        ),
        "ru": (
            ("{last} возглавит {body}", "В {body} сменится руководитель", "{second} покидает {body}"),
            ("{last} сменит на посту главы {body} руководителя, которой была {second}.", "{second} {in} сложила полномочия, компанию {body} с лета возглавит {last}."),
            ("Совет проголосовал единогласно.", "Сотрудники узнали об этом из новостей."),
        ),
    },
}
KINDS = EVENTS | _MORE
# One meeting, several stories: the same people and place, each with a matter and numbers of its own.
SUMMIT: Texts = {
    "en": (
        ("{last} and {second} agree on {matter} {in}", "Summit {in}: {n} euros for {matter}", "{second} promises {matter} after talks {in}"),
        ("{who} and {second} have agreed on {matter} at the summit {in}; {n} euros are to be spent.", "Talks {in} between {last} and {second} brought a deal on {matter}: {k} countries take part."),
        ("The next meeting is planned for autumn.", "{body} is to coordinate the work, with {m} experts.", "Critics call the result thin."),
    ),
    "de": (
        ("{last} und {second} einigen sich {in} auf {matter}", "Gipfel {in}: {n} Euro für {matter}", "Treffen {in}: Einigung über {matter}"),
        ("Beim Gipfel {in} haben sich {last} und {second} auf {matter} verständigt, {n} Euro stehen bereit.", "{k} Staaten machen mit bei der Vereinbarung über {matter}, die {last} und {second} {in} trafen."),
        ("Das nächste Treffen ist im Herbst geplant.", "{body} soll mit {m} Fachleuten die Arbeit leiten.", "Kritiker nennen das Ergebnis dünn."),
    ),
    "uk": (
        ("{last} і {second} домовилися {in}: {matter}", "Саміт {in}: {n} євро на {matter}", "Переговори {in}: що вирішили про {matter}"),
        ("На саміті {in} {last} та {second} узгодили {matter}, виділять {n} євро.", "До угоди про {matter} долучаться {k} країн. Її {in} обговорили {last} і {second}."),
        ("Наступна зустріч восени.", "Роботу координуватиме {body}, залучать {m} фахівців.", "Критики вважають результат скромним."),
    ),
    "ru": (
        ("{last} и {second} обсудили {matter} {in}", "Саммит {in}: {n} евро на {matter}", "Переговоры {in} о теме «{matter}» завершены"),
        ("{last} и {second} на саммите {in} договорились про {matter}, выделят {n} евро.", "{k} стран присоединятся к соглашению про {matter}: его {in} заключили {last} и {second}."),
        ("Следующая встреча осенью.", "Работой займется {body}, привлекут {m} экспертов.", "Критики сочли итог скромным."),
    ),
}
MATTERS: tuple[dict[str, str], ...] = (
    {"en": "air defence", "de": "Luftabwehr", "uk": "протиповітряну оборону", "ru": "противовоздушную оборону"},
    {"en": "trade", "de": "Handel", "uk": "торгівлю", "ru": "торговлю"},
    {"en": "grain exports", "de": "Getreideexporte", "uk": "експорт зерна", "ru": "экспорт зерна"},
    {"en": "student exchange", "de": "Studentenaustausch", "uk": "обмін студентами", "ru": "обмен студентами"},
    {"en": "a new rail line", "de": "eine neue Bahnlinie", "uk": "нову залізницю", "ru": "новую железную дорогу"},
)
# Titles that return, each day with another text.
EVERGREEN: tuple[dict[str, tuple[str, str]], ...] = (
    {"en": ("What we know so far", "The main facts of the day in one place."), "de": ("Was wir wissen", "Das Wichtigste des Tages im Überblick."), "uk": ("Що відомо на цей час", "Головне за добу в одному тексті."), "ru": ("Что известно к этому часу", "Главное за день в одном тексте.")},
    {"en": ("Photos of the day", "Our editors have chosen the best pictures."), "de": ("Bilder des Tages", "Die Redaktion hat die besten Aufnahmen ausgewählt."), "uk": ("Фото дня", "Найкращі світлини за вибором редакції."), "ru": ("Фото дня", "Лучшие снимки по выбору редакции.")},
)
LIVE: dict[str, tuple[str, str]] = {
    "en": ("Day {n} of the war: live updates", "Follow the events of day {n} here. {who} spoke {in} in the morning."),
    "de": ("Liveblog: Tag {n} des Krieges", "Die Ereignisse des Tages {n} im Liveblog. {who} äußerte sich {in}."),
    "uk": ("{n}-й день війни: онлайн", "Оновлюємо події {n}-го дня. Зранку {in} виступив {who}."),
    "ru": ("{n}-й день войны: онлайн", "События {n}-го дня в нашей хронике. Утром {in} выступил {who}."),
}
