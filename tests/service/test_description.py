"""The description of the API is fresh, and the service keeps to it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.servers import Server, running
from specvalidator.service.openapi import NAME, openapi_text
from specvalidator.shipped import data_folder


def test_the_published_description_is_fresh() -> None:
    assert (data_folder("schemas") / NAME).read_text(encoding="utf-8") == openapi_text()


def test_the_service_tells_the_same(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json() == json.loads(openapi_text())


EXPECTED = """\
# Which bytes make a document that can be marked, a description cannot say.
[[operations]]
include-name = "POST /v1/annotate"
[operations.checks.positive_data_acceptance]
expected-statuses = ["2xx", 422]
# Nor all that makes a result of /v1/check, or how many reports it has.
[[operations]]
include-name = ["POST /v1/letter", "POST /v1/workbook"]
[operations.checks.positive_data_acceptance]
expected-statuses = ["2xx", 404, 422]
"""


@pytest.fixture
def sightless() -> Iterator[Server]:
    """A service that recognises no pictures: hundreds are sent, and each would take seconds."""
    options = ("--port", "0", "--workers", "1", "--limit", "scan.pages=0")
    with running("specvalidator", "serve", *options) as server:
        yield server


def test_the_service_does_what_its_description_says(sightless: Server, tmp_path: Path) -> None:
    sightless.wait_until_ready()
    (tmp_path / "schemathesis.toml").write_text(EXPECTED)
    program = str(Path(sys.executable).with_name("schemathesis"))
    command = [
        *(program, "run", f"{sightless.url}/openapi.json"),
        *("--max-examples", "40", "--seed", "1", "--phases", "examples,coverage,fuzzing"),
        *("--request-timeout", "600", "--no-color"),
    ]

    done = subprocess.run(  # noqa: S603 - a tool of the tests
        command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=1800
    )

    assert done.returncode == 0, done.stdout + done.stderr
