"""From a text to words and the separators before them: the tolerance that precedes the grammar.

What is forgiven, and all of it: white space at the ends, in the parentheses and next to a slash,
comma or hyphen (A1.3); one pair of parentheses, or two groups of which the second holds controls
(A1.4); letters with spaces between (A1.6); words of scope (A1.10). The rest is refused.
"""

import re
from typing import NamedTuple

from redact.findings import Finding
from redact.markings.notices import notice, refused
from redact.markings.registers import register

_PRINTABLE = re.compile(r"[\t\n\r -~]*")
_GROUPS = re.compile(r"\(([^()]*)\)(?:\s*\(([^()]*)\))?")
_SEPARATOR = re.compile(r"((?:/\s*/?|[,-])\s*|\s+(?:(?:/\s*/?|[,-])\s*)?)", re.ASCII)
_NO_WORD = re.compile(r"\W", re.ASCII)
_CLEAN = frozenset({"", "//", "/", "-", ",", " "})
_SCOPE = re.compile(r"\bENTIRE\s+(?:TEXT|MESSAGE)\b", re.IGNORECASE | re.ASCII)
_SCOPE_BEFORE = re.compile(r"ENTIRE\s+(?:TEXT|MESSAGE)(?:\s*[,-]\s*|\s+)", re.IGNORECASE | re.ASCII)
_SCOPE_AFTER = re.compile(
    r"(?<!\s)(?:\s*[,-]\s*|\s+)ENTIRE\s+(?:TEXT|MESSAGE)\.?\Z", re.IGNORECASE | re.ASCII
)
_DECLASS = re.compile(r"MR|X\d|25X.*|\d{8}")
_SHORTEST_RUN = 4
_new = tuple.__new__
"""Makes a named tuple without its own constructor, which takes as long again."""
_LONGEST_MARK = 4_000
"""In characters; a mark that releases to every country and organisation there is has half of it."""


class Word(NamedTuple):
    """A word with its place and the separator before it: `//`, `/`, `-`, `,`, space or nothing."""

    text: str
    start: int
    end: int
    separator: str


class Scan(NamedTuple):
    """The words of a text, and what was forgiven."""

    words: tuple[Word, ...]
    findings: tuple[Finding, ...] = ()


def says_entire_text(text: str) -> bool:
    """Whether the words ENTIRE TEXT or ENTIRE MESSAGE stand in a text (A1.10)."""
    return "ENTIRE" in text.upper() and _SCOPE.search(text) is not None


def scan(text: str) -> Scan:
    """Cut a text into words, or raise `Refused` where it cannot be a marking (A1.2-A1.8)."""
    _refuse_foreign_characters(text)
    if len(text) > _LONGEST_MARK and len(text.strip()) > _LONGEST_MARK:
        raise refused("malformed", _LONGEST_MARK, len(text), "longer than any marking")
    words: list[Word] = []
    for start, end in _groups(text):
        words += _words(text, start, end, "//" if words else "")
    return _without_letter_spacing(words)


def _refuse_foreign_characters(text: str) -> None:
    if text.isascii() and text.isprintable():
        return
    found = _PRINTABLE.match(text)
    end = found.end() if found else 0
    if end < len(text):
        detail = "a character that is not printable ASCII; it may only look like a letter"
        raise refused("malformed", end, end + 1, detail)


def _groups(text: str) -> list[tuple[int, int]]:
    """Where the marking stands in `text`, without brackets and words of scope (A1.4)."""
    start, end = _trimmed(text, 0, len(text))
    found = _GROUPS.fullmatch(text, start, end) if text.startswith("(", start) else None
    if found is None:
        return [_without_scope(text, start, end)]
    first = _trimmed(text, *found.span(1))
    if found.group(2) is None:
        return [_without_scope(text, *first)]
    second = _trimmed(text, *found.span(2))
    if _DECLASS.fullmatch(text, *second):
        raise refused("malformed", *second, "a second group holds only controls")
    return [first, second]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_scope(text: str, start: int, end: int) -> tuple[int, int]:
    if not says_entire_text(text):
        return start, end
    before = _SCOPE_BEFORE.match(text, start, end)
    if before:
        return before.end(), end
    after = _SCOPE_AFTER.search(text, start, end)
    return (start, after.start()) if after else (start, end)


def _words(text: str, start: int, end: int, before: str) -> list[Word]:
    """The words between two places; `before` is the separator of the first one."""
    pieces = _SEPARATOR.split(text[start:end])
    if pieces[0]:
        separator, at, place = before, start, 0
    else:
        separator, at, place = _leading(pieces, start, end, before)
    words: list[Word] = []
    last = len(pieces) - 1
    while True:
        word = pieces[place]
        behind = at + len(word)
        if not word.isalnum():
            _require_word(word, at, behind, is_last=place == last)
        words.append(_new(Word, (word, at, behind, separator)))
        if place == last:
            return words
        separator = pieces[place + 1]
        at = behind + len(separator)
        if separator not in _CLEAN:
            separator = _clean(separator)
        place += 2


def _leading(pieces: list[str], start: int, end: int, before: str) -> tuple[str, int, int]:
    """The separator in front of the first word, where it begins, and which piece it is."""
    if len(pieces) == 1:
        raise refused("malformed", start, end, "an element is empty")
    separator, at = _clean(pieces[1]), start + len(pieces[1])
    if before or separator != "//":
        raise refused("malformed", start, at, "an element is empty")
    return separator, at, 2


def _clean(separator: str) -> str:
    return "".join(separator.split()) or " "


def _require_word(word: str, start: int, end: int, *, is_last: bool) -> None:
    """Refuse what stands between two separators and is no word; an underscore may be in one."""
    if not word:
        raise refused("malformed", start, end + (not is_last), "an element is empty")
    wrong = _NO_WORD.search(word)
    if wrong:
        at = start + wrong.start()
        raise refused("malformed", at, at + 1, "a character that no marking holds")


def _without_letter_spacing(words: list[Word]) -> Scan:
    """Join runs of four or more single capitals into the words they spell (A1.6)."""
    if len(words) < _SHORTEST_RUN or [len(word[0]) for word in words].count(1) < _SHORTEST_RUN:
        return Scan(tuple(words))
    joined: list[Word] = []
    findings: list[Finding] = []
    at = 0
    while at < len(words):
        end = _run_end(words, at)
        if end - at < _SHORTEST_RUN:
            joined += words[at:end]
        else:
            joined += _spelled(words[at:end])
            findings.append(notice("spelling", words[at].start, words[end - 1].end))
        at = end
    return Scan(tuple(joined), tuple(findings))


def _run_end(words: list[Word], at: int) -> int:
    """Behind the run of single capitals that begins at `at`; at least one further."""
    end = at
    while (
        end < len(words) and _is_letter(words[end]) and (end == at or words[end].separator == " ")
    ):
        end += 1
    return max(end, at + 1)


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _spelled(run: list[Word]) -> list[Word]:
    """The registered words a run of letters spells, split from the left without rest."""
    spelled = "".join(letter.text for letter in run)
    pattern = "|".join(sorted(_spaced_words(), key=len, reverse=True))
    if re.fullmatch(f"(?:{pattern})+", spelled) is None:
        raise refused("malformed", run[0].start, run[-1].end, "spaced letters spell no mark")
    words: list[Word] = []
    at = 0
    for found in re.findall(pattern, spelled):
        for part in _spaced_words()[found]:
            first, last = run[at], run[at + len(part) - 1]
            words.append(Word(part, first.start, last.end, first.separator))
            at += len(part)
    return words


def _spaced_words() -> dict[str, list[str]]:
    """Words that may be letter-spaced, each with the words it stands for."""
    spaced: dict[str, list[str]] = register("levels")["spaced"]
    return spaced
