"""Files and folders to articles."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import InputError, NotFoundError, ParseError, ReaderError
from tui_reader.model import Article, EditionLink, file_identity
from tui_reader.sources import files
from tui_reader.sources.files import load, load_bytes, siblings
from tui_reader.sources.local.kinds import sniff
from tui_reader.sources.local.names import Named, kind_of, named

ENGLISH = (
    "The bridge is open\n\nThe bridge over the river is open again after two years, the town said on Monday."
)
UKRAINIAN = "Міст відкрито\n\nМіст через річку знову відкрито після двох років, повідомило місто в понеділок."
MARKDOWN = (
    "---\ntitle: Brücke\nlanguage: de\n---\nDie Brücke über den Fluss ist nach zwei Jahren wieder offen."
)
RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>River</title><item><title>The bridge</title>'
    "<guid>1</guid><description>Open again.</description></item></channel></rss>"
)
HTML = (
    "<!DOCTYPE html><html lang='en'><head><title>The bridge is open</title></head><body><article><h1>The bridge is open"
    "</h1>" + "".join(f"<p>Bridge number {number} over the river is open again after two years of work, the town said.</p>"
              for number in range(8))
    + "</article></body></html>"
)  # fmt: skip


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def only(path: Path) -> Article:
    (article,) = load(path).articles
    return article


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("a.txt", ENGLISH, "The bridge is open"),
        ("a.md", MARKDOWN, "Brücke"),
        ("a.markdown", MARKDOWN, "Brücke"),
        ("a.html", HTML, "The bridge is open"),
        ("a.htm", HTML, "The bridge is open"),
        ("a.xhtml", HTML, "The bridge is open"),
        ("a.xml", RSS, "The bridge"),
        ("a.rss", RSS, "The bridge"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1.1", "title": "R", "items": [{"id": "1", "title": "The bridge"}]}',
         "The bridge"),
        ("a", ENGLISH, "The bridge is open"),
        ("b", MARKDOWN, "Brücke"),
        ("c", HTML, "The bridge is open"),
        ("d.download", RSS, "The bridge"),
        ("A.TXT", ENGLISH, "The bridge is open"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_kinds_of_files(tmp_path: Path, name: str, text: str, title: str, packed: bool) -> None:
    path = tmp_path / (f"{name}.gz" if packed else name)
    write(path, gzip.compress(text.encode()) if packed else text)
    assert only(path).title == title


@pytest.mark.parametrize("charset", ["utf-16", "cp1251", "koi8-u"])
def test_encodings(tmp_path: Path, charset: str) -> None:
    article = only(write(tmp_path / "a.txt", UKRAINIAN.encode(charset)))
    assert (article.title, article.language) == ("Міст відкрито", "uk")


def test_a_file_has_its_path_as_identity_and_its_time_as_date(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ENGLISH)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    article = only(path)
    assert article.identity == file_identity(path.resolve())
    assert article.published == datetime.fromtimestamp(1_700_000_000, UTC)
    dated = write(tmp_path / "b.md", "---\ndate: 2020-01-02\n---\n# T\n\nText.")
    assert only(dated).published == datetime(2020, 1, 2, tzinfo=UTC)


def test_entries_of_a_feed_file_keep_no_file_time(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.xml", RSS))
    assert article.published is None
    assert article.identity == file_identity((tmp_path / "a.xml").resolve(), "1")


def test_standard_input_has_no_date() -> None:
    (article,) = load_bytes(ENGLISH.encode(), "-", Path("-")).articles
    assert article.published is None
    assert article.title == "The bridge is open"


def test_samples_have_the_same_identity_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_SAMPLES", tmp_path.resolve())
    write(tmp_path / "a.en.txt", ENGLISH)
    write(tmp_path / "a.uk.txt", UKRAINIAN)
    article = only(tmp_path / "a.en.txt")
    assert article.identity == file_identity(Path("samples/a.en.txt"))
    assert article.editions[1].id == only(tmp_path / "a.uk.txt").id


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", ENGLISH)
    write(tmp_path / "a" / "z.md", MARKDOWN)
    write(tmp_path / "a.txt.gz", gzip.compress(UKRAINIAN.encode()))
    for hidden in (".git/x.txt", ".x.txt", "x.pdf", "x.bin", "README"):
        write(tmp_path / hidden, ENGLISH)
    loaded = load(tmp_path)
    assert [article.title for article in loaded.articles] == ["Міст відкрито", "The bridge is open", "Brücke"]
    assert loaded.warnings == ()


def test_links_out_of_the_folder_and_loops_are_left_out(tmp_path: Path) -> None:
    secret = write(tmp_path / "outside" / "secret.txt", UKRAINIAN)
    inside = tmp_path / "inside"
    write(inside / "a.txt", ENGLISH)
    (inside / "secret.txt").symlink_to(secret)
    (inside / "folder").symlink_to(tmp_path / "outside")
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    (inside / "gone.txt").symlink_to(inside / "nothing.txt")
    (inside / "again.txt").symlink_to(inside / "a.txt")
    loaded = load(inside)
    assert [article.title for article in loaded.articles] == ["The bridge is open"]
    assert loaded.warnings == ()


def test_one_bad_file_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", ENGLISH)
    write(tmp_path / "bad.md", "---\na: [\n---\nText.")
    write(tmp_path / "bad.txt.gz", b"\x1f\x8bnothing")
    write(tmp_path / "empty.txt", "")
    write(tmp_path / "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\r")
    os.mkfifo(tmp_path / "pipe.txt")
    loaded = load(tmp_path)
    assert len(loaded.articles) == 1
    assert len(loaded.warnings) == 5
    assert all(warning.startswith(str(tmp_path)) and "\n" not in warning for warning in loaded.warnings)


def test_what_is_no_feed_is_named_once(tmp_path: Path) -> None:
    for name, text in (("a.xml", "<x>1</x>"), ("b.json", '{"a": 1}'), ("c.json", "{")):
        path = write(tmp_path / name, text)
        with pytest.raises(ParseError, match="this is not a feed: ") as caught:
            load(path)
        assert str(caught.value).count(name) == 1


def test_errors_are_one_clear_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    cases: list[tuple[Path, type[ReaderError], str]] = [
        (tmp_path / "no.txt", NotFoundError, "no such file"),
        (write(tmp_path / "file.txt", ENGLISH) / "below", NotFoundError, "no such file"),
        (tmp_path / ("x" * 300), InputError, "can't be read"),
        (tmp_path / "pipe", InputError, "pipe or a device"),
        (Path("/dev/zero"), InputError, "pipe or a device"),
        (write(tmp_path / "e\x1b[2J.txt", " \n"), ParseError, "there is no text in it"),
        (
            write(tmp_path / "empty" / ".hidden", "x").parent,
            InputError,
            "put .txt, .md, .html or feed files there",
        ),
        (write(tmp_path / "bad" / "a.md", "---\na: [\n---\n").parent, InputError, "nothing readable in"),
    ]
    for path, kind, words in cases:
        with pytest.raises(kind, match=words) as caught:
            load(path)
        assert type(caught.value) is kind
        assert str(caught.value).isprintable()


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ENGLISH)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(InputError, match="check its permissions"):
        load(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILE", 1 << 20)
    with pytest.raises(InputError, match="larger than 1 MB"):
        load(write(tmp_path / "a.txt", b"x" * ((1 << 20) + 1)))
    with pytest.raises(ParseError, match="unpacks to more than 1 MB"):
        load(write(tmp_path / "b.txt.gz", gzip.compress(bytes(3 << 20))))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("summit.uk.md", Named("summit", "uk", True)),
        ("summit.ua.txt.gz", Named("summit", "uk", True)),
        ("a/b/summit.pt-BR.html", Named("a/b/summit", "pt-BR", True)),
        ("summit_uk.txt", Named("summit", "uk", False)),
        ("summit-en.md", Named("summit", "en", False)),
        ("uk/summit.txt", Named("summit", "uk", False)),
        ("a/en/summit.txt", Named("a/summit", "en", False)),
        ("summit.txt", None),
        ("v1.2.md", None),
        ("summit.final.md", None),
        (".uk.md", None),
        ("a/summit.txt", None),
    ],
)
def test_what_names_say(path: str, expected: Named | None) -> None:
    assert named(PurePosixPath(path)) == expected


def test_editions_by_name(tmp_path: Path) -> None:
    write(tmp_path / "bridge.en.txt", ENGLISH)
    write(tmp_path / "bridge.uk.txt", UKRAINIAN)
    write(tmp_path / "other.uk.txt", UKRAINIAN)
    english, ukrainian, other = load(tmp_path).articles
    assert english.story == ukrainian.story == "bridge"
    assert other.story == "other"
    assert [(edition.language, edition.id) for edition in english.editions] == [
        ("en", english.id),
        ("uk", ukrainian.id),
    ]
    assert english.editions[1].url == f"file://{tmp_path.resolve()}/bridge.uk.txt"
    assert other.editions == ()


def test_a_weak_name_counts_only_where_the_text_agrees(tmp_path: Path) -> None:
    write(tmp_path / "bridge_uk.txt", UKRAINIAN)
    write(tmp_path / "bridge_en.txt", ENGLISH)
    write(tmp_path / "way_to.txt", ENGLISH)
    write(tmp_path / "what_is-it.txt", ENGLISH)
    stories: dict[str, list[str | None]] = {}
    for article in load(tmp_path).articles:
        stories.setdefault(article.title, []).append(article.story)
    assert stories == {"Міст відкрито": ["bridge"], "The bridge is open": ["bridge", None, None]}


def test_language_folders(tmp_path: Path) -> None:
    write(tmp_path / "en" / "bridge.txt", ENGLISH)
    write(tmp_path / "uk" / "bridge.txt", UKRAINIAN)
    assert {article.story for article in load(tmp_path).articles} == {"bridge"}
    alone = only(tmp_path / "en" / "bridge.txt")
    assert alone.story == "bridge"
    assert [edition.language for edition in alone.editions] == ["en", "uk"]


def test_front_matter_comes_first(tmp_path: Path) -> None:
    article = only(write(tmp_path / "bridge.uk.md", "---\nlanguage: be\nstory: crossing\n---\n# T\n\nText."))
    assert (article.language, article.story) == ("be", "crossing")


def test_a_plain_name_tells_the_language(tmp_path: Path) -> None:
    assert only(write(tmp_path / "bridge.be.txt", "Міст\n\nТэкст.")).language == "be"


def test_a_file_given_alone_knows_its_siblings(tmp_path: Path) -> None:
    tabs = write(tmp_path / "bridge.en.txt", f"UA EN RU\n\n{ENGLISH}")
    other = write(tmp_path / "bridge.uk.md", UKRAINIAN)
    write(tmp_path / "bridge.de.pdf", "x")
    write(tmp_path / "away.txt", UKRAINIAN)
    (tmp_path / "bridge.pl.txt").symlink_to(write(tmp_path / "sub" / "x.txt", ENGLISH))
    assert siblings(tabs) == (other,)
    article = only(tabs)
    assert article.editions == (
        EditionLink("uk", f"file://{other.resolve()}", id=only(other).id),
        EditionLink("en", f"file://{tabs.resolve()}", article.title, article.id),
        EditionLink("ru"),
    )
    assert siblings(tmp_path / "away.txt") == ()


def test_pictures_beside_a_text_in_a_folder_tree(tmp_path: Path) -> None:
    write(tmp_path / "uk" / "a.md", "# T\n\n![A](../pictures/a.png)\n\n![B](../../b.png)\n\nText.")
    (article,) = load(tmp_path).articles
    assert [photo.url for photo in article.photos] == [f"file://{tmp_path.resolve()}/pictures/a.png", None]


def test_kinds_by_name() -> None:
    assert kind_of("a.TXT") == "text"
    assert kind_of("a.html.gz") == "html"
    assert kind_of("gz") is None


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.xml", "a.json", "-"]))
def test_bytes_raise_only_our_errors(data: bytes, name: str) -> None:
    try:
        loaded = load_bytes(data, name, Path("/x"))
    except ReaderError as error:
        message = str(error)
    else:
        message = ""
        assert all(isinstance(article, Article) for article in loaded.articles)
    assert "\n" not in message


def test_no_text_is_told_apart() -> None:
    with pytest.raises(ParseError, match="not text"):
        sniff(b"%PDF-1.4", None)
    for noise in (bytes(range(256)) * 9, bytes(range(1, 255)) * 3):
        with pytest.raises(ParseError, match="not text"):
            sniff(noise, "text")
    for charset in ("utf-16", "koi8-u", "cp1251", "utf-8"):
        assert sniff(("Міст через річку\n" * 99).encode(charset), None) == "text"
    for charset in ("shift_jis", "euc_jp", "iso2022_jp"):
        assert sniff(("港は二日目も閉鎖された\n" * 99).encode(charset), None) == "text"
    assert sniff(b"hostile \x1b]0;x\x07\x08\x00 text " * 99, None) == "text"
    assert sniff(bytes(range(1, 32)) + b"text" * 200, None) == "text"
    assert sniff(b"plain", "html") == "html"


def test_pictures_beside_a_saved_page(tmp_path: Path) -> None:
    figure = '<figure><img src="a_files/x.jpg" width="800" height="600"><figcaption>Boats at dawn</figcaption></figure>'
    article = only(write(tmp_path / "a.html", HTML.replace("</h1>", f"</h1>{figure}")))
    assert [photo.url for photo in article.photos] == [f"file://{tmp_path.resolve()}/a_files/x.jpg"]
    assert article.url is None


def test_a_page_without_an_article_is_named_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", "<html><body><form><input></form></body></html>")
    with pytest.raises(ParseError) as caught:
        load(path)
    assert str(caught.value).count(str(path)) == 1
