"""The pages on checks, identities, coverage and columns, from the library and the data, for `tools/refresh.py`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

from beijing_public_services.authoring.column_reference import column_reference
from beijing_public_services.checks.audit import RULES as AUDITS
from beijing_public_services.checks.coverage import GROUPS, by_domain, coverage
from beijing_public_services.checks.identities import evaluate, observations_in_identities
from beijing_public_services.checks.runner import rules
from beijing_public_services.exports import arrow, pandas_frame
from beijing_public_services.exports.vocabulary import COLUMNS, FORMER, KINDS

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage

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
COLUMNS_INTRODUCTION = """\
The columns of the table of figures, which `to_frame`, `to_arrow` and every export share, and those of the resources of
a data package."""
WIDE_INTRODUCTION = """\
One row per figure, with its full context; `id` identifies it, and is the index of a frame. What the package leaves
empty is missing: `NA` in pandas, null in Arrow, SQLite and JSON, an empty cell in CSV and Excel. SDMX-CSV and
schema.org have [names of their own](export.md#sdmx-csv) for some columns. A day is a date in pandas, Arrow and Parquet,
else text in ISO form. The pandas type `{label}` is for texts that
many rows share; the types in capitals are nullable."""
RESOURCES_INTRODUCTION = """\
Every resource of the data package and every column, as the data contract has them. A cell that the report leaves open
is empty. A package of your own has the same resources and columns, and may add its own."""
CHECKS_INTRODUCTION = """\
`check` (extra `validate`) holds any data package against four layers of rules: its descriptor against what the Data
Package 2.0 specification requires and recommends; its files against the descriptor, with the verdict of frictionless
on what is not [proven valid](conformance.md); the structure that frictionless leaves out; and what its figures mean.
A package may have only some of our resources: a rule for what is not there does not run, and the report says so. A
resource is taken for one of ours where it has more than half of the columns that the [data contract](data-package.md)
gives it. Rules [of your own](custom-rules.md) run after these.

An issue names file, row (the header is row 1), column and rule, what was found and what was expected. What the
specification only recommends is a warning, which does not make a check fail; so is what you ask to be one. Nothing
outside the package is read, nothing is fetched, and an archive or a file that would take too much memory is refused
([within which limits](security.md)).

| form | for | |
|---|---|---|
| `--format text` | people | a line for each finding, then what ran |
| `--format json` | programs | in the form of [a JSON schema](check-report.schema.json) |
| `--format junit` | CI services | a test case for each rule |
| `--format github` | GitHub | an annotation for each finding |

Exit code 0: no error; 1: errors; 2: could not run. `--select`, `--ignore` and `--warn` take the id of a rule, a layer
(`descriptor`, `frictionless`, `structure`, `meaning`, `custom`) or one kind of finding of frictionless, and so does the
table of a `pyproject.toml`:

```toml
[tool.beijing-public-services]
ignore = ["cells_hold_no_formula"]
warn = ["frictionless:type-error"]
rules = ["my_rules:figures_have_a_note"]
```

How many faults `check` catches is measured on [generated ones](fault-injection.md) and on packages
[broken by hand](broken-packages.md), what it costs on [large ones](scale.md). `audit` holds a package against the text
of its report."""


def checks_page() -> bytes:
    """Return the reference of the checks, from the sentences of the rules themselves."""
    families: dict[str, list[str]] = {}
    for rule in rules():
        module = sys.modules[rule.test.__module__]
        family = str(module.__doc__).splitlines()[0] if rule.layer != "frictionless" else "Conformance."
        families.setdefault(family, []).append(f"- [`{rule.name}`](rules/{rule.name}.md): {rule.sentence}")
    lines = ["<!-- Generated by tools/refresh.py -->", "", "# Checks", "", *CHECKS_INTRODUCTION.splitlines()]
    for family, entries in families.items():
        title = family.removeprefix("Rules of meaning: ").removeprefix("Rules on ").rstrip(".")
        lines += ["", f"## {title[0].upper()}{title[1:]}", "", *entries]
    lines += [
        "",
        "## Against the report's text",
        "",
        "- `text_is_the_report`: A text has a twentieth of the report's paragraphs, or half of its numerals in their "
        "places. If a text has not, this is the only finding.",
        *(f"- `{each.__name__}`: {' '.join(str(each.__doc__).split())}" for _, each in AUDITS),
    ]
    return ("\n".join(lines) + "\n").encode()


def identities_page(package: DataPackage) -> bytes:
    """Return the table of the identities and what evaluating them gives."""
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
        f"They speak of {len(observations_in_identities(package))} of the {len(package.observations)} observations.",
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


def coverage_page(package: DataPackage) -> bytes:
    """Return the tables of what is covered, what other publications print, and what is odd in the report."""
    found = coverage(package)
    lines = ["<!-- Generated by tools/refresh.py -->", "", "# Coverage", "", *COVERAGE_INTRODUCTION.splitlines(), ""]
    lines += [
        f"| | figures | {' | '.join(texts[1] for texts in GROUPS.values())} |",
        f"|---|--:|{'--:|' * len(GROUPS)}",
    ]
    for title, part in by_domain(found, package).items():
        lines.append(f"| {title} | {part.total} | {' | '.join(map(str, part.counts.values()))} |")
    lines += ["", "## Cross-checks", "", "| figure | printed | elsewhere | verdict | source | grade | note |"]
    lines += ["|---|---|---|---|---|---|---|"]
    observations = {each.id: each for each in package.observations}
    for check in package.cross_checks:
        source = check.source
        title = f"[{source.title}]({source.url})" if source.url else source.title
        cited = f"{source.publisher}, {title}, {source.published}"
        verdict = "**differs**" if check.verdict == "differs" else check.verdict
        printed = observations[check.observation].printed
        cells = (f"`{check.observation}`", printed, check.printed, verdict, cited, source.grade, check.note)
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Anomalies", "", "| figure or paragraph | kind | what |", "|---|---|---|"]
    for odd in package.anomalies:
        lines.append(f"| `{odd.observation or odd.locator}` | `{odd.kind}` | {odd.what} |")
    for name, (_, title) in GROUPS.items():
        lines += ["", f"## {title.capitalize()}", "", *(f"- `{each.id}`" for each in getattr(found, name))]
    return ("\n".join(lines) + "\n").encode()


def columns_page(descriptor: bytes) -> bytes:
    """Return the reference of the columns of figures and of resources, from the vocabulary and the data contract."""
    lines = [
        "<!-- Generated by tools/refresh.py -->",
        "",
        "# Columns",
        "",
        *COLUMNS_INTRODUCTION.splitlines(),
        "",
        "## The table of figures",
        "",
        *WIDE_INTRODUCTION.format(label=pandas_frame.TYPES["label"]).splitlines(),
        "",
        "| column | holds | pandas | Arrow | meaning |",
        "|---|---|---|---|---|",
        *(
            f"| `{each.name}` | {KINDS[each.kind]} | {pandas_frame.type_of(each)} | {arrow.TYPES[each.kind]} "
            f"| {each.meaning} |"
            for each in COLUMNS
        ),
        "",
        "A frame repeats two columns under the names that they had in earlier releases:",
        "",
        *(f"- `{former}` is `{name}`." for former, name in FORMER.items()),
        "",
        "## Resources",
        "",
        *RESOURCES_INTRODUCTION.splitlines(),
        *column_reference(json.loads(descriptor), level=3),
    ]
    return ("\n".join(lines) + "\n").encode()
