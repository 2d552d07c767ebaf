"""Look-ups of sources."""

from support.frozen import WORDS
from support.render import renderer

from macros.reading.load import load


def test_of_a_source_of_which_only_units_are_held_no_share_is_given(project, edit):
    whole = renderer(WORDS["en"], load(project)).lookups.sources.reproduced()
    assert "com-2008-657" in whole
    edit("sources.yaml", "- id: com-2008-657\n", "- id: com-2008-657\n  units_only: yes\n")
    assert renderer(WORDS["en"], load(project)).lookups.sources.reproduced().keys() == whole.keys() - {"com-2008-657"}
