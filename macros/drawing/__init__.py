"""What each picture shows: records and the words of one language -> what the charts draw."""

from collections import Counter
from functools import cached_property

from markupsafe import Markup

from macros.drawing.charts.bar import Share, bar
from macros.drawing.map_picture import MapPicture
from macros.drawing.neighbours_picture import NeighboursPicture
from macros.drawing.network_picture import NetworkPicture
from macros.drawing.since_picture import SincePicture
from macros.drawing.timeline_picture import TimelinePicture
from macros.lookups import Lookups
from macros.wording.labels import Labels


class Pictures:
    """The pictures of a plan in one language."""

    def __init__(self, labels: Labels, lookups: Lookups):
        self.labels, self.lookups = labels, lookups
        self.timeline, self.map, self.network = TimelinePicture(labels), MapPicture(labels), NetworkPicture(labels)

    @cached_property
    def since(self) -> SincePicture:
        """What came after the report."""
        return SincePicture(self.labels, self.lookups.developments)

    @cached_property
    def neighbours(self) -> NeighboursPicture:
        """What is one step away."""
        return NeighboursPicture(self.labels, self.lookups, self.network)

    def bar(self, key: str, states: Counter, width: int) -> Markup:
        """How many actions are in each state, as a bar; empty where there is none."""
        words = self.labels.wording
        shares = [
            Share(word.tone, word.sign or "", states[id], self.labels.in_state(id, states[id]))
            for id, word in self.labels.plan.vocabularies["states"].items()
        ]
        said = self.labels.states(states)
        return bar(f"bar-{key}", shares, words.say("picture.bar"), said, width) if said else Markup()
