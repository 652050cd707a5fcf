"""Lines by a template: the keys of the JSON object, widths in cells, and a wrong one is told where."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tui_reader.commands.listing import KEYS, to_object
from tui_reader.commands.template import compiled
from tui_reader.errors import UsageError
from tui_reader.model import Headline
from tui_reader.rendering.cells import width

VALUES = {
    "title": "日本語の新聞",
    "source": "Evening paper",
    "published": "2026-03-04T05:06:07Z",
    "url": None,
    "read": True,
    "story": 7,
    "editions": ["uk", "en"],
}


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{published:%d.%m.%Y} {title}", "04.03.2026 日本語の新聞"),
        ("{published}", "2026-03-04 05:06"),
        ("{published:%H:%M}|", "05:06|"),
        ("[{title:14}]", "[日本語の新聞  ]"),
        ("[{title:>14}]", "[  日本語の新聞]"),
        ("[{title:^14}]", "[ 日本語の新聞 ]"),
        ("[{title:9.9}]", "[日本語の…]"),
        ("[{title:8.8}]", "[日本語… ]"),
        ("[{source:.7}]", "[Evenin…]"),
        ("[{source:.1}]", "[…]"),
        ("{read} {url}{story:>3} {editions}", "true   7 uk en"),
        (r"{{{story}}}\t\\\n", "{7}\t\\\n"),
        ("", ""),
    ],
)
def test_a_line(template: str, line: str) -> None:
    assert compiled(template, VALUES)(VALUES) == line


def test_widths_are_cells() -> None:
    for cells in range(1, 15):
        assert width(compiled(f"{{title:{cells}.{cells}}}", VALUES)(VALUES)) <= cells


def test_what_is_not_there_is_nothing() -> None:
    empty = dict.fromkeys(VALUES)
    assert compiled("[{published:%Y}{title}{editions}]", VALUES)(empty) == "[]"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{id} {titel}", "column 6: there is no “titel”; did you mean “title”?"),
        ("{title", "column 1: “{” opens and is not closed"),
        ("title}", "column 6: “}” stands alone; write it twice"),
        ("{title:x}", "column 1: “x” is not a width; widths are like"),
        ("{title:9999}", "column 1: “9999” is wider than 500"),
        (r"a\q", r"column 2: “\q” means nothing"),
        ("{}", "column 1: there is no “”; there are id, story"),
        ("{title!r}", "column 1: there is no “title!r”"),
        ("{title.__class__}", "column 1: there is no “title.__class__”"),
    ],
)
def test_a_wrong_template_says_where(template: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        compiled(template, KEYS)
    assert told in str(caught.value)


def test_the_keys_are_those_of_the_json() -> None:
    headline = Headline("a" * 16, 1, "T", "S", None, None, None, "", False, False)
    assert tuple(to_object(headline)) == KEYS


def test_list_and_bookmark_list(run: Run, filled: Path) -> None:
    ran = run("list", "--config", filled, "--format", "{id}|{published:%Y}|{language:>4}|{title}")
    objects = run("list", "--config", filled, "--json").objects
    assert ran.out.splitlines() == [f"{one['id']}|2026|  {one['language']}|{one['title']}" for one in objects]
    assert run("bookmark", "add", "--config", filled, objects[0]["id"]).status == 0
    kept = run("bookmark", "list", "--config", filled, "--format", "{bookmarked} {title}")
    assert set(kept.out.splitlines()) <= {f"true {one['title']}" for one in objects}
    assert kept.out


def test_a_wrong_one_is_wrong_usage_before_anything_is_listed(run: Run, filled: Path, tmp_path: Path) -> None:
    for library in ((), ("--library", tmp_path / "none.db")):
        ran = run("list", "--config", filled, *library, "--format", "{title} {x}")
        assert (ran.status, ran.out, len(ran.errors)) == (2, "", 1)
        assert "--format, column 9: there is no “x”" in ran.err
    assert json.loads(run("list", "--config", filled, "--json", "--limit", "1").out)
