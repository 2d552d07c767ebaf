"""Two equal languages: what changes in one of them alone is said."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from macros.languages import FIRST, LANGUAGES
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.problems import LAST, NOTICE, Problem
from macros.reading.published import Published, TextChange, others, text_change
from macros.reading.site_texts import Texts
from macros.rules.facts import Rule
from macros.rules.rewritten import rewritten
from macros.rules.texts import named, places
from macros.similarity import is_typo_fix

# A place in a text, which the page fills. Front matter that says that a page is behind the other language.
FILLED = re.compile(r"\{\w+\}")
OLDER = re.compile(r"\A---\n(?:.*\n)*?older: *true *\n(?:.*\n)*?---\n")


def no_text_is_left_behind(before: Published, plan: Plan) -> Iterator[Problem]:
    """A text that changed in one language says which is older, or that both were compared; published assessments do not change."""
    for text in rewritten(before, plan):
        if text.kind != "assessments":
            yield from _left_behind(text.record, text.path, text_change(text.was, text.now, before.vocabulary))


def _left_behind(record: Record, path: tuple, change: TextChange) -> Iterator[Problem]:
    field = next(key for key in reversed(path) if isinstance(key, str))
    older, stood = change.older, change.was_older
    if older and older == stood and older in change.changed:
        message = tell("translations.says_older_but_text", field=field, older=older, name=language_name(older))
        yield record.problem((*path, "older"), message, tell("translations.delete_older_when_both"))
    elif stood and older != stood and stood not in change.changed and not change.compared:
        name = language_name(stood)
        message = tell("translations.no_longer_says_older", field=field, stood=stood, name=name)
        yield record.problem(path, message, tell("translations.mend_text_add_compared", name=name))
    elif behind := change.behind:
        yield from _changed_alone(record, path, field, behind, change)


def _changed_alone(record: Record, path: tuple, field: str, behind: list[str], change: TextChange) -> Iterator[Problem]:
    new, other = others(behind)[0], behind[0]
    if change.older in change.changed and change.older != change.was_older:
        message = tell("translations.says_older_but_text_one", field=field, new=new, name=language_name(new))
        yield record.problem((*path, "older"), message, tell("translations.write_older_language_behind", other=other))
    elif change.older not in behind and change.was_older not in change.changed:
        message = tell("translations.text_changed_one_did", changed=language_name(new), field=field, unchanged=language_name(other))
        hint = tell("translations.change_both_add_older", other=other)
        yield replace(record.problem((*path, new), message, hint), stands=LAST)


def no_wording_is_left_behind(before: Published, wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """A notice where a text of data/wording/ changed in one language alone."""
    was = before.texts.wordings
    if not was.keys() == wordings.keys() == set(LANGUAGES):
        return
    common = [path for path in wordings[FIRST].texts if all(path in side.texts for side in (*was.values(), *wordings.values()))]
    for language, own in wordings.items():
        for path in common:
            stood = [other for other in others((language,)) if was[other].texts[path] == wordings[other].texts[path]]
            if stood and not is_typo_fix(str(was[language].texts[path]), str(own.texts[path])):
                hint = tell("translations.change_too_unless_still", file=wordings[stood[0]].file)
                yield own.problem(path, _alone(language), hint, level=NOTICE)


def no_wording_loses_its_place_unseen(before: Published, wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """A notice where a text of data/wording/ lost a {place} in every language: a page fills it, and readers see it no longer."""
    own = wordings.get(FIRST)
    for path in own.texts if own and before.texts.wordings.keys() == wordings.keys() else ():
        sides = [(before.texts.wordings[one].texts.get(path), wordings[one].texts.get(path)) for one in wordings]
        if own and all(isinstance(text, str) for side in sides for text in side) and any(was != now for was, now in sides):
            lost = set.intersection(*((places(str(was)) or set()) - (places(str(now)) or set()) for was, now in sides))
            if lost:
                yield own.problem(path, tell("translations.place_gone", places=named(lost)), tell("translations.put_place_back"), level=NOTICE)


def no_places_are_exchanged_unseen(before: Published, wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """A notice where a text of data/wording/ has the same words around its {places}, and these in another order."""
    for language, own in wordings.items() if before.texts.wordings.keys() == wordings.keys() else ():
        for path, now in own.texts.items():
            was = before.texts.wordings[language].texts.get(path)
            if isinstance(was, str) and isinstance(now, str) and was != now and FILLED.sub("", was) == FILLED.sub("", now):
                order = FILLED.findall(now)
                if sorted(order) == sorted(FILLED.findall(was)):
                    message = tell("translations.places_exchanged", places=", ".join(order))
                    yield own.problem(path, message, tell("translations.see_that_each_place_fits"), level=NOTICE)


def no_wordings_are_exchanged_unseen(before: Published, wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """A notice where two texts of data/wording/ stand in each other's place in every language."""
    own = wordings.get(FIRST)
    if not own or before.texts.wordings.keys() != wordings.keys():
        return
    was, now = ({path: tuple(side[one].texts.get(path) for one in wordings) for path in own.texts} for side in (before.texts.wordings, wordings))
    changed = [path for path in own.texts if was[path] != now[path]]
    for place, path in enumerate(changed):
        for other in (one for one in changed[:place] if was[one] == now[path] and was[path] == now[one]):
            message = tell("translations.exchanged", other=".".join(map(str, other)))
            yield own.problem(path, message, tell("translations.see_that_each_is_in_place"), level=NOTICE)


def no_page_is_left_behind(before: Published, documents: Mapping[str, str]) -> Iterator[Problem]:
    """A notice where a page in docs/ changed in one language alone and the other one does not say that it is older."""
    published = before.texts.documents
    for page in sorted({name.split("/", 2)[2] for name in documents}):
        names = {language: f"docs/{language}/{page}" for language in LANGUAGES}
        if all(name in side for side in (published, documents) for name in names.values()):
            changed = [language for language, name in names.items() if published[name] != documents[name]]
            if changed and (behind := others(changed)):
                yield from _page_left_behind(published, documents, changed[0], names[changed[0]], names[behind[0]])


def _page_left_behind(before: Mapping[str, str], after: Mapping[str, str], language: str, name: str, behind: str) -> Iterator[Problem]:
    was, now = before[name], after[name]
    if OLDER.match(now):
        yield Problem(name, 1, "", tell("translations.changed_still_says_older"), tell("translations.delete_older_true_when"), NOTICE)
    elif not is_typo_fix(was, now) and not OLDER.match(after[behind]) and not OLDER.match(was):
        pairs = zip(was.split("\n"), now.split("\n"), strict=False)
        line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), 1)
        yield Problem(name, line, "", _alone(language), tell("translations.change_too_write_older", other=behind), NOTICE)


def _alone(language: str) -> str:
    return tell("translations.changed_alone", name=language_name(language))


RULES: list[Rule] = [
    no_text_is_left_behind,
    no_wording_is_left_behind,
    no_wording_loses_its_place_unseen,
    no_places_are_exchanged_unseen,
    no_wordings_are_exchanged_unseen,
    no_page_is_left_behind,
]
