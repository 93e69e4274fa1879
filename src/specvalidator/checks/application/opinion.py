"""Who signed the opinion of the applicant (附件3 申报单位意见)."""

import re

from specvalidator.checks.base import Params, Yields, check, is_absent
from specvalidator.checks.likeness import bare
from specvalidator.findings import Doubt, Moot
from specvalidator.models.application import Application
from specvalidator.placeholders.people import names_nobody

_TITLES = re.compile(
    r"[(（].*?[)）]|(?:校长|院长|主任|经理|总经理|董事长|厂长|所长|法人|法定代表人|负责人|先生|女士|同志|老师|签字|签名)|[代:：]"
)

_SHORTEST_NAME = 2
"""Letters of the shortest name."""


@check("signed-by-the-person-in-charge", facts=("signatory", "person"))
def signed_by_the_person_in_charge(form: Application, _: Params) -> Yields:
    """Who signed is the person in charge whom the form names; another may act for that person."""
    signatory, person = form.opinion.signatory, form.person_in_charge
    if signatory is None or person is None or is_absent(signatory) or is_absent(person):
        yield Moot("/opinion/signatory")
        return
    ours, theirs = _name(signatory), _name(person)
    if not ours or not theirs or names_nobody(signatory):
        yield Moot("/opinion/signatory")
    elif theirs not in ours and not _is_one_of_several(ours, theirs):
        facts = {"signatory": signatory, "person": person}
        yield Doubt("/opinion/signatory", facts, related=("/person_in_charge",))


def _is_one_of_several(ours: str, theirs: str) -> bool:
    """Say whether who signed is one of the people named; part of one name is not."""
    return ours in theirs and len(theirs) >= len(ours) + _SHORTEST_NAME


def _name(written: str) -> str:
    return _TITLES.sub("", bare(written))
