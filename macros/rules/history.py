"""Published assessments stand; new ones are added beside them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from macros.languages import LANGUAGES
from macros.model.kinds import KINDS, TypedId, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import SCHEMA_VERSION, Assessment, Objective, objective_of
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.reading.revision import Written
from macros.similarity import changes, is_typo_fix

APPEND = "put it back as it was, and add a new assessment beside it; with  step_back: correction  where its status is lower"


def every_published_assessment_stands(before: Published, plan: Plan) -> Iterator[Problem]:
    """Each assessment of the base is there, unchanged but for typing errors and for a translation that was behind."""
    for id, was in before.records.get("assessments", {}).items():
        objective = typed_id("objectives", objective_of(id))
        if objective in plan.moved and not isinstance(plan.current_record(*parse_id(objective)), Objective):
            message = f"moves away from the published assessment {id}"
            yield plan.moved[objective].problem(("to",), message, "name an objective in  to, and leave its assessments where they are")
        elif id in plan.assessments:
            yield from _changed(plan, plan.assessments[id], was, same_shape=before.schema_version in (None, SCHEMA_VERSION))
        else:
            message = "this published assessment is gone"
            yield Problem(
                f"data/{KINDS['assessments'].file_of(id)}", 1, id, message, "put the file back as it was; where it was wrong, add a new one beside it"
            )


def every_new_assessment_says_when_it_was_made(before: Published, plan: Plan) -> Iterator[Problem]:
    """What it speaks of is apart from when we judged. The first assessments do not say when."""
    published = before.records.get("assessments", {})
    for id, new in plan.assessments.items() if published else ():
        if id not in published and not new.assessed_on:
            yield new.problem((), "does not say when it was made", "add  assessed_on: …  with the day on which you judged")


def _changed(plan: Plan, assessment: Assessment, written: Written, same_shape: bool) -> Iterator[Problem]:
    """The fields of a published assessment that changed; where the shape of records did, only those that it had."""
    now = assessment.model_dump(by_alias=True, exclude={"id"}, exclude_none=True)
    for field in (name for name in Assessment.model_fields if name != "id"):
        old, new = written.fields.get(field), now.get(field)
        if isinstance(old, dict) and isinstance(new, dict):
            # What was marked as older may be brought up to date: readers were told that it was behind.
            for language in (one for one in LANGUAGES if old.get("older") != one or new.get("older") == one):
                yield from _text_changed(assessment, (field, language), str(old.get(language, "")), new[language])
        elif field == "rests_on" and [_followed(plan, id) for id in old or []] == [_followed(plan, id) for id in new or []]:
            continue
        elif old != new and (same_shape or type(old) is type(new)):
            how = f"changed from {_shown(old)} to {_shown(new)}" if old and new else "was deleted" if old else "was added"
            yield assessment.problem((field,), f"'{field}' of a published assessment {how}", APPEND)


def _text_changed(assessment: Assessment, path: tuple[str, str], old: str, new: str) -> Iterator[Problem]:
    of = "of a published assessment"
    if old.split() == new.split():
        return
    if is_typo_fix(old, new):
        said = "; ".join(f"'{a}' is now '{b}'" for a, b in changes(old, new))
        message = f"a typing error was mended in '{path[0]}' ({path[1]}) {of}: {said}"
        yield replace(assessment.problem(path, message, "nothing to do: this is shown to reviewers"), level=NOTICE)
    else:
        yield assessment.problem(path, f'\'{path[0]}\' ({path[1]}) {of} changed from "{old}" to "{new}"', APPEND)


def _followed(plan: Plan, action: str) -> TypedId:
    return plan.moved_target("actions", action) or typed_id("actions", action)


def _shown(value: Any) -> str:
    return f"'{', '.join(value) if isinstance(value, list) else value}'"


RULES = [every_published_assessment_stands, every_new_assessment_says_when_it_was_made]
