"""Two equal languages: no English left on French pages, no French on English ones but quotations and official titles."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.frozen import ADDRESSES, PLAN, WORDS

from macros.model.shape import Text
from macros.wording.typography import typeset

VOID = {"meta", "link", "br", "img", "input", "hr", "source", "path", "circle", "rect"}
LONG = 4  # words: shorter texts may be the same in both languages, or stand inside longer ones


class Words(HTMLParser):
    """The text of a page that claims to be in the page's language: what has another `lang` is left out."""

    def __init__(self, language: str):
        super().__init__()
        self.language, self.stack, self.text = language, [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            outside = tag in ("script", "style", "svg") or given.get("lang", self.language) != self.language
            self.stack.append((tag, outside or bool(self.stack and self.stack[-1][1])))
        self.text += [f"\n{given[name]}\n" for name in ("title", "aria-label", "placeholder", "content") if given.get(name) and not self._outside()]

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self._outside():
            self.text.append(data)

    def _outside(self) -> bool:
        return bool(self.stack and self.stack[-1][1])


CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)


def page_text(site: Path, language: str, address: str) -> str:
    """The text of a page in one run; code is left out: records have both languages."""
    parser = Words(language)
    html = (site / ("fr/" if language == "fr" else "") / address / "index.html").read_text("utf-8")
    parser.feed(CODE.sub("", html))
    return " ".join("".join(parser.text).split())


def _texts() -> list[Text]:
    found = [shape for record in PLAN.records() for _, shape in record.shapes if isinstance(shape, Text)]
    for name in type(PLAN.vocabulary).model_fields:
        found += [shape for word in getattr(PLAN.vocabulary, name) for _, shape in word.shapes if isinstance(shape, Text)]
    return found


def _wording(language: str) -> dict[str, str]:
    def flat(tree, way=""):
        for key, value in tree.items():
            if isinstance(value, dict):
                yield from flat(value, f"{way}{key}.")
            else:
                yield f"{way}{key}", value

    return dict(flat(WORDS[language].texts))


def foreign(language: str) -> set[str]:
    """The longer texts of the other language, as the pages would show them."""
    other = "fr" if language == "en" else "en"
    pairs = [(getattr(text, language), getattr(text, other)) for text in _texts()]
    own, theirs = _wording(language), _wording(other)
    pairs += [(own[key], text) for key, text in theirs.items() if "{" not in text]
    same = {ours for ours, _ in pairs}
    return {" ".join(typeset(text, other).split()) for _, text in pairs if len(text.split()) >= LONG and text not in same}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_text_of_the_other_language_stands_on_a_page(frozen_site, language):
    texts = foreign(language)
    assert len(texts) > 500
    left = {}
    for address in ADDRESSES:
        words = page_text(frozen_site, language, address)
        if found := [text for text in texts if text in words]:
            left[address] = found[:2]
    assert left == {}


def test_the_check_for_foreign_text_sees_what_is_there(frozen_site):
    """The same search finds texts of the page's own language, so that it could find foreign ones."""
    texts = foreign("en")
    words = page_text(frozen_site, "fr", "objectives/2.5.4/")
    assert any(text in words for text in texts)


@pytest.mark.parametrize("address", ADDRESSES)
def test_french_pages_keep_french_typography(frozen_site, address):
    words = page_text_raw(frozen_site, "fr", address)
    wrong = re.findall(r".{0,20}(?:\w'\w| [;?!](?= |$)| :(?= |$)|« | »|\d \d{3}\b).{0,20}", words)
    assert wrong == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_english_pages_use_curly_signs(frozen_site, address):
    words = page_text_raw(frozen_site, "en", address)
    assert re.findall(r".{0,20}\w'\w.{0,20}", words) == []


def page_text_raw(site: Path, language: str, address: str) -> str:
    """The text of the page's content, with its own blanks; code is left out."""
    html = (site / ("fr/" if language == "fr" else "") / address / "index.html").read_text("utf-8")
    content = html[html.index("<article") : html.index("</article>")]
    content = CODE.sub("", content)
    parser = Words(language)
    parser.feed(content)
    return "\n".join(parser.text)


def test_every_page_of_one_language_has_its_twin(frozen_site):
    english = {file.relative_to(frozen_site) for file in frozen_site.rglob("index.html") if file.relative_to(frozen_site).parts[0] != "fr"}
    french = {file.relative_to(frozen_site / "fr") for file in (frozen_site / "fr").rglob("index.html")}
    assert english == french
