"""Timing: medians of several rounds in this process, and of whole processes."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

ROUNDS = 7


def seconds_per_call(call: Callable[[], object], *, calls: int) -> float:
    """The median over the rounds of the mean time of one call, in seconds."""
    call()
    return statistics.median(_round(call, calls) for _ in range(ROUNDS))


def _round(call: Callable[[], object], calls: int) -> float:
    began = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - began) / calls


def process_seconds(commands: Sequence[Sequence[str]], *, rounds: int = 11) -> list[float]:
    """The median time of each command as a whole process, the commands taken in turn."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, measured in zip(commands, times, strict=True):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            measured.append(time.perf_counter() - began)
    return [statistics.median(measured) for measured in times]


def python(*arguments: str) -> list[str]:
    """A command of this interpreter."""
    return [sys.executable, *arguments]
