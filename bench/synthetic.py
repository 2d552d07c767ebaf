"""A project of any size with an invented report, to measure what the program costs."""

import shutil
from pathlib import Path

import yaml

from macros.evidence.source_map import write_fingerprint
from macros.languages import LANGUAGES
from macros.model.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "com-2008-657"


def both(english: str, french: str) -> dict[str, str]:
    """An invented text in both languages."""
    return {"en": english, "fr": french}


def evidence(locator: str, quotation: str) -> list[dict]:
    return [{"source": SOURCE, "locator": locator, "quotation": quotation}]


def write_project(folder: Path, objectives: int, actors: int = 200) -> None:
    """Write a project whose plan has that many objectives, three actions and one finding each, and 28 countries."""
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("CITATION.cff", *(file.name for file in ROOT.glob("mkdocs*.yml")), *(language.guide for language in LANGUAGES.values())):
        shutil.copy(ROOT / name, folder)
    data = folder / "data"
    (data / "fingerprints").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "wording", data / "wording")
    for name in ("vocabulary.yaml", "countries.yaml"):
        shutil.copy(ROOT / "data" / name, data / name)
    report = _Report()
    report.add("cover", "Rapport entièrement inventé du 17 octobre 2008 pour mesurer le programme")
    files = {
        "actions.yaml": {"areas": (areas := _areas(report, objectives, actors))},
        "findings.yaml": _findings(report, objectives, actors),
        "actors.yaml": {"actors": [_actor(number) for number in range(actors)]},
        "means.yaml": {"means": []},
        "follow-ups.yaml": {"follow_ups": [_follow_up(report, n) for n in range(1, 8)]},
        "commitments.yaml": {"commitments": []},
        "indicators.yaml": {"indicators": [], "contradictions": []},
        "glossary.yaml": {"glossary": []},
        "sources.yaml": {"sources": [_source()]},
        **{f"{name}.yaml": {name: []} for name in ("moved", "links", "aliases", "publishers", "verbs", "looks")},
    }
    ids = (objective["id"] for area in areas for objective in area["objectives"])
    files |= {KINDS["assessments"].file_of(f"{id}@2008-10-17"): _assessment(id) for id in ids}
    for name, content in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(yaml.dump(content, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper), "utf-8")
    report.write(data)
    _write_hand_written_pages(folder / "docs")


class _Report:
    """The invented text, one line a unit."""

    def __init__(self) -> None:
        self.units: dict[str, str] = {}

    def add(self, locator: str, text: str) -> None:
        self.units[locator] = text

    def write(self, data: Path) -> None:
        from hashlib import sha256

        text = "\n".join(self.units.values()) + "\n"
        file = data / "report.txt"
        file.write_text(text, "utf-8")
        lines = {locator: str(number) for number, locator in enumerate(self.units, 1)}
        record = {"source": SOURCE, "sha256": sha256(text.encode()).hexdigest(), "units": lines, "footnotes": {}}
        (data / "fingerprints" / f"{SOURCE}.map.yaml").write_text(yaml.dump(record, allow_unicode=True, sort_keys=False), "utf-8")
        write_fingerprint(data, SOURCE, file)
        file.unlink()


def _areas(report: _Report, objectives: int, actors: int) -> list[dict]:
    areas = []
    for number in range(1, 9):
        report.add(f"2.{number} title", f"Domaine inventé numéro {number}")
        first, last = (objectives * (number - 1)) // 8, (objectives * number) // 8
        made = [_objective(report, f"2.{number}.{place}", index, actors) for place, index in enumerate(range(first, last), 1)]
        areas.append({"id": f"2.{number}", "title": {"en": f"Area {number}", "fr": f"Domaine inventé numéro {number}"}, "objectives": made})
    return areas


def _objective(report: _Report, id: str, index: int, actors: int) -> dict:
    title = f"Atteindre le but inventé {index} du plan"
    report.add(f"{id} title", title)
    for place in (1, 2, 3):
        report.add(
            f"{id} ¶{place}", f"Pour le but {index} un acteur a organisé en 2007 la réunion numéro {place} avec dix autres participants venus de loin"
        )
    return {
        "id": id,
        "title": {"en": f"Reach the invented aim {index}", "fr": title},
        "plan_point": "1(1)",
        "asks": "result",
        "summary": both(
            f"The text under this objective reports three meetings for aim {index}. It gives a date for each.",
            f"Le texte de cet objectif rapporte trois réunions pour le but {index}. Il donne une date pour chacune.",
        ),
        "actions": [_action(id, place, index, actors) for place in (1, 2, 3)],
    }  # fmt: skip


def _assessment(objective: str) -> dict:
    return {
        "rubric": "1", "status": "partly-delivered", "confidence": "medium",
        "reason": both("Meetings took place.", "Des réunions ont eu lieu."),
        "missing": both("No result is reported.", "Aucun résultat n’est rapporté."), "rests_on": [f"{objective}-1"],
    }  # fmt: skip


def _action(objective: str, place: int, index: int, actors: int) -> dict:
    return {
        "id": f"{objective}-{place}",
        "title": both(f"An actor holds meeting {place} for aim {index}", f"Un acteur tient la réunion {place} pour le but {index}"),
        "text": both(
            f"An actor organised meeting number {place} for aim {index} in 2007, with ten others.",
            f"Un acteur a organisé la réunion numéro {place} pour le but {index} en 2007, avec dix autres.",
        ),
        "state": "done",
        "actors": [
            {"actor": f"actor-{(index + place) % actors}", "role": "responsible"},
            {"actor": f"actor-{(index * 7 + place) % actors}", "role": "contributor"},
        ],
        "dates": [{"value": "2007", "is": "on", "of": "event", "printed": "en 2007"}],
        "figures": [{"value": "10", "unit": "person", "printed": "dix autres participants"}],
        "evidence": evidence(
            f"{objective} ¶{place}", f"Pour le but {index} un acteur a organisé en 2007 la réunion numéro {place} avec dix autres participants"
        ),
    }


def _findings(report: _Report, objectives: int, actors: int) -> dict:
    report.add("1 ¶1", "Le rapport inventé constate que beaucoup reste à faire partout")
    findings = [
        {
            "id": f"f{number + 1}",
            "text": both(f"Much remains to be done for aim {number}.", f"Il reste beaucoup à faire pour le but {number}."),
            "weakness": "yes",
            "bears_on": [f"2.{number % 8 + 1}"],
            "actors": [{"actor": f"actor-{number % actors}", "role": "mentioned"}],
            "evidence": evidence("1 ¶1", "beaucoup reste à faire partout"),
        }
        for number in range(min(objectives, 200))
    ]
    return {"sections": [{"id": "1", "title": both("Section one", "Première section"), "official": "no"}], "findings": findings}


def _actor(number: int) -> dict:
    name = both(f"Actor number {number}", f"Acteur numéro {number}")
    organ = {"part_of": f"actor-{number - 1}"} if number % 5 == 4 else {}
    return {
        "id": f"actor-{number}",
        "name": name,
        "kind": "agency",
        "what": both("An invented body.", "Un organisme inventé."),
        **organ,
        "evidence": evidence("1 ¶1", "beaucoup reste à faire partout"),
    }


def _follow_up(report: _Report, number: int) -> dict:
    report.add(f"3.{number}", f"Faire encore mieux pour le but {number} (premier acteur)")
    return {
        "id": f"3.{number}",
        "title": both(f"Do better for aim {number}", f"Faire mieux pour le but {number}"),
        "text": both(f"Do better for aim {number}.", f"Faire mieux pour le but {number}."),
        "actors": [{"actor": f"actor-{number}", "role": "responsible"}],
        "answers": [{"to": to, "reason": both("It answers it.", "Elle y répond.")} for to in ("f1", f"2.{number}.1")],
        "evidence": evidence(f"3.{number}", f"Faire encore mieux pour le but {number} (premier acteur)"),
    }


def _source() -> dict:
    return {
        "id": SOURCE,
        "title": both("An invented report", "Un rapport inventé"),
        "kind": "report",
        "date": {"value": "2008-10-17", "is": "on", "of": "act", "printed": "17 octobre 2008"},
        "language": "fr",
        "evidence": evidence("cover", "Rapport entièrement inventé du 17 octobre 2008 pour mesurer le programme"),
    }


def _write_hand_written_pages(docs: Path) -> None:
    for language in LANGUAGES:
        for page in ("", "method", "contribute", "data", "accessibility", "about"):
            (docs / language / page).mkdir(parents=True, exist_ok=True)
            (docs / language / page / "index.md").write_text(f"# {page or 'home'}\n", "utf-8")
