"""Words as one number, by which a store finds what says the same."""

from __future__ import annotations

from hashlib import blake2b


def key_of(*words: str) -> int:
    """A signed 64-bit number that stands for ``words`` in this order."""
    text = "\n".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
