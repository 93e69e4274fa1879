"""How far a check has come: told by the process that recognises pages, asked for meanwhile."""

import asyncio

import httpx

from specvalidator.readers.limits import DEFAULT
from specvalidator.readers.progress import recognising
from specvalidator.service.following import Followed
from specvalidator.service.worker_pool import WorkerPool
from specvalidator.workers.process import Job, Reply

HANDLE = "0123456789abcdef" * 2


def prepared() -> Job:
    return recognise


def recognise(job: str, pages: int) -> Reply:
    for page in range(1, pages + 1):
        recognising(page)
    return Reply(job.encode())


def test_each_page_is_told_while_the_job_is_done() -> None:
    heard: list[int] = []

    async def done() -> None:
        pool = WorkerPool(DEFAULT, prepared, 1, 2)
        await pool.start()
        try:
            first = await pool.do("first", 3, sender="we", told=heard.append)
            heard.append(-1)
            second = await pool.do("second", 1, sender="we")  # of which nobody wants to hear
        finally:
            await pool.stop()
        assert isinstance(first, Reply)
        assert isinstance(second, Reply)
        assert (first.payload, second.payload) == (b"first", b"second")

    asyncio.run(done())
    assert heard == [0, 1, 2, 3, -1]


def test_a_check_is_asked_about_by_its_sender_alone_and_as_long_as_it_lasts() -> None:
    followed = Followed()
    with followed.follow("we", HANDLE) as told, followed.follow("we", None) as unasked:
        unasked(7)
        assert followed.of("we", HANDLE).state == "waiting"
        told(0)
        told(2)
        found = followed.of("we", HANDLE)
        assert (found.state, found.page) == ("checking", 2)
        assert followed.of("they", HANDLE).state == "unknown"
    assert followed.of("we", HANDLE).state == "unknown"


def test_nothing_is_known_of_other_checks(client: httpx.Client) -> None:
    answer = client.get("/v1/progress", params={"follow": HANDLE})
    assert (answer.status_code, answer.json()) == (200, {"state": "unknown", "page": 0})
    for handle in ("", "x" * 32, HANDLE + "0"):
        assert client.get("/v1/progress", params={"follow": handle}).status_code == 422
    assert client.get("/v1/progress").status_code == 422


def test_a_check_may_be_followed(client: httpx.Client) -> None:
    answer = client.post("/v1/check", params={"follow": HANDLE}, content=b"{}")
    assert answer.status_code == 200
