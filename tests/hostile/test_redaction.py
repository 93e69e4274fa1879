"""`--redact`: rules see everything, and no report shows what is about a person."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, get_args

import pytest
from pydantic import BaseModel, Field

import specvalidator as sv
from specvalidator.cli import run
from specvalidator.models import MODELS, Application, Session
from specvalidator.models.application import Examiner, Manager, Opinion
from specvalidator.models.base import AboutPerson
from specvalidator.models.session import Candidate, Official
from specvalidator.redaction import masks_of, personal
from specvalidator.reports import FORMATS, Style
from specvalidator.submission import Submission
from specvalidator.wording import Lang

EXAMPLES = Path(__file__).parents[2] / "examples"
APPLICATIONS = sorted(EXAMPLES.glob("2*-site-*.docx"))
SESSIONS = sorted(EXAMPLES.glob("4*-session-*.json"))
DOSSIERS = sorted(EXAMPLES.glob("5*-dossier-*.zip"))
FAULTY = EXAMPLES / "23-site-faults.docx"


def values(file: Path) -> set[str]:
    """Return every name and number of a person that stands in the fields for them."""
    found = set()
    for submission in sv.read(file):
        pending: list[object] = [submission.model]
        while pending:
            value = pending.pop()
            if isinstance(value, BaseModel):
                for name, inside in value:
                    if name in masks_of(type(value)) and inside is not None:
                        found.add(str(inside))
                    pending.append(inside)
            elif isinstance(value, tuple):
                pending += value
    return {each for each in found if len(each) > 1}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", [*APPLICATIONS, *SESSIONS, *DOSSIERS], ids=lambda each: each.name)
def test_no_personal_value_survives_in_any_format(file: Path, lang: Lang) -> None:
    secrets = values(file)
    assert secrets
    reports = sv.validate(file, lang=lang, redact=True)
    style = Style(lang=lang, verbose=True)
    pages = {name: sv.render(reports, name, style=style) for name in FORMATS}

    assert [(n, value) for n, page in pages.items() for value in secrets if value in page] == []


def test_the_command_line_shows_none_either(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(file) for file in (*APPLICATIONS, *SESSIONS)]
    secrets = {value for file in (*APPLICATIONS, *SESSIONS) for value in values(file)}

    run(["check", *files, "--redact", "--verbose"])

    page = "".join(capsys.readouterr())
    assert "〔姓名〕" in page
    assert [value for value in secrets if value in page] == []


def test_without_it_they_are_shown() -> None:
    page = sv.render(sv.validate(FAULTY), "csv")

    assert [value for value in ("昌谷雨", "凤夏至", "1380000000") if value not in page] == []


def test_rules_say_the_same_and_the_report_says_that_it_is_redacted() -> None:
    [shown], [masked] = sv.validate(FAULTY), sv.validate(FAULTY, redact=True)

    assert [(f.rule, f.location.path, f.kind) for f in masked.findings] == [
        (f.rule, f.location.path, f.kind) for f in shown.findings
    ]
    assert (shown.redacted, masked.redacted) == (False, True)
    assert masked.verdict == shown.verdict


@pytest.mark.parametrize(
    ("format_", "said"),
    [
        ("text", "masked in this report"),
        ("markdown", "masked in this report"),
        ("json", '"redacted": true'),
        ("sarif", '"redacted": true'),
    ],
)
def test_pages_that_have_a_place_for_it_say_so(format_: str, said: str) -> None:
    masked, shown = (
        " ".join(
            sv.render(sv.validate(FAULTY, lang="en", redact=redact), format_, lang="en").split()
        )
        for redact in (True, False)
    )
    assert said in masked
    assert said not in shown


def masked(form: Application | Session) -> str:
    return sv.render([sv.check(form, redact=True)], "json")


NUMBER = "11010119900307123X"


@pytest.mark.parametrize(
    ("form", "secret"),
    [
        pytest.param(
            Application(address=f"某路2号 联系人 {NUMBER}", telephone=NUMBER), NUMBER, id="identity"
        ),
        pytest.param(
            Application(telephone="１３８００００００００９"), "００００", id="digits of full width"
        ),
        pytest.param(
            Application(examiners=(Examiner(name="欧 阳 某"), Examiner(name="欧阳某"))),
            "欧阳某",
            id="spaces in one of two",
        ),
        pytest.param(
            Application(managers=(Manager(name="李四（校长）", age=400),)),
            "李四",
            id="with a title",
        ),
        pytest.param(Application(opinion=Opinion(signatory="王" * 80)), "王王", id="cut off"),
        pytest.param(
            Application(examiners=(Examiner(name="甲", trade="焊工"),), projects=("剪纸",)),
            "“甲”",
            id="a single letter",
        ),
        pytest.param(
            Session(
                examiners=(Official(name="赵某某", certificate_number="SN-77"),),
                supervisors=(Official(name="赵某某", certificate_number="SN-77"),),
            ),
            "赵某某",
            id="an official of a session",
        ),
        pytest.param(
            Session(candidates=(Candidate(name="钱某某", age=3),), date=None),
            "钱某某",
            id="candidate",
        ),
    ],
)
def test_what_is_personal_is_found_however_it_is_written(
    form: Application | Session, secret: str
) -> None:
    assert secret not in masked(form)


def test_masking_leaves_other_numbers_and_the_words_of_the_law() -> None:
    form = Application(
        examiners=(Examiner(name="考评员", certificate_number="12"),), telephone="123456"
    )
    [plain], [hidden] = [[sv.check(form, redact=each)] for each in (False, True)]

    assert [f.clause for f in hidden.findings] == [f.clause for f in plain.findings]
    telephone = next(f for f in hidden.findings if f.rule == "invalid-telephone")
    assert "〔电话〕" in telephone.message
    assert "0631-5190891" in telephone.suggestion  # the rule's own example is nobody's number


def test_files_of_an_archive_are_named_without_persons(tmp_path: Path) -> None:
    archive = tmp_path / "张三.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.write(FAULTY, "申请表.docx")
        out.writestr("昌谷雨身份证.txt", "x")
    page = sv.render(sv.validate(archive, redact=True), "json")

    assert "昌谷雨" not in page
    assert "张三.zip" in page  # what the reader called the file is theirs to know


def test_waivers_are_held_against_what_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waivers = tmp_path / "waivers.toml"
    waivers.write_text(
        '[[waivers]]\nrule = "duplicate-examiner"\ndocument = "*.docx"\ntext = "昌谷雨"\n'
        'reason = "x"\nexpires = 2999-12-31\n',
        encoding="utf-8",
    )
    draft = tmp_path / "a.docx"
    draft.write_bytes(FAULTY.read_bytes())

    run(["check", str(draft), "--redact", "--waivers", str(waivers), "--format", "csv"])

    out = capsys.readouterr().out
    assert "已豁免" in out or "豁免" in out
    assert "昌谷雨" not in out


PERSONAL_TITLES = re.compile(
    "姓名|负责人|联系人|电话|手机|传真|邮箱|微信|住址|证卡|证书号|证书编号|证号|证件|身份|签名|签字|出生|生日|银行"
)
PERSONAL_NAMES = re.compile(
    "person|phone|mobile|mail|birth|signat|identity|passport|certificate_number|bank"
)


def record_types(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record type and every one that its fields are made of."""
    pending: list[object] = [model]
    while pending:
        found = pending.pop()
        if isinstance(found, type) and issubclass(found, BaseModel):
            yield found
            pending += (field.annotation for field in found.model_fields.values())
        pending += get_args(found)


def unmarked(*models: type[BaseModel]) -> set[str]:
    """Return the fields that say something of a person and are not marked."""
    return {
        f"{found.__name__}.{name}"
        for model in models
        for found in record_types(model)
        for name, field in found.model_fields.items()
        if PERSONAL_TITLES.search(field.title or "") or PERSONAL_NAMES.search(name)
        if name not in masks_of(found)
    }


def test_no_field_about_a_person_is_forgotten() -> None:
    assert unmarked(*MODELS.values()) == set()


def test_a_new_field_about_a_person_that_is_not_marked_is_found() -> None:
    class Deputy(BaseModel):
        name: str | None = Field(default=None, title="姓名")
        mobile_number: str | None = None
        telephone: Annotated[str | None, AboutPerson("telephone")] = Field(
            default=None, title="电话"
        )

    class Office(BaseModel):
        deputies: tuple[Deputy, ...] = ()
        first: Deputy | None = None

    assert unmarked(Office) == {"Deputy.name", "Deputy.mobile_number"}


def test_every_mark_is_of_a_field_about_a_person() -> None:
    marked = {
        f"{found.__name__}.{name}"
        for model in MODELS.values()
        for found in record_types(model)
        for name in masks_of(found)
    }
    assert marked == {
        "Application.person_in_charge",
        "Application.telephone",
        "Candidate.birth_date",
        "Candidate.name",
        "Examiner.certificate_number",
        "Examiner.name",
        "Manager.name",
        "Official.certificate_number",
        "Official.name",
        "Opinion.signatory",
    }


def test_reading_apart_redacts_too() -> None:
    apart = sv.validate(FAULTY, redact=True, limits=sv.Limits(isolate=True))

    assert apart == sv.validate(FAULTY, redact=True)


def test_a_record_without_persons_has_nothing_to_mask() -> None:
    assert personal(Submission(source=None, kind="application", model=Application())) == ()


def test_a_record_that_does_not_fit_shows_no_value_and_says_that_it_is_redacted(
    tmp_path: Path,
) -> None:
    record = {"kind": "application", "person_in_charge": ["丛立夏"], "telephone": 13800000000}
    file = tmp_path / "a.json"
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    reports = [sv.check(record, redact=True), *sv.validate(file, redact=True)]

    assert [report.redacted for report in reports] == [True, True]
    assert [len(report.findings) for report in reports] == [2, 2]
    for format_ in FORMATS:
        page = sv.render(reports, format_, files=[file])
        assert "丛立夏" not in page
        assert "13800000000" not in page
