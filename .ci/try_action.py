"""The GitHub action, step by step, on a good package and a broken one; needs bash, PyYAML and the package index.

A workflow's runner is stood in for: each `run` step of action.yml runs as it would there, with the same expressions in
its environment, in a folder that has a space in its name. The step that sets up Python is this Python.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

TOP = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((TOP / "action.yml").read_text(encoding="utf-8"))
PAGE = (TOP / "docs" / "in-your-ci.md").read_text(encoding="utf-8")
STEPS = yaml.safe_load(PAGE[PAGE.index("\nsteps:\n") :].partition("```")[0])["steps"]  # as the page prints them


def run(workspace: Path, temporary: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The last of the steps that ran: the one that failed, or the check."""
    inputs = {name: each["default"] for name, each in ACTION["inputs"].items()} | given
    values = {f"inputs.{name}": value for name, value in inputs.items()} | {
        "runner.temp": str(temporary),
        "runner.os == 'Windows' && 'Scripts' || 'bin'": "bin",
        "steps.python.outputs.python-path": sys.executable,
    }
    for step in (each for each in ACTION["runs"]["steps"] if "run" in each):
        named = {
            name: re.sub(r"\$\{\{ (.+?) \}\}", lambda found: values[found[1]], value)
            for name, value in step["env"].items()
        }
        environment = {**os.environ, "GITHUB_ACTION_PATH": str(TOP), **named}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        folder = temporary if "working-directory" in step else workspace
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            break
    return done


with tempfile.TemporaryDirectory() as work:
    temporary, workspace = Path(work, "the temp"), Path(work, "the workspace")
    temporary.mkdir()
    package = Path(shutil.copytree(TOP / "datapackage", workspace / "a package"))
    for module in ("venv", "random", "click", "pip/__init__", "pip/__main__", "beijing_public_services/__main__"):
        file = workspace / f"{module}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text("raise SystemExit('code of the checkout ran')\n", encoding="utf-8")

    good = run(workspace, temporary, path="a package")
    assert good.returncode == 0, good.stderr
    assert "::" not in good.stdout, good.stdout

    printed = STEPS[-1]["with"]
    shutil.copytree(package, workspace / printed["path"])
    as_printed = run(workspace, temporary, **printed)
    assert (as_printed.returncode, as_printed.stdout) == (0, ""), as_printed.stdout + as_printed.stderr

    observations = package / "data" / "observations.csv"
    text = observations.read_text(encoding="utf-8")
    observations.write_text(text.replace(",7123,exact,", ",7132,exact,"), encoding="utf-8")
    broken = run(workspace, temporary, path="a package", ignore="frictionless")
    assert broken.returncode == 1, broken.stderr
    (annotation,) = broken.stdout.splitlines()
    assert re.match(r"::error file=a package/data/observations.csv,line=\d+,", annotation), annotation
    assert "found 7132, expected 7123" in annotation, annotation

    (workspace / "pyproject.toml").write_text(
        '[tool.beijing-public-services]\nrules = ["mine:rule"]\n', encoding="utf-8"
    )
    (workspace / "mine.py").write_text("print('::warning::a rule of the checkout')\n", encoding="utf-8")
    trusting = run(workspace, temporary, path="a package")
    assert trusting.returncode == 2, trusting.stdout
    assert trusting.stderr.startswith("found the rule 'mine:rule'"), trusting.stderr
    isolated = run(workspace, temporary, path="a package", isolated="true", ignore="frictionless")
    assert isolated.returncode == 1, isolated.stderr
    assert "a rule of the checkout" not in isolated.stdout, isolated.stdout

print("the action passes a good package, and annotates the figure that is wrong in a broken one")
