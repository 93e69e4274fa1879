"""What lies beside submissions may be hostile, too: it is refused with a sentence, in bounds."""

import sys
from pathlib import Path

import pytest

from hostile.making.answers import candidates, forms
from hostile.making.companions import COMPANIONS, Companion
from hostile.measuring import Outcome, measured

EXAMPLES = Path(__file__).parents[2] / "examples"
_SECONDS = 5
_MEGABYTES = 300
_USED, _REFUSED = {0, 1}, 2

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="wait4 is that of POSIX")


def in_bounds(outcome: Outcome) -> bool:
    kept = outcome.seconds <= _SECONDS and outcome.megabytes <= _MEGABYTES
    return kept and "Traceback" not in outcome.remarks


@pytest.mark.parametrize(
    ("companion", "option"),
    [
        pytest.param(each, option, id=f"{option} {each.name}")
        for each in COMPANIONS
        for option in each.options
    ],
)
def test_a_hostile_companion_is_used_or_refused_in_bounds(
    companion: Companion, option: str, tmp_path: Path
) -> None:
    (tmp_path / companion.name).write_bytes(companion.make())
    draft = str(EXAMPLES / "01-bamboo-basket.docx")
    command = ["letter", "--out", "letters"] if option == "--template" else ["check"]

    outcome = measured([*command, draft, option, companion.name], tmp_path)

    assert in_bounds(outcome), (companion.why, outcome)
    assert outcome.status in {*_USED, _REFUSED}, (companion.why, outcome.remarks)
    if outcome.status == _REFUSED:
        assert outcome.remarks.count("\n") < 10


@pytest.mark.parametrize("option", ["--catalogue", "--config", "--waivers"])
def test_a_companion_that_never_ends_is_too_large(option: str, tmp_path: Path) -> None:
    outcome = measured(["check", "a.docx", option, "/dev/zero"], tmp_path)

    assert in_bounds(outcome)
    assert outcome.status == _REFUSED


@pytest.mark.parametrize(("pair", "form"), [("findings", "json"), ("forms", "html")])
def test_two_hostile_files_are_compared_in_bounds(pair: str, form: str, tmp_path: Path) -> None:
    suffix, make = ("json", candidates) if pair == "findings" else ("docx", forms)
    for name, count in (("old", 490), ("new", 500)):
        times = 9 if pair == "findings" else 1
        (tmp_path / f"{name}.{suffix}").write_bytes(make(count * times))

    outcome = measured(["compare", f"old.{suffix}", f"new.{suffix}", "--format", form], tmp_path)

    assert in_bounds(outcome), outcome[:3]
    assert outcome.status == 1, outcome.remarks
