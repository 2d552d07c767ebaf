"""Everything that a reviewer is told, what matters most first, short enough for the summary of a workflow."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.changes import handwritten, languages
from macros.changes.assessments import Bullet, JudgementChange, judgement_changes, rewritten
from macros.changes.compare import Comparison, targets
from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names, kind_name
from macros.changes.pages import pages
from macros.changes.prose import moved_words, shown
from macros.changes.sections import MAX_NAMES, bullets, by_section, counts, first_lines, name_list, record_bullets
from macros.changes.statuses import Statuses
from macros.languages import LANGUAGES
from macros.messages import counted, language_name, tell
from macros.model.kinds import JUDGED, typed_id
from macros.model.plan import Plan
from macros.problems import Problem
from macros.reading.published import Vocabulary
from macros.reading.revision import Revision

# So many problems are told; who has more has one cause.
MAX_PROBLEMS = 100


@dataclass(frozen=True)
class Summary:
    """What two revisions, called `named`, differ in. `plan` is None where the data after the change cannot be read; `problems` are its faults."""

    before: Revision
    after: Revision
    named: list[str]
    files: dict[str, str]
    comparison: Comparison
    plan: Plan | None
    problems: list[Problem]

    @cached_property
    def names(self) -> Names:
        return Names(self.after, self.before)

    def opening(self) -> Iterator[SafeText]:
        """What is compared, how much changed, and what keeps this account from being whole."""
        yield phrase("diff.changes", *map(SafeText, self.named))
        versions = [tell("diff.no_version") if version is None else version for version in (self.before.schema_version, self.after.schema_version)]
        if versions[0] != versions[1]:
            yield phrase("diff.schema_version", *versions)
        if self._to_mend:
            yield phrase("diff.has_problems", counted("problem", len(self._to_mend)))
        if self._untranslated:
            yield phrase("diff.untranslated", ", ".join(map(language_name, self._untranslated)))
        if self.comparison.changes:
            yield counts(self.comparison, len(self._statuses))

    def sections(self) -> Iterator[tuple[str, list[SafeText]]]:
        """(title, lines) of each section, also of empty ones."""
        faults, corrections = rewritten(self._judgements, self.names, self.comparison.moved, self._vocabulary)
        yield tell("diff.look_first"), [*bullets(faults), *self._vanished(), *self._unreadable()]
        yield tell("diff.to_mend"), list(self._problems())
        yield tell("diff.statuses_moved"), list(bullets(self._statuses))
        yield tell("diff.outcomes_moved"), list(bullets(self._moved("outcomes")))
        yield tell("diff.typing_errors"), list(bullets(corrections))
        for title, changes in by_section(self.comparison).items():
            yield tell(f"diff_sections.{title}"), list(record_bullets([change for change in changes if change.kind not in JUDGED], self.names))
        yield from self._words_and_texts()
        yield tell("diff.elsewhere"), first_lines(list(self._relocated()), "relocated")
        yield tell("diff.identifiers"), self._identifiers()
        yield tell("diff.pages"), self._pages()
        yield tell("diff.files"), self._files()

    @cached_property
    def _untranslated(self) -> list[str]:
        """The languages that texts lack: whoever reviews adds the words."""
        hints = {problem.hint for problem in self.problems}
        return [language for language in LANGUAGES if tell("shapes.add_name", name=language) in hints]

    @cached_property
    def _to_mend(self) -> list[Problem]:
        theirs = {tell("shapes.add_name", name=language) for language in self._untranslated}
        return [problem for problem in self.problems if problem.hint not in theirs]

    def _problems(self) -> Iterator[SafeText]:
        """Every problem that is to be mended, where GitHub shows ten on the lines."""
        for problem in self._to_mend[:MAX_PROBLEMS]:
            record = phrase("diff.colon", SafeText("**{}**").format(problem.record), "") if problem.record else SafeText("")
            yield phrase("diff.problem_at", problem.file, problem.line, record, problem.message)
            if problem.hint:
                yield SafeText("  - {}").format(problem.hint)
        if len(self._to_mend) > MAX_PROBLEMS:
            yield phrase("diff.more_problems", len(self._to_mend) - MAX_PROBLEMS)

    def _relocated(self) -> Iterator[SafeText]:
        """The records that stand elsewhere: in another record or file, or in another order."""
        for (kind, id), was, now in self.comparison.relocated:
            name = self.names.record(kind, id)
            if was == now:
                yield phrase("diff.other_place", kind_name(kind), name, now)
            else:
                yield phrase("diff.moved_from", kind_name(kind), name, was, now)

    def _vanished(self) -> Iterator[SafeText]:
        for change in self.comparison.vanished():
            yield phrase("diff.vanished", kind_name(change.kind), self.names.record(change.kind, change.id))

    def _unreadable(self) -> Iterator[SafeText]:
        for problem in self.comparison.unreadable:
            yield phrase("diff.unreadable", problem.file, problem.line, problem.message)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self.before)

    @cached_property
    def _judgements(self) -> list[JudgementChange]:
        return list(judgement_changes(self.comparison, self.before, self.after))

    @cached_property
    def _statuses(self) -> list[Bullet]:
        return self._moved("assessments")

    def _moved(self, kind: str) -> list[Bullet]:
        statuses = Statuses(self.names, self.plan)
        moved = [one for one in self._judgements if one.kind == kind and one.after and (one.word_before != one.word_after or one.added)]
        return [(statuses.headline(change), list(statuses.details(change))) for change in moved]

    @cached_property
    def _wording(self) -> dict[str, dict[str, tuple[str | None, str | None]]]:
        return languages.wording(self.before, self.after)

    @cached_property
    def _handwritten(self) -> dict[str, list[SafeText]]:
        return handwritten.told(self.files, self.before, self.after)

    def _words_and_texts(self) -> Iterator[tuple[str, list[SafeText]]]:
        words, alone = [], []
        for key, changed in self._wording.items():
            for language, (old, new) in changed.items():
                act = "_added" if old is None else "_removed" if new is None else ""
                said = moved_words(old, new) if old is not None and new is not None else shown(old or new or "")
                words.append(phrase(f"diff.word{act}", key, language_name(language), said))
            if len(changed) < len(LANGUAGES):
                alone.append(phrase("diff.words_only", key, languages.names_of(changed)))
        yield tell("diff.words"), first_lines(words, "texts")
        yield tell("diff.handwritten"), first_lines([line for lines in self._handwritten.values() for line in lines], "texts")
        alone = [*languages.one_sided(self.comparison.changes, self._vocabulary), *alone, *languages.pages(self.files)]
        yield tell("diff.one_language"), first_lines([SafeText("- {}").format(line) for line in alone], "texts")

    def _identifiers(self) -> list[SafeText]:
        new = [SafeText.escape(typed_id(change.kind, change.id)) for change in self.comparison.come()]
        gone = [SafeText("{}{}").format(id := typed_id(change.kind, change.id), self._moved_to(id)) for change in self.comparison.gone()]
        return [phrase(f"diff.ids_{act}", name_list(ids)) for act, ids in (("new", new), ("gone", gone)) if ids]

    def _moved_to(self, id: str) -> SafeText:
        moved = self.comparison.moved.get(id)
        return phrase("diff.moved_to", tell("diff.and").join(targets(moved))) if moved else phrase("diff.not_moved")

    def _pages(self) -> list[SafeText]:
        found = pages(self.comparison.changes, self.plan)
        if not (found.own or found.near or found.gone):
            return []
        near = tell("diff.pages_near" if self.plan else "diff.pages_near_unknown")
        parts = ((tell("diff.pages_own"), found.own), (near, found.near), (tell("diff.pages_gone"), found.gone))
        lines = [
            phrase("diff.pages_in", languages.names_of(LANGUAGES)),
            SafeText(""),
        ]
        for title, addresses in parts:
            if addresses or title == near and not self.plan:
                lines.append(phrase("diff.pages_of" if addresses else "diff.pages_none", title))
                lines += first_lines([SafeText("  - {}").format(_in_each(address)) for address in addresses], "pages")
        return lines

    def _files(self) -> list[SafeText]:
        known = {change.written.file for change in self.comparison.changes}
        known |= {f"data/wording/{language}.yaml" for changed in self._wording.values() for language in changed}
        known |= {file for file, lines in self._handwritten.items() if lines}
        own_first = sorted(self.files, key=lambda file: not file.startswith(("data/", "docs/")))
        others = {file: self.files[file] for file in own_first if file not in known}
        if len(others) > MAX_NAMES:
            folders = Counter((act, file.rpartition("/")[0]) for file, act in others.items())
            return first_lines([phrase(f"diff.folder_{act}", folder or ".", number) for (act, folder), number in folders.items()], "folders")
        untold = self.comparison.untold
        return [phrase(f"diff.file_{act}", file, untold.get(file, "")).rstrip() for file, act in others.items()]


def _in_each(address: str) -> SafeText:
    """The address of a page in each language."""
    return SafeText(" · ").join(SafeText("/{}{}").format(language.folder, address) for language in LANGUAGES.values())
