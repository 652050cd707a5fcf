"""Pictures in the running app: drawn near the place that is read, kept, opened large, and never needed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.app.reader import QUIET, Reader, article, reader
from tests.loopback import Answer, Loopback
from tui_reader import paths
from tui_reader.app.graphics import Way
from tui_reader.app.screens.photo import PhotoScreen
from tui_reader.model import Article, Block, BlockKind, Photo, file_identity

PLACEHOLDER = "\U0010eeee"


def local(home: Path) -> Article:
    photo = Photo((paths.SAMPLES / "tram.png").as_uri(), None, "A tram at the depot", "Olha Marchuk")
    return article(0, "en", identity=file_identity(home / "tram.en.md"), photos=(photo,))


def png(colour: str) -> Answer:
    file = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(file, "PNG")
    return Answer(file.getvalue(), headers={"Content-Type": "image/png"})


def illustrated(server: Loopback, count: int, far: int) -> Article:
    """``count`` photos with ``far`` paragraphs between them, and a few after the last."""
    photos, body = [], []
    for number in range(count):
        url = server.answer(f"/{number}.png", png("red"))
        photos.append(Photo(url, None, f"Caption {number}", f"Credit {number}"))
        body.append(Block(BlockKind.PHOTO, photo=number))
        body += [
            Block(BlockKind.PARAGRAPH, f"Text {number}.{line}")
            for line in range(far if number + 1 < count else 3)
        ]
    return article(0, "en", photos=tuple(photos), body=tuple(body), url=server.url("/0"), related=())


def settings(server: Loopback, more: str = "") -> str:
    return QUIET + f'{more}[[source]]\nname = "Evening paper"\nurl = "{server.url("/feed")}"\n'


async def test_pictures_are_drawn_with_their_words_and_taken_away(home: Path) -> None:
    async with reader(home, [local(home)], size=(120, 40)) as app:
        await app.press("enter")
        await app.shows("▀▀▀▀", "▣ 1 A tram at the depot", "Olha Marchuk")
        await app.press("i")
        await app.hides("▀▀▀▀")
        await app.press("i")
        await app.shows("▀▀▀▀")


async def test_a_preview_fetches_none(home: Path) -> None:
    with Loopback() as server:
        async with reader(
            home, [illustrated(server, 1, 2)], settings=settings(server), size=(140, 40)
        ) as app:
            await app.shows("Text 0.1")
            assert server.requests == []
            await app.press("enter")
            await app.shows("▀▀▀▀")


async def test_a_setting_keeps_them_away(home: Path) -> None:
    async with reader(home, [local(home)], settings=QUIET + "pictures = false\n", size=(120, 40)) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        assert "▀▀▀▀" not in app.screen()
        assert app.app._services._tools is None


async def test_only_those_near_are_fetched_and_once(home: Path) -> None:
    with Loopback() as server:
        one = illustrated(server, 3, 100)
        async with reader(home, [one], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.shows("▀▀▀▀", "Caption 0")
            assert server.asked("/2.png") == []
            await app.press("G")
            await app.until(lambda: len(server.asked("/2.png")) == 1)
            await app.press("g")
            await app.shows("▀▀▀▀")
        async with reader(home, settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.shows("▀▀▀▀")  # offline: from the disk
            assert len(server.asked("/0.png")) == 1


async def test_what_cannot_be_had_is_said_once_and_the_text_stays(home: Path) -> None:
    with Loopback() as server:
        one = illustrated(server, 2, 3)
        server.answer("/0.png", Answer(status=404))
        async with reader(home, [one], settings=settings(server), size=(120, 40)) as app:
            await app.press("enter")
            await app.shows(
                "Photo 1 can't be shown: 127.0.0.1 has nothing at that address (404)", "Text 0.1", "▀▀▀▀"
            )
            await app.press("j", "k", "j")
            assert len(server.asked("/0.png")) == 1
            await app.press("i", "i")  # asked for by hand: tried again
            await app.until(lambda: len(server.asked("/0.png")) == 2)


@pytest.mark.slow
async def test_enter_opens_a_photo_large_and_keys_turn(home: Path) -> None:
    with Loopback() as server:
        one = illustrated(server, 3, 2)
        server.answer("/1.png", Answer(b"no picture"))
        async with reader(
            home, [one], settings=settings(server, "pictures = false\n"), size=(100, 30)
        ) as app:
            await app.press("enter")
            await app.shows("Caption 0")
            await app.press("enter")
            await app.until(lambda: isinstance(app.app.screen, PhotoScreen))
            await app.shows("▀▀▀▀", "Caption 0", "Credit 0", "1 of 3")
            assert "Text 0.0" not in app.screen()
            await app.press("n")
            await app.shows("2 of 3", "Caption 1", "It can't be shown: this is not a picture")
            await app.press("p", "p")
            await app.shows("3 of 3", "Caption 2", "▀▀▀▀")
            await app.press("o")
            await app.shows("no desktop here to show it; the file is")
            await app.pilot.resize_terminal(60, 20)
            await app.shows("3 of 3", "▀▀▀▀")
            await app.press("escape")
            await app.until(lambda: app.app.screen is app.main)


async def test_an_article_without_photos_says_so(home: Path) -> None:
    async with reader(home, [article(0, "en", photos=(), body=())], size=(100, 30)) as app:
        await app.press("enter")
        await app.shows("This article holds no text")
        await app.press("enter")
        await app.shows("This article has no photo to open")


async def test_a_terminal_with_graphics_gets_the_picture_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kitty's protocol: the PNG goes to the terminal, and placeholders that scroll with the text stand for it."""
    sent = io.StringIO()
    monkeypatch.setattr(sys, "__stdout__", sent)
    async with reader(home, [local(home)], size=(120, 40), way=Way.KITTY) as app:
        await app.press("enter")
        await app.until(lambda: PLACEHOLDER in app.screen())
        assert "f=100" in sent.getvalue()
        placed = sent.getvalue().count("a=p,")
        first = next(line for line in app.lines() if PLACEHOLDER in line)
        await app.press("j", "j")
        await app.until(lambda: first in app.lines() or PLACEHOLDER in app.screen())
        assert sent.getvalue().count("a=p,") == placed
        await app.press("i")
        await app.hides(PLACEHOLDER)
    assert "a=d,I=" in sent.getvalue().rpartition("a=p,")[2]  # given back at the end


async def test_without_colour_there_are_no_pictures(home: Path) -> None:
    async with reader(home, [local(home)], size=(120, 40), way=Way.NONE) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        assert "▀▀▀▀" not in app.screen()
        await app.press("i")
        await app.shows("No pictures: NO_COLOR is set")


async def test_a_picture_on_this_disk_is_not_shown_from_a_page_elsewhere(home: Path) -> None:
    photo = Photo((paths.SAMPLES / "tram.png").as_uri(), None, "A tram", None)
    async with reader(home, [article(0, "en", photos=(photo,))], size=(120, 40)) as app:
        await app.press("enter")
        await app.shows("a file on this disk is not opened")
        assert "▀▀▀▀" not in app.screen()


def drawn(app: Reader) -> int:
    """The lines of the screen that a picture takes."""
    return sum("▀▀▀▀" in line for line in app.lines())


async def test_another_width_draws_them_anew(home: Path) -> None:
    async with reader(home, [local(home)], size=(120, 40)) as app:
        await app.press("enter")
        await app.until(lambda: drawn(app) > 10)
        await app.pilot.resize_terminal(40, 40)
        await app.until(lambda: 0 < drawn(app) < 12)
