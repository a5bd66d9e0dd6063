"""What no date ends: Restricted Data and its kin, and NATO information (R19)."""

import re

from redact.declassification.authorities import ATOMIC_ENERGY, NATO
from redact.declassification.claims import Claim
from redact.declassification.model import Basis, Kind

_ATOMIC = re.compile(
    r"(?<![A-Z0-9])(?:(?P<FRD>FRD|FORMERLY +RESTRICTED +DATA)|(?P<TFNI>TFNI)"
    r"|(?P<RD>RD|RESTRICTED +DATA|ATOMIC +ENERGY +ACT))(?![A-Z0-9])"
)
_NATO = re.compile(
    r"(?<![A-Z0-9])(?:N/A|NA|N\.A\.?|NOT +APPLICABLE) +TO(?![A-Z0-9]).*?"
    r"(?<![A-Z0-9])(?P<NATO>NATO)(?![A-Z0-9]).*?(?<![A-Z0-9])PORTIONS?(?![A-Z0-9])"
)


def reserved_claim(kept: str) -> Claim | None:
    """The claim of a text that names such information, whatever else it says; else None."""
    found = [(match.start(), str(match.lastgroup)) for match in _ATOMIC.finditer(kept)]
    atomic = bool(found)
    if match := _NATO.search(kept):
        found.append((match.start("NATO"), "NATO"))
    if not found:
        return None
    codes = tuple(dict.fromkeys(code for _, code in sorted(found)))
    authority = ATOMIC_ENERGY if atomic else NATO
    return Claim(Kind.EXEMPTION, None, Basis.NEVER, authority, codes=codes)
