"""What came after the report, looked up around a record: three developments, put into a copy of the tiny plan."""

import shutil

import pytest
from support.paths import TINY

from macros.evidence.quotations import read_fingerprints
from macros.lookups import Lookups
from macros.lookups.developments import DevelopmentLookups
from macros.reading.load import load

SEEN = '{at: "https://mills.example/20110405", on: 2026-11-29, publisher: mills}'
ACT = f"""\
title: {{en: The law of mills, fr: La loi des moulins}}
text: {{en: A law on mills is adopted., fr: Une loi sur les moulins est adoptée.}}
kind: act
makes: rule
date: {{value: 2011-04-05, is: "on", of: act, printed: 5 April 2011}}
source: mill-plan
actors: [{{actor: commission, role: responsible}}]
bears_on: [{{to: 2.1.1, relation: fulfils}}]
evidence:
- seen: {SEEN}
  language: en
  quotation: the law of 5 April 2011 on mills
provisions:
- id: law-sails
  text: {{en: Sails are inspected., fr: Les ailes sont contrôlées.}}
  deadline: {{value: 2013-04, is: by, of: deadline, printed: April 2013}}
  bears_on: [{{to: 2.1.1, relation: continues}}, {{to: "3.1", relation: fulfils}}]
  countries: [se]
  evidence:
  - linked: {{at: "https://mills.example/law", publisher: mills}}
- id: law-report
  text: {{en: A report is due., fr: Un rapport est dû.}}
  deadline: {{value: 2027, is: by, of: deadline, printed: "2027"}}
  bears_on: [{{to: 2.1.1, relation: continues}}]
  evidence:
  - seen: {SEEN}
    language: en
    quotation: a report is due in 2027 at the latest
"""
LATER = """\
title: {{en: {name}, fr: {name}}}
text: {{en: {name}., fr: {name}.}}
kind: event
makes: event
date: {{value: {day}, is: "on", of: event{printed}}}
bears_on: [{{to: 2.1.1, relation: measures}}]
evidence:
- linked: {{at: "https://mills.example/20140302", publisher: mills}}
"""


@pytest.fixture
def found(project, edit) -> DevelopmentLookups:
    """The look-ups of a plan with a law, its two provisions, and what came before and after it."""
    shutil.rmtree(project / "data" / "developments")
    (project / "data" / "publishers.yaml").write_text("publishers:\n- {id: mills, name: {en: Mills, fr: Moulins}, accepted: yes}\n", "utf-8")
    (project / "data" / "looks.yaml").write_text("looks:\n- on: 2026-11-29\n", "utf-8")
    edit("developments/law.yaml", "", ACT)
    edit("developments/count.yaml", "", LATER.format(name="Count", day="2014-03-02", printed=', printed: "20140302"'))
    edit("developments/feast.yaml", "", LATER.format(name="Feast", day="2009", printed=""))
    return Lookups(load(project), read_fingerprints(TINY / "data")).developments


def ids(pieces) -> list[str]:
    return [piece.id for piece in pieces]


def test_pieces_stand_in_the_order_of_their_days_and_years_the_newest_first(found):
    assert ids(found.pieces) == ["feast", "law", "law-sails", "law-report", "count"]
    assert {year: ids(own) for year, own in found.by_year().items()} == {"2014": ["count"], "2011": ["law"], "2009": ["feast"]}


def test_a_record_knows_what_bears_on_it_and_how(found):
    assert ids(found.bearing_on("3.1")) == ["law-sails"]
    assert ids(found.bearing_on("3.1", "2.1.1")) == ids(found.pieces)
    assert found.bearing_on("2.2.3") == []
    sails = found.plan.pieces["law-sails"]
    assert found.relations_to(sails, "2.1.1", "3.1") == ["continues", "fulfils"]
    assert found.targets_by_relation(sails) == {"continues": ["2.1.1"], "fulfils": ["3.1"]}


def test_provisions_stand_with_their_act_the_newest_first(found):
    told = found.together(found.pieces)
    assert [(one.development.id, ids(one.provisions)) for one in told] == [("count", []), ("law", ["law-sails", "law-report"]), ("feast", [])]
    assert [(one.itself, ids(one.provisions)) for one in found.together(found.bearing_on("3.1"))] == [(False, ["law-sails"])]


def test_actor_country_and_source_know_theirs(found):
    assert [(one.development.id, one.part.role) for one in found.of_actor("commission")] == [("law", "responsible")]
    assert ids(found.of_country("se")) == ["law-sails"]
    assert ids(found.of_source("mill-plan")) == ["law"]


def test_pieces_are_counted_by_proof_and_stand_on_the_weakest(found):
    assert found.count_proofs(found.pieces) == {"seen": 2, "linked": 3}
    assert found.weakest(found.pieces) == "linked"
    assert found.weakest([]) == ""


def test_a_day_is_proven_by_what_prints_it_words_or_address(found):
    proofs = {piece.id: found.date_proof(piece) for piece in found.pieces}
    assert proofs == {"feast": "linked", "law": "seen", "law-sails": "seen", "law-report": "seen", "count": "linked"}


def test_a_deadline_before_the_last_look_of_which_nothing_reports_is_unknown(found, project, edit):
    assert [piece.id for piece in found.pieces if found.is_unknown_after(piece)] == ["law-sails"]
    edit("developments/count.yaml", "kind: event", "follows: [law-sails]\nkind: event")
    after = Lookups(load(project), {}).developments
    assert [piece.id for piece in after.pieces if after.is_unknown_after(piece)] == []
    assert ids(after.followed_by(after.plan.pieces["law-sails"])) == ["count"]
