"""What files leave behind does not wear a process out."""

import os

from specvalidator.readers.limits import Limits
from specvalidator.workers.process import Job, Reply
from specvalidator.workers.worker import Worker

JOBS = 40
LITTER = 4 * 2**20
"""Bytes that each job leaves behind; all together many times what would wear a process out."""


def littering() -> Job:
    return lambda: Reply(b"%d" % littered())


def littered() -> int:
    """Leave garbage that only Python's collector finds, and return the process's number."""
    circle: list[object] = [bytearray(LITTER)]
    circle.append(circle)
    return os.getpid()


def test_garbage_of_many_files_does_not_wear_a_process_out() -> None:
    limits = Limits(memory_bytes=100 * 2**20)
    with Worker(limits, littering) as worker:
        replies = [worker.do() for _ in range(JOBS)]

        assert {each.payload for each in replies if isinstance(each, Reply)} == {
            b"%d" % (worker.pid or 0)
        }
        assert not worker.worn
