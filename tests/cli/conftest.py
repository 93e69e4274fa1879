"""The command line run within the test, with a reader that takes JSON records for documents."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from specvalidator import reading
from specvalidator.cli import run
from specvalidator.document import Document, Paragraph
from specvalidator.errors import UnreadableFile
from specvalidator.models import Kind, Specification
from specvalidator.packs.cases import valid_record
from specvalidator.places import Source, WordPlace
from specvalidator.readers import Limits, RecognisedFile
from specvalidator.readers.formats import FORMATS
from specvalidator.submission import Submission
from specvalidator.wording import Words


class Result(NamedTuple):
    """What a run of the command line came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The page on standard output."""
        page: dict[str, Any] = json.loads(self.out)
        return page


Run = Callable[..., Result]


@pytest.fixture
def specvalidator(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line with these arguments."""

    def called(*arguments: str | Path) -> Result:
        try:
            status = run([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        return Result(status, *capsys.readouterr())

    return called


def _recognised(data: bytes, _limits: Limits) -> RecognisedFile:
    return RecognisedFile(data, FORMATS[-1])


def _read(file: RecognisedFile, _limits: Limits) -> Document:
    data = file.data
    if data == b"locked":
        raise UnreadableFile("encrypted", Words("文件已加密。", "The file is encrypted."))
    if data == b"bug":
        raise KeyError("the text of a submission")
    place = WordPlace(block=1)
    return Document((Paragraph(data.decode(), place),), media_type="application/x-test")


def _extracted(document: Document, source: Source, kind: Kind | None = None) -> list[Submission]:
    text = document.blocks[0].text if isinstance(document.blocks[0], Paragraph) else ""
    records = [json.loads(line) for line in text.splitlines()]
    return [
        Submission(
            source=source.model_copy(update={"index": index}),
            kind=kind or "specification",
            model=Specification.model_validate(record),
        )
        for index, record in enumerate(records)
    ]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read lines of JSON as submissions, `locked` as encrypted, and fail on `bug`."""
    monkeypatch.setattr(reading, "recognise", _recognised)
    monkeypatch.setattr(reading, "read_document", _read)
    monkeypatch.setattr(reading, "extract", _extracted)


def draft(**changes: object) -> str:
    """Return the valid specification with other values in some of its fields."""
    return json.dumps(valid_record("specification") | changes, ensure_ascii=False)


Draft = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Draft:
    """Write a draft that passes, but for the changes, under a name in a new folder."""

    def written(name: str, text: str | None = None, /, **changes: object) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft(**changes) if text is None else text, encoding="utf-8")
        return path

    return written
