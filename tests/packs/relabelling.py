"""A Word form whose labels are those of another office."""

import io
import zipfile
from collections.abc import Mapping


def relabelled(form: bytes, labels: Mapping[str, str]) -> bytes:
    """Return a form with each of these words of its text replaced by another; all must be there."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode()
                for label, other in labels.items():
                    assert label in text, label
                    text = text.replace(label, other)
                data = text.encode()
            new.writestr(name, data)
    return changed.getvalue()
