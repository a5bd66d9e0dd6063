"""Lines that belong to a page and not to the text: page lines, running heads, review stamps."""

import re

from redact.cable.registers.posts import POSTS, letters_of, post_of

_PAGE = re.compile(
    r"(?:(?P<full>[A-Z][A-Z.'-]*(?: [A-Z][A-Z.'-]*){0,3}) 0*\d{3,8}"
    r" {1,4}\d{3}(?:\.\d{1,2})? OF \d{3}"
    r"|PAGE \d{1,3} {1,10}(?P<post>[A-Z][A-Z. ]{1,12}?) \d{3,8}"
    r"(?: \d{2} OF \d{2})?(?: {1,4}\d{6}Z)?"
    r"|PAGE \d{1,3} OF \d{1,3})"
)
_CODES = r"(?:[ ,;]*(?:B\d|\(b\)\(\d\)|1\.\d\([A-Ha-h]\)|25X\d|NR))*"
_STAMP = re.compile(
    r"(?:UNCLASSIFIED *)?U\.S\. Department of State {1,4}Case No\.? ?[A-Z0-9-]{1,20}"
    r"(?: {1,4}Doc No\.? ?[A-Z0-9]{1,12})?(?: {1,4}Date: ?[\d/]{6,10})?"
    r"|(?:(?:Margaret P\. Grafeld|Sheryl P\. Walter|MARGARET P\. GRAFELD|SHERYL P\. WALTER) )?"
    r"(?:Declassified/Released|DECLASSIFIED/RELEASED) (?:US|U\.S\.) "
    r"(?:Department of State|DEPARTMENT OF STATE)"
    r"(?: EO (?:Systematic Review|SYSTEMATIC REVIEW))?(?: \d{1,2} [A-Za-z]{3,9} \d{4})?"
    rf"|(?:RELEASED? IN (?:FULL|PART)|DENIED IN FULL){_CODES}",
)


def is_page_line(text: str) -> bool:
    """Whether a line is what a relay or a printer put at the turn of a page."""
    found = _PAGE.fullmatch(" ".join(text.split())) if text[-1:].isalnum() else None
    if found is None:
        return False
    full = found["full"]
    known = full is None or " " not in full or post_of(full) is not None
    return known and (found["post"] is None or _is_post_start(found["post"]))


def _is_post_start(name: str) -> bool:
    """Whether a name is a known post, or its first letters as page lines shorten it."""
    letters = letters_of(name)
    return len(letters) >= 4 and any(post.startswith(letters) for post in POSTS)


def is_stamp(text: str) -> bool:
    """Whether a line is the stamp of an earlier review: no banner, whatever level it names."""
    return ("elease" in text or "RELEASE" in text or "Case No" in text or "DENIED" in text) and (
        _STAMP.fullmatch(text) is not None
    )
