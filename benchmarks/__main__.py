"""`python -m benchmarks`: cables a second and per layer, a decision, a mark, the start-up."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import count
from pathlib import Path

import redact
from benchmarks.cables import cable, damaged
from benchmarks.marks import marks, marks_of_the_tables
from benchmarks.policies import long_policy
from benchmarks.timing import ROUNDS, process_seconds, python, seconds_per_call
from redact.detectors import DETECTORS, detect
from redact.detectors.model import Wanted
from redact.markings import read_marking
from redact.markings.derivation import load_automaton
from redact.markings.reading_in_full import read_in_full
from redact.markings.vocabulary import marking_words
from redact.policy.loading import parse_policy
from redact.policy.timeline import timeline

_COUNT = 200
_AS_OF = date(2015, 6, 1)
_OF_PUBLIC = "us-ssn itin passport mrz visa alien-number card iban account".split()
_SMALLEST = """
import typer
app = typer.Typer()
@app.command()
def main(name: str = "x") -> None:
    print(name)
app()
"""


def _print_table(title: str, rows: list[tuple[str, str, str]]) -> None:
    print(f"\n{title}\n")
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, figure, note in rows:
        print(f"  {name:<{widths[0]}}  {figure:>{widths[1]}}  {note}".rstrip())


def _layers() -> None:
    sources = [cable(serial) for serial in range(_COUNT)]
    policy = _public()
    cables = [redact.read(source) for source in sources]
    assessed = [redact.assess(one, _AS_OF) for one in cables]
    accounts = [redact.decide(one, policy) for one in assessed]
    size = sum(map(len, sources)) / _COUNT
    steps = {
        "read": lambda: [redact.read(source) for source in sources],
        "assess": lambda: [redact.assess(one, _AS_OF) for one in cables],
        "decide": lambda: [redact.decide(one, policy) for one in assessed],
        "render": lambda: [
            redact.render(one, account) for one, account in zip(cables, accounts, strict=True)
        ],
        "all four": lambda: [redact.apply(source, policy, _AS_OF) for source in sources],
    }
    for name, make in (("read, never seen", cable), ("read, damaged", damaged)):
        steps[name] = _reading(make)
    taken = {name: seconds_per_call(step, calls=1) / _COUNT for name, step in steps.items()}
    whole = taken["all four"]
    rows = [
        (name, f"{1e6 * each:,.0f} µs", f"{each / whole:.0%} of the whole")
        for name, each in taken.items()
    ]
    for form in ("text", "markdown", "html", "json", "pdf"):
        seconds = seconds_per_call(lambda form=form: _as(form, cables, accounts), calls=1) / _COUNT
        rows.append((f"rendered as {form}", f"{1e6 * seconds:,.0f} µs", ""))
    foreseen = seconds_per_call(lambda: [timeline(one, policy) for one in cables], calls=1) / _COUNT
    share = f"{foreseen / taken['read']:.0%} of reading"
    rows.append(("timeline", f"{1e6 * foreseen:,.0f} µs", share))
    rows.append(("cables a second, one core", f"{1 / whole:,.0f}", f"{size:,.0f} bytes each"))
    _print_table("one cable, in memory", rows)


def _reading(make: Callable[[int], bytes]) -> Callable[[], list[redact.Cable]]:
    """Reads other cables at each call, so that nothing of them has been read before."""
    serials = count(_COUNT)
    batches = [[make(next(serials)) for _ in range(_COUNT)] for _ in range(ROUNDS + 1)]
    ahead = iter(batches)
    return lambda: [redact.read(source) for source in next(ahead)]


def _as(form: str, cables: list[redact.Cable], accounts: list[redact.Account]) -> None:
    for one, account in zip(cables, accounts, strict=True):
        redact.render(one, account, format=form)


@lru_cache
def _public() -> redact.Policy:
    """One policy for all: what was decided by it is found by the object."""
    return redact.load_policy("public")


def _small_things() -> None:
    policy = _public()
    one = redact.assess(redact.read(cable(1)), _AS_OF)
    portions = len(one.portions)
    searched = replace(one, detect=lambda _: ((),) * portions)
    decision = seconds_per_call(lambda: redact.decide(searched, policy), calls=50) / portions
    text = long_policy(200)
    loading = seconds_per_call(lambda: parse_policy(text, "long.yaml"), calls=5)
    seen = seconds_per_call(lambda: read_marking("(S//REL TO USA, GBR)"), calls=100_000)
    table = marks_of_the_tables()
    new = seconds_per_call(lambda: [read_in_full(text) for text in table], calls=1) / len(table)
    fresh = marks()
    long = seconds_per_call(lambda: read_marking(next(fresh)), calls=1400)
    tables = seconds_per_call(load_automaton, calls=5)
    vocabulary = seconds_per_call(marking_words.__wrapped__, calls=5)
    rows = [
        (
            "a decision on a portion",
            f"{1e6 * decision:.2f} µs",
            f"{len(policy.rules)} rules; spans are looked for before",
        ),
        ("a policy of 200 rules, loaded", f"{1e3 * loading:.1f} ms", f"{len(text):,} characters"),
        ("a mark seen before", f"{1e6 * seen:.3f} µs", ""),
        ("a mark not seen before", f"{1e6 * new:.1f} µs", f"the {len(table)} of the tables"),
        ("a long one not seen before", f"{1e6 * long:.1f} µs", "with lists and compartments"),
        ("the tables of the grammar of marks", f"{1e3 * tables:.1f} ms", "loaded once"),
        ("the registers as words of marks", f"{1e3 * vocabulary:.1f} ms", "once"),
    ]
    _print_table("small things", rows)


def _detectors() -> None:
    cables = [redact.read(cable(serial)) for serial in range(_COUNT)]
    every = Wanted(frozenset(DETECTORS))
    of_public = Wanted(frozenset(_OF_PUBLIC))
    listed = Wanted(frozenset(), (("names", tuple(f"Name{at} Surname{at}" for at in range(5000))),))
    wanted = {
        "detectors of public, no hit": of_public,
        "all detectors": every,
        "a list of 5,000 names": listed,
    }
    rows = []
    for name, what in wanted.items():
        taken = seconds_per_call(lambda what=what: [detect(one, what) for one in cables], calls=1)
        rows.append((name, f"{1e6 * taken / _COUNT:,.0f} µs", "a cable"))
    _print_table("looking for spans", rows)


def _start_up() -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cable.txt")
        source.write_bytes(cable(1))
        smallest = Path(folder, "smallest.py")
        smallest.write_text(_SMALLEST)
        apply = ["apply", str(source), "--policy", "public", "--as-of", "2015-06-01"]
        commands = {
            "smallest Typer program": python(str(smallest)),
            "python -c pass": python("-c", "pass"),
            "redact --version": python("-m", "redact", "--version"),
            "redact apply, one cable": python("-m", "redact", *apply),
        }
        taken = dict(zip(commands, process_seconds(list(commands.values())), strict=True))
    base = taken["smallest Typer program"]
    rows = [
        (name, f"{1000 * each:.0f} ms", f"{each / base:.2f} × the smallest Typer program")
        for name, each in taken.items()
    ]
    _print_table("start-up, whole processes", rows)


if __name__ == "__main__":
    _layers()
    _small_things()
    _detectors()
    _start_up()
