"""Who may use the service: tokens, addresses, origins, and the commands about them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.servers import GOOD, Server, form, running, troubled
from specvalidator.errors import BadSettings
from specvalidator.service.options import ServiceOptions
from specvalidator.service.running import OpenToAllError, serve
from specvalidator.service.tokens import line_of, load_tokens, new_token

TOKEN = new_token()
OTHER = new_token()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service that asks for a token, and lets the pages of one origin use it."""
    tokens = tmp_path_factory.mktemp("tokens") / "tokens.txt"
    tokens.write_text("# who\n\n" + line_of("permits", TOKEN) + line_of("portal", OTHER))
    origins = ["https://portal.example"]
    with troubled(workers=1, tokens=str(tokens), origins=origins) as server:
        yield server


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN} {OTHER}"],
    ids=["none", "no token", "another", "another scheme", "a letter more", "two"],
)
@pytest.mark.parametrize("path", ["/v1/packs", "/v1/rules/weight-total", "/metrics"])
def test_without_a_token_nothing_is_told(guarded: Server, path: str, authorization: str) -> None:
    answer = guarded.client.get(path, headers={"Authorization": authorization})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer ")
    assert answer.json()["type"] == "urn:specvalidator:problem:unauthorised"


def test_without_a_token_nothing_is_checked(guarded: Server) -> None:
    files = form(("a.docx", GOOD.read_bytes()))

    assert guarded.client.post("/v1/check", files=files).status_code == 401
    assert guarded.client.post("/v1/annotate", files=files).status_code == 401


@pytest.mark.parametrize(
    ("token", "owner"), [(TOKEN, "permits"), (OTHER, "portal")], ids=["permits", "portal"]
)
def test_with_a_token_files_are_checked_and_the_log_says_whose(
    guarded: Server, token: str, owner: str
) -> None:
    headers = {"Authorization": f"Bearer {token}", "X-Request-Id": f"token-of-{owner}"}
    files = form(("a.docx", GOOD.read_bytes()))

    assert guarded.client.post("/v1/check", files=files, headers=headers).status_code == 200
    line = json.loads(guarded.awaited(re.compile(f".*token-of-{owner}.*")))
    assert (line["route"], line["client"]) == ("/v1/check", owner)
    assert token not in "".join(guarded.lines)


@pytest.mark.parametrize("path", ["/", "/page/page.css", "/healthz", "/readyz", "/openapi.json"])
def test_the_page_and_the_health_are_for_all(guarded: Server, path: str) -> None:
    assert guarded.client.get(path).status_code == 200


def test_pages_of_an_origin_that_is_named_may_use_the_service(guarded: Server) -> None:
    headers = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    allowed = [
        guarded.client.options("/v1/check", headers={**headers, "Origin": origin}).headers.get(
            "access-control-allow-origin"
        )
        for origin in ("https://portal.example", "https://evil.example")
    ]

    assert allowed == ["https://portal.example", None]


# ── where it listens ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "portal.example"])  # noqa: S104
def test_without_tokens_it_listens_to_this_machine_alone(host: str) -> None:
    with pytest.raises(OpenToAllError):
        serve(ServiceOptions(host=host))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="none"),
        pytest.param("# nobody\n", id="only a comment"),
        pytest.param("a secret\n", id="no digest"),
        pytest.param(line_of("a", TOKEN) * 2, id="a name twice"),
    ],
)
def test_a_file_of_tokens_that_cannot_be_understood_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tokens.txt"
    path.write_text(text)

    with pytest.raises(BadSettings):
        load_tokens(path)


def test_another_pack_is_served_beside_those_that_come_with_the_package() -> None:
    pack = GOOD.parent / "packs" / "haiping-2024-1.toml"
    with running(
        "specvalidator", "serve", "--port", "0", "--workers", "1", "--pack", str(pack)
    ) as server:
        page = server.client.get("/v1/packs").json()
        files = form(("a.docx", GOOD.read_bytes()))
        answers = [
            server.client.post("/v1/check", files=files, params=said)
            for said in ({}, {"pack": "weihai-2021-5"})
        ]

    assert page["usual"] == "haiping-2024-1"
    used = [answer.json()["reports"][0]["pack"]["id"] for answer in answers]
    assert used == ["haiping-2024-1", "weihai-2021-5"]
