"""`batch`: an archive judged, its results in a folder, a summary on standard output."""

import datetime as dt
import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from specvalidator.cli import waivers
from specvalidator.cli.archives import archive
from specvalidator.cli.choices import one_of
from specvalidator.cli.configuration import excluding
from specvalidator.cli.files import Choice
from specvalidator.cli.judging import GRAVITIES, judging_of
from specvalidator.cli.limits import limits_of
from specvalidator.cli.options import BatchOptions
from specvalidator.cli.terminal import ProgressMeter, WrongUsage, say, write
from specvalidator.packs import known_packs
from specvalidator.reports import vocabulary
from specvalidator.typesetting import visible
from specvalidator.wording import Lang, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from specvalidator.batch.chunks import Engine
    from specvalidator.batch.summary import Summary
    from specvalidator.batch.work import Work

ENGINES = ("local", "ray")
_MOST_FAULTS = 10
_NOT_WHOLE = 4
"""Exit status where the disk takes no more of the results."""


def batch(options: BatchOptions) -> int:
    """Judge the archive; return the exit status."""
    _refuse_without("pyarrow", "batch")
    from specvalidator.batch import results  # noqa: PLC0415 - an extra
    from specvalidator.batch.disk import NotKept  # noqa: PLC0415 - the same
    from specvalidator.batch.work import Waiving, Work  # noqa: PLC0415 - the same

    lang = options.lang
    limits = limits_of(options, isolate=False)  # every document is apart in any case
    judging = judging_of(options, limits)._replace(redact=options.redact)
    judging.bound()  # what cannot be used is said before any document is read
    # Workers elsewhere look for the files where they are, and each loads the catalogue itself.
    pack, catalogue = judging.pack, options.catalogue
    if isinstance(pack, str | Path) and pack not in known_packs():
        pack = Path(pack).absolute()
    judging = judging._replace(pack=pack, catalogue=catalogue and catalogue.absolute())
    held = waivers.held(options)
    waiving = held and Waiving(held.waivers, held.folder.absolute(), held.on)
    work = Work(judging, waiving, options.html)
    choice = Choice(
        whole=judging.kind == "dossier",
        excluded=excluding(options),
        forced=options.force_exclude,
        known_only=options.skip_unrecognised and judging.kind is None,
        used=catalogue,
    )
    source = archive(options.source, limits, lang, choice)
    count = _count(options.workers)
    meter = ProgressMeter(len(source), lang)
    began, started = dt.datetime.now(dt.UTC), time.monotonic()
    try:
        summary = results.batch(
            source,
            options.out,
            work=work,
            engine=_engine(options, work, count),
            progress=meter.show,
        )
    except NotKept as full:
        meter.clear()
        say(full.words, lang)
        return _NOT_WHOLE
    finally:
        meter.clear()
    seconds = time.monotonic() - started
    facts = {
        "began": began.isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "documents": meter.done,
        "judged_before": meter.known,
        "documents_a_second": round((meter.done - meter.known) / seconds, 1),
        "engine": options.engine,
        "workers": count,
    }
    with suppress(NotKept):  # the results are whole without
        results.note_run(options.out, facts)
    write(_said(summary, options.out, lang))
    return _status(summary, options)


def _engine(
    options: BatchOptions, work: "Work", count: int | None
) -> "Callable[[], AbstractContextManager[Engine]]":
    if one_of(ENGINES, options.engine, Words("引擎", "engine")) == "local":
        from specvalidator.batch.chunks import Chunks  # noqa: PLC0415 - an extra

        return partial(Chunks, work, count or os.cpu_count() or 1)
    _refuse_without("ray", "ray")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # else Ray tells its makers of every run
    from specvalidator.batch.ray_engine import RayEngine  # noqa: PLC0415 - an extra

    return partial(RayEngine, work, count, options.ray_address)


def _refuse_without(module: str, extra: str) -> None:
    from importlib.util import find_spec  # noqa: PLC0415 - only for extras

    if find_spec(module) is None:
        raise WrongUsage(
            Words(
                f"这个命令需要 {module}，请在本程序的文件夹中安装：pip install '.[{extra}]'。",
                f"This needs {module}: pip install '.[{extra}]' in the folder of this program.",
            )
        )


def _count(given: int | None) -> int | None:
    if given is not None and given < 1:
        raise WrongUsage(Words("--workers 至少为 1。", "--workers is at least 1."))
    return given


def _status(summary: "Summary", options: BatchOptions) -> int:
    unjudged = summary.verdict("not-judged")
    unknown = summary.errors.get("unrecognised", 0) if options.skip_unrecognised else 0
    aside = sum(summary.errors.values()) - unknown
    said = (
        (
            unjudged,
            f"有{unjudged}份材料没有检查：规则包没有针对它们的规则。",
            f"{unjudged} submissions were not judged: the pack has no rules for them.",
        ),
        (
            unknown,
            f"略过{unknown}个认不出种类的文件。",
            f"Passed over {unknown} unrecognised files.",
        ),
        (
            aside,
            f"有{aside}个文件没有检查，见 set-aside.jsonl。",
            f"{aside} documents were set aside; see set-aside.jsonl.",
        ),
    )
    for count, zh, en in said:
        if count:
            say(Words(zh, en), options.lang)
    if unjudged or aside:
        return 3
    grave = GRAVITIES[: GRAVITIES.index(options.fail_on) + 1]
    return int(any(summary.gravities[each] for each in grave))


def _said(summary: "Summary", out: Path, lang: Lang) -> str:
    aside = sum(summary.errors.values())
    lines = [
        Words(
            f"{summary.documents:,}个文件（{summary.duplicates:,}个内容重复，{aside:,}个搁置），"
            f"{summary.submissions:,}份材料",
            f"{summary.documents:,} documents ({summary.duplicates:,} repeat another, "
            f"{aside:,} set aside), {summary.submissions:,} submissions",
        ).said(lang),
        vocabulary.listed(
            [
                f"{said.said(lang)} {summary.verdict(verdict):,}"
                for verdict, said in vocabulary.VERDICTS.items()
                if verdict != "not-judged" or summary.verdict(verdict)
            ],
            lang,
        ),
    ]
    if summary.faults:
        lines += ["", Words("最常见的问题：", "Commonest faults:").said(lang)]
    lines += [
        f"{fault.submissions:>9,}  {fault.rule} · {fault.title}"
        for fault in summary.faults[:_MOST_FAULTS]
    ]
    where = visible(out.as_posix())
    lines += ["", Words(f"结果在 {where}", f"Results in {where}").said(lang)]
    return "\n".join(lines) + "\n"
