"""`/v1/check` and `/v1/annotate`: files in, reports or a marked copy out."""

from asyncio import to_thread
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response

from specvalidator.judging import Judging
from specvalidator.readers.formats import name_of_copy
from specvalidator.reports import SHOWING_FILES
from specvalidator.service import description
from specvalidator.service.following import Progress
from specvalidator.service.negotiation import MEDIA_TYPES, format_of
from specvalidator.service.parameters import (
    Follow,
    Following,
    KindNamed,
    LangNamed,
    Name,
    Suggest,
    format_named,
    pack_named,
    refuse_unknown,
)
from specvalidator.service.problems import ProblemError
from specvalidator.service.senders import sender_of
from specvalidator.service.service import Service
from specvalidator.service.work import Upload, tasks_of

FIXED = "X-Tracked-Changes"
"""The header that says how many findings are mended in a copy by tracked changes."""
_HTML_POLICY = (
    "sandbox allow-scripts allow-modals; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""A report may do what its own policy says, print itself, and has no part in the origin of the
service."""


def submitting(service: Service) -> APIRouter:
    """Return the routes that take files."""
    first = [Depends(service.let_in), Depends(refuse_unknown)]
    routes = APIRouter(prefix="/v1", dependencies=first)

    def asked(
        request: Request,
        pack: Annotated[str, Depends(pack_named(service.packs, service.pack))],
        lang: LangNamed = None,  # noqa: ARG001 - `language` reads it, with Accept-Language
        kind: KindNamed = None,
    ) -> Judging:
        return Judging(service.packs[pack], service.lang(request), kind)

    @routes.post("/check", **description.CHECK)
    async def check(
        request: Request,
        asked: Annotated[Judging, Depends(asked)],
        named: Annotated[str | None, Depends(format_named)],
        name: Name = None,  # noqa: ARG001 - `uploads_of` reads it
        follow: Follow = None,
    ) -> Response:
        form = format_of(request, named)
        asked = asked._replace(showing=form in SHOWING_FILES)
        with service.followed.follow(sender_of(request), follow) as told:
            async with service.admitted(request) as uploads:
                tasks = await to_thread(tasks_of, uploads, asked)
                page = await service.checked(tasks, form, uploads, request, told)
        headers = {"Content-Language": asked.lang, "Vary": "Accept, Accept-Language"}
        if form == "html":
            headers["Content-Security-Policy"] = _HTML_POLICY
        return Response(page, headers=headers, media_type=MEDIA_TYPES[form])

    @routes.get("/progress", **description.PROGRESS)
    async def progress(request: Request, follow: Following) -> Progress:
        return service.followed.of(sender_of(request), follow)

    @routes.post("/annotate", **description.ANNOTATE)
    async def annotate(
        request: Request,
        asked: Annotated[Judging, Depends(asked)],
        name: Name = None,  # noqa: ARG001 - `uploads_of` reads it
        suggest: Suggest = False,  # noqa: FBT002 - a parameter of a request
    ) -> Response:
        async with service.admitted(request) as uploads:
            if len(uploads) > 1:
                raise ProblemError("too-many-files", description.ONE_FILE)
            [upload] = uploads
            copy, fixed = await service.marked(upload, asked, request, suggest=suggest)
        return _download(copy, fixed, upload)

    return routes


def _download(copy: bytes, fixed: int, upload: Upload) -> Response:
    sent = PurePath(upload.name)
    suffix, media_type = name_of_copy(copy, sent)
    name = quote(f"{sent.stem}.marked{suffix}")
    disposition = f"attachment; filename=\"marked{suffix}\"; filename*=UTF-8''{name}"
    headers = {"Content-Disposition": disposition, FIXED: str(fixed)}
    return Response(copy, headers=headers, media_type=media_type)
