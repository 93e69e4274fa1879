"""How lists number in [MS-DOC], RTF and Word 2003: one list of formats ([MS-OSHARED] 2.2.1.3)."""

_FORMATS = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal"),
    *("cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting"),
    *("aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal"),
    *("japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2"),
    *("aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung"),
    *("decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese"),
    *("ideographEnclosedCircle", "ideographTraditional", "ideographZodiac"),
    *("ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional"),
    *("taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting"),
    *("chineseLegalSimplified", "chineseCountingThousand"),
)
_NONE = 255


def number_format(code: int) -> str:
    """Return the name of a number format in WordprocessingML."""
    if code == _NONE:
        return "none"
    return _FORMATS[code] if 0 <= code < len(_FORMATS) else "decimal"
