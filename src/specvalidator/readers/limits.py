"""How much a file may ask of the machine that reads it."""

from typing import NamedTuple


class PdfLimits(NamedTuple):
    """Bounds on a PDF; whatever passes one is refused as too large.

    A submission has some ten pages; these leave room for a province's collection and still
    end the reading of a hostile file within seconds.
    """

    pages: int = 500
    """Pages of the file."""
    characters: int = 50_000
    """Characters on one page; a page of small print has 4,000."""
    objects: int = 50_000
    """Lines, boxes, images and text runs drawn on one page; a dense table has 2,000."""
    all_characters: int = 2_000_000
    """Characters on all pages together."""
    all_objects: int = 1_000_000
    """Drawn objects on all pages together."""
    units: int = 250_000
    """Horizontal times vertical lines on one page; a hundred times what a table has."""
    tables: int = 500
    """Tables on one page."""
    content_bytes: int = 16 * 2**20
    """One stream that may be a page's content, unpacked; a dense page has 100,000 bytes."""
    data_bytes: int = 64 * 2**20
    """One picture or font, unpacked; an A4 page in colour at 300 dpi has 26 million bytes."""
    all_bytes: int = 512 * 2**20
    """All streams together, unpacked."""
    depth: int = 6
    """Drawings nested in drawings; deeper ones are not looked into."""
    picture_pixels: int = 2_400_000
    """Of the picture that is drawn of a page; A4 at 144 dpi has two million."""
    picture_bytes: int = 12 * 2**20
    """Pictures of all pages together, packed; of further pages no picture is given."""
    image_pixels: int = 64 * 2**20
    """Of an image on a page; a page with a larger one is not drawn."""
    drawing_seconds: int = 10
    """How long drawing all pages may compute; of further pages no picture is given."""


class Limits(NamedTuple):
    """Bounds on a file; whatever passes one is refused as too large. Sizes in bytes."""

    file_bytes: int = 64 * 2**20
    """The file as handed in."""
    members: int = 5_000
    """Members of a zip, or files of a folder."""
    member_bytes: int = 64 * 2**20
    """Any member, pictures included, as the zip's directory declares it."""
    total_bytes: int = 256 * 2**20
    """All members of a document together, as the zip's directory declares them."""
    ratio: int = 200
    """How many times larger than its compressed form a member may be …"""
    ratio_from: int = 2**20
    """… once it is larger than this; small repetitive parts compress well and do no harm."""
    archive_bytes: int = 256 * 2**20
    """A zip of files, such as a dossier: photographs take room."""
    archive_total_bytes: int = 512 * 2**20
    """All members of a zip of files together."""
    part_bytes: int = 16 * 2**20
    """A part that is read, while it is inflated: some 3,000 pages."""
    marks: int = 1_000_000
    """Tags and attributes of a part, which cost more memory than their bytes."""
    blocks: int = 100_000
    """Paragraphs, table rows and cells of the document."""
    characters: int = 2_000_000
    """Characters of the document, visible and hidden; a long novel has as many."""
    depth: int = 24
    """Tables and text boxes inside each other; deeper ones are noted as unread."""
    columns: int = 128
    """Columns of a table, twice of what Word allows; a cell beyond them is narrowed and noted."""
    record_bytes: int = 8 * 2**20
    """A record in JSON: some 80,000 candidates of a session."""
    record_depth: int = 32
    """Objects and lists of a record inside each other."""
    pdf: PdfLimits = PdfLimits()
    """What holds for a PDF alone."""
    isolate: bool = False
    """Read in a process of its own, which is ended when it passes one of the next three."""
    seconds: int = 30
    """How long the process may take for one file; then the file is refused with `timeout`."""
    cpu_seconds: int = 20
    """How long it may compute (not on Windows); then the file is refused with `timeout`."""
    memory_bytes: int = 2**30
    """How much memory it may ask for (not on Windows); more is refused as too large."""


DEFAULT = Limits()
