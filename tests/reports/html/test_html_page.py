"""The page itself, read with a parser: what it says, and that text of others stays text."""

import base64
import hashlib
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup

import specvalidator as sv
from reports.html.examples import COLLECTION, DOSSIER, EXAMPLES, PDF, RECORD, WORD, html_of
from specvalidator.cli import run
from specvalidator.wording import Lang

BY_WORD = EXAMPLES / WORD


def _page(html: str) -> Any:  # noqa: ANN401 - lxml's element has no public name
    return markup.document_fromstring(html)


def _shape(html: str) -> Counter[str]:
    """Count the elements and the attributes of a page."""
    found: Counter[str] = Counter()
    for each in _page(html).iter():
        found.update([str(each.tag), *map(str, each.keys())])
    return found


def _said(html: str) -> str:
    return " ".join(str(_page(html).body.text_content()).split())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("example", [WORD, PDF, RECORD, DOSSIER])
def test_the_same_files_give_the_same_page(example: str, lang: Lang) -> None:
    assert html_of(example, lang=lang) == html_of(example, lang=lang)


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    page = _page(html_of(WORD))
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    directives = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        [element] = page.xpath(f"//{tag}")
        digest = hashlib.sha256(element.text.encode()).digest()
        assert directives.pop(name) == f"'sha256-{base64.b64encode(digest).decode()}'"
    assert directives == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    # It must stand before anything that it is to hold back.
    assert [each.tag for each in page.head][:2] == ["meta", "meta"]
    assert not page.xpath("//@style | //@onclick | //@onload | //@onerror")


def test_no_address_stands_in_the_page() -> None:
    page = _page(html_of(WORD, PDF, RECORD))
    addresses = page.xpath("//@href | //@src | //@action | //@srcset")
    assert [each for each in addresses if not each.startswith(("#", "data:image/png;"))] == []


def test_every_link_leads_somewhere_and_every_id_is_there_once() -> None:
    page = _page(html_of(WORD, PDF, RECORD, COLLECTION, DOSSIER))
    ids = Counter(page.xpath("//@id"))
    assert [each for each, count in ids.items() if count > 1] == []
    links = [each for each in page.xpath("//a/@href") if each.startswith("#")]
    assert len(links) > 50
    assert [each for each in links if each[1:] not in ids] == []


def test_a_report_without_its_file_says_so() -> None:
    reports = sv.validate(BY_WORD)
    alone = sv.render(reports, "html")
    assert "没有随报告提供原件" in _said(alone)
    assert not _page(alone).xpath("//*[@data-for]")
    other = sv.render(reports, "html", files=[EXAMPLES / COLLECTION])
    assert other == alone


def test_files_are_known_by_their_bytes_whatever_they_come_as(tmp_path: Path) -> None:
    reports = sv.validate(BY_WORD)
    copy = tmp_path / "other-name.docx"
    copy.write_bytes(BY_WORD.read_bytes())
    pages = {sv.render(reports, "html", files=[each]) for each in (BY_WORD, str(copy))}
    pages.add(sv.render(reports, "html", files=[BY_WORD.read_bytes()]))
    with BY_WORD.open("rb") as opened:
        pages.add(sv.render(reports, "html", files=[opened]))
    assert len(pages) == 1
    assert "没有随报告提供原件" not in pages.pop()


def test_a_file_that_is_no_longer_there_is_left_out(tmp_path: Path) -> None:
    reports = sv.validate(BY_WORD)
    page = sv.render(reports, "html", files=[tmp_path / "gone.docx", b"no document", b""])
    assert page == sv.render(reports, "html")


def test_a_report_with_masked_data_does_not_show_the_file() -> None:
    page = sv.render(sv.validate(BY_WORD, redact=True), "html", files=[BY_WORD])
    assert "个人信息已隐去" in _said(page)
    assert not _page(page).xpath("//*[@data-for]")


def test_one_file_with_three_forms_is_shown_once() -> None:
    page = _page(html_of(COLLECTION))
    assert len(page.xpath("//details[@class='original']")) == 1
    assert len(page.xpath("//section[@class='part']")) == 3
    assert [each.text_content() for each in page.xpath("//p[contains(@class, ' title')]")] == [
        "窗帘缝制专项职业能力考核规范",
        "豆腐制作专项职业能力考核规范",
        "修鞋2专项职业能力考核规范",
    ]


def test_forms_inside_a_dossier_are_shown() -> None:
    page = _page(html_of(DOSSIER))
    assert len(page.xpath("//details[@class='original']")) == 2
    assert "竹篮编织考核规范.docx" in page.xpath("//dl[@class='contents']")[0].text_content()


def test_findings_about_forms_inside_a_dossier_have_their_places(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.zip"
    with zipfile.ZipFile(dossier, "w") as archive:
        for name in ("23-site-faults.docx", COLLECTION, WORD):
            archive.write(EXAMPLES / name, name)
    page = _page(sv.render(sv.validate(dossier), "html", files=[dossier]))
    for rule, words in (("job-title-suffix", "工"), ("near-occupation-name", "修鞋")):
        [card] = page.xpath(f"//li[@data-rule='{rule}']/@id")
        [mark] = page.xpath(f"//mark[contains(concat(' ', @data-for, ' '), ' {card} ')]")
        assert mark.text_content() == words


def test_merged_cells_stay_merged() -> None:
    page = _page(html_of("23-site-faults.docx"))
    [form] = page.xpath("//div[contains(@class, 'paper')]/table")
    label = form.xpath(".//td[normalize-space() = '考核场地']")[0]
    assert label.get("rowspan") == "4"
    assert {sum(int(td.get("colspan", "1")) for td in tr) for tr in form.xpath("(.//tr)[1]")} == {9}


def test_what_is_let_pass_is_shown_with_its_reason() -> None:
    waiver = sv.Waiver(
        rule="weight-total", document="*", reason="<b>已核实</b>", expires=date(2030, 1, 1)
    )
    reports = [sv.waived(each, [waiver], on=date(2026, 1, 1)) for each in sv.validate(BY_WORD)]
    page = _page(sv.render(reports, "html", files=[BY_WORD]))
    [card] = page.xpath("//li[@data-tone='waived']")
    assert "<b>已核实</b>（至2030-01-01）" in card.text_content()
    assert card is page.xpath("//li[contains(@class, 'card')]")[-1]


def test_pages_that_are_meant_more_than_once_are_named_once() -> None:
    page = _page(html_of("pdf/exported/09-collection.pdf"))
    [card] = page.xpath("//li[@data-rule='weight-total']")
    assert card.text_content().count("第3页") == 1


def test_errors_come_first() -> None:
    tones = _page(html_of(WORD)).xpath("//li[contains(@class, 'card')]/@data-tone")
    assert tones == ["error"] * 9 + ["warning"] * 6 + ["review"] * 2


def test_every_clause_for_a_person_can_be_ticked() -> None:
    [report] = sv.validate(BY_WORD)
    page = _page(html_of(WORD))
    labels = page.xpath("//details[contains(@class, 'by-hand')]//label")
    assert len(labels) == len(report.by_hand) > 0
    for label, clause in zip(labels, report.by_hand, strict=True):
        assert label.xpath("input/@type") == ["checkbox"]
        assert label.text_content().startswith(clause.where)


def test_a_record_shows_every_field() -> None:
    page = _page(html_of(RECORD))
    [form] = page.xpath("//div[contains(@class, 'form')]")
    assert {"考核项目", "考点", "考核日期", "督导员", "视频档案保存期（月）"} <= {
        str(each).strip() for each in form.xpath(".//span[@class='name']/text() | .//h5/text()")
    }
    [empty] = form.xpath(".//div[contains(@class, 'whole') and contains(., '督导员')]")
    assert empty.get("data-for") == page.xpath("//li[@data-rule='missing-supervisor']/@id")[0]


def test_the_command_shows_the_file_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "report.html"
    status = run(["check", str(BY_WORD), "--format", "html", "-o", str(output)])
    assert status == 1
    assert output.read_text("utf-8") == html_of(WORD)
    assert capsys.readouterr().out == ""
