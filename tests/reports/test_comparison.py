"""A document against its resubmission: findings and fields, wherever rows have moved."""

from typing import Any

import pytest
from lxml.html import fromstring

import specvalidator as sv
from reports.hostile import HOSTILE
from specvalidator.packs.cases import valid_record
from specvalidator.places import Source
from specvalidator.reports.comparison import Comparison, Resubmitted, compared
from specvalidator.reports.comparison.html import compared_html
from specvalidator.reports.comparison.pages import Compared
from specvalidator.reports.comparison.pairing import paired
from specvalidator.submission import Submission


def draft(file: str = "a.docx", **changed: Any) -> Resubmitted:  # noqa: ANN401 - fields of a record
    record = valid_record("specification") | changed
    source = Source(name=file, media_type=None, sha256=file, size=1)
    model = sv.Specification.model_validate(record)
    submission = Submission(source=source, kind="specification", model=model)
    return Resubmitted(submission, sv.check(submission))


def tasks(*changes: tuple[int, str, Any]) -> list[dict[str, Any]]:
    """Return the tasks of the valid record with fields changed."""
    made = [dict(each) for each in valid_record("specification")["tasks"]]
    for number, field, value in changes:
        made[number][field] = value
    return made


def rules(found: Comparison) -> tuple[set[str], set[str], set[str]]:
    one, two, three = (
        {each.rule for each in part} for part in (found.mended, found.remaining, found.added)
    )
    return one, two, three


def test_what_is_mended_remains_or_is_new() -> None:
    found = compared(
        draft(applicants=None, definition=None), draft(definition=None, tasks=tasks()[:2])
    )
    mended, remaining, added = rules(found)
    assert mended == {"missing-applicants"}
    assert remaining == {"missing-definition"}
    assert "too-few-tasks" in added


def test_a_document_that_did_not_change_has_nothing_mended_nothing_new_and_no_change() -> None:
    old = draft(applicants=None)
    found = compared(old, draft(applicants=None))
    assert rules(found) == (set(), {"missing-applicants"}, set())
    assert found.changes == ()


def test_a_change_that_a_finding_asked_for_is_none_besides() -> None:
    whole = valid_record("specification")
    found = compared(draft(applicants=None), draft(definition=whole["definition"] + "又及。"))
    assert [each.path for each in found.changes] == ["/definition"]
    assert found.changes[0].new.endswith("又及。")


def test_a_finding_about_a_table_asks_for_no_more_than_the_cells_that_it_names() -> None:
    light = {"weight": "5", "weight_text": "5%"}
    knowledge = [{"number": 1, "text": "面团的形成"}]
    old = tasks()
    new = [old[0], old[1] | {"knowledge": knowledge}, *old[2:]]
    found = compared(draft(tasks=[old[0] | light, *old[1:]]), draft(tasks=new))
    assert "weight-total" in rules(found)[0]
    assert {each.path.split("/")[2] for each in found.changes} == {"1"}


def test_a_finding_about_a_whole_table_asks_for_rows_and_not_for_others_in_their_place() -> None:
    operations = [{"number": 1, "text": "随便做做"}]
    old = tasks()[:2]
    new = [old[0] | {"operations": operations}, *tasks()[1:]]
    found = compared(draft(tasks=old), draft(tasks=new))
    assert "too-few-tasks" in rules(found)[0]
    assert {each.path.split("/")[2] for each in found.changes} == {"0"}


def test_rows_that_moved_are_followed() -> None:
    old, new = tasks(), tasks()
    extra = dict(new[0]) | {"name": "清点工具"}
    found = compared(draft(tasks=old), draft(tasks=[extra, *new]))
    assert [each.path for each in found.changes if not each.old] == ["/tasks/0"]
    assert all("清点工具" in each.field for each in found.changes)


def test_a_finding_in_a_row_that_moved_remains() -> None:
    broken = tasks((1, "weight", None), (1, "weight_text", "适量"))
    extra = dict(broken[0]) | {"name": "清点工具"}
    found = compared(draft(tasks=broken), draft(tasks=[extra, *broken]))
    assert "weight-not-percentage" in rules(found)[1]
    assert "weight-not-percentage" not in rules(found)[0] | rules(found)[2]


def test_changed_blanks_are_no_change() -> None:
    said = valid_record("specification")["definition"]
    spaced = said.replace("，", "， ")
    assert compared(draft(), draft(definition=spaced)).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ((("a", "拉面"),), (("b", "拉面"),), [("a", "b")]),
        ((("a", "拉面"),), (("b", "别的"),), [("a", "b")]),
        ((("a", "拉面"), ("b", "补网")), (("b", "拉面"), ("a", "补网")), [("a", "b"), ("b", "a")]),
        (
            (("a", "拉面"), ("b", "补网")),
            (("a", "手工拉面"), ("c", "补网")),
            [("b", "c"), ("a", "a")],
        ),
        (
            (("a", "拉面"), ("b", "补网")),
            (("c", "手擀拉面"), ("b", "补网")),
            [("a", "c"), ("b", "b")],
        ),
    ],
)
def test_documents_are_paired_by_what_they_are_about_before_their_names(
    old: tuple[tuple[str, str], ...],
    new: tuple[tuple[str, str], ...],
    pairs: list[tuple[str | None, str | None]],
) -> None:
    def made(given: tuple[tuple[str, str], ...]) -> list[Resubmitted]:
        return [draft(f"{file}.docx", name=name) for file, name in given]

    found = [
        tuple(each.report.source.name[0] if each and each.report.source else None for each in pair)
        for pair in paired(made(old), made(new))
    ]
    assert sorted(map(str, found)) == sorted(map(str, pairs))


NETS = [
    {
        "number": 1,
        "name": "清点渔网",
        "operations": [{"number": 1, "text": "把破洞逐一系上红绳，记下大小"}],
        "knowledge": [{"number": 1, "text": "网目、网线和缩结系数的含义"}],
        "weight": 100,
        "weight_text": "100%",
    }
]


def test_another_document_under_another_name_is_no_resubmission() -> None:
    old = [draft(), draft("b.docx", name="补网")]
    new = [draft("c.docx", name="缝网", tasks=NETS, definition=None, applicants=None)]
    assert [pair for pair in paired(old, new) if all(pair)] == []


def test_what_every_form_says_makes_no_resubmission_of_another_document() -> None:
    def work(name: str, first: str) -> Resubmitted:
        step = "".join(chr(ord(first) + number) for number in range(40))
        content = [each | {"operations": [{"number": 1, "text": step}]} for each in tasks()]
        about = {"name": name, "ability_name": name, "definition": step, "tasks": content}
        return draft(f"{name}.docx", **about)

    pairs = paired([work("木雕打磨", "凿")], [work("豆腐制作", "磨"), draft("c.docx")])
    assert [old for old, new in pairs if new is None]


def test_of_documents_with_one_name_the_words_tell_which_is_which() -> None:
    old = [draft("a.docx"), draft("b.docx", tasks=NETS)]
    new = [draft("c.docx", tasks=NETS), draft("d.docx")]
    pairs = [
        tuple(each.report.source.name if each and each.report.source else "" for each in pair)
        for pair in paired(old, new)
    ]
    assert pairs == [("b.docx", "c.docx"), ("a.docx", "d.docx")]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_shows_text_of_others_as_text(text: str) -> None:
    old, new = draft(name=text, applicants=None), draft(name=text, definition=text)
    found = Compared([compared(old, new)], [old.report], [new.report], [])
    plain = Compared(
        [compared(draft(name="x", applicants=None), draft(name="x", definition="y"))],
        [old.report],
        [new.report],
        [],
    )
    tags = [each.tag for each in fromstring(compared_html(found, "zh")).iter()]
    assert set(tags) <= {each.tag for each in fromstring(compared_html(plain, "zh")).iter()}
    head = fromstring(compared_html(found, "en")).find("head/meta[@http-equiv]")
    assert head is not None
    assert "default-src 'none'" in head.get("content", "")
