"""Check digits of national numbers. python-stdnum knows them, each with its authority; those it
joins with today's date are here without, for the same text must give the same answer on any day."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

Check: TypeAlias = Callable[[str], bool]
"""Whether a number, as it stands in the text with only one kind of blank, is right."""


def known_as(module: str) -> Check:
    """The check of a module of python-stdnum, imported when first asked."""

    def check(number: str) -> bool:
        return bool(import_module(f"stdnum.{module}").is_valid(number))

    return check


def swedish(number: str) -> bool:
    """Ten digits, the last by Luhn; a century in front does not count (SKV 704)."""
    from stdnum import luhn

    digits = _digits(number)
    return len(digits) in (10, 12) and luhn.is_valid(digits[-10:])


def south_african(number: str) -> bool:
    """Thirteen digits, the last by Luhn (Identification Act 68 of 1997)."""
    from stdnum import luhn

    digits = _digits(number)
    return len(digits) == 13 and luhn.is_valid(digits)


def norwegian(number: str) -> bool:
    """Eleven digits, the last two mod 11 (Skatteetaten, fødselsnummer)."""
    from stdnum.no import fodselsnummer

    digits = _digits(number)
    return (
        len(digits) == 11
        and digits[9] == fodselsnummer.calc_check_digit1(digits)
        and digits[10] == fodselsnummer.calc_check_digit2(digits)
    )


def korean(number: str) -> bool:
    """Thirteen digits, the last mod 11 (Resident Registration Act)."""
    from stdnum.kr import rrn

    digits = _digits(number)
    return len(digits) == 13 and digits[12] == rrn.calc_check_digit(digits)


def belgian(number: str) -> bool:
    """Eleven digits, the last two 97 less the rest mod 97, a 2 in front from 2000 on."""
    digits = _digits(number)
    if len(digits) != 11:
        return False
    return any(97 - int(century + digits[:9]) % 97 == int(digits[9:]) for century in ("", "2"))


def danish(number: str) -> bool:
    """Ten digits that begin with a day and a month; check digits ended in 2007 (CPR-kontoret)."""
    digits = _digits(number)
    return len(digits) == 10 and "01" <= digits[:2] <= "31" and "01" <= digits[2:4] <= "12"


def unchecked(number: str) -> bool:
    """A number whose check digit is not published: its shape is all there is."""
    return bool(number)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
