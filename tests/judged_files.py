"""Read and judge the Word and PDF files of a project, but for scans: python judged_files.py ROOT.

Prints for each file the digest of all that was read and found, so that two runs can be compared.
"""

import hashlib
import json
import sys
from pathlib import Path

import specvalidator as sv

FOLDERS = ("examples", "tests")
ENDINGS = (".docx", ".pdf")


def digest(file: Path, name: str) -> str:
    """Return the digest of what a file gives: records, places, remarks, findings, or a refusal."""
    data = file.read_bytes()
    try:
        read = [each.model_dump(mode="json") for each in sv.read(data, name=name)]
        said = [json.dumps(read), sv.render(sv.validate(data, name=name), "json")]
    except sv.UnreadableFile as refusal:
        said = [refusal.error, refusal.said("zh"), refusal.said("en")]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def main(root: Path) -> None:
    """Print a line for each file: its digest and its name."""
    found = sorted(each for folder in FOLDERS for each in (root / folder).rglob("*.*"))
    for file in found:
        if file.suffix in ENDINGS and file.parent.name != "scans":
            name = file.relative_to(root).as_posix()
            sys.stdout.write(f"{digest(file, name)} {name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
