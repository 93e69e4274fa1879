"""The application: routes, errors and the envelope, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.middleware.cors import CORSMiddleware

from specvalidator.service import description
from specvalidator.service.envelope import REQUEST_ID, Envelope
from specvalidator.service.health import health
from specvalidator.service.making import making
from specvalidator.service.options import ServiceOptions
from specvalidator.service.pages import pages
from specvalidator.service.problems import ProblemDocument
from specvalidator.service.reference import reference
from specvalidator.service.refusing import refusing
from specvalidator.service.service import Service
from specvalidator.service.submitting import FIXED, submitting
from specvalidator.version import __version__


def application(options: ServiceOptions) -> FastAPI:
    """Return the service as an ASGI application; its workers run as long as its lifespan.

    Raises:
        SpecvalidatorError: something that the options name cannot be used.
    """
    service = Service(options)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            await service.pool.start()
            yield
        finally:
            await service.pool.stop()

    app = FastAPI(
        title=description.TITLE,
        version=__version__,
        lifespan=lifespan,
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    app.openapi = lambda: _described(app)  # type: ignore[method-assign] # as FastAPI documents it
    for routes in (
        submitting(service),
        making(service),
        reference(service),
        health(service),
        pages(),
    ):
        app.include_router(routes)

    refusing(app, service)
    if options.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=options.origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type", REQUEST_ID),
            expose_headers=(REQUEST_ID, "Content-Disposition", "Retry-After", FIXED),
        )
    app.add_middleware(Envelope, service=service)
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """Return the description of the API (OpenAPI 3.1)."""
    if app.openapi_schema is None:
        whole = get_openapi(
            title=app.title,
            version=app.version,
            description=description.ABOUT,
            routes=app.routes,
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        )
        parts = whole["components"]
        parts["schemas"].pop("HTTPValidationError", None)
        parts["schemas"].pop("ValidationError", None)
        parts["schemas"][ProblemDocument.__name__] = ProblemDocument.model_json_schema()
        parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        whole["security"] = [{}, {"token": []}]
        app.openapi_schema = whole
    return app.openapi_schema
