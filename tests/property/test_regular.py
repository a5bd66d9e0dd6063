"""The short cut for regular telegrams says what the general way says, or says nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cables import cable
from redact.cable.header.captions import captions_within
from redact.cable.model import Source
from redact.cable.reading import read_source, read_source_generally
from redact.cable.registers.tags import CODES, TERMS
from redact.cable.regular.flowing import FIRST_OF_A_MARK
from redact.cable.regular.scanning import scan_regular
from redact.markings.neighbours import ANYWHERE
from redact.markings.vocabulary import marking_words
from tests.property.choose import drawn, seeded
from tests.property.ordinary import edited, ordinary
from tests.property.strategies import specimen
from tests.test_specimens import SPECIMENS


def agrees(text: str) -> bool:
    """Whether both ways read the same, to the last field."""
    source = Source("-", text, "utf-8", "")
    fast, general = read_source(source), read_source_generally(source)
    return fast == general and repr(fast) == repr(general)


def is_whole(text: str) -> bool:
    """Whether the short cut takes a text from its first line to its last."""
    found = scan_regular(text)
    return found is not None and found[1] == len(text)


@given(st.data())
def test_edited_telegrams_read_alike(data: st.DataObject) -> None:
    choose = drawn(data)
    assert agrees(edited(choose, ordinary(choose)))


def test_many_edited_telegrams_read_alike() -> None:
    for seed in range(600):
        choose = seeded(seed)
        text = edited(choose, ordinary(choose))
        if scan_regular(text):
            assert agrees(text), seed


@given(st.data())
def test_telegrams_of_any_shape_read_alike(data: st.DataObject) -> None:
    assert agrees(specimen(drawn(data)).data.decode("utf-8", "replace"))


def test_most_ordinary_telegrams_are_taken_whole() -> None:
    taken = sum(is_whole(ordinary(seeded(seed))) for seed in range(200))
    assert taken >= 160


def test_every_cable_of_the_benchmark_is_taken_whole() -> None:
    assert all(is_whole(cable(serial).decode()) for serial in range(60))


def test_blanks_before_a_foot_are_of_the_foot() -> None:
    text = ordinary(seeded(3)).rstrip()
    assert all(agrees(f"{text}\nRILEY\n{foot}\n") for foot in (" BT", "  #0203\nNNNN", "BT\n NNNN"))


def test_a_telegram_in_two_sections_is_taken_whole() -> None:
    text = (SPECIMENS / "02-multi-section-2007.txt").read_text("utf-8")
    assert is_whole(text)
    assert agrees(text)


_BASE = cable(1).decode()
_ODD = {
    "a mark in the text": ("said that", "said (S//NF) that"),
    "a mark behind the end of a sentence": ("cabinet met.\n\n- The", "cabinet met. (S)\n\n- The"),
    "a level in words": ("cabinet met.\n\n- The", "cabinet met.\nSECRET: more\n\n- The"),
    "a mark without brackets": ("that the draft", "S//NF the draft"),
    "a second mark behind a lead-in": (") The ministry", ") Summary: (S) The ministry"),
    "a number out of sequence": ("[1](#)4. (", "[1](#)5. ("),
    "a number in a lower line": ("\n\n[1](#)4. (", "\n[1](#)4. ("),
    "a lost number": ("[1](#)10. (", "("),
    "a quotation": ("- The ministry", "BEGIN TEXT:\n\n- The ministry"),
    "an E.O. line in the text": ("- The ministry", "E.O. 12958: DECL: 1/1/2040\n\n- The ministry"),
    "an authority in the text": (") The ministry", ") Derived from: DSCG The ministry"),
    "another telegram": ("HALVORSEN\n", "HALVORSEN\nNNNN\n\nZCZC OSLO 1\nSECRET OSLO 000002\n"),
    "text behind the end": ("HALVORSEN\n", "HALVORSEN\nNNNN\nThe end of the lines.\n"),
    "an unknown caption": ("SIPDIS", "SIPDIS\nZEPHYR"),
    "no caption but a sentence": ("SIPDIS", "THE MINISTER SAID NO"),
    "a sentence among the references": ("REF: ", "REF: The minister said no "),
    "no blank line before the body": (".4(b), (d).\n\n", ".4(b), (d).\n"),
    "a look-alike letter": (") The ministry", ") Тhe ministry"),
    "an invisible character": (") The ministry", ") \u200bThe ministry"),
    "an impossible envelope": ("DE RUEHXX #", "DE XX #"),
    "a table": (") The ministry", ")   The   ministry"),
    "a damaged mark behind a sentence": ("cabinet met.\n\n- The", "cabinet met. (S;NF)\n\n- The"),
    "a mark between dashes": ("- The ministry", "-S- The ministry"),
    "a mark in quotation marks": (") The ministry", ') Zinc.\n\n"S" The ministry'),
    "line ends of another kind": ("\n", "\r\n"),
}


@pytest.mark.parametrize("name", _ODD)
def test_what_is_odd_is_left_to_the_general_way(name: str) -> None:
    before, after = _ODD[name]
    text = _BASE.replace(before, after)
    assert text != _BASE
    assert not is_whole(text)
    assert agrees(text)


def test_every_word_that_begins_a_mark_in_any_case_is_known_to_the_short_cut() -> None:
    words = marking_words()
    firsts = {*words.titles, *words.in_any_case, *ANYWHERE}
    missing = [
        word
        for word in firsts
        if word.isalpha() and len(word) > 1 and re.match(FIRST_OF_A_MARK, word.lower() + " ")
    ]
    assert missing == []


def test_no_code_of_the_tags_is_a_caption_or_part_of_a_term() -> None:
    assert [code for code in CODES if captions_within(code)] == []
    terms = [term for term in TERMS if " " in term and CODES.issuperset(term.split())]
    assert terms == []
