"""One rule of a policy file: which keys it has and what each must hold, read from its node."""

import re

from redact.policy.decision import Effect
from redact.policy.folding import folded
from redact.policy.keys import Keyed, keyed
from redact.policy.model import Rule
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import text_of, texts_of
from redact.policy.scope import Scope
from redact.policy.vocabulary import DETECTORS, EXEMPTION
from redact.policy.when import read_when
from redact.policy.yaml_nodes import Node
from redact.text import Position

KEYS = (
    *("id", "release", "withhold", "excise", "when", "spans", "terms"),
    *("exemptions", "cite", "refer", "extent"),
)
_EFFECTS = tuple(Effect)
_ONLY = {
    Effect.RELEASE: frozenset(),
    Effect.WITHHOLD: frozenset({"exemptions", "refer", "extent"}),
    Effect.EXCISE: frozenset({"exemptions", "refer", "spans", "terms"}),
}
"""By effect: the keys that not every rule may have."""

_SPECIAL = frozenset[str]().union(*_ONLY.values())

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERBS = {Effect.RELEASE: "releases", Effect.WITHHOLD: "withholds", Effect.EXCISE: "excises"}


def read_rule(node: Node, scope: Scope, problems: Problems) -> Rule | None:
    """The rule in `node`; None where it is no mapping, has no usable id or effect, or never holds.

    A rule never holds where a parameter of the policy excludes it.
    """
    entries = keyed(node, "a rule", KEYS, problems)
    if entries is None:
        return None
    name = _id(entries, node, problems)
    what = f'rule "{name}"' if name else "a rule"
    effect = _effect(entries, node, what, problems)
    when = read_when(entries["when"][1], what, scope, problems) if "when" in entries else ()
    left = folded(when)
    if effect is not None:
        _check_keys(entries, effect, what, problems)
    if effect is Effect.RELEASE and ("when" not in entries or (when and left == ())):
        remedy = 'add "when:", or delete the rule: withholding is the default'
        message = f"{what} would release everything"
        problems.add("release-without-condition", node.at, message, remedy)
    text = text_of(entries[effect][1], f"{what}: {effect}", problems) if effect else None
    rule = Rule(
        id=name or "",
        effect=effect or Effect.WITHHOLD,
        text=text or "",
        when=left or (),
        exemptions=_exemptions(entries, what, problems),
        citations=_citations(entries, what, problems),
        refer=_refer(entries, what, problems),
        extent=_extent(entries, what, problems),
        spans=_spans(entries, node, what, scope, problems)
        if effect is Effect.EXCISE
        else frozenset(),
    )
    return rule if name and effect and left is not None else None


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
    found = [effect for effect in _EFFECTS if effect in entries]
    if len(found) == 1:
        return found[0]
    if found:
        at = entries[found[1]][0].at
        both = f"both {_VERBS[found[0]]} and {_VERBS[found[1]]}"
        problems.add("two-effects", at, f"{what} {both}", "make two of it")
    else:
        remedy = 'add "release:", "withhold:" or "excise:" with a sentence'
        message = f"{what} neither releases nor withholds nor excises"
        problems.add("no-effect", node.at, message, remedy)
    return None


def _check_keys(entries: Keyed, effect: Effect, what: str, problems: Problems) -> None:
    for key in (key for key in KEYS if key in entries and key in _SPECIAL - _ONLY[effect]):
        message = f'{what} {_VERBS[effect]}, so it cannot have "{key}"'
        problems.add(f"{effect}-with-{key}", entries[key][0].at, message, "delete it")


def _spans(
    entries: Keyed, node: Node, what: str, scope: Scope, problems: Problems
) -> frozenset[str]:
    """The detectors and lists whose findings the rule takes out."""
    if "spans" not in entries and "terms" not in entries:
        remedy = 'add "spans:" with detectors, or "terms:" with lists of the policy'
        problems.add("nothing-to-excise", node.at, f"{what} does not say what", remedy)
    detectors = _texts(entries, "spans", what, problems)
    for at, word in detectors:
        if word not in DETECTORS:
            message = f'{what}: there is no detector "{word[:40]}"'
            problems.add("unknown-detector", at, message, did_you_mean(word, DETECTORS))
    lists = [(at, name.removeprefix("$")) for at, name in _texts(entries, "terms", what, problems)]
    for at, name in lists:
        if name not in scope.lists:
            message = f'{what}: the policy has no list "{name[:40]}"'
            problems.add("unknown-set", at, message, did_you_mean(name, scope.lists))
    return frozenset((*(word for _, word in detectors), *(f"term:{name}" for _, name in lists)))


def _exemptions(entries: Keyed, what: str, problems: Problems) -> tuple[str, ...]:
    codes = _texts(entries, "exemptions", what, problems)
    for at, code in codes:
        if not EXEMPTION.fullmatch(code):
            message = f'{what} claims "{code[:40]}", which is no exemption'
            remedy = 'write it like "(b)(1)", "(b)(7)(C)", 1.4(b), 25X6, reasons or codes'
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
    """Whether the amount may be told: yes, unless `extent: none` stands there."""
    return "extent" not in entries or read_extent(entries["extent"][1], what, problems)


def read_extent(node: Node, what: str, problems: Problems) -> bool:
    """`none`, which is False; anything else is a problem."""
    text = text_of(node, f"{what}: extent", problems)
    if text not in (None, "none"):
        problems.add("unknown-word", node.at, f'{what}: extent knows no "{text[:40]}"', "none")
    return False
