"""Connections: how long they may be idle, how slowly read, how many there are, what is no HTTP."""

import asyncio
from collections.abc import Callable

import h11
from starlette.responses import Response
from uvicorn.protocols.http.h11_impl import H11Protocol


class HurriedProtocol(H11Protocol):
    """HTTP/1.1 for clients that may take their time on purpose.

    A connection is closed on which no request is under way for some seconds: that is a client
    that sends its headers slowly or not at all, or goes on sending what has been refused. So is
    one that does not take its answer. uvicorn waits for all of them for ever.
    """

    patience: float
    """For how many seconds nothing may happen."""
    pace: int
    """How many bytes a second of its answer a client has to take."""
    most: int
    """How many connections there may be."""
    misread: Callable[[], Response]
    """What answers what is no HTTP."""
    _looking: asyncio.TimerHandle | None = None
    _unwritable = False
    _unsent = 0
    _since = 0.0

    @property
    def _under_way(self) -> bool:
        return not (self.cycle is None or self.cycle.response_complete)  # type: ignore[redundant-expr]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch a connection."""
        super().connection_made(transport)
        self._watch()
        if len(self.connections) > self.most:
            self._close_the_oldest()

    def connection_lost(self, exc: Exception | None) -> None:
        """End the watch."""
        super().connection_lost(exc)
        self._rest()

    def data_received(self, data: bytes) -> None:
        """Take what has arrived."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._watch()

    def pause_writing(self) -> None:
        """Begin to watch a client that does not take its answer."""
        super().pause_writing()
        self._unwritable = True
        self._watch()

    def resume_writing(self) -> None:
        """Go on: the client has taken what there was."""
        super().resume_writing()
        self._unwritable = False
        self._watch()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's words are its own
        """Answer what is no HTTP; where an answer is on its way already, only hang up."""
        if self._under_way:  # its beginning was HTTP, and nobody is to answer that
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            answer = self.misread()
            for event in (
                h11.Response(status_code=answer.status_code, headers=answer.raw_headers),
                h11.Data(data=bytes(answer.body)),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _close_the_oldest(self) -> None:
        """Close the connection on which no request has been under way for longest."""
        others = [each for each in self.connections if isinstance(each, HurriedProtocol)]
        idle = [each for each in others if not each._under_way and each is not self]  # noqa: SLF001
        oldest = min(idle, key=lambda each: each._since, default=self)  # noqa: SLF001
        oldest.transport.abort()

    def _watch(self) -> None:
        if self._under_way and not self._unwritable:
            self._rest()
        elif self._looking is None:
            self._since = self.loop.time()
            self._look_later()

    def _rest(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _look_later(self) -> None:
        self._unsent = self.transport.get_write_buffer_size()
        self._looking = self.loop.call_later(self.patience, self._look)

    def _look(self) -> None:
        """Hang up, unless an answer is being taken."""
        unsent = self.transport.get_write_buffer_size()
        if unsent and self._unsent - unsent >= self.pace * self.patience:
            self._look_later()
        elif unsent:
            self.transport.abort()
        else:
            self.transport.close()
