"""Rules on files: each one is read, so that what somebody wrote is not passed over in silence."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from macros.languages import LANGUAGES
from macros.messages import tell
from macros.model import addresses
from macros.model.kinds import FILES, KINDS, OWN_FILES
from macros.model.plan import Plan
from macros.problems import NOTICE, Problem
from macros.reading.file_names import belongs_at
from macros.reading.site_texts import SPEAKERS_FILE

# Folders whose files are called after their records.
OWN = tuple(f"data/{KINDS[kind].file}" for kind in OWN_FILES)
# Pictures of pages that are written by hand.
PICTURES = (".svg", ".png", ".jpg", ".webp")
# From here on a name is that of another file with something added, as `actions (1).yaml`.
ALIKE = 0.82


def every_file_of_the_data_is_read(lengths: Mapping[str, int], held: Mapping[str, str], plan: Plan) -> Iterator[Problem]:
    """No file lies in data/ whose name nobody asks for, as an upload or a copy leaves it, and none of the others is empty."""
    read = [f"data/{name}" for name in FILES] + [
        f"data/wording/{language}.yaml" for language in (*LANGUAGES, SPEAKERS_FILE, *(f"messages.{language}" for language in LANGUAGES))
    ]
    read += [f"data/fingerprints/{name}{ending}" for name in _texts(plan) for ending in (".json", ".map.yaml")]
    for name in lengths.keys() - read:
        if not name.startswith(OWN):
            yield _unread(name, read, _in_own_folder(name) or (belongs_at(held[name]) if held.get(name) else ""))
    # Also one that is read only when fingerprints are made.
    for name in (name for name in lengths.keys() & read if not lengths[name]):
        yield Problem(name, 1, "", tell("files.file_empty"), tell("common.restore_from_last_commit"))


def _texts(plan: Plan) -> Iterator[str]:
    """The names that texts of the sources may have: one in a language other than that of the record is called after both."""
    for source in plan.sources.values():
        yield source.id
        yield from (f"{source.id}.{language}" for language in plan.vocabularies["languages"] if language != source.language)


def every_page_has_an_address(documents: Mapping[str, str], others: Sequence[str]) -> Iterator[Problem]:
    """No page lies in docs/ beside those of the site, and nothing that is no page; the folders of records have a rule of their own."""
    read = [f"docs/{language}/{address}index.md" for language in LANGUAGES for address in addresses.INDEXES]
    for name in documents.keys() - read:
        top, _, page = name.split("/", 2)
        if top == "docs" and not addresses.is_of_record(page):
            yield _unread(name, read)
    for name in (name for name in others if not f"data/{name}".startswith(OWN)):
        if not name.startswith("docs/") or not name.endswith(PICTURES):
            yield _unread(name, [*read, *documents])


def every_folder_of_records_lies_in_the_data(others: Sequence[str]) -> Iterator[Problem]:
    """A notice on what lies in a folder of records beside data/: nothing reads it."""
    for name in (name for name in others if f"data/{name}".startswith(OWN)):
        yield Problem(name, 1, "", tell("files.nothing_reads_file"), tell("files.move_to", meant=f"data/{name}"), NOTICE)


def no_page_is_empty(documents: Mapping[str, str]) -> Iterator[Problem]:
    """Each page says something, if only a call."""
    for name in (name for name, text in documents.items() if not text.strip()):
        yield Problem(name, 1, "", tell("files.page_empty"), tell("common.restore_from_last_commit"))


def _in_own_folder(name: str) -> str:
    """A hint for a file whose folder is misspelt; empty where no folder is called nearly so."""
    folder, _, rest = name.removeprefix("data/").partition("/")
    near = get_close_matches(folder, [own.split("/")[1] for own in OWN], n=1, cutoff=ALIKE) if rest else []
    return tell("files.move_to", meant=f"data/{near[0]}/{rest}") if near else ""


def _unread(name: str, read: list[str], otherwise: str = "") -> Problem:
    near = get_close_matches(name, read, n=1, cutoff=ALIKE)
    hint = tell("files.carry_what_new_over", near=near[0]) if near else otherwise or tell("files.delete_give_name_file")
    return Problem(name, 1, "", tell("files.nothing_reads_file"), hint)


RULES = [every_file_of_the_data_is_read, every_page_has_an_address, every_folder_of_records_lies_in_the_data, no_page_is_empty]
