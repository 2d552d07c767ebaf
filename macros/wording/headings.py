"""The anchors of headings."""

import re
from unicodedata import normalize


def heading_anchor(heading: str) -> str:
    """The anchor that the site generator gives a heading: a sign that is not ASCII, or none of a word, is left out."""
    letters = normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())
