"""What the search of the site finds in one language: an entry for each record, each value of a country, each word of ours, each section of a page."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.languages import LANGUAGES
from macros.lookups import Lookups
from macros.model import addresses
from macros.model.kinds import NAMED, TypedId, id_of, typed_id
from macros.model.records import Country, Development, FollowUp, Objective, Provision, Source
from macros.model.shape import Record, Text
from macros.model.values import Evidence
from macros.pages.sections import Section
from macros.wording.catalogue import Wording
from macros.wording.labels import Labels
from macros.wording.typography import QUOTATION_MARKS, quotation_marks, typeset

# Fields of a record whose text is no title and says what the record is about.
TELLING = ("summary", "text", "what", "meaning", "listed", "since")


@dataclass(frozen=True)
class Entry:
    """What the search knows of one thing: address, kind, title, codes, other names, text, words of sources by language, what is shown beside."""

    url: str
    kind: str
    title: str
    codes: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    text: str = ""
    quotes: dict[str, list[str]] = field(default_factory=dict)
    shown: str = ""

    def written(self) -> dict[str, Any]:
        """Its fields that are not empty, under short names: the file is sent to readers."""
        # The identifier of a record is the end of its address.
        codes = self.codes if [*self.codes] != [self.url.rstrip("/").replace("#", "/").rpartition("/")[2]] else []
        fields = {"k": self.kind, "t": self.title, "c": codes, "a": self.aliases, "x": self.text, "q": self.quotes, "s": self.shown}
        return {"u": self.url} | {name: value for name, value in fields.items() if value}


@dataclass
class SearchEntries:
    """The entries of one language. `pages` are the sections of each page that is written by hand, by its address."""

    labels: Labels
    lookups: Lookups
    pages: Mapping[str, list[Section]]

    def script(self) -> str:
        """The file that hands every entry to the search: a script, so that it loads from a disk and under a strict policy too."""
        entries, words = [entry.written() for entry in self.all()], search_words(self.labels.wording) | {"marks": _marks()}
        return f"tracker.search({_script_value(entries)},{_script_value(words)})\n"

    def all(self) -> Iterator[Entry]:
        """Every entry; what readers ask first stands first."""
        for kind in NAMED:
            for record in self.labels.plan.of(kind).values():
                yield self._of_record(kind, record)
        yield from self._of_countries()
        yield from self._of_indexes()
        for address, sections in self.pages.items():
            yield from self._of_page(address, sections)

    def _of_record(self, kind: str, record: Record) -> Entry:
        labels = self.labels
        telling = (getattr(record, name, None) for name in TELLING)
        return Entry(
            url=addresses.address(labels.plan, kind, record.id),
            kind=kind,
            title=labels.text(record.caption) or record.id,
            codes=list(dict.fromkeys(_codes(record))),
            aliases=list(dict.fromkeys(self._aliases(record))),
            text=" ".join(labels.text(text) for text in telling if isinstance(text, Text) and text is not record.caption),
            quotes=_quotes(record, labels),
            shown=self._shown(record),
        )

    def _aliases(self, record: Record) -> Iterator[str]:
        """Its name in the other languages, its acronyms, what else readers of any language call it; codes and names of a country."""
        for other in LANGUAGES:
            # A record that is called by a whole sentence is not looked for by it.
            if record.caption and record.TITLE != "text" and other != self.labels.wording.language:
                yield getattr(record.caption, other)
            if isinstance(acronym := getattr(record, "acronym", None), Text):
                yield getattr(acronym, other)
        yield from self._other_names(id_of(record))
        yield from self.labels.plan.former.get(id_of(record), ())
        if isinstance(record, Country):
            yield from filter(None, (record.iso, record.printed, *(old.upper() for old in record.redirects), *record.names_printed))

    def _other_names(self, id: TypedId) -> Iterator[str]:
        names = self.labels.plan.aliases.get(id)
        return (name for language in LANGUAGES for name in (getattr(names, language) if names else ()))

    def _shown(self, record: Record) -> str:
        """The word of ours, or the day, that readers want to see beside a result; no status stands without its date."""
        labels = self.labels
        match record:
            case Objective():
                return f"{labels.word('statuses', record.status)}, {labels.status_as_of(record)}"
            case FollowUp():
                return f"{labels.word('outcome_kinds', record.outcome.outcome)}, {labels.as_of(record.outcome)}" if record.outcome else ""
            case Source():
                return labels.number(record)
            case Development() | Provision():
                moment = labels.plan.moment_of(record)
                return labels.wording.when(moment.value, moment.is_)
        return ""

    def _of_countries(self) -> Iterator[Entry]:
        """What each indicator gives for each country that it lists."""
        labels = self.labels
        colon = labels.wording.say("punctuation.colon")
        for country in labels.plan.countries.values():
            for indicator, entries in self.lookups.countries.indicators_of(country.id):
                values = labels.wording.say("punctuation.comma").join(labels.entry_value(indicator, entry) for entry in entries)
                title = f"{labels.text(country.name)}{colon} {labels.text(indicator.title)}"
                url = f"{addresses.address(labels.plan, 'countries', country.id)}#{indicator.id}"
                yield Entry(url, "values", title, text=labels.text(indicator.listed), shown=values)

    def _of_indexes(self) -> Iterator[Entry]:
        """The pages that list every record of a kind, and what is drawn of them."""
        say = self.labels.wording.say
        for address, macro in addresses.INDEXES.items():
            if macro:
                yield Entry(address, "pages", say(f"page.{macro}"), aliases=self._also(address), text=say(f"description.{macro}"))

    def _of_page(self, address: str, sections: list[Section]) -> Iterator[Entry]:
        """A page, each of its sections, and the words of ours that one explains."""
        for number, section in enumerate(sections):
            url = f"{address}#{section.anchor}" if number else address
            yield Entry(url, "pages", section.title, aliases=[] if number else self._also(address), text=section.text)
            for vocabulary in section.vocabularies:
                for word in self.labels.plan.vocabularies[vocabulary].values():
                    also = [self.labels.text(word.plural)] if word.plural else []
                    also += self._other_names(typed_id(vocabulary, word.id))
                    yield Entry(url, "words", self.labels.text(word.label), aliases=also, text=self.labels.text(word.meaning))

    def _also(self, address: str) -> list[str]:
        """Under what else readers look for a page."""
        said: str = self.labels.wording.texts["search"]["also"].get(address.rstrip("/") or "home", "")
        return [name.strip() for name in said.split(",")] if said else []


def search_words(wording: Wording) -> dict[str, Any]:
    """What the search says to its readers, in their language."""

    def typeset_all(texts: dict[str, Any]) -> dict[str, Any]:
        return {key: typeset(text, wording.language) if isinstance(text, str) else typeset_all(text) for key, text in texts.items()}

    return typeset_all({key: text for key, text in wording.texts["search"].items() if key != "also"})


def _marks() -> dict[str, list[str]]:
    """The quotation marks of each language, before and behind; those of any other one under no name."""
    return {language: quotation_marks("\0", language).split("\0") for language in ("", *QUOTATION_MARKS)}


def _script_value(value: Any) -> str:
    """A value as a script says it; the two signs that end a line there, and not in JSON, become blanks."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", " ").replace("\u2029", " ")


def _codes(record: Record) -> Iterator[str]:
    """Identifiers and official numbers."""
    yield record.id
    if isinstance(record, Source):
        yield from filter(None, (record.number, record.celex))
    if isinstance(record, Objective):
        yield record.plan_point


def _quotes(record: Record, labels: Labels) -> dict[str, list[str]]:
    """Language -> the words of sources that stand in a record, as its page quotes them; figures and dates are printed within them."""
    found: dict[str, dict[str, None]] = {}
    for _, shape in record.shapes:
        if isinstance(shape, Evidence) and shape.quotation:
            words = labels.quotation(shape)
            found.setdefault(words.language, {})[words.text] = None
    return {language: list(quotes) for language, quotes in found.items()}
