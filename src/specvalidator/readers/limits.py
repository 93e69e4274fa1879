"""How much a file may ask of the machine that reads it."""

from typing import NamedTuple


class PdfLimits(NamedTuple):
    """Bounds on a PDF; whatever passes one is refused as too large.

    A submission has some ten pages; these leave room for a province's collection and still
    end the reading of a hostile file within seconds.
    """

    pages: int = 500
    """Pages of the file, and of all PDF files in an archive together."""
    characters: int = 50_000
    """Characters on one page; a page of small print has 4,000."""
    objects: int = 50_000
    """Lines, boxes, images and text runs drawn on one page; a dense table has 2,000."""
    all_characters: int = 750_000
    """Characters on all pages together."""
    all_objects: int = 300_000
    """Drawn objects on all pages together; a page with a ruled table has 300."""
    units: int = 40_000
    """Horizontal times vertical lines on one page; forty times what a large table has."""
    all_units: int = 300_000
    """The same on all pages together."""
    tables: int = 100
    """Tables on one page."""
    cells: int = 40_000
    """Cells of all tables together; 75 pages of them have 6,000."""
    comparisons: int = 20_000_000
    """Letters held against the lines and filled areas beside them, on all pages together."""
    content_bytes: int = 6 * 2**20
    """One stream that may be a page's content, unpacked; a dense page has 100,000 bytes."""
    data_bytes: int = 64 * 2**20
    """One picture or font, unpacked; an A4 page in colour at 300 dpi has 26 million bytes."""
    all_bytes: int = 256 * 2**20
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
    looks: int = 120
    """Pages that are drawn to see which of their letters can be seen; a draft has some ten."""
    looking_seconds: int = 1
    """How long that may compute; what is hidden on further pages is a question."""


class ScanLimits(NamedTuple):
    """Bounds on pages that are pictures, whose words are recognised."""

    pages: int = 20
    """Pages to recognise in one file; a form has some six."""
    pixels: int = 64 * 2**20
    """Of one page, by what the picture says before it is unpacked; A4 at 600 dpi has 35 million."""
    page_seconds: int = 4
    """How long each page may be computed on, beside what the file may …"""
    first_seconds: int = 6
    """… and what reads words may take to begin."""
    memory_bytes: int = 700 * 2**20
    """How much memory that may ask for, beside what the file may …"""
    address_bytes: int = 3 * 2**30
    """… and how many addresses: libraries reserve more than they use."""


class Limits(NamedTuple):
    """Bounds on a file; whatever passes one is refused as too large. Sizes in bytes."""

    file_bytes: int = 48 * 2**20
    """A document as handed in."""
    members: int = 5_000
    """Members of a zip, or files of a folder."""
    member_bytes: int = 48 * 2**20
    """Any member, pictures included, as the zip's directory declares it."""
    total_bytes: int = 256 * 2**20
    """All members of a document together, as the zip's directory declares them."""
    ratio: int = 200
    """How many times larger than its compressed form a member may be …"""
    ratio_from: int = 2**20
    """… once it is larger than this; small repetitive parts compress well and do no harm."""
    archive_bytes: int = 80 * 2**20
    """A zip of files, such as a dossier: photographs take room."""
    archive_total_bytes: int = 256 * 2**20
    """All members of a zip of files together."""
    nested_archives: int = 3
    """Zips inside each other that are opened, beside the zip or folder that was handed in."""
    enclosed_bytes: int = 24 * 2**20
    """A document inside an archive or a folder that is a dossier."""
    part_bytes: int = 16 * 2**20
    """A part that is read, while it is inflated: some 3,000 pages."""
    all_part_bytes: int = 64 * 2**20
    """All parts that are read, those of all documents in an archive together."""
    marks: int = 480_000
    """Tags and attributes of all parts of a document, which cost more memory than their bytes."""
    all_marks: int = 1_500_000
    """Tags and attributes of all documents in an archive together."""
    blocks: int = 100_000
    """Paragraphs, table rows and cells, those of all documents in an archive together."""
    characters: int = 2_000_000
    """Characters, visible and hidden, likewise; a long novel has as many."""
    entries: int = 10_000
    """Entries of lists, such as tasks or candidates, in all records of a file together."""
    rows: int = 300
    """Projects, managers, examiners or supervisors of a record: each is held against the others."""
    forms: int = 500
    """Forms in a file, those of all documents in an archive together; a province's collection has
    some 130."""
    findings: int = 5_000
    """Findings in all reports on a file; a poor draft has 40."""
    report_bytes: int = 16 * 2**20
    """The findings of all reports on a file as JSON, by a rough reckoning."""
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
    scan: ScanLimits = ScanLimits()
    """What holds for pages that are pictures."""
    isolate: bool = False
    """Read in a process of its own, which is ended when it passes one of the next three."""
    seconds: int = 30
    """How long the process may take for one file; then the file is refused with `timeout`."""
    cpu_seconds: int = 4
    """How long it may compute, cut to whole seconds of the process (not on Windows); then the file
    is refused with `timeout`. The command line holds to this without `isolate`, too."""
    memory_bytes: int = 240 * 2**20
    """How much memory it may ask for beyond what the empty process has (Linux, and other systems
    that enforce it); more is refused as too large."""

    @property
    def longest(self) -> int:
        """How many seconds a process may take whose file is all pages to recognise."""
        return self.seconds + self.scan.first_seconds + self.scan.pages * self.scan.page_seconds


DEFAULT = Limits()
