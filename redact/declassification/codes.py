"""What each code comes to: schedules, reviews, exemptions, agencies, N/A, nothing (R20 to R32)."""

from collections.abc import Callable
from datetime import date

from redact.declassification import authorities
from redact.declassification.automatic import RULE_25, RULE_50, RULE_75, Rule, automatic_day
from redact.declassification.claims import Claim, Context, Remark, at_ceiling, claim
from redact.declassification.dated import day_remarks, governing_order, written_day
from redact.declassification.limits import beyond_limit
from redact.declassification.model import Basis, Kind
from redact.declassification.retired import is_retired
from redact.declassification.schedules import general_schedule_day, group_day, group_row
from redact.declassification.values import Code


def of_code(code: Code, context: Context) -> Claim:
    """The claim of a code with the day or event that belongs to it."""
    return _CLAIMS[code.name](code, context)


def _schedule(code: Code, context: Context) -> Claim:
    """GDS and ADS (R20, R21)."""
    if code.day is not None:
        return _schedule_with_day(code, context)
    day = None
    if not context.other_order:
        day = general_schedule_day(context.origin, context.order, context.level)
    event = code.event.words if code.event else None
    if day is None:
        return at_ceiling(Kind.SCHEDULE, context, code.name, event=event)
    return claim(
        Kind.SCHEDULE,
        day,
        Basis.SCHEDULE,
        authorities.SCHEDULE,
        event=event,
        codes=(code.name,),
    )


def _schedule_with_day(code: Code, context: Context) -> Claim:
    assert code.day is not None
    day = written_day(code.day, context)
    beyond = day is not None and beyond_limit(day, context.order, context.dated, schedule=True)
    under_12065 = governing_order(context) == "12065"
    authority = authorities.ORDER_12065 if under_12065 else authorities.SCHEDULE
    return claim(
        Kind.SCHEDULE,
        day,
        Basis.INSTRUCTION,
        authorities.BEYOND_LIMIT if beyond else authority,
        written=day,
        codes=(code.name,),
        remarks=day_remarks(code.day, day, context, schedule=True),
    )


def _group(code: Code, context: Context) -> Claim:
    """GROUP 1 to 4 (R22)."""
    if context.origin is None:
        return at_ceiling(Kind.SCHEDULE, context, code.name)
    row = group_row(code.name, context.origin)
    if row is None:
        return at_ceiling(Kind.SCHEDULE, context, code.name)
    day = group_day(row, context.origin)
    if day is None:
        return at_ceiling(Kind.SCHEDULE, context, code.name, authority=authorities.GROUPS)
    return claim(Kind.SCHEDULE, day, Basis.SCHEDULE, authorities.GROUPS, codes=(code.name,))


def _exempt_from_schedule(code: Code, context: Context) -> Claim:
    """XGDS (R23)."""
    authority = authorities.EXEMPT_FROM_SCHEDULE
    if code.day is None:
        return at_ceiling(Kind.EXEMPTION, context, code.name, authority=authority)
    day = written_day(code.day, context)
    return claim(
        Kind.EXEMPTION,
        day,
        Basis.INSTRUCTION,
        authority,
        written=day,
        codes=(code.name,),
        remarks=day_remarks(code.day, None, context),
    )


def _review(code: Code, context: Context) -> Claim:
    """RDS, XDS, REVIEW ON: the day of review ends nothing, and nothing ends before it (R24)."""
    ceiling = automatic_day(RULE_25, context.origin)
    day = None if code.day is None else written_day(code.day, context)
    later = ceiling if ceiling is None or day is None else max(ceiling, day)
    return claim(
        Kind.MANUAL_REVIEW,
        later,
        Basis.AUTOMATIC_25,
        authorities.REVIEW,
        written=day,
        codes=(code.name,),
        remarks=() if code.day is None else day_remarks(code.day, day, context),
    )


def _exemption_25(code: Code, context: Context) -> Claim:
    return _exemption(code, context, RULE_25, RULE_50, authorities.EXEMPTION_25)


def _exemption_50(code: Code, context: Context) -> Claim:
    return _exemption(code, context, RULE_50, RULE_75, authorities.EXEMPTION_50_75)


def _exemption_75(code: Code, context: Context) -> Claim:
    return _exemption(code, context, RULE_75, None, authorities.EXEMPTION_50_75)


def _exemption(
    code: Code, context: Context, past: Rule, ceiling: Rule | None, authority: str
) -> Claim:
    """25Xn, 50Xn, 75Xn: a day later than the rule exempted from, else the next rule's (R28)."""
    found = _exemption_day(code, context, past, ceiling)
    remarks = _exemption_remarks(code, found, context, past)
    event = code.event.words if code.event else None
    ends: date | None
    if found is not None and _later(found, context, past):
        basis, ends = Basis.INSTRUCTION, found
    else:
        basis, ends = _at_next_rule(ceiling, context)
    return claim(
        Kind.EXEMPTION,
        None if context.imagery and past is RULE_25 else ends,
        basis,
        authority,
        written=found,
        event=event,
        codes=(code.name,),
        remarks=remarks,
    )


def _exemption_day(code: Code, context: Context, past: Rule, ceiling: Rule | None) -> date | None:
    if code.day is None:
        return None
    return written_day(code.day, context, far=ceiling is None)


def _at_next_rule(ceiling: Rule | None, context: Context) -> tuple[Basis, date | None]:
    if ceiling is None:
        return Basis.NONE, None
    return ceiling.basis, automatic_day(ceiling, context.origin)


def _later(day: date, context: Context, past: Rule) -> bool:
    limit = automatic_day(past, context.origin)
    return limit is not None and day > limit


def _exemption_remarks(
    code: Code, day: date | None, context: Context, past: Rule
) -> tuple[Remark, ...]:
    if code.day is None:
        given = code.event is not None or context.imagery
        return () if given else (Remark("exemption-without-date", code.span),)
    early = day is not None and context.origin is not None and not _later(day, context, past)
    return day_remarks(code.day, None, context) + (
        (Remark("exemption-date-too-early", code.day.span),) if early else ()
    )


def _human(code: Code, context: Context) -> Claim:
    """50X1-HUM, 50X2-WMD, 25X1-HUMAN: 75 years whatever day stands beside (R28)."""
    day = None if code.day is None else written_day(code.day, context)
    ceiling = automatic_day(RULE_75, context.origin)
    ends = ceiling if ceiling is None or day is None else max(ceiling, day)
    return claim(
        Kind.EXEMPTION,
        None if context.imagery and code.name.startswith("25") else ends,
        RULE_75.basis,
        authorities.EXEMPTION_50_75,
        written=day,
        event=code.event.words if code.event else None,
        codes=(code.name,),
        remarks=_retirement(code, context),
    )


def _retired(kind: Kind, authority: str = authorities.RETIRED) -> Callable[[Code, Context], Claim]:
    def of(code: Code, context: Context) -> Claim:
        remarks = _retirement(code, context)
        return at_ceiling(kind, context, code.name, authority=authority, remarks=remarks)

    return of


def _director(code: Code, context: Context) -> Claim:
    """DCI ONLY, DNI ONLY; beside E.O. 12951 the DNI decides, and there is no day."""
    remarks = _retirement(code, context)
    if context.imagery:
        return Claim(
            Kind.ORIGINATING_AGENCY, None, Basis.NONE, None, codes=(code.name,), remarks=remarks
        )
    return at_ceiling(
        Kind.ORIGINATING_AGENCY,
        context,
        code.name,
        authority=authorities.RETIRED,
        remarks=remarks,
    )


def _retirement(code: Code, context: Context) -> tuple[Remark, ...]:
    retired = is_retired(code.name, context.dated)
    return (Remark("retired-instruction", code.span),) if retired else ()


def _not_applicable(_code: Code, _context: Context) -> Claim:
    return Claim(Kind.NOT_APPLICABLE, None, Basis.NONE, None)


def _missing(_code: Code, context: Context) -> Claim:
    return at_ceiling(Kind.MISSING, context)


def _downgrading(code: Code, context: Context) -> Claim:
    return at_ceiling(Kind.MISSING, context, code.name)


_CLAIMS: dict[str, Callable[[Code, Context], Claim]] = {
    "GDS": _schedule,
    "ADS": _schedule,
    **dict.fromkeys((f"GROUP-{n}" for n in range(1, 5)), _group),
    **dict.fromkeys(("XGDS", *(f"XGDS-{n}" for n in range(1, 5))), _exempt_from_schedule),
    **dict.fromkeys(("REVIEW", "RDS", "XDS"), _review),
    **dict.fromkeys((f"{code}-{n}" for code in ("RDS", "XDS") for n in range(1, 5)), _review),
    **dict.fromkeys((f"25X{n}" for n in range(1, 10)), _exemption_25),
    **dict.fromkeys((f"50X{n}" for n in range(1, 10)), _exemption_50),
    **dict.fromkeys((f"75X{n}" for n in range(1, 10)), _exemption_75),
    **dict.fromkeys(("25X1-HUMAN", "50X1-HUM", "50X2-WMD"), _human),
    **dict.fromkeys((f"X{n}" for n in range(1, 9)), _retired(Kind.EXEMPTION)),
    "TREATY": _retired(Kind.EXEMPTION),
    "INDEFINITE": _retired(Kind.EXEMPTION, authorities.INCOMPLETE),
    "OADR": _retired(Kind.ORIGINATING_AGENCY),
    "MR": _retired(Kind.MANUAL_REVIEW),
    "DCI-ONLY": _director,
    "DNI-ONLY": _director,
    "N/A": _not_applicable,
    "MISSING": _missing,
    "DNG": _downgrading,
}
"""Every code the grammar can name, and what it comes to."""
