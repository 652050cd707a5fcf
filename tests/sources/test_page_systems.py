"""Pages as content systems build them: one small page for each convention, and what a reader should get of it.

Each page tells the same kind of story in the markup of another family of systems. The words are made up here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from tui_reader.model import Article, BlockKind, LinkKind
from tui_reader.sources import page

URL = "https://paper.example/2026/05/lamp"
TITLE = "The old lamp shines over the harbour again"
CAPTION, CREDIT = "The keeper lights the lamp on the first evening", "Ann Lee"
SECOND, OTHER = "Boats wait below the tower for the first light", "Bo Ek/Reuters"
HEADS = ("How the lamp was saved", "What the town pays for it")
MORE = "A bridge for the old harbour is planned"
JUNK = ("Cookie settings", "Share this", "Sign up for our newsletter", "Most read today")
WORDS = [
    f"{start} The harbour town rebuilt its lighthouse after the flood of that winter, and the keeper tells, on the stairs, "
    "how the men carried the heavy glass up the tower by hand, step by step, for two long nights."
    for start in ("In spring it began.", "Nobody had asked for it.", "Then came the storm.", "The mayor was late.",
                  "So they waited.", "It was cold up there.")
]  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A page, and what of it differs from the usual: ``photos`` are captions with their credits."""

    html: str
    title: str = TITLE
    heads: tuple[str, ...] = HEADS
    photos: tuple[tuple[str | None, str | None], ...] = ((CAPTION, CREDIT), (SECOND, OTHER))
    related: tuple[str, ...] = ()
    words: tuple[str, ...] = tuple(WORDS)


def whole(body: str, *, head: str = "", title: str = f"{TITLE} | The Paper", lang: str = "en") -> str:
    menu = "".join(f"<li><a href='/s{number}'>Section {number}</a></li>" for number in range(9))
    return (
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title}</title>{head}</head><body><nav><ul>{menu}"
        f"</ul></nav>{body}<footer><p>{JUNK[0]}. The Paper, 12 Harbour Street, Portby.</p></footer></body></html>"
    )


def text(
    first: str, second: str, *, tag: str = "p", head: str = "<h2>{}</h2>", words: list[str] | None = None
) -> str:
    """Six paragraphs with two headings; ``first`` stands after the first one, ``second`` after the fourth."""
    parts = [f"<{tag}>{one}</{tag}>" for one in words or WORDS]
    heads = [head.format(one) for one in HEADS]
    return "".join(
        [parts[0], first, parts[1], heads[0], parts[2], parts[3], second, heads[1], parts[4], parts[5]]
    )


def ld(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **data})}</script>'


SHARE = f"<div class='share-buttons'><a href='https://facebook.com/sharer?u=1'>{JUNK[1]}</a></div>"
NEWSLETTER = (
    f"<div class='newsletter-box'><p>{JUNK[2]} and read every morning what the harbour says.</p></div>"
)
MOST = f"<section class='most-read'><h2>{JUNK[3]}</h2><ul><li><a href='/m1'>The fish of the year is a herring</a></li></ul></section>"

WORDPRESS = Case(
    whole(
        f"<article class='post hentry'><header class='entry-header'><h1 class='entry-title'>{TITLE}</h1></header><div class='entry-content'>"
        + text(
            f"<figure class='wp-block-image size-large'><img src='/a-1024x683.jpg' srcset='/a-300x200.jpg 300w, /a-1536x1024.jpg 1536w'>"
            f"<figcaption class='wp-element-caption'>{CAPTION}. Photo: {CREDIT}</figcaption></figure>",
            f"<div id='attachment_7' class='wp-caption alignnone'><img class='wp-image-7' src='/b-300x200.jpg'>"
            f"<p class='wp-caption-text'>{SECOND}. ({OTHER})</p></div>",
            head="<h2 class='wp-block-heading'>{}</h2>",
        )
        + f"</div><div class='sharedaddy'>{JUNK[1]}</div><div id='jp-relatedposts'><h3>Related</h3><a href='/r1'>{MORE}</a></div></article>"
        f"<div id='comments' class='comments-area'><p>First! {JUNK[1]} and what a lamp that is, I say.</p></div>"
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
    related=(MORE,),
)
DRUPAL = Case(
    whole(
        f"<main><h1 class='page-title'><span class='field field--name-title'>{TITLE}</span></h1><div class='node__content'>"
        "<div class='field field--name-body field__item'>"
        + text(
            f"<article class='media media--type-image'><div class='field field--name-field-media-image'><img src='/sites/default/files/styles/large/public/2026/a.jpg?itok=x'>"
            f"</div><div class='field--name-field-caption'>{CAPTION}</div><div class='field--name-field-credit'>{CREDIT}</div></article>",
            f"<figure role='group' class='caption caption-img'><img src='/sites/default/files/b.jpg' data-entity-type='file'><figcaption>{SECOND} © {OTHER}</figcaption></figure>",
        )
        + f"</div></div></main><aside>{MOST}</aside>"
    )
)
ARC = Case(
    whole(
        f"<main><h1 class='b-headline' data-testid='headline'>{TITLE}</h1><article class='article-body-wrapper default__ArticleBody-x1 b-article-body'>"
        + text(
            f"<figure class='c-media-item'><picture><source srcset='/resizer/v2/AAA.jpg?width=800 800w'><img src='/resizer/v2/AAA.jpg?width=400'></picture>"
            f"<figcaption class='c-media-item__fig-caption'><span class='c-media-item__caption'>{CAPTION}</span><span class='c-media-item__credit'>({CREDIT})</span></figcaption></figure>",
            f"<div class='c-stack'><picture><img src='/resizer/v2/BBB.jpg?width=400'></picture><div class='image-metadata'>"
            f"<span class='image__caption'>{SECOND}</span> ({OTHER})</div></div>",
            head="<div class='c-heading-wrap'><h2>{}</h2></div>",
        )
        + "</article></main>"
    )
)
GHOST = Case(
    whole(
        f"<article class='gh-article'><header class='gh-article-header'><h1 class='gh-article-title'>{TITLE}</h1>"
        f"<figure class='gh-article-image'><img src='/content/images/size/w2000/a.jpg'><figcaption><span>{CAPTION}. Photo by </span>"
        f"<a href='https://unsplash.com/@x'>{CREDIT}</a></figcaption></figure></header><section class='gh-content gh-canvas'>"
        + text(
            "",
            f"<figure class='kg-card kg-image-card kg-card-hascaption'><img src='/content/images/b.jpg' class='kg-image'><figcaption><i><em>{SECOND}. Photo: {OTHER}</em></i></figcaption></figure>",
            head="<h2 id='x'>{}</h2>",
        )
        + f"</section></article><div class='gh-subscribe'>{JUNK[2]}</div>"
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)
LETTER = Case(
    whole(
        f"<div class='single-post'><article class='newsletter-post post'><div class='post-header'><h1 class='post-title published'>{TITLE}</h1>"
        "<h3 class='subtitle'>A letter from the harbour, with boats</h3></div><div class='available-content'><div class='body markup'>"
        + text(
            f"<div class='captioned-image-container'><figure><a class='image-link' href='/a.jpg'><picture><img src='/fetch/w_1456/a.jpg'></picture></a>"
            f"<figcaption class='image-caption'>{CAPTION} (Photo by {CREDIT})</figcaption></figure></div>",
            f"<div class='captioned-image-container'><figure><picture><img src='/fetch/w_1456/b.jpg'></picture><figcaption class='image-caption'>{SECOND} / Photo: {OTHER}</figcaption></figure></div>",
            head="<h3 class='header-anchor-post'>{}</h3>",
        )
        + f"<div class='subscription-widget-wrap'><p>{JUNK[2]} for free.</p></div></div></div></article></div>"
    )
)
BLOGGER = Case(
    whole(
        f"<div class='post hentry'><h3 class='post-title entry-title'>{TITLE}</h3><div class='post-body entry-content'>"
        + text(
            f"<table align='center' class='tr-caption-container'><tbody><tr><td><a href='/a.jpg'><img src='/s400/a.jpg'></a></td></tr>"
            f"<tr><td class='tr-caption'>{CAPTION}. Photo: {CREDIT}</td></tr></tbody></table>",
            f"<div class='separator' style='text-align:center'><a href='/b.jpg'><img src='/s400/b.jpg'></a></div><p style='text-align:center'><i>{SECOND}. Photo: {OTHER}</i></p>",
            head="<p><b>{}</b></p>",
        )
        + f"</div></div><div class='sidebar'>{MOST}</div>",
        title=f"The Paper: {TITLE}",
        head=f"<meta property='og:title' content='{TITLE}'>",
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)
JOOMLA = Case(
    whole(
        f"<div class='item-page' itemscope itemtype='https://schema.org/Article'><div class='page-header'><h2 itemprop='headline'>{TITLE}</h2></div>"
        f"<div class='item-image'><figure><img src='/images/a.jpg' itemprop='image'><figcaption class='caption'>{CAPTION}. Foto: {CREDIT}</figcaption></figure></div><div itemprop='articleBody'>"
        + text(
            "",
            f"<div class='img_caption'><img class='caption' src='/images/b.jpg' title='{SECOND}'><p class='img_caption'>{SECOND}. Foto: {OTHER}</p></div>",
            head="<h3>{}</h3>",
        )
        + "</div></div>"
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)
RU_WORDS = [
    f"{start} Портовый город восстановил старый маяк после зимнего наводнения, и смотритель рассказывает на лестнице, как люди "
    "две ночи подряд на руках поднимали тяжёлое стекло на самый верх башни."
    for start in ("Весной началось.", "Никто не просил.", "Потом пришёл шторм.", "Мэр опоздал.", "Ждали.", "Было холодно.")
]  # fmt: skip
BITRIX = Case(
    whole(
        "<div class='bx-content'><h1 id='pagetitle'>Старый маяк снова светит над гаванью</h1><div class='news-detail'>"
        "<div class='news-detail__image'><img class='detail_picture' src='/upload/iblock/a.jpg' alt='Маяк'>"
        "<div class='news-detail__image-desc'>Смотритель зажигает лампу в первый вечер. Фото: Анна Ли</div></div><div class='news-detail__text'>"
        + text("", "", head="<p><strong>{}</strong></p>", words=RU_WORDS)
        + "<div class='news-detail__more'><b>Читайте также:</b> <a href='/r1'>В старой гавани построят новый мост</a></div></div></div></div>",
        title="Старый маяк снова светит над гаванью — Газета",
        lang="ru",
    ),
    title="Старый маяк снова светит над гаванью",
    photos=(("Смотритель зажигает лампу в первый вечер.", "Анна Ли"),),
    related=("В старой гавани построят новый мост",),
    words=tuple(RU_WORDS),
)
WIKI = Case(
    whole(
        f"<div class='mw-body'><h1 id='firstHeading' class='firstHeading'><span class='mw-page-title-main'>{TITLE}</span></h1>"
        "<div class='mw-body-content'><div class='mw-parser-output'>"
        + text(
            f"<div class='thumb tright'><div class='thumbinner'><a href='/File:A.jpg' class='image'><img src='/thumb/A.jpg/300px-A.jpg' class='thumbimage'></a>"
            f"<div class='thumbcaption'><div class='magnify'><a href='/File:A.jpg'></a></div>{CAPTION}.<br><small>Image: {CREDIT}.</small></div></div></div>",
            f"<figure typeof='mw:File/Thumb'><a href='/File:B.jpg'><img src='/thumb/B.jpg/300px-B.jpg' class='mw-file-element'></a><figcaption>{SECOND}. <small>Image: {OTHER}.</small></figcaption></figure>",
            head="<div class='mw-heading mw-heading2'><h2>{}</h2><span class='mw-editsection'>[<a href='/edit'>edit</a>]</span></div>",
        )
        + "</div></div></div>",
        title=f"{TITLE} - Wikinews, the free news source",
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)
AMP = Case(
    whole(
        f"<article class='amp-wp-article'><header><h1 class='amp-wp-title'>{TITLE}</h1></header><figure class='amp-wp-article-featured-image wp-caption'>"
        f"<amp-img src='/a.jpg' width='1200' height='800' layout='responsive'></amp-img><p class='wp-caption-text'>{CAPTION}. Photo: {CREDIT}</p></figure><div class='amp-wp-article-content'>"
        + text(
            "<amp-ad width='300' height='250'></amp-ad>",
            f"<figure><amp-img src='/b.jpg' width='600' height='400'><noscript><img src='/b.jpg'></noscript></amp-img><figcaption>{SECOND} ({OTHER})</figcaption></figure>",
        )
        + "</div></article>"
    ),
    photos=((f"{CAPTION}.", CREDIT), (SECOND, OTHER)),
)
MICRODATA = Case(
    whole(
        f"<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop='headline'>{TITLE}</h1><div itemprop='articleBody'>"
        + text(
            f"<div itemprop='image' itemscope itemtype='http://schema.org/ImageObject'><img itemprop='contentUrl' src='/a.jpg'><span itemprop='caption'>{CAPTION}</span>"
            f"<span itemprop='copyrightHolder'>{CREDIT}</span></div>",
            f"<figure itemscope itemtype='http://schema.org/ImageObject'><img itemprop='contentUrl' src='/b.jpg'><figcaption itemprop='caption'>{SECOND} <span itemprop='creditText'>{OTHER}</span></figcaption></figure>",
        )
        + "</div></div>"
    )
)
STATE = Case(
    whole(
        "<div id='__next'><div class='spinner'></div></div><script id='__NEXT_DATA__' type='application/json'>"
        + json.dumps({
            "props": {"article": {"html": text(
                f"<figure><img src='/a.jpg'><figcaption>{CAPTION}. Photo: {CREDIT}</figcaption></figure>",
                f"<figure><img src='/b.jpg'><figcaption>{SECOND}. Photo: {OTHER}</figcaption></figure>",
            )}}
        }).replace("<", "\\u003c")
        + "</script>",
        head=f"<meta property='og:title' content='{TITLE}'><meta property='og:type' content='article'>",
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)  # fmt: skip
CUSTOM = Case(
    whole(
        f"<news-app><news-headline><h1>{TITLE}</h1></news-headline><news-body>"
        + text(
            f"<news-image srcset='/a-800.jpg 800w, /a-1600.jpg 1600w' alt='A tower'></news-image><div class='caption'>{CAPTION}</div>"
            + f"<div class='credit'>{CREDIT}</div>",
            f"<figure><news-img src='/b.jpg'></news-img><figcaption>{SECOND} | {OTHER}</figcaption></figure>",
        )
        + "</news-body></news-app>"
    )
)
LAZY = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='article-body'>"
        + text(
            f"<figure><picture><source data-srcset='/a-400.webp 400w, /a-1600.webp 1600w' type='image/webp'><img class='lazyload' src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src='/a-400.jpg'></picture>"
            f"<figcaption>{CAPTION}<cite>{CREDIT}</cite></figcaption></figure>",
            f"<figure><noscript><img src='/b.jpg'></noscript><img src='/placeholder.gif' data-lazy-src='/b.jpg'><figcaption><p>{SECOND}</p><p class='photo-credit'>Photo: {OTHER}</p></figcaption></figure>",
        )
        + f"</div></article>{SHARE}{NEWSLETTER}"
    )
)
GALLERY = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='story-body'>"
        + text(
            "<div class='gallery slideshow'>"
            f"<div class='slide'><img src='/a.jpg'><div class='slide-caption'>1/2 | {CAPTION}</div><div class='slide-credit'>{CREDIT}</div></div>"
            f"<div class='slide'><img src='/b.jpg'><div class='slide-caption'>2/2 | {SECOND}</div><div class='slide-credit'>{OTHER}</div></div></div>",
            "",
        )
        + "</div></article>"
    )
)
OUTSIDE = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='text'>"
        + text(
            f"<div class='picture-box'><figure><img src='/a.jpg'></figure><div class='picture-box__text'>{CAPTION}</div><div class='picture-box__copyright'>© {CREDIT}</div></div>",
            f"<figure><img src='/b.jpg' data-caption='{SECOND}' data-credit='{OTHER}'></figure>",
        )
        + "</div></article>"
    )
)
TABLES = Case(
    whole(
        "<table width=800><tr><td width=150><a href='/s1'>Home</a><br><a href='/s2'>Sport</a></td><td><table><tr><td>"
        f"<font size=5><b>{TITLE}</b></font></td></tr><tr><td><table align=right width=200><tr><td><img src='/a.jpg' width=400 height=300></td></tr>"
        f"<tr><td class='foto_caption'><font size=1>{CAPTION} (Photo: {CREDIT})</font></td></tr></table>"
        + "<br><br>".join(WORDS[:3]) + f"<br><br><b>{HEADS[0]}</b><br>" + "<br><br>".join(WORDS[3:5]) + f"<br><br><b>{HEADS[1]}</b><br>" + WORDS[5]
        + "</td></tr></table></td></tr></table>"
    ),
    photos=((CAPTION, CREDIT),),
)  # fmt: skip
MODIFIERS = Case(
    whole(
        f"<div class='layout has-sidebar no-comments'><div class='article-header with-social-share'><h1>{TITLE}</h1></div><div class='content-wrap no-ads with-newsletter'>"
        + text(
            f"<div class='cmp-image has-share'><img src='/a.jpg'><span class='cmp-image__caption'>{CAPTION}. Photo: {CREDIT}</span></div>",
            f"<figure class='image image_resized'><img src='/b.jpg'><figcaption>{SECOND}. <em>{OTHER}</em></figcaption></figure>",
            head="<div class='cmp-title'><h3 class='cmp-title__text'>{}</h3></div>",
        )
        + "</div></div>"
    ),
    photos=((f"{CAPTION}.", CREDIT), (f"{SECOND}.", OTHER)),
)
READ_ALSO = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='body'>"
        + text(
            f"<figure><img src='/a.jpg'><figcaption>{CAPTION}. Photo: {CREDIT}</figcaption></figure><p><strong>Read also:</strong> <a href='/r1'>{MORE}</a></p>",
            "<div class='inline-related'><h4>More on this topic</h4><ul><li><a href='/r2'>The herring is back in the bay</a></li></ul></div>",
        )
        + "</div></article>" + MOST
    ),
    photos=((f"{CAPTION}.", CREDIT),),
    related=(MORE, "The herring is back in the bay"),
)  # fmt: skip

FIGURE = f"<figure><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></figure>"

CREDIT_SPAN_IN_FIGURE = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='art'>"
        + text(
            f"<figure class='media'><img src='/a.jpg'><span class='media__credit'>{CREDIT}</span><figcaption class='media__caption'>{CAPTION}</figcaption></figure>",
            f"<figure><div class='figure__copyright'>© {OTHER}</div><img src='/b.jpg'><figcaption>{SECOND}</figcaption></figure>",
        )
        + "</div></article>"
    )
)
DL_CAPTION = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            f"<dl class='photo'><dt><img src='/a.jpg'></dt><dd class='caption'>{CAPTION} (photo: {CREDIT})</dd></dl>",
            f"<p class='image'><img src='/b.jpg'><br><span class='caption-text'>{SECOND}. Photo: {OTHER}</span></p>",
        )
        + "</div></article>"
    ),
    photos=((CAPTION, CREDIT), (SECOND + ".", OTHER)),
)
P_IMG_THEN_CAPTION = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(
            f"<p><img src='/a.jpg'></p><p class='photo-caption'>{CAPTION}</p><p class='photo-credit'>{CREDIT}</p>",
            f"<p><img src='/b.jpg'><br><em>{SECOND} (Photo: {OTHER})</em></p>",
        )
        + "</div></article>"
    )
)
MEDIA_VC = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(
            f"<div class='vc_single_image'><div class='wrap'><img src='/a.jpg'></div><div class='vc_figure-caption'>{CAPTION}</div></div>",
            f"<div class='elementor-image'><figure class='wp-caption'><img src='/b.jpg'><figcaption class='widget-image-caption'>{SECOND}</figcaption></figure></div>",
        )
        + "</div></article>"
    ),
    photos=((CAPTION, None), (SECOND, None)),
)
STRONG_LINES_BR = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(FIGURE, "", head="<p><strong>{}</strong><br></p>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
STRONG_INSIDE_P = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + f"<p>{WORDS[0]}</p>"
        + FIGURE
        + f"<p>{WORDS[1]}</p><p><strong>{HEADS[0]}</strong><br>{WORDS[2]}</p><p>{WORDS[3]}</p><p><strong>{HEADS[1]}</strong><br>{WORDS[4]}</p><p>{WORDS[5]}</p></div></article>"
    ),
    photos=((CAPTION, None),),
)
DIV_PARAS = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(FIGURE, "", tag="div", head="<div><strong>{}</strong></div>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
DIV_CLASS_HEAD = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(FIGURE, "", head="<p class='subheading'>{}</p>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
ROLE_HEADING = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(FIGURE, "", head="<div role='heading' aria-level='2'>{}</div>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
H4_HEADS = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>"
        + text(FIGURE, "", head="<h4>{}</h4>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
SECTION_WRAPPED = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'><section><p>{WORDS[0]}</p>{FIGURE}<p>{WORDS[1]}</p></section><section><h2><span>{HEADS[0]}</span></h2><p>{WORDS[2]}</p><p>{WORDS[3]}</p></section><section><h2><a id='x' href='#x'>#</a>{HEADS[1]}</h2><p>{WORDS[4]}</p><p>{WORDS[5]}</p></section></div></article>"
    ),
    heads=(HEADS[0], HEADS[1]),
    photos=((CAPTION, None),),
)
KICKER_H1 = Case(
    whole(
        f"<article><header><h1><span class='kicker'>Harbour</span> <span class='headline'>{TITLE}</span></h1><p class='lead'>A lead for those who are in a hurry: the lamp shines again, and the boats are glad about it, says the mayor.</p></header><div class='entry'>"
        + text(FIGURE, "")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
OG_SUFFIX = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry'>" + text(FIGURE, "") + "</div></article>",
        head=f"<meta property='og:title' content='{TITLE} - The Paper'><meta property='og:site_name' content='The Paper'>",
        title=f"{TITLE} - Harbour News - The Paper",
    ),
    photos=((CAPTION, None),),
)
LOGO_H1 = Case(
    whole(
        f"<header><h1><a href='/'>The Paper</a></h1></header><article><h2 class='headline'>{TITLE}</h2><div class='entry'>"
        + text(FIGURE, "", head="<h3>{}</h3>")
        + "</div></article>",
        head=f"<meta property='og:title' content='{TITLE}'>",
    ),
    photos=((CAPTION, None),),
)
LOGO_H1_NOOG = Case(
    whole(
        f"<header><h1>The Paper</h1></header><article><h2 class='headline'>{TITLE}</h2><div class='entry'>"
        + text(FIGURE, "", head="<h3>{}</h3>")
        + "</div></article>"
    ),
    photos=((CAPTION, None),),
)
CURLY = Case(
    whole(
        "<article><h1>‘The lamp’ – it shines, they say: “at last”</h1><div class='entry'>"
        + text(FIGURE, "")
        + "</div></article>",
        title="'The lamp' - it shines, they say: \"at last\" | The Paper",
    ),
    title="‘The lamp’ – it shines, they say: “at last”",
    photos=((CAPTION, None),),
)
FIGURE_IN_P_UNCLOSED = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            f"<figure><a href='/gallery/1'><img src='/a.jpg'></a><figcaption>{CAPTION} <b>Photo by {CREDIT}</b></figcaption></figure>",
            f"<figure><img src='/b.jpg'><figcaption>{SECOND}<br>({OTHER})</figcaption></figure>",
        )
        + "</div></article>"
    )
)
SWIPER = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            f"<div class='swiper'><div class='swiper-wrapper'><div class='swiper-slide'><figure><img src='/a.jpg'><figcaption>{CAPTION}. Photo: {CREDIT}</figcaption></figure></div><div class='swiper-slide'><figure><img src='/b.jpg'><figcaption>{SECOND}. Photo: {OTHER}</figcaption></figure></div></div><div class='swiper-button-next'></div></div>",
            "",
        )
        + "</div></article>"
    ),
    photos=((CAPTION + ".", CREDIT), (SECOND + ".", OTHER)),
)
UL_GALLERY = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            f"<ul class='gallery'><li><img src='/a.jpg'><p>{CAPTION}. Photo: {CREDIT}</p></li><li><img src='/b.jpg'><p>{SECOND}. Photo: {OTHER}</p></li></ul>",
            "",
        )
        + "</div></article>"
    ),
    photos=((CAPTION + ".", CREDIT), (SECOND + ".", OTHER)),
)
WP_GALLERY = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='entry-content'>"
        + text(
            f"<figure class='wp-block-gallery'><figure class='wp-block-image'><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></figure><figure class='wp-block-image'><img src='/b.jpg'><figcaption>{SECOND}</figcaption></figure></figure>",
            "",
        )
        + "</div></article>"
    ),
    photos=((CAPTION, None), (SECOND, None)),
)
LEAD_ABOVE = Case(
    whole(
        f"<article><div class='hero'><figure><img src='/a.jpg'><figcaption>{CAPTION}. Photo: {CREDIT}</figcaption></figure></div><h1>{TITLE}</h1><div class='entry'>"
        + text("", "")
        + "</div></article>"
    ),
    photos=((CAPTION + ".", CREDIT),),
)
BG_LEAD = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='lead-photo'><img src='/a.jpg' alt='{CAPTION}'><p class='photo-info'>{CAPTION} <span class='author'>{CREDIT}</span></p></div><div class='entry'>"
        + text("", "")
        + "</div></article>"
    ),
    photos=((CAPTION, CREDIT),),
)
INLINE_RELATED_P = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            f"<p><em><a href='/r1'>READ MORE: {MORE}</a></em></p>",
            "<blockquote class='related'><a href='/r2'>The herring is back in the bay</a></blockquote>",
        )
        + "</div></article>"
    ),
    photos=(),
    related=("The herring is back in the bay", MORE),
)
TWO_LINKS_PAR = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div>"
        + text(
            "",
            "",
            words=[
                w.replace("harbour town", "<a href=/x>harbour town</a>")
                .replace("heavy glass", "<a href=/y>heavy glass</a>")
                .replace("two long nights", "<b>two</b> <i>long</i> nights")
                for w in WORDS
            ],
        )
        + "</div></article>"
    ),
    photos=(),
)
DOUBLED = Case(
    whole(
        f"<article><h1>{TITLE}</h1><div class='desktop-only body'>"
        + text("", "")
        + "</div><div class='mobile-only body'>"
        + text("", "")
        + "</div></article>"
    ),
    photos=(),
)
ANGULAR = Case(
    whole(
        "<app-root></app-root><script id='ng-state' type='application/json'>"
        + json.dumps({"a": {"body": text("", "").replace("'", '"')}}).replace("<", "\\u003c")
        + "</script>",
        head=f"<meta property='og:title' content='{TITLE}'>",
    ),
    photos=(),
)
NG_ATTR = Case(
    whole(
        f"<div ng-app><h1 ng-bind='t'>{TITLE}</h1><div class='ng-scope' ng-bind-html='b'>"
        + text(FIGURE, "")
        + "</div></div>"
    ),
    photos=((CAPTION, None),),
)


def translated(
    lang: str,
    title: str,
    sentence: str,
    heads: tuple[str, str],
    caption: str,
    credit: str,
    line: str,
    *,
    rtl: bool = False,
) -> Case:
    """A page in another script: the caption's ``line`` holds ``caption`` and ``credit``."""
    words = [f"{sentence}{sentence}{number}{sentence[-1]}" for number in range(6)]
    paragraphs = [f"<p>{one}</p>" for one in words]
    parts = [
        *paragraphs[:2],
        f"<h2>{heads[0]}</h2>",
        *paragraphs[2:4],
        f"<h3>{heads[1]}</h3>",
        *paragraphs[4:],
    ]
    figure = f"<figure><img src='/a.jpg'><figcaption>{line}</figcaption></figure>"
    html = whole(
        f"<article{' dir=rtl' if rtl else ''}><h1>{title}</h1>{figure}{''.join(parts)}</article>",
        title=f"{title} | The Paper",
        lang=lang,
    )
    return Case(html, title, heads, ((caption, credit),), words=tuple(words))


JAPANESE = translated(
    "ja", "古い灯台が港に再び光をともした", "港町は冬の洪水のあとに古い灯台を建て直し、灯台守は階段で重いガラスを運んだ夜のことを語った。", ("灯台の再建", "町の負担"),
    "最初の夜に灯台守が明かりをともす", "山田太郎", "最初の夜に灯台守が明かりをともす（写真：山田太郎）",
)  # fmt: skip
CHINESE = translated(
    "zh", "古老的灯塔再次照亮海港", "海港小镇在冬天的洪水之后重建了古老的灯塔，守塔人在楼梯上讲述人们如何连夜搬运沉重的玻璃。", ("如何保住灯塔", "小镇的花费"),
    "守塔人在第一个夜晚点亮灯塔。", "新华社", "守塔人在第一个夜晚点亮灯塔。图片来源：新华社",
)  # fmt: skip
KOREAN = translated(
    "ko", "오래된 등대가 다시 항구를 비춘다", "항구 도시는 겨울 홍수가 지난 뒤 오래된 등대를 다시 세웠고 등대지기는 계단에서 무거운 유리를 옮기던 밤을 이야기했다. ", ("등대를 지킨 방법", "도시가 내는 돈"),
    "첫날 밤 등대지기가 불을 켜고 있다.", "연합뉴스", "첫날 밤 등대지기가 불을 켜고 있다. 연합뉴스",
)  # fmt: skip
GREEK = translated(
    "el", "Ο παλιός φάρος φωτίζει ξανά το λιμάνι", "Η παραθαλάσσια πόλη ξαναέχτισε τον παλιό φάρο μετά την πλημμύρα και ο φύλακας διηγείται πώς κουβάλησαν το βαρύ γυαλί. ",
    ("Πώς σώθηκε ο φάρος", "Τι πληρώνει η πόλη"), "Ο φύλακας ανάβει το φως το πρώτο βράδυ.", "Άννα Λη", "Ο φύλακας ανάβει το φως το πρώτο βράδυ. Φωτογραφία: Άννα Λη",
)  # fmt: skip
THAI = translated(
    "th", "ประภาคารเก่าส่องแสงเหนือท่าเรืออีกครั้ง", "เมืองท่าสร้างประภาคารเก่าขึ้นใหม่หลังน้ำท่วมในฤดูหนาว และผู้ดูแลเล่าว่าผู้คนช่วยกันยกกระจกหนักขึ้นไปบนหอคอยอย่างไร ",
    ("ประภาคารรอดมาได้อย่างไร", "เมืองต้องจ่ายเท่าไร"), "ผู้ดูแลจุดไฟในคืนแรก", "แอนนา ลี", "ผู้ดูแลจุดไฟในคืนแรก (ภาพ: แอนนา ลี)",
)  # fmt: skip
ARABIC = translated(
    "ar", "المنارة القديمة تضيء الميناء من جديد", "أعادت مدينة الميناء بناء المنارة القديمة بعد فيضان الشتاء، ويروي الحارس على الدرج كيف حمل الرجال الزجاج الثقيل إلى أعلى البرج. ",
    ("كيف أنقذت المنارة", "ما تدفعه المدينة"), "الحارس يضيء المصباح في الليلة الأولى", "رويترز", "الحارس يضيء المصباح في الليلة الأولى (صورة: رويترز)", rtl=True,
)  # fmt: skip
HEBREW = translated(
    "he", "המגדלור הישן מאיר שוב את הנמל", "עיר הנמל בנתה מחדש את המגדלור הישן אחרי השיטפון של החורף, והשומר מספר על המדרגות איך נשאו האנשים את הזכוכית הכבדה. ",
    ("איך ניצל המגדלור", "מה העיר משלמת"), "השומר מדליק את האור בערב הראשון", "אנה לי", "השומר מדליק את האור בערב הראשון (צילום: אנה לי)", rtl=True,
)  # fmt: skip

CASES = {name.casefold(): value for name, value in list(globals().items()) if isinstance(value, Case)}


def article(case: Case) -> Article:
    return page.read(case.html, url=URL, identity="x")


@pytest.fixture(params=list(CASES.values()), ids=list(CASES), scope="module")
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


def test_the_headline_and_the_sub_headings(case: Case) -> None:
    found = article(case)
    assert found.title == case.title
    assert tuple(block.text for block in found.body if block.kind is BlockKind.HEADING) == case.heads


def test_every_word_of_the_text_once_and_none_of_the_furniture(case: Case) -> None:
    found = article(case)
    for words in case.words:
        assert found.text.count(words.strip()) == 1
    told = [caption for caption, _ in case.photos if caption]
    assert not any(one in found.text for one in (*JUNK, *told, "Section 1"))


def test_captions_apart_from_credits(case: Case) -> None:
    found = article(case)
    assert [(photo.caption, photo.credit) for photo in found.photos if photo.caption or photo.credit] == list(
        case.photos
    )


def test_what_the_editors_offer_to_read_on(case: Case) -> None:
    found = article(case)
    assert tuple(link.title for link in found.related if link.kind is LinkKind.READ_ALSO) == case.related
