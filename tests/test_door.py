"""The door to the site generator: what the environment sets is understood, or refused in one line."""

import shutil
from types import SimpleNamespace

import pytest
import yaml
from mkdocs.exceptions import PluginError
from support.new_words import with_real_wording
from support.paths import ROOT

from macros import define_env
from macros.languages import LANGUAGES
from macros.project import MACROS

UNSET = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["extra"]["unset"]


def opened(project, site, repository, language="fr") -> dict:
    """The settings of a site after its door was opened."""
    with_real_wording(project)
    for one in LANGUAGES.values():
        shutil.copy(ROOT / one.guide, project)
    settings = {
        "theme": {"language": language},
        "site_url": site,
        "site_name": "",
        "site_description": "",
        "markdown_extensions": [],
        "extra": {"repository": repository, "unset": UNSET},
    }
    define_env(SimpleNamespace(project_dir=project, conf=settings, macro=lambda *_: None))
    return settings


@pytest.mark.parametrize("empty", [None, "", " "])
def test_a_setting_that_is_empty_is_not_set(project, empty):
    settings = opened(project, empty, empty)
    assert settings["site_url"] == f"{UNSET['site']}fr/"
    assert settings["extra"]["root"] == UNSET["site"]
    assert settings["extra"]["repository"] == UNSET["repository"]


def test_addresses_are_joined_with_one_slash(project):
    settings = opened(project, " https://host.example:8080/a ", "https://code.example/b// ")
    assert settings["site_url"] == "https://host.example:8080/a/fr/"
    assert settings["extra"] == settings["extra"] | {"root": "https://host.example:8080/a/", "scope": "/a/", "repository": "https://code.example/b"}


@pytest.mark.parametrize(("site", "repository"), [("https://host.example/?a=1", ""), ("", "git@code.example:b.git"), ("", True)])
def test_a_setting_that_is_no_address_stops_the_build_in_one_line(project, site, repository):
    with pytest.raises(PluginError, match="^SITE_URL or REPO_URL: '.*' is not the address of a folder on the web: write it like https://[^\n]*$"):
        opened(project, site, repository)


def test_no_setting_hides_a_macro():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["extra"]
    assert not settings.keys() & MACROS.keys()
