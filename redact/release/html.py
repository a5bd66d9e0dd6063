"""The form in HTML: the cable's own lines, notices as ordinary text in their place.

Authority: 36 CFR 1194 (Section 508), WCAG 2.2, 1.1.1 to 1.4.3; 32 CFR 2001.25 (what is cancelled
is struck through).
"""

from functools import lru_cache
from html import escape

from redact.cable.model import Cable, Kind
from redact.policy.decision import Account, Effect
from redact.release.holes import Hole
from redact.release.legend import legend
from redact.release.model import Outcome
from redact.release.page import page, sheet, text_in_html
from redact.release.pieces import Piece, pieces_of
from redact.release.stamp import Line, claims_of, codes_claimed, stamp_lines


def html_form(cable: Cable, account: Account, outcome: Outcome, style: str) -> str:
    """The release as one page of HTML."""
    lines = stamp_lines(cable, account, outcome)
    portions = "".join(map(_paragraph, pieces_of(cable, account, style)))
    body = f"{_header(lines)}<main>\n{portions}</main>\n{_footer(claims_of(account))}"
    return page(title_of(cable, account, outcome), sheet(lines[0].words), body)


def title_of(cable: Cable, account: Account, outcome: Outcome) -> str:
    """Fixed words, and the subject where all of it goes out."""
    words = f"Sanitised cable, {outcome.value.replace('_', ' ')}"
    subject = released_subject(cable, account)
    return escape(f"{words}: {subject}" if subject else words, quote=False)


def released_subject(cable: Cable, account: Account) -> str:
    """The subject of the cable, empty unless it stands in subject portions that are released."""
    told = [
        (decision.effect is Effect.RELEASE and not decision.excised, cable.text_of(portion))
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
        if portion.kind is Kind.SUBJECT
    ]
    subject = " ".join((cable.header.subject or "").split())
    stands = any(subject in " ".join(text.split()) for _, text in told)
    return subject if stands and all(released for released, _ in told) else ""


@lru_cache(maxsize=1024)
def _header(lines: tuple[Line, ...]) -> str:
    first, *others = lines
    paragraphs = "".join(f"<p>{_stamp_line(line)}</p>\n" for line in others)
    return f"<header>\n<h1>{escape(str(first))}</h1>\n{paragraphs}</header>\n"


def _stamp_line(line: Line) -> str:
    if not line.cancelled:
        return escape(line.words, quote=False)
    return f"{escape(line.words)}<s>{escape(line.cancelled)}</s> cancelled"


def _paragraph(pieces: tuple[Piece, ...]) -> str:
    shown = [text_in_html(item) if isinstance(item, str) else _notice(item) for item in pieces]
    return f"<p>{''.join(shown)}</p>\n"


@lru_cache(maxsize=4096)
def _notice(hole: Hole) -> str:
    """Announced once, as words: a bar is decoration of one width a class."""
    kind = "portion" if hole.after else "span"
    bar = f'<span class="{kind} bar" aria-hidden="true"></span> ' if hole.bar else ""
    words = f'<em class="excision">{bar}{escape(hole.words, quote=False)}</em>'
    return f"{escape(hole.lead, quote=False)}{words}{hole.after}"


@lru_cache(maxsize=1024)
def _footer(claims: frozenset[tuple[tuple[str, ...], tuple[str, ...]]]) -> str:
    rows = legend(codes_claimed(claims))
    if not rows:
        return ""
    terms = "".join(f"<dt>{escape(code)}</dt><dd>{escape(words)}</dd>\n" for code, words in rows)
    return f"<footer>\n<h2>Codes</h2>\n<dl>\n{terms}</dl>\n</footer>\n"
