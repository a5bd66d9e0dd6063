"""Lines that say whom to pass the telegram to: `ISN/MTR FOR PDURHAM`, `DEPT PASS USTR`."""

import re
from functools import lru_cache

from redact.cable.header.captions import captions_within
from redact.cable.header.sentences import has_sentence_word
from redact.cable.registers.posts import post_of

_OFFICE = r"[A-Z0-9]{1,8}(?:[/-][A-Z0-9-]{1,10}){0,4}"
_PASSING = re.compile(
    rf"(?P<left>{_OFFICE}(?: {_OFFICE})?) (?:ALSO )?(?:FOR|PASS(?: TO)?|PLEASE PASS(?: TO)?)"
    rf"(?P<right>(?:[ ,;]+(?:AND |& )?{_OFFICE}\.?){{1,8}}?)"
    r"(?P<person> FOR (?:MR\.? |MS\.? |AMB\.? )?[A-Z][A-Z'-]{1,16})?"
    r"|(?:PLEASE )?PASS(?: TO)? (?P<passed>.+)"
    rf"|FOR (?P<offices>{_OFFICE}(?:[ ,]+(?:AND |& )?{_OFFICE}){{0,7}})"
    r"|FROM (?:THE )?(?:AMBASSADOR|CHARGE|DCM|CHARGE D'AFFAIRES)(?: [A-Z]{2,16})?"
    r"|FOR (?:THE )?(?:SECRETARY|DEPUTY SECRETARY|AMBASSADOR|ASSISTANT SECRETARY)(?: [A-Z]{2,16})?"
    r"(?: FROM (?:THE )?(?:AMBASSADOR|CHARGE|DCM)(?: [A-Z]{2,16})?)?"
)
_OFFICES = frozenset(
    """
    ALSO PLEASE TO USDOC
    DEPT DEPARTMENT STATE TREASURY USTR USAID NSC OSD JCS CIA DIA NSA DOD DOE DOJ FBI DEA USDA
    FAS COMMERCE ENERGY JUSTICE AGRICULTURE TRANSPORTATION LABOR HHS CDC EPA FAA TSA DHS OASIA
    SECDEF JOINT STAFF USNATO USEU USUN USOSCE UNVIE USPACOM PACOM CENTCOM EUCOM SOUTHCOM
    AFRICOM NORTHCOM USARPAC USARMY POLAD EXIM EXIMBANK OPIC TDA SEC FCC FTC NASA NRC WHITE
    HOUSE EUR NEA SCA SA EAP WHA AF INR ISN PM PRM DRL IO OES EEB EB CA DS H L S P D E G T M INL
    CT SES RM PA R FSI IIP ECA VCI AC NP ACN EX IP ESC OPA DAO LEGATT EMBASSY AMEMBASSY AND
    """.split()
)
_SYMBOL = re.compile(r"[A-Z0-9]+(?:/[A-Z0-9-]+)+")
_FREE_WORDS = 1
_AGENCIES = frozenset(
    {
        *("DOL", "DOT", "NSF", "USPTO", "MCC", "PEACE CORPS", "INTERIOR", "HOMELAND", "PENTAGON"),
        *("HOMELAND SECURITY", "USSOUTHCOM", "USCENTCOM", "USEUCOM", "USAFRICOM", "USNORTHCOM"),
        *("INTERPOL", "USGS", "NOAA", "NIH", "USITC", "ITC", "OMB", "ONDCP", "FEDERAL RESERVE"),
    }
)
_TITLES = frozenset(
    """
    AMBASSADOR AMBASSADORS CG CHARGE CHIEFS COM CONSUL CONSULAR COUNSELOR DAS DCM DCMS DIRECTOR
    ECON MANAGEMENT MGT OFFICE PAO PAOS POL POLITICAL PRINCIPAL RSO RSOS SECRETARY UNDER
    ASSISTANT DEPUTY
    """.split()
)
_RESTRICTION = re.compile(
    r"\b(?:ONLY|EYES|USE|OFFICIAL|HANDLE|HANDLING|CHANNELS?|DISTRIBUTION|RESTRICT\w*|LIMIT\w*|NOT|NO|"
    r"HOLD|PERSONAL|PRIVATE|DISSENT|SENSITIVE|SECRET|CONFIDENTIAL)\b"
)
_RECIPIENT = re.compile(
    r"(?:FOR|FROM|(?:PLEASE |PLS )?PASS(?: TO)?) (?:THE )?(?P<right>[^ ]+(?: [^ ]+){0,7})$"
    r"|(?P<left>[A-Z/-]+(?: [A-Z/-]+){0,2}?) (?:ALSO )?"
    r"(?:FOR|(?:PLEASE |PLS )?PASS(?: TO)?)(?: [^ ]+){1,8}$"
)


@lru_cache(maxsize=1 << 12)
def is_passing_line(text: str) -> bool:
    """Whether a line says only whom to pass the telegram to: `ISN/MTR FOR PDURHAM`.

    What is not an office, an agency or one name makes it no passing line: it may be a sentence.
    """
    line = " ".join(text.rstrip(".;,").replace("DEPT.", "DEPT").replace(" ALSO ", " ").split())
    return all(map(_is_passing, line.split("; ")))


def _is_passing(line: str) -> bool:
    found = _PASSING.fullmatch(line)
    if found is None or has_sentence_word(_SYMBOL.sub("", line)):
        return False
    if found["passed"] is not None:
        return _free_words(found["passed"]) <= _FREE_WORDS
    if found["offices"] is not None:
        first, *rest = found["offices"].split("/")
        return bool(rest) and first in _OFFICES and _free_words(found["offices"]) == 0
    if found["left"] is not None:
        free = 0 if found["person"] else _FREE_WORDS
        return _free_words(found["left"]) == 0 and _free_words(found["right"]) <= free
    return True


@lru_cache(maxsize=1 << 12)
def names_recipient(text: str) -> bool:
    """Whether a line begins with a known agency, post or office and FOR or PASS.

    It is no caption then, whatever name follows; one with a word of a restriction may be one.
    """
    line = " ".join(re.sub(r"[.,;:]", " ", text).split())
    if _RESTRICTION.search(line) or captions_within(text):
        return False
    found = _RECIPIENT.match(line)
    if found is None:
        return False
    if found["left"] is not None:
        return _is_known_recipient(found["left"])
    first = found["right"].split()
    return is_office(first[0]) or first[0] in _TITLES


def _is_known_recipient(words: str) -> bool:
    return words in _AGENCIES or post_of(words) is not None or _free_words(words) == 0


def _free_words(text: str) -> int:
    words = re.findall(r"[A-Z0-9'/.-]+", text)
    return sum(1 for word in words if not is_office(word.strip(".-")))


def is_office(word: str) -> bool:
    """Whether a word is an office, an agency or a post, as passing lines name them."""
    known = "/" in word or word in _OFFICES or word in _AGENCIES
    return not word or known or post_of(word) is not None
