"""Seconds and peak memory of reading, deciding and rendering by size of the source.

    python -m benchmarks.sizes [--sizes 1,10,100] [--shapes telegrams,telegram]

Each figure is of a process of its own. Linear time shows as the same seconds a megabyte in every
column; bounded memory as the same multiple of the source.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

MEGABYTE = 1 << 20
AS_OF = date(2012, 1, 1)
HEAD = (
    "VZCZCXRO2210\nOO RUEHLMC\nDE RUEHPE #0412 0402241\nZNY CCCCC ZZH\nO 092241Z FEB 07\n"
    "FM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC IMMEDIATE 3908\nBT\n"
    "C O N F I D E N T I A L LIMA {serial:06d}\n\nSIPDIS\n\nE.O. 12958: DECL: 02/08/2017\n"
    "TAGS: PREL, PE\nSUBJECT: (U) RIVER PATROLS\n\n"
)
PARAGRAPH = "{number}. ({mark}) The harbour master told us that the second vessel would\n" + (
    "not sail before the committee had met, and that nobody had read\n" * 4
)
END = "\nVOLLMER\nBT\n#0412\nNNNN\n"


def _paragraphs(size: int) -> str:
    made, length, number = [], 0, 0
    while length < size:
        number += 1
        made.append(PARAGRAPH.format(number=number, mark="UCS"[number % 2]) + "\n")
        length += len(made[-1])
    return "".join(made)


def _telegrams(size: int) -> str:
    """Telegrams of 4 kB, one behind the other."""
    body = _paragraphs(3400)
    made, length = [], 0
    while length < size:
        made.append(HEAD.format(serial=len(made) % 900000 + 1) + body + END)
        length += len(made[-1])
    return "".join(made)


def _telegram(size: int) -> str:
    return HEAD.format(serial=412) + _paragraphs(size) + END


def _line(size: int) -> str:
    words = "the harbour master told us that the second vessel would not sail "
    return HEAD.format(serial=412) + "1. (C) " + words * (size // len(words)) + "\n" + END


def _letters(size: int) -> str:
    """A list of letters without end: what each may be depends on those before it."""
    items = "".join(
        f"({letter}) The lease is signed.\n\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    return HEAD.format(serial=412) + "1. (U) Points:\n\n" + items * (size // len(items)) + END


def _plain(size: int) -> str:
    words = "The harbour master told us that the second vessel would not sail.\n"
    return words * (size // len(words))


SHAPES: dict[str, Callable[[int], str]] = {
    "telegrams": _telegrams,
    "telegram": _telegram,
    "line": _line,
    "letters": _letters,
    "plain": _plain,
}


def measured(shape: str, megabytes: int) -> tuple[float, float]:
    """Seconds and peak megabytes of one source, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.sizes", "--one", f"{shape}:{megabytes}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def _one(shape: str, megabytes: int) -> None:
    import redact

    data = SHAPES[shape](megabytes * MEGABYTE).encode()
    policy = redact.load_policy("public")
    redact.apply(SHAPES[shape](5000).encode(), policy, AS_OF)
    started = time.process_time()
    redact.apply(data, policy, AS_OF)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{seconds:.3f} {peak:.1f}\n")


def main() -> None:
    """Print the table, or measure one source."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--shapes", default=",".join(SHAPES))
    parser.add_argument("--one", default=None)
    options = parser.parse_args()
    if options.one:
        shape, size = options.one.split(":")
        _one(shape, int(size))
        return
    head = f"{'shape':12}{'MB':>6}{'seconds':>10}{'s/MB':>8}{'peak MB':>10}{'peak/size':>11}"
    sys.stdout.write(f"{head}\n")
    for shape in options.shapes.split(","):
        for size in map(int, options.sizes.split(",")):
            seconds, peak = measured(shape, size)
            row = f"{shape:12}{size:6}{seconds:10.2f}{seconds / size:8.3f}"
            sys.stdout.write(f"{row}{peak:10.0f}{peak / size:11.1f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
