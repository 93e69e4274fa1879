"""What every answer carries, what is wrong with requests, and what there is to read."""

import json
from typing import Any

import httpx
import pytest

from service.servers import GOOD, Server, form
from specvalidator.packs import DEFAULT_PACK, load_pack, rulebook
from specvalidator.schemas import SCHEMAS, schema_text

PACK = load_pack(DEFAULT_PACK)


@pytest.mark.parametrize(
    ("request_line", "headers", "status", "name"),
    [
        ("GET /nothing", {}, 404, "not-found"),
        ("GET /v1/check", {}, 405, "method-not-allowed"),
        ("GET /v1/rules/nothing", {}, 404, "not-found"),
        ("GET /v1/schemas/nothing", {}, 404, "not-found"),
        ("GET /v1/rules?pack=../x.toml", {}, 422, "bad-parameter"),
        ("POST /v1/check?format=exe", {}, 422, "bad-parameter"),
        ("POST /v1/check?kind=x", {}, 422, "bad-parameter"),
        ("POST /v1/check?langs=zh", {}, 422, "bad-parameter"),
        ("POST /v1/annotate?sugest=true", {}, 422, "bad-parameter"),
        ("GET /v1/rules?format=json", {}, 422, "bad-parameter"),
        ("GET /v1/packs?x=1", {}, 422, "bad-parameter"),
        ("POST /v1/check?lang=fr", {}, 422, "bad-parameter"),
        ("POST /v1/check?name=" + "x" * 201, {}, 422, "bad-parameter"),
        ("POST /v1/check", {"Accept": "application/pdf"}, 406, "not-acceptable"),
        ("GET /healthz", {"Host": "evil.example"}, 421, "unknown-host"),
    ],
)
def test_a_bad_request_is_told_as_a_problem_in_both_languages(
    client: httpx.Client, request_line: str, headers: dict[str, str], status: int, name: str
) -> None:
    method, path = request_line.split()
    said: dict[str, dict[str, Any]] = {}
    for lang in ("zh", "en"):
        answer = client.request(method, path, headers={**headers, "Accept-Language": lang})
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-language"] == lang
        said[lang] = answer.json()
        request_id = answer.headers["x-request-id"]
        assert said[lang]["instance"] == f"urn:specvalidator:request:{request_id}"

    assert said["zh"]["type"] == said["en"]["type"] == f"urn:specvalidator:problem:{name}"
    assert said["zh"]["status"] == status
    assert said["zh"]["detail"] != said["en"]["detail"]
    assert said["en"]["title"].isascii()
    assert not said["zh"]["title"].isascii()


def test_a_method_that_is_not_allowed_says_which_are(client: httpx.Client) -> None:
    assert client.get("/v1/check").headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/", "/page/page.js", "/healthz", "/v1/packs", "/nothing"])
def test_every_answer_is_safe_in_a_browser(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    ("given", "kept"),
    [("order-4711_a", "yes"), ("short", "no"), ("x" * 65, "no"), ("a b c d e f g", "no")],
)
def test_a_request_id_is_kept_if_it_can_stand_in_a_log(
    client: httpx.Client, given: str, kept: str
) -> None:
    found = client.get("/healthz", headers={"X-Request-Id": given}).headers["x-request-id"]

    assert (found == given) is (kept == "yes")
    assert len(found) >= 8


def test_the_service_lives_and_is_ready(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_scripts_of_other_origins_are_not_let_in(client: httpx.Client) -> None:
    answer = client.options(
        "/v1/check",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
    )

    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


# ── what there is to read ────────────────────────────────────────────────────────────────


def test_a_rule_is_told_as_on_the_command_line(client: httpx.Client) -> None:
    answer = client.get("/v1/rules/weight-total")

    assert answer.text == rulebook.as_json(PACK, ["weight-total"])


def test_all_rules_are_told_without_examples(client: httpx.Client) -> None:
    rules = client.get("/v1/rules").json()["rules"]

    assert [rule["name"] for rule in rules] == list(rulebook.rules_in_force(PACK))
    assert not any("examples" in rule for rule in rules)


def test_the_packs_are_told(client: httpx.Client) -> None:
    page = client.get("/v1/packs").json()

    assert page["usual"] == DEFAULT_PACK
    assert DEFAULT_PACK in [pack["id"] for pack in page["packs"]]
    assert page["packs"][0]["issued"] == "2021-02-04"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_those_that_are_published(client: httpx.Client, name: str) -> None:
    answer = client.get(f"/v1/schemas/{name}")

    assert answer.headers["content-type"] == "application/schema+json"
    assert json.loads(answer.text) == json.loads(schema_text(name))


def test_a_report_in_html_has_no_part_in_the_origin_of_the_service(server: Server) -> None:
    answer = server.client.post(
        "/v1/check", files=form(("a.docx", GOOD.read_bytes())), headers={"Accept": "text/html"}
    )

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith(
        "sandbox allow-scripts allow-modals;"
    )
    assert "竹篮编织" in answer.text
