"""What can go wrong, as a small tree. Each message is one line that says what to do."""

from __future__ import annotations

# What says nothing of a document: this process has no memory left for it, or for a module that reads it. Whoever
# catches whatever a parser raises lets these through; see `workers`, which then tries again in a fresh process.
OURS = (MemoryError, ImportError)


class ReaderError(Exception):
    """The root: ``kind`` is a short stable word for programs, ``str(error)`` one line for people."""

    kind = "error"


class UsageError(ReaderError):
    """The command line asks for something that does not exist (exit status 2)."""

    kind = "usage"


class ConfigError(ReaderError):
    """A settings file that can't be used; the message names file, line and key."""

    kind = "config"


class InputError(ReaderError):
    """A file, folder or stream that can't be read or holds nothing readable."""

    kind = "input"


class NotFoundError(InputError):
    """A file or an id that isn't there."""

    kind = "not-found"


class FetchError(ReaderError):
    """An address that can't be had: no network, a refusal, a time-out, too large."""

    kind = "network"


class ParseError(ReaderError):
    """Bytes that are not what they should be: no feed, no article."""

    kind = "parse"


class LibraryError(ReaderError):
    """A database that can't be opened or written."""

    kind = "library"


class OutputError(ReaderError):
    """Standard output that can't be written: closed, or on a full disk."""

    kind = "output"
