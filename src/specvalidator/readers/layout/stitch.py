"""Tables that page breaks cut → whole tables: repeated heads dropped, cut rows rejoined."""

import re
from itertools import pairwise, takewhile

from specvalidator.readers.layout.distances import Distances
from specvalidator.readers.layout.page import Item, LayoutLine, LayoutPage, RawCell, RawTable
from specvalidator.readers.layout.paragraphs import CLOSING, LABEL, continues_text

_HEAD_ROWS = 3
"""At most so many rows are repeated as a table's head."""
_ENDED = 2
"""Cells of a cut row that have ended before the page break, when text goes on in most."""
_ENDS = frozenset("。；;！？")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d)?[%％]?")
_BOTTOM = 0.6
"""A table that ends above this share of its page was not cut by the page's end."""


def stitched(pages: list[LayoutPage], distances: Distances) -> list[Item]:
    """Return lines and tables of all pages in order, tables over several pages as one."""
    items: list[Item] = []
    heights = {page.number: page.height for page in pages}
    for page in pages:
        for item in page.items:
            last = items[-1] if items else None
            if (
                isinstance(item, RawTable)
                and isinstance(last, RawTable)
                and item.page == last.last_page + 1
                and last.last_bottom > _BOTTOM * heights[last.last_page]
                and _fit(last.edges, item.edges, distances.same_edge)
            ):
                items[-1] = _whole(last, item, distances)
            else:
                items.append(item)
    return items


def _fit(above: list[float], below: list[float], near: float) -> bool:
    """Tell whether the outer edges agree, and the columns of one part are among the other's."""
    if abs(above[0] - below[0]) > near or abs(above[-1] - below[-1]) > near:
        return False
    few, many = sorted((above, below), key=len)
    return all(any(abs(x - edge) <= near for edge in many) for x in few)


def _whole(above: RawTable, below: RawTable, distances: Distances) -> RawTable:
    """Return one table made of a table's part and its next part on the next page."""
    edges = above.edges if len(above.edges) >= len(below.edges) else below.edges
    _recolumned(above, edges)
    _recolumned(below, edges)
    _drop_head(above, below)
    joined = above
    joined.edges = edges
    joined.last_page, joined.last_bottom = below.last_page, below.last_bottom
    if below.rows == 0:
        return joined
    pairs = _pairs(above, below)
    cut = _is_cut(pairs, above, below, distances)
    joined.merging |= below.merging
    going_on = pairs if cut else _merged_on(pairs, joined.merging, distances)
    gone: dict[int, RawCell] = {}
    for upper, lower in going_on:
        upper.row_span += lower.row_span - cut
        upper.lines += lower.lines
        upper.tables += lower.tables
        gone[id(lower)] = upper
    offset = above.rows - cut
    lowest = [gone.get(id(cell), cell) for cell in below.lowest]
    for cell in below.cells:
        if id(cell) not in gone:
            cell.row += offset
            joined.cells.append(cell)
    joined.rows = offset + below.rows
    joined.open_below = below.open_below
    joined.lowest = lowest
    return joined


def _recolumned(table: RawTable, edges: list[float]) -> None:
    """Count a table's columns by finer edges."""
    if len(table.edges) == len(edges):
        return
    new = [min(range(len(edges)), key=lambda k: abs(edges[k] - x)) for x in table.edges]
    for cell in table.cells:
        end = new[cell.column + cell.column_span]
        cell.column = new[cell.column]
        cell.column_span = end - cell.column
    table.merging = {
        (new[column], new[column + span] - new[column]) for column, span in table.merging
    }
    table.edges = edges


def _drop_head(above: RawTable, below: RawTable) -> None:
    """Remove the rows at the top of `below` that repeat the head of `above`."""
    for rows in range(min(_HEAD_ROWS, below.rows, above.rows), 0, -1):
        head = _rows(above, 0, rows)
        if head and _closed(below, rows) and head == _rows(below, 0, rows):
            _remove_rows(below, rows)
            return
    first = _rows(below, 0, 1)
    if len(first) > 1 and _closed(below, 1):
        starts = range(1, min(_HEAD_ROWS, above.rows))
        if any(_rows(above, start, start + 1) == first for start in starts):
            _remove_rows(below, 1)


def _rows(table: RawTable, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return what is written in some rows: row, column and text of each cell with text."""
    return [
        (cell.row - start, cell.column, cell.text)
        for cell in takewhile(lambda cell: cell.row < end, table.cells)
        if start <= cell.row and cell.text
    ]


def _closed(table: RawTable, rows: int) -> bool:
    """Tell whether no cell of the first rows goes on below them."""
    return all(cell.row + cell.row_span <= rows for cell in table.cells if cell.row < rows)


def _remove_rows(table: RawTable, rows: int) -> None:
    table.cells = [cell for cell in table.cells if cell.row >= rows]
    for cell in table.cells:
        cell.row -= rows
    table.rows -= rows


def _pairs(above: RawTable, below: RawTable) -> list[tuple[RawCell, RawCell]]:
    """Return the cells that meet at the page break, as far as they are equally wide."""
    first = takewhile(_in_first_row, below.cells)
    lower = {(cell.column, cell.column_span): cell for cell in first}
    return [
        (cell, lower[cell.column, cell.column_span])
        for cell in above.lowest
        if (cell.column, cell.column_span) in lower
    ]


def _in_first_row(cell: RawCell) -> bool:
    return cell.row == 0


def _merged_on(
    pairs: list[tuple[RawCell, RawCell]], merging: set[tuple[int, int]], distances: Distances
) -> list[tuple[RawCell, RawCell]]:
    """Return the pairs that are one merged cell, its rows parted by the page break.

    Cells merged over the same rows (a task, its knowledge, its weight) go on together, and the
    leftmost tells whether they do: it is empty below, or has the rest of a sentence there.
    """
    groups: dict[tuple[int, int], list[tuple[RawCell, RawCell]]] = {}
    for upper, lower in pairs:
        # One row on each page shows no merged cell; but where cells like this one are merged
        # elsewhere, an empty cell at the top of a page belongs to the one before.
        merges = (upper.column, upper.column_span) in merging
        parted = merges and bool(upper.lines) and not lower.lines
        if upper.row_span > 1 or lower.row_span > 1 or parted:
            groups.setdefault((upper.row_span, lower.row_span), []).append((upper, lower))
    found = []
    for group in groups.values():
        upper, lower = group[0]
        begun = all(above.lines or not below.lines for above, below in group)
        if begun and (not lower.lines or _rest(upper, lower, distances)):
            found += group
    return found


def _is_cut(
    pairs: list[tuple[RawCell, RawCell]],
    above: RawTable,
    below: RawTable,
    distances: Distances,
) -> bool:
    """Tell whether the page break cut a row in two.

    Where it did, text goes on in some cells and has ended in the others. A row that merely
    comes first on the next page has text of its own in most cells. Cells merged over several
    rows tell nothing: their text may go on while a new row begins beside them.
    """
    if sum(upper.column_span for upper, _ in pairs) < above.columns:
        return False
    single = [pair for pair in pairs if pair[0].row_span == pair[1].row_span == 1]
    written = [(upper, lower) for upper, lower in single if lower.lines]
    if above.open_below:
        return True
    if not written or any(not upper.lines or _begins_row(lower) for upper, lower in written):
        return False
    if all(_goes_on(upper, lower, distances) for upper, lower in written) and (
        _lacks_number(pairs[0], above) or _lacks_figure(single, above, below)
    ):
        return True
    return _reads_on(pairs, written, distances)


def _reads_on(
    pairs: list[tuple[RawCell, RawCell]],
    written: list[tuple[RawCell, RawCell]],
    distances: Distances,
) -> bool:
    """Tell whether what is written below the break is the rest of what stands above it."""
    rests = [_rest(upper, lower, distances) for upper, lower in written]
    started = sum(bool(upper.lines) for upper, _ in pairs)
    if 2 * len(written) > started:
        several = all(len(upper.lines) > 1 for upper, _ in written)
        ended = started - len(written) >= _ENDED
        return all(rests) and (len(pairs) == 1 or several or ended)
    if any(rests):
        return True
    # A list of items may have been cut between two of them, when all else has ended.
    alone = all(upper.row_span == lower.row_span == 1 for upper, lower in pairs)
    ended = alone and not pairs[0][1].lines and bool(pairs[0][0].lines)
    return ended and all(
        LABEL.match(upper.text) and LABEL.match(lower.text) for upper, lower in written
    )


def _goes_on(upper: RawCell, lower: RawCell, distances: Distances) -> bool:
    """Tell whether the lower cell may be the rest of the upper one, or its list's next item."""
    if LABEL.fullmatch(upper.text) or lower.text[:1] in CLOSING:
        return True
    if LABEL.match(lower.text):
        return LABEL.match(upper.text) is not None
    last = upper.lines[-1].text[-1:]
    return last not in _ENDS and continues_text(upper.lines[-1], lower.lines[0], distances)


def _lacks_number(pair: tuple[RawCell, RawCell], above: RawTable) -> bool:
    """Tell whether the row before begins with a number, as a task does, and this one does not."""
    upper, lower = pair
    alone = upper.row_span == lower.row_span == 1
    if upper.column or not alone or (0, upper.column_span) in above.merging:
        return False
    return bool(LABEL.match(upper.text)) and not LABEL.match(lower.text)


def _lacks_figure(pairs: list[tuple[RawCell, RawCell]], above: RawTable, below: RawTable) -> bool:
    """Tell whether a cell is empty in whose column every other row has a figure, as weights do."""
    for upper, lower in pairs:
        if lower.lines or not _FIGURE.fullmatch(upper.text):
            continue
        others = [
            cell.text
            for cell in (*above.cells, *below.cells)
            if cell.column == upper.column and cell is not lower and cell is not upper
        ]
        figures = sum(bool(_FIGURE.fullmatch(text)) for text in others)
        if figures and "" not in others:
            return True
    return False


def _begins_row(cell: RawCell) -> bool:
    """Tell whether a cell of the first column begins with a number, as a task does."""
    return cell.column == 0 and LABEL.match(cell.text) is not None


def _rest(upper: RawCell, lower: RawCell, distances: Distances) -> bool:
    """Tell whether the lower cell begins with the rest of the upper cell's last sentence."""
    if not upper.lines or not lower.lines:
        return False
    if upper.text[:1] == lower.text[:1]:
        return False  # 能……, 能……: items of a list begin alike, the rest of a sentence does not
    return continues_text(upper.lines[-1], lower.lines[0], distances)


def consecutive(items: list[Item]) -> list[list[LayoutLine] | RawTable]:
    """Return stretches of body lines, and the tables between them."""
    found: list[list[LayoutLine] | RawTable] = []
    for before, item in pairwise([None, *items]):
        if isinstance(item, RawTable):
            found.append(item)
        elif item is not None:
            last = found[-1] if found and isinstance(before, LayoutLine) else None
            if isinstance(last, list):
                last.append(item)
            else:
                found.append([item])
    return found
