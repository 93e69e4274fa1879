"""The Python reference: every public name, with autodoc, under a line in each language."""

import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

import specvalidator as sv
from specvalidator.catalogue import Published
from specvalidator.reports import Failure, Style
from specvalidator.settings.waivers import UnusedWaiver
from specvalidator.wording import Lang, Words
from website.markdown import LANGS, block, file_name, page, switch, table

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_GROUPS: Mapping[Words, Mapping[str, Words]] = {
    Words("读取、检查、输出", "Read, check, render"): {
        "validate": Words("读取文件并检查，一步完成", "read a file and judge it, in one step"),
        "read": Words("只读取，不检查", "read a file without judging it"),
        "check": Words(
            "检查读取的内容，或数据库中的记录", "judge what was read, or a record of your own"
        ),
        "render": Words(
            "把结果写成文本、JSON、SARIF 等", "write results as text, JSON, SARIF and so on"
        ),
        "annotate": Words("把意见写成 Word 批注", "give the draft back with Word comments"),
    },
    Words("结果", "Results"): {
        "Submission": Words("读出的一份材料", "one form as it was read"),
        "Report": Words("一份材料的检查结果", "everything found about one submission"),
        "Finding": Words("一条意见", "one fault or question"),
    },
    Words("记录", "Records"): {
        "Specification": Words("考核规范", "assessment specification"),
        "Application": Words("考点设立申请表", "site application"),
        "Dossier": Words("考点申报材料", "site dossier"),
        "Announcement": Words("考核公告", "announcement"),
        "Session": Words("考核场次记录", "record of an assessment session"),
    },
    Words("规则包和目录", "Rule packs and the catalogue"): {
        "RulePack": Words("一个通知的条款和规则", "clauses and rules of one notice"),
        "load_pack": Words("读取规则包", "load a rule pack"),
        "pack_in_force": Words("某地某日适用的规则包", "the pack that applies in a place on a day"),
        "load_catalogue": Words("读取已公布项目的目录", "load the published projects"),
    },
    Words("豁免", "Waivers"): {
        "Waiver": Words("一条豁免", "one waiver"),
        "load_waivers": Words("读取豁免", "load the waivers of a file"),
        "waived": Words("把豁免用在检查结果上", "apply waivers to a report"),
        "unused_waivers": Words("没有用上的豁免", "waivers that let nothing pass"),
    },
    Words("限制和错误", "Limits and errors"): {
        "Limits": Words("一个文件最多可占用多少", "how much a file may ask of the machine"),
        "PdfLimits": Words("其中只适用于 PDF 的部分", "the part of it that holds for a PDF alone"),
        "SpecvalidatorError": Words(
            "以下各种错误的共同类型", "what the errors below have in common"
        ),
        "UnreadableFile": Words(
            "文件无法读取，原因见 error", "a file cannot be read; `error` says why"
        ),
        "BadPack": Words("规则包不能用", "a rule pack cannot be used"),
        "BadCatalogue": Words("目录不能用", "a catalogue cannot be used"),
        "BadSettings": Words("设置或豁免不能用", "settings or waivers cannot be used"),
        "__version__": Words("版本", "the version"),
    },
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page of all public names in both languages.

    Raises:
        LookupError: a public name has no line here.
    """
    described = {name for group in _GROUPS.values() for name in group}
    if missing := set(sv.__all__) - described:
        raise LookupError(f"python_pages.py says nothing about {sorted(missing)}")
    for lang in LANGS:
        yield file_name("python", lang), _page(lang)


def _page(lang: Lang) -> str:
    parts = [Words("# Python 参考", "# Python reference").said(lang), switch("python", lang)]
    if lang == "zh":
        parts.append("名称链接到英文页面中的参数、类型和错误。\n")
    for title, names in _GROUPS.items():
        rows = (
            [f"{{py:obj}}`~specvalidator.{name}`", said.said(lang)] for name, said in names.items()
        )
        parts += [f"## {title.said(lang)}\n", table(["", ""], rows)]
        if lang == "en":
            parts += [_described(f"specvalidator.{name}") for name in names]
    if lang == "en":
        parts += ["## What these are made of\n", *map(_described, _parts())]
    return page(*parts)


def _described(name: str) -> str:
    """Return the directive that prints a name's own description."""
    home, _, own = name.rpartition(".")
    value = getattr(importlib.import_module(home), own)
    if isinstance(value, type):
        exception = issubclass(value, Exception)
        directive = "autoexception" if exception else "autoclass"
        options = (
            "\n   :members:\n   :show-inheritance:"
            if exception
            else "\n   :members:\n   :undoc-members:\n   :exclude-members: model_config"
        )
    else:
        directive, options = ("autofunction" if callable(value) else "autodata"), ""
    return block(f".. {directive}:: {name}{options}", "{eval-rst}")


def _parts() -> list[str]:
    """Return the package's own types that public ones hold and that are not public themselves."""
    public = [getattr(sv, name) for name in sv.__all__]
    seen: dict[type, None] = {}
    for value in (*public, Published, Failure, Style, UnusedWaiver):
        _gather(value, seen)
    return sorted(f"{each.__module__}.{each.__qualname__}" for each in seen if each not in public)


def _gather(held: object, seen: dict[type, None]) -> None:
    """Add a type and all types of the package that its fields hold."""
    for part in get_args(held):
        _gather(part, seen)
    if (
        not isinstance(held, type)
        or held in seen
        or not held.__module__.startswith("specvalidator.")
    ):
        return
    seen[held] = None
    # What stands in quotes is imported for types alone, and left out.
    for base in held.__mro__:
        for hint in vars(base).get("__annotations__", {}).values():
            _gather(hint, seen)


def _describe_field(  # noqa: PLR0913, PLR0917 - what Sphinx hands over
    app: object, what: str, name: str, value: object, options: object, lines: list[str]
) -> None:
    """Say of a field of a record what its model says."""
    del app, value, options
    if what in {"attribute", "property"} and lines:
        lines[:0] = ["..", ""]  # an empty comment: napoleon takes words before a colon for a type
    owner_name, _, own = name.rpartition(".")
    home, _, owner = owner_name.rpartition(".")
    if what != "attribute" or lines or not owner:
        return
    model = getattr(importlib.import_module(home), owner, None)
    if isinstance(model, type) and issubclass(model, BaseModel) and own in model.model_fields:
        field = model.model_fields[own]
        said = [part for part in (field.title, field.description) if part]
        lines.append(": ".join(said))


def setup(app: "Sphinx") -> None:
    """Join the descriptions of fields to autodoc."""
    # Before napoleon, which reads the lines.
    app.connect("autodoc-process-docstring", _describe_field, priority=100)
