"""The classification authority paragraph: how far it reaches, and the name and title in it."""

import re
from functools import lru_cache

from redact.cable.header.sentences import MARK_BEGINS, has_sentence_word
from redact.cable.model import ClassifiedBy

KEYWORD = re.compile(
    r"(?:\([A-Z]{1,3}\) ?)?(?:(?i:classified) (?i:by)\b|(?i:derived) (?i:from)\b|CLASSIFIED: ?BY)"
)
_REASON = re.compile(
    r"(?:\b(?:for|due to|under|per)\s+)?(?:\breasons?\b"
    r"|\bE\.?O\.? 1\d{4}[^\n]{0,12}?\b1 ?[.,]\s?[3-6]"
    r"|\b1 ?[.,]\s*[3-6]\s*[( ]?\s*[A-Ha-h]\b)",
    re.IGNORECASE,
)
_REASON_WORD = re.compile(r"(?:(?:for|due to|under|per)\s+)?(?:reasons?\b)?", re.IGNORECASE)
_LIST = re.compile(
    r"[\s.:,;]*(?:(?:of |under )?(?:E\.?O\.?\s*)?1\d{4}[\s,:.]*(?:section|sec\.?)?\s*)?"
    r"(?:(?:section|sec\.?)\s*)?"
    r"(?:1\s*[.,]\s*[3-6]|1\s*[.,]?\s*$|\(\s*[A-Ha-h]\s*\)|[A-Ha-h](?![A-Za-z])|and\b|or\b|&|\+|/|[\s,;.()-])*",
    re.IGNORECASE,
)
_BROKEN_REASON = re.compile(r"\b(r|re|rea|reas|reaso)$", re.IGNORECASE)
_BROKEN_NUMBER = re.compile(r"\s*[3-6](?=\s*[( ]\s*[A-Ha-h]\b)")
_LABEL = re.compile(r"\b(?:DECL[A-Z]*|DCL|EXEMPT)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"[\s.;,]*(?:(?i:declass?i?f?y?) (?i:on)|DECL)\s*:?\s*(?=[\dXHWOMJFASND])"
    r"(?:[\dX/,. -]|HUM(?:AN)?|WMD|OADR|MR"
    r"|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*){1,24}"
)
_OTHER_TEXT = re.compile(
    r"\b(?:SUBJ(?:ECT)?|REF(?:TEL|S)?|TAGS?|COMMENT|SUMMARY|INTRODUCTION|BACKGROUND|NOTE|TEXT)\b"
    r" ?[:.-]"
    r"|- (?:SUMMARY|COMMENT|INTRODUCTION)\b|(?<=\s)\d{1,3}[.)](?= )"
    rf"|{MARK_BEGINS}"
)
"""What stands in no name and no title: the keyword of another field, a number, a mark."""

_LONGEST = 18
_LONGEST_WITHOUT_REASON = 12
_TITLES = frozenset(
    """
    ambassador amb ambassadot ambassaor counselor counsellor minister political economic econ
    pol poloff polcouns econcouns polchief econchief chief deputy dcm charge chargé d'affaires
    affaires cda officer acting director assistant secretary das a/s pdas adcm consul general
    principal embassy consulate mission bureau office section affairs of for the and to a.i ad
    interim management public military defense attache attaché legal adviser advisor science
    environment commercial consular regional security senior minister-counselor representative
    permanent unit coordinator special envoy state department desk under executive p/e pol/econ
    eur nea eap wha af sca io inr
    """.split()
)
_SMALL = frozenset(
    """
    of for the and to a an at in de la del von van der di da al el bin ibn y e
    """.split()
)
_NAME_WORD = re.compile(r"[A-Z][A-Za-z'’.-]*\.?")
_CAPITALISED = re.compile(r"[A-Z0-9][\w/'’.&-]*")
_SUFFIX = re.compile(r"(?:JR|SR|II|III|IV)\.?", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def line_reach(text: str) -> int | None:
    """How much of a line with the keyword is the authority's: to the end of its reasons.

    None where the line does not read like a name, a title and reasons: it may be a sentence.
    """
    reason = _REASON.search(text)
    keyword = KEYWORD.match(text)
    start = keyword.end() if keyword else 0
    other = _OTHER_TEXT.search(text, start)
    if other and (reason is None or other.start() < reason.start()):
        return other.start() if _is_name_and_title(text[start : other.start()]) else None
    if reason is None:
        name = text[start:]
        short = len(name.split()) <= _LONGEST_WITHOUT_REASON
        return len(text) if short and _is_name_and_title(name) else None
    return (
        _behind_reasons(text, reason) if _is_name_and_title(text[start : reason.start()]) else None
    )


def _behind_reasons(text: str, reason: re.Match[str]) -> int:
    return _end_of_list(text, _list_start(text, reason))


def _list_start(text: str, reason: re.Match[str]) -> int:
    """Where the list of reasons begins: behind the word, if it is there."""
    word = _REASON_WORD.match(text, reason.start())
    return word.end() if word else reason.start()


@lru_cache(maxsize=1 << 12)
def behind_reasons(text: str) -> str:
    """What an authority paragraph says behind its name, title and reasons; empty for nothing."""
    reason = _REASON.search(text)
    label = _LABEL.search(text)
    if reason is None:
        return text[label.start() :] if label else ""
    if label and label.start() < reason.start():
        return text[label.start() :]
    found = _LIST.match(text, _list_start(text, reason))
    return text[found.end() if found else reason.end() :].strip(" .,;:")


def _end_of_list(text: str, at: int) -> int:
    """Behind the list of reasons that begins at `at`, and an instruction right behind it."""
    found = _LIST.match(text, at)
    end = found.end() if found else at
    duration = _DURATION.match(text, end)
    return duration.end() if duration else end


@lru_cache(maxsize=1 << 12)
def continues(before: str, line: str) -> int | None:
    """How much of `line` goes on with the authority paragraph that ends with `before`, or None.

    Only what is sure: the reasons, words of titles alone, or a line with the reasons in it.
    """
    broken = _BROKEN_REASON.search(before)
    if broken and f"{broken[1]}{line}".lower().startswith("reason"):
        rest = len("reason") - len(broken[1])
        return _end_of_list(line, rest + line[rest:].lower().startswith("s"))
    if _REASON.search(before):
        whole = line_reach_of_list(line)
        return whole if whole else None
    reason = _REASON.search(line)
    if reason is None:
        words = line.split()
        return len(line) if words and all(_is_title_word(word) for word in words) else None
    return _behind_reasons(line, reason) if _is_name_and_title(line[: reason.start()]) else None


def line_reach_of_list(line: str) -> int:
    """How much of a line is a list of reasons that began on the line before."""
    broken = _BROKEN_NUMBER.match(line)
    end = _end_of_list(line, broken.end() if broken else 0)
    return end if re.search(r"[A-Ha-h0-9]", line[:end]) else 0


def _is_name_and_title(text: str) -> bool:
    """Whether words are names and titles and what joins them, and not a sentence."""
    text = _BROKEN_REASON.sub("", text)
    words = text.split()
    return len(words) <= _LONGEST and not has_sentence_word(text) and _is_titled(words)


def _is_titled(words: list[str]) -> bool:
    bare = [word.strip(".,;:()-") for word in words]
    return all(
        not word or _CAPITALISED.fullmatch(word) or word.lower() in _TITLES or word in _SMALL
        for word in bare
    )


def _is_title_word(word: str) -> bool:
    return word.strip(".,;:()").lower() in _TITLES


@lru_cache(maxsize=1 << 12)
def read_classified_by(text: str) -> ClassifiedBy:
    """Name and title, told apart by shape and place: `Political Counselor Jane Roe, Reasons …`."""
    body = text
    while (keyword := KEYWORD.match(body)) is not None:
        body = body[keyword.end() :].lstrip(" :.-")
    reason = _REASON.search(body)
    body = body[: reason.start()] if reason else body
    body = re.sub(
        r"[\s,;:.(]*(?:\b(?:for|due to|under|per|e\.?o\.?(?: 1\d{4})?|section)\b[\s,;:.]*)*$",
        "",
        body,
        flags=re.I,
    )
    words = body.split()
    run = _name_run(words)
    if run is None:
        return ClassifiedBy(text, None, _title(words))
    first, last = run
    name = " ".join(words[first:last]).strip(" ,;:.")
    return ClassifiedBy(text, name or None, _title(words[:first] + words[last:]))


def _title(words: list[str]) -> str | None:
    return " ".join(words).strip(" ,;:.-") or None


def _name_run(words: list[str]) -> tuple[int, int] | None:
    """The last run of name words; the first one where a comma and a title follow it."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, word in enumerate(words):
        bare = word.strip(",;:()")
        if _NAME_WORD.fullmatch(bare) and not _is_title_word(word) and "/" not in bare:
            start = at if start is None else start
        elif start is not None and not (bare.lower() in _SMALL and at + 1 < len(words)):
            runs.append((start, at))
            start = None
        if start is not None and word.endswith((",", ";")) and not _suffix_follows(words, at):
            runs.append((start, at + 1))
            start = None
    if start is not None:
        runs.append((start, len(words)))
    if not runs:
        return None
    first = runs[0]
    leads = first[0] == 0 and first[1] - first[0] >= 2 and words[first[1] - 1].endswith((",", ";"))
    return first if leads else runs[-1]


def _suffix_follows(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and _SUFFIX.fullmatch(words[at + 1].strip(",;")) is not None
