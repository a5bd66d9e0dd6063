"""Cables of one portion or a few, built by hand, so that a test of policies needs no reader."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from redact.cable.model import Cable, Caption, Effective, EffectiveSource, Header, Kind, Portion
from redact.cable.model import Source as CableSource
from redact.declassification.model import Basis, Instruction
from redact.declassification.model import Effective as EffectiveDate
from redact.declassification.model import Kind as InstructionKind
from redact.markings.model import Cui, Level, Marking, NonUS
from redact.policy.decision import PolicyIdentity
from redact.policy.facts import Facts
from redact.policy.model import Policy, Rule
from redact.text import Span

TEXT = "ZEBRA QUAGGA\n"
"""The text of every portion: it must occur nowhere in what a policy says."""


def marking_of(fields: Mapping[str, Any]) -> Marking:
    """A marking from JSON: `{"level": "S", "aea": ["RD"]}`."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    values["level"] = Level(values["level"])
    if "non_us" in values:
        values["non_us"] = NonUS(values["non_us"], values["level"])
    if "cui" in values:
        values["cui"] = Cui(**{key: tuple(codes) for key, codes in values["cui"].items()})
    return Marking(**values)


def instruction_of(fields: Mapping[str, Any] | None) -> Instruction:
    """An instruction from JSON: `{"basis": "instruction", "date": "2019-09-22"}`; None says N/A."""
    fields = fields or {"basis": "none", "kind": "not_applicable"}
    day = date.fromisoformat(fields["date"]) if fields.get("date") else None
    effective = EffectiveDate(day, Basis(fields["basis"]), fields.get("authority"))
    kind = InstructionKind(fields.get("kind", "date"))
    return Instruction("", None, kind, day, None, (), effective)


def portion_of(
    marking: Marking | None,
    *,
    kind: Kind = Kind.PARAGRAPH,
    number: str | None = "1",
    doubts: Sequence[str] = (),
    instruction: Instruction | None = None,
) -> Portion:
    """A portion bound by `marking`, without place: `cable_of` gives it one."""
    source = EffectiveSource.NONE if marking is None else EffectiveSource.OWN
    return Portion(
        index=0,
        kind=kind,
        number=number,
        parent=None,
        span=Span(0, 0),
        mark=None,
        effective=Effective(marking, source),
        doubts=tuple(doubts),
        instruction=instruction,
    )


def cable_of(
    portions: Sequence[Portion],
    instruction: Instruction,
    captions: Sequence[tuple[str, bool]] = (),
    reasons: Sequence[str] = (),
    dated: date | None = None,
) -> Cable:
    """A cable whose portions are all of the same text, one line each."""
    text = TEXT * len(portions)
    placed = tuple(
        portion._replace(index=index, span=Span(index * len(TEXT), (index + 1) * len(TEXT)))
        for index, portion in enumerate(portions)
    )
    return Cable(
        source=CableSource("cable.txt", text, "utf-8", "0" * 64),
        form="test",
        header=Header(
            captions=tuple(Caption(name, restricts) for name, restricts in captions),
            reasons=tuple(reasons),
        ),
        banner=None,
        in_doubt=False,
        instruction=instruction,
        portions=placed,
        findings=(),
        dated=dated,
    )


def known_facts(**changes: Any) -> Facts:
    """The facts of a Confidential paragraph declassified on 2000-01-01, with `changes`."""
    facts = Facts(
        kind="paragraph",
        level="C",
        controls=frozenset(),
        declassified=True,
        basis="instruction",
        effective_date=date(2000, 1, 1),
        captions=frozenset(),
        doubts=frozenset(),
    )
    return facts._replace(**changes)


def policy_of(*rules: Rule) -> Policy:
    """A policy of these rules, in this order."""
    return Policy(PolicyIdentity("specimen", "1.0.0", "A specimen", "0" * 64), "", rules, "")
