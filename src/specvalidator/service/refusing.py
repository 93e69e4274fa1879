"""What becomes of requests that are refused, wherever that is noticed."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from specvalidator.service import parameters, problems
from specvalidator.service.problems import ProblemError
from specvalidator.service.service import Service

_NAMES: dict[int, problems.Name] = {404: "not-found", 405: "method-not-allowed"}


def refusing(app: FastAPI, service: Service) -> None:
    """Let the application answer refusals with problem documents."""

    async def refused(request: Request, problem: Exception) -> Response:
        if not isinstance(problem, ProblemError):
            raise problem
        request.state.problem = problem.name
        return problems.answer(problem, service.lang(request), request.state.request_id)

    async def misread(request: Request, error: Exception) -> Response:
        if not isinstance(error, RequestValidationError):
            raise error
        return await refused(request, parameters.problem_of(error))

    async def missed(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        try:
            await service.let_in_unless_open(request)
        except ProblemError as problem:
            return await refused(request, problem)
        name = _NAMES.get(error.status_code, "bad-body")
        return await refused(request, ProblemError(name, headers=error.headers))

    app.add_exception_handler(ProblemError, refused)
    app.add_exception_handler(RequestValidationError, misread)
    app.add_exception_handler(HTTPException, missed)
