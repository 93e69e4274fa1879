"""Run the service until it is told to stop."""

import ipaddress
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread
from typing import Any

import uvicorn
from fastapi import FastAPI

from specvalidator.errors import SpecvalidatorError
from specvalidator.service.app import application
from specvalidator.service.connections import HurriedProtocol
from specvalidator.service.envelope import misread
from specvalidator.service.options import LOOPBACK, ServiceOptions
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


class _Server(uvicorn.Server):
    """A server for which being told to stop is no accident: its process ends with status 0."""

    def __init__(self, config: uvicorn.Config, begun: Callable[[str], None] | None) -> None:
        super().__init__(config)
        self._begun = begun

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell at which address people find the page."""
        await super().startup(sockets)
        if self.started and self._begun is not None:
            port = self.servers[0].sockets[0].getsockname()[1]
            # A browser may take its time to come up: the service answers it meanwhile.
            Thread(
                target=self._begun, args=(address_of_page(self.config.host, port),), daemon=True
            ).start()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self.handle_exit)
        yield


def serve(
    options: ServiceOptions,
    *,
    anybody: bool = False,
    begun: Callable[[str], None] | None = None,
) -> None:
    """Run the service; return when it was told to stop and has finished what it took.

    Args:
        options: how it runs.
        anybody: whether other machines may use it without a token.
        begun: is told the address of the page, once it is there.

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
        "http": type("Protocol", (HurriedProtocol,), _patience(app, options)),
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
    server = _Server(uvicorn.Config(app, **settings), begun)
    try:
        server.run()
    except SystemExit:  # the port is taken
        raise NotStartedError from None
    if not server.started:
        raise NotStartedError
    note("stopped")


def _patience(app: FastAPI, options: ServiceOptions) -> dict[str, Any]:
    return {
        "patience": options.idle_seconds,
        "pace": options.pace,
        "most": options.connections,
        "misread": staticmethod(partial(misread, app.state.service)),
    }


def address_of_page(host: str, port: int) -> str:
    """Return where a browser of this machine finds the page."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 - every address, this machine's own among them
        host = LOOPBACK
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
