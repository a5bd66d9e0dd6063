"""What all tests share: the Hypothesis profiles."""

from tests.property import profiles

profiles.register()
