"""The few dozen plainest marks, known without the grammar: a level, alone or with NOFORN.

A text is found here only whole and only in its correct spelling; a test holds every entry to what
the grammar makes of the same text. So a telegram with plain marks alone never loads the parser.
"""

from functools import cache

from redact.markings.model import Level, Marking

_LEVELS = {
    Level.U: ("U", "UNCLASSIFIED", "UNCLAS"),
    Level.C: ("C", "CONFIDENTIAL"),
    Level.S: ("S", "SECRET"),
    Level.TS: ("TS", "TOP SECRET"),
}


@cache
def plain_marks() -> dict[str, Marking]:
    """Every plain mark, with and without its parentheses."""
    marks = {"SBU": Marking(Level.U, non_ic=("SBU",))}
    marks |= {
        f"{spelling}//FOUO": Marking(Level.U, dissem=("FOUO",)) for spelling in _LEVELS[Level.U]
    }
    for level, spellings in _LEVELS.items():
        for spelling in spellings:
            marks[spelling] = Marking(level)
            for noforn in ("NF", "NOFORN"):
                marks[f"{spelling}//{noforn}"] = Marking(level, dissem=("NF",))
    return marks | {f"({text})": marking for text, marking in marks.items()}
