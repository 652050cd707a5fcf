"""What a path, an address, ``-`` or an id opens."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.loopback import Answer, Loopback
from tui_reader import opening
from tui_reader.errors import FetchError, InputError, NotFoundError, ParseError
from tui_reader.library.worker import LibraryThread
from tui_reader.model import Article
from tui_reader.opening import LIGHT, is_heavy, is_there, open_all, open_argument
from tui_reader.sources.web import Web
from tui_reader.workers import Workers

NOW = datetime(2026, 3, 4, tzinfo=UTC)
FEED = b"""<rss version="2.0"><channel><title>P</title>
<item><title>One</title><guid>1</guid><description>First.</description></item>
<item><title>Two</title><guid>2</guid><description>Second.</description></item></channel></rss>"""


def text(path: Path, title: str = "The quay") -> Path:
    path.write_text(f"# {title}\n\nThe quay is open again.\n", "utf-8")
    return path


async def test_a_file_a_folder_and_a_file_address(tmp_path: Path) -> None:
    file = text(tmp_path / "my quay.md")
    text(tmp_path / "other.md", "Other")
    (article,) = await open_argument(str(file), library=None)
    assert article.title == "The quay"
    assert [one.id for one in await open_argument(file.as_uri(), library=None)] == [article.id]
    assert [one.id for one in await open_argument(f"FILE://localhost{file.as_uri()[7:]}", library=None)] == [
        article.id
    ]
    assert {one.title for one in await open_argument(str(tmp_path), library=None)} == {"The quay", "Other"}


async def test_a_path_in_the_home_and_a_relative_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text(home / "a.md")
    monkeypatch.chdir(home)
    same = {
        (await open_argument(name, library=None))[0].id
        for name in ("~/a.md", "a.md", "./a.md", f"{home}/a.md")
    }
    assert len(same) == 1


async def test_workers_read_what_a_thread_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text(tmp_path / "a.md")
    monkeypatch.chdir(tmp_path)
    async with Workers(1) as workers:
        for place in ("a.md", str(tmp_path)):
            there = await open_all(place, library=None, workers=workers)
            assert there == await open_all(place, library=None)
        with pytest.raises(NotFoundError):
            await open_all("gone.md", library=None, workers=workers)
        assert await open_argument(
            "-", library=None, workers=workers, stdin=b"# T\n\nx\n"
        ) == await open_argument("-", library=None, stdin=b"# T\n\nx\n")


async def test_standard_input_is_the_same_article_when_it_is_the_same_text() -> None:
    first, again, other = [
        (await open_argument("-", library=None, stdin=data))[0]
        for data in (b"# One\n\nx\n", b"# One\n\nx\n", b"# Two\n\nx\n")
    ]
    assert first.id == again.id != other.id
    with pytest.raises(InputError, match="no standard input"):
        await open_argument("-", library=None)
    with pytest.raises(ParseError, match="standard input"):
        await open_argument("-", library=None, stdin=b"")


async def test_ids_and_their_beginnings(tmp_path: Path) -> None:
    articles = {one.id: one for one in (Article(f"entry\n{n}", f"T{n}", source="P") for n in range(300))}
    async with await LibraryThread.open(tmp_path / "library.db") as library:
        await library.run(lambda held: held.store(list(articles.values()), now=NOW))
        whole = min(articles)
        for name in (whole, whole[:10], whole.upper()):
            assert [one.id for one in await open_argument(name, library=library)] == [whole]
        with pytest.raises(NotFoundError, match="shows the ids"):
            await open_argument("0" * 16, library=library)
        with pytest.raises(NotFoundError, match="no file, address or article id “abc”"):
            await open_argument("abc", library=library)
    with pytest.raises(NotFoundError):
        await open_argument(whole, library=None)


async def test_an_id_that_begins_several(tmp_path: Path) -> None:
    beginnings: dict[str, str] = {}
    twins: list[str] = []
    for number in range(3000):
        article = Article(f"entry\n{number}", "T")
        first = beginnings.setdefault(article.id[:4], article.identity)
        if first != article.identity:
            twins = [first, article.identity]
            break
    async with await LibraryThread.open(tmp_path / "library.db") as library:
        await library.run(lambda held: held.store([Article(one, "T") for one in twins], now=NOW))
        with pytest.raises(
            NotFoundError, match=r"^2 articles have an id that begins with .* more of its digits"
        ):
            await open_argument(Article(twins[0], "").id[:4], library=library)


async def test_no_name_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text(tmp_path / "a.md", "A file")
    assert not is_there("")
    with pytest.raises(NotFoundError, match="no file, address or article id “”"):
        await open_argument("", library=None)


async def test_a_file_comes_before_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article = Article("entry\n1", "Held")
    text(tmp_path / article.id, "A file")
    async with await LibraryThread.open(tmp_path / "library.db") as library:
        await library.run(lambda held: held.store([article], now=NOW))
        assert (await open_argument(article.id, library=library))[0].title == "A file"


async def test_addresses_of_a_feed_and_of_nothing() -> None:
    with Loopback() as server:
        url = server.answer("/feed", Answer(FEED))
        async with Web() as web, Workers(1) as workers:
            found = await open_argument(url, library=None, web=web, workers=workers)
            assert [one.title for one in found] == ["One", "Two"]
            with pytest.raises(FetchError):
                await open_argument(server.url("/none"), library=None, web=web, workers=workers)


async def test_an_address_that_a_text_names_must_be_public() -> None:
    with Loopback() as server:
        url = server.answer("/feed", Answer(FEED))
        async with Web() as web, Workers(1) as workers:
            with pytest.raises(FetchError):
                await open_argument(url, library=None, web=web, workers=workers, typed=False)
        assert server.requests == []


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("gone.md", "no file, address or article id “gone.md”"),
        ("javascript:alert(1)", "of addresses, http:, https: and file: are read"),
        ("file://other.example/etc/x", "is on another machine"),
        ("file:///none/\x1b]0;x\x07", "no such file"),
        ("x\x1b[31m\u202e", "no file"),
        ("a" * 10_000, "no file"),
        ("\0", "no file"),
        ("file:///a%00b", "can't be read"),
        ("~nobody-here/x", "no file"),
    ],
)
async def test_what_is_not_there_is_one_line(place: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        await open_argument(place, library=None)
    assert said in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


async def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="pipe"):
        await open_argument(str(tmp_path / "pipe"), library=None)


async def test_everything_passes_the_gate(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# T\x1b]52;c;x\x07\n\na\u202eb\x9b\n", "utf-8")
    (article,) = await open_argument(str(file), library=None)
    assert not set(article.title + article.text) & set("\x1b\x07\u202e\x9b")


def test_what_is_there(tmp_path: Path) -> None:
    there = ["-", "https://x.example", "HTTP://x", "abcd", "file:///x", str(tmp_path)]
    assert [is_there(place) for place in (*there, "list2", str(tmp_path / "none"), "\0")] == [True] * 6 + [
        False
    ] * 3


def test_a_file_needs_no_network_code(tmp_path: Path) -> None:
    file = text(tmp_path / "a.md")
    code = (
        "import asyncio, sys; from tui_reader.opening import open_argument; "
        "asyncio.run(open_argument(sys.argv[1], library=None)); "
        "print([name for name in ('httpx', 'feedparser', 'trafilatura', 'textual') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_is_for_a_worker(tmp_path: Path) -> None:
    light = text(tmp_path / "a.md")
    page, large, packed = tmp_path / "a.html", tmp_path / "b.txt", tmp_path / "c.md.gz"
    page.write_text("<p>x", "utf-8")
    large.write_text("x" * (LIGHT + 1), "utf-8")
    packed.write_bytes(b"\x1f\x8b")
    assert [is_heavy(str(path)) for path in (light, page, large, packed, tmp_path)] == [False] + [True] * 4
    assert is_heavy(light.as_uri())
    assert [is_heavy(place) for place in ("https://a.example/", "3f9a2c11", str(tmp_path / "none"), "")] == [
        False
    ] * 4
    assert [is_heavy("-", data) for data in (b"Words.", b"<p>x", b"\x1f\x8b", b"x" * (LIGHT + 1), None)] == [
        False,
        True,
        True,
        True,
        False,
    ]


async def test_what_ends_with_its_worker_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FILE_SECONDS", 0.0)
    page = tmp_path / "a.html"
    page.write_text("<p>x", "utf-8")
    async with Workers(1) as workers:
        for place, stdin, name in ((str(page), None, str(page)), ("-", b"<p>x", "standard input")):
            with pytest.raises(ParseError, match="given up") as caught:
                await open_all(place, library=None, workers=workers, stdin=stdin)
            assert str(caught.value).startswith(f"{name}: ")
