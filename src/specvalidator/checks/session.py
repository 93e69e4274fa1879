"""One session: who was sent, who was admitted, what became of results and files (附件1 四、五)."""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from specvalidator import working_days
from specvalidator.checks.base import Params, Places, Yields, check, is_absent, is_blank, values_at
from specvalidator.checks.likeness import bare, without_brackets
from specvalidator.checks.numerals import plain
from specvalidator.dates import in_chinese
from specvalidator.findings import Doubt, Facts, Moot, Outcome, Problem
from specvalidator.models.session import Candidate, Official, Session
from specvalidator.placeholders.people import names_nobody
from specvalidator.quantities import paper_number
from specvalidator.wording import Words


class Sent(Params):
    """Which officials."""

    at: str = Field(description="Path of the list of officials")


@check("officials-sent")
def officials_sent(session: Session, params: Sent) -> Yields:
    """Somebody was sent: a row in which nothing stands, or 待定, is nobody."""
    for path, officials in values_at(session, params.at):
        if all(map(_is_nobody, officials)):
            yield Problem(path)


def _is_nobody(official: Official) -> bool:
    name, number = official.name or "", paper_number(official.certificate_number or "")
    return number is None and (not name.strip() or names_nobody(name))


@check("supervised-by-others", facts=("name",))
def supervised_by_others(session: Session, _: Params) -> Yields:
    """Nobody supervises his own judging. Namesakes are possible, so that a person looks."""
    if is_absent(session.examiners) or is_absent(session.supervisors):
        yield Moot("/supervisors")
        return
    for at, supervisor in enumerate(session.supervisors):
        for index, examiner in enumerate(session.examiners):
            if _is_same(supervisor, examiner):
                name = supervisor.name or supervisor.certificate_number or ""
                related = (f"/examiners/{index}",)
                yield Doubt(f"/supervisors/{at}", {"name": name}, None, related)
                break


def _is_same(one: Official, other: Official) -> bool:
    """Say whether number or name agree; two numbers of one kind of card tell namesakes apart.

    Examiners and supervisors have cards of their own, so that one person may have both.
    """
    ours, theirs = (paper_number(each.certificate_number or "") for each in (one, other))
    if ours and theirs and (ours == theirs or _kind_of(ours) == _kind_of(theirs)):
        return ours == theirs
    names = [without_brackets(bare(each.name or "")) for each in (one, other)]
    return names[0] == names[1] and not (not names[0] or names_nobody(names[0]))


def _kind_of(number: str) -> str:
    """Return the letters of a card's number: 鲁DD of 鲁DD-0101."""
    return "".join(letter for letter in number if not letter.isdigit())


class Officials(Params):
    """Which officials."""

    at: Places = Field(min_length=1, description="Paths of the lists of officials")


@check("officials-with-cards", facts=("people",), variants=("nameless",))
def officials_with_cards(session: Session, params: Officials) -> Yields:
    """Everybody who was sent has a card with a number; those without are one question."""
    sent = [
        (path, official)
        for pattern in params.at
        for path, official in values_at(session, f"{pattern}/*")
        if not is_blank(official)
    ]
    without = [
        (path, official)
        for path, official in sent
        if paper_number(official.certificate_number or "") is None
    ]
    if not sent:
        yield Moot(params.at[0])
    if without:
        names = [official.name or "（未写姓名）" for _, official in without]
        facts: Facts = {"people": Words("、".join(names), ", ".join(names))}
        paths = [f"{path}/certificate_number" for path, _ in without]
        yield Doubt(paths[0], facts, related=tuple(paths[1:]))
    with_card = [each for each in sent if each not in without]
    nobody = {
        f"{path}/name": name
        for path, official in with_card
        if (name := (official.name or "").strip()) and names_nobody(name)
    }
    if nobody:
        written = list(dict.fromkeys(nobody.values()))
        facts = {"people": Words("、".join(written), ", ".join(written))}
        at, *others = nobody
        yield Doubt(at, facts, "nameless", tuple(others))


class PlausibleDays(Params):
    """Between which days a session may be; that another day is wrong is said elsewhere."""

    first: dt.date = Field(description="The day on which the notice came into force")
    last: dt.date = Field(description="A day beyond which nothing is planned")

    def hold(self, *days: dt.date) -> bool:
        """Say whether all of these days may be meant."""
        return all(self.first <= day <= self.last for day in days)


class Deadline(PlausibleDays):
    """How soon."""

    days: int = Field(ge=1, description="Working days after the session")


@check("results-in-time", facts=("date", "found", "last"), variants=("review", "before"))
def results_in_time(session: Session, params: Deadline) -> Yields:
    """Results arrive within so many working days; there is no clock to miss those not yet in."""
    if session.date is None or session.results_date is None:
        yield Moot("/results_date" if session.results_date is None else "/date")
        return
    if not params.hold(session.date, session.results_date):
        yield Moot("/results_date")
        return
    passed = (session.results_date - session.date).days
    at, related = "/results_date", ("/date",)
    facts: Facts = {"date": _said(session.date), "found": _said(session.results_date)}
    if passed < 0:
        yield Doubt(at, {**facts, "last": ""}, "before", related)
    elif passed > params.days:  # so few days are no more working days, whichever they are
        last = working_days.after(session.date, params.days)
        if last is None:
            yield Doubt(at, {**facts, "last": ""}, related=related)
        elif session.results_date > last:
            yield Problem(at, {**facts, "last": _said(last)}, related=related)


class Retention(Params):
    """How long records are kept."""

    files: int = Field(ge=0, description="Months for papers and files")
    video: int = Field(ge=0, description="Months for video recordings")


@check("kept-long-enough", facts=("found",), variants=("video",))
def kept_long_enough(session: Session, params: Retention) -> Yields:
    """Files and video recordings are kept so many months, each on its own."""
    for field, least, variant in (
        ("file_retention_months", params.files, None),
        ("video_retention_months", params.video, "video"),
    ):
        months = getattr(session, field)
        if months is None:
            yield Moot(f"/{field}")
        elif months < least:
            yield Problem(f"/{field}", {"found": plain(months)}, variant)


class OldEnough(PlausibleDays):
    """How old."""

    least: int = Field(ge=0, description="Whole years")
    most: int = Field(ge=0, description="More years than this nobody who is assessed has lived")
    differ: int = Field(ge=1, description="Years between age and birth that are no slip")


@check(
    "candidates-old-enough",
    facts=("who", "found", "born"),
    variants=("born", "too-old", "disagrees", "review"),
)
def candidates_old_enough(session: Session, params: OldEnough) -> Yields:
    """Every candidate is so old on the day, by date of birth, else by the age written down."""
    if not session.candidates:
        yield Moot("/candidates")
    day = session.date if session.date and params.hold(session.date) else None
    for index, candidate in enumerate(session.candidates):
        age = _age_on(day, candidate.birth_date)
        yield from _judged(index, candidate, age, params)


def _judged(
    index: int, candidate: Candidate, by_birth: int | None, params: OldEnough
) -> Iterator[Outcome]:
    path, age, least = f"/candidates/{index}", candidate.age, params.least
    facts: Facts = {"who": _called(index, candidate), "born": _said(candidate.birth_date)}
    facts = {**facts, "found": "" if age is None else str(age)}
    if by_birth is None:
        if age is None:
            yield Moot(path)
        elif age < least:
            yield Problem(f"{path}/age", facts)
        elif age > params.most:
            yield Doubt(f"{path}/age", facts, "too-old")
    elif not 0 <= by_birth <= params.most:
        yield Doubt(f"{path}/birth_date", facts, related=(f"{path}/age",))
    elif age is not None and _disagree(age, by_birth, params):
        yield Doubt(f"{path}/birth_date", facts, "disagrees", (f"{path}/age",))
    elif by_birth < least:
        yield Problem(f"{path}/birth_date", {**facts, "found": str(by_birth)}, "born")


def _disagree(age: int, by_birth: int, params: OldEnough) -> bool:
    """Say whether it matters which is right, or both can hardly be one person's."""
    across = (age < params.least) != (by_birth < params.least)
    return across or abs(age - by_birth) >= params.differ


def _said(day: dt.date | None) -> str | Words:
    return Words(in_chinese(day), day.isoformat()) if day else ""


def _called(index: int, candidate: Candidate) -> Words:
    name = candidate.name
    return Words(
        f"第{index + 1}名考生" + (f"（{name}）" if name else ""),
        f"Candidate {index + 1}" + (f" ({name})" if name else ""),
    )


def _age_on(day: dt.date | None, birth: dt.date | None) -> int | None:
    """Return the whole years lived by a day, the birthday included; None if it cannot be told."""
    if day is None or birth is None:
        return None
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
