"""Each form of the bookmarks, written from what a stranger wrote."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html

from tests.exports.hostile import BREAK, NOW, PNG, TITLES, kept, line, picture
from tests.exports.rules import broken_rules
from tui_reader.clean import clean_line
from tui_reader.errors import InputError
from tui_reader.exports import epub, folder, netscape, page
from tui_reader.exports.kept import picture_of
from tui_reader.exports.markup import web_address
from tui_reader.exports.placing import new_file, new_folder
from tui_reader.sources import markdown

ALL = [kept(title, f"n{number}") for number, title in enumerate(TITLES)]


def no_way_out(document: str) -> None:
    """No element of a stranger's, no handler, no address but of the web and of pictures."""
    tree: Any = html.document_fromstring(document)
    assert not tree.xpath("//script|//iframe|//object|//embed|//form|//base|//link")
    assert not [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
    assert {address.split(":")[0] for address in tree.xpath("//a/@href") if not address.startswith("#")} <= {
        "https",
        "http",
    }
    assert all(address.startswith("data:image/png;base64,") for address in tree.xpath("//img/@src"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", document)


def test_the_page_needs_nothing_else_and_nothing_gets_out_of_it() -> None:
    document = "".join(page.document([line(one) for one in ALL], ALL, picture))
    no_way_out(document)
    tree: Any = html.document_fromstring(document)
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert len(tree.xpath("//article")) == len(tree.xpath("//nav//li")) == len(ALL)
    assert {f"#{id}" for id in tree.xpath("//article/@id")} == set(tree.xpath("//nav//a/@href"))
    one = tree.xpath("//article")[0]
    assert clean_line(BREAK) in one.text_content()
    assert one.xpath(".//blockquote[@class='note']")[0].text_content().startswith("one")
    assert len(one.xpath(".//img")) == 1


def test_a_browsers_list_holds_address_date_tags_and_note() -> None:
    document = "".join(netscape.document([*ALL, kept(url="file:///etc/passwd")]))
    no_way_out(document)
    tree: Any = html.document_fromstring(document)
    links = tree.xpath("//a")
    assert len(links) == len(ALL)
    assert links[0].get("add_date") == str(int(NOW.timestamp()))
    assert links[0].get("tags").startswith("war,")
    assert links[5].text == "a b c"


def test_the_book_keeps_the_rules_of_epub(tmp_path: Path) -> None:
    file = BytesIO()
    epub.write(
        file,
        [*ALL, kept("Чеська", "cs", "xx-bad!"), kept("Без мови", "none", None)],
        picture,
        title=clean_line(BREAK),
        now=NOW,
    )
    assert broken_rules(file.getvalue()) == []
    with ZipFile(file) as book:
        assert book.read("EPUB/pictures/a1-1.png") == PNG
        assert len([name for name in book.namelist() if name.endswith(".xhtml")]) == len(ALL) + 3
    single = BytesIO()
    epub.write(single, [kept("One")], picture, title="One", now=NOW)
    assert broken_rules(single.getvalue()) == []


def test_a_book_that_breaks_a_rule_is_seen() -> None:
    file = BytesIO()
    epub.write(file, [kept("One")], picture, title="One", now=NOW)
    broken = BytesIO()
    with ZipFile(file) as book, ZipFile(broken, "w") as copy:
        for name in reversed(book.namelist()):
            data = book.read(name)
            copy.writestr(
                name,
                data.replace(b"<figure>", b"<figure><script>1</script>")
                if name.endswith("a1.xhtml")
                else data,
            )
    assert {"a1.xhtml: script", "4.2.3: mimetype must be first, as it is, without extra fields"} <= set(
        broken_rules(broken.getvalue())
    )


def test_the_folder_holds_texts_that_the_reader_reads_back_and_their_pictures(tmp_path: Path) -> None:
    twins = [kept("One title", "x", "uk"), kept("One title", "y", "uk"), kept("One title", "z", "en")]
    count = folder.write(tmp_path, [*ALL, *twins], picture)
    files = sorted(tmp_path.glob("*.md"))
    assert count == len(files) == len(ALL) + 3
    assert {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()} == {
        "pictures", *(path.name for path in files),
    }  # fmt: skip
    for path in files:
        stem = path.name.split(".")[0]
        assert not {"", "con", "nul"} & {stem}
        assert len(path.name.encode()) < 256
        back = markdown.read(path.read_text("utf-8"), "x", path.parent)
        (own,) = (Path(photo.url.removeprefix("file://")) for photo in back.photos if photo.url)
        assert own.parent == tmp_path / "pictures"
        assert own.read_bytes() == PNG
        assert "secret" not in path.read_text("utf-8")
        assert "bookmarked: " in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg onload='alert(1)'/>", None),
        (b"<html>", None),
        (b"", None),
        (None, None),
    ],
)
def test_a_picture_is_what_its_bytes_say(data: bytes | None, kind: str | None) -> None:
    found = picture_of(data)
    assert (found.kind if found else None) == kind


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path) -> None:
    there = tmp_path / "kept.html"
    with new_file(there) as file:
        file.write(b"mine")
    for take in (new_file, new_folder):
        with pytest.raises(InputError, match="is there already"), take(there):
            pytest.fail("it was begun")
    with pytest.raises(ZeroDivisionError), new_file(tmp_path / "half") as file:
        file.write(b"half" * (1 // 0))
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "half"):
        raise ZeroDivisionError
    with pytest.raises(InputError, match="can't be written"), new_file(tmp_path / "no" / "x"):
        pytest.fail("it was begun")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="is there already"), new_file(tmp_path / "link"):
        pytest.fail("it was begun")
    assert there.read_bytes() == b"mine"
    assert {path.name for path in tmp_path.iterdir()} == {"kept.html", "link"}
    with pytest.raises(InputError, match="is there already"), new_file(tmp_path / "late"):
        (tmp_path / "late").write_bytes(b"theirs")  # another program is faster
    assert (tmp_path / "late").read_bytes() == b"theirs"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.test", "https://a.test"),
        ("HTTP://a.test:80/x?y=1&z", "HTTP://a.test:80/x?y=1&amp;z"),
        ("https://шо.укр/місто?q=ї#тут", "https://шо.укр/місто?q=ї#тут"),
        ('https://a.test/a b<c>"d[e]|{f}^`%zz%20#g#h', "https://a.test/a%20b%3Cc%3E%22d%5Be%5D%7C%7Bf%7D%5E%60%25zz%20#g%23h"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://a.test\"><script>/x", None),
        ("javascript:alert(1)//https://a.test", None),
        ("file:///etc/passwd", None),
        ("https:///x", None),
        (None, None),
    ],
)  # fmt: skip
def test_an_address_is_one_of_the_web_and_well_formed(url: str | None, written: str | None) -> None:
    assert web_address(url) == written
