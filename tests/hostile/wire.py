r"""A server that sends bytes and nothing else, for what no HTTP server would say.

    with Wire(lambda: repeat(b"HTTP/1.1 100 Continue\r\n\r\n")) as wire:
        ... fetch wire.url ...

Each connection gets the pieces that ``pieces()`` gives, whatever was asked, until it breaks or they end.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Self

BUFFER = 65_536


class Wire:
    """Serves ``pieces`` on ``host``; ``sent`` counts the bytes that went out, ``asked`` the connections."""

    def __init__(
        self, pieces: Callable[[], Iterable[bytes]], pause: float = 0.0, host: str = "127.0.0.1"
    ) -> None:
        self._pieces = pieces
        self._pause = pause
        self._listener = socket.create_server((host, 0), backlog=200)
        self._end = threading.Event()
        self._open: list[socket.socket] = []
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/feed"
        self.sent = 0
        self.asked = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, name="wire", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end.set()
        self._listener.close()
        for connection in self._open:
            connection.close()

    def _accept(self) -> None:
        while not self._end.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
            self._open.append(connection)
            self.asked += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.recv(BUFFER)
            for piece in self._pieces():
                connection.sendall(piece)
                self.sent += len(piece)
                if self._end.wait(self._pause) if self._pause else self._end.is_set():
                    return
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # the client has gone
        finally:
            connection.close()
