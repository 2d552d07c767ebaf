"""Rules on levels of proof: what each may carry. The words of a source are held by fingerprints; *seen* and *linked* are for what came later."""

import re
from collections.abc import Iterator

from macros.evidence import printed
from macros.evidence.language import SMALL_WORDS, language_of
from macros.evidence.moments import date_in_address, prints_in_address, quotes
from macros.evidence.printed_words import PRINTED
from macros.evidence.quotations import GAP, pieces, words
from macros.messages import language_name, spoken, tell
from macros.model.addresses import host, is_below
from macros.model.kinds import kind_of
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.model.values import PIECES, Evidence, Figure, Moment
from macros.problems import NOTICE, Problem
from macros.rules.length import wrong_length
from macros.rules.told import titles_and_texts

# What somebody put into words that are quoted: where words are left out, and what is stressed.
OUR_MARK = re.compile(r"\.\.\.|(?<!\[)…|\((?:my |our )?emphasis[^)]*\)|\((?:soulign|italique)[^)]*\)")
# Kinds of record, and a field of the others, that may rest on what was only seen, or is only linked.
LATER, LATER_FIELD = (*PIECES, "actors", "sources"), "fragments"


def whatever_the_report_says_is_held(plan: Plan) -> Iterator[Problem]:
    """The words of the two first documents are held: nothing that the report tells rests on a page that was seen or is linked."""
    for record, path, evidence in _evidence(plan):
        if not evidence.source and kind_of(record) not in LATER and path[0] != LATER_FIELD:
            message = tell("proof.only_what_report_says", proof=evidence.proof)
            yield record.problem(path, message, tell("proof.write_source_locator_quotation"))


def only_a_page_of_an_accepted_publisher_is_seen(plan: Plan) -> Iterator[Problem]:
    """Words count as seen on a page of the publisher itself, a body of the EU, the Council of Europe, a court or a scholarly journal."""
    for record, path, evidence in _evidence(plan):
        publisher = plan.publishers.get(evidence.seen.publisher) if evidence.seen else None
        if publisher and not publisher.accepted:
            message = tell("proof.piece_linked_not_seen", id=publisher.id, name=getattr(publisher.name, spoken()))
            hint = tell("proof.write_linked_at_publisher", address=evidence.page.at if evidence.page else "", id=publisher.id)
            yield record.problem((*path, "seen", "publisher"), message, hint)


def no_page_is_seen_on_a_site_of_somebody_else(plan: Plan) -> Iterator[Problem]:
    """Whoever stands for all sites below a host, as any site of the Union, is named for a page on one of these."""
    for record, path, evidence in _evidence(plan):
        publisher = plan.publishers.get(evidence.seen.publisher) if evidence.seen else None
        site = host(evidence.page.at) if evidence.page else ""
        if publisher and publisher.general and publisher.host and not is_below(site, publisher.host):
            message = tell("proof.site_of_another", host=site, name=getattr(publisher.name, spoken()))
            hint = tell("proof.link_or_name_other", address=evidence.page.at if evidence.page else "")
            yield record.problem((*path, "seen", "publisher"), message, hint)


def every_quotation_of_a_page_is_short_and_whole(plan: Plan) -> Iterator[Problem]:
    """Words of a page are as many as those of a source, and none is left out between them: no program can find them there."""
    for record, path, evidence in _evidence(plan):
        if not evidence.page or not evidence.quotation:
            continue
        if GAP in evidence.quotation:
            message = tell("proof.stands_words_page_where", gap=GAP)
            yield record.problem((*path, "quotation"), message, tell("proof.quote_one_piece_without"))
        for message, hint in wrong_length(pieces(evidence.quotation), gaps=False):
            yield record.problem((*path, "quotation"), message, hint)


def every_quotation_of_a_page_is_of_the_page(plan: Plan) -> Iterator[Problem]:
    """A notice on words of a page that are our own title or text to the letter, or that hold a mark of ours."""
    for record, path, evidence in _evidence(plan):
        if evidence.page and evidence.quotation:
            own = [text for *_, text in titles_and_texts(record)] if kind_of(record) in PIECES else []
            said: tuple[str, str] | None = None
            if found := OUR_MARK.search(evidence.quotation):
                said = tell("proof.mark_of_ours", found=found[0]), tell("proof.copy_from_page")
            elif words(evidence.quotation) in map(words, own):
                said = tell("proof.words_of_ours"), tell("proof.copy_unless_there")
            if said:
                yield record.problem((*path, "quotation"), *said, level=NOTICE)


def every_quotation_of_a_page_is_in_its_language(plan: Plan) -> Iterator[Problem]:
    """A notice on words of a page that are told as those of another language than the one beside them."""
    for record, path, evidence in _evidence(plan):
        found = language_of(evidence.quotation) if evidence.page and evidence.language in SMALL_WORDS else ""
        if found not in ("", evidence.language):
            message = tell("proof.words_in_other_language", found=language_name(found))
            yield record.problem((*path, "language"), message, tell("proof.write_language", language=found), level=NOTICE)


def every_moment_is_printed_as_it_says(plan: Plan) -> Iterator[Problem]:
    """Words that print the day of a development stand in a quotation of it, or digits in the address of a page, and mean that day."""
    for piece in plan.pieces.values():
        # Of a language or a source that is none, another rule speaks.
        known = all((plan.language_of(one) or "") in plan.vocabularies["languages"] for one in piece.evidence if one.quotation)
        if known and piece.date and piece.date.printed and (said := _unproven(piece.date, piece.evidence, plan)):
            yield piece.problem(("date", "printed"), *said)


def no_address_dates_what_words_date_otherwise(plan: Plan) -> Iterator[Problem]:
    """A notice on a full day that only an address prints, while quotations of the same record print others."""
    for piece in plan.pieces.values():
        text = piece.date.printed if piece.date else None
        if not text or not piece.date or len(date_in_address(text) or "") < len("2006-07-24") or any(quotes(one, text) for one in piece.evidence):
            continue
        quoted = {day for one in piece.evidence for day in printed.days(one.quotation, plan.language_of(one) or "")}
        if quoted and piece.date.value not in quoted:
            message = tell("proof.address_dates_otherwise", value=piece.date.value, days=", ".join(sorted(quoted)))
            yield piece.problem(("date", "printed"), message, tell("proof.print_day_of_words"), level=NOTICE)


def _unproven(moment: Moment, evidence: list[Evidence], plan: Plan) -> tuple[str, str] | None:
    text = moment.printed or ""
    meanings = [date_in_address(text) for one in evidence if prints_in_address(one, text)]
    meanings += [printed.date(text, language) for one in evidence if quotes(one, text) for language in _languages(one, plan)]
    if not meanings:
        hint = tell("proof.quote_words_print_where")
        return tell("proof.printed_stands_neither_quotation", text=text), hint
    if moment.value not in meanings:
        said = tell("proof.printed_means_nothing_we", text=text, value=moment.value)
        if meaning := next(filter(None, meanings), None):
            said = tell("proof.printed_means_not", text=text, meaning=meaning, value=moment.value)
        other = next((language for language in PRINTED if printed.date(text, language) == moment.value), None)
        return said, tell("proof.write_language", language=other) if other else tell("proof.correct_value_printed_words")
    return None


def _languages(evidence: Evidence, plan: Plan) -> list[str]:
    own = plan.language_of(evidence)
    return [*([own] if own else []), *(other.language for other in evidence.also)]


def no_figure_rests_on_a_link(plan: Plan) -> Iterator[Problem]:
    """A figure is printed by a piece that is verified or seen."""
    for record in plan.records():
        shapes = record.shapes
        evidence = [shape for _, shape in shapes if isinstance(shape, Evidence)]
        for path, shape in shapes:
            for field in ("printed", "max_printed") if isinstance(shape, Figure) else ():
                text = getattr(shape, field)
                levels = {one.proof for one in evidence if text and quotes(one, text)}
                if levels == {"linked"}:
                    hint = tell("proof.find_text_held_on")
                    yield record.problem((*path, field), tell("proof.figure_rests_on_link", text=text), hint)


def _evidence(plan: Plan) -> Iterator[tuple[Record, tuple, Evidence]]:
    for record in plan.records():
        for path, shape in record.shapes:
            if isinstance(shape, Evidence):
                yield record, path, shape


RULES = [
    whatever_the_report_says_is_held,
    only_a_page_of_an_accepted_publisher_is_seen,
    no_page_is_seen_on_a_site_of_somebody_else,
    every_quotation_of_a_page_is_short_and_whole,
    every_quotation_of_a_page_is_of_the_page,
    every_quotation_of_a_page_is_in_its_language,
    every_moment_is_printed_as_it_says,
    no_address_dates_what_words_date_otherwise,
    no_figure_rests_on_a_link,
]
