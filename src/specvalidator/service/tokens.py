"""Bearer tokens: made at random, kept as digests, compared in constant time."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from specvalidator.companions import companion
from specvalidator.errors import BadSettings
from specvalidator.wording import Words

_LINE = re.compile(r"([\w.-]{1,60})[ \t]+sha256:([0-9a-f]{64})", re.ASCII)
_BYTES = 32  # as nobody can guess so many, one round of SHA-256 hides them well enough


def new_token() -> str:
    """Return a new token."""
    return secrets.token_urlsafe(_BYTES)


def line_of(name: str, token: str) -> str:
    """Return the line of the file of tokens that lets a token in, with its line end.

    Raises:
        ValueError: the name has other characters than letters of ASCII, digits, `.`, `-`, `_`.
    """
    line = f"{name} sha256:{_digest(token)}"
    if not _LINE.fullmatch(line):
        raise ValueError(name)
    return f"{line}\n"


class Tokens:
    """The tokens that are let in."""

    def __init__(self, digests: Mapping[str, str]) -> None:
        """Say which.

        Args:
            digests: SHA-256 of each token in hexadecimal, by the name of its owner.
        """
        self._digests = dict(digests)

    @property
    def owners(self) -> frozenset[str]:
        """The names of all who have one."""
        return frozenset(self._digests)

    def owner(self, authorization: str | None) -> str | None:
        """Return to whom the token of an `Authorization` header belongs, None for nobody."""
        scheme, _, token = (authorization or "").partition(" ")
        given = _digest(token.strip())
        found = None
        for name, digest in self._digests.items():  # all of them: the time tells nothing
            if hmac.compare_digest(digest, given):
                found = name
        return found if scheme.lower() == "bearer" else None


def load_tokens(path: Path) -> Tokens:
    """Return the tokens of a file: on each line a name and `sha256:` with a digest; # comments.

    Raises:
        BadSettings: there is no such file, a line is something else, or there is no token.
    """
    try:
        lines = companion(path).decode().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise BadSettings(path.name, "", Words(f"无法打开（{reason}）", reason)) from None
    digests: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        match = _LINE.fullmatch(said)
        if match is None or match[1] in digests:
            raise BadSettings(path.name, f"{number}", _BAD_LINE)
        digests[match[1]] = match[2]
    if not digests:
        raise BadSettings(path.name, "", Words("其中没有令牌", "it has no token"))
    return Tokens(digests)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


_BAD_LINE = Words(
    "这一行应是一个未用过的名称和 sha256: 摘要，可用 specvalidator token 生成",
    "the line is to be a name that is not taken and a sha256: digest, as specvalidator token "
    "makes them",
)
