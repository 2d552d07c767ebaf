"""The languages of the site; the only place that lists them."""

LANGUAGES = ("en", "fr")
# What messages call them.
NAMES = {"en": "English", "fr": "French"}
LOCALES = {"en": "en_GB", "fr": "fr_FR"}
