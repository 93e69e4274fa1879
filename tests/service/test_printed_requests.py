"""The requests that the pages print, sent as they stand."""

import json
import re
import shlex
import shutil
import subprocess

import pytest

from service.servers import TESTS, Server


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl sends it")
@pytest.mark.parametrize("page", ["integrators.md", "integrators.zh-CN.md"])
def test_a_record_that_is_sent_by_the_line_of_a_page_is_judged(page: str, server: Server) -> None:
    text = (TESTS.parent / "docs" / page).read_text(encoding="utf-8")
    [line] = re.findall("^curl .*$", text, re.MULTILINE)
    command = shlex.split(line.replace("http://127.0.0.1:8000", server.url))
    done = subprocess.run(  # noqa: S603 - our own line
        [*command, "--silent", "--noproxy", "*"], capture_output=True, check=True, timeout=60
    )
    [report] = json.loads(done.stdout)["reports"]
    assert report["kind"] == "specification"
