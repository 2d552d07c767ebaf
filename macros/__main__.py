"""The command line: python -m macros check | diff | preview | new | propose | pages | export | schemas | fingerprint | links | external."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from macros.languages import FIRST, LANGUAGES
from macros.messages import of_environment, speaking, tell
from macros.problems import FORMATS, DataErrors

ROOT = Path(__file__).resolve().parent.parent
Arguments = Callable[..., object]  # `add_argument` of the command


def check(options: argparse.Namespace) -> str:
    """Read the data and name every problem in it."""
    from macros.project import Project
    from macros.reading.revision import at

    project = Project(ROOT)
    if options.base is None:
        return FORMATS[options.format](project.check(), project.plan.size)
    with at(ROOT, options.base) as before:
        return FORMATS[options.format](project.check(before), project.plan.size)


def _check(add: Arguments) -> None:
    add("--format", choices=FORMATS, default="text", help="text for people, github for annotations, json for programs")
    add("--base", metavar="REV", help="the published commit, whose assessments and identifiers must stand")
    add("--lang", choices=LANGUAGES, help="the language of the messages (default: the one of the environment, else English)")


def diff(options: argparse.Namespace) -> str:
    """Say in words what changed since a commit; nothing when nothing did."""
    from macros.changes import diff as describe_changes

    return describe_changes(ROOT, options.base, options.head)


def _diff(add: Arguments) -> None:
    add("base", help="the commit to compare with")
    add("head", nargs="?", help="a later commit; without it, the files as they are")


def preview(options: argparse.Namespace) -> str:
    """Copy the built site so that it opens from disk; its first page lists the pages that changed since a commit."""
    from macros.changes import changed_pages
    from macros.changes.preview import write_preview

    return f"Open {write_preview(options.site, options.folder, changed_pages(ROOT, options.base))}."


def _preview(add: Arguments) -> None:
    add("site", type=Path, help="the folder of the built site")
    add("folder", type=Path, help="the folder to write, which is not there yet")
    add("base", help="the commit to compare with")


def new(options: argparse.Namespace) -> str | int:
    """Ask for a new record, write it where it belongs and name every problem in it."""
    from macros.proposals.ask import new as ask_for

    try:
        written, problems = ask_for(ROOT, options.kind, options, input if sys.stdin.isatty() else None)
    except (EOFError, KeyboardInterrupt):
        raise SystemExit(f"\n{tell('new.nothing')}") from None
    print(f"{written.file}{f':{written.line + 1}' if written.line else ''}")
    if problems:
        raise DataErrors(problems)
    return 0


def _new(add: Arguments) -> None:
    from macros.proposals.ask import NAMES
    from macros.proposals.questions import QUESTIONS

    add("kind", choices=QUESTIONS, help="what is added")
    add("--lang", choices=LANGUAGES, help="the language of the questions (default: the one of the environment, else English)")
    for name in NAMES:
        add(f"--{name.replace('_', '-')}", metavar="TEXT", help="what is asked for otherwise")


def propose(options: argparse.Namespace) -> str:
    """Answer a form of the repository: the lines made from it, what the check says of them, and where they are opened as a new file."""
    from macros.output import write_text_file
    from macros.proposals.event import answer_event

    said = answer_event(ROOT, options.form, options.repository)
    if options.answer:
        write_text_file(options.answer, said)
        return ""  # what somebody wrote could be a command to the log of a workflow
    return said


def _propose(add: Arguments) -> None:
    add(
        "--form", type=Path, default=os.environ.get("GITHUB_EVENT_PATH"), help="the event of GitHub that tells of an issue (default: that of the run)"
    )
    add("--repository", default=os.environ.get("REPO_URL", "https://repository.example"), help="its address (default: REPO_URL)")
    add("--answer", type=Path, help="the file to write the answer to, empty where there is none; without it, it is shown")


def pages(options: argparse.Namespace) -> str:
    """Write the files of the pages of records, as any build does."""
    from macros.project import open_site

    written = open_site(ROOT, FIRST, "").write_stubs()
    return "\n".join(f"new: {file.relative_to(ROOT)}" for file in written) or "Every page is there."


def export(options: argparse.Namespace) -> str:
    """Write the data files that readers download."""
    from macros.project import open_site

    open_site(ROOT, FIRST, "").write_exports()
    return "docs/en/data/ is up to date."


def schemas(options: argparse.Namespace) -> str:
    """Write the JSON Schemas with which editors explain the data files, and the forms of the repository."""
    from macros.project import open_site

    site = open_site(ROOT, FIRST, "")
    site.write_schemas(ROOT / "schema")
    site.write_forms()
    return "schema/ and the forms in .github/ are up to date."


def fingerprint(options: argparse.Namespace) -> str:
    """Make the fingerprints of a source from its text and its map; for an act, the map too."""
    from macros.evidence.act_map import write_act
    from macros.evidence.source_map import write_fingerprint

    try:
        if options.act:
            return write_act(ROOT / "data", options.source, Path(options.file))
        file = write_fingerprint(ROOT / "data", options.source, Path(options.file))
    except OSError as error:
        raise SystemExit(f"{options.source}: {error.filename}: {error.strerror}") from None
    except ValueError as error:
        raise SystemExit(f"{options.source}: {error}") from None
    return f"{file.relative_to(ROOT)} is up to date."


def _fingerprint(add: Arguments) -> None:
    add("source", help="its id in data/sources.yaml; for its text in a second language with that: tfeu-2012.fr")
    add("file", help="the text file that its map describes")
    add("--act", action="store_true", help="the file is an act in English or French as plain text: make its map from its articles and recitals")


def links(options: argparse.Namespace) -> int:
    """Check the built site: every link, anchor, image, hreflang, sitemap entry, redirect, download and id."""
    from macros.sitecheck.internal import run

    return run(options, ROOT)


def _links(add: Arguments) -> None:
    add("site", nargs="?", default=ROOT / "site", type=Path, help="the folder of the built site (default: site/)")
    add("--format", choices=("text", "github"), default="text", help="how faults are written (default: text)")


def external(options: argparse.Namespace) -> int:
    """Visit every link of the built site that leads outside, and write a report for tools/issue.py."""
    from macros.sitecheck.external import run

    return run(options, ROOT)


def _external(add: Arguments) -> None:
    from macros.sitecheck.archive import WAYBACK
    from macros.sitecheck.visits import Politeness

    add("site", type=Path, help="the folder of the built site")
    add("--report", type=Path, required=True, help="the file to write")
    add("--today", type=date.fromisoformat, default=date.today(), help="the day by which records expire (default: today)")
    add("--archive", default=WAYBACK, help="the service that is asked for archived copies (default: %(default)s)")
    add("--tries", type=int, default=Politeness.tries, help="a link must fail that often (default: %(default)s)")
    add("--wait", type=float, default=Politeness.wait, help="seconds between tries (default: %(default)s)")
    add("--timeout", type=int, default=Politeness.timeout, help="seconds until an answer is given up (default: %(default)s)")
    add("--interval", type=float, default=Politeness.interval, help="seconds between two pages of a host (default: %(default)s)")


# A command, and what adds its arguments; a command returns what it has to say, or its exit code.
COMMANDS: dict[Callable[[argparse.Namespace], str | int], Callable[[Arguments], None] | None] = {
    check: _check,
    diff: _diff,
    preview: _preview,
    new: _new,
    propose: _propose,
    pages: None,
    export: None,
    schemas: None,
    fingerprint: _fingerprint,
    links: _links,
    external: _external,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 1 when the data has problems. What is said is finished on any console: it replaces the signs that it lacks."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command, add_arguments in COMMANDS.items():
        one = commands.add_parser(command.__name__, help=command.__doc__)
        one.set_defaults(run=command)
        if add_arguments:
            add_arguments(one.add_argument)
    options = parser.parse_args(arguments)
    with speaking(getattr(options, "lang", None) or of_environment()):
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    """What a command says, in the language that is spoken; 1 when the data has problems."""
    try:
        said = options.run(options)
    except DataErrors as errors:
        form = getattr(options, "format", "text")
        print(FORMATS[form](errors.problems, errors.records), file=sys.stderr if form == "text" else sys.stdout)
        return 2 if options.run in (links, external) else 1
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        return 2 if options.run in (links, external) else 1
    if isinstance(said, int):
        return said
    if said:
        print(said)
    return 0


if __name__ == "__main__":
    # A command ends soon: to look for what could be freed would take a fifth of its time.
    gc.disable()
    try:
        code = main()
        if sys.stdout:  # closed by who started us, there is none
            sys.stdout.flush()
    except OSError as error:
        # Who reads has enough (`| head`), or the disk is full: no more is said, and the end of Python says nothing of it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0 if isinstance(error, BrokenPipeError) else 2
        if code:
            print(f"output: {error.strerror}", file=sys.stderr)
    sys.exit(code)
