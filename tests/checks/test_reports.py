"""The forms of a report, and how a check is configured: what is selected, ignored, made a warning, or added."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.checkout import DOCS
from tests.support.corpus import whole
from tests.support.editing import edit_descriptor

import beijing_public_services as bps
from beijing_public_services._printable import printable_lines
from beijing_public_services.checks import frictionless_words
from beijing_public_services.checks.configuration import KINDS
from beijing_public_services.checks.reports import as_github, as_json, as_junit, as_text
from beijing_public_services.checks.rule_pages import page_of
from beijing_public_services.checks.rules import structure
from beijing_public_services.checks.runner import rule_ids, rules
from beijing_public_services.checks.summary import merge

SCHEMA = json.loads((DOCS / "check-report.schema.json").read_bytes())
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
issues = st.builds(
    bps.Issue,
    file=texts,
    row=st.none() | st.integers(1, 9),
    column=st.none() | texts,
    rule=st.sampled_from(["files_are_safe", "frictionless:type-error"]),
    message=texts,
    severity=st.sampled_from(["error", "warning"]),
    found=st.none() | texts,
    expected=st.none() | texts,
)
reports = st.builds(
    bps.CheckReport,
    package=texts,
    issues=st.lists(issues, max_size=4).map(tuple),
    ran=st.just(("files_are_safe", "frictionless")),
    not_run=st.lists(st.builds(bps.NotRun, rule=st.just("units_are_used"), reason=texts), max_size=1).map(tuple),
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with one error and, since it says no licence, one warning."""
    folder = whole(tmp_path / "package")
    edit_descriptor(folder, lambda descriptor: descriptor.pop("licenses"))
    events = folder / "data" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace("Spring fair", "Fair"), encoding="utf-8")
    libraries = folder / "data" / "libraries.csv"
    libraries.write_text(libraries.read_text(encoding="utf-8").replace("main,large", "main,huge"), encoding="utf-8")
    return folder


def configured(**names: tuple[str, ...]) -> bps.Configuration:
    """A configuration of these names."""
    return bps.Configuration(**names)


def test_text_says_what_was_found_and_what_ran(package: Path) -> None:
    """People read a line for each finding, which rules could not run and why, and the counts."""
    lines = as_text(bps.check_report(package)).splitlines()
    assert lines[0].startswith("data/libraries.csv:2 size: found 'huge', expected ")
    assert lines[0].endswith("[cells_are_of_their_categories]")
    assert "datapackage.json licenses: warning: found none" in lines[1]
    assert any(line.startswith("not run, since the package has no observations") for line in lines)
    assert lines[-1].startswith("1 error, 1 warning; ")


@given(reports)
def test_json_is_of_its_published_schema(report: bps.CheckReport) -> None:
    """Programs read a report that the published schema describes, with nothing lost."""
    read = json.loads(as_json(report))
    jsonschema.validate(read, SCHEMA)
    assert [bps.Issue(**each) for each in read["issues"]] == list(report.issues)
    assert read["failed"] == report.failed


def test_the_schema_is_where_the_report_says() -> None:
    """The address in a report is that of the schema."""
    assert json.loads(as_json(bps.check_report()))["$schema"] == SCHEMA["$id"]
    assert SCHEMA["$id"].endswith("/docs/check-report.schema.json")


@given(reports)
def test_junit_has_a_case_for_each_rule(report: bps.CheckReport) -> None:
    """CI services read XML with a case for each rule: failed by errors alone, skipped where it did not run."""
    cases = ElementTree.fromstring(as_junit(report)).findall("./testsuite/testcase")
    assert [case.get("name") for case in cases] == [*report.ran, *(each.rule for each in report.not_run)]
    failed = {each.rule.partition(":")[0] for each in report.issues if each.severity == "error"}
    assert {case.get("name") for case in cases if case.find("failure") is not None} == failed
    assert sum(case.find("skipped") is not None for case in cases) == len(report.not_run)
    suite = ElementTree.fromstring(as_junit(report)).find("testsuite")
    assert suite is not None
    assert (suite.get("failures"), suite.get("tests")) == (str(len(failed)), str(len(cases)))


@given(reports)
def test_an_annotation_is_one_line_for_each_finding(report: bps.CheckReport) -> None:
    """A workflow command stands on a line of its own, whatever the finding holds, and gives its message back."""
    lines = [line for line in as_github(report).split("\n") if line]
    issues = merge(report.issues)
    assert len(lines) == len(issues)
    for line, issue in zip(lines, issues, strict=True):
        _, command, message = line.split("::", 2)
        assert command.startswith(f"{issue.severity} file=")
        said = f"{issue.column}: {issue.message}" if issue.column else issue.message
        unescaped = message.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        assert unescaped == printable_lines(said.replace("\r\n", "\n"))


@given(reports)
def test_nothing_that_is_printed_steers_a_terminal_or_a_ci_service(report: bps.CheckReport) -> None:
    """Whatever findings hold, each form of a report has only lines of shown characters, and no commands but ours."""
    for form in (as_text, as_json, as_junit, as_github):
        for line in form(report).split("\n"):
            assert re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]", line) is None
            assert re.search(r"##\w*\[", line) is None
            assert form is as_github or not line.lstrip().startswith("::")


def finding(rule: str, row: int | None = 2, **fields: Any) -> bps.Issue:
    """An issue of a rule."""
    return bps.Issue(**{"file": "data/a.csv", "row": row, "column": "b", "rule": rule, "message": "found x"} | fields)


def report_of(*issues: bps.Issue) -> bps.CheckReport:
    """A report of these issues."""
    rules = tuple(dict.fromkeys(each.rule.partition(":")[0] for each in issues))
    return bps.CheckReport(package="p", issues=issues, ran=rules, not_run=())


def test_only_so_many_findings_of_a_rule_are_printed() -> None:
    """After a hundred findings of a rule the rest is counted, rule by rule; JSON has them all."""
    report = report_of(*(finding("a", row) for row in range(2, 252)), finding("b"))
    lines = as_text(report).splitlines()
    assert "and 150 more [a]" in lines
    assert sum("[a]" in line for line in lines) == 101
    assert lines[-1].startswith("251 errors; ")
    assert "::notice title=a::and 150 more of a" in as_github(report).splitlines()
    assert len(as_github(report).splitlines()) == 102
    assert "and 150 more" in as_junit(report)
    assert len(as_text(report, None).splitlines()) == 252
    assert len(json.loads(as_json(report))["issues"]) == 251


def test_one_cell_is_one_finding() -> None:
    """Where a rule of ours and frictionless speak of one cell, one finding is printed, with the names of both."""
    ours, theirs = finding("a", message="found 1", severity="warning"), finding("frictionless:type-error")
    for issues in ((ours, theirs), (theirs, ours)):
        (line, last) = as_text(report_of(*issues)).splitlines()
        assert line == "data/a.csv:2 b: found 1 [a, frictionless:type-error]"
        assert last.startswith("1 error; ")
    apart = [ours, finding("c"), finding("frictionless:type-error", 3), finding("d", None), finding("d", column=None)]
    assert len(as_text(report_of(*apart)).splitlines()) == 6


def test_stale_hashes_are_one_finding_that_says_what_to_do() -> None:
    """Files that are not of the size and hash in the descriptor are one line, and do not hide the rest."""
    stale = [
        finding(f"frictionless:{kind}", None, file=f"data/{number}.csv", column=None)
        for number in range(9)
        for kind in ("byte-count", "hash-count")
    ]
    first, second, last = as_text(report_of(*stale, finding("a"))).splitlines()
    assert "data/0.csv, data/1.csv, data/2.csv and 6 more" in first
    assert "refresh" in first
    assert second.endswith("[a]")
    assert last.startswith("2 errors; ")
    assert len(as_github(report_of(*stale)).splitlines()) == 1


def test_a_finding_in_an_archive_is_shown_at_the_archive() -> None:
    """The files of a zip are not in the repository: the archive is annotated, and the message says where."""
    line = as_github(report_of(finding("a")), "data", "data/p.zip")
    assert line == "::error file=data/p.zip,title=a::data/a.csv:2 b: found x"


@given(st.lists(issues, max_size=8))
def test_issues_have_a_total_order(found: list[bps.Issue]) -> None:
    """Of two issues one comes first unless they are equal, whatever they have and lack."""
    for one in found:
        for other in found:
            assert [one < other, one == other, one > other].count(True) == 1
            assert (one <= other, one >= other) == (one < other or one == other, one > other or one == other)
    assert sorted(found) == sorted(sorted(found, key=str))


def test_an_issue_says_what_was_found_and_expected() -> None:
    """Both are fields, from which the message is made unless it is given; without either there is none."""
    issue = bps.Issue(file="a", found="1", expected="2")
    assert (issue.message, issue.found, issue.expected) == ("found 1, expected 2", "1", "2")
    assert bps.Issue(file="a", message="odd").found is None
    with pytest.raises(TypeError, match="needs a message"):
        bps.Issue(file="a", found="1")


def test_an_annotation_names_the_file_in_the_repository(package: Path) -> None:
    """With the folder of the package, the annotated file is the one that a reviewer sees."""
    first = as_github(bps.check_report(package), "data/mine").splitlines()[0]
    assert first.startswith(
        "::error file=data/mine/data/libraries.csv,line=2,title=cells_are_of_their_categories::size: found "
    )


def test_only_what_is_selected_is_asked(package: Path) -> None:
    """A rule, a layer, or one kind of finding of frictionless can be asked alone."""
    assert rule_ids(configured(select=("cells_hold_no_formula",))) == ("cells_hold_no_formula",)
    assert set(rule_ids(configured(select=("structure",)))) == {
        each.name for each in rules() if each.layer == "structure"
    }
    report = bps.check_report(package, configured(select=("frictionless:type-error",)))
    assert (report.ran, report.issues) == (("frictionless",), ())


def test_what_is_ignored_is_not_asked(package: Path) -> None:
    """An ignored rule or layer is not run, and a finding of an ignored kind does not count."""
    report = bps.check_report(package, configured(ignore=("structure", "packages_have_a_licence")))
    assert report.issues == ()
    assert "cells_hold_no_formula" not in report.ran
    visits = package / "data" / "events.csv"
    visits.write_text(visits.read_text(encoding="utf-8").replace(",2,", ",two,"), encoding="utf-8")
    kinds = {each.rule for each in bps.check(package)}
    assert "frictionless:type-error" in kinds
    less = {each.rule for each in bps.check(package, configured(ignore=("frictionless:type-error",)))}
    assert kinds - less == {"frictionless:type-error"}


@pytest.mark.parametrize("name", ["cells_are_of_their_categories", "structure"])
def test_a_warning_does_not_fail(package: Path, name: str) -> None:
    """Findings that are asked to be warnings are still told, and do not make a check fail."""
    report = bps.check_report(package, configured(warn=(name,)))
    assert [each.severity for each in report.issues] == ["warning", "warning"]
    assert not report.failed
    assert bps.check_report(package).failed


@pytest.mark.parametrize("key", ["select", "ignore", "warn"])
def test_an_unknown_rule_is_refused_with_the_nearest(key: str) -> None:
    """A misspelt rule is an error before anything is checked, and the right one is suggested."""
    with pytest.raises(bps.ConfigurationError, match="expected 'cells_hold_no_formula'"):
        bps.check(configuration=configured(**{key: ("cells_hold_no_formulas",)}))


def test_the_nearest_pyproject_configures(tmp_path: Path) -> None:
    """The table of the nearest pyproject.toml upwards is read; without one, or without the table, all is asked."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.beijing-public-services]\nignore = ["structure"]\nwarn = ["names_are_plain"]\n', encoding="utf-8"
    )
    (tmp_path / "deep" / "er").mkdir(parents=True)
    read = bps.read_configuration(tmp_path / "deep" / "er")
    assert read == configured(ignore=("structure",), warn=("names_are_plain",))
    (tmp_path / "deep" / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert bps.read_configuration(tmp_path / "deep" / "er") == bps.Configuration()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.beijing-public-services]\nselct = []", "found the key 'selct', expected 'select'"),
        ('[tool.beijing-public-services]\nselect = "structure"', "expected a list of texts"),
        ("[tool.beijing-public-services]\nselect = [1]", "expected a list of texts"),
        ("[tool]\nbeijing-public-services = 1", "expected a table"),
        ("no toml", "found no TOML"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    """What is wrong in a configuration is said with the file, and not passed over."""
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(bps.ConfigurationError, match=r"pyproject\.toml") as caught:
        bps.read_configuration(tmp_path)
    assert said in str(caught.value)


def test_the_command_line_adds_to_the_file() -> None:
    """What is ignored or a warning adds up; what is selected in a call stands in place of what the file selects."""
    file = configured(select=("structure",), ignore=("names_are_plain",), rules=("a:b",))
    call = configured(select=("meaning",), ignore=("descriptor",), rules=("a:b", "c:d"))
    joined = configured(select=("meaning",), ignore=("names_are_plain", "descriptor"), rules=("a:b", "c:d"))
    assert file.joined(call) == joined
    assert file.joined(bps.Configuration()) == file


OWN = '''
import beijing_public_services as bps

def titles_are_short(tables):
    """The title of an event has at most eight letters."""
    for number, row in tables["events"].numbered():
        if len(row["title"]) > 8:
            yield bps.Issue(file=tables["events"].file, row=number, column="title", message="found a long one")

def everything_fails(tables):
    yield tables["nothing"]

def nothing_is_found(tables):
    return []

def files_are_safe(tables):
    return []

nothing = 3
'''


@pytest.fixture
def own_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module of rules of one's own in the current folder, under a name that no other test has imported."""
    name = f"own_rules_{abs(hash(tmp_path))}"
    (tmp_path / f"{name}.py").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    yield name
    sys.modules.pop(name, None)


def test_a_rule_of_ones_own_runs_beside_the_others(package: Path, own_rules: str) -> None:
    """A function from tables to issues is a rule: its findings bear its name, and it can be ignored or a warning."""
    asked = configured(rules=(f"{own_rules}:titles_are_short", f"{own_rules}:nothing_is_found"))
    report = bps.check_report(package, asked)
    (found,) = [each for each in report.issues if each.rule == "titles_are_short"]
    assert (found.file, found.row, found.column, found.severity) == ("data/events.csv", 3, "title", "error")
    assert report.ran[-2:] == ("titles_are_short", "nothing_is_found")
    warned = bps.check_report(package, asked.joined(configured(warn=("custom",), ignore=("structure",))))
    assert not warned.failed
    alone = asked.joined(configured(select=("custom",)))
    assert rule_ids(alone) == ("titles_are_short", "nothing_is_found")


@pytest.mark.parametrize("name", ["none:rule", "{}:none", "{}", "{}:nothing", "{}:everything_fails"])
def test_a_rule_that_cannot_run_is_an_error(package: Path, own_rules: str, name: str) -> None:
    """A rule that is not there, is no function or fails is named, with its cause, and is no finding."""
    with pytest.raises(bps.ConfigurationError) as caught:
        bps.check(package, configured(rules=(name.format(own_rules),)))
    assert name.format(own_rules).rpartition(":")[2] in str(caught.value)


def test_a_rule_of_ones_own_has_a_name_of_its_own(own_rules: str) -> None:
    """A function named as one of our rules, or as another of one's own, is refused: nobody could tell them apart."""
    with pytest.raises(bps.ConfigurationError, match="2 rules called 'files_are_safe'"):
        rule_ids(configured(rules=(f"{own_rules}:files_are_safe",)))


def test_progress_tells_each_rule_once(package: Path) -> None:
    """Progress is told before each rule, with its number and how many there are."""
    told: list[tuple[str, int, int]] = []
    report = bps.check_report(package, progress=lambda *step: told.append(step))
    names = rule_ids(bps.Configuration())
    assert told == [(name, number, len(names)) for number, name in enumerate(names, 1)]
    assert set(names) == {*report.ran, *(each.rule for each in report.not_run)}


@pytest.mark.parametrize("key", ["select", "ignore", "warn"])
def test_an_unknown_kind_of_finding_is_refused_with_the_nearest(key: str) -> None:
    """A misspelt kind of finding of frictionless is an error, too."""
    with pytest.raises(bps.ConfigurationError, match="expected 'frictionless:type-error'"):
        bps.check(configuration=configured(**{key: ("frictionless:type-errors",)}))
    with pytest.raises(bps.ConfigurationError, match="found the rule 'frictionless:nosuch'"):
        bps.check(configuration=configured(**{key: ("frictionless:nosuch",)}))


def test_the_kinds_of_findings_are_those_of_frictionless() -> None:
    """Every type of error that the installed frictionless has can be named."""
    errors = vars(import_module("frictionless").errors).values()
    assert {each.type for each in errors if isinstance(each, type) and hasattr(each, "type")} <= {*KINDS}


def test_own_rules_are_found_beside_their_pyproject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, a rule is imported from the folder of the pyproject.toml that names it."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.beijing-public-services]\nrules = ["rules_beside:nothing_is_right"]\nmost_cells = 500_000\n', "utf-8"
    )
    (tmp_path / "rules_beside.py").write_text(
        "import beijing_public_services as bps\ndef nothing_is_right(tables):\n"
        "    yield bps.Issue(file='a', found='1', expected='2')\n",
        encoding="utf-8",
    )
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    configuration = bps.read_configuration()
    (issue,) = bps.check(configuration=configuration)
    assert (issue.rule, issue.message, configuration.most_cells) == ("nothing_is_right", "found 1, expected 2", 500_000)


def test_a_rule_that_fails_is_a_finding(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody has foreseen in a rule of ours does not end a check: it is said, and the others run."""

    def fail(_: object) -> None:
        raise RecursionError("x" * 10_000)

    before = bps.check(package)
    monkeypatch.setattr(structure, "category_values", fail)
    after = bps.check(package)
    (issue,) = [each for each in after if each.rule == "cells_are_of_their_categories"]
    assert "RecursionError" in issue.message
    assert len(issue.message) < 1000
    assert {each.rule for each in before} == {each.rule for each in after}


def test_a_package_has_so_many_cells_at_most(package: Path) -> None:
    """Tables of more cells than are allowed are refused, which is a finding, and the bound can be changed."""
    assert "files_are_safe" in {each.rule for each in bps.check(package, bps.Configuration(most_cells=10))}
    assert "files_are_safe" not in {each.rule for each in bps.check(package, bps.Configuration(most_cells=10_000))}


def test_a_library_that_does_not_work_is_no_fault_of_a_package(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If frictionless fails on a schema that is right, the check ends with an error that says what to install."""
    events = package / "data" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace(",2,", ",two,"), encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise TypeError("unexpected keyword argument 'registry'")

    monkeypatch.setattr(frictionless_words, "_tried", [])
    monkeypatch.setattr(import_module("frictionless").Schema, "from_descriptor", fail)
    with pytest.raises(bps.MissingExtraError, match="'registry'") as caught:
        bps.check(package)
    assert "pip install --upgrade" in str(caught.value)


def test_a_page_is_printed_for_each_rule() -> None:
    """Every rule has a page, by its id, its former id and its kinds; an unknown one suggests the nearest."""
    for each in rules():
        assert page_of(each.name).startswith(f"# {each.name}\n\n{each.sentence}"[:80])
    assert page_of("sections_nest") == page_of("topic_sections_lie_within_their_domain")
    assert page_of("frictionless:type-error") == page_of("frictionless")
    with pytest.raises(bps.ConfigurationError, match="expected 'units_are_used'"):
        page_of("unit_are_used")
