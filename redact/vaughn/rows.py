"""The rows of a Vaughn index, from what was decided of each cable."""

from collections import Counter
from collections.abc import Iterable, Iterator

from redact.cable.model import STRUCTURAL, Cable, EffectiveSource, Kind, Portion
from redact.policy.decision import Account, Decision, Effect, Excised
from redact.release.codes import NEEDS_REVIEWER, codes_of, join_codes
from redact.release.extent import extent_of
from redact.release.model import Outcome
from redact.release.outcome import outcome_of
from redact.vaughn.model import Reviewed, Row
from redact.vaughn.places import lines_of_text, place_of

_DISPOSITIONS = {
    Outcome.RELEASED_IN_FULL: "RIF",
    Outcome.RELEASED_IN_PART: "RIP",
    Outcome.DENIED_IN_FULL: "DIF",
}
_NOTHING_CLAIMED = f"none claimed; {NEEDS_REVIEWER}"
_HIDDEN = "not stated"
_OF_A_BANNER = "the marking names a program or compartment"
_NOTHING = ("", "", "", "nothing is withheld", "", "")


def vaughn_index(reviewed: Iterable[Reviewed]) -> tuple[Row, ...]:
    """One row a withholding, those of a document together; a document released in full has one.

    Documents are numbered in the order of the digests of their sources, so the numbers stay the
    same whatever the order of the files.
    """
    ordered = sorted(reviewed, key=lambda item: (item.cable.source.sha256, item.cable.source.name))
    return tuple(
        row
        for number, (cable, account) in enumerate(ordered, 1)
        for row in _rows(number, cable, account)
    )


def _rows(number: int, cable: Cable, account: Account) -> Iterator[Row]:
    pairs = list(zip(cable.portions, account.decisions, strict=True))
    document = _document(number, cable, account)
    segregability = _segregability(cable, pairs)
    details = [
        (place_of(cable, portion), *cells)
        for portion, decision in pairs
        for cells in _withholdings(cable, portion, decision)
    ]
    for place, extent, exemption, justification, changes_on, referral in details or [_NOTHING]:
        cells = (place, extent, exemption, justification, segregability, changes_on, referral)
        yield Row._make((*document, *cells))


def _document(number: int, cable: Cable, account: Account) -> tuple[str, ...]:
    """The cells that are the same in all rows of a document."""
    header = cable.header
    told = all(decision.extent for decision in account.decisions)
    known = _header_is_released(account)
    day = header.date.isoformat() if header.date else ""
    fields = (
        header.id or header.mrn or "",
        day,
        header.from_ or "",
        "; ".join(item.name for item in (*header.to, *header.info)),
    )
    return (
        str(number),
        *(fields if known else ("withheld",) * len(fields)),
        f"telegram, {lines_of_text(cable)} lines of text" if told else "telegram",
        _description(cable, account),
        _DISPOSITIONS[outcome_of(account.decisions)],
    )


def _header_is_released(account: Account) -> bool:
    heads = [item for item in account.decisions if item.kind in (Kind.ENVELOPE, Kind.HEADER)]
    return all(item.effect is Effect.RELEASE and not item.excised for item in heads)


def _description(cable: Cable, account: Account) -> str:
    """The subject where it goes out whole."""
    subjects = [item for item in account.decisions if item.kind == Kind.SUBJECT]
    if not subjects or cable.header.subject is None:
        return "no subject"
    if any(item.effect is not Effect.RELEASE for item in subjects):
        return "subject withheld"
    if any(item.excised for item in subjects):
        return "subject released in part"
    return cable.header.subject


def _withholdings(
    cable: Cable, portion: Portion, decision: Decision
) -> Iterator[tuple[str, str, str, str, str]]:
    """Extent, exemption, justification, change and referral of a portion or of its excisions."""
    referral = _referral(decision)
    if decision.effect is not Effect.RELEASE:
        extent = extent_of(cable.source.text, portion) if decision.extent else "not stated"
        codes = join_codes(codes_of(decision.exemptions, decision.citations)) or _NOTHING_CLAIMED
        own_end = portion.instruction is not None
        changes = decision.changes_on.isoformat() if decision.changes_on else "none known"
        yield (
            *(extent, codes, _justification(portion, decision)),
            *(_HIDDEN if own_end else changes, referral),
        )
        return
    for (thing, exemptions, citations, rules), count in _excisions(decision.excised):
        sentences = "; ".join(rule.text for rule in decision.applied if rule.rule in rules)
        extent = f"{count} {thing}" if count == 1 else f"{count} {_plural(thing)}"
        codes = join_codes(codes_of(exemptions, citations)) or _NOTHING_CLAIMED
        yield extent, codes, sentences or _OF_A_BANNER, "none known", referral


def _excisions(
    excised: tuple[Excised, ...],
) -> Iterable[tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], int]]:
    return Counter(
        (item.thing.value, item.exemptions, item.citations, item.rules) for item in excised
    ).items()


def _plural(thing: str) -> str:
    return {"address": "addresses", "text": "passages"}.get(thing, f"{thing}s")


def _justification(portion: Portion, decision: Decision) -> str:
    """The reason; only the rules' sentences where facts were read inside the withheld text."""
    inside = portion.instruction is not None
    if inside or portion.effective.source is EffectiveSource.HIGH_WATER:
        sentences = [rule.text for rule in decision.applied if rule.rule in decision.deciding]
        return "; ".join(sentences) or "no rule releases it"
    return decision.reason


def _referral(decision: Decision) -> str:
    return "; ".join(f"{owner}: not asked" for owner in decision.referrals)


def _segregability(cable: Cable, pairs: list[tuple[Portion, Decision]]) -> str:
    """What could be segregated (5 U.S.C. 552(b), last sentences), by place."""
    texts = [(portion, decision) for portion, decision in pairs if portion.kind not in STRUCTURAL]
    released = [
        place_of(cable, portion) for portion, item in texts if item.effect is Effect.RELEASE
    ]
    if not released:
        return "released: no text"
    whole = "" if len(released) == len(texts) else "; each withheld portion is withheld whole"
    return f"released: {', '.join(dict.fromkeys(released))}{whole}"
