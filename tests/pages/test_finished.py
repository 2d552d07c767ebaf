"""What templates write between headings is HTML, and Markdown leaves it as it is."""

from html.parser import HTMLParser

import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from support.frozen import PLAN, WORDS
from support.paths import FROZEN
from support.render import renderer

from macros.model.addresses import pages
from macros.pages.finished import EMPTY, HEADING, Finished, finished

PAGES = {page.macro: page for page in pages(PLAN) if page.macro != "moved"}
PAGE = '## A *title* { #t }\n\n<p>*a* `b` &amp; [c](d)\n\n<b>e</b></p>\n\n\n# Next\n<ul hidden="">\n  <li>1. f</li>\n</ul>'


def html(text: str, *extensions: object) -> str:
    return Markdown(extensions=["attr_list", *extensions]).convert(text)


def test_headings_are_read_and_the_rest_is_as_it_was():
    heading, rest = html(finished(PAGE), Finished()).split("\n", 1)
    assert heading == '<h2 id="t">A <em>title</em></h2>'
    assert rest == '<p>*a* `b` &amp; [c](d)\n\n<b>e</b></p>\n<h1>Next</h1>\n<ul hidden="">\n  <li>1. f</li>\n</ul>'


def test_a_line_of_an_element_is_no_heading():
    page = '<ul>\n<li><br>a\n\n# b\n\n<svg><path d="M0"/></svg></li>\n</ul>'
    assert html(finished(f"{page}\n# c"), Finished()) == f"{page}\n<h1>c</h1>"


def test_what_is_written_by_hand_is_read():
    assert html(f"*a*\n\n{finished('<p>*b*</p>')}\n\n- c\n- d", Finished()) == "<p><em>a</em></p>\n<p>*b*</p>\n<ul>\n<li>c</li>\n<li>d</li>\n</ul>"


def test_without_the_extension_the_marks_are_comments():
    said = html(finished("## Title\n\n<p>*a*</p>"))
    assert [line for line in said.splitlines() if line and not line.startswith("<!--")] == ["<h2>Title</h2>", "<p>*a*</p>"]


class Outside(HTMLParser):
    """The words that stand in no element, and how many elements stay open."""

    def __init__(self, html: str):
        super().__init__()
        self.depth, self.words = 0, ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.depth += tag not in EMPTY

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        self.words += data if not self.depth else ""


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("macro", PAGES)
def test_between_headings_a_template_writes_whole_elements(macro, language):
    page = renderer(WORDS[language], PLAN, FROZEN).page(macro, PAGES[macro].argument, PAGES[macro].address)
    parts = [[]]
    for line in page.splitlines():
        if HEADING.match(line):
            parts.append([])
        else:
            parts[-1].append(line)
    assert [outside.words for part in parts if (outside := Outside("\n".join(part))).depth or outside.words.strip()] == []


def test_a_link_to_an_anchor_of_finished_html_is_found(tmp_path, caplog):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[there](made.md#here) [not](made.md#away)\n", "utf-8")
    (tmp_path / "docs/made.md").write_text(finished('# Made\n\n<p id="here">x</p>'), "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: null, custom_dir: theme}\nvalidation: {anchors: warn}\n", "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("{{ page.content }}", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config["markdown_extensions"].append(Finished())
    build(config)
    assert "#away" in caplog.text and "#here" not in caplog.text
