"""What the tests have workers do. Apart from the tests, so that a worker need not import pytest."""

from __future__ import annotations

import os
import re
import signal
import sys

from tui_reader.errors import NotFoundError, ParseError
from tui_reader.model import Article

_prepared: list[int] = []


def get_ready() -> None:
    _prepared.append(os.getpid())


def prepared() -> list[int]:
    return _prepared


def double(number: int) -> int:
    return number * 2


def who() -> int:
    return os.getpid()


_hoard: list[bytearray] = []


def hoard(size: int) -> int:
    _hoard.append(bytearray(size))
    return os.getpid()


def load_a_codec(data: bytes) -> str:
    """Decode; a process that hoards has hardly any memory left for it."""
    taken: list[bytearray] = []
    size = 1 << 24 if _hoard else 0
    while size > 100_000:
        try:
            taken.append(bytearray(size))
        except MemoryError:
            size //= 2
    return data.decode("cp932")


def count_and_fail(path: str) -> None:
    with open(path, "a", encoding="ascii") as count:
        count.write("x")
    raise KeyError("always")


def spin() -> None:
    while re.match(r"(a+)+$", "a" * 26 + "b") is None:  # C code that never lets go
        pass


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(3)


def eat(size: int) -> int:
    return len(bytearray(size))


def nest(depth: int) -> int:
    return nest(depth + 1)


def ours() -> None:
    raise NotFoundError("there is no such file; check its name")


class AwkwardError(ParseError):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def awkward() -> None:
    raise AwkwardError("two", "words")


def theirs() -> None:
    raise KeyError("\x1b]0;x\x07 first line\nsecond line")


def no_words() -> None:
    raise UnspeakableError


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no")


def handed_over_badly() -> object:
    return lambda: None


def talk() -> str:
    print("this must not reach the pipe")
    os.write(1, b"nor this")
    os.write(2, b"nor this")
    return sys.stdin.read() + "heard"


def echo(data: bytes) -> bytes:
    return data


def ids(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    return articles


def signals() -> tuple[bool, bool]:
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN, os.getsid(0) == os.getpid()
