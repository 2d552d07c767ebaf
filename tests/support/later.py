"""What came after the report, in the tiny project: an act with a duty, an event that is only linked, and what was judged later.

mill-act        2010-03-04  verified; its day too                School           2.1.1 fulfils, 3.1 continues
mill-act-count  (as above)  seen; by the end of 2011             (of the act)     3.1 continues
mill-day        2011-05     linked; its day too                  Board, millers   2.2.3 continues
2.1.1 is confirmed as of 2010-03-04, 3.1 is required by law; the last look was on 2012-05-06.
"""

import re
import shutil
from pathlib import Path

import pytest

from macros.model.plan import Plan
from macros.reading.load import load

FILES = {
    "looks.yaml": "looks:\n- on: 2012-05-06\n",
    "publishers.yaml": "publishers:\n- {id: mill-news, name: {en: Mill News, fr: Moulins Infos}, accepted: yes}\n",
    "developments/mill-act.yaml": """
title: {en: A law on mills is adopted, fr: Une loi sur les moulins est adoptée}
text: {en: The School adopts a law on mills., fr: L’École adopte une loi sur les moulins.}
kind: act
makes: rule
date: {value: 2010-03-04, is: "on", of: act, printed: 4 mars 2010}
source: com-2008-657
actors: [{actor: mill-school, role: responsible}, {actor: commission, role: mentioned}]
bears_on: [{to: 2.1.1, relation: fulfils}, {to: "3.1", relation: continues}]
evidence:
- {source: com-2008-657, locator: cover, quotation: Loi du 4 mars 2010 sur les moulins}
- {source: com-2008-657, locator: art. 1, quotation: Il est fait une loi des moulins}
provisions:
- id: mill-act-count
  text: {en: Mills must be counted., fr: Les moulins doivent être comptés.}
  deadline: {value: 2011, is: by, of: period, printed: "2011"}
  bears_on: [{to: "3.1", relation: continues}]
  countries: [be]
  evidence:
  - seen: {at: "https://mills.example/2010", on: 2012-05-06, publisher: mill-news}
    language: fr
    quotation: les moulins sont comptés avant la fin de 2011
""",
    "developments/mill-day.yaml": """
title: {en: A day of mills is held, fr: Une journée des moulins a lieu}
text: {en: A day of mills is held., fr: Une journée des moulins a lieu.}
kind: event
makes: event
date: {value: 2011-05, is: "on", of: event}
actors: [{actor: school-board, role: responsible}, {actor: millers, role: responsible}]
bears_on: [{to: 2.2.3, relation: continues}]
evidence: [{linked: {at: "https://mills.example/day", publisher: mill-news}}]
""",
    "assessments/2.1.1/2010-03-04.yaml": """
assessed_on: 2012-05-06
rubric: "1"
status: partly-delivered
confidence: high
confirms: yes
reason: {en: A law came., fr: Une loi est venue.}
missing: {en: The mills., fr: Les moulins.}
rests_on: [mill-act, 2.1.1-1]
""",
    "outcomes/3.1/2010-03-04.yaml": """
assessed_on: 2012-05-06
rubric: "1"
outcome: required-by-law
confidence: high
reason: {en: It is a duty., fr: C’est une obligation.}
rests_on: [mill-act-count]
""",
}


@pytest.fixture
def earlier_project(project: Path) -> Path:
    """A copy of the tiny project that ends with its report: nothing came later, but that 2.2.1 was assessed again a year after it."""
    data = project / "data"
    for kind in ("developments", "outcomes"):
        shutil.rmtree(data / kind)
    (data / "assessments/2.2.3/2009-11-20.yaml").unlink()
    for old, new in (("2006", "2008"), ("2007", "2009")):
        (data / f"assessments/2.2.1/{old}-10-17.yaml").rename(data / f"assessments/2.2.1/{new}-10-17.yaml")
    for name in ("actions", "follow-ups", "commitments"):
        file = data / f"{name}.yaml"
        file.write_text(re.sub(r"(?m)^ *since: .*\n", "", file.read_text("utf-8")), "utf-8")
    for name in ("looks", "publishers"):
        (data / f"{name}.yaml").write_text(f"{name}: []\n", "utf-8")
    return project


@pytest.fixture
def earlier(earlier_project: Path) -> Plan:
    """Its plan."""
    return load(earlier_project)


@pytest.fixture
def later_project(earlier_project: Path) -> Path:
    """The same project with this in place of what came after its report."""
    for name, text in FILES.items():
        file = earlier_project / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip(), "utf-8")
    return earlier_project


@pytest.fixture
def later(later_project: Path) -> Plan:
    """Its plan."""
    return load(later_project)
