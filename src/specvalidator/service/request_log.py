"""The log: one JSON object a line on standard error, without content, file names or addresses."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

from specvalidator.errors import place_of

_LOGGER = logging.getLogger("specvalidator.service")


def note(event: str, *, level: int = logging.INFO, **facts: object) -> None:
    """Write a line to the log; facts that are None are left out."""
    _LOGGER.log(level, event, extra={"facts": facts})


def open_log(level: str = "INFO") -> None:
    """Let all that the service and its server say go to standard error, a JSON object a line."""
    stream = logging.StreamHandler(sys.stderr)
    stream.setFormatter(AsJson())
    root = logging.getLogger()
    root.handlers = [stream]
    root.setLevel(logging.WARNING)
    _LOGGER.setLevel(level)
    logging.getLogger("uvicorn.error").setLevel(level)


class AsJson(logging.Formatter):
    """A line of the log as JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without its end."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        if record.name == _LOGGER.name:
            facts = getattr(record, "facts", {})
            line["event"] = record.getMessage()
            line |= {name: fact for name, fact in facts.items() if fact is not None}
        else:  # what the server says of itself, of which no word comes from a request
            line["event"] = "server"
            line["logger"] = record.name
            said = str(record.msg) if record.exc_info else record.getMessage()
            line["message"] = said.partition("\n")[0]  # more lines may quote an error
        if record.exc_info and record.exc_info[1]:
            line["bug"] = place_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)
