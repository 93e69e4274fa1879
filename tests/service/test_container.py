"""The files for containers: what they say is sound, and what they start works."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import httpx
import pytest
import yaml

from service.servers import FAULTY, Server, form
from specvalidator.service.tokens import line_of, new_token

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


class Instruction:
    """A line of the Containerfile."""

    def __init__(self, text: str) -> None:
        self.name, _, self.said = text.partition(" ")

    @property
    def words(self) -> list[str]:
        """What is run, which must be said as a list: so no shell stands before it."""
        listed: list[str] = json.loads(self.said)
        return listed


def stages() -> list[list[Instruction]]:
    """Return the instructions of each stage."""
    text = (DEPLOY / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
    found: list[list[Instruction]] = []
    for line in lines:
        if line.startswith("FROM "):
            found.append([])
        found[-1].append(Instruction(line))
    return found


def the(name: str) -> Instruction:
    """Return the only instruction of this name in the last stage."""
    [only] = [each for each in stages()[-1] if each.name == name]
    return only


def compose() -> dict[str, Any]:
    """Return the service of the compose file."""
    whole = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    service: dict[str, Any] = whole["services"]["specvalidator"]
    return {**service, "all_secrets": whole["secrets"]}


def test_the_image_has_a_version_and_no_superuser() -> None:
    for stage in stages():
        assert re.search(r":\d+\.\d+", stage[0].said), (
            "an image without a version is another tomorrow"
        )
    last = stages()[-1]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", the("USER").said)
    names = [each.name for each in last]
    assert names.index("USER") > names.index("RUN"), "what is installed, it cannot change"
    assert not {"ADD", "MAINTAINER"} & set(names)


def test_all_that_is_copied_is_there_and_let_in() -> None:
    let_in = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    [*sources] = [
        source
        for stage in stages()
        for each in stage
        if each.name == "COPY"
        for source in each.said.split()[:-1]
    ]
    assert len(sources) > 5
    for source in sources:
        assert (ROOT / source).exists()
        within = {source, *map(str, PurePosixPath(source).parents)}
        assert within & let_in, source


def test_the_wheel_of_the_image_is_built_of_what_is_copied() -> None:
    wanted = re.findall(
        r'^"(src/specvalidator|rules|tests/rules|schemas)" =',
        (ROOT / "pyproject.toml").read_text("utf-8"),
        re.MULTILINE,
    )
    copied = {
        word
        for stage in stages()
        for each in stage
        if each.name == "COPY"
        for word in each.said.split()
    }
    assert len(wanted) == 4
    assert all(each in copied or each.split("/")[0] in copied for each in wanted)


def test_the_compose_file_gives_away_as_little_as_it_can() -> None:
    service = compose()
    assert (DEPLOY / service["build"]["context"]).resolve() == ROOT
    assert (ROOT / service["build"]["dockerfile"]).is_file()
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert all(each.startswith("127.0.0.1:") for each in service["ports"])
    assert service["ports"][0].endswith(f":{the('EXPOSE').said}")
    assert {"mem_limit", "pids_limit", "tmpfs"} <= service.keys()
    assert "command" not in service, "it starts as the image does"
    [secret] = service["secrets"]
    assert f"/run/secrets/{secret}" in the("CMD").words
    assert service["all_secrets"][secret]["file"].removeprefix("./") in (
        (ROOT / ".gitignore").read_text().replace("deploy/", "").split()
    )


def test_what_the_image_starts_works_and_its_health_is_seen(tmp_path: Path) -> None:
    command = [*the("ENTRYPOINT").words, *the("CMD").words]
    token, tokens = new_token(), tmp_path / "tokens"
    tokens.write_text(line_of("office", token))
    [secret] = [each for each in command if each.startswith("/run/secrets/")]
    port = command[command.index("--port") + 1]
    assert port == the("EXPOSE").said
    here = {secret: str(tokens), port: "0", "0.0.0.0": "127.0.0.1"}  # noqa: S104 - not here
    server = Server(*(here.get(each, each) for each in command), "--workers", "1")
    try:
        server.wait_until_ready()
        files = form((FAULTY.name, FAULTY.read_bytes()))
        assert server.client.post("/v1/check", files=files).status_code == 401
        header = {"Authorization": f"Bearer {token}"}
        answer = server.client.post("/v1/check", files=files, headers=header)
        assert answer.json()["reports"][0]["verdict"] == "fail"

        options, _, said = the("HEALTHCHECK").said.partition("CMD ")
        assert shlex.split(options)
        probe = [
            word.replace(f":{port}", f":{httpx.URL(server.url).port}") for word in json.loads(said)
        ]
        assert probe[0] == "python"
        assert subprocess.run([sys.executable, *probe[1:]], check=False).returncode == 0  # noqa: S603 - our own
    finally:
        server.stop()
    dead = subprocess.run([sys.executable, *probe[1:]], capture_output=True, check=False)  # noqa: S603 - our own
    assert dead.returncode != 0


@pytest.mark.parametrize("name", ["--host", "--port", "--tokens"])
def test_the_start_names_what_it_needs(name: str) -> None:
    assert name in the("CMD").words
