"""Rules on the words of pages: both languages have the same ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from string import Formatter

from macros.evidence.language import SMALL_WORDS, language_of
from macros.messages import language_name, tell
from macros.model.plan import Plan
from macros.problems import Problem
from macros.reading.site_texts import Texts
from macros.rules.facts import RequestedText

# List of the vocabulary, a group of the wording that says each of its words and holds nothing else, and the {places} that pages fill there.
IN_SENTENCES: tuple[tuple[str, str, set[str]], ...] = (
    ("roles", "role_short", set()),
    ("date_is", "when", {"date", "first", "last"}),
    ("date_is", "when_day", {"date", "first", "last"}),
    ("qualifiers", "figure", {"amount"}),
)

# A list of the vocabulary that a page shows.
SHOWN_VOCABULARY = re.compile(r"""\{\{ *vocabulary\(["']([a-z_]+)["']\)""")


def every_wording_has_the_same_keys(wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """data/wording/ holds the same keys, each with a text that has the same {places}, in every language."""
    for own in wordings.values():
        yield from _unusable(own)
        for other in (other for other in wordings.values() if other is not own):
            yield from _missing(own, other)
            yield from _lost_places(own, other)


def every_word_that_stands_in_sentences_has_its_text(
    plan: Plan, wordings: Mapping[str, Texts], requested: tuple[RequestedText, ...]
) -> Iterator[Problem]:
    """Words of the vocabulary that stand in a sentence of the pages, or for which a letter stands, have a text in data/wording/."""
    for own in list(wordings.values())[:1]:
        # Data without the program need only the groups that they have.
        yield from _unsaid(own, plan, [row for row in IN_SENTENCES if requested or (row[1],) in own.lines])


def every_text_that_is_asked_for_is_there(wordings: Mapping[str, Texts], requested: tuple[RequestedText, ...]) -> Iterator[Problem]:
    """Each key that a template or the program asks for has a text."""
    for own in wordings.values():
        reported: set[str] = set()
        for one in requested:
            path = tuple(one.key.split("."))
            if path not in own.texts and one.key not in reported:
                reported.add(one.key)
                above = next(path[:length] for length in range(len(path), -1, -1) if path[:length] in own.lines or not length)
                message = tell("texts.no_text_has_key_asks", file=one.file, line=one.line)
                hint = tell("texts.add_here_every_language", path=":  and below it  ".join(path[len(above) :]))
                yield Problem(own.file, own.lines.get(above, 1), one.key, message, hint)


def every_wording_is_in_its_language(wordings: Mapping[str, Texts]) -> Iterator[Problem]:
    """No text of the pages is in another language than those around it."""
    for language, own in wordings.items():
        for path, text in own.texts.items() if language in SMALL_WORDS else ():
            found = language_of(text, fewest=3) if isinstance(text, str) else ""
            if found not in ("", language):
                message = tell("prose.in_other_language", wanted=language_name(language), found=language_name(found))
                yield own.problem(path, message, tell("prose.write_in_language", wanted=language_name(language)))


def every_vocabulary_that_a_page_shows_has_its_name(documents: Mapping[str, str], wordings: Mapping[str, Texts], plan: Plan) -> Iterator[Problem]:
    """The name of each list of words that a page in docs/ shows as a table; another rule names a list that is none."""
    shown = {id: page for page, text in sorted(documents.items()) for id in SHOWN_VOCABULARY.findall(text)}
    for id, page in ((id, page) for id, page in shown.items() if id in plan.vocabularies):
        for own in wordings.values():
            if ("vocabulary", id) not in own.texts:
                message = tell("texts.no_text_has_key", page=page)
                yield Problem(
                    own.file, own.lines.get(("vocabulary",), 1), f"vocabulary.{id}", message, tell("texts.add_here_every_language", path=id)
                )


def _unusable(own: Texts) -> Iterator[Problem]:
    for path, text in own.texts.items():
        if not isinstance(text, str) or not text.strip():
            yield own.problem(path, tell("texts.no_text"), tell("common.write_one_piece_text"))
        elif places(text) is None:
            yield own.problem(path, tell("texts.brace_stands_alone_holds"), tell("texts.write_name_for_signs"))


def _unsaid(own: Texts, plan: Plan, groups: Sequence[tuple[str, str, set[str]]]) -> Iterator[Problem]:
    """Words of the vocabulary that stand in a sentence of the pages, or for which a letter stands."""
    for kind, group, filled in groups:
        for id, word in plan.vocabularies[kind].items():
            text = own.texts.get((group, id))
            if isinstance(text, str) and (unknown := (places(text) or set()) - filled):
                yield own.problem(
                    (group, id),
                    tell("texts.pages_do_not_fill", unknown=named(unknown)),
                    tell("common.write", speakers=named(filled)) if filled else tell("texts.write_no_place", unknown=named(unknown)),
                )
            if (group, id) not in own.texts:
                message = tell("texts.pages_write_word_wording", language=own.language, group=group)
                yield word.problem(("id",), message, tell("texts.add_there_under_every", id=id, group=group))


def _missing(own: Texts, other: Texts) -> Iterator[Problem]:
    """What the other language does not have: of a whole group only its name; told where it would stand there."""
    known: list[tuple] = [()]
    for path, line in own.lines.items():
        if path in other.lines:
            known.append(path)
        elif path[:-1] in other.lines and isinstance(path[-1], str):
            theirs = [str(p[-1]) for p in other.lines if p[:-1] == path[:-1] and p not in own.lines]
            if near := get_close_matches(path[-1], theirs, n=1):
                yield own.problem(path, tell("texts.has_instead", language=other.language, near=near[0]), tell("texts.write_same_name_both"))
                continue
            message = tell("texts.text_missing_has_line", language=own.language, line=line)
            yield other.problem(path, message, tell("texts.add_here_delete_there", path=path[-1]), other.lines[known[-1]])


def _lost_places(own: Texts, other: Texts) -> Iterator[Problem]:
    for path in own.texts.keys() & other.texts.keys():
        here, there = (places(text) if isinstance(text, str) else None for text in (own.texts[path], other.texts[path]))
        if here is not None and there is not None and (lost := there - here):
            message = tell("texts.missing_has_line", lost=named(lost), language=other.language, lines=other.lines[path])
            yield own.problem(path, message, tell("texts.write_same_places_both"))


def places(text: str) -> set[str] | None:
    """The names in braces, or None where the braces of a text cannot be filled."""
    try:
        parts = [(name, rest) for _, name, *rest in Formatter().parse(text) if name is not None]
    except ValueError:
        return None
    return {name for name, _ in parts} if all(name.isidentifier() and not any(rest) for name, rest in parts) else None


def named(places: set[str]) -> str:
    return ", ".join(sorted(f"{{{place}}}" for place in places))


RULES = [
    every_wording_is_in_its_language,
    every_wording_has_the_same_keys,
    every_word_that_stands_in_sentences_has_its_text,
    every_text_that_is_asked_for_is_there,
    every_vocabulary_that_a_page_shows_has_its_name,
]
