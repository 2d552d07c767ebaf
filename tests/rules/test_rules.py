"""What the rules let pass, and that none is forgotten. What they refuse is in test_faults.py."""

import ast
import inspect

import pytest

from macros import rules
from macros.rules import assessments, developments, judgements, moves, proof, quotations, records, references, unique

# Name -> file, what stands there, what somebody writes; nobody is told anything.
ALLOWED = {
    "a quotation with curly apostrophes": ("actors.yaml", "quotation: L'École des moulins a publié", "quotation: L’École des moulins a publié"),
    "a quotation in other type": ("actors.yaml", "quotation: L'École des moulins a publié", "quotation: «L'École **des moulins** a publié»"),
    "a whole unit of few words": (
        "actors.yaml",
        "    locator: 2.1.1 ¶1\n    quotation: L'École des moulins a publié",
        "    locator: 2.1 title\n    quotation: Former",
    ),
    "a quotation of twenty words": (
        "actors.yaml",
        "quotation: L'École des moulins a publié",
        "quotation: L'École des moulins a publié en mai 2007 un manuel pour les meuniers. Le bureau de l'École a formé",
    ),
    "a list of more than twenty words where codes and figures do not count": (
        "indicators.yaml",
        'quotation: "dans les pays suivants: AT (128)',
        'quotation: "les moulins restaurés étaient les plus nombreux dans les pays suivants: AT (128)',
    ),
    "a figure printed in the other quotation of the record": (
        "indicators.yaml",
        "quotation: 195 en 2003 à 1 060 en 2006",
        "quotation: en 2003 à 1 060 en 2006",
    ),
    "figures without their blanks": ("actions.yaml", "printed: 3 102 484,78", "printed: 3102484,78"),
    "a country twice, at two times": (
        "indicators.yaml",
        '  - {country: uk, printed: UK, value: 12, value_printed: "12"}',
        '  - {country: uk, printed: UK, value: 12, value_printed: "12"}\n'
        '  - {country: uk, printed: UK, period: {value: 2003, printed: "2003"}, value: 12, value_printed: "12"}',
    ),
    "a complete list of exceptions with nobody in it": (
        "indicators.yaml",
        "- id: no-answer\n",
        "- id: nobody\n  title: {en: Nobody, fr: Personne}\n  listed: {en: is an exception, fr: est une exception}\n"
        "  listed_means: no\n  complete: yes\n  section: intro\n  scope: countries\n  evidence:\n"
        "  - {source: com-2008-657, locator: fn 2, quotation: Tous les chiffres figurent en annexe}\n- id: no-answer\n",
    ),
    "an actor in two roles": (
        "actions.yaml",
        "      - {actor: mill-school, role: responsible}\n",
        "      - {actor: mill-school, role: responsible}\n      - {actor: mill-school, role: beneficiary}\n",
    ),
    "two responsible actors": (
        "actions.yaml",
        "      - {actor: school-board, role: responsible}\n",
        "      - {actor: school-board, role: responsible}\n      - {actor: millers, role: responsible}\n",
    ),
    "somebody mentioned where nobody is named as acting": (
        "actions.yaml",
        "      state: announced\n      agent: not-stated\n",
        "      state: announced\n      agent: not-stated\n      actors:\n      - {actor: commission, role: mentioned}\n",
    ),
    "an organ of an organ": ("actors.yaml", "  country: se\n", "  country: se\n  part_of: school-board\n"),
    "ends of a range in two units": ("indicators.yaml", "{min: 30, max: 6, unit: day", "{label: {en: all, fr: tous}, min: 30, max: 6, unit: day"),
    "a section with a title of ours": ("findings.yaml", "fr: Permis de moudre}", "fr: Permis}\n  official: no"),
    "no CELEX number": ("sources.yaml", "  celex: 52008DC0657\n", ""),
    "a comment on a line of its own": ("actors.yaml", "- id: millers\n", "# those who mill\n- id: millers\n"),
    "fields in another order": (
        "glossary.yaml",
        "- id: miller\n  term: {en: miller, fr: meunier}\n",
        "- term: {en: miller, fr: meunier}\n  id: miller\n",
    ),
    "a list on lines of its own": ("actions.yaml", "cites: [mill-plan]", "cites:\n      - mill-plan"),
}


@pytest.mark.parametrize(("name", "old", "new"), ALLOWED.values(), ids=[name.replace(" ", "_") for name in ALLOWED])
def test_nobody_is_troubled_about(name, old, new, edit, problems):
    assert problems(edit(name, old, new)) == []


def test_the_next_free_number_is_none_that_moved(edit, problems):
    moves = [f"- {{id: finding:f{n}, to: finding:f1, on: 2026-11-22, reason: {{en: One finding., fr: Un seul constat.}}}}" for n in (3, 4)]
    edit("moved.yaml", "moved: []", "\n".join(["moved:", *moves]))
    said = problems(edit("findings.yaml", "- id: f3\n", "- id: f2\n"))
    assert "data/findings.yaml:{f2#2}: f2: the id 'f2' is already taken\n  hint: the next free one is f5; ids are never reused" in said


@pytest.mark.parametrize(
    "module", [unique, references, records, moves, assessments, judgements, developments, quotations, proof], ids=lambda module: module.__name__
)
def test_every_rule_of_a_module_is_in_its_list_and_in_that_of_the_check(module):
    written = [
        function for name, function in inspect.getmembers(module, inspect.isfunction) if name[0] != "_" and function.__module__ == module.__name__
    ]
    assert {rule.__name__ for rule in written} == {rule.__name__ for rule in module.RULES}
    assert set(module.RULES) <= set(rules.RULES)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_states_what_holds(rule):
    assert rule.__doc__.strip().endswith(".")
    assert "\n" not in rule.__doc__


@pytest.mark.parametrize("module", rules.ONLY_TOLD, ids=lambda module: module.__name__)
def test_a_module_that_only_tells_says_notices_alone(module):
    said = [call for call in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(call, ast.Call) and _name(call.func).lower() == "problem"]
    levels = [[*call.args, *(one.value for one in call.keywords if one.arg == "level")] for call in said]
    assert levels
    assert all("NOTICE" in map(_name, level) for level in levels)


def _name(node: ast.AST) -> str:
    """The last part of a name, of whatever module."""
    return getattr(node, "attr", None) or getattr(node, "id", "")


def test_no_two_rules_share_a_name():
    assert len({rule.__name__ for rule in rules.RULES}) == len(rules.RULES)


def test_a_printed_value_is_read_in_the_language_of_its_source(project, problems):
    file = project / "data/sources.yaml"
    file.write_text(file.read_text("utf-8").replace("language: fr", "language: en", 1), "utf-8")
    said = "\n".join(problems(project))
    assert "'printed: dix' means nothing that we can read, not '10'" in said
    assert "'printed: 17.10.2008'" not in said
