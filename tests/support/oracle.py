"""What a mutated file leads to: it is told where it was mutated, or the plan is the same, or differs in the mutated record only."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from macros.evidence import printed
from macros.evidence import quotations as quotes
from macros.export import exports
from macros.languages import LANGUAGES
from macros.model import plan as planning
from macros.model.addresses import pages
from macros.model.kinds import KINDS
from macros.model.plan import Plan
from macros.model.shape import Record
from macros.problems import DataErrors, Problem
from macros.reading import load as loading
from macros.reading.load import load
from macros.reading.yaml_tree import read_tree
from macros.rules import check, facts, quotations, texts
from macros.rules.facts import read_facts
from macros.wording.catalogue import read_wording
from support.mutant import Line, Mutant, lines_of, words
from support.render import renderer

# Lists of records that stand inside records of another kind, and speak for themselves.
TOLD = ("told in the record", "told by its name", "told by what needs it")
INSIDE = {"areas": {"objectives"}, "objectives": {"actions"}}


@dataclass(frozen=True)
class Oracle:
    """A copy of the project's data that can be mutated, one file at a time, and what its sound files say."""

    root: Path

    @cached_property
    def sound(self) -> dict[str, str]:
        """Name of a file below data/ -> its text."""
        data = self.root / "data"
        return {file.relative_to(data).as_posix(): file.read_text("utf-8") for file in sorted(data.rglob("*.*")) if file.is_file()}

    @cached_property
    def lines(self) -> dict[str, list[Line]]:
        return {name: lines_of(name, text) for name, text in self.sound.items()}

    @cached_property
    def plan(self) -> Plan:
        return load(self.root)

    @cached_property
    def said(self) -> dict[tuple, tuple]:
        return dict(self._says(self.plan))

    def verdict(self, name: str, mutant: Mutant, publish: bool = False) -> str:
        """How the file is told, or what it changed; `publish` writes the pages of a changed plan. Raises AssertionError."""
        file = self.root / "data" / name
        file.write_bytes(mutant.written)
        try:
            plan = load(self.root)
            check(read_facts(self.root, plan))
            outcome = self._compare(name, mutant, dict(self._says(plan)))
            if publish and outcome == "differs":
                self._publish(plan, "fr" if name.endswith("fr.yaml") else "en")
            return outcome
        except DataErrors as errors:
            return self._told(name, mutant, errors.problems)
        finally:
            file.write_text(self.sound[name], "utf-8")

    def _publish(self, plan: Plan, language: str) -> None:
        """What was checked can be shown: every page, every file."""
        made = renderer(read_wording(self.root / "data", language), plan, self.root)
        for page in pages(plan):
            made.page(page.macro, page.argument, page.address)
        exports(plan)

    def _says(self, plan: Plan) -> Iterator[tuple[tuple, tuple]]:
        """(kind, identifier) of everything that the data says -> what it says, its file, its place there; in order."""
        for kind in KINDS:
            records = getattr(plan, kind)
            for record in records.values() if isinstance(records, dict) else records:
                yield (kind, record.id), (record, record.place.file, record.place.path)
        for kind, records in plan.vocabularies.items():
            for record in records.values():
                yield (kind, record.id), (record, record.place.file, record.place.path)
        for language in LANGUAGES:
            file = f"data/wording/{language}.yaml"
            tree, _ = read_tree((self.root / file).read_text("utf-8"))
            yield from (((file, group), (texts, file, (group,))) for group, texts in tree.items())

    def _compare(self, name: str, mutant: Mutant, now: dict[tuple, tuple]) -> str:
        """Nothing else may say another thing, nor stand in another order."""
        changed = {key for key in self.said.keys() | now.keys() if not _same(key[0], self.said.get(key), now.get(key))}
        for key in changed:
            _, file, path = now.get(key) or self.said[key]
            assert file == f"data/{name}" and (path in mutant.spots or self.said.get(key, " " * 3)[2] in mutant.spots), f"{key} changed in silence"
        order = [[key for key in one if key not in changed and key in other] for one, other in ((self.said, now), (now, self.said))]
        moved = {key for one, other in zip(*order, strict=True) if one != other for key in (one, other)}
        assert all(self.said[key][2] in mutant.spots for key in moved) or not moved, f"{moved} changed places in silence"
        return "differs" if changed or moved else "same"

    def _told(self, name: str, mutant: Mutant, problems: list[Problem]) -> str:
        """One message leads to the mutated place; every other one says what follows from it."""
        found = set()
        for problem in problems:
            assert re.match(r"data/[\w/.-]+:[1-9]\d*: .+\n  hint: .+\Z", str(problem)), str(problem)
            if self._is_here(name, mutant, problem):
                found.add("told in the record")
            elif self._names(name, mutant, problem):
                found.add("told by its name")
            else:
                assert self._follows(mutant, problem), f"this does not follow: {problem}"
                found.add("told by what needs it")
        needed = mutant.lost or all(problem.record in mutant.words for problem in problems)
        assert needed or found != {"told by what needs it"}, f"nothing leads to the mutated record: {problems[0]}"
        return min(found, key=TOLD.index)

    def _is_here(self, name: str, mutant: Mutant, problem: Problem) -> bool:
        if problem.file != f"data/{name}":
            return False
        return self._is_spot(mutant, problem.line)

    def _is_spot(self, mutant: Mutant, line: int) -> bool:
        """Whether a line stands in a mutated record, or in the list whose name was mutated."""
        owner = mutant.after[min(line, len(mutant.after)) - 1].owner
        return owner in mutant.spots or len(owner) > 1 and owner[:1] in mutant.touched

    def _names(self, name: str, mutant: Mutant, problem: Problem) -> bool:
        """The message gives the identifier of a mutated record, or the file and line."""
        said = f"{problem.message} {problem.hint}"
        file = re.search(r"([\w-]+\.yaml) has", said)
        place = re.search(r"line (\d+)", said)
        named = place and (file[1] if file else problem.file).rpartition("/")[2] == name.rpartition("/")[2]
        return bool(mutant.ids & words([said])) or bool(named) and self._is_spot(mutant, int(place[1]))

    def _follows(self, mutant: Mutant, problem: Problem) -> bool:
        """The message stands in a record that a mutated one names, or that names a mutated one."""
        own = problem.record.rpartition(".")[2] if problem.file.startswith("data/wording/") else problem.record
        if own in mutant.words:
            return True
        lines = self.lines.get(problem.file.removeprefix("data/"), [])
        here = lines[problem.line - 1] if problem.line <= len(lines) else Line("", ())
        # The list that holds a mutated record may be told to be none.
        if here.text.endswith(tuple(f"{path[-2]}:" for path in mutant.touched if len(path) > 1 and here.owner in (path[:-2], path[:-1]))):
            return True
        return bool(mutant.ids & words(line.text for line in lines if line.owner == here.owner))


def _same(kind: str, one: tuple | None, other: tuple | None) -> bool:
    """Whether a record says the same, without the records inside it."""
    if one is None or other is None or one[0] is other[0]:
        return one is other or None not in (one, other)
    before, after = one[0], other[0]
    if isinstance(before, Record) and isinstance(after, Record):
        before, after = (record.model_dump(exclude=INSIDE.get(kind)) for record in (before, after))
    return before == after


def remember(monkeypatch: Any, oracle: Oracle) -> None:
    """Do again only what the mutated file can change: each of these gives the same result for the same words. Nothing is left out."""
    read, quotation, country, uses_in = loading._read, quotations._quotation, printed.country, planning.uses_in
    made: dict[Any, Any] = {}

    def once(key: tuple, make: Callable[[], Any]) -> Any:
        if key not in made:
            made[key] = make()
        return made[key]

    def read_once(root: Path, name: str, shape: type, problems: list[Problem], untranslated: list[Problem] | None, id: str = "") -> Any:
        def make() -> tuple[Any, list[Problem], list[Problem]]:
            new: list[Problem] = []
            lacking: list[Problem] = []
            return read(root, name, shape, new, None if untranslated is None else lacking, id), new, lacking

        content = (root / "data" / name).read_bytes()
        sound = made.setdefault(name, content) == content
        result, new, lacking = once((name, content), make) if sound else make()
        problems.extend(new)
        if untranslated is not None:
            untranslated.extend(lacking)
        return result

    def prints_once(data: Path) -> dict[str, Any]:
        files = sorted((data / "fingerprints").glob("*.json"))
        return once(tuple(file.read_bytes() for file in files), lambda: quotes.read_fingerprints(data))

    def quotation_once(one: Any, locator: str, name: str, known: Any, excused: bool) -> Any:
        key = (one.quotation, one.path, id(one.text), locator, name, id(known), excused)
        return once(key, lambda: list(quotation(one, locator, name, known, excused)))

    def country_once(text: str, countries: Any, language: str) -> Any:
        countries = list(countries)
        return once((text, language, *map(id, countries)), lambda: (country(text, countries, language), countries))[0]

    def uses_once(record: Any) -> Any:
        return once(("marks", id(record)), lambda: list(uses_in(record))) if id(record) in sound else uses_in(record)

    monkeypatch.setattr(loading, "_read", read_once)
    sound = {id(record) for record in oracle.plan.records()}
    monkeypatch.setattr(planning, "uses_in", uses_once)
    monkeypatch.setattr(facts, "read_fingerprints", prints_once)
    monkeypatch.setattr(quotations, "_quotation", quotation_once)
    monkeypatch.setattr(printed, "country", country_once)
    monkeypatch.setattr(quotations, "words", cache(quotations.words))
    monkeypatch.setattr(quotations, "pieces", cache(quotations.pieces))
    monkeypatch.setattr(texts, "places", cache(texts.places))
