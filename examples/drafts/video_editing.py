"""短视频剪辑: copied from a web page, with its noise, an ornamented title and careless numbers."""

from drafts import plain
from drafts.values import ANYONE, Record, items, occupation, task
from drafts.word import cell, document, hidden, paragraph, row, table, text

RECORD: Record = {
    "name": "短视频剪辑",
    "definition": "运用计算机和剪辑软件，在室内工作环境下，对视频、音频素材进行整理、剪接、"
    "配音和输出，"
    "制作短视频的能力。",
    "applicants": "运用或准备运用本项能力求职、就业的人员",
    "ability_name": "短视频剪辑",
    "occupation": occupation("2-09-03-06", "剪辑师"),
    "tasks": [
        task(
            1,
            "素材整理",
            items("导入素材，分类命名", "检查画面、声音是否完好", "备份素材"),
            items("常见音视频格式", "素材版权与相关法律法规"),
            15,
        ),
        task(
            2,
            "画面剪接",
            items("按脚本排列镜头，节奏连贯", "转场自然，无夹帧、黑场"),
            items("镜头组接的规律", "剪辑软件的基本操作"),
            40,
            "40 %",
        ),
        task(
            3,
            "声音与字幕",
            items("人声清晰，音量一致", "字幕无错别字，与声音同步"),
            items("配乐、混音的方法", numbers=(None,)),
            30,
        ),
        task(
            4,
            "输出与交付",
            items("按要求的分辨率和码率输出", numbers=(None,)),
            items("输出参数的含义", numbers=(None,)),
            15,
        ),
    ],
    "requirements": {
        "eligibility": ANYONE,
        "examiners": "至少3名考评员组成考评组。",
        "method_and_time": "上机实际操作，按给定的素材和脚本完成60秒短视频一条，考核时间90min。"
        "百分制，60分为合格。",
        "venue_and_equipment": "标准机房，每人一台安装剪辑软件的计算机，配耳机。",
        "examiner_minimum": 3,
        "duration_minutes": 90,
        "pass_mark": 60,
    },
}
RECORDS = [RECORD]


def build() -> bytes:
    """Return the draft."""
    needs = RECORD["requirements"]
    return document(
        paragraph("首页 > 通知公告 > 正文"),
        paragraph(text("2-36【短视频剪辑】专项职业能力考核规范", bold=True, size=16)),
        paragraph("发布日期：2023-11-20　　来源：本站　　字体：[大 中 小]　　打印本页"),
        paragraph("一、职业定义"),
        paragraph(text(RECORD["definition"]), hidden("点击收藏　分享到微博")),
        paragraph("二、适用对象"),
        paragraph(RECORD["applicants"]),
        paragraph("三、能力标准与考核内容"),
        _content(),
        paragraph("四、考核要求"),
        paragraph("1、申报人员条件"),
        paragraph(needs["eligibility"]),
        paragraph("2、考评员构成"),
        paragraph(needs["examiners"]),
        paragraph("3、鉴定方式和鉴定时间"),
        paragraph(needs["method_and_time"]),
        paragraph("4、鉴定场地设备要求"),
        paragraph(needs["venue_and_equipment"]),
        font="微软雅黑",
        size=11,
    )


def _content() -> str:
    return table(
        (1700, 3300, 2900, 1200),
        row(cell("职业名称：短视频剪辑", span=2), cell("职业领域：2-09-03-06剪辑师", span=2)),
        plain.labels(),
        row(
            cell("一、素材整理"),
            cell("1 .导入素材，分类命名", "2 .检查画面、声音是否完好", "3备份素材"),
            cell("L.常见音视频格式", "2.素材版权与相关法律法规"),
            cell("15%"),
        ),
        row(
            cell("二、画面剪接"),
            cell("1.按脚本排列镜头，节奏连贯2.转场自然，无夹帧、黑场"),
            cell("1．镜头组接的规律", "2．剪辑软件的基本操作"),
            cell("40 %"),
        ),
        row(
            cell("三、声音与字幕"),
            cell("1、人声清晰，音量一致", "2、字幕无错别字，与声音同步"),
            cell("配乐、混音的方法"),
            cell("30%"),
        ),
        row(
            cell("四、输出与交付"),
            cell("按要求的分辨率和码率输出"),
            cell("输出参数的含义"),
            cell("15%"),
        ),
    )
