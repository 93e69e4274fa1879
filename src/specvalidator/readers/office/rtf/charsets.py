"""Code pages of RTF: how bytes become letters, as the font or the file says."""

_OF_FONTS = {
    0: "cp1252",
    2: "latin-1",  # symbols; their fonts tell what they mean
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_OF_FILES = {
    936: "gb18030",
    950: "big5",
    932: "cp932",
    949: "cp949",
    1361: "johab",
    10000: "mac_roman",
    65001: "utf-8",
    54936: "gb18030",
    **{number: f"cp{number}" for number in (437, 850, 852, 866, 874, *range(1250, 1259))},
}
_EAST_ASIAN = frozenset({"gb18030", "big5", "cp932", "cp949", "utf-8", "johab"})
USUAL = "cp1252"


def of_font(charset: int | None) -> str | None:
    """Return the code page of a font, None where the file's own is meant."""
    return None if charset is None else _OF_FONTS.get(charset)


def of_file(number: int | None) -> str:
    """Return the code page that a file names by number."""
    return _OF_FILES.get(number or 0, USUAL)


def decoded(raw: bytes, font: str | None, file: str) -> str:
    """Return bytes as letters; what has no meaning becomes U+FFFD.

    A font of western letters has no Chinese ones: those are of the file's code page.
    """
    page = font or file
    if page not in _EAST_ASIAN and page != "latin-1" and file in _EAST_ASIAN:
        page = file
    return raw.decode(page, "replace")
