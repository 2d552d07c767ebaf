"""Draw the picture beside a shared link to an objective, with its status and the day of that: for each that has none yet. Needs Chromium."""

import re
import subprocess
import sys
from html import escape
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.languages import FIRST  # noqa: E402
from macros.output import write_text_file  # noqa: E402
from macros.pages.shared import PICTURES, picture_name  # noqa: E402
from macros.reading.load import load  # noqa: E402
from macros.wording.catalogue import read_wordings  # noqa: E402
from macros.wording.labels import Labels  # noqa: E402


def site_name(language: str) -> str:
    """What the settings of a language call the site."""
    settings = (ROOT / ("mkdocs.yml" if language == FIRST else f"mkdocs.{language}.yml")).read_text("utf-8")
    found = re.search(r"^site_name: (.+)$", settings, re.MULTILINE)
    return found[1] if found else ""


def draw(chromium: str, html: str, picture: Path) -> None:
    """Draw a page as a picture."""
    with TemporaryDirectory() as folder:
        write_text_file(Path(folder) / "share.html", html)
        size = ("--window-size=1200,630", f"--screenshot={picture}")
        options = ("--headless", "--no-sandbox", "--hide-scrollbars", *size)
        subprocess.run([chromium, *options, f"file://{folder}/share.html"], check=True, capture_output=True)


def main(chromium: str) -> None:
    """Draw what is missing."""
    plan, page = load(ROOT), Template((ROOT / "tools" / "share.html").read_text("utf-8"))
    for wording in read_wordings(ROOT / "data"):
        labels = Labels(plan, wording)
        for objective in plan.objectives.values():
            picture = ROOT / PICTURES / picture_name(plan, objective, wording.language)
            if picture.exists():
                continue
            picture.parent.mkdir(exist_ok=True)
            words = {
                "sign": plan.vocabularies["statuses"][objective.status].sign or "",
                "status": labels.word("statuses", objective.status), "day": labels.status_as_of(objective),
                "site": site_name(wording.language), "speaker": wording.say("share.speaker"), "language": wording.language,
            }  # fmt: skip
            draw(chromium, page.substitute({name: escape(word) for name, word in words.items()}), picture)


if __name__ == "__main__":
    main(*sys.argv[1:] or ["chromium"])
