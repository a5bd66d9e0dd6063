"""National identity numbers: only behind the words that announce one."""

import re
from collections.abc import Iterator
from functools import cache

from redact.detectors.identities import GENERAL, IDENTITIES, Identity
from redact.detectors.labels import Label, label, labelled
from redact.detectors.model import Thing
from redact.detectors.register import Found
from redact.detectors.shapes import BEGIN, END

_ALL = (*IDENTITIES, GENERAL)
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = frozenset(
    """
    cuil cuit tfn tax svnr niss insz egn cpf cpfs sin ahv avs hvv rut run prc chinese resident
    carnet carne birth idnr cpr cédula cédulas cedula cedulas dni nie nif documento asmens hetu
    nir insee sécurité securite nhs nino national amka hkid hkids hong oib nik ktp uidai pan pps
    ppsn melli kode teudat mispar israeli codice my rrn curp rfc nric mykad bsn cnic cnics nadra
    nicop pesel cartão cartao cnp inn jmbg ejmbg emso thai tcknumber tckn taiwan taiwanese rntrc
    rnokpp south identity identification id ids personal citizen citizenship civil carte iqama
    emirates residence driver drivers driving voter social
    """.split()
)
_STEMS = tuple(
    """
    sozialversicherungs rijksregister pessoa shenfen rodn steuer henkil isikukood adha kennitala
    registration burgerservice sofi dselsnummer personnummer kimlik personalausweis tazk
    shenasnameh identi citizen licen
    """.split()
)
"""Words of every label, whole or in part, in small letters: without them no label is there."""


_AROUND = 60
"""No label is longer."""


def find(text: str) -> Iterator[Found]:
    """What has the shape that the words in front ask for; unsure where its check fails."""
    within = tuple(_announced(text))
    if not within:
        return
    for identity in _ALL:
        said, number = _patterns(identity)
        for found in labelled(text, said._replace(within=within), number):
            plain = found.group().replace("\n", " ")
            forms = plain, plain.replace(" ", "")
            sure = any(check(form) for check in identity.checks for form in forms)
            yield Found(*found.span(), Thing.NUMBER, sure)


def _announced(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around words of which one stands in every label; they do not overlap."""
    lowered = text.lower()
    stems = [stem for stem in _STEMS if stem in lowered]
    start = end = 0
    for word in _WORD.finditer(text):
        small = word.group().lower()
        if small not in _WORDS and not any(stem in small for stem in stems):
            continue
        if word.start() - _AROUND > end:
            if end:
                yield start, end
            start = max(0, word.start() - _AROUND)
        end = word.end() + _AROUND
    if end:
        yield start, min(end, len(text))


@cache
def _patterns(identity: Identity) -> tuple[Label, re.Pattern[str]]:
    return label(identity.label), re.compile(rf"{BEGIN}(?:{identity.number}){END}")
