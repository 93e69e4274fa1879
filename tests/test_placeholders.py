"""Words that stand in place of a value, and words like them that say something."""

from unittest import mock

import pytest

from specvalidator import placeholders
from specvalidator.placeholders import placeholder_of
from specvalidator.placeholders.hints import without_hints
from specvalidator.prompts import EXPLANATIONS

SAID = [
    ("无理论考试", "says how the assessment is held"),
    ("无要求", "says who may apply"),
    ("不限", "says who may apply"),
    ("无锡市职业培训学校", "begins like a placeholder"),
    ("空调维修", "begins like a placeholder"),
    ("缺陷检测", "begins like a placeholder"),
    ("略阳县技工学校", "begins like a placeholder"),
    ("空乘服务", "begins like a placeholder"),
    ("附件制作", "begins like a placeholder"),
    ("待产护理", "begins like a placeholder"),
    ("电工", "a trade of two letters"),
    ("男", "a single letter"),
    ("0", "a number"),
    ("丁一", "a short name"),
    ("无人机驾驶", "begins like a placeholder"),
    ("无损检测", "begins like a placeholder"),
    ("另见面点制作", "begins like a reference"),
    ("中专", "a word of two letters"),
    ("C1", "letters and digits"),
    ("【拉面制作】", "brackets around a name"),
    ("见习考评员", "见 that is no reference"),
    ("填写病历", "an operation, not a prompt"),
    ("运用或准备运用本项能力求职、就业的人员。", "the notice's sentence that drafters take over"),
    ("达到法定劳动年龄、具有相应技能的劳动者均可申报。", "another of these"),
    ("实际操作考核实行百分制，60分以上（含60分）为合格。", "another of these"),
    ("安全、卫生、环境保护等方面的知识", "a piece of an explanation that is an item"),
    ("采用实际操作方式，考核时间120分钟，具体时间另行通知。", "content, and a matter put off"),
    ("详见威海市人力资源和社会保障局官网公布的拉面制作考核规范", "names what is where"),
    ("张三", "a name, if only an invented one"),
    ("何某芳", "a name with a letter left out says who it is"),
    ("未央区职业中专", "begins like a placeholder"),
    ("空白试剂配制", "begins like a placeholder"),
    ("轻触", "a way to work, not a prompt"),
    ("单击", "a way to work, not a prompt"),
    ("点击开始按钮", "says what to click"),
    ("轻触屏幕唤醒设备", "says what to touch"),
    ("双击图标打开软件", "says what to click"),
    ("点击选择工具", "says what to click"),
    ("选择一项进行操作", "says what to choose"),
    ("错误:操作不当", "a fault that is named, not an error of a field"),
]
STANDING_IN = {
    "nothing": """
略 （略） 【略】 从略 内容略 此处略。 省略 无 无。 暂无 目前暂无 没有 空 空白 空缺 缺 / ／ // \\
— —— - － … …… ...... 、 。 * *** ××× XXX xx ＸＸＸ 某某 某某单位 XX学校 ××公司 张某 李×× 王**
N/A n/a NA None null TBD 不详 不适用 保密 无内容 无证书 暂未提供 无/无 无、无 （空） □ √ ? ？？
未填写 无职业资格证书 暂无编号
""",
    "later": """
待定 （待定） 待补 待补充 待填写 待确定 待完善 待公布 待发 待取证 待聘 待购 另行通知 另行公布。
具体时间另行通知 时间待定 未定 尚未确定 暂未取得 申领中 办理中 正在办理 正在申领中 制证中 已申请
后补 以后再补 另聘 尚待进一步研究 暂无，待补充 无（待补） 编号待发 证书办理中 审批中
""",
    "elsewhere": """
见附件 详见附件 （详见附件2） 见附件一 参见附表 附后 后附 另附 附件1。 附表 见后页 见下表 见表1
详见上级文件 见相关文件 略（见附件） 见附件第3页 以当年通知为准 详见公告附件 见原件 另见附页
见证书 具体内容详见附件 见通知 同左 如右
""",
    "above": """
同上 同上。 （同上） 同前 上同 〃 ″ " ”” 同上述 如上 同上行
""",
    "hint": """
填写姓名 单位全称，与公章一致 单击或点击此处输入文字。 单击此处输入文字
ClickOrTapHereToEnterText. 错误!未找到引用源。 Error!ReferenceSourceNotFound. «单位名称»
请点击此处填写。 点击以输入日期 轻触此处以添加文字 点击输入 点击选择 点击此处
{{applicant}} 选择一项。 请填写 请如实填写 此处填写单位全称 请输入联系电话 #REF!
（一）第一个主要步骤或程序 填写数字% 申请参加鉴定的人员应具备的条件。
完成相应的工作步骤必须掌握的知识
指实际操作考核中考评员的数量、组成。根据各个专项职业能力的具体情况确定。
指实施本职业鉴定所必备的场所和设备、工具
每一个操作步骤应该达到的要求、标准或阶段性的具体工作成果。
""",
}


@pytest.mark.parametrize(("text", "why"), SAID)
def test_what_says_something_is_no_placeholder(text: str, why: str) -> None:
    assert placeholder_of(text) is None, why


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
def test_no_text_is_no_placeholder(text: str) -> None:
    assert placeholder_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, kind) for kind, texts in STANDING_IN.items() for text in texts.split()],
)
def test_what_stands_in_place_of_a_value(text: str, kind: str) -> None:
    assert placeholder_of(text) == kind
    assert placeholder_of(f"\u3000{text} ") == kind
    assert placeholder_of("\u3000".join(text)) == kind, "spaced to the width of a cell"


@pytest.mark.parametrize("text", EXPLANATIONS)
def test_an_explanation_of_the_notice_is_no_content(text: str) -> None:
    assert placeholder_of(text) == "hint"


def test_what_was_written_beside_an_explanation_counts() -> None:
    kept = "实际操作考核实行百分制，60分以上（含60分）为合格。"
    explained = "根据各个专项职业能力的特点和具体情况，确定的实际操作考核的项目、方式和时间。"

    assert without_hints(explained + kept) == kept
    assert without_hints(kept) == kept


def test_no_word_is_passed_over_by_how_it_begins() -> None:
    lists = [value for value in vars(placeholders).values() if isinstance(value, tuple | frozenset)]
    words = {word for each in lists for word in each if isinstance(word, str)}
    texts = [*words, *(f"{one}{other}" for one in words for other in ("中", "件", "发", "某"))]
    found = {text: placeholder_of.__wrapped__(text) for text in texts}
    with mock.patch.object(placeholders, "_opens", return_value=True):
        assert {text: placeholder_of.__wrapped__(text) for text in texts} == found
