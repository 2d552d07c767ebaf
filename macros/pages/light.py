"""What readers load with their first page, without what they do not need; a build that keeps and compiles no more than it needs.

The site generator calls the hooks here by their names.
"""

import re
import shutil
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

# No string of ours holds what these look for, and no line of a script goes on within one.
_STYLES = [(re.compile(r"/\*.*?\*/", re.DOTALL), ""), (re.compile(r"\s+"), " "), (re.compile(r" ?([{};,]) ?"), r"\1"), (re.compile(r": "), ":")]
# Our tokens name every colour of both schemes: the theme's second style sheet would say them again.
_PAGES = [(re.compile(r'<link rel="stylesheet" href="[^"]*/stylesheets/palette\.\w+\.min\.css">\s*'), "")]
_SCRIPTS = [(re.compile(r"(?m)^\s*//.*\n"), ""), (re.compile(r"(?m)^[ \t]+"), "")]


class _Aside:
    """Texts in a file without a name, which goes with the program."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115

    def put(self, text: str) -> tuple[int, int]:
        """Where the text stands now: its place, and its length in bytes."""
        place = self._file.seek(0, SEEK_END)
        return place, self._file.write(text.encode())

    def take(self, place: tuple[int, int]) -> str:
        """The text at a place."""
        self._file.seek(place[0])
        return self._file.read(place[1]).decode()


def on_pre_build(config: Any, **_: Any) -> None:
    """Begin a file for the pages of this build."""
    config["aside"] = _Aside()


def on_env(env: Any, **_: Any) -> Any:
    """The theme with its templates as an earlier build compiled them, and called as ours are."""
    from macros.pages import BUILD  # the door has made the program known by now
    from macros.pages.environment import Compiled, Plain

    env.context_class = Plain
    env.bytecode_cache = Compiled(str(BUILD / "theme"))
    return env


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Put the page aside until it is written, as the generator reads all pages before it writes the first; what it was made of is not kept."""
    page.markdown, page.aside = "", config["aside"].put(html)
    return ""


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> Any:
    """Take the page back."""
    page.content = config["aside"].take(page.aside)
    return context


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """A page with the style sheets that it needs."""
    page.content = None
    return without(_PAGES, output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """A style sheet of ours on one line, without comments; what is no page of its own as a page."""
    return without(_STYLES if template_name.endswith(".css") else _PAGES, output_content)


def on_post_build(config: Any, **_: Any) -> None:
    """Write our scripts and the style sheets of single pages without what they do not need, and none of the theme's scripts: no page loads one."""
    from macros.output import write_text_file

    assets = Path(config["site_dir"], "assets")
    shutil.rmtree(assets / "javascripts", ignore_errors=True)
    for marks, name in ((_SCRIPTS, "*.js"), (_STYLES, "*.css")):
        for file in assets.glob(name):
            write_text_file(file, without(marks, file.read_text("utf-8")))


def without(marks: list[tuple[re.Pattern[str], str]], text: str) -> str:
    """The text after each replacement in turn."""
    for pattern, replacement in marks:
        text = pattern.sub(replacement, text)
    return text
