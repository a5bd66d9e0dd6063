"""Where grammars and policies lie: in a wheel, a checkout, an editable install."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def shipped(kind: str) -> Traversable:
    """The folder `grammars` or `policies` that belongs to this installation."""
    package = files("redact")
    packed = package / "data" / kind
    return packed if packed.is_dir() else package / ".." / kind
