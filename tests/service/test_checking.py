"""Files in, reports out: the same as on the command line, in every format."""

import io
import json

import docx
import httpx
import pypdf
import pytest

import specvalidator as sv
from extract.dossier.building import complete, zipped
from hostile.making.answers import forms
from service.servers import EXAMPLES, FAULTY, GOOD, form
from specvalidator.errors import UnreadableFile
from specvalidator.places import Source
from specvalidator.reports import Failure
from specvalidator.wording import Lang

BROKEN = b"PK\x03\x04 and no more"


@pytest.mark.parametrize(
    "name",
    [
        "06-faults-net-mending.docx",
        "09-collection.docx",
        "pdf/drawn/06-faults-net-mending.pdf",
        "42-session-faulty.json",
        "53-dossier-equipment.zip",
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_json_is_that_of_the_command_line(client: httpx.Client, name: str, lang: Lang) -> None:
    file = EXAMPLES / name

    answer = client.post(
        "/v1/check", files=form((file.name, file.read_bytes())), params={"lang": lang}
    )

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == sv.render(sv.validate(file, lang=lang), "json", lang=lang)


def test_several_files_are_answered_in_their_order_and_one_that_is_broken_stops_no_other(
    client: httpx.Client,
) -> None:
    files = form(
        ("a.docx", FAULTY.read_bytes()), ("坏.docx", BROKEN), ("b.docx", GOOD.read_bytes())
    )

    page = client.post("/v1/check", files=files).json()

    assert [(each["source"]["name"], each["verdict"]) for each in page["reports"]] == [
        ("a.docx", "fail"),
        ("b.docx", "pass"),
    ]
    [error] = page["errors"]
    assert (error["source"]["name"], error["error"]) == ("坏.docx", "corrupt")
    assert error["source"]["size"] == len(BROKEN)


@pytest.mark.parametrize("format_", ["json", "sarif", "html"])
def test_a_file_with_too_much_to_say_takes_no_other_report_with_it(
    client: httpx.Client, format_: str
) -> None:
    files = form(("forms.docx", forms(1_500)), ("b.docx", GOOD.read_bytes()))

    answer = client.post("/v1/check", files=files, params={"format": format_})

    assert answer.status_code == 200
    assert "1,500" in answer.text or "1500" in answer.text
    assert "b.docx" in answer.text


def test_a_body_may_be_the_file_itself(client: httpx.Client) -> None:
    answer = client.post(
        "/v1/check",
        params={"name": "拉面.docx"},
        content=GOOD.read_bytes(),
        headers={"Content-Type": "application/octet-stream"},
    )

    [report] = answer.json()["reports"]
    assert (report["source"]["name"], report["verdict"]) == ("拉面.docx", "pass")


def test_a_record_may_come_as_json(client: httpx.Client) -> None:
    record = {"kind": "specification", "name": "拉面制作员"}

    [report] = client.post("/v1/check", json=record).json()["reports"]

    assert report["kind"] == "specification"
    assert "job-title-suffix" in [finding["rule"] for finding in report["findings"]]


def test_a_kind_can_be_said(client: httpx.Client) -> None:
    files = form(("a.docx", GOOD.read_bytes()))

    page = client.post("/v1/check", files=files, params={"kind": "application"}).json()

    assert [report["kind"] for report in page["reports"]] == ["application"]


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\王\\稿.docx", "稿.docx"),
        ("a\x1b[31m.docx", "a�[31m.docx"),
        ("x" * 500, "x" * 200),
    ],
)
def test_a_name_is_no_path_and_can_be_seen(client: httpx.Client, given: str, called: str) -> None:
    answer = client.post(
        "/v1/check",
        params={"name": given[:200]},
        content=b"x",
        headers={"Content-Type": "application/octet-stream"},
    )

    assert [error["source"]["name"] for error in answer.json()["errors"]] == [called]


# ── formats and languages ────────────────────────────────────────────────────────────────

FORMATS = [
    ("json", "application/json", "application/json"),
    ("sarif", "application/sarif+json", "application/sarif+json"),
    ("markdown", "text/markdown", "text/markdown; charset=utf-8"),
    ("text", "text/plain", "text/plain; charset=utf-8"),
    ("csv", "text/csv", "text/csv; charset=utf-8"),
    ("junit", "application/xml", "application/xml"),
]


@pytest.mark.parametrize(("name", "accept", "media_type"), FORMATS)
def test_every_format_can_be_named_or_accepted(
    client: httpx.Client, name: str, accept: str, media_type: str
) -> None:
    failure = Failure(
        Source(name="坏.docx", media_type=None, sha256=None, size=None),
        _refused(BROKEN),
    )
    files = form(("a.docx", FAULTY.read_bytes()), ("坏.docx", BROKEN))

    named = client.post("/v1/check", files=files, params={"format": name})
    accepted = client.post("/v1/check", files=files, headers={"Accept": accept})

    assert named.headers["content-type"] == accepted.headers["content-type"] == media_type
    assert named.text == accepted.text
    if name not in ("json", "sarif"):  # these tell the digest of the broken file, too
        reports = sv.validate(FAULTY, name="a.docx")
        assert named.content.decode() == sv.render(reports, name, errors=[failure])


def _refused(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        sv.read(data)
    return caught.value


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html;q=0.2, application/json;q=0.9", "application/json"),
        ("application/pdf, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("application/json;q=0, text/plain", "text/plain; charset=utf-8"),
        ("TEXT/MARKDOWN", "text/markdown; charset=utf-8"),
    ],
)
def test_accept_is_weighed(client: httpx.Client, accept: str, media_type: str) -> None:
    answer = client.post("/v1/check", json={"name": "x"}, headers={"Accept": accept})

    assert answer.headers["content-type"] == media_type


@pytest.mark.parametrize(
    ("asked", "accepted", "lang"),
    [
        (None, None, "zh"),
        (None, "en-GB,en;q=0.9,zh;q=0.8", "en"),
        (None, "fr, zh-CN;q=0.5, en;q=0.4", "zh"),
        (None, "de", "zh"),
        ("en", "zh-CN", "en"),
    ],
)
def test_the_language_is_asked_for_or_accepted(
    client: httpx.Client, asked: str | None, accepted: str | None, lang: Lang
) -> None:
    answer = client.post(
        "/v1/check",
        files=form(("a.docx", FAULTY.read_bytes())),
        params={"lang": asked} if asked else {},
        headers={"Accept-Language": accepted or ""},
    )

    assert answer.headers["content-language"] == lang
    assert answer.text == sv.render(sv.validate(FAULTY, name="a.docx", lang=lang), "json")


# ── marked copies ────────────────────────────────────────────────────────────────────────


def test_a_marked_copy_opens_and_says_what_was_found(client: httpx.Client) -> None:
    answer = client.post("/v1/annotate", files=form(("渔网.docx", FAULTY.read_bytes())))

    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"marked.docx\"; filename*=UTF-8''%E6%B8%94%E7%BD%91.marked.docx"
    )
    assert answer.content == sv.annotate(FAULTY)
    comments = docx.Document(io.BytesIO(answer.content)).comments
    assert len(list(comments)) > 0


def test_a_pdf_comes_back_as_a_pdf_that_opens(client: httpx.Client) -> None:
    file = EXAMPLES / "pdf" / "drawn" / "06-faults-net-mending.pdf"

    answer = client.post("/v1/annotate", files=form((file.name, file.read_bytes())))

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content == sv.annotate(file)
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert any("/Annots" in page for page in pages)


def test_certain_mends_are_written_where_they_are_asked_for(client: httpx.Client) -> None:
    files = form(("a.docx", FAULTY.read_bytes()))

    answer = client.post("/v1/annotate", files=files, params={"suggest": "true"})

    assert answer.content == sv.annotate(FAULTY, suggest=True)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(BROKEN, "corrupt", id="broken"),
        pytest.param(json.dumps({"name": "x"}).encode(), "unsupported", id="a record"),
    ],
)
def test_what_cannot_be_marked_is_refused_with_the_reason(
    client: httpx.Client, data: bytes, error: str
) -> None:
    answer = client.post("/v1/annotate", files=form(("a", data)), params={"lang": "en"})

    assert (answer.status_code, answer.json()["error"]) == (422, error)
    assert answer.json()["type"] == "urn:specvalidator:problem:not-marked"


def test_only_one_file_can_be_marked_at_a_time(client: httpx.Client) -> None:
    files = form(("a.docx", GOOD.read_bytes()), ("b.docx", GOOD.read_bytes()))

    assert client.post("/v1/annotate", files=files).status_code == 400


def test_loose_files_that_are_said_to_be_a_dossier_are_one(client: httpx.Client) -> None:
    files = form(
        *(
            (name, data)
            for name, data in complete().items()  # folders are part of the name, as browsers say
        )
    )

    page = client.post("/v1/check", files=files, params={"kind": "dossier"}).json()

    assert [
        (each["kind"], each["source"]["name"], each["verdict"]) for each in page["reports"]
    ] == [
        ("dossier", "dossier", "pass"),
        ("specification", "dossier/拉面制作考核规范.docx", "pass"),
        ("application", "dossier/申请表.docx", "pass"),
    ]
    assert "照片/操作间.jpg" in {each["name"] for each in page["reports"][0]["contents"]}


def test_beside_a_zip_a_loose_file_is_what_its_content_says(client: httpx.Client) -> None:
    files = form(("d.zip", zipped(complete())), ("a.docx", GOOD.read_bytes()))

    page = client.post("/v1/check", files=files, params={"kind": "dossier"}).json()

    found = {each["source"]["name"]: each["kind"] for each in page["reports"]}
    assert found["d.zip"] == "dossier"
    assert found["a.docx"] == "specification"


@pytest.mark.parametrize("name", ["../../a/b.docx", "/a/./b.docx"])
def test_a_path_leads_nowhere_else(client: httpx.Client, name: str) -> None:
    files = form((name, GOOD.read_bytes()), ("c.docx", GOOD.read_bytes()))

    page = client.post("/v1/check", files=files, params={"kind": "dossier"}).json()

    names = {each["source"]["name"] for each in page["reports"]}
    assert names == {"dossier", "dossier/a/b.docx", "dossier/c.docx"}
