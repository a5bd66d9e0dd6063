"""Caption lines and passing lines between banner and E.O. line (5 FAH-2 H-440)."""

import re
from functools import lru_cache

from redact.cable.header.sentences import has_sentence_word
from redact.cable.model import Caption
from redact.cable.registers.captions import CAPTIONS, LONGEST
from redact.cable.registers.posts import post_of

_SPACED = re.compile(r"(?<![A-Z])[A-Z](?: +[A-Z]){3,}(?![A-Z])")
_WITH_NAME = re.compile(
    r"(?:CODEL|STAFFDEL) [A-Z'-]{2,16}|HANDLE AS [A-Z]{2,12}|"
    r"NOT FOR DISTRIBUTION TO [A-Z/]{2,16}|"
    r"(?:EYES ONLY )?FOR (?:THE )?[A-Z/.-]{2,20}(?: [A-Z/.-]{2,16})? ONLY"
)
_ALIASES = {
    "SBU": ("SENSITIVE",),
    "SENSITIVE BUT UNCLASSIFIED": ("SENSITIVE",),
    "AGRÉMENT": ("AGREMENT",),
    "CORRECTEDCOPY": ("CORRECTED COPY",),
    "LIMITED DISTRIBUTION": ("LIMDIS",),
    "EXCLUSIVE DISTRIBUTION": ("EXDIS",),
    "NO DISTRIBUTION": ("NODIS",),
}
_DISTRIBUTION = ("NODIS", "EXDIS", "LIMDIS", "STADIS")
_CHANNELS = ("DISSENT CHANNEL", "ROGER CHANNEL")
_LAST_CAPTION = re.compile(r"[-–—/(,] ?(SENSITIVE|NOFORN)\)?$")
_LONGEST_UNKNOWN = 6
_LONGEST_LINE = 80
_OCR = str.maketrans("0158l", "OISBI")
_OFFICE = r"[A-Z0-9]{1,8}(?:[/-][A-Z0-9-]{1,10}){0,4}"
_PASSING = re.compile(
    rf"(?P<left>{_OFFICE}(?: {_OFFICE})?) (?:ALSO )?(?:FOR|PASS(?: TO)?|PLEASE PASS(?: TO)?)"
    rf"(?P<right>(?:[ ,;]+(?:AND |& )?{_OFFICE}\.?){{1,8}}?)"
    r"(?P<person> FOR (?:MR\.? |MS\.? |AMB\.? )?[A-Z][A-Z'-]{1,16})?"
    r"|(?:PLEASE )?PASS(?: TO)? (?P<passed>.+)"
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


def join_spaced(text: str) -> str:
    """Letter-spaced words joined: `N O D I S` is NODIS."""
    return _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), text)


@lru_cache(maxsize=1 << 12)
def captions_in(text: str) -> tuple[Caption, ...] | None:
    """The captions that a line is made of, or None if any part of it is no known caption."""
    line = " ".join(join_spaced(text).split())
    if not line or line != line.upper():
        return None
    if _WITH_NAME.fullmatch(line):
        return (Caption(line, restricts=not line.startswith(("CODEL", "STAFFDEL"))),)
    words = re.split(r"[ ,;/]+|(?<= )-(?= )", line)
    return _consume([word for word in words if word])


def _consume(words: list[str]) -> tuple[Caption, ...] | None:
    found: list[Caption] = []
    at = 0
    while at < len(words):
        for count in range(min(LONGEST, len(words) - at), 0, -1):
            names = _names(" ".join(words[at : at + count]))
            if names:
                found.extend(names)
                at += count
                break
        else:
            return None
    return tuple(found)


def _names(phrase: str) -> list[Caption]:
    return [
        Caption(name, CAPTIONS[name].restricts)
        for name in _ALIASES.get(phrase, (phrase,))
        if name in CAPTIONS
    ]


def doubtful_captions(text: str) -> tuple[Caption, ...]:
    """What a line in the place of a caption may say that is not captions and nothing else.

    The captions that stand in it, however printed; and a short line in capitals as one that is
    unknown. It restricts: every caption does but those said not to (5 FAH-2 H-442).
    """
    found = captions_within(text)
    line = " ".join(text.split())
    if (
        line == line.upper()
        and len(line.split()) <= _LONGEST_UNKNOWN
        and re.search("[A-Z]{2}", line)
    ):
        return (*found, Caption(line, restricts=True))
    return found


@lru_cache(maxsize=1 << 12)
def captions_within(text: str) -> tuple[Caption, ...]:
    """The captions of one word that stand in a text, whatever their case, signs and blanks."""
    pieces = [_squeezed(piece) for piece in re.split(r"[^A-Za-z0-9]+", text)]
    pieces.append(_squeezed(text))
    names = [name for piece in pieces for name in _ALIASES.get(piece, (piece,))]
    return tuple(
        Caption(name, CAPTIONS[name].restricts)
        for name in dict.fromkeys(names)
        if name in CAPTIONS and (CAPTIONS[name].restricts or name in ("SENSITIVE", "NOFORN"))
    )


def captions_of_subject(text: str) -> tuple[Caption, ...]:
    """Captions in a subject by error: as a word in capitals, SENSITIVE at its end only."""
    last = _LAST_CAPTION.search(text) if "SENSITIVE" in text or "NOFORN" in text else None
    words = (
        re.findall(r"\b[A-Z]{5,6}\b", text) if any(map(text.__contains__, _DISTRIBUTION)) else []
    )
    words = [word for word in words if word in _DISTRIBUTION]
    channels = [name for name in _CHANNELS if name in text]
    names = [*words, *channels, *([last[1]] if last else [])]
    return tuple(Caption(name, CAPTIONS[name].restricts) for name in names)


def _squeezed(text: str) -> str:
    return re.sub("[^A-Z]", "", text.translate(_OCR).upper()) if len(text) <= _LONGEST_LINE else ""


@lru_cache(maxsize=1 << 12)
def is_passing_line(text: str) -> bool:
    """Whether a line says only whom to pass the telegram to: `ISN/MTR FOR PDURHAM`.

    What is not an office, an agency or one name makes it no passing line: it may be a sentence.
    """
    line = " ".join(text.rstrip(".;,").replace("DEPT.", "DEPT").replace(" ALSO ", " ").split())
    found = _PASSING.fullmatch(line)
    if found is None or has_sentence_word(line):
        return False
    if found["passed"] is not None:
        return _free_words(found["passed"]) <= _FREE_WORDS
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
