"""Sets, parameters, and policies that extend others."""

from pathlib import Path

import pytest

from redact.errors import PolicyError
from redact.policy import load_policy, policy_problems
from redact.policy.conditions import Condition, Form
from redact.policy.loading import parse_policy, read_policy
from redact.policy.model import Policy
from redact.policy.parameters import Given

HEAD = "redact: 1\nname: a\nversion: 1.0.0\ntitle: A\n"
OPEN = "  - id: open\n    release: Open\n    when: {level: U, controls: none}\n"
SHUT = "  - id: shut\n    withhold: Shut\n    when: {controls: {any: [$kept, NF]}}\n"
SETS = "sets: {kept: [RD, FRD]}\n"


def first_code(text: str, given: Given | None = None) -> str:
    return read_policy(text, "a.yaml", given or {}).problems[0].code.removeprefix("policy/")


def parameter(type_: str, default: str = "") -> str:
    end = f", default: {default}" if default else ""
    return f"parameters:\n  p: {{type: {type_}, about: What it is{end}}}\n"


def test_a_set_stands_for_its_words_in_a_list_or_alone() -> None:
    alone = "  - id: alone\n    withhold: Shut\n    when: {controls: {all: $kept}}\n"
    shut, other = parse_policy(HEAD + SETS + "rules:\n" + SHUT + alone, "a.yaml").rules[::-1]
    assert shut.when == (Condition("controls", Form.ANY, frozenset({"RD", "FRD", "NF"})),)
    assert other.when == (Condition("controls", Form.ALL, frozenset({"RD", "FRD"})),)


@pytest.mark.parametrize(
    ("type_", "value", "condition", "words"),
    [
        ("country", "gbr", "releasable_to: {any: [$p]}", {"GBR"}),
        ("country", "FVEY", "owner: {only: $p}", {"FVEY"}),
        ("list", "RD, FRD", "controls: {any: [$p]}", {"RD", "FRD"}),
        ("word", "C", "level: $p", {"C"}),
        ("number", "25", "age: {at_least: $p}", {"25"}),
        ("date", "2006-12-31", "dated: {not_before: $p}", {"2006-12-31"}),
    ],
)
def test_a_parameter_stands_for_its_value(
    type_: str, value: str, condition: str, words: set[str]
) -> None:
    text = (
        HEAD + parameter(type_) + f"rules:\n  - id: a\n    withhold: A\n    when: {{{condition}}}\n"
    )
    (rule,) = parse_policy(text, "a.yaml", {"p": value}).rules
    (found,) = rule.when
    assert isinstance(found, Condition)
    assert found.words == words
    assert first_code(text) == "missing-parameter"
    assert first_code(text, {"p": value, "q": "x"}) == "unknown-parameter"


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("country", "GREAT BRITAIN"),
        ("country", "UNKNOWN"),
        ("bool", "yes"),
        ("number", "012"),
        ("number", "-1"),
        ("date", "31.12.2006"),
        ("date", "2006-02-30"),
        ("word", " "),
        ("word", "x" * 201),
        ("terms", " , "),
        ("list", "a\u202eb"),
    ],
)
def test_error_of_a_value_that_is_none_does_not_repeat_it(type_: str, value: str) -> None:
    text = HEAD + parameter(type_) + "rules: []\n"
    (problem,) = read_policy(text, "a.yaml", {"p": value}).problems
    assert problem.code == "policy/bad-parameter"
    assert value.strip(" ,") == "" or value not in str(problem)


def test_a_truth_decides_which_rules_there_are() -> None:
    text = (
        HEAD
        + parameter("bool", "false")
        + "rules:\n  - id: shown\n    release: Shown\n"
        + "    when: {parameters: {p: true}, level: U}\n"
        + "  - id: either\n    release: Either\n"
        + "    when: {any: [{parameters: {p: true}}, {level: C}], controls: none}\n"
    )
    assert [rule.id for rule in parse_policy(text, "a.yaml").rules] == ["either"]
    either, shown = parse_policy(text, "a.yaml", {"p": "true"}).rules
    assert shown.when == (Condition("level", Form.ANY, frozenset({"U"})),)
    assert either.when == (Condition("controls", Form.NONE),)


def test_error_of_a_release_that_only_a_parameter_bounds() -> None:
    text = HEAD + parameter("bool", "true") + "rules:\n  - id: a\n    release: A\n"
    text += "    when: {any: [{level: U}, {parameters: {p: true}}]}\n"
    assert first_code(text) == "release-without-condition"


def test_parameters_are_part_of_the_identity_but_terms_of_no_digest() -> None:
    country = HEAD + parameter("country") + "rules: []\n"
    one, two = (parse_policy(country, "a.yaml", {"p": code}).identity for code in ("GBR", "FRA"))
    assert one.sha256 != two.sha256
    assert one.parameters == (("p", ("GBR",)),)
    terms = HEAD + parameter("terms") + "rules: []\n"
    one, two = (
        parse_policy(terms, "a.yaml", {"p": names}).identity
        for names in (("Smith", "Jones"), ("Baker",))
    )
    assert one.sha256 == two.sha256
    assert one != two
    assert one.parameters == (("p", ("Jones", "Smith")),)


def test_terms_are_looked_for_and_never_used_as_words() -> None:
    rule = "rules:\n  - id: a\n    excise: A\n    terms: p\n"
    policy = parse_policy(HEAD + parameter("terms") + rule, "a.yaml", {"p": "Smith,Jones"})
    assert policy.terms == (("p", ("Jones", "Smith")),)
    as_words = "rules:\n  - id: a\n    withhold: A\n    when: {tags: {any: [$p]}}\n"
    text = HEAD + parameter("terms") + as_words
    (problem,) = read_policy(text, "a.yaml", {"p": "Smith"}).problems
    assert problem.code == "policy/terms-as-words"
    assert "Smith" not in str(problem)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("sets: {a: RD}\nrules: []\n", "not-a-list"),
        ("sets: {a: []}\nrules: []\n", "empty-list"),
        ("sets: {A: [RD]}\nrules: []\n", "bad-name"),
        ("sets: {a: [RD], a: [FRD]}\nrules: []\n", "duplicate-key"),
        ("sets: {p: [RD]}\n" + parameter("word", "x") + "rules: []\n", "duplicate-name"),
        ("rules:\n" + SHUT, "unknown-name"),
        (parameter("text") + "rules: []\n", "unknown-word"),
        ("parameters: {p: {type: word, default: a}}\nrules: []\n", "missing-key"),
        ("rules:\n  - {id: a, excise: A}\n", "nothing-to-excise"),
        ("rules:\n  - {id: a, excise: A, spans: [ssn]}\n", "unknown-detector"),
        ("rules:\n  - {id: a, excise: A, terms: [names]}\n", "unknown-set"),
        ("rules:\n  - {id: a, withhold: A, spans: [card]}\n", "withhold-with-spans"),
        ("rules:\n  - {id: a, excise: A, spans: [card], extent: none}\n", "excise-with-extent"),
        ('rules:\n  - {id: a, withhold: A, when: {spans: {any: ["term:x"]}}}\n', "unknown-set"),
        ("replaces: [a]\nrules: []\n", "nothing-to-replace"),
        ("extends: publik\nrules: []\n", "not-found"),
        ("extends: other.yaml\nrules: []\n", "outside"),
        ("extends: public\nrules:\n  - {id: nato, withhold: A}\n", "redefined-rule"),
        ("extends: public\nreplaces: [natto]\nrules: []\n", "unknown-rule"),
        ("style: loud\nrules: []\n", "unknown-word"),
        ("extent: some\nrules: []\n", "unknown-word"),
    ],
)
def test_error_of_names(body: str, code: str) -> None:
    assert first_code(HEAD + body) == code


def write(folder: Path, name: str, body: str) -> str:
    path = folder / name
    path.write_text(HEAD + body, encoding="utf-8")
    return str(path)


def test_a_policy_extends_one_that_ships_and_a_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", "extends: public\nstyle: bars\n" + SETS + "rules:\n" + SHUT)
    path = write(tmp_path, "top.yaml", "extends: base.yaml\nreplaces: [shut, nato]\nrules: []\n")
    base, top, public = (
        load_policy(str(tmp_path / "base.yaml")),
        load_policy(path),
        load_policy("public"),
    )
    assert ids(base) == ids(public) | {"shut"}
    assert ids(top) == ids(public) - {"nato"}
    assert (top.style, top.authority) == ("bars", public.authority)
    assert len({policy.identity.sha256 for policy in (base, top, public)}) == 3


def ids(policy: Policy) -> set[str]:
    return {rule.id for rule in policy.rules}


def test_a_name_of_the_extended_policy_is_there_and_taken(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", SETS + parameter("country") + "rules: []\n")
    top = write(tmp_path, "top.yaml", "extends: base.yaml\nrules:\n" + SHUT)
    assert ids(load_policy(top, {"p": "GBR"})) == {"shut"}
    again = write(tmp_path, "again.yaml", "extends: base.yaml\n" + SETS + "rules: []\n")
    codes = {problem.code for problem in policy_problems(again, {"p": "GBR"})}
    assert codes == {"policy/duplicate-name"}


def test_a_changed_base_changes_the_digest(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", "rules: []\n")
    top = write(tmp_path, "top.yaml", "extends: base.yaml\nrules:\n" + OPEN)
    before = load_policy(top).identity.sha256
    write(tmp_path, "base.yaml", "rules:  []\n")
    assert load_policy(top).identity.sha256 != before


def test_error_of_cycles_and_of_ways_outside(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    write(tmp_path, "secret.yaml", "rules: []\n")
    write(inside, "one.yaml", "extends: two.yaml\nrules: []\n")
    two = write(inside, "two.yaml", "extends: one.yaml\nrules: []\n")
    itself = write(inside, "itself.yaml", "extends: itself.yaml\nrules: []\n")
    assert [caught(two), caught(itself)] == ["cycle", "cycle"]
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "loop.yaml").symlink_to(inside / "loop.yaml")
    (inside / "folder.yaml").mkdir()
    ways = {
        "../secret.yaml": "outside",
        str(tmp_path / "secret.yaml"): "outside",
        "link.yaml": "outside",
        "loop.yaml": "outside",
        "./one.yaml": "outside",
        "~/one.yaml": "outside",
        "file:///etc/passwd": "outside",
        "../secret": "outside",
        "folder.yaml": "directory",
        "nothing.yaml": "not-found",
    }
    for way, code in ways.items():
        assert caught(write(inside, "top.yaml", f'extends: "{way}"\nrules: []\n')) == code, way


def test_error_of_a_chain_that_is_too_long(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, f"p{number}.yaml", f"extends: p{number + 1}.yaml\nrules: []\n")
    write(tmp_path, "p12.yaml", "rules: []\n")
    assert caught(str(tmp_path / "p0.yaml")) == "chain-too-long"
    assert load_policy(str(tmp_path / "p6.yaml")).rules == ()


def test_error_in_the_extended_policy_has_its_place(tmp_path: Path) -> None:
    base = write(tmp_path, "base.yaml", "rules:\n  - {id: a, withold: A}\n")
    top = write(tmp_path, "top.yaml", "extends: base.yaml\nrules: []\n")
    with pytest.raises(PolicyError) as error:
        load_policy(top)
    assert error.value.place.startswith(f"{base}:6:")


def caught(reference: str) -> str:
    with pytest.raises(PolicyError) as error:
        load_policy(reference)
    return error.value.code.removeprefix("policy/")


def test_a_set_used_again_and_again_is_bounded() -> None:
    words = ", ".join(["RD"] * 3_000)
    rules = "".join(
        f"  - {{id: a{number}, withhold: A, when: {{controls: {{any: [$big, $big]}}}}}}\n"
        for number in range(100)
    )
    text = HEAD + f"sets: {{big: [{words}]}}\nrules:\n" + rules
    assert first_code(text) == "too-long"
