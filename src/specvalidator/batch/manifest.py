"""What the results in a folder are of: only results of the same kind may stand side by side."""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from specvalidator.batch.parts import Part, begun, digest_of, write_whole
from specvalidator.companions import companion
from specvalidator.errors import SpecvalidatorError
from specvalidator.judging import Judging
from specvalidator.packs import RulePack, load_pack
from specvalidator.readers.catalogues import MOST_BYTES
from specvalidator.readers.limits import Limits
from specvalidator.version import __version__
from specvalidator.wording import Words

if TYPE_CHECKING:
    from specvalidator.batch.work import Waiving

MANIFEST = "manifest.json"
_LOCK = ".lock"
_LAYOUT = 2


class BadFolder(SpecvalidatorError):  # noqa: N818 - reads as "raise BadFolder"
    """A folder in which the results of a batch cannot be written."""


def terms(
    judging: Judging, size: int, waiving: "Waiving | None" = None, *, html: bool = False
) -> dict[str, Any]:
    """Return everything that the results depend on, besides the documents."""
    pack, catalogue = load_pack(judging.pack), None
    if isinstance(judging.catalogue, Path):
        catalogue = hashlib.sha256(companion(judging.catalogue, MOST_BYTES)).hexdigest()
    return {
        "layout": _LAYOUT,
        "specvalidator": __version__,
        "pack": {"id": pack.pack.id, "edition": pack.pack.edition, "sha256": _digest(pack)},
        "lang": judging.lang,
        "kind": judging.kind,
        "catalogue_sha256": catalogue,
        "redact": judging.redact,
        "waivers": None if waiving is None else _waivers(waiving),
        "limits": _limits(judging.limits),
        "documents_a_part": size,
        "html": html,
    }


def begin(folder: Path, of: dict[str, Any]) -> None:
    """Say in the folder what the results will be of.

    Raises:
        BadFolder: there are results of something else, or other files.
    """
    path = folder / MANIFEST
    if not path.exists():
        ours = {_LOCK, begun(path).name}
        if any(each.name not in ours for each in folder.iterdir()):
            raise BadFolder(
                Words(
                    f"{folder} 不是空文件夹，也不是批量检查的结果，请另选文件夹。",
                    f"{folder} is not empty, and holds no results of a batch; name another.",
                )
            )
        write_whole(path, _page({"of": of, "complete": False}))
        return
    try:
        there = json.loads(path.read_bytes())["of"]
    except (ValueError, KeyError, TypeError):
        there = {}
    changed = sorted(name for name in of if there.get(name) != of[name])
    if changed:
        raise BadFolder(
            Words(
                f"{folder} 中的结果是按另外的设置得出的（{'、'.join(changed)}），"
                "不能混在一起，请另选文件夹。",
                f"The results in {folder} were made otherwise ({', '.join(changed)}) and must not "
                "be mixed; name another folder.",
            )
        )


def end(folder: Path, of: dict[str, Any], parts: Sequence[Part], documents: int) -> None:
    """Say that everything is there, and what."""
    files = [path for part in parts for path in (part.reports, part.documents, part.findings)]
    page = {
        "of": of,
        "complete": True,
        "documents": documents,
        "files": {path.relative_to(folder).as_posix(): digest_of(path) for path in files},
    }
    write_whole(folder / MANIFEST, _page(page))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder for as long as `with` lasts; a kill ends it, too.

    Raises:
        BadFolder: another run is at it, or the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = Words(f"无法写入 {folder}（{reason}）。", f"{folder} cannot be written ({reason}).")
        raise BadFolder(words) from None
    with lock:
        _hold(lock.fileno(), folder)
        yield


def _hold(lock: int, folder: Path) -> None:
    if sys.platform == "win32":  # a second run there is the user's own care
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BadFolder(
            Words(
                f"另一次批量检查正在写入 {folder}，请等它结束。",
                f"Another batch is writing into {folder}; wait for it to end.",
            )
        ) from None


def _limits(limits: Limits) -> dict[str, Any]:
    """Return the limits as JSON gives them back; those of one format are a group of their own."""
    return {
        name: value._asdict() if hasattr(value, "_asdict") else value
        for name, value in limits._asdict().items()
    }


def _waivers(waiving: "Waiving") -> dict[str, str]:
    said = json.dumps([each.model_dump(mode="json") for each in waiving.waivers])
    return {"sha256": hashlib.sha256(said.encode()).hexdigest(), "on": waiving.on.isoformat()}


def _digest(pack: RulePack) -> str:
    return hashlib.sha256(pack.model_dump_json().encode()).hexdigest()


def _page(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
