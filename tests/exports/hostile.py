"""Articles in which a stranger tries to break out of each form, and what no export may hold then."""

from __future__ import annotations

from datetime import UTC, datetime

from tui_reader.bookmarks import note_text, tag_names
from tui_reader.exports.kept import Kept, Picture
from tui_reader.gate import clean_article
from tui_reader.model import (
    Article,
    Block,
    BlockKind,
    EditionLink,
    Headline,
    Held,
    InlineLink,
    LinkKind,
    Photo,
    RelatedLink,
)

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
BREAK = '</a></title></style>]]><script>alert(1)</script><img src=x onerror="alert(2)">\x1b]0;x\x07\u202e & &amp; \' "'
TITLES = (
    "..",
    "../../etc/passwd",
    "CON",
    "nul.txt",
    "x" * 3000,
    "a\nb\r\nc",
    BREAK,
    "",
    "Зустріч / міст",
    "🚋",
)


def article(
    title: str = BREAK, name: str = "a", language: str | None = "en", url: str | None = None
) -> Article:
    """An article with ``BREAK`` wherever there is text, and addresses that lead elsewhere than the web."""
    kinds = [kind for kind in BlockKind if kind is not BlockKind.PHOTO]
    blocks = [
        Block(
            kind, f"{BREAK} {kind}", level=2, items=(BREAK, "x"), rows=((BREAK, "y"), ("z",)),
            links=(InlineLink(0, 4, "javascript:alert(3)"), InlineLink(5, 9, f"https://a.test/{BREAK}")),
        )
        for kind in kinds
    ]  # fmt: skip
    return clean_article(
        Article(
            identity=f"page\n{name}",
            title=title,
            source=BREAK,
            language=language,
            url=url or f"https://a.test/{name}?x=<script>&y=\"'",
            authors=(BREAK,),
            published=NOW,
            lead=BREAK,
            body=(Block(BlockKind.PHOTO, photo=0), *blocks, Block(BlockKind.PHOTO, photo=9)),
            photos=(
                Photo("https://a.test/p.png", BREAK, BREAK, BREAK),
                Photo("file:///etc/passwd", BREAK),
                Photo("data:text/html,<script>", BREAK),
            ),
            editions=(
                EditionLink("uk", "file:///home/me/secret.uk.md"),
                EditionLink("ru", "https://a.test/ru"),
            ),
            related=(
                RelatedLink(BREAK, "javascript:alert(4)", LinkKind.READ_ALSO),
                RelatedLink(BREAK, f"https://a.test/{BREAK}", LinkKind.READ_ALSO),
            ),
        )
    )


def kept(title: str = BREAK, name: str = "a", language: str | None = "en", url: str | None = None) -> Kept:
    """The same, bookmarked with hostile tags and a hostile note."""
    return Kept(
        Held(
            article(title, name, language, url),
            editions=article(title, name, language, url).editions,
            bookmarked=True,
            tags=tag_names(["war", BREAK]),
            note=note_text(f"one\n{BREAK}"),
        ),
        NOW,
    )


def line(one: Kept) -> Headline:
    """Its line in a list."""
    found = one.article
    return Headline(
        found.id, 1, found.title, found.source, found.language, found.url, found.published, "", True, True
    )


def picture(_: Article, photo: Photo) -> Picture | None:
    """The one picture that is held."""
    return Picture(PNG, "image/png", "png") if photo.url == "https://a.test/p.png" else None
