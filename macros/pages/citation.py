"""How a page is cited: the same facts as text, BibTeX, RIS and CSL-JSON, which managers of references read."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from macros.languages import LANGUAGES
from macros.reading.citation_file import Cited
from macros.wording.catalogue import Wording
from macros.wording.typography import quotation_marks

# Signs that no text of the data may hold: where a script names the record of the page that is cited -> what stands before its name there.
_PLACES = {"\ue000": ", ", "\ue001": "#", "\ue002": "-", "\ue003": " "}
_TITLE, _ADDRESS, _KEY, _NOTE = _PLACES
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~", "\u202f": r"\,"}
# BibTeX counts braces behind a backslash too.
_TEX |= {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"} | {sign: f"\\{sign}" for sign in "&%$#_"}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


class Form(NamedTuple):
    """A form of a citation: its name, the ending of a file that holds it, its text."""

    name: str
    ending: str
    text: Markup


@dataclass(frozen=True)
class Citation:
    """What is known of a page to be cited. `changed` is the day of the last change of the data, `standing` its status or proof, in a sentence."""

    title: str
    address: str
    place: str
    site: str
    cited: Cited
    wording: Wording
    changed: str | None = None
    standing: str = ""

    @property
    def key(self) -> str:
        """A name that is the same for ever, as the address is."""
        return "-".join(["plan-tracker", self.wording.language, *filter(None, self.place.split("/"))])

    def forms(self) -> Iterator[Form]:
        """Each form as HTML, with an empty place wherever a record of the page may be named."""
        yield Form(self.wording.say("cite.text"), "txt", _html(self.text()))
        yield Form("BibTeX", "bib", _html(self.bibtex()))
        yield Form("RIS", "ris", _html(self.ris()))
        yield Form("CSL-JSON", "json", _html(self.csl_json()))

    def text(self) -> str:
        """A line for a footnote."""
        year = f" ({self.changed[:4]})" if self.changed else ""
        title = quotation_marks(self._title, self.wording.language)
        return f"{self.cited.author}{year}. {title}. {self.site}, {self._version}. {self._note} {self._address}"

    def bibtex(self) -> str:
        """An entry that BibTeX and biblatex read. Doubled braces keep capital letters."""
        year, month, day = (self.changed or "--").split("-")
        fields = {
            "author": f"{{{_tex(self.cited.author)}}}",
            "title": f"{{{_tex(self._title)}}}",
            "howpublished": _tex(f"{self.site}, {self._version}"),
            "year": year,
            "month": _MONTHS[int(month) - 1] if month else "",
            "day": day,
            "language": LANGUAGES[self.wording.language].name.lower(),
            "note": _tex(self._note),
            "url": self._address,
        }
        lines = (f"  {name} = " + (value if name == "month" else f"{{{value}}}") for name, value in fields.items() if value)
        return f"@misc{{{self.key}{_KEY},\n" + ",\n".join(lines) + "\n}"

    def ris(self) -> str:
        """A record of an electronic source, one field a line."""
        day = (self.changed or "").replace("-", "/")
        fields = {
            "TY": "ELEC", "ID": self.key + _KEY, "AU": self.cited.author, "TI": self._title, "T2": self.site, "PY": day[:4],
            "DA": day and f"{day}/", "ET": self.cited.version, "LA": self.wording.language, "N1": self._note, "UR": self._address,
        }  # fmt: skip
        return "\n".join(f"{name}  - {value}" for name, value in fields.items() if value) + "\nER  - "

    def csl_json(self) -> str:
        """An item of the Citation Style Language."""
        item = {
            "id": self.key + _KEY, "type": "webpage", "title": self._title, "container-title": self.site,
            "author": [{"literal": self.cited.author}],
            "issued": {"date-parts": [[int(part) for part in self.changed.split("-")]]} if self.changed else None,
            "version": self.cited.version, "language": self.wording.locale.replace("_", "-"), "URL": self._address, "note": self._note,
        }  # fmt: skip
        return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1)

    @property
    def _title(self) -> str:
        return re.sub(r"[ \t\r\n]+", " ", self.title).strip() + _TITLE

    @property
    def _address(self) -> str:
        return self.address + _ADDRESS

    @property
    def _version(self) -> str:
        said = self.wording.say("cite.version", version=self.cited.version)
        return f"{said}, {self.wording.say('cite.data', date=self.wording.date(self.changed))}" if self.changed else said

    @property
    def _note(self) -> str:
        sentences = (self.standing, self.wording.say("cite.licence", licence=self.cited.licence))
        return " ".join(f"{sentence}." for sentence in sentences if sentence) + _NOTE


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _html(text: str) -> Markup:
    """The text, with each place as an element that says what stands before the name that a script puts there."""
    said = str(escape(text))
    for sign, before in _PLACES.items():
        said = said.replace(sign, f'<span data-before="{before}"></span>')
    return Markup(said)
