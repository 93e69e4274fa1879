"""A file of settings or waivers is read, or refused with file, key and reason."""

from datetime import date
from pathlib import Path

import pytest

import specvalidator as sv
from specvalidator.settings.reading import load_settings

ONE = """\
[[waivers]]
rule = "weight-total"
document = "a.docx"
reason = "比重已获批准。"
expires = 2026-12-31
"""


def _written(folder: Path, text: str, name: str = "specvalidator.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_waiver_needs_a_rule_a_document_a_reason_and_a_day(tmp_path: Path) -> None:
    (waiver,) = sv.load_waivers(_written(tmp_path, ONE))
    assert (waiver.rule, waiver.document) == ("weight-total", "a.docx")
    assert (waiver.reason, waiver.expires) == ("比重已获批准。", date(2026, 12, 31))
    assert (waiver.path, waiver.text, waiver.approved_by) == (None, None, None)


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert len(sv.load_waivers(_written(tmp_path, f"\ufeff{ONE}"))) == 1


def test_settings_of_a_project_stand_in_its_own_file(tmp_path: Path) -> None:
    text = ONE.replace("[[waivers]]", "[[tool.specvalidator.waivers]]")
    text = f'[project]\nname = "x"\n[tool.specvalidator]\nlang = "en"\n{text}'
    settings = load_settings(_written(tmp_path, text, "pyproject.toml"))
    assert settings.lang == "en"
    assert len(settings.waivers) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('langg = "zh"', "中的 langg：没有这一项，是否指“lang”？"),
        ('fail-on = "errr"', "应为 'error'、'warning'、'note'、'review' 之一，现为 'errr'"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(sv.BadSettings) as refusal:
        load_settings(_written(tmp_path, line))
    assert refusal.value.words.zh.startswith("设置文件 specvalidator.toml 中的 ")
    assert said in refusal.value.words.zh


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    _written(tmp_path, ONE, "office/waivers.toml")
    text = 'pack = "city.toml"\ncatalogue = "list.csv"\nwaivers = "office/waivers.toml"\n'
    settings = load_settings(_written(tmp_path, text))
    assert settings.pack == str(tmp_path / "city.toml")
    assert settings.catalogue == tmp_path / "list.csv"
    assert settings.waivers_file == tmp_path / "office/waivers.toml"
    assert len(settings.waivers) == 1


def test_the_id_of_a_pack_is_no_path(tmp_path: Path) -> None:
    settings = load_settings(_written(tmp_path, 'pack = "weihai-2021-5"\n'))
    assert settings.pack == "weihai-2021-5"


def _without(key: str) -> str:
    return "".join(line for line in ONE.splitlines(keepends=True) if not line.startswith(key))


WRONG = [
    (_without("reason"), "waivers.0.reason", "缺少", "missing"),
    (_without("expires"), "waivers.0.expires", "缺少", "missing"),
    (_without("rule"), "waivers.0.rule", "缺少", "missing"),
    (_without("document"), "waivers.0.document", "缺少", "missing"),
    (ONE + ONE.replace("比重已获批准。", " "), "waivers.1.reason", "第2条豁免", "waiver 2"),
    (ONE.replace("2026-12-31", '"年底"'), "waivers.0.expires", "日期", "date"),
    (ONE + 'path = "name"\n', "waivers.0.path", "格式", "form"),
    (ONE + 'pat = "/name"\n', "waivers.0.pat", "“path”", "“path”"),
    (ONE.replace("waivers", "waiver"), "waiver", "“waivers”", "“waivers”"),
    ('fail_on = "error"', "fail_on", "“fail-on”", "“fail-on”"),
    ('catalog = "x.csv"', "catalog", "“catalogue”", "“catalogue”"),
    ('fail-on = "never"', "fail-on", "之一", "one of"),
    ('lang = "fr"', "lang", "之一", "one of"),
    ('exclude = "*.pdf"', "exclude", "列表", "list"),
    ("waivers = 3", "waivers", "列表", "list"),
    ("[[waivers]\n", "", "TOML", "TOML"),
]


@pytest.mark.parametrize(
    ("text", "key", "zh", "en"), WRONG, ids=[f"{key}-{en}" for _, key, _, en in WRONG]
)
def test_a_wrong_file_is_refused_with_file_key_and_reason(
    tmp_path: Path, text: str, key: str, zh: str, en: str
) -> None:
    with pytest.raises(sv.BadSettings) as refused:
        load_settings(_written(tmp_path, text))
    error = refused.value
    assert (error.file, error.key) == ("specvalidator.toml", key)
    assert zh in error.reason.zh
    assert en in error.reason.en
    assert "specvalidator.toml" in error.said("zh")
    assert key in error.said("en")


def test_lines_that_end_as_on_windows_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "specvalidator.toml"
    text = ONE.replace('"比重已获批准。"', '"""\n比重\n已获批准。"""')
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert load_settings(path).waivers[0].reason == "比重\n已获批准。"


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "specvalidator.toml"
    path.write_bytes("# 设置\n".encode("gbk"))
    with pytest.raises(sv.BadSettings, match="UTF-8"):
        load_settings(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(sv.BadSettings) as refused:
        sv.load_waivers(tmp_path / "gone.toml")
    assert refused.value.file == "gone.toml"


def test_a_file_of_waivers_names_no_other(tmp_path: Path) -> None:
    _written(tmp_path, 'waivers = "specvalidator.toml"', "other.toml")
    with pytest.raises(sv.BadSettings) as refused:
        load_settings(_written(tmp_path, 'waivers = "other.toml"'))
    assert (refused.value.file, refused.value.key) == ("other.toml", "waivers")


def test_a_project_without_settings_is_refused_when_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(sv.BadSettings, match=r"tool\.specvalidator"):
        load_settings(_written(tmp_path, '[project]\nname = "x"\n', "pyproject.toml"))


def test_a_table_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(sv.BadSettings) as refused:
        load_settings(_written(tmp_path, "[tool]\nspecvalidator = 3\n", "pyproject.toml"))
    assert refused.value.key == "tool.specvalidator"
