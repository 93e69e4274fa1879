"""Where the body text of pages begins and ends, by which one tells whether a line is full."""

from specvalidator.readers.layout.page import LayoutLine, LayoutPage


def body_framed(pages: list[LayoutPage], padding: float) -> list[LayoutPage]:
    """Return the pages with each body line told where the page's text begins and ends.

    Args:
        pages: in the order of reading.
        padding: how far text keeps from a box around it.
    """
    edges: dict[float, tuple[float, float]] = {}
    for width in {page.width for page in pages}:
        lines = [
            item
            for page in pages
            if page.width == width
            for item in page.items
            if isinstance(item, LayoutLine) and not item.unread and not item.hidden
        ]
        if lines:
            edges[width] = _body_edges(lines, width)
    return [
        page._replace(
            items=[
                _framed(item, page, *edges[page.width], padding)
                if isinstance(item, LayoutLine) and page.width in edges
                else item
                for item in page.items
            ]
        )
        for page in pages
    ]


def _framed(
    line: LayoutLine, page: LayoutPage, left: float, right: float, padding: float
) -> LayoutLine:
    """Return a body line between the edges of the page's text, or of a box around it."""
    y = (line.y0 + line.y1) / 2
    for x0, y0, x1, y1 in page.frames:
        if x0 < line.x0 and line.x1 < x1 < right and y0 < y < y1:
            right = max(x1 - padding, line.x1)
    return line._replace(left=left, right=right)


def _body_edges(lines: list[LayoutLine], width: float) -> tuple[float, float]:
    """Return left and right edge of body text; both margins are equal unless lines show it."""
    left = min(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    size = lines[0].size
    if len(ends) > 2 and ends[0] - ends[2] < size:  # noqa: PLR2004 - three lines show an edge
        return left, ends[0]
    return left, max(ends[0], width - left)
