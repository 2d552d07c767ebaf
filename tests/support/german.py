"""German as somebody adds it to a copy of the project: a row, a wording, settings, pages and texts. Its words are made up."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from support.edits import change

CODE, FOLDER = "de", "de/"
ROW = '        Language("de", "German", "Deutsch", "de_DE", "de/", "CONTRIBUTING.md"),\n'
SETTINGS = """INHERIT: mkdocs.yml
site_name: Fortschritt des EU-Plans gegen Menschenhandel
docs_dir: docs/de
site_dir: build/de
theme: {language: de}
"""


def add_german(folder: Path) -> Path:
    """Do in a copy of the project what ARCHITECTURE.md asks for a language."""
    end = '        Language("fr"'
    change(folder, "macros/languages.py", (end, ROW + end))
    (folder / "mkdocs.de.yml").write_text(SETTINGS, "utf-8")
    wording = folder / "data" / "wording"
    shutil.copy(wording / "en.yaml", wording / "de.yaml")
    shutil.copytree(folder / "docs/en", folder / "docs/de")
    for file in (folder / "data").rglob("*.yaml"):
        if file.parent.name not in ("wording", "fingerprints"):
            tree = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
            file.write_text(yaml.safe_dump(_in_german(tree), allow_unicode=True, sort_keys=False, width=float("inf")), "utf-8")
    return folder


def _in_german(value: Any) -> Any:
    """The value with a made-up German text beside each English one."""
    if isinstance(value, list):
        return [_in_german(item) for item in value]
    if not isinstance(value, dict):
        return value
    own = {key: _in_german(item) for key, item in value.items()}
    if isinstance(own.get("en"), str) and isinstance(own.get("fr"), str):
        own[CODE] = re.sub(r"(\W*)$", r" [de]\1", own["en"], count=1)
    return own
