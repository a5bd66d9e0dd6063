"""What was put right between a mark and its canonical form, as findings (A1.7-A1.9)."""

from functools import cache

from redact.findings import Finding
from redact.markings.codes import in_order, release_order
from redact.markings.hierarchy import NATO_WORDS, blocks, sci_entries, tree_of
from redact.markings.model import Marking
from redact.markings.notices import notice
from redact.markings.parts import Parsed, Part, block_of
from redact.text import Span

_GROUPS = {"sigma": "aea", "eyes": "dissem", "rel_to": "dissem", "display_only": "dissem"}
_CUI_GROUPS = {"category": "categories", "specified": "categories"}
_BLOCKS = ("sci", "sap", "aea", "fgi", "dissem", "non_ic", "cui", "categories", "limits")
_RANKS = {block: rank for rank, block in enumerate(_BLOCKS)}
_IN_REGISTER_ORDER = frozenset({"aea", "dissem", "non_ic"})
_SPELT_AS = {"rel_to": "REL TO", "display_only": "DISPLAY ONLY"}
_STANDS_AT = {"rel_to": "REL", "eyes": "EYES", "display_only": "FISA"}


def repairs(parsed: Parsed, marking: Marking) -> list[Finding]:
    """Findings for every separator, order, repetition and list that was put right.

    `marking` is what was made of `parsed`: its lists are in order.
    """
    head, parts = parsed
    found: list[Finding] = []
    if head and not head.is_tidy:
        detail = "the slashes in front of an owner are missing"
        found.append(notice("separator", *head.span, detail))
    if head and head.owners:
        found += _of_list(head.owners, in_order(head.owners), head.span)
    group, rank = ("level" if head else ""), (-1, 0, "")
    in_order_already = (marking.rel_to, marking.fgi, marking.sci, marking.display_only)
    said: set[tuple[str, tuple[str, ...]]] = set()
    last: Part | None = None
    behind_cui = False
    for part in parts:
        block, codes, span, separator, is_tidy = part
        before, group = group, _group(block, behind_cui=behind_cui)
        expected = "/" if group == before else "//"
        if last and codes[:1] == ("CNWDI",) and last.codes == ("RD",):
            expected = "-"
        if not is_tidy or separator not in ("", expected):
            found.append(notice("separator", *span))
        lower, rank = rank, _rank(group, part)
        if rank < lower:
            found.append(notice("order", *span))
        if len(codes) > 1 and codes not in in_order_already:
            found += _of_list(codes, _ordered(part), span)
        if (block, codes) in said:
            found.append(notice("duplicate", *span))
        said.add((block, codes))
        if block == "rel_to" and "USA" not in codes:
            found.append(notice("usa-added", *span))
        behind_cui = behind_cui or block == "cui"
        last = part
    return found


def _of_list(codes: tuple[str, ...], ordered: tuple[str, ...], span: Span) -> list[Finding]:
    """What a list says twice, and whether it stands in another order than the rule's."""
    if codes == ordered:
        return []
    once = tuple(dict.fromkeys(codes))
    found = [notice("duplicate", *span)] if len(once) < len(codes) else []
    return found if once == ordered else [*found, notice("order", *span)]


def _group(block: str, *, behind_cui: bool) -> str:
    """The block a part stands in; behind CUI categories and limits."""
    if behind_cui:
        return _CUI_GROUPS.get(block, "limits")
    return _GROUPS.get(block, block)


def _rank(group: str, part: Part) -> tuple[int, int, str]:
    """Block, place in the register, and spelling where a block is sorted by it."""
    block = _RANKS[group]
    if group in _IN_REGISTER_ORDER:
        code = _STANDS_AT.get(part.block) or part.codes[0]
        return block, _register_order()[code], ""
    first = part.codes[0] if part.codes else ""
    is_second = part.block == "category" or first in NATO_WORDS
    return block, int(is_second), _SPELT_AS.get(part.block) or first


@cache
def _register_order() -> dict[str, int]:
    return {code: place for place, code in enumerate(block_of())}


def _ordered(part: Part) -> tuple[str, ...]:
    if part.block == "sci":
        return sci_entries(tree_of(part.codes))
    if part.block == "sap":
        return blocks(tree_of(part.codes))
    if part.block == "sigma":
        return (part.codes[0], *map(str, sorted({int(number) for number in part.codes[1:]})))
    once = dict.fromkeys(part.codes)
    if part.block in ("rel_to", "eyes"):
        return release_order(once)
    return in_order(once) if part.block in ("fgi", "display_only") else part.codes
