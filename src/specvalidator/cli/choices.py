"""A word that must be one of a few: found, or refused with the nearest ones."""

from collections.abc import Iterable

from specvalidator.cli.terminal import WrongUsage
from specvalidator.wording import Words


def one_of(known: Iterable[str], given: str, what: Words) -> str:
    """Return `given` if it is known.

    Raises:
        WrongUsage: it is not; the message names the nearest, or all when there are few.
    """
    names = list(known)
    if given in names:
        return given
    near = nearest(given, names)
    lead = Words("相近的有", "Near it is") if near else Words("可用", "There is")
    raise WrongUsage(
        Words(
            f"没有{what.zh}“{given}”。{lead.zh}：{'、'.join(near or names)}",
            f"There is no {what.en} “{given}”. {lead.en} {', '.join(near or names)}",
        )
    )


def nearest(given: str, names: list[str]) -> list[str]:
    """Return up to five names that look like `given`, the nearest first."""
    import difflib  # noqa: PLC0415 - only a slip needs it

    return difflib.get_close_matches(given, names, n=5, cutoff=0.5)
