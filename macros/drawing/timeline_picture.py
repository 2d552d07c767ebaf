"""The timeline of a plan, in the words of one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from markupsafe import Markup

from macros.drawing.address import UrlOf
from macros.drawing.charts.drawing import DESK_PX, MAX_MARKS, PHONE_PX
from macros.drawing.charts.timeline import OPEN_TO_THE_RIGHT, DateMark, Milestone, Moment, timeline, years_of
from macros.drawing.dates import Dated, dated, printed_on, reported_on, spans, within
from macros.lookups.index import index
from macros.model.records import Action, Finding, Source
from macros.wording.labels import Labels
from macros.wording.typography import NBSP


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
    def _milestones(self) -> list[Milestone]:
        plan, words = self.labels.plan, self.labels.wording
        ends = ("plan_printed", printed_on(plan)), ("report", reported_on(plan))
        return [Milestone(words.say(f"picture.{key}", date=words.date(day.isoformat())), day) for key, day in ends if day]

    @cached_property
    def rows(self) -> dict[str, list[tuple[list[Dated], list[DateMark]]]]:
        """Lane -> a row for each record: its dates and their marks."""
        return {lane: [(row, list(self._marks(row))) for row in index((one.record.id, one) for one in own).values()] for lane, own in self.lanes}

    def pictures(self, lane: str, url: UrlOf) -> Markup:
        """The picture of a lane for a desk and for a phone; the style sheet shows the one that fits."""
        return Markup("\n").join(self.picture(lane, url, width) for width in (DESK_PX, PHONE_PX))

    def picture(self, lane: str, url: UrlOf, width: float = DESK_PX) -> Markup:
        """The picture of a lane; all cover the same years, and the first names the milestones."""
        years = years_of((mark for rows in self.rows.values() for _, marks in rows for mark in marks), self._milestones)
        milestones = self._milestones if lane == self.lanes[0][0] else [Milestone("", one.day) for one in self._milestones]
        moments = [self._moment(row, marks, url) for row, marks in self.rows[lane]]
        said = self.labels.wording.count("dates_drawn", sum(len(row) for row, _ in self.rows[lane]))
        return timeline(f"timeline-{lane}", self.lane(lane), moments, milestones, years, said, width)

    def _moment(self, row: list[Dated], marks: list[DateMark], url: UrlOf) -> Moment:
        # A date stays whole in a label.
        days = self.date(*row).replace(" ", NBSP).replace(f",{NBSP}", ", ")
        return Moment(f"{self._name(row[0])} – {days}", url(row[0].kind, row[0].record.id), marks, self.what(row[0]))

    def _name(self, one: Dated) -> str:
        """What a row is called: who is responsible for an action or a finding, the title of an indicator, the number of a source."""
        record, comma = one.record, self.labels.wording.say("punctuation.comma")
        if isinstance(record, Action | Finding):
            who = (self.labels.label("actors", part.actor) for part in record.actors if part.role == "responsible")
            return f"{record.id} {comma.join(who)}".strip()
        return self.labels.short_source(record.id) if isinstance(record, Source) else self.labels.label(one.kind, record.id)

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
