"""The page for people at `/`, and what it is made of."""

import html
import json
import re
from collections.abc import Awaitable, Callable
from importlib.resources import files

from fastapi import APIRouter, Response

from specvalidator import api
from specvalidator.readers import formats

_MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_SOURCES = re.compile(r"style-src ('[^';]+'); script-src ('[^';]+')")


def pages() -> APIRouter:
    """Return the routes of the page and its parts, which are read once."""
    routes = APIRouter(include_in_schema=False)
    headers = {"Content-Security-Policy": _policy(), "Cache-Control": "no-cache"}
    for part in (files("specvalidator.service") / "page").iterdir():
        suffix = part.name.rpartition(".")[2]
        if suffix in _MEDIA_TYPES:
            path = "/" if part.name == "index.html" else f"/page/{part.name}"
            whole = Response(part.read_bytes(), 200, headers, _MEDIA_TYPES[suffix])
            routes.add_api_route(path, _giving(whole), methods=["GET"])
    read = Response(_formats(), 200, headers, _MEDIA_TYPES["js"])
    routes.add_api_route("/page/formats.js", _giving(read), methods=["GET"])
    return routes


def _formats() -> str:
    """Return the part of the page that says which files are read, marked, and mended."""
    marked = sorted(formats.media_types(marked=True))
    pictures = sorted(
        suffix for each in formats.FORMATS if each.picture for suffix in each.media_types
    )
    suggested = sorted(formats.WORD.media_types.values())
    return "".join(
        f"export const {name} = {json.dumps(value)};\n"
        for name, value in (
            ("FORMATS", formats.any_of(formats.offers())),
            ("MARKED", marked),
            ("PICTURES", pictures),
            ("SUGGESTED", suggested),
        )
    )


def _giving(whole: Response) -> Callable[[], Awaitable[Response]]:
    async def give() -> Response:
        return whole

    return give


def _policy() -> str:
    """Return what a browser may do with the page.

    A report that is shown in the page's frame is bound by the page's policy beside its own:
    its style and its script are let in by the digests that its own policy names.
    """
    report = html.unescape(api.render((), "html"))
    [(styles, scripts)] = _SOURCES.findall(report)
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' {styles}; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
