"""The full text in the running app: fetched when it is opened, by f, kept offline, and the feed's version back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.app.reader import QUIET, Reader, article, reader
from tests.loopback import Answer, Loopback
from tui_reader.library.library import Library
from tui_reader.model import Article, Block, BlockKind, Held
from tui_reader.stubs import stub

HTML = {"Content-Type": "text/html; charset=utf-8"}
SUMMARY = "The night tram of line 0 runs again after two winters, and its conductor tells of the first ride."
PAGE = (
    "<html lang=en><body><article><h1>Tram line 0 runs at night again</h1>"
    + f"<p>{SUMMARY}</p>"
    + "".join(
        f"<p>At {hour} o'clock the tram passed {hour} stops and {hour} sleepers.</p>" for hour in range(2, 12)
    )
    + "</article></body></html>"
).encode()
PAGE_UK = (
    "<html lang=uk><body><article><h1>Трамвай 0 знову ходить уночі</h1>"
    "<p>Нічний трамвай знову їздить містом після двох зим, і кондукторка розповідає про перший рейс.</p>"
    + "".join(
        f"<p>О {hour} годині трамвай проїхав {hour} зупинок і {hour} сонних людей.</p>"
        for hour in range(2, 12)
    )
    + "</article></body></html>"
)
FULL, FEED_BACK, FULL_BACK = (
    "11 sleepers",
    "The feed's version; f brings the full text back",
    "The full text; f brings",
)


def entry(url: str | None, number: int = 0, text: str = SUMMARY) -> Article:
    return article(
        number, "en", url=url, partial=True, body=(Block(BlockKind.PARAGRAPH, text),), photos=(), related=()
    )


def settings(server: Loopback, more: str = "") -> str:
    return QUIET + f'{more}[[source]]\nname = "Evening paper"\nurl = "{server.url("/feed")}"\n'


def kept(home: Path, one: Article) -> Held:
    with Library.open(home / "library.db") as library:
        held = library.held(one.id)
    assert held is not None
    return held


async def idle(app: Reader) -> None:
    """Wait until nothing is on its way."""
    await app.until(
        lambda: (
            not [
                worker for worker in app.app.workers if worker.group == "full-text" and not worker.is_finished
            ]
        )
    )


async def test_opening_brings_the_full_text_and_f_goes_between_the_two(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(PAGE, headers=HTML)))
        async with reader(home, [one], settings=settings(server), size=(120, 40)) as app:
            await app.press("enter")
            await app.shows(SUMMARY[:40], FULL)
            await app.press("f")
            await app.shows(FEED_BACK)
            await app.hides(FULL)
            assert SUMMARY[:40] in app.screen()
            await app.press("f")
            await app.shows(FULL_BACK, FULL)
            assert len(server.asked("/0")) == 1
    assert kept(home, one).fetched


@pytest.mark.slow
async def test_both_versions_are_there_offline_and_the_choice_is_remembered(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(PAGE, headers=HTML)))
        async with reader(home, [one], settings=settings(server), size=(120, 40)) as app:
            await app.press("enter")
            await app.shows(FULL)
            await app.press("f")
            await app.shows(FEED_BACK)
        table = settings(server)
    async with reader(home, settings=table, size=(120, 40)) as app:  # the server is gone
        await app.press("q", "enter")
        await app.shows(SUMMARY[:40])
        await idle(app)
        assert FULL not in app.screen()
        assert "No full text" not in app.screen()
        await app.press("f")
        await app.shows(FULL)
    assert len(server.asked("/0")) == 1


async def test_the_summary_is_on_the_screen_while_the_page_comes(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(hang=True)))
        async with reader(home, [one], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.shows(SUMMARY[:40], "Fetching the full text…")
            await app.press("f", "f")  # it is on its way: these ask for nothing
            await app.until(lambda: len(server.asked("/0")) == 1)
            await app.press("j")
            assert SUMMARY[:40] in app.screen()


async def test_a_late_page_is_kept_and_not_painted_over_a_newer_choice(home: Path) -> None:
    with Loopback() as server:
        late = entry(server.answer("/0", Answer(PAGE, headers=HTML, delay=0.4)))
        other = article(1, "en")
        async with reader(home, [late, other], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.until(lambda: bool(server.asked("/0")))
            await app.press("q", "j", "enter")
            await app.shows("Paragraph 1 of a long evening")
            await idle(app)
            assert "Paragraph 1 of a long evening" in app.screen()
            assert FULL not in app.screen()
    assert kept(home, late).fetched


async def test_a_late_failure_says_nothing_over_another_article(home: Path) -> None:
    with Loopback() as server:
        late = entry(server.answer("/0", Answer(b"", 404, delay=0.4)))
        async with reader(home, [late, article(1, "en")], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.until(lambda: bool(server.asked("/0")))
            await app.press("q", "j", "enter")
            await app.shows("Paragraph 1 of a long evening")
            await idle(app)
            assert "No full text" not in app.screen()


@pytest.mark.slow
async def test_a_paywall_leaves_the_summary_and_says_so_in_one_line(home: Path) -> None:
    wall = (
        f"<html><head><meta property='article:published_time' content='2026-03-04'></head><body><article><h1>Tram</h1><p>{SUMMARY}</p>"
        + (
            "<p>To continue reading, subscribe now. Already a subscriber? Log in to read this and all other articles.</p>"
            * 3
        )
    )
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(wall.encode(), headers=HTML)))
        async with reader(home, [one], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.shows(
                "No full text: the page at 127.0.0.1 has no more text than is held; o opens the page in the browser"
            )
            assert SUMMARY[:40] in app.screen()
            assert "subscribe now" not in app.screen()
    assert not kept(home, one).fetched


async def test_a_consent_page_and_a_page_without_an_article(home: Path) -> None:
    consent = (
        "<h1>We value your privacy</h1><p>We and our 842 partners use cookies and process personal data, such as unique "
        "identifiers, for personalised ads and content, and to learn about our audience.</p><p>You may consent to the "
        "processing by us and our partners as described above, or withdraw your consent at any time.</p>"
    )
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(consent.encode(), headers=HTML)))
        two = entry(server.answer("/1", Answer(b"<p>Hello", headers=HTML)), 1)
        async with reader(home, [one, two], settings=settings(server), size=(140, 30)) as app:
            await app.press("enter")
            await app.shows(
                "No full text: no article found in 127.0.0.1: it asks for a login, a subscription or consent; o opens"
            )
            await app.press("q", "j", "enter")
            await app.shows(
                "No full text: no article found in 127.0.0.1: it may be a home page, a video, or need a browser; o opens"
            )


async def test_what_was_said_of_one_article_does_not_stand_under_another(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.url("/none"))
        async with reader(home, [one, article(1, "en")], settings=settings(server), size=(120, 30)) as app:
            await app.press("enter")
            await app.shows("No full text: 127.0.0.1 has nothing at that address (404)")
            await app.press("q", "j", "enter")
            await app.shows("Paragraph 1 of a long evening")
            await app.hides("No full text")


@pytest.mark.slow
async def test_f_fetches_where_the_settings_never_do(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(PAGE, headers=HTML)))
        never = settings(server, 'full_text = "never"\n')
        async with reader(home, [one], settings=never, size=(120, 40)) as app:
            await app.press("enter")
            await app.shows(SUMMARY[:40])
            await idle(app)
            assert server.asked("/0") == []
            await app.press("f")
            await app.shows(FULL)


@pytest.mark.slow
async def test_a_refresh_in_the_app_fetches_full_texts_and_a_new_summary_stays_beside(home: Path) -> None:
    def rss(summary: str) -> Answer:
        items = f"<item><title>Tram line 0</title><guid>0</guid><link>/0</link><description>{summary}</description></item>"
        return Answer(f"<rss version='2.0'><channel><title>P</title>{items}</channel></rss>".encode())

    with Loopback() as server:
        server.answer("/0", Answer(PAGE, headers=HTML))
        server.answer("/feed", rss(SUMMARY), rss("The night tram of line 0 was late."))
        with_refresh = settings(server, 'full_text = "with-refresh"\n')
        async with reader(home, settings=with_refresh, size=(120, 40)) as app:
            await app.press("R")
            await app.until(lambda: app.main.headlines.count() == 1 and bool(server.asked("/0")))
            await app.until(lambda: app.main.status.progress is None)
            await app.press("enter")
            await app.shows(FULL)
            await app.press("R")
            await app.until(lambda: len(server.asked("/feed")) == 2 and app.main.status.progress is None)
            await app.press("q", "enter")
            await app.shows(FULL)
            await app.press("f")
            await app.shows("The night tram of line 0 was late.")
            assert len(server.asked("/0")) == 1


async def test_the_headlines_do_not_wait_for_the_full_texts(home: Path) -> None:
    item = f"<item><title>Tram line 0</title><guid>0</guid><link>/0</link><description>{SUMMARY}</description></item>"
    with Loopback() as server:
        server.answer("/feed", Answer(f"<rss version='2.0'><channel>{item}</channel></rss>".encode()))
        server.answer("/0", Answer(hang=True))
        with_refresh = settings(server, 'full_text = "with-refresh"\n')
        async with reader(home, settings=with_refresh, size=(120, 30)) as app:
            await app.press("R")
            await app.until(lambda: bool(server.asked("/0")))
            await app.shows("Tram line 0")
            assert app.main.status.progress == (0, 1)


async def test_a_text_that_a_refresh_brought_meanwhile_is_shown_by_f(home: Path) -> None:
    with Loopback() as server:
        one = entry(server.answer("/0", Answer(PAGE, headers=HTML)))
        never = settings(server, 'full_text = "never"\n')
        async with reader(home, [one], settings=never, size=(120, 40)) as app:
            await app.press("enter")
            await app.shows(SUMMARY[:40])
            full = entry(one.url, text=f"{SUMMARY} It came from elsewhere.")
            with Library.open(home / "library.db") as library:
                library.store([full], now=app.app._services.now(), fetched=True)
            await app.press("f")
            await app.shows("It came from elsewhere", FULL_BACK)
            assert server.asked("/0") == []


async def test_an_article_without_an_address_says_so(home: Path) -> None:
    async with reader(home, [entry(None)], size=(120, 30)) as app:
        await app.press("enter", "f")
        await app.shows("No full text: it has no address on the web to fetch its full text from")


async def test_nothing_is_started_before_it_is_needed(home: Path) -> None:
    async with reader(home, [article(0, "en")]) as app:
        await app.press("enter")
        await app.shows("Paragraph 1")
        assert app.app._services._tools is None


async def test_an_edition_that_only_the_page_names_waits_for_the_page(home: Path) -> None:
    """A tab that is pressed while the page is on its way is not told that there is no such edition."""
    came = threading.Event()
    with Loopback() as server:
        one = entry(server.url("/en/0"))
        links = f'<head><link rel=alternate hreflang=uk href="{server.url("/uk/0")}"></head><body>'.encode()
        server.answer("/en/0", Answer(PAGE.replace(b"<body>", links), headers=HTML, after=came))
        server.answer("/uk/0", Answer(PAGE_UK.encode(), headers=HTML))
        other = article(1, "uk")
        async with reader(home, [one, other], settings=settings(server), size=(120, 40)) as app:
            await app.press("enter")
            await app.shows("Fetching the full text")
            await app.press("2")
            await app.shows("Its page is being fetched; it may name more editions")
            came.set()
            await app.shows("11 зупинок")
            await idle(app)
        assert {edition.language for edition in kept(home, one).editions if edition.id} == {"en", "uk"}


async def test_a_page_in_a_third_language_is_not_taken_for_the_edition(home: Path) -> None:
    with Loopback() as server:
        links = f'<head><link rel=alternate hreflang=ru href="{server.url("/ru/0")}"></head><body>'.encode()
        one = entry(server.answer("/en/0", Answer(PAGE.replace(b"<body>", links), headers=HTML)))
        server.answer("/ru/0", Answer(PAGE_UK.encode(), headers=HTML))
        async with reader(home, [one, article(1, "ru")], settings=settings(server), size=(140, 40)) as app:
            await app.press("enter")
            await app.shows(FULL)
            await app.press("2")
            await app.shows("The Russian edition can't be fetched: what 127.0.0.1 sent is in Ukrainian")
            assert "11 зупинок" not in app.screen()


async def test_a_bookmark_of_which_only_the_address_is_held_gets_its_text_when_it_is_opened(
    home: Path,
) -> None:
    with Loopback() as server:
        one = stub(
            server.answer("/0", Answer(PAGE, headers=HTML)), "Words of mine for something else entirely"
        )
        async with reader(home, [one], settings=settings(server), size=(120, 40)) as app:
            await app.shows("Words of mine")
            assert server.asked("/0") == []
            await app.press("T", *"later", "enter")
            await app.shows("#later")
            await app.press("enter")
            await app.shows(FULL, "Tram line 0 runs at night again", "★ #later")
    held = kept(home, one)
    assert (held.article.title, held.tags, held.fetched) == (
        "Tram line 0 runs at night again",
        ("later",),
        True,
    )
