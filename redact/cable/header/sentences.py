"""Words that stand in sentences and not in header fields: a field that holds one is not trusted."""

import re

MARK_BEGINS = r"\((?:TS|S|C|R|U|SBU|LOU|FOUO)[)/ -]"
"""How the mark of a portion begins: a field that holds one has run into text."""

_WORDS = frozenset(
    """
    ABOUT AGAINST ALREADY ALSO ARE ASKED BECAUSE BEEN BEFORE BEING BELIEVE BELIEVES BOTH BUT
    CAN CANNOT COULD DID DOES EVERY FEW HAD HAS HAVE HE HER HIM HIS HOW IF INTO IS IT ITS
    KNOW KNOWS LIKELY MANY MAY MET MIGHT MUST NEVER NO NONE NOT NOTHING NOW ONLY OUR PROTECT
    SAID SAY SAYS SHALL SHE SHOULD SINCE SOURCE STILL SUCH TELLS THAN THAT THEIR THEM THEN
    THERE THESE THEY THIS THOSE TOLD UNTIL US VERY WAS WE WERE WHEN WHERE WHETHER WHICH
    WHILE WHO WHOM WHOSE WHY WILL WOULD YET YOU
    """.split()
)
_WORD = re.compile(r"[A-Za-z]+")


def has_sentence_word(text: str) -> bool:
    """Whether any word is a verb, a pronoun or the like, in whatever case."""
    return not _WORDS.isdisjoint(map(str.upper, _WORD.findall(text)))
