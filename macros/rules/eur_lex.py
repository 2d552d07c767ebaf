"""Addresses of EUR-Lex: the act that one names."""

import re
from urllib.parse import unquote

from macros.model.plan import Plan

_CELEX, _ELI = re.compile(r"(?i)CELEX[:/]?(\d{5}[A-Z]{1,2}\d{4})"), re.compile(r"/eli/(dir|reg|dec_framw|dec)/(\d{4})/(\d+)")
_JOURNAL = re.compile(r"\b(?:OJ|JO)\s+(?P<series>[CL])\s*(?P<number>\d{1,4})\b(?:.*\bp\.?\s*(?P<page>\d+))?")
# How an address calls an act -> the letter of that act in its CELEX number.
_LETTERS = {"dir": "L", "reg": "R", "dec": "D", "dec_framw": "F"}


def held_source(address: str, plan: Plan) -> str:
    """The source whose act an address names by its CELEX number or as ELI; empty where none is of it. Its text may be cited only."""
    said = unquote(address)
    celex = found[1].upper() if (found := _CELEX.search(said)) else ""
    if found := _ELI.search(said):
        celex = f"3{found[2]}{_LETTERS[found[1]]}{int(found[3]):04}"
    return next((source.id for source in plan.sources.values() if celex and source.celex == celex), "")


def printed_in_journal(reference: str, plan: Plan) -> str:
    """The source that a reference to the Official Journal names, as "OJ L 101, 15.4.2011, p. 1"; empty where none, or more than one, is there."""
    if not (found := _JOURNAL.search(reference)):
        return ""
    there = [one for one in plan.sources.values() if one.oj and (one.oj.series, one.oj.number) == (found["series"], found["number"])]
    same = [one.id for one in there if one.oj and found["page"] in (None, one.oj.page)]
    return same[0] if len(same) == 1 else ""
