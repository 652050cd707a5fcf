"""Documents cut to what is worth reading: what stays stays whole, in every charset."""

from __future__ import annotations

import time

import pytest

from tui_reader.limits import MAX_FEED, MAX_RUN
from tui_reader.sources.bounds import of_feed, short_runs


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("extra", range(1, 6))
def test_a_long_text_loses_its_middle(charset: str, extra: int) -> None:
    data = ("<a>" + "я" * (MAX_RUN + extra) + "]]></a><b>Кінець</b>").encode(charset)
    short = short_runs(data)
    text = short.decode(charset)
    assert len(short) < len(data) or extra < 4
    assert len(short) <= MAX_RUN + 200
    assert text.startswith("<a>яяя")
    assert text.endswith("яяя]]></a><b>Кінець</b>")


def test_what_is_honest_stays_as_it_is() -> None:
    data = b"<rss>" + b"<item>words</item>" * 300_000
    assert short_runs(data) is data
    assert of_feed(data) == (data, None)


def test_almost_too_long_texts_take_no_time() -> None:
    data = (b"<a>" + b"x" * (MAX_RUN - 10)) * 7
    begun = time.process_time()
    assert short_runs(data) == data
    short_runs((b"<" * 100 + b"x" * (MAX_RUN + 50)) * 7)
    short_runs(b"<" * 15_000_000)
    assert time.process_time() - begun < 0.5


def test_a_feed_is_cut_and_says_so() -> None:
    data = b"<rss>" + b"<item>words</item>" * 500_000
    cut, line = of_feed(data)
    assert line == "only the first 6 MB were read"
    assert len(cut) <= MAX_FEED + 20
    assert cut.endswith(b"<item>words</item></channel></rss>")
    atom = of_feed(b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<entry>words</entry>" * 500_000)[0]
    assert atom.endswith(b"<entry>words</entry></feed>")
    wide = ("<rss>" + "<item>words</item>" * 300_000).encode("utf-16")
    assert of_feed(wide)[0] == wide[:MAX_FEED]


def test_an_entry_larger_than_all_that_is_read_is_cut_itself() -> None:
    one = b"<rss><channel><item><title>One</title>" + b"<category>x</category>" * 300_000 + b"</item>"
    data = one + b"<item><title>Two</title></item></channel></rss>"
    assert of_feed(data)[0] == data[:MAX_FEED]


def test_json_is_not_cut_within() -> None:
    for start in (b'{"items": [', b"\xef\xbb\xbf\n{", b"\xff\xfe{\0"):
        data = start + b"x" * 3_000_000
        assert of_feed(data) == (data, None)
