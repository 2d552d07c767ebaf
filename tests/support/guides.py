"""The text of the contributor guide in each language, and what its examples look like."""

import re

from macros.pages.guide import GUIDES
from support.paths import ROOT

TEXTS = {language: (ROOT / file).read_text("utf-8") for language, file in GUIDES.items()}
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
