"""A YAML file as mappings, lists and text, with the line of every value.

YAML is read as text only, event by event: no value is guessed (`NO`, `2.10` and `2006-10` stay what they are), and what
YAML lets pass in silence (a key written twice, anchors, tags, several documents, text cut at ` #`) is refused.
"""

import re
from functools import lru_cache
from typing import Any

import yaml

from macros.messages import tell
from macros.reading.text_file import INVISIBLE, MAX_CHARS, MAX_TEXTS_KEPT, SecondDocument, UnreadableFile
from macros.reading.yaml_faults import diagnose
from macros.reading.yaml_suspects import LOADER

MAX_DEPTH = 16
MAX_LIST_ITEMS = 20_000
_BEGINS, _ENDS = (yaml.MappingStartEvent, yaml.SequenceStartEvent), (yaml.MappingEndEvent, yaml.SequenceEndEvent)
# The stubs know neither anchor nor tag of an event, and leave its marks open.
Event = Any


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def read_tree(text: str) -> tuple[Any, dict[tuple, int]]:
    """A YAML text as mappings, lists and text, with the line of each path. Read once for each text: do not write into it. Raises UnreadableFile."""
    reader = _Reader(text)
    try:
        loader = LOADER(text)
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        fault = diagnose(error, reader.rows, reader.last)
        raise UnreadableFile(*fault[:3], unquoted=fault.unquoted) from None
    except UnreadableFile as unreadable:
        unreadable.record = record_at(reader.tree, unreadable.path)
        raise
    return reader.tree, reader.lines


class _Reader:
    """Builds the tree from YAML's events, one by one: no recursion, so that depth cannot harm."""

    def __init__(self, text: str):
        self.tree: Any = None
        self.lines: dict[tuple, int] = {}
        self.rows = re.split("\r\n|\r|\n", text)
        self._open: list[tuple[Any, tuple, list]] = []  # container, its path, [path that waits for its value]
        self._documents = 0
        self.last = 1

    @property
    def _around(self) -> tuple:
        return self._open[-1][1] if self._open else ()

    def take(self, event: Event) -> None:
        """Take one event. Raises UnreadableFile for what has no place in a data file."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            self.last = line
            if event.anchor or event.tag:
                self._refuse_what_yaml_hides(event, line)
            self._take_text(event, line)
            return
        self._refuse_what_yaml_hides(event, line)
        if isinstance(event, _BEGINS):
            if len(self._open) == MAX_DEPTH:
                raise UnreadableFile(line, tell("yaml.more_than_levels_stand", max_depth=MAX_DEPTH), tell("yaml.check_indentation"), self._around)
            container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._open.append((container, self._put(container, line), []))
        elif isinstance(event, _ENDS):
            self._open.pop()

    def _refuse_what_yaml_hides(self, event: Event, line: int) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise SecondDocument(line, tell("yaml.second_document_begins_here"), tell("yaml.delete_line"))
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            hint = tell("yaml.write_text_out_text", sign=sign)
            raise UnreadableFile(line, tell("yaml.stands_for_other_text", sign=sign, anchor=event.anchor), hint, self._around)
        elif getattr(event, "tag", None) and event.tag != "!":
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise UnreadableFile(line, tell("yaml.yaml_tag", written=written), tell("yaml.delete_text_begins_must"), self._around)

    def _take_text(self, event: Event, line: int) -> None:
        text = self._one_line(event, line)
        if self._open and isinstance(self._open[-1][0], dict) and not self._open[-1][2]:
            self._take_key(text, line)
            return
        self._put(text, line)
        # A plain text loses what stands behind ' #', in silence: a comment gets a line of its own.
        end = event.end_mark
        if not event.style and "#" in (row := self.rows[end.line]) and text and row[end.column :].lstrip().startswith("#"):
            message = tell("yaml.ends_at_where_comment", text=text)
            hint = tell("yaml.put_whole_text_quotes")
            raise UnreadableFile(end.line + 1, message, hint, self._around, unquoted=True)

    def _one_line(self, event: Event, line: int) -> str:
        """The text of an event without line breaks. What no file may hold, no text may write as an escape."""
        text: str = event.value
        if len(text) > MAX_CHARS:
            message = tell("yaml.text_characters_begins_here", text=len(text))
            raise UnreadableFile(line, message, tell("yaml.look_for_missing_quotation"), self._around)
        if event.style == '"' and (found := INVISIBLE.search(text)):
            message = tell("yaml.invisible_character_u_written", found=f"{ord(found[0]):04X}")
            raise UnreadableFile(line, message, tell("yaml.delete_begins"), self._around)
        return re.sub(r"\s*[\r\n]\s*", " ", text).strip() if "\n" in text or "\r" in text else text

    def _take_key(self, key: str, line: int) -> None:
        path = (*self._around, key)
        if path in self.lines:
            message = tell("yaml.written_twice_first_line", name=key, lines=self.lines[path])
            first = path[-2:-1] and isinstance(path[-2], int) and key == next(iter(self._open[-1][0]))
            hint = tell("yaml.keep_one_two_check")
            if first:
                hint = tell("yaml.keep_one_two_where")
            if len(path) == 1 and self._begins_again(key, line):
                raise SecondDocument(line, message, hint)
            raise UnreadableFile(line, message, hint, self._around)
        self.lines[path] = line
        self._open[-1][2].append(path)

    def _begins_again(self, key: str, line: int) -> bool:
        """Whether a second record begins with a name that stands twice: the one that comes after it does so too."""
        names = [row.partition(":")[0] for row in self.rows[line:] if re.match("[a-z_]+:", row)]
        return key == next(iter(self.tree)) and bool(names) and (names[0],) in self.lines

    def _put(self, value: Any, line: int) -> tuple:
        """Put a value where it belongs and return its path."""
        path: tuple = ()
        if not self._open:
            self.tree = value
        else:
            container, around, waiting = self._open[-1]
            if len(container) == MAX_LIST_ITEMS:
                message = tell("yaml.item_what_begins_line", max_list_items=MAX_LIST_ITEMS + 1, lines=self.lines[around])
                raise UnreadableFile(line, message, tell("common.look_for_text_pasted"), around)
            if isinstance(container, list):
                path = (*around, len(container))
                container.append(value)
            elif not waiting:
                raise UnreadableFile(
                    line,
                    tell("yaml.list_braces_stand_where"),
                    tell("yaml.write_name_value_put"),
                    around,
                )
            else:
                path = waiting.pop()
                container[path[-1]] = value
                return path  # its line is that of its key
        self.lines[path] = line
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
