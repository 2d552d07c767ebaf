"""The address at which GitHub opens a new file that already has a name and a text."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

# An address that is longer is refused by some servers on the way.
MAX_ADDRESS = 6_000


def new_file(repository: str, file: str, text: str = "", message: str = "", description: str = "") -> str:
    """Where a file is written that is not there yet, with the words of its commit; it opens empty where its text makes the address too long."""
    address = _address(repository, filename=file, value=text, message=message, description=description)
    return address if len(address) <= MAX_ADDRESS else _address(repository, filename=file, message=message, description=description)


def edit_file(repository: str, file: str, line: int) -> str:
    """Where a file is edited, at a line."""
    return f"{repository}/edit/main/{file}#L{line}"


def filled_form(repository: str, act: str, language: str, about: str, filled: Mapping[str, str], name: str = "") -> str:
    """The form of an act in a language, with some fields filled in; its title begins with what it is about, and may end with a name."""
    query = {"template": f"{act}-{language}.yml", "title": f"{about}: {name}", **filled}
    return f"{repository}/issues/new?{_query(query)}"


def _address(repository: str, **parts: str) -> str:
    return f"{repository}/new/main?{_query({name: value for name, value in parts.items() if value})}"


def _query(parts: Mapping[str, str]) -> str:
    return "&".join(name + "=" + "%0A".join(map(_quoted, value.split("\n"))) for name, value in parts.items())


@lru_cache(maxsize=1000)
def _quoted(line: str) -> str:
    """A line as an address holds it. Kept: the files to fill in have most lines in common."""
    return quote(line, safe="")
