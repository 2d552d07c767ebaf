"""Events of GitHub as forms make them when somebody fills them in."""

from typing import Any

from macros.proposals.forms import ASKED, Form
from macros.wording.labels import Labels
from support.frozen import PLAN, WORDS

STATUS = {
    "objective": "2.2.1",
    "status": "under-way",
    "as_of": "2008-10-17",
    "rests_on": "2.2.1-1; 2.2.1-2",
    "reason_en": "A subgroup exists, and the indicators are a duty.",
    "reason_fr": "Un sous-groupe existe, et les indicateurs sont une obligation.",
    "missing_en": "The guidelines on data collection.",
    "missing_fr": "Les lignes directrices sur la collecte des données.",
    "confidence": "medium",
}
DEVELOPMENT = {
    "to": "2.2.1, 3.1",
    "title_en": "A study of indicators comes out",
    "title_fr": "Une étude des indicateurs paraît",
    "text_en": "A study of 19 June 2012 is about indicators.",
    "text_fr": "Une étude du 19 juin 2012 porte sur des indicateurs.",
    "where": "https://them.example/2",
    "publisher": "ngo",
    "quotation": "The study on indicators\nwas published on 19 June 2012\n\n“It is about common indicators of trafficking”",
    "language": "en",
    "date": "2012-06-19",
    "date_of": "publication",
    "printed": "19 June 2012",
    "actors": "commission",
    "kind": "report",
    "makes": "result",
    "relation": "continues",
    "id": "study-2012",
}


def body(act: str, language: str, answers: dict[str, str]) -> str:
    """The text of an issue that a form makes: a heading for each question, below it what was chosen or written."""
    labels = Labels(PLAN, WORDS[language])
    assert Form(act, labels).text()
    parts = []
    for question in ASKED[act]:
        said = answers.get(question.name, "_No response_")
        shown = {id: label for label, id in question.choices(labels).items()}
        parts.append(f"### {question.label(labels)}\n\n{shown.get(said, said)}")
    return "\n\n".join([*parts, f"### {labels.wording.say('ask.interest')}\n\n{labels.wording.say('form.no')}"])


def event(text: str | None) -> dict[str, Any]:
    """What GitHub tells of an issue, as far as it is read."""
    return {"action": "opened", "issue": {"number": 7, "title": "2.2.1: ", "created_at": "2026-11-29T22:10:51Z", "body": text}}
