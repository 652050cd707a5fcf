"""What is imported when it is first used, so that the first screen need not wait for it: all of it at once, in a thread."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

# The network, the parsers and the pictures; and what the first request imports when it is made.
LATER = (
    "tui_reader.sources.web",
    "tui_reader.workers",
    "tui_reader.sources.pictures",
    "encodings.idna",
    "sniffio",
    "anyio.lowlevel",
    "anyio.streams.tls",
    "anyio.streams.memory",
    "anyio.streams.stapled",
    "anyio._backends._asyncio",
)


def load() -> None:
    """Import it. How httpx comes to the network is its own affair: what isn't there is not needed."""
    for name in LATER:
        with suppress(ImportError):
            import_module(name)
    with suppress(ImportError, AttributeError):
        import_module("anyio").connect_tcp  # noqa: B018  (imported when it is asked for)
    # The machine's authorities are read from hundreds of files.
    import_module("tui_reader.sources.web.pools").ssl_context()
