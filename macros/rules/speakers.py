"""Rules on who speaks in the texts of pages: data/wording/speakers.yaml says it once, and the words say it too."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from macros.messages import either, tell
from macros.problems import Problem, suggestion
from macros.reading.site_texts import SPEAKERS_FILE, Texts
from macros.rules.facts import RequestedText
from macros.rules.texts import IN_SENTENCES

# The source says it · as we read it · as we count · we assess · a name, a button, a remark on the site.
REPORT, OURS, INTERFACE = "report", ("reading", "count", "assessment"), "interface"
SPEAKERS = (REPORT, *OURS, INTERFACE)
FILE = f"data/wording/{SPEAKERS_FILE}.yaml"
# A text that counts has these two, and one speaker.
FORMS = ("one", "other")


def every_text_has_one_speaker(wordings: Mapping[str, Texts], speakers: Texts | None, requested: tuple[RequestedText, ...]) -> Iterator[Problem]:
    """Each text, or for the interface its whole group, stands under one speaker, and nothing else stands there."""
    if speakers is None:
        if requested:
            yield Problem(FILE, 1, "", tell("common.file_missing"), tell("common.restore_from_last_commit"))
        return
    if misshapen := [path for path, keys in speakers.texts.items() if path[0] in SPEAKERS and not isinstance(keys, list)]:
        for path in misshapen:
            yield speakers.problem(path, tell("speakers.no_list"), tell("speakers.write_list"))
        return
    for own in islice(wordings.values(), 1):
        yield from _wrong(speakers, own)
        listed = _listed(speakers)
        for path, text in _texts(own).items():
            if not _speaker(listed, path) and _is_shown(path, requested):
                hint = tell("speakers.add_under", path=".".join(path), file=FILE, speakers=either(SPEAKERS))
                yield own.problem(path, tell("speakers.nobody_named_speaker", text=text), hint)
            elif not _speaker(listed, path):
                yield own.problem(path, tell("speakers.nobody_asks"), tell("speakers.delete_everywhere"))


def _is_shown(path: tuple, requested: tuple[RequestedText, ...]) -> bool:
    """Whether a page or the program asks for a text, or may: data without the program do not know."""
    key, groups = ".".join(path), {"vocabulary", *(group for _, group, _ in IN_SENTENCES)}
    return not requested or path[0] in groups or any(one.key in (key, *(f"{key}.{form}" for form in FORMS)) for one in requested)


def every_text_names_its_speaker(wordings: Mapping[str, Texts], speakers: Texts | None) -> Iterator[Problem]:
    """Where the source or we speak, the text has one of the words by which data/wording/ names that speaker."""
    listed = _listed(speakers) if speakers else {}
    for own in wordings.values():
        for path, text in own.texts.items():
            speaker = _speaker(listed, path)
            name = "report" if speaker == REPORT else "we"
            named = own.texts.get(("speaker", name))
            if speaker in (REPORT, *OURS) and named and not re.search(rf"(?i)\b({'|'.join(map(re.escape, named.split(', ')))})\b", str(text)):
                message = tell("speakers.speaker_words_do_not", speaker=speaker)
                yield own.problem(path, message, tell("speakers.write_one_put_under", named=named, file=FILE))


def _wrong(speakers: Texts, own: Texts) -> Iterator[Problem]:
    """What stands in the file of speakers and cannot stand there."""
    known, seen = {".".join(path) for path in _texts(own)}, set()
    groups = {".".join(path) for path in own.lines} - known
    for (speaker, *_), keys in speakers.texts.items():
        if speaker not in SPEAKERS:
            yield speakers.problem(
                (speaker,),
                tell("speakers.there_no_speaker", speaker=speaker),
                suggestion(speaker, SPEAKERS, tell("common.write", speakers=", ".join(SPEAKERS))),
            )
        for place, key in enumerate(map(str, keys) if isinstance(keys, list) else ()):
            path = (speaker, place)
            if key not in known | groups:
                yield speakers.problem(path, tell("speakers.no_text_called", name=key), suggestion(key, known | groups, tell("common.delete")))
            elif key in groups and speaker != INTERFACE:
                yield speakers.problem(path, tell("speakers.group_texts", name=key), tell("speakers.name_each_text_only", interface=INTERFACE))
            elif key in seen:
                yield speakers.problem(path, tell("speakers.stands_here_twice", name=key), tell("common.keep_one_two"))
            seen.add(key)


def _listed(speakers: Texts) -> dict[tuple, str]:
    """Path of a text, or of a group -> its speaker."""
    return {tuple(str(key).split(".")): path[0] for path, keys in speakers.texts.items() if isinstance(keys, list) for key in keys}


def _texts(own: Texts) -> dict[tuple, object]:
    """Path of each text -> its words; of a text that counts, those of one form."""
    return {path[:-1] if path[-1] in FORMS else path: text for path, text in own.texts.items() if path[0] != "speaker"}


def _speaker(listed: Mapping[tuple, str], path: tuple) -> str:
    """The speaker of a text: its own, or that of the smallest group in which it stands."""
    return next((listed[path[:length]] for length in range(len(path), 0, -1) if path[:length] in listed), "")


RULES = [every_text_has_one_speaker, every_text_names_its_speaker]
