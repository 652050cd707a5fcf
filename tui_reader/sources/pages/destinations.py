"""Where a link leads: to a text worth a reader's time, or to a list, a service, a shop, a channel."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from tui_reader.hrefs import host
from tui_reader.sources.entries.text import same_page
from tui_reader.stories.addresses import normalize_url

MIN_TITLE = 4
MAX_NAME = 4
MAX_LETTERS = 25
# Folders below which a site keeps its lists, one for every word, person or house.
_INDEX = re.compile(
    r"tags?|topics?|thema|themen|themes?|temas?|temy|tematy|temat|sujets?|dossiers?|argomenti|argomento|onderwerp(?:en)?|emne|"
    r"amne|keywords?|autor(?:en|es|zy)?|authors?|auteurs?|autori|profile?s?|categor(?:y|ies)|kategorien?|categorias?|"
    r"rubriky?|series|collections?|etiquetas?|etiket(?:ler)?|label|hashtag|temalar|konu|haberleri|hub|issues?|topik|chu-de|zhuanti",
    re.IGNORECASE,
)
# The same of names that are sections of texts too: `/people/2024/her-story-in-ten-pictures`.
_NAMES = re.compile(
    r"people|person(?:en|e)?|places?|orte?|lugares|lieux|luoghi|companies|company|unternehmen|quotes?|stocks?|"
    r"organi[sz]ations?",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"/(?:sharer?(?:\.php)?|share|sharing|intent|privacy(?:-policy)?|terms(?:-(?:of|and)-\w+)?|policies|cookies?(?:-policy)?|"
    r"datenschutz\w*|impressum|legal|reprints)(?:$|[/.?])",
    re.IGNORECASE,
)
# What a site asks of its reader: only on its own pages, and never a word of a headline's.
_SERVICE = re.compile(
    r"(?:subscri\w+|abo(?:nnement)?s?|sign-?up|sign-?in|log-?in|register|registrieren|newsletters?|contact(?:-us)?|"
    r"kontakt|donate|apps?|comments?|reprints?|licen[sc]ing|permissions|e-?paper|abonelik\w*|trust-principles|facebook|twitter|"
    r"whatsapp|telegram|linkedin|pinterest)(?:$|[-_])",
    re.IGNORECASE,
)
_VOUCHERS = re.compile(
    r"(?:^|[._-])(?:vouchers?|vouchercodes?|coupons?|gutscheine?|rabattcodes?|discount-codes?|codes?-promo|cupones|"
    r"kortingscodes?)(?:$|[._-])",
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
    if same_page(url, own) or _is_below(url, own) or _PICTURE.search(parts.path):
        return False
    where = host(url)
    if _AFFILIATE.search(where) or _BOUGHT.search(url) or _CHANNEL.match(f"{where}{parts.path}"):
        return False
    folders = [folder for folder in unquote(parts.path).split("/") if folder]
    if _SHARING.search(parts.path) or _VOUCHERS.search(where) or _is_named(_VOUCHERS, folders):
        return False
    site = _site(host(own))
    profile = _PROFILE.match(f"{where}{parts.path}")
    if profile is not None and site and site.partition(".")[0] in profile["name"].casefold():
        return False  # the site's own page there: a call to follow
    if _site(where) != site:
        return True
    if _is_named(_SERVICE, folders) or _is_listing(folders):
        return False
    return len(title.split()) >= MIN_TITLE or not is_index(parts.path)


def _is_below(url: str, own: str | None) -> bool:
    """Whether an address stands below the page's own: its comments, its gallery, more of the kind."""
    above = re.sub(r"\.\w{2,5}$", "", address(own)) if own else ""
    return above.count("/") > 3 and address(url).startswith(f"{above}/")


def _is_named(pattern: re.Pattern[str], folders: list[str]) -> bool:
    """Whether a folder is called so; one of many words, or below a number, is a headline with that word in it."""
    if len(_words(folders[-1] if folders else "")) > 1 and any(
        sign.isdigit() for folder in folders[:-1] for sign in folder
    ):
        folders = folders[:-1]
    return any(len(_words(folder)) <= MAX_NAME and pattern.search(folder) for folder in folders)


def _is_listing(folders: list[str]) -> bool:
    """Whether the folders lead to a list of a site's; a headline's words two folders below are a text."""
    for place, folder in enumerate(folders):
        below = folders[place + 1 :]
        words = _words(below[-1]) if below else []
        if _INDEX.fullmatch(folder) and (len(below) < 2 or len(words) < MIN_TITLE):
            return True
        if _NAMES.fullmatch(folder) and len(words) < MIN_TITLE and len("".join(words)) < MAX_LETTERS:
            return True
    return False


def _words(folder: str) -> list[str]:
    """The words of a folder's name; numbers and the end of a file's name are none."""
    return [word for word in re.split(r"[-_ +.,]", re.sub(r"\.\w{2,5}$", "", folder)) if word.isalpha()]


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
