"""The map of an act, made from its plain text and written with its fingerprints; what was not placed is said, and never kept."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from macros.evidence.act import Outline, outline
from macros.evidence.quotations import source_of
from macros.evidence.source_map import write_fingerprint
from macros.output import write_text_file

MADE = "# Made from the plain text of the act by the marks of its recitals, articles, paragraphs, points and annexes."
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z]{2,3})?")
_NO_TEXT = {b"%PDF": "a PDF", b"PK\x03\x04": "a document or an archive", b"\xd0\xcf\x11\xe0": "a document", b"{\\rtf": "a document"}
_SHOWN = 6
_COUNTED = {"recitals": "recital", "articles": "art.", "annexes": "annex"}


def write_act(data: Path, name: str, file: Path) -> str:
    """Write the map and the fingerprints of an act, and say what they hold and what was not placed. Raises OSError, ValueError."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"'{name}' cannot be the name of a text; write the id of its source, or with a language: directive-2011-36.fr")
    text_map = data / "fingerprints" / f"{name}.map.yaml"
    if text_map.exists() and not text_map.read_text("utf-8").startswith(MADE):
        raise ValueError(f"{text_map.name} was made by hand; leave out --act to use it, or delete it first")
    text = _read(file)
    lines = text.decode("utf-8").splitlines()
    found = outline(lines)
    write_text_file(text_map, _map(name, hashlib.sha256(text).hexdigest(), found, lines))
    return _said(write_fingerprint(data, name, file).name, found, lines)


def _read(file: Path) -> bytes:
    content = file.read_bytes()
    for beginning, kind in _NO_TEXT.items():
        if content.startswith(beginning):
            raise ValueError(f"{file.name} is {kind}; save its text as a plain text file (UTF-8) first")
    if not content.strip():
        raise ValueError(f"{file.name} is empty; save the text of the act in it")
    if content.startswith(b"\xef\xbb\xbf"):
        raise ValueError(f"{file.name}:1: the file begins with a byte-order mark; save it as UTF-8 without a byte-order mark (BOM)")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"{file.name}:{line}: the file is not UTF-8; save it with the encoding UTF-8") from None
    if re.match(r"\s*<(?:!doctype|html|\?xml)", text, re.IGNORECASE):
        raise ValueError(f"{file.name} is a page with tags; save its text as a plain text file first")
    if "\0" in text:
        raise ValueError(f"{file.name} is no plain text; save the text of the act in a file of its own (UTF-8)")
    return content


def _map(name: str, digest: str, found: Outline, lines: list[str]) -> str:
    _, _, language = name.partition(".")
    head = [
        MADE,
        "# Locator: lines of the text file with that SHA-256, in reading order; ', ' joins what stands apart.",
        f"# No words of the document stand here. After an edit: python -m macros fingerprint {name} FILE",
        f"source: {source_of(name)}",
        *([f"language: {language}"] if language else []),
        f"sha256: {digest}",
    ]
    if found.left_out:
        head += ["# Lines that no mark places: nothing can be quoted from them.", f"left_out: {spans(found.left_out, lines)}"]
    return "\n".join([*head, "units:", *(f"  {locator}: {spans(numbers, lines)}" for locator, numbers in found.units.items())]) + "\n"


def spans(numbers: Iterable[int], lines: list[str]) -> str:
    """Numbers of lines as a map writes them; empty lines between two of them belong to both."""
    joined: list[list[int]] = []
    for number in numbers:
        if joined and not any(line.strip() for line in lines[joined[-1][1] : number - 1]):
            joined[-1][1] = number
        else:
            joined.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in joined)


def _said(file: str, found: Outline, lines: list[str]) -> str:
    parts = {part[0] for unit in found.units if (part := re.match(r"(recital|art\.|annex)( \w+)?", unit))}
    count = {kind: sum(part.startswith(beginning) for part in parts) for kind, beginning in _COUNTED.items()}
    held = ", ".join(f"{kind}: {number}" for kind, number in count.items())
    said = [f"data/fingerprints/{file} and its map are up to date ({held}, places: {len(found.units)})."]
    if not found.left_out:
        return f"{said[0]}\nEvery line is placed."
    said.append("Not placed, so that nothing can be quoted from there:")
    for span in spans(found.left_out, lines).split(", "):
        first = lines[int(span.split("-")[0]) - 1].split()
        said.append(f"  line{'s' * ('-' in span)} {span}: {' '.join(first[:_SHOWN])}{' …' * (len(first) > _SHOWN or '-' in span)}")
    said.append("hint: mend the text; or put these lines into the map, and run this without --act; or write  units_only: yes  for the source")
    return "\n".join(said)
