"""Where an item of a numbered list stands: "1.", "(1)", "(a)", "(i)", each inside the other."""

from collections.abc import Iterator

from macros.evidence.act_marks import Mark

Stack = list[tuple[str, str]]  # (style, number) of each open list, the outermost first

_ROMAN = [f"{tens}{ones}" for tens in ("", "x", "xx", "xxx") for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")][1:]
_FIRST = {"paragraph": "1", "figure": "1", "letter": "a", "roman": "i"}


def styles(mark: Mark) -> list[str]:
    """How a list may be numbered whose item has this mark."""
    if mark.kind == "paragraph":
        return ["paragraph"]
    if mark.number[0].isdigit():
        return ["figure"]
    return [style for style, fits in (("roman", mark.number in _ROMAN), ("letter", len(mark.number) <= 2)) if fits]


def follows(style: str, before: str) -> set[str]:
    """The numbers that may stand after a number; "5a" may stand after "5"."""
    if style == "roman":
        return set(_ROMAN[_ROMAN.index(before) + 1 :][:1])
    stem, letter = (before[:-1], before[-1]) if len(before) > 1 and before[-1].isalpha() else (before, "")
    inserted = f"{stem}{chr(ord(letter) + 1)}" if letter else f"{before}a"
    if style == "letter":
        return {inserted, chr(ord(stem) + 1) if stem != "z" else "aa"}
    return {inserted, str(int(stem) + 1)}


def with_item(stack: Stack, mark: Mark, opens: bool) -> Stack | None:
    """The open lists once an item is added: it goes on with one of them, or begins one, which is likelier where the line before it `opens` one."""
    ways = [*_beginning(stack, mark), *_going_on(stack, mark)] if opens else [*_going_on(stack, mark), *_beginning(stack, mark)]
    return ways[0] if ways else None


def _going_on(stack: Stack, mark: Mark) -> Iterator[Stack]:
    for depth in reversed(range(len(stack))):
        style, before = stack[depth]
        if style in styles(mark) and mark.number in follows(style, before):
            yield [*stack[:depth], (style, mark.number)]


def _beginning(stack: Stack, mark: Mark) -> Iterator[Stack]:
    known = [style for style, _ in stack]
    for style in styles(mark):
        if mark.number == _FIRST[style] and style not in known and not (style == "paragraph" and stack):
            yield [*stack, (style, mark.number)]
