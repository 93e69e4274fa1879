"""Forms of different kinds in one file are each read alone: none hides behind another."""

import io
import itertools

import docx
import pytest
from docx.oxml.ns import qn

import specvalidator
from readers.office.converting import with_typed_numbers
from specvalidator.forms import write
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record

KINDS: tuple[Kind, ...] = ("application", "specification", "announcement")


def together(*forms: bytes, between: str = "") -> bytes:
    """Return one Word file with the contents of several, one behind the other."""
    whole = docx.Document(io.BytesIO(forms[0]))
    body = whole.element.body
    for form in forms[1:]:
        whole.add_paragraph(between)
        for part in list(docx.Document(io.BytesIO(form)).element.body):
            if part.tag != qn("w:sectPr"):
                body.insert(len(body) - 1, part)
    done = io.BytesIO()
    whole.save(done)
    return done.getvalue()


@pytest.mark.parametrize(
    "kinds",
    list(itertools.permutations(KINDS, 2)),
    ids=["+".join(pair) for pair in itertools.permutations(KINDS, 2)],
)
def test_two_forms_give_the_records_that_they_give_alone(kinds: tuple[Kind, Kind]) -> None:
    models = [MODELS[kind].model_validate(valid_record(kind)) for kind in kinds]
    found = specvalidator.read(together(*(with_typed_numbers(write(model)) for model in models)))

    assert [(each.kind, each.model) for each in found] == list(zip(kinds, models, strict=True))
    assert [each.source and each.source.index for each in found] == [0, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_of_titles_behind_a_form_is_no_form(kind: Kind) -> None:
    model = MODELS[kind].model_validate(valid_record(kind))
    papers = "附件：1.拉面制作专项职业能力考核规范\n2.考点设立申请表\n3.2025年度考核公告"
    found = specvalidator.read(together(write(model), write(model), between=papers))

    assert {each.kind for each in found} == {kind}
