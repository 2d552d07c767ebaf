"""The words that style sheets show: the foot of a printed sheet, and those of buttons that a script will put there."""

from macros.pages.render import Renderer


def style_words(renderer: Renderer, name: str) -> dict[str, str]:
    """Name -> words. The foot says the name of the site, the day of its data and their licence.

    Where the history does not tell when the data last changed, it says when we last looked.
    """
    wording, changed, looked_on = renderer.wording, renderer.changed, renderer.plan.looked_on
    day = wording.say("paper.data", date=wording.date(changed)) if changed else ""
    if looked_on and not day:
        day = wording.say("picture.looked", date=wording.date(looked_on))
    foot = " · ".join(filter(None, (name, day, wording.say("paper.licence"))))
    return {"foot": foot, "copy": wording.say("cite.copy"), "cite": wording.say("cite.short")}
