"""What the parts of the application form are called (附件3, and as offices edit it)."""

import re
from collections.abc import Mapping
from typing import Literal, TypeVar

from specvalidator.extract.labels import FoundLabel, Labels

T = TypeVar("T", bound=str)

Field = Literal[
    "applicant",
    "person_in_charge",
    "telephone",
    "address",
    "projects",
    "staff_total",
    "managers_total",
    "teachers_total",
]
"""A single value of the form; the names are those of the record."""

Section = Literal["venues", "equipment", "managers", "examiners", "opinion"]
"""A part of the form with a label at its side or above it."""

Rows = Literal["equipment", "managers", "examiners"]
"""A part of the form that is a table of its own."""

Head = Literal[
    "thing",
    "model",
    "quantity",
    "note",
    "name",
    "sex",
    "age",
    "education",
    "position",
    "title",
    "qualification",
    "major",
    "trade",
    "certificate_number",
]
"""The heading of a column, by what stands below it."""

TITLE = re.compile(r"考点(?:设立|设置|申报)?申请表|考点设立(?:审批|登记|申报)表")
"""The form's title, without white space."""


def _names(meanings: Mapping[T, str]) -> dict[str, T]:
    """Return each of the words with its meaning."""
    return {word: meaning for meaning, words in meanings.items() for word in words.split()}


class Composed(Labels[T]):
    """Labels, and others that are made of the same words: 拟设考点地址, 负责人手机."""

    def __init__(
        self, names: Mapping[str, T], exact: Mapping[str, T], made_of: Mapping[T, str]
    ) -> None:
        super().__init__(names, exact)
        self._made_of = made_of
        self._letters = frozenset("".join(made_of.values()))

    def of_key(self, key: str, *, slips: bool = True) -> FoundLabel[T] | None:
        """Return what a folded label stands for; a slip is forgiven where no words make it."""
        key = key.removeprefix("其中").lstrip(":：")
        found = super().of_key(key, slips=False)
        if found is None and len(key) <= _LONGEST_MADE and self._letters.issuperset(key):
            made = [value for value, words in self._made_of.items() if re.fullmatch(words, key)]
            found = FoundLabel(made[0], None) if len(made) == 1 else None
        return found or (super().of_key(key) if slips else None)


_LONGEST_MADE = 20

FIELDS: Composed[Field] = Composed(
    _names(
        {
            "applicant": "申请单位 申报单位 申请单位名称 申报单位名称 单位名称",
            "person_in_charge": "单位负责人 法定代表人 法人代表",
            "telephone": "联系电话 联系方式 联系人电话",
            "address": "考点地址 单位地址 考核地址 考点详细地址",
            "projects": """
专项职业能力考核项目 专项职业能力项目 专项能力考核项目 申请考核项目 申报考核项目 拟开展考核项目
考核项目
""",
            "staff_total": """
从事考核职工总数 从事考核职工人数 从事考核工作职工总数 考核职工总数 职工总数
""",
            "managers_total": "管理人员数 管理人员人数 管理人员总数",
            "teachers_total": "专职教师数 专职教师人数 专任教师数",
        }
    ),
    exact=_names(
        {
            "person_in_charge": """
负责人 负责人姓名 主要负责人 单位负责人姓名 主要负责人姓名 考点负责人 考点负责人姓名 机构负责人
申请单位负责人 申报单位负责人 法定代表人姓名 法人代表姓名 法人姓名 单位法人 负责人员 法人
""",
            "telephone": """
电话 手机 tel 联络电话 联络方式 通讯方式 通信方式
电话号码 联系电话号码 负责人电话 负责人联系电话 负责人联系方式 办公电话 手机号码
固定电话 移动电话 联系手机 单位电话 单位联系电话 考点电话 考点联系电话 联系号码 咨询电话 手机号
座机
""",
            "address": """
地址 详细地址 所在地址 所在地 考场地址 考场地点
单位详细地址 办公地址 通讯地址 通信地址 考点所在地 考点位置 考核地点 考核场地地址
考核场所地址 考点场地地址 机构地址 学校地址 企业地址 考点所在地址 场地地址
""",
            "teachers_total": """
教师数 专职教师数量 专职教师总数 专任教师人数 专任教师总数 教师人数 教师总数 教师数量 专职教师
专任教师 师资人数 专职教员数 专职人员数 专职人员
""",
            "applicant": """
申请机构 申报机构 申请机构名称 申报机构名称 机构名称 单位全称 申请单位全称 申报单位全称 机构全称
申办单位 申办机构 承办单位 承办机构 考核机构名称 考核单位
设点单位 申请设点单位 拟设考点单位 考点申请单位 考点申报单位 考点名称
拟设考点名称 学校名称 院校名称 企业名称 考点单位
""",
            "projects": """
专项能力项目 考核项目名称 申报项目 申请项目 申报项目名称 申请项目名称 拟申报项目 拟考核项目
拟开展项目 开展考核项目 申请开展考核项目 申报考核项目名称 申请考核项目名称 专项职业能力名称
专项职业能力考核项目名称 专项职业能力项目名称 专项能力名称 申报专项职业能力
申请专项职业能力考核项目 申报专项职业能力考核项目 申报专项职业能力项目
拟开展专项职业能力考核项目 项目名称
""",
            "staff_total": """
职工总人数 职工人数 考核职工人数 从事考核人员总数 从事考核人员数 从事考核工作人员总数
从事考核工作人数 从事考核人数 考核人员总数 考核工作人员总数 工作人员总数 从业人员总数 员工总数
员工人数 教职工总数 教职工人数 从事考核职工数 从事考核总人数 职工数 员工数
""",
            "managers_total": """
管理人员数量 管理人员 管理人数 组织管理人员数 考核管理人员数 考务管理人员数 管理者人数
""",
        }
    ),
    made_of={
        "applicant": (
            "(?:申请|申报|申办|报送|拟设|设立|考点|培训|办学|鉴定|评价)*(?:单位|机构|学校|院校|企业|主体|公司)(?:名称|全称)"
            "|(?:申请|申报|申办|拟设|设立)+(?:考点)?(?:单位|机构|学校|院校|企业|主体|公司)?(?:名称|全称)?"
        ),
        "person_in_charge": (
            "(?:单位|考点|机构|学校|企业|申请|申报|主要|主管|分管|法定)*"
            "(?:负责人|领导|代表人|法人|校长|院长|主任|经理)(?:姓名|名字)|(?:单位|主要|主管|分管|考点)+(?:领导|主任|负责人)"
            "|法定代表人/?(?:单位)?负责人|负责人/?法定代表人"
        ),
        "telephone": (
            "(?:单位|考点|机构|学校|企业|负责人|联系人|联系|办公室?|值班|咨询|固定|移动|业务)*"
            "(?:电话|手机|座机)(?:/?(?:电话|手机|座机|传真))?(?:号码|号)?|tel|phone"
        ),
        "address": (
            "(?:单位|考点|机构|学校|企业|考核|鉴定|实训|培训|办学|拟设|设立|场地|场所|详细|具体|通讯|办公|注册)+"
            "(?:详细|具体)?(?:地址|地点|所在地|位置)"
        ),
        "projects": (
            "(?:拟|申报|申请|开展|设立|开考|承担|考核|鉴定|专项|职业|能力|技能|所|可)+项目(?:名称)?"
            "|(?:拟|申报|申请|开展|开考|承担)*(?:考核)?专项(?:职业)?能力(?:名称)?|考核能力(?:名称)?"
        ),
        "staff_total": (
            "(?:从事|参与|考核|鉴定|考务|工作|全体|全部|在职|单位)*(?:职工|员工|人员|教职工)(?:总数|总人数|人数|数量|总量|数)"
            "|从事(?:考核|鉴定|考务)(?:工作)?(?:职工|人员)"
        ),
        "managers_total": (
            "(?:组织|考核|考务|行政)*管理(?:人员|岗位)?(?:总数|总人数|人数|数量|总量|数)"
        ),
        "teachers_total": (
            "(?:专职|专任|在职|任课|专业|全体)*(?:教师|师资|教员)(?:总数|总人数|人数|数量|总量|数)|(?:专职|专任|任课)(?:教师|师资|教员)"
        ),
    },
)
"""Labels of single values: those of the form, in which a slip is forgiven, and others in use."""

SECTIONS: Labels[Section] = Labels(
    _names(
        {
            "venues": "考核场地 考核场所 考核场地情况",
            "equipment": """
与专项职业能力项目相适应的设施设备 与专项职业能力项目相适应的设备设施 与考核项目相适应的设施设备
设施设备情况 设施设备 设备设施
""",
            "managers": "组织管理人员情况 组织管理人员 管理人员情况",
            "examiners": "考评员情况 考评人员情况 考评员队伍情况",
            "opinion": "申报单位意见 申请单位意见 申报单位申请意见 单位意见",
        }
    ),
    exact=_names(
        {
            "examiners": """
考评员 考评人员 考评员名单 考评人员名单 考评员配备 考评员配备情况 考评人员配备情况 考评队伍情况
考评员基本情况 考评人员基本情况 考评员信息 考评人员信息 考评团队情况 拟聘考评员情况 考评专家情况
""",
            "venues": """
考核场所情况 考核场地面积 考核场地设施 场地情况 鉴定场地 考场情况 考场设置 考核用房 场地面积
考试场地 考试场所 考点场地 考点场地情况 考核场地（教室、操作室） 考核场地条件 场地 考场
""",
            "equipment": """
设备设施情况 设备情况 主要设备 主要设施设备 仪器设备 考核设备 考核设施设备 设施设备清单 设备清单
主要设备设施 相适应的设施设备 与项目相适应的设施设备 考核设备设施 设施设备配置 设备
""",
            "managers": """
管理人员名单 组织管理人员名单 考务管理人员情况 考务管理人员 管理人员配备 组织管理人员配备
组织管理人员配备情况 管理人员基本情况 考核管理人员 考核管理人员情况 管理人员信息 考务人员情况
管理队伍情况 管理团队情况
""",
            "opinion": """
申请单位承诺 申报单位承诺 单位承诺 申请机构意见 申报机构意见 申报意见 申请意见 单位申请意见
单位申报意见 申请单位声明 申报单位声明 申请机构承诺 申报机构承诺 申请单位申请意见 本单位意见
单位承诺意见 申请单位承诺意见 考点单位意见 承诺 承诺书 声明
""",
        }
    ),
)
"""Labels at the side of a part, or above it."""

HEADS: Composed[Head] = Composed(
    _names(
        {
            "thing": "设备名称 设施设备名称 设备设施名称",
            "model": "型号规格 规格型号 型号及规格",
            "education": "文化程度",
            "position": "职务职称 职务或职称 职务/职称",
            "qualification": """
职业资格证书 职业资格 职业资格等级 职业资格证书等级 职业技能等级证书
""",
            "major": "所学专业",
            "trade": "考评工种 考评职业 考评项目 考评职业工种",
            "certificate_number": """
考评员证书号 考评员证书编号 考评员证号 考评员证书号码 考评员证件号 考评证书号 证书编号
""",
        }
    ),
    exact=_names(
        {
            "thing": """
名称 器材名称 仪器名称 工具名称 设备工具名称 仪器设备名称 设备器材名称 物品名称 名称及品牌 设备
品名 器材
""",
            "model": """
型号 规格 品牌型号 设备型号 规格/型号 型号/规格 技术参数 主要参数 品牌规格 品牌 参数
""",
            "quantity": "数量 数目 设备数量 台套数 数量单位 台(套)数 台数 件数 个数",
            "note": "备注 说明 用途",
            "name": "姓名 名字",
            "sex": "性别 性别男女 男女 男/女",
            "age": "年龄 周岁 岁数 年纪 年岁 岁",
            "education": """
学历 最高学历 学历层次 文化水平 学历学位 学历/学位 受教育程度 教育程度 文化
""",
            "position": """
职务 现任职务 担任职务 行政职务 工作岗位 职务/岗位 职务岗位 岗位 职位
""",
            "title": """
职称 职称级别 职称等级 技术职称 专业技术职称 专业技术职务 职称(级别) 专业职称
""",
            "major": "专业 从事专业 毕业专业 专业方向",
            "trade": """
工种 职业 考评职业（工种） 考评专业 考评范围 可考评项目 拟考评项目 考评项目名称 考评职业名称
考评工种名称 考评方向 可考评工种 可考评职业 考评职业/工种 考评职业范围 职业工种
""",
            "certificate_number": """
证书号 考评员证卡号 考评员卡号 考评员证编号 考评员资格证号 考评员资格证书号 考评证号 考评证编号
考评证书编号 证书号码 证卡编号 证卡号码 证件编号 证件号码 考评员编号 考评员证件编号
考评员证书序号 考评员资格证书编号 考评资格证号 证卡号 证号 证件号 胸牌号
""",
            "qualification": """
职业技能等级 技能等级证书 职业资格及等级 职业资格证书及等级 职业资格(技能等级)证书
职业资格/技能等级 职业资格或技能等级 职业资格证书名称 国家职业资格 资格证书等级
职业技能等级证书等级 技能等级 资格证书 资格 证书等级 职业等级
""",
        }
    ),
    made_of={
        "thing": "(?:设备|设施|工具|仪器|器材|工器具)+(?:名称)?|名称型号",
        "quantity": "(?:配置|现有|实有|设备|拥有)*(?:数量|台数|件数|套数)[台套件个/]*|台/?套数?",
        "name": "(?:人员|管理人员|考评员|考评人员|员工)?姓名",
        "age": "年纪|年岁|周岁|岁数?",
        "education": "(?:毕业|最高|现有?)?(?:学历|文化)(?:程度|水平|层次|情况)?",
        "trade": (
            "(?:可|拟|所|负责|承担|能)*(?:考评|考|考核)(?:工种|职业|项目|专业|范围|方向)+(?:名称)?"
        ),
        "certificate_number": (
            "(?:考评员|考评|资格|证件|证卡|证书|证)+(?:编号|号码|号|序号)|考评员?(?:资格)?证(?:书|卡|件)?|证书编号号码"
        ),
    },
)
"""Headings of the columns of all three tables."""

COLUMNS: dict[Rows, dict[Head, str]] = {
    "equipment": {"thing": "name", "model": "model", "quantity": "quantity", "note": "note"},
    "managers": {
        "name": "name",
        "sex": "sex",
        "age": "age",
        "education": "education",
        "position": "position",
        "title": "position",
        "qualification": "qualification",
        "major": "major",
        "note": "note",
    },
    "examiners": {
        "name": "name",
        "sex": "sex",
        "age": "age",
        "education": "education",
        "title": "title",
        "position": "title",
        "qualification": "qualification",
        "trade": "trade",
        "certificate_number": "certificate_number",
    },
}
"""Which heading stands over which field of a row."""
