"""Letters and workbooks of results over HTTP."""

import io
import json
import zipfile
from typing import Any

import docx
import httpx
import pytest

from service.servers import EXAMPLES, FAULTY, form

COLLECTION = EXAMPLES / "09-collection.docx"
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def results(client: httpx.Client) -> dict[str, Any]:
    """What was found in a file with three forms, a faulty one and a broken one."""
    files = form(
        (COLLECTION.name, COLLECTION.read_bytes()), (FAULTY.name, FAULTY.read_bytes()), ("a", b"x")
    )
    page: dict[str, Any] = client.post("/v1/check", files=files).json()
    return page


def test_a_letter_is_about_one_report(client: httpx.Client, results: dict[str, Any]) -> None:
    answer = client.post("/v1/letter?number=4", json=results)

    assert answer.status_code == 200
    said = "".join(docx.Document(io.BytesIO(answer.content)).element.itertext())
    assert all(each["message"] in said for each in results["reports"][3]["findings"])
    assert "第3份" in "".join(
        docx.Document(
            io.BytesIO(client.post("/v1/letter?number=3", json=results).content)
        ).element.itertext()
    )


def test_a_workbook_has_every_report_and_no_formula(
    client: httpx.Client, results: dict[str, Any]
) -> None:
    results["reports"][0]["subject"] = FORMULA
    answer = client.post("/v1/workbook", json=results)

    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
        sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]
    assert "高级渔网修补工" in strings
    assert "HYPERLINK" in strings
    assert not any(b"<f>" in sheet for sheet in sheets)


@pytest.mark.parametrize("body", [b"{}", b"[" * 100_000, b'{"reports": [{}]}', b"\xff"])
def test_what_is_no_result_is_refused(client: httpx.Client, body: bytes) -> None:
    for route in ("letter", "workbook"):
        answer = client.post(
            f"/v1/{route}", content=body, headers={"Content-Type": "application/json"}
        )
        assert answer.status_code == 422
        assert answer.json()["type"].endswith(":not-written")


def test_a_number_without_a_report_is_refused(
    client: httpx.Client, results: dict[str, Any]
) -> None:
    answer = client.post("/v1/letter?number=5", content=json.dumps(results).encode())
    assert (answer.status_code, answer.json()["error"]) == (404, "not-found")


def test_a_copy_says_how_many_fixes_it_has(client: httpx.Client) -> None:
    def fixed(suggest: str) -> str:
        files = form((FAULTY.name, FAULTY.read_bytes()))
        answer = client.post(f"/v1/annotate?suggest={suggest}", files=files)
        return answer.headers["X-Tracked-Changes"]

    assert (fixed("false"), fixed("true")) == ("0", "2")
