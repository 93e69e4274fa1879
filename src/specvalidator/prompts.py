"""What a blank form asks for where a value will stand.

Forms print these; a PDF shows them like any other text, so extraction must know them again. None
may therefore read like a value that somebody would write, nor like a label of a form.
"""

import re
from collections.abc import Mapping

SPECIFICATION: Mapping[str, str] = {
    "name": "产品或服务名称＋动词",
    "definition": ("运用……工具设备或材料，在……场所、环境或条件下进行……制作或提供……服务的能力。"),
    "applicants": "如：运用或准备运用本项能力求职、就业的人员。",
    "ability_name": "与标题中的名称相同",
    "occupation": "职业分类大典中细类的编码和名称",
    "weight": "填写数字",
    "eligibility": "如：达到法定劳动年龄、具有相应技能的劳动者均可申报。",
    "examiners": "实际操作考核中考评员的数量、组成。",
    "method_and_time": ("实际操作考核的项目、方式和时间。实行百分制，60分以上（含60分）为合格。"),
    "venue_and_equipment": "实施考核所必备的场所和设备、工具。",
}
TASKS = ("第一个主要步骤或程序", "按先后顺序列出", "一般3项以上")
OPERATIONS = ("该步骤应达到的要求、标准或成果", "逐条列出，每条一项")
KNOWLEDGE = ("完成该步骤必须掌握的知识", "如：安全、卫生、环境保护等知识")
"""What the first tasks, operations and items of knowledge of a blank specification ask for."""

APPLICATION: Mapping[str, str] = {
    "applicant": "单位全称，与公章一致",
    "person_in_charge": "填写姓名",
    "telephone": "手机，或区号和固定电话",
    "address": "实施考核的详细地址",
    "projects": "已公布的专项职业能力考核项目，几个项目用“、”隔开",
    "staff_total": "填写人数",
    "managers_total": "填写人数",
    "teachers_total": "填写人数",
    "equipment": "如：和面机",
    "quantity": "如：4台",
    "person": "填写姓名",
    "trade": "填写项目名称",
    "text": "如：情况属实，同意申报。",
    "signatory": "由负责人签名",
}
EXTRA: Mapping[str, str] = {
    "text": "按实际情况填写",
    "number": "填写数字",
    "day": "填写年月日",
}
"""What a field asks for that a pack adds, by what it holds."""

ANNOUNCEMENT: Mapping[str, str] = {
    "title": "……年度专项职业能力考核公告",
    "projects": "已公布的专项职业能力考核项目，如：拉面制作、社区绿化",
    "specifications": "执行哪些专项职业能力考核规范，在哪里可以查到",
    "schedule": "写明各项目的考核时间和报名的起止时间",
    "eligibility": "如：达到法定劳动年龄、具有相应技能的劳动者均可申报。",
    "registration": "怎样报名：网址、窗口、材料",
    "method": "如：采用现场实际操作的方式，实行百分制，60分以上（含60分）为合格。",
    "other": "写明收费、证书发放、成绩查询、联系方式等",
}

EXPLANATIONS = (
    "一般用“具体产品或服务的名称+动词”来进行表述，如“拉面制作”、“社区绿化”等。",
    "专项职业能力的名称不能与工种或职业名称雷同。",
    (
        "一般应按照“运用……工具设备或材料，在……场所、环境或条件下进行……制作或提供……服务的能力”的格式来"
        "定义专项职业能力。"
    ),
    "指本标准所适用的人群。",
    "职业领域：是指专项职业能力所对应的职业（《中华人民共和国职业分类大典》中的细类）。",
    (
        "工作任务：是指完成该专项职业能力范围内的全部工作必须经过的主要步骤或程序。需按先后顺序列出。"
        "一般情况下，每个专项职业能力下应列出3项以上的工作任务。"
    ),
    "操作规范：是指每一个操作步骤应该达到的要求、标准或阶段性的具体工作成果。",
    (
        "相关知识：是指完成相应的工作步骤必须掌握的知识，包括工具设备的知识，安全、卫生、环境保护等方面的知识及"
        "有关注意事项。按照“干什么，学什么”的原则，列出跟每一个具体操作步骤直接相关的知识点。"
    ),
    "考核比重：根据每项具体工作或阶段性成果的重要性及技术复杂程度确定其在考核中应占的比重，用百分比（%）表示。",
    "申请参加鉴定的人员应具备的条件。",
    "申报人员应具备的条件。",
    "列出跟每一个具体操作步骤直接相关的知识点。",
    "运用……工具设备或材料，在……场所、环境或条件下进行……制作或提供……服务的能力。",
    "指实际操作考核中考评员的数量、组成。根据各个专项职业能力的具体情况确定。",
    "根据各个专项职业能力的特点和具体情况，确定的实际操作考核的项目、方式和时间。",
    "指实施本职业鉴定所必备的场所和设备、工具。",
    "备注：“考评员情况”一栏，每个拟开展考评的项目至少填写3名考评员。",
)
"""How the notice itself explains its fields (附件2, 附件3): left in place, they are no content.

The sentences that a drafter may rightly take over (运用或准备运用本项能力求职、就业的人员) are not
among them.
"""

PROMPTS = frozenset(
    (
        *SPECIFICATION.values(),
        *(*TASKS, *OPERATIONS, *KNOWLEDGE),
        *APPLICATION.values(),
        *EXTRA.values(),
        *ANNOUNCEMENT.values(),
    )
)

_BEFORE = r"[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]{1,2}|[^：]{1,12}：|"
"""What may stand before a prompt on its line: a number, or a label such as 负责人（签名）："""
_AFTER = ("", "%", "专项职业能力考核规范")
"""What may stand behind it: the sign of a weight, the rest of a title."""
_ENDS = tuple(prompt + after for prompt in PROMPTS for after in _AFTER)
_LAST_LETTERS = frozenset(each[-1] for each in _ENDS)


def asks(text: str) -> bool:
    """Say whether some text, all white space left out, holds a prompt."""
    return any(prompt in text for prompt in PROMPTS)


def unfilled(line: str) -> str | None:
    """Return what a line says beside a prompt; None where it is not just that.

    White space does not count: a page breaks a prompt where it must.
    """
    if line[-1:] not in _LAST_LETTERS and not line[-1:].isspace():  # as nearly all lines
        return None
    text = "".join(line.split())
    for prompt in PROMPTS if text.endswith(_ENDS) else ():
        before, found, after = text.partition(prompt)
        if found and after in _AFTER and re.fullmatch(_BEFORE, before):
            return before + after
    return None
