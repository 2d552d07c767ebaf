"""Files to fill in, in the order in which people write them: an assessment and a development. What may be chosen stands above its field."""

from collections.abc import Iterable, Sequence
from functools import cache
from textwrap import shorten, wrap

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
{day}
{today}
assessed_on:
rubric: "{rubric}"
{law}
{statuses}
status:
{confidences}
confidence:
{quotes}
reason:
  en:
  fr:
{missing}
missing:
  en:
  fr:
{keep}
rests_on:
{pieces}
"""
DEVELOPMENT = """\
# yaml-language-server: $schema=../../schema/{schema}
{id}
{quotes}
title:
  en:
  fr:
text:
  en:
  fr:
{kinds}
kind:
{makes}
makes:
{date}
date: {{value: , is: "on", of: event, printed: ""}}
{who}
#actors: [{{actor: , role: responsible}}]
bears_on:
{relations}
- {{to: {to}, relation: continues}}
evidence:
{seen}
- seen: {{at: "https://", on: , publisher: }}
{linked}
#- linked: {{at: "https://", publisher: ngo}}
  language: {language}
{quotation}
  quotation: ""
"""
# So wide is a line of GitHub's editor beside its menu.
WIDTH = 80


def file_name(kind: str, id: str) -> str:
    """The path of the file in which a record of its own is written."""
    return f"data/{KINDS[kind].file_of(id)}"


def blank_assessment(plan: Plan, objective: Objective, wording: Wording) -> str:
    """A new assessment of an objective, by the newest rubric: it names what the status may rest on, to choose from."""
    labels = Labels(plan, wording)
    return ASSESSMENT.format(
        schema=schema_of(KINDS["assessments"].file),
        day=_remark(wording.say("blank.day")),
        today=_remark(wording.say("blank.today")),
        law=_remark(wording.say("blank.law", most="partly-delivered" if objective.common_rules else "under-way")),
        rubric=list(plan.vocabularies["rubrics"])[-1],
        statuses=_words(plan, "statuses", wording, COMPUTED),
        confidences=_words(plan, "confidences", wording),
        quotes=_remark(wording.say("blank.quotes")),
        missing=_remark(wording.say("blank.missing")),
        keep=_remark(wording.say("blank.keep")),
        pieces="\n".join(f"{_remark(called(piece, labels))}\n#- {piece.id}" for piece in held_or_reported(plan, objective)),
    )


def blank_development(plan: Plan, to: str, wording: Wording) -> str:
    """A new development that bears on a record."""
    return DEVELOPMENT.format(
        schema=schema_of(KINDS["developments"].file),
        id=_remark(wording.say("blank.id")),
        quotes=_remark(wording.say("blank.quotes")),
        kinds=_words(plan, "development_kinds", wording),
        makes=f"{_remark(wording.say('blank.makes'))}\n{_words(plan, 'makes', wording)}",
        date=f"{_remark(wording.say('blank.date'))}\n{_words(plan, 'date_of', wording)}",
        who=_remark(wording.say("blank.who")),
        to=f'"{to}"' if to.replace(".", "", 1).isdigit() else to,  # a bare 3.1 is a number to other programs
        relations=_words(plan, "relations", wording),
        seen=_remark(wording.say("blank.seen")),
        linked=_remark(wording.say("blank.linked")),
        language=wording.language,
        quotation=_remark(wording.say("blank.quotation")),
    )


def held_or_reported(plan: Plan, objective: Objective) -> Sequence[Piece | Action]:
    """What bears on an objective and is held word by word; where nothing is, the actions that the report tells."""
    return [piece for piece in bearing_on(plan, objective.id) if piece.proof == "verified"] or objective.actions


@cache
def _remark(text: str) -> str:
    """Words as comments, in lines that nobody need scroll."""
    return "\n".join(f"# {line}" for line in wrap(text, WIDTH - 2, break_long_words=False, break_on_hyphens=False))


def _words(plan: Plan, vocabulary: str, wording: Wording, without: Iterable[str] = ()) -> str:
    """The words to choose from, each with what it is called where that does not hold the word itself."""
    labels = ((id, getattr(word.label, wording.language)) for id, word in plan.vocabularies[vocabulary].items() if id not in without)
    return _remark(", ".join(id if _says(label, id) else f"{id} ({label})" for id, label in labels))


@cache
def _says(label: str, id: str) -> bool:
    """Whether a label holds each word of an identifier, or a form of it."""
    return all(any(word.startswith(part) for word in folded(label).split()) for part in folded(id).split())


def called(piece: Piece | Action, labels: Labels) -> str:
    """What an identifier stands for: the day and place of a provision in its act, the day and title of anything else that came later."""
    if isinstance(piece, Action):
        return labels.text(piece.title)
    first, day = piece.evidence[0], labels.plan.moment_of(piece).value
    if isinstance(piece, Provision) and first.source:
        act = labels.plan.sources[first.source]
        return f"{day}, {labels.place(first)}, {labels.number(act) or shorten(labels.text(act.title), WIDTH // 2, placeholder='…')}"
    return f"{day}, {labels.text(piece.text if isinstance(piece, Provision) else piece.title)}"
