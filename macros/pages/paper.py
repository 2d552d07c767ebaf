"""What a printed sheet says of the site: its name, the day of its data and their licence."""

from macros.pages.render import Renderer


def paper_words(renderer: Renderer, name: str) -> dict[str, str]:
    """The foot of each sheet. Where the history does not tell when the data last changed, it says when we last looked."""
    wording, changed, looked_on = renderer.wording, renderer.changed, renderer.plan.looked_on
    day = wording.say("paper.data", date=wording.date(changed)) if changed else ""
    if looked_on and not day:
        day = wording.say("picture.looked", date=wording.date(looked_on))
    return {"foot": " · ".join(filter(None, (name, day, wording.say("paper.licence"))))}
