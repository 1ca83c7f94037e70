"""The pytest plugin: a test for each rule of a package, and assertions whose traceback ends where they are made."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.checkout import DOCS

from beijing_public_services import pytest_plugin
from beijing_public_services._install import install_command
from beijing_public_services.checks import frictionless_words
from beijing_public_services.checks import runner as checks
from beijing_public_services.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable

PLUGIN = pytest_plugin.__name__
TOWNS = {
    "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
    "name": "towns",
    "id": "https://example.org/towns",
    "version": "1.0.0",
    "licenses": [{"name": "CC-BY-4.0"}],
    "resources": [
        {
            "name": "towns",
            "path": "towns.csv",
            "type": "table",
            "schema": {
                "fields": [
                    {"name": "id", "type": "string"},
                    {"name": "people", "type": "integer", "constraints": {"minimum": 0}},
                ]
            },
        }
    ],
}
BROKEN = "frictionless"  # the rule that a number of people below 0 breaks
SKIPPED = "units_are_used"  # a rule that this package has no resources for
PASSED = "numbers_are_finite"

Checks = list[Any]


@pytest.fixture(autouse=True, scope="module")
def imported() -> None:
    """What the sessions below import stays imported: each forgets what it was the first to import in this process.

    Imported twice, NumPy warns, and classes of a module are no longer those that others know.
    """
    checks.check()
    pytest_plugin.assert_published("environment.pm2_5_annual_mean", 30.5)  # which imports pint, and with it NumPy


@pytest.fixture
def towns(pytester: pytest.Pytester) -> Callable[..., Path]:
    """Makes a package of one table in a folder below that of the test session, with these numbers of people."""

    def made(folder: str = "towns", people: tuple[int, ...] = (100,)) -> Path:
        path = pytester.path / folder
        path.mkdir(parents=True)
        (path / "datapackage.json").write_text(json.dumps(TOWNS), encoding="utf-8")
        rows = [f"t{place},{number}" for place, number in enumerate(people, 1)]
        (path / "towns.csv").write_text("\n".join(["id,people", *rows, ""]), encoding="utf-8")
        return path

    return made


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checks:
    """The packages that were checked, as they are."""
    found: Checks = []
    check_report = checks.check_report

    def counted(path: Any, *rest: Any) -> Any:
        found.append(path)
        return check_report(path, *rest)

    monkeypatch.setattr(checks, "check_report", counted)
    return found


def run(pytester: pytest.Pytester, *arguments: object) -> pytest.RunResult:
    """A session in this process that has the plugin."""
    return pytester.runpytest_inprocess("-p", PLUGIN, *map(str, arguments))


def only(outcome: str, result: pytest.RunResult) -> set[str]:
    """The rules whose tests ended so, in a session that was asked to be verbose."""
    lines = [line.partition(" ") for line in result.outlines]
    return {name.rpartition("::")[2] for name, _, rest in lines if "::" in name and rest.startswith(outcome)}


def test_there_is_a_test_for_each_rule(pytester: pytest.Pytester, towns: Callable[..., Path], checked: Checks) -> None:
    """The tests of a package are its rules, in order, after those of the session; collecting checks nothing."""
    towns()
    pytester.makepyfile(test_it="def test_it(): pass")
    result = run(pytester, "--datapackage", "towns", "--collect-only", "-q")
    ids = [line for line in result.outlines if "::" in line]
    assert ids == ["test_it.py::test_it", *(f"towns/datapackage.json::{rule}" for rule in checks.rule_ids())]
    assert result.ret == 0
    assert checked == []


def test_a_rule_passes_fails_or_is_skipped(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """A test fails with the issues of its rule, at file, row and column, and is skipped where the rule did not run."""
    towns(people=(100, -5))
    result = run(pytester, "--datapackage", "towns", "-v", "-rs")
    result.stdout.fnmatch_lines([f"*collected {len(checks.rule_ids())} items"])
    assert only("FAILED", result) == {BROKEN}
    assert PASSED in only("PASSED", result)
    assert SKIPPED in only("SKIPPED", result)
    result.stdout.fnmatch_lines(["*towns/datapackage.json: frictionless*", 'towns.csv:3 people:*"minimum" is "0"*'])
    result.stdout.fnmatch_lines(["SKIPPED*the package has no *units*"])
    assert {*checks.rule_ids()} == set().union(*(only(each, result) for each in ("FAILED", "PASSED", "SKIPPED")))
    assert result.ret == 1
    result.stdout.no_fnmatch_line("*def runtest*")


def test_a_package_is_checked_once(pytester: pytest.Pytester, towns: Callable[..., Path], checked: Checks) -> None:
    """However many tests it has, and however often it is named, a package is checked once; each is checked."""
    first, second = towns("first"), towns("second/below")
    given = [each for path in (first, second, first / "datapackage.json") for each in ("--datapackage", path)]
    result = run(pytester, *given)
    assert result.ret == 0
    assert checked == [first / "datapackage.json", second / "datapackage.json"]
    outcomes = result.parseoutcomes()
    assert outcomes["passed"] + outcomes["skipped"] == 2 * len(checks.rule_ids())


def test_a_check_that_could_not_run_is_not_tried_again(
    pytester: pytest.Pytester, towns: Callable[..., Path], checked: Checks
) -> None:
    """A rule of the user's own that raises fails each test with the line that says so, after one check."""
    towns()
    pytester.makepyfile(own="def raises(tables): raise RuntimeError('no more paper')")
    pytester.makepyprojecttoml('[tool.beijing-public-services]\nrules = ["own:raises"]')
    result = run(pytester, "--datapackage", "towns", "-k", f"{PASSED} or raises")
    assert result.parseoutcomes() == {"failed": 2, "deselected": len(checks.rule_ids()) - 1}
    result.stdout.fnmatch_lines(["the rule 'raises' failed: RuntimeError: no more paper"])
    assert len(checked) == 1


def test_the_tests_can_be_chosen(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """`-k` and `--deselect` choose among them, and `--last-failed` runs what failed."""
    towns(people=(-5,))
    rules = len(checks.rule_ids())
    chosen = ("--datapackage", "towns", "-k", f"{BROKEN} or {PASSED}")
    assert run(pytester, *chosen).parseoutcomes() == {"passed": 1, "failed": 1, "deselected": rules - 2}
    again = run(pytester, *chosen, "--last-failed").parseoutcomes()
    assert (again["failed"], "passed" in again) == (1, False)
    deselected = run(pytester, *chosen, "--deselect", f"towns/datapackage.json::{BROKEN}")
    assert deselected.parseoutcomes() == {"passed": 1, "deselected": rules - 1}
    assert deselected.ret == 0


def test_the_first_failure_can_end_the_session(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """`-x` stops at the first rule that does not hold."""
    towns(people=(-5,))
    result = run(pytester, "--datapackage", "towns", "-x")
    before = checks.rule_ids().index(BROKEN)
    outcomes = result.parseoutcomes()
    assert (outcomes["failed"], outcomes["passed"] + outcomes.get("skipped", 0)) == (1, before)


def test_junit_has_a_case_for_each_rule(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """In a report for other programs each rule is a case of its package, with its issues where it failed."""
    towns(people=(-5,))
    run(pytester, "--datapackage", "towns", "--junitxml", "report.xml")
    cases = list(ET.parse(pytester.path / "report.xml").iter("testcase"))
    assert [case.get("name") for case in cases] == [*checks.rule_ids()]
    assert {case.get("classname") for case in cases} == {"towns.datapackage.json"}
    (failed,) = [case for case in cases if case.find("failure") is not None]
    assert "towns.csv:2 people" in str(failed.findtext("failure"))


@pytest.mark.slow
def test_workers_share_the_tests(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """Two workers of pytest-xdist collect the same tests, and one that keeps to files runs all of a package's."""
    pytest.importorskip("xdist")
    towns(people=(-5,))
    result = run(pytester, "--datapackage", "towns", "-n", "2", "--dist", "loadfile")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    assert sum(outcomes.values()) == len(checks.rule_ids())


def test_a_warning_does_not_fail(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """An issue that counts as a warning is one of pytest's, at the file and row, and fails where those are errors."""
    towns(people=(-5,))
    pytester.makepyprojecttoml('[tool.beijing-public-services]\nwarn = ["frictionless"]')
    result = run(pytester, "--datapackage", "towns", "-k", BROKEN, "-W", "default")
    assert result.ret == 0
    result.stdout.fnmatch_lines(["towns/datapackage.json::frictionless", "*towns.csv:2: DataPackageWarning: *minimum*"])
    strict = run(pytester, "--datapackage", "towns", "-k", BROKEN, "-W", f"error::{PLUGIN}.DataPackageWarning")
    assert strict.ret == 1
    strict.stdout.fnmatch_lines(["E*DataPackageWarning: towns.csv:2 people*"])


def test_the_configuration_is_that_of_the_session(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """The rules are those that the `pyproject.toml` of the root folder chooses, rules of one's own among them."""
    towns()
    pytester.makepyfile(own="def holds(tables): return ()")
    pytester.makepyprojecttoml(
        '[tool.beijing-public-services]\nselect = ["numbers_are_finite", "custom"]\nrules = ["own:holds"]'
    )
    result = run(pytester, "--datapackage", "towns", "-v")
    assert only("PASSED", result) == {PASSED, "holds"}
    assert result.parseoutcomes() == {"passed": 2}


def test_a_long_list_of_issues_is_cut(
    pytester: pytest.Pytester, towns: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure lists the first hundred issues and says how many more there are."""
    for name in ("CI", "BUILD_NUMBER"):  # with which pytest's summary repeats the whole list
        monkeypatch.delenv(name, raising=False)
    towns(people=(-1,) * 120)
    result = run(pytester, "--datapackage", "towns", "-k", BROKEN)
    listed = [line for line in result.outlines if line.startswith("towns.csv:")]
    assert len(listed) == 100
    result.stdout.fnmatch_lines(["and 20 more"])


def test_packages_beside_the_root_folder_are_told_apart(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """A package that lies outside the root folder of the session is named by its way from there."""
    for name in ("first", "second"):
        towns(name)
    root = pytester.mkdir("project")
    (root / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    given = ("--datapackage", "first", "--datapackage", "second")
    result = run(pytester, root, *given, "--collect-only", "-q", "-k", PASSED)
    assert [line for line in result.outlines if "::" in line] == [
        f"::../{name}/datapackage.json::{PASSED}" for name in ("first", "second")
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "found no such file, expected a data package"),
        ("{", "found no JSON"),
        ("[]", "found [], expected"),
    ],
    ids=["none", "no JSON", "no object"],
)
def test_a_path_that_is_no_package_ends_the_session(pytester: pytest.Pytester, content: str | None, said: str) -> None:
    """Where there is no package that could be read, pytest says so in a line, and how it was called is an error."""
    if content is not None:
        pytester.mkdir("towns")
        (pytester.path / "towns" / "datapackage.json").write_text(content, encoding="utf-8")
    result = run(pytester, "--datapackage", "towns")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = filter(None, result.errlines)
    assert line.startswith(f"ERROR: --datapackage {pytester.path / 'towns'}")
    assert said in line


def test_a_configuration_that_is_none_ends_the_session(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """An unknown rule is said in a line, with its like; a session without packages takes no notice."""
    towns()
    pytester.makepyprojecttoml('[tool.beijing-public-services]\nignore = ["numbers_are_finit"]')
    result = run(pytester, "--datapackage", "towns")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = filter(None, result.errlines)
    assert "numbers_are_finite" in line
    assert run(pytester).ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_missing_extra_ends_the_session(
    pytester: pytest.Pytester, towns: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without frictionless pytest says in a line what to install."""
    towns()
    monkeypatch.setitem(sys.modules, "frictionless", None)  # as if it were not there
    with pytest.raises(MissingExtraError):
        frictionless_words.require_frictionless()
    result = run(pytester, "--datapackage", "towns")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = filter(None, result.errlines)
    assert line.endswith(install_command("validate"))


def test_only_who_asks_has_the_plugin(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """Without `-p` or a conftest the option is unknown; a conftest that has used the module before may ask too."""
    towns()
    assert pytester.runpytest_inprocess("--datapackage", "towns").ret == pytest.ExitCode.USAGE_ERROR
    pytester.makeconftest(f"from {PLUGIN} import assert_published\npytest_plugins = [{PLUGIN!r}]")
    asked = pytester.runpytest_inprocess("--datapackage", "towns", "-k", PASSED, "-W", "error")
    assert asked.parseoutcomes() == {"passed": 1, "deselected": len(checks.rule_ids()) - 1}


def test_the_page_shows_how_it_is_set_up(pytester: pytest.Pytester, towns: Callable[..., Path]) -> None:
    """The conftest and the configuration of the page on pipelines work as they stand there."""
    towns()
    page = (DOCS / "in-your-ci.md").read_text(encoding="utf-8")
    (conftest,) = re.findall(r"```python\n(# conftest.py\n.*?)```", page, re.DOTALL)
    (configuration,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    pytester.makeconftest(conftest)
    pytester.makepyprojecttoml(configuration)
    assert pytester.runpytest_inprocess("--datapackage", "towns").ret == 0


def test_the_plugin_imports_little() -> None:
    """Loading it, which happens before coverage is measured, imports neither pint nor pandas nor frictionless."""
    script = f"import sys, {PLUGIN}; print(*(name for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True).stdout
    modules = loaded.split()
    assert PLUGIN in modules
    assert not {"pint", "pandas", "frictionless", "numpy"} & {*modules}
    ours = {name.partition(".")[2] for name in modules if name.startswith("beijing_public_services.")}
    assert ours == {"pytest_plugin", "testing", "errors", "_record"}


def test_the_traceback_of_an_assertion_ends_at_the_test(pytester: pytest.Pytester) -> None:
    """What is shown of a failed assertion is the line of the test and the verdict, and nothing of this library."""
    pytester.makepyfile(
        f"""
        from {PLUGIN} import assert_published

        def test_figure():
            assert_published("environment.pm2_5_annual_mean", 32)
        """
    )
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(
        [
            '>*assert_published("environment.pm2_5_annual_mean", 32)',
            "E*AssertionError: PM2.5 annual mean concentration (Beijing, 2024): the report prints 30.5*",
            "E*Found 32; what is printed leaves possible [[]30.45, 30.55) ug/m3.",
            "*test_the_traceback_of_an_assertion_ends_at_the_test.py:4: AssertionError",
        ]
    )
    result.stdout.no_fnmatch_line("*assertion.py*")
