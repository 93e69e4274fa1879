"""Family names, by which a person's name is told from a word for somebody."""

_SURNAMES = frozenset(
    "覃朴"
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
    "奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍"
    "余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季"
    "麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪解宗丁宣贲邓郁"
    "杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山"
    "谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索"
    "咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿边扈燕冀郏浦尚农"
    "温庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东欧殴殳沃利蔚"
    "越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜养鞠丰巢关蒯查荆红游竺权逯盖益桓公仉督丛岳帅"
    "缑亢况郈琴商牟佘佴伯赏墨哈谯笪爱阳佟言福肖闫付邸仝苑战宾旷修矫初隋綦衣迟冼揭苟栗尧漆兰晋"
    "楚展原亓门粟鹿衷皇尉令端邝麦岱庆塔图单代由从时和全应经都年相能阿买木吐库帕热玉努迪额斯德"
    "扎次旦格洛央达尼拉丹依丽西"
)
"""The first letters of family names, and of names without one: 阿依古丽, 扎西."""
_OF_TWO = ("上官", "长孙", "南宫", "西门", "独孤", "完颜", "呼延", "拓跋", "赫连")
"""Family names whose first letter mostly begins something else."""


def begins_like_a_name(text: str) -> bool:
    """Say whether a text begins as names do."""
    return text[:1] in _SURNAMES or text.startswith(_OF_TWO)
