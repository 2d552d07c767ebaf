"""Lines of messages, told from the record that they belong to: a new record elsewhere in the file moves none of them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# An item of a list begins with what tells it from the others; read as text, so that broken files can be read too.
ITEM = re.compile(r"( *)(?:- )+\{?(id|url|country|as_of): *[\"']?([^\s\"',{}]+)")
KEY = re.compile(r"( *)([\w-]+):")
PLACE = re.compile(r"^((?:data|docs)/[^\s:]+):(\d+):")


def marked(root: Path, report: str) -> str:
    """Messages about a project folder, with `data/means.yaml:{isec+2}:` in place of a number: two lines below the first of that record.

    A number stays where no record begins above the line.
    """
    return re.sub(r"^\S.*(\n  hint: .*)?$", lambda message: _mark(root, message[0]), report, flags=re.MULTILINE)


def _mark(root: Path, message: str) -> str:
    found = PLACE.match(message)
    if not found or not (root / found[1]).is_file():
        return message
    file, rest = root / found[1], message[found.end() :]
    other = re.search(r"([\w-]+\.yaml) has it in line", rest)
    beside = file.with_name(other[1]) if other else file
    rest = re.sub(r"(?<=\bline )\d+", lambda number: position(beside, int(number[0])), rest)
    return f"{found[1]}:{position(file, int(found[2]))}:{rest}"


def position(file: Path, line: int) -> str:
    """A line of a data file as `{record+offset}`."""
    firsts, names = beginnings(file.read_text("utf-8", errors="replace"), file.parent.name == "wording")
    above = bisect_right(firsts, line) - 1
    if above < 0:
        return str(line)
    offset = line - firsts[above]
    return f"{{{names[above]}{f'+{offset}' if offset else ''}}}"


@cache
def beginnings(text: str, wording: bool) -> tuple[list[int], list[str]]:
    """The lines on which records (in wordings: keys) begin, and their names; the second `sail` of a file is `sail#2`."""
    found = list((_keys if wording else _items)(text.split("\n")))
    seen: Counter[str] = Counter()
    names = []
    for _, name in found:
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return [line for line, _ in found], names


def _items(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Records by their id or address; what has none is `2.1.1@2008-10-17` or `mills-restored@at`."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if found := ITEM.match(line):
            indent, key, name = len(found[1]), found[2], found[3]
            above = [(deep, record) for deep, record in above if deep < indent]
            if key in ("id", "url"):
                above.append((indent, name))
            elif above:
                name = f"{above[-1][1]}@{name}"
            yield number, name


def _keys(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The words of pages by their keys: `page.home`."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if found := KEY.match(line):
            above = [(deep, key) for deep, key in above if deep < len(found[1])] + [(len(found[1]), found[2])]
            yield number, ".".join(key for _, key in above)
