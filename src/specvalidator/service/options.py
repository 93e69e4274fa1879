"""What an operator may decide about the service."""

import os
from pathlib import Path
from typing import NamedTuple

from specvalidator.packs import DEFAULT_PACK
from specvalidator.readers.limits import DEFAULT, Limits
from specvalidator.wording import Lang

LOOPBACK = "127.0.0.1"
_WAITING_PER_WORKER = 8


class ServiceOptions(NamedTuple):
    """How one service runs. Sizes in bytes, times in seconds."""

    host: str = LOOPBACK
    """The address to listen at."""
    port: int = 8000
    """The port to listen at; 0 for any that is free."""
    workers: int = os.cpu_count() or 1
    """Processes that read and judge, each one file at a time."""
    waiting: int | None = None
    """Requests that may wait for a worker; more are refused. None for eight per worker, which a
    four-page draft passes in a fraction of a second."""
    patience_seconds: float = 0.5
    """How long a request waits for a worker while its sender asks for more than there are places
    for; then it is refused, too. Whose requests all had places is waited with for as long as it
    takes."""
    uploads: int = 64
    """Requests whose bodies may be on their way at once; a body that is there whole needs none."""
    shared_uploads: int | None = None
    """How many of those may be of one sender: the owner of a token, or an address. None for half
    of them."""
    body_bytes: int = 64 * 2**20
    """The body of one request, all its files together."""
    held_bytes: int = 512 * 2**20
    """All bodies that are held at once, half of them of one sender; more are refused until some are
    answered."""
    files: int = 20
    """Files of one request."""
    body_seconds: float = 120
    """How long a body may take to arrive."""
    pause_seconds: float = 15
    """How long a client may send nothing before its request is whole."""
    pace: int = 4_000
    """How many bytes a second a client must send, and take of its answer …"""
    head_start_seconds: float = 10
    """… once so much time has passed."""
    connections: int = 1_000
    """Connections that may be open; beyond them, one without a request under way is closed."""
    idle_seconds: int = 10
    """How long a connection may be open without a request under way."""
    graceful_seconds: int = 60
    """How long a service that is told to stop finishes what it took."""
    limits: Limits = DEFAULT
    """How much each file may ask of the process that reads it."""
    pack: str | Path = DEFAULT_PACK
    """The pack that is used where a request names none: an id, or a file."""
    catalogue: Path | None = None
    """The file of published projects."""
    lang: Lang = "zh"
    """The language where a request asks for none."""
    tokens: Path | None = None
    """The file of the tokens of which a request must bring one; None asks for none."""
    origins: tuple[str, ...] = ()
    """Origins of other pages whose scripts may use the service (CORS)."""
    hosts: tuple[str, ...] = ()
    """Names under which the service is reached, beside its addresses and localhost."""

    @property
    def share(self) -> int:
        """How many bodies of one sender may be on their way at once."""
        return max(1, self.uploads // 2) if self.shared_uploads is None else self.shared_uploads

    @property
    def places(self) -> int:
        """How many requests may wait or be worked on at once."""
        waiting = _WAITING_PER_WORKER * self.workers if self.waiting is None else self.waiting
        return self.workers + waiting
