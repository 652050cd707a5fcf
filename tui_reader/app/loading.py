"""What is imported when it is first used, so that the first screen need not wait for it: all of it at once, in a thread."""

from __future__ import annotations

from importlib import import_module

# The network, the parsers and the pictures; and what the first request imports when it is made.
LATER = (
    "tui_reader.sources.web",
    "tui_reader.workers",
    "tui_reader.sources.pictures",
    "encodings.idna",
)


def load() -> None:
    """Import it."""
    for name in LATER:
        import_module(name)
    # The machine's authorities are read from hundreds of files.
    import_module("tui_reader.sources.web.pools").ssl_context()
