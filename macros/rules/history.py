"""Published assessments stand: new ones are appended."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from macros.languages import LANGUAGES
from macros.model.kinds import TypedId, typed_id
from macros.model.plan import Plan
from macros.model.records import SCHEMA_VERSION, Assessment, Objective
from macros.problems import NOTICE, Problem
from macros.reading.published import Pair, Published, pair_assessments
from macros.similarity import changes, is_typo_fix

APPEND = "put it back as it was, and append a new assessment below; with  step_back: correction  where its status is lower"


def every_published_assessment_stands(before: Published, plan: Plan) -> Iterator[Problem]:
    """Each assessment of the base is there, in its place and unchanged but for typing errors; new ones stand below."""
    for id, old in before.records.get("objectives", {}).items():
        objective = plan.current_record("objectives", id)
        published = [item for item in old.fields.get("assessments") or [] if isinstance(item, dict)]
        if isinstance(objective, Objective):
            compare = partial(_changed, plan, objective, same_shape=before.schema_version in (None, SCHEMA_VERSION))
            pairs = pair_assessments(published, [one.as_of for one in objective.assessments])
            yield from _in_their_places(objective, pairs)
            for pair in pairs:
                if pair.place is not None:
                    now = objective.assessments[pair.place].model_dump(by_alias=True, exclude_none=True)
                    yield from compare(pair.place, pair.before, now)
        elif published and (moved := plan.moved.get(typed_id("objectives", id))):
            yield moved.problem(("to",), f"moves away from {len(published)} published assessments", "name an objective in  to, and keep them there")


def _in_their_places(objective: Objective, pairs: list[Pair]) -> Iterator[Problem]:
    places = [pair.place for pair in pairs if pair.place is not None]
    for pair in pairs:
        if pair.place is None:
            yield objective.problem(("assessments",), f"the published assessment of {pair.before.get('as_of')} is gone", APPEND)
    for index, new in enumerate(objective.assessments[: max(places, default=0)]):
        if index not in places:
            message = f"the new assessment of {new.as_of} stands above one that is published"
            yield objective.problem(("assessments", index), message, "move it to the end of the list; it needs a later  as_of")


def _changed(plan: Plan, objective: Objective, index: int, was: dict, now: dict, same_shape: bool) -> Iterator[Problem]:
    """The fields of a published assessment that changed; where the shape of records did, only those that it had."""
    for field in Assessment.model_fields:
        old, new = was.get(field), now.get(field)
        of = f"of the published assessment of {was.get('as_of')}"
        if isinstance(old, dict) and isinstance(new, dict):
            # What was marked as older may be brought up to date: readers were told that it was behind.
            for language in (one for one in LANGUAGES if old.get("older") != one or new.get("older") == one):
                yield from _text_changed(objective, (field, language), index, str(old.get(language, "")), new[language], of)
        elif field == "rests_on" and [_followed(plan, id) for id in old or []] == [_followed(plan, id) for id in new or []]:
            continue
        elif old != new and (same_shape or type(old) is type(new)):
            said = f"'{field}' {of} " + (f"changed from {_shown(old)} to {_shown(new)}" if old and new else "was deleted" if old else "was added")
            yield objective.problem(("assessments", index, field), said, APPEND)


def _text_changed(objective: Objective, path: tuple, index: int, old: str, new: str, of: str) -> Iterator[Problem]:
    place = ("assessments", index, *path)
    if old.split() == new.split():
        return
    if is_typo_fix(old, new):
        said = "; ".join(f"'{a}' is now '{b}'" for a, b in changes(old, new))
        yield Problem(
            objective.place.file, objective.place.line(*place), objective.id,
            f"a typing error was mended in '{path[0]}' ({path[1]}) {of}: {said}", "nothing to do: this is shown to reviewers", NOTICE,
        )  # fmt: skip
    else:
        yield objective.problem(place, f'\'{path[0]}\' ({path[1]}) {of} changed from "{old}" to "{new}"', APPEND)


def _followed(plan: Plan, action: str) -> TypedId:
    return plan.moved_target("actions", action) or typed_id("actions", action)


def _shown(value: Any) -> str:
    return f"'{', '.join(value) if isinstance(value, list) else value}'"


RULES = [every_published_assessment_stands]
