"""Hypothesis profiles: `dev` is quick, `ci` looks harder (HYPOTHESIS_PROFILE=ci). LibreOffice."""

import os

import pytest
from hypothesis import HealthCheck, settings

from exporting import Export, exporter

settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # shared runners are slow now and then
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """What exports Word files as PDF."""
    return exporter(tmp_path_factory)
