"""What the service knows, to read: rules, packs and schemas."""

from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Response

from specvalidator.packs import load_pack, rulebook
from specvalidator.schemas import SCHEMAS, schema_text
from specvalidator.service import description
from specvalidator.service.parameters import LangNamed, pack_named, refuse_unknown
from specvalidator.service.problems import ProblemError
from specvalidator.service.service import Service
from specvalidator.version import __version__

_Rule = Annotated[str, Path(max_length=100, examples=["weight-total"])]
_Schema = Annotated[str, Path(max_length=100, json_schema_extra={"enum": list(SCHEMAS)})]


def reference(service: Service) -> APIRouter:
    """Return the routes that say what the service knows. `lang` is that of problems."""
    routes = APIRouter(
        prefix="/v1", dependencies=[Depends(service.let_in), Depends(refuse_unknown)]
    )
    named = pack_named(service.packs, service.pack)

    @cache
    def all_rules(pack: str) -> str:
        found = load_pack(service.packs[pack])
        return rulebook.as_json(found, list(rulebook.rules_in_force(found)), examples=False)

    @routes.get("/rules", **description.RULES)
    async def rules(pack: Annotated[str, Depends(named)], lang: LangNamed = None) -> Response:  # noqa: ARG001
        return _json(all_rules(pack))

    @routes.get("/rules/{name}", **description.RULE)
    async def rule(
        name: _Rule,
        pack: Annotated[str, Depends(named)],
        lang: LangNamed = None,  # noqa: ARG001 - see above
    ) -> Response:
        found = load_pack(service.packs[pack])
        if name not in rulebook.rules_in_force(found):
            raise ProblemError("not-found")
        return _json(rulebook.as_json(found, [name]))

    @routes.get("/packs", **description.PACKS)
    async def packs(lang: LangNamed = None) -> dict[str, Any]:  # noqa: ARG001 - see above
        found = [load_pack(each).pack for each in service.packs.values()]
        return {
            "specvalidator": __version__,
            "usual": service.pack,
            "packs": [each.model_dump(mode="json", exclude={"extends"}) for each in found],
        }

    @routes.get("/schemas/{name}", **description.SCHEMA)
    async def schema(name: _Schema, lang: LangNamed = None) -> Response:  # noqa: ARG001 - see above
        if name not in SCHEMAS:
            raise ProblemError("not-found", description.KNOWN_SCHEMAS)
        return Response(schema_text(name), media_type="application/schema+json")

    return routes


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")
