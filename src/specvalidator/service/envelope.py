"""What every answer carries, whatever it answers: an id, safe headers, a line in the log."""

import asyncio
import logging
import re
import secrets
import time
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from specvalidator.errors import place_of
from specvalidator.service import problems
from specvalidator.service.problems import ProblemError
from specvalidator.service.request_log import note
from specvalidator.service.service import Service
from specvalidator.wording import Words

REQUEST_ID = "X-Request-Id"
_WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
_ADDRESS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\]|localhost)(?::\d{1,5})?")
"""A host that no name server can point here: an address, or this machine."""
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
"""Headers of each answer that does not say otherwise."""
_GONE = 499  # as nginx says it
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
"""The methods that are logged and counted by name."""
_MOST_HEADERS = 100
_MOST_HEADER_BYTES = 32_000
_CLOSE = {"Connection": "close"}
_STOPPING = Words(
    "服务正在停止，这次请求没有处理完。请按 Retry-After 稍候再试，文件没有问题。",
    "The service is stopping and did not finish this request. Try again after Retry-After; "
    "nothing is wrong with the file.",
)


class Envelope:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _id_of(Headers(scope=scope))
        scope.setdefault("state", {})["request_id"] = request_id
        asked = dict(scope)
        if scope["method"] == "HEAD":  # whatever can be had can be asked for without its body
            asked["method"] = "GET"
        started = time.perf_counter()
        exchange = _Exchange(scope, receive, send)
        try:
            await self._answered(asked, exchange.receive, exchange.send)
        except ClientDisconnect:
            pass  # nobody is left to be answered
        except asyncio.CancelledError:  # the time for what was taken is over
            if exchange.status != _GONE:
                raise
            problem = ProblemError("busy", _STOPPING, headers=_CLOSE)
            await self._refuse(problem, Request(scope), exchange.send)
        except Exception as error:  # a bug must neither end the service nor be told
            self._service.metrics.bugs.inc()
            note("bug", level=logging.ERROR, request_id=request_id, bug=place_of(error))
            if exchange.status != _GONE:
                raise
            await self._refuse(ProblemError("failed"), Request(scope), exchange.send)
        finally:
            asked["method"] = scope["method"]
            _note(self._service, asked, exchange.status, time.perf_counter() - started)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _is_ill_formed(scope):
            await self._refuse(ProblemError("bad-request", headers=_CLOSE), Request(scope), send)
        elif self._knows(Headers(scope=scope).get("host", "")):
            await self._app(scope, receive, send)
        else:
            await self._refuse(ProblemError("unknown-host"), Request(scope), send)

    def _knows(self, host: str) -> bool:
        """Say whether a request came by a name that is ours.

        Any page in a browser may let its own name point to this machine (DNS rebinding); where
        no token is asked for, it could use the service then.
        """
        options = self._service.options
        named = {options.host, *options.hosts}
        return (
            self._service.tokens is not None
            or not host
            or host.rpartition(":")[0] in named
            or host in named
            or _ADDRESS.fullmatch(host) is not None
        )

    async def _refuse(self, problem: ProblemError, request: Request, send: Send) -> None:
        lang = self._service.lang(request)
        response = problems.answer(problem, lang, request.state.request_id)
        await response(request.scope, request.receive, send)


class _Exchange:
    """What a request brings and what answers it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._request_id = scope["state"]["request_id"]
        self._expects = "expect" in Headers(scope=scope)
        self.status = _GONE
        """The status of the answer, once it has begun."""

    async def receive(self) -> Message:
        """Return what comes next of the request."""
        self._expects = False
        return await self._receive()

    async def send(self, message: Message) -> None:
        """Send a part of the answer."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            _complete(headers, self._request_id)
            if self._expects:  # who was not told to go on may send the body or another request
                headers.update(_CLOSE)
        await self._send(message)


def misread(service: Service) -> Response:
    """Return the answer to what is no HTTP, and let the log and the metrics know."""
    request_id = secrets.token_hex(8)
    problem = ProblemError("bad-request", headers=_CLOSE)
    answer = problems.answer(problem, service.options.lang, request_id)
    _complete(answer.headers, request_id)
    state = {"request_id": request_id, "problem": problem.name}
    _note(service, {"method": "-", "state": state}, answer.status_code, 0)
    return answer


def _complete(headers: MutableHeaders, request_id: str) -> None:
    """Add what every answer carries."""
    headers[REQUEST_ID] = request_id
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)


def _is_ill_formed(scope: Scope) -> bool:
    """Say whether a request may end elsewhere for a proxy before us, or has too many headers.

    RFC 9112, section 6.1; with it one request can be smuggled inside another.
    """
    names = [name for name, _ in scope["headers"]]
    encoded = b"transfer-encoding" in names
    both = encoded and (b"content-length" in names or scope["http_version"] == "1.0")
    size = sum(len(name) + len(value) for name, value in scope["headers"])
    return both or len(names) > _MOST_HEADERS or size > _MOST_HEADER_BYTES


def _note(service: Service, scope: Scope, status: int, seconds: float) -> None:
    """Log and count a request, by words of ours alone."""
    state: dict[str, Any] = scope["state"]
    route = getattr(scope.get("route"), "path", "-")
    method = scope["method"] if scope["method"] in _METHODS else "other"
    method = method if route != "-" else "-"
    service.metrics.requests.labels(route, method, str(status)).inc()
    service.metrics.seconds.labels(route).observe(seconds)
    note(
        "request",
        request_id=state["request_id"],
        client=state.get("client"),
        method=method,
        route=route,
        status=status,
        ms=round(seconds * 1000, 1),
        files=state.get("files"),
        problem=state.get("problem"),
    )


def _id_of(headers: Headers) -> str:
    """Return the id that a request brings if it can stand in a log, else a new one."""
    given = headers.get(REQUEST_ID, "")
    return given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
