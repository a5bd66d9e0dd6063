"""`--set`: a policy's parameters from the command line, and what becomes of them."""

import json
from pathlib import Path

import pytest

from redact.cli.main import run

POLICY = """redact: 1
name: partner
version: 1.0.0
title: For a partner
parameters:
  audience: {type: country, about: Who is to have it}
  names: {type: terms, about: Whom to protect, default: [Nobody at all]}
rules:
  - id: head
    release: Head
    when: {kind: [envelope, header, reference, page-break, signature]}
  - id: partner
    release: Released to the partner
    when: {releasable_to: {any: [$audience]}}
"""
CABLE = """S E C R E T PARIS 001292

E.O. 12958: DECL: 09/22/2019
SUBJECT: (U) TEST

1. (S//REL TO USA, GBR) The pear is ripe.

2. (S//NF) The plum is not.

RIVKIN
"""
DAY = ("--as-of", "2010-01-01")


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("partner.yaml").write_text(POLICY)
    Path("cable.txt").write_text(CABLE)
    Path("names.txt").write_bytes("Å. Smith\r\n\r\n  Jones \n".encode())


def test_a_value_decides_what_goes_out(capfd: pytest.CaptureFixture[str]) -> None:
    for audience, pear in (("GBR", True), ("FRA", False), ("FVEY", False)):
        given = ("--set", f"audience={audience}")
        assert run(["apply", "cable.txt", "--policy", "partner.yaml", *DAY, *given]) == 0
        text = capfd.readouterr().out
        assert ("pear" in text, "plum" in text) == (pear, False)


def test_every_command_that_loads_a_policy_takes_values(capfd: pytest.CaptureFixture[str]) -> None:
    given = ["--set", "audience=GBR", "--set", "names=@names.txt"]
    named = ["--policy", "partner.yaml", *given]
    Path("cables").mkdir()
    Path("cables/cable.txt").write_text(CABLE)
    for command in (
        ["batch", "cables", "--output", "out", *DAY, *named],
        ["explain", "cable.txt", *DAY, *named],
        ["timeline", "cable.txt", *named],
        ["policy", "show", "partner.yaml", *given],
        ["policy", "check", "partner.yaml", *given],
    ):
        assert run(command) == 0, command
        capfd.readouterr()
        without = [word for word in command if word not in ("--set", *given)]
        assert run(["out2" if word == "out" else word for word in without]) == 2, command
        assert "audience=VALUE" in capfd.readouterr().err


def test_the_manifest_names_every_value_and_the_release_no_term() -> None:
    given = ["--set", "audience=GBR", "--set", "names=@names.txt"]
    places = ["--output", "release.json", "--manifest", "manifest.json", "--format", "json"]
    assert run(["apply", "cable.txt", "--policy", "partner.yaml", *DAY, *given, *places]) == 0
    manifest = json.loads(Path("manifest.json").read_text("utf-8"))
    parameters = {"audience": ["GBR"], "names": ["Jones", "Å. Smith"]}
    assert manifest["policy"]["parameters"] == parameters
    release = json.loads(Path("release.json").read_text("utf-8"))
    assert "parameters" not in release["policy"]
    assert "Jones" not in Path("release.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("audience", "--set NAME=VALUE"),
        ("=GBR", "--set NAME=VALUE"),
        ("audience=Aydalot", "a value that is none"),
        ("audiense=Aydalot", 'did you mean "audience"?'),
        ("names=@Aydalot", "Aydalot"),
        ("names=@binary.txt", "UTF-8"),
        ("names=@empty.txt", "a value that is none"),
    ],
)
def test_error_of_a_setting_is_one_line(
    setting: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("binary.txt").write_bytes(b"\xff\xfe")
    Path("empty.txt").write_bytes(b"\n\n")
    base = [] if setting.startswith("audience=") else ["--set", "audience=GBR"]
    base = [] if setting == "audience" else base
    command = ["policy", "show", "partner.yaml", *base, "--set", setting]
    assert run(command) == 2
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == 1
    assert says in lines[0]
    if "@" not in setting:
        assert "Aydalot" not in lines[0]


def test_what_is_excised_is_looked_for_in_the_text(capfd: pytest.CaptureFixture[str]) -> None:
    policy = POLICY.replace("  audience: {type: country, about: Who is to have it}\n", "")
    policy = policy.replace("releasable_to: {any: [$audience]}", "level: U")
    policy += "  - {id: names, excise: Names, terms: [names], exemptions: ['(b)(6)']}\n"
    policy += "  - {id: ids, excise: Numbers, spans: [us-ssn], exemptions: ['(b)(6)']}\n"
    Path("cutting.yaml").write_text(policy)
    Path("cable.txt").write_text(
        CABLE.replace("(S//NF) The plum", "(U) Mr. Jones, SSN 219-09-9361,")
    )
    given = ["--set", "names=@names.txt"]
    assert run(["apply", "cable.txt", "--policy", "cutting.yaml", *DAY, *given]) == 0
    text = capfd.readouterr().out
    assert "not the plum" not in text
    assert "Jones" not in text
    assert "219-09-9361" not in text
    assert "(U) Mr. [" in text
