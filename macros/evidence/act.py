"""The units of an act, found in its plain text by its marks; what these do not place is left out."""

import re
from typing import NamedTuple

from macros.evidence.act_lists import Stack, follows, styles, with_item
from macros.evidence.act_marks import LEVELS, Mark, marks
from macros.evidence.act_text import ActText, ends_sentence
from macros.evidence.quotations import words

_ANNOUNCE = re.compile(r"\b(?:whereas|consid[ée]rant)\b", re.IGNORECASE)
Path = tuple[str, ...]  # ("art. 9", "(1)", "(d)")


class Outline(NamedTuple):
    """The numbers of the lines of each unit, in reading order, and those of the lines that no mark places."""

    units: dict[str, list[int]]
    left_out: list[int]


def outline(lines: list[str]) -> Outline:
    """The units of an act: each line with words stands in one, or is left out. Raises ValueError where no line is the mark of its first article."""
    act = _Act(lines)
    for at in (at for at, line in enumerate(lines) if words(line)):
        act.take(at)
    if not act.article:
        raise ValueError("no line says 'Article 1' or 'Article premier'; is it the text of an act, in English or in French?")
    whole = {path[:length] for path in act.units for length in range(1, len(path))}
    return Outline({"".join(path) + " lead-in" * (path in whole): numbers for path, numbers in act.units.items()}, act.left_out)


class _Act:
    """Takes the lines one by one. `path` is where the last one stands, None where it was left out; `base` the article or annex around it."""

    def __init__(self, lines: list[str]):
        self.text = ActText(lines)
        self.units: dict[Path, list[int]] = {}
        self.left_out: list[int] = []
        self.path: Path | None = ("cover",)
        self.phase, self.article, self.annex, self.base = "cover", "", "", ""
        self.stack: Stack = []
        self.headings: dict[str, str] = {}
        self.taken_to = -1  # the last line of a title, or of words that are quoted
        self.announced = False  # recitals are

    def take(self, at: int) -> None:
        """Put a line where it belongs, or leave it out."""
        line = self.text.lines[at]
        if line.startswith("<") and line.endswith(">"):
            self.left_out.append(at + 1)
        elif at <= self.taken_to or self._quotes(at) or not (self._is_fresh(at) and any(self._takes(at, mark) for mark in marks(line))):
            self._take_text(at)
        self.announced |= bool(_ANNOUNCE.search(line))

    def _is_fresh(self, at: int) -> bool:
        """Whether a mark may stand here: not inside a sentence."""
        heading = not self.path or self.path[-1].endswith(("cover", "closing formula", " title"))
        return heading or self.text.begins(at) or ends_sentence(self.text.before(at))

    def _put(self, at: int, *path: str) -> bool:
        """Put a line at a new path, or leave it out where the act has that path already."""
        self.path = None if path in self.units else path
        self._go_on(at)
        return self.path is not None

    def _go_on(self, at: int) -> None:
        """Put a line where the last one stands."""
        (self.left_out if self.path is None else self.units.setdefault(self.path, [])).append(at + 1)

    def _leave_out(self, at: int) -> bool:
        self.path = None
        self._go_on(at)
        return True

    def _open(self, base: str) -> None:
        self.base, self.stack = base, []

    def _quotes(self, at: int) -> bool:
        """Whether words for another act begin here, quoted over several lines: what they number is not of this act."""
        self.taken_to = self.text.end_of_quotation(at) if self.phase == "article" else -1
        return self.taken_to >= 0

    def _take_text(self, at: int) -> None:
        """A line without a mark goes on with the last one, but behind a title or a list the text goes on."""
        if not self.base or self.path is None or at <= self.taken_to:
            self._go_on(at)
        elif self.path[-1] == f"{self.base} title":
            self._put(at, self.base)
        elif any(style != "paragraph" for style, _ in self.stack) and self.path[-1] != " closing":
            self._take_text_in_list(at)
        else:
            self._go_on(at)

    def _take_text_in_list(self, at: int) -> None:
        """What begins behind the last sentence of a list goes on with what was before the list; of other new paragraphs nobody can tell."""
        begins, over = self.text.begins(at), self.text.before(at).endswith(".") and not self.text.lines[at][0].islower()
        if not begins and not over:
            self._go_on(at)
            return
        lists = [item for item in self.stack if item[0] != "paragraph"]
        self.stack = self.stack[: -len(lists)]
        if begins and over and len(lists) == 1:
            self._put(at, *self._place(self.stack), " closing")
        else:
            self._leave_out(at)

    def _place(self, stack: Stack) -> Path:
        return (self.base, *(f"({number})" for _, number in stack))

    def _takes(self, at: int, mark: Mark) -> bool:
        """Whether a mark tells where its line belongs, or that nobody can tell."""
        match mark.kind, self.phase:
            case "article", _:
                return self._take_article(at, mark)
            case "heading", _:
                return self._take_heading(at, mark)
            case "annex", ("article" | "closing" | "annex"):
                self.phase, self.headings, self.annex = "annex", {}, f"annex {mark.number}".strip()
                self._open(self.annex if self._put(at, self.annex) else "")
            case (("paragraph" | "point"), ("article" | "annex")):
                return bool(styles(mark)) and self._take_item(at, mark)
            case "point", ("preamble" | "cover" | "recital") if self.announced:
                return self._take_in_order(at, mark, "recital")
            case "point", "closing":
                return self._take_in_order(at, mark, "fn")
            case "closing", "article":
                self._open("")
                self.phase = "closing"
                return self._put(at, "closing formula") or True
            case "enacting", ("preamble" | "recital"):
                return self._put(at, "enacting formula") or True
            case "preamble", "cover" if at:
                self.phase = "preamble"
                return self._put(at, "preamble")
            case "page", ("preamble" | "recital" | "article" | "annex"):
                self.left_out.append(at + 1)
            case "capitals", "article" if self.base:
                return self._leave_out(at)
            case _:
                return False
        return True

    def _take_article(self, at: int, mark: Mark) -> bool:
        number, known = (int(re.sub(r"\D", "", text) or 0) for text in (mark.number, self.article))
        in_order = mark.number in follows("figure", self.article or "0") or (self.article and number > known and self.text.begins(at))
        self._open("")
        if self.phase == "annex" or not in_order:
            return self._leave_out(at)
        self._put(at, f"art. {mark.number} title")
        self.phase, self.article = "article", mark.number
        self._open(f"art. {mark.number}")
        if ends_sentence(mark.rest):  # no title, but the text itself
            del self.units[f"{self.base} title",]
            self._put(at, self.base)
        elif not mark.rest:
            self.taken_to = self.text.end_of_title(at)
        return True

    def _take_heading(self, at: int, mark: Mark) -> bool:
        levels = list(LEVELS)
        above = {level: name for level, name in self.headings.items() if levels.index(level) < levels.index(mark.level)}
        self.headings = above | {mark.level: f"{mark.level} {mark.number}"}
        inside = [self.annex] if self.phase == "annex" else []
        name = ", ".join([*inside, *self.headings.values()])
        self._open("")
        if self._put(at, f"{name} title") and inside:
            self._open(name)
            self.taken_to = -1 if mark.rest else self.text.end_of_title(at)
        return True

    def _take_in_order(self, at: int, mark: Mark, name: str) -> bool:
        """Recitals, and footnotes below the act, are numbered from 1."""
        before = self.stack[-1][1] if self.stack else "0"
        if not mark.number.isdigit():
            return False
        if int(mark.number) != int(before) + 1:
            return self._leave_out(at)
        self._put(at, f"{name} {mark.number}")
        self.stack = [("figure", mark.number)]
        self.phase = "recital" if name == "recital" else self.phase
        return True

    def _take_item(self, at: int, mark: Mark) -> bool:
        stack = with_item(self.stack, mark, self.text.before(at).endswith(":"))
        if not self.base or not stack:
            return self._leave_out(at)
        if self._put(at, *self._place(stack)):
            self.stack = stack
        return True
