"""A dossier is that of one applicant, and its rules agree with Annex 1 (附件1 二、四、五)."""

from typing import TYPE_CHECKING

from pydantic import Field

from specvalidator.checks import likeness
from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.checks.numerals import plain
from specvalidator.findings import Doubt, Facts, Moot
from specvalidator.models.dossier import Dossier, Matter
from specvalidator.wording import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


_MOST_NAMED = 5


@check("one-applicant", facts=("applicants", "found", "files"), variants=("unclaimed",))
def one_applicant(dossier: Dossier, _: Params) -> Yields:
    """All papers are those of one applicant: the papers of one do not serve for another.

    A file that may be what is asked for, and may be another applicant's, is a question.
    """
    unclaimed = [file.name for file in dossier.files if file.unclaimed and file.uses]
    if unclaimed:
        yield Doubt("/files", {"files": _listed(unclaimed)}, "unclaimed")
    named: dict[str, str] = {}
    for form in dossier.applications:
        if form.applicant is None or is_absent(form.applicant):
            continue
        name = bare(form.applicant)
        if not any(likeness.one_applicant(name, each) for each in named):
            named[name] = form.applicant
    if not named and not unclaimed:
        yield Moot("/applications")
    if len(named) > 1:
        applicants = Words("、".join(named.values()), ", ".join(named.values()))
        yield Doubt("/applications", {"applicants": applicants, "found": str(len(named))})


def _listed(names: list[str]) -> Words:
    zh = "、".join(f"“{name}”" for name in names[:_MOST_NAMED])
    en = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return Words(zh, en)
    return Words(f"{zh}等{len(names)}个文件", f"{en} and {more} more")


class AgreedLimits(Params):
    """What Annex 1 settles."""

    files: int = Field(ge=0, description="Months for which files are kept at least")
    video: int = Field(ge=0, description="Months for which video is kept at least")
    results: int = Field(ge=0, description="Working days after a session for its results")


@check(
    "site-rules-agree",
    facts=("written", "file", "found"),
    variants=("files", "video", "results", "supervisors"),
)
def site_rules_agree(dossier: Dossier, params: AgreedLimits) -> Yields:
    """What the rules of the site say of a matter is no less than Annex 1 asks for."""
    if not dossier.stated:
        yield Moot("/stated")
    least: Mapping[Matter, int] = {"files": params.files, "video": params.video}
    for index, rule in enumerate(dossier.stated):
        short = rule.about in least and rule.number is not None and rule.number < least[rule.about]
        late = rule.about == "results" and rule.number is not None and rule.number > params.results
        if short or late or rule.about == "supervisors":
            facts: Facts = {
                "written": rule.text,
                "file": rule.file,
                "found": plain(rule.number),
            }
            yield Doubt(f"/stated/{index}", facts, rule.about)
