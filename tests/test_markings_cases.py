"""Every mark of the tables: what each says, or that it is none (domain page `markings`)."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from redact.errors import MarkingError
from redact.findings import Severity
from redact.markings import banner, marking_document, parse_marking, portion, read_marking
from redact.markings.reading_in_full import read_in_full
from redact.markings.vocabulary import countries_and_organisations

CASES = Path(__file__).parent / "cases"


def table(name: str) -> list[dict[str, Any]]:
    """The rows of a table of cases."""
    rows: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return rows


ALL = [
    *table("marking-cases"),
    *table("marking-cases-second"),
    *table("marking-cases-third"),
]
ACCEPTED = [case for case in ALL if case["valid"]]
REFUSED = [*table("marking-refused"), *(case for case in ALL if not case["valid"])]


def named(case: dict[str, Any]) -> str:
    """A readable id: the rule, then the text as Python shows it."""
    return f"{case.get('why', '')} {case['input']!a}"


@pytest.mark.parametrize("case", ALL, ids=named)
def test_a_text_says_what_the_table_says(case: dict[str, Any]) -> None:
    document = marking_document(read_marking(case["input"]))
    assert document["valid"] is case["valid"]
    assert {name: document[name] for name in case["expect"]} == case["expect"]


@pytest.mark.parametrize("case", ACCEPTED, ids=named)
def test_canonical_forms_are_fixed_points(case: dict[str, Any]) -> None:
    marking = parse_marking(case["input"])
    assert parse_marking(portion(marking)) == marking
    assert parse_marking(banner(marking)) == marking
    assert portion(parse_marking(portion(marking))) == str(marking)
    assert hash(parse_marking(str(marking))) == hash(marking)


@pytest.mark.parametrize("case", ACCEPTED, ids=named)
def test_parentheses_change_nothing(case: dict[str, Any]) -> None:
    marking = parse_marking(case["input"])
    assert parse_marking(f"({portion(marking)})") == marking
    assert parse_marking(f"( {banner(marking)} )") == marking


@pytest.mark.parametrize("case", ACCEPTED, ids=named)
def test_a_canonical_portion_has_nothing_to_put_right(case: dict[str, Any]) -> None:
    reading = read_marking(portion(parse_marking(case["input"])))
    repairs = ("separator", "order", "duplicate", "usa-added", "spelling")
    assert not [found for found in reading.findings if found.code.endswith(repairs)]


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_error_no_marking_and_one_reason(case: dict[str, Any]) -> None:
    reading = read_marking(case["input"])
    assert reading.marking is None
    (finding,) = reading.findings
    assert finding.severity is Severity.ERROR
    assert 0 <= finding.span.start <= finding.span.end <= len(case["input"])


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_error_never_quotes_the_text(case: dict[str, Any]) -> None:
    with pytest.raises(MarkingError) as refused:
        parse_marking(case["input"])
    assert len(case["input"]) < 6 or case["input"] not in str(refused.value)


LONGEST = 4000


@pytest.mark.parametrize(
    "text",
    [
        f"S{' ' * LONGEST}X",
        "S" + " \n" * LONGEST + "//NF",
        f"S//{'NF/' * LONGEST}NF",
        f"S//REL TO USA{', GBR' * LONGEST}",
        f"S//SAR-{'A' * LONGEST}",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_error_what_is_longer_than_any_mark(text: str) -> None:
    assert read_marking(text).marking is None
    assert "longer" in read_marking(text).findings[0].message


def test_a_release_to_every_country_and_organisation_is_not_too_long() -> None:
    everybody = sorted(set(countries_and_organisations().values()) - {"USA"})
    marking = parse_marking(f"S//REL TO USA, {', '.join(everybody)}")
    assert parse_marking(f"{' ' * LONGEST}{banner(marking)}{' ' * LONGEST}") == marking


@pytest.mark.parametrize("blanks", [" ", "\n", " \n"])
def test_the_time_of_a_run_of_blanks_grows_as_the_run(blanks: str) -> None:
    """Twenty times the blanks in at most forty times the time, and far from a second."""

    def seconds(count: int) -> float:
        text = f"S{blanks * count},X - ENTIRE TEXT"
        began = time.process_time()
        for _ in range(20):
            read_in_full(text)
        return time.process_time() - began

    assert min(seconds(1900) for _ in range(3)) < 40 * min(seconds(95) for _ in range(3))


def test_there_are_more_refusals_than_acceptances() -> None:
    assert len(REFUSED) > len(ACCEPTED)


@pytest.mark.parametrize("text", ["S//NF", "(SECRET//NOFORN)", "C - ENTIRE TEXT", "//GBR S"])
def test_white_space_around_changes_nothing(text: str) -> None:
    assert parse_marking(f" \t{text}\r\n") == parse_marking(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("TS//SI-ECI", "TS//SI-ECI"),
        ("TS//SI-ECI ABC DEF-GHI", "TS//SI-ABC DEF-GHI"),
        ("TS//SI-ECI NF", "TS//SI-ECI//NF"),
        ("TS//HCS-P JJJ-P DDDD", "TS//HCS-P DDDD JJJ"),
        ("TS//TALENT KEYHOLE-KAND", "TS//TK-KAND"),
        ("TS//SI-NF", "TS//SI//NF"),
        ("TS//SI-G TK", "TS//SI-G/TK"),
        ("TS//SAR-BP/NF", "TS//SAR-BP//NF"),
        ("TS//SAR-BP/X1", "TS//SAR-BP/X1"),
        ("S//CNWDI", "S//RD-CNWDI"),
        ("S//RD N", "S//RD-CNWDI"),
        ("S//FGI/FGI GBR", "S//FGI"),
        ("S//REL TO USA, AND", "S//REL TO USA, AND"),
        ("S//REL TO USA, AND, GBR", "S//REL TO USA, AND, GBR"),
        ("S//REL TO USA AND GBR", "S//REL TO USA, GBR"),
        ("S//FGI ALB, AND, GBR", "S//FGI ALB, AND, GBR"),
        ("S//REL TO USA, NATO/EYES", "S//REL TO USA, NATO/EYES"),
        ("S//REL TO USA, GBR/REL", "S//REL TO USA, GBR/REL"),
        ("S//REL TO USA, GBR//REL TO GBR, USA", "S//REL TO USA, GBR"),
        ("UNCLAS EFTO SENSITIVE", "U//SBU"),
        ("UNCLAS SENSITIVE NOFORN", "U//SBU-NF"),
        ("U//CUI//NF", "CUI//NF"),
        ("U//SBU//CUI", "U//SBU//CUI"),
        ("CUI//GEO", "CUI//GEO"),
        ("CUI//REL TO USA, GBR/GEO", "CUI//REL TO USA, GBR, GEO"),
        ("CUI//NF//SP-CTI", "CUI//SP-CTI//NF"),
        ("(S//NF) (OC)", "S//OC/NF"),
        ("(SBU) (NF)", "U//SBU-NF"),
    ],
)
def test_words_mean_what_their_neighbours_make_of_them(text: str, canonical: str) -> None:
    assert str(parse_marking(text)) == canonical


@pytest.mark.parametrize(
    ("text", "entire"),
    [
        ("(C - ENTIRE TEXT)", True),
        ("ENTIRE MESSAGE SECRET", True),
        ("(U)", False),
        ("S//NF", False),
        ("ENTIRE TEXT", True),
        ("(S) ENTIRE TEXT", True),
    ],
)
def test_scope_is_told_apart_from_the_marking(text: str, *, entire: bool) -> None:
    assert read_marking(text).entire_text is entire
