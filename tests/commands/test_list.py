"""`tui-reader list`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Run, feed
from tests.loopback import Loopback

KEYS = [
    "id",
    "story",
    "title",
    "language",
    "source",
    "published",
    "url",
    "summary",
    "read",
    "bookmarked",
    "editions",
    "tags",
    "note",
    "sources",
]


def test_nothing_held_makes_no_library(run: Run, home: Path) -> None:
    assert run("list", "--json") == run("list", "--json", "--unread")
    done = run("list")
    assert (done.status, done.out) == (0, "")
    assert "`tui-reader refresh` fetches the news" in done.err
    assert list(home.iterdir()) == []


def test_the_object_has_the_keys_of_the_contract(run: Run, filled: Path) -> None:
    done = run("list", "--json", "--config", filled)
    assert (done.status, len(done.objects)) == (0, 3)
    assert all(list(one) == KEYS for one in done.objects)
    english = next(one for one in done.objects if one["language"] == "en")
    assert english["source"] == "Texts"
    assert english["published"] == "2026-03-04T05:06:07Z"
    assert english["editions"] == ["uk", "en"]
    assert (english["read"], english["bookmarked"]) == (False, False)


def test_stories_stand_in_the_readers_first_language(run: Run, filled: Path) -> None:
    stories = run("list", "--json", "--stories", "--config", filled).objects
    assert sorted(one["language"] for one in stories) == ["de", "uk"]
    filled.write_text(filled.read_text("utf-8").replace('["uk", "en"]', '["en"]'), "utf-8")
    stories = run("list", "--json", "--stories", "--config", filled).objects
    assert sorted(one["language"] for one in stories) == ["de", "en"]


def test_filters(run: Run, filled: Path) -> None:
    def titles(*arguments: str) -> list[str]:
        done = run("list", "--json", "--config", filled, *arguments)
        assert done.status == 0
        return [one["title"] for one in done.objects]

    assert titles("--lang", "de") == ["Der Markt öffnet wieder"]
    assert titles("--search", "summit place") == ["The summit took place"]
    assert titles("--search", '"; DROP"') == []
    assert titles("--source", "tExTs", "--lang", "en") == ["The summit took place"]
    assert len(titles("--limit", "2")) == 2
    assert titles("--bookmarked") == []
    assert len(titles("--unread")) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--source", "Text"], "no source has the name “Text”; did you mean “Texts”?"),
        (["--source", "qqq"], "no source has the name “qqq”; feeds.toml names the sources"),
        (["--lang", "xq"], "“xq” is not a language tag"),
        (["--limit", "0"], "“0” is not a number above 0"),
        (["--limit", "²"], "“²” is not a number above 0"),
        (["--unread", "--bookmarked"], "not allowed with"),
        (["--lmit", "3"], "list: unrecognized arguments: --lmit 3; `tui-reader list --help` tells more"),
    ],
)
def test_wrong_usage(run: Run, filled: Path, arguments: list[str], said: str) -> None:
    done = run("list", "--config", filled, *arguments)
    assert (done.status, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.err


def test_text_stands_in_columns(run: Run, filled: Path, server: Loopback) -> None:
    settings = (
        filled.read_text("utf-8") + f'[[source]]\nname = "漢字"\nurl = "{feed(server, "ja", "[Video] 港")}"\n'
    )
    filled.write_text(settings, "utf-8")
    assert run("refresh", "--config", filled, "漢字").status == 0
    first = run("list", "--json", "--config", filled).objects[0]
    assert run("bookmark", "add", first["id"]).status == 0
    lines = run("list", "--config", filled).out.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("★•  " + first["id"][:10])
    assert any(line.endswith("漢字    [Video] 港") or line.endswith("漢字   [Video] 港") for line in lines)
    assert any("UA EN" in line and "Texts" in line for line in lines)


def test_options_before_and_after_the_command(run: Run, filled: Path, tmp_path: Path) -> None:
    empty = tmp_path / "none.db"
    assert run("--library", empty, "--config", filled, "list", "--json").objects == []
    assert run("list", "--json", "--library", empty, "--config", filled).objects == []
    assert len(run("--config", filled, "list", "--json").objects) == 3
    assert not empty.exists()


def test_a_broken_settings_file_is_one_line_and_stays(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_text("[settings]\nthem = 'x'\n", "utf-8")
    done = run("list", "--config", file)
    assert (done.status, done.errors) == (
        2,
        [f"tui-reader: {file}, line 2: [settings] has no key “them”; did you mean “theme”?"],
    )
    assert file.read_text("utf-8") == "[settings]\nthem = 'x'\n"


def test_garbage_where_the_library_should_be(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(b"garbage " * 1000)
    done = run("list", "--library", library)
    assert (done.status, len(done.errors)) == (1, 1)
    assert str(library) in done.err
    assert library.read_bytes() == b"garbage " * 1000


def test_a_wrong_search_is_told_in_one_line_with_its_place(run: Run, filled: Path) -> None:
    done = run("list", "--config", filled, "--search", "summit lang:qqq")
    assert done.status == 2
    assert done.err.startswith(
        "tui-reader: search, character 13 (after “summit lang:”): “qqq” is not a language tag"
    )


def test_a_search_may_begin_with_what_is_left_out(run: Run, filled: Path) -> None:
    done = run("list", "--json", "--config", filled, "--search", "-summit")
    assert done.status == 0
    titles = {one["title"] for one in done.objects}
    assert "Der Markt öffnet wieder" in titles
    assert "The summit took place" not in titles
    assert run("list", "--search", "--json").status == 2


def test_an_edition_that_is_only_likely_is_marked(run: Run, settings: Path, texts: Path) -> None:
    for name, text in (
        (
            "one.txt",
            "Ярослава Гнатюк відкрила міст у Полтаві\n\nМіст завдовжки 1 348 метрів коштував 27 млн євро.\n",
        ),
        (
            "two.txt",
            "Yaroslava Hnatiuk opens bridge in Poltava\n\nThe bridge is 1,348 metres long and cost little.\n",
        ),
    ):
        (texts / name).write_text(text, "utf-8")
    assert run("refresh", "--config", settings).status == 0
    lines = run("list", "--stories", "--lang", "en", "--config", settings).out.splitlines()
    assert [" EN ≈UA " in line for line in lines if "bridge" in line] == [True]
    assert not any("≈" in line for line in lines if "summit" in line)
    (shown,) = run("show", "--json", "--config", settings, lines[0].split()[1]).objects
    assert {"likely", None} >= {edition["sure"] for edition in shown["editions"]}


def test_a_search_shows_where_it_found_what(run: Run, filled: Path, texts: Path) -> None:
    long = "The mayor spoke. " * 30 + "A heron stood on the roof of the town hall.\n"
    (texts / "heron.en.md").write_text(f"# News of the day\n\n{long}", "utf-8")
    assert run("refresh", "--config", filled).status == 0
    first, second = run("list", "--config", filled, "--search", "heron").out.splitlines()
    assert first.endswith("News of the day")
    assert second.startswith("    … ")
    assert second.endswith("A heron stood on the roof of the town hall.")
    (found,) = run("list", "--json", "--config", filled, "--search", "heron").objects
    assert list(found) == [*KEYS, "excerpt"]
    assert found["excerpt"] == second.strip()
    formed = run("list", "--format", "{title:20} {excerpt}", "--config", filled, "--search", "heron").out
    assert formed == f"News of the day      {second.strip()}\n"


def test_where_a_search_finds_no_words_of_the_text_there_is_no_excerpt(run: Run, filled: Path) -> None:
    for query in ("title:summit", "lang:en"):
        done = run("list", "--json", "--config", filled, "--search", query)
        assert [one["excerpt"] for one in done.objects] == [None]
        assert len(run("list", "--config", filled, "--search", query).out.splitlines()) == 1
    assert run("list", "--format", "{excerpt}", "--config", filled).status == 2


def test_doubles_stand_in_one_line_of_the_stories_and_each_is_an_article(
    run: Run, texts: Path, home: Path
) -> None:
    title = "Old bridge opens again after eleven months of work"
    folders = []
    for name in ("Post", "Wire"):
        folder = texts / name
        folder.mkdir()
        (folder / "bridge.en.md").write_text(
            f"---\ntitle: {title}\ndate: 2026-03-04T05:06:07Z\n---\nThe old bridge opens again tonight.\n",
            "utf-8",
        )
        folders.append(f'[[source]]\nname = "{name}"\npath = "{folder}"\n')
    file = home / "doubles.toml"
    file.write_text("".join(folders), "utf-8")
    assert run("refresh", "--config", file).status == 0
    (line,) = run("list", "--json", "--stories", "--config", file).objects
    assert sorted(line["sources"]) == ["Post", "Wire"]
    assert line["source"] == line["sources"][0]
    assert {one["source"] for one in run("list", "--json", "--config", file).objects} == {"Post", "Wire"}
    assert ", ".join(line["sources"]) in run("list", "--stories", "--config", file).out
    (own,) = run("list", "--json", "--stories", "--source", "Wire", "--config", file).objects
    assert own["source"] == "Wire"
    file.write_text('[settings]\ndoubles = "show"\n' + "".join(folders), "utf-8")
    apart = run("list", "--json", "--stories", "--config", file).objects
    assert sorted(one["sources"] for one in apart) == [["Post"], ["Wire"]]
