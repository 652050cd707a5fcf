"""HTTP/1.1 over one connection, an exchange after the other: h11, the parser beneath httpx, says what the bytes mean."""

from __future__ import annotations

from collections.abc import AsyncIterator

import h11

from tui_reader.sources.web.wires import Wire

MAX_HEAD = 100 * 1024  # bytes of a status line with its fields
_NOT_A_WORD = "Server disconnected without sending a response."


class Connection:
    """Asks and listens. Raises OSError where the connection breaks, and h11's errors where it is no HTTP."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=MAX_HEAD)
        self.peer = wire.peer

    @property
    def quiet(self) -> bool:
        """Whether it can be used once more."""
        return self._wire.quiet

    async def ask(
        self, target: bytes, fields: list[tuple[str, str]]
    ) -> h11.Response | h11.InformationalResponse:
        """GET ``target``; the head of the answer."""
        asked = self._http.send(h11.Request(method="GET", target=target, headers=fields))
        ended = self._http.send(h11.EndOfMessage())
        self._wire.write((asked or b"") + (ended or b""))
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                return event
            if isinstance(event, h11.InformationalResponse) and event.status_code == 101:
                return event

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body of that answer."""
        while True:
            event = await self._next()
            if not isinstance(event, h11.Data):
                return
            yield bytes(event.data)

    def next_cycle(self) -> bool:
        """Be ready for another exchange, if both sides have said all and want that."""
        if self._http.our_state is not h11.DONE or self._http.their_state is not h11.DONE or not self.quiet:
            return False
        self._http.start_next_cycle()
        return True

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    async def _next(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            data = await self._wire.read()
            if not data and self._http.their_state is h11.SEND_RESPONSE:
                raise h11.RemoteProtocolError(_NOT_A_WORD)
            self._http.receive_data(data)  # type: ignore[arg-type]  # it takes whatever a bytearray does
        return event
