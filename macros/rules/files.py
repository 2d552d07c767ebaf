"""Rules on files: each one is read, so that what somebody wrote is not passed over in silence."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from macros.languages import LANGUAGES
from macros.model import addresses
from macros.model.kinds import FILES
from macros.model.plan import Plan
from macros.problems import Problem
from macros.reading.site_texts import SPEAKERS

# Folders of which each file is known by its name.
FOLDERS = ("data", "data/fingerprints", "data/wording")
# What editors leave for a moment.
PASSING = ("~", ".swp", "#")
# From here on a name is that of another file with something added, as `actions (1).yaml`.
ALIKE = 0.82


def every_file_of_the_data_is_read(lengths: Mapping[str, int], plan: Plan) -> Iterator[Problem]:
    """No file lies in data/ whose name nobody asks for, as an upload or a copy leaves it."""
    read = [f"data/{name}" for name in FILES] + [f"data/wording/{language}.yaml" for language in (*LANGUAGES, SPEAKERS)]
    read += [f"data/fingerprints/{id}{ending}" for id in plan.sources for ending in (".json", ".map.yaml")]
    for name in lengths.keys() - read:
        folder, _, file = name.rpartition("/")
        if folder in FOLDERS and not file.startswith((".", "#")) and not file.endswith(PASSING):
            yield _unread(name, read)


def every_page_has_an_address(documents: Mapping[str, str]) -> Iterator[Problem]:
    """No page lies in docs/ beside those of the site; the folders of records have a rule of their own."""
    read = [f"docs/{language}/{address}index.md" for language in LANGUAGES for address in addresses.INDEXES]
    for name in documents.keys() - read:
        top, _, page = name.split("/", 2)
        if top == "docs" and not addresses.is_of_record(page):
            yield _unread(name, read)


def no_page_is_empty(documents: Mapping[str, str]) -> Iterator[Problem]:
    """Each page says something, if only a call."""
    for name in (name for name, text in documents.items() if not text.strip()):
        yield Problem(name, 1, "", "the page is empty", "restore it from the last commit")


def _unread(name: str, read: list[str]) -> Problem:
    near = get_close_matches(name, read, n=1, cutoff=ALIKE)
    hint = f"carry what is new in it over to {near[0]}, and delete it" if near else "delete it, or give it the name of a file that is read"
    return Problem(name, 1, "", "nothing reads this file", hint)


RULES = [every_file_of_the_data_is_read, every_page_has_an_address, no_page_is_empty]
