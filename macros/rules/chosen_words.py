"""What is said beside a word that was chosen fits it: the texts of what is announced, and the parts of those who did not answer for an act."""

from collections.abc import Iterator

from macros.evidence.weighty_words import ANNOUNCED, LED
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.records import Action, Finding
from macros.problems import NOTICE, Problem
from macros.rules.told import titles_and_texts


def nothing_announced_is_told_as_done(plan: Plan) -> Iterator[Problem]:
    """A notice on each title or text of what is announced without a word that says so."""
    for action in plan.actions.values():
        for field, language, text in titles_and_texts(action) if action.state == "announced" and not action.because else ():
            if language in ANNOUNCED and not ANNOUNCED[language].search(text):
                yield action.problem((field, language), tell("chosen.announced_told_as_done"), tell("chosen.say_it_is_to_come"), level=NOTICE)


def no_part_says_what_only_who_answers_does(plan: Plan) -> Iterator[Problem]:
    """A notice on each actor who is said to have led, organised, financed or decided, and is not responsible."""
    records: list[Action | Finding] = [*plan.actions.values(), *plan.findings.values()]
    for record in records:
        for index, part in enumerate(record.actors):
            for language in LANGUAGES if part.as_ and part.role != "responsible" else ():
                found = LED[language].match(getattr(part.as_, language)) if language in LED else None
                if found:
                    message = tell("chosen.part_leads", actor=part.actor, role=part.role, found=found[0])
                    yield record.problem(("actors", index, "as", language), message, tell("chosen.correct_part"), level=NOTICE)


RULES = [nothing_announced_is_told_as_done, no_part_says_what_only_who_answers_does]
