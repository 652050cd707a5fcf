"""Small bytes that unpack to a lot."""

from __future__ import annotations

import gzip
import struct
import zlib

MEGABYTE = 1 << 20


def deflated(megabytes: int, unit: bytes = b"\0") -> bytes:
    """A raw deflate stream of so many megabytes of ``unit``: one packed megabyte over and over (RFC 1951)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress((unit * MEGABYTE)[:MEGABYTE]) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + packer.flush()


def gzip_bomb(megabytes: int, unit: bytes = b"\0") -> bytes:
    """The same as a gzip file; its checksum comes too late to matter."""
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\x03"
    return head + deflated(megabytes, unit) + struct.pack("<II", 0, megabytes * MEGABYTE & 0xFFFFFFFF)


def zlib_bomb(megabytes: int) -> bytes:
    """The same in zlib's format, which HTTP calls deflate."""
    return b"\x78\xda" + deflated(megabytes) + b"\0\0\0\1"


def members(count: int, each: int) -> bytes:
    """A gzip file of ``count`` members with ``each`` bytes (RFC 1952 section 2.2)."""
    return gzip.compress(bytes(each)) * count
