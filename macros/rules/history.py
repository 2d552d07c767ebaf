"""Published judgements stand; new ones are added beside them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS, TypedId, kind_of, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import SCHEMA_VERSION, Assessment, Judgement, Outcome, is_action, objective_of
from macros.model.values import PIECES
from macros.problems import NOTICE, Problem
from macros.reading.published import Published
from macros.reading.revision import Written
from macros.rules.measured import misplaced, unmet
from macros.similarity import changes, is_typo_fix


def every_published_judgement_stands(before: Published, plan: Plan) -> Iterator[Problem]:
    """Each judgement of the base is there, unchanged but for typing errors and for a translation that was behind."""
    same_shape = before.schema_version in (None, SCHEMA_VERSION)
    for kind, holder in JUDGED.items():
        for id, was in before.records.get(kind, {}).items():
            word, judged = tell(f"kinds.{kind}"), typed_id(holder, objective_of(id))
            if judged in plan.moved and not isinstance(plan.current_record(*parse_id(judged)), KINDS[holder].shape):
                hint = tell("history.name_identifier_like_leave", example=KINDS[holder].shape.EXAMPLE, kind=kind)
                yield plan.moved[judged].problem(("to",), tell("history.moves_away_from_published", word=word, id=id), hint)
            elif isinstance(now := plan.of(kind).get(id), Judgement):
                yield from _changed(plan, now, was, same_shape)
            else:
                hint = tell("history.put_file_back_was")
                yield Problem(f"data/{KINDS[kind].file_of(id)}", 1, id, tell("history.published_gone", word=word), hint)


def every_new_judgement_says_when_it_was_made(before: Published, plan: Plan) -> Iterator[Problem]:
    """What it speaks of is apart from when we judged. The first assessments do not say when."""
    for kind in JUDGED if before.records.get("assessments") else ():
        for id, new in plan.of(kind).items():
            if isinstance(new, Judgement) and id not in before.records.get(kind, {}) and not new.assessed_on:
                yield new.problem((), tell("history.does_not_say_when"), tell("history.add_assessed_on_day"))


def every_new_judgement_keeps_to_its_rubric(before: Published, plan: Plan) -> Iterator[Problem]:
    """Of several that are new each is measured, not the last one alone."""
    for kind in JUDGED:
        for id, new in plan.of(kind).items():
            if isinstance(new, Assessment | Outcome) and id not in before.records.get(kind, {}):
                yield from unmet(new, plan)
                yield from misplaced(new, plan)


def _changed(plan: Plan, judgement: Judgement, written: Written, same_shape: bool) -> Iterator[Problem]:
    """The fields of a published judgement that changed; where the shape of records did, only those that it had."""
    word = tell(f"kinds.{kind_of(judgement)}")
    now = {name: value for name, value in judgement.model_dump(by_alias=True, exclude={"id"}).items() if value not in (None, False)}
    for field in (name for name in type(judgement).model_fields if name != "id"):
        old, new = written.fields.get(field), "yes" if now.get(field) is True else now.get(field)
        if isinstance(old, dict) and isinstance(new, dict):
            # What was marked as older may be brought up to date: readers were told that it was behind.
            for language in (one for one in LANGUAGES if old.get("older") != one or new.get("older") == one):
                yield from _text_changed(judgement, (field, language), str(old.get(language, "")), new[language])
        elif field == "rests_on" and [_followed(plan, id) for id in old or []] == [_followed(plan, id) for id in new or []]:
            continue
        elif old != new and (same_shape or type(old) is type(new)):
            said = tell("history.published_changed_from", field=field, word=word, old=_shown(old), new=_shown(new))
            if not new:
                said = tell("history.published_was_deleted", field=field, word=word)
            elif not old:
                said = tell("history.published_was_added", field=field, word=word)
            yield judgement.problem((field,), said, _append(judgement))


def _text_changed(judgement: Judgement, path: tuple[str, str], old: str, new: str) -> Iterator[Problem]:
    word, field = tell(f"kinds.{kind_of(judgement)}"), path[0]
    if old.split() == new.split():
        return
    if is_typo_fix(old, new):
        said = "; ".join(f"'{a}' → '{b}'" for a, b in changes(old, new))
        message = tell("history.typing_error_was_mended", field=field, path=path[1], word=word, said=said)
        yield replace(judgement.problem(path, message, tell("history.nothing_do_shown_reviewers")), level=NOTICE)
    else:
        yield judgement.problem(
            path,
            tell("history.published_text_changed", field=field, path=path[1], word=word, old=old, new=new),
            _append(judgement),
        )


def _append(judgement: Judgement) -> str:
    if isinstance(judgement, Assessment):
        return tell("history.put_back_was_add_new")
    return tell("history.put_back_was_add")


def _followed(plan: Plan, id: str) -> TypedId:
    """Where that is today on which a judgement rests."""
    kinds = ("actions",) if is_action(id) else PIECES
    return next((moved for kind in kinds if (moved := plan.moved_target(kind, id))), typed_id(kinds[0], id))


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


RULES = [every_published_judgement_stands, every_new_judgement_says_when_it_was_made, every_new_judgement_keeps_to_its_rubric]
