"""Names of places as they stand behind a word that announces one: capitals, particles, a comma."""

import re
from typing import Final

_SMALL = (
    r"(?:de|del|della|di|da|do|dos|du|des|la|le|las|los|el|al|am|an|der|den|upon|on|of|the|sur)"
)
_NO_PLACE = (
    r"(?!(?i:and|but|who|which|he|she|they|it|his|her|is|was|has|had|in|on|at|to|from|with|when|"
    r"where|then|now|comment|note|ref|tel|passport|dob|ssn|the)\b)"
)
_WORD = rf"{_NO_PLACE}(?:(?:St|Ste|Mt|Ft|Sta|Pt)\.[ \n])?[^\W\d_a-z](?:[\w'-]|\.(?=[^\W\d_]))*"
_NAME = rf"{_WORD}(?:[ \n](?:{_SMALL}[ \n]){{0,2}}{_WORD}|-{_WORD}){{0,3}}"

PLACE: Final = re.compile(rf"{_NAME}(?:,[ \n]{_NAME}|[ \n]?\({_NAME}\)){{0,1}}")
"""A name of up to four words, and the province or country behind a comma or in brackets."""
