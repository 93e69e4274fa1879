"""The font that comes with us is the one that its script derives, and cut out rightly."""

import importlib.util
import io
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

import specvalidator as sv
from reports.marked_pdf import files
from tools import NOTO, absent

ROOT = Path(__file__).parents[3]
FONT = ROOT / "src/specvalidator/readers/pdf/faces/han.ttf"


@pytest.fixture(scope="module")
def script() -> Any:  # noqa: ANN401 - a module found by its path
    spec = importlib.util.spec_from_file_location("derive_han", ROOT / "fonts" / "derive_han.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_what_the_script_derives(script: Any) -> None:  # noqa: ANN401 - the same
    noto = script.installed()
    if noto is None:
        absent(NOTO)
    derived = script.derived(noto, script.characters())
    out = io.BytesIO()
    derived.save(out, reorderTables=True)
    assert out.getvalue() == FONT.read_bytes()


def test_its_licence_comes_with_it() -> None:
    font = TTFont(FONT)
    assert font["OS/2"].fsType == 0
    assert "SIL OPEN FONT LICENSE" in FONT.with_name("OFL.txt").read_text("utf-8")
    assert "Source" not in font["name"].getDebugName(1)


def test_the_letters_in_use_have_the_same_outlines_in_a_marked_file() -> None:
    page = PdfReader(io.BytesIO(sv.annotate(files.PLAIN, summary=True))).pages[0]
    outer = page["/Resources"]["/Font"]["/H"]  # type: ignore[index] # dictionaries there
    program = outer["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()
    cut, whole = TTFont(io.BytesIO(program)), TTFont(FONT)
    names = whole.getBestCmap()
    meanings = _meanings(outer["/ToUnicode"].get_data().decode())
    assert len(meanings) > 100
    for number, letter in meanings.items():
        glyph = cut["glyf"][cut.getGlyphName(number)]
        assert glyph == whole["glyf"][names[ord(letter)]], letter
        assert cut["hmtx"][cut.getGlyphName(number)] == whole["hmtx"][names[ord(letter)]]


def _meanings(cmap: str) -> dict[int, str]:
    rows = (line.split() for line in cmap.splitlines() if line.startswith("<"))
    return {
        int(row[0].strip("<>"), 16): bytes.fromhex(row[1].strip("<>")).decode("utf-16-be")
        for row in rows
        if len(row) == 2
    }
