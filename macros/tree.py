"""A YAML file as mappings, lists and text, with the line of every value.

YAML is read as text only, event by event: no value is guessed (`NO`, `2.10` and `2006-10` stay what they are), and what
YAML lets pass in silence (a key written twice, anchors, tags, several documents, text cut at ` #`) is refused.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LARGEST = 4_000_000
DEEPEST = 16
# csafe is many times faster; it is missing only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INVISIBLE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_BRACES = 'write  name: value  and put text that begins with { or [ in "quotes"'
_LINES_OF_TEXT = "text that contains ': ' or ' #', or begins with a special sign, must stand in \"quotes\""
# What libyaml says -> what it means in a data file, and what to write.
_YAML = {
    "mapping values are not allowed in this context": (
        "': ' stands where no field can be",
        "put text that contains ': ' in \"quotes\"; check the indentation, and the blank after each colon",
    ),
    "found character that cannot start any token": ("text cannot begin with this sign", 'put the text in "quotes"'),
    "found unexpected end of stream": ("the quotation mark that opens here is never closed", "close it at the end of the text"),
    "did not find expected ',' or '}'": (
        "the { that opens here cannot be read",
        'close it with }; text with special signs inside it must stand in "quotes"',
    ),
    "did not find expected ',' or ']'": (
        "the [ that opens here cannot be read",
        'close it with ]; text with special signs inside it must stand in "quotes"',
    ),
    "did not find expected key": (
        "something stands here that is neither a field nor an item",
        "check the indentation; put text with quotation marks in quotation marks of the other kind",
    ),
    "did not find expected '-' indicator": ("something stands in a list that is no item", "begin it with '- ', or check the indentation"),
    "block sequence entries are not allowed in this context": (
        "'- ' stands where no item can be",
        "begin the list on a line of its own; text that begins with '- ' must stand in \"quotes\"",
    ),
    "could not find expected ':'": ("a line without ': ' stands above", "write  name: value  or, for an item of a list,  - value"),
}


class Unreadable(Exception):
    """A file that cannot be read: the line, the record around it, what is wrong and what to write."""

    def __init__(self, line: int, message: str, hint: str, path: tuple = ()):
        self.line, self.message, self.hint, self.path, self.record = line, message, hint, path, ""


def read_text(file: Path) -> str:
    """The text of a data file. Raises Unreadable when it is not plain UTF-8 text of a sensible size."""
    size = file.stat().st_size
    if size > LARGEST:
        raise Unreadable(1, f"the file has {size} bytes; no data file is that long", "look for text pasted many times")
    raw = file.read_bytes()
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(1, "the file begins with a byte-order mark", "save it as UTF-8 without a byte-order mark (BOM)")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "the file is not UTF-8", "save it with the encoding UTF-8") from None
    for number, line in enumerate(text.split("\n"), 1):
        if found := INVISIBLE.search(line):
            name = f"U+{ord(found[0]):04X}"
            raise Unreadable(number, f"an invisible character ({name}) stands in this line", "delete it and write the text again")
        if re.match(r"(<{7}|>{7}) |={7}$", line.rstrip("\r")):
            raise Unreadable(number, "a mark of an unresolved merge stands here", "keep one of the two versions and delete the marks")
        if re.match(r" *\t", line):
            raise Unreadable(number, "a tab stands at the beginning of the line", "use blanks, two for each level")
    return text


@lru_cache(maxsize=32)
def read_tree(text: str) -> tuple[Any, dict[tuple, int]]:
    """A YAML text as mappings, lists and text, with the line of each path. Read once for each text: do not write into it. Raises Unreadable."""
    reader = _Reader(text)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        opened = re.search("quoted|flow", error.context or "")
        mark = error.context_mark if opened else error.problem_mark or error.context_mark
        message, hint = _YAML.get(error.problem, (f"this cannot be read ({error.problem or error.context})", _LINES_OF_TEXT))
        raise Unreadable(mark.line + 1, f"column {mark.column + 1}: {message}", hint) from None
    except Unreadable as unreadable:
        unreadable.record = record_at(reader.tree, unreadable.path)
        raise
    return reader.tree, reader.lines


class _Reader:
    """Builds the tree from YAML's events, one by one: no recursion, so that depth cannot harm."""

    def __init__(self, text: str):
        self.tree: Any = None
        self.lines: dict[tuple, int] = {}
        self._rows = re.split("\r\n|\r|\n", text)
        self._open: list[tuple[Any, tuple, list]] = []  # container, its path, [key that waits for its value]
        self._documents = 0

    @property
    def _around(self) -> tuple:
        return self._open[-1][1] if self._open else ()

    def take(self, event: yaml.Event) -> None:
        """Take one event. Raises Unreadable for what has no place in a data file."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            self._take_text(event, line)
            return
        self._refuse_what_yaml_hides(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._take_text(event, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self._open) == DEEPEST:
                raise Unreadable(line, f"more than {DEEPEST} levels stand inside each other", "check the indentation", self._around)
            container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._open.append((container, self._put(container, line), []))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()

    def _refuse_what_yaml_hides(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise Unreadable(line, "a second document begins here", "delete the line '---'")
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            hint = f'write the text out; text that begins with {sign} must stand in "quotes"'
            raise Unreadable(line, f"'{sign}{event.anchor}' stands for other text in YAML", hint, self._around)
        elif getattr(event, "tag", None) and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise Unreadable(line, f"'{written}' is a YAML tag", 'delete it; text that begins with ! must stand in "quotes"', self._around)

    def _take_text(self, event: yaml.ScalarEvent, line: int) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and not self._open[-1][2]:
            self._take_key(event.value, line)
            return
        self._put(event.value, line)
        # A plain text loses what stands behind ' #', in silence: a comment gets a line of its own.
        rest = self._rows[event.end_mark.line][event.end_mark.column :]
        if event.value and not event.style and rest.lstrip().startswith("#"):
            message = f"'{event.value}' ends at ' #', where a comment begins"
            hint = 'put the whole text in "quotes", or the comment on a line of its own'
            raise Unreadable(event.end_mark.line + 1, message, hint, self._around)

    def _take_key(self, key: str, line: int) -> None:
        path = (*self._around, key)
        if path in self.lines:
            raise Unreadable(line, f"'{key}' is written twice, first in line {self.lines[path]}", "keep one of the two", self._around)
        self.lines[path] = line
        self._open[-1][2].append(key)

    def _put(self, value: Any, line: int) -> tuple:
        """Put a value where it belongs and return its path."""
        if not self._open:
            self.tree, path = value, ()
        else:
            container, around, waiting = self._open[-1]
            if isinstance(container, list):
                path = (*around, len(container))
                container.append(value)
            elif not waiting:
                raise Unreadable(line, "a list or braces stand where the name of a field should be", _BRACES, around)
            else:
                path = (*around, waiting.pop())
                container[path[-1]] = value
        self.lines.setdefault(path, line)
        return path


def record_at(tree: Any, path: tuple) -> str:
    """The identifier of the innermost record around a path."""
    found = ""
    for key in (None, *path):
        try:
            tree = tree if key is None else tree[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(tree, dict) and isinstance(tree.get("id"), str):
            found = tree["id"]
    return found
