"""A damaged instruction or stamp ends no classification earlier than the whole one."""

from datetime import date

from hypothesis import given, settings

from redact.declassification import read_instruction
from tests.property.damage_instruction import WHOLE_LINES, damaged_lines, says_other_in_full


def test_many_lines_are_damaged() -> None:
    assert len(WHOLE_LINES) > 200


@given(damaged_lines())
@settings(max_examples=200)
def test_damage_never_ends_a_classification_earlier(line: tuple[date, str, str]) -> None:
    dated, whole, torn = line
    ends, torn_ends = (
        read_instruction(text, dated).effective.date or date.max for text in (whole, torn)
    )
    assert torn_ends >= ends or says_other_in_full(whole, torn)
