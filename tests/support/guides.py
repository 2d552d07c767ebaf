"""The text of the contributor guide in each language, and what its examples look like."""

import re

from macros.languages import LANGUAGES
from support.paths import ROOT

TEXTS = {code: (ROOT / language.guide).read_text("utf-8") for code, language in LANGUAGES.items()}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
