"""Patterns that every Python from 3.11.0 on reads alike.

Before 3.11.5 a possessive repeat of a group matches more than it should: an atomic group does not.
"""

import re
from pathlib import Path

import pytest

import redact

_MODULES = sorted(Path(redact.__file__).parent.rglob("*.py"))
_POSSESSIVE_GROUP = re.compile(r"(?:\)|[A-Z_]\})(?:[*+?]|\{\{?\d*,?\d*\}\}?)\+")


@pytest.mark.parametrize("said", ["(?:a|b)*+", "(ab){0,16}+", "(?:x){{2,}}+", "{_BLANKS}++"])
def test_a_possessive_repeat_of_a_group_is_seen(said: str) -> None:
    assert _POSSESSIVE_GROUP.search(said)


@pytest.mark.parametrize("said", ["[^x]*+", r"\\s*+", "(?>(?:a|b)*)", "(?:a)+", "{HOW}+{PROTECT}"])
def test_what_all_versions_read_alike_is_left_alone(said: str) -> None:
    assert not _POSSESSIVE_GROUP.search(said)


def test_no_pattern_repeats_a_group_possessively() -> None:
    odd = [path.name for path in _MODULES if _POSSESSIVE_GROUP.search(path.read_text("utf-8"))]
    assert len(_MODULES) > 300
    assert odd == []
