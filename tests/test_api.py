"""The four steps by their public names: what they take, what they give, what they refuse."""

import json
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.packs.cases import valid_record

EXAMPLES = Path(__file__).parents[1] / "examples"
FAULTY = EXAMPLES / "06-faults-net-mending.docx"
COLLECTION = EXAMPLES / "09-collection.docx"
DOSSIER = EXAMPLES / "51-dossier-complete.zip"
SESSION = EXAMPLES / "42-session-faulty.json"


def rules(reports: list[sv.Report]) -> list[list[str]]:
    return [[finding.rule for finding in report.findings] for report in reports]


# ── read ─────────────────────────────────────────────────────────────────────────────────


def test_a_file_is_the_same_as_a_path_a_text_and_bytes() -> None:
    ways = (FAULTY, str(FAULTY), FAULTY.read_bytes())
    first, *others = [[each.model for each in sv.read(way)] for way in ways]
    assert others == [first, first]


def test_the_source_is_named_by_the_path_unless_another_name_is_said() -> None:
    def name(**said: str) -> str | None:
        (submission,) = sv.read(FAULTY, **said)  # type: ignore[arg-type]
        assert submission.source is not None
        return submission.source.name

    assert name() == FAULTY.name
    assert name(name="草稿.docx") == "草稿.docx"


def test_several_forms_of_a_file_come_in_their_order() -> None:
    read = sv.read(COLLECTION)
    assert [each.kind for each in read] == ["specification"] * 3
    assert [each.source and each.source.index for each in read] == [0, 1, 2]


def test_a_dossier_comes_before_the_forms_inside_it() -> None:
    assert [each.kind for each in sv.read(DOSSIER)] == ["dossier", "application", "specification"]


def test_a_kind_that_is_said_is_not_recognised() -> None:
    (submission,) = sv.read(FAULTY, kind="announcement")
    assert submission.kind == "announcement"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"{", b"plain words"])
def test_what_cannot_be_read_is_refused_in_both_languages(data: bytes) -> None:
    with pytest.raises(sv.UnreadableFile) as refused:
        sv.read(data)
    assert refused.value.said("zh")
    assert refused.value.said("en")


def test_a_list_longer_than_the_limit_is_refused_before_it_is_judged() -> None:
    record = json.dumps(valid_record("specification")).encode()
    assert len(sv.read(record, limits=sv.Limits(entries=100))) == 1
    with pytest.raises(sv.UnreadableFile) as refused:
        sv.read(record, limits=sv.Limits(entries=3))
    assert refused.value.error == "too-large"


# ── check and validate ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("file", [FAULTY, COLLECTION, DOSSIER, SESSION], ids=lambda each: each.stem)
def test_validating_is_reading_and_checking(file: Path) -> None:
    assert sv.validate(file) == [sv.check(each) for each in sv.read(file)]


def test_a_record_a_mapping_and_its_json_are_judged_alike() -> None:
    record = valid_record("specification") | {"name": "拉面制作员"}
    model = sv.Specification.model_validate(record)
    reports = [sv.check(model), sv.check(record), *sv.validate(json.dumps(record).encode())]
    assert rules(reports) == [rules(reports)[0]] * 3
    assert "job-title-suffix" in rules(reports)[0]
    assert reports[0].source is None
    assert reports[0].verdict == "fail"


def test_what_no_rules_exist_for_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="Report"):
        sv.check(sv.check(sv.Specification()))


def test_findings_speak_the_language_that_is_asked_for() -> None:
    zh, en = (sv.validate(FAULTY, lang=lang)[0] for lang in ("zh", "en"))
    assert rules([zh]) == rules([en])
    rule = "missing-applicants"
    told = [{each.rule: each.message for each in report.findings}[rule] for report in (zh, en)]
    assert [message[-1] for message in told] == ["。", "."]


def test_a_pack_is_known_by_its_id_its_file_and_itself() -> None:
    haiping = EXAMPLES / "packs" / "haiping-2024-1.toml"
    pack = sv.load_pack(haiping)
    by_file, by_itself = (sv.validate(FAULTY, pack=each)[0] for each in (haiping, pack))
    assert by_file == by_itself
    assert by_file.pack.id == "haiping-2024-1"
    assert sv.validate(FAULTY)[0] == sv.validate(FAULTY, pack="weihai-2021-5")[0]


def test_a_catalogue_that_is_not_there_is_said() -> None:
    with pytest.raises(sv.BadCatalogue):
        sv.validate(EXAMPLES / "21-site-pastry.docx", catalogue=EXAMPLES / "nowhere.csv")


def test_redacting_masks_and_says_so() -> None:
    open_, masked = (sv.validate(SESSION, redact=redact)[0] for redact in (False, True))
    assert (open_.redacted, masked.redacted) == (False, True)
    assert rules([open_]) == rules([masked])


# ── render ───────────────────────────────────────────────────────────────────────────────


def test_a_format_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ValueError, match=r"yaml.*json"):
        sv.render([], "yaml")


def test_reports_are_rendered_in_the_order_in_which_they_are_handed_over() -> None:
    reports = sv.validate(COLLECTION)
    page = json.loads(sv.render(reversed(reports), "json"))
    assert [each["verdict"] for each in page["reports"]] == ["review", "fail", "pass"]
