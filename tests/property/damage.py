"""All damage by name, and its application: to the draft, its lines, its text, its bytes.

Each damage says in its own module how the truth changes. Several together keep what each of them
promises, but for those in `ALONE`, whose truth holds only in an otherwise whole telegram.
"""

from dataclasses import dataclass
from datetime import date

from tests.property.choose import Choose, between, one_of, picked
from tests.property.damage_drafts import DRAFT_DAMAGES
from tests.property.damage_header import HEADER_DAMAGES
from tests.property.damage_lines import TEXT_LINE_DAMAGES
from tests.property.damage_pages import PAGE_DAMAGES, turned
from tests.property.damage_text import TEXT_DAMAGES, Written
from tests.property.drafts import Draft
from tests.property.printed import Printed
from tests.property.printing import printed
from tests.property.truth import Promise, promises_of

LINE_DAMAGES = {**HEADER_DAMAGES, **TEXT_LINE_DAMAGES, **PAGE_DAMAGES}
NAMES = (*DRAFT_DAMAGES, *LINE_DAMAGES, *TEXT_DAMAGES)
ALONE = ("mark-at-line-start", "date-out-of-reach", "later-date-in-block", "wide-blanks")


@dataclass(frozen=True, slots=True)
class Damaged:
    """A cable as bytes, what is promised of its tokens, its own day, and what was done to it."""

    data: bytes
    promises: dict[str, Promise]
    until: date | None
    damages: tuple[str, ...]


def damaged(choose: Choose, draft: Draft, names: tuple[str, ...] | None = None) -> Damaged:
    """The telegram with the damages of `names`, or with drawn ones: a third none, one, several."""
    names = _drawn(choose) if names is None else names
    done: list[str] = []
    draft = _drafted(choose, draft, names, done)
    lines = Printed(draft, printed(draft), promises_of(draft), draft.instruction.until)
    lines = turned(choose, lines)
    for name in names:
        if name in LINE_DAMAGES:
            after = LINE_DAMAGES[name](choose, lines)
            done += [name] if after is not lines else []
            lines = after
    text = "\n".join(line.text for line in lines.lines) + "\n"
    written = _written(choose, Written(text, lines.promises), names, done)
    return Damaged(written.data(), written.promises, lines.until, tuple(done))


def _drawn(choose: Choose) -> tuple[str, ...]:
    several = one_of(choose, (0, 1, between(choose, 2, 4)))
    names = picked(choose, NAMES, several)
    alone = next((name for name in names if name in ALONE), None)
    return names if alone is None else (alone,)


def _drafted(choose: Choose, draft: Draft, names: tuple[str, ...], done: list[str]) -> Draft:
    for name in names:
        if name in DRAFT_DAMAGES:
            after = DRAFT_DAMAGES[name](choose, draft)
            done += [name] if after is not draft else []
            draft = after
    return draft


def _written(choose: Choose, cable: Written, names: tuple[str, ...], done: list[str]) -> Written:
    for name in names:
        if name in TEXT_DAMAGES:
            after = TEXT_DAMAGES[name](choose, cable)
            done += [name] if after is not cable else []
            cable = after
    return cable
