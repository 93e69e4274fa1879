"""Numbers in the formats of automatic numbering, against ISO/IEC 29500-1 17.18.59."""

import pytest

from specvalidator.readers.word.numerals import numeral


@pytest.mark.parametrize(
    ("number_format", "pairs"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 123: "123"}),
        ("decimalFullWidth", {1: "１", 20: "２０"}),
        ("decimalEnclosedCircle", {1: "①", 10: "⑩", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "一〇〇"},
        ),
        (
            "chineseCountingThousand",
            {
                1: "一",
                10: "十",
                19: "十九",
                20: "二十",
                100: "一百",
                101: "一百零一",
                110: "一百一十",
                1001: "一千零一",
                1010: "一千零一十",
                10000: "一万",
            },
        ),
        ("taiwaneseCounting", {3: "三", 12: "十二"}),
        ("taiwaneseCountingThousand", {3: "三", 12: "十二", 105: "一百零五"}),
        (
            "japaneseCounting",
            {1: "一", 10: "十", 11: "十一", 100: "百", 101: "百一", 111: "百十一"},
        ),
        ("ideographDigital", {1: "一", 10: "一〇", 21: "二一"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 2: "乙丑", 60: "癸亥", 61: "甲子"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {3: "參", 10: "壹拾"}),
        ("japaneseLegal", {3: "参", 10: "壱拾"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB"}),
        ("lowerLetter", {1: "a", 27: "aa", 0: ""}),
        ("upperRoman", {1: "I", 4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix", 4000: "4000"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 21: "21st"}),
        ("numberInDash", {1: "- 1 -"}),
        ("hex", {10: "A"}),
        ("none", {1: ""}),
        ("thaiNumbers", {1: "1"}),
    ],
)
def test_a_number_is_written_as_its_format_says(number_format: str, pairs: dict[int, str]) -> None:
    assert {number: numeral(number, number_format) for number in pairs} == pairs
