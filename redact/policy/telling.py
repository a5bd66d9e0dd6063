"""The facts of an assessment as one policy needs them: with spans and further facts it asks for."""

from operator import attrgetter

from redact.detectors.model import Detection
from redact.policy.facts import UNKNOWN, Assessment, Facts
from redact.policy.model import Policy

_DETECTIONS = attrgetter("detections")


def told(assessment: Assessment, policy: Policy) -> tuple[Facts, ...]:
    """The facts of every portion; what nobody can look for is UNKNOWN."""
    portions = assessment.portions
    if policy.asks_further and assessment.tell is not None:
        further = assessment.tell()
        pairs = zip(portions, further, strict=True)
        portions = tuple(facts._replace(further=known) for facts, known in pairs)
    if policy.wanted is None:
        return portions
    if assessment.detect is None:
        return tuple(facts._replace(detections=UNKNOWN) for facts in portions)
    found = assessment.detect(policy.wanted)
    if not any(found) and not any(map(_DETECTIONS, portions)):
        return portions
    return tuple(_with(*pair) for pair in zip(found, portions, strict=True))


def _with(found: tuple[Detection, ...], facts: Facts) -> Facts:
    """The facts with what was found; most portions hold nothing, and are left as they are."""
    return facts._replace(detections=found) if found or facts.detections else facts
