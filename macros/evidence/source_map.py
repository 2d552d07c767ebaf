"""The map of a source's text, and the fingerprints made with it: data/fingerprints/<name>.map.yaml and <name>.json."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from macros.evidence.quotations import Fingerprint, runs, seal, source_of, unit_words, words
from macros.output import write_text_file
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree


@dataclass(frozen=True)
class Map:
    """The lines of each unit of a source's text file, in reading order, the SHA-256 of that file, and the paragraph that calls each footnote.

    `left_out` are lines whose place nobody knows: nothing can be quoted from them.
    """

    source: str
    sha256: str
    units: dict[str, str]
    footnotes: dict[str, str]
    left_out: str = ""

    def lines(self, locator: str) -> Iterator[int]:
        """The line numbers of a unit, from 1: `38, 46` joins what a page break separates."""
        return _numbers(locator, str(self.units[locator]))

    def lines_left_out(self) -> Iterator[int]:
        """The numbers of the lines that stand in no unit."""
        return _numbers("left_out", self.left_out) if self.left_out else iter(())


def _numbers(name: str, spans: str) -> Iterator[int]:
    for span in spans.split(","):
        if not (found := re.fullmatch(r"\s*(\d+)(?:-(\d+))?\s*", span)):
            raise ValueError(f"the map gives '{name}' the lines '{span.strip()}'; write them as 38 or 38-46")
        yield from range(int(found[1]), int(found[2] or found[1]) + 1)


def read_map(file: Path) -> Map:
    """The map of one source. Raises ValueError when the file cannot be read, or when its lines are not numbers or stand in two units."""
    try:
        record, _ = read_tree(read_text(file))
        footnotes, left_out = dict(record.get("footnotes", {}).items()), str(record.get("left_out", ""))
        made = Map(record["source"], record["sha256"], dict(record["units"].items()), footnotes, left_out)
    except UnreadableFile as fault:
        raise ValueError(f"{file.name}:{fault.line}: {fault.message}; {fault.hint}") from None
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"{file.name} is not a map; look at the maps beside it") from None
    seen: dict[int, str] = {}
    for locator, numbers in [*((one, made.lines(one)) for one in made.units), ("left_out", made.lines_left_out())]:
        for line in numbers:
            if line in seen:
                raise ValueError(f"line {line} stands in '{seen[line]}' and in '{locator}'")
            seen[line] = locator
    return made


def fingerprint(source_map: Map, text: bytes) -> Fingerprint:
    """Make the fingerprints of a source from its text. Raises ValueError when the text is not the mapped one."""
    digest = hashlib.sha256(text).hexdigest()
    if digest != source_map.sha256:
        raise ValueError(f"the file is not the one that was mapped: its SHA-256 is {digest}")
    lines = text.decode("utf-8").splitlines()
    mapped = {number for locator in source_map.units for number in source_map.lines(locator)}
    if beyond := sorted(number for number in mapped if not 1 <= number <= len(lines)):
        raise ValueError(f"the map names line {beyond[0]}, but the file has {len(lines)} lines")
    known = mapped.union(source_map.lines_left_out())
    missed = [n for n, line in enumerate(lines, 1) if words(line) and n not in known]
    if missed:
        raise ValueError(f"no unit holds the words of line {missed[0]}")
    units = {locator: "".join(runs(_unit(lines, source_map.lines(locator)), source_map.source, locator)) for locator in source_map.units}
    return Fingerprint(source_map.source, digest, units, source_map.footnotes)


def write_fingerprint(data: Path, name: str, text: Path) -> Path:
    """Write data/fingerprints/<name>.json from the map beside it. Raises OSError, ValueError."""
    folder = data / "fingerprints"
    source_map = read_map(folder / f"{name}.map.yaml")
    if source_map.source != source_of(name):
        raise ValueError(f"{name}.map.yaml is a map of the source '{source_map.source}'; call it {source_map.source}.map.yaml, or with a language")
    made = fingerprint(source_map, text.read_bytes())
    file = folder / f"{name}.json"
    record = asdict(made)
    write_text_file(file, json.dumps({"seal": seal(record)} | record, ensure_ascii=False, indent=1) + "\n")
    return file


def _unit(lines: list[str], numbers: Iterable[int]) -> list[str]:
    return unit_words("\n".join(lines[number - 1] for number in numbers))
