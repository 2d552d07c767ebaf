"""Addresses of EUR-Lex: the act that one names."""

import re
from urllib.parse import unquote

from macros.model.plan import Plan

_CELEX, _ELI = re.compile(r"(?i)CELEX[:/]?(\d{5}[A-Z]{1,2}\d{4})"), re.compile(r"/eli/(dir|reg|dec_framw|dec)/(\d{4})/(\d+)")
# How an address calls an act -> the letter of that act in its CELEX number.
_LETTERS = {"dir": "L", "reg": "R", "dec": "D", "dec_framw": "F"}


def held_source(address: str, plan: Plan) -> str:
    """The source whose act an address names by its CELEX number or as ELI; empty where none is of it. Its text may be cited only."""
    said = unquote(address)
    celex = found[1].upper() if (found := _CELEX.search(said)) else ""
    if found := _ELI.search(said):
        celex = f"3{found[2]}{_LETTERS[found[1]]}{int(found[3]):04}"
    return next((source.id for source in plan.sources.values() if celex and source.celex == celex), "")
