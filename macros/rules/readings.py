"""Rules on evenness: data/verbs.yaml says how words of a source are read, and every record is read so, or says why not."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from macros.evidence.quotations import Fingerprint, pieces, words
from macros.messages import either, tell
from macros.model.plan import Plan
from macros.model.records import Action, Finding, Verb
from macros.problems import Problem
from macros.rules.claims import claims

TABLE = "data/verbs.yaml"


class Reading(NamedTuple):
    """A row of the table, and the first of its words that stand in the quotations of a record."""

    form: str
    verb: Verb


def every_record_is_read_by_the_table_of_verbs(plan: Plan, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Problem]:
    """The state of an action, the roles in a record and the weakness of a finding are those of its words, or it says why not."""
    records: list[Action | Finding] = [*plan.actions.values(), *plan.findings.values()]
    for record in records if plan.verbs else ():
        quoted = _quoted(record, fingerprints)
        readings = list(_readings(quoted, plan))
        found = [*_roles(record, readings, plan), *(_state(record, readings, plan) if isinstance(record, Action) else _weakness(record, readings))]
        found += claims(record, plan)
        if quoted and not record.because:
            yield from found
        elif quoted and not found and _is_known(record, plan):
            yield record.problem(("because",), tell("readings.says_why_read_otherwise", table=TABLE), tell("readings.delete_because"))


def _is_known(record: Action | Finding, plan: Plan) -> bool:
    """Whether its words are in the vocabulary, of which other rules speak."""
    return (isinstance(record, Finding) or record.state in plan.vocabularies["states"]) and all(
        part.role in plan.vocabularies["roles"] for part in record.actors
    )


def every_form_stands_in_one_row(plan: Plan) -> Iterator[Problem]:
    """No words are read in two ways."""
    seen: dict[str, tuple[str, int]] = {}
    for verb in plan.verbs.values():
        for index, form in enumerate(verb.forms):
            first = seen.setdefault(_spaced(form), (verb.id, index))
            if first != (verb.id, index):
                yield verb.problem(("forms", index), tell("readings.stands_too", form=form, first=first[0]), tell("readings.keep_one_row"))


def _quoted(record: Action | Finding, fingerprints: Mapping[str, Fingerprint]) -> list[str]:
    """Each piece of its quotations as a line of words; none where one of them does not stand at its place, of which another rule speaks."""
    quoted: list[str] = []
    for evidence in record.evidence:
        source, parts = fingerprints.get(evidence.source or ""), pieces(evidence.quotation)
        if source is None or evidence.locator not in source.units or not source.holds(parts, evidence.locator):
            return []
        quoted += map(_line, parts)
    return quoted


def _readings(quoted: list[str], plan: Plan) -> Iterator[Reading]:
    """The rows whose words are quoted, in the order of the table."""
    text = "\n".join(quoted)
    for verb in plan.verbs.values():
        if form := next((form for form in verb.forms if _spaced(form) in text), None):
            yield Reading(form, verb)


@cache
def _spaced(form: str) -> str:
    return _line(words(form))


def _line(part: list[str]) -> str:
    """Words with a blank on each side: one stands in another line only where its words stand there one after the other."""
    return f" {' '.join(part).lower()} "


def _state(action: Action, readings: list[Reading], plan: Plan) -> Iterator[Problem]:
    first = next((reading for reading in readings if reading.verb.state), None)
    if first is None:
        message = tell("readings.state_but_no_words", state=action.state, table=TABLE)
        yield action.problem(
            ("state",),
            message,
            tell("readings.quote_words_tell_add", table=TABLE),
        )
    elif first.verb.state != action.state and action.state in plan.vocabularies["states"]:
        message = tell("readings.state_but_reads", state=action.state, table=TABLE, form=first.form, meant=first.verb.state)
        yield action.problem(("state",), message, tell("readings.write_state_add_because", state=first.verb.state))


def _roles(record: Action | Finding, readings: list[Reading], plan: Plan) -> Iterator[Problem]:
    """What is wrong with the first part whose role its words do not give, or that is only mentioned where they give a role to nobody."""
    if isinstance(record, Action) and not record.is_act:
        return
    given = {role: reading.form for reading in reversed(readings) for role in reading.verb.roles}
    held = {part.role for part in record.actors}
    unheld = next((role for role in given if role not in held and role != "responsible"), None)
    for index, part in enumerate(record.actors):
        if part.role == "mentioned" and unheld:
            message = tell("readings.mentioned_nobody_but_reads", actor=part.actor, unheld=unheld, table=TABLE, given=given[unheld])
            hint = tell("readings.write_role_for_whoever", unheld=unheld)
        elif part.role != "mentioned" and part.role not in given and part.role in plan.vocabularies["roles"]:
            said = ", ".join(tell("readings.as", form=form, role=role) for role, form in given.items())
            roles = either([*given, "mentioned"])
            message = tell("readings.but_reads_no_role", actor=part.actor, role=part.role, table=TABLE)
            if said:
                message = tell("readings.but_reads", actor=part.actor, role=part.role, table=TABLE, said=said)
            hint = tell("readings.write_role_quote_words", roles=roles)
        else:
            continue
        yield record.problem(("actors", index, "role"), message, hint)
        return


def _weakness(finding: Finding, readings: list[Reading]) -> Iterator[Problem]:
    first = next((reading for reading in readings if reading.verb.weakness is not None), None)
    if (says := bool(first and first.verb.weakness)) != finding.weakness:
        written, right = ("yes" if one else "no" for one in (finding.weakness, says))
        message = tell("readings.weakness_but_has_no", written=written, table=TABLE)
        hint = tell("readings.write_weakness_add_because" if first else "readings.quote_words_tell_add", right=right, table=TABLE)
        if first:
            form = first.form
            message = tell("readings.weakness_but_reads_weakness", written=written, table=TABLE, form=form)
            if not says:
                message = tell("readings.weakness_but_reads_no", written=written, table=TABLE, form=form)
        yield finding.problem(("weakness",), message, hint)


RULES = [every_record_is_read_by_the_table_of_verbs, every_form_stands_in_one_row]
