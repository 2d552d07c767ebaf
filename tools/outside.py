"""Check the links that lead outside: visit each, and write a report for tools/issue.py."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from archive import WAYBACK, Unreachable, archived_copy
from built import Site
from places import Place, collect, known
from project import ROOT
from visits import Answer, Manners, visit

from macros.load import load
from macros.plan import Plan
from macros.problems import Faults, Problem

# (address, day) -> the archived copy nearest to that day, or None.
Ask = Callable[[str, str], str | None]
TOLERATED = 90  # days, where no archived copy is known


def problems(plan: Plan, places: dict[str, Place], answers: dict[str, Answer], today: date, tries: int) -> Iterator[tuple[Problem, str]]:
    """What is to be done, with the address of each link that is broken (else nothing): links first, then records that no longer fit."""
    excused = {link.url for link in plan.links if link.dead or link.until >= today.isoformat()}
    for address, place in places.items():
        if answers[address].broken and address not in excused:
            more = f" and {len(place.pages) - 1} more pages" if len(place.pages) > 1 else ""
            what = f"{address} does not answer in {tries} tries: {answers[address].text} (on {place.pages[0] or 'the home page'}{more})"
            yield Problem(place.file, place.line, place.record, what, "correct the address, or record it in data/links.yaml"), address
    for link in plan.links:
        if answers[link.url].good:
            yield link.problem(("url",), f"this link answers again: {answers[link.url].text}", "delete the record"), ""
        elif link.until and link.until < today.isoformat():
            hint = "find out what became of it: write a later day, or  dead: yes"
            yield link.problem(("until",), f"was tolerated until {link.until}: {answers[link.url].text}", hint), ""


def copies(plan: Plan, ask: Ask) -> Iterator[tuple[Problem, str]]:
    """Dead links whose record names no copy, where the archive has one by now; where it cannot be asked, another time will do."""
    places = known(plan)
    for link in (link for link in plan.links if link.dead and not link.archived and link.url in places):
        with suppress(Unreachable):
            if copy := ask(link.url, places[link.url].day):
                yield link.problem(("url",), "the archive has a copy of this dead page", f"add  archived: {copy}"), ""


def proposal(address: str, place: Place, answer: Answer, today: date, ask: Ask) -> str:
    """A record for data/links.yaml, ready to paste: dead with its archived copy, or tolerated where none is known."""
    head = f"- url: {address}\n  reason: {json.dumps(f'Does not answer: {answer.text}.', ensure_ascii=False)}\n"
    try:
        copy = ask(address, place.day)
    except Unreachable as error:
        copy, head = None, f"# The archive could not be asked for a copy: {error}\n{head}"
    if copy and place.file.startswith("docs/"):
        return f"# If {address} is lost, write its archived copy into {place.file}, line {place.line}:\n# {copy}"
    # The first of a month: the text of the issue stays the same from week to week.
    until = (today + timedelta(TOLERATED)).replace(day=1)
    return head + (f"  dead: yes\n  archived: {copy}" if copy else f"  until: {until}")


def check(options: argparse.Namespace) -> int:
    """Visit every outside link of the built site and write a report; 1 when something is to be done, 2 when nothing could be checked."""
    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no built site: make one with  make site", file=sys.stderr)
        return 2
    site, plan = Site(options.site), load(ROOT)
    agent = f"anti-trafficking-plan-tracker link check (+{site.address})"
    places = collect(site, plan)
    answers = visit([*places, *(link.url for link in plan.links)], Manners(agent, options.tries, options.wait, options.timeout, options.interval))
    if answers and not any(answer.good or answer.code for answer in answers.values()):
        print("No outside link answers at all: this machine seems to be offline. No report was written.", file=sys.stderr)
        return 2
    ask = partial(archived_copy, service=options.archive, agent=agent)
    found = [*problems(plan, places, answers, options.today, options.tries), *copies(plan, ask)]
    report = {
        "checked": len(answers),
        "problems": [str(problem) for problem, _ in found],
        "proposals": [proposal(url, places[url], answers[url], options.today, ask) for _, url in found if url],
        "undecided": [f"{url}: {answer.text}" for url, answer in answers.items() if not answer.good and not answer.broken],
        "moved": [f"{url}: {answer.moved}" for url, answer in answers.items() if answer.moved],
    }
    options.report.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
    aside = [f"{what}: {line}" for what in ("undecided", "moved") for line in report[what]]
    print("\n".join([*report["problems"], *report["proposals"], *aside]))
    counts = f"{len(found)} to be mended, {len(report['undecided'])} not decided, {len(report['moved'])} moved for good"
    print(f"{len(answers)} outside links: {counts}.")
    return 1 if found else 0


def main() -> int:
    """Run the check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--report", type=Path, required=True, help="the file to write")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="the day by which records expire (default: today)")
    parser.add_argument("--archive", default=WAYBACK, help="the service that is asked for archived copies (default: %(default)s)")
    parser.add_argument("--tries", type=int, default=Manners.tries, help="a link must fail that often (default: %(default)s)")
    parser.add_argument("--wait", type=float, default=Manners.wait, help="seconds between tries (default: %(default)s)")
    parser.add_argument("--timeout", type=int, default=Manners.timeout, help="seconds until an answer is given up (default: %(default)s)")
    parser.add_argument("--interval", type=float, default=Manners.interval, help="seconds between two pages of a host (default: %(default)s)")
    try:
        return check(parser.parse_args())
    except Faults as faults:
        print(faults, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
