"""The codes that stand at a hole and in the stamp: reasons, exemptions, statutes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NEEDS_REVIEWER: Final = "needs a reviewer"

_STATUTE = re.compile(r"\b\d+ U\.S\.C\. (?!552\(b\)|552\b)")


@lru_cache(maxsize=1024)
def codes_of(exemptions: tuple[str, ...], citations: tuple[str, ...]) -> tuple[str, ...]:
    """Reasons first, then exemptions; `(b)(3)` with its statute (5 U.S.C. 552(b)(3), GAO-21-148).

    Empty where no exemption is claimed.
    """
    reasons = [code for code in exemptions if not code.startswith("(")]
    claims = [_with_statute(code, citations) for code in exemptions if code.startswith("(")]
    return (*reasons, *claims)


@lru_cache(maxsize=1024)
def ending_of(exemptions: tuple[str, ...], citations: tuple[str, ...]) -> str:
    """What stands behind the words at a hole: `. 1.4(b); (b)(1)`, or that a person must look."""
    codes = codes_of(exemptions, citations)
    return f". {join_codes(codes)}" if codes else f"; {NEEDS_REVIEWER}"


def join_codes(codes: Iterable[str]) -> str:
    """`1.4(b), 1.4(d); (b)(1)`: a semicolon between reasons and exemptions, commas within."""
    listed = list(codes)
    reasons = ", ".join(code for code in listed if not code.startswith("("))
    exemptions = ", ".join(code for code in listed if code.startswith("("))
    return "; ".join(part for part in (reasons, exemptions) if part)


def _with_statute(code: str, citations: tuple[str, ...]) -> str:
    if code != "(b)(3)":
        return code
    statutes = [citation for citation in citations if _STATUTE.search(citation)]
    return " ".join([code, ", ".join(statutes)]) if statutes else code
