"""One copy of a Word file: comments hung at their words, then fixes written beside them."""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from specvalidator.places import WordPlace
from specvalidator.readers import recognise
from specvalidator.readers.limits import Limits
from specvalidator.readers.word.ooxml import PARAGRAPH, W
from specvalidator.readers.word.package import Package
from specvalidator.readers.word.passages import Passage
from specvalidator.readers.word.reading import trace_word
from specvalidator.readers.xml import Element
from specvalidator.reports.locating.passages import Passages
from specvalidator.reports.locating.word import target_of
from specvalidator.reports.marked_word.comments import comment
from specvalidator.reports.marked_word.fixes import Fix, fixes_of
from specvalidator.reports.marked_word.numbers import UniqueIds
from specvalidator.reports.marked_word.parts import comments_of, with_parts
from specvalidator.reports.marked_word.ranges import hang
from specvalidator.reports.marked_word.revisions import revise
from specvalidator.reports.marking import JudgedSubmission
from specvalidator.reports.marking.notes import said
from specvalidator.wording import Lang

_SECTION = W + "sectPr"


class NotFixed(Exception):  # noqa: N818 - reads as "raise NotFixed"
    """A fix cannot be written as a tracked change."""


class OpenedCopy(NamedTuple):
    """A file on which copies are made."""

    data: bytes
    judged: Sequence[JudgedSubmission]
    lang: Lang
    limits: Limits

    def suggestions(self) -> list[Fix]:
        """Return the fixes that suggest themselves, in the order of the findings."""
        passages = Passages(trace_word(self._package()).passages)
        return [
            fix
            for submission, report in self.judged
            for finding in report.counted
            for fix in fixes_of(finding, submission, passages)
        ]

    def copy_with(self, fixes: Sequence[Fix]) -> bytes:
        """Return the file with its findings as comments and with fixes as tracked changes.

        Findings that somebody has waived get no comment.

        Raises:
            UnreadableFile: the file is no Word file, cannot be read, or has a damaged part.
            NotFixed: one of the fixes cannot be written.
        """
        package = self._package()
        traced = trace_word(package)
        passages = traced.passages
        if not any(each.paragraphs for each in passages):
            passages.append(_added_passage(traced.body))
        comments = comments_of(package, traced.main.name)
        document = traced.body.getroottree().getroot()
        numbers = UniqueIds((document, comments.root))
        by_place = Passages(passages)
        for submission, report in self.judged:
            for finding in report.counted:
                target = target_of(finding, submission, by_place)
                mends = [
                    (passages[each.passage].text[each.start : each.end], each.text)
                    for fix in fixes
                    if fix.finding is finding
                    for each in fix.edits
                ]
                number = numbers.next()
                hang(passages, target.spot, number, numbers, is_whole=target.is_whole)
                lines = said(finding, self.lang, is_near=target.is_near, mends=mends)
                comments.root.append(comment(number, lines))
        if not all(revise(passages, edit, numbers) for fix in fixes for edit in fix.edits):
            raise NotFixed
        return with_parts(package, traced.main.name, document, comments)

    def _package(self) -> Package:
        return Package(recognise(self.data, self.limits), self.limits)


def _added_passage(body: Element) -> Passage:
    """Give a body without a paragraph one to hang comments on, behind all that stands in it."""
    paragraph = etree.Element(PARAGRAPH)
    section = next(body.iterchildren(_SECTION), None)
    if section is None:
        body.append(paragraph)
    else:
        section.addprevious(paragraph)
    return Passage(WordPlace(block=len(body)), "", [paragraph], [])
