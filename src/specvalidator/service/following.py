"""How far checks have come, for whoever sent the files and asks meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Progress(BaseModel):
    """How far a check has come."""

    model_config = ConfigDict(frozen=True)

    state: Literal["unknown", "waiting", "checking"] = Field(
        description="unknown: there is no such check, or it is done"
    )
    page: int = Field(
        default=0, description="The page whose words are recognised; 0 before the first"
    )


class Follower:
    """Hears how far one check has come, from any thread."""

    def __init__(self) -> None:
        self.progress = Progress(state="waiting")

    def __call__(self, page: int) -> None:
        """Hear that a page is recognised; 0: that a worker has begun."""
        self.progress = Progress(state="checking", page=page)


class Followed:
    """The checks that are followed, by their sender and the name that was chosen for them."""

    def __init__(self) -> None:
        self._checks: dict[tuple[str, str], Follower] = {}

    def of(self, sender: str, name: str) -> Progress:
        """Return how far a check has come."""
        follower = self._checks.get((sender, name))
        return follower.progress if follower else Progress(state="unknown")

    @contextmanager
    def follow(self, sender: str, name: str | None) -> Iterator[Follower]:
        """Let a check be asked about as long as it lasts; one without a name is not."""
        follower = Follower()
        if name is None:
            yield follower
            return
        self._checks[sender, name] = follower
        try:
            yield follower
        finally:
            if self._checks.get((sender, name)) is follower:
                del self._checks[sender, name]
