"""The links of the site to the forms of the repository."""

import html
import re
from urllib.parse import parse_qs, urlsplit

from support.forms import FORMS, fields
from support.paths import ROOT


def test_the_links_of_the_site_fill_fields_of_a_form(site):
    links = [
        (page, urlsplit(html.unescape(link)))
        for page in site.rglob("*.html")
        for link in re.findall(r'href="([^"]+/issues/new[^"]*)"', page.read_text("utf-8"))
    ]
    assert len({page for page, _ in links}) > 100
    places = set()
    for page, link in links:
        query = parse_qs(link.query, strict_parsing=True)
        form = FORMS[query.pop("template")[0]]
        assert query.pop("title")[0].strip()
        text = {part["id"] for part in fields(form) if part["type"] in ("input", "textarea")}
        assert len(query) == 1 and set(query) <= text, page
        places |= set(query.get("place", []))
    records = {place for place in places if place.startswith("data/")}
    assert len(records) > 100
    for place in records:
        file, line = place.split(":")
        assert (ROOT / file).exists()
        assert int(line) > 0
    assert all(place == "404" or place.startswith("https://host.example/tracker/") for place in places - records)
