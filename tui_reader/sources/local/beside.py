"""Addresses in a local text: what lies on the web, and what lies beside the text in its folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_WEB = ("http", "https")


def address(target: str, folder: Path | None, root: Path | None = None) -> str | None:
    """``target`` as an absolute address: a web address as it is, a file beside the text as a ``file:`` one.

    ``folder`` is the text's own; the file must lie inside ``root`` (``folder`` where it is None). None for
    everything else: other schemes, files outside (by ``..``, by an absolute path or by a symbolic link), and
    any file where ``folder`` is None. The file need not exist.
    """
    target = target.strip()
    if not target or any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in target):
        return None
    if target.startswith("//"):
        return f"https:{target}"
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme in _WEB:
        return target if parts.netloc else None
    if parts.scheme or parts.netloc or not parts.path or folder is None:
        return None
    try:
        limit = (root or folder).resolve()
        file = (folder.resolve() / unquote(parts.path, errors="strict")).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return file_address(file) if file.is_relative_to(limit) and file != limit else None


def file_address(path: Path) -> str:
    """The ``file:`` address of an absolute path (RFC 8089)."""
    return "file://" + quote(str(path).encode("utf-8", "surrogateescape"), safe="/")
