"""`/v1/letter` and `/v1/workbook`: the JSON of `/v1/check` in, a file for people out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from specvalidator.service import description
from specvalidator.service.parameters import LangNamed, refuse_unknown
from specvalidator.service.problems import ProblemError
from specvalidator.service.service import Service

_Number = Annotated[
    int, Query(ge=1, le=100_000, description="Which of the reports, counted from 1")
]


def making(service: Service) -> APIRouter:
    """Return the routes that take results."""
    first = [Depends(service.let_in), Depends(refuse_unknown)]
    routes = APIRouter(prefix="/v1", dependencies=first)

    async def made(request: Request, job: str, *wishes: object) -> bytes:
        async with service.admitted(request) as uploads:
            if len(uploads) > 1:
                raise ProblemError("too-many-files", description.ONE_PAGE)
            return await service.made(job, request, uploads[0].data, *wishes)

    @routes.post("/letter", **description.LETTER)
    async def letter(request: Request, number: _Number = 1, lang: LangNamed = None) -> Response:  # noqa: ARG001 - `service.lang` reads it
        data = await made(request, "lettered", number, service.lang(request))
        return _file(data, "letter.docx", description.DOCX)

    @routes.post("/workbook", **description.WORKBOOK)
    async def workbook(request: Request, lang: LangNamed = None) -> Response:  # noqa: ARG001 - the same
        data = await made(request, "tabled", service.lang(request))
        return _file(data, "results.xlsx", description.XLSX)

    return routes


def _file(data: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, headers=headers, media_type=media_type)
