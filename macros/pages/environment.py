"""The templates of pages, with nothing of a plan: to be read, or to be filled."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from macros.pages import BUILD, TEMPLATES


class Compiled(FileSystemBytecodeCache):
    """Templates as compiled by an earlier run, each until its text changes."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        # By its name alone: a path may hold signs that cannot be written as UTF-8, and the folder is that of one project.
        return super().get_cache_key(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        # A disk that is full, or may not be written, costs time and nothing else.
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


class Plain(Context):
    """What is called within a template is called: nothing that a page calls asks for the state of the template, which Jinja looks for each time."""

    def call(self, called: Any, /, *words: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any) -> Any:
        return called(*words, **named)


class _Templates(Environment):
    context_class = Plain


def templates() -> Environment:
    """The environment of the templates. Data is escaped; only templates write HTML."""
    return _Templates(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, bytecode_cache=Compiled(str(BUILD / "templates")), auto_reload=False,
    )  # fmt: skip
