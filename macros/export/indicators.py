"""The indicators as tables: a row for each entry and each total, with what holds for its whole indicator."""

from collections.abc import Iterator
from typing import Any

from macros.export.table import Table, both, in_each, proof
from macros.model.plan import Plan
from macros.model.records import Indicator
from macros.model.values import Entry, Figure, Period

COLUMNS = (
    "indicator", *in_each("title"), "kind", *in_each("label"), "country", *in_each("country"), "printed",
    "value", "unit", "min", "max", "max_unit", "period", "period_is", "scope", "qualifier", "self_declared", "listed_means", "complete", "absence",
    *in_each("sic"), "contradiction_class", *in_each("contradiction"), *in_each("note"), "sources", "locators", "quotations",
)  # fmt: skip


def indicators_table(plan: Plan) -> Table:
    """Every indicator in one table."""
    return Table(COLUMNS, [row for indicator in plan.indicators.values() for row in _rows(plan, indicator)])


def each_indicator_table(plan: Plan) -> dict[str, Table]:
    """Identifier -> the table of one indicator."""
    return {id: Table(COLUMNS, _rows(plan, indicator)) for id, indicator in plan.indicators.items()}


def _rows(plan: Plan, indicator: Indicator) -> list[dict[str, Any]]:
    """Entries, then totals; one row of the kind `none` for an indicator with neither, which says something all the same."""
    rows = [_entry(plan, indicator, entry) for entry in indicator.entries] + [_total(indicator, total) for total in indicator.totals]
    return [_whole(indicator) | row for row in [*(rows or [{"kind": "none"} | _period(indicator.period)]), *_absent(plan, indicator)]]


def _absent(plan: Plan, indicator: Indicator) -> Iterator[dict[str, Any]]:
    """What a complete list of exceptions says of each country that it does not name."""
    for country in plan.countries.values() if indicator.absence == "exceptions_complete" else ():
        if absence := plan.absence_of(indicator, country):
            yield {"kind": "absent", "country": country.id, **both("country", country.name), "absence": absence}


def _whole(indicator: Indicator) -> dict[str, Any]:
    """What every row says of its indicator."""
    return {
        "indicator": indicator.id,
        **both("title", indicator.title),
        "scope": indicator.scope,
        "self_declared": indicator.self_declared,
        "listed_means": indicator.listed_means if indicator.listed else None,
        "complete": indicator.complete,
        **both("note", indicator.note),
        **proof(indicator.evidence),
    }


def _entry(plan: Plan, indicator: Indicator, entry: Entry) -> dict[str, Any]:
    """A country that is listed, and its figure where the source prints one."""
    clashes = [c for c in plan.contradictions.values() if c.country == entry.country and indicator.id in c.indicators]
    row = {
        "kind": "entry",
        **both("label", indicator.listed),
        "country": entry.country,
        **both("country", plan.countries[entry.country].name),
        "printed": [words for words in (entry.printed, entry.value_printed) if words],
        **_period(entry.period or indicator.period),
        **both("sic", entry.sic),
        "contradiction_class": [clash.class_ for clash in clashes],
        **both("contradiction", *(clash.note for clash in clashes)),
    }
    if entry.value is None:
        return row
    return row | {"value": entry.value, "unit": entry.unit or indicator.unit, "qualifier": indicator.qualifier}


def _total(indicator: Indicator, total: Figure) -> dict[str, Any]:
    """A figure for all countries together; its own period and scope go before those of the indicator."""
    return {
        "kind": "total",
        **both("label", total.label or indicator.title),
        "printed": [words for words in (total.printed, total.max_printed) if words],
        "value": total.value,
        "unit": total.unit,
        "min": total.min,
        "max": total.max,
        "max_unit": (total.max_unit or total.unit) if total.max is not None else None,
        **_period(total.period or indicator.period),
        "scope": total.scope or indicator.scope,
        "qualifier": total.qualifier,
    }


def _period(period: Period | None) -> dict[str, str]:
    return {"period": period.value, "period_is": period.is_} if period else {}
