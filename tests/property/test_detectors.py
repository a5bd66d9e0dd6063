"""Laws of detectors: total on any text, spans in order and within, damage hides no number."""

import re
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import redact
from redact.cable.model import Cable
from redact.detectors import DETECTORS, detect
from redact.detectors.legible import legible
from redact.detectors.model import Wanted
from redact.detectors.prefilter import may_hold_number
from redact.detectors.register import Reads
from tests.test_detectors import HEADER

NUMBERS = (
    ("us-ssn", "SSN", "219-09-9361"),
    ("us-ssn", "He gave", "219-09-9361"),
    ("itin", "ITIN", "912-70-1234"),
    ("passport", "passport No.", "K4471902"),
    ("passport", "passport", "123456789"),
    ("visa", "visa control number", "20071364520017"),
    ("visa", "case number", "MNL2009738012"),
    ("alien-number", "He is", "A087-654-321"),
    ("alien-number", "alien number", "087654321"),
    ("card", "He gave", "4111 1111 1111 1111"),
    ("card", "card", "5555555555554444"),
    ("iban", "He gave", "GB82 WEST 1234 5698 7654 32"),
    ("iban", "IBAN", "DE89370400440532013000"),
    ("account", "account no.", "0012345678"),
    ("national-id", "CPF", "123.456.789-09"),
    ("national-id", "CNIC", "35202-1234567-1"),
    ("national-id", "Aadhaar", "2341 2341 2346"),
    ("telephone", "telephone", "+44 20 7946 0958"),
    ("telephone", "phone", "555-1234"),
)
BLANKS = (" ", "  ", "\n", "\r\n", " \n ", "\u00a0", "\u200b", "\u2009", "&nbsp;", "\n\u200b")
PIECES = st.sampled_from(
    [
        *("SSN passport visa card IBAN a/c no. tel. born in DOB (protect) (strictly protect) and"
          " Please protect source. . , - ( ) @ < << &amp; ID CPF case number rue de").split(" "),
        "\n", "\n\n", "2. (U) ", "Jean Dupont", "JEAN", "219-09-9361", "K4471902", "+44 20", "1",
        "4111 1111 1111 1111", "GB82 WEST 1234 5698 7654 32", "O", "l", "A087-654-321", "a@b.org",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)
_LIST_SIGN = re.compile(r"\n[\s\u200b]*-")
"""A dash that begins a line begins an item of a list: there a number ends."""

few = settings(max_examples=40, deadline=None)


def read(body: str) -> Cable:
    return redact.read(f"{HEADER}1. (U) {body}\n\nRIVKIN\n".encode("utf-8", "replace"))


@given(TEXTS)
@few
def test_spans_are_in_order_within_their_portion_and_not_empty(body: str) -> None:
    cable = read(body)
    rows = detect(cable, Wanted(frozenset(DETECTORS), (("names", ("Jean Dupont", "K4471902")),)))
    assert len(rows) == len(cable.portions)
    for portion, row in zip(cable.portions, rows, strict=True):
        spans = [one.span for one in row]
        assert spans == sorted(spans)
        assert all(portion.span.start <= a < b <= portion.span.end for a, b in spans)


@given(TEXTS)
@few
def test_what_is_asked_first_never_hides_a_number(body: str) -> None:
    text = legible(body, [(0, len(body), "")]).text
    for name, detector in DETECTORS.items():
        if detector.reads is Reads.NUMBERS and not may_hold_number(body):
            assert list(detector.find(text)) == [], name


@given(st.lists(st.lists(st.sampled_from(NUMBERS), max_size=2), min_size=2, max_size=4))
@few
def test_each_paragraph_is_looked_at_for_itself(
    paragraphs: list[list[tuple[str, str, str]]],
) -> None:
    """What other paragraphs hold changes nothing of what is found in one."""
    bodies = [
        "It rained. " + " ".join(f"{label} {number}, and so on." for _, label, number in one)
        for one in paragraphs
    ]
    joined = "\n\n".join(f"{at}. (U) {body}" for at, body in enumerate(bodies, 2))
    alone = [said for body in bodies for said in numbers_in(f"2. (U) {body}")]
    assert numbers_in(joined) == alone


def numbers_in(body: str) -> list[str]:
    """What the detectors of numbers find in a telegram with these paragraphs."""
    cable = redact.read(f"{HEADER}1. (U) Dry.\n\n{body}\n\nRIVKIN\n".encode())
    wanted = Wanted(frozenset(name for name in DETECTORS if DETECTORS[name].reads is Reads.NUMBERS))
    text = cable.source.text
    return [text[slice(*one.span)] for row in detect(cable, wanted) for one in row]


@given(st.sampled_from(NUMBERS), st.data())
@few
def test_blanks_and_line_ends_inside_a_number_do_not_hide_it(
    case: tuple[str, str, str], data: st.DataObject
) -> None:
    name, label, number = case
    at = data.draw(st.integers(1, len(number) - 1))
    damaged = number[:at] + data.draw(st.sampled_from(BLANKS)) + number[at:]
    assume(not _LIST_SIGN.search(damaged))
    assert covered(name, f"{label} {damaged} was read out.", damaged)


@given(st.sampled_from(NUMBERS), st.data())
@few
def test_two_damages_do_not_hide_a_number(case: tuple[str, str, str], data: st.DataObject) -> None:
    name, label, number = case
    first = data.draw(st.integers(1, len(number) - 2))
    second = data.draw(st.integers(first + 1, len(number) - 1))
    one, two = data.draw(st.sampled_from(BLANKS)), data.draw(st.sampled_from(BLANKS))
    damaged = number[:first] + one + number[first:second] + two + number[second:]
    assume(not _LIST_SIGN.search(damaged))
    assert covered(name, f"{label} {damaged} was read out.", damaged)


def covered(name: str, body: str, number: str) -> bool:
    """Whether every letter and digit of the number lies in spans of a detector."""
    cable = read(body)
    start = cable.source.text.index(body) + body.index(number)
    taken = {
        at
        for row in detect(cable, Wanted(frozenset({name})))
        for one in row
        for at in range(*one.span)
    }
    places = range(start, start + len(number))
    return all(at in taken for at in places if cable.source.text[at].isalnum())


@given(TEXTS)
@few
def test_a_legible_text_knows_the_place_of_each_character(body: str) -> None:
    read_text = legible(body, [(0, len(body), "")])
    for at, letter in enumerate(read_text.text):
        start, end = read_text.span(at, at + 1)
        assert 0 <= start <= end <= len(body)
        if letter.isascii() and letter.isalpha() and end - start == 1 and body[start].isascii():
            assert body[start] == letter


HOSTILE = {
    "digits": "1", "blanks": " ", "dashes": "-", "digits and blanks": "1 ", "groups": "4111 ",
    "digits and dashes": "1-", "fillers": "A<", "brackets": "(", "letters for digits": "O",
    "labels": "tel 1 ", "protect words": "Jean Roe (protect) ", "at signs": "a@", "torn": "-\n",
    "sources": "Please protect source. Jean Roe said. ", "lists": "The Roes, Coe (protect all) ",
}  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(hostile: str) -> None:
    seconds_of("SSN 219-09-9361", 1)
    small = max(seconds_of(HOSTILE[hostile], 4_000), 0.02)
    large = seconds_of(HOSTILE[hostile], 16_000)
    assert large < 9 * small


def seconds_of(piece: str, length: int) -> float:
    """The least processor time of all detectors on a text of one piece again and again."""
    body = piece * max(1, length // len(piece))
    text = legible(body, [(0, len(body), "")]).text
    return min(_once(body, text) for _ in range(2))


def _once(body: str, text: str) -> float:
    began = time.process_time()
    legible(body, [(0, len(body), "")])
    for detector in DETECTORS.values():
        assert sum(1 for _ in detector.find(text)) >= 0
    return time.process_time() - began
