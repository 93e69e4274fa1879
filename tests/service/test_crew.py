"""The queue before the processes: who waits, in which order, and what is left by those who go."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

from specvalidator.readers.limits import Limits
from specvalidator.service.crew import Crew, FullError
from specvalidator.service.worker import Job, Refusal, Reply

PLACES = 2


def prepared() -> dict[str, Job]:
    return {"say": lambda word: Reply(word, word.encode()), "wait": wait}


def wait(seconds: float) -> Reply:
    time.sleep(seconds)
    return Reply("waited", b"")


def with_crew(scenario: Callable[[Crew], Awaitable[list[str]]]) -> list[str]:
    """Run a scenario with one worker; in a thread, as others have an event loop here, too."""

    async def run() -> list[str]:
        crew = Crew(Limits(), prepared, workers=1, places=PLACES)
        await crew.start()
        try:
            return await scenario(crew)
        finally:
            await crew.stop()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(run())).result(60)


def test_jobs_are_done_in_turn_and_what_was_begun_before_all_others() -> None:
    async def scenario(crew: Crew) -> list[str]:
        done: list[str] = []

        async def say(word: str, *, begun: bool = False) -> None:
            reply = await crew.do("say", word, begun=begun)
            assert isinstance(reply, Reply)
            done.append(reply.outcome)

        await asyncio.gather(
            crew.do("wait", 0.1), say("first"), say("second"), say("begun", begun=True)
        )
        return done

    assert with_crew(scenario) == ["begun", "first", "second"]


def test_who_stops_waiting_takes_no_worker_away() -> None:
    async def scenario(crew: Crew) -> list[str]:
        busy = asyncio.create_task(crew.do("wait", 0.1))
        leaving = [asyncio.create_task(crew.do("say", "nobody")) for _ in range(3)]
        await asyncio.sleep(0)
        for each in leaving:
            each.cancel()
        await busy
        replies = [await crew.do("say", word) for word in "ab"]
        return [each.outcome for each in replies if isinstance(each, Reply)]

    assert with_crew(scenario) == ["a", "b"]


def test_a_job_that_fails_says_where_and_not_what() -> None:
    async def scenario(crew: Crew) -> list[str]:
        reply = await crew.do("say", 4711)
        assert isinstance(reply, Refusal)
        return [reply.error.error, str(reply.bug)]

    error, bug = with_crew(scenario)
    assert error == "unreadable"
    assert bug.startswith("AttributeError at ")
    assert "4711" not in bug


def test_a_place_is_free_again_when_it_is_left() -> None:
    crew = Crew(Limits(), prepared, workers=1, places=PLACES)
    refused = []
    for _ in range(3):
        with crew.place(), crew.place():
            try:
                crew.refuse_when_full()
            except FullError:
                refused.append(crew.taken)
    assert refused == [PLACES] * 3
    assert crew.taken == 0
