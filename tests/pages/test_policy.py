"""The Content-Security-Policy: the scripts of the frame run by their hash, none that stands in the text of a page does."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from macros.pages.policy import with_policy

PAGE = (
    '<!doctype html><head><meta charset="utf-8"><style>a {{}}</style><script src="a.js"></script><script>frame()</script>'
    '<script id="x" type="application/json">{{}}</script></head><body>{}</body>'
)


def policy(content: str) -> str:
    html = with_policy(PAGE.format(content), content)
    assert html.index("http-equiv") < html.index("<script")
    return re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_what_runs_in_the_frame_is_named_by_its_hash():
    assert f"script-src 'self' {hash_of('frame()')};" in policy("text")
    assert f"style-src 'self' {hash_of('a {}')};" in policy("text")


def test_nothing_in_the_text_of_a_page_may_run():
    assert policy("<script>window.pwned=1</script><style>* {}</style>") == policy("text")


def test_no_other_host_and_nothing_unsafe_is_allowed():
    assert "unsafe" not in policy("text") and "http" not in policy("text") and "*" not in policy("text")


def test_a_frame_that_changes_what_it_shows_stops_the_build():
    with pytest.raises(ValueError):
        with_policy(PAGE.format("<script>other()</script>"), "<script>pwned()</script>")
