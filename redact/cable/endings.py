"""When a text ends by the value in its own mark: `(C//20280416)`, `(S//NF//X1)` (A1.10, K13).

Legal from October 2003 to February 2008. The value restricts nothing, but protects as long as any
other instruction: what the mark binds, it binds too.
"""

from redact.cable.drafts import Boundary, Draft, Scan
from redact.cable.inheritance import Bound
from redact.cable.marks import Found
from redact.cable.model import EffectiveSource
from redact.markings import read_marking

_Endings = tuple[str, ...]
_NONE: _Endings = ()


def ending_of(found: Found | None) -> str | None:
    """The declassification value in a mark."""
    return read_marking(found.mark.text).ends if found else None


def endings_of_whole(scan: Scan) -> list[str]:
    """The values that statements of the whole bear: banner lines, ENTIRE TEXT."""
    scopes = [draft.found for draft in scan.drafts if draft.found and draft.found.entire_text]
    values = [*(banner.ends for banner in scan.banners), *map(ending_of, scopes)]
    return [value for value in values if value]


def endings_of(drafts: list[Draft], bound: list[Bound]) -> list[_Endings] | None:
    """For each draft the values that bind it; None where no mark bears any.

    Whatever inherits from a portion, or may belong to it, shares its values; text that takes the
    highest mark in the cable takes the values of all.
    """
    texts = {draft.found.mark.text for draft in drafts if draft.found}
    inner = {value for draft in drafts if draft.endings for value in draft.endings}
    every = tuple(sorted(inner.union(filter(None, (read_marking(text).ends for text in texts)))))
    if not every:
        return None
    found: list[_Endings] = []
    for draft, (effective, _) in zip(drafts, bound, strict=True):
        if effective.source is EffectiveSource.HIGH_WATER:
            found.append(every)
        else:
            found.append(_own(draft, found))
    return found


def _own(draft: Draft, before: list[_Endings]) -> _Endings:
    value = ending_of(draft.found)
    own = (*draft.endings, value) if value else draft.endings
    if draft.found and draft.boundary is not Boundary.DOUBTFUL:
        return own
    above = before[draft.parent] if draft.parent is not None else _NONE
    beside = before[draft.beside] if draft.beside is not None else _NONE
    return (*own, *above, *beside)
