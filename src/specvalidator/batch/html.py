"""The HTML report of each document of a batch: what it is called."""

import hashlib

HTML_FOLDER = "html"


def page_name(sha256: str, name: str | None) -> str:
    """Return the file name of the report on a content.

    Args:
        sha256: digest of the content, in hexadecimal.
        name: what the document is called, where it is judged by its name, too.
    """
    if name is None:
        return f"{sha256}.html"
    told = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{sha256}-{told[:16]}.html"
