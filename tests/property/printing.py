"""Prints a draft as the lines of a telegram, each with its role, so that damage finds its place."""

import re
from collections.abc import Iterator

from tests.property.drafts import Block, Draft, Line, Part, Shape
from tests.property.frames import frame_of

_WORD = re.compile(r"(?:\([^()\n]*\)|\S+)(?: \([^()\n]*\))*")
HEADER_ROLES = (
    "banner",
    "caption",
    "passing",
    "order",
    "tags",
    "subject",
    "reference",
    "classified",
)


def printed(draft: Draft) -> tuple[Line, ...]:
    """The lines of a telegram: envelope, header, body, signature and ending."""
    lines = [Line(text, "envelope" if text else "blank") for text in draft.envelope]
    lines += header(draft)[:-1]
    for at, block in enumerate(draft.blocks):
        if block.part is not Part.SUBJECT:
            lines += _block(draft, at, block)
    lines.append(Line("", "blank"))
    if draft.frame:
        return (*lines, *frame_of(draft, [])[1])
    lines.append(Line(draft.signer, "signature"))
    return (*lines, *(Line(text, "trailer") for text in draft.ending))


def header(draft: Draft) -> list[Line]:
    """The header of a telegram (cables 2), the subject at its place in it."""
    if draft.frame:
        return frame_of(draft, _subject(draft))[0]
    captions = [Line(text, "caption") for text in draft.captions]
    passing = [Line(text, "passing") for text in draft.passing]
    order = [Line(draft.instruction.text, "order")] if draft.instruction.text else []
    tags = [Line(draft.tags, "tags")]
    middle = tags + order if draft.tags_first else order + tags
    groups = (
        [Line(draft.banner.text, "banner")] if draft.banner.text else [],
        captions,
        passing,
        middle + _subject(draft),
        [Line(text, "reference") for text in draft.references],
        [Line(text, "classified") for text in draft.classified_by],
    )
    return _parted(groups)


def _parted(groups: tuple[list[Line], ...]) -> list[Line]:
    """Groups of lines, a blank line after each; none for an empty group."""
    return [line for group in groups if group for line in (*group, Line("", "blank"))]


def _subject(draft: Draft) -> list[Line]:
    for at, block in enumerate(draft.blocks):
        if block.part is Part.SUBJECT:
            text = " ".join(block.text).upper()
            wrapped = _wrapped(_subject_head(block, text), draft.width)
            return [Line(line, "subject", at) for line in wrapped]
    return []


def _subject_head(block: Block, text: str) -> str:
    mark = block.mark.text
    if not mark:
        return f"SUBJECT: {text}"
    if block.shape is Shape.BEFORE_LABEL:
        return f"{mark} SUBJECT: {text}"
    if block.shape is Shape.AT_END:
        return f"SUBJECT: {text} {mark}"
    return f"SUBJECT: {mark} {text}"


def _block(draft: Draft, at: int, block: Block) -> Iterator[Line]:
    if block.spaced:
        yield Line("", "blank")
    if block.part is Part.HEADING:
        yield from _heading(at, block)
    elif block.part is Part.TABLE:
        yield from (Line(row, "table", at) for row in block.text)
    elif block.part is Part.QUOTE:
        yield from _quote(draft, at, block)
    else:
        yield from _paragraph(draft, at, block)


def _heading(at: int, block: Block) -> Iterator[Line]:
    text = " ".join((*filter(None, [block.mark.text]), *block.text))
    if block.lead == "above":
        yield Line("-" * len(text), "rule", at)
    yield Line(text, "heading", at)
    if block.lead:
        yield Line("-" * len(text), "rule", at)


def _quote(draft: Draft, at: int, block: Block) -> Iterator[Line]:
    yield Line("BEGIN TEXT:", "quote-begin", at)
    if block.inner_banner:
        yield Line("", "blank", at)
        yield from (Line(text, "quote", at) for text in block.inner_banner.split("\n"))
    for number, text in enumerate(block.text, 1):
        mark = block.inner[number - 1].text if number <= len(block.inner) else ""
        head = f"{number}. {mark} " if mark else ""
        yield Line("", "blank", at)
        yield from (Line(line, "quote", at) for line in _wrapped(head + text, draft.width))
    yield Line("", "blank", at)
    yield Line("END TEXT.", "quote-end", at)


def _paragraph(draft: Draft, at: int, block: Block) -> Iterator[Line]:
    text = " ".join(block.text)
    if draft.capitals:
        text = text.upper()
    lines = head(block).split("\n")
    wrapped = (*lines[:-1], *_wrapped(lines[-1] + text, draft.width))
    for number, line in enumerate(wrapped):
        yield Line(line, "more" if number else "first", at)


def head(block: Block) -> str:
    """Label, mark and lead of a paragraph, in the order its shape asks for, up to its text."""
    label, mark, lead = block.label, block.mark.text, block.lead
    if block.shape is Shape.BEFORE_LABEL:
        return _spaced(mark, label, lead)
    if block.shape is Shape.AFTER_LEAD:
        return _spaced(label, lead, mark)
    if block.shape is Shape.GLUED:
        return _spaced(label + mark, lead)
    if block.shape is Shape.OWN_LINE and mark:
        return f"{_spaced(label, mark).rstrip()}\n{_spaced(lead)}"
    return _spaced(label, mark, lead)


def _spaced(*words: str) -> str:
    return "".join(f"{word} " for word in words if word)


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """Lines of at most `width` characters, broken at single blanks; marks stay in one piece."""
    lines: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in _words(piece):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return tuple(lines)


def _words(text: str) -> list[str]:
    """The words of `text`; what stands in parentheses counts as one word with the word before."""
    return _WORD.findall(text)
