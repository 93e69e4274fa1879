"""What an announcement of assessments must give (附件1 三（一）)."""

import datetime as dt
import re
from collections.abc import Iterator

from pydantic import Field

from specvalidator.announced import project_announced
from specvalidator.checks.base import Params, Places, Yields, check, is_absent, title_at, values_at
from specvalidator.checks.marks import FACTS, VARIANTS, PassMarks, marks_in
from specvalidator.dates import impossible_days, in_chinese
from specvalidator.findings import Doubt, Facts, Moot, Problem
from specvalidator.models.announcement import Announcement
from specvalidator.placeholders import placeholder_of
from specvalidator.wording import Words


class Times(Params):
    """The words that tell what a time is that of."""

    signing_up: tuple[str, ...] = Field(description="Words for the time of registration …")
    sitting: tuple[str, ...] = Field(description="… and for that of the assessment")


class AnnouncementItems(Times):
    """The items, and the words that put one off."""

    at: Places = Field(min_length=1, description="Paths of the items that must be given")
    open: Places = Field(description="Paths of the items of which there may be none")
    deferrals: tuple[str, ...] = Field(description="Words that promise an item for later")
    longest_deferral: int = Field(ge=1, description="Letters; a longer text says something too")
    details: tuple[str, ...] = Field(
        default=(), description="Matters beside the item, which may be put off: 地点另行通知"
    )
    vague: tuple[str, ...] = Field(
        default=(), description="Words of a schedule that tells no time: 适时组织"
    )


@check(
    "announcement-items",
    facts=("item", "word"),
    variants=(
        *("open", "empty", "placeholder", "deferred"),
        *("in-title", "registration-time", "impossible-day"),
    ),
)
def announcement_items(announcement: Announcement, params: AnnouncementItems) -> Yields:
    """Every item is given, not only promised; what there may be none of is only asked for."""
    for pattern in params.at:
        for path, text in values_at(announcement, pattern):
            yield from _item(announcement, path, text, params)
    for pattern in params.open:
        for path, text in values_at(announcement, pattern):
            if not text:  # 其他事项：无 is an answer
                yield Problem(path, _facts(path, ""), "open")
            else:
                yield from _impossible_days(announcement, path, text)
    schedule = announcement.schedule
    if schedule and not is_absent(schedule) and _tells_registration_only(schedule, params):
        yield Doubt("/schedule", {"item": "", "word": ""}, "registration-time")


def _item(
    announcement: Announcement, path: str, text: str | None, params: AnnouncementItems
) -> Iterator[Problem | Doubt]:
    if text and is_absent(text):
        elsewhere = placeholder_of(text) in ("later", "elsewhere")
        facts = _facts(path, text)
        yield Doubt(path, facts, "deferred") if elsewhere else Problem(path, facts, "placeholder")
    elif not text and path == "/projects" and (named := _in_title(announcement)):
        yield Doubt(path, _facts(path, named), "in-title", ("/title",))
    elif not text:
        yield Problem(path, _facts(path, ""))
    elif _is_put_off(text, params) or (path == "/schedule" and _tells_no_time(text, params)):
        yield Doubt(path, _facts(path, text), "deferred")
    else:
        yield from _impossible_days(announcement, path, text)


def _facts(path: str, word: str) -> Facts:
    title = title_at(Announcement, path)
    return {"item": Words(title, title), "word": word}


def _impossible_days(announcement: Announcement, path: str, text: str) -> Iterator[Doubt]:
    year = re.search(r"20\d\d(?=年)", f"{announcement.title or ''}{announcement.schedule or ''}")
    days = list(dict.fromkeys(impossible_days(text, int(year[0]) if year else None)))
    if days:
        yield Doubt(path, _facts(path, "、".join(days)), "impossible-day")


def _in_title(announcement: Announcement) -> str | None:
    return project_announced(announcement.title) if announcement.title else None


def _is_put_off(text: str, params: AnnouncementItems) -> bool:
    """Say whether a text promises an item for later and gives no more than that."""
    return len(text) <= params.longest_deferral and any(
        any(word in clause for word in params.deferrals)
        and (re.search(_WHEN, clause) or not any(word in clause for word in params.details))
        for clause in _CLAUSE.split(text)
    )


def _tells_no_time(text: str, params: AnnouncementItems) -> bool:
    return any(word in text for word in params.vague) and not any(map(str.isdecimal, text))


_PIECE = re.compile(r"[。；;\n]")
_WHEN = r"(?:考核|考试|鉴定)时间|时间[、和及与]|日期"
"""The time of the assessment is no detail, though the place be put off with it."""
_CLAUSE = re.compile(r"[，,。；;\n]")
_DAY = re.compile(r"(?:(?P<year>\d{4})[年./-])?(?P<month>\d{1,2})[月./-](?P<day>\d{1,2})[日号]?")
_TURN_OF_YEAR = dt.timedelta(days=180)
"""An assessment so long before its registration is one of the next year."""
_NEXT_YEAR = ("次年", "翌年", "明年")
_TIME = re.compile(
    r"\d{1,2}\s*[月日号]|[一二三四五六七八九十]月|[上中下]旬|季度|半年|每[年月周季]|周[一二三四五六日末]"
)


def _pieces(text: str) -> Iterator[str]:
    """Yield sentences; one that gives no time of its own belongs to the next: 报名时间：."""
    before = ""
    for piece in _PIECE.split(text):
        whole = before + piece
        before = "" if _TIME.search(whole) or _DAY.search(whole) else whole
        if not before:
            yield whole
    if before:
        yield before


def _tells_registration_only(text: str, params: Times) -> bool:
    pieces = [piece for piece in _pieces(text) if piece.strip()]
    told = any(word in text for word in params.signing_up)
    others = [piece for piece in pieces if not any(word in piece for word in params.signing_up)]
    sitting = any(word in text for word in params.sitting)
    return told and not sitting and not any(map(_TIME.search, others))


@check("registration-before-assessment", facts=("registration", "assessment"))
def registration_before_assessment(announcement: Announcement, params: Times) -> Yields:
    """Registration begins before the last assessment; with several of each, nobody can tell."""
    schedule = announcement.schedule
    if schedule is None or is_absent(schedule):
        yield Moot("/schedule")
        return
    years = re.findall(r"\d{4}(?=年)", f"{announcement.title or ''}{schedule}")
    if not years:
        return
    signing, sitting = _days_of(schedule, params, int(years[0]))
    if not signing or not sitting:
        return
    begins, last = min(signing), max(sitting)
    if dt.timedelta(0) < begins - last < _TURN_OF_YEAR:
        facts = {"registration": _said(begins), "assessment": _said(last)}
        yield Doubt("/schedule", facts)


def _days_of(text: str, params: Times, year: int) -> tuple[list[dt.date], list[dt.date]]:
    """Return the days of registration and of assessments; clauses that tell neither are left."""
    signing: list[dt.date] = []
    sitting: list[dt.date] = []
    for clause in re.split(r"[，,。；;\n]", text):
        of_signing = any(word in clause for word in params.signing_up)
        of_sitting = any(word in clause for word in params.sitting)
        if of_signing != of_sitting:
            (signing if of_signing else sitting).extend(_days(clause, year))
    return signing, sitting


def _days(clause: str, year: int) -> Iterator[dt.date]:
    year += any(word in clause for word in _NEXT_YEAR)
    for found in _DAY.finditer(clause):
        try:
            yield dt.date(int(found["year"] or year), int(found["month"]), int(found["day"]))
        except ValueError:
            continue


def _said(day: dt.date) -> Words:
    return Words(in_chinese(day), day.isoformat())


@check("pass-mark-announced", facts=FACTS, variants=VARIANTS)
def pass_mark_announced(announcement: Announcement, params: PassMarks) -> Yields:
    """A pass mark or scale that is announced is the notice's; to announce none is no fault."""
    if announcement.method is None or is_absent(announcement.method):
        yield Moot("/method")
        return
    yield from marks_in("/method", announcement.method, params)
