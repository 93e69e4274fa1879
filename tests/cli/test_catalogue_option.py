"""`--catalogue`: the published projects that an application is compared with."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specvalidator import forms
from specvalidator.models import Application
from specvalidator.packs.cases import valid_record

Run = Callable[..., Any]


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """Write a valid application for 拉面制作 and 花样馒头制作."""
    path = tmp_path / "site.docx"
    path.write_bytes(forms.write(Application.model_validate(valid_record("application"))))
    return path


@pytest.mark.parametrize(
    ("projects", "status", "rules"),
    [
        ("拉面制作\n花样馒头制作\n", 0, []),
        ("项目名称,公布日期\n拉面制作,2020-06-01\n", 1, ["unpublished-project"]),
    ],
)
def test_each_project_is_sought_in_the_catalogue(  # noqa: PLR0913, PLR0917 - fixtures and a row
    specvalidator: Run,
    application: Path,
    tmp_path: Path,
    projects: str,
    status: int,
    rules: list[str],
) -> None:
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text(projects, encoding="gb18030")
    result = specvalidator("check", application, "--catalogue", catalogue, "--format", "json")
    assert result.status == status
    (report,) = result.json["reports"]
    assert [finding["rule"] for finding in report["findings"]] == rules
    assert "annex1-1-scope" not in [clause["id"] for clause in report["by_hand"]]


def test_without_a_catalogue_it_is_left_to_a_person(specvalidator: Run, application: Path) -> None:
    result = specvalidator("check", application, "--format", "json")
    assert result.status == 0
    (report,) = result.json["reports"]
    assert "annex1-1-scope" in [clause["id"] for clause in report["by_hand"]]


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02"])
def test_a_catalogue_that_cannot_be_used_is_wrong_usage(
    specvalidator: Run, application: Path, tmp_path: Path, content: bytes | None
) -> None:
    catalogue = tmp_path / "catalogue.csv"
    if content is not None:
        catalogue.write_bytes(content)
    result = specvalidator("check", application, "--catalogue", catalogue)
    assert result.status == 2
    assert result.out == ""
    assert "目录" in result.err
