"""What is refused as a policy, one broken file per mistake, and with which words."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from redact.errors import PolicyError
from redact.policy import load_policy, policy_problems
from redact.policy.loading import MAX_BYTES, read_policy

HERE = Path(__file__).parent
CASES = json.loads((HERE / "cases" / "policy-refusals.json").read_text("utf-8"))
INVALID = HERE.parent / "fixtures" / "policies" / "invalid"
HEAD = "redact: 1\nname: specimen\nversion: 1.0.0\ntitle: A specimen\nrules:"


def refusal(path: Path) -> PolicyError:
    """The error that `load_policy` raises for a file."""
    with pytest.raises(PolicyError) as caught:
        load_policy(str(path))
    return caught.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["file"]))
def test_error_has_code_place_and_words(case: dict[str, Any]) -> None:
    path = INVALID / case["file"]
    error = refusal(path)
    assert error.code == case["code"]
    assert error.place.startswith(f"{path}:{case['line']}:")
    assert [word for word in case["words"] if word not in str(error)] == []
    assert "\n" not in str(error)


def test_error_files_and_table_are_one_to_one() -> None:
    assert sorted(path.name for path in INVALID.iterdir()) == sorted(c["file"] for c in CASES)


def test_error_of_every_mistake_at_once(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(
        "redact: 1\n"
        "name: Broken\n"
        "version: 1\n"
        "titel: A specimen\n"
        "rules:\n"
        "  - id: open\n"
        "    release: All\n"
        "  - id: closed\n"
        "    withhold: NO\n"
        "    when: {level: X, controls: {any: [NOFORM]}}\n"
        "    exemptions: [b1]\n"
    )
    found = [(error.code, error.place.split(":")[1]) for error in policy_problems(str(path))]
    assert found == [
        ("policy/bad-name", "2"),
        ("policy/not-a-text", "3"),
        ("policy/unknown-key", "4"),
        ("policy/release-without-condition", "6"),
        ("policy/not-a-text", "9"),
        ("policy/unknown-word", "10"),
        ("policy/unknown-word", "10"),
        ("policy/unknown-exemption", "11"),
        ("policy/missing-key", "1"),
    ]
    assert refusal(path).code == found[0][0]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("\n  - " + "[" * 3_000, "policy/too-deep"),
        ("\n  - " + "{a: " * 3_000, "policy/too-deep"),
        ("\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1_000)), "policy/too-deep"),
        ("\n" + "  - {}\n" * 140_000, "policy/too-long"),
        ("\n" + "  - a\n" * 150_000, "policy/too-long"),
        (" " + "[a, " * 10 + "a, " * 250_000, "policy/too-long"),
        ("\n" + "  - {id: a, withhold: b}\n" * 150_000, "policy/too-long"),
        ("\n# " + "x" * MAX_BYTES, "policy/too-long"),
    ],
    ids=["lists", "mappings", "indents", "empty-rules", "words", "flow", "rules", "bytes"],
)
def test_error_of_a_bomb_is_one_line_and_quick(tmp_path: Path, body: str, code: str) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_text(HEAD + body)
    started = time.perf_counter()
    error = refusal(path)
    assert time.perf_counter() - started < 2
    assert error.code == code
    assert len(str(error)) < 300 + len(str(path))


def test_error_of_as_many_mistakes_as_fit_is_quick() -> None:
    text = HEAD + "\n" + "".join(f"  - {{id: a{n}, wihold{n}: b}}\n" for n in range(3_300))
    started = time.perf_counter()
    assert len(read_policy(text, "many.yaml").problems) > 3_300
    assert time.perf_counter() - started < 5


def test_error_of_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "policy/directory"


def test_error_of_a_name_that_does_not_ship() -> None:
    error = refusal(Path("publik"))
    assert error.code == "policy/not-found"
    assert 'did you mean "public"?' in str(error)


@pytest.mark.parametrize("reference", ["", "a\0b", "x" * 5_000])
def test_error_of_a_reference_that_is_no_path(reference: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policy(reference)
    assert caught.value.code in ("policy/not-found", "policy/unreadable")


def test_error_of_a_file_that_hides_behind_a_shipped_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stricter `public.yaml` of one's own must not be taken for the one that ships."""
    monkeypatch.chdir(tmp_path)
    Path("public.yaml").write_text(HEAD + " []\n")
    assert refusal(Path("public.yaml")).code == "policy/two-policies"
    assert load_policy("./public.yaml").identity.name == "specimen"
    assert load_policy("public").identity.name == "public"


@pytest.mark.parametrize("text", ["\ud800", "redact: \ud83d", "\x00", "\ufffe", "a: 'b"])
def test_error_of_any_text_is_a_problem_never_an_exception(text: str) -> None:
    assert read_policy(text, "odd.yaml").problems


def test_error_of_an_alias_brings_no_other_with_it() -> None:
    aliases = [
        "redact: *a\nname: *a\nversion: *a\ntitle: *a\nrules: *a\n",
        HEAD + "\n  - *a\n",
        HEAD + "\n  - {id: *a, withhold: A}\n",
        HEAD + "\n  - {id: a, withhold: A, when: *a}\n",
        HEAD + "\n  - {id: a, withhold: A, when: {declassified: *a, controls: *a, level: [*a]}}\n",
        HEAD + "\n  - {id: a, withhold: A, *a : b}\n",
    ]
    for text in aliases:
        codes = {problem.code for problem in read_policy(text, "a.yaml").problems}
        assert codes == {"policy/alias"}, text


def test_error_is_the_same_without_the_c_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    for case in CASES:
        error = refusal(INVALID / case["file"])
        assert (error.code, error.place.split(":")[1]) == (case["code"], str(case["line"]))
