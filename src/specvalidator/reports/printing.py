"""JSON with an indent of 2 in pieces: of long lists, an entry is made when its turn comes."""

from collections.abc import Iterable, Iterator

_STEP = "  "


def members(*pairs: tuple[str, Iterable[str]]) -> Iterator[str]:
    """Yield an object; of each member its name, plain ASCII, and its value in pieces."""
    begin = "{"
    for name, value in pairs:
        yield f'{begin}\n{_STEP}"{name}": '
        yield from (piece.replace("\n", f"\n{_STEP}") for piece in value)
        begin = ","
    yield "\n}"


def entries(values: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield a list; of each entry its value in pieces."""
    is_empty = True
    for value in values:
        yield f"[\n{_STEP}" if is_empty else f",\n{_STEP}"
        yield from (piece.replace("\n", f"\n{_STEP}") for piece in value)
        is_empty = False
    yield "[]" if is_empty else "\n]"
