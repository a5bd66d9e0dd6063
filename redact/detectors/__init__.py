"""Spans inside portions that a policy may take out: found in the text before any policy runs."""

from typing import TYPE_CHECKING

from redact.detectors.model import Detection, Wanted
from redact.detectors.register import DETECTORS

if TYPE_CHECKING:
    from redact.cable.model import Cable

__all__ = ["DETECTORS", "detect"]


def detect(cable: "Cable", wanted: Wanted) -> tuple[tuple[Detection, ...], ...]:
    """What the detectors that are `wanted` find, one tuple a portion, in the order of portions.

    The spans of a portion are sorted, lie within it and may overlap; what crosses the border of a
    portion is cut. Raises KeyError for a detector that is not in the register.
    """
    from redact.detectors.looking import look

    return look(cable, wanted)
