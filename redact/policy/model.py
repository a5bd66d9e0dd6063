"""What a policy is, as values: a set of rules under one identity."""

from dataclasses import dataclass, field

from redact.detectors.model import Wanted
from redact.policy.conditions import BOUNDS, Compound, Condition, Expression, Form, Joint, leaves
from redact.policy.decision import Effect, PolicyIdentity
from redact.policy.facts import FURTHER
from redact.policy.vocabulary import DETECTORS


@dataclass(frozen=True, slots=True)
class Rule:
    """`text` says in one sentence what the rule does. `exemptions` may hold the words `reasons` and
    `codes`.

    `extent`: whether a release may say how much this rule withheld. A rule without conditions
    speaks of all text; only a withholding or excising one may be so. `spans`: what an excising one
    takes out, as `redact.detectors.model.Detection` names it.
    """

    id: str
    effect: Effect
    text: str
    when: tuple[Expression, ...] = ()
    exemptions: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    refer: str | None = None
    extent: bool = True
    spans: frozenset[str] = frozenset()

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """What must hold; of an excising rule also that something it takes out has been found."""
        if self.effect is not Effect.EXCISE:
            return self.when
        return (*self.when, Condition("spans", Form.ANY, self.spans))

    @property
    def names_kinds(self) -> bool:
        """Whether the rule may speak of structural portions.

        A releasing one must name kinds for all that it releases, a withholding one anywhere, an
        excising one need not.
        """
        if self.effect is Effect.EXCISE:
            return True
        found = self.when if self.effect is Effect.RELEASE else leaves(self.when)
        return any(_of_kind(condition) for condition in found)


def _of_kind(expression: Expression) -> bool:
    if isinstance(expression, Compound):
        return expression.joint is Joint.ALL and any(map(_of_kind, expression.parts))
    return expression.fact == "kind"


@dataclass(frozen=True, slots=True)
class Policy:
    """`rules` are sorted by id, for their order means nothing. `source` is the text of the file.

    `style` is how holes are shown, `extent` whether a release may say how much was withheld.
    `terms` are the lists of names or terms that rules take out, by their name.
    """

    identity: PolicyIdentity
    authority: str
    rules: tuple[Rule, ...]
    source: str
    style: str = "frus"
    extent: bool = True
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    asked: frozenset[str] = field(init=False, compare=False, repr=False)
    """The facts that rules ask for, or whose words they claim."""
    asks_for_days: bool = field(init=False, compare=False, repr=False)
    """Whether a rule compares a number or a day: the facts then have many values."""
    wanted: Wanted | None = field(init=False, compare=False, repr=False)
    """What detectors are to look for; None where no rule needs it."""

    def __post_init__(self) -> None:
        """Note what the rules ask for, which every decision needs."""
        asked = tuple(leaves(found for rule in self.rules for found in rule.conditions))
        claims_codes = any("codes" in rule.exemptions for rule in self.rules)
        facts = frozenset(found.fact for found in asked)
        known = {
            "asked": facts | {"exempted"} if claims_codes else facts,
            "asks_for_days": any(found.form in BOUNDS for found in asked),
            "wanted": _wanted(self, asked),
        }
        for name, value in known.items():
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        """Of digest and parameters alone: a policy is a key of caches, and has many rules."""
        return hash((self.identity.sha256, self.identity.parameters))

    @property
    def asks_further(self) -> bool:
        """Whether a rule asks for a fact that is told only on request."""
        return not self.asked.isdisjoint(FURTHER)


def _wanted(policy: Policy, asked: tuple[Condition, ...]) -> Wanted | None:
    """What rules take out or ask for; everything where one asks whether there is anything."""
    over_spans = [found for found in asked if found.fact == "spans"]
    spans = frozenset[str]().union(*(found.words for found in over_spans))
    open_ended = any(found.form in _OPEN for found in over_spans)
    if not spans and not open_ended:
        return None
    terms = tuple(entry for entry in policy.terms if open_ended or f"term:{entry[0]}" in spans)
    named = frozenset(word for word in spans if not word.startswith("term:"))
    return Wanted(frozenset(DETECTORS) if open_ended else named, terms)


_OPEN = frozenset({Form.NONE, Form.PRESENT, Form.ONLY})
