"""Where a page stands: the pages above it, from the home page down. The breadcrumb shows it, the menu lights by it, the head tells it."""

from typing import NamedTuple

from macros.model.addresses import ADDRESSES, INDEXES, RECORD_MACROS, address
from macros.model.kinds import KINDS
from macros.wording.labels import Labels

_PLACES = {macro: place for place, macro in INDEXES.items()}
# A page that is no entry of the menu -> the one from which readers come to it.
_ABOVE = {"compare/": "countries/"}


class Step(NamedTuple):
    """A page on the way: its address below the root of a language, and its name."""

    address: str
    name: str


def trail(labels: Labels, macro: str, id: str) -> list[Step]:
    """The way from the home page to a page made from data, itself included."""
    home = Step("", labels.wording.say("page.home"))
    if id:
        return [home, *_record(labels, RECORD_MACROS[macro], id)]
    place = _PLACES[macro]
    return [home, *(_index(labels, one) for one in (_ABOVE.get(place), place) if one)]


def _index(labels: Labels, place: str) -> Step:
    return Step(place, labels.wording.say(f"page.{INDEXES[place]}"))


def _record(labels: Labels, kind: str, id: str) -> list[Step]:
    """From the index of its kind to a record: areas stand in that of the objectives, an objective in its area."""
    place = address(labels.plan, kind, id)
    if kind == "objectives":
        area = labels.plan.objectives[id].area_id
        above = _record(labels, "areas", area)
        return [*above[:-1], above[-1]._replace(name=labels.label("areas", area)), Step(place, id)]
    folder = ADDRESSES[kind].partition("{")[0]
    return [_index(labels, folder if folder in INDEXES else "objectives/"), Step(place, _name(labels, kind, id))]


def _name(labels: Labels, kind: str, id: str) -> str:
    """A short name: the heading below says the whole one. A number is name enough."""
    if kind == "sources":
        return labels.short_source(id)
    return id if KINDS[kind].numbered else labels.label(kind, id)
