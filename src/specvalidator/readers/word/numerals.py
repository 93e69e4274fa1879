"""Numbers as Word's automatic numbering writes them (ST_NumberFormat): 一, ①, 甲, iv."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN = 3999
_MOST_LETTERS = 780  # Word repeats the alphabet up to 30 times and then starts over
_MOST_COUNTED = 99_999
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def numeral(number: int, number_format: str) -> str:
    """Return `number` as the format writes it; decimal where the format or number is unusual."""
    write = _FORMATS.get(number_format)
    return str(number) if write is None or number < 0 else write(number)


def _decimal(number: int) -> str:
    return str(number)


def _none(_number: int) -> str:
    return ""


def _lower_roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return str(number)
    letters = ""
    for worth, letter in _ROMAN:
        times, number = divmod(number, worth)
        letters += letter * times
    return letters


def _upper_roman(number: int) -> str:
    return _lower_roman(number).upper()


def _lower_letter(number: int) -> str:
    """Return a … z, aa, bb …: Word doubles the letter instead of counting on."""
    if number == 0:
        return ""
    times, letter = divmod((number - 1) % _MOST_LETTERS, 26)
    return chr(ord("a") + letter) * (times + 1)


def _upper_letter(number: int) -> str:
    return _lower_letter(number).upper()


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _counting(
    digits: str, units: str, *, one_before_unit: bool, zero_between: bool
) -> Callable[[int], str]:
    """Make a writer of numbers with units: 二十一, 一百零五, 壹拾."""

    def write(number: int) -> str:
        if number == 0 or number > _MOST_COUNTED:
            return digits[0] if number == 0 else str(number)
        written = ""
        for place, digit in zip(
            reversed(range(len(str(number)))), map(int, str(number)), strict=True
        ):
            if digit == 0:
                zero_due = zero_between and written and not written.endswith(digits[0])
                written += digits[0] if zero_due else ""
            else:
                bare = digit == 1 and place > 0 and not one_before_unit
                written += ("" if bare else digits[digit]) + ("", *units)[place]
        return written.rstrip(digits[0])

    return write


_thousands = _counting("零一二三四五六七八九", "十百千万", one_before_unit=True, zero_between=True)
_japanese = _counting(_DIGITS, "十百千万", one_before_unit=False, zero_between=False)


def _counting_thousand(number: int) -> str:
    """Return 十, 十一 … without the leading 一, but 一百一十."""
    written = _thousands(number)
    return written.removeprefix("一") if 10 <= number <= 19 else written  # noqa: PLR2004


def _counting_hundred(number: int) -> str:
    """Return 一 … 九十九 with units, from 100 on digit by digit."""
    return _counting_thousand(number) if 0 < number < 100 else _digit_by_digit(number)  # noqa: PLR2004


def _row(first: str, count: int) -> Callable[[int], str]:
    """Make a writer of enclosed numbers, which Unicode has in a row, as far as they go."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _cycle(names: str) -> Callable[[int], str]:
    return lambda number: names[number - 1] if 1 <= number <= len(names) else str(number)


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def _stem_and_branch(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


_circled = _row("①", 20)

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": _decimal,
    "decimalHalfWidth": _decimal,
    "none": _none,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "upperRoman": _upper_roman,
    "lowerRoman": _lower_roman,
    "upperLetter": _upper_letter,
    "lowerLetter": _lower_letter,
    "chineseCounting": _counting_hundred,
    "chineseCountingThousand": _counting_thousand,
    "taiwaneseCounting": _counting_hundred,
    "taiwaneseCountingThousand": _counting_thousand,
    "japaneseCounting": _japanese,
    "ideographDigital": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseLegalSimplified": _counting(
        "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", one_before_unit=True, zero_between=True
    ),
    "ideographLegalTraditional": _counting(
        "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", one_before_unit=True, zero_between=True
    ),
    "japaneseLegal": _counting(
        "〇壱弐参四五六七八九", "拾百千萬", one_before_unit=True, zero_between=False
    ),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}
