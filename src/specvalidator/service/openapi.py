"""The description of the API as a file: `python -m specvalidator.service.openapi` writes it."""

import json
from pathlib import Path

from specvalidator.service.app import application
from specvalidator.service.options import ServiceOptions
from specvalidator.shipped import data_folder

NAME = "openapi.json"


def openapi_text() -> str:
    """Return the description of a service that runs as it does by default, with a line end."""
    described = application(ServiceOptions()).openapi()
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def write_openapi(folder: Path) -> None:
    """Write the description to a folder."""
    (folder / NAME).write_text(openapi_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_openapi(data_folder("schemas"))
