"""Record → a Word form, blank or filled."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import BaseModel

from specvalidator.models import Announcement, Application, Kind, Specification
from specvalidator.models.base import Record

if TYPE_CHECKING:
    from specvalidator.forms.application import Printed

RECORDS: Mapping[Kind, type[Record]] = {
    "specification": Specification,
    "application": Application,
    "announcement": Announcement,
}
"""The kinds that have a form, and their records."""


def write(record: BaseModel, printed: "Printed | None" = None) -> bytes:
    """Return the Word form that holds a record; what the record lacks is left to be filled in.

    Reading the form gives the record back. What a page cannot hold is lost: white space around
    a text, characters that XML forbids, a task, an item or a row without any content.

    Args:
        record: what to write.
        printed: what the notice has printed on the form of an application; None: as Annex 3.

    Raises:
        TypeError: there is no form for records of this type.
    """
    if isinstance(record, Specification):
        # Imported here: python-docx is for those who write forms only.
        from specvalidator.forms.specification import written  # noqa: PLC0415

        return written(record)
    if isinstance(record, Application):
        # The same.
        from specvalidator.forms.application import written as written_application  # noqa: PLC0415

        return written_application(record, printed)
    if isinstance(record, Announcement):
        # The same.
        from specvalidator.forms import announcement  # noqa: PLC0415

        return announcement.written(record)
    raise TypeError(f"no form exists for {type(record).__name__}")


def blank(kind: Kind, printed: "Printed | None" = None) -> bytes:
    """Return the empty Word form of a kind, which tells the drafter what to write where.

    Reading it gives a record without any value.

    Raises:
        ValueError: there is no form of this kind.
    """
    if kind not in RECORDS:
        raise ValueError(f"no form exists for {kind}")
    return write(RECORDS[kind](), printed)
