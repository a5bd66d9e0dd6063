"""`redact verify`: what it proves with a manifest, with a policy, with neither; its status."""

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from redact.cli.main import run
from tests.sabotage.honest import CABLE, LEAK

GIVEN = ("--policy", "public", "--as-of", "2019-03-10")
FORMS = ("text", "markdown", "html", "pdf", "json")


@pytest.fixture(autouse=True)
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cable, its release and its manifest in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("cable.txt").write_bytes(CABLE)
    release("text", "release")


def release(form: str, name: str, *more: str) -> None:
    arguments = ("--format", form, "--output", name, "--manifest", f"{name}.json", *more)
    assert run(["apply", "cable.txt", *GIVEN, *arguments]) == 0


def verify(*arguments: str, original: str = "cable.txt") -> int:
    return run(["verify", *arguments, "--original", original])


def document(capture: pytest.CaptureFixture[bytes], *arguments: str, status: int = 1) -> Any:
    capture.readouterr()
    assert verify(*arguments, "--format", "json", "--quiet") == status
    return json.loads(capture.readouterr().out)


def changed_manifest(**changes: Any) -> str:
    stated = json.loads(Path("release.json").read_text("utf-8"))
    Path("changed.json").write_text(json.dumps({**stated, **changes}), "utf-8")
    return "changed.json"


@pytest.mark.parametrize("style", ["frus", "bars", "redacted", "codes"])
@pytest.mark.parametrize("form", FORMS)
def test_what_apply_wrote_holds_by_its_manifest(form: str, style: str) -> None:
    release(form, "other", "--style", style)
    assert verify("other", "--manifest", "other.json") == 0


@pytest.mark.parametrize("form", FORMS)
def test_a_byte_more_does_not_hold_by_the_manifest(form: str) -> None:
    release(form, "other")
    with Path("other").open("ab") as stream:
        stream.write(b" ")
    assert verify("other", "--manifest", "other.json") == 1


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"engine": "redact 0.0.0"}, "manifest, engine"),
        ({"outcome": "released_in_full"}, "manifest, outcome"),
        ({"source": {"sha256": "0" * 64}}, "manifest, source"),
        ({"output": {"sha256": "0" * 64}}, "manifest, output"),
        ({"portions": []}, "manifest, portions"),
    ],
)
def test_what_a_manifest_claims_is_held_against_the_facts(
    changes: dict[str, Any], place: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    found = document(capfdbinary, "release", "--manifest", changed_manifest(**changes))
    problems = [(problem["code"], problem["place"]) for problem in found["problems"]]
    assert problems == [("release/manifest-differs", place)]


def test_another_decision_in_the_manifest_is_named_by_its_portion(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    portions = json.loads(Path("release.json").read_text("utf-8"))["portions"]
    portions[9]["decision"] = "withhold"
    found = document(capfdbinary, "release", "--manifest", changed_manifest(portions=portions))
    assert [problem["place"] for problem in found["problems"]] == ["manifest, portion 9"]


def test_another_day_in_the_manifest_does_not_hold() -> None:
    assert verify("release", "--manifest", changed_manifest(as_of="2019-03-11")) == 1


def test_another_day_on_the_command_line_does_not_hold() -> None:
    assert verify("release", "--manifest", "release.json", "--as-of", "2019-03-11") == 1


def test_the_manifest_of_another_cable_does_not_hold() -> None:
    Path("cable.txt").write_bytes(CABLE + b"\n")
    assert verify("release", "--manifest", "release.json") == 1


def test_a_policy_of_ones_own_is_given_with_its_file(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    Path("own.yaml").write_text(
        "redact: 1\nname: own\nversion: 1.0.0\ntitle: Own\nauthority: none\n"
        "parameters:\n  names: {type: terms, about: Names that stay in}\n"
        "rules:\n"
        "  - id: header\n    release: Header\n"
        "    when: {kind: [envelope, header, reference, page-break, signature]}\n"
        "  - id: open\n    release: Open\n    when: {level: U}\n"
        "  - id: names\n    excise: Names\n    terms: [names]\n    exemptions: ['(b)(6)']\n"
    )
    own = ("--policy", "own.yaml")
    given = ("--set", "names=auction house", "--as-of", "2019-03-10")
    where = ("--output", "own", "--manifest", "own.json")
    assert run(["apply", "cable.txt", *own, *given, *where]) == 0
    assert b"auction house" not in Path("own").read_bytes()
    assert verify("own", "--manifest", "own.json", *own) == 0
    assert verify("own", "--manifest", "own.json") == 2
    assert b"give its file with --policy" in capfdbinary.readouterr().err
    Path("own").write_bytes(Path("own").read_bytes().replace(b"\n\n", b"\nAUCTION-\nHOUSE\n\n", 1))
    found = document(capfdbinary, "own", *own, *given)
    assert "release/withheld-name" in {problem["code"] for problem in found["problems"]}


def test_text_stands_in_the_report_only_on_request(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    Path("theirs").write_text(f"Anybody may copy it.\n{LEAK}\n")
    assert verify("theirs", *GIVEN) == 1
    assert b"ledger" not in capfdbinary.readouterr().out
    assert verify("theirs", *GIVEN, "--show") == 1
    assert capfdbinary.readouterr().out.splitlines()[0].endswith(LEAK.encode())


def test_the_document_names_problems_and_passages(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    Path("theirs").write_text(f"The list is on the notice board.\n\nThen {LEAK}.\n")
    found = document(capfdbinary, "theirs", *GIVEN)
    assert found == {
        "schema": "redact/verification/1",
        "holds": False,
        "problems": [
            {
                "code": "release/withheld-text",
                "message": "5 words in a row of portion 15 (paragraph 4), which is withheld",
                "place": "line 3, column 6",
            }
        ],
        "passages": [
            {
                "portion": 15,
                "kind": "paragraph",
                "number": "4",
                "words": 5,
                "decision": "withhold",
                "place": "line 3, column 6",
            },
            {
                "portion": 9,
                "kind": "subparagraph",
                "number": None,
                "words": 7,
                "decision": "release",
                "place": "line 1, column 1",
            },
        ],
    }


def test_a_number_is_found_without_the_letters_around_it(tmp_path: Path) -> None:
    cable = CABLE.replace(b"may copy it.", b"may copy it. His passport number is K4471902.")
    Path("cable.txt").write_bytes(cable)
    given = ("--policy", "foia", "--as-of", "2019-03-10")
    assert run(["apply", "cable.txt", *given, "--output", "ours"]) == 0
    assert b"4471902" not in Path("ours").read_bytes()
    theirs = Path("ours").read_bytes().partition(b"\n\n")[2]
    Path("theirs").write_bytes(theirs)
    assert verify("theirs", *given) == 0
    Path("theirs").write_bytes(theirs + b"No. 4471902\n")
    assert verify("theirs", *given) == 1


def test_without_policy_and_manifest_nothing_is_known_to_be_released(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    Path("theirs").write_text("The list is on the notice board.\n")
    found = document(capfdbinary, "theirs")
    assert [problem["code"] for problem in found["problems"]] == ["release/undecided-text"]
    assert [passage["decision"] for passage in found["passages"]] == [None]


def test_text_that_has_nothing_of_the_cable_holds_without_a_policy() -> None:
    Path("theirs").write_text("Nothing is known of it.\n")
    assert verify("theirs") == 0


def test_a_listed_name_is_found_in_any_spelling(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("theirs").write_text("C a l l o w a y; CALL-\nOWAY; callow\xaday; Calloways\n")
    found = document(capfdbinary, "theirs", *GIVEN, "--name", "Calloway")
    assert len(found["problems"]) == 4
    Path("theirs").write_text("The Roes and the Rossis; Ross\n")
    found = document(capfdbinary, "theirs", *GIVEN, "--name", "Rossi", "--name", "Roe")
    assert [p["place"] for p in found["problems"] if "name" in p["code"]] == ["line 1, column 18"]
    Path("theirs").write_text("Asleep, and he sleeps.\n")
    found = document(capfdbinary, "theirs", *GIVEN, "--name", "Lee")
    assert [problem["code"] for problem in found["problems"]] == ["release/text-missing"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("release", "--manifest", "release"), b"this is no manifest"),
        (("release", "--manifest", "none.json"), b"no such file"),
        (("none", *GIVEN), b"no such file"),
        (("release", "--name", "?"), b"--name is not a name"),
        (("release", "--format", "sarif"), b"--format has no such value"),
        (("release", "--policy", "publik"), b"there is no such policy"),
        (("picture", *GIVEN), b"neither text nor PDF"),
        (("-", "--manifest", "-"), b"standard input can be read only once"),
    ],
)
def test_error_what_cannot_be_done_is_one_line_and_status_2(
    arguments: tuple[str, ...], words: bytes, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    capfdbinary.readouterr()
    assert verify(*arguments, "--quiet") == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert words in err


@pytest.mark.parametrize(
    "manifest",
    [
        "[]",
        "{}",
        "null",
        '{"schema": "redact/manifest/1"}',
        '{"schema": "redact/manifest/1", "as_of": 7}',
        "[" * 5000,
    ],
)
def test_error_a_broken_manifest_is_refused(
    manifest: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("m.json").write_text(manifest)
    assert verify("release", "--manifest", "m.json") == 2
    assert b"the manifest: this is no manifest" in capfdbinary.readouterr().err


def test_error_pdf_without_its_extra_is_status_2(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    Path("theirs").write_bytes(b"%PDF-1.7\n")
    assert verify("theirs", *GIVEN) == 2
    assert b"redact-cables[pdf]" in capfdbinary.readouterr().err


@pytest.mark.parametrize("data", [b"{}", b"[", b"Nothing of it.\n"], ids=["json", "torn", "text"])
def test_a_release_with_nothing_of_the_cable_proves_nothing_under_a_policy(
    data: bytes, tmp_path: Path
) -> None:
    release = tmp_path / "release.txt"
    release.write_bytes(data)
    cable = Path(__file__).parent.parent / "fixtures" / "golden" / "plain-date" / "cable.txt"
    options = ["--original", str(cable), "--policy", "public", "--as-of", "2018-04-15"]
    assert run(["verify", str(release), *options]) == 1


@pytest.mark.parametrize("pack", [gzip.compress, lambda _: bytes(range(256)) * 4])
def test_what_is_packed_or_no_text_is_refused(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    cable = Path(__file__).parent.parent / "fixtures" / "golden" / "plain-date" / "cable.txt"
    release = tmp_path / "release"
    release.write_bytes(pack(cable.read_bytes()))
    options = ["--original", str(cable), "--policy", "public", "--as-of", "2018-04-15"]
    assert run(["verify", str(release), *options]) == 2
