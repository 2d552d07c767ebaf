"""One value of a record in words: a quotation with its place, an actor with its part, a figure with its unit and printed words."""

from dataclasses import dataclass
from typing import Any

from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names, day_named, field_name
from macros.changes.prose import MAX_CHARS_SIDE_BY_SIDE, shown
from macros.messages import unfilled


@dataclass(frozen=True)
class Description:
    """Describes the values of a kind of record. `unit` is that of an indicator, which its entries share."""

    names: Names
    kind: str
    unit: str = ""

    def value(self, name: str, value: Any) -> SafeText:
        """A value of a field, whatever its shape: data of another version is told as it is written."""
        if isinstance(value, list):
            return phrase("diff.semicolon").join(self.value(name, item) for item in value)
        if not isinstance(value, dict):
            return shown(str(value)) if len(str(value)) > MAX_CHARS_SIDE_BY_SIDE else self.names.value(self.kind, name, str(value))
        parts, told = self._told(name, value)
        rest = [phrase("diff.colon", field_name(key), self.value(key, inner)) for key, inner in value.items() if key not in told]
        return phrase("diff.semicolon").join([*parts, *rest])

    def _told(self, name: str, value: dict[str, Any]) -> tuple[list[SafeText], set[str]]:
        """What can be said better than field by field, and the fields that this covers."""
        match name:
            case "evidence" if "seen" in value or "linked" in value:
                return [self._page(value)], {"quotation", "seen", "linked", "locator", "language"}
            case "evidence" if "quotation" in value:
                return [self._evidence(value)], {"quotation", "source", "locator"}
            case "bears_on":
                return [self._all(value, unfilled("diff.colon"), "to", "relation")], {"to", "relation"}
            case "actors" if {"actor", "role"} & value.keys():
                return [self._all(value, unfilled("diff.colon"), "actor", "role")], {"actor", "role"}
            case "entries" | "figures" | "totals":
                amount = [self._amount(value)] if {"value", "min", "max"} & set(value) else []
                country = [self.value("country", value["country"])] if "country" in value else []
                told = {"country", "value", "min", "max", "printed", "max_printed", "value_printed"} | ({"unit", "max_unit"} if amount else set())
                return [phrase("diff.after_country").join([*country, *amount]) + self._printed(value)], told
            case "dates" | "date" | "deadline" | "period" if "value" in value:
                return [self._all(value, "{} {}, {}", "is", "value", "of") + self._printed(value)], {"is", "value", "of", "printed"}
        return [], set()

    def _all(self, value: dict[str, Any], pattern: str, *names: str) -> SafeText:
        """The values of some fields in a pattern; without it where one is missing."""
        said = [self.value(name, value[name]) for name in names if name in value]
        return SafeText(pattern).format(*said) if len(said) == len(names) else SafeText(" ").join(said)

    def _evidence(self, value: dict[str, Any]) -> SafeText:
        place = phrase("diff.of").join(self.value("", value[name]) for name in ("locator", "source") if name in value)
        return phrase("diff.quoted_at", self.value("quotation", value["quotation"]), place)

    def _page(self, value: dict[str, Any]) -> SafeText:
        """Words that were seen, or that are linked, with the page: “…” (seen on 29 November 2026 on https://…, publisher: …)."""
        page = value.get("seen") or value.get("linked")
        page = page if isinstance(page, dict) else {}
        day = phrase("diff.seen_on", day_named(str(page.get("on")))) if "seen" in value else phrase("diff.linked")
        where = phrase("diff.page_of", day, str(page.get("at")), self.value("publisher", str(page.get("publisher"))))
        where += SafeText(", {}").format(str(value["locator"])) if "locator" in value else SafeText("")
        where += phrase("diff.archived", str(page["archived"])) if "archived" in page else SafeText("")
        return phrase("diff.quoted_at", self.value("quotation", value["quotation"]), where) if "quotation" in value else where

    def _amount(self, value: dict[str, Any]) -> SafeText:
        """A number with its unit, or two ends: 71 cases; 30 days to 6 months."""
        unit = str(value.get("unit") or self.unit)
        units = {"value": unit, "min": unit if "max_unit" in value else "", "max": str(value.get("max_unit") or unit)}
        return phrase("diff.to").join(self._counted(str(value[end]), own) for end, own in units.items() if end in value)

    def _counted(self, number: str, unit: str) -> SafeText:
        word = self.names.word("units", unit, "label" if number == "1" else "plural") if unit else ""
        return SafeText("{} {}").format(number, word) if word else SafeText.escape(number)

    def _printed(self, value: dict[str, Any]) -> SafeText:
        words = [self.value("printed", value[name]) for name in ("printed", "value_printed", "max_printed") if name in value]
        return phrase("diff.printed", phrase("diff.and").join(phrase("diff.quoted", word) for word in words)) if words else SafeText("")
