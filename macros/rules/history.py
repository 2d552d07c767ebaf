"""Published judgements stand; new ones are added beside them."""

from collections.abc import Container, Iterator
from dataclasses import replace
from typing import Any

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.kinds import JUDGED, KINDS, TypedId, kind_of, parse_id, typed_id
from macros.model.plan import Plan
from macros.model.records import SCHEMA_VERSION, Assessment, Judgement, Outcome, is_action, objective_of
from macros.model.values import PIECES
from macros.problems import ALONE, NOTICE, Problem
from macros.reading.published import Published, stepped_back_from
from macros.reading.revision import Written
from macros.rules.append import OPEN, file_to_add
from macros.rules.measured import WORDS, is_known, misplaced, unmet
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
                yield from _changed(plan, now, was, same_shape, before.vocabulary)
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
                yield from (one.problem for one in misplaced(new, plan))


def _changed(plan: Plan, judgement: Judgement, written: Written, same_shape: bool, known: Container[str]) -> Iterator[Problem]:
    """The fields of a published judgement that changed; where the shape of records did, only those that it had. One answer for all of them."""
    found = list(_changes(plan, judgement, written, same_shape, known))
    refused = [problem for problem in found if problem.level != NOTICE]
    yield from (problem for problem in found if problem.level == NOTICE and not refused)
    if refused:
        message = tell("diff.semicolon").join(problem.message for problem in refused)
        hint = _append(plan, judgement, written)
        if len(refused) == 1 and refused[0].hint:
            hint = tell(refused[0].hint, hint=hint)
        # A word that is none is told too: the lines to add leave it open.
        yield replace(refused[0], message=message, hint=hint, stands=ALONE if _is_known(judgement, plan) else "")


def _changes(plan: Plan, judgement: Judgement, written: Written, same_shape: bool, known: Container[str]) -> Iterator[Problem]:
    """Each field that changed, refused or shown to reviewers; whether it confirms follows from its word."""
    word = tell(f"kinds.{kind_of(judgement)}")
    now = {name: value for name, value in judgement.model_dump(by_alias=True, exclude={"id"}).items() if value not in (None, False)}
    for field in (name for name in type(judgement).model_fields if name not in ("id", "confirms")):
        old, new = written.fields.get(field), "yes" if now.get(field) is True else now.get(field)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _text_changed(judgement, field, old, new, known)
        elif field == "rests_on" and _followed(plan, old) == _followed(plan, new):
            continue
        elif old != new and (same_shape or type(old) is type(new)):
            said = tell("history.published_changed_from", field=field, word=word, old=_shown(old), new=_shown(new))
            if not new:
                said = tell("history.published_was_deleted", field=field, word=word)
            elif not old:
                said = tell("history.published_was_added", field=field, word=word)
            yield judgement.problem((field,), said, "")


def _text_changed(judgement: Judgement, field: str, old: dict, new: dict, known: Container[str]) -> Iterator[Problem]:
    """What became of a text. One that was marked as older may be brought up to date, and a translation mended by whoever compared both."""
    word = tell(f"kinds.{kind_of(judgement)}")
    said = {one: (str(old.get(one, "")), new[one]) for one in LANGUAGES if old.get("older") != one or new.get("older") == one}
    changed = {one: texts for one, texts in said.items() if texts[0].split() != texts[1].split()}
    other = [one for one, texts in changed.items() if not is_typo_fix(*texts, known)]
    compared = 0 < len(other) < len(LANGUAGES) and str(new.get("compared") or "") > str(old.get("compared") or "")
    for language, (was, now) in changed.items():
        if language not in other:
            mended = tell("diff.semicolon").join(tell("history.one_for_other", old=a, new=b) for a, b in changes(was, now))
            message = tell("history.typing_error_was_mended", field=field, path=language, word=word, said=mended)
        elif compared:
            message = tell("history.translation_was_mended", field=field, path=language, word=word, old=was, new=now)
        else:
            message = tell("history.published_text_changed", field=field, path=language, word=word, old=was, new=now)
            yield judgement.problem((field, language), message, "history.or_compared")
            continue
        yield judgement.problem((field, language), message, tell("history.nothing_do_shown_reviewers"), level=NOTICE)


def _append(plan: Plan, judgement: Judgement, written: Written) -> str:
    """What to do instead of rewriting: put it back, and add what was written as a file of its own."""
    stepped = isinstance(judgement, Assessment) and stepped_back_from([str(written.fields.get("status"))], judgement.status)
    extra = {"step_back": "correction"} if stepped and isinstance(judgement, Assessment) and not judgement.step_back else {}
    if not _is_known(judgement, plan):
        extra |= {WORDS[kind_of(judgement)].field: OPEN}
    said = file_to_add(judgement, plan.of(kind_of(judgement)).keys(), **extra)
    return tell("history.put_back", file=said)


def _is_known(judgement: Judgement, plan: Plan) -> bool:
    return not isinstance(judgement, Assessment | Outcome) or is_known(judgement, plan)


def _followed(plan: Plan, written: Any) -> list[TypedId]:
    """Where everything is today on which a judgement rests."""
    ids = [str(id) for id in written or ()]
    kinds = {id: ("actions",) if is_action(id) else PIECES for id in ids}
    moved = {id: [target for kind in kinds[id] for target in plan.moved_targets(kind, id)] for id in ids}
    return list(dict.fromkeys(target for id in ids for target in moved[id] or [typed_id(kinds[id][0], id)]))


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


RULES = [every_published_judgement_stands, every_new_judgement_says_when_it_was_made, every_new_judgement_keeps_to_its_rubric]
