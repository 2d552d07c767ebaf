"""What was published, beside what stands there now: pairs of assessments and texts, statuses, steps back, where moved identifiers lead.

The check and the account of a change both ask here, so they cannot disagree.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from typing import Any

from macros.languages import LANGUAGES
from macros.reading.revision import Revision, Written
from macros.reading.site_texts import SiteTexts, read_site_texts
from macros.similarity import STEM_LETTERS, content_words, is_typo_fix

# Statuses that a step back is measured on, from nothing to everything.
LADDER = ("not-started", "under-way", "partly-delivered", "delivered")
# What an item of a list is called by, where it has no identifier: texts are compared under the same name.
ITEM_KEYS = ("id", "actor", "to", "country")
YES_OR_NO = {True: "yes", False: "no"}
NOT_WRITTEN = "–"


@dataclass(frozen=True, eq=False)
class Published:
    """The data of a commit, read whole: records by kind and identifier, the version of their shape, the words of pages and the pages."""

    records: dict[str, dict[str, Written]]
    schema_version: int | None
    texts: SiteTexts

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address of a page that a record gives, as written."""
        return frozenset(address for records in self.records.values() for record in records.values() for address in _addresses(record.fields))

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The words of its texts."""
        return Vocabulary(self)

    def ids(self, kind: str) -> Container[str]:
        """The identifiers of the records of a kind."""
        return self.records.get(kind, {}).keys()

    def days(self, *fields: str) -> frozenset[str]:
        """Every day that a field of these names holds in a record, as written."""
        written = frozenset(day for records in self.records.values() for record in records.values() for day in _written(record.fields, fields))
        return frozenset(filter(_is_day, written))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The beginnings of words that stand twice in the texts of what was published. Worked out when it is asked first, as hardly a change asks."""

    before: Published | Revision

    def __contains__(self, beginning: object) -> bool:
        return beginning in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        written = (record.fields for records in self.before.records.values() for record in records.values())
        words = (word for fields in written for *_, text in bilingual_texts(fields) for one in LANGUAGES for word in content_words(text[one]))
        return frozenset(one for one, times in Counter(word[:STEM_LETTERS] for word in words).items() if times > 1)


def _is_day(text: str) -> bool:
    try:
        return Day.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _written(value: Any, fields: Container[str]) -> Iterator[str]:
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict | list):
            yield from _written(inner, fields)
        elif name in fields:
            yield str(inner)


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and isinstance(value.get("at"), str):
        yield value["at"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _addresses(inner)


def read_published(revision: Revision) -> Published:
    """What a revision says. Raises DataErrors where its records cannot be read."""
    return Published(revision.records, revision.schema_version, read_site_texts(revision.folder))


def stepped_back_from(earlier: Sequence[str], status: str) -> str | None:
    """The last status on the ladder before, where this one is lower; statuses beside the ladder are passed over."""
    before = next((one for one in reversed(earlier) if one in LADDER), None)
    return before if before and status in LADDER and LADDER.index(status) < LADDER.index(before) else None


def earlier(assessments: Sequence[tuple[str, str | None, str]], id: str, published: Container[str] = ()) -> list[str]:
    """The statuses that an assessment follows on, of (id, day of judging, status) in order: of days before its own, and judged no later than it.

    One that speaks of an earlier day may be added after it, on the same day too; what is `published` then needs no other words.
    """
    return [status for *_, status in followed(assessments, id, published)]


def followed(series: Sequence[tuple[str, str | None, str]], id: str, published: Container[str] = ()) -> list[tuple[str, str | None, str]]:
    """Those judgements of a series that one follows on, as `earlier` tells their statuses."""
    place = next(index for index, one in enumerate(series) if one[0] == id)
    judged = series[place][1] or ""
    known = [one for one in series[:place] if id not in published or one[0] in published]
    return [one for one in known if (one[1] or "") <= judged]


def bilingual_texts(value: Any, name: tuple = (), path: tuple = ()) -> Iterator[tuple[tuple, tuple, dict]]:
    """Every text in both languages inside a value: its name, which does not depend on its place in a list, its path, and the text."""
    if isinstance(value, dict) and all(isinstance(value.get(language), str) for language in LANGUAGES):
        yield name, path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield from bilingual_texts(item, (*name, key), (*path, key))
    elif isinstance(value, list):
        seen: dict[tuple, int] = {}
        for index, item in enumerate(value):
            if not isinstance(item, dict | list):
                continue
            called = tuple(str(item[key]) for key in ITEM_KEYS if isinstance(item.get(key), str)) if isinstance(item, dict) else ()
            seen[called] = seen.get(called, 0) + 1
            yield from bilingual_texts(item, (*name, called, seen[called]), (*path, index))


def written_word(value: Any) -> str:
    """A word as written; a stroke where none is."""
    return NOT_WRITTEN if value is None else YES_OR_NO[value] if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class TextChange:
    """What became of a text in both languages: which languages say something else, which is marked as older, and whether both were compared since."""

    changed: frozenset[str]
    older: str | None
    was_older: str | None
    compared: bool

    @property
    def behind(self) -> list[str]:
        """The languages that did not change when others did; none where somebody says that all were compared."""
        return others(self.changed) if self.changed and not self.compared else []


def text_change(was: dict, now: dict, known: Container[str]) -> TextChange:
    """Two versions of a text beside each other; a mended typing error, which is none between two words that are known, is no change."""
    changed = frozenset(language for language in LANGUAGES if not is_typo_fix(str(was.get(language, "")), str(now.get(language, "")), known))
    compared = str(now.get("compared", "")) > str(was.get("compared", ""))
    return TextChange(changed, now.get("older"), was.get("older"), compared)


def others(languages: Container[str]) -> list[str]:
    """Every language but these, in the order of the site."""
    return [language for language in LANGUAGES if language not in languages]
