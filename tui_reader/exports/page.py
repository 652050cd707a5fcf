"""Bookmarks as one HTML document that needs nothing else: pictures are in it, and it may load and run nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256

from tui_reader.exports import markup
from tui_reader.exports.kept import Articles, Pictures
from tui_reader.model import Headline, Photo
from tui_reader.words import tr

STYLE = """
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; color: #222; background: #fff; }
article { border-top: 1px solid #999; margin-top: 3rem; padding-top: 1rem; }
img { max-width: 100%; height: auto; } figure { margin: 1.5rem 0; } figcaption, .about, .tags { font-size: .85rem; color: #555; }
.credit { font-style: italic; } .lead { font-weight: bold; } .note { border-left: 4px solid #c90; margin-left: 0; padding-left: 1rem; }
pre { overflow: auto; } table { border-collapse: collapse; } td { border: 1px solid #999; padding: .2rem .5rem; } a { color: #05c; }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818; } a { color: #8bf; } figcaption, .about, .tags { color: #aaa; } }
"""
_STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; img-src data:; style-src 'sha256-{_STYLE_HASH}'; "
    "base-uri 'none'; form-action 'none'"
)


def document(lines: Sequence[Headline], articles: Articles, pictures: Pictures) -> Iterator[str]:
    """The document in pieces: a table of contents of ``lines`` where there are several, and the ``articles``."""
    title = lines[0].title if len(lines) == 1 else tr("Bookmarks")
    yield (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{markup.attribute(POLICY)}"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f"<title>{markup.text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )
    if len(lines) > 1:
        entries = "\n".join(f'<li><a href="#a{one.id}">{markup.text(one.title)}</a></li>' for one in lines)
        yield f"<h1>{markup.text(title)}</h1>\n<nav>\n<ol>\n{entries}\n</ol>\n</nav>\n"
    for kept in articles:

        def source(photo: Photo, kept: object = kept.article) -> str | None:
            picture = pictures(kept, photo)  # type: ignore[arg-type]
            if picture is None:
                return None
            return f"data:{picture.kind};base64,{b64encode(picture.data).decode()}"

        language = f' lang="{markup.attribute(kept.article.language)}"' if kept.article.language else ""
        yield f'<article id="a{kept.article.id}"{language} dir="auto">\n{markup.body(kept, source)}\n</article>\n'
    yield "</body>\n</html>\n"
