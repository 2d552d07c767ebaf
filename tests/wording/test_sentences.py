"""What is said of the measures: each sentence in both languages, right in number, linked, and absent where there is nothing to say."""

import re
from collections.abc import Callable

import networkx as nx
import pytest
from support.frozen import PLAN, WORDS

from macros.graph.build import build
from macros.graph.gaps import OF_THE_UNION
from macros.graph.statements import Statement, statements
from macros.languages import LANGUAGES
from macros.lookups.statements import StatementLookups
from macros.reading.load import load
from macros.wording.labels import Labels
from macros.wording.sentences import pieces, sentence
from macros.wording.typography import NBSP, NNBSP

GRAPH = build(PLAN)
SAID = statements(GRAPH)
ABOUT = StatementLookups(PLAN).about
PHRASES = {language: Labels(PLAN, WORDS[language]) for language in LANGUAGES}


def plain(text: str) -> str:
    """French typography apart: its blanks as plain ones."""
    return text.replace(NNBSP, " ").replace(NBSP, " ")


def frozen(key: str, *links: str) -> list[str]:
    """The sentence of the frozen plan with this key that names all these records, in both languages."""
    (found,) = (one for one in SAID if one.key == f"statement.{key}" and set(links) <= set(one.links))
    return [plain(sentence(found, PHRASES[language])) for language in LANGUAGES]


@pytest.fixture
def say(project) -> Callable[[], dict[str, list[list[str]]]]:
    """Key -> the sentences about the copy of the tiny project, each in both languages."""

    def said() -> dict[str, list[list[str]]]:
        plan = load(project)
        found: dict[str, list[list[str]]] = {}
        for statement in statements(build(plan)):
            both = [plain(sentence(statement, Labels(plan, WORDS[language]))) for language in LANGUAGES]
            found.setdefault(statement.key.removeprefix("statement."), []).append(both)
        return found

    return said


# Worked by hand on tests/frozen/data/: the records that each sentence counts are those of the objective's page.
@pytest.mark.parametrize(
    ("key", "links", "en", "fr"),
    [
        (
            "alone", ["objective:2.5.2"],
            "In the 2008 report, only one actor, the European Police College (CEPOL: Governing Board of CEPOL, CEPOL expert group on the "
            "training module), is named as responsible under objective 2.5.2, for each of the 2 actions reported there (2 done).",
            "Dans le rapport de 2008, un seul acteur, le Collège européen de police (CEPOL : Conseil d’administration du CEPOL, Groupe "
            "d’experts du CEPOL sur le module de formation), est désigné comme responsable au titre de l’objectif 2.5.2, pour chacune des 2 "
            "actions qui y sont rapportées (2 faites).",
        ),
        (
            "alone", ["objective:2.4.2"],
            "In the 2008 report, only one actor, the Council of the European Union, is named as responsible under objective 2.4.2, for the one "
            "action reported there (1 announced).",
            "Dans le rapport de 2008, un seul acteur, le Conseil de l’Union européenne, est désigné comme responsable au titre de l’objectif "
            "2.4.2, pour la seule action qui y soit rapportée (1 annoncée).",
        ),
        (
            "nobody_elsewhere", [],
            "In the 2008 report, the text under 4 of the 17 objectives reports no action and points to another part of the report: "
            "2.3.2, 2.5.3, 2.6.1 and 2.7.1.",
            "Dans le rapport de 2008, le texte consacré à 4 des 17 objectifs ne rapporte aucune action et renvoie à une autre partie du "
            "rapport : 2.3.2, 2.5.3, 2.6.1 et 2.7.1.",
        ),
        (
            "nobody_untold", [],
            "In the 2008 report, actions are reported under one of the 17 objectives without anyone being named as responsible for them: 2.1.2.",
            "Dans le rapport de 2008, des actions sont rapportées au titre d’un des 17 objectifs sans que personne en soit désigné comme "
            "responsable : 2.1.2.",
        ),
        (
            "untold", [],
            "In the 2008 report, 29 of the 65 actions are told without saying who acted, under objectives 2.1.1, 2.1.2, 2.2.1, 2.3.3, 2.5.1, "
            "2.5.4, 2.6.2 and 2.8.1.",
            "Dans le rapport de 2008, 29 des 65 actions sont relatées sans qu’il soit dit qui a agi, au titre des objectifs 2.1.1, 2.1.2, "
            "2.2.1, 2.3.3, 2.5.1, 2.5.4, 2.6.2 et 2.8.1.",
        ),
        (
            "reach", ["actor:commission"],
            "In the 2008 report, 15 actions in 7 areas, under objectives 2.1.1, 2.2.1, 2.3.1, 2.4.1, 2.5.4, 2.6.2 and 2.8.1, name the European "
            "Commission as responsible (7 done, 5 continuing, 1 under way, 2 announced).",
            "Dans le rapport de 2008, 15 actions dans 7 domaines, au titre des objectifs 2.1.1, 2.2.1, 2.3.1, 2.4.1, 2.5.4, 2.6.2 et 2.8.1, "
            "citent la Commission européenne dans le rôle de responsable (7 faites, 5 continues, 1 en cours, 2 annoncées).",
        ),
        (
            "reach", ["actor:ilo"],
            "In the 2008 report, one action in one area, under objective 2.2.1, names the International Labour Organization (ILO) as responsible "
            "(1 under way).",
            "Dans le rapport de 2008, une action dans un domaine, au titre de l’objectif 2.2.1, cite l’Organisation internationale du travail "
            "(OIT) dans le rôle de responsable (1 en cours).",
        ),
        (
            "jointly", ["action:2.3.3-4"],
            "In the 2008 report, 2 actors, the Presidency of the Council (British Presidency) and Eurojust, are named together as responsible "
            "for action 2.3.3-4.",
            "Dans le rapport de 2008, 2 acteurs, la présidence du Conseil (Présidence britannique) et Eurojust, sont désignés ensemble comme "
            "responsables de l’action 2.3.3-4.",
        ),
        (
            "newly_named", ["follow-up:3.2"],
            "In the 2008 report, follow-up 3.2 names, among those who are to act, one actor that is not named as responsible for any action under "
            "objective 2.3.3 or 2.6.2, which it answers as we read it: the Member States.",
            "Dans le rapport de 2008, la suite 3.2 nomme, parmi ceux qui doivent agir, un acteur qui n’est désigné comme responsable d’aucune "
            "action au titre de l’objectif 2.3.3 ou 2.6.2, auxquels elle répond selon notre lecture : les États membres.",
        ),
        (
            "not_named", ["follow-up:3.6"],
            "In the 2008 report, follow-up 3.6 does not name, among those who are to act, one actor that is named as responsible for an action "
            "under objective 2.5.4, which it answers as we read it: the European Commission.",
            "Dans le rapport de 2008, la suite 3.6 ne nomme pas, parmi ceux qui doivent agir, un acteur qui est désigné comme responsable d’une "
            "action au titre de l’objectif 2.5.4, auquel elle répond selon notre lecture : la Commission européenne.",
        ),
        (
            "most_shared", [],
            "In the 2008 report, no two actors are both named as responsible for actions under more than one objective.",
            "Dans le rapport de 2008, il n’y a pas deux acteurs qui soient l’un et l’autre désignés comme responsables d’actions au titre de "
            "plus d’un objectif.",
        ),
    ],
)  # fmt: skip
def test_the_sentences_of_the_frozen_plan_are_those_worked_out_by_hand(key, links, en, fr):
    assert frozen(key, *links) == [en, fr]


def test_every_sentence_begins_with_what_it_rests_on():
    for statement in SAID:
        assert sentence(statement, PHRASES["en"]).startswith("In the 2008 report, ")
        assert sentence(statement, PHRASES["fr"]).startswith("Dans le rapport de 2008, ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_one_whole_sentence(language):
    for statement in SAID:
        text = sentence(statement, PHRASES[language])
        assert text.endswith(".")
        assert re.findall(r"[{}\0\n]|  |\(\)|: ?\.|\b[01] (actors|actions|objectives|areas|acteurs|actions|objectifs|domaines)\b", text) == []


def test_no_two_sentences_are_the_same():
    texts = [sentence(statement, PHRASES["en"]) for statement in SAID]
    assert len(set(texts)) == len(texts) > 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_a_sentence_leads_to_its_record(language):
    for statement in SAID:
        there = pieces(statement, PHRASES[language])
        assert "".join(piece.text for piece in there) == sentence(statement, PHRASES[language])
        linked = [piece for piece in there if piece.kind]
        assert {(piece.kind, piece.id) for piece in linked} == {(KINDS[link.partition(":")[0]], link.partition(":")[2]) for link in statement.links}
        assert [piece for piece in linked if piece.id not in getattr(PLAN, piece.kind)] == []


KINDS = {"actor": "actors", "objective": "objectives", "action": "actions", "follow-up": "follow_ups"}


def test_what_is_said_of_a_body_belongs_on_the_page_of_its_organ_too():
    board, body = (ABOUT("actors", id) for id in ("cepol-board", "cepol"))
    assert [one.key for one in body] == ["statement.alone", "statement.reach"]
    assert board == body


def test_a_page_gets_the_statements_about_its_record():
    assert {one.key for one in ABOUT("objectives", "2.3.3")} == {
        f"statement.{key}" for key in ("several", "untold_here", "jointly", "newly_named", "not_named")
    }  # fmt: skip
    assert [one.key for one in ABOUT("follow_ups", "3.5")] == ["statement.newly_named"]
    assert ABOUT("actors", "frontex") == []


def test_a_plan_of_actions_without_names_says_only_that(say, project):
    file = project / "data/actions.yaml"
    file.write_text(re.sub(r"      actors:\n(?:      [- ] .*\n)+?(?=      \w)", "      agent: not-stated\n", file.read_text("utf-8")), "utf-8")
    said = say()
    assert set(said) == {"untold", "nobody_untold", "nobody_elsewhere", "nobody_silent"}
    assert said["untold"][0][0].startswith("In the 2008 report, 7 of the 7 actions are told")


def test_the_kinds_through_which_the_union_acts_stand_in_the_vocabulary():
    assert OF_THE_UNION | {"union"} <= set(PLAN.vocabularies["actor_kinds"])


def test_an_empty_plan_says_nothing():
    assert statements(nx.MultiDiGraph()) == []


def test_silence_is_not_called_inaction(say):
    assert say()["nobody_silent"] == [[
        "In the 2008 report, no action is reported under one of the 5 objectives, which does not mean that nothing was done: 2.2.2.",
        "Dans le rapport de 2008, aucune action n’est rapportée au titre d’un des 5 objectifs, ce qui ne veut pas dire que rien n’a été "
        "fait : 2.2.2.",
    ]]  # fmt: skip


def test_one_actor_beside_actions_without_a_name_is_not_said_to_stand_alone(say, edit):
    edit("actions.yaml", "      - {actor: mill-school, role: responsible}\n", "")
    edit("actions.yaml", "      actors:\n      - {actor: school-board, role: responsible}\n", "      agent: not-stated\n")
    edit("actions.yaml", "mai 2007.}\n", "mai 2007.}\n      agent: not-stated\n")
    said = say()
    assert [both[0] for both in said["alone_in_part"]] == [
        "In the 2008 report, only one actor, Commission, is named as responsible under objective 2.1.1, for 2 actions (1 under way, "
        "1 announced), while 2 other actions are told without saying who acted.",
    ]  # fmt: skip
    assert "pour 2 actions (1 en cours, 1 annoncé), tandis que 2 autres actions sont relatées" in said["alone_in_part"][0][1]


def test_two_bodies_that_share_two_objectives_are_named_with_their_articles(say, edit):
    edit("actors.yaml", "fr: Commission}\n", "fr: Commission}\n  in_sentence: {en: the Commission, fr: la Commission}\n")
    edit("actors.yaml", "fr: École des moulins}\n", "fr: École des moulins}\n  in_sentence: {en: the School of Mills, fr: l’École des moulins}\n")
    yearly = "      - {actor: commission, role: responsible}\n      dates:\n      - {value: --10-18"
    edit("actions.yaml", yearly, f"      - {{actor: school-board, role: responsible}}\n{yearly}")
    said = say()
    assert said["shared"] == [[
        "In the 2008 report, the Commission and the School of Mills (SOM) are both named as responsible for actions under the same 2 objectives, "
        "2.1.1 and 2.2.1.",
        "Dans le rapport de 2008, deux acteurs, la Commission et l’École des moulins (EDM), sont l’un et l’autre désignés comme responsables "
        "d’actions au titre des 2 mêmes objectifs, 2.1.1 et 2.2.1.",
    ]]  # fmt: skip
    assert said["most_shared"][0][0].endswith("under more than 2 objectives.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_of_a_statement_is_said_of_one_and_of_several(language):
    """Both forms of every text hold what its places fill in."""
    texts = WORDS[language].texts["count"]["statement"]
    forms = {statement.key.removeprefix("statement."): statement for statement in SAID}
    for key, statement in forms.items():
        for count in (1, 2, 12):
            again = Statement(statement.key, count, statement.places)
            assert re.search(r"[{}\0]", sentence(again, PHRASES[language])) is None, (key, texts[key])
