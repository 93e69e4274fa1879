"""Chinese for what the schemas say of their fields in English."""

_WORDS: dict[str, str] = {}


def said_in_chinese(description: str) -> str:
    """Return what a schema says of a field, in Chinese."""
    return _WORDS.get(description, description)
