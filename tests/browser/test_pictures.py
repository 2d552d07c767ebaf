"""The pictures in a browser: the graph by mouse, keyboard, filters, search and address; the map; the matrix; the timeline."""

import gzip
import re

import pytest
from playwright.sync_api import Page, expect
from support.frozen import PLAN, WORDS
from support.page_types import LANGUAGES
from support.paper import sheets

from macros.drawing.charts.drawing import DESK_PX, PHONE_PX
from macros.drawing.charts.layers import crossings, ordered
from macros.drawing.network_picture import NetworkPicture
from macros.wording.labels import Labels

PAIRS = list(NetworkPicture(Labels(PLAN, WORDS["en"])).pairs.values())
INDICATORS = [f"indicators/{id}" for id in PLAN.indicators]
SHOWN = {DESK_PX: ".network.chart--wide", PHONE_PX: ".network.chart--narrow"}


@pytest.fixture(params=[1280, 360])
def graph(request, visit) -> tuple[Page, str]:
    """The graph on a desk and on a phone, and what selects the picture that is shown there."""
    return visit("graph/", request.param), SHOWN[DESK_PX if request.param > 700 else PHONE_PX]


def drawn(page: Page, lines: str) -> list[tuple[str, str, str]]:
    """Actor, objective and role of lines."""
    ends = page.locator(lines).evaluate_all("(lines) => lines.map(({ dataset }) => [dataset.from, dataset.to, `:${dataset.role}`])")
    return sorted(tuple(end.split(":")[1] for end in line) for line in ends)


def lit(page: Page, picture: str) -> list[tuple[str, str, str]]:
    """The lines that are lit."""
    return drawn(page, f"{picture} .edge.lit")


def seen(page: Page, picture: str) -> list[tuple[str, str, str]]:
    """The lines that the filters leave."""
    return drawn(page, f"{picture} .edge:not(.off)")


def expected(*, actor=None, area=None, kind=None, role=None, state=None) -> list[tuple[str, str, str]]:
    """The lines that a choice leaves: an actor has that role in an action that is in that state."""
    return sorted(
        (pair.actor, pair.objective, own) for pair in PAIRS for own, actions in pair.roles.items()
        if actor in (None, pair.actor) and area in (None, PLAN.objectives[pair.objective].area_id) and kind in (None, PLAN.actors[pair.actor].kind)
        and role in (None, own) and (state is None or any(action.state == state for action in actions))
    )  # fmt: skip


def test_every_role_of_a_pair_is_a_line(graph):
    page, picture = graph
    expect(page.locator(picture)).to_be_visible()
    assert page.locator(".network:visible").count() == 1
    assert seen(page, picture) == expected()


def test_hover_lights_the_lines_of_an_actor_and_says_them(graph):
    page, picture = graph
    page.locator(f"{picture} [data-node='actor:europol'] text").hover()
    assert lit(page, picture) == expected(actor="europol")
    expect(page.locator(".graph-says p")).to_have_text(
        [
            "Europol",
            "2.1.1: responsible (2 done)",
            "2.5.1: responsible (1 continuing)",
            "2.2.1: contributor (2 under way)",
            "2.5.1: mentioned (1 done)",
        ]
    )
    page.mouse.move(1, 1)
    assert lit(page, picture) == []


def test_beside_the_picture_the_table_shows_the_rows_of_what_is_lit(visit):
    page = visit("graph/")
    rows, picture = page.locator("section.filtered tbody tr"), page.locator(SHOWN[DESK_PX]).bounding_box()
    table = page.locator("section.filtered table")
    assert table.bounding_box()["x"] >= picture["x"] + picture["width"]
    page.locator(f"{SHOWN[DESK_PX]} [data-node='actor:europol'] text").hover()
    expect(rows.locator("visible=true")).to_have_count(len(expected(actor="europol")))
    assert set(rows.locator("visible=true").locator("th").all_inner_texts()) == {"Europol"}
    page.mouse.move(1, 1)
    expect(rows.locator("visible=true")).to_have_count(len(expected()))
    page.locator(".rows .scroll").focus()
    page.keyboard.press("End")
    page.locator(".rows .scroll").evaluate("async (box) => { while (box.scrollTop < 100) await new Promise(requestAnimationFrame); }")


def test_the_table_is_folded_below_the_picture_of_a_phone_and_its_address_opens_it(visit):
    page = visit("graph/", 360)
    expect(page.locator("section.filtered table")).to_be_hidden()
    page.goto(page.url + "#table")
    expect(page.locator("section.filtered table")).to_be_visible()
    page.goto(page.url.partition("#")[0] + "#statements")
    expect(page.locator("#statements ~ details[open] li").first).to_be_visible()


def test_the_graph_fills_the_screen_and_escape_leads_back(visit):
    page = visit("graph/")
    button = page.locator("button.whole")
    button.press("Enter")
    page.locator(".explorer").evaluate("async (box) => { while (document.fullscreenElement !== box) await new Promise(requestAnimationFrame); }")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.locator("[name=find]").fill("europol")
    page.evaluate("document.exitFullscreen()")  # what the browser does at Escape
    page.evaluate("async () => { while (document.fullscreenElement) await new Promise(requestAnimationFrame); }")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_no_button_offers_a_screen_that_cannot_be_filled(visit):
    expect(visit("graph/", java_script_enabled=False).locator("button.whole")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_offered_as_a_file_that_can_be_shown(visit, language, served):
    page = visit(f"{LANGUAGES[language]}graph/")
    address = page.locator(".tools a[download]").evaluate("(link) => link.href")
    assert address == f"{served}data/graph.{language}.svg"
    show = "async (src) => { const image = Object.assign(new Image(), { src }); await image.decode(); return [image.width, image.height]; }"
    width, height = page.evaluate(show, address)
    assert height > 2 * width > 0


def test_the_keyboard_does_the_same(graph):
    page, picture = graph
    page.locator(".tools > :not([hidden])").last.focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.dataset.node")
    assert first
    assert {first.split(":")[1]} == {actor for actor, *_ in lit(page, picture)}
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/actors/{first.split(':')[1]}/$"))


@pytest.mark.parametrize("size", [(1280, 800), (360, 640)])
def test_what_is_said_never_covers_the_node_that_has_the_focus(visit, size):
    page = visit("graph/", *size)
    nodes, says = page.locator(f"{SHOWN[DESK_PX if size[0] > 700 else PHONE_PX]} [data-node]"), page.locator(".graph-says")
    for place in range(0, nodes.count(), 3):
        nodes.nth(place).focus()
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if says.is_visible():
            node, panel = nodes.nth(place).bounding_box(), says.bounding_box()
            assert node["x"] + node["width"] <= panel["x"] or node["y"] + node["height"] <= panel["y"], nodes.nth(place).text_content()


def test_what_a_filter_or_the_search_dims_can_be_read(visit):
    page = visit("graph/?area=2.5&find=eurojust")
    dimmed = page.locator(f"{SHOWN[DESK_PX]} [data-node='actor:egypt'] text")
    assert dimmed.evaluate("(text) => getComputedStyle(text).fill") == "rgb(108, 118, 123)"
    assert dimmed.evaluate("(text) => [text, text.parentElement].map((one) => getComputedStyle(one).opacity)") == ["1", "1"]


@pytest.mark.parametrize(
    "choice",
    [{"area": "2.5"}, {"kind": "presidency"}, {"role": "responsible"}, {"state": "announced"}, {"area": "2.5", "role": "mentioned"},
     {"role": "responsible", "state": "under-way"}],
)  # fmt: skip
def test_each_filter_leaves_what_it_names(graph, choice):
    page, picture = graph
    for name, value in choice.items():
        page.locator(f"select[name={name}]").select_option(value)
    assert seen(page, picture) == expected(**choice)
    assert page.locator("section.filtered tbody tr:visible").count() == len(expected(**choice))
    expect(page.locator("form.filters output")).to_have_text(re.compile(rf"^{len(expected(**choice))} "))
    for name, value in choice.items():
        assert f"{name}={value}" in page.url


def test_search_finds_without_accents_and_enter_goes_there(graph):
    page, picture = graph
    page.locator("[name=find]").fill("EUROPOL")
    assert set(expected(actor="europol")) <= set(lit(page, picture))
    assert "find=EUROPOL" in page.url
    page.keyboard.press("Enter")
    assert "europol" in page.evaluate("document.activeElement.dataset.node")


def test_search_finds_acronyms_that_the_picture_does_not_show(visit):
    page = visit("graph/")
    page.locator("[name=find]").fill("ICMPD")
    assert lit(page, SHOWN[DESK_PX]) == expected(actor="icmpd")


def test_a_finger_sees_the_lines_first_and_follows_the_link_then(visit):
    page, node = visit("graph/", 360, has_touch=True), f"{SHOWN[PHONE_PX]} [data-node='actor:europol']"
    page.locator(node).tap()
    assert page.url.endswith("/graph/")
    assert lit(page, SHOWN[PHONE_PX]) == expected(actor="europol")
    expect(page.locator(".graph-says p")).to_have_count(1 + len(expected(actor="europol")))
    page.locator(node).tap()
    expect(page).to_have_url(re.compile("/actors/europol/$"))


def test_the_way_back_restores_the_view(visit):
    page = visit("graph/")
    page.locator("select[name=role]").select_option("contributor")
    page.locator("[name=find]").fill("europol")
    page.locator(f"{SHOWN[DESK_PX]} [data-node='actor:europol']").click()
    expect(page).to_have_url(re.compile("/actors/europol/$"))
    page.go_back()
    expect(page.locator("[name=find]")).to_have_value("europol")
    assert seen(page, SHOWN[DESK_PX]) == expected(role="contributor")
    assert lit(page, SHOWN[DESK_PX]) == expected(actor="europol", role="contributor")


def test_the_address_restores_the_view(visit):
    page = visit("graph/?area=2.5&role=responsible&find=eurojust")
    assert seen(page, SHOWN[DESK_PX]) == expected(area="2.5", role="responsible")
    assert lit(page, SHOWN[DESK_PX]) == expected(actor="eurojust", area="2.5", role="responsible")
    expect(page.locator("[name=find]")).to_have_value("eurojust")


def test_an_address_that_names_nothing_shows_everything(visit):
    page = visit("graph/?area=9.9&find=%3Cscript%3E")
    assert seen(page, SHOWN[DESK_PX]) == expected()


def test_reset_shows_everything_again(visit):
    page = visit("graph/?area=2.5&find=europol")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("!document.querySelector('.edge.off') && !document.querySelector('.dimmed')")
    assert seen(page, SHOWN[DESK_PX]) == expected()
    assert page.url.endswith("/graph/")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("École d’œuvres", ["ecole", "ÉCOLE", "oeuvre", "œuvre", "d'oeuvres", "d’œuvres"]),
        ("Ex æquo, n° 3", ["aequo", "ÆQUO", "ex aequo", "n° 3"]),
        ("Straße\u00a0: S\u202f!", ["strasse", "straße :"]),
        ("l'Union", ["l’union", "l'union", "l‘union", "l´union", "lʼunion"]),
        ("Ge\u0301orgie\u2011Øst", ["géorgie-øst", "georgie–ost", "GÉORGIE", "géorgie\u2212øst"]),
        ("Łódź, Đakovo", ["lodz", "dakovo", "łódź"]),
        ("co\u00adopé\u200bration", ["coopération", "cooperation"]),
    ],
)
def test_the_graph_finds_what_a_keyboard_cannot_write(visit, text, typed):
    page = visit("graph/")
    node = page.locator(f"{SHOWN[DESK_PX]} [data-node='actor:europol']")
    node.evaluate("(node, text) => node.setAttribute('aria-label', text)", text)
    for words in typed:
        page.locator("[name=find]").fill(words)
        expect(node).to_have_class(re.compile(r"\blit\b"))
    page.locator("[name=find]").fill("zzz")
    expect(node).not_to_have_class(re.compile(r"\blit\b"))


@pytest.mark.parametrize("address", ["graph/", "timeline/", "matrix/", "indicators/permit-duration/", "actors/europol/", "objectives/2.5.4/"])
@pytest.mark.parametrize("language", ["", "fr/"])
def test_pictures_are_there_without_a_script(visit, language, address):
    page = visit(language + address, java_script_enabled=False)
    assert page.locator("figure.picture svg:visible, .near a:visible, table.matrix, .timeline .lane:visible").count()
    expect(page.locator("form.filters").first if page.locator("form.filters").count() else page.locator("#no-such")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ["graph/", "indicators/permit-duration/", "actors/commission/", "areas/2.5/", ""])
@pytest.mark.parametrize("language", ["", "fr/"])
def test_no_letter_is_small_cut_or_on_another(visit, language, address, width):
    page = visit(language + address, width)
    boxes = page.evaluate("""() => [...document.querySelectorAll('svg.chart')].filter((svg) => svg.getClientRects().length).map((svg) => {
        const frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        return [...svg.querySelectorAll('text')].map((text) => {
            const {left, top, right, bottom} = text.getBoundingClientRect();
            return {text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * scale,
                    box: [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top], frame: [frame.width, frame.height]};
        });
    })""")
    assert any(boxes)
    for texts in boxes:
        for place, one in enumerate(texts):
            left, top, right, bottom = one["box"]
            assert one["size"] >= 12, one
            assert left >= -1 and top >= -2 and right <= one["frame"][0] + 1 and bottom <= one["frame"][1] + 2, one
            for other in texts[place + 1 :]:
                a, b = one["box"], other["box"]
                assert b[0] >= a[2] - 1 or b[2] <= a[0] + 1 or b[1] >= a[3] - 3 or b[3] <= a[1] + 3, (one, other)


@pytest.mark.parametrize("address", ["graph/", "timeline/", "matrix/", "countries/"])
def test_a_phone_scrolls_a_picture_never_the_page(visit, address):
    page = visit(address, 360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_matrix_keeps_its_heads_in_view(visit):
    page = visit("matrix/", 800)
    table = page.locator(".sticky").first
    table.evaluate("(box) => box.scrollTo(200, 400)")
    frame = table.bounding_box()
    areas, objectives = (page.locator(".matrix thead tr").nth(row).locator("th").last.bounding_box() for row in (0, 1))
    assert areas["y"] == pytest.approx(frame["y"], abs=3)
    assert objectives["y"] == pytest.approx(areas["y"] + areas["height"], abs=3)
    assert page.locator(".matrix tbody th").nth(12).bounding_box()["x"] == pytest.approx(frame["x"], abs=3)


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_objective_is_a_column_on_a_desk(visit, language):
    page = visit(f"{language}matrix/", 1280)
    frame = page.locator(".sticky").first
    assert frame.evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0
    right = frame.bounding_box()["x"] + frame.bounding_box()["width"]
    boxes = [one.bounding_box() for one in page.locator(".matrix").first.locator("thead tr:last-child th").all()]
    assert len(boxes) == len(PLAN.objectives)
    assert all(box["x"] + box["width"] <= right + 1 for box in boxes)


def test_a_phone_gets_the_matrix_as_a_list(visit):
    page = visit("matrix/", 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".matrix thead:visible").count() == 0
    assert page.locator(".matrix").first.locator("td:visible").evaluate_all("(cells) => cells.every((cell) => cell.dataset.label)")


def test_every_cell_of_the_matrix_says_its_role_and_states(visit):
    page = visit("matrix/", java_script_enabled=False)
    marks = page.locator(".matrix .mark").evaluate_all("(marks) => marks.map((mark) => mark.getAttribute('aria-label'))")
    assert len(marks) == sum(len(pair.roles) for pair in PAIRS)
    assert all(marks)


def test_a_cell_leads_to_each_of_its_actions(visit):
    page = visit("matrix/", java_script_enabled=False)
    led = page.locator(".matrix td a").evaluate_all("(links) => links.map((link) => link.getAttribute('href').split('#')[1])")
    assert sorted(led) == sorted(action.id for pair in PAIRS for actions in pair.roles.values() for action in actions)
    page.locator(".matrix summary").first.click()
    assert page.locator(".matrix details[open] a:visible").count() > 1


@pytest.mark.parametrize("language", ["", "fr/"])
def test_the_timeline_is_printed_with_its_years_in_letters_that_can_be_read(visit, language):
    sizes = [size for sheet in sheets(visit(f"{language}timeline/")) for year in range(2005, 2010) for _, size in sheet.places(str(year))]
    assert len(sizes) > 20
    assert min(sizes) > 7.4


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_column_of_the_matrix_is_on_the_sheet(visit, language):
    drawn_on = sheets(visit(f"{language}matrix/"))
    drawn = [(sheet.width, heads) for sheet in drawn_on if any(heads := [sheet.places(objective) for objective in PLAN.objectives])]
    assert drawn
    for width, heads in drawn:
        assert all(0 < left < width - 50 for places in heads for left, _ in places) and all(heads)


def test_the_graph_is_light(visit, frozen_site):
    page = visit("graph/")
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)")
    files = [
        frozen_site / "graph/index.html",
        *(frozen_site / name.removeprefix("/tracker/") for name in loaded if (frozen_site / name.removeprefix("/tracker/")).is_file()),
    ]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 250_000


def test_no_other_page_loads_the_script_of_pictures(visit, asked):
    visit("objectives/2.5.4/")
    assert not any("pictures.js" in path for path in asked)


@pytest.mark.parametrize("language", ["", "fr/"])
def test_every_actor_and_objective_shows_its_neighbours(frozen_site, language):
    pages = [f"actors/{id}" for id in PLAN.actors] + [f"objectives/{id}" for id in PLAN.objectives]
    assert [page for page in pages if 'class="picture near"' not in (frozen_site / language / page / "index.html").read_text("utf-8")] == []


def test_the_order_of_actors_saves_most_crossings():
    edges, objectives = tuple((pair.actor, pair.objective) for pair in PAIRS), tuple(PLAN.objectives)
    actors = tuple(id for id in PLAN.actors if any(id == actor for actor, _ in edges))
    before, after = (crossings(order, objectives, edges) for order in (actors, ordered(actors, objectives, edges)))
    assert after < before / 2


def test_pictures_speak_french_as_french_is_written(frozen_site):
    pages = [(frozen_site / "fr" / page / "index.html").read_text("utf-8") for page in ("", "graph", "timeline", "actors/europol", *INDICATORS)]
    said = [text for page in pages for text in re.findall(r"<(?:title|desc)[^>]*>([^<]+)</", page[page.index("<body") :])]
    assert len(said) > 500
    assert [text for text in said if re.search(r"[^\s][:;?!](?:\s|$)", text)] == []


@pytest.mark.parametrize("language", ["", "fr/"])
def test_no_picture_is_heavy(frozen_site, language):
    pages = ["", "graph", *INDICATORS, *(f"actors/{id}" for id in PLAN.actors), *(f"areas/{id}" for id in PLAN.areas)]
    drawn = [
        svg
        for page in pages
        for svg in re.findall(r"<svg class=\"chart.*?</svg>", (frozen_site / language / page / "index.html").read_text("utf-8"), re.DOTALL)
    ]
    assert len(drawn) > len(PLAN.indicators) + len(PLAN.areas)
    assert max(len(gzip.compress(svg.encode())) for svg in drawn) < 40_000
