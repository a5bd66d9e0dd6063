"""The executive orders on classification, as dated rows, and the misspellings of their numbers."""

from datetime import date
from typing import NamedTuple


class Order(NamedTuple):
    """An order and the days on which it was in force; `until` is None while it still is.

    `named_until`: the last day on which documents rightly named it; an amended order is named on
    after the row of its amendment has begun.
    """

    number: str
    signed: date
    begins: date
    until: date | None
    named_until: date | None
    citation: str


ORDERS = (
    Order("8381", date(1940, 3, 22), date(1940, 3, 22), date(1950, 1, 31), date(1950, 1, 31),
          "E.O. 8381"),
    Order("10104", date(1950, 2, 1), date(1950, 2, 1), date(1951, 10, 26), date(1951, 10, 26),
          "E.O. 10104"),
    Order("10290", date(1951, 9, 24), date(1951, 10, 27), date(1953, 12, 14), date(1953, 12, 14),
          "E.O. 10290"),
    Order("10501", date(1953, 11, 5), date(1953, 12, 15), date(1972, 5, 31), date(1972, 5, 31),
          "E.O. 10501"),
    Order("10964", date(1961, 9, 20), date(1961, 9, 20), date(1972, 5, 31), date(1972, 5, 31),
          "E.O. 10964"),
    Order("11652", date(1972, 3, 8), date(1972, 6, 1), date(1978, 11, 30), date(1978, 11, 30),
          "E.O. 11652"),
    Order("12065", date(1978, 6, 28), date(1978, 12, 1), date(1982, 7, 31), date(1982, 7, 31),
          "E.O. 12065"),
    Order("12356", date(1982, 4, 2), date(1982, 8, 1), date(1995, 10, 13), date(1995, 10, 13),
          "E.O. 12356"),
    Order("12958", date(1995, 4, 17), date(1995, 10, 14), date(2003, 3, 24), date(2010, 6, 26),
          "E.O. 12958"),
    Order("13142", date(1999, 11, 19), date(1999, 11, 19), date(2003, 3, 24), date(2003, 3, 24),
          "E.O. 13142"),
    Order("13292", date(2003, 3, 25), date(2003, 3, 25), date(2010, 6, 26), date(2010, 6, 26),
          "E.O. 13292"),
    Order("13526", date(2009, 12, 29), date(2010, 6, 27), None, None, "E.O. 13526"),
)  # fmt: skip
"""In the order of their beginning; an amending order stands beside the one it amends."""

MISSPELLINGS = {
    "12598": "12958",
    "12985": "12958",
    "12859": "12958",
    "19258": "12958",
    "13256": "13526",
    "13562": "13526",
    "13536": "13526",
    "12536": "12356",
    "12365": "12356",
    "12605": "12065",
    "12056": "12065",
    "11562": "11652",
    "11625": "11652",
}
"""Registered misspellings, and the number each stands for."""

_BY_NUMBER = {order.number: order for order in ORDERS}


def in_force(dated: date) -> Order | None:
    """The order in force on a day (of an order and its amendment, the one that began later).

    None before the first order, 1940-03-22.
    """
    return next((order for order in reversed(ORDERS) if _holds(order, dated)), None)


def named(number: str) -> Order | None:
    """The order a number stands for, its misspelling corrected; None for any other number."""
    return _BY_NUMBER.get(MISSPELLINGS.get(number, number))


def _holds(order: Order, day: date) -> bool:
    return order.begins <= day and (order.until is None or day <= order.until)
