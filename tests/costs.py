"""What a piece of work costs: steps, which every run counts alike, and processor time."""

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python and calls, also of C, the work runs.

    What is quadratic inside one call of C is not seen: `benchmarks/growth.py` times the same files.
    """
    counted = 0

    def each_line(_frame: FrameType, _event: str, _argument: Any) -> Any:  # noqa: ANN401
        nonlocal counted
        counted += 1
        return each_line

    def each_frame(_frame: FrameType, _event: str, _argument: Any) -> Any:  # noqa: ANN401
        return each_line

    def each_call(_frame: FrameType, _event: str, _argument: Any) -> None:  # noqa: ANN401
        nonlocal counted
        counted += 1

    work()  # what is imported, compiled or cached at the first time
    before = sys.gettrace(), sys.getprofile()
    sys.settrace(each_frame)
    sys.setprofile(each_call)
    try:
        work()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return counted


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of this thread: other programs of a busy machine count little.

    Only for what either takes a moment or does not end, such as a pattern that goes back and forth.
    """
    began = time.thread_time()
    work()
    return time.thread_time() - began
