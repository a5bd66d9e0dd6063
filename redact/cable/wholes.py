"""What is said of the whole: banner, further statements of the level, the highest mark."""

from functools import lru_cache, reduce

from redact.cable.drafts import Draft, Scan
from redact.cable.inheritance import is_above, raised
from redact.cable.marks import Found
from redact.cable.registers.captions import CAPTIONS
from redact.markings import read_marking
from redact.markings.model import Level, Marking


def banner_marking(scan: Scan) -> Marking | None:
    """The banner's marking: its line, with the captions that enter the marking (A3 of the H table).

    Where there is no banner line, a page head or an ENTIRE TEXT is the statement of the whole; not
    where a line in the place of a banner cannot be read: it may have stated more (2.1), and the
    banner of another section or telegram says nothing of it. The classified heads of a copy's pages
    are a statement that is left.
    """
    if scan.unknown_statement or (scan.banner_unread and not _has_classified_heads(scan)):
        return None
    if any(one.marking is None for one in scan.banners):
        return None
    if scan.banners:
        first = scan.banners[0].marking
        return _with_captions(first, scan) if first else None
    scope = next((m for m in map(_entire_text, scan.drafts) if m), None)
    stated = scan.page_heads[0] if scan.page_heads else scope
    return _with_captions(stated, scan) if stated else None


def _has_classified_heads(scan: Scan) -> bool:
    heads = scan.page_heads if scan.layout.copied else []
    return bool(heads) and all(head.level is not Level.U for head in heads)


def _with_captions(marking: Marking, scan: Scan) -> Marking | None:
    names = [caption.name for caption in scan.captions]
    words = [CAPTIONS[name].control for name in names if name in CAPTIONS]
    if "SENSITIVE" in names and marking.level is Level.U and "SBU" not in marking.non_ic:
        marking = read_marking("U//SBU").marking or marking
    for word in filter(None, words):
        if word not in (*marking.dissem, *marking.aea):
            joined = read_marking(f"{marking}//{word}").marking
            if joined is None:
                return None
            marking = joined
    return marking


def _entire_text(draft: Draft) -> Marking | None:
    found = draft.found
    return found.mark.marking if found and found.entire_text else None


def own_marks_of(found: list[Found]) -> list[Marking]:
    """Every readable mark that is a portion's own."""
    return [marking for one in found if (marking := one.mark.marking) is not None]


def marks_of(scan: Scan, own: list[Marking]) -> list[Marking]:
    """Every readable mark of a portion, and what stands inside portions."""
    inner = [marking for draft in scan.drafts if draft.raised for marking in draft.raised]
    return [*own, *inner, *scan.hints]


def once(marks: list[Marking]) -> list[Marking]:
    """The same markings without those that are one and the same object."""
    return [*{id(mark): mark for mark in marks}.values()]


def highest_marking(scan: Scan, marks: list[Marking], banner: Marking | None) -> Marking | None:
    """The join of all markings and statements of the whole; None where there is none."""
    stated = [Marking(level) for level in scan.statements]
    banners = [one.marking for one in scan.banners if one.marking]
    all_of_them = [*marks, *stated, *banners, *scan.page_heads]
    all_of_them += [banner] if banner else []
    return _join_of(frozenset(all_of_them)) if all_of_them else None


@lru_cache(maxsize=1 << 12)
def _join_of(markings: frozenset[Marking]) -> Marking:
    first, *others = sorted(markings, key=str)
    return reduce(raised, others, first)


def above_banner(scan: Scan, marks: list[Marking], banner: Marking) -> bool:
    """Whether any mark is above the banner, or a further statement of the whole says more (R5)."""
    if any(mark is not banner and is_above(mark, banner) for mark in marks):
        return True
    stated = {*(one.marking for one in scan.banners if one.marking), *scan.page_heads}
    return any(one is not banner and raised(banner, one) != banner for one in stated)


def any_classified(marks: list[Marking]) -> bool:
    """Whether any mark says that there is classified text (R6)."""
    return any(mark.level is not Level.U for mark in marks)


def statements_disagree(scan: Scan, found: list[Found], banner: Marking | None) -> bool:
    """Whether two statements of the whole disagree in level (R5)."""
    levels = {*scan.statements, *(b.marking.level for b in scan.banners if b.marking)}
    scopes = [one.mark.marking for one in found if one.entire_text and one.mark.marking]
    own = [banner.level] if banner else []
    return len({*levels, *(marking.level for marking in scopes), *own}) > 1
