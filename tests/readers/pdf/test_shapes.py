"""A file may say that a glyph is another letter: two glyphs of one name are a question."""

import io
import re
from pathlib import Path

import pypdf
import pytest

import specvalidator
from specvalidator.findings import Finding

EXPORTED = Path(__file__).parents[3] / "examples" / "pdf" / "exported"
PAIR = re.compile(rb"<([0-9A-F]+)>\s*<([0-9A-F]{4})>")


def said_to_be(name: str, shown: str, said: str) -> bytes:
    """Return an example in which the file says of each `shown` that it is `said`."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(EXPORTED / f"{name}.pdf"))
    for thing in writer._objects:  # noqa: SLF001 - every font of the file
        if isinstance(thing, dict) and "/ToUnicode" in thing:
            stream = thing["/ToUnicode"].get_object()
            letters = f"{ord(shown):04X}".encode(), f"{ord(said):04X}".encode()
            stream.set_data(
                PAIR.sub(lambda pair, to=letters: pair[0].replace(*to), stream.get_data())
            )
    return _written(writer)


def _written(writer: pypdf.PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def findings(data: bytes, tmp_path: Path) -> list[Finding]:
    path = tmp_path / "draft.pdf"
    path.write_bytes(data)
    return [each for report in specvalidator.validate(path) for each in report.findings]


@pytest.mark.parametrize(
    ("name", "shown", "said"),
    [
        ("01-bamboo-basket", "8", "0"),
        ("02-steamed-buns", "5", "0"),
        ("21-site-pastry", "9", "2"),
        ("21-site-pastry", "7", "1"),
    ],
)
def test_a_digit_that_is_drawn_as_another_is_a_question(
    name: str, shown: str, said: str, tmp_path: Path
) -> None:
    found = findings(said_to_be(name, shown, said), tmp_path)

    assert found
    assert all(each.kind == "review" for each in found), [each.message for each in found]


@pytest.mark.parametrize("said", [" ", "\u3000", "\u200b", "\u00ad"])
def test_a_letter_that_is_called_a_space_is_a_question(said: str, tmp_path: Path) -> None:
    found = findings(said_to_be("01-bamboo-basket", "竹", said), tmp_path)

    assert {each.kind for each in found} == {"review"}, [each.message for each in found]


@pytest.mark.parametrize("matrix", ["1 0 0.2 1 0 0", "0.8 0 0 1 0 0", "1 0 0 1 7 3"])
def test_letters_slanted_narrowed_or_moved_are_themselves(matrix: str, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(EXPORTED / "02-steamed-buns.pdf"))
    page = writer.pages[0]
    content = page.get_contents()
    assert content is not None
    lines = content.get_data().split(b"BT")
    half = len(lines) // 2
    turned = b" q " + matrix.encode() + b" cm BT"
    moved = b"BT".join(lines[:half]) + b"".join(
        turned + line.replace(b"ET", b"ET Q ", 1) for line in lines[half:]
    )
    content.set_data(moved)
    page.replace_contents(content)

    found = findings(_written(writer), tmp_path)
    assert not [each for each in found if "无法识别" in each.message]
