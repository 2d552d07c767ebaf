"""Rules on evidence: words stand where they are said to stand, and print the value beside them."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from macros.evidence import printed
from macros.evidence.language import CUT_BEFORE, CUT_BEHIND, language_of
from macros.evidence.printed_words import PRINTED
from macros.evidence.quotations import Fingerprint, Quoted, pieces, quoted, stands_in, words
from macros.evidence.reproduced import officially_titled
from macros.messages import either, language_name, tell
from macros.model.addresses import printed as printed_address
from macros.model.plan import Plan
from macros.model.records import REPORT, Country, Section, Source
from macros.model.shape import Record, Shape
from macros.model.values import Entry, Evidence, Figure, Journal, Period, When
from macros.problems import ERROR, NOTICE, Problem, suggestion
from macros.reading.stand_ins import is_stand_in
from macros.rules.length import MIN_WORDS, wrong_length


def every_quotation_stands_at_its_place(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """A quotation's words stand contiguously at its locator in the text of each language in which it is given, neither too few nor too many."""
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Evidence) and not is_stand_in(shape.quotation) and (source := plan.sources.get(shape.source or "")):
                others = (one for one in quoted(shape, source.language, fingerprints) if not one.path or one.language != source.language)
                excused = bool(getattr(record, "because", None))
                for one in others:
                    name = f"{source.id}.{one.language}" if one.path else source.id
                    for field, message, hint, *level in _quotation(one, shape.locator, name, fingerprints, excused):
                        place = (*path, *(() if field == "locator" else one.path), field)
                        yield record.problem(place, message, hint, level=level[0] if level else ERROR)


def no_language_is_quoted_twice(plan: Plan) -> Iterator[Problem]:
    """`also` gives the words in a language in which they do not stand already."""
    for record in plan.records():
        for path, shape in record.shapes:
            source = plan.sources.get(shape.source or "") if isinstance(shape, Evidence) else None
            seen = {source.language} if source else set()
            for at, other in enumerate(shape.also if isinstance(shape, Evidence) and source else ()):
                if other.language in seen:
                    yield record.problem(
                        (*path, "also", at), tell("quotations.words_stand_already", language=other.language), tell("quotations.delete_second_ones")
                    )
                seen.add(other.language)


def _quotation(one: Quoted, locator: str, name: str, texts: Mapping[str, Fingerprint], excused: bool) -> Iterator[tuple[str, ...]]:
    """(field, message, hint, level where it is no error) of what is wrong with a quotation from the text of this name.

    `excused` may break off at a negation. The hash of a run is short, so that one in some thousand quotations seems to do so: a notice.
    """
    source = one.text
    if source is None:
        yield (
            "language" if one.path else "source",
            tell("quotations.has_no_fingerprints_nothing", name=name),
            tell("quotations.quote_document_has_them"),
        )
        return
    parts = pieces(one.quotation)
    if locator not in source.units:
        some = list(source.units)[:: max(1, len(source.units) // 4)]
        otherwise = tell("quotations.write_one_fingerprints_map", name=name, some=", ".join(some))
        standing = tell("quotations.words_stand_at", others=either(others)) if (others := source.elsewhere(parts)) else ""
        if later := [id for id, text in texts.items() if locator in text.units and text.holds(parts, locator)]:
            standing = standing or tell("quotations.place_is_of_other", locator=locator, id=later[0])
        yield "locator", tell("quotations.has_no_place", name=name, locator=locator), standing or suggestion(locator, source.units, otherwise)
        return
    whole = len(parts) == 1 and source.is_whole(parts[0], locator)
    wrong = [] if whole else list(wrong_length(parts))
    yield from (("quotation", message, hint) for message, hint in wrong)
    too_short = wrong and min(map(len, parts)) < MIN_WORDS  # so short that its place cannot be told
    places = [] if too_short else source.places(parts, locator)
    if not too_short and len(places) < len(parts):
        hint = _where_it_ends(parts, one.quotation, locator, source)
        if one.language and (said := language_of(one.quotation, fewest=1)) and said != one.language:
            hint = tell("quotations.stays_in_its_language", language=language_name(one.language))
        yield "quotation", tell("quotations.quotation_not_at", name=name, locator=locator), hint
    elif not excused and (word := _negation_cut(parts, places, source, locator, one.language or "")):
        yield "quotation", tell("quotations.negation_cut", word=word), tell("quotations.quote_negation", word=word), NOTICE


def _negation_cut(parts: list[list[str]], places: list[range], source: Fingerprint, locator: str, language: str) -> str:
    """The negation at which a piece of a quotation begins or breaks off; empty where there is none."""
    around = CUT_BEFORE.get(language, ()), CUT_BEHIND.get(language, ())
    return next((word for part, place in zip(parts, places, strict=False) if (word := source.word_beside(part, place, locator, *around))), "")


def _where_it_ends(parts: list[list[str]], quotation: str, locator: str, source: Fingerprint) -> str:
    if others := source.elsewhere(parts):
        return tell("quotations.words_stand_at", others=either(others))
    if gap := re.search(r"\[?\(?(\.\.\.|…)\)?\]?", quotation.replace("[…]", "")):
        return tell("quotations.write_place_where_words", gap=gap[0], min_words=MIN_WORDS)
    part = next((part for part in parts if not source.holds([part], locator)), None)
    if part is None:
        return tell("quotations.pieces_stand_there_another")
    beginning = source.beginning(part, locator)
    if beginning:
        return tell("quotations.words_stand_there_up", beginning=_joined(beginning[-4:]))
    return tell("quotations.not_even_stands_there", part=_joined(part[:3]))


def _joined(part: list[str]) -> str:
    """Words as they are written: none stands apart behind an apostrophe."""
    return " ".join(part).replace("' ", "'")


class PrintedValue(NamedTuple):
    """A value in the data, the field and the text that print it, and what the text means in a language (None where nobody can tell)."""

    field: str
    text: str
    value: str | Decimal | None
    read: Callable[[str], str | Decimal | None]


def every_printed_value_is_proven(plan: Plan) -> Iterator[Problem]:
    """Each figure, date and listed country gives the words that print it: they stand in the quotation and mean the value in its language."""
    for record in plan.records():
        pieces_quoted = list(_pieces_quoted(record, plan))
        for path, shape in record.shapes:
            for printing in _printed_values(shape, plan):
                for field, message, hint in _unproven(printing, pieces_quoted):
                    yield record.problem((*path, field), message, hint)


def _pieces_quoted(record: Record, plan: Plan) -> Iterator[tuple[str | None, list[str]]]:
    """Each piece that a record quotes, and its language; None where the source does not say it."""
    for _, shape in record.shapes:
        if isinstance(shape, Evidence):
            for one in quoted(shape, plan.language_of(shape), {}):
                yield from ((one.language, piece) for piece in pieces(one.quotation))


def _unproven(printing: PrintedValue, pieces_quoted: list[tuple[str | None, list[str]]]) -> Iterator[tuple[str, str, str]]:
    """(field, message, hint) of what is wrong first, if anything is."""
    field, text, value, read = printing
    if not text:
        yield "max", tell("quotations.max_has_no_printed", value=value), tell("quotations.add_source_prints", field=field)
        return
    printed_words = words(text)
    languages = dict.fromkeys(language for language, piece in pieces_quoted if stands_in(printed_words, piece) >= 0)
    meanings = [read(language) for language in languages if language]
    if not languages:
        hint = tell("quotations.write_source_prints_quote")
        spoken_there = [language for language, _ in pieces_quoted if language and read(language) != value]
        if spoken_there and any(read(language) == value for language in PRINTED):
            hint = tell("quotations.printed_translated", language=language_name(spoken_there[0]))
        yield field, tell("quotations.not_quotation", field=field, text=text), hint
    elif meanings and value not in meanings:
        said = tell("quotations.means_nothing_we_can", field=field, text=text, value=value)
        if (meaning := meanings[0]) is not None:
            said = tell("quotations.means_not", field=field, text=text, meaning=meaning, value=value)
        # What prints a country may be a slip of the source.
        hint = tell("quotations.correct_country_or_sic" if str(value).isalpha() else "quotations.correct_value_printed_words")
        yield field, said, hint


def _printed_values(shape: Shape, plan: Plan) -> Iterator[PrintedValue]:
    match shape:
        case When() | Period():
            yield PrintedValue("printed", shape.printed, shape.value, partial(printed.date, shape.printed))
        case Source() if shape.number:
            yield PrintedValue("number", shape.number, shape.number, lambda _: shape.number)
        case Journal():
            yield PrintedValue("printed", shape.printed, shape.date, partial(printed.date, shape.printed))
        case Figure():
            yield from _printed_figure(shape)
        case Entry() if shape.country in plan.countries:
            yield from _printed_entry(shape, plan)


def _printed_figure(figure: Figure) -> Iterator[PrintedValue]:
    low = figure.min if figure.value is None else figure.value
    yield PrintedValue("printed", figure.printed, low, partial(printed.number, figure.printed))
    if figure.max is not None:
        text = figure.max_printed or ""
        yield PrintedValue("max_printed", text, figure.max, partial(printed.number, text))


def _printed_entry(entry: Entry, plan: Plan) -> Iterator[PrintedValue]:
    def meant(language: str) -> str | None:
        if _is_blamed_elsewhere(plan.countries[entry.country], entry.printed):
            return entry.country
        # What is odd in print may name no country; `sic` says so.
        return printed.country(entry.printed, plan.countries.values(), language) or (entry.country if entry.sic else None)

    yield PrintedValue("printed", entry.printed, entry.country, meant)
    if entry.value is not None:
        field, text = ("value_printed", entry.value_printed) if entry.value_printed else ("printed", entry.printed)
        yield PrintedValue(field, text, entry.value, partial(printed.number, text))


def _is_blamed_elsewhere(country: Country, printed_words: str) -> bool:
    """Whether the words print the code that a country has in its id, and not in `printed`: another rule names it once."""
    code = country.id.upper()
    return bool(country.printed and country.printed != code and code in words(printed_words))


def every_code_of_a_country_is_the_printed_one(plan: Plan) -> Iterator[Problem]:
    """The code by which a country is listed is that of `printed` in its record."""
    for country in plan.countries.values():
        listed = [entry for one in plan.indicators.values() for entry in one.entries if entry.country == country.id]
        if times := sum(_is_blamed_elsewhere(country, entry.printed) for entry in listed):
            message = tell("quotations.code_of_country", printed=country.printed, code=country.id.upper(), times=times)
            yield country.problem(("printed",), message, tell("quotations.write_code_of_country", code=country.id.upper()))


def every_official_title_is_the_printed_one(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """The titles in the language of the report of areas and objectives, and those of sections marked official, are whole printed titles."""
    if not (report := fingerprints.get(REPORT)):
        return
    for record in officially_titled(plan):
        locator, title = f"{record.id} title", getattr(record.title, plan.report_language)
        if locator not in report.units or not report.is_whole(words(title), locator):
            hint = tell("quotations.copy_title_or_official" if isinstance(record, Section) else "quotations.copy_title_printed_without")
            yield record.problem(("title", plan.report_language), tell("quotations.not_title_prints", title=title, report=REPORT), hint)


def every_quoted_source_names_its_language(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """A source with fingerprints says in which language it is quoted."""
    for id in fingerprints:
        if (source := plan.sources.get(id)) and not source.language:
            yield source.problem(("id",), tell("quotations.quoted_but_language_missing"), tell("quotations.add_language_fr"))


def every_dead_link_is_printed(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """A notice where an address is shown as printed and does not follow the words of a quotation of its source."""
    for source in plan.sources.values() if REPORT in fingerprints else ():
        quoted_there = [one for one in source.evidence if one.source == REPORT and one.locator in fingerprints[REPORT].units]
        printed = (pieces(f"{one.quotation} {printed_address(source)}") for one in quoted_there)
        if source.dead_link and not any(fingerprints[REPORT].holds(part, one.locator) for part, one in zip(printed, quoted_there, strict=True)):
            message = tell("quotations.dead_link_not_printed", address=source.dead_link)
            yield source.problem(("dead_link",), message, tell("quotations.quote_up_to_address"), level=NOTICE)


RULES = [
    every_dead_link_is_printed,
    every_quotation_stands_at_its_place,
    no_language_is_quoted_twice,
    every_printed_value_is_proven,
    every_code_of_a_country_is_the_printed_one,
    every_official_title_is_the_printed_one,
    every_quoted_source_names_its_language,
]
