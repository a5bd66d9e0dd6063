"""What a policy is, as values: a set of rules under one identity."""

from dataclasses import dataclass, field

from redact.policy.conditions import BOUNDS, Condition
from redact.policy.decision import Effect, PolicyIdentity


@dataclass(frozen=True, slots=True)
class Rule:
    """`text` says in one sentence what the rule does. `exemptions` may hold the word `reasons`.

    `extent`: whether a release may say how much this rule withheld. A rule without conditions
    speaks of all text; only a withholding one may be so.
    """

    id: str
    effect: Effect
    text: str
    when: tuple[Condition, ...] = ()
    exemptions: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    refer: str | None = None
    extent: bool = True

    @property
    def names_kinds(self) -> bool:
        """Whether the rule says of which kinds of portion it speaks."""
        return any(condition.fact == "kind" for condition in self.when)


@dataclass(frozen=True, slots=True)
class Policy:
    """`rules` are sorted by id, for their order means nothing. `source` is the text of the file."""

    identity: PolicyIdentity
    authority: str
    rules: tuple[Rule, ...]
    source: str

    asks_for_days: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note whether a rule compares a day or an age: what else it asks for has few values."""
        asked = any(found.form in BOUNDS for rule in self.rules for found in rule.when)
        object.__setattr__(self, "asks_for_days", asked)

    def __hash__(self) -> int:
        """Of the file's digest alone: a policy is a key of caches, and has many rules."""
        return hash(self.identity.sha256)
