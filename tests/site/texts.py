"""A story in one language, as its editors write it: with what they choose to tell, round and leave out."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10
from random import Random

from tests.site.newsroom import Facts, Person, Story
from tests.site.templates import EVERGREEN, LIVE
from tests.site.words import ROLES, cases

_YEARS = {
    "en": "The last such case was in {year}.",
    "de": "Zuletzt gab es das im Jahr {year}.",
    "uk": "Востаннє таке було у {year} році.",
    "ru": "В последний раз такое было в {year} году.",
}
_MILLION = {"en": "million", "de": "Millionen", "uk": "млн", "ru": "млн"}
_UPDATED = {"en": "Updated: ", "de": "Aktualisiert: ", "uk": "Оновлено: ", "ru": "Обновлено: "}


@dataclass(frozen=True)
class Text:
    """What is printed; ``corrected`` is the title after its correction."""

    title: str
    corrected: str
    lead: str
    body: tuple[str, ...]


def write(story: Story, language: str, random: Random) -> Text:
    """The text of a story in ``language``; ``random`` says what its editors choose."""
    facts = _told(story.facts, language, random)
    if story.kind == "live":
        title, lead = (part.format(**facts) for part in LIVE[language])
        return Text(title, _UPDATED[language] + title, lead, ())
    if story.kind.startswith("evergreen"):
        title, lead = EVERGREEN[int(story.kind[-1])][language]
        return Text(title, title, lead, ())
    assert story.texts is not None
    titles, leads, bodies = story.texts[language]
    title, other = random.sample(titles, 2)
    sentences = [*random.sample(bodies, random.randint(1, len(bodies)))]
    if random.random() < 0.35:
        sentences.append(_YEARS[language])
    spare = [lead for lead in leads if random.random() < 0.4]
    lead = random.choice(leads)
    body = [*(one for one in spare if one != lead), *sentences]
    return Text(
        _sentence(title, facts),
        _sentence(other, facts),
        _sentence(lead, facts),
        tuple(_sentence(part, facts) for part in body),
    )


def _sentence(template: str, facts: dict[str, str]) -> str:
    text = template.format(**facts)
    return text[:1].upper() + text[1:]


def _told(facts: Facts, language: str, random: Random) -> dict[str, str]:
    nameless = random.random() < 0.08
    roles = ROLES[language][facts.role].split("/") * 3
    last = _cases(facts.who.last[language], language, facts.who.woman)
    first = _cases(facts.who.first[language], language, facts.who.woman)
    fullname = [f"{one} {other}" for one, other in zip(first, last, strict=True)]
    styles = {
        "office": [f"{role} {name}" for role, name in zip(roles, fullname, strict=False)],
        "name": fullname,
    }
    who = roles[:3] if nameless else styles[random.choice(list(styles))]
    told = dict(zip(("who", "whoG", "whoI"), who, strict=True))
    told |= dict(zip(("last", "lastG", "lastI"), roles[:3] if nameless else last, strict=True))
    place, inside = facts.place[language].split("~")
    told |= {"second": _name(facts.second, language), "place": place, "in": inside}
    told |= {"body": facts.body[language], "matter": facts.matter[language], "year": str(facts.year)}
    for key, value in (("n", facts.n), ("m", facts.m)):
        rounded = _rounded(value) if random.random() < 0.15 else value
        told[key] = number(rounded, language)
    return told | {"k": str(facts.k), "day": str(facts.day)}


def _cases(name: str, language: str, woman: bool) -> tuple[str, str, str]:
    if language in ("uk", "ru"):
        return cases(name, language, woman=woman)
    return name, name, name


def _name(person: Person, language: str) -> str:
    return f"{person.first[language]} {person.last[language]}"


def _rounded(value: int) -> int:
    size = int(10 ** max(floor(log10(value)) - 1, 0))
    return value // size * size


def number(value: int, language: str) -> str:
    """``value`` as ``language`` writes it; millions in words where they are round enough."""
    if value >= 1_000_000:
        text = f"{value / 1_000_000:.1f}".removesuffix(".0")
        text = text if language == "en" else text.replace(".", ",")
        return f"{text} {_MILLION[language]}"
    mark = {"en": ",", "de": "."}.get(language, "\u00a0")
    return f"{value:,}".replace(",", mark)
