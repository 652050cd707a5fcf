"""Pages that are broken, hostile, or no articles: each ends soon, in an article or in one clear line.

The inputs are built here. `reading.read_page` is what a worker calls with the bytes that a server sent.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from collections.abc import Callable

import pytest

from tui_reader.errors import ParseError
from tui_reader.model import Article
from tui_reader.reading import read_page

URL = "https://paper.example/lamp"
SENTENCE = (
    "The harbour town rebuilt its old lighthouse, and the keeper tells how the lamp was saved from the flood."
)
PARTS = 6
ARTICLE = (
    "<article><h1>The lamp</h1>"
    + "".join(f"<p>Part {number}. {SENTENCE} {SENTENCE}</p>" for number in range(PARTS))
    + "</article>"
)
SECONDS = 15.0  # the deadline of a page is 20; the slowest here takes 3 alone
NAV = "<nav>" + "".join(f"<a href=/s{number}>Section {number}</a>" for number in range(12)) + "</nav>"


def page(body: str = ARTICLE, *, head: str = "", before: str = "", after: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>The lamp</title>{head}</head><body>{before}{body}{after}</body></html>"


def read(data: bytes | str, content_type: str | None = "text/html") -> Article:
    body = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return read_page(body, URL, "page\nx", content_type)


def whole(article: Article) -> bool:
    """Whether every part of the article is there."""
    return all(f"Part {number}." in article.text for number in range(PARTS))


def nested(tag: str, count: int, *, closed: bool) -> str:
    """The article with ``count`` elements around its third part."""
    opening = "".join(f"<{name}>" for name in tag.split()) * count
    closing = "".join(f"</{name}>" for name in reversed(tag.split())) * count if closed else ""
    return page(
        ARTICLE.replace("<p>Part 2", f"{opening}<p>Part 2").replace("<p>Part 3", f"{closing}<p>Part 3")
    )


NO_PAGE = {
    "empty": (b"", "empty"),
    "spaces": (b" \r\n\t ", "empty"),
    "only a comment": (b"<!-- nothing here -->", "nothing in it"),
    "only a doctype": (b"<!doctype html>", "nothing in it"),
    "binary": (random.Random(1).randbytes(100_000).replace(b"<", b""), "neither HTML nor"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(3000), "neither HTML nor"),
    "words": (b"just words", "not HTML"),
    "a script for the screen": (
        page("<div id=root></div><noscript>You need to enable JavaScript.</noscript>").encode(),
        "need a browser",
    ),
    "an unclosed comment": (page(before="<!--").encode(), "need a browser"),
    "gzip cut off": (gzip.compress(page().encode())[:100], "cut off"),
    "gzip bomb": (gzip.compress(bytes(70_000_000)), "unpacks to more"),
}


@pytest.mark.parametrize(("data", "said"), NO_PAGE.values(), ids=NO_PAGE)
def test_what_holds_no_article_is_one_clear_line(data: bytes, said: str) -> None:
    with pytest.raises(ParseError, match=said) as caught:
        read(data)
    assert str(caught.value).isprintable()


WHOLE: dict[str, Callable[[], bytes | str]] = {
    "gzip": lambda: gzip.compress(page().encode()),
    "UTF-16": lambda: page().encode("utf-16"),
    "escape by number": lambda: page().replace("rebuilt", "re&#27;built"),
    "escape": lambda: page().replace("rebuilt", "re\x1b[31mbuilt"),
    "zero": lambda: page().replace("rebuilt", "re\0built"),
    "lone surrogate by number": lambda: page().replace("rebuilt", "re&#xD800;built"),
    "lone surrogate": lambda: page().replace("rebuilt", "re\ud800built"),
    "Latin 1 called UTF-8": lambda: page(
        head='<meta charset="utf-8">', after="<p>Ein Leuchtturm für alle, schöner als je.</p>"
    ).encode("latin-1"),
    "300 divs": lambda: nested("div", 300, closed=True),
    "300 open divs": lambda: nested("div", 300, closed=False),
    "300 spans": lambda: nested("span", 300, closed=False),
    "300 quotes": lambda: nested("blockquote", 300, closed=False),
    "300 lists": lambda: nested("ul li", 300, closed=False),
    "300 tables": lambda: nested("table tr td", 300, closed=False),
    "100,000 nested divs": lambda: page(before="<div>" * 100_000),
    "100,000 divs": lambda: page(before="<div></div>" * 100_000),
    "100,000 divs with words": lambda: page(after="<div>x y</div>" * 100_000),
    "100,000 links": lambda: page(before="".join(f"<a href=/{n}>link {n}</a> " for n in range(100_000))),
    "80,000 attributes": lambda: page(before=f"<p {' '.join(f'a{n}=1' for n in range(80_000))}>x</p>"),
    "80,000 attributes of the body": lambda: page().replace(
        "<body>", f"<body {' '.join(f'a{n}=1' for n in range(80_000))}>"
    ),
    "a text of 11 MB": lambda: page(after=f"<p>{'x' * 11_000_000}</p>"),
    "20 MB of text after it": lambda: page(after=f"<p>{'word ' * 4_000_000}</p>"),
    "20 MB of comment before it": lambda: page(before=f"<!--{'x' * 20_000_000}-->"),
    "20 MB of script before it": lambda: page(before=f"<SCRIPT>{'a=1;' * 5_000_000}</SCRIPT>"),
    "20 MB of style before it": lambda: page(head=f"<style>{'a{b:c}' * 3_400_000}</style>"),
    "20 MB of picture before it": lambda: page(
        before=f'<img src="data:image/png;base64,{"A" * 20_000_000}">'
    ),
    "two million references": lambda: page(after="&amp;" * 2_000_000),
    "200,000 open tags": lambda: page(after="<b>x" * 200_000),
    "50,000 pictures": lambda: page(after="<img src=/a.jpg>" * 50_000),
    "30,000 captions": lambda: page(after="<div class=caption>a b c</div>" * 30_000),
    "JSON 100,000 deep": lambda: page(head=f'<script type="application/ld+json">{"[" * 100_000}</script>'),
    "a million brackets": lambda: page(after="<" * 1_000_000),
}


SLOW = frozenset({
    "100,000 divs", "100,000 links", "200,000 open tags", "50,000 pictures", "30,000 captions", "a text of 11 MB",
    "20 MB of text after it",
})  # fmt: skip


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(make, id=name, marks=[pytest.mark.slow] if name in SLOW else [])
        for name, make in WHOLE.items()
    ],
)
def test_a_broken_page_keeps_its_article_and_ends_soon(make: Callable[[], bytes | str]) -> None:
    data = make()
    started = time.process_time()
    article = read(data)
    seconds = time.process_time() - started
    assert whole(article)
    assert article.title == "The lamp"
    assert "\x1b" not in article.text
    assert seconds < SECONDS


def test_another_charset_than_the_page_says() -> None:
    parts = "".join(
        f"<p>Частина {number}. Портове місто відбудувало старий маяк, і доглядач розповідає про повінь {number} року.</p>"
        for number in range(8)
    )
    html = page(f"<article><h1>Маяк</h1>{parts}</article>", head='<meta charset="utf-8">')
    article = read(html.replace("The lamp", "Маяк").encode("cp1251"), "text/html; charset=utf-8")
    assert (article.title, article.language) == ("Маяк", "uk")
    assert "Частина 7." in article.text


TEASERS = [
    f"<h2><a href=/n{number}>The council of town number {number} decides about the bridge</a></h2>"
    f"<p>In the evening the council of town {number} met for the third time and talked for hours about money.</p>"
    for number in range(30)
]
NO_ARTICLE = {
    "a home page": NAV + "<main>" + "".join(f"<article>{one}</article>" for one in TEASERS) + "</main>",
    "a section with dates": NAV + "".join(f"<div>{one}<time datetime='2024-05-02'>2 May</time></div>" for one in TEASERS),
    "a list of links": NAV + "<ul>" + "".join(f"<li><a href=/{n}>News of town {n} and its old bridge</a></li>" for n in range(80)) + "</ul>",
    "a menu": "".join(f"<div><a href=/{n}>News of region {n} and all that is there</a></div>" for n in range(300)),
    "a login": NAV + "<main><h1>Log in</h1><form><input><button>Log in</button></form><p>Forgot your password? We send you "
    "a link to your address with which you can choose another one.</p><p>Create a free account to read five articles a "
    "month, to save them for later, and to follow the authors whose work you like best.</p></main>",
    "a login in German": "<main><h1>Anmelden</h1><p>Bitte melden Sie sich an, um den Artikel zu lesen. Haben Sie bereits ein Abo?"
    " Dann nehmen Sie Ihre E-Mail-Adresse.</p><p>Passwort vergessen? Kein Problem, wir schicken Ihnen einen Link an Ihre "
    "Adresse, mit dem Sie ein neues wählen können.</p></main>",
    "consent": "<div><h1>We value your privacy</h1><p>We and our 842 partners use cookies and process personal data, such as "
    "unique identifiers, for personalised ads and content, and to learn about our audience.</p><p>You may consent to the "
    "processing by us and our partners as described above, or withdraw your consent at any time on this site.</p></div>",
    "consent in Ukrainian": "<div><h1>Ваша приватність</h1><p>Ми та наші партнери зберігаємо на вашому пристрої файли cookie та "
    "обробляємо дані, щоб показувати рекламу, яка вам цікава.</p><p>Ви можете прийняти всі файли cookie або надати згоду "
    "лише на деякі, і змінити свій вибір будь-коли на цій сторінці.</p></div>",
    "a check for robots": "<div><h1>Checking your browser</h1><p>Please verify you are human by completing the action below. This "
    "takes a few seconds, then you come to the page that you asked for.</p><p>Please enable JavaScript and cookies to "
    "continue. The number of this question is 18.2d3f.1700000000 for your address.</p></div>",
    "a video": NAV + "<h1>The bridge at night</h1><video src=/v.mp4></video><p>The bridge at night.</p>"
    + "".join(f"<a href=/v{n}>More video {n}</a>" for n in range(40)),
    "not found": NAV + "<h1>404</h1><p>What you look for is not here any more. Perhaps it was moved.</p>"
    + "".join(f"<p><a href=/n{n}>Most read: the council of town {n}</a></p>" for n in range(20)),
    "an error page": NAV + "<main><h1>Page not found</h1><p>Sorry, we could not find the page that you were looking for. It may have "
    "been moved or deleted. Please check the address, or go back to our home page, where all the latest news is.</p></main>",
    "an error page in Ukrainian": "<main><h1>Сторінку не знайдено</h1><p>На жаль, такої сторінки не існує або її було видалено. Перевірте, "
    "будь ласка, адресу або поверніться на головну сторінку, де є всі останні новини нашого портового міста.</p>"
    "<p>Якщо ви вважаєте, що це наша помилка, напишіть, будь ласка, до редакції, і ми все виправимо.</p></main>",
    "a page not for here": "<h1>451: Unavailable due to legal reasons</h1><p>We recognise that you are attempting to read this site from a "
    "country for which it was not made, and therefore access cannot be granted at this time. For any issue, write to the office of "
    "the paper, and name the address that you wanted to see and the time of day.</p>",
    "an advertisement or a subscription": "<h2>Weiter mit Werbung oder im Abo</h2><p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und "
    "Tracking. Einzelheiten finden Sie in der Erklärung zum Datenschutz.</p><p>Nutzen Sie uns werbefrei ab vier Euro im Monat. Sie haben "
    "bereits ein Abo? Hier anmelden.</p><p>Wir und 842 Partner verarbeiten personenbezogene Daten, um Ihnen Anzeigen zu zeigen.</p>",
    "subscriptions": "<h1>Read The Paper</h1>" + "".join(f"<h2>Offer {n}</h2><p>All articles in the app and on the web for {n} euros a month, "
    "cancel at any time.</p>" for n in range(2, 7)),
    "search results": NAV + "<h1>Search results for “bridge”</h1>" + "".join(f"<div><h3><a href=/n/{n}>The bridge of town {n}</a></h3><p>… the "
    f"council about the <b>bridge</b> over the river and the money that it takes, town {n} says …</p></div>" for n in range(20)),
    "teasers that say where to read on": NAV + "".join(f"<article><h2>The bridge of town {n}</h2><p>In the evening the council of town {n} met "
    f"for the third time and talked for hours. <a href=/n/{n}>Read more</a></p></article>" for n in range(12)),
    "a home page that calls itself an article": "<meta property='og:type' content='article'>" + "".join(TEASERS[:12]),
    "a home page that lists its articles in data": '<script type="application/ld+json">' + json.dumps({"@type": "ItemList", "itemListElement": [
        {"@type": "NewsArticle", "headline": f"The council of town {n} decides"} for n in range(12)]}) + "</script>" + "".join(TEASERS[:12]),
}  # fmt: skip


@pytest.mark.parametrize("body", NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_an_article_is_never_a_menu_shown_as_text(body: str) -> None:
    with pytest.raises(ParseError, match=r"no article found in https://paper\.example/lamp: it") as caught:
        read(page(body))
    assert "browser" in str(caught.value)


def test_an_article_about_cookies_is_an_article() -> None:
    body = ARTICLE.replace(
        "<p>Part 1.",
        "<p>“We use cookies”, sites say, and “accept all” is what most readers press, she found. Part 1.",
    )
    assert whole(read(page(body)))


def test_an_article_about_a_page_that_is_not_found_is_an_article() -> None:
    assert whole(read(page(ARTICLE.replace("The lamp", "404: not found, and who counts such pages"))))


def test_paragraphs_with_links_and_bold_words_are_text() -> None:
    linked = ARTICLE.replace("harbour town", "<a href=/t>harbour</a> <b>town</b>").replace(
        "lamp was", "<a href=/l>lamp</a> was"
    )
    assert whole(read(page(linked)))


def test_a_text_that_stands_twice_for_two_kinds_of_screens_is_read_once() -> None:
    copies = ARTICLE.replace("<article>", "<div class=wide>").replace("</article>", "</div>")
    article = read(page(copies + copies.replace("<h1>The lamp</h1>", "").replace("wide", "narrow")))
    assert whole(article)
    assert all(article.text.count(f"Part {number}.") == 1 for number in range(PARTS))
