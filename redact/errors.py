"""What can go wrong so far that nothing can be done: one tree, each error with place and remedy.

Text of a cable never stands in an error: it may be what must be withheld.
"""


class RedactError(Exception):
    """`code` is `family/kebab-case`; `place` is `FILE` or `FILE:LINE:COLUMN`, or empty."""

    def __init__(self, code: str, message: str, *, remedy: str = "", place: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{head}{self.message}{tail}"


class ReadError(RedactError):
    """A source cannot be read as text at all."""


class MarkingError(RedactError):
    """A text is not a marking."""


class PolicyError(RedactError):
    """A policy is not valid."""


class ReleaseError(RedactError):
    """A release cannot be made, or does not hold."""
