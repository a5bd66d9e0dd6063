"""Which places of a portion go out and which do not."""

from redact.cable.model import Portion
from redact.policy.decision import Decision, Effect
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
