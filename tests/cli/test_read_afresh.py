"""What a worker read is written by a process that has read nothing itself."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "01-bamboo-basket.docx"


def test_a_record_from_a_worker_is_written_beside_a_file_that_is_missing(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "specvalidator", "read", "missing.docx", EXAMPLE],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr.decode()
    page = json.loads(done.stdout)
    assert [each["error"] for each in page["errors"]] == ["not-found"]
    assert page["submissions"][0]["model"]["name"] == "竹篮编织"
