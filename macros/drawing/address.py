"""Where what a picture names leads to, as seen from the page on which the picture stands."""

from collections.abc import Callable

# Kind and identifier of a record -> relative URL.
UrlOf = Callable[[str, str], str]
