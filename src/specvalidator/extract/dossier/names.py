"""What the name of a file tells about it, where its content tells nothing."""

import re
from typing import Literal

from specvalidator.models.dossier import Role

Hint = Role | Literal["paper"]
"""What a name hints at; `paper` is a document that 附件1 二 does not ask for, such as a licence."""

_HINTS: tuple[tuple[Hint, re.Pattern[str]], ...] = (
    (
        "pictures",
        re.compile(r"照片|相片|图片|图像|影像|实景|外景|内景|实拍|photo|picture", re.IGNORECASE),
    ),
    ("application", re.compile(r"申请表|申报表|设立申请|附件[3三]")),
    ("management-rules", re.compile(r"制度|办法|规定|规则|规程|守则|细则|职责|考务")),
    ("specification", re.compile(r"考核规范")),
    (
        "paper",
        re.compile(
            r"证书|证件|执照|许可|资质|资格证|身份证|合同|协议|发票|清单|目录|名册|章程|批复|承诺|"
            r"简历|公章|印章|签名|签字|标志|logo",
            re.IGNORECASE,
        ),
    ),
)
_PICTURES = re.compile(
    r"\.(?:jpe?g|png|bmp|gif|tiff?|webp|hei[cf]|avif|mp4|mov|avi|wmv|mkv)$", re.IGNORECASE
)

_SCANS = re.compile(r"扫描|scan", re.IGNORECASE)


def is_named_like_a_scan(name: str) -> bool:
    """Tell whether the last part of a path says that it is a scan."""
    return _SCANS.search(name.rpartition("/")[2]) is not None


def hints(name: str) -> frozenset[Hint]:
    """Return what the last part of a path that tells anything hints at; often nothing."""
    *folders, file = name.split("/")
    for part in (file, *reversed(folders)):
        found = frozenset(hint for hint, words in _HINTS if words.search(part))
        if found:
            return found
    return frozenset()


def is_named_like_a_picture(name: str) -> bool:
    """Tell whether a name ends as those of pictures and films do."""
    return _PICTURES.search(name) is not None
