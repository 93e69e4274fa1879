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
_STEP = 32
"""Pixels: sides that its model for finding words takes are multiples of it."""
_NARROWEST = 64
"""Pixels of width that words are filled up to, where 48 are their height."""
_DARK = 200
"""Ink is darker."""
_BESIDE = 40
"""Pixels beside ink that are looked at with it."""
_DOWNWARDS = 1.5
"""Words that are so many times as high as wide run down a page."""


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

    Where words are is looked for on the part of a page with ink, made smaller; each is then read by
    itself, as wide as it is: beside wider ones it takes the time of those.
    """
    import cv2  # noqa: PLC0415 - only where pages are recognised
    import numpy as np  # noqa: PLC0415 - the same
    from rapidocr import RapidOCR  # noqa: PLC0415 - the same

    settings = {
        **{f"{part}.model_path": str(_model(pattern)) for part, pattern in _MODELS.items()},
        "Global.log_level": "critical",
        "Global.text_score": 0.0,
        "Global.use_cls": False,
        "Global.use_preprocess_img": False,
        "Det.limit_side_len": _SIDE,
        "Det.limit_type": "max",
        "Rec.rec_img_shape": [3, 48, _NARROWEST],
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    find = RapidOCR(params={**settings, "Global.use_rec": False})
    read = RapidOCR(params={**settings, "Global.use_det": False})
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)

    def words(grey: Picture) -> list[Word]:
        left, top, right, bottom = _inked(grey)
        if left >= right:
            return []
        inked = grey[top:bottom, left:right]
        scale = min(1.0, _SIDE / max(grey.shape))
        size = [max(_STEP, round(side * scale / _STEP) * _STEP) for side in inked.shape]
        found = find(np.dstack([cv2.resize(inked, (size[1], size[0]))] * 3))
        if found.boxes is None:
            return []
        share = np.array([inked.shape[1] / size[1], inked.shape[0] / size[0]])
        corners = np.asarray(found.boxes) * share + (left, top)
        said = [(box, read(np.dstack([_upright(grey, box)] * 3))) for box in corners]
        return [
            Word(_around(box.tolist()), each.txts[0], float(each.scores[0]))
            for box, each in said
            if each.txts and each.txts[0].strip()
        ]

    return words


def _inked(grey: Picture) -> tuple[int, int, int, int]:
    """Return the part of a page in which all its ink lies, in pixels; an empty one: there is none.

    The margins of a page are a third of it, and take the time of a third.
    """
    import numpy as np  # noqa: PLC0415 - only where pages are recognised

    dark = grey < _DARK
    xs, ys = np.nonzero(dark.sum(0) > 1)[0], np.nonzero(dark.sum(1) > 1)[0]
    if not len(xs) or not len(ys):
        return (0, 0, 0, 0)
    high, wide = grey.shape
    left, top = max(0, int(xs[0]) - _BESIDE), max(0, int(ys[0]) - _BESIDE)
    return left, top, min(wide, int(xs[-1]) + _BESIDE), min(high, int(ys[-1]) + _BESIDE)


def _upright(grey: Picture, corners: Picture) -> Picture:
    """Return words from their corners, clockwise from the top left; those that run down turned."""
    import cv2  # noqa: PLC0415 - only where pages are recognised
    import numpy as np  # noqa: PLC0415 - the same

    a, b, c, d = corners.astype(np.float32)
    wide = max(1, int(max(np.linalg.norm(a - b), np.linalg.norm(c - d))))
    high = max(1, int(max(np.linalg.norm(a - d), np.linalg.norm(b - c))))
    flat = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.array([a, b, c, d]), flat)
    part = cv2.warpPerspective(
        grey, matrix, (wide, high), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.rot90(part) if high >= _DOWNWARDS * wide else part


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
