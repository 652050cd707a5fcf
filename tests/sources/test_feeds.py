"""Feeds: golden pairs, the traps of feedparser, identities, errors, hostile documents."""

from __future__ import annotations

import gzip
import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.codec import to_document
from tui_reader.errors import ParseError
from tui_reader.gate import clean_article
from tui_reader.model import Article
from tui_reader.sources import feeds
from tui_reader.sources.feeds import ParsedFeed, looks_like_feed

DATA = Path(__file__).resolve().parents[1] / "data" / "feeds"
GOLDEN = sorted(path.name for path in DATA.iterdir() if not path.name.endswith(".expected.json"))
SPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def parse(data: bytes | str, **settings: Any) -> ParsedFeed:
    raw = data.encode() if isinstance(data, str) else data
    return feeds.parse(raw, url="https://feed.example/feed", source="S", **settings)


def rss(*items: str, language: str = "en") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel><title>Paper</title><link>https://feed.example/</link>'
        f"<language>{language}</language>{inner}</channel></rss>"
    )


def entry(item: str, **settings: Any) -> Article:
    (article,) = parse(rss(item), **settings).articles
    return article


def attempt(data: bytes) -> tuple[tuple[Article, ...], str]:
    """The articles, or none and the one error that is allowed."""
    try:
        return parse(data).articles, ""
    except ParseError as error:
        return (), str(error)


@pytest.mark.parametrize("name", GOLDEN)
def test_golden(name: str) -> None:
    found = parse((DATA / name).read_bytes())
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    articles = [to_document(clean_article(article)) for article in found.articles]
    told = [{key: value for key, value in one.items() if value not in (None, [], False)} for one in articles]
    assert {
        "title": found.title,
        "site": found.site,
        "language": found.language,
        "warnings": list(found.warnings),
        "articles": told,
    } == expected


def test_a_picture_s_description_is_its_caption_and_not_the_text() -> None:
    media = (
        '<media:content url="/p.jpg" medium="image"><media:description>On the pier</media:description>'
        "<media:credit>Ann</media:credit><media:credit>Bo</media:credit><media:title>Pier</media:title></media:content>"
    )
    for item in (
        f"<title>T</title><description>The text.</description>{media}",
        f"<title>T</title>{media}<description>The text.</description>",
    ):
        article = entry(item)
        assert article.title == "T"
        assert article.text == "The text."
        photo = article.photos[0]
        assert (photo.url, photo.alt, photo.caption, photo.credit) == (
            "https://feed.example/p.jpg",
            "Pier",
            "On the pier",
            "Ann, Bo",
        )


def test_a_video_s_description_is_the_text_where_there_is_no_other() -> None:
    article = entry(
        '<title>T</title><media:group><media:content url="https://v.example/1.mp4" type="video/mp4"/>'
        '<media:thumbnail url="https://v.example/1.jpg"/><media:description>What it shows.</media:description></media:group>'
    )
    assert article.text == "What it shows."
    assert [photo.url for photo in article.photos] == ["https://v.example/1.jpg"]
    assert [(link.title, link.url) for link in article.related] == [
        ("Video: 1.mp4", "https://v.example/1.mp4")
    ]


def test_another_edition_is_not_the_address() -> None:
    article = entry(
        '<title>T</title><link>https://feed.example/a</link><atom:link rel="alternate" hreflang="de" href="/de/a"/>'
        '<atom:link rel="alternate" hreflang="x-default" href="/a"/>'
    )
    assert article.url == "https://feed.example/a"
    assert [(edition.language, edition.url) for edition in article.editions] == [
        ("de", "https://feed.example/de/a")
    ]


def test_mislabelled_windows_1251_is_read_as_what_it_is() -> None:
    title = "Сьогодні у столиці відкрили виставку старих мап і листівок"
    for declaration in ('<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0"?>', ""):
        data = (declaration + rss(f"<title>{title}</title>").partition("?>")[2]).encode("cp1251")
        assert parse(data).articles[0].title == title


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1251", "koi8-u"])
def test_declared_encodings(codec: str) -> None:
    text = rss("<title>Їжак</title>").replace('version="1.0"?', f'version="1.0" encoding="{codec}"?')
    assert parse(text.encode(codec)).articles[0].title == "Їжак"
    bare = rss("<title>Їжак</title>").encode(codec)
    assert parse(bare, content_type=f"text/xml; charset={codec}").articles[0].title == "Їжак"


def test_the_language_of_the_entry_comes_first_then_feed_setting_and_text() -> None:
    item = "<title>Ein kurzer Satz über das Wetter an der Küste und im Gebirge</title>"
    assert parse(rss(item, language="fr"), edition="it").articles[0].language == "fr"
    assert parse(rss(item, language="uk-UA"), edition="uk").articles[0].language == "uk"
    assert parse(rss(item, language=""), edition="it").articles[0].language == "it"
    assert parse(rss(item, language="")).articles[0].language == "de"
    own = rss(item, language="fr").replace("<item>", '<item xml:lang="es">')
    assert parse(own, edition="it").articles[0].language == "es"


def test_a_summary_that_is_the_content_s_beginning_is_no_lead() -> None:
    content = "<content:encoded>&lt;p&gt;One two three four five six seven.&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;</content:encoded>"
    same = entry(f"<title>T</title><description>One two three four five […]</description>{content}")
    assert (same.lead, same.partial, len(same.body)) == (None, False, 2)
    other = entry(f"<title>T</title><description>A standfirst of its own.</description>{content}")
    assert other.lead == "A standfirst of its own."


def test_continue_reading_is_no_text_and_says_that_more_is_to_come() -> None:
    article = entry(
        "<title>T</title><link>https://feed.example/a</link><content:encoded><![CDATA[<p>A beginning.</p>"
        '<p><a href="https://feed.example/a?utm_source=rss">Continue reading</a></p>]]></content:encoded>'
    )
    assert article.text == "A beginning."
    assert article.partial
    assert article.related == ()


def test_entries_without_guid_keep_their_identity_over_refreshes() -> None:
    document = rss("<title>A</title><link>/a</link>", "<title>B</title><description>b</description>")
    first, second = parse(document), parse(document)
    assert [article.id for article in first.articles] == [article.id for article in second.articles]
    assert len({article.id for article in first.articles}) == 2


def test_doubled_guids_keep_both_texts_and_stay_the_same() -> None:
    old = "<guid>g</guid><title>Old</title><pubDate>Mon, 06 Sep 2021 10:00:00 GMT</pubDate>"
    new = "<guid>g</guid><title>New</title><pubDate>Mon, 06 Sep 2021 11:00:00 GMT</pubDate>"
    (alone,) = parse(rss(old)).articles
    both = {article.title: article.id for article in parse(rss(new, old, old)).articles}
    turned = {article.title: article.id for article in parse(rss(old, new)).articles}
    assert both == turned
    assert len(set(both.values())) == 2
    assert both["Old"] == alone.id


def test_one_guid_in_two_feeds_is_two_articles() -> None:
    data = rss("<guid>g</guid><title>A</title>").encode()
    left = feeds.parse(data, url="u", source="S", edition="uk").articles[0]
    right = feeds.parse(data, url="u", source="S", edition="en").articles[0]
    assert left.id != right.id
    assert (
        feeds.parse(data, url="u", source="S", identity=lambda guid: f"mine {guid}").articles[0].identity
        == "mine g"
    )


def test_titles_are_plain_text() -> None:
    assert (
        entry("<title>Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt; [/r/x] [Video]</title>").title
        == "Fish & chips [/r/x] [Video]"
    )
    assert entry(
        "<description>Only a text, which has no title of its own at all.</description>"
    ).title.startswith("Only a text")


def test_a_bad_entry_is_skipped_with_a_warning() -> None:
    found = parse(rss("<title>A</title>", "<guid></guid>", "<title>C</title>"))
    assert [article.title for article in found.articles] == ["A", "C"]
    assert found.warnings == (
        "https://feed.example/feed: entry 2 was skipped: it holds no title, no text and no address",
    )


def test_a_feed_that_is_cut_off_keeps_its_earlier_entries() -> None:
    document = rss("<title>A</title>", "<title>B</title><description>text</description>")
    assert [article.title for article in parse(document[: document.index("text")]).articles] == ["A", "B"]


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse(rss()).articles == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (
            b"<!DOCTYPE html><html><head><title>Login</title></head><body><form></form></body></html>",
            "it is a web page",
        ),
        (
            b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
            "names the feed /rss",
        ),
        (b"<opml version='2.0'><head/><body/></opml>", "list of feeds (OPML)"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "another kind of XML"),
        (b"/etc/passwd", "it is plain text"),
        (b"http://127.0.0.1:9/", "it is plain text"),
        (b"%PDF-1.7", "a PDF document"),
        (b'{"a": 1}', "JSON of another kind"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse(data)
    assert str(caught.value).startswith("https://feed.example/feed is not a feed: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_entities_are_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    for target in (secret.as_uri(), "http://127.0.0.1:9/x"):
        document = (
            f'<!DOCTYPE rss [<!ENTITY e SYSTEM "{target}">]>' + rss("<title>T &e;</title>").partition("?>")[2]
        )
        for codec in ("utf-8", "utf-16"):
            data = f'<?xml version="1.0" encoding="{codec}"?>{document}'.encode(codec)
            assert "SECRET" not in str(parse(data).articles)
    laughs = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    bomb = (
        f'<!DOCTYPE rss [<!ENTITY a "ha">{laughs}]>'
        + rss('<title>&j;</title><media:content url="&j;"/>').partition("?>")[2]
    )
    started = time.process_time()
    assert len(str(parse(bomb).articles)) < 10_000
    assert time.process_time() - started < 5


def test_too_many_entries_are_cut_and_said() -> None:
    found = parse(rss(*(f"<title>{n}</title>" for n in range(feeds.MAX_ENTRIES + 50))))
    assert len(found.articles) == feeds.MAX_ENTRIES
    assert found.warnings == (
        f"https://feed.example/feed: only the first {feeds.MAX_ENTRIES} entries were read",
    )


def test_control_characters_do_not_break_the_feed() -> None:
    article = entry("<title>a\x1b[31m&#27;b\0&#xD800;c</title><description>d&amp;#27;e</description>")
    assert clean_article(article).title == "a[31mbc"
    assert article.text == "de"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<rss version='2.0'>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom">', True),
        (rss().encode("utf-16"), True),
        (gzip.compress(rss().encode()), True),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="x">', True),
        (b'{ "version": "https://jsonfeed.org/version/1.1", "items": []}', True),
        (b'{"version": 1}', False),
        (b"<!DOCTYPE html><html>", False),
        (b"# rss", False),
        (b"", False),
        (b"\x1f\x8bgarbage", False),
    ],
)
def test_looks_like_feed(data: bytes, expected: bool) -> None:
    assert looks_like_feed(data) is expected


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda text: rss(text).encode("utf-8", "surrogatepass"))
)
def test_arbitrary_bytes_end_in_articles_or_one_clear_error(data: bytes) -> None:
    looks_like_feed(data)
    found, complaint = attempt(data)
    assert "\n" not in complaint
    assert all(article.identity and article.title for article in found)


@settings(max_examples=120, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(GOLDEN))
def test_mutated_feeds_never_crash(chance: random.Random, name: str) -> None:
    data = bytearray((DATA / name).read_bytes())
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data))
        piece = chance.choice(
            [b"", b"<item>", b"</item>", b"&#27;", b"]]>", b'"', b"<", b"\xff", b"http://[", b"<!--"]
        )
        data[place : place + chance.randint(0, 12)] = piece
    found, complaint = attempt(bytes(data))
    assert complaint.startswith("https://feed.example/feed") or not complaint
    assert all(article.identity for article in found)


@pytest.mark.shared
@pytest.mark.slow
def test_every_shared_feed_is_read_or_refused_in_one_line(shared: Path) -> None:
    files = [path for path in sorted((shared / "feeds").rglob("*")) if path.is_file()]
    assert len(files) > 1000
    slowest, articles = 0.0, 0
    for path in files:
        started = time.process_time()
        found, complaint = attempt(path.read_bytes())
        articles += len(found)
        assert "\n" not in complaint, path
        slowest = max(slowest, time.process_time() - started)
    assert articles > 1500
    assert slowest < 10
