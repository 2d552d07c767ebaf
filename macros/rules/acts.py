"""Acts, and what our texts make of them: each is told as what it is, published where its kind is, and told of by its source."""

from collections.abc import Iterator

from macros.evidence.weighty_words import ACT_KINDS, ACTS, PROPOSED
from macros.messages import tell
from macros.model.plan import Plan
from macros.model.shape import Record, Text
from macros.problems import NOTICE, Problem
from macros.rules.told import titles_and_texts

# Kinds of act that the series L of the Official Journal alone publishes; the kind of a source that is not adopted, and of a development.
LEGISLATION, PROPOSAL, ACT = ("directive", "regulation", "framework-decision"), "proposal", "act"


def every_act_stands_in_its_series(plan: Plan) -> Iterator[Problem]:
    """Directives, regulations and framework decisions are published in the series L of the Official Journal."""
    for source in plan.sources.values():
        if source.oj and source.kind in LEGISLATION and source.oj.series != "L":
            message = tell("acts.other_series", kind=source.kind, series=source.oj.series)
            yield source.problem(("oj", "series"), message, tell("acts.write_series_or_kind"))


def every_act_names_its_source(plan: Plan) -> Iterator[Problem]:
    """A notice on a development that is an act and names no source, which says its number and day."""
    for one in plan.developments.values():
        if one.kind == ACT and not one.source:
            yield one.problem(("kind",), tell("acts.without_source"), tell("acts.name_source_or_kind"), level=NOTICE)


def every_act_is_told_as_what_it_is(plan: Plan) -> Iterator[Problem]:
    """A notice where a title or text begins with another kind of act than its source, or tells a proposal without saying that it is one."""
    for one in plan.developments.values():
        source = plan.sources.get(one.source or "")
        for field, language, text in titles_and_texts(one) if source else ():
            found = ACTS[language].match(text) if language in ACTS else None
            kinds = ACT_KINDS.get(found.lastgroup or "", ()) if found else ()
            if source and found and source.kind in ACT_KINDS and source.kind not in kinds:
                said = tell("acts.other_kind", found=found[0], id=source.id, kind=source.kind)
                yield one.problem((field, language), said, tell("acts.write_kind"), level=NOTICE)
        if source and source.kind == PROPOSAL:
            yield from _adopted(one, one.text)


def _adopted(one: Record, text: Text) -> Iterator[Problem]:
    for language, proposed in PROPOSED.items():
        if not proposed.search(getattr(text, language)):
            yield one.problem(("text", language), tell("acts.proposal_told_adopted"), tell("acts.say_proposed"), level=NOTICE)


RULES = [every_act_stands_in_its_series, every_act_names_its_source, every_act_is_told_as_what_it_is]
