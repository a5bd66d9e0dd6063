"""The conditions of a rule, read from its `when`: every word must be one its fact can have."""

from redact.policy.conditions import Condition, Form
from redact.policy.contradictions import contradictory
from redact.policy.keys import keyed
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import calendar_day, text_of, texts_of, truth, whole_number
from redact.policy.vocabulary import BOUNDS, DOUBT, LEVELS, WORDS
from redact.policy.yaml_nodes import Mapping, Node, Scalar, Sequence
from redact.text import Position

_SETS = ("controls", "captions", "doubts")
_BARE = {"none": Form.NONE, "any": Form.PRESENT}
_SET_FORMS = ("any", "all", "only", "none_of")
_VALUE_FORMS = ("any", "none_of")
_BOUNDS = ("at_least", "at_most")


def read_when(node: Node, rule: str, problems: Problems) -> tuple[Condition, ...]:
    """The conditions in `node`, in the order of the vocabulary; problems are noted."""
    entries = keyed(node, f"{rule}: when", WORDS, problems)
    if entries is None:
        return ()
    if isinstance(node, Mapping) and not node.items:
        problems.add("empty-when", node.at, f"{rule}: when is empty", "name a fact, or delete it")
    found = []
    for fact in (fact for fact in WORDS if fact in entries):
        key, value = entries[fact]
        conditions = _conditions(fact, value, f"{rule}: {fact}", problems)
        if contradictory(conditions):
            problems.add("contradiction", key.at, f"{rule}: no {fact} can meet all of this")
        found.extend(conditions)
    return tuple(found)


def _conditions(fact: str, node: Node, what: str, problems: Problems) -> list[Condition]:
    if fact == "declassified":
        value = truth(node, what, problems)
        return [] if value is None else [_any(fact, frozenset((str(value).lower(),)))]
    if fact in BOUNDS:
        return _between(fact, node, what, problems)
    if isinstance(node, Mapping):
        return _forms(fact, node, what, problems)
    if fact in _SETS:
        return _bare(fact, node, what, problems)
    words = _words(fact, node, what, problems)
    return [_any(fact, words)] if words else []


def _bare(fact: str, node: Node, what: str, problems: Problems) -> list[Condition]:
    """`none` or `any` standing alone."""
    if isinstance(node, Scalar) and node.text in _BARE:
        return [Condition(fact, _BARE[node.text])]
    if isinstance(node, Sequence) or text_of(node, what, problems):
        forms = ", ".join(f"{{{form}: […]}}" for form in _SET_FORMS)
        problems.add("unknown-form", node.at, f"{what} must say how", f"none, any, {forms}")
    return []


def _forms(fact: str, node: Mapping, what: str, problems: Problems) -> list[Condition]:
    """The forms of a mapping, all of which must hold."""
    forms = _SET_FORMS if fact in _SETS else _VALUE_FORMS
    known = (*forms, *_BOUNDS) if fact == "level" else forms
    entries = keyed(node, what, known, problems) or {}
    if not node.items:
        problems.add("empty-when", node.at, f"{what} is empty", did_you_mean("", known))
    conditions = []
    for form, (_, value) in entries.items():
        words = _words(fact, value, f"{what}: {form}", problems)
        if words and form in _BOUNDS:
            conditions.append(_any(fact, _bounded(form, words)))
        elif words:
            conditions.append(Condition(fact, Form(form), words))
    return conditions


def _between(fact: str, node: Node, what: str, problems: Problems) -> list[Condition]:
    """A lower bound, an upper one, or both, of a number or a day."""
    least, most = BOUNDS[fact]
    if not isinstance(node, Mapping):
        remedy = f"{{{least}: …}} or {{{most}: …}}"
        problems.add("unknown-form", node.at, f"{what} must say how", remedy)
        return []
    entries = keyed(node, what, BOUNDS[fact], problems) or {}
    if not node.items:
        problems.add("empty-when", node.at, f"{what} is empty", did_you_mean("", BOUNDS[fact]))
    read = whole_number if fact == "age" else calendar_day
    found = (
        (form, read(value, f"{what}: {form}", problems)) for form, (_, value) in entries.items()
    )
    return [
        Condition(fact, Form.AT_LEAST if form == least else Form.AT_MOST, frozenset({str(bound)}))
        for form, bound in found
        if bound is not None
    ]


def _bounded(bound: str, words: frozenset[str]) -> frozenset[str]:
    """The levels from a level up, or up to it; of several the one that binds more."""
    places = [LEVELS.index(word) for word in words]
    return frozenset(LEVELS[max(places) :] if bound == "at_least" else LEVELS[: min(places) + 1])


def _words(fact: str, node: Node, what: str, problems: Problems) -> frozenset[str]:
    """The words in a node that the fact can have; for any other the problem is noted."""
    found = texts_of(node, what, problems)
    for at, word in found:
        if not _known(fact, word):
            _refuse(fact, word, at, what, problems)
    return frozenset(word for _, word in found if _known(fact, word))


def _known(fact: str, word: str) -> bool:
    return bool(DOUBT.fullmatch(word)) if fact == "doubts" else word in WORDS[fact]


def _refuse(fact: str, word: str, at: Position, what: str, problems: Problems) -> None:
    doubts = 'write the code of a finding, such as "marking/unknown-word"'
    remedy = doubts if fact == "doubts" else did_you_mean(word, WORDS[fact])
    problems.add("unknown-word", at, f'{what} knows no "{word[:40]}"', remedy)


def _any(fact: str, words: frozenset[str]) -> Condition:
    return Condition(fact, Form.ANY, words)
