"""Long texts before and after: the words that differ are marked, what stays the same is shortened."""

import re
from difflib import SequenceMatcher

from macros.changes.markdown import SafeText, phrase

# Signs that one text may take; up to MAX_CHARS_SIDE_BY_SIDE signs two texts are shown side by side; words kept around a difference.
MAX_CHARS_SHOWN, MAX_CHARS_SIDE_BY_SIDE, CONTEXT_WORDS = 700, 60, 6
ARROW = SafeText("{} → {}")


def shown(text: str, longest: int = MAX_CHARS_SHOWN) -> SafeText:
    """A text, cut where it is very long."""
    if len(text) <= longest:
        return SafeText.escape(text)
    return phrase("diff.more_letters", text[:longest], len(text) - longest)


def moved_words(old: str, new: str) -> SafeText:
    """Two texts as one, deleted words struck through and new ones underlined; side by side where they are short or have little in common."""
    if max(len(old), len(new)) <= MAX_CHARS_SIDE_BY_SIDE or max(len(old), len(new)) > 10 * MAX_CHARS_SHOWN:
        return ARROW.format(shown(old), shown(new))
    before, after = _words(old), _words(new)
    match = SequenceMatcher(None, before, after, autojunk=False)
    if match.ratio() < 0.5:
        return ARROW.format(shown(old), shown(new))
    parts = [part for step in match.get_opcodes() for part in _part(step, before, after)]
    return SafeText(" ").join(parts)


def _words(text: str) -> list[str]:
    return re.split(r"[ \t\r\n]+", text.strip())


def _part(step: tuple[str, int, int, int, int], before: list[str], after: list[str]) -> list[SafeText]:
    act, i, k, j, m = step
    if act == "equal":
        return [_shortened(before[i:k], first=i == 0, last=k == len(before) and m == len(after))]
    deleted, added = shown(" ".join(before[i:k])), shown(" ".join(after[j:m]))
    return [SafeText(f"<{tag}>{{}}</{tag}>").format(text) for tag, text in (("del", deleted), ("ins", added)) if text]


def _shortened(words: list[str], first: bool, last: bool) -> SafeText:
    head, tail = (0 if first else CONTEXT_WORDS), (0 if last else CONTEXT_WORDS)
    if len(words) <= head + tail + 2:
        return SafeText.escape(" ".join(words))
    return SafeText.escape(" ".join([*words[:head], "…", *words[len(words) - tail :]]))
