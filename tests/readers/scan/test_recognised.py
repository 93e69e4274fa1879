"""Pages that the engine itself reads, without the net."""

import socket
from typing import Any, NoReturn

import pytest

import specvalidator as sv
from readers.scan.recording import ROOT, needs_extra, pictures

STEM = "07-faults-tea"


def rules(data: bytes) -> set[str]:
    """Return the rules that say something of a file."""
    return {each.rule for report in sv.validate(data, name="x") for each in report.findings}


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    needs_extra()

    def refused(*_: Any, **__: Any) -> NoReturn:  # noqa: ANN401 - whatever is asked
        raise AssertionError("the net was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.mark.usefixtures("offline")
def test_a_clean_page_is_read_and_judged_as_its_twin_is() -> None:
    twin = (ROOT / f"examples/pdf/exported/{STEM}.pdf").read_bytes()
    [page] = pictures(STEM)

    assert sv.read(page)[0].model == sv.read(twin)[0].model
    assert rules(page) == rules(twin)


@pytest.mark.usefixtures("offline")
def test_a_page_upside_down_is_turned() -> None:
    import cv2  # noqa: PLC0415 - an extra
    import numpy as np  # noqa: PLC0415 - the same

    [page] = pictures(STEM)
    image = cv2.rotate(cv2.imdecode(np.frombuffer(page, np.uint8), 1), cv2.ROTATE_180)
    _, turned = cv2.imencode(".png", image)
    [upright], [found] = sv.read(page), sv.read(bytes(turned))

    assert found.model == upright.model
    first, last = found.places["/name"], upright.places["/name"]
    assert (first.box[1] + last.box[3]) == pytest.approx(841.9, abs=4)  # type: ignore[union-attr]
