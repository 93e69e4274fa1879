"""Who reads the words of a page: one function, so that others can stand in for it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.recognition import needed

_SIDE = 1280
"""Pixels of the longer side at which words are looked for."""
_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx"}
"""What its own models are called: others would be fetched from the net."""


class Word(NamedTuple):
    """Words that stand together on a line, as an engine reads them."""

    box: Box
    """In pixels of the page it was given."""
    text: str
    certainty: float
    """0 to 1; it flags half of what is wrong, and never acquits."""


Engine = Callable[[Picture], list[Word]]
"""Grey page, 0 to 255 → its words, in any order."""

_chosen: ContextVar[Engine | None] = ContextVar("engine", default=None)


@contextmanager
def using(engine: Engine) -> Iterator[None]:
    """Let an engine read all pages meanwhile, in this thread of this process."""
    before = _chosen.set(engine)
    try:
        yield
    finally:
        _chosen.reset(before)


def engine() -> Engine:
    """Return what reads words: who was chosen, or rapidocr."""
    return _chosen.get() or rapid()


@cache
def rapid() -> Engine:
    """Return rapidocr on onnxruntime: one thread, and models from its own folder, never the net.

    A narrow least width makes short words three times as quick to read, and no worse.
    """
    import numpy as np  # noqa: PLC0415 - only where pages are recognised
    from rapidocr import RapidOCR  # noqa: PLC0415 - the same

    models = {part: _model(pattern) for part, pattern in _MODELS.items()}
    ocr = RapidOCR(
        params={
            **{f"{part}.model_path": str(path) for part, path in models.items()},
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Global.use_cls": False,
            "Global.max_side_len": 4000,
            "Det.limit_side_len": _SIDE,
            "Det.limit_type": "max",
            "Rec.rec_batch_num": 4,
            "Rec.rec_img_shape": [3, 48, 64],
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)

    def words(grey: Picture) -> list[Word]:
        read = ocr(np.dstack([grey] * 3), use_cls=False)
        if read.boxes is None:
            return []
        found = zip(np.asarray(read.boxes), read.txts, read.scores, strict=True)
        return [Word(_around(box.tolist()), text, float(score)) for box, text, score in found]

    return words


def _model(pattern: str) -> Path:
    """Return a model that came with rapidocr.

    Raises:
        UnreadableFile: there is none.
    """
    found = find_spec("rapidocr")
    folder = Path(found.origin if found and found.origin else "").parent / "models"
    models = sorted(folder.glob(pattern))
    if not models:
        raise needed()
    return models[-1]


def _around(corners: list[tuple[float, float]]) -> Box:
    xs, ys = zip(*corners, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
