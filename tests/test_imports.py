"""The house: imports go one way, one module knows the site generator, importing does nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# A module may import those before it. Modules of a folder count as their folder.
ORDER = [
    "plain", "broken", "tree", "wording", "problems", "report", "likeness", "shape", "model", "plan", "explain", "load", "revision",
    "links", "quotes", "printed", "rules", "diff", "schema", "views", "glossary", "guide", "phrases", "graph", "charts", "pictures",
    "render", "export", "site", "__init__", "__main__",
]  # fmt: skip
FILES = sorted((ROOT / "macros").rglob("*.py"))


def place(file: Path) -> str:
    """The name in ORDER of a file of the program."""
    return file.relative_to(ROOT / "macros").with_suffix("").parts[0]


def imported(file: Path) -> set[str]:
    """Everything that a file imports, at its head or inside a function, with full names."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file.name}: write  from macros…  in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own(file: Path) -> set[str]:
    """The names in ORDER of the modules of the program that a file imports."""
    return {name.split(".")[1] for name in imported(file) if name.split(".")[0] == "macros"}


def test_every_module_has_its_place():
    assert {place(file) for file in FILES} == set(ORDER), "give a new module its place in ORDER"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_one_way(file):
    before = ORDER[: ORDER.index(place(file))]
    within = {place(file)} if file.parent.name != "macros" else set()
    assert own(file) <= {*before, *within}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_only_the_door_knows_the_site_generator(file):
    knows = any(name.split(".")[0].startswith("mkdocs") for name in imported(file))
    assert knows == (file == ROOT / "macros/__init__.py")


def test_importing_reads_no_data_and_loads_no_site_generator():
    program = f"""
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
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["", "", str(len(FILES)), ""]
    assert done.stderr == ""
