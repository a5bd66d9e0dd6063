"""Any cable, or what is none, is read and released: no failure, no character lost."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

import redact
from redact.errors import ReadError
from tests.property.choose import drawn
from tests.property.releases import public
from tests.property.strategies import as_of, specimen

DAY = date(2019, 9, 22)

# Text out of which header lines, marks and damage come together by chance.
PIECES = (
    *(
        "C O N F I D E N T I A L PARIS 001292",
        "UNCLAS ACCRA 000517",
        "E.O. 12958: DECL: 09/22/2019",
    ),
    *(
        "TAGS: PREL, FR",
        "SUBJECT: (U) PORTS",
        "REF: A. STATE 090236",
        "Classified By: J. Roe, 1.4(b)",
    ),
    *(
        "1. (C) ",
        "2. (S//NF) ",
        "(",
        ")",
        "(U)",
        "BEGIN TEXT:",
        "END TEXT.",
        "\f",
        "\x00",
        "\u200b",
    ),
    *(
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        " ",
        "PARIS 00001292  002 OF 003",
        "NNNN",
        "BT",
        "RIVKIN",
        "¶",
        "- ",
    ),
    *("ZNY SSSSS ZZH", "VZCZCXYZ0000", "FM AMEMBASSY PARIS", "The minister agreed.", "-------"),
)


@given(st.data())
def test_portions_add_up_to_the_text_of_a_damaged_cable(data: st.DataObject) -> None:
    """Contract, parse: in order, without gap or overlap."""
    _partitions(specimen(drawn(data)).data)


@given(st.binary(max_size=400))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xfe\xff\x00")
@example(b"\x00" * 9)
def test_bytes_of_any_kind_are_read_or_refused(data: bytes) -> None:
    """Only `ReadError` says that something is no text."""
    _partitions(data)
    _releases(data)


@given(st.text(max_size=400))
@example("")
@example("\n\n\n")
@example("Classified By:R 1.4b([1](#)s")
@example("Classified By:1.4b&para")
@example("\ufeff")
def test_text_of_any_kind_is_read(text: str) -> None:
    """Nothing in a text can make reading, deciding or rendering fail."""
    data = text.encode(errors="surrogatepass")
    _partitions(data)
    _releases(data)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_pieces_of_telegrams_in_any_order_are_read(text: str) -> None:
    """Headers without end, marks without text, quotations in quotations."""
    _partitions(text.encode())
    _releases(text.encode())


@given(st.data())
def test_what_is_released_is_released_letter_for_letter(data: st.DataObject) -> None:
    """Law 2: each released portion stands in the release as it stood in the source, in order."""
    cable = _read(specimen(drawn(data)).data)
    if cable is None:
        return
    account = redact.decide(redact.assess(cable, as_of(drawn(data), None)), public())
    release = redact.render(cable, account).text
    at = 0
    for portion, decision in zip(cable.portions, account.decisions, strict=True):
        if decision.effect == "release":
            text = cable.text_of(portion).strip()
            found = release.find(text, at)
            assert found >= 0, decision.kind
            at = found + len(text)


def _read(data: bytes) -> redact.Cable | None:
    try:
        return redact.read(data)
    except ReadError:
        return None


def _partitions(data: bytes) -> None:
    cable = _read(data)
    if cable is None:
        return
    at = 0
    for index, portion in enumerate(cable.portions):
        assert portion.index == index
        assert portion.span.start == at
        assert portion.span.end > at
        at = portion.span.end
    assert at == len(cable.source.text)


def _releases(data: bytes) -> None:
    if _read(data) is not None:
        redact.apply(data, public(), DAY)
        redact.apply(data, public(), DAY, format="json")
