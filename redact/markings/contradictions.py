"""Combinations that are forbidden though every word is known: rules C1 to C14, as rows.

The marking stays valid, for it is still what its author meant; whoever decides takes the stricter.
Rules of an era are `redact.markings.eras`'.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.eras import CAPTIONS, ic_rules
from redact.markings.model import Level, Marking
from redact.markings.notices import notice
from redact.markings.parts import Parsed
from redact.markings.said import words_said
from redact.text import Span

_Words = frozenset[str]


class _Exclusion(NamedTuple):
    """None of `these` goes with any of `those`."""

    rule: str
    these: _Words
    those: _Words
    authority: str


class _Need(NamedTuple):
    """`word` needs `wanted` beside it."""

    rule: str
    word: str
    wanted: str
    authority: str


class _Bounds(NamedTuple):
    """Each of `words` goes only with a level from `lowest` to `highest`."""

    rule: str
    words: _Words
    lowest: Level
    highest: Level
    authority: str


def _all(words: str) -> _Words:
    return frozenset(words.split())


_EXCLUSIONS = (
    _Exclusion(
        "C1",
        _all("NF SBU-NF LES-NF"),
        _all("REL-TO REL RELIDO EYES DISPLAY-ONLY"),
        "Reg H.8; ISM-ID-00033, 00169, 00372",
    ),
    _Exclusion("C1", _all("NF"), _all("SBU-NF LES-NF"), "Reg H.9"),
    _Exclusion("C1", _all("SBU-NF"), _all("LES-NF"), "Reg H.9"),
    _Exclusion("C2", _all("REL-TO REL"), _all("EYES"), "Reg H.8"),
    _Exclusion("C2", _all("RELIDO"), _all("DISPLAY-ONLY"), "Reg H.8"),
    _Exclusion("C3", _all("OC"), _all("OC-USGOV"), "Reg H.8; ISM-ID-00325"),
    _Exclusion("C3", _all("OC OC-USGOV"), _all("RELIDO"), "Reg H.8; ISM-ID-00325"),
    _Exclusion("C7", _all("XD"), _all("ND"), "Reg H.9; ISM-ID-00038"),
    _Exclusion("C7", _all("XD ND"), _all("SBU SBU-NF"), "Reg H.9; ISM-ID-00313, 00314"),
    _Exclusion("C8", _all("RD"), _all("FRD TFNI"), "Reg H.6; ISM-ID-00321"),
    _Exclusion("C8", _all("FRD"), _all("TFNI"), "Reg H.6; ISM-ID-00321"),
    _Exclusion("C9", _all("HCS"), _all("JOINT"), "Reg H.4"),
    _Exclusion("C9", _all("HCS-O"), _all("OC-USGOV"), "Reg H.4; ISM-ID-00363"),
    _Exclusion("C10", _all("SI-G"), _all("OC-USGOV"), "Reg H.4; ISM-ID-00045"),
    _Exclusion("C12", _all("JOINT"), _all("NF HCS"), "Reg H.3; ISM-ID-00377"),
    _Exclusion("C13", _all("RELIDO"), _all("NON-US"), "Reg H.8"),
    _Exclusion("C13", _all("CONCEALED-SOURCE"), _all("NAMED-SOURCE"), "Reg H.7; ISM-ID-00124"),
)

_NEEDS = (
    _Need("C9", "HCS", "NF", "Reg H.4; ISM-ID-00049"),
    _Need("C9", "HCS-O", "OC", "Reg H.4; ISM-ID-00335"),
    _Need("C9", "HCS-P-SUB", "OC", "Reg H.4; ISM-ID-00336"),
    _Need("C10", "SI-G", "OC", "Reg H.4; ISM-ID-00044"),
    _Need("C11", "TK-BLFH", "NF", "Reg H.4; ISM-ID-00463"),
    _Need("C11", "TK-IDIT", "NF", "Reg H.4; ISM-ID-00464"),
    _Need("C11", "TK-KAND", "NF", "Reg H.4; ISM-ID-00371"),
    _Need("C11", "RSV", "NF", "Reg H.4"),
    _Need("C11", "RSV", "RSV-COMPARTMENT", "Reg H.4"),
    _Need("C11", "BUR", "NF", "Reg H.4"),
    _Need("C14", "REL-LIST", "FOREIGN-CODE", "Reg H.8"),
)

_BOUNDS = (
    _Bounds(
        "C4",
        _all("OC OC-USGOV EYES SCI SAR RD FRD TFNI"),
        Level.C,
        Level.TS,
        "Reg H.4-H.8; ISM-ID-00174",
    ),
    _Bounds("C5", _all("RS IMC"), Level.S, Level.TS, "Reg H.8"),
    _Bounds(
        "C6", _all("FOUO SBU SBU-NF DCNI UCNI"), Level.U, Level.U, "Reg H.6, H.8, H.9; ISM-ID-00030"
    ),
    _Bounds("C8", _all("CNWDI SIGMA"), Level.S, Level.TS, "Reg H.6; ISM-ID-00173, 00175"),
    _Bounds("C9", _all("HCS"), Level.S, Level.TS, "Reg H.4"),
    _Bounds("C9", _all("HCS-P-SUB"), Level.TS, Level.TS, "Reg H.4; ISM-ID-00336"),
    _Bounds("C10", _all("SI-COMPARTMENT"), Level.TS, Level.TS, "Reg H.4; ISM-ID-00341"),
    _Bounds("C11", _all("TK RSV"), Level.S, Level.TS, "Reg H.4; ISM-ID-00369"),
    _Bounds("C11", _all("TK-BLFH"), Level.TS, Level.TS, "Reg H.4; ISM-ID-00370"),
    _Bounds("C13", _all("BALK BOHEMIA"), Level.TS, Level.TS, "Reg G.1"),
)


_ATOMIC = _all("RD FRD")
_RELEASE_MARKS = _all("NF REL-LIST REL RELIDO EYES DISPLAY-ONLY")
_RULED = frozenset().union(
    *(one.these | one.those for one in _EXCLUSIONS),
    *({one.word, one.wanted} for one in _NEEDS),
    *(one.words for one in _BOUNDS),
    _ATOMIC,
    _RELEASE_MARKS,
    {"PR"},
)
"""Every word that a rule speaks of."""


def contradictions(parsed: Parsed, marking: Marking) -> list[Finding]:
    """Every rule of part C that a marking breaks; the rule's number leads the message."""
    said = words_said(parsed, marking)
    if not said:
        return []
    broken, wanting = _of_words(marking.level, said & _RULED)
    of_owners = () if marking.joint is None and "ATOMAL" not in said else _of_owners(marking, said)
    is_bare_hcs = "HCS" in said and "HCS-COMPARTMENT" not in said
    has_caption = not said.isdisjoint(CAPTIONS)
    if not (broken or wanting or of_owners or is_bare_hcs or has_caption):
        return []
    span = _whole(parsed)
    found = [_notice("contradiction", span, *one) for one in (*broken, *of_owners)]
    if has_caption:
        found += ic_rules(marking, said, span)
    if is_bare_hcs:
        found.append(_notice("legacy", span, "C9", "bare HCS, today HCS-O or HCS-P", "Reg H.4"))
    return [*found, *(_notice("incomplete", span, *one) for one in wanting)]


_Broken = tuple[str, str, str]


def _notice(code: str, span: Span, rule: str, message: str, authority: str) -> Finding:
    return notice(code, *span, f"{rule}: {message}", authority=authority)


@lru_cache(maxsize=1 << 12)
def _of_words(level: Level, said: _Words) -> tuple[tuple[_Broken, ...], tuple[_Broken, ...]]:
    """What words of the rules break at a level, and what they only want beside them."""
    broken = (*_exclusions(said), *_needs(said), *_bounds(level, said))
    return broken, tuple(_wanting(said))


def _exclusions(said: _Words) -> Iterator[_Broken]:
    for rule, these, those, authority in _EXCLUSIONS:
        if not said.isdisjoint(these) and not said.isdisjoint(those):
            yield rule, f"{_shown(said & these)} excludes {_shown(said & those)}", authority


def _needs(said: _Words) -> Iterator[_Broken]:
    for rule, word, wanted, authority in _NEEDS:
        if word in said and wanted not in said:
            yield rule, f"{word} needs {wanted}", authority


def _bounds(level: Level, said: _Words) -> Iterator[_Broken]:
    for rule, words, lowest, highest, authority in _BOUNDS:
        if not said.isdisjoint(words) and not lowest.rank <= level.rank <= highest.rank:
            bounds = lowest if lowest is highest else f"{lowest} to {highest}"
            yield rule, f"{_shown(said & words)} goes with level {bounds} only", authority


def _of_owners(marking: Marking, said: _Words) -> tuple[_Broken, ...]:
    return (*_joint(marking, said), *_atomal(marking, said))


def _joint(marking: Marking, said: _Words) -> Iterator[_Broken]:
    """Co-ownership: the United States among the owners, and release to all of them (Reg H.3)."""
    if marking.joint is None:
        return
    if marking.joint and "USA" not in marking.joint:
        yield "C12", "JOINT without USA among the owners", "Reg H.3"
    if marking.level is Level.R:
        yield "C12", "JOINT goes with no RESTRICTED", "Reg H.3"
    if "REL" not in said and not (marking.rel_to and set(marking.joint) <= set(marking.rel_to)):
        yield "C12", "JOINT needs REL TO with all owners", "Reg H.3; ISM-ID-00383"


def _atomal(marking: Marking, said: _Words) -> Iterator[_Broken]:
    """ATOMAL belongs to NATO information, CONFIDENTIAL or higher (Reg G.1)."""
    of_nato = marking.non_us is not None and marking.non_us.owner == "NATO"
    is_high = marking.level.rank >= Level.C.rank
    if "ATOMAL" in said and not ((of_nato and is_high) or "NATO" in (marking.fgi or ())):
        yield "C13", "ATOMAL needs NATO information, CONFIDENTIAL or higher", "Reg G.1"


def _wanting(said: _Words) -> Iterator[_Broken]:
    """What a control wants beside it without needing it."""
    if said & _ATOMIC and not said & {"NF", "REL-LIST", "REL"}:
        yield "C8", "RD and FRD want NF unless an agreement exists", "Reg H.6; ISM-ID-00467"
    if "PR" in said and not said & _RELEASE_MARKS:
        yield "C14", "PR wants a release mark", "Reg H.8; ISM-ID-00473"


def _shown(words: _Words) -> str:
    return " and ".join(sorted(words))


def _whole(parsed: Parsed) -> Span:
    spans = [part.span for part in parsed.parts]
    spans += [parsed.head.span] if parsed.head else []
    return Span(min(spans).start, max([span.end for span in spans]))
