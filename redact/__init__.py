"""Declassification and redaction of diplomatic cables: read, assess, decide, render.

`apply` is the four in a row. Names are imported when they are first used, so `import redact`
costs next to nothing.
"""

from importlib import import_module

from redact.version import __version__

TYPE_CHECKING = False  # typing is not imported: it would be a third of the start
if TYPE_CHECKING:
    from redact.cable.model import Cable
    from redact.cable.reading import read
    from redact.declassification import parse_instruction
    from redact.declassification.model import Instruction
    from redact.errors import RedactError
    from redact.markings import parse_marking
    from redact.markings.model import Marking
    from redact.policy.assess import assess
    from redact.policy.decide import decide
    from redact.policy.decision import Account
    from redact.policy.facts import Assessment
    from redact.policy.loading import load_policy
    from redact.policy.model import Policy
    from redact.release.application import apply
    from redact.release.model import Release
    from redact.release.rendering import render
    from redact.verification.model import Verification
    from redact.verification.verifying import verify

__all__ = [
    "Account",
    "Assessment",
    "Cable",
    "Instruction",
    "Marking",
    "Policy",
    "RedactError",
    "Release",
    "Verification",
    "__version__",
    "apply",
    "assess",
    "decide",
    "load_policy",
    "parse_instruction",
    "parse_marking",
    "read",
    "render",
    "verify",
]

_HOMES = {
    "Account": "redact.policy.decision",
    "Assessment": "redact.policy.facts",
    "Cable": "redact.cable.model",
    "Instruction": "redact.declassification.model",
    "Marking": "redact.markings.model",
    "Policy": "redact.policy.model",
    "RedactError": "redact.errors",
    "Release": "redact.release.model",
    "Verification": "redact.verification.model",
    "apply": "redact.release.application",
    "assess": "redact.policy.assess",
    "decide": "redact.policy.decide",
    "load_policy": "redact.policy.loading",
    "parse_instruction": "redact.declassification",
    "parse_marking": "redact.markings",
    "read": "redact.cable.reading",
    "render": "redact.release.rendering",
    "verify": "redact.verification.verifying",
}


def __getattr__(name: str) -> object:
    """Import an exported name from its home on first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
