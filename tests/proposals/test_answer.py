"""The answer to a form: the lines made from it, what the check says of them, and the link that opens them as a new file."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from support.filled import DEVELOPMENT, STATUS, body, event
from support.frozen import PLAN, WORDS, copy_data
from support.paths import ROOT

from macros.model.kinds import KINDS
from macros.proposals.address import MAX_ADDRESS
from macros.proposals.answer import MARK, answer, fenced
from macros.proposals.body import MAX_CHARS
from macros.proposals.event import answer_event
from macros.proposals.questions import COMES_OF, QUESTIONS
from macros.proposals.records import make
from macros.reading.yaml_tree import read_tree
from macros.wording.labels import Labels

LABELS = Labels(PLAN, WORDS["en"])
REPOSITORY = "https://github.example/them/tracker"
RECORDED = sorted((ROOT / "tests/proposals/events").glob("*.json"))
BLOCK = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
HOSTILE = (
    "@everyone <script>alert(1)</script> [x](javascript:1) ```` ``` `x` ::set-output name=a::b %0A::error::x #1 --> <!-- {{ 7*7 }}",
    "a: b\nstatus: delivered\n- !!python/object:os.system x",
    "![x](https://evil.example/x.png) </details> </code></pre>",
    "\u202ereversed \u200bhidden \ud800",
)


EARLIER = """\
title: {en: A study comes out, fr: Une étude paraît}
text: {en: A study of 2011 comes out., fr: Une étude de 2011 paraît.}
kind: report
makes: result
date: {value: 2011, is: "on", of: publication, printed: "2011"}
bears_on: [{to: 2.2.1, relation: continues}]
evidence: [{seen: {at: "https://them.example/1", on: 2026-11-01, publisher: them}, language: en, quotation: It was published in 2011}]
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("published")
    copy_data(folder)
    # What is known of later, so that a page of the same host has a publisher.
    them = "- {id: them, name: {en: Them, fr: Eux}, accepted: yes}\n- {id: union, name: {en: U, fr: U}, accepted: yes, host: union.example}\n"
    (folder / "data/publishers.yaml").write_text((folder / "data/publishers.yaml").read_text("utf-8") + them, "utf-8")
    (folder / "data/looks.yaml").write_text("looks:\n- on: 2026-11-28\n", "utf-8")
    (folder / "data/developments").mkdir(exist_ok=True)
    (folder / "data/developments/study-2011.yaml").write_text(EARLIER, "utf-8")
    before = contents(folder)
    yield folder
    assert contents(folder) == before, "an answer changes nothing"


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def answered(data: Path, text: str) -> str:
    """The answer to a text of a day."""
    return answer(data, REPOSITORY, text, "2026-11-29", 7)


def blocks(said: str) -> dict[str, str]:
    """Language -> the block of code in it."""
    return {language: code for _, language, code in BLOCK.findall(said)}


def outside(said: str) -> str:
    """What stands neither in a block of code nor in an address."""
    return re.sub(r"\]\(https://[^)\s]*\)", "]()", BLOCK.sub("", said))


def link(said: str) -> str:
    """The one address of an answer."""
    (found,) = re.findall(rf"\(({REPOSITORY}/(?:new|edit)/[^)]*)\)", said)
    return found


@pytest.mark.parametrize("language", WORDS)
def test_a_status_becomes_a_file_that_the_check_accepts_and_a_link_that_opens_it(data, language):
    said = answered(data, body("assessment", language, STATUS))
    assert WORDS[language].say("answer.fine") in said
    query = parse_qs(urlsplit(link(said)).query)
    assert query["filename"] == ["data/assessments/2.2.1/2008-10-17.2.yaml"]
    assert query["value"] == [blocks(said)["yaml"]]
    assert re.fullmatch(r"2\.2\.1@2008-10-17\.2: .* \(#7\)", query["message"][0]) and query["description"] == ["#7"]
    places = [said.index(link(said)), *map(said.index, ("<details>", "```yaml", "</details>"))]
    assert places == sorted(places), "the way on comes first"
    record = read_tree(query["value"][0])[0]
    assert record["rests_on"] == ["2.2.1-1", "2.2.1-2"]
    assert (record["rubric"], record["assessed_on"], "confirms" in record) == ("1", "2026-11-29", False)


def test_a_language_that_nobody_wrote_hides_no_other_fault(data):
    said = answered(data, body("assessment", "fr", STATUS | {"reason_en": "", "missing_en": "", "rests_on": "2.2.1-1, mills-2019"}))
    problems = blocks(said)["text"]
    assert "mills-2019" in problems and "anglais" not in problems
    assert WORDS["fr"].say("answer.without", languages="anglais") in said
    assert "R E A" not in said and "répète le motif" not in problems


@pytest.mark.parametrize("language", WORDS)
def test_a_development_becomes_a_file_whose_words_were_seen(data, language):
    said = answered(data, body("development", language, DEVELOPMENT))
    assert WORDS[language].say("answer.fine") in said
    record = read_tree(parse_qs(urlsplit(link(said)).query)["value"][0])[0]
    assert [one["quotation"] for one in record["evidence"]] == [
        "The study on indicators was published on 19 June 2012",
        "It is about common indicators of trafficking",
    ]
    assert {one["seen"]["publisher"] for one in record["evidence"]} == {"them"}
    assert [one["to"] for one in record["bears_on"]] == ["2.2.1", "3.1"]


def test_an_action_gets_the_next_number_and_the_line_below_which_it_belongs(data):
    words = {
        "title_en": "The convention comes into force", "title_fr": "La convention entre en vigueur", "text_en": "It came into force in 2008.",
        "text_fr": "Elle est entrée en vigueur en 2008.", "state": "done", "locator": "fn 9",
    }  # fmt: skip
    said = answered(data, body("action", "en", {"objective": "2.1.3", "quotation": "Établie à Varsovie en 2006 et plus", **words}))
    record = read_tree(blocks(said)["yaml"])[0][0]
    assert record["id"] == "2.1.3-4"
    assert record["agent"] == "not-stated"
    assert record["title"] == {"en": "The convention comes into force", "fr": "La convention entre en vigueur"}
    assert f"{WORDS['en'].say('answer.of', label=WORDS['en'].say('ask.quotation'))} the quotation" in blocks(said)["text"]
    assert "2.1.3-4" not in blocks(said)["text"], "nobody has heard of that number"


def test_an_action_without_fault_opens_its_file_at_its_line(data):
    known = PLAN.actions["2.1.3-3"]
    words = {f"{name}_{language}": getattr(getattr(known, name), language) for name in ("title", "text") for language in WORDS}
    words |= {"state": known.state, "actors": ", ".join(one.actor for one in known.actors)}
    one = known.evidence[0]
    said = answered(data, body("action", "en", {"objective": "2.1.3", "quotation": one.quotation, "locator": one.locator, **words}))
    assert int(link(said).partition("#L")[2]) == known.place.last_line
    assert WORDS["en"].say("answer.describe", number=7) in said


@pytest.mark.parametrize("act", QUESTIONS)
def test_a_record_has_every_field_that_its_kind_needs(act):
    answers = {question.name: next(iter(question.choices(LABELS).values()), "some words") for question in QUESTIONS[act]}
    places = {"objective": "2.2.1", "as_of": "2013-04-15", "rests_on": "2.2.1-1", "id": "a-name", "where": "https://them.example/", "date": "2013"}
    answers |= {name: place for name, place in places.items() if name in answers}
    made = yaml.safe_load(make(act, answers, PLAN, "2026-11-29").text)
    shape = next(kind.shape for kind in KINDS.values() if kind.word == act)
    needed = {field.alias or name for name, field in shape.model_fields.items() if field.is_required()}
    assert needed - (made[0] if isinstance(made, list) else made).keys() - {"id"} == set(), "the name of a file says its id"


def test_a_wrong_answer_gets_what_the_check_says(data):
    said = answered(data, body("assessment", "fr", STATUS | {"rests_on": "2.2.1-1, 2.2.1-99"}))
    assert "2.2.1-99" in blocks(said)["text"]
    assert WORDS["fr"].say("answer.wrong") in said
    assert not re.search("/(new|edit)/", said), "what is wrong is mended in the form"


@pytest.mark.parametrize("language", WORDS)
def test_what_nothing_here_is_is_asked_for_again_with_what_bears_on_the_objective(data, language):
    said = answered(data, body("assessment", language, STATUS | {"rests_on": "article 99 of Directive 2011/36/EU", "as_of": ""}))
    assert WORDS[language].say("ask.rests_on") in said and "2.2.1-1\n    " in said
    assert "yaml" not in blocks(said)


def test_an_actor_whom_we_do_not_know_is_left_out_and_named(data):
    said = answered(data, body("development", "en", DEVELOPMENT | {"actors": "commission, La Strada International"}))
    assert yaml.safe_load(blocks(said)["yaml"])["actors"] == [{"actor": "commission", "role": "responsible"}]
    assert blocks(said)["text"] == "La Strada International\n"


def test_an_assessment_of_an_earlier_day_says_that_the_page_stays_as_it_is(data):
    newer = data / "data/assessments/2.2.1/2008-12-31.yaml"
    newer.write_text((data / "data/assessments/2.2.1/2008-10-17.yaml").read_text("utf-8"), "utf-8")
    try:
        said = answered(data, body("assessment", "en", STATUS))
    finally:
        newer.unlink()
    assert WORDS["en"].say("answer.behind", newest="31 December 2008") in said


def test_an_assessment_of_an_earlier_day_asks_for_no_change_of_a_published_one(data):
    """Also where both were judged on one day: what is published stays as it is."""
    newer = data / "data/assessments/2.2.1/2013-12-31.yaml"
    text = (
        (data / "data/assessments/2.2.1/2008-10-17.yaml")
        .read_text("utf-8")
        .replace('rubric: "1"', 'assessed_on: 2026-11-29\nrubric: "2"\nconfirms: yes')
    )
    newer.write_text(text, "utf-8")
    try:
        said = answered(data, body("assessment", "en", STATUS | {"status": "partly-delivered"}))
    finally:
        newer.unlink()
    assert "2013-12-31" not in said and "confirms" not in said


def test_a_language_that_somebody_does_not_write_may_stay_empty(data):
    said = answered(data, body("assessment", "fr", {name: text for name, text in STATUS.items() if not name.endswith("_en")}))
    assert "fr:" in blocks(said)["yaml"] and "en:" not in blocks(said)["yaml"]
    assert WORDS["fr"].say("answer.without", languages="anglais") in said


def test_whoever_answered_in_the_other_language_is_asked_for_nothing_more(data):
    said = answered(data, body("assessment", "fr", {name: text for name, text in STATUS.items() if not name.endswith("_fr")}))
    assert WORDS["fr"].say("answer.without", languages="français") in said and "en:" in blocks(said)["yaml"]


def test_a_mistake_gets_the_lines_that_stand_there(data):
    line = PLAN.actions["2.1.3-3"].place.line()
    said = answered(data, body("mistake", "en", {"place": f"data/actions.yaml:{line}", "wrong": HOSTILE[0], "document": HOSTILE[1]}))
    assert blocks(said)["yaml"].strip().startswith("- id: 2.1.3-3")
    assert link(said) == f"{REPOSITORY}/edit/main/data/actions.yaml#L{line}"


@pytest.mark.parametrize("place", ["/objectives/2.1.1/", "data/../../etc/passwd:1", "data/actions.yaml:999999", "data/actions.yaml:2", "x" * 500])
def test_a_place_where_no_record_begins_gets_thanks_and_no_lines(data, place):
    said = answered(data, body("mistake", "fr", {"place": place, "wrong": "x", "document": "y"}))
    assert WORDS["fr"].say("answer.thanks") in said
    assert not blocks(said)


# Half filled in, hostile, huge, repeated


@pytest.mark.parametrize("language", WORDS)
def test_what_is_needed_and_empty_is_named(data, language):
    said = answered(data, body("assessment", language, {"reason_en": STATUS["reason_en"], "reason_fr": STATUS["reason_fr"]}))
    for name in ("objective", "status", "rests_on", "confidence"):
        assert WORDS[language].say("answer.empty", label=WORDS[language].say(f"ask.{name}")) in said
    assert not blocks(said)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"objective": "2.9.9"}, "no_objective"),
        ({"objective": "../../../etc"}, "no_objective"),
        ({"objective": "2.2.1, 2.5.4"}, "which_objective"),
        ({"objective": "area 2.2"}, "which_objective"),
        ({"as_of": "05/04/2011"}, "two_days"),
        ({"as_of": "spring 2011"}, "no_day"),
        ({"as_of": "2011-04-15/../x"}, "no_day"),
        ({"status": "Finished"}, "no_choice"),
    ],
)
def test_an_answer_that_names_no_place_or_word_is_named(data, changed, reason):
    said = answered(data, body("assessment", "en", STATUS | changed))
    (name,) = changed
    assert WORDS["en"].say(f"answer.{reason}", label=WORDS["en"].say(f"ask.{name}"), choices="…").partition("…")[0].rstrip(".") in said
    assert not re.search("/(new|edit)/", said)


@pytest.mark.parametrize(("id", "reason"), [("../x", "no_id"), ("é@x", "no_id"), ("study-2011", "there")])
def test_a_name_that_cannot_be_given_is_named(data, id, reason):
    said = answered(data, body("development", "en", DEVELOPMENT | {"id": id}))
    assert WORDS["en"].say(f"answer.{reason}", label=WORDS["en"].say("ask.id")) in said


@pytest.mark.parametrize("quotation", ["It was published in 2011", "Then: “Indeed, it was published in 2011 by them all”"])
def test_words_that_are_here_already_are_named(data, quotation):
    said = answered(data, body("development", "en", DEVELOPMENT | {"where": "http://www.them.example/1/", "quotation": quotation, "publisher": ""}))
    is_here = quotation == "It was published in 2011"  # of the other passage too few words are held to say the same
    assert (WORDS["en"].say("answer.here", label=WORDS["en"].say("ask.quotation")) in said and "study-2011" in said) == is_here


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("https://one.example/a https://two.example/b", "two_pages"),
        ("https://one.example/a report.pdf", "blank"),
        ("https://en.wikipedia.org/wiki/Mill", "second_hand"),
        ("https://eur-lex.europa.eu/search.html?text=mills", "results"),
    ],
)
def test_what_is_no_page_of_a_source_is_asked_for_again(data, where, reason):
    said = answered(data, body("development", "en", DEVELOPMENT | {"where": where}))
    assert WORDS["en"].say(f"answer.{reason}", label=WORDS["en"].say("ask.where")) in said


@pytest.mark.parametrize(("act", "name"), [("assessment", "reason_fr"), ("development", "text_fr"), ("action", "text_fr"), ("mistake", "wrong")])
def test_what_may_tell_of_a_victim_is_not_repeated(data, act, name):
    filled = {"assessment": STATUS, "development": DEVELOPMENT}.get(act, {})
    said = answered(data, body(act, "fr", filled | {name: "Une fille de 16 ans, Maria P., a été vendue."}))
    assert WORDS["fr"].say("answer.person", address=f"{REPOSITORY}/security/policy") in said and "Maria" not in said


@pytest.mark.parametrize("written", ["17 October 2008", "17 octobre 2008", "2008-10-17"])
def test_a_day_in_words_is_read(data, written):
    assert make("assessment", STATUS | {"as_of": written, "step_back": ""}, PLAN, "2026-11-29").file.startswith("data/assessments/2.2.1/2008-10-17")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("on 19 June 2012 (day of the release)", "2012-06-19"), ("juin 2012", "2012-06"), ("2012", "2012"), *((hostile, "") for hostile in HOSTILE)],
)
def test_a_date_is_read_among_other_words_or_asked_for(data, written, meant):
    said = answered(data, body("development", "en", DEVELOPMENT | {"date": written}))
    if meant:
        assert f"date: {{value: {meant}" in blocks(said)["yaml"].replace('"', "")
    else:
        assert WORDS["en"].say("answer.no_date", label=WORDS["en"].say("ask.date")) in said


def test_all_that_is_to_be_asked_for_again_is_asked_for_at_once(data):
    less = {
        "where": "https://nobody.example/",
        "publisher": "",
        "language": "",
        "quotation": "Antwerpen 19.6.2012 drie jaar",
        "makes": "",
        "kind": "act",
    }
    said = answered(data, body("development", "fr", DEVELOPMENT | less | {"to": "2.2.99"}))
    for name, reason in (("publisher", "whose"), ("language", "which_language"), ("makes", "which_makes")):
        assert WORDS["fr"].say(f"answer.{reason}", label=WORDS["fr"].say(f"ask.{name}"), choices="…").rstrip("….") in said
    assert "2.2.99" in blocks(said)["text"], "what else the check says"


def test_a_short_passage_is_in_the_language_of_the_others(data):
    passages = "Antwerpen, 19.6.2012\n\nIt is about the common indicators of trafficking"
    made = yaml.safe_load(blocks(answered(data, body("development", "en", DEVELOPMENT | {"quotation": passages, "language": ""})))["yaml"])
    assert [one["language"] for one in made["evidence"]] == ["en", "en"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (
            {
                "quotation": "The study on the indicators of trafficking in human beings was published on 19 June 2012 by the "
                + "very " * 20
                + "office"
            },
            "cut",
        ),
        ({"quotation": "It was published on 19 June 2012 [...] It is about indicators"}, "one_piece"),
        ({"printed": "20 June 2012"}, "prints"),
    ],
)
def test_a_hint_says_what_to_do_in_the_form(data, changed, says):
    assert WORDS["fr"].say(f"answer.{says}") in blocks(answered(data, body("development", "fr", DEVELOPMENT | changed)))["text"]


def test_a_hint_of_several_problems_stands_once(data):
    said = blocks(answered(data, body("development", "en", DEVELOPMENT | {"quotation": f"{'many ' * 30}\n\n{'other ' * 30}"})))["text"]
    assert said.count(WORDS["en"].say("answer.cut")) == 1 and said.count(" 30 ") == 2


def test_a_date_that_no_words_print_is_told_as_not_proven(data):
    said = answered(data, body("development", "en", DEVELOPMENT | {"quotation": "It is about the common indicators of trafficking", "printed": ""}))
    assert WORDS["en"].say("answer.unproven") in said


@pytest.mark.parametrize("written", ["ngo", "le site d’une ONG", "Site d’une ONG"])
def test_a_choice_is_known_with_and_without_its_article(written):
    (question,) = (one for one in QUESTIONS["development"] if one.subject == "publisher")
    assert question.chosen(written, LABELS) == "ngo"


def test_a_status_that_nothing_bears_is_told_in_the_words_of_the_form(data):
    said = answered(data, body("assessment", "fr", STATUS | {"status": "delivered"}))
    told = blocks(said)["text"]
    assert "Réalisé" in told and "delivered" not in told and "rests_on" not in told


def test_links_name_what_they_lead_to(data):
    links = "https://them.example/objectives/2.2.1/#2.2.1-1, #2.2.1-2"
    said = answered(data, body("assessment", "en", STATUS | {"rests_on": links}))
    assert yaml.safe_load(blocks(said)["yaml"])["rests_on"] == ["2.2.1-1", "2.2.1-2"]


def test_a_name_in_words_becomes_an_identifier(data):
    said = answered(data, body("development", "en", DEVELOPMENT | {"id": "Étude Report 2012", "date": "June 2012"}))
    assert "data/developments/etude-report-2012.yaml" in said
    assert str(yaml.safe_load(blocks(said)["yaml"])["date"]["value"]) == "2012-06"


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("act", ["assessment", "development"])
def test_hostile_words_stand_in_code_and_addresses_alone(data, act, hostile):
    known = STATUS if act == "assessment" else DEVELOPMENT
    free = {"reason", "missing", "title", "text", "quotation", "rests_on", "actors", "printed", "to"}
    said = answered(data, body(act, "en", known | {name: hostile for name in known if name.partition("_")[0] in free}))
    for sign in ("@", "<script", "![", "::set-output", "javascript:", "\ud800", "os.system"):
        assert sign not in outside(said)
    assert "delivered" not in yaml.safe_load(blocks(said)["yaml"]).get("status", "")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_place_that_is_neither_a_source_nor_an_address_is_asked_for_again(data, hostile):
    said = answered(data, body("development", "en", DEVELOPMENT | {"where": hostile}))
    assert not any(sign in outside(said) for sign in ("@", "<script", "![", "javascript:", "os.system"))
    assert WORDS["en"].say("answer.nowhere", label=WORDS["en"].say("ask.where")) in said or "yaml" in blocks(said)


def test_what_follows_from_other_answers_may_stay_empty(data):
    less = DEVELOPMENT | {"printed": "", "id": "", "language": "", "relation": ""}
    made = read_tree(blocks(answered(data, body("development", "en", less)))["yaml"])[0]
    assert (made["date"]["printed"], made["evidence"][0]["language"]) == (DEVELOPMENT["printed"], "en")
    assert f"data/developments/study-indicators-comes-{DEVELOPMENT['date'][:4]}.yaml" in answered(data, body("development", "en", less))


@pytest.mark.parametrize("kind", ["act", "convention"])
def test_what_came_of_it_is_asked_for_where_the_kind_does_not_say_it(data, kind):
    less = DEVELOPMENT | {"makes": ""}
    assert "makes: result" in blocks(answered(data, body("development", "en", less)))["yaml"]
    said = WORDS["en"].say("answer.which_makes", label=WORDS["en"].say("ask.makes"), choices="A rule")
    assert said.rstrip(".") in answered(data, body("development", "en", less | {"kind": kind}))


def test_every_kind_of_which_something_comes_is_in_the_vocabulary():
    kinds, made = PLAN.vocabularies["development_kinds"], PLAN.vocabularies["makes"]
    assert {*COMES_OF} == {*kinds} - {"act", "convention"} and {*COMES_OF.values()} <= {*made}


@pytest.mark.parametrize(
    ("where", "page"),
    [
        ("https://body.union.example/a", {"seen": "union"}),
        ("Press release 7, https://www.union.example/a (read on 3 May 2012)", {"seen": "union"}),
        ("https://sub.them.example/a", {"seen": "them"}),
    ],
)
def test_a_page_is_of_whose_site_it_lies_on(data, where, page):
    made = yaml.safe_load(blocks(answered(data, body("development", "en", DEVELOPMENT | {"where": where, "publisher": ""})))["yaml"])
    assert [{kind: one[kind]["publisher"] for kind in one if kind in ("seen", "linked")} for one in made["evidence"]] == [page, page]
    assert made["evidence"][0]["seen"]["at"].endswith(".example/a")


@pytest.mark.parametrize("host", ["notunion.example", "union.example.com"])
def test_a_site_with_a_name_like_that_of_another_is_unknown(data, host):
    said = answered(data, body("development", "en", DEVELOPMENT | {"where": f"https://{host}/a", "publisher": ""}))
    assert WORDS["en"].say("answer.whose", label=WORDS["en"].say("ask.publisher"), choices="").rstrip(".") in said


OUTSIDE = "https://nobody.example/2012"


def test_a_page_of_a_site_that_nobody_knows_is_linked_once_somebody_says_whose_it_is(data):
    said = answered(data, body("development", "fr", DEVELOPMENT | {"where": OUTSIDE, "publisher": ""}))
    assert WORDS["fr"].say("answer.whose", label=WORDS["fr"].say("ask.publisher"), choices="le site d’une ONG") in said
    made = yaml.safe_load(blocks(answered(data, body("development", "fr", DEVELOPMENT | {"where": OUTSIDE, "publisher": "ngo"})))["yaml"])
    assert made["evidence"][0]["linked"] == {"at": OUTSIDE, "publisher": "ngo"}


def test_a_status_below_the_one_before_is_asked_why(data):
    lower = STATUS | {"objective": "2.1.2", "status": "under-way", "rests_on": "2.1.2-1"}
    said = answered(data, body("assessment", "en", lower))
    choices = " · ".join(word.label.en for word in PLAN.vocabularies["step_backs"].values())
    assert WORDS["en"].say("answer.lower", label=WORDS["en"].say("ask.step_back"), choices=choices) in said
    assert "step_back: correction" in blocks(answered(data, body("assessment", "en", lower | {"step_back": "correction"})))["yaml"]


def test_the_day_follows_from_what_the_status_rests_on(data):
    said = answered(data, body("assessment", "en", STATUS | {"as_of": ""}))
    assert "data/assessments/2.2.1/2008-10-17.2.yaml" in said


def test_a_problem_is_told_at_the_question_whose_answer_it_is_of(data):
    for question, answered_so in (("rests_on", "2.2.1-1, 2.2.1-99"), ("status", "delivered")):
        said = blocks(answered(data, body("assessment", "en", STATUS | {question: answered_so})))["text"]
        assert f"“{WORDS['en'].say(f'ask.{question}')}" in said
    assert "data/assessments" not in said


def test_a_text_cannot_end_the_block_that_it_stands_in():
    text = "a\n```\n@all\n`````\nb"
    assert BLOCK.fullmatch(fenced(text, "yaml"))[3] == f"{text}\n"


def test_a_record_cannot_get_a_second_field_from_an_answer(data):
    said = answered(
        data, body("assessment", "en", STATUS | {"reason_en": 'x\nstatus: delivered\nassessor: "me"', "rests_on": "a]\nstatus: [b, 2.2.1-1"})
    )
    record = read_tree(blocks(said)["yaml"])[0]
    assert (record["status"], "assessor" in record) == ("under-way", False)


def test_a_heading_that_stands_twice_or_is_gone_is_named(data):
    text = body("assessment", "en", STATUS)
    said = answered(data, text.replace("a duty.", "a duty.\n\n### Status\n\nDelivered"))
    assert WORDS["en"].say("answer.twice", label="Status") in said
    assert WORDS["en"].say("answer.gone", label="Status") in answered(data, text.replace("### Status", "Status"))


def test_a_heading_of_ones_own_is_part_of_the_answer(data):
    said = answered(data, body("assessment", "en", STATUS | {"reason_en": "One.\n\n### More\n\nTwo."}))
    assert WORDS["en"].say("answer.fine") in said


def test_a_huge_text_is_refused_in_its_language(data):
    said = answered(data, body("assessment", "fr", STATUS) + "x" * MAX_CHARS)
    assert WORDS["fr"].say("answer.huge") in said
    assert len(said) < 1_000


def test_a_long_record_opens_an_empty_file(data):
    said = answered(data, body("assessment", "en", STATUS | {"reason_en": "word " * 800}))
    assert "value=" not in link(said)
    assert len(link(said)) < MAX_ADDRESS
    assert "filename=data%2Fassessments" in link(said)


@pytest.mark.parametrize("text", ["", "I have a question.", "### Status\n\nDelivered", body("mistake", "en", {})[:20], None])
def test_a_text_of_no_form_gets_no_answer(data, tmp_path, text):
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event(text)), "utf-8")
    assert answer_event(data, file, REPOSITORY) == ""


def test_the_same_form_gets_the_same_answer(data):
    text = body("development", "fr", DEVELOPMENT)
    assert answered(data, text) == answered(data, text.replace("\n", "\r\n"))


# Events


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
def test_a_recorded_event_is_answered_in_the_language_of_its_form(data, file):
    said = answer_event(data, file, REPOSITORY)
    assert said.startswith(MARK)
    assert WORDS[file.stem.rpartition("-")[2]].say("answer.who") in said


def test_a_form_that_lost_its_headings_is_told_so(data, tmp_path):
    told = event("No heading here") | {"action": "edited"}
    told["issue"]["labels"] = [{"name": "assessment"}]
    (file := tmp_path / "event.json").write_text(json.dumps(told), "utf-8")
    said = answer_event(data, file, REPOSITORY)
    assert all(wording.say("answer.no_form") in said for wording in WORDS.values())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"issue": {"body": 3, "created_at": "2026"}}', "[" * 100_000])
def test_what_is_no_event_is_said_so(data, tmp_path, text):
    file = tmp_path / "event.json"
    file.write_text(text, "utf-8")
    with pytest.raises(SystemExit, match="no event of GitHub"):
        answer_event(data, file, REPOSITORY)


def test_the_command_writes_the_answer_to_a_file_and_nothing_to_the_log(tmp_path):
    file, said = tmp_path / "event.json", tmp_path / "answer.md"
    file.write_text(json.dumps(event("### x\n\n::set-output name=a::b")), "utf-8")
    done = subprocess.run([sys.executable, "-m", "macros", "propose", "--form", file, "--answer", said], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr, said.read_text("utf-8")) == (0, "", "", "")
