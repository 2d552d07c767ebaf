"""What stands on pages that are written by hand: words that no reader is harmed by, and links that lead somewhere."""

from inspect import signature

import pytest
from support.paths import TINY

from macros.problems import NOTICE
from macros.reading.load import load
from macros.reading.published import Published
from macros.reading.site_texts import SiteTexts
from macros.rules import handwritten, official, page_links

PAGE = "docs/en/about/index.md"
ON_PAGES = [rule for rule in handwritten.RULES if "documents" in signature(rule).parameters]


def said(rules, *facts) -> list[str]:
    return [str(problem) for rule in rules for problem in rule(*facts)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<script>alert(1)</script>", "what a browser runs, or loads from elsewhere, stands on a page: <script"),
        ('<img src="x" onerror="y()">', 'what a browser runs, or loads from elsewhere, stands on a page: <img src="x" onerror='),
        ("[here](javascript:alert(1))", "what a browser runs, or loads from elsewhere, stands on a page: javascript:"),
        ("Maria, 17, from Plovdiv, was freed.", "this tells of a person who may be a victim or a suspect"),
        ("Call 06 12 34 56 78.", "a telephone number stands in a text: 06 12 34 56 78"),
        ("Write to miller@mills.example.", "an e-mail address stands in a text: miller@mills.example"),
        ("It is done 🤡.", "🤡 stands in a text"),
    ],
)
def test_a_page_is_refused_that_holds(line, message):
    assert [one.split("\n")[0] for one in said(ON_PAGES, {PAGE: f"# About\n\n{line}\n"})] == [f"{PAGE}:3: {message}"]


@pytest.mark.parametrize("text", ["---\ndescription: x\n\n# About\n", "---\ndescription: x\n\n# About\n\n---\n\nWords.\n", "---\n# About\n"])
def test_a_front_matter_without_its_end_is_named(text):
    (problem,) = handwritten.every_front_matter_ends({PAGE: text, "docs/fr/about/index.md": "---\ndescription: x\n---\n\n# À propos\n"})
    assert (problem.file, problem.line, problem.hint) == (PAGE, 1, "write  ---  on a line of its own, above the heading")


def test_an_outside_link_is_shown_to_reviewers():
    (problem,) = handwritten.every_outside_link_is_shown_to_reviewers({"remarks/en/actors/cepol.md": "[Visas](https://visa.example/?ref=1).\n"})
    assert (problem.level, problem.message) == (NOTICE, "leads to another site: https://visa.example/?ref=1")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("This site was approved by the Commission.", True),
        ("An official tracker on behalf of Caritas.", True),
        ("This site was not approved by the Commission.", False),
        ("This site reads the Official Journal of the European Union.", False),
        ("The French titles are official.", False),
    ],
)
def test_a_site_that_is_said_to_be_that_of_a_body_is_shown(sentence, told):
    on_page = official.no_page_says_that_the_site_is_official({PAGE: f"# About\n\n{sentence}\n"}, "")
    cited = official.no_page_says_that_the_site_is_official({}, f"title: {sentence}\n")
    assert [(one.file, one.line) for one in (*on_page, *cited)] == ([(PAGE, 3), ("CITATION.cff", 1)] if told else [])


METHOD = "# Method\n\n## How we read { #reading }\n\n### In two steps\n"


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("(../method/index.md#reading)", ""),
        ("(../method/index.md#in-two-steps)", ""),
        ("(../objectives/2.1.1.md)", ""),
        ("(../objectives/2.1.9.md)", "this link leads to ../objectives/2.1.9.md, and no page is there"),
        ("(../method/index.md#readings)", "this link leads to #readings in method/index.md, which has no such anchor"),
        ("(#about-us)", "this link leads to #about-us in about/index.md, which has no such anchor"),
    ],
)
def test_a_link_between_pages(link, message):
    documents = {PAGE: f"# About\n\nSee [this]{link}.\n", "docs/en/method/index.md": METHOD}
    found = list(page_links.every_link_between_pages_leads_somewhere(documents, load(TINY), {"home": page_links.LINK}))
    assert [(one.file, one.line, one.message) for one in found] == ([(PAGE, 3, message)] if message else [])


def test_an_anchor_that_was_published_stays():
    name = "docs/en/method/index.md"
    before = Published({}, None, SiteTexts({}, {name: METHOD}, [], None, ()))
    assert said([page_links.every_anchor_of_a_page_stays], before, {name: METHOD.replace("How we read", "Our reading")}) == []
    assert said([page_links.every_anchor_of_a_page_stays], before, {name: METHOD.replace(" { #reading }", "")}) == [
        f"{name}:1: the anchor #reading is gone from this page; links to it would break\n"
        "  hint: write  { #reading }  after the heading under which readers find it now"
    ]
