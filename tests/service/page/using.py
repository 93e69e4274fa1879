"""What a person does with the page."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page


def choose(page: Page, *files: Path | tuple[str, bytes]) -> None:
    """Choose files, which may exist only by name and content."""
    page.set_input_files("#files", _given(files))


def _given(files: Sequence[Path | tuple[str, bytes]]) -> list[FilePayload]:
    named = [(file.name, file.read_bytes()) if isinstance(file, Path) else file for file in files]
    return [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        for name, data in named
    ]


def entry(page: Page, name: str) -> Locator:
    """Return what the list says of a file."""
    return page.locator(".entry").filter(has=page.get_by_role("heading", name=name, exact=True))


def drop(page: Page, *files: Path) -> None:
    """Drop files on the page from elsewhere."""
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 300, "y": 300, "data": data})


def slow_down(page: Page, bytes_a_second: int) -> None:
    """Let what the page sends take its time."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": bytes_a_second,
        },
    )
