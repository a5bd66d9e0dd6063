"""Lines that belong to a page and not to the text: page lines, running heads, review stamps."""

import re

from redact.cable.header.banner import level_words

_PAGE = re.compile(
    r"(?:[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3} 0*\d{3,8} {1,4}\d{3}(?:\.\d{1,2})? OF \d{3}"
    r"|PAGE \d{1,3} {1,10}[A-Z][A-Z. ]{1,16} \d{3,8}(?: \d{2} OF \d{2})?(?: {1,4}\d{6}Z)?"
    r"|PAGE \d{1,3} OF \d{1,3})"
)
_STAMP = re.compile(
    r"(?:UNCLASSIFIED ?)?U\.S\. Department of State {1,4}Case No\..{0,120}"
    r"|(?:[A-Z][A-Za-z.' ]{3,40} )?Declassified/Released US Department of State.{0,60}"
    r"|RELEASED? IN (?:FULL|PART)(?:[ ,B\d().A-Z]{0,40})|DENIED IN FULL(?:[ ,B\d().A-Z]{0,40})",
)


def is_page_line(text: str) -> bool:
    """Whether a line is what a relay or a printer put at the turn of a page."""
    return text[-1:].isalnum() and _PAGE.fullmatch(" ".join(text.split())) is not None


def is_stamp(text: str) -> bool:
    """Whether a line is the stamp of an earlier review: no banner, whatever level it names."""
    return ("elease" in text or "RELEASE" in text or "Case No" in text or "DENIED" in text) and (
        _STAMP.fullmatch(text) is not None
    )


def running_head(text: str) -> str | None:
    """The level word that stands alone on a line, or None."""
    return level_words(text)
