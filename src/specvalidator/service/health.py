"""Whether the service lives, whether it is ready, and what it counts."""

from fastapi import APIRouter, Depends, Response

from specvalidator.service import description, metrics
from specvalidator.service.problems import ProblemError
from specvalidator.service.service import Service


def health(service: Service) -> APIRouter:
    """Return the routes for those who watch over the service."""
    routes = APIRouter()

    @routes.get("/healthz", **description.HEALTH)
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @routes.get("/readyz", **description.READY)
    async def readyz() -> dict[str, str]:
        if not service.pool.ready:
            raise ProblemError("busy")
        return {"status": "ready"}

    @routes.get("/metrics", dependencies=[Depends(service.let_in)], **description.METRICS)
    async def counted() -> Response:
        return Response(service.metrics.page(), media_type=metrics.MEDIA_TYPE)

    return routes
