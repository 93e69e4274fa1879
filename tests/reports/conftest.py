"""Reports made by hand: no reader and no rule takes part."""

from collections.abc import Callable

import pytest

from specvalidator.errors import UnreadableFile
from specvalidator.findings import (
    Clause,
    Finding,
    HandClause,
    Location,
    PackReference,
    Report,
)
from specvalidator.places import Source, WordPlace, spoken
from specvalidator.reports import Failure
from specvalidator.wording import Words

MakeFinding = Callable[..., Finding]
MakeReport = Callable[..., Report]
MakeFailure = Callable[..., Failure]


def _source(name: str, index: int = 0) -> Source:
    return Source(name=name, media_type="application/x-test", sha256="0" * 64, size=1, index=index)


@pytest.fixture
def finding() -> MakeFinding:
    """A certain error about the weights; any part of it may be given another value."""

    def make(*, written: str | None = None, **changes: object) -> Finding:
        place = spoken(WordPlace(block=7, table=1, row=3, column=4))
        usual: dict[str, object] = {
            "rule": "weight-total",
            "kind": "fail",
            "severity": "error",
            "basis": "must",
            "message": "各项工作任务的考核比重合计应为100%，现为95%。",
            "suggestion": "请增加5个百分点。",
            "location": Location(path="/tasks/2/weight", place=place, written=written),
            "clause": Clause(
                id="annex2-weight", where="附件2 五、考核比重", text="用百分比（%）表示。"
            ),
            "facts": {"found": "95"},
        }
        return Finding.model_validate(usual | changes)

    return make


@pytest.fixture
def report() -> MakeReport:
    """A report without findings on 拉面制作.docx; any part of it may be given another value."""

    def make(
        *findings: Finding, name: str = "拉面制作.docx", index: int = 0, **changes: object
    ) -> Report:
        usual: dict[str, object] = {
            "source": _source(name, index),
            "kind": "specification",
            "subject": "拉面制作",
            "pack": PackReference(id="weihai-2021-5", number="威人社字〔2021〕5号", edition="1.0"),
            "findings": findings,
            "passed": ("missing-name", "missing-weight"),
            "by_hand": (
                HandClause(
                    id="annex2-unit",
                    where="附件2 一、（一）",
                    text="最小技能单元。",
                    reason="须由专家判断。",
                ),
            ),
        }
        return Report.model_validate(usual | changes)

    return make


@pytest.fixture
def failure() -> MakeFailure:
    """An encrypted file."""

    def make(name: str = "locked.docx") -> Failure:
        words = Words("文件已加密，请去掉密码。", "The file is encrypted; remove the password.")
        return Failure(_source(name), UnreadableFile("encrypted", words))

    return make
