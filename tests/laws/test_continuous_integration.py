"""What others run in their pipelines: the pre-commit hook, and the GitHub action with its script."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.support.checkout import DOCS, ROOT, environment

ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PAGE = DOCS / "in-your-ci.md"
SCAFFOLD = ROOT / "src" / "beijing_public_services" / "authoring" / "scaffold.py"
SCRIPTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
ODD_PATHS = ("no such folder", "--help", "; touch was_run", "* 'x")
PINNED = re.compile(r"\s*(?:- )?uses: ([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+")


def read(path: Path) -> Any:
    """What a YAML file says."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    """The steps of the action."""
    found: list[dict[str, Any]] = read(ACTION)["runs"]["steps"]
    return found


def test_the_hook_runs_the_command_and_installs_what_it_needs() -> None:
    """The hook's entry is a command of this library, with the extras of it and of the check."""
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert hook["language"] == "python"
    name, command = hook["entry"].split()
    assert (name in SCRIPTS, command) == (True, "check")
    assert hook["additional_dependencies"] == [".[cli,validate]"]
    assert (hook["pass_filenames"], hook["args"]) == (False, ["."])  # never the bundled package, whatever is changed


@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("datapackage.json", True),
        ("data/observations.csv", True),
        ("a/datapackage.json", True),
        ("data/events.tsv", True),
        ("data/events.CSV", True),
        ("data/events.csv.gz", True),
        ("schema.json", True),
        ("dialects/plain", True),
        ("data.xlsx", True),
        ("package.zip", True),
        ("pyproject.toml", True),
        ("datapackage.json.bak", False),
        ("README.md", False),
        (".csv/README.md", False),
        ("src/program.py", False),
    ],
)
def test_the_hook_runs_where_a_package_is_changed(file: str, runs: bool) -> None:
    """Whatever a check may read sets the hook off; documents and programs do not."""
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert (re.search(hook["files"], file) is not None) is runs


def test_the_page_shows_the_hook_and_the_action_as_they_are() -> None:
    """What the page on pipelines has for a configuration and a workflow names the hook and its action's inputs."""
    page = PAGE.read_text(encoding="utf-8")
    configuration, workflow, pipeline = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    (shown,) = configuration["repos"][0]["hooks"]
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert shown["id"] == hook["id"]
    assert {*workflow["steps"][1]["with"]} <= {*read(ACTION)["inputs"]}
    assert pipeline["check-data"]["script"][1].split()[:2] == hook["entry"].split()


def test_the_action_is_composite_and_says_what_it_takes() -> None:
    """The action has a name and a description, as has each input, which is optional."""
    action = read(ACTION)
    assert action["runs"]["using"] == "composite"
    assert action["name"]
    assert action["description"]
    assert {*action["inputs"]} == {"path", "select", "ignore", "warn", "isolated"}
    assert all(each["description"] and isinstance(each["default"], str) for each in action["inputs"].values())


def test_each_step_of_the_action_runs_in_a_shell_or_is_an_action() -> None:
    """A step that runs something names its shell, without which GitHub refuses a composite action."""
    assert all(("shell" in step) == ("run" in step) != ("uses" in step) for step in steps())


def test_no_input_is_written_into_a_script() -> None:
    """Expressions stand in the environment of a step and never in what it runs: an input could be a command."""
    assert not [step["run"] for step in steps() if "${{" in step.get("run", "")]
    given = {value for step in steps() for value in step.get("env", {}).values() if "inputs." in value}
    assert given == {f"${{{{ inputs.{name} }}}}" for name in read(ACTION)["inputs"]}


def test_no_step_imports_what_is_checked_out() -> None:
    """Each step runs Python isolated from its folder: a `venv.py` in the checkout is a file and no program."""
    scripts = [step["run"] for step in steps() if "run" in step]
    lines = [line for script in scripts for line in script.splitlines()]
    assert all(re.search(r"ython\" -I -m ", line, re.IGNORECASE) for line in lines), lines


def test_actions_are_pinned_by_their_commit() -> None:
    """Whatever action is used, here, in a workflow, in the docs or in a file that `new` writes, is named by a commit
    with its tag, and everywhere by the same."""
    uses = [
        line
        for file in (ACTION, *WORKFLOWS, PAGE, SCAFFOLD)
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s*(- )?uses: (?!\./|beijing-public-services/)", line)  # ours is in it, or named by its release
    ]
    pins = [PINNED.fullmatch(line) for line in uses]
    assert all(pins), uses
    commits = {pin[1]: pin[2] for pin in pins if pin}
    assert {(pin[1], pin[2]) for pin in pins if pin} == {*commits.items()}
    assert {"actions/checkout", "actions/setup-python"} <= commits.keys()


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """The command of this library as the action has it: a file to run."""
    file = tmp_path / "the command"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m beijing_public_services "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file


def act(command: Path, workspace: Path, path: object, **rules: str) -> subprocess.CompletedProcess[str]:
    """What the action's script does with these inputs, in a folder of its own."""
    inputs = {"SELECT": "", "IGNORE": "", "WARN": "", "PACKAGE": str(path), **rules}
    script = [str(ROOT / ".ci" / "action"), str(command)]
    return subprocess.run(
        script, cwd=workspace, env=environment(**inputs), capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def broken(package_copy: Path) -> Path:
    """A package with one figure changed, in a folder with a space in its name."""
    observations = package_copy / "data" / "observations.csv"
    text = observations.read_text(encoding="utf-8")
    observations.write_text(text.replace(",7123,exact,", ",7132,exact,"), encoding="utf-8")
    return package_copy.rename(package_copy.with_name("a package"))


@pytest.mark.slow
def test_the_action_passes_a_good_package(command: Path, package_copy: Path) -> None:
    """Where nothing is wrong the step succeeds, without an annotation."""
    done = act(command, package_copy.parent, package_copy.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "::" not in done.stdout


def test_the_action_annotates_what_is_wrong(command: Path, broken: Path) -> None:
    """Each finding is an error at its file and line, seen from the workspace, and the step fails."""
    done = act(command, broken.parent, broken.name, IGNORE="frictionless")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=a package/data/observations.csv,line=35,")
    assert "found 7132, expected 7123" in line


@pytest.mark.slow
def test_the_action_chooses_rules(command: Path, broken: Path) -> None:
    """The inputs `select`, `ignore` and `warn` take rules apart by commas, spaces or lines."""
    chosen = act(command, broken.parent, broken.name, SELECT="units_are_used,\nprinted_figures_are_read_back")
    assert chosen.returncode == 1
    warned = act(command, broken.parent, broken.name, IGNORE="frictionless", WARN="values_match_the_printed_text")
    assert warned.returncode == 0
    assert "::warning file=" in warned.stdout
    other = act(command, broken.parent, broken.name, SELECT="units_are_used areas_are_used")
    assert other.returncode == 0


@pytest.mark.parametrize(
    "path",
    ["$(touch was_run)", *(pytest.param(path, marks=pytest.mark.slow) for path in ODD_PATHS)],
)
def test_an_input_is_only_ever_a_path(command: Path, tmp_path: Path, path: str) -> None:
    """A path that is none, or looks like an option or a command, is one that could not be checked."""
    done = act(command, tmp_path, path)
    assert done.returncode == 2
    assert not (tmp_path / "was_run").exists()


@pytest.mark.slow
def test_a_rule_of_the_checkout_runs_unless_it_is_isolated(command: Path, package_copy: Path) -> None:
    """Rules that pyproject.toml names are imported; with `isolated` none is, and nothing in that file counts."""
    table = '[tool.beijing-public-services]\nrules = ["mine:rule"]\nignore = ["frictionless"]\n'
    (package_copy / "pyproject.toml").write_text(table, encoding="utf-8")
    (package_copy / "mine.py").write_text("raise SystemError('it ran')\n", encoding="utf-8")
    trusting = act(command, package_copy, ".")
    assert trusting.returncode == 2
    assert trusting.stdout.startswith("::error::found the rule 'mine:rule'")
    assert "it ran" in trusting.stderr
    isolated = act(command, package_copy, ".", ISOLATED="true")
    assert (isolated.returncode, isolated.stdout) == (0, "")


@pytest.mark.slow
def test_an_input_is_only_ever_a_rule(command: Path, package_copy: Path) -> None:
    """What is no rule is refused, and is neither run nor taken for a pattern of files."""
    for text in ("$(touch${IFS}was_run)", "*"):
        done = act(command, package_copy, ".", IGNORE=text)
        assert done.returncode == 2
        assert text in done.stderr
    assert not (package_copy / "was_run").exists()
