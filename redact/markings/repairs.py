"""What was put right between a mark and its canonical form, as findings (A1.7-A1.9)."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from redact.findings import Finding
from redact.markings.codes import in_order, release_order
from redact.markings.hierarchy import blocks, sci_entries, tree_of
from redact.markings.notices import notice
from redact.markings.parts import Parsed, Part, block_of

_GROUPS = {"sigma": "aea", "eyes": "dissem", "rel_to": "dissem", "display_only": "dissem"}
_CUI_GROUPS = {"category": "categories", "specified": "categories"}
_RANKS = ("sci", "sap", "aea", "fgi", "dissem", "non_ic", "cui", "categories", "limits")
_SPELT_AS = {"rel_to": "REL TO", "display_only": "DISPLAY ONLY"}
_STANDS_AT = {"rel_to": "REL", "eyes": "EYES", "display_only": "FISA"}


def repairs(parsed: Parsed) -> Iterator[Finding]:
    """Findings for every separator, order, repetition and list that was put right."""
    if parsed.head and not parsed.head.is_tidy:
        yield notice("separator", *parsed.head.span, "the slashes in front of an owner are missing")
    yield from _separators(parsed)
    yield from _order(parsed)
    yield from _duplicates(parsed.parts)
    for part in parsed.parts:
        if part.block == "rel_to" and "USA" not in part.codes:
            yield notice("usa-added", *part.span)


def _groups(parsed: Parsed) -> list[str]:
    """The block each part stands in; behind CUI categories and limits."""
    groups: list[str] = []
    behind_cui = False
    for part in parsed.parts:
        if behind_cui:
            groups.append(_CUI_GROUPS.get(part.block, "limits"))
        else:
            groups.append(_GROUPS.get(part.block, part.block))
        behind_cui = behind_cui or part.block == "cui"
    return groups


def _separators(parsed: Parsed) -> Iterator[Finding]:
    before = "level" if parsed.head else ""
    last: Part | None = None
    for group, part in zip(_groups(parsed), parsed.parts, strict=True):
        expected = "/" if group == before else "//"
        if last and part.codes[:1] == ("CNWDI",) and last.codes == ("RD",):
            expected = "-"
        if not part.is_tidy or part.separator not in ("", expected):
            yield notice("separator", part.span.start, part.span.end)
        before, last = group, part


def _order(parsed: Parsed) -> Iterator[Finding]:
    ranked = [_rank(*pair) for pair in zip(_groups(parsed), parsed.parts, strict=True)]
    for (before, after), part in zip(pairwise(ranked), parsed.parts[1:], strict=True):
        if after < before:
            yield notice("order", *part.span)
    for part in parsed.parts:
        if part.codes != _ordered(part):
            yield notice("order", *part.span)


def _rank(group: str, part: Part) -> tuple[int, int, str]:
    """Block, place in the register, and spelling where a block is sorted by it."""
    block = _RANKS.index(group)
    if group in ("aea", "dissem", "non_ic"):
        code = _STANDS_AT.get(part.block) or part.codes[0]
        return block, _register_order()[code], ""
    is_second = part.block == "category" or part.codes[:1] in (("BALK",), ("BOHEMIA",))
    return block, int(is_second), _SPELT_AS.get(part.block) or "".join(part.codes[:1])


@cache
def _register_order() -> dict[str, int]:
    return {code: place for place, code in enumerate(block_of())}


def _ordered(part: Part) -> tuple[str, ...]:
    if part.block == "sci":
        return part.codes if len(part.codes) == 1 else sci_entries(tree_of(part.codes))
    if part.block == "sap":
        return blocks(tree_of(part.codes))
    if part.block == "sigma":
        return (part.codes[0], *map(str, sorted({int(number) for number in part.codes[1:]})))
    order = {"fgi": in_order, "display_only": in_order, "rel_to": release_order}
    order["eyes"] = release_order
    return order[part.block](_once(part.codes)) if part.block in order else part.codes


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _duplicates(parts: tuple[Part, ...]) -> Iterator[Finding]:
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for part in parts:
        if (part.block, part.codes) in seen:
            yield notice("duplicate", *part.span)
        seen.add((part.block, part.codes))
