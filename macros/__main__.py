"""The command line: python -m macros check | diff BASE | pages | export | schemas | fingerprint SOURCE FILE."""

import argparse
import gc
import sys
from pathlib import Path

from macros.problems import Faults
from macros.report import FORMATS

ROOT = Path(__file__).resolve().parent.parent


def check(options: argparse.Namespace) -> str:
    """Read the data and name every problem in it."""
    from macros.load import load
    from macros.revision import at
    from macros.rules import check as hold

    plan = load(ROOT)
    if options.base is None:
        return FORMATS[options.format](hold(plan), plan.size)
    with at(ROOT, options.base) as before:
        return FORMATS[options.format](hold(plan, before), plan.size)


def diff(options: argparse.Namespace) -> str:
    """Say in words what changed since a commit; nothing when nothing did."""
    from macros.diff import diff as told

    return told(ROOT, options.base, options.head)


def pages(options: argparse.Namespace) -> str:
    """Write the stub of every page that has none."""
    from macros.site import open_site

    written = open_site(ROOT, "en", "").write_missing_stubs()
    return "\n".join(f"new: {file.relative_to(ROOT)}" for file in written) or "Every page is there."


def export(options: argparse.Namespace) -> str:
    """Write the data files that readers download."""
    from macros.site import open_site

    open_site(ROOT, "en", "").write_exports()
    return "docs/en/data/ is up to date."


def schemas(options: argparse.Namespace) -> str:
    """Write the JSON Schemas with which editors explain the data files."""
    from macros.site import open_site

    open_site(ROOT, "en", "").write_schemas(ROOT / "schema")
    return "schema/ is up to date."


def fingerprint(options: argparse.Namespace) -> str:
    """Make the fingerprints of a source from its text and its map."""
    from macros.quotes import write_fingerprint

    try:
        file = write_fingerprint(ROOT / "data", options.source, Path(options.file))
    except (OSError, ValueError) as error:
        raise SystemExit(f"{options.source}: {error}") from None
    return f"{file.relative_to(ROOT)} is up to date."


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 1 when the data has problems."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (check, diff, pages, export, schemas, fingerprint):
        one = commands.add_parser(command.__name__, help=command.__doc__)
        one.set_defaults(run=command)
        if command is fingerprint:
            one.add_argument("source", help="its id in data/sources.yaml")
            one.add_argument("file", help="the text file that its map describes")
        if command is diff:
            one.add_argument("base", help="the commit to compare with")
            one.add_argument("head", nargs="?", help="a later commit; without it, the files as they are")
        if command is check:
            one.add_argument("--format", choices=FORMATS, default="text", help="text for people, github for annotations, json for programs")
            one.add_argument("--base", metavar="REV", help="the published commit, whose assessments and identifiers must stand")
    options = parser.parse_args(arguments)
    try:
        if said := options.run(options):
            print(said)
    except Faults as faults:
        form = getattr(options, "format", "text")
        print(FORMATS[form](faults.problems, faults.records), file=sys.stderr if form == "text" else sys.stdout)
        return 1
    return 0


if __name__ == "__main__":
    # A command ends soon: to look for what could be freed would take a fifth of its time.
    gc.disable()
    sys.exit(main())
