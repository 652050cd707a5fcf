"""Pages read with a reader's own CSS selectors: each one overrides, and one that matches nothing changes nothing."""

from __future__ import annotations

import pickle
import time
from contextlib import suppress

import pytest

from tui_reader.errors import ParseError
from tui_reader.model import Article, BlockKind, Selectors
from tui_reader.sources import page

URL = "https://paper.example/en/harbour"
SENTENCE = (
    "The harbour town rebuilt its old lighthouse last year, and the keeper tells how the lamp was saved. "
)
NOTE = "Every reader of this column may write to the desk about ropes, knots and the price of tar in winter. "
PAGE = f"""<html lang="en"><head><title>Window | Paper</title><meta property="og:title" content="The lamp">
<meta property="og:image" content="https://paper.example/og.jpg"></head><body>
<div class="promo">{NOTE * 3}</div>
<h1>Harbour news of the week</h1><h2 class="real">The lamp that came back</h2>
<div class="story"><p>{SENTENCE * 2}</p><div class="ad"><p>{NOTE}</p></div><p>{SENTENCE * 3}</p>
<div class="pic"><img src="/keeper.jpg" width="900" alt="A keeper"></div><div class="under">The keeper at noon</div>
<span class="who">Photo: Bo Ek</span>
<p>{SENTENCE}</p><img src="/tower.jpg" width="900"><p>{SENTENCE} See <a class="more" href="/flood">the flood</a>.</p>
<ul class="further"><li><a href="/tower">The tower by night</a></li><li><a href="/tower">Tower</a></li></ul>
</div>
<div class="second"><p>{NOTE}</p></div></body></html>"""


def read(html: str = PAGE, **chosen: str | tuple[str, ...]) -> Article:
    selectors = Selectors(**{key: (one,) if isinstance(one, str) else one for key, one in chosen.items()})
    return page.read(html, url=URL, identity="page", selectors=pickle.loads(pickle.dumps(selectors)))


def test_without_a_match_everything_is_as_usual() -> None:
    usual = page.read(PAGE, url=URL, identity="page")
    names = ("title", "body", "photo", "caption", "credit", "related", "remove")
    assert read(**dict.fromkeys(names, ".nothing-has-this")) == usual
    assert read() == usual


def test_the_title() -> None:
    assert read(title="h2.real").title == "The lamp that came back"
    assert read(title='meta[property="og:title"]').title == "The lamp"
    assert "The lamp that came back" not in read(title="h2.real", body=".story").text


def test_the_body_is_what_is_chosen_and_nothing_else() -> None:
    text = read(body=".second").text
    assert text == NOTE.strip()


def test_several_bodies_come_in_the_order_of_the_page() -> None:
    text = read(body=(".second p", ".story > p")).text
    assert text.count("lighthouse") == 7
    assert text.endswith(NOTE.strip())


def test_a_body_within_a_body_is_there_once() -> None:
    assert read(body=(".story", ".story > p")).text.count("lighthouse") == 7


def test_what_is_removed_is_gone_and_what_follows_it_stays() -> None:
    assert "ropes" in read(body=".story").text
    article = read(body=".story", remove=(".ad", ".further"))
    assert "ropes" not in article.text
    assert article.text.count("lighthouse") == 7
    html = PAGE.replace("<p>The harbour", "<p><b class='x'>Advert</b>The harbour", 1)
    assert read(html, remove="b.x").text.startswith("The harbour")


def test_photos_are_those_that_are_chosen() -> None:
    article = read(body=".story", photo=".pic img")
    assert [photo.url for photo in article.photos] == ["https://paper.example/keeper.jpg"]
    assert [block.photo for block in article.body if block.kind is BlockKind.PHOTO] == [0]
    assert article.body[0].kind is not BlockKind.PHOTO


def test_a_photo_that_is_not_in_the_text_stands_above_it() -> None:
    article = read(body=".story", photo=('meta[property="og:image"]', ".pic"))
    assert [photo.url for photo in article.photos] == [
        "https://paper.example/og.jpg",
        "https://paper.example/keeper.jpg",
    ]
    assert article.body[0].photo == 0
    assert article.photos[1].alt == "A keeper"


def test_a_caption_and_a_credit_go_to_the_picture_before_them() -> None:
    article = read(body=".story", caption=".under", credit=".who")
    keeper = next(photo for photo in article.photos if (photo.url or "").endswith("keeper.jpg"))
    assert (keeper.caption, keeper.credit) == ("The keeper at noon", "Bo Ek")
    assert "at noon" not in article.text
    assert "Bo Ek" not in article.text


def test_a_caption_with_its_credit_in_it_is_parted() -> None:
    html = PAGE.replace("The keeper at noon", "The keeper at noon (Photo: Ann Lee)").replace(
        "Photo: Bo Ek", ""
    )
    keeper = next(photo for photo in read(html, body=".story", caption=".under").photos if photo.caption)
    assert (keeper.caption, keeper.credit) == ("The keeper at noon", "Ann Lee")


def test_related_links_are_those_that_are_chosen_each_once() -> None:
    article = read(body=".story", related=(".further", "a.more"))
    assert [(link.title, link.url, link.kind.value) for link in article.related] == [
        ("the flood", "https://paper.example/flood", "read-also"),
        ("The tower by night", "https://paper.example/tower", "read-also"),
    ]
    assert "The tower by night" not in article.text
    assert "See the flood" in article.text


def test_a_short_body_that_was_chosen_is_enough() -> None:
    html = "<html><body><div class='x'>Two words</div><p>More.</p></body></html>"
    assert read(html, body=".x").text == "Two words"


@pytest.mark.parametrize("body", ["html", "body", "h1", "p", "img", "*", "script", "head"])
def test_an_odd_choice_of_the_body_still_reads(body: str) -> None:
    assert read(body=body).text


def test_a_hostile_page_with_selectors_ends_soon() -> None:
    html = "<html><body>" + "<div class=a><p class=b><img src=x.jpg>t" * 4_000 + "</body></html>"
    started = time.process_time()
    with suppress(ParseError):
        read(html, body=".a", caption=".b", credit=".b", related=".b", photo="img", remove="i")
    assert time.process_time() - started < 15
