"""The samples are whole: three languages a story, every part of an article, every key, pictures of our own."""

from __future__ import annotations

import re
import struct
import tomllib
import zlib
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.canvas import HEIGHT, WIDTH
from tests.make_pictures import PICTURES, SAMPLES
from tui_reader.app.keys import COMMANDS, shown
from tui_reader.gate import clean_article
from tui_reader.model import Article, BlockKind, LinkKind
from tui_reader.sources import files, markdown

LANGUAGES = ("uk", "en", "ru")
STORIES = ("library", "tram", "photos", "lighthouse", "market", "weather", "train")
TAUGHT = (
    "j k enter l q esc h g G space o f r R / y s ctrl+z ? ctrl+p ] [ 1 9 0 n p b B u m M t i z U Q ctrl+q"
)
KEYS = frozenset(TAUGHT.split())
NAMED_TOO = ("Home", "End", "PageUp", "PageDown")
NO_KEYS = re.compile(r"fg|feeds\.toml|~/\.config/tui-reader|snow\.(?:uk|en)\.md")
CREDIT_LABEL = {"uk": "(фото: ", "en": "(photo: ", "ru": "(фото: "}
READ_ALSO = {"uk": "## Читайте також", "en": "## Read also", "ru": "## Читайте также"}

each_story = pytest.mark.parametrize("story", STORIES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def text_of(story: str, language: str) -> str:
    return (SAMPLES / f"{story}.{language}.md").read_text("utf-8")


def article_of(story: str, language: str) -> Article:
    return markdown.read(text_of(story, language), f"{story}.{language}", SAMPLES)


def keys_in(text: str) -> set[str]:
    """What stands between single backticks outside of fenced code, file and command names left out."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return {span for span in re.findall(r"`([^`\n]+)`", prose) if not NO_KEYS.fullmatch(span)}


def path_of(url: str | None) -> Path:
    assert url is not None
    parts = urlsplit(url)
    assert parts.scheme == "file"
    return Path(unquote(parts.path))


def chunks(data: bytes) -> dict[bytes, bytes]:
    """A PNG's chunks by name, the image data inflated: how hard zlib tried is not part of the picture."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    done: dict[bytes, bytes] = {}
    place = 8
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        inside = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert checksum == zlib.crc32(name + inside)
        done[name] = zlib.decompress(inside) if name == b"IDAT" else inside
        place += 12 + length
    return done


def test_every_story_has_its_three_editions_and_its_picture_and_nothing_else_is_there() -> None:
    expected = {f"{story}.{language}.md" for story in STORIES for language in LANGUAGES}
    expected |= {f"{story}.png" for story in STORIES}
    assert {path.name for path in SAMPLES.iterdir()} == expected


def test_the_folder_loads_without_a_warning() -> None:
    loaded = files.load(SAMPLES)
    assert loaded.warnings == ()
    expected = {(story, language) for story in STORIES for language in LANGUAGES}
    assert {(article.story, article.language) for article in loaded.articles} == expected
    assert len(loaded.articles) == len(expected)


@each_story
@each_language
def test_the_front_matter_says_all(story: str, language: str) -> None:
    article = article_of(story, language)
    assert (article.language, article.story, article.site) == (language, story, "tui-reader")
    assert 50 <= len(article.title) <= 90
    assert article.authors
    assert article.lead
    assert article.published is not None
    assert article.published.utcoffset() == timedelta(hours=2)
    assert (article.published.year, article.published.month) == (2026, 11)


@each_story
def test_editions_follow_one_another_within_an_hour_with_the_same_parts(story: str) -> None:
    articles = [article_of(story, language) for language in LANGUAGES]
    times = [article.published for article in articles if article.published is not None]
    assert len(set(times)) == 3
    assert max(times) - min(times) <= timedelta(hours=1)
    assert len({tuple(block.kind for block in article.body) for article in articles}) == 1
    assert len({article.title for article in articles}) == 3
    assert len({article.photos[0].caption for article in articles}) == 3


def test_the_stories_stand_in_their_order_newest_first() -> None:
    for language in LANGUAGES:
        times = [article.published for story in STORIES if (article := article_of(story, language)).published]
        assert times == sorted(times, key=lambda moment: moment.timestamp() if moment else 0, reverse=True)


@each_story
@each_language
def test_each_has_the_parts_of_an_article(story: str, language: str) -> None:
    article = article_of(story, language)
    assert [block.kind for block in article.body].count(BlockKind.HEADING) in (2, 3)
    assert 220 <= len(article.text.split()) <= 400
    assert "`" not in article.text
    (photo,) = article.photos
    assert photo.alt
    assert photo.caption
    assert photo.credit
    assert "(" not in photo.caption + photo.credit
    assert ":" not in photo.credit
    assert CREDIT_LABEL[language] + photo.credit + ")" in text_of(story, language)
    assert path_of(photo.url).samefile(SAMPLES / f"{story}.png")


@each_story
@each_language
def test_links_lead_to_other_samples_of_the_same_language(story: str, language: str) -> None:
    article = article_of(story, language)
    assert READ_ALSO[language] in text_of(story, language)
    titles = {f"{name}.{language}.md": article_of(name, language).title for name in STORIES}
    names = [path_of(link.url).name for link in article.related]
    assert len(set(names)) == len(names) == 3
    assert f"{story}.{language}.md" not in names
    offered = [link for link in article.related if link.kind is LinkKind.READ_ALSO]
    assert len(offered) == 2
    for link in offered:
        assert link.title == titles[path_of(link.url).name]
    (in_text,) = (link for link in article.related if link.kind is LinkKind.IN_TEXT)
    assert path_of(in_text.url).name in titles
    assert [link.url for block in article.body for link in block.links] == [in_text.url]


@each_language
def test_every_story_can_be_reached_by_the_links(language: str) -> None:
    reached = {path_of(link.url).name for story in STORIES for link in article_of(story, language).related}
    assert reached == {f"{story}.{language}.md" for story in STORIES}


@each_language
def test_together_they_show_every_kind_of_block(language: str) -> None:
    kinds = {block.kind for story in STORIES for block in article_of(story, language).body}
    assert kinds == set(BlockKind)


@each_language
def test_every_key_of_the_screen_is_taught(language: str) -> None:
    texts = [text_of(story, language) for story in STORIES]
    assert KEYS - {key for text in texts for key in keys_in(text)} == set()
    assert [name for name in NAMED_TOO if not any(name in text for text in texts)] == []


@each_story
@each_language
def test_no_key_is_taught_that_does_not_exist(story: str, language: str) -> None:
    works = {shown(key) for command in COMMANDS for key in command.keys} | {
        str(digit) for digit in range(1, 10)
    }
    assert keys_in(text_of(story, language)) - works == set()


@each_story
def test_the_editions_teach_the_same_keys(story: str) -> None:
    assert len({frozenset(keys_in(text_of(story, language))) for language in LANGUAGES}) == 1


@each_story
@each_language
def test_the_writing_is_in_one_alphabet_a_word(story: str, language: str) -> None:
    text = text_of(story, language)
    mixed = [
        w for w in re.findall(r"\w+", text) if re.search("[A-Za-z]", w) and re.search("[\u0400-\u04ff]", w)
    ]
    assert mixed == []
    strangers = {"uk": "[ыэёъЫЭЁЪ]", "ru": "[іїєґІЇЄҐ]", "en": "[\u0400-\u04ff]"}[language]
    prose = text if language != "en" else re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    assert re.findall(rf"\w*{strangers}\w*", prose) == []
    assert "'" not in text


@each_language
def test_the_settings_that_the_samples_show_are_settings(language: str) -> None:
    (code,) = re.findall(r"^```toml\n(.*?)^```", text_of("weather", language), re.DOTALL | re.MULTILINE)
    feeds, folder = tomllib.loads(code)["source"]
    assert set(feeds) == {"name", "editions"}
    assert set(feeds["editions"]) == {"uk", "en"}
    assert set(folder) == {"name", "path"}


@each_story
@each_language
def test_the_gate_finds_nothing_to_change(story: str, language: str) -> None:
    article = article_of(story, language)
    assert clean_article(article) == article


@each_story
def test_a_picture_is_small_and_is_what_the_script_draws(story: str) -> None:
    shipped = (SAMPLES / f"{story}.png").read_bytes()
    assert len(shipped) < 12_000
    parts = chunks(shipped)
    assert parts == chunks(PICTURES[story]().png())
    assert struct.unpack(">II", parts[b"IHDR"][:8]) == (WIDTH, HEIGHT)
    assert len(parts[b"IDAT"]) == HEIGHT * (WIDTH + 1)


def test_the_script_writes_the_same_bytes_again() -> None:
    assert PICTURES["train"]().png() == PICTURES["train"]().png()
