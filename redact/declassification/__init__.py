"""When classification ends: instructions, the orders behind them, effective dates, reasons.

Light to import: the grammar and Lark are loaded by the first text that needs them.
"""

from redact.declassification.binding import binding
from redact.declassification.document import instruction_document
from redact.declassification.model import Basis, Effective, Instruction, Kind
from redact.declassification.orders import Order, in_force
from redact.declassification.reading import (
    is_declassified,
    parse_instruction,
    read_instruction,
)
from redact.declassification.reasons import read_reasons
from redact.declassification.refusals import InstructionError

__all__ = [
    "Basis",
    "Effective",
    "Instruction",
    "InstructionError",
    "Kind",
    "Order",
    "binding",
    "in_force",
    "instruction_document",
    "is_declassified",
    "parse_instruction",
    "read_instruction",
    "read_reasons",
]
