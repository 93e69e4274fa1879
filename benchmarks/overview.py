"""How quick the page of a large batch is in Chromium: to open, to filter, to sort, to scroll."""

import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from specvalidator.batch.listing import Listed, Listing
from specvalidator.batch.overview import overview
from specvalidator.batch.summary import Summary
from specvalidator.packs import load_pack

_ROWS = 20_000
_RUNS = 9
_TARGET = 200.0
_DEEDS = {
    "search for one letter": ["search", "艺"],
    "search for two words": ["search", "12 规范"],
    "search for nothing": ["search", ""],
    "one district": ["folder", "3"],
    "all districts": ["folder", ""],
    "one verdict": ["verdict", "1"],
    "one rule beside it": ["rule", "5"],
    "all rules": ["rule", ""],
}
_FILTER = """([id, value]) => new Promise((done) => {
  const began = performance.now();
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event("input"));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
"""Counts until the browser has drawn what is found."""
_SORT = """(key) => new Promise((done) => {
  const began = performance.now();
  document.querySelector(`[data-sort=${key}]`).click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
_SCROLL = """(top) => new Promise((done) => {
  const began = performance.now();
  document.getElementById("rows").scrollTop = top;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""


def page_of(rows: int) -> str:
    """Return the page of a batch that was never judged, with so many submissions."""
    chance = random.Random(18)  # noqa: S311 - the same page each time
    pack = load_pack()
    rules = tuple((name, rule.title.zh) for name, rule in pack.rules.items())
    abilities = ("拉面制作", "茶艺", "渔网修补", "竹篮编织", "豆腐制作", "麦秆画", "苹果剪枝")
    lines = tuple(
        Listed(
            f"区县{number % 16}/{number:05}{abilities[number % 7]}考核规范.docx",
            number % 16,
            f"{abilities[number % 7]}{number}",
            "specification",
            ("pass", "fail", "review")[chance.randrange(3)],
            (chance.randrange(9), chance.randrange(5), chance.randrange(3)),
            tuple(chance.sample(range(len(rules)), chance.randrange(8))),
            f"html/{number:064x}.html",
            "",
        )
        for number in range(rows)
    )
    counts = {"pass": rows, "fail": 0, "review": 0, "not-judged": 0, "unread": 0}
    folders = tuple(f"区县{number}" for number in range(16))
    listed = Listing(lines, folders, rules, dict.fromkeys(range(16), counts), is_cut=False)
    gravities = dict.fromkeys(("error", "warning", "note", "review"), 1)
    summary = Summary(rows, 0, rows, {"specification": counts}, {}, gravities, ())  # type: ignore[arg-type]
    return overview(summary, listed, (), pack, "zh")


def main() -> None:
    """Print the median and the most of each deed; end with 1 where one takes too long."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "overview.html")
        file.write_text(page_of(_ROWS), encoding="utf-8")
        print(f"{_ROWS} submissions, a page of {file.stat().st_size / 1e6:.1f} MB")
        browser = playwright.chromium.launch(executable_path=browser_path, chromium_sandbox=False)
        page = browser.new_page()
        page.goto(file.as_uri())
        opened = page.evaluate("performance.timing.loadEventEnd - performance.timing.fetchStart")
        print(f"{'opened':<24}{opened:7.0f} ms")
        slowest = max(_told(page))
        browser.close()
    print(f"slowest {slowest:.0f} ms, target at most {_TARGET:.0f} ms")
    sys.exit(slowest > _TARGET)


def _told(page: Page) -> list[float]:
    deeds: list[tuple[str, str, object]] = [(name, _FILTER, said) for name, said in _DEEDS.items()]
    deeds += [(f"sort by {key}", _SORT, key) for key in ("error", "name")]
    deeds += [("scroll to the middle", _SCROLL, 300_000), ("scroll to the end", _SCROLL, 10**7)]
    most = []
    for name, script, said in deeds:
        took = [page.evaluate(script, said) for _ in range(_RUNS)]
        print(f"{name:<24}{statistics.median(took):7.0f} ms, at most {max(took):4.0f}")
        most.append(max(took))
    return most


if __name__ == "__main__":
    main()
