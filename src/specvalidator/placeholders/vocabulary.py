"""Words that stand in a field in place of a value, how they begin and are compared."""

import unicodedata
from collections.abc import Iterable

from specvalidator.simplified import simplified


def _in_order(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that white space parts."""
    return frozenset(_in_order(listed))


MARKS = ".。,，、;；:：!！?？~·…()[]【】〔〕『』「」《》-—–_―"
"""What may stand around a placeholder."""
# Words, not patterns: to compile patterns of so many Chinese letters takes as long as a check.
MASK = frozenset("x×某〇○*")
"""Letters that leave out others."""
PLACE = MASK | frozenset("省市区县镇乡街道路巷号村组楼栋幢座层室单元")
"""Letters of which an address without a name is made: XX市XX区XX路XX号."""
MASKED = words(
    """
    单位 公司 学校 学院 中心 企业 机构 人 同志 老师 先生 女士 项目 工种 专业 职业 培训学校
    职业学校 职业培训学校 职业技能培训学校 培训中心 技工学校 职业学院 鉴定所
    """
)
"""What behind a mask is still nobody: XX学校."""
ABOVE = frozenset(
    f"{same}{place}{more}"
    for same in "同如"
    for place in "上前"
    for more in ("", "述", "面", "行", "栏", "表", "一行", "一栏")
) | {"上同", "ditto"}
BESIDE = words("同左 同右 如左 如右 同左栏 同右栏 同左侧 同右侧")
UNDER_WAY = words("在考 在评 在办 在审 在批 报批 送审")
LATER = words("再议 再定 再说 另议 另定")
DITTO = frozenset("〃〻々〞′\"”“'")
STILL = _in_order("内容 此处 此项 本栏 本项 以下 其余 目前 暂时 均 都 并 暂 尚 还 从 有")
"""What may stand before a word for nothing: 目前暂无."""
NOTHING = words(
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
NONE = ("无", "没有", "缺")
OF_WHAT = words(
    """
    内容 相关内容 此项 该项 本项 信息 情况 资料 材料 文字 说明 数据 记录 编号
    号码 证号 证件 证书 证 职业资格 职业资格证书
    资格证书 技能等级证书 职业技能等级证书 等级证书
    """
)
"""What there may be none of: 无证书 gives no certificate; but 无要求 says something."""
MATTERS = _in_order(
    """
    具体 相关 详细 有关 考核 时间 日期 地点 安排 内容 名单 人员 证书 证件 证号 编号 号码 项目 条件
    方式 信息 情况 要求 数量 姓名 资料 材料 说明 事项
    """
)
"""What may be put off: 具体时间另行通知."""
ACTS = words(
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
AFTERWARDS = ("届时", "以后", "后续", "随后", "稍后", "容后", "下一步", "后")
REFERRING = ("参见", "参阅", "参看", "参照", "参考", "见", "看", "阅", "如", "同")
PAPERS = _in_order(
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
ATTACHED = words("附件 附表 附后 后附 附证 另附 另附页 附 另见 详见 参见")
BINDING = ("通知", "公告", "公布", "文件", "规定", "附件", "公告内容")
PROCESSOR = (
    *_in_order("clickhere clickor clickto chooseanitem error! #ref #name #value #n/a"),
    *(f"错误{mark}{what}" for mark in "!:" for what in ("未", "找不到", "引用", "文档中", "书签")),
)
"""How prompts and errors of a word processor begin that nobody writes as a value."""
CLICKING = ("单击", "双击", "点击", "轻触", "按一下", "点选")
HERE = ("此处", "这里", "以")
ENTERING = ("输入", "键入", "录入", "选择", "选取", "填写", "添加", "编辑", "插入")
ENTERED = ("", "文字", "文本", "内容", "日期", "一项", "图片")
FORM_ASKS = (
    r"\(?(?:单位|负责人|法人|法定代表人)?[(:]*(?:加盖公章|盖章|签名|签字|签章|公章)\)*"
    r"|\((?:请)?(?:填写?|写明|注明|说明|列出)[^()]{1,20}\)"
    r"|(?:填写|写明|说明|注明|列出)(?:必备的|具体的?|考核的?|应具备的)*"
    r"(?:(?:申报|报名|报考)条件|考评员(?:的?数量|的?组成|[、及和与])*|场所[和、与]设备|场地设备(?:要求)?|适用对象"
    r"|单位全称|详细地址|联系电话|考点地址)"
)
"""What a form asks for in brackets or by the name of its field: （填写单位全称）, （盖章）."""
FORM_ASKING = _in_order(
    "填写 写明 说明 注明 列出 单位 负责人 法人 法定代表人 加盖公章 盖章 签名 签字 签章 公章"
)
FRAMES = (("«", "»"), ("<<", ">>"), ("{{", "}}"), ("${", "}"), ("{", "}"))
"""What a merge field that was not filled stands between."""
ASKED = ("请", "此处", "在此", "这里")
ASKING = tuple(
    f"{here}{how}{do}"
    for here in (*ASKED, "在此处", "请在此", "请在此处")
    for how in ("", "如实", "据实", "准确", "完整", "按实际", "按实际情况", "根据实际情况")
    for do in ("填", "输入", "录入", "写明", "注明", "插入")
)
PROMPTING = (
    *(*PROCESSOR, *ASKED, *CLICKING, *HERE, *ENTERING, "请", "或", "来"),
    *(begin for begin, _ in FRAMES),
)
"""How what asks for a value may begin."""
STAGES = "尚均都还仍暂已正在有"
"""Letters before what is put off: 尚待补充."""
TO_DO = words("请补充 请补充完整 请补填 请补全 请完善 请核实 请确认 请修改 请更新")
"""What somebody who read a draft left in it for the next."""
POLITE = ("具体", "内容", "详细", *"详祥请另可均也")
"""Words before a reference: 详见附件."""
LONGEST_OPENING = 12


def _by_first_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[0]] = (*found.get(word[0], ()), word[:LONGEST_OPENING])
    return found


OPENINGS = _by_first_letter(
    (
        *(*ABOVE, *DITTO, *STILL, *NOTHING, *NONE, *MATTERS, *MASK),
        *(*BESIDE, *UNDER_WAY, *LATER, *ACTS, *AFTERWARDS, *STAGES, "待", "未", "另", "将"),
        *(*REFERRING, *PAPERS, *ATTACHED, *POLITE, "以"),
        *PROMPTING,
        *FORM_ASKING,
    )
)
"""How what stands for no value may begin, which all words above must be in, by its first letter:
nearly every value begins otherwise."""


def plain_of(text: str) -> str:
    """Return a text as it is compared: of one width and case, without white space, simplified."""
    return simplified("".join(unicodedata.normalize("NFKC", text).split()).casefold())


def without(openings: tuple[str, ...], word: str) -> str:
    """Return a word without what stands before it, however many of these words."""
    found = beginning(openings, word)
    return without(openings, word.removeprefix(found)) if found else word


def beginning(openings: tuple[str, ...], word: str) -> str:
    """Return the first of some beginnings that a word has, "" where it has none."""
    if not word.startswith(openings):  # as nearly all are: twenty times as fast as one by one
        return ""
    return next(each for each in openings if word.startswith(each))
