"""Why each portion is released or withheld: the rules that applied and those that nearly did."""

from dataclasses import dataclass
from datetime import date

from redact.policy.decide import decide
from redact.policy.decision import Applied, Decision, Effect, Near
from redact.policy.facts import Assessment, Facts
from redact.policy.model import Policy
from redact.policy.semantics import applies, match

_NEAR = 2
"""A rule is near when no more than so many facts keep it from applying."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A decision, and the rules that would apply if one or two facts were others."""

    decision: Decision
    nearly: tuple[Near, ...]

    @property
    def applied(self) -> tuple[Applied, ...]:
        """Every rule that applied, withholding first."""
        return self.decision.applied

    @property
    def changes_on(self) -> date | None:
        """The next day on which the effect would be another."""
        return self.decision.changes_on


def explain(assessment: Assessment, policy: Policy) -> tuple[Explanation, ...]:
    """The explanation of every decision of `policy`, in the order of the portions."""
    account = decide(assessment, policy)
    return tuple(Explanation(found, _nearly(found.facts, policy)) for found in account.decisions)


def _nearly(facts: Facts, policy: Policy) -> tuple[Near, ...]:
    """Rules about this kind of portion that few facts kept from applying, by id."""
    near = []
    for rule in policy.rules:
        found = match(rule, facts)
        if rule.effect is Effect.EXCISE:
            continue
        missing = found.unknown if rule.effect is Effect.RELEASE else ()
        kept_by = tuple(dict.fromkeys((*found.failed, *missing)))
        if not applies(rule, found) and "kind" not in kept_by and len(kept_by) <= _NEAR:
            near.append(Near(rule.id, rule.effect, kept_by))
    return tuple(sorted(near, key=lambda rule: rule.rule))
