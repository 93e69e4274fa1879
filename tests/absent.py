"""What a machine lacks: in CI a failure, elsewhere a test that is skipped."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """End a test that needs what is not installed."""
    said = f"{what} must be installed for this test"
    if os.environ.get("CI"):
        pytest.fail(said)
    pytest.skip(said)
