"""Where grammars, policies and fonts lie: in a wheel, a checkout, an editable install."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def shipped(kind: str) -> Traversable:
    """The folder `grammars`, `policies` or `fonts` that belongs to this installation."""
    package = files("redact")
    packed = package / "data" / kind
    return packed if packed.is_dir() else package / ".." / kind
