"""How numbers are written in messages."""

from decimal import Decimal


def plain(number: Decimal | None) -> str:
    """Write a number without an exponent or empty decimals: 95, 99.9; nothing for None."""
    return "" if number is None else f"{number.normalize():f}"
