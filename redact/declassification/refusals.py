"""Why a text is no instruction: the internal signal of a rule, and the error a caller sees."""

from redact.errors import RedactError
from redact.text import Span


class InstructionError(RedactError):
    """A text is not a declassification instruction that can be read."""


class Unreadable(Exception):  # noqa: N818 - a state of the text, not a fault of the program
    """Raised inside this package alone: `name` is the finding, `span` the place in the text."""

    def __init__(self, span: Span, name: str = "instruction-unreadable") -> None:
        super().__init__(name)
        self.span = span
        self.name = name
