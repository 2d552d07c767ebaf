"""Pictures of edits in tests/tiny/: what somebody writes, and all that they are told."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from support.paths import TINY

FAULTS = TINY / "faults"


@dataclass(frozen=True)
class Picture:
    """A fault: its file, pairs of lines (as they are, as somebody writes them), and the messages as printed."""

    file: str
    edits: list[tuple[str, str]]
    messages: str

    def spoil(self, root: Path) -> Path:
        """Make the edits in a copy of the tiny project."""
        file = root / "data" / self.file
        text = f"\n{file.read_text('utf-8')}"
        for old, new in self.edits:
            assert text.count(f"\n{old}\n") == 1, f"these lines do not stand once in {self.file}:\n{old}"
            text = text.replace(f"\n{old}\n", f"\n{new}\n" if new else "\n")
        file.write_text(text[1:], "utf-8")
        return root


def pictures(text: str) -> dict[str, Picture]:
    """Name -> picture of each fault in a file of faults."""
    found = {}
    for picture in re.split(r"(?m)^== ", text)[1:]:
        name, file, *lines = picture.rstrip("\n").split("\n")
        assert name not in found, f"'{name}' stands twice"
        shown = [line for line in lines if line[0] in "-+"]
        hunks = re.findall(r"((?:-.*\n)+)((?:\+.*\n)*)", "\n".join(shown) + "\n")
        edits = [(plain(old, "-"), plain(new, "+")) for old, new in hunks]
        found[name] = Picture(file, edits, "\n".join(lines[len(shown) :]))
    return found


def plain(lines: str, sign: str) -> str:
    """Lines of a picture without their signs, with the characters that stand as \\u202e or \\t."""
    text = "\n".join(line.removeprefix(sign) for line in lines.splitlines())
    return re.sub(r"\\(u[0-9a-f]{4}|t)", lambda found: codecs.decode(found[0], "unicode-escape"), text)
