"""Lists of feeds that strangers made."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from tests.hostile.bombs import gzip_bomb
from tests.hostile.payloads import PAYLOADS, assert_nothing_obeyed
from tests.hostile.test_walk import reader
from tui_reader import config
from tui_reader.sources.subscriptions import read_list

LAUGH = '<!ENTITY a{} "{}">'
GOOD = '<outline text="Good" type="rss" xmlUrl="https://good.example/rss"/>'


def imported(tmp_path: Path, text: str | bytes, *more: str) -> tuple[int, bytes, bytes, list[str]]:
    """Import a list into settings of its own: status, output, errors, and the sources that came in."""
    file, settings = tmp_path / "list.opml", tmp_path / "feeds.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    settings.write_text("# mine\n[settings]\nlanguages = ['uk']\n")
    done = reader("import", file, "--config", settings, *more)
    assert b"Traceback" not in done.stderr
    assert_nothing_obeyed(done.stdout, app=False)
    assert_nothing_obeyed(done.stderr, app=False)
    assert settings.read_text("utf-8").startswith("# mine\n[settings]\nlanguages = ['uk']\n")
    names = [source.name for source in config.load(settings).sources]
    return done.returncode, done.stdout, done.stderr, names


@pytest.mark.case(81)
@pytest.mark.parametrize("depth", [300, 5_000, 100_000])
def test_a_hundred_thousand_deep(tmp_path: Path, depth: int) -> None:
    text = (
        f"<opml><body>{GOOD}"
        + '<outline text="x">' * depth
        + GOOD.replace("good", "deep")
        + "</outline>" * depth
    )
    status, _, err, names = imported(tmp_path, text)
    assert status in (0, 1)
    assert "Good" in names
    assert len(err.splitlines()) <= 2


@pytest.mark.case(82)
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">'
        + "".join(LAUGH.format(n, f"&a{n - 1 or ''};" * 10) for n in range(1, 12))
        + "]>",
        '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE opml [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/opml.dtd">',
        f'<!DOCTYPE opml [<!ENTITY x "{"y" * 1_000_000}">]>',
    ],
    ids=range(5),
)
def test_entities_are_not_followed(tmp_path: Path, doctype: str) -> None:
    bad = (
        '<outline text="&x;&a11;" type="rss" xmlUrl="https://bad.example/&x;"/>'
        + "<outline>&x;</outline>" * 50
    )
    status, out, _, names = imported(
        tmp_path, f"<?xml version='1.0'?>{doctype}<opml><body>{GOOD}{bad}</body></opml>"
    )
    assert status in (0, 1)
    assert "Good" in names
    assert b"root:" not in out
    assert (tmp_path / "feeds.toml").stat().st_size < 20_000


@pytest.mark.case(83)
def test_the_good_lines_come_in_and_the_bad_are_counted(tmp_path: Path) -> None:
    bad = "".join(
        f'<outline text="Bad {number}" type="rss" xmlUrl="{url}"/>'
        for number, url in enumerate(
            ("javascript:x", "file:///etc/passwd", "", "https://", "ftp://a.example/", "x")
        )
    )
    status, out, err, names = imported(tmp_path, f"<opml><body>{bad}{GOOD}<outline text='a'><<<&&& {GOOD}")
    assert status == 1
    assert "Good" in names
    assert b"Bad 0" in err
    assert b"lines not taken" in out


@pytest.mark.case(31)
@pytest.mark.parametrize(
    "bad",
    [
        "<outline " + " ".join(f'a{number}="{number}"' for number in range(100_000)) + "/>",
        "<" * 5_000_000,
        "<a" * 1_000_000,
        '<a ">"' * 300_000,  # where every end of a tag stands within quotes
    ],
    ids=["attributes", "signs", "names", "quotes"],
)
def test_tags_that_cost(bad: str) -> None:
    begun = time.process_time()
    found = read_list(f"<opml><body>{GOOD}{bad}</body></opml>".encode())
    assert (
        time.process_time() - begun < 5
    )  # they took time by the square of their number: from 10 s to minutes
    assert [feed.title for feed in found.feeds] == ["Good"]


@pytest.mark.case(69)
def test_names_and_categories_that_are_hostile(tmp_path: Path) -> None:
    def attribute(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    lines = "".join(
        f'<outline text="{attribute(bad)}"><outline text="{attribute(bad)} {number}" type="rss" '
        f'xmlUrl="https://{number}.example/{attribute(bad)}"/></outline>'
        for number, bad in enumerate(PAYLOADS.values())
        if "\x00" not in bad
    )
    status, _, _, names = imported(tmp_path, f"<opml><body>{lines}{GOOD}</body></opml>")
    assert status in (0, 1)
    assert len(names) >= 5
    assert len(set(names)) == len(names)


@pytest.mark.case(23)
def test_a_password_in_an_address_is_not_printed(tmp_path: Path) -> None:
    url = "https://reader:SECRET@feed.example/rss"
    listed = f'<opml><body><outline xmlUrl="{url}"/><outline text="{url}x" xmlUrl="{url}x"/></body></opml>'
    for text in (listed, f'{url}\n{url}x "~{url}x"\n'):
        for more in ((), ("--json",), ("--dry-run",)):
            status, out, err, names = imported(tmp_path, text, *more)
            assert status == 0
            assert b"feed.example" in out
            assert b"SECRET" not in out + err
            assert "SECRET" not in "".join(names)


@pytest.mark.case(81)
def test_as_many_feeds_as_may_be_of_one_name(tmp_path: Path) -> None:
    count = 6000
    feeds = "".join(f'<outline text="Same" xmlUrl="https://{number}.example/"/>' for number in range(count))
    begun = time.perf_counter()
    status, out, _, _ = imported(tmp_path, f"<opml><body>{feeds}</body></opml>", "--dry-run", "--json")
    assert time.perf_counter() - begun < 20  # it took time by the square of their number
    assert status == 0
    assert out.count(b"\n") == count
    assert f'"Same ({count})"'.encode() in out


@pytest.mark.case(81)
def test_a_packed_list(tmp_path: Path) -> None:
    packed = gzip.compress(b'<opml><body><outline text="A" xmlUrl="https://a.example/"/></body></opml>')
    assert "A" in imported(tmp_path, packed)[3]
    assert imported(tmp_path, gzip_bomb(100))[0] == 1
    status, _, err, _ = imported(tmp_path, bytes(range(256)) * 100)
    assert status == 1
    assert err.count(b"\n") == 1
