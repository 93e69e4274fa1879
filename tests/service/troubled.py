"""A service whose workers do what a file tells them: `python -m service.troubled OPTIONS`."""

import json
import sys
from pathlib import Path

from hostile.misdeeds import misdeed
from specvalidator.readers.limits import Limits
from specvalidator.service import running, service
from specvalidator.service.options import Options
from specvalidator.service.work import Asked, Desk, Upload
from specvalidator.service.worker import Job, Reply

ORDER = b"misdeed "
MEMORY = 2**29


class TroubledDesk(Desk):
    """Reads what is a file, and obeys what is an order."""

    def prepared(self) -> dict[str, Job]:
        jobs = super().prepared()

        def judged(upload: Upload, asked: Asked) -> Reply:
            if upload.data.startswith(ORDER):
                misdeed(upload.data.removeprefix(ORDER).decode())
            return jobs["judged"](upload, asked)

        return {**jobs, "judged": judged}


def main() -> None:
    said = json.loads(sys.argv[1])
    limits = Limits(memory_bytes=MEMORY)._replace(**said.pop("limits", {}))
    for name in said.keys() & {"tokens"}:
        said[name] = Path(said[name])
    setattr(service, "Desk", TroubledDesk)  # noqa: B010 - the point of this service
    running.serve(Options(port=0, limits=limits)._replace(**said))


if __name__ == "__main__":
    main()
