"""What the description of the API (OpenAPI) says of each route."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response

from specvalidator.readers import formats
from specvalidator.reports.json import CheckPage
from specvalidator.schemas import SCHEMAS
from specvalidator.service.negotiation import MEDIA_TYPES
from specvalidator.service.options import ServiceOptions
from specvalidator.service.parameters import FORMATS
from specvalidator.service.problems import MEDIA_TYPE, ProblemDocument
from specvalidator.service.uploads import FIELD, FORM, SINGLE
from specvalidator.wording import Words

_Route = dict[str, Any]
_BINARY = {"type": "string", "format": "binary"}
TITLE = "specvalidator"
ABOUT = """\
专项职业能力考核材料的检查服务：上传 Word、PDF 文件或 JSON 记录，逐条对照通知，返回检查结果。

Checks documents of special vocational ability assessment. Findings are no errors: they come with
status 200, and so do files that cannot be read (`errors`). What is wrong with a request is told as
a problem document (RFC 9457). Every answer carries `X-Request-Id`.
"""
ONE_FILE = Words("一次只能批注一份文件。", "One file at a time can be marked.")
ONE_PAGE = Words("一次只能用一份检查结果。", "One page of results at a time.")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KNOWN_SCHEMAS = Words(
    f"没有这个模式。现有：{'、'.join(SCHEMAS)}", f"No such schema. There is {', '.join(SCHEMAS)}"
)
_SAID: Mapping[int, str] = {
    400: "The body cannot be understood, or has no file or too many",
    401: "A token is required",
    404: "There is no such thing",
    406: "No format that `Accept` names is offered",
    408: "The body took too long",
    413: "The body is too large",
    415: "A body of this media type is not taken",
    422: "A parameter is wrong",
    500: "A bug",
    503: "Too many requests; try again after `Retry-After`",
}


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    schema = {"$ref": f"#/components/schemas/{ProblemDocument.__name__}"}
    return {
        status: {"description": _SAID[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }


def _text(*media_types: str, said: str) -> dict[str, Any]:
    content = {each: {"schema": {"type": "string"}} for each in media_types}
    return {"description": said, "content": content}


def _object(said: str) -> dict[str, Any]:
    return {
        "description": said,
        "content": {"application/json": {"schema": {"type": "object"}}},
    }


def _something(media_type: str) -> dict[str, Any]:
    """Return what a whole body must be: not empty; what is sent as text may be any kind of text."""
    kind = {} if media_type.startswith("text/") else _BINARY
    return {**kind, "minLength": 1}


def _body(most: int) -> dict[str, Any]:
    files = {"type": "array", "items": _BINARY, "minItems": 1, "maxItems": most}
    form = {
        "type": "object",
        "properties": {FIELD: files},
        "required": [FIELD],
        "additionalProperties": False,
    }
    whole: dict[str, Any] = {
        each: {"schema": _something(each)} for each in (SINGLE, *formats.media_types())
    }
    whole[formats.RECORD.media_type] = {
        "schema": {"description": "A record, see /v1/schemas/specification and the others"}
    }
    content = {FORM: {"schema": form, "encoding": {FIELD: {"contentType": SINGLE}}}, **whole}
    return {"requestBody": {"required": True, "content": content}}


_CHECKED = {
    "description": "What was found, as `specvalidator check` says it in this format",
    "model": CheckPage,
    "content": {
        MEDIA_TYPES[form]: {"schema": {"type": "object" if form == "sarif" else "string"}}
        for form in FORMATS
        if form != "json"
    },
}


def _made(media_type: str) -> dict[str, Any]:
    return {"description": "The file", "content": {media_type: {"schema": _BINARY}}}


_COPY = {
    "description": "A copy of the file with a remark at the words of each finding",
    "content": {each: {"schema": _BINARY} for each in (*formats.media_types(marked=True), SINGLE)},
}
_LOOKED_AT = ("reports", "errors")
_RESULT = {
    "requestBody": {
        "required": True,
        "content": {
            formats.RECORD.media_type: {
                "schema": {
                    "description": "What /v1/check answered; only these two are looked at",
                    "type": "object",
                    "properties": {
                        name: {"type": "array", "items": {"type": "object"}} for name in _LOOKED_AT
                    },
                    "required": list(_LOOKED_AT),
                }
            }
        },
    }
}
_REFUSALS = (400, 401, 408, 413, 415, 422, 500, 503)

CHECK: _Route = {
    "summary": "Check files, or a record",
    "operation_id": "check",
    "tags": ["check"],
    "response_class": Response,
    "responses": {200: _CHECKED, **_problems(*_REFUSALS, 406)},
    "openapi_extra": _body(ServiceOptions().files),
}
PROGRESS: _Route = {
    "summary": "How far a check has come that is under way",
    "operation_id": "progress",
    "tags": ["check"],
    "responses": {200: {"description": "How far"}, **_problems(401, 422)},
}
ANNOTATE: _Route = {
    "summary": "Mark the findings in a copy of a file",
    "operation_id": "annotate",
    "tags": ["check"],
    "response_class": Response,
    "responses": {200: _COPY, **_problems(*_REFUSALS)},
    "openapi_extra": _body(1),
}
LETTER: _Route = {
    "summary": "A letter about one report of a result of /v1/check, as a Word file",
    "operation_id": "letter",
    "tags": ["check"],
    "response_class": Response,
    "responses": {200: _made(DOCX), **_problems(*_REFUSALS, 404)},
    "openapi_extra": _RESULT,
}
WORKBOOK: _Route = {
    "summary": "Results of /v1/check, those of several answers put together, as a workbook",
    "operation_id": "workbook",
    "tags": ["check"],
    "response_class": Response,
    "responses": {200: _made(XLSX), **_problems(*_REFUSALS)},
    "openapi_extra": _RESULT,
}
RULES: _Route = {
    "summary": "All rules of a pack, without their examples",
    "operation_id": "rules",
    "tags": ["reference"],
    "responses": {200: _object("As `specvalidator rules --format json`"), **_problems(401, 422)},
}
RULE: _Route = {
    "summary": "One rule: clause, basis, numbers, wording, examples",
    "operation_id": "rule",
    "tags": ["reference"],
    "responses": {200: _object("A list of one rule"), **_problems(401, 404, 422)},
}
PACKS: _Route = {
    "summary": "The rule packs there are",
    "operation_id": "packs",
    "tags": ["reference"],
    "responses": {200: _object("Their headers"), **_problems(401, 422)},
}
SCHEMA: _Route = {
    "summary": "A JSON Schema (draft 2020-12) of a record, of the report or of a pack",
    "operation_id": "schema",
    "tags": ["reference"],
    "response_class": Response,
    "responses": {
        200: {
            "description": "The schema",
            "content": {"application/schema+json": {"schema": {"type": "object"}}},
        },
        **_problems(401, 404, 422),
    },
}
HEALTH: _Route = {
    "summary": "Whether the service lives",
    "operation_id": "healthz",
    "tags": ["operation"],
    "responses": {200: _object("It does")},
}
READY: _Route = {
    "summary": "Whether the service can check files at once",
    "operation_id": "readyz",
    "tags": ["operation"],
    "responses": {200: _object("It can"), **_problems(503)},
}
METRICS: _Route = {
    "summary": "Counts for Prometheus",
    "operation_id": "metrics",
    "tags": ["operation"],
    "response_class": Response,
    "responses": {200: _text("text/plain", said="The text format"), **_problems(401)},
}
