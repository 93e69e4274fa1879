"""Fonts that a PDF does not hold: read and drawn with our own faces, never with the machine's."""

import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from readers.pdf.sheets import SONG, Sheets, body, texts
from readers.pdf.sheets import table_of as table
from specvalidator.readers.pdf import read_pdf
from specvalidator.readers.pdf.letters import letters_of
from specvalidator.readers.pdf.picturing import pictures_of
from tools import NOTO, UNSHARE, absent, program

ROOT = Path(__file__).parents[3]
BLOCKS = ROOT / "src/specvalidator/readers/pdf/faces/blocks.ttf"
ROOM = (200.0, 60.0)
HELD, NOT_HELD = "能", "縣"
OTHER_FONTS = ("HeiseiMin-W3", "HYSMyeongJo-Medium", "MSung-Light")
for name in OTHER_FONTS:
    pdfmetrics.registerFont(UnicodeCIDFont(name))


@pytest.mark.parametrize("font", [SONG, *OTHER_FONTS])
@pytest.mark.parametrize("letter", ["男", "目", "%", "、", "一", "中"])
def test_a_letter_by_itself_is_read_in_any_font(font: str, letter: str) -> None:
    data = Sheets().text(100, 100, letter, font=font).data()
    assert body(read_pdf(data)) == [letter]


def test_cells_of_a_single_letter_are_filled() -> None:
    sheets = Sheets()
    rows = [["姓名", "性别", "比重"], ["孙小满", "女", "%"]]
    sheets.table([60, 200, 300, 400], 100, rows)
    assert texts(table(read_pdf(sheets.data()))) == rows


def test_marks_find_a_letter_by_itself() -> None:
    found = letters_of(Sheets().text(100, 100, "女", size=10).data(), [1]).by_page[1]
    assert found.text == "女"
    x0, y0, x1, y1 = found.boxes[0]
    assert (x1 - x0, y1 - y0) == pytest.approx((10, 10), abs=2)


def test_what_is_drawn_does_not_change_how_the_next_file_is_read() -> None:
    data = Sheets().text(100, 100, "女").data()
    before = read_pdf(data)
    pictures_of(data)
    assert read_pdf(data) == before


def _picture(text: str) -> list[int]:
    (page,) = pictures_of(Sheets(ROOM).text(20, 20, text).data())
    assert page.image is not None
    return list(Image.open(io.BytesIO(page.image)).convert("L").tobytes())


def test_a_letter_that_cannot_be_drawn_is_seen_to_be_missing() -> None:
    nothing, held, missing = _picture(" "), _picture(HELD), _picture(NOT_HELD)
    assert min(nothing) == 255
    assert min(held) < 100
    assert missing not in (nothing, held)
    assert missing == _picture("〓")


def test_the_face_for_reading_is_what_its_script_derives() -> None:
    script = _script()
    out = io.BytesIO()
    script.derived().save(out, reorderTables=True)
    assert out.getvalue() == BLOCKS.read_bytes()
    known = TTFont(BLOCKS)["cmap"].tables[0].cmap
    assert len(known) == 0x110000


def _script() -> Any:  # noqa: ANN401 - a module found by its path
    path = ROOT / "fonts" / "derive_blocks.py"
    spec = importlib.util.spec_from_file_location("derive_blocks", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PROGRAM = """
import hashlib, json, sys
from pathlib import Path
import specvalidator as sv
from specvalidator.readers.pdf.picturing import pictures_of
found = {}
for file in sorted(Path("examples/pdf").rglob("*.pdf")):
    data = file.read_bytes()
    reports = [report.model_dump_json() for report in sv.validate(data)]
    found[str(file)] = reports
    pictures = [page.image or b"" for page in pictures_of(data)]
    found[str(file) + " drawn"] = [hashlib.sha256(picture).hexdigest() for picture in pictures]
folders = ["/usr/share/fonts", "/usr/local/share/fonts"]
found["fonts"] = sum(1 for folder in folders for file in Path(folder).rglob("*.tt?"))
print(json.dumps(found))
"""
HIDE = (
    'for f in /usr/share/fonts /usr/local/share/fonts; do mount -t tmpfs none $f; done; exec "$@"'
)


def _found(*before: str) -> dict[str, Any]:
    ended = subprocess.run(  # noqa: S603 - our own program
        [*before, sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, check=True
    )
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_a_machine_without_fonts_reads_and_draws_the_same() -> None:
    hidden = (program(UNSHARE), "--map-root-user", "--mount", "sh", "-c", HIDE, "sh")
    if subprocess.run([*hidden, "true"], check=False, capture_output=True).returncode:  # noqa: S603 - as above
        absent(UNSHARE)
    with_fonts, without = _found(), _found(*hidden)
    if not with_fonts.pop("fonts"):
        absent(NOTO)
    assert without.pop("fonts") == 0
    assert len(with_fonts) > 60
    assert with_fonts == without
