"""What a classification or control marking says: portion marks and banners (E.O. 13526).

Names are imported when they are first used, so the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from redact.markings.reading import parse_marking, read_marking

if TYPE_CHECKING:
    from redact.markings.audience import releasable_to
    from redact.markings.canonical import banner, portion
    from redact.markings.document import marking_document, roll_up_document
    from redact.markings.dominance import dominates
    from redact.markings.eras import era_findings
    from redact.markings.rolling_up import join, roll_up
    from redact.markings.words import is_register_word

__all__ = [
    "banner",
    "dominates",
    "era_findings",
    "is_register_word",
    "join",
    "marking_document",
    "parse_marking",
    "portion",
    "read_marking",
    "releasable_to",
    "roll_up",
    "roll_up_document",
]

_HOMES = {
    "banner": "canonical",
    "dominates": "dominance",
    "era_findings": "eras",
    "is_register_word": "words",
    "join": "rolling_up",
    "marking_document": "document",
    "portion": "canonical",
    "releasable_to": "audience",
    "roll_up": "rolling_up",
    "roll_up_document": "document",
}


def __getattr__(name: str) -> object:
    """Import an exported name from its home on first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
