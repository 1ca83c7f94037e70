"""Refresh what is derived: ids, sizes and hashes in the package, the generated modules and pages.

Usage: python tools/refresh.py [--check]   With --check nothing is written; exit 1 names what is stale.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from beijing_public_services.auditing import RULES as AUDITS  # noqa: E402
from beijing_public_services.checks import rules  # noqa: E402
from beijing_public_services.corroboration import GROUPS, by_domain, coverage  # noqa: E402
from beijing_public_services.identities import covered, evaluate  # noqa: E402
from beijing_public_services.keys import anomaly_id, identity_id, observation_id  # noqa: E402
from beijing_public_services.store import load  # noqa: E402

PACKAGE = ROOT / "datapackage"
DESCRIPTOR = PACKAGE / "datapackage.json"
RELEASE = ROOT / "src" / "beijing_public_services" / "_release.py"
CHECKS = ROOT / "docs" / "checks.md"
IDENTITIES = ROOT / "docs" / "identities.md"
COVERAGE = ROOT / "docs" / "coverage.md"
IDS = ROOT / "src" / "beijing_public_services" / "_ids.py"

IDENTITIES_INTRODUCTION = """\
What the report's figures ought to satisfy among themselves, and beside earlier years that other publications print.
Each is evaluated with intervals, so that the tolerance is what the printed digits leave open and nothing else: a rate
and the rate computed from its two counts need to meet, a part must be no greater than its whole, and what a threshold
covers must lie beyond it. Each is evaluated again with the printed values as if they were exact: where rounding leaves
it possible, but the values themselves give another figure, it *fails as printed*. Both kinds of failure are reported by
`check`, unless the reason is recorded in `known_discrepancy`; what is recorded and does not fail is reported too."""
COVERAGE_INTRODUCTION = """\
A figure rests on its one source unless something else bears on it: another publication that prints the same
(`cross_checks`), or arithmetic that ties it to other figures ([`identities`](identities.md)). That a figure is covered
does not say that what covers it agrees. `coverage()` and the command `coverage` give the same."""
CHECKS_INTRODUCTION = """\
`check` (extra `validate`) first lets frictionless hold the files against the descriptor: schema, keys, types,
constraints, sizes and hashes, warnings counting as errors. Then each rule of meaning runs that the package has the
resources for. An issue names file, row (the header is row 1), column and rule, what was found and what was expected.
`audit` holds a package against the text of its report. How many faults `check` catches is
[measured](fault-injection.md)."""


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def table(rows_: list[dict[str, str]], columns: list[str]) -> bytes:
    """A CSV file of these rows: UTF-8, LF, quotes only where needed."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows_)
    return out.getvalue().encode()


def identified(files: dict[str, bytes]) -> dict[str, bytes]:
    """The observations with the ids that their own rows give, and the tables that refer to them."""
    named = ("observations.csv", "mentions.csv", "identities.csv", "cross_checks.csv", "anomalies.csv")
    tables = {name: rows(files[name]) for name in named}
    sources = {row["id"]: row["kind"] for row in rows(files["sources.csv"])}
    renamed = {row["id"]: observation_id(row, sources[row["source"]]) for row in tables["observations.csv"]}
    references = {
        "observations.csv": ["id"],
        "mentions.csv": ["observation"],
        "identities.csv": ["result", "left", "right"],
        "cross_checks.csv": ["observation"],
        "anomalies.csv": ["observation"],
    }
    for name, columns in references.items():
        for row in tables[name]:
            row.update({column: renamed.get(row[column], row[column]) for column in columns})
    for row in tables["identities.csv"]:
        row["id"] = identity_id(row)
    for row in tables["anomalies.csv"]:
        row["id"] = anomaly_id(row)
    return {name: table(each, list(each[0])) for name, each in tables.items()}


def descriptor(files: dict[str, bytes]) -> bytes:
    """The descriptor with each resource's size and hash."""
    package = json.loads(DESCRIPTOR.read_bytes())
    for resource in package["resources"]:
        content = files[Path(resource["path"]).name]
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def ids(files: dict[str, bytes]) -> bytes:
    """The module of the id types."""
    lines = [
        '"""Generated by tools/refresh.py: the ids of the bundled data package as types."""',
        "",
        "from typing import Literal",
    ]
    for name, file in (("DomainId", "domains.csv"), ("IndicatorId", "indicators.csv")):
        lines += ["", f"{name} = Literal[", *(f'    "{row["id"]}",' for row in rows(files[file])), "]"]
    return ("\n".join(lines) + "\n").encode()


def release() -> bytes:
    """The module of what the library knows of the bundled package without reading its descriptor."""
    package = json.loads(DESCRIPTOR.read_bytes())
    resources = tuple(resource["name"] for resource in package["resources"])
    lines = [
        '"""Generated by tools/refresh.py: name, version and resources of the bundled data package."""',
        "",
        f'NAME = "{package["name"]}"',
        f'VERSION = "{package["version"]}"',
        "RESOURCES = (",
        *(f'    "{name}",' for name in resources),
        ")",
    ]
    return ("\n".join(lines) + "\n").encode()


def checks() -> bytes:
    """The reference of the checks, from the sentences of the rules themselves."""
    families: dict[str, list[str]] = {}
    for rule in rules():
        module = sys.modules[rule.test.__module__]
        families.setdefault(str(module.__doc__).splitlines()[0], []).append(f"- `{rule.name}`: {_sentence(rule.test)}")
    lines = ["<!-- Generated by tools/refresh.py -->", "", "# Checks", "", CHECKS_INTRODUCTION]
    for family, entries in families.items():
        title = family.removeprefix("Rules of meaning: ").rstrip(".")
        lines += ["", f"## {title[0].upper()}{title[1:]}", "", *entries]
    lines += [
        "",
        "## Against the report's text",
        "",
        *(f"- `{each.__name__}`: {_sentence(each)}" for each in AUDITS.values()),
    ]
    return ("\n".join(lines) + "\n").encode()


def identities() -> bytes:
    """The table of the identities and what evaluating them gives."""
    package = load(PACKAGE)
    evaluations = evaluate(package)
    counts = Counter("discrepancy" if each.is_discrepancy else each.outcome for each in evaluations)
    lines = [
        "<!-- Generated by tools/refresh.py -->",
        "",
        "# Identities",
        "",
        *IDENTITIES_INTRODUCTION.splitlines(),
        "",
        f"Of {len(evaluations)} identities {counts['holds']} hold, {counts['discrepancy']} "
        f"{'is a known discrepancy' if counts['discrepancy'] == 1 else 'are known discrepancies'}, "
        f"{counts['cannot_tell']} are left open by a bound.",
        f"They speak of {len(covered(package))} of the {len(package.observations)} observations.",
        "",
        "| identity | kind | computed | printed | outcome | why |",
        "|---|---|---|---|---|---|",
    ]
    printed = {each.id: each.printed for each in package.observations}
    for each in evaluations:
        identity = each.identity
        computed = f"{each.computed.lower:.6g} to {each.computed.upper:.6g}" if each.computed else ""
        figures = [printed[id_] for id_ in (identity.result, identity.left, identity.right) if id_]
        outcome = "**fails as printed**" if each.is_discrepancy and each.outcome != "fails" else each.outcome
        why = " ".join(filter(None, (identity.note, identity.known_discrepancy)))
        cells = (f"`{identity.id}`", identity.kind, computed, ", ".join(figures), outcome, why)
        lines.append(f"| {' | '.join(cells)} |")
    return ("\n".join(lines) + "\n").encode()


def corroboration() -> bytes:
    """The tables of what is covered, what other publications print, and what is odd in the report."""
    package = load(PACKAGE)
    found = coverage(package)
    lines = ["<!-- Generated by tools/refresh.py -->", "", "# Coverage", "", *COVERAGE_INTRODUCTION.splitlines(), ""]
    lines += [f"| | figures | {' | '.join(GROUPS.values())} |", f"|---|--:|{'--:|' * len(GROUPS)}"]
    for title, part in by_domain(found, package).items():
        lines.append(f"| {title} | {part.total} | {' | '.join(map(str, part.counts.values()))} |")
    lines += ["", "## Cross-checks", "", "| figure | printed | elsewhere | verdict | source | grade | note |"]
    lines += ["|---|---|---|---|---|---|---|"]
    observations = {each.id: each for each in package.observations}
    for check in package.cross_checks:
        source = check.source
        cited = f"{source.publisher}, [{source.title}]({source.url}), {source.published}"
        verdict = "**differs**" if check.verdict == "differs" else check.verdict
        printed = observations[check.observation].printed
        cells = (f"`{check.observation}`", printed, check.printed, verdict, cited, source.grade, check.note)
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Anomalies", "", "| figure or paragraph | kind | what |", "|---|---|---|"]
    for odd in package.anomalies:
        lines.append(f"| `{odd.observation or odd.locator}` | `{odd.kind}` | {odd.what} |")
    for name in GROUPS:
        title = f"{GROUPS[name][0].upper()}{GROUPS[name][1:]}"
        lines += ["", f"## {title}", "", *(f"- `{each.id}`" for each in getattr(found, name))]
    return ("\n".join(lines) + "\n").encode()


def _sentence(function: Callable[..., object]) -> str:
    return " ".join(str(function.__doc__).split())


def main() -> int:
    """Write, or with --check only name, each derived file that is not as it should be."""
    files = {path.name: path.read_bytes() for path in sorted((PACKAGE / "data").glob("*.csv"))}
    files |= identified(files)
    fresh = {PACKAGE / "data" / name: content for name, content in files.items()}
    fresh |= {
        DESCRIPTOR: descriptor(files),
        IDS: ids(files),
        RELEASE: release(),
        CHECKS: checks(),
        IDENTITIES: identities(),
        COVERAGE: corroboration(),
    }
    stale = [path for path, content in fresh.items() if not path.exists() or path.read_bytes() != content]
    for path in stale:
        print(f"stale: {path.relative_to(ROOT)}")
        if "--check" not in sys.argv[1:]:
            path.write_bytes(fresh[path])
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
