"""`batch` on the command line: statuses, the summary, the overview."""

import html.parser
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from specvalidator.cli.terminal import ProgressMeter
from specvalidator.packs.cases import valid_record

Run = Callable[..., Any]


def written(folder: Path, **records: dict[str, Any]) -> Path:
    folder.mkdir()
    for name, changes in records.items():
        record = valid_record("session") | changes
        text = json.dumps(record, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return written(tmp_path / "in", a={}, b={"supervisors": []}, c={"supervisors": [], "site": "x"})


def test_faults_are_counted_and_make_the_status(
    specvalidator: Run, faulty: Path, tmp_path: Path
) -> None:
    result = specvalidator("batch", faulty, "--out", tmp_path / "out", "--workers", "1")

    assert result.status == 1
    assert "3个文件（0个内容重复，0个搁置），3份材料" in result.out
    assert "通过 1" in result.out
    assert re.search(r"2  missing-supervisor · ", result.out)


def test_it_is_said_in_english(specvalidator: Run, faulty: Path, tmp_path: Path) -> None:
    result = specvalidator("batch", faulty, "--out", tmp_path / "out", "--lang", "en")

    assert "3 documents (0 repeat another, 0 set aside), 3 submissions" in result.out
    assert "Commonest faults:" in result.out


def test_faults_below_the_bound_and_none_are_success(specvalidator: Run, tmp_path: Path) -> None:
    good = written(tmp_path / "in", a={}, b={"site": "x"})

    assert specvalidator("batch", good, "--out", tmp_path / "out").status == 0


def test_a_document_set_aside_wins_over_faults(
    specvalidator: Run, faulty: Path, tmp_path: Path
) -> None:
    (faulty / "d.docx").write_bytes(b"no document")
    result = specvalidator("batch", faulty, "--out", tmp_path / "out")

    assert result.status == 3
    assert "set-aside.jsonl" in result.err


WRONG = [
    (["--workers", "0"], "--workers"),
    (["--engine", "spark"], "spark"),
    (["--pack", "nowhere"], "nowhere"),
    (["--as", "invoice"], "invoice"),
    (["--limit", "x"], "--limit"),
]


@pytest.mark.parametrize(("options", "said"), WRONG, ids=[" ".join(each) for each, _ in WRONG])
def test_wrong_usage_is_said_before_anything_is_written(
    specvalidator: Run, faulty: Path, tmp_path: Path, options: list[str], said: str
) -> None:
    result = specvalidator("batch", faulty, "--out", tmp_path / "out", *options)

    assert result.status == 2
    assert said in result.err
    assert not (tmp_path / "out" / "manifest.json").exists()


@pytest.mark.parametrize(
    ("module", "options", "extra"),
    [
        ("pyarrow", [], "pip install '.[batch]'"),
        ("ray", ["--engine", "ray"], "pip install '.[ray]'"),
    ],
)
def test_an_extra_that_is_absent_is_named(  # noqa: PLR0913, PLR0917 - fixtures and cases
    specvalidator: Run,
    faulty: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    options: list[str],
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = specvalidator("batch", faulty, "--out", tmp_path / "out", *options)

    assert result.status == 2
    assert extra in result.err


class Page(html.parser.HTMLParser):
    """The elements and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def overview(specvalidator: Run, folder: Path, out: Path, lang: str = "zh") -> Page:
    specvalidator("batch", folder, "--out", out, "--lang", lang, "--workers", "1")
    return Page((out / "overview.html").read_text("utf-8"))


def test_the_overview_has_charts_and_fetches_nothing(
    specvalidator: Run, faulty: Path, tmp_path: Path
) -> None:
    page = overview(specvalidator, faulty, tmp_path / "out")
    bars = [attrs for tag, attrs in page.tags if tag == "svg" and attrs.get("class") == "bar"]

    assert bars[0]["aria-label"] == "通过 1, 不通过 2, 待人工核对 0"
    widths = [attrs["width"] for tag, attrs in page.tags if tag == "rect" and attrs.get("x")]
    assert widths[:2] == ["33.33", "66.67"]
    assert "missing-supervisor" in page.text
    assert not [attrs for _, attrs in page.tags if {"src", "href", "onclick"} & attrs.keys()]
    assert {tag for tag, _ in page.tags}.isdisjoint({"link", "iframe", "img"})
    scripts = [attrs for tag, attrs in page.tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "data"}, {}]
    policy = next(attrs["content"] for tag, attrs in page.tags if "http-equiv" in attrs)
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_the_overview_speaks_english(specvalidator: Run, faulty: Path, tmp_path: Path) -> None:
    page = overview(specvalidator, faulty, tmp_path / "out", "en")

    assert page.tags[0][1]["lang"] == "en"
    assert "Commonest faults" in page.text


def test_a_name_is_never_markup(specvalidator: Run, tmp_path: Path) -> None:
    folder = written(tmp_path / "in", a={})
    name = "<script>alert(1)<&\x1b[31m\u202e.docx"
    (folder / name.replace("/", "")).write_bytes(b"no document")
    page = overview(specvalidator, folder, tmp_path / "out")

    assert [tag for tag, _ in page.tags].count("script") == 2, "the list and what shows it"
    assert "<script>alert(1)<&\\x1b[31m\\u202e.docx" in page.text
    [data] = re.findall(r'id="data">(.*?)</script>', (tmp_path / "out/overview.html").read_text())
    assert not {"<", ">", "&"} & set(data)
    assert "<script>alert(1)<&\\x1b[31m\\u202e.docx" in {row[0] for row in json.loads(data)["rows"]}


def test_of_many_the_terminal_says_rate_and_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [100.0]
    monkeypatch.setattr("specvalidator.cli.terminal.time.monotonic", lambda: now[0])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    meter = ProgressMeter(10_000, "en")
    now[0] += 10
    meter.show(1_500, 500)

    assert "1,500/10,000  100 a second  0:01:25 left" in capsys.readouterr().err
    now[0] += 0.01
    meter.show(1_501, 500)
    assert capsys.readouterr().err == "", "a few times a second are enough"
