"""The JSON document of timelines: `redact/timeline/1`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from redact.forecast.model import Forecast
from redact.forecast.years import Summary, Year, summary
from redact.policy.decision import PolicyIdentity
from redact.policy.timeline import Step

SCHEMA = "redact/timeline/1"


def timeline_document(forecasts: Sequence[Forecast], policy: PolicyIdentity) -> dict[str, Any]:
    """What `redact timeline --format json` says: each cable, then the sums over all."""
    return {
        "schema": SCHEMA,
        "policy": {
            "name": policy.name,
            "version": policy.version,
            "title": policy.title,
            "sha256": policy.sha256,
        },
        "cables": [_cable(cable) for cable in forecasts],
        "summary": _summary(summary(forecasts)),
    }


def _cable(cable: Forecast) -> dict[str, Any]:
    return {
        "name": cable.name,
        "id": cable.id,
        "dated": _iso(cable.dated),
        "steps": [_step(step) for step in cable.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "from": _iso(step.begins),
        "released": list(step.released),
        "withheld": list(step.withheld),
    }


def _summary(sums: Summary) -> dict[str, Any]:
    return {
        "cables": sums.cables,
        "portions": sums.portions,
        "open_at_first": sums.open_at_first,
        "never": sums.never,
        "years": [_year(year) for year in sums.years],
    }


def _year(year: Year) -> dict[str, Any]:
    levels = {level or "unknown": number for level, number in year.portions}
    return {"year": year.year, "portions": year.count, "levels": levels, "cables": year.cables}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
