"""The reference page of the facts, from their register.

`python -m redact.policy.reference > docs/reference/facts.md`, after any change of the register.
"""

import sys
from collections.abc import Iterator

from redact.policy.fact_register import FACTS, Fact, Type

_MOST_WORDS = 100
_CONDITIONS = {
    Type.WORD: "a word, a list of words, `{any: […]}`, `{none_of: […]}`",
    Type.WORDS: "`none`, `any`, `{any: […]}`, `{all: […]}`, `{only: […]}`, `{none_of: […]}`",
    Type.TRUTH: "`true`, `false`",
    Type.NUMBER: "`{at_least: 25}`, `{at_most: 50}`, `{between: [25, 50]}`",
    Type.DAY: "`{not_before: 2000-01-31}`, `{not_after: …}`, `{before: …}`, `{after: …}`, "
    "`{between: [2000-01-31, 2000-12-31]}`",
}
_HEAD = """# The facts

What a condition of a policy can ask for. Every fact is known of one portion as of one day, or it
is unknown: an unknown fact satisfies no condition of a rule that releases, and each condition of a
rule that withholds or excises. This page is made from the register of facts.

| fact | what it is |
| --- | --- |
"""


def facts_page() -> str:
    """The page in Markdown."""
    rows = "".join(f"| [`{fact.id}`](#{fact.id}) | {fact.about} |\n" for fact in FACTS.values())
    return _HEAD + rows + "".join(line for fact in FACTS.values() for line in _section(fact))


def _section(fact: Fact) -> Iterator[str]:
    conditions = _CONDITIONS[fact.type]
    if fact.id == "level":
        conditions += ", `{at_least: C}`, `{at_most: S}`, `{between: [C, S]}`"
    yield f"\n## {fact.id}\n\n"
    yield f"{fact.about[0].upper()}{fact.about[1:]}.\n\n"
    yield f"- Type: {fact.type.value}; from {fact.computed}\n"
    yield f"- Authority: {fact.authority}\n"
    yield f"- Conditions: {conditions}\n"
    if words := _words(fact):
        yield f"- Words: {words}\n"


def _words(fact: Fact) -> str:
    if fact.type is Type.TRUTH:
        return ""
    words = fact.words()
    shown = " ".join(f"`{word}`" for word in words[:_MOST_WORDS])
    if len(words) > _MOST_WORDS:
        shown = f"{len(words)} of the registers, such as " + " ".join(
            f"`{word}`" for word in words[:3]
        )
    like = f"words like `{fact.shape.example}`" if fact.shape is not None else ""
    return "; ".join(part for part in (shown, like) if part)


if __name__ == "__main__":
    sys.stdout.write(facts_page())
