"""Draw the pictures of the quick starts: python docs/make_pictures.py [NAME…].

They show frozen reports (frozen.py). LibreOffice prints what is of Word and
Excel, Chromium draws. A picture
carries the digest of what it shows, by which a test tells that it is stale; its own bytes differ
from machine to machine.
"""

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from picture_pages import LANGS, Picture, pictures

FOLDER = Path(__file__).parent / "pictures"
DIGEST = "Source-SHA256"
"""Under which a picture carries the digest of what it shows."""
_CHROMIUM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--force-device-scale-factor=1.5"),
)
_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_COLOURS = 64


def file_of(name: str, ending: str) -> Path:
    """Return where a picture stands."""
    return FOLDER / f"{name}{ending}.png"


def main(names: list[str]) -> None:
    """Draw the pictures that are named, or all."""
    for lang, ending in LANGS.items():
        for name, picture in pictures(lang).items():
            if not names or name in names:
                drawn = _drawn(picture)
                file_of(name, ending).write_bytes(drawn)
                print(f"{name}{ending}.png {len(drawn) // 1024} KiB")


def _drawn(picture: Picture) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shown = picture.page(partial(_to_pdf, folder))
        if isinstance(shown, bytes):
            (folder / "page.png").write_bytes(shown)
        else:
            _draw(shown, picture.size, folder)
        return _small(folder / "page.png", picture.digest)


def _draw(shown: str, size: tuple[int, int], folder: Path) -> None:
    page = folder / "page.html"
    page.write_text(shown, encoding="utf-8")
    width, height = size
    _run(
        *("chromium", *_CHROMIUM, f"--user-data-dir={folder / 'browser'}"),
        *(f"--window-size={width},{height}", f"--screenshot={folder / 'page.png'}"),
        page.as_uri(),
    )


def _to_pdf(folder: Path, data: bytes, suffix: str) -> bytes:
    file = folder / f"draft.{suffix}"
    file.write_bytes(data)
    profile = (folder / "office").as_uri()
    _run(
        *("soffice", f"-env:UserInstallation={profile}", "--headless"),
        *("--convert-to", _NOTES if suffix == "docx" else "pdf"),
        *("--outdir", str(folder), str(file)),
    )
    return file.with_suffix(".pdf").read_bytes()


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise SystemExit(f"{program} is not installed")
    subprocess.run([found, *arguments], check=True, capture_output=True, timeout=120)  # noqa: S603


def _small(png: Path, digest: str) -> bytes:
    """Return a picture with few colours, which carries the digest of what it shows."""
    words = PngInfo()
    words.add_text(DIGEST, digest)
    out = BytesIO()
    with Image.open(png) as image:
        image.convert("RGB").quantize(_COLOURS).save(out, "PNG", optimize=True, pnginfo=words)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
