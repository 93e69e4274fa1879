"""考核公告 (附件1 三（一）): a document's words as the record of an announcement."""

from specvalidator.extract.announcement.reading import (
    LOOKED_FOR,
    announces,
    read_announcements,
)

__all__ = ["LOOKED_FOR", "announces", "read_announcements"]
