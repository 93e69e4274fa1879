"""What a service counts, for Prometheus."""

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

from specvalidator.service.worker_pool import WorkerPool
from specvalidator.version import __version__

MEDIA_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """Counts of one service."""

    def __init__(self, pool: WorkerPool) -> None:
        registry = self._registry = CollectorRegistry()
        labels = ("route", "method", "status")
        self.requests = Counter(
            "specvalidator_requests", "Requests answered", labels, registry=registry
        )
        self.seconds = Histogram(
            "specvalidator_request_seconds",
            "Time to answer",
            ("route",),
            buckets=_SECONDS,
            registry=registry,
        )
        self.files = Counter(
            "specvalidator_files", "Files by what came of them", ("outcome",), registry=registry
        )
        self.bytes = Counter(
            "specvalidator_body_bytes", "Bytes of bodies received", registry=registry
        )
        self.bugs = Counter("specvalidator_bugs", "Bugs met; each is in the log", registry=registry)
        build = Gauge("specvalidator_build", "Always 1", ("version",), registry=registry)
        build.labels(__version__).set(1)
        for name, said, value in (
            ("workers_busy", "Workers that do something", lambda: pool.busy),
            ("places_taken", "Requests that wait or are worked on", lambda: pool.taken),
            ("workers_replaced", "Processes replaced since the start", lambda: pool.replaced),
        ):
            Gauge(f"specvalidator_{name}", said, registry=registry).set_function(value)

    def page(self) -> bytes:
        """Return everything in the text format of Prometheus."""
        return generate_latest(self._registry)
