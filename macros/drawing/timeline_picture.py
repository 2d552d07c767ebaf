"""What the report dates, in the words of one language: the rows of the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from macros.drawing.charts.drawing import MAX_MARKS
from macros.drawing.charts.timeline import OPEN_TO_THE_RIGHT, DateMark
from macros.drawing.dated_row import Row
from macros.drawing.dates import Dated, dated, printed_on, reported_on, spans, within
from macros.lookups.index import index
from macros.model.records import Action
from macros.model.values import strongest
from macros.wording.labels import Labels


@dataclass
class TimelinePicture:
    """What happened when."""

    labels: Labels

    @cached_property
    def _sorted(self) -> tuple[list[Dated], list[Dated]]:
        """The dates in the picture and those that are left out."""
        plan = self.labels.plan
        first, report = printed_on(plan), reported_on(plan)
        found: tuple[list[Dated], list[Dated]] = [], []
        for one in sorted(dated(plan), key=lambda one: one.begins):
            found[not within(one, first, report)].append(one)
        return found

    @cached_property
    def lanes(self) -> list[tuple[str, list[Dated]]]:
        """Area, or kind of what belongs to none -> its dates, earliest first; empty lanes left out."""
        lanes = index((one.lane, one) for one in self._sorted[0])
        return [(lane, lanes[lane]) for lane in (*self.labels.plan.areas, "findings", "indicators", "sources") if lane in lanes]

    @property
    def too_many(self) -> int:
        """The number of dates where a page cannot hold them, else 0."""
        number = len(self._sorted[0])
        return number if number > MAX_MARKS else 0

    @property
    def left_out(self) -> list[Dated]:
        """The dates that begin before the plan, or are later than the report without having been announced in it."""
        return self._sorted[1]

    def date(self, *own: Dated) -> str:
        """Dates in words: what happened, and when."""
        words = self.labels.wording
        colon, comma = words.say("punctuation.colon"), words.say("punctuation.comma")
        said = index((one.when.of, self._when(one)) for one in own)
        return comma.join(f"{self.labels.word('date_of', of)}{colon} {comma.join(days)}" for of, days in said.items())

    def _when(self, one: Dated) -> str:
        words = self.labels.wording
        return words.say("picture.every_year", date=words.date(one.when.value)) if one.every_year else words.when(one.when.value, one.when.is_)

    def open(self, one: Dated) -> str:
        """Why a mark is hollow, in words, or nothing."""
        beyond = (report := reported_on(self.labels.plan)) and any(end > report + timedelta(days=1) for _, end in spans(one.when.value))
        why = "no_year" if one.every_year else "announced" if one.announced else "beyond" if beyond else ""
        return self.labels.wording.say(f"timeline.{why}") if why else ""

    def what(self, one: Dated) -> str:
        """What the record says in one sentence, or the title of an indicator or a source."""
        return self.labels.text(getattr(one.record, "text", None) or getattr(one.record, "title", None))

    def lane(self, lane: str) -> str:
        """The heading of a lane."""
        return self.labels.label("areas", lane) if lane in self.labels.plan.areas else self.labels.wording.say(f"picture.lane_{lane}")

    @cached_property
    def rows(self) -> list[Row]:
        """A row for each year in which a record has a date; what returns every year has one."""
        found: dict[tuple[str, str, int], list[Dated]] = {}
        yearly = {one.record.id for one in self._sorted[0] if one.every_year}
        for one in self._sorted[0]:
            year = 0 if one.record.id in yearly else one.begins[0].year
            found.setdefault((one.kind, one.record.id, year), []).append(one)
        return [self._row(own) for own in found.values()]

    def _row(self, own: list[Dated]) -> Row:
        record, lane, plan = own[0].record, own[0].lane, self.labels.plan
        return Row(
            own[0].kind, record.id, self._name(own[0]), self.date(*own), self._why_hollow(own), tuple(self._marks(own)),
            areas=(lane,) if lane in plan.areas else (), group=self.lane(lane),
            state=record.state if isinstance(record, Action) and record.is_act else "", proof=strongest(getattr(record, "evidence", [])),
        )  # fmt: skip

    def _name(self, one: Dated) -> str:
        """What a row is called: what happened, what was found, what a list or a document is called."""
        return self.labels.text(one.record.title) if isinstance(one.record, Action) else self.what(one)

    def _why_hollow(self, own: list[Dated]) -> str:
        """What the words of the dates do not say already: that a date goes beyond the report, or that it has no year."""
        plain = self.labels.wording.say("timeline.announced")
        return next((why for one in own if (why := self.open(one)) and why != plain), "")

    def _marks(self, row: list[Dated]) -> Iterator[DateMark]:
        """The marks of a row. What only bounds the days of every year has none of its own."""
        bounds = [one for one in row if one.when.is_ in OPEN_TO_THE_RIGHT] if any(one.every_year for one in row) else []
        for one in row:
            if one.every_year:
                yield from self._yearly_marks(one, [bound.begins[0].year for bound in bounds])
            elif one not in bounds:
                yield from self._mark(one)

    def _yearly_marks(self, one: Dated, bounds: list[int]) -> Iterator[DateMark]:
        """A mark in each year after the plan and up to the report, from the year that bounds them, if any does."""
        first, report = printed_on(self.labels.plan), reported_on(self.labels.plan)
        if first and report:
            years = range(max([first.year + 1, *bounds]), report.year + 1)
            yield from (DateMark(*span, hollow=True) for span in spans(one.when.value, years))

    def _mark(self, one: Dated) -> Iterator[DateMark]:
        """The mark of a date; its part after the report is a mark of its own, for nothing is reported to have happened then."""
        (begin, end), limit = spans(one.when.value)[0], one.when.is_
        cut = end if (report := reported_on(self.labels.plan)) is None else report + timedelta(days=1)
        if one.announced or begin >= cut or end <= cut:
            yield DateMark(begin, end, limit, hollow=one.announced or begin >= cut)
        else:
            yield DateMark(begin, cut, limit if limit == "by" else "on")
            yield DateMark(cut, end, limit if limit in OPEN_TO_THE_RIGHT else "on", hollow=True)
