"""Importing the program does nothing: no file of data is opened, no site generator loaded. Which room may import which: `[tool.importlinter]`."""

import ast
import subprocess
import sys

from support.paths import ROOT

PROGRAM = f"""
import pkgutil, sys
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
sys.path.insert(0, {str(ROOT)!r})
import macros
for module in pkgutil.walk_packages(macros.__path__, "macros."):
    __import__(module.name)
print(*[path for path in opened if path.startswith({str(ROOT / "data")!r}) or path.startswith({str(ROOT / "docs")!r})])
print(*[name for name in sys.modules if name.startswith("mkdocs")])
print(len([name for name in sys.modules if name.startswith("macros")]))
"""


def test_importing_reads_no_data_and_no_site_generator():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    data, generator, modules = done.stdout.split("\n")[:3]
    assert (data, generator) == ("", "")
    assert int(modules) > 80


def test_the_check_loads_nothing_that_only_pages_need():
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import macros.project; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"networkx", "jinja2", "markdown", "xlsxwriter"} & {*loaded} == set()


def test_tests_share_what_stands_in_support_only():
    own = {file.stem for file in (ROOT / "tests").rglob("*.py")} | {"tests", *(folder.name for folder in (ROOT / "tests").iterdir())} - {"support"}
    shared = []
    for file in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
                shared += [f"{file.relative_to(ROOT)}: {name}" for name in names if name.partition(".")[0] in own or getattr(node, "level", 0)]
    assert shared == []
