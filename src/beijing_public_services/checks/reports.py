"""The report of a check in the forms that people, programs and CI services read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from beijing_public_services._printable import printable, printable_json, printable_lines
from beijing_public_services.checks.summary import MOST, limit, merge

if TYPE_CHECKING:
    from beijing_public_services.checks.issue import CheckReport, Issue

SCHEMA = "https://github.com/beijing-public-services/beijing-public-services/blob/main/docs/check-report.schema.json"
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}


def as_text(report: CheckReport, most: int | None = MOST) -> str:
    """Return one line per finding, at most `most` per rule, then how many rules ran, and which did not and why."""
    issues = merge(report.issues)
    shown, more = limit(issues, most)
    lines = [printable(str(each)) for each in shown]
    lines += [f"and {count:,} more [{rule}]" for rule, count in more.items()]
    reasons: dict[str, list[str]] = {}
    for each in report.not_run:
        reasons.setdefault(each.reason, []).append(each.rule)
    lines += [printable(f"not run, since {reason}: {', '.join(names)}") for reason, names in reasons.items()]
    counts = {severity: sum(each.severity == severity for each in issues) for severity in ("error", "warning")}
    found = ", ".join(f"{count} {severity}{'s' * (count != 1)}" for severity, count in counts.items() if count)
    hindered = sum(not each.file for each in report.not_run)
    count = f"{len(report.ran)} rule{'s' * (len(report.ran) != 1)} ran"
    ran = count + (f", {hindered} could not" if hindered else "")
    unrecorded = report.unrecorded
    left = f" {unrecorded} numeral{'s are' if unrecorded > 1 else ' is'} unrecorded." if unrecorded else ""
    help = " `beijing-public-services explain RULE` says more of a rule." if found else ""
    return "\n".join([*lines, f"{found or 'No issues'}; {ran}.{left}{help}"])


def as_json(report: CheckReport) -> str:
    """The whole report as JSON, in the form of docs/check-report.schema.json."""
    plain = {"$schema": SCHEMA, **report.to_dict(), "failed": report.failed}
    return printable_json(json.dumps(plain, ensure_ascii=False, indent=2))


def as_junit(report: CheckReport, most: int | None = MOST) -> str:
    """As JUnit XML: a test case for each rule, failed where it found errors, skipped where it did not run."""
    found = _by_rule(report)
    failures = sum(any(each.severity == "error" for each in found.get(rule, ())) for rule in report.ran)
    counts = {"tests": len(report.ran) + len(report.not_run), "failures": failures, "skipped": len(report.not_run)}
    suite = {"name": "beijing-public-services check", **{name: str(count) for name, count in counts.items()}}
    root = ElementTree.Element("testsuites", suite)
    cases = ElementTree.SubElement(root, "testsuite", suite)
    for rule in report.ran:
        case = ElementTree.SubElement(cases, "testcase", {"classname": _xml(report.package), "name": rule})
        errors = [each for each in found.get(rule, ()) if each.severity == "error"]
        warnings = [each for each in found.get(rule, ()) if each.severity == "warning"]
        if errors:
            message = f"{len(errors)} finding{'s' * (len(errors) != 1)}"
            ElementTree.SubElement(case, "failure", {"message": message, "type": rule}).text = _lines(errors, most)
        if warnings:
            ElementTree.SubElement(case, "system-out").text = _lines(warnings, most)
    for each in report.not_run:
        name = f"{each.rule} ({_xml(each.file)})" if each.file else each.rule
        case = ElementTree.SubElement(cases, "testcase", {"classname": _xml(report.package), "name": name})
        ElementTree.SubElement(case, "skipped", {"message": _xml(each.reason)})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def as_github(report: CheckReport, folder: str = "", archive: str = "", most: int | None = MOST) -> str:
    """The findings as workflow commands that annotate the files, which lie in `folder` of the repository.

    The files of an `archive` are not there, so that the archive itself is annotated.
    """
    shown, more = limit(merge(report.issues), most)
    lines = [_annotation(each, folder, archive) for each in shown]
    lines += [_command("notice", {"title": rule}, f"and {count:,} more of {rule}") for rule, count in more.items()]
    return "\n".join(lines)


def error_as_github(message: str) -> str:
    """Why a check could not run, as a workflow command."""
    return _command("error", {}, message)


def _annotation(issue: Issue, folder: str, archive: str) -> str:
    message = f"{issue.column}: {issue.message}" if issue.column else issue.message
    if archive:
        row = f":{issue.row}" if issue.row else ""
        return _command(issue.severity, {"file": archive, "title": issue.rule}, f"{issue.file}{row} {message}")
    file = f"{folder}/{issue.file}" if folder and folder != "." else issue.file
    properties = {"file": file, **({"line": str(issue.row)} if issue.row else {}), "title": issue.rule}
    return _command(issue.severity, properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    said = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    return f"::{name}{' ' * bool(said)}{said}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Text as a workflow command takes it: what would end the command or a property is written by its code."""
    lines = (printable(line) for line in text.replace("\r\n", "\n").split("\n"))
    return "".join(ESCAPES.get(each) or (f"%{ord(each):02X}" if each in more else each) for each in "\n".join(lines))


def _lines(issues: list[Issue], most: int | None) -> str:
    shown, more = limit(issues, most)
    return _xml("\n".join([*(printable(str(each)) for each in shown), *(f"and {n:,} more" for n in more.values())]))


def _by_rule(report: CheckReport) -> dict[str, list[Issue]]:
    found: dict[str, list[Issue]] = {}
    for each in report.issues:
        found.setdefault(each.rule.partition(":")[0], []).append(each)
    return found


def _xml(text: str) -> str:
    """A text as XML may hold it and people may see it."""
    return NO_XML.sub("\ufffd", printable_lines(text))
