"""The tables of formats are those that were measured last."""

from importlib.util import module_from_spec, spec_from_file_location

import pytest

from docs.site import ROOT

SPEC = spec_from_file_location("tables", ROOT / "benchmarks" / "tables.py")
assert SPEC
assert SPEC.loader
tables = module_from_spec(SPEC)
SPEC.loader.exec_module(tables)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_has_the_tables_as_they_were_measured(lang: str) -> None:
    """Figures are put there by `python benchmarks/tables.py`, never by hand."""
    page = tables.PAGES[lang].read_text("utf-8")
    assert tables.with_tables(page, lang) == page
    for table, rows in tables.measured().items():
        assert f"<!-- measured: {table} -->" in page
        assert rows
    assert page.count("<!-- end -->") == len(tables.measured())


def test_what_was_measured_and_has_no_name_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "write", lambda: pytest.fail("the pages were written"))
    with pytest.raises(KeyError, match="crumpled"):
        tables.keep("scans", {"crumpled": {}})
