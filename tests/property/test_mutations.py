"""A change to the text of one portion lets no other portion out that was kept in before."""

from datetime import date
from pathlib import Path

import pytest

import redact
from redact.cable.model import STRUCTURAL, Cable, EffectiveSource, Portion
from tests.property.choose import Choose, one_of, seeded
from tests.property.releases import public
from tests.property.strategies import specimen

SPECIMENS = sorted((Path(__file__).parent.parent / "cases" / "specimens").glob("*.txt"))
DAYS = (date(2005, 1, 1), date(2040, 1, 1))
WORDS = (
    *("SECRET", "(S)", "(S//NF)", "(", ")", "()", "(C", "{C)", "(Ѕ)", "\n\n", "\n", "\f", "\x00"),
    *(
        "CONFIDENTIAL",
        "NODIS",
        "SECRET LIMA 000412",
        "E.O. 12958: DECL: 01/01/2090",
        "\n2. ",
        "\n- ",
    ),
    *("END TEXT.", "BEGIN TEXT:", "END SUMMARY.", "\nNNNN\n", "\nRIVKIN\n", "\nCOMMENT\n", "-----"),
    *(
        "(A) one (B) two (C) three",
        "The minister agreed.",
        "\nREF: A. STATE 1234",
        "\nSUBJECT: PORTS",
    ),
)
"""What is written into a text: none of it is a mark lower than any, in full."""

RUNS = 25
SHORTEST = 12


def _kept(cable: Cable, changed: int, day: date) -> list[str]:
    """What the portions say that are kept in on a day and owe nothing to the one that is changed.

    What hangs on it has its mark from it, and in a cable in doubt so may all that has none.
    """
    decisions = redact.decide(redact.assess(cable, day), public()).decisions
    decided = zip(cable.portions, decisions, strict=True)
    kept = [portion for portion, decision in decided if decision.effect == "withhold"]
    return [
        _said(cable, portion)
        for portion in kept
        if portion.kind not in STRUCTURAL
        and portion.effective.source is not EffectiveSource.HIGH_WATER
        and not _hangs_on(cable, portion, changed)
    ]


def _hangs_on(cable: Cable, portion: Portion, changed: int) -> bool:
    while portion.index != changed and portion.parent is not None:
        portion = cable.portions[portion.parent]
    return portion.index == changed


def _said(cable: Cable, portion: Portion) -> str:
    """The text of a portion behind its mark."""
    start = portion.mark.span.end if portion.mark else portion.span.start
    return cable.source.text[start : portion.span.end].strip(" \r\n\t-")


def _mutated(choose: Choose, text: str, start: int, end: int) -> str:
    """The text with one thing written into it, taken out of it or doubled, inside a stretch."""
    end = start + len(text[start:end].rstrip())
    at = start + choose(end - start)
    stop = min(end, at + 1 + choose(12))
    match choose(4):
        case 0:
            return text[:at] + text[stop:]
        case 1:
            return text[:stop] + text[at:]
        case _:
            return f"{text[:at]} {one_of(choose, WORDS)} {text[at:]}"


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda path: path.stem)
def test_change_in_one_portion_releases_no_other(path: Path) -> None:
    """Marked portions that were kept in stay so, whatever is written into their neighbours."""
    _try(seeded(len(path.name)), path.read_text("utf-8"), RUNS)


def test_change_in_one_portion_of_any_cable_releases_no_other() -> None:
    for seed in range(60):
        choose = seeded(seed)
        cable = specimen(choose, damages=())
        text = cable.data.decode(errors="replace")
        if "(A)" not in text:  # a letter there is a mark or none by its neighbours
            _try(choose, text, 4)


def _try(choose: Choose, text: str, runs: int) -> None:
    cable = redact.read(text.encode())
    textual = [
        portion
        for portion in cable.portions
        if portion.kind not in STRUCTURAL and len(cable.text_of(portion)) > SHORTEST
    ]
    for _ in range(runs):
        portion = one_of(choose, textual)
        mutated = _mutated(choose, text, *portion.span)
        day = one_of(choose, DAYS)
        release = redact.apply(mutated.encode(), public(), day).text
        for said in _kept(cable, portion.index, day):
            if len(said) > SHORTEST and mutated.count(said) == 1:
                assert said not in release, (portion.index, day, mutated)
