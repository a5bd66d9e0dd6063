"""A policy of any number of rules, of the conditions that real ones have."""

_HEAD = "redact: 1\nname: long\nversion: 1.0.0\ntitle: A long policy\nrules:\n"
_CONDITIONS = (
    "{level: {at_least: C}, declassified: false}",
    "{controls: {any: [RD, FRD, TFNI]}}",
    "{level: {at_least: R}, basis: {none_of: [instruction, period]}, captions: any}",
    "{level: U, controls: {only: [NF, REL TO, ND]}, not: {captions: {any: [NODIS, EXDIS]}}}",
    "{kind: [paragraph, subparagraph], any: [{level: S}, {controls: {all: [NF, OC]}}]}",
)


def long_policy(rules: int) -> str:
    """The text of a policy of so many rules, every fourth of which releases."""
    return _HEAD + "".join(_rule(number) for number in range(rules))


def _rule(number: int) -> str:
    when = _CONDITIONS[number % len(_CONDITIONS)]
    if number % 4 == 0:
        head = f"  - id: rule-{number}\n    release: What rule {number} lets go\n"
        return f"{head}    when: {when}\n    cite: E.O. 13526 §1.5\n"
    head = f"  - id: rule-{number}\n    withhold: What rule {number} keeps back\n"
    return (
        f'{head}    when: {when}\n    exemptions: [reasons, "(b)(1)"]\n    cite: E.O. 13526 §1.4\n'
    )
