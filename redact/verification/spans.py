"""Which places of a portion go out and which do not."""

from redact.cable.model import Cable, Kind, Portion
from redact.policy.decision import Account, Decision, Effect
from redact.text import Span


def released_spans(portion: Portion, decision: Decision) -> list[Span]:
    """What of a portion goes out: nothing, all of it, or what is left between its holes."""
    if decision.effect is not Effect.RELEASE:
        return []
    start, spans = portion.span.start, []
    for hole in decision.excised:
        spans.append(Span(start, hole.span.start))
        start = hole.span.end
    return [*spans, Span(start, portion.span.end)]


def unmarked_spans(portion: Portion) -> tuple[Span, ...]:
    """A portion without its mark, which may go out where its text does not."""
    if portion.mark is None:
        return (portion.span,)
    before = Span(portion.span.start, portion.mark.span.start)
    return before, Span(portion.mark.span.end, portion.span.end)


def set_afresh(cable: Cable, account: Account) -> frozenset[int]:
    """The portions whose lines may end elsewhere than in the source: they have a hole in them.

    So may those of a portion that goes on with one of these, on the same line or the next page.
    """
    found: set[int] = set()
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        if decision.excised or (found and _goes_on(cable, portion, found)):
            found.add(portion.index)
    return frozenset(found)


def _goes_on(cable: Cable, portion: Portion, found: set[int]) -> bool:
    before = cable.portions[portion.index - 1]
    if before.kind is Kind.PAGE_BREAK:
        return portion.parent in found and portion.mark is None and portion.number is None
    ended = cable.text_of(before)[-1:].splitlines() == [""]
    return before.index in found and not ended
