"""No label of a form stands in src/: words are data, so that a pack can change them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from specvalidator import lexicon

SRC = Path(__file__).parents[1] / "src" / "specvalidator"
FORMS = ("application", "specification", "announcement")
DATA = (*FORMS, "dossier")
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
SHORTEST = 4
"""A label of fewer letters is an everyday word (备注, 姓名), which stands in many a pattern."""

EXCEPTIONS = {
    # where labels may stand, and why
    "models/": "titles of the record's fields, by which messages call them",
    "forms/": "the blank forms of Annexes 2 and 3; a pack prints its own title and number",
    "packs/law.py": "what an office or a paper is called where a pack does not say",
    "reports/json.py": "titles of the page's own fields",
    "quantities/people.py": "who is counted in a sentence, not what a form calls a part",
    "checks/application/staff.py": "what a message calls the counts that disagree",
    "checks/likeness.py": "words left out when names are compared",
    "checks/specification/name.py": "what a message calls the names that differ",
    "checks/specification/theory.py": "what sentences on theory speak of",
    "extract/__init__.py": "words by which the likeliest form is tried first",
    "extract/announcement/reading.py": "what a question calls the item that it is about",
    "extract/application/notes.py": "what a question calls the part that it is about",
    "extract/application/reading.py": "the same",
    "extract/application/venues.py": "the same",
    "extract/several.py": "words by which it is seen that a form begins",
    "extract/specification/content_table.py": "beginnings of what stands for a column's text",
    "extract/specification/reading.py": "what a question calls the part that it is about",
    "extract/specification/table_head.py": "one label that means two things in one head",
    "extract/specification/titles.py": "words of titles, which are patterns and not yet data",
    "extract/specification/values.py": "the label that may stand before a task's name",
}
"""Where labels may stand as whole texts, beside the data."""


def labels() -> set[str]:
    """Every label of four letters or more that the words of all packs have."""
    return {
        text
        for form in DATA
        for text in texts(lexicon.in_force().entries(form))
        if len(text) >= SHORTEST and re.fullmatch(r"[\u4e00-\u9fff]+", text)
    }


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def written(path: Path) -> set[str]:
    """Every quoted text of a file, comments and docstrings left out."""
    return {found[1] for found in TEXT.finditer(path.read_text(encoding="utf-8"))}


def found() -> dict[str, set[str]]:
    known = labels()
    files = [*SRC.rglob("*.py"), *SRC.rglob("*.toml")]
    return {
        path.relative_to(SRC).as_posix(): hit for path in files if (hit := written(path) & known)
    }


def test_labels_of_forms_are_only_in_data_and_where_there_is_a_reason() -> None:
    assert len(labels()) > 400
    unexplained = {
        file: hit for file, hit in found().items() if not file.startswith(tuple(EXCEPTIONS))
    }
    assert unexplained == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_vocabulary_holds_no_word_at_all(form: str) -> None:
    text = (SRC / "extract" / form / "vocabulary.py").read_text(encoding="utf-8")
    code = re.sub(r'"""[\s\S]*?"""', "", text)
    left = set(re.findall(r"[\u4e00-\u9fff]+", re.sub(r"#.*", "", code)))
    assert left <= {"其中"}  # a word of the language before any label


def test_no_exception_has_outlived_its_reason() -> None:
    hit = found()
    idle = [place for place in EXCEPTIONS if not any(file.startswith(place) for file in hit)]
    assert idle == []
