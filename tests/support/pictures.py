"""Pictures of edits in tests/tiny/: what somebody writes, and all that they are told."""

import codecs
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from support.paths import TINY

FAULTS, HISTORY = TINY / "faults", TINY / "history"
# A file of data/ on a line of its own: the lines below it are of that file.
FILE = re.compile(r"[\w./() -]+\.(ya?ml|json)")


@dataclass(frozen=True)
class Picture:
    """An edit: its files, each with pairs of lines (as they are, as somebody writes them), and the messages as printed, lines marked.

    A file that is not there is made of the lines that are written; one of which no line is left is deleted.
    """

    edits: dict[str, list[tuple[str, str]]]
    messages: str
    drawn_in: Path
    shown: str

    @property
    def file(self) -> str:
        """The file that it edits first."""
        return next(iter(self.edits))

    def spoil(self, root: Path) -> Path:
        """Make the edits in a copy of the tiny project."""
        for name, pairs in self.edits.items():
            file = root / "data" / name
            text = f"\n{file.read_text('utf-8')}" if file.exists() else "\n"
            for old, new in pairs:
                assert old or text == "\n", f"{name} is there: show a line to write beside"
                assert not old or text.count(f"\n{old}\n") == 1, f"these lines do not stand once in {name}:\n{old}"
                text = text.replace(f"\n{old}\n" if old else "\n", f"\n{new}\n" if new else "\n")
            if text == "\n":
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text[1:], "utf-8")
        return root

    def restore(self, root: Path) -> None:
        """Put the files that it edits back as the tiny project has them."""
        for name in self.edits:
            if (TINY / "data" / name).exists():
                shutil.copy(TINY / "data" / name, root / "data" / name)
            else:
                (root / "data" / name).unlink()

    def accept(self, messages: str) -> None:
        """Write other messages into the picture."""
        text = self.drawn_in.read_text("utf-8")
        assert text.count(f"== {self.shown}\n") == 1, f"{self.drawn_in} has changed meanwhile"
        shown = self.shown.removesuffix(f"\n{self.messages}" if self.messages else "") + (f"\n{messages}" if messages else "")
        self.drawn_in.write_text(text.replace(f"== {self.shown}\n", f"== {shown}\n"), "utf-8")


def pictures(file: Path) -> dict[str, Picture]:
    """Name -> picture of each edit in a file of pictures."""
    found: dict[str, Picture] = {}
    for shown in re.split(r"(?m)^== ", file.read_text("utf-8"))[1:]:
        shown = shown.rstrip("\n")
        name, *lines = shown.split("\n")
        assert name not in found, f"'{name}' stands twice"
        edits: dict[str, list[str]] = {}
        while lines and (lines[0][:1] in "-+" or FILE.fullmatch(lines[0])):
            line = lines.pop(0)
            if line[0] in "-+":
                edits[next(reversed(edits))].append(line)
            else:
                edits[line] = []
        found[name] = Picture({name: hunks(signed) for name, signed in edits.items()}, "\n".join(lines), file, shown)
    return found


def all_pictures(folder: Path) -> dict[str, Picture]:
    """Name -> picture of each edit that a folder shows."""
    return {name: picture for file in sorted(folder.glob("*.txt")) for name, picture in pictures(file).items()}


def hunks(signed: list[str]) -> list[tuple[str, str]]:
    """Lines as they are, and as somebody writes them, of each place of a file."""
    found = re.findall(r"((?:-.*\n)*)((?:\+.*\n)*)", "\n".join(signed) + "\n")
    return [(plain(old, "-"), plain(new, "+")) for old, new in found if old or new]


def plain(lines: str, sign: str) -> str:
    """Lines of a picture without their signs, with the characters that stand as \\u202e or \\t."""
    text = "\n".join(line.removeprefix(sign) for line in lines.splitlines())
    return re.sub(r"\\(u[0-9a-f]{4}|t)", lambda found: codecs.decode(found[0], "unicode-escape"), text)
