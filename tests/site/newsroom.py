"""The stories of forty days: what happened, who was there, which editions were written and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from tests.site.events import Texts
from tests.site.templates import EVERGREEN, KINDS, MATTERS, SUMMIT
from tests.site.words import BODIES, LANGUAGES, LAST, MEN, PLACES, ROLES, WOMEN, rows

START = datetime(2026, 1, 5, tzinfo=UTC)
DAYS = 40
_ROUND = (50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 1_000_000, 2_000_000, 10_000_000)
_MEN, _WOMEN, _LAST, _PLACES, _BODIES = map(rows, (MEN, WOMEN, LAST, PLACES, BODIES))


@dataclass(frozen=True)
class Person:
    """Somebody by the names in each language."""

    first: dict[str, str]
    last: dict[str, str]
    woman: bool


@dataclass(frozen=True)
class Facts:
    """What a text may tell; numbers as they are before anybody rounds them."""

    who: Person
    second: Person
    role: int
    place: dict[str, str]
    body: dict[str, str]
    matter: dict[str, str]
    n: int
    m: int
    k: int
    day: int
    year: int


@dataclass(frozen=True)
class Edition:
    """One article to be: its language, when it is published, and when its title is corrected."""

    language: str
    published: datetime
    corrected: datetime | None


@dataclass(frozen=True)
class Story:
    """One story: ``kind`` names its templates, ``stock`` the picture that other stories use too."""

    number: int
    kind: str
    texts: Texts | None
    facts: Facts
    editions: tuple[Edition, ...]
    stock: str | None


class Newsroom:
    """Invents the stories of a seed; ``hours`` is how far apart editions may be, ``hard`` the share of pitfalls."""

    def __init__(self, seed: int, *, stories: int = 300, hours: float = 0.7, days: int = DAYS) -> None:
        self._random = Random(f"newsroom {seed}")
        self._hours = hours
        self._days = days
        self._famous = [self._person() for _ in range(6)]
        self.stories = sorted(self._all(stories), key=lambda story: story.editions[0].published)

    def _all(self, count: int) -> list[Story]:
        random = self._random
        found: list[Story] = []
        for day in range(self._days):
            found.append(self._story(len(found), "live", None, day, hour=6.0))
            if day % 2:
                found.append(
                    self._story(len(found), f"evergreen{day // 2 % len(EVERGREEN)}", None, day, hour=17.5)
                )
        for _ in range(count // 25):
            found += self._summit(len(found), random.randrange(self._days))
        while len(found) < count:
            kind = random.choice(list(KINDS))
            story = self._story(len(found), kind, KINDS[kind], random.randrange(self._days))
            found.append(story)
            if random.random() < 0.12:  # the same subject goes on
                found.append(self._next(story, len(found)))
        return found[:count]

    def _person(self) -> Person:
        woman = self._random.random() < 0.25
        return Person(self._random.choice(_WOMEN if woman else _MEN), self._random.choice(_LAST), woman)

    def _somebody(self) -> Person:
        return self._random.choice(self._famous) if self._random.random() < 0.25 else self._person()

    def _facts(self) -> Facts:
        random = self._random
        woman = Person(random.choice(_WOMEN), random.choice(_LAST), True)
        return Facts(
            who=self._somebody(),
            second=random.choice([one for one in self._famous if one.woman] or [woman])
            if random.random() < 0.3
            else woman,
            role=random.randrange(len(ROLES["en"])),
            place=random.choice(_PLACES),
            body=random.choice(_BODIES),
            matter=random.choice(MATTERS),
            n=self._number(),
            m=self._number(),
            k=random.randint(11, 98),
            day=random.randint(2, 12),
            year=random.choice((2014, 2019, 2022, 2022, 2024, 2025)),
        )

    def _number(self) -> int:
        random = self._random
        if random.random() < 0.25:
            return random.choice(_ROUND)
        return round(10 ** random.uniform(1.6, 7.5))

    def _story(
        self, number: int, kind: str, texts: Texts | None, day: int, *, hour: float | None = None
    ) -> Story:
        facts = self._facts()
        if kind == "live":
            facts = replace(facts, n=1413 + day)
        when = START + timedelta(
            days=day, hours=hour if hour is not None else self._random.triangular(5, 23, 11)
        )
        stock = f"stock-{kind}-{self._random.randrange(2)}" if self._random.random() < 0.3 else None
        return Story(number, kind, texts, facts, self._editions(when), stock)

    def _editions(self, when: datetime) -> tuple[Edition, ...]:
        random = self._random
        first = random.choices(LANGUAGES, (6, 2, 2, 1))[0]
        made = [first, *(one for one in LANGUAGES if one != first and random.random() < 0.62)]
        found = []
        for language in made:
            later = 0.0 if language == first else random.uniform(0, self._hours)
            published = when + timedelta(hours=later)
            fixed = published + timedelta(minutes=random.randint(10, 200)) if random.random() < 0.1 else None
            found.append(Edition(language, published.replace(second=0, microsecond=0), fixed))
        return tuple(found)

    def _summit(self, number: int, day: int) -> list[Story]:
        """Three stories of one meeting: the same people, the same place, the same afternoon."""
        facts, random = self._facts(), self._random
        found = []
        for place, matter in enumerate(random.sample(MATTERS, 3)):
            own = replace(facts, matter=matter, n=self._number(), m=self._number(), k=random.randint(11, 60))
            when = START + timedelta(days=day, hours=random.uniform(11, 17))
            found.append(
                Story(number + place, "summit", SUMMIT, own, self._editions(when), f"stock-summit-{day}")
            )
        return found

    def _next(self, story: Story, number: int) -> Story:
        """Another story of the same day about the same people, with numbers of its own."""
        facts = replace(story.facts, n=self._number(), m=self._number(), k=self._random.randint(11, 98))
        facts = replace(facts, day=self._random.randint(2, 12), body=self._random.choice(_BODIES))
        when = story.editions[0].published + timedelta(hours=self._random.uniform(0.3, 5))
        kind = self._random.choice(list(KINDS))
        return Story(number, kind, KINDS[kind], facts, self._editions(when), story.stock)
