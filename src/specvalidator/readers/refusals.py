"""Why a file is refused, said so that the person who handed it in knows what to do next."""

import re

from specvalidator.errors import UnreadableFile
from specvalidator.readers import formats
from specvalidator.wording import Words

_LONGEST_NAME = 60
_BETWEEN_SCRIPTS = r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])"

_HAND_IN_AGAIN = Words(
    "请用 Word 或 WPS 打开原文件，另存为 .docx 后重新提交。",
    "Open the original in Word or WPS, save it as .docx and hand that in.",
)


def corrupt(reason: Words) -> UnreadableFile:
    """Return the refusal of a damaged file; `reason` names the damage without a full stop."""
    return UnreadableFile(
        "corrupt",
        Words(
            f"文件已损坏：{reason.zh}。{_HAND_IN_AGAIN.zh}",
            f"The file is damaged: {reason.en}. {_HAND_IN_AGAIN.en}",
        ),
    )


def corrupt_part(part: str) -> UnreadableFile:
    """Return the refusal of a file of which one part cannot be unpacked."""
    part = printable(part)
    return corrupt(
        Words(f"其中的 {part} 无法解压或校验不符", f"its part {part} cannot be unpacked")
    )


def two_in_one() -> UnreadableFile:
    """Return the refusal of a file that is a PDF to some programs and a Word file to others."""
    return corrupt(Words("它既是 PDF 又是 Word 文件", "it is both a PDF and a Word file"))


def printable(name: str) -> str:
    """Return a member's name as a message may show it: whoever made the file chose it."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name[:_LONGEST_NAME])
    return shown + "…" if len(name) > _LONGEST_NAME else shown


def empty() -> UnreadableFile:
    """Return the refusal of a file without a single byte."""
    return UnreadableFile(
        "corrupt",
        Words(
            "文件是空的（0字节），可能上传时中断，请重新提交。",
            "The file is empty (0 bytes), perhaps an upload broke off; hand it in again.",
        ),
    )


def encrypted() -> UnreadableFile:
    """Return the refusal of a file that asks for a password."""
    return UnreadableFile(
        "encrypted",
        Words(
            "文件设有打开密码，请在 Word 或 WPS 中取消密码后重新提交。",
            "The file is protected by a password; remove it in Word or WPS and hand it in again.",
        ),
    )


def unsupported(what: Words, advice: Words | None = None) -> UnreadableFile:
    """Return the refusal of a file that is something else; `what` is a noun with its article."""
    advice = advice or _HAND_IN_AGAIN
    read = formats.any_of(formats.documents())
    wanted = re.sub(_BETWEEN_SCRIPTS, " ", f"不是{read.zh}文件")
    return UnreadableFile(
        "unsupported",
        Words(
            f"这是{what.zh}，{wanted}。{advice.zh}",
            f"This is {what.en}, not a {read.en} document. {advice.en}",
        ),
    )


def too_large(reason: Words) -> UnreadableFile:
    """Return the refusal of a file that asks too much; `reason` names what, no full stop."""
    return UnreadableFile(
        "too-large",
        Words(
            f"文件过大，未作读取：{reason.zh}。请压缩图片、删去无关内容，或拆成几个文件后提交。",
            f"The file is too large to be read: {reason.en}. Shrink its pictures, remove what "
            "does not belong to it, or hand it in as several files.",
        ),
    )


def too_many_bytes(most: int) -> UnreadableFile:
    """Return the refusal of a file with more than `most` bytes."""
    most //= 2**20
    return too_large(Words(f"超过 {most} MB", f"it has more than {most} MB"))


def too_many_members(most: int) -> UnreadableFile:
    """Return the refusal of a folder or archive with more than `most` files."""
    return too_large(Words(f"其中超过 {most} 个文件", f"it has more than {most} files"))


def out_of_memory() -> UnreadableFile:
    """Return the refusal of a file whose reading took more memory than there is."""
    return too_large(
        Words("读取它所需的内存超过上限", "reading it takes more memory than is allowed")
    )


def too_late(seconds: int) -> UnreadableFile:
    """Return the refusal of a file that was not read in time."""
    return UnreadableFile(
        "timeout",
        Words(
            f"{seconds}秒内没有读完，已中止。请用 Word 或 WPS 打开原文件，另存为 .docx 后"
            "重新提交。",
            f"It was not read within {seconds} seconds and was given up. Open the original in "
            "Word or WPS, save it as .docx and hand that in.",
        ),
    )


def too_many_entries(most: int) -> UnreadableFile:
    """Return the refusal of a file whose records have lists without end."""
    return too_large(
        Words(f"其中的项目、任务等超过 {most} 条", f"its lists have more than {most} entries")
    )


def too_many_forms(found: int, most: int) -> UnreadableFile:
    """Return the refusal of a file that holds more forms than `most`."""
    return UnreadableFile(
        "too-large",
        Words(
            f"文件里有{found}份材料，超过 {most} 份，都没有检查。请拆成几个文件后提交。",
            f"The file holds {found} forms, more than {most}; none of them was checked. Hand it in "
            "as several files.",
        ),
    )


def too_many_findings(most: int) -> UnreadableFile:
    """Return the refusal of a file about which there is more to say than `most` findings."""
    return _unsaid(Words(f"发现的问题超过 {most} 处", f"there are more than {most} findings"))


def too_long_a_report(most: int) -> UnreadableFile:
    """Return the refusal of a file whose findings take more than `most` bytes to say."""
    most //= 2**20
    return _unsaid(Words(f"说明超过 {most} MB", f"its findings take more than {most} MB"))


def _unsaid(reason: Words) -> UnreadableFile:
    return UnreadableFile(
        "too-large",
        Words(
            f"检查报告过长，没有给出：{reason.zh}。请先改正反复出现的问题，或拆成几个文件后提交。",
            f"The report would be too long and is not given: {reason.en}. First mend what is wrong "
            "again and again, or hand the file in as several.",
        ),
    )


def no_json(reason: Words) -> UnreadableFile:
    """Return the refusal of a record that is no JSON; `reason` says where, no full stop."""
    return UnreadableFile(
        "corrupt",
        Words(
            f"不是有效的 JSON：{reason.zh}。请改正后重新提交。",
            f"This is not valid JSON: {reason.en}. Correct it and hand it in again.",
        ),
    )


def record_too_large(reason: Words) -> UnreadableFile:
    """Return the refusal of a record that asks too much; `reason` names what, no full stop."""
    return UnreadableFile(
        "too-large",
        Words(
            f"记录过大，未作读取：{reason.zh}。请拆成几个文件后提交。",
            f"The record is too large to be read: {reason.en}. Hand it in as several files.",
        ),
    )
