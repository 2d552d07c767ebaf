"""What came after the report as a table: a row for each development and each provision, with its proof."""

from typing import Any

from macros.evidence.moments import proof_of_moment
from macros.export.table import Table, both, in_each
from macros.languages import FIRST
from macros.model import addresses
from macros.model.plan import Plan
from macros.model.records import Development, Piece, Provision
from macros.model.values import Evidence

COLUMNS = (
    "id", "record", "development", "proof", "date", "date_is", "date_of", "date_proof", *in_each("title"), *in_each("text"), "kind", "makes",
    "bears_on", "actors", "countries", "deadline", "source", *in_each("note"), "address",
    "proofs", "sources", "publishers", "read_at", "seen_on", "locators", "languages", "quotations",
)  # fmt: skip


def developments_table(plan: Plan) -> Table:
    """Every development, each before its provisions."""
    return Table(COLUMNS, [_row(plan, piece) for piece in plan.pieces.values()])


def _row(plan: Plan, piece: Piece) -> dict[str, Any]:
    act, moment = plan.development_of(piece), plan.moment_of(piece)
    own, deadline = isinstance(piece, Development), piece.deadline if isinstance(piece, Provision) else None
    return {
        "id": piece.id,
        "record": "development" if own else "provision",
        "development": act.id,
        "proof": piece.proof,
        "date": moment.value,
        "date_is": moment.is_,
        "date_of": moment.of,
        "date_proof": proof_of_moment(piece, plan),
        **both("title", act.title),
        **both("text", piece.text),
        "kind": act.kind,
        "makes": act.makes,
        "bears_on": [f"{bearing.relation}: {bearing.to}" for bearing in piece.bears_on],
        "actors": [f"{part.role}: {part.actor}" for part in act.actors],
        "countries": piece.countries,
        "deadline": deadline.value if deadline else None,
        "source": act.source,
        **both("note", piece.note),
        "address": addresses.address(plan, "developments" if own else "provisions", piece.id),
        **_evidence(plan, piece.evidence),
    }


def _evidence(plan: Plan, evidence: list[Evidence]) -> dict[str, list[str]]:
    """Evidence in columns, part by part; a part that a piece does not have is empty."""
    return {
        "proofs": [one.proof for one in evidence],
        "sources": [one.source or "" for one in evidence],
        "publishers": [one.page.publisher if one.page else "" for one in evidence],
        "read_at": [_read_at(plan, one) for one in evidence],
        "seen_on": [one.seen.on if one.seen else "" for one in evidence],
        "locators": [one.locator for one in evidence],
        "languages": [plan.language_of(one) or "" for one in evidence],
        "quotations": [one.quotation for one in evidence],
    }


def _read_at(plan: Plan, one: Evidence) -> str:
    """Where the words can be read: the page on which they were seen, or a page of their source."""
    if one.page:
        return one.page.at
    source = plan.sources[one.source or ""]
    return addresses.eur_lex(source, source.language or FIRST) or (source.pages[0].at if source.pages else "")
