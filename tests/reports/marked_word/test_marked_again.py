"""A copy that we marked: checked again it is the draft, marked again it has our remarks once."""

from pathlib import Path

import pytest

import specvalidator as sv
from readers.word.word_files import paragraph, run, zipped
from reports.marked_word.marks import TASKS, W, body, draft, marks, members, part, signed, tasks
from specvalidator.findings import Report
from specvalidator.redaction import personal

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.docx"))
UNSIGNED = draft(body(content=tasks(*TASKS[:2], (*TASKS[2][:3], "30"))))


def said(reports: list[Report]) -> list[list[tuple[str, str, str]]]:
    return [
        [(each.rule, each.location.path, each.message) for each in report.findings]
        for report in reports
    ]


def with_document(data: bytes, before: str, after: str) -> bytes:
    parts = {name: content.decode() for name, content in members(data).items()}
    assert before in parts["word/document.xml"]
    return zipped(parts | {"word/document.xml": parts["word/document.xml"].replace(before, after)})


def suggestion(words: str, author: str = "规范校验", more: str = "") -> str:
    """Return a tracked insertion that is signed as ours are."""
    return f'<w:ins w:id="990" w:author="{author}"{more}>{run(words)}</w:ins>'


@pytest.mark.parametrize("suggest", [False, True])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_marked_example_is_judged_and_marked_as_the_example(file: Path, suggest: bool) -> None:  # noqa: FBT001 - a parameter
    data = file.read_bytes()
    copy = sv.annotate(data, suggest=suggest)
    assert said(sv.validate(copy)) == said(sv.validate(data))
    assert [each.model for each in sv.read(copy)] == [each.model for each in sv.read(data)]
    again = sv.annotate(copy, suggest=suggest)
    assert members(again) == members(copy)
    if any(report.findings for report in sv.validate(data)):
        assert sorted(marks(sv.annotate(again))) == sorted(marks(sv.annotate(data)))


@pytest.mark.parametrize("more", ["", ' w:date="2026-03-01T08:00:00Z"'])
def test_comments_of_others_stay(more: str) -> None:
    copy = sv.annotate(UNSIGNED)
    comment = (
        f'<w:comment w:id="77" w:author="李审稿"{more}><w:p>{run("规则：weight-total")}</w:p>'
        "</w:comment></w:comments>"
    )
    mine = f'<w:comment w:id="78" w:author="规范校验"><w:p>{run("请改")}</w:p></w:comment>'
    parts = {name: content.decode() for name, content in members(copy).items()}
    parts["word/comments.xml"] = parts["word/comments.xml"].replace("</w:comments>", mine + comment)
    again = sv.annotate(zipped(parts))
    numbers = [each.get(W + "id") for each in part(again, "word/comments.xml")]
    assert numbers[:2] == ["78", "77"]
    assert len(numbers) == 2 + len(marks(sv.annotate(UNSIGNED)))


def test_an_answer_to_our_comment_stays_when_ours_is_replaced() -> None:
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    paragraph_id = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId='
    parts = {name: content.decode() for name, content in members(sv.annotate(UNSIGNED)).items()}
    answer = (
        f'<w:comment w:id="77" w:author="王起草"><w:p {paragraph_id}"0000000B">{run("已改")}'
        "</w:p></w:comment></w:comments>"
    )
    comments = parts["word/comments.xml"].replace("<w:p>", f'<w:p {paragraph_id}"0000000A">', 1)
    parts["word/comments.xml"] = comments.replace("</w:comments>", answer)
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{space}"><w15:commentEx w15:paraId="0000000A"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>'
    )
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(
        "</Relationships>",
        '<Relationship Id="rIdX" Target="commentsExtended.xml" '
        'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"/>'
        "</Relationships>",
    )
    again = sv.annotate(zipped(parts))
    [tied] = part(again, "word/commentsExtended.xml")
    assert tied.get(f"{{{space}}}paraId") == "0000000B"
    assert tied.get(f"{{{space}}}paraIdParent") is None
    assert "已改" in members(again)["word/comments.xml"].decode()


@pytest.mark.parametrize(
    ("honest", "kept", "forged"),
    [
        pytest.param(
            run("每个考评组不少于3名考评员。"), "", "每个考评组由2名考评员组成。", id="a sentence"
        ),
        pytest.param(run("30%"), run("30%"), "、40%", id="a second weight"),
    ],
)
def test_words_signed_as_ours_do_not_vanish(honest: str, kept: str, forged: str) -> None:
    data = draft(body())
    hidden = with_document(data, honest, kept + suggestion(forged))
    shown = with_document(data, honest, kept + suggestion(forged, "起草人"))
    faults = {rule for report in said(sv.validate(shown)) for rule, _, _ in report}
    assert faults
    assert faults <= {rule for report in said(sv.validate(hidden)) for rule, _, _ in report}
    assert forged in "".join(map(str, part(sv.annotate(hidden)).itertext()))


def test_what_a_person_writes_in_our_name_is_read_as_all_tracked_changes_are() -> None:
    dated = suggestion("和擀面", more=' w:date="2026-03-01T08:00:00Z"')
    data = with_document(draft(body()), run("（一）和面"), run("（一）和面") + dated)
    [submission] = sv.read(data)
    assert submission.model.tasks[0].name == "和面和擀面"  # type: ignore[attr-defined] # of a specification


def test_a_suggestion_that_was_accepted_is_text() -> None:
    copy = sv.annotate(UNSIGNED, suggest=True)
    accepted = signed(copy, "起草人")
    assert said(sv.validate(accepted)) != said(sv.validate(UNSIGNED))
    assert sv.read(accepted)[0].model.tasks[2].weight_text == "30%"  # type: ignore[attr-defined] # the same


def test_a_form_within_a_suggestion_is_still_a_form() -> None:
    whole = body()
    title = paragraph("拉面制作专项职业能力考核规范")
    assert title in whole
    data = draft(whole.replace(title, f"<w:p>{suggestion('拉面制作专项职业能力考核规范')}</w:p>"))
    assert [each.kind for each in sv.read(data)] == ["specification"]


def test_a_person_named_in_a_suggestion_is_masked_too() -> None:
    [submission] = sv.read(UNSIGNED)
    named = sv.Application(examiners=({"name": "欧阳青禾"},))
    both = submission.model_copy(
        update={"accepted": submission.model_copy(update={"model": named})}
    )
    assert "欧阳青禾" in {each.value for each in personal(both)}
