"""What the frame around a page says of it: its metadata, when it changed, how it is shared, cited and read by programs."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.model.addresses import RECORD_MACROS
from macros.model.kinds import RecordKey
from macros.pages.linked_data import Publication, breadcrumb, dataset, of_record, script_text
from macros.pages.render import Renderer
from macros.pages.shared import shared
from macros.reading.citation_file import Cited, read_cited
from macros.reading.record_days import record_days


@dataclass(frozen=True)
class Frame:
    """The frame of the pages of a language, in a project folder."""

    root: Path
    renderer: Renderer
    publication: Publication

    @cached_property
    def _cited(self) -> Cited | None:
        return read_cited(self.root)

    @cached_property
    def _days(self) -> dict[RecordKey, str]:
        return record_days(self.root, self.renderer.plan)

    def of_page(self, macro: str, id: str, here: str) -> dict[str, Any]:
        """Of a page made from data, at an address below that of its language, with its own metadata."""
        labels, site, meta = self.renderer.labels, self.publication, self.renderer.meta(macro, id)
        way = meta["trail"]
        said = list(of_record(labels, RECORD_MACROS[macro], id, way, site.address)) if id else [breadcrumb(way, site.address)]
        return meta | {
            "changed": self._days.get(RecordKey(RECORD_MACROS[macro], id)) if id else self.renderer.changed,
            "shared": shared(self.root, labels, macro, id),
            "cite": self.renderer.cite(macro, id, here, site.name, site.address, self._cited),
            "linked_data": script_text(said),
        }

    def of_data(self) -> dict[str, Any]:
        """Of the page that offers the data."""
        said = [dataset(self.publication, self._cited, self.renderer.changed)] if self._cited else []
        return {"changed": self.renderer.changed, "linked_data": script_text(said)}
