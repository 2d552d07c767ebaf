"""What the records of a plan are called."""

import pytest
from support.frozen import WORDS

from macros.reading.load import load
from macros.wording.labels import Labels


@pytest.mark.parametrize(
    ("printed", "en", "fr"),
    [
        ("2004/81/CE", "2004/81/EC", "2004/81/CE"),
        ("2011/36/UE", "2011/36/EU", "2011/36/UE"),
        ("2002/629/JAI", "2002/629/JHA", "2002/629/JAI"),
        ("COM(2008) 657 final", "COM(2008) 657 final", "COM(2008) 657 final"),
    ],
)
def test_a_number_has_the_letters_of_its_language(printed, en, fr, project, edit):
    edit("sources.yaml", "number: COM(2008) 657 final", f"number: {printed}")
    plan = load(project)
    assert [Labels(plan, WORDS[language]).short_source("com-2008-657") for language in ("en", "fr")] == [en, fr]
