"""Plan -> files that readers download: one function an export, in a table."""

from collections.abc import Callable
from pathlib import Path

from macros.export.plan import plan_json
from macros.plan import Plan

EXPORTS: dict[str, Callable[[Plan], str]] = {"plan.json": plan_json}


def write_exports(plan: Plan, folder: Path) -> None:
    """Write every export that differs from what is there, so that a watching server is not woken for nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in EXPORTS.items():
        file, text = folder / name, make(plan)
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
