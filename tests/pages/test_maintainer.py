"""Who answers for the site: a setting, or by default the maintainers of the repository."""

from dataclasses import replace

import pytest
from support.frozen import WORDS
from support.render import REPOSITORY, renderer

from macros.pages.maintainer import Maintainer, read_maintainer

EXAMPLE = "https://host.example/team"


@pytest.mark.parametrize("settings", [None, {}, {"name": " ", "contact": None, "address": ""}])
@pytest.mark.parametrize("language", WORDS)
def test_whoever_sets_nothing_is_the_maintainers_of_the_repository(settings, language):
    made = read_maintainer(settings, EXAMPLE).of(REPOSITORY, WORDS[language])
    assert made == Maintainer(WORDS[language].say("site.maintainers"), f"{REPOSITORY}/issues", REPOSITORY)


def test_what_is_set_is_shown():
    set_ = {"name": "The Observatory", "contact": "desk@host.example", "address": "https://host.example/"}
    made = read_maintainer(set_, EXAMPLE).of(REPOSITORY, WORDS["en"])
    assert made == Maintainer("The Observatory", "desk@host.example", "https://host.example")
    assert made.contact_href == "mailto:desk@host.example"


@pytest.mark.parametrize("wrong", [{"contact": "javascript:alert(1)"}, {"address": "host.example"}, {"contact": "a@b@c.example"}])
def test_what_is_no_address_is_refused(wrong):
    with pytest.raises(ValueError, match="is not the address"):
        read_maintainer(wrong, EXAMPLE)


def test_whoever_set_the_name_is_the_assessor_of_an_assessment_that_names_none(tiny):
    objective = next(one for one in tiny.objectives.values() if one.current and not one.current.assessor)
    made = replace(renderer(WORDS["en"], tiny), maintainer=Maintainer("The Observatory"))
    assert "<dd>The Observatory</dd>" in made.page("objective", objective.id, f"objectives/{objective.id}/")
