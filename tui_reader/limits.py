"""How much of what strangers serve is taken: every bound in one place, each far beyond what honest ones need.

Bytes are those of the document itself, unpacked; characters are of its text. What is over a bound costs the
rest of that document and a line that says so, or the document and one error; never another source.
"""

from __future__ import annotations

# On the way: see sources/web.
MAX_BODY = 15_000_000  # bytes of one answer, packed and unpacked
FETCH_SECONDS = 30.0  # one address with all its redirects
CONNECT_SECONDS = 10.0
MAX_REDIRECTS = 5

# In a worker: see workers. The memory is what it may take beyond what an idle one starts with.
FEED_SECONDS = 20.0
PAGE_SECONDS = 20.0
FILE_SECONDS = 20.0
FOLDER_SECONDS = 120.0
DOCUMENT_MEMORY = 155_000_000  # bytes, for a feed or a page however large; see `memory_for`
SHARED_MEMORY = 245_000_000  # bytes, for all that are read at one time: a heavy one and a usual one, or two of a megabyte and a half
WORKER_MEMORY = 1_000_000_000  # bytes, for a folder of the reader's own
TIRED_AT = 150_000_000  # bytes; a worker that has grown beyond is replaced by a fresh one

# A feed: see sources/feeds.
MAX_FEED = 6_000_000  # bytes that are parsed; the newest entries come first
MAX_ENTRIES = 10_000
MAX_RUN = 2_000_000  # bytes between two tags

# A page, or the HTML in an entry: see sources/hypertext/markup.
MAX_HTML = 5_000_000  # characters
MAX_TAGS = 150_000
MAX_DEPTH = 200  # elements within elements; deeper ones are opened up, their text stays

# An article: see gate.
MAX_TITLE = 1000  # characters
MAX_TEXT = 2_000_000


def memory_for(document: bytes) -> int:
    """The bytes of memory that reading one document may take: a small one that takes much is not honest."""
    if document.startswith(b"\x1f\x8b"):
        return DOCUMENT_MEMORY
    return min(80_000_000 + 25 * len(document), DOCUMENT_MEMORY)
