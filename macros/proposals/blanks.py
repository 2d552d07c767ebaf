"""Files to fill in, in the order in which people write them: an assessment and a development. What may be chosen stands above its field."""

from collections.abc import Iterable

from macros.export.schemas import schema_of
from macros.model.kinds import KINDS
from macros.model.plan import Piece, Plan
from macros.model.records import Action, Objective, Provision
from macros.rules.assessments import COMPUTED
from macros.rules.suggest import bearing_on, folded
from macros.wording.catalogue import Wording
from macros.wording.labels import Labels

ASSESSMENT = """\
# yaml-language-server: $schema=../../../schema/{schema}
# {day}
# {today}
assessed_on:
rubric: "{rubric}"
# {statuses}
# {now}
status:
#confirms: yes
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
rests_on:
{pieces}
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
#actors:
#- {{actor: , role: responsible}}
bears_on:
# {relations}
- {{to: {to}, relation: continues}}
evidence:
# {seen}
- seen: {{at: "https://", on: , publisher: }}
#- linked: {{at: "https://", publisher: ngo}}
  language: {language}
  quotation: ""
"""


def file_name(kind: str, id: str) -> str:
    """The path of the file in which a record of its own is written."""
    return f"data/{KINDS[kind].file_of(id)}"


def blank_assessment(plan: Plan, objective: Objective, wording: Wording) -> str:
    """A new assessment of an objective, by the newest rubric: it names what the status may rest on, to choose from."""
    held = [piece for piece in bearing_on(plan, objective.id) if piece.proof == "verified"]
    return ASSESSMENT.format(
        schema=schema_of(KINDS["assessments"].file),
        day=wording.say("blank.day"),
        today=wording.say("blank.today"),
        rubric=list(plan.vocabularies["rubrics"])[-1],
        statuses=_words(plan, "statuses", wording, COMPUTED),
        confidences=_words(plan, "confidences", wording),
        now=wording.say("blank.now", status=objective.status),
        quotes=wording.say("blank.quotes"),
        keep=wording.say("blank.keep"),
        pieces="\n".join(f"# {_called(piece, Labels(plan, wording))}\n- {piece.id}" for piece in held or objective.actions),
    )


def blank_development(plan: Plan, to: str, wording: Wording) -> str:
    """A new development that bears on a record."""
    return DEVELOPMENT.format(
        schema=schema_of(KINDS["developments"].file),
        id=wording.say("blank.id"),
        quotes=wording.say("blank.quotes"),
        kinds=_words(plan, "development_kinds", wording),
        makes=_words(plan, "makes", wording),
        date=wording.say("blank.date", words=_words(plan, "date_of", wording)),
        who=wording.say("blank.who"),
        to=f'"{to}"' if to.replace(".", "", 1).isdigit() else to,  # a bare 3.1 is a number to other programs
        relations=_words(plan, "relations", wording),
        seen=wording.say("blank.seen"),
        language=wording.language,
    )


def _words(plan: Plan, vocabulary: str, wording: Wording, without: Iterable[str] = ()) -> str:
    """The words to choose from, each with what it is called where the word itself does not say it."""
    labels = ((id, getattr(word.label, wording.language)) for id, word in plan.vocabularies[vocabulary].items() if id not in without)
    return ", ".join(id if folded(label).endswith(folded(id)) else f"{id} ({label})" for id, label in labels)


def _called(piece: Piece | Action, labels: Labels) -> str:
    """A line that says what an identifier stands for: the place of a provision in its act, the title of anything else."""
    first = piece.evidence[0]
    if isinstance(piece, Provision) and first.source:
        return f"{labels.place(first)}, {labels.number(labels.plan.sources[first.source]) or first.source}"
    return labels.text(piece.text if isinstance(piece, Provision) else piece.title)
