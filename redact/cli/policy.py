"""`redact policy`: the policies that ship, what a policy says, what is wrong with one."""

from typing import TYPE_CHECKING, Annotated

import typer

from redact.cli.diagnostics import report
from redact.cli.documents import put_document
from redact.cli.options import FormatOption, SetOption, require_choice
from redact.cli.output import put
from redact.cli.policy_diff import diff
from redact.cli.policy_test import run_own_tests
from redact.cli.settings import given_values

if TYPE_CHECKING:
    from redact.policy.parameters import Given

PolicyArgument = Annotated[
    str, typer.Argument(metavar="P", help="A policy that ships, or the path of one.")
]

_NOT_THERE = frozenset(
    {
        *("policy/not-found", "policy/directory", "policy/unreadable"),
        *("policy/missing-parameter", "policy/unknown-parameter", "policy/bad-parameter"),
    }
)
"""Problems of the call, not of what a policy says."""


def register(app: typer.Typer) -> None:
    """Add the group of commands to the application."""
    policy = typer.Typer(
        help="List the policies that ship; show, check, test and compare policies.",
        rich_markup_mode=None,
    )
    policy.command("list", epilog="Example: redact policy list")(list_policies)
    policy.command("show", epilog="Example: redact policy show public")(show)
    policy.command("check", epilog="Example: redact policy check mine.yaml")(check)
    policy.command("test", epilog="Example: redact policy test public")(run_own_tests)
    policy.command("diff", epilog="Example: redact policy diff public mine.yaml cables")(diff)
    policy.command("schema", epilog="Example: redact policy schema > policy.schema.json")(schema)
    app.add_typer(policy, name="policy")


def list_policies(format_: FormatOption = "text") -> int:
    """List the policies that ship: name, version, title."""
    from redact.policy.heads import shipped_heads

    require_choice("--format", format_, ("text", "json"))
    identities = shipped_heads()
    if format_ == "json":
        fields = ("name", "version", "title", "sha256")
        put_document([{name: getattr(item, name) for name in fields} for item in identities])
        return 0
    width = max((len(item.name) for item in identities), default=0)
    put("".join(f"{item.name:<{width}}  {item.version}  {item.title}\n" for item in identities))
    return 0


def show(policy: PolicyArgument, set_: SetOption = None, format_: FormatOption = "text") -> int:
    """Show a policy's resolved rules."""
    from redact.policy import load_policy, policy_document, policy_text

    require_choice("--format", format_, ("text", "json", "markdown", "html"))
    loaded = load_policy(policy, given_values(set_ or ()))
    if format_ == "json":
        put_document(policy_document(loaded))
    elif format_ == "text":
        put(policy_text(loaded))
    else:
        from redact.policy.page import policy_html, policy_markdown

        put(policy_html(loaded) if format_ == "html" else policy_markdown(loaded))
    return 0


def check(
    policies: Annotated[list[str], typer.Argument(metavar="P...", help="Policies to check.")],
    set_: SetOption = None,
) -> int:
    """Check policies: every problem on a line of its own; status 1 if there is one."""
    given = given_values(set_ or ())
    return max(_check_one(reference, given) for reference in policies)


def _check_one(reference: str, given: "Given") -> int:
    from redact.policy import load_policy, policy_problems

    problems = policy_problems(reference, given)
    if not problems:
        from redact.policy.advice import advice_on_file

        problems = advice_on_file(load_policy(reference, given), reference)
    for problem in problems:
        report(problem)
    if not problems:
        put(f"{reference}: valid\n")
        return 0
    return 2 if any(problem.code in _NOT_THERE for problem in problems) else 1


def schema() -> int:
    """Print the JSON Schema of policies, by which editors complete and check."""
    from redact.policy.json_schema import policy_schema

    put_document(policy_schema())
    return 0
