"""A policy as a page for a lawyer: what goes out, what is taken out, what stays, and why."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from redact.policy.decision import Effect
from redact.policy.model import Policy, Rule
from redact.policy.monotony import bounded_rules
from redact.policy.rendering import rule_conditions

_HEADINGS = {
    Effect.RELEASE: "What is released",
    Effect.EXCISE: "What is taken out of what is released",
    Effect.WITHHOLD: "What is withheld, whatever else would release it",
}
_END = "What no rule releases is withheld. Withholding beats releasing; order means nothing."


class _Block(NamedTuple):
    """`style` is that of Markdown: a heading of level 1 to 3, a list, or a paragraph."""

    style: str
    lines: tuple[str, ...]


def policy_markdown(policy: Policy) -> str:
    """The page in Markdown."""
    return "\n".join(map(_markdown, _blocks(policy)))


def policy_html(policy: Policy) -> str:
    """The page in HTML, which needs nothing from elsewhere."""
    body = "\n".join(map(_html, _blocks(policy)))
    title = escape(policy.identity.title)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\nbody {{ max-width: 44em; margin: 2em auto; "
        "padding: 0 1em; font-family: serif; line-height: 1.5; color: #111; background: #fff }\n"
        f"</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _blocks(policy: Policy) -> Iterator[_Block]:
    identity = policy.identity
    yield _Block("# ", (identity.title,))
    yield _Block("", (f"Policy {identity.name}, version {identity.version}. {_END}",))
    facts = [f"Authority: {policy.authority}"] if policy.authority else []
    facts += [f"Digest: {identity.sha256}", f"Holes are shown in the style {policy.style}"]
    facts += [] if policy.extent else ["No release tells how much was withheld"]
    facts += [f"Parameter {name}: {_value(words)}" for name, words in identity.parameters]
    yield _Block("- ", tuple(facts))
    for effect, heading in _HEADINGS.items():
        rules = [rule for rule in policy.rules if rule.effect is effect]
        if rules:
            yield _Block("## ", (heading,))
        for rule in rules:
            yield _Block("### ", (f"{rule.id}: {rule.text}",))
            yield _Block("- ", tuple(_of_rule(rule)))
    yield _Block("## ", ("How it changes with time",))
    yield _Block("", (_in_time(policy),))


def _value(words: tuple[str, ...]) -> str:
    return ", ".join(words) if len(words) <= 5 else f"{len(words)} entries"


def _of_rule(rule: Rule) -> Iterator[str]:
    yield f"When: {'; and '.join(rule_conditions(rule))}"
    if rule.spans:
        yield f"Takes out: {', '.join(sorted(rule.spans))}"
    if rule.exemptions:
        yield f"Claims: {', '.join(rule.exemptions)}"
    if rule.citations:
        yield f"Authority: {'; '.join(rule.citations)}"
    if rule.refer:
        yield f"To be asked: {rule.refer}"
    if not rule.extent:
        yield "Does not tell how much it withholds"


def _in_time(policy: Policy) -> str:
    bounded = bounded_rules(policy)
    if not bounded:
        return "What is released on a day is released on every later day."
    return "What is released on a day may be withheld later, by " + ", ".join(bounded) + "."


def _markdown(block: _Block) -> str:
    return "".join(f"{block.style}{_escaped(line)}\n" for line in block.lines)


def _escaped(text: str) -> str:
    """The text with the signs that Markdown would take for its own made plain."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)


def _html(block: _Block) -> str:
    if block.style == "- ":
        items = "\n".join(f"<li>{escape(line)}</li>" for line in block.lines)
        return f"<ul>\n{items}\n</ul>"
    tag = f"h{len(block.style) - 1}" if block.style else "p"
    return "\n".join(f"<{tag}>{escape(line)}</{tag}>" for line in block.lines)
