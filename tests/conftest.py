"""Hypothesis profiles: `dev` is quick, `ci` looks harder (HYPOTHESIS_PROFILE=ci)."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # shared runners are slow now and then
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
