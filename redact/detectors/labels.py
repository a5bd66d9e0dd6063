"""Labels: the words in front of a number that say what it is."""

import re
from collections.abc import Iterator
from typing import Final

REACH: Final = 40
"""How far behind its label a number may begin, in characters."""

_LONGEST = 80
"""No number with its blanks is longer."""

_END = re.compile(
    r"\n\n|(?<!\b[nN][oOrR])(?<!\b[nN][oO][sS])(?<!\b[nN]um)(?<!\b[tT][eE][lL])(?<!\b[a-zA-Z])"
    r"[.!?][\"')]?[ \n](?=[A-Z][A-Za-z]+\b(?!\d))"
)
_ON = re.compile(
    r"[\s,;/&()]{0,3}(?:(?:and|or|also|y|et|und|old|new|previous|former|wife|husband|spouse|son|"
    r"daughter|his|her|the|no|nos|number|numbers|is|was)\b[.:]?[\s,;:/&()#]{0,3}){0,4}",
    re.IGNORECASE,
)


def behind(text: str, label: re.Pattern[str], number: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Numbers behind a label: the nearest that begins within reach in the same sentence, and
    those that follow it in a list."""
    done = 0
    for said in label.finditer(text):
        if said.end() < done:
            continue
        reach = _sentence_end(text, said.end())
        found = number.search(text, said.end(), reach + _LONGEST)
        while found and found.start() <= reach:
            yield found
            done = found.end()
            on = _ON.match(text, done)
            reach = on.end() if on else done
            found = number.match(text, reach, reach + _LONGEST)


def before(text: str, label: re.Pattern[str], number: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Numbers with their label in brackets right behind: `K4471902 (passport)`."""
    for said in label.finditer(text):
        opening = re.compile(r"[ \n]?[(\[](?:his|her|the)?[ ]?$").search(
            text, max(0, said.start() - 8), said.start()
        )
        if opening:
            for found in number.finditer(text, max(0, opening.start() - REACH), opening.start()):
                if found.end() == opening.start():
                    yield found


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence ends that goes on at `start`, no further than within reach."""
    stop = min(len(text), start + REACH)
    ended = _END.search(text, start, stop + 2)
    return min(stop, ended.start()) if ended else stop
