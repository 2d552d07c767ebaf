"""Citations: each form can be read by what reads it, whatever a title holds, in each language."""

import json
import re
from html import unescape

import jsonschema
import pytest
from support.frozen import PLAN, WORDS
from support.hostile import STRINGS
from support.paths import ROOT
from support.render import renderer

from macros.pages.citation import Citation
from macros.reading.citation_file import Cited, read_cited
from macros.wording.typography import quotation_marks

CITED = Cited("The Tracker team", "1.0.0", "CC-BY-4.0")
ADDRESS = "https://host.example/tracker/objectives/2.6.2/"
# What the schema of CSL-JSON (csl-data.json) says of the fields that we write; it allows no others than those that it names.
TEXT = {"type": "string", "minLength": 1}
CSL = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("id", "title", "container-title", "version", "language", "URL", "note"), TEXT),
            "type": {"enum": ["webpage"]},
            "author": {"type": "array", "items": {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False}},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {"type": "array", "items": {"type": "array", "items": {"type": "number"}, "minItems": 1, "maxItems": 3}}
                },
                "additionalProperties": False,
            },
        },
    },
}
TEX = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\,": "\u202f", "~": "\u00a0", **{f"\\{sign}": sign for sign in "&%$#_"},
}  # fmt: skip
each_language = pytest.mark.parametrize("language", WORDS)


def citation(title: str = "2.6.2 Create links", language: str = "en", changed: str | None = "2026-11-29", standing: str = "") -> Citation:
    return Citation(title, ADDRESS, "objectives/2.6.2/", "Tracker", CITED, WORDS[language], changed, standing)


def texts(citation: Citation) -> dict[str, str]:
    """Ending -> each form as a reader copies it: of the HTML only the text."""
    return {form.ending: unescape(re.sub(r"<span data-before=\"[^\"]*\"></span>", "", form.text)) for form in citation.forms()}


def fields_of_bibtex(entry: str) -> dict[str, str]:
    """Name -> value of one entry, by the grammar of BibTeX: a value is a word, or stands in braces that match, whatever stands before them."""
    head, body, end = re.fullmatch(r"@misc\{([\w.:-]+),\n(.*)\n(\})", entry, re.DOTALL).groups()
    found, place = {"key": head}, 0
    while field := re.compile(r"\s*(\w+) = ").match(body, place):
        place, depth = field.end(), 0
        start = place
        while place < len(body) and (depth or body[place] != ","):
            depth += {"{": 1, "}": -1}.get(body[place], 0)
            assert depth >= 0
            place += 1
        found[field[1]] = body[start:place]
        place += 1
    assert place >= len(body) and end == "}"
    return found


def from_tex(value: str) -> str:
    return re.sub("|".join(map(re.escape, sorted(TEX, key=len, reverse=True))), lambda sign: TEX[sign[0]], value)


def fields_of_ris(record: str) -> dict[str, str]:
    lines = record.split("\n")
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert lines[0] == "TY  - ELEC" and lines[-1] == "ER  - "
    return {line[:2]: line[6:] for line in lines}


def one_line(title: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", title).strip()


@pytest.mark.parametrize("title", STRINGS)
def test_each_form_gives_back_any_title(title):
    made = texts(citation(title))
    bibtex = fields_of_bibtex(made["bib"])
    assert bibtex["title"].startswith("{{") and from_tex(bibtex["title"][2:-2]) == one_line(title)
    assert fields_of_ris(made["ris"])["TI"] == one_line(title)
    assert json.loads(made["json"])[0]["title"] == one_line(title)
    assert quotation_marks(one_line(title), "en") in made["txt"]


@pytest.mark.parametrize("title", STRINGS)
def test_no_title_becomes_markup(title):
    for form in citation(title).forms():
        assert re.sub(r"</?span[^<>]*>", "", form.text).count("<") == 0


@each_language
def test_each_form_says_who_when_which_version_and_where(language):
    made = texts(citation(language=language, standing="Our status"))
    bibtex, ris, item = fields_of_bibtex(made["bib"]), fields_of_ris(made["ris"]), json.loads(made["json"])
    jsonschema.validate(item, CSL)
    day = item[0]["issued"]["date-parts"][0]
    assert (bibtex["author"], ris["AU"], item[0]["author"][0]["literal"]) == ("{{The Tracker team}}", CITED.author, CITED.author)
    assert (bibtex["year"], bibtex["month"], bibtex["day"], ris["DA"], day) == ("{2026}", "nov", "{29}", "2026/11/29/", [2026, 11, 29])
    assert (bibtex["url"], ris["UR"], item[0]["URL"]) == (f"{{{ADDRESS}}}", ADDRESS, ADDRESS)
    assert bibtex["language"] == {"en": "{english}", "fr": "{french}"}[language]
    assert (ris["LA"], item[0]["language"][:2]) == (language, language)
    for text in made.values():
        assert "1.0.0" in text and CITED.licence in text and "Our status" in text


def test_a_day_that_no_history_tells_is_left_out():
    made = texts(citation(changed=None))
    jsonschema.validate(json.loads(made["json"]), CSL)
    assert not {"year", "month", "day"} & fields_of_bibtex(made["bib"]).keys()
    assert not {"PY", "DA"} & fields_of_ris(made["ris"]).keys()
    assert "()" not in made["txt"]


@each_language
@pytest.mark.parametrize(
    ("macro", "id", "says"),
    [
        ("objective", "2.5.4", {"en": "Our status of 2.5.4", "fr": "Notre statut pour 2.5.4"}),
        ("actor", "europol", {"en": "Level of proof: verified", "fr": "Niveau de preuve"}),
        ("countries", "", {"en": "Licence: CC-BY-4.0", "fr": "Licence"}),
    ],
)
def test_a_page_is_cited_with_its_status_or_proof(language, macro, id, says):
    html = renderer(WORDS[language], PLAN, changed="2026-11-29").cite(macro, id, "here/", "Tracker", "https://host.example/", CITED)
    assert html.count(says[language]) == 4


def test_a_status_is_cited_with_its_day():
    html = renderer(WORDS["en"], PLAN).cite("objective", "2.5.4", "objectives/2.5.4/", "Tracker", "https://host.example/", CITED)
    assert html.count("as reported on 17 October 2008") == 4


def test_the_project_says_how_to_cite_it():
    cited = read_cited(ROOT)
    assert cited and all((cited.author, cited.licence)) and re.fullmatch(r"\d+\.\d+\.\d+", cited.version)
    assert f'version = "{cited.version}"' in (ROOT / "pyproject.toml").read_text("utf-8")
