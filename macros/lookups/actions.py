"""Look-ups of actions: those that tell of an act, by state, without an agent, by what they rest on."""

from collections import Counter
from collections.abc import Iterable

from macros.model.plan import Plan
from macros.model.records import Action


def count_states(actions: Iterable[Action]) -> Counter[str]:
    """How many of the actions are in each state; what tells of no act is not counted."""
    return Counter(action.state for action in actions if action.is_act)


class ActionLookups:
    """Every list keeps the order of the data files."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def acts(self) -> list[Action]:
        """The actions whose sentence tells of an act: what counts of actions count."""
        return [action for action in self.plan.actions.values() if action.is_act]

    def in_state(self, state: str) -> list[Action]:
        """The acts in a state."""
        return [action for action in self.acts() if action.state == state]

    def states(self) -> list[str]:
        """The states in which there are actions, in the order of the vocabulary."""
        return [state for state in self.plan.vocabularies["states"] if self.in_state(state)]

    def without_agent(self) -> list[Action]:
        """The acts of which the source does not say who acted."""
        return [action for action in self.plan.actions.values() if action.agent == "not-stated"]

    def resting_on_indicator(self, indicator: str) -> list[Action]:
        """The actions that take their figures or countries from an indicator."""
        return [action for action in self.plan.actions.values() if indicator in action.indicators]

    count_states = staticmethod(count_states)
