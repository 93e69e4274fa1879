"""The files of a request: parts of a form, or the body itself."""

from collections.abc import AsyncIterator, Mapping
from pathlib import PurePosixPath

import python_multipart
from python_multipart.exceptions import FormParserError
from starlette.requests import Request

from specvalidator.readers import formats
from specvalidator.service.intake import Body
from specvalidator.service.options import ServiceOptions
from specvalidator.service.problems import ProblemError
from specvalidator.service.work import Upload
from specvalidator.wording import Words

FORM = "multipart/form-data"
FIELD = "file"
"""What the parts that hold files are called."""
SINGLE = "application/octet-stream"
"""What a body that is one file may always be called. What it is, its content says."""
_NAMES: Mapping[str, str] = {formats.RECORD.media_type: "record.json"}
_UNNAMED = "document"
_LONGEST_NAME = 200


async def uploads_of(request: Request, body: Body, options: ServiceOptions) -> list[Upload]:
    """Return the files of a request, in its order.

    Raises:
        ProblemError: there is none, there are too many, or the body cannot be read.
    """
    kind, parameters = python_multipart.multipart.parse_options_header(
        request.headers.get("content-type", "").encode("latin-1")
    )
    media_type = kind.decode("latin-1").lower()
    chunks = body.chunks(request)
    if media_type == FORM:
        return await _parts(chunks, parameters.get(b"boundary", b""), options.files)
    if media_type not in ("", SINGLE, *map(str.lower, formats.media_types())):
        raise ProblemError("unsupported-media-type")
    data = b"".join([chunk async for chunk in chunks])
    if not data:
        raise ProblemError("no-file")
    named = request.query_params.get("name") or _NAMES.get(media_type, _UNNAMED)
    return [Upload(_base(named), data)]


async def _parts(chunks: AsyncIterator[bytes], boundary: bytes, most: int) -> list[Upload]:
    form = _Form(most)
    try:
        parser = python_multipart.MultipartParser(boundary, form.callbacks())  # type: ignore[arg-type]
        async for chunk in chunks:
            parser.write(chunk)
    except FormParserError:
        raise ProblemError("bad-body") from None
    if not form.ended:
        raise ProblemError("bad-body")
    if not form.uploads:
        raise ProblemError("no-file")
    return form.uploads


class _Form:
    """A form as it arrives: its files are kept in memory, and nothing else may be in it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._field = self._value = b""
        self._headers: dict[bytes, bytes] = {}
        self._name = ""
        self._data = bytearray()
        self.uploads: list[Upload] = []
        self.ended = False
        """Whether the form came to its end."""

    def callbacks(self) -> dict[str, object]:
        """Return what the parser calls."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._add_field,
            "on_header_value": self._add_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._end_headers,
            "on_part_data": self._add,
            "on_part_end": self._end,
            "on_end": self._finish,
        }

    def _begin(self) -> None:
        if len(self.uploads) == self._most:
            raise _too_many(self._most)
        self._headers, self._data = {}, bytearray()

    def _add_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _add_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._headers[self._field.lower()] = self._value
        self._field = self._value = b""

    def _end_headers(self) -> None:
        disposition = self._headers.get(b"content-disposition", b"")
        _, said = python_multipart.multipart.parse_options_header(disposition)
        if said.get(b"name") != FIELD.encode() or b"filename" not in said:
            raise ProblemError("bad-body", _NO_FILE)
        self._name = said[b"filename"].decode("utf-8", "replace")

    def _add(self, data: bytes, start: int, end: int) -> None:
        self._data += data[start:end]

    def _end(self) -> None:
        name = self._name or _UNNAMED
        self.uploads.append(Upload(_base(name), bytes(self._data), _path(name)))

    def _finish(self) -> None:
        self.ended = True


def _base(name: str) -> str:
    """Return a file's name without folders or anything that cannot be seen."""
    last = PurePosixPath(name.replace("\\", "/")).name
    seen = "".join(letter if letter.isprintable() else "�" for letter in last)
    return seen[:_LONGEST_NAME] or _UNNAMED


def _path(name: str) -> str:
    """Return a file's path in the folder that was handed in, "" where it is none."""
    steps = name.replace("\\", "/").split("/")
    harmless = [_base(step) for step in steps if step not in {"", ".", ".."} and ":" not in step]
    return "/".join(harmless) if len(harmless) > 1 else ""


def _too_many(most: int) -> ProblemError:
    return ProblemError(
        "too-many-files",
        Words(
            f"一次请求最多{most}份文件，请分几次上传。",
            f"A request may have {most} files; send the others by themselves.",
        ),
    )


_NO_FILE = Words(
    f"表单中只能有名为 {FIELD} 的文件字段（带 filename），每份文件一个。",
    f"A form may have only parts named “{FIELD}” with a filename, one for each file.",
)
