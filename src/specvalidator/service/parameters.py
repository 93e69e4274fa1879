"""The parameters of requests."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

from fastapi import Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError

from specvalidator.models import Kind
from specvalidator.reports import RENDERERS
from specvalidator.service.negotiation import MEDIA_TYPES
from specvalidator.service.problems import ProblemError
from specvalidator.typesetting import visible
from specvalidator.wording import Lang, Words

FORMATS = tuple(name for name in RENDERERS if name in MEDIA_TYPES)
"""The formats that a page may have."""
_LONGEST_NAME = 100


def format_named(
    format: Annotated[  # noqa: A002 - the word users know
        str | None,
        Query(
            description="Format of the answer, in place of Accept",
            json_schema_extra={"enum": list(FORMATS)},
        ),
    ] = None,
) -> str | None:
    """Return the format that a request names."""
    if format is not None and format not in FORMATS:
        raise bad("format", FORMATS)
    return format


def pack_named(packs: Iterable[str], usual: str) -> Callable[[str | None], str]:
    """Return what gives the pack that a request names, or else the usual one."""
    known = list(packs)
    said = Query(description="Rule pack", json_schema_extra={"enum": known})

    def named(pack: Annotated[str | None, said] = None) -> str:
        if pack is not None and pack not in known:
            raise bad("pack", known)
        return pack or usual

    return named


LangNamed = Annotated[Lang | None, Query(description="Language, in place of Accept-Language")]
KindNamed = Annotated[
    Kind | None, Query(description="What the files are; recognised from the content without")
]
Name = Annotated[
    str | None,
    Query(max_length=200, description="Name of the file where the body is the file itself"),
]
_HANDLE = r"^[0-9a-f]{32}$"
Follow = Annotated[
    str | None,
    Query(pattern=_HANDLE, description="By what /v1/progress may be asked meanwhile"),
]
Following = Annotated[
    str, Query(pattern=_HANDLE, description="What the request said as its own `follow`")
]
Suggest = Annotated[bool, Query(description="Write mends that are certain as tracked changes, too")]


async def refuse_unknown(request: Request) -> None:
    """Refuse a request with a parameter that its route does not read.

    Raises:
        ProblemError: bad-parameter, with the nearest name, or all.
    """
    known = list(dict.fromkeys(_read_by(request.scope["route"].dependant)))
    for name in request.query_params:
        if name not in known:
            raise _unknown(name, known)


def _read_by(route: Dependant) -> Iterator[str]:
    """Yield the parameters that a route reads, those of what it depends on included."""
    yield from (each.alias for each in route.query_params)
    for each in route.dependencies:
        yield from _read_by(each)


def _unknown(name: str, known: list[str]) -> ProblemError:
    near = difflib.get_close_matches(name, known, n=1)
    shown = visible(name[:_LONGEST_NAME])
    said = Words(f"没有参数“{shown}”", f"There is no parameter “{shown}”")
    if near:
        more = Words(f"，是否指“{near[0]}”？", f"; did you mean “{near[0]}”?")
    elif known:
        more = Words(f"，可用：{'、'.join(known)}", f"; there is {', '.join(known)}")
    else:
        more = Words("，这个地址不用参数", "; this address takes none")
    return ProblemError("bad-parameter", Words(said.zh + more.zh, said.en + more.en))


def bad(name: str, known: Iterable[str]) -> ProblemError:
    """Return the refusal of a parameter that may be one of these."""
    return _bad(name, ", ".join(known))


def problem_of(error: RequestValidationError) -> ProblemError:
    """Say which parameter is wrong and what it may be."""
    first = error.errors()[0]
    return _bad(first["loc"][-1], (first.get("ctx") or {}).get("expected", first["msg"]))


def _bad(name: str, expected: str) -> ProblemError:
    return ProblemError(
        "bad-parameter",
        Words(f"参数 {name} 有误，可用：{expected}", f"The parameter {name} is to be: {expected}"),
    )
