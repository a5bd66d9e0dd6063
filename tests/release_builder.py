"""Cables and accounts made by hand, so that releases are tested without a reader or a policy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import accumulate

from redact.cable.model import (
    Cable,
    Effective,
    EffectiveSource,
    Header,
    Kind,
    Mark,
    Portion,
    Source,
)
from redact.declassification.model import Basis, Instruction
from redact.declassification.model import Effective as Ends
from redact.declassification.model import Kind as InstructionKind
from redact.detectors.model import Thing
from redact.markings.model import Level, Marking
from redact.policy.decision import Account, Decision, Effect, Excised, PolicyIdentity
from redact.policy.facts import Facts
from redact.text import Span

CONFIDENTIAL = Marking(Level.C)
ENDS = date(2019, 9, 22)
EXEMPTIONS = ("1.4(b)", "1.4(d)", "(b)(1)")
INSTRUCTION = Instruction(
    text="DECL: 09/22/2019",
    order="12958",
    kind=InstructionKind.DATE,
    date=ENDS,
    event=None,
    codes=(),
    effective=Ends(ENDS, Basis.INSTRUCTION, "E.O. 12958"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One portion to be: `withheld` says what is decided of it, `readable` its mark's fate.

    `excised`: the words to take out of it, in order, and what kind of thing they are.
    """

    text: str
    kind: Kind = Kind.PARAGRAPH
    number: str | None = None
    mark: str | None = None
    readable: bool = True
    withheld: bool = True
    exemptions: tuple[str, ...] = EXEMPTIONS
    citations: tuple[str, ...] = ()
    extent: bool = True
    level: Level = Level.C
    states_end: bool = False
    excised: tuple[tuple[str, Thing], ...] = ()


def cable_of(pieces: Iterable[Piece]) -> Cable:
    """A confidential cable whose portions are the pieces, one behind the other."""
    listed = list(pieces)
    text = "".join(piece.text for piece in listed)
    portions, at = [], 0
    for index, piece in enumerate(listed):
        portions.append(_portion(index, piece, at))
        at += len(piece.text)
    source = Source("-", text, "utf-8", sha256(text.encode()).hexdigest())
    return Cable(source, "C03", Header(), CONFIDENTIAL, False, INSTRUCTION, tuple(portions), ())


def account_of(pieces: Sequence[Piece], as_of: date = date(2019, 9, 21)) -> Account:
    """The account that decides each piece as it says."""
    identity = PolicyIdentity("public", "1.0.0", "Release to the public", "0" * 64)
    starts = accumulate((len(piece.text) for piece in pieces), initial=0)
    decisions = tuple(
        _decision(piece, at, as_of) for piece, at in zip(pieces, starts, strict=False)
    )
    return Account(identity, as_of, decisions)


def _portion(index: int, piece: Piece, at: int) -> Portion:
    mark = None
    if piece.mark is not None:
        start = at + piece.text.index(piece.mark)
        marking = Marking(piece.level) if piece.readable else None
        mark = Mark(piece.mark, Span(start, start + len(piece.mark)), marking)
    effective = Effective(Marking(piece.level), EffectiveSource.OWN)
    span = Span(at, at + len(piece.text))
    own = INSTRUCTION if piece.states_end else None
    return Portion(index, piece.kind, piece.number, None, span, mark, effective, instruction=own)


def _decision(piece: Piece, at: int, as_of: date) -> Decision:
    effect = Effect.WITHHOLD if piece.withheld else Effect.RELEASE
    classified = piece.level is not Level.U
    facts = Facts(
        kind=piece.kind,
        level=piece.level,
        controls=frozenset(),
        declassified=as_of >= ENDS,
        basis=Basis.INSTRUCTION,
        effective_date=ENDS if classified else None,
        captions=frozenset(),
        doubts=frozenset(),
    )
    return Decision(
        kind=piece.kind,
        facts=facts,
        effect=effect,
        applied=(),
        deciding=("classified",) if piece.withheld else ("released",),
        exemptions=piece.exemptions if piece.withheld else (),
        citations=piece.citations,
        referrals=(),
        reason="withheld by rule until 2019-09-22" if piece.withheld else "released by rule",
        changes_on=None,
        extent=piece.extent,
        excised=tuple(_excised(piece.text, at, words, thing) for words, thing in piece.excised),
    )


def _excised(text: str, at: int, words: str, thing: Thing) -> Excised:
    start = at + text.index(words)
    span = Span(start, start + len(words))
    return Excised(span, thing, ("(b)(6)",), ("5 U.S.C. 552(b)(6)",), ("private",))
