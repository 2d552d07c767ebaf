"""Rules on identifiers themselves: each stands for one thing, numbers have no gap, no two records share an address."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from macros.evidence.quotations import Fingerprint
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.addresses import ADDRESSES, FORMER_ANCHORS, INDEXES, RECORD_PAGES
from macros.model.kinds import KINDS, Moved, kind_of, parse_id
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.problems import LAST, Problem
from macros.similarity import fold

# Page -> the kinds whose identifiers are anchors of it.
SHARED_PAGES = {
    page: [kind for kind, address in ADDRESSES.items() if address == f"{page}#{{id}}" or kind == FORMER_ANCHORS.get(page)] for page in INDEXES
}
# The kinds of what has a name of its own.
WITH_A_NAME = [kind for kind, row in KINDS.items() if "name" in row.shape.model_fields]
# Names that Windows keeps for devices, in a file name with any ending.
DEVICES = re.compile(r"aux|con|nul|prn|(com|lpt)\d")


def every_identifier_is_used_once(plan: Plan) -> Iterator[Problem]:
    """No two records of a kind share an id."""
    given: list[str] = []
    for record in plan.repeated:
        given.append(free := _next_free(record, plan, given))
        hint = tell("unique.next_free_one_ids", free=free) if free else tell("unique.correct_one_two_ids")
        yield record.problem(("id",), tell("unique.id_already_taken", id=record.id), hint)


def _next_free(record: Record, plan: Plan, given: list[str]) -> str:
    """The first number that no record has, had before it moved, or was just given; empty for an id that is no serial number."""
    if KINDS[kind := kind_of(record)].numbered != "us":
        return ""
    stem = _stem(record.id)
    used = {*plan.of(kind), *_gone(plan), *given}
    return next(f"{stem}{number}" for number in count(1) if f"{stem}{number}" not in used)


def _stem(id: str) -> str:
    """A serial number without its last figures: `2.1.1-` of `2.1.1-4`."""
    return re.sub(r"\d+$", "", id)


def _gone(plan: Plan) -> set[str]:
    return {id for _, id in map(parse_id, plan.moved)}


def no_two_records_have_one_name(plan: Plan) -> Iterator[Problem]:
    """Each actor, means, country and publisher is called otherwise than every other one of its kind, in each language."""
    for kind in WITH_A_NAME:
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for record in plan.of(kind).values():
                name = getattr(getattr(record, "name", None), language, "")
                if seen.setdefault(fold(name), record.id) != record.id:
                    message = tell("unique.name_taken", name=name, id=seen[fold(name)])
                    yield record.problem(("name", language), message, tell("unique.name_otherwise"))


def no_list_holds_one_thing_twice(plan: Plan) -> Iterator[Problem]:
    """No list of a record has an item that is the same as an earlier one to the letter."""
    for record in plan.records():
        for path, shape in record.shapes:
            for name, value in vars(shape).items():
                several = isinstance(value, list) and len(value) > 1 and not isinstance(value[0], Record)
                for place, item in enumerate(value if several else ()):
                    if item in value[:place] and not getattr(item, "page", None):  # which addresses stand twice, another rule says
                        called = type(shape).model_fields[name].alias or name
                        yield replace(record.problem((*path, called, place), tell("unique.stands_twice"), tell("unique.keep_one")), stands=LAST)


def every_serial_number_follows_the_one_before(plan: Plan) -> Iterator[Problem]:
    """Actions of an objective, and findings, are numbered without a gap: a number that no record has stands in data/moved.yaml."""
    lists: list[Sequence[Record]] = [*(objective.actions for objective in plan.objectives.values()), list(plan.findings.values())]
    for records in lists:
        used = {record.id for record in records} | _gone(plan)
        for record in records:
            stem = _stem(record.id)
            before = f"{stem}{int(record.id.removeprefix(stem)) - 1}"
            if before not in used and before != f"{stem}0" and any(id.startswith(stem) for id in used - {record.id}):
                free = next(id for number in count(1) if (id := f"{stem}{number}") not in used)
                hint = tell("unique.put_lost_record_back", free=free)
                yield record.problem(("id",), tell("unique.number_before_missing", before=before), hint)


def every_numbered_part_of_a_source_has_its_record(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """Each area, objective, section, follow-up and commitment that a source numbers is there: a file that was cut between records is noticed."""
    for source, prints in fingerprints.items():
        for id in (unit.removesuffix(" title") for unit in prints.units):
            kinds = [name for name, kind in KINDS.items() if kind.numbered == "source" and re.fullmatch(kind.shape.ID, id)]
            if kinds and not any(id in plan.of(kind) or plan.moved_target(kind, id) for kind in kinds):
                line = max((record.place.line() for record in plan.of(kinds[0]).values()), default=1)
                word = tell(f"kinds.{kinds[0]}")
                message = tell("unique.numbers_part_but_no", source=source, word=word)
                yield Problem(f"data/{KINDS[kinds[0]].file}", line, id, message, tell("unique.put_record_back_file"))


def every_anchor_of_a_page_differs(plan: Plan, anchors: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """Records that share a page do not share an id, nor take an anchor that the template of the page writes."""
    for page, kinds in SHARED_PAGES.items():
        taken = set()
        for record in (record for kind in kinds for record in plan.of(kind).values()):
            if record.id in taken or _is_written(record.id, INDEXES[page], anchors):
                yield record.problem(("id",), tell("unique.id_already_anchor_same", id=record.id), tell("common.choose_another_id"))
            taken.add(record.id)


def no_role_takes_an_anchor(plan: Plan, anchors: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """The page of an actor has a heading for each role, with its id as anchor."""
    for role in plan.vocabularies["roles"].values():
        if _is_written(role.id, "actor", anchors):
            yield role.problem(("id",), tell("unique.id_already_anchor_pages", id=role.id), tell("common.choose_another_id"))


def no_indicator_takes_an_anchor(plan: Plan, anchors: Mapping[str, re.Pattern[str]]) -> Iterator[Problem]:
    """The page of a country has a line for each list in which the country can stand, with the id of the indicator as anchor."""
    for indicator in plan.indicators.values():
        if _is_written(indicator.id, "country", anchors):
            yield indicator.problem(("id",), tell("unique.id_already_anchor_countries", id=indicator.id), tell("common.choose_another_id"))


def _is_written(id: str, macro: str | None, anchors: Mapping[str, re.Pattern[str]]) -> bool:
    return bool(macro and macro in anchors and anchors[macro].fullmatch(id))


def every_identifier_can_name_a_file(plan: Plan) -> Iterator[Problem]:
    """Pages, tables and fingerprints are files called after records: none has a name that Windows keeps for a device."""
    hint = tell("unique.windows_keeps_name_for")
    for record in (record for kind in KINDS for record in plan.of(kind).values()):
        own = parse_id(record.id).id if isinstance(record, Moved) else record.id
        for field, ids in (("id", [own]), ("redirects", getattr(record, "redirects", []))):
            for id in filter(DEVICES.fullmatch, ids):
                yield record.problem((field,), tell("unique.no_file_can_be", id=id), hint)


def no_page_takes_the_place_of_an_index(plan: Plan) -> Iterator[Problem]:
    """The page that lists all records of a kind is called index."""
    for record in (plan.of(kind)["index"] for kind in RECORD_PAGES if "index" in plan.of(kind)):
        yield record.problem(("id",), tell("unique.index_page_lists_them"), tell("common.choose_another_id"))


def every_country_code_leads_to_one_country(plan: Plan) -> Iterator[Problem]:
    """No printed code, ISO code or redirect stands for two countries."""
    for field in ("printed", "iso", "redirects"):
        seen = {id: id for id in plan.countries} if field == "redirects" else {}
        for country in plan.countries.values():
            codes = getattr(country, field)
            for code in codes if isinstance(codes, list) else [codes] if codes else []:
                if code in seen:
                    yield country.problem(
                        (field,), tell("unique.already_stands_for", code=code, seen=seen[code]), tell("unique.give_each_country_code")
                    )
                seen.setdefault(code, country.id)


RULES = [
    every_identifier_is_used_once,
    no_two_records_have_one_name,
    no_list_holds_one_thing_twice,
    every_serial_number_follows_the_one_before,
    every_numbered_part_of_a_source_has_its_record,
    every_anchor_of_a_page_differs,
    no_role_takes_an_anchor,
    no_indicator_takes_an_anchor,
    every_identifier_can_name_a_file,
    no_page_takes_the_place_of_an_index,
    every_country_code_leads_to_one_country,
]
