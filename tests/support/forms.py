"""The forms in which people report what is wrong or missing."""

import yaml

from support.paths import ROOT

GITHUB = ROOT / ".github"
FORMS = {file.name: yaml.safe_load(file.read_text("utf-8")) for file in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"}


def fields(form: dict) -> list[dict]:
    """The parts of a form that are filled in."""
    return [part for part in form["body"] if part["type"] != "markdown"]
