"""Releases many generated cables and counts what leaked and what came out, by damage and form.

    python -m tests.fuzz_report --cables 20000 --seed 1 [--workers 2] [--keep DIR]

A cable is generated from its number by a plain seeded random, so any of them can be made again.
Exits with 1 if a token that must stay came out, if a cable could not be processed, or if fewer than
95 of 100 tokens that should come out did.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

from redact.errors import ReadError
from tests.property.choose import one_of, seeded
from tests.property.releases import hoped, leaks, released, words_of
from tests.property.strategies import Specimen, as_of, specimen
from tests.property.tokens import squeezed

ENOUGH = 0.95
UNDAMAGED = "none"
SEVERAL = "(several together)"
ALL = "(all)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one cable."""

    seed: int
    damages: tuple[str, ...]
    kept: int
    leaked: tuple[str, ...]
    should: int
    came: int
    failure: str = ""
    form: str = ""


@dataclass(slots=True)
class Row:
    """The counts of one line of the table."""

    cables: int = 0
    kept: int = 0
    leaked: int = 0
    should: int = 0
    came: int = 0
    failed: int = field(default=0)

    def add(self, outcome: Outcome) -> None:
        """Count one cable."""
        self.cables += 1
        self.kept += outcome.kept
        self.leaked += len(outcome.leaked)
        self.should += outcome.should
        self.came += outcome.came
        self.failed += bool(outcome.failure)

    def share(self) -> float:
        """The share of tokens that should come out and did; 1 where there were none."""
        return self.came / self.should if self.should else 1.0


def generated(seed: int) -> tuple[Specimen, Outcome]:
    """The cable with this seed, and what became of it."""
    choose = seeded(seed)
    cable = specimen(choose)
    day = as_of(choose, cable.until)
    must = sum(p.must_stay(day, cable.until) for p in cable.promises.values())
    wanted = hoped(cable, day)
    form = one_of(choose, ("text", "text", "json"))
    try:
        document = released(cable.data, day, form=form)
        letters = words_of(document) if form == "json" else squeezed(document)
    except ReadError:
        return cable, Outcome(seed, cable.damages, must, (), 0, 0, form=cable.form)
    except Exception as error:  # noqa: BLE001 - counted and reported, whatever it is
        failure = type(error).__name__
        return cable, Outcome(seed, cable.damages, must, (), len(wanted), 0, failure, cable.form)
    came = sum(token in letters for token in wanted)
    leaked = tuple(leaks(cable, day, letters))
    return cable, Outcome(seed, cable.damages, must, leaked, len(wanted), came, form=cable.form)


def outcome(seed: int) -> Outcome:
    """What became of the cable with this seed."""
    return generated(seed)[1]


def outcomes(seeds: range, workers: int) -> Iterable[Outcome]:
    """What became of the cables with these seeds, in their order."""
    if workers < 2:
        yield from map(outcome, seeds)
        return
    with Pool(workers) as pool:
        yield from pool.imap(outcome, seeds, chunksize=100)


def counted(results: Iterable[Outcome], keep: Path | None) -> dict[str, Row]:
    """The table by kind of damage; each leak and each failure is reported as it comes."""
    rows: dict[str, Row] = {ALL: Row(), UNDAMAGED: Row(), SEVERAL: Row()}
    for result in results:
        several = [SEVERAL] if len(result.damages) > 1 else []
        form = f"(form {result.form})"
        for name in (ALL, form, *(result.damages or (UNDAMAGED,)), *several):
            rows.setdefault(name, Row()).add(result)
        if result.leaked or result.failure:
            _report(result, keep)
    return rows


def _report(result: Outcome, keep: Path | None) -> None:
    what = result.failure or f"leaked {', '.join(result.leaked)}"
    damage = ", ".join(result.damages) or UNDAMAGED
    sys.stdout.write(f"seed {result.seed}: {what}; damage: {damage}\n")
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{result.seed}.txt").write_bytes(generated(result.seed)[0].data)


def table(rows: dict[str, Row]) -> str:
    """The counts as a table, one line a kind of damage."""
    head = f"{'damage':26}{'cables':>8}{'must stay':>11}{'leaks':>7}{'failed':>8}"
    lines = [f"{head}{'should':>9}{'came out':>10}{'%':>7}"]
    for name, row in sorted(rows.items()):
        counts = f"{name:26}{row.cables:8}{row.kept:11}{row.leaked:7}{row.failed:8}"
        lines.append(f"{counts}{row.should:9}{row.came:10}{100 * row.share():7.1f}")
    return "\n".join(lines)


def main() -> int:
    """Run from the command line; 0 if nothing leaked or failed and enough came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--cables", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    first = options.seed * 10_000_000
    rows = counted(outcomes(range(first, first + options.cables), options.workers), options.keep)
    sys.stdout.write(f"{table(rows)}\n")
    whole = rows[ALL]
    return int(bool(whole.leaked or whole.failed) or whole.share() < ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
