"""How much a file may ask of the machine that reads it."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Bounds on a file; whatever passes one is refused as too large. Sizes in bytes."""

    file_bytes: int = 64 * 2**20
    """The file as handed in."""
    members: int = 5_000
    """Members of the zip."""
    member_bytes: int = 64 * 2**20
    """Any member, pictures included, as the zip's directory declares it."""
    total_bytes: int = 256 * 2**20
    """All members together, as the zip's directory declares them."""
    ratio: int = 200
    """How many times larger than its compressed form a member may be …"""
    ratio_from: int = 2**20
    """… once it is larger than this; small repetitive parts compress well and do no harm."""
    part_bytes: int = 16 * 2**20
    """A part that is read, while it is inflated: some 3,000 pages."""
    marks: int = 1_000_000
    """Tags and attributes of a part, which cost more memory than their bytes."""
    blocks: int = 100_000
    """Paragraphs, table rows and cells of the document."""
    depth: int = 24
    """Tables and text boxes inside each other; deeper ones are noted as unread."""
    columns: int = 128
    """Columns of a table, twice of what Word allows; a cell beyond them is narrowed and noted."""
    record_bytes: int = 8 * 2**20
    """A record in JSON: some 80,000 candidates of a session."""
    record_depth: int = 32
    """Objects and lists of a record inside each other."""
