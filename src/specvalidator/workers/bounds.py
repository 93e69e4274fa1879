"""How much this process may take: bounds that the system itself holds to, where it can."""

import signal
from pathlib import Path

try:
    import resource
except ImportError:  # Windows: the clock alone ends a process there
    resource = None  # type: ignore[assignment] # a module elsewhere

_STATM = Path("/proc/self/statm")
_USUAL_SPACE = 256 * 2**20


def bound_memory(memory_bytes: int) -> None:
    """Bound how much more memory this process may ask for."""
    if resource is not None:
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = _address_space() + memory_bytes
        least = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold the submission


def bound_computing(cpu_seconds: float) -> None:
    """Bound how long this process may compute from now on."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        so_far = used.ru_utime + used.ru_stime
        until = max(int(so_far + cpu_seconds), int(so_far) + 1)
        if most == resource.RLIM_INFINITY or until <= most:
            resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def bound_time(seconds: int) -> None:
    """End this process after so many seconds, whoever else is gone; 0 takes it back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def most_memory() -> int:
    """Return the most memory that this process ever had, in bytes; 0 where nobody says."""
    if resource is None:
        return 0
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return most


def _address_space() -> int:
    """Return how many bytes of addresses this process has; where nobody says, a usual number."""
    try:
        return int(_STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return _USUAL_SPACE
