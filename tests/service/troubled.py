"""A service whose workers do what a file tells them: `python -m service.troubled OPTIONS`."""

import importlib
import json
import sys
from pathlib import Path

from hostile.misdeeds import misdeed
from specvalidator.readers.limits import Limits
from specvalidator.service import running, service
from specvalidator.service.options import ServiceOptions
from specvalidator.service.work import Jobs, Upload
from specvalidator.workers.process import Job, Reply

ORDER = b"misdeed "
MEMORY = 2**29


class TroubledJobs(Jobs):
    """Reads what is a file, and obeys what is an order."""

    def prepared(self) -> Job:
        do = super().prepared()

        def done(name: str, *arguments: object) -> Reply:
            upload = arguments[0]
            if (
                name in {"judged", "checked"}
                and isinstance(upload, Upload)
                and upload.data.startswith(ORDER)
            ):
                misdeed(upload.data.removeprefix(ORDER).decode())
            return do(name, *arguments)

        return done


def main() -> None:
    said = json.loads(sys.argv[1])
    limits = Limits(memory_bytes=MEMORY)._replace(**said.pop("limits", {}))
    for name in said.keys() & {"tokens"}:
        said[name] = Path(said[name])
    # Workers do not run this program: they look for the class where a module has it.
    jobs = importlib.import_module("service.troubled").TroubledJobs
    setattr(service, "Jobs", jobs)  # noqa: B010 - the point of this service
    running.serve(ServiceOptions(port=0, limits=limits)._replace(**said))


if __name__ == "__main__":
    main()
