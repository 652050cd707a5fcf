"""`on_new`: one program, its words filled in, run once after a refresh, with a deadline."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.reader import NOW, article, some
from tests.test_handing import program
from tui_reader import announcing
from tui_reader.announcing import announce, filled
from tui_reader.config import Settings
from tui_reader.library.worker import LibraryThread
from tui_reader.outside import OutsideError


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[LibraryThread]:
    async with await LibraryThread.open(tmp_path / "library.db") as thread:
        yield thread


async def ids_of(library: LibraryThread, count: int = 4) -> list[str]:
    return await library.run(lambda held: held.store(some(count), now=NOW))


def settings(command: Sequence[str], match: str = "") -> Settings:
    return replace(Settings(), languages=("en",), on_new=tuple(command), on_new_match=match)


def noting(folder: Path) -> tuple[str, Path]:
    """A program that notes its arguments, and where."""
    target = folder / "said"
    return program(
        folder, f"import json; open({str(target)!r}, 'a').write(json.dumps(sys.argv[1:]) + chr(10))"
    ), target


async def test_the_newest_story_and_their_number_fill_the_words(
    library: LibraryThread, tmp_path: Path
) -> None:
    say, target = noting(tmp_path)
    words = [say, "--", "{count} new", "{title}", "{source}|{language}|{url}", "$HOME; {unknown}"]
    await announce(settings(words), await ids_of(library), library, now=NOW)
    assert [json.loads(line) for line in target.read_text().splitlines()] == [
        [
            "--",
            "4 new",
            "Tram line 0 runs at night again",
            "Evening paper|en|https://paper.test/en/0",
            "$HOME; {unknown}",
        ]
    ]


async def test_a_search_limits_it(library: LibraryThread, tmp_path: Path) -> None:
    say, target = noting(tmp_path)
    ids = await ids_of(library)
    await announce(settings([say, "{count} {title}"], "nothing"), ids, library, now=NOW)
    assert not target.exists()
    await announce(settings([say, "{count} {title}"], '"line 2"'), ids, library, now=NOW)
    assert json.loads(target.read_text()) == ["1 Tram line 2 runs at night again"]


async def test_without_anything_new_or_a_program_nothing_runs(library: LibraryThread, tmp_path: Path) -> None:
    say, target = noting(tmp_path)
    await announce(settings([say]), [], library, now=NOW)
    await announce(settings([]), await ids_of(library), library, now=NOW)
    assert not target.exists()


def test_a_value_is_filled_once_and_is_never_an_option() -> None:
    values = {"title": "-rf {url}", "url": "https://a.test/"}
    assert filled("{title}", values) == "\u2010rf {url}"
    assert filled("--text={title}", values) == "--text=-rf {url}"
    assert filled("-x", values) == "-x"


@pytest.mark.parametrize(
    ("code", "told"),
    [("sys.exit(3)", "failed with status 3"), ("import time; time.sleep(60)", "took longer than 0 s")],
)
async def test_a_program_that_fails_or_hangs_is_one_line(
    library: LibraryThread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str
) -> None:
    if "sleep" in code:
        monkeypatch.setattr(announcing, "SECONDS", 0.3)
    with pytest.raises(OutsideError, match=told):
        await announce(settings([program(tmp_path, code)]), await ids_of(library, 1), library, now=NOW)


async def test_a_program_that_is_not_there_is_one_line(library: LibraryThread) -> None:
    with pytest.raises(OutsideError, match=r"can't be started .*; correct it in feeds\.toml"):
        await announce(settings(["/no/such/program"]), await ids_of(library, 1), library, now=NOW)


async def test_foreign_text_is_one_safe_word(library: LibraryThread, tmp_path: Path) -> None:
    say, target = noting(tmp_path)
    bad = article(0, "en", title="$(touch x)\n\x1b[31m`id` \"' " + "long " * 200, story=None)
    ids = await library.run(lambda held: held.store([bad], now=NOW))
    await announce(settings([say, "{title}"]), ids, library, now=NOW)
    (word,) = json.loads(target.read_text())
    assert word.startswith("$(touch x) ")
    assert len(word) <= announcing.MAX_VALUE
    assert word.isprintable()
