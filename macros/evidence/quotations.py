"""Is this quotation in that source, at that place?

The repository holds no text of the sources, only a map (locator -> lines of the text file) and fingerprints (a hash
for each run of three words, in order). They prove that words stand at a place, not that they support a claim.
A text is called after its source; one in a second language also after that: `tfeu-2012`, `tfeu-2012.fr`.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from macros.messages import tell
from macros.model.values import Evidence
from macros.problems import DataErrors, Problem

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
]
_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), "œ": "oe", "Œ": "Oe", **dict.fromkeys("‐‑‒–—−", "-")})
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
MAX_TEXTS_KEPT = 10_000  # more than the quotations, dates and figures of a project
_TITLE_NUMBER = re.compile(r"^\s*(?:\d+\.)+\s+")


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def words(text: str) -> list[str]:
    """The words of a text after normalising it (see the Method page): case and accents stay. Read once for each text: do not write into it."""
    text = unicodedata.normalize("NFC", text)
    for pattern, replacement in _NORMAL:
        text = pattern.sub(replacement, text)
    tokens = _THOUSANDS.sub("", text.translate(_SIGNS)).replace("'", "' ").split()
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
    if not part:
        return start if start <= len(whole) else -1
    try:
        while whole[(start := whole.index(part[0], start)) : start + len(part)] != part:
            start += 1
    except ValueError:  # its first word stands nowhere any more
        return -1
    return start


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

    def let_go(self) -> None:
        """Let go of what is made again when it is asked for."""
        self.__dict__.pop("_runs", None)

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

    def word_beside(self, piece: list[str], place: range, locator: str, before: Sequence[str], behind: Sequence[str]) -> str:
        """Which of some words stands right before the words at a place, or which of others right behind them; empty where none does."""
        standing, first, last = self._runs[locator], place.start - 1, place.start + len(piece) - RUN + 1
        words_before = before if first >= 0 and len(piece) >= RUN - 1 else ()
        words_behind = behind if last < len(standing) and len(piece) >= RUN - 1 else ()
        around = [(word, first, [word, *piece[: RUN - 1]]) for word in words_before]
        around += [(word, last, [*piece[1 - RUN :], word]) for word in words_behind]
        return next((word for word, at, run in around if runs(run, self.source, locator)[0] == standing[at]), "")

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


def source_of(name: str) -> str:
    """The source of a text: its name without the language."""
    return name.partition(".")[0]


class Quoted(NamedTuple):
    """A quotation in one language: its path in the evidence, its words, and the text in which they should stand, where that is held."""

    path: tuple[str | int, ...]
    language: str | None
    quotation: str
    text: Fingerprint | None


def quoted(evidence: Evidence, language: str | None, fingerprints: Mapping[str, Fingerprint]) -> Iterator[Quoted]:
    """The quotation of a piece of evidence in the language of its source, then in each language that its `also` adds."""
    yield Quoted((), language, evidence.quotation, fingerprints.get(evidence.source or ""))
    for at, other in enumerate(evidence.also):
        yield Quoted(("also", at), other.language, other.quotation, fingerprints.get(f"{evidence.source}.{other.language}"))


def read_fingerprints(data: Path) -> dict[str, Fingerprint]:
    """The fingerprints in data/fingerprints/, by the name of the text. Raises DataErrors."""
    found = {}
    for file in sorted((data / "fingerprints").glob("*.json")):
        place = f"data/fingerprints/{file.name}"
        made = f"python -m macros fingerprint {file.stem} FILE"
        try:
            record = json.loads(file.read_text("utf-8"))
            if record.pop("seal") != seal(record):
                message, hint = tell("fingerprints.fingerprints_were_changed_hand"), tell("fingerprints.restore_file_from_last", made=made)
                raise DataErrors([Problem(place, 1, "", message, hint)])
            found[file.stem] = Fingerprint(**record)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            line = getattr(error, "lineno", 1)
            raise DataErrors(
                [Problem(place, line, "", tell("fingerprints.fingerprints_cannot_be_read"), tell("fingerprints.make_them_again", made=made))]
            ) from None
        if (source := found[file.stem].source) != source_of(file.stem):
            hint = tell("fingerprints.call_json_language_text", source=source)
            raise DataErrors([Problem(place, 1, "", tell("fingerprints.are_fingerprints", source=source), hint)])
    return found


def seal(record: dict) -> str:
    """A hash over everything that a file of fingerprints says."""
    return hashlib.blake2b(json.dumps(record, ensure_ascii=False, sort_keys=True).encode(), digest_size=8).hexdigest()
