"""Who reads the words of a page: one function, so that others can stand in for it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from specvalidator.readers.layout.page import Box
from specvalidator.readers.scan.pixels import Picture
from specvalidator.readers.scan.recognition import needed

_SIDE = 1280
"""Pixels of the longer side at which words are looked for."""
_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx"}
"""What its own models are called: others would be fetched from the net."""
_LEAST = 0.49
"""By how much a page is made smaller for that at most: one of two pages is as large as others."""
_STEP = 32
"""Pixels: sides that its model for finding words takes are multiples of it."""
_NARROWEST = 64
"""Pixels of width that words are filled up to, where 48 are their height."""
_TWO_PAGES = 2700
"""Pixels: a wider picture with a blank middle shows two pages."""
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


_Part = tuple[int, int, int, int]
"""In whole pixels, from the left and top to the right and bottom."""
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
        "Det.limit_side_len": 2 * _SIDE,
        "Det.limit_type": "max",
        "Rec.rec_img_shape": [3, 48, _NARROWEST],
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
    find = RapidOCR(params={**settings, "Global.use_rec": False})
    read = RapidOCR(params={**settings, "Global.use_det": False})
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)

    def places(grey: Picture, part: _Part, scale: float) -> Iterator[Picture]:
        left, top, right, bottom = part
        inked = grey[top:bottom, left:right]
        size = [max(_STEP, round(side * scale / _STEP) * _STEP) for side in inked.shape]
        found = find(np.dstack([cv2.resize(inked, (size[1], size[0]))] * 3))
        share = np.array([inked.shape[1] / size[1], inked.shape[0] / size[0]])
        for corners in [] if found.boxes is None else np.asarray(found.boxes):
            yield corners * share + (left, top)

    def words(grey: Picture) -> list[Word]:
        scale = min(1.0, max(_SIDE / max(grey.shape), _LEAST))
        corners = [box for part in _inked(grey) for box in places(grey, part, scale)]
        said = [(box, read(np.dstack([_upright(grey, box)] * 3))) for box in corners]
        return [
            Word(_around(box.tolist()), each.txts[0], float(each.scores[0]))
            for box, each in said
            if each.txts and each.txts[0].strip()
        ]

    return words


def _inked(grey: Picture) -> list[_Part]:
    """Return the parts of a page in which all its ink lies: of two pages, each for itself.

    The margins of a page are a third of it, and take the time of a third.
    """
    import numpy as np  # noqa: PLC0415 - only where pages are recognised

    high, wide = grey.shape
    dark = grey < _DARK
    columns = dark.sum(0) > 1
    cuts = [0, wide]
    if wide > _TWO_PAGES and not columns[wide // 2 - _BESIDE : wide // 2 + _BESIDE].any():
        cuts = [0, wide // 2, wide]
    found: list[_Part] = []
    for start, end in pairwise(cuts):
        xs = np.nonzero(columns[start:end])[0]
        ys = np.nonzero(dark[:, start:end].sum(1) > 1)[0]
        if len(xs) and len(ys):
            left, top = start + int(xs[0]) - _BESIDE, int(ys[0]) - _BESIDE
            right, bottom = start + int(xs[-1]) + _BESIDE, int(ys[-1]) + _BESIDE
            found.append((max(0, left), max(0, top), min(wide, right), min(high, bottom)))
    return found


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
