"""What the frame of a page says of it: a description, whether it needs the emergency number, the way to it."""

from typing import Any

from markupsafe import escape

from macros.languages import FIRST
from macros.model.addresses import RECORD_MACROS
from macros.model.plan import Plan
from macros.model.records import Country, FollowUp, Objective, Outcome
from macros.model.values import strongest
from macros.pages.trail import trail
from macros.wording.labels import Labels

MAX_DESCRIPTION_CHARS = 160
# With the short name of the site behind it, what a search engine shows of a title.
MAX_TITLE_CHARS = 48


def page_meta(labels: Labels, macro: str, id: str) -> dict[str, Any]:
    """The metadata that the frame of a page made from data shows."""
    return {
        "from_data": True,
        "description": escape(description(labels, macro, id)),
        "short_title": escape(short_title(labels, macro, id)),
        "help": is_about_victims(labels.plan, macro, id),
        "trail": trail(labels, macro, id),
    }


def description(labels: Labels, macro: str, id: str) -> str:
    """What a page is about, in a sentence or two for search engines and shared links."""
    if not id:
        return _cut(labels.wording.say(f"description.{macro}"))
    record = getattr(labels.plan, RECORD_MACROS[macro])[id]
    said = [labels.label(RECORD_MACROS[macro], id)]
    if macro == "objective":
        said.append(f"{labels.word('statuses', record.status)}, {labels.status_as_of(record)}")
    if macro in ("source", "country", "area", "indicator"):
        is_later = isinstance(record, Country) and record.later
        said.append(labels.wording.say("description.country_later" if is_later else f"description.{macro}"))
    said += [labels.text(text) for field in ("summary", "text", "what") if (text := getattr(record, field, None))]
    return _cut(". ".join(part.rstrip(".") for part in said) + ".")


def title(labels: Labels, macro: str, id: str) -> str:
    """What a page is called: its record, or what an index holds."""
    if not id:
        return labels.wording.say(f"page.{macro}")
    said = labels.label(RECORD_MACROS[macro], id)
    doubled = macro == "actor" and labels.plan.is_called_like_a_country(labels.plan.actors[id])
    return labels.wording.say("actor.as_actor", name=said) if doubled else said


def short_title(labels: Labels, macro: str, id: str) -> str:
    """The same where there is little room: whole words, of which the last is none that leans on the next. An act begins with its number."""
    number = labels.number(labels.plan.sources[id]) if macro == "source" else ""
    whole = f"{number} {title(labels, macro, id)}".strip()
    if len(whole) <= MAX_TITLE_CHARS:
        return whole
    cut, leaning = whole[:MAX_TITLE_CHARS], labels.wording.say("title.leaning").split(", ")
    words = cut.split(" ")[:-1] or [cut]
    while len(words) > 1 and words[-1].lower() in leaning:
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"


def standing(labels: Labels, macro: str, id: str) -> str:
    """What nobody may cite a record without: our status with its day, or how well its evidence is proven. Empty where there is neither."""
    record = getattr(labels.plan, RECORD_MACROS[macro])[id] if id else None
    match record:
        case Objective():
            status = labels.small_word("statuses", record.status)
            return labels.wording.say("cite.status", id=id, status=status, as_of=labels.status_as_of(record))
        case FollowUp(outcome=Outcome() as last):
            outcome = labels.small_word("outcome_kinds", last.outcome)
            return labels.wording.say("cite.outcome", id=id, outcome=outcome, as_of=labels.as_of(last))
    evidence = getattr(record, "evidence", None)
    return labels.wording.say("cite.proof", proof=labels.small_word("proofs", strongest(evidence))) if evidence else ""


def _cut(text: str) -> str:
    most = MAX_DESCRIPTION_CHARS
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def is_about_victims(plan: Plan, macro: str, id: str) -> bool:
    """Whether a page speaks of victims, so that its foot names the emergency number."""
    if macro in ("countries", "country", "compare", "indicators", "indicator", "findings"):
        return True
    record = plan.of(RECORD_MACROS[macro])[id] if id and macro in RECORD_MACROS else None
    texts = [getattr(record, field, None) for field in ("title", "text", "summary")]
    return any("victim" in getattr(text, FIRST).lower() for text in texts if text)
