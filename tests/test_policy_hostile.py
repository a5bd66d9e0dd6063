"""Policies made to do harm: refused in one line with place and remedy, status 2, quickly, in little
memory, with nothing executed and nothing opened beside them.
"""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = "redact: 1\nname: specimen\nversion: 1.0.0\ntitle: A specimen\n"
RULES = HEAD + "rules:\n"
RULE = RULES + "  - id: a\n    release: A\n    when: "
LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
NESTED = RULE + "{not: " * 40 + "{level: U}" + "}" * 40 + "\n"

HOSTILE = {
    "laughs": "a0: &a0 [ha]\n" + LAUGHS,
    "alias-to-itself": "&a [*a]\n",
    "python-object": HEAD.replace("A specimen", "!!python/object/apply:os.system ['touch pwned']"),
    "python-name": RULE + "{level: !!python/name:os.system }\n",
    "own-tag": RULE + "!touch {level: U}\n",
    "duplicate-key": RULE + "{level: U, level: S}\n",
    "duplicate-rule": RULES + "  - {id: a, withhold: A}\n  - {id: a, withhold: B}\n",
    "merge-key": RULE + "{<<: {level: U}}\n",
    "no-for-norway": RULE + "{releasable_to: {any: [NO]}}\n",
    "number-for-text": RULES + "  - {id: a, withhold: 012}\n",
    "minutes": HEAD.replace("A specimen", "12:30") + "rules: []\n",
    "text-for-truth": RULE + "{declassified: 'yes'}\n",
    "list-for-mapping": RULE + "[level, U]\n",
    "mapping-for-list": HEAD + "rules: {a: b}\n",
    "3000-deep-lists": RULE + "[" * 3_000,
    "3000-deep-mappings": RULE + "{not: " * 3_000,
    "nested-conditions": NESTED,
    "150000-rules": RULES + "  - {id: a, withhold: A}\n" * 150_000,
    "too-many-bytes": RULES + "#" * 3_000_000,
    "endless-word": RULES + "  - {id: a, withhold: " + "x" * 900_000 + ", whne: b}\n",
    "set-in-set": HEAD + "sets: {a: [$a, $a], b: [$a, $b]}\nrules:\n"
    "  - {id: r, withhold: R, when: {controls: {any: $b}}}\n",
    "extends-itself": HEAD + "extends: policy.yaml\nrules: []\n",
    "extends-a-way-up": HEAD + "extends: ../policy.yaml\nrules: []\n",
    "extends-a-device": HEAD + "extends: /dev/zero\nrules: []\n",
    "extends-a-link": HEAD + "extends: link.yaml\nrules: []\n",
    "extends-a-pipe": HEAD + "extends: pipe.yaml\nrules: []\n",
    "newer-version": HEAD.replace("redact: 1", "redact: 999999999") + "rules: []\n",
    "invisible": RULE + "{level: U\u200b}\n",
    "turned-around": RULE + "{level: U} # \u202e\n",
    "second-document": RULES + "  []\n---\n" + RULES,
    "releases-everything": RULES + "  - {id: a, release: All}\n",
    "releases-by-parameter": HEAD + "parameters: {p: {type: bool, about: P, default: true}}\n"
    "rules:\n  - {id: a, release: All, when: {parameters: {p: true}}}\n",
    "crossed-bounds": RULE + "{age: {at_least: 30, at_most: 2}}\n",
    "huge-number": RULE + "{age: {at_least: " + "9" * 5_000 + "}}\n",
    "pattern-bomb": RULE + "{tags: {any: ['" + "A " * 50_000 + "!']}}\n",
    "not-utf-8": "\udcff" + RULES,
    "nothing": "",
}


def limited() -> None:
    """Half a gigabyte is more than any policy may take."""
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def test_every_hostile_policy_is_refused_in_one_line(tmp_path: Path) -> None:
    """All in one process, which takes no more time and memory than is allowed for all of them."""
    program = (
        "import sys; from redact.cli.main import run\n"
        "for name in sys.argv[1:]:\n"
        "    sys.stderr.write(f'{name}\\t{run([*\"policy show\".split(), name])}\\t\\n')\n"
    )
    (tmp_path / "policy.yaml").write_text(HOSTILE["extends-itself"])
    for name, text in HOSTILE.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "policy.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
        (folder / "link.yaml").symlink_to("/etc/hostname")
        os.mkfifo(folder / "pipe.yaml")
    places = [f"{name}/policy.yaml" for name in HOSTILE]
    ran = subprocess.run(
        [sys.executable, "-c", program, *places],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
        preexec_fn=limited,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PATH": ""},
    )
    assert ran.stdout == b""
    lines = ran.stderr.decode().splitlines()
    assert len(lines) == 2 * len(HOSTILE)
    for place, error, status in zip(places, lines[::2], lines[1::2], strict=True):
        assert status == f"{place}\t2\t"
        assert error.startswith(f"{place}:"), error
        assert "internal error" not in error
        assert len(error) < 600
    assert not any(path.name == "pwned" for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("name", ["laughs", "150000-rules", "nested-conditions"])
def test_refusals_name_a_place_and_a_remedy_or_a_bound(name: str) -> None:
    from redact.policy.loading import read_policy

    problem = read_policy(HOSTILE[name], "a.yaml").problems[0]
    assert problem.place.startswith("a.yaml:")
    assert problem.remedy or "20000" in problem.message
