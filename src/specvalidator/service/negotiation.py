"""What a request wishes: the language and the format of its answer."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from starlette.requests import Request

from specvalidator.reports import RENDERERS
from specvalidator.service.problems import ProblemError
from specvalidator.wording import Lang

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "sarif": "application/sarif+json",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "csv": "text/csv",
    "junit": "application/xml",
    "github": "text/plain",
}
"""The media type of each format."""
_BY_ACCEPT = frozenset(MEDIA_TYPES) & frozenset(RENDERERS) - {"github"}
"""The formats that `Accept` can ask for: plain text is what is meant for people."""
_LANGS: tuple[Lang, ...] = ("zh", "en")


class _Range(NamedTuple):
    """One of the things that an `Accept…` header names."""

    name: str
    quality: float


def language(request: Request, usual: Lang) -> Lang:
    """Return the language of an answer: `?lang=`, else `Accept-Language`, else the usual one."""
    asked = request.query_params.get("lang")
    for lang in _LANGS:
        if asked == lang:
            return lang
    for wish in _ranges(request.headers.get("accept-language", "")):
        for lang in _LANGS:
            if wish.quality and wish.name.partition("-")[0] == lang:
                return lang
    return usual


def format_of(request: Request, asked: str | None) -> str:
    """Return the format of an answer: what is asked for, else the best that `Accept` names.

    Raises:
        ProblemError: not-acceptable.
    """
    if asked is not None:
        return asked
    accept = request.headers.get("accept", "").strip()
    if not accept:
        return "json"
    offered = {kind: name for name, kind in MEDIA_TYPES.items() if name in _BY_ACCEPT}
    for wish in _ranges(accept):
        if not wish.quality:
            continue
        if wish.name in ("*/*", "application/*"):
            return "json"
        if wish.name == "text/*":
            return offered["text/plain"]
        if wish.name in offered:
            return offered[wish.name]
    raise ProblemError("not-acceptable")


def _ranges(header: str) -> Iterator[_Range]:
    """Return what a header names, best first; of equals, the first named first."""
    found = []
    for part in header.split(",")[:50]:
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.partition("=")
            if key.strip() == "q":
                quality = _number(value)
        if name:
            found.append(_Range(name, quality))
    return iter(sorted(found, key=lambda wish: -wish.quality))


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
