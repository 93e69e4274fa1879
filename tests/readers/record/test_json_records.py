"""Records in JSON: which kind they are, what is refused, and in which words."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import specvalidator
from specvalidator.errors import ErrorWord, UnreadableFile
from specvalidator.models import MODELS, Kind
from specvalidator.packs.cases import valid_record
from specvalidator.readers import Limits, recognise
from specvalidator.readers.formats import RECORD
from specvalidator.readers.record import kind_of_record, read_record


def bytes_of(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode()


def refusal(data: bytes, kind: Kind | None = None, limits: Limits = Limits()) -> UnreadableFile:  # noqa: B008 - a frozen value
    with pytest.raises(UnreadableFile) as refused:
        read_record(data, kind, limits)
    return refused.value


@pytest.mark.parametrize("kind", MODELS)
def test_a_record_of_any_kind_is_known_by_its_fields(kind: Kind) -> None:
    (found,) = specvalidator.read(bytes_of(valid_record(kind)), name="record.json")

    assert (found.kind, found.model) == (kind, MODELS[kind].model_validate(valid_record(kind)))
    assert found.places == {}
    assert found.source is not None
    assert (found.source.name, found.source.media_type) == ("record.json", "application/json")


def test_a_record_is_judged_like_a_document() -> None:
    faulty = valid_record("specification") | {"definition": None}
    (report,) = specvalidator.validate(bytes_of(faulty))

    assert [finding.rule for finding in report.findings] == ["missing-definition"]
    assert report.findings[0].location.place is None


def test_a_record_may_begin_with_a_byte_order_mark_and_white_space() -> None:
    data = b"\xef\xbb\xbf\n " + bytes_of(valid_record("session"))

    assert read_record(data).kind == "session"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_record_may_be_in_utf_16_as_windows_saves_it(encoding: str) -> None:
    record = valid_record("session")
    data = json.dumps(record, ensure_ascii=False).encode(encoding)
    (found,) = specvalidator.read(data)

    assert found.model == MODELS["session"].model_validate(record)


LISTS = ["[]", '[{"name": "拉面制作"}]', '[\n  "a"\n]', "[[1]]", "\ufeff [ { } ]"]


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_list_is_told_what_a_record_is(text: str, encoding: str) -> None:
    with pytest.raises(specvalidator.UnreadableFile) as refused:
        specvalidator.read(text.encode(encoding))

    assert refused.value.error == "unsupported"
    assert "一份记录是一个 JSON 对象 { … }" in refused.value.words.zh
    assert "docx" not in refused.value.words.zh.partition("。")[2]


@pytest.mark.parametrize("text", ["[1] 张三：拉面制作", "[附件2]", "[1, 2]", "[注] 见上"])
def test_a_text_that_begins_with_a_bracket_is_a_text(text: str) -> None:
    with pytest.raises(specvalidator.UnreadableFile) as refused:
        specvalidator.read(text.encode())

    assert "纯文本" in refused.value.words.zh


def test_a_second_record_in_a_file_is_said() -> None:
    line = json.dumps(valid_record("session"), ensure_ascii=False)
    said = refusal(f"{line}\n{line}\n".encode(), "session")

    assert "一个文件只放一份记录" in said.words.zh


def test_what_read_prints_of_a_record_comes_in_again() -> None:
    whole = specvalidator.read(bytes_of(valid_record("specification")))[0].model

    assert read_record(whole.model_dump_json().encode()).model == whole


KINDS: list[tuple[dict[str, Any], Kind | None, str]] = [
    ({"name": "拉面制作"}, "specification", "one field that only it has"),
    ({"projects": ["拉面制作"], "date": "2025-03-14"}, "session", "a date besides the projects"),
    ({"projects": ["拉面制作"], "applicant": "蓝屿学校"}, "application", "an applicant besides"),
    ({"title": "公告", "projects": "拉面制作"}, "announcement", "a title besides"),
    ({"kind": "session", "projects": ["拉面制作"]}, "session", "it says so"),
    ({"projects": ["拉面制作"]}, None, "several kinds have projects"),
    ({}, None, "nothing in it"),
    ({"name": "left-pad", "version": "1.3.0", "license": "MIT"}, None, "some other program's file"),
    ({"kind": "invoice", "date": "2025-03-14"}, None, "a kind that is not known"),
    ({"kind": ["session"]}, None, "no name of a kind"),
]


@pytest.mark.parametrize(("record", "kind", "why"), KINDS, ids=[why for *_, why in KINDS])
def test_the_kind_is_told_by_most_fields_or_by_name(
    record: dict[str, Any], kind: Kind | None, why: str
) -> None:
    assert kind_of_record(bytes_of(record)) == kind, why
    if kind is None:
        assert refusal(bytes_of(record)).error == "unrecognised"


def test_who_says_the_kind_need_not_have_it_recognised() -> None:
    (found,) = specvalidator.read(b'{"projects": []}', kind="session")

    assert found.kind == "session"


def test_a_kind_in_the_record_that_contradicts_is_refused() -> None:
    said = refusal(b'{"kind": "application", "projects": []}', "session")

    assert said.error == "unrecognised"
    assert "application" in said.words.zh
    assert "session" in said.words.en


def test_an_unknown_kind_is_said_with_those_there_are() -> None:
    said = refusal(b'{"kind": "invoice"}')

    assert "invoice" in said.words.zh
    for kind in MODELS:
        assert kind in said.words.en


BROKEN: list[tuple[bytes, ErrorWord, str, str]] = [
    (b'{"projects": ["a"', "corrupt", "第1行", "it breaks off"),
    (b'{"projects": 1,}', "corrupt", "第1行", "a comma too many"),
    (b'{"site": "\xc0\xb6"}', "corrupt", "UTF-8", "text in GBK"),
    (b'{"site": "a", "site": "b"}', "corrupt", "“site”写了两次", "a key twice"),
    (b'{"examiners": [{"name": "a", "name": "b"}]}', "corrupt", "“name”", "a key twice below"),
    (b'{"file_retention_months": NaN}', "corrupt", "数字", "NaN is no JSON"),
    (b'{"file_retention_months": -Infinity}', "corrupt", "数字", "nor is Infinity"),
    (b'{"file_retention_months": 1e999}', "corrupt", "数字", "a number beyond all bounds"),
    (b'{"site": "\\ud800"}', "corrupt", "字符", "half a character"),
    (b'{"a": ' + b"9" * 5000 + b"}", "corrupt", "数字", "a number of 5,000 digits"),
    (b'{"a":' + b"[" * 40 + b"]" * 40 + b"}", "too-large", "32层", "lists in lists"),
    (b'{"a":' + b"[" * 99999 + b"]" * 99999 + b"}", "too-large", "32层", "very deep"),
]


@pytest.mark.parametrize(("data", "error", "said", "why"), BROKEN, ids=[why for *_, why in BROKEN])
def test_what_is_no_good_json_is_refused(
    data: bytes, error: ErrorWord, said: str, why: str
) -> None:
    found = refusal(data, "session")

    assert found.error == error, why
    assert said in found.words.zh
    assert found.words.en.endswith(".")


def test_a_record_beyond_the_limit_is_not_parsed() -> None:
    found = refusal(b'{"site": "aaaaaaaaaaaa"}', "session", Limits(record_bytes=20))

    assert found.error == "too-large"


MISFITS: list[tuple[Kind, dict[str, Any], str, str]] = [
    (
        "session",
        {"dat": "2025-03-14"},
        "/dat：没有字段“dat”，是否指“date”？",
        "did you mean “date”?",
    ),
    ("session", {"date": "14.3.2025"}, "/date：类型应为日期", "/date should be a date"),
    ("session", {"date": 20250314}, "/date：类型应为文字，现为整数", "/date should be text"),
    ("session", {"examiners": [{"nmae": "a"}]}, "/examiners/0/nmae：", "“name”"),
    ("session", {"examiners": {}}, "/examiners：类型应为列表", "should be a list"),
    ("session", {"projects": [3]}, "/projects/0：类型应为文字，现为整数", "should be text"),
    (
        "session",
        {"candidates": [{"age": "16"}]},
        "/candidates/0/age：类型应为整数，现为文字",
        "whole number",
    ),
    ("session", {"file_retention_months": "24"}, "months：类型应为数字", "should be a number"),
    ("session", {"file_retention_months": True}, "months：类型应为数字", "should be a number"),
    (
        "specification",
        {"tasks": [{"weight": "20%"}]},
        "/tasks/0/weight：类型应为数字，现为文字",
        "number",
    ),
    ("specification", {"occupation": {}}, "/occupation/text：缺少字段“text”", "is missing"),
    ("application", {"venues": {"owend": {}}}, "/venues/owend：", "“owned”"),
    ("announcement", {"a/b~c": 1}, "/a~1b~0c：没有字段", "there is no field"),
]


@pytest.mark.parametrize(
    ("kind", "record", "zh", "en"), MISFITS, ids=[f"{zh} {en}" for _, _, zh, en in MISFITS]
)
def test_what_does_not_fit_is_said_by_its_pointer(
    kind: Kind, record: dict[str, Any], zh: str, en: str
) -> None:
    data = bytes_of(record)
    said = refusal(data, kind)

    assert said.error == "unreadable"
    assert zh in said.words.zh
    assert en in said.words.en


def test_of_very_many_misfits_the_first_are_said() -> None:
    said = refusal(bytes_of({f"field{number}": 1 for number in range(50)}), "session")

    assert "另有30处" in said.words.zh
    assert said.words.zh.count("\n") == 21


def test_a_key_is_never_shown_at_length_nor_raw() -> None:
    said = refusal(bytes_of({"\x1b[31m" + "字" * 500: 1}), "session")

    assert "\x1b" not in said.words.zh
    assert len(said.words.zh) < 200


NO_RECORDS: list[tuple[bytes, str]] = [
    (b"[]", "a list"),
    (b"", "nothing"),
    (b"{\\rtf1 {}}", "RTF"),
    (b"{ not json", "a brace in text"),
    (b"PK\x03\x04", "a zip"),
    ("\ufeff{ 一 }".encode("utf-16-le"), "a brace in text in UTF-16"),
    (b"{\0\0\0", "a brace and nothing"),
]


@pytest.mark.parametrize(("data", "why"), NO_RECORDS, ids=[why for _, why in NO_RECORDS])
def test_other_files_are_no_records(data: bytes, why: str) -> None:
    assert recognise(data).format is not RECORD, why
    assert kind_of_record(data) is None


KEYS = sorted(
    {"kind", "nothing", *(name for model in MODELS.values() for name in model.model_fields)}
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES), st.sampled_from([None, *MODELS]))
def test_any_object_is_a_record_or_refused(record: dict[str, Any], kind: Kind | None) -> None:
    try:
        (found,) = specvalidator.read(bytes_of(record), kind=kind)
    except UnreadableFile:
        return
    assert kind in (None, found.kind)
    assert specvalidator.check(found).kind == found.kind
