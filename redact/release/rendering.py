"""From decisions to a release, in one of the forms it can take."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account
from redact.release.document import json_form
from redact.release.model import Outcome, Release
from redact.release.outcome import outcome_of
from redact.release.text import text_form

Form = Callable[[Cable, Account, Outcome], str]

FORMS: Mapping[str, Form] = MappingProxyType({"text": text_form, "json": json_form})
"""The forms of a release by the name of their format."""

STYLES = ("frus",)
"""How a hole is shown: `frus`, the brackets of *Foreign Relations of the United States*."""


def render(cable: Cable, account: Account, *, format: str = "text", style: str = "frus") -> Release:  # noqa: A002
    """The sanitised cable.

    Raises ReleaseError for a format or style that does not exist, and where the account was not
    made for this cable.
    """
    require_form(format, style)
    outcome = outcome_of(account.decisions)
    return Release(FORMS[format](cable, account, outcome), outcome, format)


def require_form(format_: str, style: str) -> None:
    """Raise ReleaseError for a format or a style that does not exist, and name those that do."""
    for option, value, known in (("format", format_, FORMS), ("style", style, STYLES)):
        if value not in known:
            raise ReleaseError(
                f"release/unknown-{option}",
                f"no such {option} of a release",
                remedy=f"choose one of: {', '.join(known)}",
            )
