"""Document → submissions: what the words of a file mean."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from specvalidator.document import Document, paragraphs_of
from specvalidator.errors import UnreadableFile
from specvalidator.extract.blanks import without_prompts
from specvalidator.extract.letters import with_plain_letters
from specvalidator.extract.margins import with_margins
from specvalidator.extract.papers import seems_to_be
from specvalidator.extract.remarks import with_left_out
from specvalidator.extract.several import each_alone
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.prompts import asks
from specvalidator.submission import Submission
from specvalidator.wording import Words


class FormReader(Protocol):
    """How one form is read: no submissions where a document is not that form."""

    def __call__(self, document: Document, source: Source, *, insist: bool) -> list[Submission]:
        """Return what the document holds; `insist` takes even a poor one for this form."""
        ...


class Form(NamedTuple):
    """A form that can be read, and what it is known by."""

    read: FormReader
    looked_for: Words
    ready: Callable[[], object]
    """Makes the words of the pack in force ready, by which it is read."""


FORMS: Mapping[Kind, tuple[str, ...]] = {
    "application": ("申请表", "申报表", "申请单位", "申报单位", "考点地址", "考评员情况"),
    "specification": (
        *("定义", "适用对象", "能力名称", "职业领域"),
        *("工作任务", "操作规范", "相关知识", "考核比重"),
    ),
    "announcement": (),
}
"""Every form that can be read, the most distinctive first: the first that fits is taken.

With each the words of which it has one, as good as always: a document without them is asked last
whether it is that form, so that reading the others costs nothing for it.
"""


def form_of(kind: Kind) -> Form:
    """Return how one of the `FORMS` is read; what reads it is loaded when first asked for."""
    match kind:
        case "application":
            from specvalidator.extract import application  # noqa: PLC0415 - only what is read
            from specvalidator.extract.application import vocabulary  # noqa: PLC0415 - the same

            return Form(application.read_applications, application.LOOKED_FOR, vocabulary.words)
        case "specification":
            from specvalidator.extract.specification import reading as specification  # noqa: PLC0415 - the same
            from specvalidator.extract.specification.vocabulary import words  # noqa: PLC0415 - the same

            return Form(specification.read_specifications, specification.LOOKED_FOR, words)
        case "announcement":
            from specvalidator.extract import announcement  # noqa: PLC0415 - the same
            from specvalidator.extract.announcement.vocabulary import words as said  # noqa: PLC0415 - same

            return Form(announcement.read_announcements, announcement.LOOKED_FOR, said)
        case _:
            raise LookupError(kind)


def extract(document: Document, source: Source, kind: Kind | None = None) -> list[Submission]:
    """Return the submissions that a document holds, in order.

    Args:
        document: the file as text with places.
        source: the file; each submission gets it with its own index.
        kind: the form that it is; it is then read as one, however little of it is there.

    Raises:
        UnreadableFile: `unrecognised`, the document is no form that is known; `unsupported`,
            forms of this kind cannot be read.
    """
    if kind is not None and kind not in FORMS:
        raise UnreadableFile(
            "unsupported",
            Words(
                f"还不能读取“{kind}”这种表单。",
                f"Forms of the kind “{kind}” cannot be read yet.",
            ),
        )
    text = "".join("".join(each.text for each in paragraphs_of(document.blocks)).split())
    document = with_plain_letters(document, text)
    if asks(text):
        document = without_prompts(document)
    kinds = _likely_first(text) if kind is None else [kind]
    submissions = []
    if kind is None:
        submissions = each_alone(document, lambda part: _read(part, source, kinds, insist=False))
    submissions = submissions or _read(document, source, kinds, insist=kind is not None)
    if submissions:
        return submissions
    raise UnreadableFile("unrecognised", _unrecognised(document))


def _read(
    document: Document, source: Source, kinds: list[Kind], *, insist: bool
) -> list[Submission]:
    """Return the submissions of the first of some kinds that a document is."""
    for each in kinds:
        submissions = form_of(each).read(document, source, insist=insist)
        if submissions and document.margins:
            submissions = [with_margins(submission, document) for submission in submissions]
        if submissions and document.left_out:
            submissions = [with_left_out(submission, document) for submission in submissions]
        if submissions and document.recognised:
            read = {"recognised": document.recognised, "uncertain": document.uncertain}
            submissions = [submission.model_copy(update=read) for submission in submissions]
        if submissions:
            return submissions
    return []


def _likely_first(text: str) -> list[Kind]:
    likely = [kind for kind, words in FORMS.items() if not words or any(x in text for x in words)]
    return [*likely, *(kind for kind in FORMS if kind not in likely)]


def _unrecognised(document: Document) -> Words:
    looked_for = [form_of(kind).looked_for for kind in FORMS]
    seeming = seems_to_be(document)
    seems = seeming and Words(f"看起来是{seeming.zh}。", f"It seems to be {seeming.en}. ")
    seems = seems or Words("", "")
    has_pictures = bool(document.unread) or not document.blocks
    return Words(
        f"认不出这是哪一种表单。{seems.zh}找过：{'；'.join(each.zh for each in looked_for)}。"
        + ("文件里几乎没有可以读取的文字。" if has_pictures else "")
        + "请核对文件，或用 --as 指明是哪一种。",
        f"The form cannot be recognised. {seems.en}"
        f"Looked for: {'; '.join(each.en for each in looked_for)}. "
        + ("There is hardly any text in the file that can be read. " if has_pictures else "")
        + "Check the file, or say with --as which form it is.",
    )
