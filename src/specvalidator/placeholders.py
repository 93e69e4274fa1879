"""What stands in a field in place of a value: 略, /, 待定, 见附件, the form's own words.

One notion for every kind of record and every field: `placeholder_of(text)` says what such a text
is, None where it says something. Nothing of the kind is ever a name, a number, a trade, a date,
a person or content. Only a whole text is one: 无理论考试 says something.

>>> placeholder_of("（略）"), placeholder_of("待定"), placeholder_of("详见附件2")
('nothing', 'later', 'elsewhere')
>>> placeholder_of("同上"), placeholder_of("填写姓名"), placeholder_of("无理论考试")
('above', 'hint', None)

`checks.base.is_absent` and `is_blank` ask here, so that a check which asks them knows placeholders
already. A field that may rightly be empty (备注, 型号规格) is not asked about, and may hold any.
Of a text in which an explanation of the notice was left beside words of one's own,
`without_hints` returns these words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from specvalidator.prompts import EXPLANATIONS, unfilled
from specvalidator.simplified import simplified
from specvalidator.surnames import begins_like_a_name

Placeholder = Literal["nothing", "later", "elsewhere", "above", "hint"]
"""nothing: 略, /, 无, XXX. later: 待定, 办理中. elsewhere: 见附件, where a person must look.
above: 同上, ″, which repeats what stands above it, and says nothing where nothing does.
hint: words of the form, of the notice or of a word processor that ask for a value."""


def _in_order(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _words(words: str) -> frozenset[str]:
    return frozenset(_in_order(words))


_LONGEST = 40
"""Letters; a longer text is no placeholder, but perhaps a hint."""
_SHORTEST_EXPLANATION = 8
"""Letters; a shorter piece of an explanation is also written by drafters."""
_LONG_BEGINNING = 14
"""Letters; so much of the beginning of an explanation is one."""
_FORMAT = (
    "运用(?:工具|设备|材料|或|和|等)+在(?:场所|环境|条件|或|等)+下?进行(?:制作|或|提供|服务)+的能力"
)
"""The format of a definition with nothing filled in."""
_FORMAT_BEGINS = ("运用工具", "运用设备", "运用材料")
_MARKS = ".。,，、;；:：!！?？~·…()[]【】〔〕『』「」《》-—–_―"
"""What may stand around a placeholder."""
_BETWEEN = r"[.。,，、;；:：!！/()\[\]【】〔〕\n]+"
"""What parts placeholders that stand together: 暂无，待补充."""
_FIRST: tuple[Placeholder, ...] = ("elsewhere", "above", "later", "hint", "nothing")
"""Of several together the first counts: what may stand elsewhere is not said to be absent."""

# Words, not patterns: to compile patterns of so many Chinese letters takes as long as a check.
_MASK = frozenset("x×某〇○*")
"""Letters that leave out others."""
_PLACE = _MASK | frozenset("省市区县镇乡街道路巷号村组楼栋幢座层室单元")
"""Letters of which an address without a name is made: XX市XX区XX路XX号."""
_ORDINARY = re.compile(r"[\u4e00-\u67cf\u67d1-\u9fff0-9，。、；：（）]+")
"""Chinese letters but 某, digits, and marks that stand for no letter."""
_LONGEST_SURNAME = 2
_MASKED = _words(
    """
    单位 公司 学校 学院 中心 企业 机构 人 同志 老师 先生 女士 项目 工种 专业 职业 培训学校
    职业学校 职业培训学校 职业技能培训学校 培训中心 技工学校 职业学院 鉴定所
    """
)
"""What behind a mask is still nobody: XX学校."""
_ABOVE = frozenset(
    f"{same}{place}{more}"
    for same in "同如"
    for place in "上前"
    for more in ("", "述", "面", "行", "栏", "表", "一行", "一栏")
) | {"上同", "ditto"}
_SAME_ITEM = r"[同如](?:任务|第)?[\d一二三四五六七八九十]{1,2}[项条行步]?|[同如]前一?[项条步]"
"""The whole of a text that points to another item: 同第1项."""
_BESIDE = _words("同左 同右 如左 如右 同左栏 同右栏 同左侧 同右侧")
_UNDER_WAY = _words("在考 在评 在办 在审 在批 报批 送审")
_LATER = _words("再议 再定 再说 另议 另定")
_DITTO = frozenset("〃〻々〞′\"”“'")
_STILL = _in_order("内容 此处 此项 本栏 本项 以下 其余 目前 暂时 均 都 并 暂 尚 还 从 有")
"""What may stand before a word for nothing: 目前暂无."""
_NOTHING = _words(
    """
    略 略略 略去 省略 空 为空 空白 空缺 缺 缺失 缺项 没 无 没有 无此项 未填 未填写 未填报
    不填 不填写 未提供
    自拟 自定
    若干项 不提供 未注明 未写明 未知 不详 不明 不适用 保密 n/a na n.a n.a. nil none null
    tbd tba tbc todo pending
    示例 样例 范例 示例单位 示例学校 示例公司 示例项目 示例内容 示例文字 示例文本 示例数据
    测试单位 测试学校 测试公司 测试项目 测试内容 测试文字 测试文本 测试数据 测试用
    test testing demo sample example
    """
)
"""测试 alone is what somebody does: 安装、接线、测试."""
_NONE = ("无", "没有", "缺")
_OF_WHAT = _words(
    """
    内容 相关内容 此项 该项 本项 信息 情况 资料 材料 文字 说明 数据 记录 编号
    号码 证号 证件 证书 证 职业资格 职业资格证书
    资格证书 技能等级证书 职业技能等级证书 等级证书
    """
)
"""What there may be none of: 无证书 gives no certificate; but 无要求 says something."""
_MATTERS = _in_order(
    """
    具体 相关 详细 有关 考核 时间 日期 地点 安排 内容 名单 人员 证书 证件 证号 编号 号码 项目 条件
    方式 信息 情况 要求 数量 姓名 资料 材料 说明 事项
    """
)
"""What may be put off: 具体时间另行通知."""
_ACTS = _words(
    """
    定 评 考 考取 签 签字 签名 补 填 取 办 发 查 批 报 购 聘 议 拟 续 核 完善 确定 确认 明确 决定
    落实 研究 核实 核定 核发 核准 最终确定 进一步研究 进一步明确 补充 补交 补报 补填 填写 填报
    提供 上报 下达 公布 公告 发布 通知 更新 办理 申领 申请 申报 申办 补办 领取 取得 取证 发证
    制证 出证 换证 审批 审核 评审 颁发 下发 派 派遣 指派 委派 选派 分派
    录入 补录 上传 修订 补齐 补全 补正 定稿 汇总 商榷 商定 商议 协商 讨论 斟酌
    安排 招聘 聘任 聘请 采购 购置 购买 编写 编制 制作 制定 拟定 修改 到位 告知 规定
    """
)
"""What will be done: 待定, 未取得, 办理中."""
_AFTERWARDS = ("届时", "以后", "后续", "随后", "稍后", "容后", "下一步", "后")
_REFERRING = ("参见", "参阅", "参看", "参照", "参考", "见", "看", "阅", "如", "同")
_PAPERS = _in_order(
    """
    教材 教程 课本 大纲 讲义 手册 评分表 评分标准 评分细则 后续
    附件 附表 附页 附录 附图 后附 后页 下页 下表 下面 下文 上页 上表 上文 背面 另页 另文 正文 原文
    往年 去年 上年 上年度 原件 复印件 前文 后文 另表 原表 本表 本文 清单 表格 材料 文件 资料 规定
    证书 说明 通知 公告
    规范 标准 官网 网站 相关
    有关 上级 其他 所附 附 后 下 上 前 左 右 表
    """
)
"""Where something may stand instead, longest first."""
_ATTACHED = _words("附件 附表 附后 后附 附证 另附 另附页 附 另见 详见 参见")
_BINDING = ("通知", "公告", "公布", "文件", "规定", "附件", "公告内容")
_NOBODY = _words(
    """
    单位 代理 全员 成员 候补 备用 相关人员 无人 考评组 督导组 专家组 同考评员
    外聘 内聘 另聘 校内 校外 专职 兼职 借调 返聘 专家 专业 教师 老师 讲师 教练 师傅 员工 职工 技师
    考评 考评员 考官 评委 督导 督导员 监考 校长 主任 经理 负责人 单位负责人 法人 法定代表人 管理员
    管理 外聘专家 外聘教师 外聘考评员 兼职教师 专职教师 兼职考评员 专职考评员 本校教师 行业专家
    企业专家 姓名 本人 签名 签字 签章 盖章 公章 手签 代签 本人签名 负责人签名 同意 属实 学员 学生
    考生 测试 测试人 测试员 男 女 男性 女性 合计 小计 总计 共 共计 计
    """
)
"""What stands where the name of a person belongs, and names nobody."""
_TITLED = (
    r"^(?:副?校长|副?院长|副?园长|副?所长|副?主任|副?组长|董事长|总?经理|负责人|法定代表人|法人代表|法人|姓名|签名|签字"
    r"|考评员|督导员|考官|专家|教师|老师)[:：]?(?=..)"
)
"""A title before a name: 校长鞠海平."""
_LONGEST_NAME = 4
"""Letters of a name with a family name."""
_ROLE = frozenset(
    "待未外内校企市省县区派聘招请选抽调随机名额见册库长员师考评专备候补临替副主代签字章意责位学教授等各暂岗无"
)
"""Letters of words for somebody; in names they stand behind a family name."""
_ADDRESSED = (
    r".{1,4}(?:技师|讲师|工程师|专家|成员|组长|考官|评委|裁判|理事|会长|部长|科长|厂长|管理员|安全员)|"
    r".{1,2}(?:老师|师傅|督导|考评|教授|主任|校长|院长|经理|先生|女士|同志)|.[工总]"
    r"|[一二两三四五六七八九十]+[人名位]"
)
"""How a person is spoken of and not named: 张老师, 王工, 一人."""
_PROCESSOR = (
    *_in_order("clickhere clickor clickto chooseanitem error! #ref #name #value #n/a"),
    *(f"错误{mark}{what}" for mark in "!:" for what in ("未", "找不到", "引用", "文档中", "书签")),
)
"""How prompts and errors of a word processor begin that nobody writes as a value."""
_CLICKING = ("单击", "双击", "点击", "轻触", "按一下", "点选")
_HERE = ("此处", "这里", "以")
_ENTERING = ("输入", "键入", "录入", "选择", "选取", "填写", "添加", "编辑", "插入")
_ENTERED = ("", "文字", "文本", "内容", "日期", "一项", "图片")
_FORM_ASKS = (
    r"\(?(?:单位|负责人|法人|法定代表人)?[(:]*(?:加盖公章|盖章|签名|签字|签章|公章)\)*"
    r"|\((?:请)?(?:填写?|写明|注明|说明|列出)[^()]{1,20}\)"
    r"|(?:填写|写明|说明|注明|列出)(?:必备的|具体的?|考核的?|应具备的)*"
    r"(?:(?:申报|报名|报考)条件|考评员(?:的?数量|的?组成|[、及和与])*|场所[和、与]设备|场地设备(?:要求)?|适用对象"
    r"|单位全称|详细地址|联系电话|考点地址)"
)
"""What a form asks for in brackets or by the name of its field: （填写单位全称）, （盖章）."""
_FORM_ASKING = _in_order(
    "填写 写明 说明 注明 列出 单位 负责人 法人 法定代表人 加盖公章 盖章 签名 签字 签章 公章"
)
_FRAMES = (("«", "»"), ("<<", ">>"), ("{{", "}}"), ("${", "}"), ("{", "}"))
"""What a merge field that was not filled stands between."""
_ASKED = ("请", "此处", "在此", "这里")
_ASKING = tuple(
    f"{here}{how}{do}"
    for here in (*_ASKED, "在此处", "请在此", "请在此处")
    for how in ("", "如实", "据实", "准确", "完整", "按实际", "按实际情况", "根据实际情况")
    for do in ("填", "输入", "录入", "写明", "注明", "插入")
)

_PROMPTING = (
    *(*_PROCESSOR, *_ASKED, *_CLICKING, *_HERE, *_ENTERING, "请", "或", "来"),
    *(begin for begin, _ in _FRAMES),
)
"""How what asks for a value may begin."""
_STAGES = "尚均都还仍暂已正在有"
"""Letters before what is put off: 尚待补充."""
_TO_DO = _words("请补充 请补充完整 请补填 请补全 请完善 请核实 请确认 请修改 请更新")
"""What somebody who read a draft left in it for the next."""
_POLITE = ("具体", "内容", "详细", *"详祥请另可均也")
"""Words before a reference: 详见附件."""
_LONGEST_OPENING = 12


def _by_first_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[0]] = (*found.get(word[0], ()), word[:_LONGEST_OPENING])
    return found


_OPENINGS = _by_first_letter(
    (
        *(*_ABOVE, *_DITTO, *_STILL, *_NOTHING, *_NONE, *_MATTERS, *_MASK),
        *(*_BESIDE, *_UNDER_WAY, *_LATER, *_ACTS, *_AFTERWARDS, *_STAGES, "待", "未", "另", "将"),
        *(*_REFERRING, *_PAPERS, *_ATTACHED, *_POLITE, "以"),
        *_PROMPTING,
        *_FORM_ASKING,
    )
)
"""How what stands for no value may begin, which all words above must be in, by its first letter:
nearly every value begins otherwise."""


@lru_cache(maxsize=1024)  # the same values are asked about by many rules
def placeholder_of(text: str) -> Placeholder | None:
    """Return what a text is that stands in place of a value, None where it says something.

    White space, width, case, brackets and marks around it do not count. Without any letter or
    digit a text says nothing; an empty one is no placeholder: it is no text at all.
    """
    if not text or text.isspace():
        return None
    found = _of_words(text) if len(text) <= 2 * _LONGEST else None
    return found or ("hint" if _asks_only(text) else None)


@lru_cache(maxsize=1024)  # the same names, too
def names_nobody(text: str) -> bool:
    """Say whether a text is no person's name: a placeholder, 外聘, 考评员1, a telephone number."""
    plain = simplified("".join(unicodedata.normalize("NFKC", text).split()).casefold()).strip(
        _MARKS
    )
    whom = plain.rstrip("0123456789一二三四五六七八九十abcdef甲乙丙丁号名人位")
    return (
        placeholder_of(text) is not None
        or len(plain) == 1
        or (not whom and plain[:1].isdigit())
        or plain.startswith(("待聘", "拟聘", "另聘"))
        or not any(letter.isalpha() for letter in plain)
        or not _NOBODY.isdisjoint((plain, whom))
        or re.fullmatch(_ADDRESSED, plain) is not None
        or _is_a_role(plain)
    )


def _is_a_role(plain: str) -> bool:
    """Say whether a text is words for somebody: 外请专家, 从专家库抽取."""
    word = re.sub(_TITLED, "", plain.partition("(")[0])
    is_short = len(word) <= _LONGEST_NAME or "·" in word
    return not _ROLE.isdisjoint(word) and not (is_short and begins_like_a_name(word))


@lru_cache(maxsize=64)  # several rules ask about the same few long texts
def without_hints(text: str) -> str:
    """Return a text without those sentences that only explain what the field is for.

    They are the notice's own, such as 指实际操作考核中考评员的数量、组成。
    """
    if len(text) < _SHORTEST_EXPLANATION:
        return text
    sentences = _sentences(text)
    if not any(map(_explains, sentences)):
        return text
    return "".join(each for each in sentences if not _explains(each)).strip()


def _plain(text: str) -> str:
    return simplified("".join(unicodedata.normalize("NFKC", text).split()).casefold())


def _of_words(text: str) -> Placeholder | None:
    if _is_ordinary(text):
        return None
    plain = _plain(text)
    if not _may_stand_in(plain) and _MASK.isdisjoint(plain):
        return None  # nor may its first part, whichever that is
    bare = plain.strip(_MARKS)
    found = _of_word(plain) or (_of_word(bare) if bare != plain else None)
    if found:
        return found
    kinds = set[Placeholder]()
    for word in filter(None, re.split(_BETWEEN, plain)):
        kind = _of_word(word) if word not in {plain, bare} else None
        if kind is None:
            return None
        kinds.add(kind)
    return next((each for each in _FIRST if each in kinds), None)


def _is_ordinary(text: str) -> bool:
    """Say whether a text is of plain letters, none of them a mask, and begins like no placeholder.

    So are most values; to fold them takes several times as long.
    """
    return (
        _ORDINARY.fullmatch(text) is not None
        and text[0].isalnum()
        and not _opens(simplified(text[:_LONGEST_OPENING]))
    )


def _of_word(word: str) -> Placeholder | None:
    return _known(word) if _may_stand_in(word) else None


def _may_stand_in(word: str) -> bool:
    """Say whether a word begins or ends like those that stand for no value."""
    return not word or word[-1] in _MASK or not word[0].isalnum() or _opens(word)


def _opens(word: str) -> bool:
    return word.startswith(_OPENINGS.get(word[0], ()))


def _known(word: str) -> Placeholder | None:
    if word in _ABOVE or (word and _DITTO.issuperset(word)) or _is_same_item(word):
        return "above"
    if _says_nothing(word):
        return "nothing"
    if word in _BESIDE:
        return "elsewhere"
    if word in _UNDER_WAY or word in _LATER or _puts_off(_without(_MATTERS, word)):
        return "later"
    if _refers(word):
        return "elsewhere"
    return "hint" if _asks(word) else None


def _is_same_item(word: str) -> bool:
    return word[:1] in ("同", "如") and re.fullmatch(_SAME_ITEM, word) is not None


def _says_nothing(word: str) -> bool:
    bare = _without(_STILL, word) or word
    none = _beginning(_NONE, bare)
    return (
        not any(map(str.isalnum, word))
        or bare in _NOTHING
        or (none != "" and bare.removeprefix(none).removeprefix("的") in _OF_WHAT)
        or _is_masked(word)
    )


def _is_masked(word: str) -> bool:
    """Say whether a word hides whom or what it names: XXX, 某单位, 张某, 李××."""
    if _MASK.issuperset(word):
        return True
    rest = word.lstrip("x×某〇○*省市县区")
    if word[0] in _MASK and (rest in _MASKED or _PLACE.issuperset(word)):
        return True
    shown = word.removesuffix("xx") if word[-1] == "x" else word.rstrip("×某○*")
    return len(shown) < len(word) and len(shown) <= _LONGEST_SURNAME and not shown.isascii()


def _puts_off(word: str) -> bool:
    bare = word.lstrip(_STAGES)
    if bare.startswith("待"):
        return _without((*_AFTERWARDS, "再", "另行"), bare[1:]) in _ACTS
    if bare.startswith(("未", "另", "将另行")):
        return _without(("未", "将", "另行", "另文", "另"), bare) in _ACTS
    later = _beginning(_AFTERWARDS, bare)
    if later:
        return bare.removeprefix(later).removeprefix("再") in _ACTS
    under_way = (
        bare.removesuffix("中")
        .removesuffix("过程")
        .removesuffix("之")
        .removesuffix("当")
        .removesuffix("手续")
    )
    begun = word.startswith(("正在", "已申", "已上报")) or bare.endswith("中")
    return begun and under_way in _ACTS


def _refers(word: str) -> bool:
    if word in _ATTACHED or (word.startswith("以") and word.endswith("为准")):
        return word in _ATTACHED or word.removesuffix("为准").endswith(_BINDING)
    bare = _without(_POLITE, word)
    at = _beginning(_REFERRING, bare)
    rest = bare.removeprefix(at)
    if not at and not rest.startswith(("附件", "附表")):
        return False
    rest = re.sub(r"^第[\d一二三四五六七八九十]{1,3}[条款节章页]$", "", rest)
    while paper := _beginning(_PAPERS, rest):
        rest = rest.removeprefix(paper).removeprefix("第").lstrip("0123456789一二三四五六七八九十")
        rest = rest.lstrip("号页条项行栏")
    return not rest and bare != at


def _asks(word: str) -> bool:
    if word.startswith(("(", *_FORM_ASKING)) and re.fullmatch(_FORM_ASKS, word):
        return True
    return word.startswith(_PROMPTING) and (
        word.startswith(_PROCESSOR)
        or word in _TO_DO
        or (word.startswith(_ASKED) and word.startswith(_ASKING))
        or _asks_to_click(word)
        or any(word.startswith(begin) and word.endswith(end) for begin, end in _FRAMES)
    )


def _asks_to_click(word: str) -> bool:
    """Say whether a word is the prompt of a control: 单击或点击此处输入文字, 选择一项.

    An operation is none, which tells what to click: 点击开始按钮, 轻触屏幕, 选择一项完成.
    """
    asked = _without((*_CLICKING, "或"), word.removeprefix("请"))
    is_here = asked.startswith(_HERE)
    rest = _without((*_HERE, "以", "来"), asked)
    entered = _without(_ENTERING, rest)
    if is_here and asked != word:
        return not rest or entered != rest
    return entered != rest and entered in _ENTERED and (asked != word or entered == "一项")


def _without(openings: tuple[str, ...], word: str) -> str:
    """Return a word without what stands before it, however many of these words."""
    found = _beginning(openings, word)
    return _without(openings, word.removeprefix(found)) if found else word


def _beginning(openings: tuple[str, ...], word: str) -> str:
    """Return the first of some beginnings that a word has, "" where it has none."""
    if not word.startswith(openings):  # as nearly all are: twenty times as fast as one by one
        return ""
    return next(each for each in openings if word.startswith(each))


def _asks_only(text: str) -> bool:
    """Say whether each line is a prompt of a form, or explains the field."""
    for line in text.splitlines():
        if line.strip() and unfilled(line) is None and not _explains_only(line):
            return False
    return True


def _explains_only(line: str) -> bool:
    """Say whether `without_hints` would leave nothing of a line; the first sentence decides."""
    return _may_explain(line) and all(
        _explains(each) for each in _sentences(line) if not each.isspace()
    )


def _sentences(text: str) -> list[str]:
    return list(filter(None, re.split(r"(?<=[。；;\n])", text)))


def _explains(sentence: str) -> bool:
    return (
        len(sentence) >= _SHORTEST_EXPLANATION
        and _may_explain(sentence)
        and any(map(_is_explanation, (_letters(sentence), _without_label(sentence))))
    )


def _without_label(sentence: str) -> str:
    """Return the letters of a sentence without 指 and a word such as 填写说明 before it."""
    letters = _letters(re.sub(r"^.{0,6}[:：]", "", sentence)).replace("x", "")
    return re.sub("^(?:是指|指|即)", "", letters).replace("本专项职业能力", "本职业")


def _is_explanation(letters: str) -> bool:
    """Say whether letters are those of an explanation, the beginning of one, or its mere format."""
    return (
        letters in _explanations()
        or (
            len(letters) >= _LONG_BEGINNING
            and any(each.startswith(letters) for each in _explanations())
        )
        or (letters.startswith(_FORMAT_BEGINS) and re.fullmatch(_FORMAT, letters) is not None)
    )


def _may_explain(text: str) -> bool:
    """Say whether a text begins as an explanation does, or with what does not count."""
    return text[:2] in _explanation_beginnings() or not _is_chinese(text[:2])


def _is_chinese(letters: str) -> bool:
    """Say whether one or two letters are such as `_letters` leaves as they are."""
    return "\u4e00" <= letters[0] <= "\u9fff" and "\u4e00" <= letters[-1] <= "\u9fff"


@cache
def _explanation_beginnings() -> frozenset[str]:
    """How explanations begin: nearly every sentence begins otherwise."""
    plain = {each[:2] for each in _explanations()}
    return frozenset((*plain, *(f"指{each[0]}" for each in plain), "是指", "填写", "说明"))


@cache
def _explanations() -> frozenset[str]:
    """Each explanation of the notice, also without its opening or what follows a comma."""
    found: set[str] = set()
    for text in EXPLANATIONS:
        for whole in re.split(r"[。；]", text):
            for part in (whole, whole.split("，")[0]):
                letters = _letters(part)
                found |= {letters, re.sub("^.{0,4}?(?:是指|指)", "", letters)}
    return frozenset(each for each in found if len(each) >= _SHORTEST_EXPLANATION)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()
