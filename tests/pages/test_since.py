"""What pages show of the time after the report, on the tiny plan with an act, its duty and an event."""

import re

import pytest
from support.frozen import WORDS
from support.render import renderer

from macros.model import addresses
from macros.model.kinds import KINDS

SINCE = "  since: {en: A law came., fr: Une loi est venue., rests_on: [mill-act, mill-act-count]}\n"


@pytest.fixture
def show(later):
    """The page of a kind and identifier of the plan, in a language."""

    def page(macro: str, id: str = "", language: str = "en") -> str:
        here = addresses.place(next((kind for kind, one in KINDS.items() if one.macro == macro), ""), id) or f"{macro}/"
        return renderer(WORDS[language], later).page(macro, id, here)

    return page


def since_of(page: str) -> str:
    """The block of what came after the report; empty where there is none."""
    found = re.search(r'<div class="since">.*?\n</div>', page, re.DOTALL)
    return found[0] if found else ""


def test_every_development_and_provision_has_its_anchor_the_newest_first(show):
    page = show("developments")
    anchors = re.findall(r'<(?:article|section) class="(?:development|provision piece)" id="([^"]+)"', page)
    assert anchors == ["mill-day", "mill-act", "mill-act-count"]


def test_a_development_can_be_chosen_by_what_it_and_its_provisions_bear_on(show):
    found = re.search(r'id="mill-act" data-kind="act" data-record="([^"]*)"\n data-actor="([^"]*)" data-proof="([^"]*)"', show("developments"))
    assert found and found.groups() == ("2.1.1 3.1", "mill-school commission", "verified seen")


def test_a_day_that_nothing_prints_is_said_to_be_linked_only(show):
    event = show("developments").partition('id="mill-day"')[2].partition("</p>")[0]
    assert "May 2011" in event
    assert "verified" not in event


@pytest.mark.parametrize("language", WORDS)
def test_a_deadline_of_which_nothing_is_known_says_so(language, show):
    said = WORDS[language].say("developments.unknown_after")
    assert said in show("developments", language=language)


def test_a_page_that_was_seen_is_named_with_its_publisher_and_day(show):
    duty = show("developments").partition('id="mill-act-count"')[2]
    named = r'<a href="https://mills.example/2010" rel="external">Mill News</a> · seen on 6 May 2012'
    assert re.search(named, duty)
    assert '<blockquote lang="fr">« les moulins sont comptés avant la fin de 2011 »</blockquote>' in duty.replace("\u00a0", " ")


def test_a_record_lists_what_bears_on_it_apart_from_the_report(show):
    block = since_of(show("follow_up", "3.1"))
    assert '<a href="../../developments/#mill-act">A law on mills is adopted</a>' in block
    assert '<a href="../../developments/#mill-act-count">' in block
    assert "mill-day" not in block


SPOKEN_OF = {"objective": "2.1.1", "actor": "mill-school", "country": "be", "area": "2.1", "source": "com-2008-657"}


@pytest.mark.parametrize(("macro", "id"), SPOKEN_OF.items())
def test_pages_of_records_show_their_developments(macro, id, show):
    assert "developments/#mill-act" in since_of(show(macro, id))


@pytest.mark.parametrize(("macro", "id"), [("objective", "2.2.1"), ("country", "de"), ("commitment", "c1")])
def test_pages_of_which_nothing_later_speaks_have_no_block(macro, id, show):
    assert since_of(show(macro, id)) == ""


def test_a_later_status_stands_before_that_of_2008_and_says_its_day(show):
    lead = show("objective", "2.1.1").partition('class="verdict"')[2].partition("</div>")[0]
    assert lead.index("4 March 2010") < lead.index("17 October 2008")
    assert WORDS["en"].say("status.confirms", date="17 October 2008") in show("objective", "2.1.1")


def test_what_became_of_a_follow_up_has_its_reason_and_what_it_rests_on(show):
    page = show("follow_up", "3.1")
    assert 'id="outcome-2010-03-04"' in page
    assert "It is a duty." in page
    assert page.count('developments/#mill-act-count"') >= 2


def test_the_dates_of_assessments_are_drawn_and_told(show):
    page = show("objective", "2.1.1")
    assert page.count('<g class="share') >= 2
    assert "Last look: 6 May 2012" in page.partition("history-desc")[2].partition("</desc>")[0]


def test_one_table_has_every_date_of_an_assessment(show, later):
    page = show("objectives").partition("{ #by-date }")[2]
    days = {one.as_of for objective in later.objectives.values() for one in objective.assessments}
    assert page.count('<th scope="col">') == 1 + len(days)


def test_the_sentence_since_stands_at_the_level_of_its_weakest_piece(later_project):
    file = later_project / "data" / "follow-ups.yaml"
    file.write_text(file.read_text("utf-8").replace('- id: "3.1"\n', f'- id: "3.1"\n{SINCE}'), "utf-8")
    page = renderer(WORDS["en"], root=later_project).page("follow_up", "3.1", "follow-ups/3.1/")
    sentence = page.partition("A law came.")[2].partition("</p>")[0]
    assert "seen" in sentence.lower()
    assert "verified" not in sentence.lower()
