"""Facts, rules and policies, drawn so that about every fifth decision releases.

Vocabularies are cut down to the words that behave differently, so that rules meet the facts. Left
out: cables (facts are drawn directly) and policies that the loader refuses.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from redact.policy.conditions import BOUNDS, Condition, Form, leaves
from redact.policy.decision import Effect
from redact.policy.facts import UNKNOWN, Facts
from redact.policy.model import Policy, Rule
from tests.policy_cables import known_facts, policy_of

EPOCH = date(2019, 9, 22)
DAYS = st.integers(-400, 400).map(lambda days: EPOCH + timedelta(days))

DATED = st.one_of(DAYS.map(lambda day: day - timedelta(9_131)), DAYS, st.just(date(1996, 2, 29)))
"""Documents of about 25 years or of none, and one of a leap day."""

LEVELS = ("U", "C", "S")
KINDS = ("paragraph", "subject", "header")
BASES = ("instruction", "automatic-25-year", "none")
RESTS_ON = ("instruction", "automatic")
CONTROLS = ("NF", "RD", "UNKNOWN")
CAPTIONS = ("NODIS", "UNKNOWN")
DOUBTS = ("marking/unknown-word",)
VALUES = {"kind": KINDS, "level": LEVELS, "basis": BASES, "rests_on": RESTS_ON}
SETS = {"controls": CONTROLS, "captions": CAPTIONS, "doubts": DOUBTS}
BOUNDED = {"age": ("at_least", "at_most"), "effective_date": ("not_before", "not_after")}
CAN_BE_UNKNOWN = ("level", "controls", "declassified", "basis", "age")
AGES = (0, 1, 2, 24, 25, 26)
SET_FORMS = tuple(form for form in Form if form not in BOUNDS)


def subsets(words: tuple[str, ...], *, least: int = 0) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), min_size=least)


def facts_as_of(facts: Facts, as_of: date) -> Facts:
    """The same facts as they are known on another day."""
    if facts.dated is not None and facts.age is not UNKNOWN:
        facts = facts._replace(age=years_between(facts.dated, as_of))
    if facts.declassified is UNKNOWN:
        return facts
    day = facts.effective_date
    return facts._replace(declassified=isinstance(day, date) and day <= as_of)


def years_between(dated: date, as_of: date) -> int:
    """Full years, counted birthday by birthday; 29 February has its in March."""
    passed = as_of.year - dated.year - ((as_of.month, as_of.day) < (dated.month, dated.day))
    return max(0, passed)


def known() -> st.SearchStrategy[Facts]:
    """Facts that are all known, as of EPOCH."""
    built = st.builds(
        known_facts,
        kind=st.sampled_from(KINDS),
        level=st.sampled_from(LEVELS),
        controls=subsets(CONTROLS),
        basis=st.sampled_from(BASES),
        effective_date=st.one_of(st.none(), DAYS),
        dated=st.one_of(st.none(), DATED),
        age=st.just(0),
        captions=subsets(CAPTIONS),
        doubts=st.one_of(st.just(frozenset[str]()), subsets(DOUBTS)),
    )
    return built.map(
        lambda facts: facts_as_of(facts if facts.dated else facts._replace(age=UNKNOWN), EPOCH)
    )


@st.composite
def with_unknown(draw: st.DrawFn, facts: Facts) -> Facts:
    """The same facts with at least one of them forgotten."""
    lost = draw(subsets(CAN_BE_UNKNOWN, least=1))
    forgotten: dict[str, Any] = dict.fromkeys(lost, UNKNOWN)
    return facts._replace(**forgotten)


def any_facts() -> st.SearchStrategy[Facts]:
    return known().flatmap(lambda facts: st.one_of(st.just(facts), with_unknown(facts)))


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    fact = draw(st.sampled_from((*VALUES, *SETS, "declassified", *BOUNDED)))
    if fact == "declassified":
        return Condition(fact, Form.ANY, frozenset({draw(st.sampled_from(("true", "false")))}))
    if fact in BOUNDED:
        bound = draw(st.sampled_from(AGES)) if fact == "age" else draw(DAYS)
        side = draw(st.sampled_from((Form.AT_LEAST, Form.AT_MOST)))
        return Condition(fact, side, frozenset({str(bound)}))
    if fact in VALUES:
        form = draw(st.sampled_from((Form.ANY, Form.NONE_OF)))
        return Condition(fact, form, draw(subsets(VALUES[fact], least=1)))
    form = draw(st.sampled_from(SET_FORMS))
    bare = form in (Form.NONE, Form.PRESENT)
    return Condition(fact, form, frozenset() if bare else draw(subsets(SETS[fact], least=1)))


@st.composite
def rules(draw: st.DrawFn, effect: Effect | None = None) -> Rule:
    effect = effect or draw(st.sampled_from((Effect.RELEASE, Effect.WITHHOLD)))
    withholds = effect is Effect.WITHHOLD
    asked: list[Condition] = draw(
        st.lists(
            conditions(),
            min_size=0 if withholds else 1,
            max_size=3,
            unique_by=lambda condition: condition.fact,
        )
    )
    return Rule(
        id="rule",
        effect=effect,
        text="A sentence",
        when=tuple(asked),
        exemptions=draw(st.sampled_from(((), ("(b)(1)",), ("reasons",)))) if withholds else (),
        citations=draw(st.sampled_from(((), ("42 U.S.C. 2162",)))),
        refer=draw(st.sampled_from((None, "Department of Energy"))) if withholds else None,
        extent=not withholds or draw(st.booleans()),
    )


def policies(least: int = 0) -> st.SearchStrategy[Policy]:
    """Policies of a few rules, half of them releasing, named in the order in which they stand."""
    drawn = st.lists(rules(), min_size=least, max_size=5)
    return drawn.map(
        lambda found: policy_of(*(replace(rule, id=f"r{n}") for n, rule in enumerate(found)))
    )


def has_upper_bound(policy: Policy) -> bool:
    """Whether a rule lets go of text only until a day: releases before it, or withholds after."""
    bounds = {Effect.RELEASE: "false", Effect.WITHHOLD: "true"}
    sides = {Effect.RELEASE: Form.AT_MOST, Effect.WITHHOLD: Form.AT_LEAST}
    return any(
        (condition.fact == "declassified" and bounds[rule.effect] in condition.words)
        or (condition.fact == "age" and condition.form is sides[rule.effect])
        for rule in policy.rules
        for condition in leaves(rule.when)
    )


def yaml_of(policy: Policy) -> str:
    """The file that says the same: JSON, which is YAML."""
    identity = policy.identity
    return json.dumps(
        {
            "redact": 1,
            "name": identity.name,
            "version": identity.version,
            "title": identity.title,
            "rules": [_rule(rule) for rule in policy.rules],
        },
        indent=1,
    )


def _rule(rule: Rule) -> dict[str, Any]:
    written: dict[str, Any] = {"id": rule.id, rule.effect.value: rule.text}
    if rule.when:
        written["when"] = {condition.fact: _condition(condition) for condition in leaves(rule.when)}
    if rule.exemptions:
        written["exemptions"] = list(rule.exemptions)
    if rule.citations:
        written["cite"] = list(rule.citations)
    if rule.refer:
        written["refer"] = rule.refer
    if not rule.extent:
        written["extent"] = "none"
    return written


def _condition(condition: Condition) -> Any:
    if condition.fact == "declassified":
        return condition.words == {"true"}
    if condition.fact in BOUNDED:
        (bound,) = condition.words
        side = BOUNDED[condition.fact][condition.form is Form.AT_MOST]
        return {side: int(bound) if condition.fact == "age" else bound}
    if condition.form in (Form.NONE, Form.PRESENT):
        return "none" if condition.form is Form.NONE else "any"
    return {condition.form.value: sorted(condition.words)}
