"""Paragraphs that are read and remember where each text stands in the XML: for marked copies."""

from collections.abc import Iterator

from specvalidator.readers.word.passages import RunPart, RunPiece
from specvalidator.readers.word.runs import ParagraphRuns, Surroundings
from specvalidator.readers.xml import Element


class TracedRuns(ParagraphRuns):
    """What one paragraph has shown so far, and what shows it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.paragraphs: list[Element] = []
        """The paragraphs that were taken in."""
        self.pieces: list[RunPiece] = []
        """What stands in them."""
        self._since: list[int] = []
        """How much was visible before each piece."""
        self._run_parts: list[RunPart] = []

    def _children(self, paragraph: Element) -> Iterator[Element]:
        """Yield the children, and after each note what it has shown."""
        self.paragraphs.append(paragraph)
        for child in super()._children(paragraph):
            seen = len(self._visible)
            self._run_parts = []
            yield child
            self._since.append(seen)
            self.pieces.append(RunPiece(child, "".join(self._visible[seen:]), self._run_parts))

    def _parts(self, run: Element) -> Iterator[Element]:
        """Yield the parts of a run, and after each note what it has shown."""
        for part in run:
            seen, known = len(self._visible), len(self._run_parts)
            yield part
            del self._run_parts[known:]  # of runs inside the part
            self._run_parts.append(RunPart(part, "".join(self._visible[seen:])))

    def _forget(self, since: int) -> None:
        super()._forget(since)
        for index in reversed(range(len(self._since))):
            if self._since[index] < since:
                break
            piece = self.pieces[index]
            parts = [part._replace(text="") for part in piece.parts]
            self.pieces[index] = RunPiece(piece.element, "", parts)
