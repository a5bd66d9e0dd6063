"""The facts that few policies ask for: controls by family, audience, owners, equities, header."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from redact.cable.decontrol import decontrolled_on
from redact.cable.model import Addressee, Cable, Header
from redact.markings.audience import audience_codes
from redact.markings.model import Marking
from redact.policy.controls import owners_of
from redact.policy.equities import equities_of_header, equities_of_marking
from redact.policy.fact_register import FACTS
from redact.policy.facts import UNKNOWN, Further, Known
from redact.policy.vocabulary import UNKNOWN_WORD, aea, cui, dissem, non_ic, orders, sci


def further_facts(cable: Cable, as_of: date) -> tuple[Further, ...]:
    """The further facts of every portion of `cable` on the day `as_of`, in their order."""
    header = _of_header(cable, as_of)
    asked = equities_of_header(cable.header)
    day = _day_of_membership(cable)
    told = []
    for portion in cable.portions:
        marking = None if portion.doubts else portion.effective.marking
        known = header if marking is None else _marked(header, marking, day, asked)
        codes = (portion.instruction or cable.instruction).codes
        told.append(known._replace(exempted=frozenset(filter(FACTS["exempted"].knows, codes))))
    return tuple(told)


def _day_of_membership(cable: Cable) -> date:
    """The day on which a country must have belonged to a group: the earliest that is stated, and
    without a date the first there is, for then only founders are sure."""
    return min(filter(None, (cable.header.date, cable.dated)), default=date.min)


def _of_header(cable: Cable, as_of: date) -> Further:
    """What all portions of a cable share."""
    header, ends = cable.header, decontrolled_on(cable)
    return Further(
        banner=UNKNOWN if cable.banner is None else cable.banner.level.value,
        tags=frozenset(header.tags),
        from_=UNKNOWN if header.from_ is None else frozenset((header.from_,)),
        to=_names(header.to) if header.to else UNKNOWN,
        info=_names(header.info) if header.to else UNKNOWN,
        order=_order(header),
        findings=frozenset(finding.code for finding in cable.findings),
        decontrolled_on=ends,
        cui_decontrolled=ends is not None and ends <= as_of,
    )


def _names(addressees: tuple[Addressee, ...]) -> frozenset[str]:
    return frozenset(addressee.name for addressee in addressees)


def _order(header: Header) -> Known[str]:
    if header.order is None:
        return "none"
    return header.order if header.order in orders() else UNKNOWN_WORD


def _marked(shared: Further, marking: Marking, day: date, asked: frozenset[str]) -> Further:
    own = _of_marking(marking, day)
    known = {name: value for name, value in own._asdict().items() if value is not UNKNOWN}
    equities = frozenset((*known.pop("equities"), *asked))
    return shared._replace(**known, equities=equities)


@lru_cache(maxsize=4096)
def _of_marking(marking: Marking, day: date) -> Further:
    limits = () if marking.cui is None else marking.cui.dissem
    return Further(
        sci=_known((entry.split("-")[0] for entry in marking.sci), sci()),
        sap=frozenset(marking.sap),
        aea=_known(("SIGMA" if "-SG" in entry else entry for entry in marking.aea), aea()),
        fgi=_sources(marking),
        dissem=_known((*marking.dissem, *limits), dissem()),
        non_ic=_known(marking.non_ic, non_ic()),
        cui=_known(_categories(marking), cui()),
        owner=owners_of(marking),
        releasable_to=audience_codes(marking, dated=day),
        displayable_to=audience_codes(marking, display=True, dated=day),
        equities=equities_of_marking(marking),
    )


def _known(codes: Iterable[str], words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code if code in words else UNKNOWN_WORD for code in codes)


def _categories(marking: Marking) -> tuple[str, ...]:
    if marking.cui is None:
        return ()
    return ("CUI", *marking.cui.categories, *(f"SP-{code}" for code in marking.cui.specified))


def _sources(marking: Marking) -> frozenset[str]:
    """Foreign sources; a concealed one is there and not known."""
    if marking.fgi is None:
        return frozenset()
    return frozenset(marking.fgi or (UNKNOWN_WORD,))
