"""Text that a page of a forge shows as it is: no markup, mention, reference, link, picture, emoji or formula comes out of it."""

import re
from typing import Any

from markupsafe import Markup

from macros.messages import unfilled
from macros.reading.text_file import INVISIBLE

# Forges look for mentions and references after they have read the Markdown, so a backslash or an entity does not stop
# them: a tag that cuts the sign from its word does. `span` is the tag that GitHub keeps and recommends for this.
_SIGNS = re.compile(
    r"(?P<markdown>[\\`*_\[\]~|]|^(?:[+=-]|\d+[.)](?=\s|$)))"
    r"|(?P<html>[<>&])"
    r"|(?P<cut>[@#$]|:(?=//|[\w+-]+:)|(?<=www)\.|(?<=gh)-(?=\d))"
    r"|(?P<hash>(?-i:\b(?=[0-9]*[a-f])[0-9a-f]{7,}\b))",
    re.IGNORECASE,
)
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


class SafeText(Markup):
    """Markdown that is safe as it is. `SafeText("{} → {}").format(old, new)` makes inert whatever it takes in."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> "SafeText":
        """This Markdown with values in its braces, each made inert. Markup does the same many times slower, for it allows more."""
        return type(self)(str.format(self, *map(self.escape, values), **{name: self.escape(value) for name, value in named.items()}))

    @classmethod
    def escape(cls, text: Any, /) -> "SafeText":
        """The text as Markdown that shows it as it is, on one line."""
        return cls(text.__html__() if hasattr(text, "__html__") else escape_markdown(str(text)))


def phrase(key: str, *values: object) -> SafeText:
    """The text of a key in the language that is spoken, with values in its places, each made inert."""
    return SafeText(unfilled(key)).format(*values)


def escape_markdown(text: str) -> str:
    """Text as Markdown that shows it as it is, on one line without blanks around it; what cannot be seen is shown by its number."""
    seen = INVISIBLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", re.sub(r"[ \t\r\n]+", " ", text).strip(" "))
    return _SIGNS.sub(_disarm, seen)


def _disarm(found: re.Match) -> str:
    sign = found[0]
    match found.lastgroup:
        case "markdown":
            return f"{sign[:-1]}\\{sign[-1]}"
        case "html":
            return _ENTITIES[sign]
        case "cut":
            return f"<span>{sign}</span>"
    return re.sub("(.{6})(.)", r"\1<span>\2</span>", sign)
