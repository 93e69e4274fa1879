"""Drafts of any size for the benchmarks, made on the spot: no file is kept."""

from specvalidator.forms import write
from specvalidator.models import Specification
from specvalidator.models.specification import Item, Occupation, Requirements, Task

_OPERATIONS = (
    "按配方称取面粉、盐和水，误差不超过5克",
    "分次加水，把面团揉到表面光滑、软硬适中",
    "按室温控制饧面时间，面团不起皮",
    "溜条至面筋均匀、有韧性，断条率不超过5%",
    "水沸后下面，煮至断生捞出，台面收拾干净",
)
_KNOWLEDGE = (
    "面粉的种类与品质鉴别",
    "食品安全与个人卫生知识",
    "水温、室温对饧面的影响",
    "燃气灶具安全操作知识",
)
_NEEDS = (
    "考核应在通风、照明良好的面点操作间进行，每个工位配备操作台、煮面炉、和面机、电子秤、面盆、"
    "灭火器材等，工位之间相距不小于1.5米，地面防滑，上下水齐全，并有明显的安全出口标志。"
)


def draft(tasks: int, paragraphs: int = 1) -> bytes:
    """Return a Word draft with so many tasks, and so many paragraphs in its last section."""
    return write(
        Specification(
            name="拉面制作",
            definition="运用和面机、案板、煮面炉等工具设备和面粉等原料，在厨房或面点操作间内，"
            "进行和面、溜条、出条、煮制，制作拉面的能力。",
            applicants="运用或准备运用本项能力求职、就业的人员。",
            ability_name="拉面制作",
            occupation=Occupation(text="4-03-02-02中式面点师"),
            tasks=tuple(_task(number, tasks) for number in range(1, tasks + 1)),
            requirements=Requirements(
                eligibility="达到法定劳动年龄、具有相应技能的劳动者均可申报。",
                examiners="每个考评组由不少于3名考评员组成。",
                method_and_time="现场实际操作，考核时间为90分钟。百分制，60分以上（含60分）为合格。",
                venue_and_equipment="\n".join([_NEEDS] * paragraphs),
            ),
        )
    )


def _task(number: int, of: int) -> Task:
    share, rest = divmod(100, of)
    weight = f"{share + (number <= rest)}%" if share else f"{100 / of:g}%"
    return Task(
        number=number,
        name=f"第{number}道工序",
        operations=_items(_OPERATIONS),
        knowledge=_items(_KNOWLEDGE),
        weight_text=weight,
    )


def _items(texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(number=number, text=text) for number, text in enumerate(texts, start=1))
