"""Trafficking and smuggling: two offences that our texts do not take for one another."""

from collections.abc import Iterator, Mapping

from macros.evidence.weighty_words import SMUGGLING, TRAFFICKING
from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.shape import Text
from macros.problems import NOTICE, Problem


def both_languages_name_one_offence(plan: Plan) -> Iterator[Problem]:
    """A notice where one language of a text says smuggling and another one does not."""
    for record in plan.records():
        for path, shape in record.shapes:
            smuggling = {one: _says(SMUGGLING, getattr(shape, one), one) for one in LANGUAGES if one in SMUGGLING} if isinstance(shape, Text) else {}
            if len(set(smuggling.values())) > 1:
                language = next(one for one, said in smuggling.items() if said)
                yield record.problem((*path, language), tell("offences.one_language"), tell("offences.write_offence"), level=NOTICE)


def no_smuggling_is_told_as_trafficking(plan: Plan) -> Iterator[Problem]:
    """A notice where all quotations that name an offence name smuggling, and the text of the record trafficking alone."""
    for record in (*plan.actions.values(), *plan.findings.values(), *plan.pieces.values()):
        quoted = " ".join(one.quotation for one in record.evidence)
        if any(_says(SMUGGLING, quoted, one) for one in SMUGGLING) and not any(_says(TRAFFICKING, quoted, one) for one in TRAFFICKING):
            for language in (one for one in LANGUAGES if one in SMUGGLING):
                text = getattr(record.text, language)
                if _says(TRAFFICKING, text, language) and not _says(SMUGGLING, text, language):
                    yield record.problem(("text", language), tell("offences.quoted_other"), tell("offences.write_offence"), level=NOTICE)


def _says(offence: Mapping[str, tuple[str, ...]], text: str, language: str) -> bool:
    return any(word in text for word in offence[language])


RULES = [both_languages_name_one_offence, no_smuggling_is_told_as_trafficking]
