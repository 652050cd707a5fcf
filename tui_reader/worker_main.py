"""A worker process from the inside: takes a call, makes it, answers, until its parent is gone.

Messages go over the standard input and output that the process was started with. Both are put away before
anything else runs, so that no library can print into them or read from them. A message is a pickle and the
documents that belong to it, which travel beside it (PEP 574): a pickle would hold each a second time, here and there.
See `tui_reader.workers` for the other side.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from tui_reader.errors import ParseError, ReaderError
from tui_reader.values import frozen
from tui_reader.words import speak, tr

SIZE = 8
NICE = 5  # the screen comes first: a key must be answered while two workers have two cores to themselves
ROOM = 64_000_000  # bytes that every call may take, whatever earlier ones left behind
GRACE = 1.0  # seconds beyond its time after which a worker ends itself, parent or no parent


@frozen
class Answer:
    """What became of a call.

    ``tired`` says that the process has grown too large and should be replaced. ``shaken`` says that the call ended in
    an error that nobody foresaw: that may come of what earlier calls left, such as too little memory to load a codec
    with, and Python remembers such a failure; the process should be replaced, too.
    """

    value: Any = None
    error: ReaderError | None = None
    tired: bool = False
    shaken: bool = False


def write_message(stream: IO[bytes], *parts: bytes | memoryview) -> None:
    """Send one message: how many parts it has, then each after its length; numbers in eight bytes."""
    stream.write(len(parts).to_bytes(SIZE, "big"))
    for part in parts:
        stream.write(len(part).to_bytes(SIZE, "big"))
        stream.write(part)
    stream.flush()


def read_message(stream: IO[bytes]) -> list[bytes]:
    """The parts of the next message; EOFError when the other side is gone."""
    return [_exactly(stream, _number(stream)) for _ in range(_number(stream))]


def _number(stream: IO[bytes]) -> int:
    return int.from_bytes(_exactly(stream, SIZE), "big")


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError("the other side of the pipe is gone")
    return data


def main(memory: int, tired_at: int, prepares: str = "") -> None:
    """Work until the input ends. ``memory`` bounds growth and ``tired_at`` the peak, both in bytes.

    ``prepares`` names a module whose ``get_ready`` is called first.
    """
    calls, answers = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICE)
    small = _size()
    if small:
        _limit_memory(small + memory)
    if prepares:
        _prepare(prepares)
    write_message(answers, b"ready")
    while True:
        try:
            message = read_message(calls)
        except EOFError:
            return
        answer = _answer(message, small, memory, tired_at)
        try:
            write_message(answers, answer)
        except BrokenPipeError:
            return


def _prepare(module: str) -> None:
    """Have done what the first call would wait for. Nothing of it is garbage."""
    gc.disable()
    with suppress(Exception):  # what is wrong is told of each call
        import_module(module).get_ready()
    gc.freeze()
    gc.enable()


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    calls = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    return calls, answers


def _size() -> int:
    """The address space of this process in bytes; 0 where nobody knows."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0


def _limit_memory(most: int) -> None:
    """At most ``most`` bytes of address space, where the platform can (Linux can)."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError, AttributeError):
        return  # the deadline still holds


def _peak() -> int:
    """The most memory this process has had, in bytes; 0 where nobody knows.

    On Linux from ``/proc``: what ``getrusage`` tells there begins with the peak of the process that started us.
    """
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            peak = next(line for line in status if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    except (OSError, StopIteration, ValueError):
        pass
    try:
        import resource
    except ImportError:
        return 0
    found = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found if sys.platform == "darwin" else found * 1024


def _answer(message: list[bytes], small: int, most: int, tired_at: int) -> bytes:
    """Make the call that ``message`` holds; the pickled Answer, whatever happens.

    ``small`` is the size that the process began with: a call's memory is counted from there, and so is ``most``, what
    any call may have. What earlier calls left is no fault of this one: it has at least `ROOM`, but never over ``most``.
    """
    value: Any = None
    problem: Exception | None = None
    try:
        function, arguments, seconds, memory, language = pickle.loads(message[0], buffers=message[1:])
        speak(language)
        _set_alarm(seconds + GRACE)
        if small:
            _limit_memory(max(small + memory, min(_size() + ROOM, small + most)))
        value = _call(function, arguments)
    except Exception as caught:  # whatever a parser does with a hostile document must not end the worker
        problem = caught.with_traceback(None)  # its frames hold the document
    finally:
        _set_alarm(0.0)
        if small:
            _limit_memory(small + most)  # with none left it could not even answer, nor take the next call
    shaken = not isinstance(problem, ReaderError | RecursionError | None)
    return _packed(value, _told(problem), tired=_peak() > tired_at, shaken=shaken)


def _told(problem: Exception | None) -> ReaderError | None:
    """What went wrong, as the other side is told."""
    match problem:
        case None | ReaderError():
            return problem
        case MemoryError():
            return ParseError(tr("the document needs too much memory; it was given up"))
        case RecursionError():
            return ParseError(tr("the document is nested too deeply; it was given up"))
        case _:
            return ParseError(tr("the document can't be read ({problem})", problem=_described(problem)))


def _call(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    return function(*arguments)


def _packed(value: Any, error: ReaderError | None, *, tired: bool, shaken: bool) -> bytes:
    try:
        packed = pickle.dumps(Answer(value, error, tired, shaken), pickle.HIGHEST_PROTOCOL)
        if error is not None:
            pickle.loads(packed)  # an exception with arguments of its own may not come apart again
        return packed
    except Exception as problem:  # pickling runs foreign code and may raise anything
        said = (
            str(error)
            if error is not None
            else tr("the result can't be handed over ({problem})", problem=_described(problem))
        )
        return pickle.dumps(Answer(None, ParseError(said), tired, shaken), pickle.HIGHEST_PROTOCOL)


def _described(problem: Exception) -> str:
    from tui_reader.clean import clean_line

    text = ""
    with suppress(Exception):  # a broken __str__ is no reason to lose the type's name
        text = str(problem)[:2000].strip().partition("\n")[0]
    return clean_line(f"{type(problem).__name__}: {text[:150]}").rstrip(": ")


def _set_alarm(seconds: float) -> None:
    """Have the kernel end this process later: not even a parser deep in C code outlives its time."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
