"""A record field by field, before and after: one line of words for each thing that differs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from macros.changes.describe import Description
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import field_name
from macros.changes.prose import MAX_CHARS_SIDE_BY_SIDE, moved_words
from macros.languages import FIRST
from macros.messages import spoken

# Items of a list belong together when they share these fields; the closest likeness counts first.
MATCH_KEYS = (
    ("id",), ("as_of",), ("actor", "role"), ("actor",), ("country", "period"), ("country",), ("to",), ("source", "locator"), ("source",),
    ("quotation",), ("seen",), ("linked",),
    ("label", "period"), ("label",), ("period",), ("of", "is"), ("of",), ("unit",),
)  # fmt: skip
# Items that are told in one line: 71 (printed “71”) → 32 cases (printed “32”).
ONE_LINE_FIELDS = {"actors", "bears_on", "dates", "date", "deadline", "figures", "totals", "entries", "period"}
# What a number is told with.
NUMBER_FIELDS = {"value", "min", "max", "unit", "max_unit", "printed", "value_printed", "max_printed"}


@dataclass(frozen=True)
class RecordDiff(Description):
    """Says what differs in the records of a kind."""

    def everything(self, fields: dict[str, Any], left_out: frozenset[str] = frozenset({"id"})) -> Iterator[SafeText]:
        """A line for each value of a record that is new or gone."""
        for name in _in_order(fields):
            if name not in left_out:
                for label, said in self._each(SafeText(field_name(name)), name, fields[name]):
                    yield phrase("diff.colon", label, said)

    def differences(self, old: dict[str, Any], new: dict[str, Any], around: SafeText | None = None) -> Iterator[SafeText]:
        """A line for each thing that differs between two mappings of fields."""
        for name in _in_order({**new, **old}):
            if old.get(name) != new.get(name):
                label = SafeText("{}, {}").format(around, field_name(name)) if around else SafeText.escape(field_name(name))
                yield from self._field(label, name, old.get(name), new.get(name))

    def _field(self, label: SafeText, name: str, old: Any, new: Any) -> Iterator[SafeText]:
        if isinstance(old or [], list) and isinstance(new or [], list):
            yield from self._items(label, name, old or [], new or [])
        elif old is None or new is None:
            act = "added" if old is None else "removed"
            for what, said in self._each(label, name, new if old is None else old):
                yield phrase(f"diff.field_{act}", what, said)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self._pair(label, name, old, new)
        else:
            yield phrase("diff.colon", label, self._moved(name, old, new))

    def _moved(self, name: str, old: Any, new: Any) -> SafeText:
        if name == "quotation":
            return phrase("diff.quoted_moved", self.value(name, old), self.value(name, new))
        if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > MAX_CHARS_SIDE_BY_SIDE:
            return moved_words(old, new)
        return SafeText("{} → {}").format(self.value(name, old), self.value(name, new))

    def _each(self, label: SafeText, name: str, value: Any) -> Iterator[tuple[SafeText, SafeText]]:
        """(label, words) of a value: each item of a list and each language of a text apart."""
        if isinstance(value, list):
            for item in value:
                yield from self._each(label, name, item) if not isinstance(item, dict) else [(label, self.value(name, item))]
        elif isinstance(value, dict) and FIRST in value:
            for key, inner in value.items():
                yield SafeText("{}, {}").format(label, field_name(key)), self.value(key, inner)
        else:
            yield label, self.value(name, value)

    def _items(self, label: SafeText, name: str, old: list, new: list) -> Iterator[SafeText]:
        found = match_items(old, new)
        if not any(found):
            yield phrase("diff.other_order", label)
        for before, after in found.pairs:
            yield from self._pair(SafeText(" ").join(filter(None, (label, self._identity(before, after)))), name, before, after)
        for act, items in (("removed", found.gone), ("added", found.come)):
            for item in items:
                yield phrase(f"diff.field_{act}", label, self.value(name, item))

    def _pair(self, label: SafeText, name: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[SafeText]:
        differ = {key for key in {**old, **new} if old.get(key) != new.get(key)}
        if name in ONE_LINE_FIELDS and all(isinstance(side.get(key, ""), str) for key in differ for side in (old, new)):
            yield phrase("diff.colon", label, self._in_one_line(name, old, new, differ))
        else:
            yield from self.differences(old, new, label)

    def _in_one_line(self, name: str, old: dict[str, Any], new: dict[str, Any], differ: set[str]) -> SafeText:
        """What differs in an item, before and after; both ends of a range where one moved."""
        ends = {"min", "max", *(("unit", "max_unit") if "max_unit" in old else ())} if {"min", "max"} & differ else set()
        # What both have in common is said once, behind the new value: 71 → 32 cases (printed “FI (32)”).
        common = NUMBER_FIELDS if NUMBER_FIELDS & differ else set()
        before = self if {"unit", "max_unit"} & differ else replace(self, unit="")
        was = before.value(name, {key: value for key, value in old.items() if key in differ | ends})
        now = self.value(name, {key: value for key, value in new.items() if key in differ | common})
        return SafeText("{} → {}").format(was or phrase("diff.nothing"), now or phrase("diff.nothing"))

    def _identity(self, old: dict[str, Any], new: dict[str, Any]) -> SafeText:
        """What two items have in common that names them."""
        both = {name: value for name, value in old.items() if value and value == new.get(name)}
        if "locator" in both and "source" in both:
            return phrase("diff.at_of", str(old["locator"]), str(old.get("source")))
        named = [self.value(name, both[name]) for name in ("actor", "country", "to", "as_of") if name in both][:1]
        if isinstance(label := both.get("label"), dict):
            named.append(phrase("diff.quoted", str(label.get(spoken(), label.get(FIRST)))))
        if isinstance(period := both.get("period"), dict):
            named.append(phrase("diff.for", str(period.get("value"))))
        return SafeText(" ").join(named)


def _in_order(fields: dict[str, Any]) -> list[str]:
    """The names of fields as written; what a reviewer asks first stands first."""
    return sorted(fields, key=lambda name: name not in ("state", "status"))


class Matched(NamedTuple):
    """The items of a list before and after: those that are one thing, with what it became, those that are gone, and those that are new."""

    pairs: list[tuple[dict[str, Any], dict[str, Any]]]
    gone: list[Any]
    come: list[Any]


def match_items(old: list[Any], new: list[Any]) -> Matched:
    """What became of the items of a list; those that are the same are left out."""
    found = Matched([], _without(old, new), _without(new, old))
    for names in MATCH_KEYS:
        for before in [item for item in found.gone if isinstance(item, dict) and all(name in item for name in names)]:
            alike = (item for item in found.come if isinstance(item, dict) and all(before[name] == item.get(name) for name in names))
            if (after := next(alike, None)) is not None:
                found.gone.remove(before)
                found.come.remove(after)
                found.pairs.append((before, after))
    return found


def _without(items: list[Any], others: list[Any]) -> list[Any]:
    """The items that the other list lacks; one that stands twice here and once there is lacking once."""
    rest, lacking = list(others), []
    for item in items:
        if item in rest:
            rest.remove(item)
        else:
            lacking.append(item)
    return lacking
