"""Rules on levels of proof: what each may carry. The words of a source are held by fingerprints; *seen* and *linked* are for what came later."""

from collections.abc import Iterator

from macros.evidence import printed
from macros.evidence.moments import date_in_address, prints_in_address, quotes
from macros.evidence.quotations import GAP, pieces
from macros.model.kinds import kind_of
from macros.model.plan import Plan
from macros.model.shape import Record, shapes_in
from macros.model.values import PIECES, Evidence, Figure, Moment
from macros.problems import Problem
from macros.rules.length import wrong_length

# Kinds of record, and a field of the others, that may rest on what was only seen, or is only linked.
LATER, LATER_FIELD = (*PIECES, "actors", "sources"), "fragments"


def whatever_the_report_says_is_held(plan: Plan) -> Iterator[Problem]:
    """The words of the two first documents are held: nothing that the report tells rests on a page that was seen or is linked."""
    for record, path, evidence in _evidence(plan):
        if not evidence.source and kind_of(record) not in LATER and path[0] != LATER_FIELD:
            message = f"is only {evidence.proof}, and what a report says stands in words that are held"
            yield record.problem(path, message, "write  source: …, locator: …, quotation: …  in place of the page")


def only_a_page_of_an_accepted_publisher_is_seen(plan: Plan) -> Iterator[Problem]:
    """Words count as seen on a page of the publisher itself, a body of the EU, the Council of Europe, a court or a scholarly journal."""
    for record, path, evidence in _evidence(plan):
        publisher = plan.publishers.get(evidence.seen.publisher) if evidence.seen else None
        if publisher and not publisher.accepted:
            message = f"this piece is linked, not seen: it stands on a page of '{publisher.id}' ({publisher.name.en})"
            hint = "write  linked: {at, publisher}  in place of  seen; it is seen once the words are read on a page of the publisher itself"
            yield record.problem((*path, "seen", "publisher"), message, hint)


def every_quotation_of_a_page_is_short_and_whole(plan: Plan) -> Iterator[Problem]:
    """Words of a page are as many as those of a source, and none is left out between them: no program can find them there."""
    for record, path, evidence in _evidence(plan):
        if not evidence.page or not evidence.quotation:
            continue
        if GAP in evidence.quotation:
            message = f"{GAP} stands in words of a page, where nobody can check what is left out"
            yield record.problem((*path, "quotation"), message, "quote one piece without a gap, or two pieces of evidence")
        for message, hint in wrong_length(pieces(evidence.quotation), gaps=False):
            yield record.problem((*path, "quotation"), message, hint)


def every_moment_is_printed_as_it_says(plan: Plan) -> Iterator[Problem]:
    """Words that print the day of a development stand in a quotation of it, or digits in the address of a page, and mean that day."""
    for piece in plan.pieces.values():
        if piece.date and piece.date.printed and (said := _unproven(piece.date, piece.evidence, plan)):
            yield piece.problem(("date", "printed"), *said)


def _unproven(moment: Moment, evidence: list[Evidence], plan: Plan) -> tuple[str, str] | None:
    text = moment.printed or ""
    meanings = [date_in_address(text) for one in evidence if prints_in_address(one, text)]
    meanings += [printed.date(text, language) for one in evidence if quotes(one, text) for language in _languages(one, plan)]
    if not meanings:
        hint = "quote the words that print it; where nothing does, delete  printed: the date is then shown as not proven"
        return f"'printed: {text}' stands neither in a quotation nor in the address of a page", hint
    if moment.value not in meanings:
        says = next((f"'{meaning}'" for meaning in meanings if meaning), "nothing that we can read")
        return f"'printed: {text}' means {says}, not '{moment.value}'", "correct the value or the printed words, or delete  printed"
    return None


def _languages(evidence: Evidence, plan: Plan) -> list[str]:
    own = plan.language_of(evidence)
    return [*([own] if own else []), *(other.language for other in evidence.also)]


def no_figure_rests_on_a_link(plan: Plan) -> Iterator[Problem]:
    """A figure is printed by a piece that is verified or seen."""
    for record in plan.records():
        shapes = shapes_in(record)
        evidence = [shape for _, shape in shapes if isinstance(shape, Evidence)]
        for path, shape in shapes:
            for field in ("printed", "max_printed") if isinstance(shape, Figure) else ():
                text = getattr(shape, field)
                levels = {one.proof for one in evidence if text and quotes(one, text)}
                if levels == {"linked"}:
                    hint = "find it in a text that is held, or on a page of the publisher itself; else leave the figure out"
                    yield record.problem((*path, field), f"the figure '{text}' rests on a link only", hint)


def _evidence(plan: Plan) -> Iterator[tuple[Record, tuple, Evidence]]:
    for record in plan.records():
        for path, shape in shapes_in(record):
            if isinstance(shape, Evidence):
                yield record, path, shape


RULES = [
    whatever_the_report_says_is_held,
    only_a_page_of_an_accepted_publisher_is_seen,
    every_quotation_of_a_page_is_short_and_whole,
    every_moment_is_printed_as_it_says,
    no_figure_rests_on_a_link,
]
