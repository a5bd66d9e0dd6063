"""What our own releases print into a text: the stamp on top and the notices at the holes.

A release read again is a cable like any other, and these lines are text or envelope in it, never
marks. The patterns are closed: nothing else passes for a line of the stamp.
"""

import re

_CODE = (
    r"(?:\d\.\d\([a-h]\)|\(b\)\(\d\)(?:\([A-F]\))?|(?:25|50|75)X\d(?:-[A-Z]{3})?"
    r"|\d{1,2} (?:U\.S\.C\.|CFR) \d{1,5}[a-z]?(?:\([a-z0-9]{1,2}\)){0,3})"
)
_CODES = rf"{_CODE}(?:[,;]? {_CODE})*"
_LINES = r"(?:less than 1 line|1 line|\d{1,7} lines)"
_LEVEL = r"(?:UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET)"
_NOTICE = re.compile(
    rf"\[(?:{_LINES}|1 paragraph \({_LINES}\)|text) not declassified"
    rf"(?:\. {_CODES}|; needs a reviewer)?\]"
)
_COUNT = r"(?:\d{1,3}½?|½|less than (?:1|one))"
_OTHERS = re.compile(
    r"\[(?:\.{3}|…| {0,3})\]|\(b\)\(\d\)(?:\([A-F]\))?"
    rf"|\[(?:{_COUNT} )?(?:names?|lines?|words?|paragraphs?|pages?|text|place|number|title|date"
    r"|(?:dollar )?amount|code ?name|cryptonym|acronym)"
    rf"(?: \({_COUNT} lines?\))? not declassified\]"
)
"""What other publishers print at a hole: boxes, exemptions, the notes of *Foreign Relations*."""

_STAMP = re.compile(
    r"\[(?:RELEASED IN FULL|RELEASED IN PART|DENIED IN FULL"
    rf"|Withheld: (?:{_CODES}(?:, needs a reviewer)?|needs a reviewer)"
    rf"|Original classification: (?:not known|{_LEVEL}(?: — cancelled|; as released: {_LEVEL})?)"
    r"|Declassified automatically on \d{4}-\d\d-\d\d"
    r" (?:under its own instruction|under the declassification schedule|at \d\d years)"
    r"(?: \((?:E\.O\. \d{4,5})?(?:, )?(?:DECL: [\d/-]{6,10})?\))?"
    r"|Policy: [a-z0-9-]{1,40} \d{1,4}\.\d{1,4}\.\d{1,4}, as of \d{4}-\d\d-\d\d)\]"
)


def notice_end(text: str, at: int) -> int | None:
    """Where a notice of ours, or what another publisher put at a hole, ends; None for neither."""
    found = _NOTICE.match(text, at) or _OTHERS.match(text, at)
    return found.end() if found else None


def is_notice(line: str) -> bool:
    """Whether a line is a notice of withheld text and nothing else."""
    return line[:1] == "[" and _NOTICE.fullmatch(line) is not None


def ends_in_notice(line: str) -> bool:
    """Whether a notice of withheld text ends a line."""
    at = line.rfind("[")
    return at >= 0 and _NOTICE.fullmatch(line, at) is not None


def is_stamp_line(line: str) -> bool:
    """Whether a line belongs to the stamp that stands on top of a release."""
    return line[:1] == "[" and _STAMP.fullmatch(line) is not None
