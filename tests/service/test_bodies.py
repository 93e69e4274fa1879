"""Bodies that are too large, too slow, broken or strange; what is held, and what is left."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.servers import GOOD, Server, form, head, raw, troubled

MOST = 300_000


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that takes little, and its folder for temporary files."""
    folder = tmp_path_factory.mktemp("temporary")
    options = {"workers": 1, "body_bytes": MOST, "files": 3, "pause_seconds": 1}
    options |= {"body_seconds": 3, "idle_seconds": 1}
    with troubled(**options, environment={"TMPDIR": str(folder)}) as server:
        yield server


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Return the status of an answer and the problem that it says."""
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].removeprefix("urn:specvalidator:problem:")


def pieces(size: int, seconds: float = 0) -> Iterator[bytes]:
    """Yield a body that does not say how long it is."""
    for _ in range(size // 10_000):
        time.sleep(seconds)
        yield b"x" * 10_000


BYTES = {"Content-Type": "application/octet-stream"}


def test_a_body_that_says_it_is_too_large_is_refused(narrow: Server) -> None:
    answer = narrow.client.post("/v1/check", content=b"x" * (MOST + 1), headers=BYTES)

    assert problem(answer) == (413, "too-large")


def test_a_body_that_turns_out_too_large_is_refused(narrow: Server) -> None:
    answer = narrow.client.post("/v1/check", content=pieces(MOST * 2), headers=BYTES)

    assert problem(answer) == (413, "too-large")


def test_a_body_of_unknown_length_that_fits_is_taken(narrow: Server) -> None:
    answer = narrow.client.post("/v1/check", content=pieces(MOST // 2), headers=BYTES)

    assert [error["source"]["size"] for error in answer.json()["errors"]] == [MOST // 2]


def test_a_client_hears_why_though_it_still_sends(narrow: Server) -> None:
    with raw(narrow) as client:
        client.sendall(head("Content-Length: 10000000"))
        assert b" 413 " in client.recv(9999)
        client.sendall(b"x" * 1_000_000)  # what follows disturbs nobody


@pytest.mark.parametrize("pause", [1.5, 0.2])
def test_a_body_that_pauses_or_lasts_too_long_is_given_up(narrow: Server, pause: float) -> None:
    answer = narrow.client.post("/v1/check", content=pieces(MOST, pause), headers=BYTES)

    assert problem(answer) == (408, "too-slow")


def test_a_body_that_breaks_off_disturbs_nobody(narrow: Server) -> None:
    with raw(narrow) as client:
        client.sendall(head("Content-Length: 100") + b"x")

    assert narrow.client.post("/v1/check", json={"name": "x"}).status_code == 200


def test_a_form_with_thousands_of_parts_is_refused(narrow: Server) -> None:
    files = form(*((f"{number}.docx", b"x") for number in range(1200)))

    assert problem(narrow.client.post("/v1/check", files=files)) == (400, "too-many-files")


@pytest.mark.parametrize(
    ("body", "media_type", "refusal"),
    [
        pytest.param(b"", "application/octet-stream", (400, "no-file"), id="nothing"),
        pytest.param(b"--b--\r\n", "multipart/form-data; boundary=b", (400, "no-file"), id="none"),
        pytest.param(b"x", "multipart/form-data", (400, "bad-body"), id="no boundary"),
        pytest.param(b"x", "multipart/form-data; boundary=b", (400, "bad-body"), id="no form"),
        pytest.param(
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
            "multipart/form-data; boundary=b",
            (400, "bad-body"),
            id="cut off",
        ),
        pytest.param(
            b'--b\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
            (400, "bad-body"),
            id="another field",
        ),
        pytest.param(
            b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
            "multipart/form-data; boundary=b",
            (400, "bad-body"),
            id="a field that is no file",
        ),
        pytest.param(
            b'--b\r\nContent-Disposition: form-data; name="' + b"n" * 100_000,
            "multipart/form-data; boundary=b",
            (400, "bad-body"),
            id="endless header",
        ),
        pytest.param(b"x", "text/css", (415, "unsupported-media-type"), id="media type"),
        pytest.param(b"x", "\x01", (415, "unsupported-media-type"), id="no media type at all"),
    ],
)
def test_a_body_that_cannot_be_understood_is_refused(
    narrow: Server, body: bytes, media_type: str, refusal: tuple[int, str]
) -> None:
    answer = narrow.client.post("/v1/check", content=body, headers={"Content-Type": media_type})

    assert problem(answer) == refusal


def test_bodies_of_one_sender_are_bounded_by_half_of_what_all_may_hold() -> None:
    with troubled(workers=1, held_bytes=200_000) as server:
        answer = server.client.post("/v1/check", content=b"x" * 100_001, headers=BYTES)
        assert problem(answer) == (503, "busy")
        assert answer.headers["retry-after"] == "1"

        for _ in range(3):  # what was held is given back
            answer = server.client.post("/v1/check", content=b"x" * 90_000, headers=BYTES)
            assert answer.status_code == 200


def test_nothing_stays_on_the_disk(narrow: Server) -> None:
    folder = Path(narrow.environment["TMPDIR"])
    files = form(("a.docx", GOOD.read_bytes()), ("b.pdf", b"%PDF-1.7 " + b"x" * 100_000))

    assert narrow.client.post("/v1/check", files=files).status_code == 200
    assert narrow.client.post("/v1/annotate", files=files[:1]).status_code == 200
    assert list(folder.iterdir()) == []


def test_a_client_that_does_not_come_to_the_point_is_cut_off(narrow: Server) -> None:
    with raw(narrow) as client:
        client.sendall(b"GET /healthz HTTP/1.1\r\n")
        assert client.recv(99) == b"", "the service hung up"
