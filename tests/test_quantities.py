"""Numbers as drafters write them, each with the reason for what it must be read as."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specvalidator import quantities

Case = tuple[str, str | int | None, str]

NUMBERS: list[Case] = [
    ("3", 3, "a digit"),
    ("３", 3, "a full-width digit"),
    ("1.5", "1.5", "a decimal"),
    ("三", 3, "a Chinese digit"),
    ("两三", None, "two or three"),
    ("二三五", 235, "three digits"),
    ("十", 10, "ten needs no one before it"),
    ("十二", 12, "ten and two"),
    ("二十", 20, "two tens"),
    ("二十一", 21, "two tens and one"),
    ("一百二十", 120, "hundreds and tens"),
    ("一百零五", 105, "a gap is said aloud"),
    ("百", 100, "百 alone, as in 百分制"),
    ("两百", 200, "两 before a unit"),
    ("两", 2, "两 alone"),
    ("二〇", 20, "digits in a row"),
    ("〇", 0, "zero"),
    ("壹", 1, "a banker's digit"),
    ("叁拾", 30, "banker's digits"),
    ("三点五", "3.5", "a decimal in words"),
    ("", None, "nothing"),
    ("多", None, "no number"),
    ("十百", None, "units in the wrong order"),
    ("二三十", None, "twenty or thirty"),
    ("1.2.3", None, "a paragraph's number"),
    ("1" * 30, None, "longer than anybody means"),
    ("三点", None, "half past nothing"),
    ("点五", None, "no whole part"),
]

PERCENTAGES: list[Case] = [
    ("20%", 20, "the usual form"),
    ("25％", 25, "full-width sign"),
    ("25﹪", 25, "small sign"),
    ("２５％", 25, "full-width digits"),
    ("25 %", 25, "a space before the sign"),
    (" 25%\u00a0", 25, "spaces around"),
    ("\u300025%\u3000", 25, "full-width spaces around"),
    ("百分之二十五", 25, "in words"),
    ("百分之20", 20, "words and digits"),
    ("百分之百", 100, "all of it"),
    ("33.3%", "33.3", "a decimal stays exact"),
    ("33．3％", "33.3", "full-width decimal point"),
    ("0.5%", "0.5", "half a percent"),
    ("20", 20, "the sign is missing; a rule says so"),
    ("二十", 20, "the sign is missing, in words"),
    ("0.2", "0.2", "a fraction is read as the number it is; a rule speaks"),
    ("-5%", -5, "negative; a rule speaks"),
    ("－5％", -5, "full-width minus"),
    ("120%", 120, "too much; a rule speaks"),
    ("0%", 0, "zero is a number"),
    ("占20%", 20, "占 adds nothing"),
    ("（20%）", 20, "in brackets"),
    ("20%。", 20, "a full stop behind"),
    ("20分", None, "marks are no percentage"),
    ("约20%", None, "about is not exact"),
    ("20-30%", None, "a range is not one number"),
    ("20%30%", None, "two numbers"),
    ("二成", None, "tenths are no percentage"),
    ("1/5", None, "a fraction in ratio form"),
    ("%", None, "the printed sign of an empty form"),
    ("", None, "nothing"),
    ("重要", None, "a word"),
    ("2O%", None, "the letter O is no digit"),
    ("20小时", None, "a time"),
    ("9" * 40 + "%", None, "longer than anybody means"),
]

PEOPLE: list[Case] = [
    ("每个考评组中不少于3名考评员", 3, "the common wording"),
    ("每个考评组不少于3人", 3, "people"),
    ("至少1名或多名考评人员", 1, "one or more"),
    ("考评员三名", 3, "in words"),
    ("考评人员为３名", 3, "full-width digit"),
    ("3至5名", 3, "the lower end of a range"),
    ("3-5名考评员", 3, "a range with a dash"),
    ("3～5人", 3, "a range with a wave"),
    ("3名至5名考评员", 3, "a range said in full"),
    ("三到五名", 3, "a range in words"),
    ("由3位考评员组成", 3, "位 counts people"),
    ("3名（含）以上考评员", 3, "inclusive"),
    ("3名以上（含3名）考评员，且为单数", 3, "said twice"),
    ("不少于三（3）名考评员", 3, "words and digits"),
    ("考评员2人，督导员1人", 2, "a supervisor does not examine"),
    ("考评员3名、监考人员2名", 3, "nor does an invigilator"),
    ("考评员与考生配比1:5，且不少于3名", 3, "a ratio is no count"),
    ("考评人员与考生配比为1：5，每个考评组不少于3名考评员", 3, "a ratio with a wide colon"),
    ("每5名考生配1名考评员，且每组不少于3名", 3, "per candidates is a ratio too"),
    ("每10名考生配备2名考评员", 2, "a ratio in people, where nothing else is said"),
    ("考评组长1名，考评员2名", 3, "a group listed by its roles"),
    ("设考评组长1人、考评员不少于2人", 3, "the same in one clause"),
    ("由1名组长和2名考评员组成", 3, "the role behind the number"),
    ("考评组由组长1名、成员2名组成", 3, "成员 are examiners"),
    ("考评组由3人组成，其中组长1名，成员2名", 3, "其中 names parts of the whole"),
    ("考评组由3人组成，组长1名，成员2名", 3, "the whole is said: its parts add nothing"),
    ("每个考评组3名考评员，其中高级考评员1名", 3, "a part of the three"),
    ("每个工位1名考评员，每个考评组不少于3名考评员", 3, "both must hold"),
    ("高级考评员1名，考评员2名", 3, "two ranks of examiners"),
    ("考评员人数不少于3", 3, "the word for a head count instead of a measure"),
    ("考评员：3", 3, "a label and a number"),
    ("3个以上的考评员", 3, "个 before examiners"),
    ("考生不超过15人，考评员3名", 3, "an upper bound on candidates"),
    (
        "每个考评组中不少于3名考评员，考评员须具有三级以上资格，从事本职业5年以上",
        3,
        "levels, years",
    ),
    ("考评员≥3", 3, "a sign and no 名"),
    ("考评员三个以上", 3, "个 at the end"),
    ("设2个考评组，每组3名考评员", 3, "groups are counted by 个 as well"),
    ("校内考评员1名、校外考评员2名", 3, "where they come from"),
    ("院校教师1名，企业技师2名", 3, "what they are"),
    ("主考1名，副主考1名，考评员1名", 3, "two ranks of leaders"),
    ("男、女考评员各两名", 4, "so many of each"),
    ("男女各1名", 2, "so many of each, in one word"),
    ("由考评组长及两名考评员组成", 3, "one leader, not counted"),
    ("组长不计，考评员两名", 2, "a leader who is not one of them"),
    ("考评员两名，组长由其中一人担任", 2, "a leader who is one of them"),
    ("3名考评员，1名记录员，1名计时员", 3, "who keeps the record and the time"),
    ("考评员由3人以上（含3人）单数组成", 3, "said twice"),
    ("3名及3名以上考评员", 3, "the least number twice"),
    ("考生少于10人时2名考评员，超过10人时3名考评员", 3, "two cases are no list"),
    ("双人考评", 2, "the number in a word"),
    ("考评员双人复核签字", None, "two who sign"),
    ("考评员具有本职业三级以上职业资格", None, "a level is no count"),
    ("从事本职业5年以上", None, "years are no count"),
    ("考评员为单数", None, "odd, but how many?"),
    ("考评员与考生配比为1:5", None, "a ratio alone"),
    ("若干名考评员", None, "some"),
    ("督导员1名", None, "no examiner among them"),
    ("考评员与考生不得为同一人", None, "the same person"),
    ("每一名考评员独立评分", None, "every one of them"),
    ("第三人不得入场", None, "an ordinal"),
    ("考评员不超过5人", None, "an upper bound names no least number"),
    ("2个考评组", None, "groups are no people"),
    ("考核30人次", None, "attendances are no people"),
    ("熟悉二人转表演", None, "a name with a number in it"),
    ("", None, "nothing"),
    ("考评员九点至二位到齐", 2, "a time of day is no number of people"),
]

MINUTES: list[Case] = [
    ("考核时间为90分钟", 90, "the common wording"),
    ("60min", 60, "an abbreviation"),
    ("90 min", 90, "with a space"),
    ("120MIN", 120, "in capitals"),
    ("１２０分钟", 120, "full-width digits"),
    ("不少于60分钟", 60, "at least"),
    ("九十分钟", 90, "in words"),
    ("一百二十分钟", 120, "in longer words"),
    ("12小时", 720, "hours"),
    ("1.5小时", 90, "hours and a half, as a decimal"),
    ("一个半小时", 90, "an hour and a half"),
    ("2个半小时", 150, "two hours and a half"),
    ("半小时", 30, "half an hour"),
    ("半个小时", 30, "half an hour with a measure"),
    ("2个小时", 120, "hours with a measure"),
    ("两小时", 120, "两"),
    ("1h", 60, "h"),
    ("1小时30分", 90, "minutes after hours"),
    ("1小时30分钟", 90, "minutes in full after hours"),
    ("1个小时零5分", 65, "零 between"),
    ("90～120分钟", 90, "the lower end of a range"),
    ("1-2小时", 60, "the lower end in hours"),
    ("1小时至2小时", 60, "a range said in full"),
    ("90分钟（1.5小时）", 90, "the same time said twice"),
    ("理论30分钟，实操90分钟", 120, "parts add up"),
    ("理论知识考试时间为60分钟；技能考核时间不少于90分钟", 150, "parts in two sentences"),
    ("30分钟理论考试，90分钟实操", 120, "the part behind the time"),
    ("总时间120分钟，其中理论30分钟，实操90分钟", 120, "the stated total"),
    ("考核时间为120分钟，其中理论30分钟，实操90分钟", 120, "其中 names parts of the whole"),
    ("理论30分钟，实操60分钟，共计90分钟", 90, "the total comes last"),
    ("考核时间90分钟，考生提前15分钟入场", 90, "coming early is no part of it"),
    ("准备时间10分钟，考核时间60分钟", 60, "preparing is no part of it"),
    ("实际操作考核，时间60分钟，60分以上为合格", 60, "marks are no minutes"),
    ("考核时间为90分钟，操作限时60分钟", 90, "the time of the assessment comes first"),
    ("考核时间 90 分 钟", 90, "blanks between all letters"),
    ("限时120′", 120, "a prime"),
    ("90’完成", 90, "a prime of another kind"),
    ("60'00\"", 60, "minutes and seconds"),
    ("2h30min", 150, "hours and minutes in letters"),
    ("考核时长90分", 90, "分 behind a label"),
    ("考核时间（分钟）：90", 90, "the unit in the label"),
    ("考核用时（h）：1.5", 90, "hours in the label"),
    ("三刻钟", 45, "quarters"),
    ("1.5个钟", 90, "hours, as said in the south"),
    ("8：00至10：00进行", 120, "from one time of the clock to another"),
    ("上午8:30—11:30", 180, "a dash between"),
    ("13:30开始，15:30结束", 120, "begin and end"),
    ("九点至十一点半", 150, "in words"),
    ("11:00至1:30", 150, "past noon"),
    ("考核时间:90", None, "a number of what?"),
    ("考核时间：5月1日", None, "a date"),
    ("时间不限，60分以上为合格", None, "marks behind another clause"),
    ("配比1:5至1:8", None, "ratios"),
    ("60分以上（含60分）为合格", None, "marks"),
    ("第一部分为实操", None, "a part"),
    ("满分100分", None, "marks"),
    ("2学时", None, "lessons are no minutes"),
    ("考核时间为2天", None, "a day is no number of minutes"),
    ("考生提前15分钟入场", None, "another time"),
    ("和面20分钟、溜条30分钟", None, "two times, and none is that of the assessment"),
    ("", None, "nothing"),
]

STATED: list[tuple[str, bool, str]] = [
    ("考核时间为90分钟", True, "minutes"),
    ("考核时间为2天", True, "days"),
    ("考核时间为半天", True, "half a day"),
    ("考核时间3个工作日", True, "working days"),
    ("考核时间4课时", True, "lessons"),
    ("考核时间1个月", True, "a month"),
    ("考核为期两周", True, "weeks"),
    ("考核时间为一个上午", True, "a morning"),
    ("考核安排在5月", False, "a month of the year"),
    ("和面20分钟、溜条30分钟", True, "times all the same"),
    ("采用现场实际操作方式", False, "no time"),
    ("60分以上为合格", False, "marks"),
    ("考生提前15分钟入场", False, "another time"),
    ("考核结束后3个工作日内公布成绩", False, "when results are out"),
    ("考核日期为5月1日", False, "a date is no length"),
    ("第二天公布", False, "an ordinal"),
    ("", False, "nothing"),
]

TIME_WORDS: list[tuple[str, bool, str]] = [
    ("考核时间:90", True, "a number of what?"),
    ("考核时间：当天完成", True, "a day, somehow"),
    ("从开考到成品上交为止", True, "until the work is done"),
    ("考核时间按试题要求", True, "said elsewhere"),
    ("随作物生长周期", True, "as long as it grows"),
    ("考核时间：", False, "a label and nothing behind it"),
    ("考核方式与考核时间：现场实操", False, "the heading of the item"),
    ("考核时间另行通知", False, "left open"),
    ("考核时间视具体情况而定", False, "left open in other words"),
    ("不限时", False, "no limit"),
    ("60分以上（含60分）为合格", False, "marks"),
    ("提前15分钟入场，时间为开考前", False, "another time"),
]

PASS_MARKS: list[Case] = [
    ("60分以上（含60分）为合格", 60, "the notice's wording"),
    ("60分（含）以上为合格", 60, "another order"),
    ("60分及以上为合格", 60, "及以上"),
    ("满60分及以上者合格", 60, "满"),
    ("合格分数为60分", 60, "the label first"),
    ("合格分数线：60分", 60, "label and colon"),
    ("成绩达到60分", 60, "reached"),
    ("80分为合格", 80, "another mark"),
    ("六十分以上为合格", 60, "in words"),
    ("６０分以上为合格", 60, "full-width digits"),
    ("成绩达到百分之六十", 60, "a share of the marks"),
    ("60%以上为合格", 60, "a share with a sign"),
    ("成绩60分以上者颁发证书", 60, "what follows from it"),
    ("60分以上方可获得证书", 60, "what follows from it, without 者"),
    ("低于60分为不合格", 60, "said from the other side"),
    ("60分以下为不合格", 60, "said from below"),
    ("60分以上为合格，80分以上为良好，90分以上为优秀", 60, "other grades are no pass marks"),
    ("90分以上为优秀，60分以上为合格", 60, "in any order"),
    ("理论60分以上、实操70分以上为合格", 70, "practice decides"),
    ("实行百分制，60分以上（含60分）为合格", 60, "the scale is no pass mark"),
    ("总时间60分钟", None, "a time"),
    ("考核时间60分钟，考核合格者发证", None, "a time beside the word"),
    ("满分100分", None, "the scale"),
    ("实行百分制", None, "the scale in words"),
    ("90分以上为优秀", None, "another grade"),
    ("考核合格率60%", None, "how many pass"),
    ("现场实际操作", None, "silent"),
    ("", None, "nothing"),
]

PASSING: list[tuple[str, int | None, bool | None, str]] = [
    ("总成绩达60分即为合格", 60, True, "a total to be reached"),
    ("综合得分60分（含）以上者，由人社部门核发证书", 60, True, "what one gets for it"),
    ("最终成绩不低于60分视为通过考核", 60, True, "said of the whole"),
    ("合格线为60分（含60分）", 60, True, "included, behind the mark"),
    ("低于60分（不含60分）的不予通过", 60, True, "excluded from failing"),
    ("大于或等于60分为合格", 60, True, "greater or equal"),
    ("60分以上（不含60分）为合格", 60, False, "excluded in brackets"),
    ("成绩超过60分为合格", 60, False, "exceeded"),
    ("考核成绩须高于60分方可合格", 60, False, "higher"),
    ("得分＞60分者通过", 60, False, "a sign"),
    ("60分（不含）以上合格", 60, False, "excluded before 以上"),
    ("60分及以下为不合格", 60, False, "failed from below, 60 with them"),
    ("成绩≤60分为不合格", 60, False, "the same with a sign"),
    ("60分以下为不合格", 60, None, "以下 alone leaves 60 open"),
    ("合格线定为65分", 65, True, "the label first, with a verb"),
    ("及格线为总分的百分之七十", 70, True, "a share of the whole"),
    ("实操成绩75分以上、理论成绩60分以上为合格", 75, True, "one 合格 for both"),
    ("合格：70～84分；优秀：85分以上", 70, True, "the lower end of a range"),
    ("优秀（90分以上）、良好（75分以上）、合格（60分以上）", 60, True, "grades in brackets"),
    ("产品一次交验合格率≥95%，60分以上合格", 60, True, "a share of good pieces is no mark"),
    ("识别准确率不低于95%。成绩60分以上为合格", 60, True, "nor is precision"),
    ("出勤率低于80%者取消资格", None, None, "nor is attendance"),
    ("60分以上合格，关键工序须达到80分以上", 60, True, "the mark of one step"),
    ("工件误差超过5%的扣10分，总分60分以上合格", 60, True, "points taken off"),
    ("作品展示满分30分，合计60分以上合格", 60, True, "the full mark of a part"),
    ("安全操作占10分，成品占40分，60分以上为合格", 60, True, "shares of marks"),
]

FULL_MARKS: list[Case] = [
    ("总成绩60分以上为合格", None, "a total to be reached is no scale"),
    ("考核总分60分合格", None, "nor is one without 以上"),
    ("卷面分60分（含60分）以上为合格", None, "nor is one with 含"),
    ("每项满分20分，五项共100分", None, "the full mark of an item"),
    ("单项满分25分，四项合计100分", None, "another word for it"),
    ("每个考核点满分10分，共10个考核点", None, "and another"),
    ("总分100分60分合格", 100, "the total and the pass mark in one breath"),
    ("总分200分，120分以上为合格", 200, "another total"),
    ("五分制", 5, "five marks"),
    ("实行百分制", 100, "the scale by its name"),
    ("100分制", 100, "in digits"),
    ("一百分制", 100, "in full words"),
    ("满分100分", 100, "满分"),
    ("满分为一百分", 100, "in words"),
    ("满分一百点", 100, "in points"),
    ("满分：120分", 120, "with a colon"),
    ("总分120分", 120, "the sum"),
    ("理论和实操满分均为100分", 100, "each of them"),
    ("总分100分，理论满分40分，实操满分60分", 100, "the sum is said"),
    ("理论满分40分，实操满分60分", None, "parts of an unsaid whole"),
    ("60分以上为合格", None, "the pass mark"),
    ("百分之六十", None, "a share"),
    ("五级制", None, "levels"),
    ("", None, "nothing"),
]


GRADES: list[tuple[str, str | None, str]] = [
    ("采用等级制评定", "等级制", "grades"),
    ("采用五级计分制", "五级计分制", "five grades"),
    ("成绩分为合格、不合格两等，不计分", "不计分", "no marks"),
    ("按A、B、C三级评定", "A、B、C", "letters"),
    ("按优、良、中、差四等评定成绩", "优、良、中、差四等评定", "words"),
    ("理论不计分，实操满分100分", None, "the part that has no marks"),
    ("候考时间不计分钟数", None, "minutes"),
    ("现场实际操作", None, "silent"),
]


def exact(expected: str | int | None) -> Decimal | None:
    return None if expected is None else Decimal(expected)


@pytest.mark.parametrize(("text", "expected", "why"), NUMBERS)
def test_a_number_is_read_as_said(text: str, expected: str | int | None, why: str) -> None:
    assert quantities.number(text) == exact(expected), why


@pytest.mark.parametrize(("text", "expected", "why"), PERCENTAGES)
def test_a_percentage_is_the_whole_text(text: str, expected: str | int | None, why: str) -> None:
    assert quantities.percent(text) == exact(expected), why


@pytest.mark.parametrize(("text", "expected", "why"), PEOPLE)
def test_examiners_are_counted(text: str, expected: int | None, why: str) -> None:
    assert quantities.least_people(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), MINUTES)
def test_the_time_of_the_assessment(text: str, expected: int | None, why: str) -> None:
    assert quantities.minutes(text) == exact(expected), why


@pytest.mark.parametrize(("text", "expected", "why"), STATED)
def test_a_duration_is_stated_or_not(text: str, expected: bool, why: str) -> None:  # noqa: FBT001 - a table
    assert quantities.duration_stated(text) is expected, why


@pytest.mark.parametrize(("text", "expected", "why"), TIME_WORDS)
def test_words_that_may_tell_a_time(text: str, expected: object, why: str) -> None:
    assert (quantities.time_words(text) is not None) is expected, why


@pytest.mark.parametrize(("text", "expected", "why"), PASS_MARKS)
def test_the_mark_from_which_one_passes(text: str, expected: int | None, why: str) -> None:
    assert quantities.pass_mark(text) == exact(expected), why


@pytest.mark.parametrize(("text", "mark", "passes", "why"), PASSING)
def test_whether_the_pass_mark_itself_passes(
    text: str, mark: int | None, passes: object, why: str
) -> None:
    found = quantities.passing(text)
    assert (found and found.mark) == exact(mark), why
    assert (found and found.passes) is passes, why


@pytest.mark.parametrize(("text", "expected", "why"), GRADES)
def test_grades_in_place_of_marks(text: str, expected: str | None, why: str) -> None:
    found = quantities.grades(text)
    assert (found is None) is (expected is None), why
    assert found is None or found.startswith(str(expected)[:3])


@pytest.mark.parametrize(("text", "expected", "why"), FULL_MARKS)
def test_the_scale_of_marks(text: str, expected: int | None, why: str) -> None:
    assert quantities.full_mark(text) == exact(expected), why


def test_minutes_of_whole_hours_are_whole_numbers() -> None:
    assert str(quantities.minutes("1.5小时")) == "90"


@given(
    st.text(
        alphabet="0123456789.%％名人分钟小时半个一二十百满合格至～:，。；、（） 其中理论a第每",
        max_size=40,
    )
)
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    quantities.percent(text)
    people = quantities.least_people(text)
    assert people is None or people > 0
    length = quantities.minutes(text)
    assert length is None or quantities.duration_stated(text)
    quantities.pass_mark(text)
    quantities.full_mark(text)
    quantities.grades(text)


@given(st.integers(0, 999))
def test_a_number_in_chinese_is_the_same_number(value: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = value // 100, value // 10 % 10, value % 10
    said = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        said += f"{digits[tens]}十"
    elif hundreds and ones:
        said += "零"
    said += digits[ones] if ones or not said else ""
    assert quantities.number(said) == value
