"""What is taken out of a portion that is released: spans united, with all that is claimed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from redact.detectors.banner_names import BANNER_NAME
from redact.detectors.model import Detection, Thing
from redact.policy.compiled import AppliedRules
from redact.policy.decision import Applied, Effect, Excised
from redact.policy.facts import UNKNOWN, Facts
from redact.text import Span


class _Cut(NamedTuple):
    """Something found, and the accounts of the rules that take it out."""

    found: Detection
    rules: tuple[Applied, ...]


def excised(facts: Facts, applied: AppliedRules) -> tuple[Excised, ...]:
    """Every span that a rule takes out of the portion, in order; what overlaps or touches is one.

    A rule that applies only through unknown facts takes out without claiming an exemption; names in
    a banner go by no rule.
    """
    if facts.detections is UNKNOWN:
        return ()
    rules = [pair for pair in applied if pair[0].effect is Effect.EXCISE]
    cuts = []
    for found in sorted(facts.detections, key=lambda found: found.span):
        fitting = tuple(account for rule, account in rules if found.detector in rule.spans)
        if fitting or found.detector == BANNER_NAME:
            cuts.append(_Cut(found, fitting))
    return tuple(_united(group) for group in _touching(cuts))


def _touching(cuts: Iterable[_Cut]) -> Iterator[list[_Cut]]:
    """Runs of cuts, sorted by their beginnings, between which no letter is left."""
    run: list[_Cut] = []
    end = 0
    for cut in cuts:
        if run and cut.found.span.start > end:
            yield run
            run = []
        end = max(end, cut.found.span.end) if run else cut.found.span.end
        run.append(cut)
    if run:
        yield run


def _united(run: list[_Cut]) -> Excised:
    things = {cut.found.thing for cut in run}
    by_id = {rule.rule: rule for cut in run for rule in cut.rules}
    rules = [by_id[name] for name in sorted(by_id)]
    certain = [rule for rule in rules if not rule.unknown]
    return Excised(
        Span(run[0].found.span.start, max(cut.found.span.end for cut in run)),
        things.pop() if len(things) == 1 else Thing.TEXT,
        once(code for rule in certain for code in rule.exemptions),
        once(citation for rule in certain for citation in rule.citations),
        tuple(rule.rule for rule in rules),
    )


def once(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, where it first stands."""
    return tuple(dict.fromkeys(words))
