"""Many values by one key."""

from collections.abc import Iterable
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def index(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """Key -> everything that comes with it, in order."""
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
