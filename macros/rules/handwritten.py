"""Rules on what we write beside the data, in docs/, remarks/ and the words of pages: words alone, and nothing that no text may hold."""

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.messages import tell
from macros.model.addresses import is_stub
from macros.problems import NOTICE, Problem
from macros.reading.site_texts import Texts
from macros.rules.persons import tells_of_a_person
from macros.rules.signs import odd_sign, said_of
from macros.rules.unwanted import UNWANTED

FRONT_MATTER = re.compile(r"---\n(?:.*\n)*?---\n")
# What a browser would run, or load from elsewhere.
RUNS = re.compile(r"(?i)<(?:script|iframe|object|embed)\b|<[^<>]*\son[a-z]+ *=|javascript:")
OUTSIDE = re.compile(r"https?://[^\s)>\"'\]]+")
# Signs that pages set before words.
MARKS = "✓✕"
# What no text of the data holds, and no page either.
NOWHERE = ("e_mail", "telephone", "spelt_address", "insult", "machine", "mangled")


def nothing_runs_on_a_page(documents: Mapping[str, str]) -> Iterator[Problem]:
    """No script, handler or frame stands on a page."""
    for name, number, line in written_lines(documents):
        if found := RUNS.search(line):
            yield Problem(name, number, "", tell("handwritten.runs", found=found[0]), tell("handwritten.write_words"))


def no_page_holds_what_no_text_may(documents: Mapping[str, str]) -> Iterator[Problem]:
    """No person who may be a victim, e-mail address, telephone number, insult or odd sign stands on a page."""
    for name, number, line in written_lines(documents):
        if tells_of_a_person(line):
            yield Problem(name, number, "", tell("persons.may_be_victim"), tell("persons.write_in_confidence"))
        for message, hint in _unwanted(line, NOWHERE):
            yield Problem(name, number, "", message, hint)


def no_words_of_pages_hold_what_no_text_may(wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """Nothing of that kind stands in the words of pages, nor what a browser would run."""
    for own in wordings.values():
        said = {path: text for path, text in own.texts.items() if isinstance(text, str)}
        whole = " " + "\n ".join(said.values()).lower()
        # Most of it stands in none of them.
        names = [name for name in (*NOWHERE, "placeholder") if any(sign in whole for sign in UNWANTED[name].signs)]
        for path, text in said.items():
            if "<" in text and (found := RUNS.search(text)):
                yield own.problem(path, tell("handwritten.runs", found=found[0]), tell("handwritten.write_words"))
            for message, hint in _unwanted(text, names, MARKS):
                yield own.problem(path, message, hint)


def _unwanted(text: str, names: Sequence[str], signs: str = "") -> Iterator[tuple[str, str]]:
    """Message and hint on everything in a text that has no place there."""
    small = f" {text.lower()}"
    for name in names:
        if any(sign in small for sign in UNWANTED[name].signs) and (found := UNWANTED[name].found_in(text)):
            yield tell(f"prose.holds_{name}", found=found), tell(f"prose.without_{name}")
    key, odd = odd_sign(text)
    if key and odd not in signs:
        yield said_of(key, odd)


def every_front_matter_ends(documents: Mapping[str, str]) -> Iterator[Problem]:
    """What stands between two lines of --- ends before the first heading: else readers would see it."""
    for name, text in documents.items():
        if text.startswith("---\n") and not ((found := FRONT_MATTER.match(text)) and "\n# " not in found[0]):
            yield Problem(name, 1, "", tell("handwritten.front_matter_open"), tell("handwritten.close_front_matter"))


def every_outside_link_is_shown_to_reviewers(documents: Mapping[str, str]) -> Iterator[Problem]:
    """A notice on each address of another site that stands on a page."""
    for name, number, line in written_lines(documents):
        for address in OUTSIDE.findall(line):
            yield Problem(name, number, "", tell("handwritten.leads_outside", address=address), tell("handwritten.see_whose_page"), NOTICE)


def written_lines(documents: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    """File, number and text of each line that somebody wrote."""
    for name, text in documents.items():
        if not is_stub(text):
            yield from ((name, number, line) for number, line in enumerate(text.split("\n"), 1) if line)


RULES = [
    nothing_runs_on_a_page,
    no_page_holds_what_no_text_may,
    no_words_of_pages_hold_what_no_text_may,
    every_front_matter_ends,
    every_outside_link_is_shown_to_reviewers,
]
