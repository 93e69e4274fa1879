"""The distances by which what stands on a page is told apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Distances:
    """Lengths in points unless they say otherwise; one value for every judgement of the eye."""

    line_width: float = 4.0
    """A drawn rectangle no thicker than this is a line; Word's thickest table border is 6 pt,
    its usual one 0.5, and no row or filled cell is as thin as 4."""
    same_line: float = 4.0
    """Parallel lines nearer than this are one: both strokes of a double border, or the edges of
    neighbouring cells drawn twice. Text of 5 pt would not fit between them."""
    dash: float = 3.0
    """Collinear strokes with a smaller gap are one: dashed and dotted borders, edges drawn
    cell by cell."""
    corner: float = 3.0
    """How far a line may end short of the one it meets."""
    shortest: float = 6.0
    """A joined line shorter than this is no edge of a cell: a tick, a box to be ticked."""
    padding: float = 6.0
    """Between a cell's edge and its text; Word's default is 5.4, LibreOffice's 2.8 to 5.4."""
    same_edge: float = 3.0
    """How far the column edges of a table may differ from one page to the next."""
    smallest_picture: float = 15.0
    """An image narrower or lower than this is an ornament, not content."""
    word_gap: float = 0.2
    """Of the letter size: a wider gap between Latin letters or figures is a space."""
    han_gap: float = 0.6
    """Of the letter size: a wider gap next to a Chinese character is a space. Word and WPS put
    a quarter between Chinese and Latin letters without anybody typing a space."""
    column_gap: float = 1.5
    """Of the letter size: a wider gap may part two columns of a table without lines."""
    slack: float = 0.75
    """Of the letter size: what a justified line may leave free though the next word would
    have fitted."""
    indent: float = 1.2
    """Of the letter size: text that begins further in begins a paragraph (it is usually 2)."""
    paragraph_gap: float = 1.4
    """Of the usual distance between lines: a wider one parts paragraphs."""


DISTANCES = Distances()
