"""The worksheet: the whole cable with each decision beside it, for a second reviewer to sign.

Internal: it holds what the release withholds, and says so on every page.
"""

from html import escape

from redact.cable.model import Cable, Portion
from redact.policy.decision import Account, Decision, Effect, Excised
from redact.release.codes import codes_of, join_codes
from redact.release.outcome import outcome_of
from redact.release.page import page, sheet, text_in_html
from redact.release.pieces import pieces_of
from redact.release.stamp import stamp_lines
from redact.release.styles import FRUS

INTERNAL = "INTERNAL - contains withheld text"
_COLUMNS = ("Portion", "Text as received", "Decision and reason", "Second review")
_MORE = """
body { max-width: 80rem; }
.internal { font-weight: bold; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: .06rem solid var(--edge); padding: .4rem; text-align: left; vertical-align: top; }
th:nth-child(1) { width: 12%; } th:nth-child(3) { width: 27%; } th:nth-child(4) { width: 13%; }
td ul { font-size: .85em; }
td p, td ul { margin: 0; padding: 0; list-style: none; }
.received { white-space: pre-wrap; }
.withhold .received, mark { background: var(--hole); color: inherit; border-left: .3rem solid
  var(--ink); padding-left: .4rem; }
mark { padding: 0 .2em; }
.signature { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 1.5rem; margin-top: 3rem; }
.signature p { border-top: .06rem solid var(--ink); margin: 0; }
@media (max-width: 40rem) { thead { display: none; }
  table, tbody, tr, th, td { display: block; width: auto !important; } tr { margin-bottom: 1rem; } }
@media print { tr { break-inside: avoid; } thead { display: table-header-group; } }
"""


def worksheet(cable: Cable, account: Account) -> str:
    """One page of HTML. Raises ReleaseError where the account was not made for this cable."""
    pieces_of(cable, account, FRUS)
    rows = "".join(
        _row(cable, portion, decision)
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
    )
    columns = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    body = (
        f"{_header(cable, account)}<main>\n<table>\n<thead><tr>{columns}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n{_SIGNATURES}</main>\n"
        f'<footer>\n<p class="internal">{INTERNAL}</p>\n</footer>\n'
    )
    return page(f"{INTERNAL}: worksheet", sheet(INTERNAL, _MORE), body)


_SIGNATURES = (
    '<div class="signature">\n<p>Second reviewer, name and title</p>\n'
    "<p>Signature</p>\n<p>Date</p>\n</div>\n"
)


def _header(cable: Cable, account: Account) -> str:
    lines = stamp_lines(cable, account, outcome_of(account.decisions))
    said = "".join(f"<p>{escape(str(line), quote=False)}</p>\n" for line in lines)
    digests = (
        f"<p>Source: SHA-256 {cable.source.sha256}</p>\n"
        f"<p>Policy: {escape(account.policy.title, quote=False)}, "
        f"SHA-256 {account.policy.sha256}</p>\n"
    )
    return (
        f'<header>\n<p class="internal">{INTERNAL}</p>\n<h1>Worksheet</h1>\n{said}{digests}'
        "</header>\n"
    )


def _row(cable: Cable, portion: Portion, decision: Decision) -> str:
    number = f"{portion.kind.value} {portion.number or ''}".strip()
    name = f"{portion.index}: {number}"
    text = _received(cable.source.text, portion, decision.excised)
    return (
        f'<tr class="{decision.effect.value}">\n<th scope="row">{text_in_html(name)}</th>\n'
        f'<td class="received">{text}</td>\n'
        f"<td>{_decision(decision)}</td>\n<td><p>[ ] agree</p><p>[ ] change</p></td>\n</tr>\n"
    )


def _received(text: str, portion: Portion, excised: tuple[Excised, ...]) -> str:
    """The text of a portion, what is excised marked in it."""
    at, end = portion.span
    parts = []
    for item in excised:
        cut = text_in_html(text[item.span.start : item.span.end])
        parts += [text_in_html(text[at : item.span.start]), f"<mark>{cut}</mark>"]
        at = item.span.end
    return "".join([*parts, text_in_html(text[at:end])])


def _decision(decision: Decision) -> str:
    claims = join_codes(codes_of(decision.exemptions, decision.citations))
    marking = decision.facts.level if isinstance(decision.facts.level, str) else "unknown"
    lines = [
        ("Decision", decision.effect.value.upper()),
        ("Level", marking),
        ("Rules", ", ".join(decision.deciding)),
        ("Codes", claims if decision.effect is Effect.WITHHOLD else ""),
        ("Authority", "; ".join(decision.citations)),
        ("Refer to", "; ".join(decision.referrals)),
        ("Reason", decision.reason),
        ("Changes on", str(decision.changes_on or "")),
        *(("Taken out", _excision(item)) for item in decision.excised),
    ]
    items = (f"<li>{name}: {escape(words, quote=False)}</li>" for name, words in lines if words)
    return f"<ul>{''.join(items)}</ul>"


def _excision(item: Excised) -> str:
    claims = join_codes(codes_of(item.exemptions, item.citations))
    return "; ".join(part for part in (item.thing.value, ", ".join(item.rules), claims) if part)
