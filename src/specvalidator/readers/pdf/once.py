"""Text that was painted twice, a hair's breadth apart, to look bold: there once."""

from specvalidator.readers.pdf.layout import LayoutPiece


def once(pieces: list[LayoutPiece]) -> list[LayoutPiece]:
    """Return pieces without those that say the same in the same place as one before."""
    places: dict[str, set[tuple[int, int]]] = {}
    kept = []
    for piece in pieces:
        x, y = round(piece.x0), round(piece.y0)
        taken = places.get(piece.text)
        if taken is None:
            places[piece.text] = {(x, y)}
        elif any((x + dx, y + dy) in taken for dx in (0, -1, 1) for dy in (0, -1, 1)):
            continue
        else:
            taken.add((x, y))
        kept.append(piece)
    return kept
