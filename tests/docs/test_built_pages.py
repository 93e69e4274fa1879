"""The documentation builds without a warning, and says everything in both languages."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import specvalidator
import tools
from docs.site import ROOT, Site, found
from specvalidator.cli import limits
from specvalidator.cli.parser import program
from specvalidator.packs import load_pack
from specvalidator.packs.rulebook import rules_in_force
from specvalidator.packs.traceability import traced
from specvalidator.schemas import SCHEMAS
from specvalidator.settings.reading import SettingsTable
from specvalidator.settings.waivers import Waiver
from website import command_pages
from website.languages import INDEXES, twin_of

if TYPE_CHECKING:
    from specvalidator.wording import Lang

LANGS: dict[str, "Lang"] = {"": "en", ".zh-CN": "zh"}
"""The language of a page by what its name ends in."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The built pages, or those that were built just before; a warning is an error."""
    if built := os.environ.get("SPECVALIDATOR_SITE"):
        return Site(Path(built))
    out = tmp_path_factory.mktemp("site")
    ended = subprocess.run(  # noqa: S603 - our own pages
        [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-c", "docs",
         "-d", str(out / "read"), str(ROOT), str(out / "html")],
        cwd=ROOT, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return Site(out / "html")


@pytest.mark.parametrize("ending", LANGS)
def test_every_rule_has_a_page_with_clause_wording_and_cases(site: Site, ending: str) -> None:
    lang = LANGS[ending]
    pack = load_pack()
    for name, rule in rules_in_force(pack).items():
        text = site.text(f"docs/reference/rules/{name}{ending}")
        squeezed = re.sub(r"\s", "", text)
        clause = pack.clauses[rule.clause].text.strip().splitlines()[0]
        for said in (rule.title.said(lang), rule.message.said(lang), clause):
            assert re.sub(r"\s", "", said) in squeezed, (name, said)


@pytest.mark.parametrize("ending", LANGS)
def test_every_clause_is_traced(site: Site, ending: str) -> None:
    page = site.page(f"docs/reference/clauses{ending}")
    for each in traced(load_pack()):
        (section,) = found(page, "//*[@id=$id]", id=each.id + ("-zh" if ending else ""))
        linked = {link.text_content() for link in section.iter("a")}
        assert set(each.rules) <= linked
        assert each.rules or each.clause.by_hand


@pytest.mark.parametrize("ending", LANGS)
def test_every_command_and_option_is_explained(site: Site, ending: str) -> None:
    page = site.page(f"docs/reference/commands{ending}")
    lang = LANGS[ending]
    for name, command in command_pages.commands(program()).items():
        (section,) = found(page, "//section[@id=$id]", id=name)
        rows = [row.text_content() for row in section.iter("tr")]
        for action in command_pages.options(command):
            called = (action.option_strings or [str(action.metavar)])[-1]
            said = command_pages.both(action.help).said(lang)
            assert any(called in row and said in row for row in rows), (name, called)


@pytest.mark.parametrize("ending", LANGS)
def test_every_limit_is_explained(site: Site, ending: str) -> None:
    rows = found(site.page(f"docs/reference/limits{ending}"), "//tr[td]")
    explained = {row[0].text_content(): row[2].text_content().strip() for row in rows}
    assert list(explained) == list(limits.NAMES)
    assert all(explained.values())


@pytest.mark.parametrize("ending", LANGS)
def test_every_public_name_is_described(site: Site, ending: str) -> None:
    text = site.text(f"docs/reference/python{ending}")
    described = {each.get("id") for each in site.page("docs/reference/python").iter("dt")}
    for name in specvalidator.__all__:
        assert name in text.split()
        assert f"specvalidator.{name}" in described


@pytest.mark.parametrize("ending", LANGS)
def test_every_setting_and_key_of_a_waiver_is_explained(site: Site, ending: str) -> None:
    for page, model in (("configuration", SettingsTable), ("waivers", Waiver)):
        rows = found(site.page(f"docs/{page}{ending}"), "//tr/td[1]")
        explained = {row.text_content().strip() for row in rows}
        assert {info.alias or key for key, info in model.model_fields.items()} <= explained


@pytest.mark.parametrize("ending", LANGS)
@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_has_a_page(site: Site, name: str, ending: str) -> None:
    assert site.text(f"docs/reference/shapes/{name}{ending}")


def test_no_page_loads_anything_from_outside(site: Site) -> None:
    for name in site.pages():
        outside = [each for each in site.loads(name) if re.match(r"([a-z]+:)?//", each)]
        assert outside == [], name
    for style in site.folder.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*[\"']?(https?:)?//", text), style


def test_every_link_inside_the_site_leads_somewhere(site: Site) -> None:
    anchors: dict[Path, set[str]] = {}
    for name in site.pages():
        for path, anchor in site.links(name):
            assert path.is_file(), (name, path)
            if anchor and path.suffix == ".html":
                if path not in anchors:
                    target = path.relative_to(site.folder.resolve()).with_suffix("").as_posix()
                    anchors[path] = set(found(site.page(target), "//@id"))
                assert anchor in anchors[path], (name, path, anchor)


def test_a_page_with_a_twin_offers_it_and_speaks_its_language(site: Site) -> None:
    pages = set(site.pages())
    twins = [name for name in pages if twin_of(name) in pages]
    assert len(twins) > len(rules_in_force(load_pack()))
    for name in twins:
        page = site.page(name)
        assert page.get("lang") == ("zh-CN" if name.endswith(".zh-CN") else "en")
        (other,) = found(page, "//nav[@class='languages']/a/@href")
        target = (site.folder / f"{name}.html").parent / other
        assert target.resolve() == (site.folder / f"{twin_of(name)}.html").resolve()


@pytest.mark.parametrize("index", INDEXES.values())
def test_every_page_of_a_language_is_in_its_navigation(site: Site, index: str) -> None:
    ending = ".zh-CN" if index.endswith(".zh-CN") else ""
    tree = {path for path, _ in site.links(index)}
    for name in site.pages():
        folder, _, own = name.rpartition("/")
        if folder == "docs" and own.endswith(".zh-CN") == bool(ending):
            assert (site.folder / f"{name}.html").resolve() in tree | {
                (site.folder / f"{index}.html").resolve()
            }, name


@pytest.mark.parametrize(
    ("search", "query", "page"),
    [
        ("search.zh-CN", "百分制", "docs/reference/rules/wrong-pass-mark.zh-CN"),
        ("search.zh-CN", "考评员", "docs/reference/rules/duplicate-examiner.zh-CN"),
        ("search", "weight-total", "docs/reference/rules/weight-total"),
    ],
)
def test_the_search_finds(site: Site, tmp_path: Path, search: str, query: str, page: str) -> None:
    address = f"{(site.folder / search).as_uri()}.html?q={query}"
    chromium = tools.program(tools.CHROMIUM)
    ended = subprocess.run(  # noqa: S603 - our own pages, and the program that was found
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", f"--user-data-dir={tmp_path}", "--virtual-time-budget=10000",
         "--dump-dom", address],
        capture_output=True, check=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    results = re.findall(r'<li[^>]*><a href="([^"?#]*)', ended.stdout)
    assert f"{page}.html" in {each.removeprefix("./") for each in results}
