"""Run the service until it is told to stop."""

import asyncio
import ipaddress
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from specvalidator.errors import SpecvalidatorError
from specvalidator.service.app import application
from specvalidator.service.options import ServiceOptions
from specvalidator.service.request_log import note, open_log
from specvalidator.wording import Words


class OpenToAllError(SpecvalidatorError):
    """The service would listen to other machines and let anybody in."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "监听本机以外的地址时须用 --tokens 指定令牌文件；"
                "确实不需要令牌的，请加 --no-tokens。",
                "To listen at other addresses than this machine's own, name a file of tokens with "
                "--tokens; if there are to be none, say --no-tokens.",
            )
        )


class NotStartedError(SpecvalidatorError):
    """The service did not come up, as when another listens at its port."""

    def __init__(self) -> None:
        super().__init__(
            Words(
                "服务没有启动，原因见上面的日志；端口被占用时，请用 --port 换一个。",
                "The service did not start; the log above says why. If its port is taken, name "
                "another with --port.",
            )
        )


class HurriedProtocol(H11Protocol):
    """HTTP/1.1 that closes a connection on which no request is under way for some seconds.

    That is a client that sends its headers slowly or not at all, or goes on sending what has been
    refused. uvicorn waits for both for ever.
    """

    patience: float
    """For how many seconds."""
    _closing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to watch a connection."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what has arrived."""
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._watch()

    def _watch(self) -> None:
        under_way = not (self.cycle is None or self.cycle.response_complete)  # type: ignore[redundant-expr]
        if under_way and self._closing is not None:
            self._closing.cancel()
            self._closing = None
        elif not under_way and self._closing is None:
            self._closing = self.loop.call_later(self.patience, self.transport.close)


class _Server(uvicorn.Server):
    """A server for which being told to stop is no accident: its process ends with status 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self.handle_exit)
        yield


def serve(options: ServiceOptions, *, anybody: bool = False) -> None:
    """Run the service; return when it was told to stop and has finished what it took.

    Args:
        options: how it runs.
        anybody: whether other machines may use it without a token.

    Raises:
        SpecvalidatorError: something that the options name cannot be used, the service would let
            anybody in without `anybody`, or it does not come up.
    """
    if options.tokens is None and not anybody and not _is_loopback(options.host):
        raise OpenToAllError
    app = application(options)
    open_log()
    settings: dict[str, Any] = {
        "host": options.host,
        "port": options.port,
        "http": type("Protocol", (HurriedProtocol,), {"patience": options.idle_seconds}),
        "ws": "none",
        "lifespan": "on",
        "log_config": None,
        "access_log": False,
        "server_header": False,
        "proxy_headers": False,  # no address is looked at
        "timeout_keep_alive": options.idle_seconds,
        "timeout_graceful_shutdown": options.graceful_seconds,
    }
    note("starting", workers=options.workers, places=options.places)
    server = _Server(uvicorn.Config(app, **settings))
    try:
        server.run()
    except SystemExit:  # the port is taken
        raise NotStartedError from None
    if not server.started:
        raise NotStartedError
    note("stopped")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
