"""Two policies compared: what is tried once for many values holds for each of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from redact.policy import semantics
from redact.policy.axes import axes_of, facts_of, first_alike
from redact.policy.facts import Facts
from redact.policy.model import Policy
from tests.property.policy_strategies import policies


@given(policies(least=1), st.data())
@settings(max_examples=25, deadline=None)
def test_values_that_a_policy_cannot_tell_apart_are_decided_alike(
    policy: Policy, data: st.DataObject
) -> None:
    core, others = axes_of(policy)
    axes = {**core, **others}
    alike = first_alike(axes, policy)
    drawn = {fact: data.draw(st.sampled_from(words)) for fact, words in axes.items()}
    for fact, words in axes.items():
        for word in words:
            values = {**drawn, fact: word}
            firsts = dict(zip(axes, alike(tuple(values.values())), strict=True))
            assert _decided(policy, facts_of(values)) == _decided(policy, facts_of(firsts))


def _decided(policy: Policy, facts: Facts) -> tuple[str, frozenset[int]]:
    """By the specification: the effect, and the places of all letters that are taken out."""
    return semantics.effect(policy, facts), semantics.taken_out(policy, facts)
