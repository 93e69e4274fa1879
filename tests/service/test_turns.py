"""Who is served before whom when several senders ask: by steps of a clock that the test moves."""

from contextlib import ExitStack
from select import select

import pytest

from service.servers import GOOD, Server, half_sent, head, order, raw, troubled, until_busy
from specvalidator.service.turns import Places, Turns


class Clock:
    """Says what it was set to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def served(turns: Turns[str], clock: Clock, seconds: float, count: int) -> list[str]:
    """Let one worker do so many jobs, each so long; return them in turn."""
    done = []
    for _ in range(count):
        item = turns.next()
        assert item is not None
        clock.now += seconds
        turns.end(item)
        done.append(item)
    return done


def test_what_one_sender_asks_is_done_in_turn() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    for item in "abc":
        turns.add("we", item)

    assert served(turns, clock, 1, 3) == ["a", "b", "c"]
    assert turns.next() is None


def test_a_sender_that_asks_often_is_served_in_turn_with_one_that_asks_seldom() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    for number in range(100):
        turns.add("many", f"many {number}")
    for number in range(2):
        turns.add("few", f"few {number}")

    assert served(turns, clock, 1, 5) == ["many 0", "few 0", "many 1", "few 1", "many 2"]


def test_a_sender_whose_files_are_heavy_goes_behind_many_small_ones() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    for number in range(3):
        turns.add("heavy", f"heavy {number}")
    for number in range(9):
        turns.add("light", f"light {number}")
    assert served(turns, clock, 2, 1) == ["heavy 0"], "a second, and one that counts for four"

    assert served(turns, clock, 1, 6) == [*(f"light {number}" for number in range(5)), "heavy 1"]


def test_nobody_saves_up_turns_by_asking_for_nothing() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    turns.add("rare", "rare 0")
    served(turns, clock, 1, 1)
    for number in range(60):
        turns.add("steady", f"steady {number}")
    served(turns, clock, 1, 50)
    for number in range(9):
        turns.add("rare", f"again {number}")

    order_ = served(turns, clock, 1, 6)
    assert sum(each.startswith("again") for each in order_) == 3


def test_what_was_begun_is_ended_before_anything_else_is_begun() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    turns.add("a", "new")
    turns.add("b", "page of what is judged", begun=True)

    assert served(turns, clock, 1, 2) == ["page of what is judged", "new"]


def test_while_others_wait_no_sender_has_all_workers() -> None:
    turns = Turns[str](2, Clock())
    for number in range(9):
        turns.add("heavy", f"heavy {number}")
    assert turns.next() == "heavy 0"
    turns.add("light", "light 0")
    turns.add("light", "light 1")

    assert turns.next() == "light 0"
    turns.end("light 0")
    assert turns.next() == "light 1"


def test_a_sender_with_heavy_work_leaves_a_worker_for_others_who_were_here() -> None:
    clock = Clock()
    turns = Turns[str](2, clock)
    turns.add("light", "light")
    served(turns, clock, 0.1, 1)
    turns.add("heavy", "heavy 0")
    assert turns.next() == "heavy 0"
    turns.add("heavy", "heavy 1")

    assert turns.next() is None, "the other worker is kept as long as nobody knows"
    clock.now += 2
    assert turns.next() is None, "and as it is known"
    turns.add("light", "light 1")
    assert turns.next() == "light 1"
    turns.end("light 1")
    turns.end("heavy 0")
    assert turns.next() == "heavy 1"


def test_a_sender_whose_work_is_light_has_all_workers_that_others_leave() -> None:
    clock = Clock()
    turns = Turns[str](2, clock)
    for sender in ("other", "light"):
        turns.add(sender, "a")
        served(turns, clock, 0.1, 1)
    for number in range(2):
        turns.add("light", f"light {number}")

    assert [turns.next(), turns.next()] == ["light 0", "light 1"]


def test_a_sender_that_is_alone_has_all_workers() -> None:
    clock = Clock()
    turns = Turns[str](2, clock)
    turns.add("only", "heavy 0")
    assert turns.next() == "heavy 0"
    clock.now += 2
    turns.add("only", "heavy 1")

    assert turns.next() == "heavy 1"


def test_a_million_senders_are_not_remembered() -> None:
    clock = Clock()
    turns = Turns[str](1, clock)
    for number in range(30_000):
        turns.add(f"sender {number}", "a")
        turns.next()
        turns.end("a")

    assert turns.known < 12_000


# ── places ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("taken", "sender", "is_free"),
    [
        pytest.param("aaa", "a", True, id="one is left"),
        pytest.param("aaaa", "a", False, id="one sender has all"),
        pytest.param("aaaa", "b", True, id="another has its part all the same"),
        pytest.param("aaaabb", "b", False, id="and no more than that"),
        pytest.param("aaaabb", "c", True, id="a third has a part, too"),
        pytest.param("aaaabbcd", "e", False, id="there are twice as many and no more"),
    ],
)
def test_each_sender_has_its_part_of_the_places(taken: str, sender: str, *, is_free: bool) -> None:
    places = Places(4)
    with ExitStack() as held:
        for each in taken:
            held.enter_context(places.place(each))
        assert places.taken == len(taken)
        assert places.is_free(sender) is is_free
    assert places.taken == 0


# ── the service ──────────────────────────────────────────────────────────────────────────


def test_a_small_file_is_answered_before_all_heavy_ones_of_another_sender() -> None:
    patient = troubled(workers=2, limits={"seconds": 120}, graceful_seconds=1)
    with patient as server, ExitStack() as open_:
        server.wait_until_ready()
        assert asked(server, "127.0.0.1", GOOD.read_bytes()) == b"200"
        heavy = [open_.enter_context(raw(server, "127.0.0.2")) for _ in range(18)]
        for each in heavy:
            body = order("sleep")
            each.sendall(head(f"Content-Length: {len(body)}") + body)
        for _ in range(40):
            open_.enter_context(half_sent(server, b"x" * 9_000, "127.0.0.3"))
        until_busy(server, 18)
        statuses = [asked(server, "127.0.0.1", GOOD.read_bytes()) for _ in range(5)]
        answered = select(heavy, [], [], 0)[0]

    assert statuses == [b"200"] * 5
    assert answered == [], "five were answered before the first heavy one"


def asked(server: Server, source: str, body: bytes) -> bytes:
    """Return the status of the answer to a file."""
    with raw(server, source) as client:
        client.sendall(head(f"Content-Length: {len(body)}", "Connection: close") + body)
        return client.recv(99).split()[1]
