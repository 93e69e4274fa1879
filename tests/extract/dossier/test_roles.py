"""What each file of a dossier is taken for, and why."""

import pytest

import specvalidator as sv
from extract.dossier.building import (
    JPEG,
    OLD_WORD,
    RULES,
    application,
    document,
    rules,
    specification,
    zipped,
)
from readers.pdf.sheets import Sheets
from specvalidator.models import Dossier
from specvalidator.models.dossier import DossierFile, Role

Said = tuple[Role, bool, str]
"""Role, whether it is certain, and the reason."""


def dossier(name: str, content: bytes) -> sv.Submission:
    return sv.read(zipped({name: content}), kind="dossier", name="dossier.zip")[0]


def file(name: str, content: bytes) -> DossierFile:
    model = dossier(name, content).model
    assert isinstance(model, Dossier)
    return model.files[0]


def uses(name: str, content: bytes) -> list[Said]:
    return [(use.role, use.certain, use.reason) for use in file(name, content).uses]


def doubts(name: str, content: bytes) -> list[str]:
    return [doubt.path for doubt in dossier(name, content).doubts]


# ── forms ────────────────────────────────────────────────────────────────────────────────


def test_a_form_is_known_by_its_content_whatever_its_name() -> None:
    assert uses("扫描件.docx", application()) == [("application", True, "form")]
    assert uses("1.docx", specification()) == [("specification", True, "form")]


def test_the_evidence_is_what_the_form_is_about() -> None:
    assert file("1.docx", application()).uses[0].evidence == "蓝屿职业培训学校"
    assert file("1.docx", specification()).uses[0].evidence == "拉面制作"


def test_a_document_that_is_only_named_like_the_form_may_be_it() -> None:
    assert uses("考点设立申请表.docx", document("详见原件。")) == [("application", False, "name")]


# ── rules for managing assessments ───────────────────────────────────────────────────────

OBLIGING = RULES[1:]


@pytest.mark.parametrize(
    ("name", "lines", "expected", "why"),
    [
        ("1.docx", RULES, (True, "title"), "a title"),
        (
            "1.docx",
            ("附件二", "专项职业能力考核考务管理办法（试行）", *OBLIGING),
            (True, "title"),
            "2nd line",
        ),
        (
            "1.docx",
            ("蓝屿职业培训学校", "考场规则", *OBLIGING),
            (True, "title"),
            "rules of the room",
        ),
        ("考核管理规定.docx", OBLIGING, (True, "name"), "a name, and the text obliges"),
        ("考核管理规定.docx", ("详见墙上。",), (False, "name"), "a name without rules"),
        (
            "1.docx",
            ("食堂管理办法", "第一条 餐具应当消毒。", "第二条 不得外带。"),
            (False, "title"),
            "rules of something else",
        ),
        (
            "说明.docx",
            ("情况说明", "我校已建立考务管理体系，专人负责。", "考场须每日检查。"),
            (False, "text"),
            "the text speaks of managing",
        ),
    ],
)
def test_rules_for_managing_assessments(
    name: str, lines: tuple[str, ...], expected: tuple[bool, str], why: str
) -> None:
    assert uses(name, document(*lines)) == [("management-rules", *expected)], why


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            ("申报材料清单", "1.考点设立申请表", "2.场地照片", "3.考核工作管理制度"),
            "a list of papers",
        ),
        (("关于设立考点的请示", "我校申请设立考点，请批复。"), "a letter"),
        (("威海市专项职业能力考核工作规则", "一、考核范围"), "Annex 1 itself is not the site's"),
        ((), "an empty document"),
    ],
)
def test_what_is_no_rules_for_managing_assessments(lines: tuple[str, ...], why: str) -> None:
    assert uses("1.docx", document(*lines)) == [], why


def test_the_title_that_shows_it_is_the_evidence() -> None:
    assert file("1.docx", rules()).uses[0].evidence == "考核工作管理制度"


# ── pictures ─────────────────────────────────────────────────────────────────────────────

LETTER = (
    "本校位于海边，交通便利，师资充足，设有多个专业，多年来培养了大批技能人才，受到用人单位好评。"
    * 3
)


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("IMG_0001.jpg", [("pictures", True, "picture")], "a name that says nothing"),
        ("照片/1.jpg", [("pictures", True, "picture")], "a folder of photographs"),
        ("申请表及照片/操作间.jpg", [("pictures", False, "picture")], "the folder hints at both"),
        ("资质证书/1.jpg", [("pictures", False, "picture")], "perhaps a certificate"),
        ("营业执照.png", [("pictures", False, "picture")], "perhaps a licence"),
    ],
)
def test_picture_files(name: str, expected: list[Said], why: str) -> None:
    found = [use for use in uses(name, JPEG) if use[0] == "pictures"]
    assert [(role, certain) for role, certain, _ in found] == [(r, c) for r, c, _ in expected], why


def test_the_form_or_the_rules_as_a_picture_may_be_what_is_asked_for_and_are_doubted() -> None:
    assert ("application", False, "name") in uses("申请表.jpg", JPEG)
    assert ("management-rules", False, "name") in uses("管理制度1.jpg", JPEG)
    assert doubts("申请表.jpg", JPEG) == ["/files/0"]
    assert doubts("操作间.jpg", JPEG) == []


@pytest.mark.parametrize(
    ("name", "content", "expected", "why"),
    [
        ("1.docx", document(pictures=2), True, "hardly any text"),
        ("1.docx", document("大门", "操作间", pictures=2), True, "captions"),
        (
            "1.docx",
            document("操作间照片", LETTER, pictures=1),
            True,
            "a line speaks of photographs",
        ),
        ("场地图片.docx", document(LETTER, pictures=1), True, "the name does"),
        ("简介.docx", document(LETTER, pictures=1), False, "a letter with a picture"),
    ],
)
def test_pictures_inside_a_document(
    name: str,
    content: bytes,
    expected: bool,  # noqa: FBT001 - a column of the table
    why: str,
) -> None:
    assert uses(name, content) == [("pictures", expected, "pictures-inside")], why


def test_a_document_may_be_rules_and_pictures_at_once() -> None:
    both = uses("1.docx", document(*RULES, "附：考场照片", pictures=2))
    assert both == [("management-rules", True, "title"), ("pictures", True, "pictures-inside")]


def test_pictures_in_a_pdf_beside_captions() -> None:
    sheets = Sheets().text(70, 60, "操作间照片").image(70, 100, 300, 300)
    assert uses("1.pdf", sheets.data()) == [("pictures", True, "pictures-inside")]


# ── what cannot be read ──────────────────────────────────────────────────────────────────

SCAN = Sheets().image(0, 0, 595, 842).data()
ANY: list[Said] = [
    ("application", False, "unread"),
    ("pictures", False, "unread"),
    ("management-rules", False, "unread"),
]


@pytest.mark.parametrize(
    ("name", "content", "expected", "doubted", "why"),
    [
        ("1.pdf", SCAN, ANY, True, "a scan may be anything"),
        ("1.doc", OLD_WORD, ANY, True, "so may an old Word file"),
        ("材料.rar", b"Rar!\x1a\x07\x01\0", ANY, True, "and an archive that is not opened"),
        ("材料.zip", zipped({"a.txt": b"x"}), [], False, "one that is, is what it holds"),
        ("考务管理制度.pdf", SCAN, [("management-rules", False, "name")], True, "its name tells"),
        ("申请表.doc", OLD_WORD, [("application", False, "name")], True, "its name tells"),
        ("场地照片.pdf", SCAN, [("pictures", True, "name")], False, "scanned photographs"),
        ("营业执照.pdf", SCAN, [], False, "a licence is not asked for"),
        ("说明.txt", b"text", [], False, "a plain text is none of the three"),
        ("管理制度.txt", b"text", [("management-rules", False, "name")], True, "but this may be"),
        ("大门.mp4", b"\0\0\0\x18ftypmp42", [("pictures", False, "unread")], True, "a film"),
    ],
)
def test_files_without_text_that_can_be_read(
    name: str,
    content: bytes,
    expected: list[Said],
    doubted: bool,  # noqa: FBT001 - a column of the table
    why: str,
) -> None:
    assert uses(name, content) == expected, why
    assert doubts(name, content) == (["/files/0"] if doubted else []), why


def test_the_doubt_names_the_file_and_says_what_to_do() -> None:
    (doubt,) = dossier("申请表.doc", OLD_WORD).doubts
    assert "“申请表.doc”" in doubt.message.zh
    assert "“申请表.doc”" in doubt.message.en
    assert ".docx" in doubt.message.zh


def test_why_a_file_was_not_read_is_kept() -> None:
    assert file("1.pdf", SCAN).error == "unreadable"
    assert file("1.doc", OLD_WORD).error == "unsupported"
    assert file("1.jpg", JPEG).error is None
