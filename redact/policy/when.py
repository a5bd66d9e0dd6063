"""The conditions of a rule, read from its `when`: every word must be one its fact can have."""

from collections.abc import Iterator

from redact.policy.bounds import read_bounds
from redact.policy.conditions import Compound, Condition, Expression, Form, Joint
from redact.policy.contradictions import contradictory
from redact.policy.fact_register import FACTS, Fact, Type
from redact.policy.keys import keyed
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import kind_of, text_of, texts_of, truth
from redact.policy.scope import Scope
from redact.policy.vocabulary import LEVELS
from redact.policy.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence
from redact.text import Position

MAX_NESTED = 16
"""How deep conditions may be nested in each other."""

_BARE = {"none": Form.NONE, "any": Form.PRESENT}
_FORMS = {form.value: form for form in Form}
_SET_FORMS = ("any", "all", "only", "none_of")
_VALUE_FORMS = ("any", "none_of")
_KNOWN_FORMS = {
    name: (*(_SET_FORMS if fact.is_set else _VALUE_FORMS), *fact.bounds)
    for name, fact in FACTS.items()
}
_GIVEN = "parameters"
_JOINTS = tuple(Joint)
_KEYS = dict.fromkeys((*FACTS, *Joint, _GIVEN))
_PLACES = {name: place for place, name in enumerate(FACTS)}


def read_when(node: Node, rule: str, scope: Scope, problems: Problems) -> tuple[Expression, ...]:
    """The conditions in `node`, all of which must hold, in the order of the register of facts.

    Problems are noted.
    """
    return _all_of(node, f"{rule}: when", rule, scope, problems, 0)


def _all_of(
    node: Node, what: str, rule: str, scope: Scope, problems: Problems, depth: int
) -> tuple[Expression, ...]:
    """What a mapping of conditions says; the facts in their order, then what is joined."""
    if depth > MAX_NESTED:
        problems.add("too-deep", node.at, f"{what} is nested too deep", "make several rules of it")
        return ()
    entries = keyed(node, what, _KEYS, problems)
    if entries is None:
        return ()
    if not entries and isinstance(node, Mapping) and not node.items:
        problems.add("empty-when", node.at, f"{what} is empty", "name a fact, or delete it")
    found: list[Expression] = []
    for fact in sorted(filter(_PLACES.__contains__, entries), key=_PLACES.__getitem__):
        key, value = entries[fact]
        conditions = _conditions(FACTS[fact], value, f"{rule}: {fact}", problems)
        if contradictory(conditions):
            problems.add("contradiction", key.at, f"{rule}: no {fact} can meet all of this")
        found += conditions
    if _GIVEN in entries:
        found += _given(entries[_GIVEN][1], rule, scope, problems)
    for joint in _JOINTS:
        if joint in entries:
            found.append(_joined(joint, entries[joint][1], rule, scope, problems, depth + 1))
    return tuple(found)


def _joined(
    joint: Joint, node: Node, rule: str, scope: Scope, problems: Problems, depth: int
) -> Compound:
    what = f"{rule}: {joint}"
    parts = [node] if joint is Joint.NOT else _parts(node, what, problems)
    return Compound(
        joint,
        tuple(
            Compound(Joint.ALL, _all_of(part, what, rule, scope, problems, depth)) for part in parts
        ),
    )


def _parts(node: Node, what: str, problems: Problems) -> list[Node]:
    if isinstance(node, Sequence):
        if not node.items:
            problems.add("empty-list", node.at, f"{what} is an empty list", "name a condition")
        return node.items
    if not isinstance(node, Refused):
        message = f"{what} must be a list of conditions, not {kind_of(node)}"
        problems.add("not-a-list", node.at, message, "write it like [{level: U}, …]")
    return []


def _given(node: Node, rule: str, scope: Scope, problems: Problems) -> Iterator[Expression]:
    """Conditions over the parameters of the policy: they hold or fail once and for all."""
    what = f"{rule}: {_GIVEN}"
    for name, (_, value) in (keyed(node, what, scope.values, problems) or {}).items():
        wanted = frozenset(
            text for _, text in texts_of(value, f"{what}: {name}", problems, truths=True)
        )
        held = not wanted.isdisjoint(scope.values[name].words)
        yield Compound(Joint.ALL if held else Joint.ANY, ())


def _conditions(fact: Fact, node: Node, what: str, problems: Problems) -> list[Condition]:
    if fact.type is Type.TRUTH:
        value = truth(node, what, problems)
        return [] if value is None else [_any(fact, frozenset((str(value).lower(),)))]
    if fact.type in (Type.NUMBER, Type.DAY):
        return read_bounds(fact, node, what, problems)
    if isinstance(node, Mapping):
        return _forms(fact, node, what, problems)
    if fact.is_set:
        return _bare(fact, node, what, problems)
    words = _words(fact, node, what, problems)
    return [_any(fact, words)] if words else []


def _bare(fact: Fact, node: Node, what: str, problems: Problems) -> list[Condition]:
    """`none` or `any` standing alone."""
    if isinstance(node, Scalar) and node.text in _BARE:
        return [Condition(fact.id, _BARE[node.text])]
    if isinstance(node, Sequence) or text_of(node, what, problems):
        forms = ", ".join(f"{{{form}: […]}}" for form in _SET_FORMS)
        problems.add("unknown-form", node.at, f"{what} must say how", f"none, any, {forms}")
    return []


def _forms(fact: Fact, node: Mapping, what: str, problems: Problems) -> list[Condition]:
    """The forms of a mapping, all of which must hold."""
    known = _KNOWN_FORMS[fact.id]
    entries = keyed(node, what, known, problems) or {}
    if not node.items:
        problems.add("empty-when", node.at, f"{what} is empty", did_you_mean("", known))
    conditions = []
    for form, (_, value) in entries.items():
        words = _words(fact, value, f"{what}: {form}", problems)
        if words and form in fact.bounds:
            conditions.append(_any(fact, _bounded(form, words)))
        elif words:
            conditions.append(Condition(fact.id, _FORMS[form], words))
    return conditions


def _bounded(bound: str, words: frozenset[str]) -> frozenset[str]:
    """The levels from a level up, up to it, or between two; of several the one that binds more."""
    places = sorted(LEVELS.index(word) for word in words)
    if bound == "between":
        return frozenset(LEVELS[places[0] : places[-1] + 1])
    return frozenset(LEVELS[places[-1] :] if bound == "at_least" else LEVELS[: places[0] + 1])


def _words(fact: Fact, node: Node, what: str, problems: Problems) -> frozenset[str]:
    """The words in a node that the fact can have; for any other the problem is noted."""
    known = set()
    for at, word in texts_of(node, what, problems):
        if fact.knows(word):
            known.add(word)
        else:
            _refuse(fact, word, at, what, problems)
    return frozenset(known)


def _refuse(fact: Fact, word: str, at: Position, what: str, problems: Problems) -> None:
    known = fact.words()
    remedy = did_you_mean(word, known) if known else ""
    if fact.shape is not None:
        remedy = f'{remedy}{"; or " if remedy else ""}write it like "{fact.shape.example}"'
    problems.add("unknown-word", at, f'{what} knows no "{word[:40]}"', remedy)


def _any(fact: Fact, words: frozenset[str]) -> Condition:
    return Condition(fact.id, Form.ANY, words)
