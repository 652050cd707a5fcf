"""Where a link leads: to a text worth a reader's time, or to a list, a service, a shop, a channel."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from tui_reader.sources.entries.text import same_page
from tui_reader.sources.hypertext.hrefs import host
from tui_reader.stories import normalize_url

MIN_TITLE = 4
_INDEX = re.compile(
    r"/(?:tags?|topics?|thema|themen|themes?|temas?|tema|temy|tematy|temat|sujets?|dossiers?|argomenti|argomento|"
    r"onderwerp(?:en)?|emne|amne|keywords?|autor(?:en|es|zy)?|authors?|auteurs?|autori|profile?s?|people|person(?:en)?|"
    r"places?|orte?|lugares|lieux|categor(?:y|ies)|kategorien?|categorias?|category|rubriky?|series|collections?|"
    r"companies|company|unternehmen|quotes?|stocks?|etiquetas?|etiket(?:ler)?|label|hashtag|temalar|konu|haberleri|hub|persone|luoghi|organi[sz]ations?|issues?|"
    r"topik|chu-de|zhuanti)/",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"/(?:sharer?(?:\.php)?|share|sharing|intent|privacy(?:-policy)?|terms(?:-(?:of|and)-\w+)?|policies|cookies?(?:-policy)?|"
    r"datenschutz\w*|impressum|legal)(?:$|[/.?])",
    re.IGNORECASE,
)
# What a site asks of its reader: only on its own pages.
_SERVICE = re.compile(
    r"(?:^|[/._-])(?:subscri\w+|abo(?:nnement)?s?|sign-?up|sign-?in|log-?in|register|registrieren|newsletters?|contact(?:-us)?|"
    r"kontakt|donate|apps?|comments?|reprints?|licen[sc]ing|permissions|e-?paper|abonelik\w*|trust-principles|facebook|twitter|whatsapp|"
    r"telegram|linkedin|pinterest)(?:$|[/.?_-])",
    re.IGNORECASE,
)
_VOUCHERS = re.compile(
    r"(?:^|[/._-])(?:vouchers?|coupons?|gutscheine?|rabattcodes?|discount-codes?|codes?-promo|cupones|kortingscodes?)(?:$|[/.?_-])",
    re.IGNORECASE,
)
# Networks that count who bought (no site of news), and the shop's own mark of who sent the buyer.
_AFFILIATE = re.compile(
    r"(?:^|\.)(?:webgains|awin1|zanox|tradedoubler|tradetracker|shareasale|linksynergy|skimresources|skimlinks|viglink|prf\.hn|"
    r"anrdoezrs|dpbolvw|jdoqocy|kqzyfj|tkqlhce|adtraction|partner-ads|belboon|financeads|affilinet|effiliation|sovrn|"
    r"digidip|narrativ|howl\.me|bit\.do|outbrain|taboola|doubleclick)(?:\.|$)|^amzn\.to$",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"[?&](?:tag=[\w-]+-2\d|ascsubtag=|awc=|irclickid=|aff(?:_?id|iliate)?=)", re.IGNORECASE)
_CHANNEL = re.compile(
    r"^(?:\w+\.)?(?:whatsapp\.com/channel/|news\.google\.\w+/|(?:google\.\w+|google\.com)/preferences|flipboard\.com/|copyright\.com/|"
    r"(?:play\.google|apps\.apple|itunes\.apple)\.com/|t\.co/|pic\.twitter\.com/|twitter\.com/hashtag/)",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"^(?:facebook|instagram|twitter|x|tiktok|youtube|threads|linkedin|t)\.(?:com|net|me)/(?:company/|c/|user/)?@?(?P<name>[\w.-]+)/?$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)", re.IGNORECASE)


def address(url: str) -> str:
    """What two addresses of one page share: without the fragment and without what only tracks the reader."""
    return normalize_url(url).partition("#")[0]


def is_wanted(url: str, own: str | None, title: str = "") -> bool:
    """Whether an address leads to a text; ``own`` is the page's, whose site's index pages are none.

    A short path may be a section's or a text's: under a ``title`` of four words or more it is a text's.
    """
    parts = urlsplit(url)
    if same_page(url, own) or _PICTURE.search(parts.path):
        return False
    where = host(url)
    if _AFFILIATE.search(where) or _BOUGHT.search(url) or _CHANNEL.match(f"{where}{parts.path}"):
        return False
    if _SHARING.search(parts.path) or _VOUCHERS.search(f"{where}{parts.path}"):
        return False
    site = _site(host(own))
    profile = _PROFILE.match(f"{where}{parts.path}")
    if profile is not None and site and site.partition(".")[0] in profile["name"].casefold():
        return False  # the site's own page there: a call to follow
    if _site(where) != site:
        return True
    if _SERVICE.search(parts.path) or _INDEX.search(parts.path + "/"):
        return False
    return len(title.split()) >= MIN_TITLE or not is_index(parts.path)


def is_index(path: str) -> bool:
    """Whether a path of a site has the shape of a list's: few folders, few words, no number."""
    folders = [folder for folder in unquote(path).split("/") if folder]
    if not folders:
        return True
    last = re.sub(r"\.\w{2,5}$", "", folders[-1])
    if any(character.isdigit() for character in path) or len(folders) > 3:
        return False
    return len([word for word in re.split(r"[-_ ]", last) if word]) <= 2


def page_of(url: str) -> str:
    """What stands for a page: its address, without the question where its path names it already."""
    whole = address(url)
    path = whole.partition("?")[0]
    return path if len(re.split(r"[-_]", path.rstrip("/").rpartition("/")[2])) >= 4 else whole


def _site(name: str) -> str:
    return ".".join(name.split(".")[-2:]) if name else ""
