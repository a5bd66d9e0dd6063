"""A page line, or the header of a further section, hides nothing from a detector: what it tears
apart is found as it is over a line end, and what is found leaves the page line alone."""

import json
import re
import time
from pathlib import Path

import pytest

import redact
from redact.cable.model import Kind
from redact.detectors import DETECTORS, detect
from redact.detectors.model import Wanted
from tests.test_detectors import HEADER

_CASES = Path(__file__).with_name("cases")
TEXTS = [
    case["text"]
    for name in ("detectors.json", "protected-names.json")
    for case in json.loads(_CASES.joinpath(name).read_text("utf-8"))
    if "\n\n" not in case["text"]
]
_MARKED = re.compile(r"\{(?:\??[a-z-]+\|)?([^{}]*)\}")
TURNS = {
    "relay": "\n\n\nPARIS 00001292  002 OF 003\n\n\n",
    "1973": "\n\nUNCLASSIFIED\n\nPAGE 02        PARIS 01292  221517Z\n\n",
    "form feed": "\n\fPARIS 00001292  002 OF 003\n",
    "stamp": "\n\nRELEASED IN PART B6\n\n",
}
SECTION = """
PARIS 00001292  002 OF 002

R 221517Z SEP 09
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

UNCLAS SECTION 02 OF 02 PARIS 001292

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PGOV
SUBJECT: CONSULAR NOTES

"""


def found(body: str, header: str = HEADER) -> dict[str, str]:
    """What each detector finds in a telegram with this body, without blanks and hyphens."""
    cable = redact.read(f"{header}1. (U) {body}\n\nRIVKIN\n".encode())
    text = cable.source.text
    rows = detect(cable, Wanted(frozenset(DETECTORS)))
    said = dict.fromkeys(sorted(one.detector for row in rows for one in row), "")
    for portion, row in zip(cable.portions, rows, strict=True):
        for one in row:
            assert portion.kind is not Kind.PAGE_BREAK
            said[one.detector] += re.sub(r"[\s-]", "", text[slice(*one.span)])
    return said


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_what_is_found_over_a_line_end_is_found_over_a_page_line(turn: str) -> None:
    torn = 0
    for text in TEXTS:
        marked = _MARKED.search(text)
        within = re.search(r"[ \n]", marked[1]) if marked else None
        if marked is None or not within:
            continue
        at = marked.start(1) + within.start()
        before, behind = (_MARKED.sub(r"\1", half) for half in _halves(text, marked, at))
        over_line = found(f"{before}\n{behind}")
        over_page = found(f"{before}{turn}{behind}")
        for detector, said in over_line.items():
            assert said in over_page.get(detector, ""), text
        torn += 1
    assert torn > 150


def _halves(text: str, marked: re.Match[str], at: int) -> tuple[str, str]:
    return (
        text[: marked.start()] + text[marked.start(1) : at],
        text[at + 1 : marked.end(1)] + text[marked.end() :],
    )


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize(
    ("before", "behind", "wanted"),
    [
        ("His SSN is 219-", "09-9361 and he lives.", {"us-ssn": "219099361"}),
        ("SSN 219", "-09-9361", {"us-ssn": "219099361"}),
        ("his SSN is", "219099361 ok.", {"us-ssn": "219099361"}),
        ("visa control number", "20071364520017 ok", {"visa": "20071364520017"}),
        ("his date of birth is March", "14, 1961.", {"birth": "March14,1961"}),
        ("write to john@", "zed.ee now", {"e-mail": "john@zed.ee"}),
        ("at 14 Main", "Street now", {"street-address": "14MainStreet"}),
        ("passport No. K44", "71902 now", {"passport": "K4471902"}),
        ("219099361", "(SSN) was noted.", {"us-ssn": "219099361"}),
        ("John Zebra (strictly", "protect) told us.", {"protected-name": "JohnZebra"}),
        ("We met John Zebra", "(strictly protect) then.", {"protected-name": "JohnZebra"}),
        ("We met John", "Zebra (protect) then.", {"protected-name": "JohnZebra"}),
        ("Darya", "A. Melnikova (protect) agreed.", {"protected-name": "DaryaA.Melnikova"}),
        (
            "We met John Zebra (protect) and then Ze-",
            "bra slept.",
            {"protected-name": "JohnZebraZebra"},
        ),
    ],
)
def test_nothing_hides_behind_a_page_line(
    turn: str, before: str, behind: str, wanted: dict[str, str]
) -> None:
    assert wanted.items() <= found(before + turn + behind).items()


@pytest.mark.parametrize(
    ("before", "behind", "wanted"),
    [
        ("his SSN is", "219099361 ok.", {"us-ssn": "219099361"}),
        ("His SSN is 219-", "09-9361.", {"us-ssn": "219099361"}),
        ("We met John", "Zebra (protect) then.", {"protected-name": "JohnZebra"}),
    ],
)
def test_nothing_hides_behind_the_header_of_a_section(
    before: str, behind: str, wanted: dict[str, str]
) -> None:
    header = HEADER.replace("UNCLAS PARIS", "UNCLAS SECTION 01 OF 02 PARIS")
    assert found(f"{before}\n{SECTION}{behind}", header) == wanted


def test_a_page_line_that_names_someone_protected_is_looked_at_too() -> None:
    body = "We met Zed Grafeld (protect).\n\nMargaret P. Grafeld Declassified/Released US "
    body += "Department of State EO Systematic Review 30 JUN 2006\n\nHe left."
    cable = redact.read(f"{HEADER}1. (U) {body}\n\nRIVKIN\n".encode())
    rows = detect(cable, Wanted(frozenset({"protected-name"})))
    kinds = {portion.kind for portion, row in zip(cable.portions, rows, strict=True) if row}
    assert kinds == {Kind.PARAGRAPH, Kind.PAGE_BREAK}


@pytest.mark.parametrize(
    "item", ["A. passport\n\n", "- visa, tel\n\n", "Tel Fax\n", "1. (U) a:\n\n"]
)
def test_many_labels_with_nothing_below_are_read_in_linear_time(item: str) -> None:
    spent = []
    for count in (200, 1600):
        cable = redact.read((HEADER + item * count + "0 1 2 3 4 5\n\nRIVKIN\n").encode())
        start = time.process_time()
        detect(cable, Wanted(frozenset(DETECTORS)))
        spent.append(time.process_time() - start)
    assert spent[1] < 24 * spent[0] + 0.2
