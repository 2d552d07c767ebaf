"""What pages say of records: labels, figures, places, descriptions, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize
from urllib.parse import quote

from markupsafe import Markup, escape

from macros.model import addresses as links
from macros.model.fields import Field
from macros.model.plan import Plan
from macros.model.records import Entry, Figure, Indicator, Source
from macros.model.shape import Record, Text
from macros.wording.catalogue import Wording, typeset


@dataclass
class Phrases:
    """What pages say of the records of a plan, in the language of a wording."""

    plan: Plan
    wording: Wording
    repository: str
    _labels: dict[tuple[str, str], str] = field(default_factory=dict)
    _locators: dict[str, str] = field(default_factory=dict)

    def text(self, text: Text | None) -> str:
        """A bilingual text in the language of the page."""
        return typeset(getattr(text, self.wording.language), self.wording.language) if text else ""

    def word(self, vocabulary: str, id: str, part: str = "label", number: Any = None) -> str:
        """The label, plural or meaning of a word of the vocabulary."""
        word = self.plan.vocabularies[vocabulary][id]
        plural = number is not None and self.wording.is_plural(number)
        return self.text((word.plural or word.label) if plural else getattr(word, part))

    def states(self, counts: Mapping[str, int]) -> str:
        """How many actions are in each state, in the order of the vocabulary: done: 2, announced: 1."""
        say, said = self.wording.say, []
        for id in self.plan.vocabularies["states"]:
            if number := counts.get(id):
                label = self.word("states", id)
                said.append(f"{label[:1].lower()}{label[1:]}{say('punctuation.colon')} {self.wording.number(number)}")
        return say("punctuation.comma").join(said)

    def label(self, kind: str, id: str) -> str:
        """What a link to a record says."""
        if (kind, id) not in self._labels:
            self._labels[kind, id] = self._label(kind, id)
        return self._labels[kind, id]

    def _label(self, kind: str, id: str) -> str:
        record = getattr(self.plan, kind).get(id)  # none where it moved: it is called by its old identifier
        for name in ("title", "name", "term"):
            if isinstance(text := getattr(record, name, None), Text):
                said = self.text(text)
                return f"{id} {said}" if kind in ("areas", "objectives", "follow_ups", "sections") else said
        return id

    def figure(self, figure: Figure) -> str:
        """A number with its unit: 71 cases, 30 days to 6 months, more than 10 %."""
        words = self.wording
        if figure.value is None:
            ends = ((figure.min, figure.unit), (figure.max, figure.max_unit or figure.unit))
            low, high = (self._amount(value, unit) for value, unit in ends)
            return words.say("figure.range", low=low, high=high)
        return words.say(f"figure.{figure.qualifier}", amount=self._amount(figure.value, figure.unit))

    def _amount(self, value: Any, unit: str) -> str:
        return typeset(f"{self.wording.number(value)} {self.word('units', unit, number=value)}", self.wording.language)

    def eur_lex(self, source: Source) -> str | None:
        """The EUR-Lex page of a source in the language of the page."""
        return links.eur_lex(source, self.wording.language)

    def outside(self, address: str, text: str) -> Markup:
        """A link to an outside address. Where that is recorded dead, it leads to the archived copy and says so, or is none."""
        dead = self.plan.dead_links.get(address)
        if dead and not dead.archived:
            return Markup("{} ({})").format(text, self.wording.say("outside.dead"))
        link = Markup('<a href="{}" rel="external">{}</a>').format(dead.archived if dead else address, text)
        return link + Markup(" ({})").format(self.wording.say("outside.archived", date=self.wording.date(dead.archived_on))) if dead else link

    def printed_address(self, source: Source) -> Markup:
        """The dead web address that a source prints, as printed; a link where an archived copy is recorded."""
        shown = Markup("<code>{}</code>").format(source.dead_link)
        recorded = self.plan.dead_links.get(links.printed(source))
        return self.outside(recorded.url, shown) if recorded else shown

    def short_source(self, id: str) -> str:
        """What a reference calls a source: its number, or its title where it has none."""
        source = self.plan.sources[id]
        return source.number or self.text(source.title)

    def section_label(self, id: str) -> str:
        """What a link to a section of the report says: its number and title; the introduction has no number."""
        title = self.text(self.plan.sections[id].title)
        return f"{id} {title}" if id[0].isdigit() else title

    def locator(self, locator: str) -> str:
        """A locator in words: "1.3 ¶2" -> section 1.3, paragraph 2."""
        if locator not in self._locators:
            self._locators[locator] = self._locator(locator)
        return self._locators[locator]

    def _locator(self, locator: str) -> str:
        say = self.wording.say
        place, _, rest = locator.partition(" ")
        if place == "fn":
            return say("locator.footnote", number=rest)
        if rest.startswith("¶"):
            section = say("locator.introduction") if place == "intro" else say("locator.section", id=place)
            return say("locator.paragraph", section=section, number=rest[1:])
        if rest == "title":
            return say("locator.title", id=place)
        if place in ("cover", "lead-in", "closing"):
            return say(f"locator.{place}")
        return say("locator.commitment", number=place[1:]) if place[0] == "c" else say("locator.point", id=place)

    def entry_value(self, indicator: Indicator, entry: Entry) -> str:
        """What an indicator gives for a country: a figure with its unit, or that the country is listed."""
        if entry.value is None:
            return self.wording.say("indicator.listed" if indicator.listed_means else "indicator.exception")
        return self._amount(entry.value, entry.unit or indicator.unit or "not-stated")

    def sorted_terms(self) -> list[Record]:
        """The glossary in the alphabetical order of the language."""
        return sorted(self.plan.glossary.values(), key=lambda term: sort_key(self.text(term.term)))

    def acronyms(self) -> list[tuple[str, Record]]:
        """(kind, record) of everything that has an acronym, in alphabetical order of the acronym."""
        kinds = ("actors", "means", "glossary")
        found = [(kind, r) for kind in kinds for r in getattr(self.plan, kind).values() if r.acronym]
        return sorted(found, key=lambda pair: sort_key(self.text(pair[1].acronym)))

    def responsible_actors(self) -> list[Record]:
        """The actors that answer for an action, in alphabetical order of the language."""
        ids = {part.actor for action in self.plan.actions.values() for part in action.actors if part.role == "responsible"}
        return sorted((self.plan.actors[id] for id in ids), key=lambda actor: sort_key(self.text(actor.name)))

    def holds(self, field: Field) -> str:
        """What a field of the data holds, in words."""
        what = self.wording.say(f"schema.{field.holds}", detail=field.detail)
        return self.wording.say("schema.many", what=what) if field.many else what

    def description(self, macro: str, id: str) -> str:
        """What a page is about, in a sentence or two for search engines and shared links."""
        if not id:
            return self._short(self.wording.say(f"description.{macro}"))
        record = getattr(self.plan, _PAGES[macro])[id]
        said = [self.label(_PAGES[macro], id)]
        if macro == "objective":
            said.append(self.word("statuses", record.status))
        if macro in ("source", "country", "area"):
            said.append(self.wording.say(f"description.{macro}"))
        said += [self.text(text) for field in ("summary", "text", "what") if (text := getattr(record, field, None))]
        return self._short(". ".join(part.rstrip(".") for part in said) + ".")

    @staticmethod
    def _short(text: str, most: int = 160) -> str:
        return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"

    def is_about_victims(self, macro: str, id: str) -> bool:
        """Whether a page speaks of victims, so that its foot names the emergency number."""
        if macro in ("countries", "country", "findings"):
            return True
        record = getattr(self.plan, _PAGES[macro])[id] if id and macro in _PAGES else None
        texts = [getattr(record, field, None) for field in ("title", "text", "summary")]
        return any("victim" in text.en.lower() for text in texts if text)

    def edit(self, record: Record, *path: str | int) -> dict[str, str]:
        """Where a record, or a field of it, is edited and where a mistake in it is reported."""
        place, line = record.place, record.place.line(*path)
        title = f"{record.id}: "
        return {
            "file": place.file,
            "line": str(line),
            "edit": f"{self.repository}/edit/main/{place.file}#L{line}",
            "report": f"{self.repository}/issues/new?template=mistake.yml&title={quote(title)}&place={quote(f'{place.file}:{line}')}",
        }


def quoted(text: str) -> Markup:
    """Words as a French source prints them, in guillemets, marked as French."""
    return Markup(f'<span lang="fr">{escape(typeset(f"« {text} »", "fr"))}</span>')


def in_days(entry: Entry) -> Any:
    """A value by which entries of different units of time sort; other units as they are."""
    return entry.value * {"month": 30, "year": 365}.get(entry.unit, 1)


def sort_key(text: str) -> str:
    """Letters without accents and case, so that é sorts as e."""
    return "".join(c for c in normalize("NFD", text.casefold()) if c.isalnum() or c == " ")


def kind_of(record: Record) -> str:
    """The kind of a record as `Plan` names it."""
    return KINDS[type(record).__name__]


_PAGES = {macro: kind for kind, macro in links.RECORD_PAGES.items()}
KINDS = {
    "Area": "areas", "Objective": "objectives", "Action": "actions", "Section": "sections", "Finding": "findings",
    "Actor": "actors", "Means": "means", "FollowUp": "follow_ups", "Commitment": "commitments",
    "Indicator": "indicators", "Country": "countries", "Source": "sources", "GlossaryTerm": "glossary",
}  # fmt: skip
