"""What every answer carries, whatever it answers: an id, safe headers, a line in the log."""

import logging
import re
import secrets
import time
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from specvalidator.errors import place_of
from specvalidator.service import problems
from specvalidator.service.problems import ProblemError
from specvalidator.service.request_log import note
from specvalidator.service.service import Service

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
        started = time.perf_counter()
        request_id = _id_of(Headers(scope=scope))
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        status = _GONE

        async def enveloped(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._answered(scope, receive, enveloped)
        except ClientDisconnect:
            pass  # nobody is left to be answered
        except Exception as error:  # a bug must neither end the service nor be told
            self._service.metrics.bugs.inc()
            note("bug", level=logging.ERROR, request_id=request_id, bug=place_of(error))
            if status != _GONE:
                raise
            await self._refuse(ProblemError("failed"), Request(scope), enveloped)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._knows(Headers(scope=scope).get("host", "")):
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

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        state: dict[str, Any] = scope["state"]
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if route != "-" else "-"
        metrics = self._service.metrics
        metrics.requests.labels(route, method, str(status)).inc()
        metrics.seconds.labels(route).observe(seconds)
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
