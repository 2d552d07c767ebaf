"""Filters and sortable tables in a browser, on a page that is made for it."""

import re

import pytest
from playwright.sync_api import Page, expect
from support.paths import ROOT

SCRIPT = ROOT / "overrides/assets/tracker.js"
ADDRESS = "http://tracker.example/objectives/"
COUNTS = {
    "en": 'data-one="{n} objective shown" data-other="{n} objectives shown"',
    "fr": 'data-one="{n} objectif affiché" data-other="{n} objectifs affichés"',
}
SELECTS = {
    "area": ["2.1", "2.2"],
    "status": ["delivered", "under-way", "no-information"],
    "actor": ["europol", "commission", "euro"],
    "state": ["done", "announced"],
}
# Row -> its section, then the attributes that the filters read.
ROWS = {
    "a": ("one", "2.1", "delivered", "europol commission", "done announced"),
    "b": ("one", "2.1", "under-way", "commission", "announced"),
    "c": ("two", "2.2", "delivered", "europol", "done"),
    "d": ("two", "2.2", "no-information", "", ""),
}
TABLE = """
<table data-sortable><thead><tr>
<th scope="col" data-sort="text">Name</th><th scope="col" data-sort="number">Number <small>2006</small></th><th scope="col">Note</th>
</tr></thead><tbody>
<tr id="a"><th scope="row">zone 10</th><td data-value="1060">1&nbsp;060</td><td>x</td></tr>
<tr id="b"><th scope="row">Été</th><td>9</td><td>x</td></tr>
<tr id="c"><th scope="row">zone 9</th><td data-value="">—</td><td>x</td></tr>
<tr id="d"><th scope="row">abbey</th><td>-2.5</td><td>x</td></tr>
<tr id="e"><th scope="row"></th><td>9</td><td>x</td></tr>
<tr id="f"><th scope="row">fig</th><td>no figure</td><td>x</td></tr>
</tbody></table>
<table data-sortable><thead><tr><th scope="col" data-sort="text">Other</th></tr></thead><tbody><tr><td>z</td></tr><tr><td>y</td></tr></tbody></table>
"""


def select_of(name: str) -> str:
    options = "".join(f'<option value="{value}">{value}</option>' for value in SELECTS[name])
    return f'<label>{name} <select name="{name}"><option value="">All</option>{options}</select></label>'


def filters(language: str) -> str:
    """The form and the tables as templates write them."""

    def section(id: str) -> str:
        rows = "".join(
            f'<tr id="{row}" data-area="{area}" data-status="{status}" data-actor="{actor}" data-state="{state}"><th scope="row">{row}</th></tr>'
            for row, (own, area, status, actor, state) in ROWS.items()
            if own == id
        )
        head = '<thead><tr><th scope="col">Row</th></tr></thead>'
        return f'<section class="filtered" id="{id}"><h2>{id}</h2><table>{head}<tbody>{rows}</tbody></table></section>'

    form = "".join(map(select_of, SELECTS)) + f'<button type="reset">Reset</button><output {COUNTS[language]}></output>'
    return f'<form class="filters" aria-label="Filters">{form}</form>' + section("one") + section("two")


@pytest.fixture(scope="module")
def page(browser):
    """One page for all tests; a new one for each would take a second."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def opened(page: Page):
    """Open a page with a body, a language, an address; whatever it says in the console is a fault."""
    said = []
    page.on("console", listener := lambda message: said.append(message.text))
    page.on("pageerror", fault := lambda error: said.append(str(error)))

    def show(body: str, language: str = "en", address: str = ADDRESS, script: bool = True) -> Page:
        # Without an icon the browser would ask for one at a time of its own.
        head = '<meta charset="utf-8"><title>T</title><link rel="icon" href="data:,">'
        head += '<script src="/tracker.js" defer></script>' if script else ""
        html = f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
        page.route(re.compile("^http:"), lambda route: route.fulfill(body=html, content_type="text/html"))
        page.route("**/tracker.js", lambda route: route.fulfill(path=SCRIPT, content_type="text/javascript"))
        page.goto("about:blank")
        page.goto(address)
        return page

    yield show
    page.unroute_all()
    page.remove_listener("console", listener)
    page.remove_listener("pageerror", fault)
    assert said == []


def shown(page: Page) -> str:
    """The rows that can be seen, in their order."""
    return "".join(page.eval_on_selector_all("tr[id]", "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"))


def choose(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.select_option(f"select[name={name}]", value)


def test_every_row_is_shown_at_first_and_counted(opened):
    page = opened(filters("en"))
    assert shown(page) == "abcd"
    expect(page.get_by_role("status")).to_have_text("4 objectives shown")
    expect(page.locator("output")).to_have_attribute("aria-live", "polite")
    assert page.url == ADDRESS


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [
        ({"area": "2.1"}, "ab"),
        ({"status": "delivered"}, "ac"),
        ({"actor": "commission"}, "ab"),
        ({"actor": "euro"}, ""),
        ({"state": "announced"}, "ab"),
        ({"area": "2.1", "state": "done"}, "a"),
        ({"status": "delivered", "actor": "europol", "state": "done"}, "ac"),
        ({"status": "no-information", "state": "done"}, ""),
    ],
)
def test_rows_that_match_all_chosen_values_are_shown(opened, chosen, rows):
    page = opened(filters("en"))
    choose(page, **chosen)
    assert shown(page) == rows
    assert page.url == f"{ADDRESS}?{'&'.join(f'{name}={value}' for name, value in chosen.items())}"


def test_a_section_without_rows_is_hidden_and_comes_back(opened):
    page = opened(filters("en"))
    choose(page, area="2.1")
    assert [page.is_visible(f"#{id} h2") for id in ("one", "two")] == [True, False]
    choose(page, area="")
    assert [page.is_visible(f"#{id} h2") for id in ("one", "two")] == [True, True]


@pytest.mark.parametrize(
    ("language", "status", "actor", "count"),
    [
        ("en", "no-information", "europol", "0 objectives shown"),
        ("en", "no-information", "", "1 objective shown"),
        ("en", "delivered", "", "2 objectives shown"),
        ("fr", "no-information", "europol", "0 objectif affiché"),
        ("fr", "no-information", "", "1 objectif affiché"),
        ("fr", "delivered", "", "2 objectifs affichés"),
    ],
)
def test_the_count_is_in_the_number_of_the_language(opened, language, status, actor, count):
    page = opened(filters(language), language)
    choose(page, status=status, actor=actor)
    expect(page.locator("output")).to_have_text(count)


def test_the_address_restores_the_view(opened):
    page = opened(filters("en"), address=f"{ADDRESS}?status=delivered&area=2.2#two")
    assert shown(page) == "c"
    assert [page.input_value(f"select[name={name}]") for name in SELECTS] == ["2.2", "delivered", "", ""]
    expect(page.locator("output")).to_have_text("1 objective shown")


def test_a_reload_keeps_the_view(opened):
    page = opened(filters("en"))
    choose(page, area="2.2")
    page.reload()
    assert (shown(page), page.input_value("select[name=area]")) == ("cd", "2.2")


def test_the_address_keeps_what_else_it_says_and_leaves_empty_values_out(opened):
    page = opened(filters("en"), address=f"{ADDRESS}?h=word&area=2.1#one")
    choose(page, state="done")
    assert page.url == f"{ADDRESS}?h=word&area=2.1&state=done#one"
    choose(page, area="", state="")
    assert page.url == f"{ADDRESS}?h=word#one"


def test_a_choice_makes_no_step_in_the_history(opened):
    page = opened(filters("en"))
    page.evaluate("() => { window.steps = 0; history.pushState = () => steps++; }")
    choose(page, area="2.1", status="delivered")
    assert page.evaluate("steps") == 0


def test_going_back_and_forth_restores_the_view(opened):
    page = opened(filters("en"))
    choose(page, area="2.1")
    page.evaluate("history.pushState(null, '', '?area=2.2')")
    page.go_back()
    assert shown(page) == "ab"
    page.go_forward()
    assert (shown(page), page.input_value("select[name=area]")) == ("cd", "2.2")


@pytest.mark.parametrize("search", ["area=9.9", "area=", "colour=red", "status=%22%5D%2Ca%5Bhref&area=%3Cb%3E", "area=%E0%A4%A"])
def test_unknown_values_in_the_address_are_ignored(opened, search):
    page = opened(filters("en"), address=f"{ADDRESS}?{search}")
    assert shown(page) == "abcd"
    assert page.eval_on_selector_all("select", "all => all.map(select => select.selectedIndex)") == [0] * 4


def test_reset_clears_filters_and_address(opened):
    page = opened(filters("en"), address=f"{ADDRESS}?area=2.1&status=delivered#one")
    page.get_by_role("button", name="Reset").click()
    assert shown(page) == "abcd"
    assert page.url == f"{ADDRESS}#one"
    assert [page.input_value(f"select[name={name}]") for name in SELECTS] == [""] * 4
    expect(page.locator("output")).to_have_text("4 objectives shown")


def test_filters_work_from_the_keyboard(opened):
    page = opened(filters("en"))
    page.focus("select[name=area]")
    page.keyboard.press("2")
    assert shown(page) == "ab"


def test_filters_work_in_a_page_that_is_opened_as_a_file(opened, tmp_path):
    file = tmp_path / "index.html"
    file.write_text(f'<!doctype html><html lang="en"><script defer src="{SCRIPT.as_uri()}"></script><body>{filters("en")}', "utf-8")
    page = opened("", address=file.as_uri())
    choose(page, area="2.1")
    assert (shown(page), page.url) == ("ab", f"{file.as_uri()}?area=2.1")


def order(page: Page) -> str:
    """The rows of the first table from top to bottom."""
    return "".join(page.eval_on_selector_all("tr[id]", "rows => rows.map(row => row.id)"))


def test_a_table_keeps_its_order_until_a_heading_is_clicked(opened):
    page = opened(TABLE)
    assert order(page) == "abcdef"
    assert page.locator("[aria-sort]").count() == 0


def test_each_sortable_heading_holds_a_button_with_its_content(opened):
    page = opened(TABLE)
    buttons = page.locator("th > button.sort[type=button]")
    assert buttons.evaluate_all("all => all.map(button => button.innerHTML)") == ["Name", "Number <small>2006</small>", "Other"]
    expect(page.get_by_role("columnheader", name="Note").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        pytest.param("Name", "dbfcae", "acfbde", id="text: accents and numbers in their place, the empty cell last"),
        pytest.param("Number", "dbeacf", "abedcf", id="number: by data-value, equal ones as they stood, without a value last"),
    ],
)
def test_a_click_sorts_up_then_down(opened, column, up, down):
    page = opened(TABLE)
    button = page.get_by_role("button", name=column)
    found = []
    for _ in range(3):
        button.click()
        found.append(order(page))
    assert found == [up, down, up]


def test_only_the_heading_that_sorts_says_so(opened):
    page = opened(TABLE)
    said = []
    for column in ("Name", "Name", "Number"):
        page.get_by_role("button", name=column).click()
        said.append(page.locator("[aria-sort]").evaluate_all("all => all.map(e => `${e.tagName} ${e.innerText} ${e.ariaSort}`)"))
    assert said == [["TH Name ascending"], ["TH Name descending"], ["TH Number 2006 ascending"]]


def test_tables_are_sorted_each_for_itself(opened):
    page = opened(TABLE)
    page.get_by_role("button", name="Name").click()
    page.get_by_role("button", name="Other").click()
    assert page.locator("table:last-of-type td").all_inner_texts() == ["y", "z"]
    assert (order(page), page.locator("[aria-sort]").count()) == ("dbfcae", 2)


def test_equal_rows_stay_as_the_sort_before_left_them(opened):
    page = opened(TABLE)
    for column in ("Name", "Name", "Number"):
        page.get_by_role("button", name=column).click()
    assert order(page) == "dbeacf"
    page.get_by_role("button", name="Name").click()
    page.get_by_role("button", name="Number").click()
    assert order(page) == "dbeafc"


def test_a_heading_keeps_the_focus_and_sorts_from_the_keyboard(opened):
    page = opened(TABLE)
    page.get_by_role("button", name="Name").focus()
    page.keyboard.press("Enter")
    assert order(page) == "dbfcae"
    expect(page.get_by_role("button", name="Name")).to_be_focused()


@pytest.mark.parametrize("body", ["<p>Text</p>", "<form><select name=area><option>a</select></form><table><tr><th data-sort=text>x</table>"])
def test_a_page_without_the_hooks_stays_as_it_is(opened, body):
    without = opened(body, script=False).inner_html("body")
    assert opened(body).inner_html("body") == without


def test_without_the_script_every_row_is_there(opened):
    page = opened(filters("en") + TABLE.replace(' id="', ' class="'), address=f"{ADDRESS}?area=2.1", script=False)
    assert shown(page) == "abcd"
    assert page.locator("table[data-sortable] tbody tr").count() == 8


def test_the_script_is_small_and_writes_no_handler_into_the_page():
    text = SCRIPT.read_text("utf-8")
    assert len(text.encode()) < 11_000
    assert not any(word in text for word in ("innerHTML", "eval(", 'setAttribute("on', "document.write", "console."))


def test_articles_are_chosen_like_rows_and_their_year_goes_with_them(opened):
    form = f'<form class="filters" aria-label="Filters">{select_of("actor")}<output {COUNTS["en"]}></output></form>'
    years = {"2024": "commission", "2011": "europol commission"}
    section = '<h2>{}</h2><section class="filtered"><article data-actor="{}">{}</article></section>'
    page = opened(form + "".join(section.format(year, actor, year) for year, actor in years.items()))
    choose(page, actor="europol")
    assert page.eval_on_selector_all("h2", "all => all.filter(one => one.checkVisibility()).map(one => one.innerText)") == ["2011"]
    assert page.locator("article:visible").all_inner_texts() == ["2011"]
    expect(page.get_by_role("status")).to_have_text("1 objective shown")


COUNTED = """
<table data-sortable data-ascending="{column}, up" data-descending="{column}, down"><thead><tr>
<th scope="col" data-sort="number" data-first="descending" aria-sort="descending">Most</th>
<th scope="col" data-sort="number" data-first="descending">Next</th>
</tr></thead><tbody>
<tr id="a"><td>2</td><td>0</td></tr><tr id="b"><td>1</td><td>3</td></tr></tbody></table>
"""


def test_a_table_that_stands_sorted_turns_round_and_a_count_begins_with_the_most(opened):
    page = opened(COUNTED)
    found = []
    for column in ("Most", "Next", "Next"):
        page.get_by_role("button", name=column).click()
        found.append(order(page))
    assert found == ["ba", "ba", "ab"]


def test_a_new_order_is_announced(opened):
    page = opened(COUNTED)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("status")).to_have_text("Next, down")


FOLD = '<p id="top">x</p><section class="filtered"><details><summary>More</summary><table><tbody>{}</tbody></table></details></section>'
FOLD = FOLD.format('<tr id="a" data-area="2.1"><td>x</td></tr><tr id="b" data-area="2.2"><td><span id="deep">x</span></td></tr>')


@pytest.mark.parametrize(("address", "open"), [("#deep", True), ("#top", False), ("#nowhere", False), ("", False), ("#%E0", False)])
def test_what_an_address_leads_to_is_unfolded(opened, address, open):
    page = opened(FOLD, address=f"{ADDRESS}{address}")
    assert page.locator("details").evaluate("one => one.open") is open


def test_a_link_to_what_is_folded_unfolds_it(opened):
    page = opened(f'<a href="#b">go</a>{FOLD}')
    page.get_by_role("link", name="go").click()
    expect(page.locator("#b")).to_be_visible()


def test_a_filter_unfolds_what_it_finds(opened):
    form = f'<form class="filters" aria-label="Filters">{select_of("area")}<output {COUNTS["en"]}></output></form>'
    page = opened(form + FOLD)
    assert not page.is_visible("#a")
    choose(page, area="2.1")
    assert [page.is_visible(f"#{id}") for id in "ab"] == [True, False]
