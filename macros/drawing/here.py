"""Where a picture stands: the address of a record as seen from its page."""

from collections.abc import Callable

# Kind and identifier of a record -> relative URL.
Url = Callable[[str, str], str]
