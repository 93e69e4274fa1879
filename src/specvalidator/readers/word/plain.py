"""Paragraphs that hold nothing but visible text: told for a whole document, and read in one go."""

from specvalidator.readers.word.appearance import may_hide
from specvalidator.readers.word.ooxml import PARAGRAPH, RUN, RUN_PROPERTIES, TEXT, children_of
from specvalidator.readers.word.runs import SPEAKING
from specvalidator.readers.xml import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def odd_paragraphs(root: Element) -> frozenset[Element]:
    """Return the paragraphs that hold more than runs of text that nothing disguises.

    To ask a whole document takes a third of the time of asking each run.
    """
    looks = [each for each in root.iter(RUN_PROPERTIES) if may_hide(each)]
    odd = [*looks, *root.iter(*SPEAKING)]
    return frozenset(paragraph for each in odd for paragraph in each.iterancestors(PARAGRAPH))


def plain_text(paragraph: Element) -> str | None:
    """Return the text of a paragraph that is not odd; None where its letters must be looked at.

    To be asked only where nothing around the runs hides them.
    """
    texts: list[str] = []
    for run in children_of(paragraph):
        if run.tag != RUN:
            continue
        for part in children_of(run):
            text = part.text  # most of what is no text has none, and its name takes longer to get
            if not text or part.tag != TEXT:
                continue
            if not text.isprintable():
                return None
            if (text[0] == " " or text[-1] == " ") and part.get(_SPACE) != "preserve":
                return None  # blanks that do not count
            texts.append(text)
    return "".join(texts)
