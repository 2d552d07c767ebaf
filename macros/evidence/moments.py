"""What prints a day: words of a quotation, or the digits in the address of a page."""

import re
from collections.abc import Sequence

from macros.evidence.quotations import pieces, stands_in, words
from macros.model.plan import Plan
from macros.model.records import Piece
from macros.model.values import Evidence, strongest

# A month, or a day of it, as addresses write them: 201206, 20120619, 2012-06-19, 2012/06/19.
_IN_ADDRESS = re.compile(r"([12]\d{3})([-/_.]?)(\d\d)(?:\2(\d\d))?")


def proof_of_moment(piece: Piece, plan: Plan) -> str:
    """The level of proof of the day of a development or provision: that of the best evidence that prints it; *linked* where none does."""
    holder = piece if piece.date else plan.development_of(piece)
    return proof_of_date(plan.moment_of(piece).printed, holder.evidence)


def proof_of_date(printed: str | None, evidence: Sequence[Evidence]) -> str:
    """The level of the best evidence that prints a date; *linked* where none does."""
    printing = [one for one in evidence if printed and (quotes(one, printed) or prints_in_address(one, printed))]
    return strongest(printing) if printing else "linked"


def quotes(evidence: Evidence, printed: str) -> bool:
    """Whether printed words stand in a quotation, in any of its languages."""
    quotations = (evidence.quotation, *(other.quotation for other in evidence.also))
    return any(stands_in(words(printed), piece) >= 0 for quotation in quotations for piece in pieces(quotation))


def prints_in_address(evidence: Evidence, printed: str) -> bool:
    """Whether the address of its page prints a day, or a month; what an archive adds to it is no part of it."""
    day = date_in_address(printed) and re.search(rf"(?<!\d){re.escape(printed)}(?!\d)", evidence.page.at if evidence.page else "")
    return bool(day)


def date_in_address(printed: str) -> str | None:
    """What digits of an address mean as a date: "20120619" and "2012/06/19" are 2012-06-19; None where they are none."""
    found = _IN_ADDRESS.fullmatch(printed)
    return "-".join(filter(None, (found[1], found[3], found[4]))) if found else None
