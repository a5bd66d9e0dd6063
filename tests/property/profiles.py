"""How many examples the property tests take: `ci` few and always the same, `fuzz` very many.

The profile is named by the environment variable HYPOTHESIS_PROFILE; without it, it is `ci`.
"""

import os

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def register() -> None:
    """Register the profiles and load the one that the environment names."""
    settings.register_profile(
        "ci",
        max_examples=60,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=_SLOW,
    )
    settings.register_profile(
        "fuzz", max_examples=20_000, deadline=None, suppress_health_check=_SLOW
    )
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
