"""More of the machine for pages that are recognised than a file may usually take."""

import signal

from specvalidator.readers.limits import ScanLimits

try:
    import resource
except ImportError:  # Windows: nothing is bounded there that would have to be widened
    resource = None  # type: ignore[assignment] # a module elsewhere


def begin(limits: ScanLimits) -> None:
    """Let what reads words begin; what it takes for that, and holds, is not the file's."""
    _compute(limits.first_seconds)
    _hold(limits.address_bytes)


def begin_look(limits: ScanLimits, *, is_first: bool) -> None:
    """Let one picture be looked at, to tell whether there is anything to read on it."""
    _compute(1)
    if is_first:
        _hold(limits.address_bytes)


def take_page(limits: ScanLimits) -> None:
    """Let one page more be recognised."""
    _compute(limits.page_seconds)


def _compute(seconds: int) -> None:
    """Widen the bounds on computing that this process was given, if any."""
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if soft != resource.RLIM_INFINITY:
            most = soft + seconds
            wider = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(resource.RLIMIT_CPU, (wider, hard))
    if hasattr(signal, "setitimer"):
        left, again = signal.getitimer(signal.ITIMER_PROF)
        if left:
            signal.setitimer(signal.ITIMER_PROF, left + seconds, again)
    if hasattr(signal, "alarm"):
        left = signal.alarm(0)
        if left:
            signal.alarm(left + seconds)


def _hold(addresses: int) -> None:
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if soft != resource.RLIM_INFINITY:
            most = soft + addresses
            wider = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(resource.RLIMIT_AS, (wider, hard))
