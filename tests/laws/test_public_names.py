"""Laws of the public face: what is offered, that it says what it does, and that it costs nothing until used."""

from __future__ import annotations

import ast
import doctest
import inspect
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import beijing_public_services as bps

FACE = Path(str(bps.__file__))
HEAVY = {"pint", "pandas", "frictionless", "click", "rich"}
WATCH = "import sys; opened = []; sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))"


def resolve(name: str) -> object:
    """What the package gives for a name that it has not looked up before."""
    return vars(bps)["__getattr__"](name)


def offered() -> dict[str, str]:
    """The names that type checkers are shown, each with the module it comes from."""
    (block,) = (
        node
        for node in ast.parse(FACE.read_bytes()).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert len(imports) == len(block.body)
    return {alias.asname or alias.name: str(node.module) for node in imports for alias in node.names}


OFFERED = offered()
FUNCTIONS = [name for name in OFFERED if inspect.isfunction(inspect.unwrap(getattr(bps, name)))]
CLASSES = [name for name in OFFERED if inspect.isclass(getattr(bps, name))]


def fresh(*lines: str) -> Any:
    """The value of the last line, an expression, where these lines are run by an interpreter that has imported nothing.

    It runs without site-packages but for the folder that the library lies in, so that no other package is preloaded.
    """
    code = "\n".join([*lines[:-1], f"print(repr(({lines[-1]})))"])
    environment = os.environ | {"PYTHONPATH": str(FACE.parents[1]), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return ast.literal_eval(done.stdout)


def tops(modules: list[str]) -> set[str]:
    """The packages or modules of the top level that modules belong to."""
    return {name.partition(".")[0] for name in modules}


def test_all_is_sorted_and_is_what_type_checkers_see() -> None:
    """`__all__` lists, in order and once each, the names that type checkers are shown."""
    assert bps.__all__ == sorted(OFFERED)


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_each_name_is_the_thing_in_its_module(name: str) -> None:
    """A public name is, when it runs, the very thing that type checkers are told it is."""
    thing = getattr(import_module(OFFERED[name]), name)
    assert resolve(name) is thing


def _annotations(node: ast.AST) -> list[ast.expr]:
    """The annotations of the public fields, and of what public methods and functions take and return."""
    found: list[ast.expr] = []
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"):
            found += [one.annotation for one in (*each.args.args, *each.args.kwonlyargs) if one.annotation]
            found += [each.returns] if each.returns else []
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name) and each.target.id[0] != "_":
            found.append(each.annotation)
    return found


def _homes(tree: ast.Module, module: str) -> dict[str, tuple[str, str]]:
    """Each name that a module defines or imports from this library, with the module it is from and its name there."""
    homes = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(bps.__name__)
        for alias in node.names
    }
    defined = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    defined += [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal[")
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    return {**homes, **{name: (module, name) for name in defined}}  # type: ignore[dict-item]


@pytest.mark.parametrize("name", sorted(OFFERED))
def test_what_public_members_take_and_return_is_public(name: str) -> None:
    """A class or code list that a public name shows in an annotation is public itself."""
    module = OFFERED[name]
    tree = ast.parse(Path(str(import_module(module).__file__)).read_bytes())
    homes = _homes(tree, module)
    public = {(home, each) for each, home in OFFERED.items()} | {
        (f"{bps.__name__}.notation.bounds", "Bound"),
        (f"{bps.__name__}.notation.frequencies", "Frequency"),
        (f"{bps.__name__}.notation.versions", "Step"),
    }
    shown = {
        homes[each.id]
        for node in tree.body
        if getattr(node, "name", None) == name
        for annotation in _annotations(node)
        for each in ast.walk(annotation)
        if isinstance(each, ast.Name) and each.id in homes and each.id[0].isupper() and each.id != "Record"
    }
    assert shown <= public, f"make {sorted(shown - public)} public"


def test_nothing_else_is_offered() -> None:
    """No name of a module but the public ones can be reached through the package."""
    modules = [
        import_module(f"{bps.__name__}.{each.name}") for each in iter_modules(bps.__path__) if each.name != "cli"
    ]
    private = {name for module in modules for name in vars(module)} - OFFERED.keys()
    assert {"nearest", "Record", "pytest_addoption"} <= private
    for name in private:
        with pytest.raises(AttributeError):
            resolve(name)


def test_names_keep_their_meaning_when_modules_are_imported() -> None:
    """A public name is never displaced by the module of the same name, whichever module is imported first."""
    displaced = fresh(
        "import sys",
        "from importlib import import_module",
        "from pkgutil import iter_modules",
        f"import {bps.__name__} as bps",
        "for each in iter_modules(bps.__path__):",
        "    try: import_module(f'{bps.__name__}.{each.name}')",
        "    except ImportError: pass  # of what is not installed here",
        "sorted(name for name in bps.__all__ if type(vars(bps).get(name)) is type(sys))",
    )
    assert displaced == []


def test_dir_shows_the_names() -> None:
    """An interactive reader who lists the package sees every public name, in order."""
    assert {*OFFERED} <= {*dir(bps)}
    assert dir(bps) == sorted(dir(bps))


@pytest.mark.parametrize("name", ["get_indicater", "Indicators", "pint", "PERIOD", "_private", ""])
def test_a_misspelt_name_is_an_attribute_error(name: str) -> None:
    """A name that is not offered is refused with that name, so that `hasattr` and `from … import` work as ever."""
    with pytest.raises(AttributeError, match=f"'{bps.__name__}' has no attribute '{name}'"):
        getattr(bps, name)
    assert not hasattr(bps, name)


@pytest.mark.parametrize("name", FUNCTIONS + CLASSES)
def test_a_public_name_says_what_it_is(name: str) -> None:
    """Every public function and class has a docstring of its own whose first line is a sentence."""
    docstring = getattr(bps, name).__doc__
    assert docstring
    assert docstring.splitlines()[0].endswith(".")


@pytest.mark.parametrize("name", CLASSES)
def test_a_public_method_says_what_it_gives(name: str) -> None:
    """Every public method and property of a public class has a docstring."""
    members = {key: value for key, value in vars(getattr(bps, name)).items() if not key.startswith("_")}
    described = {
        key: value for key, value in members.items() if inspect.isfunction(value) or isinstance(value, property)
    }
    assert all(value.__doc__ for value in described.values()), described.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_shows_how_it_is_used(name: str) -> None:
    """Every public function has an example that runs."""
    found = doctest.DocTestFinder(recurse=False).find(getattr(bps, name), name)
    assert sum(len(test.examples) for test in found) > 0


@pytest.mark.parametrize("name", [name for name in CLASSES if name.endswith("Error")])
def test_every_error_is_one_of_this_library(name: str) -> None:
    """Each error has the one base, and but for the base is also the builtin that a caller would catch."""
    error = getattr(bps, name)
    assert issubclass(error, bps.BeijingPublicServicesError)
    builtin = {KeyError, ValueError, LookupError, ImportError, OSError} & {*error.__mro__}
    assert builtin or error is bps.BeijingPublicServicesError


def test_importing_the_package_loads_nothing() -> None:
    """`import beijing_public_services` loads no other module of the library, none that is heavy, and reads no data."""
    loaded, opened = fresh(
        WATCH, "before = {*sys.modules}", f"import {bps.__name__}", "sorted({*sys.modules} - before), opened"
    )
    assert bps.__name__ in loaded
    assert [name for name in loaded if name.startswith(f"{bps.__name__}.")] == []
    assert not tops(loaded) & (HEAVY | {"json", "csv", "typing", "dataclasses"})
    assert [path for path in opened if not path.endswith((".py", ".pyc")) and bps.__name__ in path] == []
    assert not any(path.endswith((".csv", ".json")) for path in opened)


def test_a_value_needs_no_other_package() -> None:
    """`get_indicator(...).value` reads the data package, and loads neither pint nor pandas nor frictionless."""
    value, loaded, opened = fresh(
        WATCH,
        f"import {bps.__name__} as bps",
        "value = bps.get_indicator('environment.pm2_5_annual_mean').value",
        "value, sorted(sys.modules), opened",
    )
    assert value == 30.5
    assert not tops(loaded) & HEAVY
    assert any(path.endswith("observations.csv") for path in opened)


def test_listing_the_names_loads_nothing() -> None:
    """`dir` shows the names without loading what they stand for."""
    shown, loaded = fresh("import sys", f"import {bps.__name__} as bps", "dir(bps), sorted(sys.modules)")
    assert {*OFFERED} <= {*shown}
    assert not [name for name in loaded if name.startswith(f"{bps.__name__}.")]
