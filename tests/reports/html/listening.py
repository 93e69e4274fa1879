"""A server on this machine that notes what is asked of it."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self


class Calls:
    """What was asked for, while it listens."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        paths = self.paths

        class Noting(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paths.append(self.path)
                self.send_error(404)

            def log_message(self, *_: Any) -> None:  # noqa: ANN401 - the standard library's
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
