"""Laws of development: the README's commands, the nox sessions, the hooks and the locked versions agree."""

from __future__ import annotations

import ast
import re
import tomllib
from typing import Any

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from tests.support.checkout import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
PINNED = [Requirement(line.removesuffix(" \\")) for line in LOCK.splitlines() if re.match(r"[\w.-]+==", line)]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
LOWEST = (ROOT / ".ci" / "lowest.txt").read_text(encoding="utf-8")
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")


def declared() -> list[Requirement]:
    """Return every requirement of pyproject.toml: of the library, of its extras and of its dependency groups."""
    project = PYPROJECT["project"]
    texts = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    texts += [each for group in PYPROJECT["dependency-groups"].values() for each in group if isinstance(each, str)]
    found = [Requirement(text) for text in texts]
    return [each for each in found if each.name != project["name"]]


def pins(requirement: Requirement, python: str) -> list[str]:
    """Return the locked versions of what a requirement names, for one version of Python."""
    environment: Any = {
        **default_environment(),
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    if requirement.marker and not requirement.marker.evaluate(environment):
        return []
    return [
        next(iter(each.specifier)).version
        for each in PINNED
        if each.name == canonicalize_name(requirement.name)
        and (each.marker is None or each.marker.evaluate(environment))
    ]


def sessions() -> dict[str, str]:
    """Return the docstring of each nox session by the session's name."""
    found = {}
    for function in ast.parse((ROOT / "noxfile.py").read_bytes()).body:
        if not isinstance(function, ast.FunctionDef) or not function.decorator_list:
            continue
        (decorator,) = function.decorator_list
        given = {each.arg: each.value for each in decorator.keywords} if isinstance(decorator, ast.Call) else {}
        name = ast.literal_eval(given["name"]) if "name" in given else function.name
        found[name] = ast.get_docstring(function) or ""
    return found


def test_quick_start_is_two_commands() -> None:
    """The section Quick start of the README holds two shell blocks, each one line of commands joined by `&&`."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Quick start\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    assert section.count("```") == 4
    for block in blocks:
        (line,) = block.splitlines()
        assert " && " in line
        assert not re.search(r"[;|\\]", line)


def test_every_dependency_is_locked_in_a_version_that_is_allowed() -> None:
    """For each supported Python the lock file has one version of each dependency, and the dependency allows it."""
    assert {f"{python}" for python in PYTHONS} == {*re.findall(r'"(3\.\d+)"', WORKFLOW)}
    for python in PYTHONS:
        for requirement in declared():
            found = pins(requirement, python)
            assert len(found) <= 1, (requirement, python)
            assert all(requirement.specifier.contains(version) for version in found), (requirement, found)
            assert found or requirement.marker, (requirement, python)


def test_the_lowest_versions_are_those_that_are_declared() -> None:
    """The file of the lowest versions has, of what the library and its extras name, the version that `>=` names."""
    found = dict(re.findall(r"^([\w.-]+)==(\S+)", LOWEST, re.MULTILINE))
    project = PYPROJECT["project"]
    extras = (project["optional-dependencies"][each] for each in ("all", "test", "mcp", "plot", "draft", "export"))
    for text in (*project["dependencies"], *(each for extra in extras for each in extra)):
        requirement = Requirement(text)
        if requirement.name == project["name"]:
            continue
        lowest = found[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(lowest)
        (named,) = (each.version for each in requirement.specifier if each.operator == ">=")
        step = Version(named).release[:2]  # of which the first release may have been withdrawn
        assert Version(lowest).release[: len(step)] == step, text


def test_the_lock_file_names_no_place() -> None:
    """The lock file holds versions and hashes, and no address of an index or a folder."""
    lines = [line.strip(" \\") for line in LOCK.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert not [
        line for line in lines if not re.match(r"[\w.-]+==[\w.+!-]+( ; .+)?$|--hash=sha256:[0-9a-f]{64}$", line)
    ]
    assert "://" not in LOCK


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_the_versions_of_the_project(hook: dict[str, Any]) -> None:
    """What a hook of this repository installs is a locked version, or a requirement as pyproject.toml has it."""
    known = {str(each) for each in (*declared(), *PINNED)}
    assert [each for each in hook["additional_dependencies"] if str(Requirement(each)) not in known] == []


def test_every_session_says_what_it_does() -> None:
    """Each nox session has a docstring, and CONTRIBUTING.md names the session."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name, docstring in sessions().items():
        assert docstring, name
        assert f"`{name}`" in page, name


def test_the_workflow_runs_sessions_that_exist() -> None:
    """The workflow runs every session that a plain run of nox does, and only sessions that exist."""
    named = {name for command in re.findall(r"\.ci/run -s ([\w -]+)", WORKFLOW) for name in command.split()}
    listed = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    optional = {name for name in sessions() if re.search(rf"default=False\)\ndef {re.escape(name)}\(", listed)}
    assert {*sessions()} - optional <= named <= {*sessions()}
