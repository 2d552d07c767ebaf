"""Is this quotation in that source, at that place?

The repository holds no text of the sources, only a map (locator -> lines of the text file) and fingerprints (a hash
for each run of three words, in order). They prove that words stand at a place, not that they support a claim.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from macros.output import write_text_file
from macros.problems import DataErrors, Problem
from macros.reading.text_file import UnreadableFile, read_text
from macros.reading.yaml_tree import read_tree

RUN = 3
GAP = "[…]"
OUTER = " \t\n.,;:!?()[]{}«»\"'“”„…-*#|"

_NORMAL = [
    (re.compile(r"<sup>\s*\d+\s*</sup>"), ""),
    (re.compile(r"</?sup>"), ""),
    (re.compile(r"\[[^\]]*\]\(([^)\s]*)\)"), r" \1 "),
    (re.compile(r"\\(?=[_*.])"), ""),
    (re.compile(r"(?m)^\s*[-•]\s+"), ""),
    (re.compile(r"[#*]"), ""),
    (re.compile(r"-\n\s*(?=[a-zà-öø-ÿ])"), ""),
    (re.compile("[’‘ʼ]"), "'"),
    (re.compile("œ"), "oe"),
    (re.compile("Œ"), "Oe"),
    (re.compile("[‐‑‒–—−]"), "-"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), ""),
]
_TITLE_NUMBER = re.compile(r"^\s*(?:\d+\.)+\s+")


def words(text: str) -> list[str]:
    """The words of a text after normalising it (see the Method page): case and accents stay."""
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in _NORMAL:
        text = pattern.sub(replacement, text)
    tokens = text.replace("'", "' ").split()
    bare = (token.strip(OUTER) + ("'" if token.endswith("'") and len(token) > 1 else "") for token in tokens)
    return [word for word in bare if word.strip("'")]


def unit_words(text: str) -> list[str]:
    """The words of one unit of a source: as `words`, without the printed number of a title."""
    text = re.sub(r"(?m)^\s*[-•]\s+", "", text.replace("*", "").replace("#", ""))
    return words(_TITLE_NUMBER.sub("", text))


def runs(unit: list[str], source: str, locator: str) -> list[str]:
    """The hash of each run of three words, four hexadecimal digits each; fewer words make one run."""
    starts = range(max(1, len(unit) - RUN + 1)) if unit else []
    return [hashlib.blake2b(f"{source}|{locator}|{' '.join(unit[start : start + RUN])}".encode(), digest_size=2).hexdigest() for start in starts]


def stands_in(part: list[str], whole: list[str], start: int = 0) -> int:
    """Where `part` stands contiguously in `whole` at or after `start`, else -1."""
    last = len(whole) - len(part)
    return next((i for i in range(start, last + 1) if whole[i : i + len(part)] == part), -1)


@dataclass(frozen=True)
class Fingerprint:
    """The hashes of one source: for each locator the runs of its words, in order."""

    source: str
    sha256: str
    units: dict[str, str]
    footnotes: dict[str, str]

    def section(self, locator: str) -> str:
        """The section of a locator: "1.3 ¶2" -> 1.3; a footnote stands in the section that calls it."""
        return self.footnotes.get(locator, locator).split(" ")[0]

    @cached_property
    def _runs(self) -> dict[str, list[str]]:
        return {place: [text[i : i + 4] for i in range(0, len(text), 4)] for place, text in self.units.items()}

    def size(self, locator: str) -> int:
        """How many words stand at a locator; a title of one or two counts as three, since its one hash does not tell."""
        return len(self._runs[locator]) + RUN - 1

    def places(self, pieces: list[list[str]], locator: str) -> list[range]:
        """The places of the words of each piece at the locator, each contiguous, in this order; none where one does not stand there."""
        found: list[range] = []
        for piece in pieces:
            at = stands_in(runs(piece, self.source, locator), self._runs[locator], found[-1].stop if found else 0)
            if at < 0:
                return []
            found.append(range(at, at + max(len(piece), RUN)))
        return found

    def holds(self, pieces: list[list[str]], locator: str) -> bool:
        """Whether the pieces stand at the locator, each contiguously, in this order."""
        return len(self.places(pieces, locator)) == len(pieces)

    def is_whole(self, piece: list[str], locator: str) -> bool:
        """Whether the piece is the whole unit at the locator."""
        return runs(piece, self.source, locator) == self._runs[locator]

    def beginning(self, piece: list[str], locator: str) -> list[str]:
        """The longest beginning of the piece that stands at the locator; fewer than three words cannot be told."""
        for length in range(len(piece), RUN - 1, -1):
            if self.holds([piece[:length]], locator):
                return piece[:length]
        return []

    def elsewhere(self, pieces: list[list[str]]) -> list[str]:
        """All locators that hold the pieces."""
        return [locator for locator in self._runs if self.holds(pieces, locator)]


def pieces(quotation: str) -> list[list[str]]:
    """The words of each piece of a quotation: `[…]` stands between pieces."""
    return [words(piece) for piece in quotation.split(GAP)]


def read_fingerprints(data: Path) -> dict[str, Fingerprint]:
    """The fingerprints in data/fingerprints/, by source. Raises DataErrors."""
    found = {}
    for file in sorted((data / "fingerprints").glob("*.json")):
        made = f"python -m macros fingerprint {file.stem} FILE"
        try:
            record = json.loads(file.read_text("utf-8"))
            if record.pop("seal") != _seal(record):
                message, hint = "these fingerprints were changed by hand", f"restore the file from the last commit, or make it again: {made}"
                raise DataErrors([Problem(f"data/fingerprints/{file.name}", 1, "", message, hint)])
            found[record["source"]] = Fingerprint(**record)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            place = f"data/fingerprints/{file.name}", getattr(error, "lineno", 1), ""
            raise DataErrors([Problem(*place, "these fingerprints cannot be read", f"make them again: {made}")]) from None
    return found


def _seal(record: dict) -> str:
    """A hash over everything that a file of fingerprints says."""
    return hashlib.blake2b(json.dumps(record, ensure_ascii=False, sort_keys=True).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Map:
    """The lines of each unit of a source's text file, in reading order, the SHA-256 of that file, and the paragraph that calls each footnote."""

    source: str
    sha256: str
    units: dict[str, str]
    footnotes: dict[str, str]

    def lines(self, locator: str) -> Iterator[int]:
        """The line numbers of a unit, from 1: `38, 46` joins what a page break separates."""
        for span in str(self.units[locator]).split(","):
            if not (found := re.fullmatch(r"\s*(\d+)(?:-(\d+))?\s*", span)):
                raise ValueError(f"the map gives '{locator}' the lines '{span.strip()}'; write them as 38 or 38-46")
            yield from range(int(found[1]), int(found[2] or found[1]) + 1)


def read_map(file: Path) -> Map:
    """The map of one source. Raises ValueError when the file cannot be read, or when its lines are not numbers or stand in two units."""
    try:
        record, _ = read_tree(read_text(file))
        made = Map(record["source"], record["sha256"], dict(record["units"].items()), dict(record.get("footnotes", {}).items()))
    except UnreadableFile as fault:
        raise ValueError(f"{file.name}:{fault.line}: {fault.message}; {fault.hint}") from None
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"{file.name} is not a map; look at the maps beside it") from None
    seen: dict[int, str] = {}
    for locator in made.units:
        for line in made.lines(locator):
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
    missed = [n for n, line in enumerate(lines, 1) if words(line) and n not in mapped]
    if missed:
        raise ValueError(f"no unit holds the words of line {missed[0]}")
    units = {locator: "".join(runs(_unit(lines, source_map.lines(locator)), source_map.source, locator)) for locator in source_map.units}
    return Fingerprint(source_map.source, digest, units, source_map.footnotes)


def write_fingerprint(data: Path, source: str, text: Path) -> Path:
    """Write data/fingerprints/<source>.json from the map beside it. Raises OSError, ValueError."""
    folder = data / "fingerprints"
    made = fingerprint(read_map(folder / f"{source}.map.yaml"), text.read_bytes())
    file = folder / f"{source}.json"
    record = asdict(made)
    write_text_file(file, json.dumps({"seal": _seal(record)} | record, ensure_ascii=False, indent=1) + "\n")
    return file


def _unit(lines: list[str], numbers: Iterable[int]) -> list[str]:
    return unit_words("\n".join(lines[number - 1] for number in numbers))
