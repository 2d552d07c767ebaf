"""What pages need beside the data: each its template and its place in the menu, each language its settings, its folder and its guide."""

from collections.abc import Iterator
from pathlib import Path

from macros.languages import FIRST, LANGUAGES, Language
from macros.messages import tell
from macros.model.addresses import INDEXES, RECORD_PAGES
from macros.pages import TEMPLATES
from macros.problems import Problem

SETTINGS = "mkdocs.yml"


def incomplete(root: Path) -> Iterator[Problem]:
    """Every part of that kind which is missing in a project that has a site."""
    if not (root / SETTINGS).is_file():
        return
    for macro in filter(None, (*RECORD_PAGES.values(), *INDEXES.values())):
        if not (TEMPLATES / f"{macro}.md.j2").is_file():
            file = "macros/model/kinds.py" if macro in RECORD_PAGES.values() else "macros/model/addresses.py"
            hint = tell("parts.write_template", file=f"macros/pages/templates/{macro}.md.j2")
            yield Problem(file, _line(root / file, f'"{macro}"'), macro, tell("parts.no_template"), hint)
    for language in LANGUAGES.values():
        settings = root / (SETTINGS if language.code == FIRST else f"mkdocs.{language.code}.yml")
        yield from _missing(root, language, settings)
        if settings.is_file():
            yield from _not_in_menu(settings)


def _missing(root: Path, language: Language, settings: Path) -> Iterator[Problem]:
    models = {settings.name: SETTINGS, f"docs/{language.code}": f"docs/{FIRST}", language.guide: LANGUAGES[FIRST].guide}
    for name, model in models.items():
        if not (root / name).exists():
            place = "macros/languages.py", _line(root / "macros/languages.py", f'Language("{language.code}"')
            yield Problem(*place, language.code, tell("parts.language_lacks", file=name), tell("parts.copy_and_translate", file=model))


def _not_in_menu(settings: Path) -> Iterator[Problem]:
    """Pages that are neither in the menu of some settings nor among those that need not be; none where another file gives the menu."""
    text = settings.read_text("utf-8", errors="replace")
    if "\nnav:\n" not in text:
        return
    for address in INDEXES:
        if f" {address}index.md" not in text and f"/{address}" not in (settings.parent / SETTINGS).read_text("utf-8", errors="replace"):
            hint = tell("parts.add_to_menu", entry=f"- …: {address}index.md")
            yield Problem(settings.name, _line(settings, "nav:"), address, tell("parts.not_in_menu"), hint)


def _line(file: Path, beginning: str) -> int:
    rows = file.read_text("utf-8", errors="replace").splitlines() if file.is_file() else []
    return next((number for number, row in enumerate(rows, 1) if beginning in row), 1)
