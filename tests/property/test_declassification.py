"""Properties of declassification instructions: never an earlier date, never an exception."""

import re
from collections.abc import Callable
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from redact.declassification import (
    Basis,
    Kind,
    instruction_document,
    is_declassified,
    read_instruction,
)
from redact.declassification.days import FORMS
from redact.declassification.grammar import parse_entries
from redact.declassification.model import Instruction
from redact.declassification.reasons import read_reasons
from redact.declassification.refusals import Unreadable
from redact.declassification.shortcuts import CODE, DAY, shortcut
from redact.declassification.tables import built
from redact.declassification.values import Entry
from redact.text import Span
from tests.property.instruction_strategies import (
    damaged,
    document_dates,
    doubts,
    edge_dates,
    events,
    forms,
    instructions,
    labels,
    ordered_days,
    plain_values,
    printed,
    residues,
    values,
    written_days,
)

any_dates = st.one_of(st.none(), st.dates(), document_dates, edge_dates)


def _ends(instruction: Instruction) -> date:
    """The day that frees the text; where there is none, a day behind all others."""
    return instruction.effective.date or date.max


class TestTotal:
    """`read_…` is total: whatever the text, there is an answer, and doubt is a kind."""

    @given(st.text(), any_dates)
    def test_arbitrary_text_never_raises(self, text: str, dated: date | None) -> None:
        read_reasons(text)
        assert read_instruction(text, dated).text == text

    @given(st.text(alphabet="DECLX1O259/ ,;:.-()ANDORGSUP\n'\"", max_size=40), any_dates)
    def test_nearly_instructions_never_raise(self, text: str, dated: date | None) -> None:
        assert read_instruction(text, dated).text == text

    @given(damaged(), any_dates)
    @example("SOURCE MARKED", None)
    @example("10 YEARS AFTER", date.max)
    @example("DECL: 2/29/00", date(9999, 1, 1))
    def test_what_is_said_is_consistent(self, text: str, dated: date | None) -> None:
        found = read_instruction(text, dated)
        dateless = found.effective.date is None
        assert dateless == (found.effective.basis in {Basis.NONE, Basis.NEVER})
        assert (found.effective.authority is None) == (found.effective.basis is Basis.NONE)
        assert all(0 <= f.span.start <= f.span.end <= len(text) for f in found.findings)
        if found.kind is Kind.UNREADABLE:
            assert (found.effective.basis, found.date, found.codes) == (Basis.NONE, None, ())
        assert instruction_document(found, None)["declassified"] is None

    @given(instructions, any_dates, st.dates(), st.dates())
    def test_declassified_stays_declassified(
        self, text: str, dated: date | None, one: date, other: date
    ) -> None:
        found = read_instruction(text, dated)
        first, second = sorted((one, other))
        assert not is_declassified(found, first) or is_declassified(found, second)


class TestNeverEarlier:
    """A wrong early date releases: what is added or doubted may only put the day off (R17, R18)."""

    @given(ordered_days(), labels, forms, st.sampled_from(("{}", "{} OR UPON SIGNATURE", "GDS {}")))
    def test_a_later_day_never_ends_earlier(
        self, days: tuple[date, date, date], label: str, form: int, shape: str
    ) -> None:
        dated, first, second = days
        one, other = (
            read_instruction(label + shape.format(printed(day, form)), dated)
            for day in (first, second)
        )
        assert _ends(one) == first
        assert _ends(one) <= _ends(other) == second

    @given(st.integers(1, 900), st.integers(1, 900), document_dates)
    def test_a_longer_period_never_ends_earlier(self, one: int, more: int, dated: date) -> None:
        short = read_instruction(f"DECL: {one} MONTHS", dated)
        longer = read_instruction(f"DECL: {one + more} MONTHS", dated)
        assert dated < _ends(short) <= _ends(longer)

    @given(
        st.sampled_from(("", "OADR", "X1", "25X1", "50X1-HUM", "10 YEARS", "UPON SIGNATURE", "MR")),
        document_dates,
        document_dates,
    )
    def test_a_later_document_never_ends_earlier(self, text: str, one: date, other: date) -> None:
        first, second = sorted((one, other))
        assert _ends(read_instruction(text, first)) <= _ends(read_instruction(text, second))

    @given(labels, values, residues, any_dates)
    def test_residue_never_brings_the_date_forward(
        self, label: str, value: str, residue: str, dated: date | None
    ) -> None:
        alone = read_instruction(label + value, dated)
        assert _ends(read_instruction(label + value + residue, dated)) >= _ends(alone)

    @given(labels, values, values, st.sampled_from(("; DECL: ", " E.O. 12356: DECL: ")), any_dates)
    def test_a_further_instruction_never_brings_the_date_forward(
        self, label: str, one: str, other: str, joint: str, dated: date | None
    ) -> None:
        both = read_instruction(label + one + joint + other, dated)
        assert _ends(both) >= _ends(read_instruction(label + one, dated))
        assert _ends(both) >= _ends(read_instruction("DECL: " + other, dated))

    @given(labels, plain_values, doubts, st.one_of(written_days, plain_values), any_dates)
    def test_a_value_joined_never_brings_the_date_forward_but_beside_an_event(
        self, label: str, one: str, joint: str, other: str, dated: date | None
    ) -> None:
        alone = read_instruction(label + one, dated)
        both = read_instruction(label + one + joint + other, dated)
        assert both.kind is Kind.DATE_OR_EVENT or _ends(both) >= _ends(alone)

    @given(written_days, events, st.sampled_from((" AND ", " ", " & ", " AND/OR ")), document_dates)
    def test_a_day_that_needs_an_event_ends_no_sooner_than_either(
        self, day: str, event: str, joint: str, dated: date
    ) -> None:
        both = read_instruction(day + joint + event, dated)
        assert _ends(both) >= _ends(read_instruction(day, dated))
        assert _ends(both) >= _ends(read_instruction(event, dated))

    @given(damaged(), document_dates)
    def test_nothing_ends_on_or_before_the_day_it_was_written(self, text: str, dated: date) -> None:
        found = read_instruction(text, dated)
        written = {Basis.INSTRUCTION, Basis.PERIOD, Basis.DECLASSIFIED, Basis.SCHEDULE}
        assert found.effective.basis not in written or _ends(found) > dated


class TestOneReading:
    """Fast path, grammar and patterns say the same."""

    @given(st.one_of(st.from_regex(DAY, fullmatch=True), st.from_regex(CODE, fullmatch=True)))
    def test_shortcut_is_the_grammar(self, text: str) -> None:
        assert _outcome(shortcut, text) == _outcome(parse_entries, text)

    @given(
        st.one_of(
            written_days,
            st.from_regex(
                r"[0-9]{1,4} ?[/.-]? ?(?:[0-9]{1,2}|JAN|SEPT?|MAY)?[.,]? ?-?[0-9]{0,4}( YEARS)?",
                fullmatch=True,
            ),
        )
    )
    def test_day_is_the_same_to_grammar_and_forms(self, text: str) -> None:
        assert bool(_DAY.fullmatch(text)) == any(form.fullmatch(text) for form in FORMS)

    @given(instructions, any_dates)
    def test_case_and_blanks_mean_nothing(self, text: str, dated: date | None) -> None:
        plain = read_instruction(text, dated)
        other = read_instruction(text.lower().replace(" ", "\n "), dated)
        assert (plain.kind, plain.codes, plain.effective) == (
            other.kind,
            other.codes,
            other.effective,
        )


def _outcome(
    parse: Callable[[str], tuple[Entry, ...] | None], text: str
) -> tuple[Entry, ...] | tuple[str, Span] | None:
    try:
        return parse(text)
    except Unreadable as refusal:
        return refusal.name, refusal.span


_DAY = re.compile(
    next(terminal.pattern.to_regexp() for terminal in built().terminals if terminal.name == "DAY")
)
