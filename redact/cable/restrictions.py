"""Words that restrict without being a marking: in the place of a mark they are no text.

Captions written as marks, foreign and commercial restrictions, and the phrases of offices that the
marking registers leave out on purpose (5 FAH-2 H-440; rule book of markings, A2.2, A2.3).
"""

import re

from redact.cable.registers.captions import CAPTIONS

_PHRASES = re.compile(
    r"\b(?:use|eyes|staff|addressees?|recipients?) only\b|\bnot (?:for|to be|releas\w+)\b"
    r"|\bno (?:dissem\w*|distri\w*|foreign|contractors?)\b"
    r"|\b(?:controlled|limited) (?:dissem|distri)"
    r"|\bfor [\w .'-]{1,40} only\b|\bhandle (?:as|via|through)\b|\bwarning notice\b"
    r"|\b(?:vs|nur)[ -](?:nur|fur|für)\b|\bdienstgebrauch\b|\bdiffusion restreinte\b"
    r"|\b(?:company|business|commercial|strictly) (?:confidential|proprietary|sensitive|private)\b"
    r"|\b(?:bank|trade) secrets?\b|\bofficial[ -]sensitive\b"
    r"|\bdo not (?:release|copy|distribute)\b|\bTLP\b",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    r"\b(?:ONLY|DISSEM\w*|DISTRIB\w*|RELEASE|RELEASABLE|ABROAD|RESTRICT\w*|CHANNELS?|HANDLE|"
    r"PROPRIETARY|PRIVILEGED|PROTECTED|GEHEIM|VERTRAULICH|NUR|CONFIDENCIAL|SECRETO|RESERVADO|"
    r"RESERVATO|VERTROUWELIJK|CONFIDENTIEL)\b"
)
_SPACES = re.compile(r"[\W_]+")
_CAPTIONS = tuple(f" {name} " for name in CAPTIONS if CAPTIONS[name].restricts)


def is_restriction(words: str) -> bool:
    """Whether the words of a parenthesis may restrict the text behind it.

    In any case the phrases of restriction; in capitals alone also each caption that restricts and
    the single words that such phrases are made of.
    """
    if _PHRASES.search(words):
        return True
    if any(letter.islower() for letter in words):
        return False
    spaced = f" {_SPACES.sub(' ', words)} "
    return bool(_IN_CAPITALS.search(words)) or any(name in spaced for name in _CAPTIONS)
