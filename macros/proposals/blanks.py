"""Files to fill in, in the order in which people write them: an assessment and a development. What may be chosen stands above its field."""

from collections.abc import Iterable

from macros.export.schemas import schema_of
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.records import Objective
from macros.rules.assessments import COMPUTED
from macros.wording.catalogue import Wording

ASSESSMENT = """\
# yaml-language-server: $schema=../../../schema/{schema}
# {day}
assessed_on:
rubric: "{rubric}"
# {statuses}
# {now}
status:
# {confidences}
confidence:
# {quotes}
reason:
  en:
  fr:
missing:
  en:
  fr:
# {keep}
rests_on: [{pieces}]
"""
DEVELOPMENT = """\
# yaml-language-server: $schema=../../schema/{schema}
# {id}
# {quotes}
title:
  en:
  fr:
text:
  en:
  fr:
# {kinds}
kind:
# {makes}
makes:
# {date}
date: {{value: , is: "on", of: , printed: ""}}
# {who}
# actors:
# - {{actor: , role: responsible}}
bears_on:
# {relations}
- {{to: {to}, relation: continues}}
evidence:
# {seen}
- seen: {{at: "https://", on: , publisher: }}
  language: en
  quotation: ""
"""


def file_name(kind: str, id: str) -> str:
    """The path of the file in which a record of its own is written."""
    return f"data/{KINDS[kind].file_of(id)}"


def blank_assessment(plan: Plan, objective: Objective, wording: Wording) -> str:
    """A new assessment of an objective, by the newest rubric: it names what the status may rest on, to choose from."""
    held = [piece.id for piece in plan.pieces.values() if piece.proof == "verified" and _bears_on(piece.bears_on, objective.id)]
    return ASSESSMENT.format(
        schema=schema_of(KINDS["assessments"].file),
        day=wording.say("blank.day"),
        rubric=list(plan.vocabularies["rubrics"])[-1],
        statuses=_words(plan, "statuses", COMPUTED),
        confidences=_words(plan, "confidences"),
        now=wording.say("blank.now", status=objective.status),
        quotes=wording.say("blank.quotes"),
        keep=wording.say("blank.keep"),
        pieces=", ".join(held or [action.id for action in objective.actions]),
    )


def blank_development(plan: Plan, to: str, wording: Wording) -> str:
    """A new development that bears on a record."""
    return DEVELOPMENT.format(
        schema=schema_of(KINDS["developments"].file),
        id=wording.say("blank.id"),
        quotes=wording.say("blank.quotes"),
        kinds=_words(plan, "development_kinds"),
        makes=_words(plan, "makes"),
        date=wording.say("blank.date", words=_words(plan, "date_of")),
        who=wording.say("blank.who"),
        to=f'"{to}"' if to.replace(".", "", 1).isdigit() else to,  # a bare 3.1 is a number to other programs
        relations=_words(plan, "relations"),
        seen=wording.say("blank.seen"),
    )


def _words(plan: Plan, vocabulary: str, without: Iterable[str] = ()) -> str:
    return ", ".join(id for id in plan.vocabularies[vocabulary] if id not in without)


def _bears_on(bearings: Iterable, id: str) -> bool:
    return any(bearing.to == id for bearing in bearings)
