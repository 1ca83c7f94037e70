"""Laws of the code's own shape: imports point down, a library has one owner, a module is short."""

from __future__ import annotations

import ast
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = "beijing_public_services"
PACKAGE = Path(getattr(find_spec(ROOT), "origin", "")).parent
LAYERS = [
    "_once _record _ids _release codes",
    "errors issue",
    "_location _writing periods printed keys source_text cells versions",
    "units tables files records",
    "reading",
    "vetted",
    "english chinese figures claims",
    "interval comparison evidence selection",
    "reference history changes model package plain verdicts works",
    "reporting citation_styles citation_formats",
    "store",
    "api",
    "identities corroboration diagnosis verification passages assertion",
    "frame conformance configuration auditing checks citation releases exchange transcribing refreshing scaffold",
    "__init__",
    "cli pytest_plugin __main__",
]
OWNERS = {
    "pint": "units",
    "pandas": "frame",
    "frictionless": "conformance",
    "pyarrow": "exchange",
    "xlsxwriter": "exchange",
    "typer": "cli",
    "rich": "cli",
    "pytest": "pytest_plugin",
}
LENGTH = 250
HEIGHT = {name: height for height, layer in enumerate(LAYERS) for name in layer.split()}
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def home(module: str) -> str:
    """The name of a module's layer: that of the module, or of the package within ours that it lies in."""
    return module.partition(".")[0]


def is_for_types_only(node: ast.AST) -> bool:
    """Whether a statement is run by type checkers alone."""
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def run(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that are run, in functions too, without what is for type checkers alone."""
    for node in ast.iter_child_nodes(tree):
        if is_for_types_only(node):
            assert isinstance(node, ast.If)
            for other in node.orelse:
                yield other
                yield from run(other)
        else:
            yield node
            yield from run(node)


def names(node: ast.AST, module: str) -> list[str]:
    """The full names of what a node of that module imports, a literal given to `import_module` included."""
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
def imported(module: str) -> frozenset[str]:
    """The modules that a module imports when it runs: ours by their name within the package, others by their own."""
    found = set()
    for node in run(ast.parse(MODULES[module].read_bytes())):
        for name in names(node, module):
            top, _, rest = name.partition(".")
            if top != ROOT:
                found.add(f"/{top}")
            else:
                found.add(rest if rest in MODULES else rest.rpartition(".")[0] or "__init__")
    return frozenset(found)


def ours(module: str) -> list[str]:
    """The modules of this library that a module imports."""
    return sorted(name for name in imported(module) if not name.startswith("/"))


def test_the_modules_are_found() -> None:
    """The modules read are those of the library, this test's own list of layers among them."""
    assert {"__init__", "model", "store", "api", "checks", "checks.figures"} <= MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_each_module_has_a_layer(module: str) -> None:
    """Every module belongs to one layer."""
    assert home(module) in HEIGHT, f"give {home(module)} a layer in LAYERS"


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    """A module imports, at the top or within a function, only from its own layer and those below."""
    height = HEIGHT.get(home(module), len(LAYERS))  # what has no layer yet is told so above
    upward = [name for name in ours(module) if HEIGHT.get(home(name), 0) > height]
    assert not upward, f"{module} imports {upward} from above"


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Within a layer too, imports never lead back to where they began."""
    try:
        order = list(TopologicalSorter({module: ours(module) for module in MODULES}).static_order())
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' → '.join(error.args[1])}")
    assert {*order} == MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_library_has_one_owner(module: str) -> None:
    """What a module imports is of the standard library or of this one, or it is the one module that owns the rest."""
    foreign = {name[1:] for name in imported(module) if name.startswith("/")} - sys.stdlib_module_names
    assert {name: OWNERS.get(name, "nobody") for name in foreign} == dict.fromkeys(foreign, home(module))


@pytest.mark.parametrize("library", ["pint", "pandas", "frictionless"])
def test_an_owner_uses_its_library(library: str) -> None:
    """The module that owns a library is there and imports it."""
    assert f"/{library}" in imported(OWNERS[library])


@pytest.mark.parametrize("module", [module for module in MODULES if module != "_ids"])
def test_a_module_is_short(module: str) -> None:
    """No module but the generated one is longer than can be read at a sitting."""
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LENGTH


@pytest.mark.parametrize("module", MODULES)
def test_a_module_begins_with_what_it_does(module: str) -> None:
    """The first line of a module is its docstring, a sentence that says what it alone does."""
    docstring = ast.get_docstring(ast.parse(MODULES[module].read_bytes()))
    assert docstring
    first = MODULES[module].read_text(encoding="utf-8").splitlines()[0]
    assert first.strip('"') == docstring.splitlines()[0]
    assert docstring.splitlines()[0].endswith(".")


def test_the_generated_module_names_its_generator() -> None:
    """The first line of the generated ids names the command that made them, which is there."""
    first = MODULES["_ids"].read_text(encoding="utf-8").splitlines()[0]
    assert "tools/refresh.py" in first
    assert (Path(__file__).parents[2] / "tools" / "refresh.py").is_file()
