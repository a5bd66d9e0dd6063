"""A release is written only after it has passed a check that shares no step with its making."""

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import redact
from redact.cli.main import run
from redact.detectors.model import Thing
from redact.release.model import Outcome, Release
from redact.release.pdf.objects import text_string
from redact.release.rendering import FORMS, render
from redact.release.styles import STYLES
from redact.verification.self_check import self_check
from tests.golden import Case, cases
from tests.release_builder import Piece, account_of, cable_of
from tests.sabotage.honest import AS_OF, CABLE, LEAK, policy
from tests.sabotage.ours import File

TEXT_FORMS = ("text", "markdown", "html")
WITH_PDF = ("mixed-portions", "scraped-page", "two-sections", "look-alike-mark")
SOURCE = redact.read(CABLE)
ACCOUNT = redact.decide(redact.assess(SOURCE, AS_OF), policy())


def codes(release: Release, data: bytes | None = None) -> set[str]:
    read = release.encode() if data is None else data
    return {problem.code for problem in self_check(release, read, SOURCE, ACCOUNT)}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.folder.name)
def test_honest_releases_pass_and_hold_in_every_form_and_style(case: Case) -> None:
    cable, rules = redact.read(case.cable), redact.load_policy(case.policy_place)
    day = case.dates[0]
    account = redact.decide(redact.assess(cable, day), rules)
    forms = FORMS if case.folder.name in WITH_PDF else TEXT_FORMS
    for form in forms:
        for style in STYLES if form != "pdf" else ("frus",):
            release = render(cable, account, format=form, style=style)
            assert self_check(release, release.encode(), cable, account) == ()
        held = redact.verify(release.encode(), cable, policy=rules, as_of=day)
        assert held.problems == (), form


BROKEN: dict[str, Callable[[str], str]] = {
    "withheld-words": lambda text: text.replace("board", f"board {LEAK}", 1),
    "withheld-words-in-a-notice": lambda text: text.replace("2 lines", f"{LEAK} lines", 1),
    "released-word-gone": lambda text: text.replace("notice", "", 1),
    "released-word-changed": lambda text: text.replace("Anybody", "Everybody", 1),
    "other-policy": lambda text: text.replace("public 1", "historian 1", 1),
    "other-day": lambda text: text.replace("2019-03-10", "2019-03-09", 1),
    "other-outcome": lambda text: text.replace("RELEASED IN PART", "RELEASED IN FULL"),
    "empty": lambda text: "",
}


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_release_does_not_pass(broken: str, form: str) -> None:
    release = render(SOURCE, ACCOUNT, format=form)
    changed = BROKEN[broken](release.text)
    assert changed != release.text
    assert codes(replace(release, text=changed))


def test_withheld_words_in_an_attribute_do_not_pass() -> None:
    release = render(SOURCE, ACCOUNT, format="html")
    changed = release.text.replace("<main", f'<main title="{LEAK}"', 1)
    assert codes(replace(release, text=changed)) == {"release/withheld-text"}


@pytest.mark.parametrize("key", ["engine", "outcome", "as_of"])
def test_a_document_whose_head_says_something_else_does_not_pass(key: str) -> None:
    release = render(SOURCE, ACCOUNT, format="json")
    document = json.loads(release.text)
    document[key] = f"{LEAK}, and more"
    assert codes(replace(release, text=json.dumps(document)))


def test_a_document_with_a_changed_text_does_not_pass() -> None:
    release = render(SOURCE, ACCOUNT, format="json")
    document = json.loads(release.text)
    document["portions"][8]["text"] = "-- The list is elsewhere.\n"
    assert codes(replace(release, text=json.dumps(document))) == {"release/text-missing"}


def test_an_outcome_that_is_not_that_of_the_decisions_does_not_pass() -> None:
    release = render(SOURCE, ACCOUNT)
    text = release.text.replace("RELEASED IN PART", "RELEASED IN FULL")
    assert codes(replace(release, text=text, outcome=Outcome.RELEASED_IN_FULL))


def test_a_file_of_other_pages_does_not_pass() -> None:
    release = render(SOURCE, ACCOUNT, format="pdf")
    whole = redact.decide(redact.assess(SOURCE, AS_OF.replace(year=2030)), policy())
    other = render(SOURCE, whole, format="pdf").encode()
    assert codes(release, other) == {"release/withheld-text", "release/text-missing"}


def drawn(file: File, words: str) -> bytes:
    """Words by the codes of the font of a file, as a content shows them."""
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]{4})>", b"".join(file.objects.bodies))
    codes = {chr(int(character, 16)): code for code, character in rows}
    return b"BT <%b> Tj ET" % b"".join(codes[letter] for letter in words)


UNSEEN: dict[str, Callable[[File], object]] = {
    "drawn-on-no-page": lambda file: file.objects.stream(drawn(file, LEAK)),
    "packed": lambda file: file.objects.stream(
        zlib.compress(LEAK.encode()), " /Filter /FlateDecode"
    ),
    "title": lambda file: file.objects.add(f"<< /Title {text_string(LEAK)} >>"),
    "metadata": lambda file: file.put_into_stream(b'"x-default">', f"{LEAK}. "),
    "comment-in-content": lambda file: file.put_into_stream(b" BDC\n", f"% {LEAK}\n"),
    "string": lambda file: file.objects.add(f"({LEAK})"),
}


@pytest.mark.parametrize("place", UNSEEN)
def test_withheld_words_that_no_page_shows_do_not_pass(place: str) -> None:
    release = render(SOURCE, ACCOUNT, format="pdf")
    file = File(release.encode())
    UNSEEN[place](file)
    assert codes(release, file.written()) == {"release/withheld-text"}


@pytest.mark.parametrize(
    "filter_", ["/FlateDecode", "/LZWDecode", "[/ASCIIHexDecode /FlateDecode]"]
)
def test_a_stream_that_cannot_be_unpacked_does_not_pass(filter_: str) -> None:
    release = render(SOURCE, ACCOUNT, format="pdf")
    file = File(release.encode())
    file.objects.stream(b"4c45414b>", f" /Filter {filter_}")
    assert codes(release, file.written()) == {"release/cannot-be-judged"}


def test_what_was_taken_out_may_not_stand_in_a_notice() -> None:
    piece = Piece("2. (U) Florent Aydalot said so.\n", withheld=False, number="2")
    pieces = [replace(piece, excised=(("Florent Aydalot", Thing.NAME),))]
    cable, account = cable_of(pieces), account_of(pieces)
    release = render(cable, account)
    assert self_check(release, release.encode(), cable, account) == ()
    told = release.text.replace("[name ", "[florent aydalot ")
    (problem,) = self_check(release, told.encode(), cable, account)
    assert problem.code == "release/withheld-name"


@pytest.fixture
def leaking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A renderer with a defect: it writes withheld words into the release."""

    def defect(*arguments: object, **options: object) -> Release:
        release = render(*arguments, **options)  # type: ignore[arg-type]
        return replace(release, text=f"{release.text}{LEAK}\n")

    monkeypatch.setattr("redact.release.rendering.render", defect)
    monkeypatch.setattr("redact.corpus.batch.render", defect)
    monkeypatch.chdir(tmp_path)
    Path("cables").mkdir()
    Path("cables/one.txt").write_bytes(CABLE)


@pytest.mark.usefixtures("leaking")
def test_apply_writes_nothing_that_fails_and_leaves_with_status_1(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    order = ["apply", "cables/one.txt", "--policy", "public", "--as-of", "2019-03-10"]
    assert run([*order, "--output", "new.txt", "--manifest", "new.json"]) == 1
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert b"did not pass its own check" in err
    assert b"ledger" not in err
    assert not Path("new.txt").exists()
    assert not Path("new.json").exists()


@pytest.mark.usefixtures("leaking")
def test_batch_releases_nothing_of_a_cable_that_fails() -> None:
    order = ["batch", "cables", "--policy", "public", "--as-of", "2019-03-10", "--quiet"]
    assert run([*order, "--output", "out"]) == 1
    (line,) = Path("out.account/manifest.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["error"]["code"] == "release/self-check-failed"
    assert list(Path("out").iterdir()) == []
