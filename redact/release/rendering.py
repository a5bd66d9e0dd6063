"""From decisions to a release, in one of the forms it can take."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType

from redact.cable.model import Cable
from redact.errors import ReleaseError
from redact.policy.decision import Account
from redact.release.model import Outcome, Release
from redact.release.outcome import outcome_of
from redact.release.styles import STYLES

Form = Callable[[Cable, Account, Outcome, str], str]

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "text": "redact.release.text",
        "markdown": "redact.release.markdown",
        "html": "redact.release.html",
        "pdf": "redact.release.text",
        "json": "redact.release.document",
    }
)
"""Where the text of each form is made, by the name of the format: imported when it is asked for.

A PDF file holds what the text form holds.
"""


def render(
    cable: Cable,
    account: Account,
    *,
    format: str = "text",  # noqa: A002
    style: str | None = None,
) -> Release:
    """The sanitised cable; without a style, in that of the policy.

    Raises ReleaseError for a format or style that does not exist, and where the account was not
    made for this cable.
    """
    shown = account.style if style is None else style
    require_form(format, shown)
    outcome = outcome_of(account.decisions)
    text = _form(format)(cable, account, outcome, shown)
    if format != "pdf":
        return Release(text, outcome, format)
    from redact.release.pdf.form import pdf_form  # a release as text needs none of it

    return Release(text, outcome, format, pdf_form(cable, account, outcome, shown))


@lru_cache(maxsize=8)
def _form(format_: str) -> Form:
    name = "text" if format_ == "pdf" else format_
    form: Form = getattr(import_module(FORMS[format_]), f"{name}_form")
    return form


def require_form(format_: str, style: str | None) -> None:
    """Raise ReleaseError for a format or a style that does not exist, and name those that do."""
    for option, value, known in (("format", format_, FORMS), ("style", style, STYLES)):
        if value is not None and value not in known:
            raise ReleaseError(
                f"release/unknown-{option}",
                f"no such {option} of a release",
                remedy=f"choose one of: {', '.join(known)}",
            )
