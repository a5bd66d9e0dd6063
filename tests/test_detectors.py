"""Detectors: what they find in a telegram, and what they never take for it."""

import json
import re
from pathlib import Path

import pytest

import redact
from redact.detectors import DETECTORS, detect
from redact.detectors.model import Wanted

HEADER = """R 221517Z SEP 09
FM AMEMBASSY PARIS
TO RUEHC/SECSTATE WASHDC PRIORITY 7187

UNCLAS PARIS 001292

SIPDIS

E.O. 12958: N/A
TAGS: PREL, PGOV
SUBJECT: CONSULAR NOTES

REF: STATE 090236

"""
CASES = json.loads(Path(__file__).with_name("cases").joinpath("detectors.json").read_text("utf-8"))
"""Each text with what is to be found in braces: `{detector|text}`, `{?detector|text}` unsure."""

_MARKED = re.compile(r"\{(\??)([a-z-]+)\|([^{}]*)\}")


def found(body: str, *detectors: str) -> list[tuple[str, str, bool]]:
    """Detector, text and sureness of all that is found in a telegram with this body."""
    cable = redact.read(f"{HEADER}{body}\n\nRIVKIN\n".encode())
    rows = detect(cable, Wanted(frozenset(detectors or DETECTORS)))
    text = cable.source.text
    return [(one.detector, text[slice(*one.span)], one.sure) for row in rows for one in row]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text'][:40]}")
def test_case(case: dict[str, str]) -> None:
    """The detector named finds what is marked and nothing else; no other finds anything outside."""
    text = case["text"]
    wanted = [(name, said, not unsure) for unsure, name, said in _MARKED.findall(text)]
    named = {name for name, _, _ in wanted}
    all_found = found(f"1. (U) {_MARKED.sub(lambda mark: mark[3], text)}")
    assert [one for one in all_found if one[0] in named] == wanted
    within = "\x00".join(said for _, said, _ in wanted)
    assert [said for name, said, _ in all_found if name not in named and said not in within] == []


def test_the_table_is_large_and_names_every_detector_of_numbers() -> None:
    named = {name for case in CASES for _, name, _ in _MARKED.findall(case["text"])}
    assert len(CASES) >= 250
    assert named == DETECTORS.keys() - {"protected-name"}


PROTECTED = json.loads(
    Path(__file__).with_name("cases").joinpath("protected-names.json").read_text("utf-8")
)
"""Each text with what goes in braces."""


@pytest.mark.parametrize("case", PROTECTED, ids=lambda case: f"{case['why']}: {case['text'][:40]}")
def test_protected_name(case: dict[str, str]) -> None:
    text = case["text"]
    body = f"1. (U) {text}".replace("{", "").replace("}", "")
    assert gone(body, "protected-name") == f"1. (U) {re.sub('{[^{}]*}', '*', text)}"


def gone(body: str, *detectors: str) -> str:
    """The body with an asterisk for each stretch that is found."""
    cable = redact.read(f"{HEADER}{body}\n\nRIVKIN\n".encode())
    text = cable.source.text
    taken: set[int] = set()
    for row in detect(cable, Wanted(frozenset(detectors))):
        taken.update(at for one in row for at in range(*one.span))
    left = "".join("*" if at in taken else letter for at, letter in enumerate(text))
    return re.sub(r"\*+", "*", left[len(HEADER) : -len("\n\nRIVKIN\n")])


def test_the_page_shows_the_register_and_the_figures() -> None:
    from tests.detector_report import missed_cases, rows, table

    page = Path(__file__).parents[1].joinpath("docs/reference/detectors.md").read_text("utf-8")
    figures = rows()
    assert table(figures) in page
    assert missed_cases(figures) in page
    for name, one in DETECTORS.items():
        assert (
            f"| `{name}` | {one.title} | {one.thing} | {one.evidence} | {one.authority} |" in page
        )


def test_terms_are_found_as_whole_words_however_they_are_broken() -> None:
    body = "1. (U) Al-\nHakim's son, NU\u0301\u00d1EZ, Alhakima, al Hakim."
    cable = redact.read(f"{HEADER}{body}\n\nRIVKIN\n".encode())
    names = "al Hakim", "N\u00fa\u00f1ez", "--"
    rows = detect(cable, Wanted(frozenset(), (("list", names),)))
    text = cable.source.text
    said = [(one.detector, text[slice(*one.span)]) for row in rows for one in row]
    assert said == [
        ("term:list", "Al-\nHakim's"),
        ("term:list", "NU\u0301\u00d1EZ"),
        ("term:list", "al Hakim"),
    ]


def test_a_detector_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="fingerprint"):
        detect(redact.read(HEADER.encode()), Wanted(frozenset({"fingerprint"})))
