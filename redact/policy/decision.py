"""A decision and its reasons: one object."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from redact.detectors.model import Thing
from redact.policy.facts import Facts
from redact.text import Span


class Effect(StrEnum):
    """What a rule does; what is decided of a portion is one of the first two."""

    __hash__ = str.__hash__

    RELEASE = "release"
    WITHHOLD = "withhold"
    EXCISE = "excise"


ORDER = (Effect.WITHHOLD, Effect.EXCISE, Effect.RELEASE)
"""The order in which rules that applied are named."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that applied. `exemptions` is empty where it applied through unknown facts.

    One that excises has applied where it takes something out, or where nobody can say whether
    there is something (`unknown` then names `spans`, and the portion is withheld).
    """

    rule: str
    effect: Effect
    text: str
    exemptions: tuple[str, ...]
    citations: tuple[str, ...]
    refer: str | None
    unknown: tuple[str, ...]

    @property
    def keeps_back(self) -> bool:
        """Whether the portion cannot be released because of this rule."""
        if self.effect is Effect.EXCISE:
            return "spans" in self.unknown
        return self.effect is Effect.WITHHOLD


@dataclass(frozen=True, slots=True)
class Near:
    """A rule that failed by some facts alone: `failed` names them."""

    rule: str
    effect: Effect
    failed: tuple[str, ...]


class Excised(NamedTuple):
    """A span taken out of a released portion, and by which rules.

    Spans of one portion are in order and do not overlap; `span` is into the decoded text.
    """

    span: Span
    thing: Thing
    exemptions: tuple[str, ...]
    citations: tuple[str, ...]
    rules: tuple[str, ...]


class Decision(NamedTuple):
    """What is decided of a portion, and why; portions of which the same is known may share it.

    `applied` holds every rule that applied, sorted by effect (withholding first) and rule id;
    `deciding` those that decided: of the rules with this effect those that hold for certain, or,
    if there are none, those that apply through unknown facts. Only the former claim `exemptions`,
    `citations` and `referrals`, each without repetition. `reason` is one sentence a person can
    read aloud, without text of the cable. `changes_on` is the next day after the as-of date on
    which the effect would be another. `extent`: whether a release may say how much was withheld
    (5 U.S.C. 552(b)); a rule that applies can forbid it. `excised`: what is taken out of a
    portion that is released; empty where it is withheld.
    """

    kind: str
    facts: Facts
    effect: Effect
    applied: tuple[Applied, ...]
    deciding: tuple[str, ...]
    exemptions: tuple[str, ...]
    citations: tuple[str, ...]
    referrals: tuple[str, ...]
    reason: str
    changes_on: date | None
    extent: bool = True
    excised: tuple[Excised, ...] = ()


@dataclass(frozen=True, slots=True)
class PolicyIdentity:
    """Which policy decided.

    `sha256`, in hexadecimal, is that of its file, together with those of the policies it extends
    and the values of its parameters but lists of terms: a digest of these lets anyone try names.
    `parameters` holds every value and is internal.
    """

    name: str
    version: str
    title: str
    sha256: str
    parameters: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What was decided of a cable: every portion, in its order, by one policy as of one date.

    `style` is how the policy wants a hole to be shown. `repaired`: released text is to come out
    with its certain damage mended; that decides nothing.
    """

    policy: PolicyIdentity
    as_of: date
    decisions: tuple[Decision, ...]
    style: str = "frus"
    repaired: bool = False
