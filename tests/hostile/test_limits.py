"""`Limits`: one value for every bound, set from Python and from the command line."""

from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.cli.limits import NAMES, limits_of
from specvalidator.cli.options import LimitOptions
from specvalidator.cli.terminal import WrongUsage
from specvalidator.errors import UnreadableFile
from specvalidator.readers import Limits, PdfLimits, limits
from specvalidator.readers.limits import ScanLimits

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = EXAMPLES / "01-bamboo-basket.docx"


def given(*settings: str, isolate: bool | None = None, usual: bool = False) -> Limits:
    said = LimitOptions(
        lang="zh", lang_is_said=False, settings=None, limit=settings, isolate=isolate
    )
    return limits_of(said, isolate=usual)


def test_every_bound_says_what_it_bounds() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    lines = source.splitlines()
    for name in (*Limits._fields, *PdfLimits._fields, *ScanLimits._fields):
        at = [k for k, line in enumerate(lines) if line.startswith(f"    {name}: ")]
        assert at, name
        assert all(lines[k + 1].startswith('    """') for k in at), name


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("blocks=7", Limits(blocks=7)),
        ("file_bytes=10M", Limits(file_bytes=10 * 2**20)),
        ("file_bytes=3k", Limits(file_bytes=3 * 2**10)),
        ("memory_bytes=2G", Limits(memory_bytes=2 * 2**30)),
        ("pdf.pages=20", Limits(pdf=PdfLimits(pages=20))),
        ("scan.pages=2", Limits(scan=ScanLimits(pages=2))),
        ("seconds=5", Limits(seconds=5)),
    ],
)
def test_a_bound_is_set_by_its_name(setting: str, expected: Limits) -> None:
    assert given(setting) == expected


def test_bounds_add_up_and_the_last_of_a_name_counts() -> None:
    assert given("blocks=7", "pdf.pages=1", "blocks=8", "pdf.depth=2") == Limits(
        blocks=8, pdf=PdfLimits(pages=1, depth=2)
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_name_can_be_set(name: str) -> None:
    assert given(f"{name}=7") != Limits()


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("blocks", "NAME=VALUE"),
        ("blocks=", "NAME=VALUE"),
        ("blocks=-1", "NAME=VALUE"),
        ("blocks=1.5", "NAME=VALUE"),
        ("blocks=5\u212a", "NAME=VALUE"),  # the sign of Kelvin, which is no K
        ("blocks=" + "9" * 40, "NAME=VALUE"),
        ("blcks=1", "blocks"),
        ("pages=1", "pdf.pages"),
        ("isolate=1", "limit"),
        ("pdf=1", "limit"),
        ("scan=1", "limit"),
    ],
)
def test_what_is_no_bound_is_wrong_usage(setting: str, said: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        given(setting)
    assert said in caught.value.words.en


@pytest.mark.parametrize(
    ("isolate", "usual", "expected"),
    [
        (None, False, False),
        (None, True, True),
        (True, False, True),
        (False, True, False),
    ],
)
def test_what_is_usual_holds_unless_said_otherwise(
    isolate: bool | None,  # noqa: FBT001 - as argparse gives it
    usual: bool,  # noqa: FBT001 - as the command decides it
    expected: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert given(isolate=isolate, usual=usual).isolate is expected


@pytest.mark.parametrize(
    ("file", "bound"),
    [
        pytest.param(DRAFT, Limits(blocks=3), id="Word"),
        pytest.param(
            EXAMPLES / "51-dossier-complete.zip", Limits(archive_total_bytes=9), id="archive"
        ),
        pytest.param(
            EXAMPLES / "41-session-on-time.json", Limits(record_bytes=9), id="record in JSON"
        ),
        pytest.param(DRAFT, Limits(file_bytes=9, archive_bytes=9, record_bytes=9), id="any"),
    ],
)
def test_bounds_hold_whichever_way_a_file_is_read(file: Path, bound: Limits) -> None:
    for read in (sv.read, sv.validate):
        with pytest.raises(UnreadableFile) as caught:
            read(file, limits=bound)
        assert caught.value.error == "too-large"


def test_of_a_file_without_end_no_more_is_read_than_tells_it(tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.truncate(2**40)  # a file of holes, a terabyte long

    with pytest.raises(UnreadableFile) as caught:
        sv.read(endless, limits=Limits(file_bytes=2**20, archive_bytes=2**20, record_bytes=2**20))
    assert caught.value.error == "too-large"
