"""Text from data in the summary of a pull request: it is shown, and nothing else."""

import re

import pytest
from markdown import markdown

from macros.changes.markdown import SafeText, escape_markdown

HOSTILE = [
    "@someone, @an-org/a-team and a@host.example",
    "#123, mills/wheels#12, GH-7, mills/wheels@0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    "https://host.example/x, www.host.example, ftp://host.example, mailto:a@host.example, xhttp://host.example",
    "![picture](https://host.example/a.png) [link](javascript:alert(1)) [here][1]",
    "[1]: https://host.example",
    "<script>alert(1)</script><img src=x onerror=alert(1)><b\n>bold</b>",
    "<!-- hidden -->",
    "# Title",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "---",
    "===",
    "> quotation",
    "```\ncode\n```",
    "    code",
    "`code` ~~gone~~ **bold** _slanted_ __bold__",
    "| a | b |\n|---|---|\n| c | d |",
    "[ ] task",
    "$x^2$ $$y$$ $`z`$",
    ":tada: :+1:",
    "&#64;someone &lt;b&gt; &amp;",
    "\\@someone \\<b> \\*x\\*",
    "[^1] [^1]: note",
    "first\n\n## Second",
]
# What a forge looks for in the text of a page, between its tags.
LOOKED_FOR = [
    r"(?:^|\W)@[a-z0-9]", r"#\d", r"\bgh-\d", r"(?-i:\b[0-9a-f]{7,40}\b)", r"\b(?:https?|ftp)://", r"\bwww\.", r"\w@\w", r":[\w+-]+:", r"\$[^$]+\$",
]  # fmt: skip
ALLOWED = re.compile(r"</?(?:p|ul|li|span)>")


def texts(page: str) -> list[str]:
    """The texts of a page between its tags."""
    return [part.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for part in re.split("<[^>]*>", page)]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["{}", "- {}", "- **Changed** {} (a file)"], ids=["alone", "item", "inside"])
def test_hostile_text_is_shown_as_it_is(text, place):
    page = markdown(SafeText(place).format(text), extensions=["tables", "fenced_code", "footnotes"])
    assert ALLOWED.sub("", page.replace("<strong>Changed</strong>", "")).count("<") == 0, page
    expected = place.replace("**", "").removeprefix("- ").format(re.sub(r"\s+", " ", text).strip())
    # GitHub takes a backslash before any sign; the Markdown of these tests knows fewer.
    assert re.sub(r"\\([~|=])", r"\1", "".join(texts(page)).strip()) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_refers_to_nobody_and_nothing(text):
    for part in texts(markdown(escape_markdown(text))):
        for pattern in LOOKED_FOR:
            assert not re.search(pattern, part, re.IGNORECASE), part


def test_what_cannot_be_seen_is_shown_by_its_number():
    assert escape_markdown("a\u202eb\u200bc") == r"a\[U+202E\]b\[U+200B\]c"


def test_usual_text_stays_readable():
    for text in ("2.1.1-1", "En 2007 : 3 102 484,78 euros (« dix ») ; l’École, e.g. AT (128).", "What is it? It is new!"):
        assert escape_markdown(text) == text


def test_own_words_stay_and_what_they_take_in_is_made_inert():
    assert SafeText("**{}** {}").format("*a*", SafeText("<del>{}</del>").format("<b>")) == r"**\*a\*** <del>&lt;b&gt;</del>"
    assert SafeText(", ").join(["@a", SafeText("<ins>b</ins>")]) == "<span>@</span>a, <ins>b</ins>"
