"""The contributor guide as a page of the site."""

import re
from html import unescape

import pytest
from support.guides import FENCE, TEXTS


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("fr", "fr/")])
def test_the_built_page_shows_every_example_and_every_act(frozen_site, language, folder):
    html = (frozen_site / folder / "contribute/index.html").read_text("utf-8")
    shown = [unescape(code) for code in re.findall(r"<pre>.*?<code[^>]*>(.*?)</code>", html, re.DOTALL)]
    assert shown == [code for _, code in FENCE.findall(TEXTS[language])]
    for link in re.findall(r"\]\(#([^)]+)\)", TEXTS[language]):
        assert f'id="{link}"' in html
