"""What an announcement of assessments must give (附件1 三（一）)."""

from pydantic import Field

from specvalidator.checks.base import Params, Places, Yields, check, is_absent, title_at, values_at
from specvalidator.findings import Doubt, Facts, Problem
from specvalidator.models.announcement import Announcement
from specvalidator.wording import Words


class AnnouncementItems(Params):
    """The items, and the words that put one off."""

    at: Places = Field(min_length=1, description="Paths of the items that must be given")
    open: Places = Field(description="Paths of the items of which there may be none")
    deferrals: tuple[str, ...] = Field(description="Words that promise an item for later")
    longest_deferral: int = Field(ge=1, description="Letters; a longer text says something too")
    signing_up: tuple[str, ...] = Field(description="Words for the time of registration …")
    sitting: tuple[str, ...] = Field(description="… and for that of the assessment")


@check(
    "announcement-items",
    facts=("item", "word"),
    variants=("open", "deferred", "registration-time"),
)
def announcement_items(announcement: Announcement, params: AnnouncementItems) -> Yields:
    """Every item is given, not only promised; what there may be none of is only asked for."""
    for paths, variant in ((params.at, None), (params.open, "open")):
        for pattern in paths:
            for path, text in values_at(announcement, pattern):
                title = title_at(Announcement, path)
                facts: Facts = {"item": Words(title, title), "word": ""}
                if is_absent(text):
                    yield Problem(path, facts, variant)
                elif word := _deferral(text, params):
                    yield Doubt(path, {**facts, "word": word}, "deferred")
    if announcement.schedule and _tells_registration_only(announcement.schedule, params):
        yield Doubt("/schedule", {"item": "", "word": ""}, "registration-time")


def _deferral(text: str, params: AnnouncementItems) -> str | None:
    """Return the word that puts an item off, None where more is said than that."""
    if len(text) > params.longest_deferral:
        return None
    return next((word for word in params.deferrals if word in text), None)


def _tells_registration_only(text: str, params: AnnouncementItems) -> bool:
    return any(word in text for word in params.signing_up) and not any(
        word in text for word in params.sitting
    )
