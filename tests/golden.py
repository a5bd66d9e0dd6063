"""The golden cases: a cable, what it shows, and the releases that stand beside it.

Each folder of `fixtures/golden` is one case: `cable.txt` (its bytes matter), `case.json` (policy,
as-of dates, a sentence), one release `<date>.txt` a date and, where asked for, a manifest and the
release of the first date in other forms.

    python -m tests.golden            say what differs
    python -m tests.golden --write    write what the product gives; review it as a diff
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from redact import assess, decide, load_policy, read, render
from redact.policy.model import Policy
from redact.release.canonical import canonical_json
from redact.release.manifest import manifest_document

FOLDER = Path(__file__).parent.parent / "fixtures" / "golden"
"""Where the cases lie."""

_SUFFIXES = {"markdown": ".md", "html": ".html", "json": ".json", "pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case; `manifest` is the date whose manifest stands beside the releases.

    `forms` are the further forms of the first release.
    """

    folder: Path
    shows: str
    policy: str
    dates: tuple[date, ...]
    manifest: date | None
    forms: tuple[str, ...] = ()

    @property
    def cable(self) -> bytes:
        """The cable, byte for byte."""
        return (self.folder / "cable.txt").read_bytes()

    @property
    def policy_place(self) -> str:
        """The name of a policy that ships, or the path of the one in the folder."""
        beside = self.folder / self.policy
        return str(beside) if beside.is_file() else self.policy


def cases() -> tuple[Case, ...]:
    """Every case, by name."""
    return tuple(read_case(path.parent) for path in sorted(FOLDER.glob("*/case.json")))


def read_case(folder: Path) -> Case:
    """The case in a folder, as its `case.json` states it."""
    stated = json.loads((folder / "case.json").read_text("utf-8"))
    manifest = stated.get("manifest")
    return Case(
        folder,
        stated["shows"],
        stated["policy"],
        tuple(date.fromisoformat(day) for day in stated["as_of"]),
        date.fromisoformat(manifest) if manifest else None,
        tuple(stated.get("forms", ())),
    )


def produced(case: Case) -> dict[str, bytes]:
    """What the product makes of a case today, by file name."""
    policy = load_policy(case.policy_place)
    return {name: data for day in case.dates for name, data in _produced_as_of(case, policy, day)}


def expected(case: Case) -> dict[str, bytes]:
    """What stands beside the cable, by file name."""
    inputs = {"cable.txt", "case.json", case.policy}
    return {
        path.name: path.read_bytes()
        for path in sorted(case.folder.iterdir())
        if path.name not in inputs
    }


def _produced_as_of(case: Case, policy: Policy, day: date) -> Iterator[tuple[str, bytes]]:
    cable = read(case.cable, name="cable.txt")
    account = decide(assess(cable, day), policy)
    release = render(cable, account)
    yield f"{day}.txt", release.encode()
    if day == case.manifest:
        document = manifest_document(cable, account, release)
        yield f"{day}.manifest.json", canonical_json(document).encode()
    if day == case.dates[0]:
        for form in case.forms:
            yield f"{day}{_SUFFIXES[form]}", render(cable, account, format=form).encode()


def _write(case: Case) -> None:
    for name in expected(case):
        (case.folder / name).unlink()
    for name, data in produced(case).items():
        (case.folder / name).write_bytes(data)


def main(arguments: list[str]) -> int:
    """Check or, with `--write`, rewrite every case; 1 where one differs."""
    different = [case for case in cases() if produced(case) != expected(case)]
    for case in different:
        if "--write" in arguments:
            _write(case)
        sys.stdout.write(f"{case.folder.name}\n")
    return 1 if different and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
