"""Document → submissions: what the words of a file mean."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from specvalidator.document import Document
from specvalidator.errors import UnreadableFile
from specvalidator.extract import announcement, application, specification
from specvalidator.models import Kind
from specvalidator.places import Source
from specvalidator.submission import Submission
from specvalidator.wording import Words


class Reading(Protocol):
    """How one form is read: no submissions where a document is not that form."""

    def __call__(self, document: Document, source: Source, *, insist: bool) -> list[Submission]:
        """Return what the document holds; `insist` takes even a poor one for this form."""
        ...


class Form(NamedTuple):
    """A form that can be read, and what it is known by."""

    read: Reading
    looked_for: Words


FORMS: Mapping[Kind, Form] = {
    "application": Form(application.read_applications, application.LOOKED_FOR),
    "specification": Form(specification.read_specifications, specification.LOOKED_FOR),
    "announcement": Form(announcement.read_announcements, announcement.LOOKED_FOR),
}
"""Every form that can be read, the most distinctive first: the first that fits is taken."""


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
    for each, form in FORMS.items():
        if kind in (None, each):
            submissions = form.read(document, source, insist=kind is not None)
            if submissions:
                return submissions
    raise UnreadableFile("unrecognised", _unrecognised(document))


def _unrecognised(document: Document) -> Words:
    looked_for = [form.looked_for for form in FORMS.values()]
    has_pictures = bool(document.unread) or not document.blocks
    return Words(
        f"认不出这是哪一种表单。找过：{'；'.join(each.zh for each in looked_for)}。"
        + ("文件里几乎没有可以读取的文字。" if has_pictures else "")
        + "请核对文件，或用 --as 指明是哪一种。",
        f"The form cannot be recognised. Looked for: {'; '.join(each.en for each in looked_for)}. "
        + ("There is hardly any text in the file that can be read. " if has_pictures else "")
        + "Check the file, or say with --as which form it is.",
    )
