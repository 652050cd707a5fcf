"""Seven ways in which sites let their editions know of each other, or don't."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from random import Random

from tests.site.newsroom import Newsroom, Story
from tests.site.texts import Text, write

MANNERS = ("hreflang", "ids", "pictures", "tabs", "home tabs", "hours", "text")
DECLARED = ("hreflang", "tabs", "home tabs")
_FOLDER = {"uk": "", "en": "/en", "ru": "/rus", "de": "/de"}
_LETTERS = (
    "а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f"
)
_MORE = "х:kh ц:ts ч:ch ш:sh щ:shch ь:_ ю:iu я:ia ы:y э:e ё:e ä:ae ö:oe ü:ue"
_LATIN = str.maketrans(dict(pair.split(":") for pair in f"{_LETTERS} {_MORE}".split()))


@dataclass(frozen=True)
class Printed:
    """An article on the site: ``others`` are the addresses of its story's editions, itself among them."""

    story: int
    language: str
    published: datetime
    corrected: datetime | None
    text: Text
    path: str
    guid: str
    picture: str
    others: tuple[tuple[str, str], ...] = ()


class Site:
    """A site in one of the `MANNERS`; ``summaries`` says that its feeds give a title and a sentence only."""

    def __init__(self, seed: int, manner: str, *, stories: int = 300, days: int = 40) -> None:
        if manner not in MANNERS:
            raise ValueError(f"no such manner: {manner}")
        self.manner = manner
        random = Random(f"site {seed} {manner}")
        self.style = random.randrange(3)
        self.summaries = random.random() < 0.5
        hours = 6.0 if manner == "hours" else 0.7
        room = Newsroom(seed, stories=stories, hours=hours, days=days)
        self.printed = [one for story in room.stories for one in self._print(story, random)]

    def editions(self) -> list[str]:
        """The languages of the site."""
        return sorted({one.language for one in self.printed})

    def _print(self, story: Story, random: Random) -> list[Printed]:
        own = random.randrange(10**6)
        shared = str(random.choice((8_010_000, 1_718_700_000)) + story.number * 37 + 11)
        made = []
        for place, edition in enumerate(story.editions):
            text = write(story, edition.language, random)
            local = str(5_200_000 + place * 901_077 + story.number * 13 + 7)
            path = self._path(story, edition.published, text.title, edition.language, shared, local)
            guid = f"{edition.language}-{shared}" if self.manner == "ids" and self.style == 2 else path
            picture = story.stock or (
                f"story-{story.number}" if self.manner == "pictures" else f"p-{own + place}"
            )
            size = f"{random.choice((400, 640, 1200))}x{random.choice((300, 480, 630))}"
            made.append(
                Printed(
                    story.number,
                    edition.language,
                    edition.published,
                    edition.corrected,
                    text,
                    path,
                    guid,
                    f"/images/{size}/{picture}.jpg",
                )
            )
        named = tuple((one.language, one.path) for one in made)
        if self.manner not in DECLARED:
            return made
        return [Printed(**{**vars(one), "others": named}) for one in made]

    def _path(self, story: Story, when: datetime, title: str, language: str, shared: str, local: str) -> str:
        folder = _FOLDER[language]
        if self.manner == "ids":
            if self.style == 0:
                return f"{folder}/articles/{when:%Y/%m/%d}/{shared}/"
            return f"{folder}/news/{slug(title)}-{shared}.html"
        if self.manner in ("pictures", "text") and self.style == 0:
            return f"{folder}/{when:%Y/%m/%d}/{slug(title)}-{story.number % 7}/"
        return f"{folder}/news/{slug(title)}-{local}.html"


def slug(title: str) -> str:
    """A title as a part of an address."""
    plain = title.casefold().translate(_LATIN)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:70]
