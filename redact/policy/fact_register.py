"""The register of facts: what each is, which words it can have, whence it comes, on what authority.

The loader, the reference page and the JSON Schema of policies are made from it.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from redact.policy import shapes, vocabulary


class Type(StrEnum):
    """What the value of a fact is, and with it which conditions may ask for it."""

    WORD = "a word"
    WORDS = "a set of words"
    TRUTH = "true or false"
    NUMBER = "a whole number"
    DAY = "a day"


class Fact(NamedTuple):
    """`words` gives the words that the fact can have, in the order in which they are shown.

    A fact without list has a `shape` instead: a pattern for its words.
    """

    id: str
    type: Type
    about: str
    computed: str
    authority: str
    words: Callable[[], tuple[str, ...]] = tuple
    shape: shapes.Shape | None = None

    @property
    def is_set(self) -> bool:
        """Whether the fact holds any number of words."""
        return self.type is Type.WORDS

    @property
    def bounds(self) -> tuple[str, ...]:
        """The keys that compare it; empty where it is not compared."""
        return _BOUNDS.get(self.type, _LEVEL_BOUNDS if self.id == "level" else ())

    def knows(self, word: str) -> bool:
        """Whether the fact can have this word."""
        if word in _as_set(self.words):
            return True
        return self.shape is not None and self.shape.pattern.fullmatch(word) is not None


_LEVEL_BOUNDS = ("at_least", "at_most", "between")
_BOUNDS: dict[Type, tuple[str, ...]] = {
    Type.NUMBER: ("at_least", "at_most", "between"),
    Type.DAY: ("not_before", "not_after", "before", "after", "between"),
}


@cache
def _as_set(listed: Callable[[], tuple[str, ...]]) -> frozenset[str]:
    return frozenset(listed())


_MARK = "the marking that binds the portion"
_END = "the instruction that binds the portion"
_HEAD = "the header"
_POSTS = "5 FAH-1 H-240"

_ENTRIES = (
    Fact(
        "kind",
        Type.WORD,
        "what the portion is",
        "the reading of the cable",
        "5 FAH-1 H-240",
        vocabulary.kinds,
    ),
    Fact(
        "level",
        Type.WORD,
        "the level of protection, whoever owns it",
        _MARK,
        "E.O. 13526 §1.2",
        vocabulary.levels,
    ),
    Fact(
        "controls",
        Type.WORDS,
        "the codes of the marking and the families they belong to; "
        "`UNKNOWN` for a code that no register has",
        _MARK,
        "IC Markings Register and Manual; 32 CFR 2002",
        vocabulary.controls,
    ),
    Fact(
        "declassified",
        Type.TRUTH,
        "whether the classification has ended on the day; the day itself counts",
        _END,
        "E.O. 13526 §1.5",
        vocabulary.truths,
    ),
    Fact(
        "basis",
        Type.WORD,
        "by which rule the classification ends",
        _END,
        "E.O. 13526 §1.5, §3.3",
        vocabulary.bases,
    ),
    Fact(
        "rests_on",
        Type.WORD,
        "whether the end is the instruction's own, that of the automatic rule, or none",
        "the basis",
        "E.O. 13526 §3.3",
        vocabulary.ends,
    ),
    Fact(
        "effective_date",
        Type.DAY,
        "the day on which the classification ends",
        _END,
        "32 CFR 2001.12",
    ),
    Fact(
        "age",
        Type.NUMBER,
        "full years from the telegram's date to the day; one of 29 February is older on 1 March",
        "the date of the telegram",
        "22 U.S.C. 4354",
    ),
    Fact(
        "captions",
        Type.WORDS,
        "the captions that restrict the telegram; `UNKNOWN` for one that no register has",
        _HEAD,
        "5 FAH-2 H-440",
        vocabulary.captions,
    ),
    Fact(
        "doubts",
        Type.WORDS,
        "the findings that keep the portion back whatever its marking says",
        "the reading of the cable",
        "E.O. 13526 §3.1",
        shape=shapes.FINDING,
    ),
    Fact(
        "reasons",
        Type.WORDS,
        "the classification categories that the telegram states",
        _HEAD,
        "E.O. 13526 §1.4",
        shape=shapes.REASON,
    ),
    Fact(
        "dated",
        Type.DAY,
        "the day from which the telegram counts",
        _HEAD,
        "32 CFR 2001.12",
    ),
    Fact(
        "spans",
        Type.WORDS,
        "what the detectors found in the text of the portion",
        "the detectors",
        "5 U.S.C. 552(b)(6)",
        vocabulary.detectors,
        shapes.TERMS,
    ),
    Fact(
        "banner",
        Type.WORD,
        "the level of the whole",
        "the banner",
        "E.O. 13526 §1.6",
        vocabulary.levels,
    ),
    Fact(
        "sci",
        Type.WORDS,
        "the control systems of sensitive compartmented information",
        _MARK,
        "50 U.S.C. 3024(i)",
        vocabulary.sci,
    ),
    Fact(
        "sap",
        Type.WORDS,
        "the special access programmes",
        _MARK,
        "E.O. 13526 §4.3",
        shape=shapes.PROGRAMME,
    ),
    Fact(
        "aea", Type.WORDS, "the controls of atomic energy", _MARK, "42 U.S.C. 2162", vocabulary.aea
    ),
    Fact(
        "fgi",
        Type.WORDS,
        "the foreign sources of an American text; `UNKNOWN` for one that is concealed",
        _MARK,
        "32 CFR 2001.24(c)",
        vocabulary.countries,
    ),
    Fact(
        "dissem",
        Type.WORDS,
        "the dissemination controls, those of CUI among them",
        _MARK,
        "IC Markings Register and Manual",
        vocabulary.dissem,
    ),
    Fact(
        "non_ic",
        Type.WORDS,
        "the controls of agencies outside the intelligence community",
        _MARK,
        "5 FAH-2 H-440; 12 FAM 540",
        vocabulary.non_ic,
    ),
    Fact(
        "cui",
        Type.WORDS,
        "`CUI`, and its categories: `PRVCY`, and `SP-PRVCY` where it is specified",
        _MARK,
        "32 CFR 2002",
        vocabulary.cui,
    ),
    Fact(
        "owner",
        Type.WORDS,
        "who owns the text or a part of it besides the United States: owner, co-owners, sources",
        _MARK,
        "E.O. 13526 §6.1(s)",
        vocabulary.countries,
    ),
    Fact(
        "releasable_to",
        Type.WORDS,
        "the countries and organisations to which the marking releases the text, by name or in a "
        "group that the telegram's date admits",
        _MARK,
        "ICD 403; IC Markings Register and Manual D.2",
        vocabulary.countries,
    ),
    Fact(
        "displayable_to",
        Type.WORDS,
        "those to which the text may be shown: the same and those of DISPLAY ONLY",
        _MARK,
        "IC Markings Register and Manual H.8",
        vocabulary.countries,
    ),
    Fact(
        "equities",
        Type.WORDS,
        "whose interest the text touches, who must be asked before it goes out",
        "the marking, the captions, posts and references of the header",
        "32 CFR 2001.34; E.O. 13526 §3.3(d)(3)",
        vocabulary.equities,
    ),
    Fact("tags", Type.WORDS, "the TAGS of the telegram", _HEAD, "5 FAH-3", shape=shapes.TAG),
    Fact("from", Type.WORDS, "the post that sent it", _HEAD, _POSTS, shape=shapes.POST),
    Fact("to", Type.WORDS, "the action addressees", _HEAD, _POSTS, shape=shapes.POST),
    Fact(
        "info",
        Type.WORDS,
        "the information addressees",
        _HEAD,
        "5 FAH-1 H-240",
        shape=shapes.POST,
    ),
    Fact(
        "order",
        Type.WORD,
        "the executive order that the telegram names; `none` where it names none",
        _HEAD,
        "E.O. 13526 §1.6",
        vocabulary.orders,
    ),
    Fact(
        "findings",
        Type.WORDS,
        "what was noticed in the whole telegram",
        "the reading of the cable",
        "E.O. 13526 §3.1",
        shape=shapes.FINDING,
    ),
    Fact(
        "decontrolled_on",
        Type.DAY,
        "the day on which control as CUI ends, as the text states it",
        "the line `Decontrol on`",
        "32 CFR 2002.18",
    ),
    Fact(
        "cui_decontrolled",
        Type.TRUTH,
        "whether a recorded decontrol of CUI has taken effect on the day",
        "the line `Decontrol on`",
        "32 CFR 2002.18",
        vocabulary.truths,
    ),
    Fact(
        "exempted",
        Type.WORDS,
        "the exemptions from automatic declassification that the instruction states",
        _END,
        "E.O. 13526 §3.3(b), (h)",
        shape=shapes.EXEMPTED,
    ),
)

FACTS = {entry.id: entry for entry in _ENTRIES}
"""Every fact by its id, in the order in which facts are shown."""


def in_order(fact: str, found: frozenset[str]) -> tuple[str, ...]:
    """`found` in the order of the vocabulary of a fact, those outside it behind, by spelling."""
    known = FACTS[fact].words()
    places = {word: place for place, word in enumerate(known)}
    return tuple(sorted(found, key=lambda word: (places.get(word, len(known)), word)))
