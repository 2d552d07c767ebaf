"""The preview of a change opens from disk: links lead to files, the first page lists what changed."""

import re

import pytest

from macros.changes.preview import FIRST_PAGE, write_preview

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'


@pytest.fixture
def preview(tmp_path):
    site = tmp_path / "site"
    for page in ("", "a/", "a/b/", "fr/", "fr/a/b/"):
        (site / page).mkdir(parents=True, exist_ok=True)
        (site / page / "index.html").write_text("<html>", "utf-8")
    links = [
        "../..",
        "../../",
        "../",
        "./",
        "../b/#x",
        "../b/?q=1#x",
        "../../site.css?v=1",
        "#here",
        "https://x.example/",
        "//x.example/",
        "mailto:a",
        ".",
    ]
    (site / "a/b/index.html").write_text(POLICY + "".join(f'<a href="{link}">' for link in links), "utf-8")
    (site / "site.css").write_text("", "utf-8")
    write_preview(site, tmp_path / "preview", ["a/b/", "gone/"])
    return tmp_path / "preview"


def test_every_link_inside_leads_to_a_file_and_the_others_are_as_they_were(preview):
    page = preview / "a/b/index.html"
    links = re.findall('href="([^"]*)"', page.read_text("utf-8"))
    assert links[-5:-1] == ["#here", "https://x.example/", "//x.example/", "mailto:a"]
    for link in (*links[:-5], links[-1]):
        assert (page.parent / re.split("[?#]", link)[0]).is_file(), link
    assert "../b/index.html?q=1#x" in links


def test_no_policy_forbids_a_page_from_disk_its_own_files(preview):
    assert "Content-Security-Policy" not in (preview / "a/b/index.html").read_text("utf-8")


def test_the_first_page_lists_what_changed_and_is_there(preview):
    links = re.findall('href="([^"]*)"', (preview / FIRST_PAGE).read_text("utf-8"))
    assert links == ["a/b/index.html", "index.html", "fr/a/b/index.html", "fr/index.html"]
    assert all((preview / link).is_file() for link in links)
