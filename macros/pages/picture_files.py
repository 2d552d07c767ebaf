"""Pictures as files that readers take away, signed: who made them, of which day their data are, under which licence, and where they stand."""

from collections.abc import Iterable
from pathlib import Path

from macros.drawing.charts.standalone import Work, ink, standalone
from macros.drawing.network_picture import NetworkPicture
from macros.export import PICTURES
from macros.languages import LANGUAGES
from macros.model.plan import Plan
from macros.pages.linked_data import LICENCES
from macros.pages.style_words import data_day
from macros.reading.citation_file import read_cited
from macros.wording.catalogue import Wording
from macros.wording.labels import Labels


def picture_files(plan: Plan, wordings: Iterable[Wording], root: Path, changed: str | None, site: str) -> dict[str, str]:
    """Name -> each picture in each language. `root` is the folder of the project, `site` where the site lies, if anybody says it."""
    styles = ink(*((root / "overrides/assets" / f"{name}.css").read_text("utf-8") for name in ("tokens", "pictures")))
    cited = read_cited(root)
    found = {}
    for wording in wordings:
        network = NetworkPicture(Labels(plan, wording))
        address = f"{site}{LANGUAGES[wording.language].folder}graph/" if site else ""
        creator, licence = (cited.author, LICENCES.get(cited.licence, "")) if cited else ("", "")
        description = wording.say("graph.drawn", date=wording.date(plan.reported_on))
        work = Work(wording.say("page.graph"), description, wording.language, changed or plan.looked_on or "", creator, licence, address)
        foot = [" · ".join(filter(None, said)) for said in ((creator, address), (data_day(wording, plan, changed), wording.say("paper.licence")))]
        drawn = network.picture(lambda kind, id: "")
        found[PICTURES["graph"].format(language=wording.language)] = standalone(drawn, network.key(), foot, work, styles)
    return found
