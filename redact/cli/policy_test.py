"""`redact policy test`: the tests of a policy, run."""

from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.diagnostics import report
from redact.cli.documents import put_document
from redact.cli.options import SetOption, require_choice
from redact.cli.output import put
from redact.cli.settings import given_values

if TYPE_CHECKING:
    from redact.policy.suite import Trial


def run_own_tests(
    policy: Annotated[
        str, typer.Argument(metavar="P", help="A policy that ships, or the path of one.")
    ],
    tests: Annotated[
        str | None,
        typer.Option("--tests", metavar="FILE", help="The tests. [default: tests/P beside P]"),
    ] = None,
    set_: SetOption = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="F", help="text, json or junit.")
    ] = "text",
) -> int:
    """Run a policy's own tests: status 1 if one fails; say which rules no test meets."""
    from redact.policy.files import tests_of
    from redact.policy.run_report import run_document, run_junit, run_text
    from redact.policy.running import run_tests

    require_choice("--format", format_, ("text", "json", "junit"))
    text, name = tests_of(policy, tests)
    trials = _read(text, name)
    if trials is None:
        return 2
    run = run_tests(policy, trials, given_values(set_ or ()))
    if format_ == "json":
        put_document(run_document(run, policy))
    else:
        put(run_junit(run, policy) if format_ == "junit" else run_text(run, policy, name))
    return 1 if run.failed else 0


def _read(text: str, name: str) -> "tuple[Trial, ...] | None":
    """The tests in a text; None, with each problem reported, where it has problems."""
    from redact.policy.problems import Problems
    from redact.policy.suite import read_suite

    problems = Problems(name)
    trials = read_suite(text, problems)
    found = problems.in_order()
    for problem in found:
        report(problem)
    return None if found else trials
