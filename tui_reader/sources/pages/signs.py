"""What the class and id of an element say about it: the words that content systems share, no site's own.

`named` joins class and id into words parted by dashes; the questions are asked of that.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINT = re.compile(r"[^a-zA-Z0-9]+")
_START, _END = r"(?:^|-)(?:", r")(?:-|$)"

_OFFER = re.compile(
    _START + r"related\w*|read-?(?:also|more|next|on)|also-?read|see-?also|more-?(?:on|from|stories|news|articles?|topics?|"
    r"about|links?|content)|recommend\w*|recirc\w*|recirculation|suggest(?:ed|ions?)|you-?(?:may|might)|further|up-?next|"
    r"next-?(?:article|story|post)|linked-?(?:articles?|stories)|teasers?|teaser-?\w+|siblings?|similar\w*|verwandt\w*" + _END
)  # fmt: skip
_FURNITURE = re.compile(
    _START + r"newsletters?\w*|promos?|promo\w+|promotions?|shar(?:e|ing|ebar|es)|sharethis|"
    r"share(?:button|bar|tool|link|icon)s?|social\w*|socials|"
    r"comments?|commenting|kommentare?|disqus|respond|author-?(?:box|bio|info|card|details?|profile|about|block|footer|"
    r"description)|about-?(?:the-?)?author|bio|biography|tags|tag-?(?:list|cloud|container|links)|topics|keywords|"
    r"breadcrumbs?|adverts?|advert\w*|ads|ad|ad-?(?:slot|container|unit|wrapper|box|label|banner|block|placeholder|text|"
    r"message|zone)|sponsor\w*|affiliate\w*|cookies?|cookie\w+|consent|gdpr|most-?(?:read|popular|viewed|recent)|trending|popular|"
    r"latest|ranking|outbrain|taboola|plista|sidebar|side-?bar|modal|overlay|popup|pop-?over|tooltip|toolbar|"
    r"feedback|ratings?|voting|sign-?up|signup\w*|login|log-?in|register|donat\w+|donation|nav|navigation|navbar|nav-?\w+|menu|footer|"
    r"skip-?link|sr-?only|visually-?hidden|screen-?reader(?:-text)?|print-?only|copy-?link|follow(?:-us)?|"
    r"call-?to-?action|cta|app-?(?:promo|banner|download)|jobs?|marketplace|pagination|pager|player-?controls|"
    r"audio-?(?:player|article)|read-?aloud|text-?to-?speech|tts|correction-?form|report-?(?:error|a-?typo)|"
    r"copyright-?(?:notice|info|text)|reading-?time|weather|horoscope|quiz|legal|disclaimer|(?:video-?)?playlists?" + _END
)  # fmt: skip
# Names that are as often about what the whole text is behind, or what it is marked for.
_VAGUE = re.compile(
    _START
    + r"paywall\w*|piano|subscri\w+|premium|register|login|sign-?up|tags|ad|ads|nav|menu|bio|topics|keywords|latest|popular|"
    r"comments?|overlay|toolbar|jobs?|legal|weather|quiz|social|shar(?:e|ing)|sponsor\w*|print-?only|cta|rating|next|further|follow"
    + _END
)
# Names that are about the whole element even where it holds most of the page's words.
_SURE = re.compile(
    _START + r"comments|comment-?(?:list|section|area|thread)|disqus|related\w*|recommend\w*|newsletters?|cookies?|consent|outbrain|"
    r"taboola|sidebar|most-?(?:read|popular|viewed)|trending|breadcrumbs?|modal|footer|navbar" + _END
)  # fmt: skip
_LEAD = re.compile(
    _START + r"lead|lede|stand-?first|sub-?titles?|sub-?head(?:ing|line|er)?|intro|introduction|summary|dek|deck|"
    r"chapo|chapeau|sommario|occhiello|entradilla|bajada|copete|vorspann|anriss|abstract|excerpt|description|"
    r"ingress|manchet|perex|lid|zajawka|strapline|teaser-?text|"
    r"(?:article|story|post|entry|content|page|news|header|headline|detail)-?"
    r"(?:lead|intro|summary|sub-?titles?|excerpt|description|teaser|deck|dek|standfirst)" + _END
)  # fmt: skip
_CAPTION = re.compile(
    r"caption|legend(?:e)?(?:-|$)|bildunterschrift|bildtext|pie-?(?:de-?)?foto|didascalia|media-?(?:text|info|desc\w*|title)"
    r"|(?:image|photo|picture|img|foto|figure)-?(?:text|info|desc\w*|title|meta|footer|byline)"
)
_SUB_HEADING = re.compile(
    _START + r"sub-?head(?:s|ing|ings|er|line)?|cross-?head(?:ing|er|line)?|inter-?titles?|intertitres?|zwischen-?(?:titel|ueberschrift)|ladillos?|"
    r"mellan-?rubrik|mellom-?tittel|mellem-?rubrik|tussen-?kop|srodtytul|mezzotitolo|intertitulo|section-?(?:title|heading)" + _END
)  # fmt: skip
_ADVERT = re.compile(_START + r"ads?|adverts?|advertisements?|anzeige" + _END)
_CREDIT = re.compile(
    _START
    + r"(?:image|photo|picture|media|foto|bild|img|figure|photo-?grapher)?-?(?:credits?|copyrights?)"
    + _END
)
_BYLINE = re.compile(_START + r"bylines?|by-?line|authors?|autor\w*|auteur\w*|writer|verfasser" + _END)
_UNSEEN = re.compile(
    _START
    + r"visually-?hidden|sr-?only|off-?screen|screen-?reader(?:-?text)?|a11y-?hidden|visuallyhidden"
    + _END
)
_PICTURE = re.compile(_START + r"images?|photos?|pictures?|img|fotos?|bild(?:er)?|figures?|slide" + _END)
_SLIDE = re.compile(_START + r"slide|carousel-?(?:item|slide)|gallery-?(?:item|slide|image)" + _END)
_BODY = re.compile(
    _START + r"(?:article|story|post|entry|content|news|text|page|main)-?(?:body|content|text|copy|main)|articlebody|"
    r"body-?(?:text|copy|content)" + _END
)  # fmt: skip


@lru_cache(maxsize=8192)
def words(names: str) -> str:
    """Class names as lower-case words parted by dashes: ``ArticleBody_text__x1`` is ``article-body-text-x1``."""
    return _JOINT.sub("-", _CAMEL.sub("-", names[:600])).strip("-").lower()


def named(element: etree._Element) -> str:
    """What the class, the id and the component's name say, one after the other."""
    attributes = element.attrib
    found = " ".join(
        value
        for name in ("class", "id", "data-testid", "data-component", "data-type", "role", "aria-label")
        if (value := attributes.get(name))
    )
    return words(found) if found else ""


@lru_cache(maxsize=8192)
def is_hidden(classes: str) -> bool:
    """Whether the classes hide an element on every screen; `hidden md:block` shows it on wide ones."""
    found = classes.split()
    return "hidden" in found and not any(":" in one for one in found)


@lru_cache(maxsize=8192)
def is_offer(names: str) -> bool:
    """Whether the names are those of a box that offers other articles."""
    return _OFFER.search(names) is not None


@lru_cache(maxsize=8192)
def is_furniture(names: str) -> bool:
    """Whether the names are those of something that is no part of any article."""
    return _FURNITURE.search(names) is not None


@lru_cache(maxsize=8192)
def is_surely(names: str) -> bool:
    """Whether what the names say holds however much text is inside."""
    return _SURE.search(names) is not None


@lru_cache(maxsize=8192)
def is_vague(names: str) -> bool:
    """Whether the names may be those of furniture, and as well those of a text."""
    return _VAGUE.search(names) is not None


@lru_cache(maxsize=8192)
def is_lead(names: str) -> bool:
    """Whether the names are those of a standfirst."""
    return _LEAD.search(names) is not None


@lru_cache(maxsize=8192)
def is_caption(names: str) -> bool:
    """Whether the names are those of a caption; the word over an advertisement is none."""
    return _CAPTION.search(names) is not None and _ADVERT.search(names) is None


@lru_cache(maxsize=8192)
def is_sub_heading(names: str) -> bool:
    """Whether the names are those of a sub-heading."""
    return _SUB_HEADING.search(names) is not None


@lru_cache(maxsize=8192)
def is_credit(names: str) -> bool:
    """Whether the names are those of a picture's credit."""
    return _CREDIT.search(names) is not None


@lru_cache(maxsize=8192)
def is_byline(names: str) -> bool:
    """Whether the names are those of the line that says who wrote the text."""
    return _BYLINE.search(names) is not None


@lru_cache(maxsize=8192)
def is_unseen(names: str) -> bool:
    """Whether the names are those of words that only a screen reader speaks."""
    return _UNSEEN.search(names) is not None


@lru_cache(maxsize=8192)
def is_picture(names: str) -> bool:
    """Whether the names are those of a picture."""
    return _PICTURE.search(names) is not None


@lru_cache(maxsize=8192)
def is_slide(names: str) -> bool:
    """Whether the names are those of one picture of a gallery."""
    return _SLIDE.search(names) is not None


@lru_cache(maxsize=8192)
def is_body(names: str) -> bool:
    """Whether the names are those of an article's text."""
    return _BODY.search(names) is not None
