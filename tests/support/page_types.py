"""One page of each type of the frozen site, in addresses below the root of a language."""

from support.frozen import PLAN

LANGUAGES = {"en": "", "fr": "fr/"}
POINTER = next(objective for objective in PLAN.objectives.values() if objective.status == "reported-elsewhere")
UNMATCHED = next(commitment for commitment in PLAN.commitments.values() if not commitment.matches)
PAGES = {
    "home": "",
    "objectives": "objectives/",
    "objective": "objectives/2.5.4/",
    "pointer": f"objectives/{POINTER.id}/",
    "area": "areas/2.5/",
    "not done": "not-done/",
    "findings": "findings/",
    "actors": "actors/",
    "actor": "actors/eurojust/",
    "countries": "countries/",
    "indicators": "indicators/",
    "indicator": "indicators/residence-permits/",
    "indicator without a list": "indicators/investigated-cases-eu/",
    "compare": "compare/",
    "country with a contradiction": f"countries/{next(iter(PLAN.contradictions.values())).country}/",
    "country without entries": "countries/ee/",
    "developments": "developments/",
    "follow-ups": "follow-ups/",
    "follow-up": "follow-ups/3.1/",
    "commitments": "commitments/",
    "commitment": "commitments/c1/",
    "commitment without match": f"commitments/{UNMATCHED.id}/",
    "sources": "sources/",
    "source": "sources/com-2008-657/",
    "graph": "graph/",
    "matrix": "matrix/",
    "timeline": "timeline/",
    "glossary": "glossary/",
    "method": "method/",
    "data": "data/",
    "schema": "schema/",
    "contribute": "contribute/",
    "accessibility": "accessibility/",
    "about": "about/",
    "404": "404.html",
}
