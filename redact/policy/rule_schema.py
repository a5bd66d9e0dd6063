"""One rule of a policy file: which keys it has and what each must hold, read from its node."""

import re

from redact.policy.decision import Effect
from redact.policy.keys import Keyed, keyed
from redact.policy.model import Rule
from redact.policy.problems import Problems
from redact.policy.scalars import text_of, texts_of
from redact.policy.vocabulary import EXEMPTION
from redact.policy.when import read_when
from redact.policy.yaml_nodes import Node
from redact.text import Position

_KEYS = ("id", "release", "withhold", "when", "exemptions", "cite", "refer", "extent")
_WITHHOLDING_ONLY = ("exemptions", "refer", "extent")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_rule(node: Node, problems: Problems) -> Rule | None:
    """The rule in `node`, or None where it is no mapping or has no usable id or effect."""
    entries = keyed(node, "a rule", _KEYS, problems)
    if entries is None:
        return None
    name = _id(entries, node, problems)
    what = f'rule "{name}"' if name else "a rule"
    effect = _effect(entries, node, what, problems)
    when = read_when(entries["when"][1], what, problems) if "when" in entries else ()
    if effect is Effect.RELEASE:
        _check_release(entries, node, what, problems)
    text = text_of(entries[effect][1], f"{what}: {effect}", problems) if effect else None
    rule = Rule(
        id=name or "",
        effect=effect or Effect.WITHHOLD,
        text=text or "",
        when=when,
        exemptions=_exemptions(entries, what, problems),
        citations=_citations(entries, what, problems),
        refer=_refer(entries, what, problems),
        extent=_extent(entries, what, problems),
    )
    return rule if name and effect else None


def _id(entries: Keyed, node: Node, problems: Problems) -> str | None:
    if "id" not in entries:
        problems.add("missing-key", node.at, 'a rule has no "id"', 'add "id:"')
        return None
    value = entries["id"][1]
    name = text_of(value, "the id of a rule", problems)
    if name is None or _ID.fullmatch(name):
        return name
    problems.add("bad-id", value.at, f'"{name[:40]}" is not lower-case words joined by hyphens')
    return None


def _effect(entries: Keyed, node: Node, what: str, problems: Problems) -> Effect | None:
    found = [effect for effect in Effect if effect in entries]
    if len(found) == 1:
        return found[0]
    if found:
        at = entries[found[1]][0].at
        problems.add("two-effects", at, f"{what} both releases and withholds", "make two of it")
    else:
        remedy = 'add "release:" or "withhold:" with a sentence'
        problems.add("no-effect", node.at, f"{what} neither releases nor withholds", remedy)
    return None


def _check_release(entries: Keyed, node: Node, what: str, problems: Problems) -> None:
    if "when" not in entries:
        remedy = 'add "when:", or delete the rule: withholding is the default'
        message = f"{what} would release everything"
        problems.add("release-without-condition", node.at, message, remedy)
    for key in (key for key in _WITHHOLDING_ONLY if key in entries):
        message = f'{what} releases, so it cannot have "{key}"'
        problems.add(f"release-with-{key}", entries[key][0].at, message, "delete it")


def _exemptions(entries: Keyed, what: str, problems: Problems) -> tuple[str, ...]:
    codes = _texts(entries, "exemptions", what, problems)
    for at, code in codes:
        if not EXEMPTION.fullmatch(code):
            message = f'{what} claims "{code[:40]}", which is no exemption'
            remedy = 'write it like "(b)(1)", "(b)(7)(C)", 1.4(b), 25X6 or reasons'
            problems.add("unknown-exemption", at, message, remedy)
    return tuple(code for _, code in codes)


def _citations(entries: Keyed, what: str, problems: Problems) -> tuple[str, ...]:
    return tuple(text for _, text in _texts(entries, "cite", what, problems))


def _texts(
    entries: Keyed, key: str, what: str, problems: Problems
) -> tuple[tuple[Position, str], ...]:
    return texts_of(entries[key][1], f"{what}: {key}", problems) if key in entries else ()


def _refer(entries: Keyed, what: str, problems: Problems) -> str | None:
    if "refer" not in entries:
        return None
    return text_of(entries["refer"][1], f"{what}: refer", problems)


def _extent(entries: Keyed, what: str, problems: Problems) -> bool:
    """Whether the amount may be told: yes, unless the rule says `extent: none`."""
    if "extent" not in entries:
        return True
    value = entries["extent"][1]
    text = text_of(value, f"{what}: extent", problems)
    if text not in (None, "none"):
        problems.add("unknown-word", value.at, f'{what}: extent knows no "{text[:40]}"', "none")
    return False
