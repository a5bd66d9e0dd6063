"""Numbers of bank accounts and of banks: only behind a label."""

import re
from collections.abc import Iterator
from typing import Final

from redact.detectors.labels import Label, label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END, run

_LABEL = label(
    r"(?<!into[ \n])(?<!on[ \n])\baccounts?\b(?![ \n](?:of|for|that)\b)|\baccts?\b|\ba/c\b|"
    r"\brouting\b|(?-i:\bABA\b)\b|\btransit[ \n](?:no|number)|\bwire[sd]?\b|"
    r"\bcuenta\b|\bcompte\b|\bkonto(?:nummer)?\b|\bCLABE\b|\bconta\b",
    "account",
    "acct",
    "a/c",
    "routing",
    "ABA",
    "transit n",
    "transit\nn",
    "wire",
    "cuenta",
    "compte",
    "konto",
    "clabe",
    "conta ",
    "conta:",
    "conta\n",
    "conta,",
)
_NUMBER = re.compile(rf"{BEGIN}(?:[A-Z]{{1,4}}-?)?{run(6, 22)}{END}")
_SORT_CODE_LABEL = label(
    r"\bsort[ \n]codes?\b",
    "sort",
)
_SORT_CODE = re.compile(rf"{BEGIN}\d\d[ \n-]?\d\d[ \n-]?\d\d{END}")
_BANK_LABEL = Label(re.compile(r"\b(?:(?i:swift)|BIC)\b(?:/BIC)?"), ("swift", "BIC"))
_BANK = re.compile(
    rf"{BEGIN}[A-Z]{{4}}[ -]?(?P<country>[A-Z]{{2}})[ -]?[A-Z0-9]{{2}}(?:[ -]?[A-Z0-9]{{3}})?{END}"
)
_COUNTRIES: Final = frozenset(
    """
    AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW
    BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI
    FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM
    IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA
    MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR
    NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL
    SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE
    VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split()
)


def find(text: str) -> Iterator[Found]:
    """Six to twenty-two digits behind a label; a bank's code (ISO 9362) behind its own."""
    for found in labelled(text, _LABEL, _NUMBER):
        yield Found(*found.span(), Thing.NUMBER)
    for found in labelled(text, _SORT_CODE_LABEL, _SORT_CODE, accept=bool):
        yield Found(*found.span(), Thing.NUMBER)
    for found in labelled(text, _BANK_LABEL, _NUMBER):
        yield Found(*found.span(), Thing.NUMBER)
    for found in labelled(text, _BANK_LABEL, _BANK):
        if found["country"] in _COUNTRIES:
            yield Found(*found.span(), Thing.TEXT)
