"""Damage at the edge of the header: strays in, before and behind it, lines run together, links."""

from dataclasses import replace

from tests.property.choose import Choose, one_in, one_of
from tests.property.drafts import Line
from tests.property.printed import BLANK, LineDamage, Printed, mapped, tokens_of
from tests.property.printing import HEADER_ROLES
from tests.property.truth import OPEN, unmarked

STRAYS = (
    "The minister said that {} would resign before the end of the month.",
    "the minister said that {} would resign before the end of the month",
    "THE MINISTER SAID THAT {} WOULD RESIGN BEFORE THE END OF THE MONTH.",
    "Nobody but {} knew of the second account in the capital.",
    "He asked us to protect {}; he has told nobody else about it.",
)


def stray_sentence(choose: Choose, cable: Printed) -> Printed:
    """A sentence between two lines of envelope or header, directly or behind a blank line."""
    at = one_of(choose, edge(cable))
    return strayed(cable, at, one_of(choose, STRAYS), spaced=one_in(choose, 2))


def edge(cable: Printed) -> list[int]:
    """Where a line can be put in front of, in or straight behind envelope and header."""
    outside = (*HEADER_ROLES, "envelope", "blank", "stamp", "stray")
    body = next(
        (at for at, line in enumerate(cable.lines) if line.role not in outside), len(cable.lines)
    )
    last = max((at for at in range(body) if cable.lines[at].role != "blank"), default=-1)
    return list(range(last + 2))


def strayed(
    cable: Printed, at: int, sentence: str, *, spaced: bool, word: str = "Vexostraquil"
) -> Printed:
    """The telegram with a sentence before the line at `at`, which is unmarked text (R4).

    Directly under a marked subject it is the subject's own: not promised. A subject that is cut by
    it may have lost its mark.
    """
    text = sentence.format(word.upper() if sentence.isupper() else word)
    lines = (BLANK, Line(text, "stray")) if spaced else (Line(text, "stray"),)
    base = unmarked(cable.draft).unpromised()
    behind_subject = at > 0 and cable.lines[at - 1].role == "subject"
    changed = cable.with_lines(at, *lines).at_floor()
    if behind_subject and at < len(cable.lines) and cable.lines[at].role == "subject":
        subject = tokens_of(cable.lines, cable.lines[at].block)
        changed = changed.promising(lambda p: p.at_most(base.stays), subject)
    joins = behind_subject and not spaced and any(b.mark.text for b in cable.draft.blocks[:1])
    promise = OPEN if joins else base
    return replace(changed, promises={**changed.promises, word.lower(): promise})


def text_after_header(choose: Choose, cable: Printed) -> Printed:
    """An unmarked paragraph between header and body."""
    last = max(edge(cable))
    return strayed(cable, last, one_of(choose, STRAYS), spaced=True, word="Vexoheadquil")


def text_after_signature(choose: Choose, cable: Printed) -> Printed:
    """A sentence behind the signature: a trailer is decided like unmarked text (K11)."""
    at = len(cable.lines)
    return strayed(cable, at, one_of(choose, STRAYS), spaced=True, word="Vexotailquil")


def linked_tags(choose: Choose, cable: Printed) -> Printed:
    """`TAGS: [PREL](#) [FR](#)`."""

    def linked(line: Line) -> str:
        if line.role != "tags":
            return line.text
        return "TAGS: " + " ".join(f"[{tag}](#)" for tag in line.text[6:].replace(",", "").split())

    return mapped(cable, linked)


def run_together(choose: Choose, cable: Printed) -> Printed:
    """Neighbouring header fields on one line: every keyword ends the field before (cables 2)."""
    joined = ("order", "tags", "subject", "reference")
    places = [
        at
        for at, line in enumerate(cable.lines[:-1])
        if line.role in joined
        and cable.lines[at + 1].role in joined
        and not cable.lines[at + 1].text.startswith("(")
    ]
    if not places:
        return cable
    at = one_of(choose, places)
    first, second = cable.lines[at : at + 2]
    line = replace(second, text=f"{first.text} {second.text}")
    return cable.with_lines(at, line, instead=2).softened()


HEADER_DAMAGES: dict[str, LineDamage] = {
    "stray-sentence": stray_sentence,
    "text-after-header": text_after_header,
    "text-after-signature": text_after_signature,
    "linked-tags": linked_tags,
    "run-together": run_together,
}
