"""The command line: python -m macros check | diff | preview | new | propose | pages | export | schemas | fingerprint | links | external."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path


def _is_missing(library: str) -> str:
    """What is said where the libraries are not there, in both languages: what knows that of the reader may be missing too."""
    return (
        f"{library} is missing here: run  make check  once, then  .venv/bin/python -m macros …\n"
        f"Il manque ici {library}\u00a0: lancez une fois  make check,  puis  .venv/bin/python -m macros …"
    )


try:
    from macros.languages import FIRST, LANGUAGES
    from macros.messages import of_environment, speaking, spoken, tell
    from macros.problems import ERROR, FORMATS, DataErrors
except ModuleNotFoundError as missing:
    sys.exit(_is_missing(missing.name or ""))

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
    add("--format", choices=FORMATS, default="text", help=tell("command.check_format"))
    add("--base", metavar="REV", help=tell("command.check_base"))


def diff(options: argparse.Namespace) -> str:
    """Say in words what changed since a commit; nothing when nothing did."""
    from macros.changes import diff as describe_changes

    told = []
    for language in LANGUAGES if options.translated else [spoken()]:
        with speaking(language):
            told.append(describe_changes(ROOT, options.base, options.head))
    return "\n\n---\n\n".join(filter(None, told))


def _diff(add: Arguments) -> None:
    add("base", help=tell("command.base"))
    add("head", nargs="?", help=tell("command.head"))
    add("--translated", action="store_true", help=tell("command.translated"))


def preview(options: argparse.Namespace) -> str:
    """Copy the built site so that it opens from disk; its first page lists the pages that changed since a commit."""
    from macros.changes import changed_pages
    from macros.changes.preview import write_preview

    return tell("command.open", file=write_preview(options.site, options.folder, changed_pages(ROOT, options.base)))


def _preview(add: Arguments) -> None:
    add("site", type=Path, help=tell("command.site"))
    add("folder", type=Path, help=tell("command.folder"))
    add("base", help=tell("command.base"))


def new(options: argparse.Namespace) -> str | int:
    """Ask for a new record, write it where it belongs and name every problem in it."""
    from macros.proposals.ask import new as ask_for
    from macros.proposals.git_way import way_of

    try:
        written, problems = ask_for(ROOT, options.record, options, input if sys.stdin.isatty() else None)
    except (EOFError, KeyboardInterrupt):
        raise SystemExit(f"\n{tell('new.nothing')}") from None
    print(f"{written.file}{f':{written.line + 1}' if written.line else ''}")
    if any(problem.level == ERROR for problem in problems):
        raise DataErrors(problems)
    print(*problems, *way_of(options.record, written), sep="\n", file=sys.stderr)
    return 0


def _new(add: Arguments) -> None:
    from macros.proposals.ask import NAMES
    from macros.proposals.questions import QUESTIONS

    add("record", choices=QUESTIONS, help=f"{tell('command.kind')}; {tell('command.answer_to')}")
    for name in NAMES:
        add(f"--{name.replace('_', '-')}", metavar="TEXT")


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
    add("--form", type=Path, default=os.environ.get("GITHUB_EVENT_PATH"), help=tell("command.form"))
    add("--repository", default=os.environ.get("REPO_URL", "https://repository.example"), help=tell("command.repository"))
    add("--answer", type=Path, help=tell("command.answer"))


def pages(options: argparse.Namespace) -> str:
    """Write the files of the pages of records, as any build does."""
    from macros.project import open_site

    written = open_site(ROOT, FIRST, "").write_stubs()
    return "\n".join(tell("command.written", file=file.relative_to(ROOT)) for file in written) or tell("command.every_page")


def export(options: argparse.Namespace) -> str:
    """Write the data files that readers download."""
    from macros.project import open_site

    open_site(ROOT, FIRST, "").write_exports()
    return tell("command.up_to_date", file=f"docs/{FIRST}/data/")


def schemas(options: argparse.Namespace) -> str:
    """Write the JSON Schemas with which editors explain the data files, and the forms of the repository."""
    from macros.project import open_site

    site = open_site(ROOT, FIRST, "")
    site.write_schemas(ROOT / "schema")
    site.write_forms()
    return tell("command.schemas_up_to_date")


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
    return tell("command.up_to_date", file=file.relative_to(ROOT))


def _fingerprint(add: Arguments) -> None:
    add("source", help=tell("command.source"))
    add("file", help=tell("command.file"))
    add("--act", action="store_true", help=tell("command.act"))


def links(options: argparse.Namespace) -> int:
    """Check the built site: every link, anchor, image, hreflang, sitemap entry, redirect, download and id."""
    from macros.sitecheck.internal import run

    return run(options, ROOT)


def _links(add: Arguments) -> None:
    add("site", nargs="?", default=ROOT / "site", type=Path, help=tell("command.site_default"))
    add("--format", choices=("text", "github"), default="text", help=tell("command.faults"))


def external(options: argparse.Namespace) -> int:
    """Visit every link of the built site that leads outside, and write a report for tools/issue.py."""
    from macros.sitecheck.external import run

    return run(options, ROOT)


def _external(add: Arguments) -> None:
    from macros.sitecheck.archive import WAYBACK
    from macros.sitecheck.visits import Politeness

    add("site", type=Path, help=tell("command.site"))
    add("--report", type=Path, required=True, help=tell("command.report"))
    add("--today", type=date.fromisoformat, default=date.today(), help=tell("command.today"))
    add("--archive", default=WAYBACK, help=tell("command.archive"))
    add("--tries", type=int, default=Politeness.tries, help=tell("command.tries"))
    add("--wait", type=float, default=Politeness.wait, help=tell("command.wait"))
    add("--timeout", type=int, default=Politeness.timeout, help=tell("command.timeout"))
    add("--interval", type=float, default=Politeness.interval, help=tell("command.interval"))


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
    said = sys.argv[1:] if arguments is None else arguments
    with speaking(_wished(said)):
        return _run(_parser(said).parse_args(said))


def _wished(arguments: list[str]) -> str:
    """The language that is asked for, known before anything is said of the other arguments."""
    given = [word.removeprefix("--lang=") if "=" in word else after for word, after in pairwise([*arguments, ""]) if word.startswith("--lang")]
    return given[-1] if given and given[-1] in LANGUAGES else of_environment()


def _parser(said: list[str]) -> argparse.ArgumentParser:
    """The commands, and the arguments of the one that is said, in the language that is spoken: those of each load what it needs."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    parser.add_argument("--lang", choices=LANGUAGES, help=tell("command.lang"))
    commands = parser.add_subparsers(required=True, metavar=tell("command.metavar"))
    for command, add_arguments in COMMANDS.items():
        one = commands.add_parser(command.__name__, help=tell(f"command.do_{command.__name__}"))
        one.set_defaults(run=command)
        one.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tell("command.lang"))
        if add_arguments and command.__name__ in said:
            add_arguments(one.add_argument)
    return parser


# What argparse says by itself, which asks gettext for it -> the key of a message.
ARGPARSE = {
    "usage: ": "argparse.usage",
    "options": "argparse.options",
    "positional arguments": "argparse.arguments",
    "show this help message and exit": "argparse.help",
    "%(prog)s: error: %(message)s\n": "argparse.error",
    "the following arguments are required: %s": "argparse.required",
    "unrecognized arguments: %s": "argparse.unknown",
    "invalid choice: %(value)r (choose from %(choices)s)": "argparse.choice",
    "invalid %(type)s value: %(value)r": "argparse.value",
    "expected one argument": "argparse.one",
    "argument %(argument_name)s: %(message)s": "argparse.argument",
}
vars(argparse)["_"] = lambda said: tell(ARGPARSE[said]) if said in ARGPARSE else said


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
        code: int | str = main()
        if sys.stdout:  # closed by who started us, there is none
            sys.stdout.flush()
    except ModuleNotFoundError as missing:
        code = _is_missing(missing.name or "")
    except OSError as error:
        # Who reads has enough (`| head`), or the disk is full: no more is said, and the end of Python says nothing of it either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0 if isinstance(error, BrokenPipeError) else 2
        if code:
            print(f"output: {error.strerror}", file=sys.stderr)
    sys.exit(code)
