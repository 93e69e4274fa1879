"""JSON Pointers (RFC 6901): the path of a value in a record."""

from collections.abc import Iterable, Iterator


def parts(pointer: str) -> list[str]:
    """Return the names and numbers of a pointer; "" is the whole record and has none.

    Raises:
        LookupError: it is no pointer.
    """
    whole, *steps = pointer.split("/")
    if whole:
        raise LookupError(f"a JSON Pointer begins with /, not {pointer!r}")
    return [_unescaped(step) for step in steps] if "~" in pointer else steps


def pointer_of(steps: Iterable[str | int]) -> str:
    """Return the pointer of these names and numbers."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def parent(pointer: str) -> str:
    """Return the pointer of what holds a value; "" of the whole record."""
    return pointer.rpartition("/")[0]


def upwards(pointer: str) -> Iterator[str]:
    """Yield a pointer and those of all that holds its value, the whole record last."""
    yield pointer
    while pointer:
        pointer = parent(pointer)
        yield pointer


def child(value: object, step: str) -> object:
    """Return what stands in a value under a name or number, None where nothing does."""
    if isinstance(value, (tuple, list)):  # no union: it is made anew each time
        return value[int(step)] if is_index(step) and int(step) < len(value) else None
    if isinstance(value, dict):
        return value.get(step)
    return getattr(value, step, None)


def value_at(value: object, pointer: str) -> object:
    """Return what a record has at a pointer, None where it has nothing."""
    for step in parts(pointer):
        value = child(value, step)
    return value


def is_index(step: str) -> bool:
    """Say whether a part of a pointer may number an item of a list."""
    return step.isascii() and step.isdecimal()


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
