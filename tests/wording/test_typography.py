"""Who writes a page by hand types what a keyboard has; the page shows the signs of its language."""

import pytest

from macros.wording.typography import typeset_markdown


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("fr", "L'acte : oui ; non ?", "L’acte\u00a0: oui\u202f; non\u202f?"),
        ("fr", "« un mot »", "«\u00a0un mot\u00a0»"),
        ("en", "It's 1 234 acts", "It’s 1\u202f234 acts"),
    ],
)
def test_prose_gets_the_signs_of_its_language(language, written, shown):
    assert typeset_markdown(written, language) == shown


@pytest.mark.parametrize(
    "kept",
    [
        "`a: 'b' ; c`",
        "```yaml\nid: 'x' ;\n# un mot :\n```",
        "{{ vocabulary('roles') }}",
        "{% if a == 'b' ? %}",
        "<a href='x' title='a ; b'>",
        "[acte](page.md 'l'acte ; oui')",
        "https://host.example/l'acte",
        "caf&eacute;",
        "!!! note",
        "## Titre {: #titre }",
    ],
)
def test_what_is_no_prose_stays_as_it_is(kept):
    assert typeset_markdown(kept, "fr") == kept
