"""Pages that are written by hand, and how the project asks to be cited: the lines that differ."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from macros.changes.markdown import SafeText, phrase
from macros.changes.prose import moved_words, shown
from macros.reading.revision import Revision

# Folders, or files, at the top, whose texts somebody wrote for readers.
PLACES = ("docs", "remarks", "CITATION.cff")


def told(files: dict[str, str], before: Revision, after: Revision) -> dict[str, list[SafeText]]:
    """File -> a line for each line of it that differs; of a file that is gone, that it is."""
    own = {file: act for file, act in files.items() if file.partition("/")[0] in PLACES and file.endswith((".md", ".cff"))}
    return {file: [phrase("diff.page_gone", file)] if act == "removed" else list(_lines(file, before, after)) for file, act in own.items()}


def _lines(file: str, before: Revision, after: Revision) -> Iterator[SafeText]:
    old, new = _read(file, before), _read(file, after)
    for act, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for place, (was, now) in enumerate(zip_longest(old[i:k], new[j:m], fillvalue="") if act != "equal" else (), 1):
            if was and now:
                yield phrase("diff.page_line", file, j + place, moved_words(was, now))
            elif now:
                yield phrase("diff.page_line_added", file, j + place, shown(now))
            elif was:
                yield phrase("diff.page_line_removed", file, i + place, shown(was))


def _read(file: str, revision: Revision) -> list[str]:
    """The lines of a file; none where it is not there."""
    path = revision.folder / file
    return path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []
