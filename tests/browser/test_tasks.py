"""What readers come to find out, by clicking from the home page: at most three clicks each, in both languages."""

import pytest
from playwright.sync_api import Page, expect

MOST_CLICKS = 3


def follow(page: Page, *links: str) -> None:
    """Click links by their words, one after the other; only so many clicks are allowed."""
    assert len(links) <= MOST_CLICKS
    for link in links:
        page.get_by_role("link", name=link, exact=True).first.click()


@pytest.mark.parametrize(
    ("home", "says", "reason"),
    [("", "We assess", "Partly delivered"), ("fr/", "Notre appréciation", "Partiellement réalisé")],
)
def test_what_became_of_2_5_4_and_how_we_know(visit, home, says, reason):
    page = visit(home)
    page.locator(".answer").get_by_role("link", name="2.5.4").click()
    expect(page.locator("#we-assess")).to_contain_text(says)
    expect(page.locator(".verdict")).to_contain_text(reason)
    expect(page.locator("article.action blockquote").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("home", "clicks", "says"),
    [
        ("", ["By actor", "Eurojust", "2.5.4-3"], "In 2007 Eurojust organised ten coordination meetings"),
        ("fr/", ["Par acteur", "Eurojust", "2.5.4-3"], "En 2007, Eurojust a organisé dix réunions de coordination"),
    ],
)
def test_what_did_eurojust_do_and_how_do_you_know(visit, home, clicks, says):
    page = visit(home)
    follow(page, *clicks)
    action = page.locator("[id='2.5.4-3']")
    expect(action).to_contain_text(says)
    expect(action.locator("blockquote").first).to_contain_text("Eurojust a organisé en 2007 dix réunions de coordination")
    expect(action.locator("figcaption").first).to_contain_text("COM(2008) 657 final")


@pytest.mark.parametrize(
    ("home", "clicks", "says"),
    [
        ("", ["By country", "Poland", "See where."], "names Poland among the countries that do not issue residence permits"),
        ("fr/", ["Par pays", "Pologne", "Voir où."], "titres de séjour"),
    ],
)
def test_did_poland_issue_residence_permits(visit, home, clicks, says):
    page = visit(home)
    follow(page, *clicks)
    expect(page.locator("#contradictions + ul")).to_contain_text(says)


@pytest.mark.parametrize(
    ("home", "clicks", "says", "names"),
    [
        ("", ["Follow-ups", "About follow-up 3.1"], "Appoint national rapporteurs", ["European Commission", "Member States"]),
        ("fr/", ["Suites", "À propos de la suite 3.1"], "rapporteurs nationaux", ["Commission européenne", "États membres"]),
    ],
)
def test_what_was_proposed_about_national_rapporteurs_and_who_was_to_do_it(visit, home, clicks, says, names):
    page = visit(home)
    follow(page, *clicks)
    expect(page.locator("article")).to_contain_text(says)
    assert page.locator("#actors ~ div li a[href*='actors/']").all_inner_texts()[: len(names)] == names


@pytest.mark.parametrize(
    ("home", "cite", "says"), [("", "Cite this page", "Our status of 2.6.2"), ("fr/", "Citer cette page", "Notre statut pour 2.6.2")]
)
def test_how_is_objective_2_6_2_cited(visit, home, cite, says):
    page = visit(home)
    page.locator(".search-field").fill("2.6.2")
    page.locator("#__results a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{home}objectives/2.6.2/")
    page.get_by_role("link", name=cite, exact=True).click()
    for form in page.locator("dialog pre").all():
        expect(form).to_contain_text(says)
        expect(form).to_contain_text(f"/tracker/{home}objectives/2.6.2/")


@pytest.mark.parametrize(
    ("home", "click", "says", "undone"),
    [
        ("", "Not done", "Objectives with no action done", "2.4.2 Reduce the demand"),
        ("fr/", "Non réalisé", "Objectifs sans action faite", "2.4.2 Réduire"),
    ],
)
def test_what_was_not_done(visit, home, click, says, undone):
    page = visit(home)
    follow(page, click)
    expect(page.locator("#objectives")).to_contain_text(says)
    expect(page.locator("#objectives ~ section").filter(has_text=undone).locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize(
    ("home", "click", "most"),
    [("", "By actor", "European Commission, 15 of 65 actions"), ("fr/", "Par acteur", "Commission européenne, 15 actions sur 65")],
)
def test_who_answers_for_the_most(visit, home, click, most):
    page = visit(home)
    follow(page, click)
    expect(page.locator(".verdict p").first).to_contain_text(most)
    expect(page.locator("tbody tr").first.locator("th a").first).to_have_text(most.partition(",")[0])
