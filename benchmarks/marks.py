"""Marks for the benchmarks: those of the tables of cases, and invented ones, no two alike."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from redact.markings.registers import register

_LEVELS = (("C", "CONFIDENTIAL"), ("S", "SECRET"), ("TS", "TOP SECRET"))
_CODES = tuple(code for code in register("countries")["iso"].split() if code != "USA")


_TABLE = Path(__file__).parent.parent / "tests" / "cases" / "marking-cases.json"


def marks_of_the_tables() -> list[str]:
    """Every text of the table of marks: each form there is, clean, loose, legacy and damaged."""
    return [case["input"] for case in json.loads(_TABLE.read_text("utf-8"))]


def marks() -> Iterator[str]:
    """Long marks without end: the same forms in turn, each with other countries and names."""
    for serial in count():
        code, word = _LEVELS[serial % len(_LEVELS)]
        turn, place = divmod(serial, len(_CODES))
        one, two, three = (_CODES[(place + step) % len(_CODES)] for step in (0, turn + 1, turn + 7))
        name = f"{serial:04}"
        yield f"({code}//REL TO USA, {one}, {two})"
        yield f"{word}//SI-{name}//ORCON/NOFORN"
        yield f"(TS//SI-G {name}/TK//OC/REL TO USA, {one})"
        yield f"{word}//FGI {one} {two}//NOFORN"
        yield f"(//{one} {code}//REL TO USA, {one}, {two}, {three})"
        yield f"//JOINT {word} {one} USA//REL TO USA, {one}, {two}"
        yield f"({code}//SAR-{name}/NF)"
        yield f"({code}/REL {one}/{two}/{three})"
        yield f"{word} NOFORN,WNINTEL//FGI-{one} {three}"
        yield f"SECRET//RD-SIGMA 14//FGI {one}, {three}//NOFORN"
        yield f"NATO {word}//REL TO USA, NATO, {one}, {three}"
        yield f"({code}//DISPLAY ONLY {one}, {two}, {three})"
        yield f"CUI//SP-CTI/PRVCY//REL TO USA, {one}, {two}"
        yield f"({code}//N{name})"
