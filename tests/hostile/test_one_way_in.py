"""Submissions are parsed and unpacked in one place each; nowhere else is a parser made."""

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/specvalidator"

ALLOWED = {
    # what must not be called elsewhere: where it may be
    "etree.XMLParser": {"readers/xml.py"},
    "etree.fromstring": {"readers/xml.py"},
    "etree.iterparse": {"readers/xml.py"},
    "etree.parse": set[str](),
    "etree.XML": set[str](),
    "etree.HTML": set[str](),
    "etree.HTMLParser": {"readers/xml.py"},
    "objectify.fromstring": set[str](),
    "zlib.decompress": {"batch/store.py"},  # what a batch has packed itself
    "zlib.decompressobj": {"readers/zipped.py", "readers/pdf/inflation.py"},
    "gzip.decompress": set[str](),
    "olefile.OleFileIO": {"readers/office/doc/binary.py"},
    "pdfium.PdfDocument": {
        "readers/pdf/opening.py",
        "readers/pdf/rewriting.py",  # within `opened`, which has measured the file
    },
    "PdfReader": {"reports/marked_pdf/original.py"},  # the tables of a file that PDFium has read
    "pickle.loads": {"workers/process.py"},  # from who started the process, never from it
    "pickle.load": set[str](),
    "os.system": set[str](),
    "subprocess.run": set[str](),
    "subprocess.Popen": {"workers/starting.py"},  # Python itself
    "eval": set[str](),
    "exec": set[str](),
}
"""Calls by the name under which the modules here know them."""
ZIPS_READ = {
    "batch/archives.py",  # members looked at as in `zipped`, and read up to `member_bytes`
    "readers/unlabelled.py",  # the directory alone, of a file whose name says nothing
    "readers/zipped.py",  # the directory alone; members are unpacked by `inflated`
    "readers/enclosures.py",  # the names of members alone, up to so many
    "forms/paper.py",  # a form that was just written here
    "reports/word_letter/filling.py",  # a letter that was just filled in, on the office's template
}
NOT_IMPORTED = {
    "pdfplumber",
    "pdfminer",
    "xml",
    "html.parser",
    "urllib.request",
    "http",
    "socket",
}


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(SOURCE.rglob("*.py"))
    )


@cache
def calls(tree: ast.Module) -> tuple[tuple[str, ast.Call], ...]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return tuple((ast.unparse(node.func), node) for node in nodes)


@pytest.mark.parametrize("called", ALLOWED)
def test_what_parses_and_unpacks_is_called_in_one_place(called: str) -> None:
    found = {name for name, tree in modules() for each, _ in calls(tree) if each == called}

    assert found <= ALLOWED[called]


def test_a_zip_is_opened_for_reading_in_one_place() -> None:
    def reads(call: ast.Call) -> bool:
        mode = call.args[1] if len(call.args) > 1 else None
        return not (isinstance(mode, ast.Constant) and mode.value == "w")

    found = {
        name
        for name, tree in modules()
        for each, call in calls(tree)
        if each.endswith("ZipFile") and reads(call)
    }
    assert found <= ZIPS_READ


def test_word_files_are_never_opened_by_the_library_that_writes_them() -> None:
    given = {
        name
        for name, tree in modules()
        for each, call in calls(tree)
        if each in ("docx.Document", "Document")
        and "docx" in ast.unparse(tree)
        and call.args
        and not name.startswith("readers/")
    }
    # Forms of ours, and the template that an office keeps for its letters.
    assert given <= {"forms/paper.py", "reports/word_letter/filling.py"}


def test_nothing_is_imported_that_fetches_or_parses_in_other_ways() -> None:
    imported = {
        (name, module)
        for name, tree in modules()
        for node in ast.walk(tree)
        for module in _named(node)
        if any(module == each or module.startswith(f"{each}.") for each in NOT_IMPORTED)
    }
    # ElementTree writes JUnit's XML; it reads none. The service asks where it listens.
    assert {each for each in imported if each[1] != "xml.etree.ElementTree"} <= {
        ("reports/junit.py", "xml.etree"), ("reports/junit.py", "xml.sax.saxutils"),
        ("service/running.py", "socket"),
    }  # fmt: skip


def test_only_the_service_logs() -> None:
    logging = {
        name for name, tree in modules() for node in ast.walk(tree) if "logging" in _named(node)
    }

    # What marks a PDF and what recognises words silence the logs of the libraries that they use.
    assert {name for name in logging if not name.startswith("service/")} <= {
        "reports/marked_pdf/original.py",
        "readers/scan/engines.py",
    }


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_the_only_parser_has_every_flag() -> None:
    tree = dict(modules())["readers/xml.py"]
    (made,) = [call for each, call in calls(tree) if each == "etree.XMLParser"]
    flags = {each.arg: ast.literal_eval(each.value) for each in made.keywords}

    assert flags.items() >= {
        "huge_tree": False, "load_dtd": False, "no_network": True, "resolve_entities": False,
    }.items()  # fmt: skip
