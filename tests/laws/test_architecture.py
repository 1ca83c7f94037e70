"""Laws of the code's own shape: imports point down, a library has one owner, a module is short."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.support import checkout

ROOT = "beijing_public_services"
PACKAGE = Path(getattr(find_spec(ROOT), "origin", "")).parent
FLOORS = [
    "errors _record _once _printable _install _pyinstaller _html _shown _hooks _generated",
    "notation",
    "model",
    "datapackage",
    "checks verification citation exports authoring views",
    "api __init__ _overloads _figures testing pytest_plugin",
    "agents",
    "cli",
    "__main__",
]
OWNERS = {
    "bs4": "authoring",
    "pypdf": "authoring",
    "pint": "notation",
    "pandas": "exports",
    "pyarrow": "exports datapackage",
    "xlsxwriter": "exports",
    "frictionless": "checks",
    "jsonschema": "checks",
    "re2": "checks",
    "referencing": "checks",
    "python_calamine": "datapackage",
    "vl_convert": "views",
    "PyInstaller": "_pyinstaller",
    "mcp": "agents",
    "pydantic": "agents",
    "click": "cli",
    "rich": "cli",
    "pytest": "pytest_plugin",
}
GENERATED = ("_generated", "_overloads", "_figures")
LENGTH = 250
FLOOR = {name: number for number, floor in enumerate(FLOORS) for name in floor.split()}
SHARED_FLOORS = (0, 5)  # the ground and the face: their modules may import each other
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def room(module: str) -> str:
    """The suite of a module, or the module itself where it stands at the root."""
    return module.partition(".")[0]


def names(node: ast.AST, module: str) -> list[str]:
    """The full names that a node of a module imports; a literal given to `import_module` counts."""
    match node:
        case ast.Import(names=aliases):
            return [alias.name for alias in aliases]
        case ast.ImportFrom(module=origin, names=aliases, level=level):
            folder = [ROOT, *module.split(".")]
            if MODULES[module].name != "__init__.py":
                folder.pop()
            start = folder[: len(folder) - level + 1] if level else []
            return [".".join([*start, *([origin] if origin else []), alias.name]) for alias in aliases]
        case ast.Call(
            func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str(name)), *_],
        ):
            return [name]
    return []


@cache
def parsed(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(MODULES[module].read_bytes())


@cache
def imported(module: str) -> frozenset[str]:
    """What a module imports anywhere, for type checkers too: ours by the name within the package, others by `/name`."""
    found = set()
    nodes = [node for node in ast.walk(parsed(module)) if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)]
    for node in nodes:
        for name in names(node, module):
            top, _, rest = name.partition(".")
            if top != ROOT:
                found.add(f"/{top}")
            else:
                found.add(rest if rest in MODULES else rest.rpartition(".")[0] or "__init__")
    return frozenset(found - {module})


def ours(module: str) -> list[str]:
    """The modules of this library that a module imports."""
    return sorted(name for name in imported(module) if not name.startswith("/"))


def test_the_modules_are_found() -> None:
    """Every floor has its rooms, and every room its floor."""
    assert {room(module) for module in MODULES} == FLOOR.keys()


def test_the_suites_are_drawn_once() -> None:
    """CONTRIBUTING.md lists the suites in the order of the floors, each with the first line of its docstring."""
    page = (checkout.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = re.findall(r"^\| `(\w+)` \| (.+) \|$", page.partition("| suite |")[2].partition("\n\n")[0], re.MULTILINE)
    suites = [
        name for name in FLOOR if name in MODULES and not name.startswith("_") and MODULES[name].stem == "__init__"
    ]
    sentences = {name: ast.get_docstring(ast.parse(MODULES[name].read_bytes())) or "" for name in suites}
    assert drawn == [(name, sentence.splitlines()[0]) for name, sentence in sentences.items()]


def test_a_suite_imports_only_from_those_above_it() -> None:
    """A module imports from its own suite and from suites earlier in the list: peers never import each other."""
    wrong = [
        f"{module} imports {name}"
        for module in MODULES
        for here in [FLOOR[room(module)]]
        for name in ours(module)
        if FLOOR[room(name)] > here
        or (FLOOR[room(name)] == here and room(name) != room(module) and here not in SHARED_FLOORS)
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports never lead back to where they began, those for type checkers included; the face lists what it shows."""
    graph = {module: ours(module) for module in MODULES if module != "__init__"}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' → '.join(error.args[1])}")


def test_a_library_has_one_owner() -> None:
    """What a module imports at run time is of the standard library or of this one, or its suite owns the library."""
    wrong = []
    for module in MODULES:
        owned = {name for name, owners in OWNERS.items() if room(module) in owners.split()}
        foreign = {name[1:] for name in imported(module) if name.startswith("/")} - sys.stdlib_module_names - owned
        foreign -= {"typing_extensions"}
        for_types = {"pint", "pandas", "pyarrow"} & foreign
        wrong += [f"{module} imports {name}" for name in foreign - for_types]
        if for_types:
            wrong += [f"{module} imports {name} when it runs" for name in for_types & run_time_imports(module)]
    assert wrong == []


def run_time_imports(module: str) -> set[str]:
    """The top-level names that a module imports when it runs, without what only type checkers read."""
    tree = parsed(module)
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    return {
        name.partition(".")[0] for node in ast.walk(tree) if id(node) not in skipped for name in names(node, module)
    }


@pytest.mark.parametrize("library", OWNERS)
def test_an_owner_uses_its_library(library: str) -> None:
    """The suite that owns a library imports it."""
    for owner in OWNERS[library].split():
        assert any(f"/{library}" in imported(module) for module in MODULES if room(module) == owner)


def test_a_module_is_short() -> None:
    """No module but a generated one is longer than can be read at a sitting."""
    lengths = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    long = {module: length for module, length in lengths.items() if length > LENGTH}
    assert {module for module in long if room(module) not in GENERATED} == set(), long


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Where a group is not to be tried again it is atomic, `(?>(…)*)`: Python before 3.11.5 misreads `(…)*+`."""
    wrong = [
        module for module, path in MODULES.items() if re.search(r"[^(]\)[*+?]\+", path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_a_module_begins_with_what_it_does() -> None:
    """The first line of a module is its docstring, a sentence that says what it alone does."""
    for module, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        sentence = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
        assert text.partition("\n")[0].strip('"') == sentence, module
        assert sentence.endswith("."), module


@pytest.mark.parametrize("module", [module for module in MODULES if room(module) in GENERATED])
def test_a_generated_module_names_its_generator(module: str) -> None:
    """The first line of a generated module names the command that made it, which is there."""
    if module != "_generated":
        tool = re.search(r"tools/\w+\.py", MODULES[module].read_text(encoding="utf-8").splitlines()[0])
        assert tool
        assert (checkout.ROOT / tool[0]).is_file()
