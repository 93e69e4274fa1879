"""The slow lane: tests that start programs of others, many processes, or try chance for long.

All other tests are the fast lane, `pytest -m "not slow"`: two to three minutes in one process.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SLOW = {
    "batch": "runs that are killed, and Ray",
    "cli/test_batch_options.py": "runs with worker processes",
    "cli/test_batch_command.py": "runs with worker processes",
    "cli/test_program.py": "the program is started again and again",
    "cli/test_surroundings.py": "the program is started two hundred times, its streams closed",
    "docs/test_built_pages.py": "the documentation is built",
    "docs/test_page_commands.py": "every command of the pages is run",
    "extract/specification/test_hostile_text.py": "the cost of long texts is measured",
    "fuzz": "some hundred broken drafts",
    "hooks": "pre-commit installs the hooks as their users do",
    "hostile": "hostile files, each read in a process of its own, and processes that crash",
    "readers/office/test_office_mutations.py": "LibreOffice writes drafts, and chance breaks them",
    "readers/office/test_twins.py": "LibreOffice writes every document in every format",
    "readers/pdf/test_faces.py": "fonts are derived anew and hidden",
    "readers/pdf/test_oracle.py": "each PDF is read by another library too",
    "readers/scan": "pages are laid flat, and recognised by what is not installed everywhere",
    "readers/word/test_word_limits.py": "the cost of long files is measured",
    "readers/word/test_word_writers.py": "LibreOffice writes drafts",
    "reports/html/test_views.py": "files are drawn in processes of their own",
    "reports/marked_pdf/test_font.py": "the font is derived anew",
    "reports/marked_pdf/test_marked_pdf_examples.py": "marks are looked at in three viewers",
    "reports/test_marked_scan.py": "pages are drawn, and lines are looked for on them",
    "reports/marked_word/test_marked_examples.py": "LibreOffice opens the marked drafts",
    "service": "services that listen",
    "test_mixed_submissions.py": "sixty submissions are judged by each surface",
    "test_same_bytes.py": "every example is judged in six surroundings",
    "workers": "processes of every kind of program",
    "test_scan_examples.py": "pages of pictures are drawn, and recognised",
    "test_desk.py": "a folder with a Python of its own is made and started",
    "test_install.py": "a wheel is built and installed",
}
"""Folders and modules below tests/ that are slow as a whole, and why."""
_SLOW_PLACES = frozenset(SLOW)
SLOW_FIXTURES = frozenset({"browser", "soffice"})
"""What waits for LibreOffice or Chromium: tests that ask for it are slow wherever they stand, and
so are those that Hypothesis gives examples by chance."""
ALIKE = frozenset(
    {
        *(
            f"batch/test_{name}.py"
            for name in ("full_disk", "killed", "results", "sources", "tables")
        ),
        "cli/test_batch_command.py",
        "cli/test_batch_options.py",
        "cli/test_program.py",
        "cli/test_surroundings.py",
        "extract/specification/test_hostile_text.py",
        "fuzz/test_broken_drafts.py",
        "hooks/test_pre_commit.py",
        "hostile/test_isolation.py",
        "hostile/test_one_way_in.py",
        "readers/word/test_word_limits.py",
        *(
            f"service/test_{name}.py"
            for name in ("bodies", "description", "half_sent", "http_edges")
        ),
        *(
            f"service/test_{name}.py"
            for name in ("letting_in", "processes", "turns", "worker_pool")
        ),
        "test_install.py",
        "workers",
    }
)
"""Slow places whose tests ask nothing of a machine but Python: neither fonts, nor pictures that are
recognised, nor programs of others. What they say on a bare machine they say on all, so that
`.ci/run` has them once; as it has what is marked `alike` elsewhere."""


def mark(items: list[pytest.Item]) -> None:
    """Give each test of the slow lane its marker, and those of one answer everywhere theirs."""
    for item in items:
        by_chance = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if by_chance or is_slow(item.path, getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
        if not by_chance and stands_in(ALIKE, item.path):  # by chance CI looks harder
            item.add_marker(pytest.mark.alike)


def is_slow(path: Path, fixtures: Iterable[str]) -> bool:
    """Say whether a test is slow, by where it stands and by what it asks for."""
    return stands_in(_SLOW_PLACES, path) or not SLOW_FIXTURES.isdisjoint(fixtures)


@cache
def stands_in(places: frozenset[str], path: Path) -> bool:
    """Say whether a module is one of these places, or in a folder that is."""
    within = path.relative_to(TESTS)
    return not places.isdisjoint(each.as_posix() for each in (within, *within.parents))


def put_long_ones_first(items: list[pytest.Item]) -> None:
    """Order files for several processes, so that none works on long after the others have ended.

    Slow files come first, then those of many tests.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in slow, -tests[item.path]))
