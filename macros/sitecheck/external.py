"""Check the links that lead outside: visit each, and write a report for tools/issue.py."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from macros.messages import tell
from macros.model.plan import Plan
from macros.output import write_text_file
from macros.problems import Problem
from macros.reading.load import load
from macros.sitecheck.archive import Unreachable, archived_copy
from macros.sitecheck.places import LinkOrigin, collect, known
from macros.sitecheck.site import BuiltSite
from macros.sitecheck.visits import Answer, Politeness, visit

# (address, day) -> the archived copy nearest to that day, or None.
Ask = Callable[[str, str], str | None]
TOLERATED_DAYS = 90  # days, where no archived copy is known


def problems(plan: Plan, places: dict[str, LinkOrigin], answers: dict[str, Answer], today: date, tries: int) -> Iterator[tuple[Problem, str]]:
    """What is to be done, with the address of each link that is broken (else nothing): links first, then records that no longer fit."""
    excused = {link.url for link in plan.links.values() if link.dead or (link.until and link.until >= today.isoformat())}
    for address, place in places.items():
        if answers[address].broken and address not in excused:
            first, others = place.pages[0] or tell("site.home"), len(place.pages) - 1
            where = tell("outside.on_more", page=first, number=others) if others else tell("outside.on", page=first)
            what = tell("outside.no_answer", address=address, tries=tries, answer=answers[address].text, where=where)
            yield Problem(place.file, place.line, place.record, what, tell("outside.correct_or_record")), address
    for link in plan.links.values():
        if answers[link.url].good:
            yield link.problem(("url",), tell("outside.answers_again", answer=answers[link.url].text), tell("outside.delete_record")), ""
        elif link.until and link.until < today.isoformat():
            said = tell("outside.was_tolerated", until=link.until, answer=answers[link.url].text)
            yield link.problem(("until",), said, tell("outside.find_out")), ""


def copies(plan: Plan, ask: Ask) -> Iterator[tuple[Problem, str]]:
    """Dead links whose record names no copy, where the archive has one by now; where it cannot be asked, another time will do."""
    places = known(plan)
    for link in (link for link in plan.links.values() if link.dead and not link.archived and link.url in places):
        with suppress(Unreachable):
            if copy := ask(link.url, places[link.url].day):
                yield link.problem(("url",), tell("outside.archive_has"), tell("outside.add_archived", copy=copy)), ""


def proposal(address: str, place: LinkOrigin, answer: Answer, today: date, ask: Ask) -> str:
    """A record for data/links.yaml, ready to paste: dead with its archived copy, or tolerated where none is known."""
    head = f"- url: {address}\n  reason: {json.dumps(f'Does not answer: {answer.text}.', ensure_ascii=False)}\n"
    try:
        copy = ask(address, place.day)
    except Unreachable as error:
        copy, head = None, f"# The archive could not be asked for a copy: {error}\n{head}"
    if copy and place.file.startswith("docs/"):
        return f"# If {address} is lost, write its archived copy into {place.file}, line {place.line}:\n# {copy}"
    # The first of a month: the text of the issue stays the same from week to week.
    until = (today + timedelta(TOLERATED_DAYS)).replace(day=1)
    return head + (f"  dead: yes\n  archived: {copy}" if copy else f"  until: {until}")


def run(options: argparse.Namespace, root: Path) -> int:
    """Visit every outside link of the built site and write a report; 1 when something is to be done, 2 when nothing could be checked."""
    if not (options.site / "index.html").is_file():
        print(tell("site.none", folder=options.site), file=sys.stderr)
        return 2
    site, plan = BuiltSite(options.site), load(root)
    agent = f"anti-trafficking-plan-tracker link check (+{site.address})"
    places = collect(site, plan, root)
    answers = visit(
        [*places, *(link.url for link in plan.links.values())], Politeness(agent, options.tries, options.wait, options.timeout, options.interval)
    )
    if answers and not any(answer.good or answer.code for answer in answers.values()):
        print(tell("outside.offline"), file=sys.stderr)
        return 2
    ask = partial(archived_copy, service=options.archive, agent=agent)
    found = [*problems(plan, places, answers, options.today, options.tries), *copies(plan, ask)]
    lists = {
        "problems": [str(problem) for problem, _ in found],
        "proposals": [proposal(url, places[url], answers[url], options.today, ask) for _, url in found if url],
        "undecided": [f"{url}: {answer.text}" for url, answer in answers.items() if answer.undecided],
        "moved": [f"{url}: {answer.moved}" for url, answer in answers.items() if answer.moved],
    }
    write_text_file(options.report, json.dumps({"checked": len(answers), **lists}, ensure_ascii=False, indent=1) + "\n")
    print(_in_words(len(answers), lists))
    return 1 if found else 0


def _in_words(checked: int, lists: Mapping[str, list[str]]) -> str:
    """The report for a person at a terminal."""
    aside = [tell(f"outside.{name}", line=line) for name in ("undecided", "moved") for line in lists[name]]
    counts = {name: len(lists[name]) for name in ("problems", "undecided", "moved")}
    return "\n".join([*lists["problems"], *lists["proposals"], *aside, tell("outside.checked", checked=checked, **counts)])
