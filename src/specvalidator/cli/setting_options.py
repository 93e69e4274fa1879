"""The options about settings, waivers and files to leave out."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _ActionsContainer


def add_settings(options: "_ActionsContainer") -> None:
    """Add where settings come from."""
    options.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="设置文件；默认从当前文件夹向上找 specvalidator.toml 或 pyproject.toml\n"
        "settings; by default the nearest specvalidator.toml or pyproject.toml upward",
    )
    options.add_argument(
        "--no-config",
        action="store_true",
        help="不读取设置文件\ndo not look for settings",
    )


def add_waivers(options: "_ActionsContainer") -> None:
    """Add what is let pass, and for which day that is decided."""
    options.add_argument(
        "--waivers",
        type=Path,
        metavar="FILE",
        help="豁免文件，代替设置中的豁免\nwaivers, in place of those in the settings",
    )
    options.add_argument(
        "--on",
        metavar="DATE",
        help="按哪一天判断豁免是否到期，默认今天\nday for which waivers are judged (default today)",
    )


def add_exclude(options: "_ActionsContainer") -> None:
    """Add which files are left out."""
    options.add_argument(
        "--exclude",
        action="append",
        metavar="GLOB",
        help="文件夹中不检查的文件，写法同 .gitignore，可重复；代替设置中的 exclude\n"
        "files of folders to leave out, as in .gitignore; repeatable; in place of the settings'",
    )
    options.add_argument(
        "--force-exclude",
        action="store_true",
        help="直接写出的文件也按 exclude 略过\nleave out files that are named, too",
    )
    options.add_argument(
        "--skip-unrecognised",
        action="store_true",
        help="略过认不出种类的文件，不算作错误\n"
        "pass over files of no known kind instead of failing",
    )


def add_waive(given: "_ActionsContainer", options: "_ActionsContainer") -> None:
    """Add the arguments and options of `waive`."""
    given.add_argument("rule", metavar="RULE", help="规则名称\nname of the rule")
    given.add_argument(
        "file", metavar="FILE", help="文件，或文件名的样式\ndocument, or a pattern of names"
    )
    add = options.add_argument
    add("--reason", required=True, metavar="TEXT", help="理由\nwhy it is let pass")
    add(
        "--until",
        required=True,
        metavar="DATE",
        help="到期日，这一天仍有效\nthe last day on which it holds, such as 2026-12-31",
    )
    add("--approved-by", metavar="NAME", help="批准人\nwho says so")
    add(
        "--path",
        metavar="POINTER",
        help="只限记录中的这个位置，如 /tasks/0/weight\nonly findings at this place of the record",
    )
    add("--text", metavar="TEXT", help="只限写着这些字的地方\nonly findings where this is written")
    add(
        "--digest",
        action="store_true",
        help="按内容而不按名称认文件，文件一改豁免即失效\n"
        "know the document by its SHA-256: any change to it ends the waiver",
    )
    add(
        "--waivers",
        type=Path,
        metavar="FILE",
        help="写入的文件，默认设置中的，否则 specvalidator.toml\n"
        "file to add it to; the settings' by default, else specvalidator.toml",
    )
