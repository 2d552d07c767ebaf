"""The languages of the site; the only place that lists them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language: its code, what messages call it, what it calls itself, its locale, the folder of its site, its contributor guide."""

    code: str
    name: str
    own_name: str
    locale: str
    folder: str
    guide: str


# The first one stands at the root of the site, and for readers of any other language.
LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "English", "en_GB", "", "CONTRIBUTING.md"),
        Language("fr", "French", "Français", "fr_FR", "fr/", "CONTRIBUTING.fr.md"),
    )
}
FIRST = next(iter(LANGUAGES))
