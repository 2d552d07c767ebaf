"""The words that style sheets show: the foot of a printed sheet, and those of buttons that a script will put there."""

from macros.model.plan import Plan
from macros.pages.render import Renderer
from macros.wording.catalogue import Wording


def style_words(renderer: Renderer, name: str) -> dict[str, str]:
    """Name -> words. The foot says the name of the site, the day of its data and their licence."""
    wording = renderer.wording
    foot = " · ".join(filter(None, (name, data_day(wording, renderer.plan, renderer.changed), wording.say("paper.licence"))))
    return {"foot": foot, "copy": wording.say("cite.copy"), "cite": wording.say("cite.short")}


def data_day(wording: Wording, plan: Plan, changed: str | None) -> str:
    """Of which day the data are; where the history does not tell when they last changed, when we last looked, if anybody did."""
    if changed:
        return wording.say("paper.data", date=wording.date(changed))
    return wording.say("picture.looked", date=wording.date(plan.looked_on)) if plan.looked_on else ""
