"""Bytes to text: what a mark, a header or the document itself declares, then UTF-8, then a guess.

Follows the WHATWG Encoding Standard where it matters (a declared ISO 8859-1 is windows-1252, a declared
Shift_JIS is windows-31j) and RFC 1952 for gzip. Only text codecs are used, so that a hostile name such as
``charset=zlib`` does nothing.
"""

from __future__ import annotations

import codecs
import re
import zlib
from itertools import islice

from tui_reader.detection import candidates
from tui_reader.errors import ParseError
from tui_reader.patterns import late
from tui_reader.words import tr

MAX_DECODED = 64 * 1024 * 1024
_CHUNK = 1 << 20
_GUESS = 64 * 1024
_HEAD = 4096

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Without a mark: how a document begins that is all markup or all JSON (XML 1.0 appendix F, RFC 4627 section 3).
_STARTS = tuple(
    (first.encode(name), name)
    for first in "<{["
    for name in ("utf-32-be", "utf-32-le", "utf-16-be", "utf-16-le")
)
# What a declared name means in practice: the larger set that writers really use.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_NICKNAMES = {
    "x-sjis": "shift_jis",
    "windows-31j": "shift_jis",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gbk",
    "ks_c_5601-1987": "euc_kr",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "win-1251": "cp1251",
    "x-mac-cyrillic": "mac_cyrillic",
    "koi8": "koi8-r",
    "unicode": "utf-16",
    "windows-949": "cp949",
    "windows-874": "cp874",
}
_BEFORE_UTF8 = ("iso2022", "hz", "utf-16", "utf-32")  # where declared, these are tried before it
_NO_TEXT = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem", "utf-7"}
_XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_META = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_MARKUP = re.compile(rb"<[A-Za-z/!?][^<>]*>|&#?\w{1,10};|https?://[^\s<>\"']+")
# Front matter and editors' marks: `charset: windows-1251` or `-*- coding: koi8-u -*-` in the first lines.
_LINE = re.compile(rb"^[^\n]{0,40}?\b(?:charset|(?:en)?coding)\s*[:=]\s*[\"']?([\w.-]{2,40})", re.IGNORECASE)

# Charsets that old files use without saying so: those of Latin letters with the languages that need them
# (windows-1252 serves the rest), those of other scripts, and what shows that one was read wrongly.
_LATIN = {
    "cp1250": {"pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"},
    "iso8859-2": {"pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"},
    "cp1254": {"tr", "az"},
    "cp1257": {"lt", "lv", "et"},
    "cp1258": {"vi"},
}
_OTHER = ("cp1251", "koi8-u", "cp932", "euc_jp", "gb18030", "cp949", "big5hkscs")
_ODD = late("[\x00-\x08\x0e-\x1f\x80-\x9f\ufffd\uff61-\uff9f\ue000-\uf8ff¤¦¬¯±´¶¸¨¹²³¼½¾\u2500-\u259f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_BROKEN = re.compile("\ufffd+")
_FLIP = late("[a-zа-яіїєґà-öø-ÿ][A-ZА-ЯІЇЄҐÀ-ÖØ-Þ]")
_TRIED = 3000


def decompress(data: bytes, limit: int = MAX_DECODED) -> bytes:
    """``data``, gunzipped where it begins as gzip does (RFC 1952); members that follow each other are joined.

    Raises `ParseError` where the stream is broken or would give more than ``limit`` bytes; no more than that
    is ever held.
    """
    if not data.startswith(b"\x1f\x8b"):
        if len(data) > limit:
            raise ParseError(tr("too large: more than {size}", size=_megabytes(limit)))
        return data
    done = bytearray()
    try:
        while data.startswith(b"\x1f\x8b"):
            member = zlib.decompressobj(wbits=31)
            while not member.eof:
                part = member.decompress(data, _CHUNK)
                done += part
                if len(done) > limit:
                    raise ParseError(tr("too large: it unpacks to more than {size}", size=_megabytes(limit)))
                data = member.unconsumed_tail
                if not member.eof and not data and not part:
                    raise ParseError(tr("the gzip file is cut off; fetch or copy it again"))
            data = member.unused_data
    except zlib.error as error:
        raise ParseError(tr("the gzip file is damaged; fetch or copy it again")) from error
    return bytes(done)


def decode(data: bytes, declared: str | None = None) -> str:
    """``data`` as text; never raises.

    The order is: a byte order mark; NUL bytes around the first ``<`` or bracket, as UTF-16 has them; valid UTF-8
    that is more than ASCII (nothing else looks like it, whatever was declared); ``declared`` (the HTTP charset);
    the document's own declaration (XML prolog, meta element, a `charset:` line); UTF-8; a guess from the bytes.
    Bytes that fit nowhere become U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for start, name in _STARTS:
        if data.startswith(start):
            return data.decode(name, "replace")
    names = [name for name in (codec(declared), codec(_declaration(data))) if name is not None]
    for name in names:
        if name.startswith(_BEFORE_UTF8) and (text := _strict(data, name)) is not None:
            if name.startswith("utf") and b"\0" not in data[:_HEAD]:
                continue
            return text
    names = [name for name in names if not name.startswith(("utf-16", "utf-32"))]
    if b"\x1b$" in data[:_GUESS] and (text := _strict(data, "iso2022_jp_2")) is not None:
        return text
    if (text := _strict(data, "utf-8")) is not None:
        return text
    if _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    for name in names:
        if name != "utf-8" and (text := _strict(data, name)) is not None:
            return text
    for name in names:
        if name != "utf-8":
            return data.decode(name, "replace")
    return _guess(data)


def may_be_utf8(data: bytes, declared: str | None = None) -> bool:
    """Whether `decode` reads ``data``, which begins with a letter or a sign of ASCII, as UTF-8 where that is valid.

    It may not, where the control character ESC is in it, and so may it not where it is ASCII and may be another charset, too.
    """
    names = (codec(declared), codec(_declaration(data)))
    return data[1:2] != b"\0" and not any(name and name.startswith(_BEFORE_UTF8) for name in names)


def is_binary(text: str) -> bool:
    """Whether what was decoded is no text but, say, a picture: more than a few control characters in its beginning."""
    head = text[:_HEAD]
    return len(_CONTROL.findall(head)) * 50 > len(head)


def codec(name: str | None) -> str | None:
    """Python's name for a declared character set, or None where it is unknown or no text codec."""
    if not name:
        return None
    wanted = name.strip().strip("\"'").casefold()
    try:
        info = codecs.lookup(_NICKNAMES.get(wanted, wanted))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("_", "-") in _NO_TEXT:
        return None
    return _MEANT.get(info.name, info.name)


def _declaration(data: bytes) -> str | None:
    head = data[:_HEAD]
    for found in (_XML.search(head), _META.search(head)):
        if found is not None:
            return found[1].decode("ascii", "replace")
    for line in head.splitlines()[:12]:
        if (declared := _LINE.search(line)) is not None:
            return declared[1].decode("ascii", "replace")
    return None


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _nearly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: a text with some broken bytes, or cut off in the end.

    No other charset looks like it by chance: there, hardly a letter in ten would be valid.
    """
    text = data[:_CHUNK].decode("utf-8", "replace")
    right = sum(character > "\x7f" for character in text) - text.count("\ufffd")
    return right > 0 and len(_BROKEN.findall(text)) * 4 <= right


def _guess(data: bytes) -> str:
    # Markup is ASCII whatever the language is: it must not outvote the letters.
    sample = _MARKUP.sub(b" ", data[: 4 * _GUESS])[:_GUESS] or data[:_GUESS]
    high = sum(byte > 0x7F for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 0x80)
    name = _latin(sample) if high < 0.42 * letters else _other(sample)
    return data.decode(name, "replace")


def _latin(sample: bytes) -> str:
    """windows-1252, unless the language is one that it can't write."""
    best, least = "cp1252", 0.5
    for name, languages in _LATIN.items():
        found = candidates(sample[:_TRIED].decode(name, "replace"), 1)
        if found and found[0][0] in languages and (likeness := _likeness(sample, name)) > least:
            best, least = name, likeness
    return best


def _other(sample: bytes) -> str:
    """The reading that looks most like a language, among the usual ones and what the guesser offers."""
    from charset_normalizer import from_bytes

    offered = [codec(match.encoding) for match in islice(from_bytes(sample, enable_fallback=False), 2)]
    names = dict.fromkeys([*(name for name in offered if name), *_OTHER])
    return max(names, key=lambda name: _likeness(sample, name))


def _likeness(sample: bytes, name: str) -> float:
    """How much ``sample`` reads like a language in the charset ``name``.

    That is the detector's confidence, less what does not belong in prose.
    """
    text = sample[:_TRIED].decode(name, "replace")
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0.0
    odd = len(_ODD.findall(text)) / len(foreign)
    flips = len(_FLIP.findall(text)) / len(foreign)
    found = candidates(text, 1)
    return (found[0][1] if found else 0.1) - 3 * odd - 3 * flips


def _megabytes(size: int) -> str:
    if size >= 1024 * 1024:
        return tr("{size} MB", size=size // (1024 * 1024))
    return tr("{count} bytes", count=size)
