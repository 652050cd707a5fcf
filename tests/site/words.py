"""Invented people, places, offices and bodies in English, German, Ukrainian and Russian."""

from __future__ import annotations

LANGUAGES = ("uk", "en", "ru", "de")

# English, German, Ukrainian, Russian; women's surnames that end in a consonant don't change in uk and ru.
MEN = """Oleksandr|Oleksandr|Олександр|Александр
Mykola|Mykola|Микола|Николай
Viktor|Viktor|Віктор|Виктор
Andrii|Andrij|Андрій|Андрей
Pavlo|Pawlo|Павло|Павел
Serhii|Serhij|Сергій|Сергей
Thomas|Thomas|Томас|Томас
Stefan|Stefan|Штефан|Штефан
Marek|Marek|Марек|Марек
Edward|Edward|Едвард|Эдвард
Robert|Robert|Роберт|Роберт
Henrik|Henrik|Генрік|Хенрик
Charles|Charles|Чарльз|Чарльз
Luca|Luca|Лука|Лука
Ivan|Iwan|Іван|Иван
Yevhen|Jewhen|Євген|Евгений"""
WOMEN = """Olena|Olena|Олена|Елена
Iryna|Iryna|Ірина|Ирина
Kateryna|Kateryna|Катерина|Екатерина
Julia|Julia|Юлія|Юлия
Anna|Anna|Анна|Анна
Ursula|Ursula|Урсула|Урсула
Ingrid|Ingrid|Інгрід|Ингрид
Sophie|Sophie|Софі|Софи
Margaret|Margaret|Маргарет|Маргарет
Zofia|Zofia|Зофія|Зофия"""
LAST = """Kovalenko|Kowalenko|Коваленко|Коваленко
Hrytsenko|Hryzenko|Гриценко|Гриценко
Melnyk|Melnyk|Мельник|Мельник
Shevchuk|Schewtschuk|Шевчук|Шевчук
Bondar|Bondar|Бондар|Бондарь
Zakharchuk|Sachartschuk|Захарчук|Захарчук
Tkachenko|Tkatschenko|Ткаченко|Ткаченко
Savytskyi|Sawyzkyj|Савицький|Савицкий
Hlushchenko|Hluschtschenko|Глущенко|Глущенко
Zhuravel|Schurawel|Журавель|Журавель
Harlan|Harlan|Гарлан|Харлан
Whitfield|Whitfield|Вітфілд|Уитфилд
Lindqvist|Lindqvist|Ліндквіст|Линдквист
Brandauer|Brandauer|Брандауер|Брандауэр
Kessler|Kessler|Кесслер|Кесслер
Vogelsang|Vogelsang|Фогельзанг|Фогельзанг
Moreau|Moreau|Моро|Моро
Delacroix|Delacroix|Делакруа|Делакруа
Castellani|Castellani|Кастеллані|Кастеллани
Ferraro|Ferraro|Ферраро|Ферраро
Nowicki|Nowicki|Новіцький|Новицкий
Wisniewski|Wisniewski|Вишневський|Вишневский
Halonen|Halonen|Галонен|Халонен
Petersen|Petersen|Петерсен|Петерсен
Oduya|Oduya|Одуя|Одуя
Yamamoto|Yamamoto|Ямамото|Ямамото
Rahman|Rahman|Рахман|Рахман
Kuleba-Stark|Kuleba-Stark|Кулеба-Старк|Кулеба-Старк
Dragan|Dragan|Драган|Драган
Ionescu|Ionescu|Йонеску|Ионеску
Marinov|Marinow|Марінов|Маринов
Horvath|Horvath|Горват|Хорват
Demirel|Demirel|Демірель|Демирель
Sandoval|Sandoval|Сандоваль|Сандоваль
McAllister|McAllister|Макаллістер|Макаллистер
Bilozir|Bilosir|Білозір|Билозир
Yatsenko|Jazenko|Яценко|Яценко
Chornovil|Tschornowil|Чорновіл|Черновол
Osadchyi|Ossadtschyj|Осадчий|Осадчий
Krupp-Weber|Krupp-Weber|Крупп-Вебер|Крупп-Вебер"""
# In each language: the place, and "in" the place.
PLACES = """Lviv~in Lviv|Lwiw~in Lwiw|Львів~у Львові|Львов~во Львове
Kharkiv~in Kharkiv|Charkiw~in Charkiw|Харків~у Харкові|Харьков~в Харькове
Odesa~in Odesa|Odessa~in Odessa|Одеса~в Одесі|Одесса~в Одессе
Dnipro~in Dnipro|Dnipro~in Dnipro|Дніпро~у Дніпрі|Днепр~в Днепре
Poltava~in Poltava|Poltawa~in Poltawa|Полтава~у Полтаві|Полтава~в Полтаве
Chernihiv~in Chernihiv|Tschernihiw~in Tschernihiw|Чернігів~у Чернігові|Чернигов~в Чернигове
Uzhhorod~in Uzhhorod|Uschhorod~in Uschhorod|Ужгород~в Ужгороді|Ужгород~в Ужгороде
Vinnytsia~in Vinnytsia|Winnyzja~in Winnyzja|Вінниця~у Вінниці|Винница~в Виннице
Ternopil~in Ternopil|Ternopil~in Ternopil|Тернопіль~у Тернополі|Тернополь~в Тернополе
Mykolaiv~in Mykolaiv|Mykolajiw~in Mykolajiw|Миколаїв~у Миколаєві|Николаев~в Николаеве
Kyiv~in Kyiv|Kiew~in Kiew|Київ~у Києві|Киев~в Киеве
Berlin~in Berlin|Berlin~in Berlin|Берлін~у Берліні|Берлин~в Берлине
Hamburg~in Hamburg|Hamburg~in Hamburg|Гамбург~у Гамбурзі|Гамбург~в Гамбурге
Vienna~in Vienna|Wien~in Wien|Відень~у Відні|Вена~в Вене
Warsaw~in Warsaw|Warschau~in Warschau|Варшава~у Варшаві|Варшава~в Варшаве
Krakow~in Krakow|Krakau~in Krakau|Краків~у Кракові|Краков~в Кракове
Brussels~in Brussels|Brüssel~in Brüssel|Брюссель~у Брюсселі|Брюссель~в Брюсселе
Geneva~in Geneva|Genf~in Genf|Женева~у Женеві|Женева~в Женеве
Copenhagen~in Copenhagen|Kopenhagen~in Kopenhagen|Копенгаген~у Копенгагені|Копенгаген~в Копенгагене
Helsinki~in Helsinki|Helsinki~in Helsinki|Гельсінкі~у Гельсінкі|Хельсинки~в Хельсинки
Lisbon~in Lisbon|Lissabon~in Lissabon|Лісабон~у Лісабоні|Лиссабон~в Лиссабоне
Bristol~in Bristol|Bristol~in Bristol|Бристоль~у Бристолі|Бристоль~в Бристоле
Rotterdam~in Rotterdam|Rotterdam~in Rotterdam|Роттердам~у Роттердамі|Роттердам~в Роттердаме
Toronto~in Toronto|Toronto~in Toronto|Торонто~у Торонто|Торонто~в Торонто"""
# Bodies: in each language as the subject of a sentence.
BODIES = """Naftobud|Naftobud|«Нафтобуд»|«Нафтобуд»
Severin Motors|Severin Motors|«Северін Моторс»|«Северин Моторс»
Airbus|Airbus|Airbus|Airbus
Siemens|Siemens|Siemens|Siemens
Metinvest|Metinvest|«Метінвест»|«Метинвест»
Ukrzaliznytsia|Ukrsalisnyzja|Укрзалізниця|Укрзализныця
Orbiton|Orbiton|«Орбітон»|«Орбитон»
Transgaz|Transgas|«Трансгаз»|«Трансгаз»
Karpaty|Karpaty|«Карпати»|«Карпаты»
Nordwind|Nordwind|«Нордвінд»|«Нордвинд»
Agrolan|Agrolan|«Агролан»|«Агролан»
Helvetica Bank|Helvetica Bank|«Гельветика Банк»|«Гельветика Банк»
Dynamo|Dynamo|«Динамо»|«Динамо»
Zorya|Sorja|«Зоря»|«Заря»
Eintracht|Eintracht|«Айнтрахт»|«Айнтрахт»
Polonia|Polonia|«Полонія»|«Полония»"""
# Offices: nominative, genitive, instrumental.
ROLES = {
    "en": [
        "the mayor",
        "the minister",
        "the governor",
        "the head of the agency",
        "the spokesperson",
        "the rector",
    ],
    "de": [
        "der Bürgermeister/des Bürgermeisters/dem Bürgermeister",
        "der Minister/des Ministers/dem Minister",
        "der Gouverneur/des Gouverneurs/dem Gouverneur",
        "der Leiter der Behörde/des Leiters der Behörde/dem Leiter der Behörde",
        "der Sprecher/des Sprechers/dem Sprecher",
        "der Rektor/des Rektors/dem Rektor",
    ],
    "uk": [
        "міський голова/міського голови/міським головою",
        "міністр/міністра/міністром",
        "очільник області/очільника області/очільником області",
        "керівник агентства/керівника агентства/керівником агентства",
        "речник/речника/речником",
        "ректор/ректора/ректором",
    ],
    "ru": [
        "мэр/мэра/мэром",
        "министр/министра/министром",
        "глава области/главы области/главой области",
        "руководитель агентства/руководителя агентства/руководителем агентства",
        "представитель/представителя/представителем",
        "ректор/ректора/ректором",
    ],
}


def rows(table: str) -> list[dict[str, str]]:
    """A table's rows by language."""
    order = ("en", "de", "uk", "ru")
    return [dict(zip(order, line.split("|"), strict=True)) for line in table.splitlines()]


def cases(name: str, language: str, *, woman: bool) -> tuple[str, str, str]:
    """A surname or first name in the nominative, genitive and instrumental of Ukrainian or Russian."""
    if "-" in name or (name.endswith(("о", "и", "і", "у", "е", "э")) and not name.endswith("ко")):
        return name, name, name
    if name.endswith("ко"):
        return (
            (name, name[:-1] + "а", name[:-1] + "ом")
            if language == "uk" and not woman
            else (name, name, name)
        )
    if name.endswith(("ський", "цький", "чий")) and language == "uk":
        stem = name[:-2]
        return (stem + "а", stem + "ої", stem + "ою") if woman else (name, stem + "ого", stem + "им")
    if name.endswith(("ский", "цкий", "чий")):
        stem = name[:-2]
        return (stem + "ая", stem + "ой", stem + "ой") if woman else (name, stem + "ого", stem + "им")
    if name.endswith("я"):
        return (
            name,
            name[:-1] + ("ї" if language == "uk" else "и"),
            name[:-1] + ("єю" if language == "uk" else "ей"),
        )
    if name.endswith("а"):
        stem = name[:-1]
        return (name, stem + "и", stem + "ою") if language == "uk" else (name, stem + "ы", stem + "ой")
    if woman:
        return name, name, name
    if name.endswith(("й", "ь")):
        return name, name[:-1] + "я", name[:-1] + ("єм" if language == "uk" else "ем")
    end = "ым" if language == "ru" and name.endswith(("ов", "ев", "ин")) else "ом"
    return name, name + "а", name + end
