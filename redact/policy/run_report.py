"""What a run of a policy's tests has shown: as text, as a document, as JUnit's XML."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from redact.policy.conditions import Outcome
from redact.policy.rendering import condition_in_words
from redact.policy.running import Result, Run, Unmet


def run_text(run: Run, policy: str, file: str) -> str:
    """Each failing test with its place and differences, what no test meets, and the counts."""
    lines = [line for result in run.failed for line in _failure(result, file)]
    lines += [f"{file}: no test {unmet_in_words(unmet)}" for unmet in run.unmet]
    passed = len(run.results) - len(run.failed)
    lines.append(
        f"{policy}: {len(run.results)} tests, {passed} passed, {len(run.failed)} failed; "
        f"{_met(run)} of {run.rules} rules met"
    )
    return "\n".join(lines) + "\n"


def _failure(result: Result, file: str) -> Iterator[str]:
    place = f"{file}:{result.trial.line}: {result.trial.id}"
    yield from (f"{place}: {difference}" for difference in result.differences)


def _met(run: Run) -> int:
    return run.rules - sum(unmet.condition is None for unmet in run.unmet)


def unmet_in_words(unmet: Unmet) -> str:
    """`meets rule a`, or `shows rule a without "level: U"` for a condition that never failed."""
    if unmet.condition is None:
        return f"meets rule {unmet.rule}"
    words = condition_in_words(unmet.condition)
    does = "holds" if unmet.outcome is Outcome.HOLDS else "fails"
    return f"of rule {unmet.rule} is one in which {words} {does}"


def run_document(run: Run, policy: str) -> dict[str, Any]:
    """`redact/policy-tests/1`."""
    return {
        "schema": "redact/policy-tests/1",
        "policy": policy,
        "holds": not run.failed,
        "tests": [
            {"id": result.trial.id, "line": result.trial.line, "differences": [*result.differences]}
            for result in run.results
        ],
        "rules": run.rules,
        "unmet": [
            {
                "rule": unmet.rule,
                "condition": None
                if unmet.condition is None
                else condition_in_words(unmet.condition),
                "never": None if unmet.outcome is None else unmet.outcome.value,
            }
            for unmet in run.unmet
        ],
    }


def run_junit(run: Run, policy: str) -> str:
    """One test suite in the XML that JUnit made common; without times, so that it is the same."""
    cases = "".join(_case(result, policy) for result in run.results)
    counts = f'tests="{len(run.results)}" failures="{len(run.failed)}" errors="0"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites {counts}>\n<testsuite name={quoteattr(policy)} {counts}>\n{cases}"
        "</testsuite>\n</testsuites>\n"
    )


def _case(result: Result, policy: str) -> str:
    head = f"<testcase classname={quoteattr(policy)} name={quoteattr(result.trial.id)}"
    if not result.differences:
        return f"{head}/>\n"
    text = escape("\n".join(result.differences))
    message = quoteattr(result.differences[0])
    return f"{head}>\n<failure message={message}>{text}</failure>\n</testcase>\n"
