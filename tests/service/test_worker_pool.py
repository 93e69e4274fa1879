"""The queue before the processes: who waits, in which order, and what is left by those who go."""

import asyncio
import math
import os
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from specvalidator.errors import ProgramFailed
from specvalidator.readers.limits import Limits
from specvalidator.service.worker_pool import FullError, WorkerPool
from specvalidator.workers.process import Job, Reply
from specvalidator.workers.worker import Refusal

PLACES = 2
PATIENCE = 0.05


def prepared() -> Job:
    jobs: dict[str, Job] = {
        "say": lambda word: Reply(word.encode(), word),
        "wait": wait,
        "crash": crash,
    }
    return lambda name, *arguments: jobs[name](*arguments)


def crash() -> Reply:
    os.abort()


def wait(seconds: float) -> Reply:
    time.sleep(seconds)
    return Reply(b"", "waited")


def with_pool(
    scenario: Callable[[WorkerPool], Awaitable[list[str]]],
    workers: int = 1,
    patience: float = math.inf,
) -> list[str]:
    """Run a scenario with so many workers; in a thread, as others have an event loop here, too."""

    async def run() -> list[str]:
        pool = WorkerPool(Limits(), prepared, workers, PLACES, patience)
        await pool.start()
        try:
            return await scenario(pool)
        finally:
            await pool.stop()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(run())).result(60)


def outcome(reply: Reply | Refusal) -> str:
    assert isinstance(reply, Reply)
    return reply.outcome


def test_jobs_are_done_in_turn_and_what_was_begun_before_all_others() -> None:
    async def scenario(pool: WorkerPool) -> list[str]:
        done: list[str] = []

        async def say(word: str, *, begun: bool = False) -> None:
            reply = await pool.do("say", word, sender="a", begun=begun)
            assert isinstance(reply, Reply)
            done.append(reply.outcome)

        await asyncio.gather(
            pool.do("wait", 0.1, sender="a"), say("first"), say("second"), say("begun", begun=True)
        )
        return done

    assert with_pool(scenario) == ["begun", "first", "second"]


def test_a_process_that_is_replaced_is_still_that_of_whose_job_ended_it() -> None:
    async def scenario(pool: WorkerPool) -> list[str]:
        done: list[str] = []

        async def told(job: str, *arguments: object, sender: str) -> None:
            await pool.do(job, *arguments, sender=sender)
            done.append(f"{job} of {sender}")

        await told("say", "a", sender="light")
        crashes = [told("crash", sender="heavy") for _ in range(4)]
        light = [told("say", "a", sender="light") for _ in range(4)]
        await asyncio.gather(*crashes, *light)
        return done

    done = with_pool(scenario, workers=2)
    assert done.index("crash of heavy") <= 5
    assert done[-3:] == ["crash of heavy"] * 3, "the light ones waited for one crash at most"


def test_who_stops_waiting_takes_no_worker_away() -> None:
    async def scenario(pool: WorkerPool) -> list[str]:
        busy = asyncio.create_task(pool.do("wait", 0.1, sender="a"))
        leaving = [asyncio.create_task(pool.do("say", "nobody", sender="a")) for _ in range(3)]
        await asyncio.sleep(0)
        for each in leaving:
            each.cancel()
        await busy
        replies = [await pool.do("say", word, sender="a") for word in "ab"]
        return [each.outcome for each in replies if isinstance(each, Reply)]

    assert with_pool(scenario) == ["a", "b"]


@pytest.mark.parametrize("refused", ["", "a", "b"], ids=["nobody", "its sender", "another one"])
def test_a_request_is_waited_with_unless_its_sender_asks_for_more_than_there_are_places(
    refused: str,
) -> None:
    async def scenario(pool: WorkerPool) -> list[str]:
        if refused:
            with pool.place("a"), pool.place("b"), suppress(FullError):
                pool.refuse_when_full(refused)
        busy = asyncio.create_task(pool.do("wait", 10 * PATIENCE, sender="c"))
        await asyncio.sleep(0)
        begun = asyncio.create_task(pool.do("say", "begun", sender="a"))
        try:
            await pool.do("say", "waited", sender="a", first=True)
        except FullError:
            return ["refused", *(["too late"] if busy.done() else []), outcome(await begun)]
        return ["waited", outcome(await begun)]

    expected = "refused" if refused == "a" else "waited"
    assert with_pool(scenario, patience=PATIENCE) == [expected, "begun"]


def test_a_job_that_fails_says_where_and_not_what() -> None:
    async def scenario(pool: WorkerPool) -> list[str]:
        reply = await pool.do("say", 4711, sender="a")
        assert isinstance(reply, Refusal)
        assert isinstance(reply.error, ProgramFailed)
        return [reply.error.error, reply.error.place]

    error, bug = with_pool(scenario)
    assert error == "unreadable"
    assert bug.startswith("AttributeError at ")
    assert "4711" not in bug


def test_a_place_is_free_again_when_it_is_left() -> None:
    pool = WorkerPool(Limits(), prepared, workers=1, places=PLACES)
    refused = []
    for _ in range(3):
        with pool.place("a"), pool.place("a"):
            try:
                pool.refuse_when_full("a")
            except FullError:
                refused.append(pool.taken)
    assert refused == [PLACES] * 3
    assert pool.taken == 0
