"""Write docs/scale.md: what checking and loading cost on packages of growing size, beside other readers of the files.

Usage: python tools/scale.py [OBSERVATIONS ...]   By default 1000 10000 100000 1000000; needs duckdb, pandas, polars.
Every measurement is a process of its own. Seconds are those of the processor, so that a busy machine distorts little;
they are without the imports, except for the bundled package. Memory is the peak of the process.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools.synthetic import write  # noqa: E402

PAGE = ROOT / "docs" / "scale.md"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
FILES = "files = sorted(str(each) for each in pathlib.Path(folder, 'data').glob('*.csv'))"
READERS = {  # name: what is imported, what is timed
    "`check`, all layers": (
        "import beijing_public_services as bps; from beijing_public_services.checks import runner",
        "found = bps.check(folder); assert found == [], found[:3]",
    ),
    "plain frictionless": (
        "import frictionless",
        "report = frictionless.validate(folder + '/datapackage.json'); assert report.valid",
    ),
    "`load`": ("import beijing_public_services as bps", "bps.load(folder)"),
    "`pandas.read_csv`": (
        "import pandas",
        f"{FILES}; kept = [pandas.read_csv(each, dtype=str, keep_default_na=False) for each in files]",
    ),
    "polars": (
        "import polars",
        f"{FILES}; kept = [polars.read_csv(each, infer_schema=False) for each in files]",
    ),
    "duckdb": (
        "import duckdb",
        f"{FILES}; kept = [duckdb.sql(f\"select * from read_csv('{{each}}', all_varchar=true, header=true)\")"
        ".to_arrow_table() for each in files]",
    ),
}
CHECK, PLAIN = "`check`, all layers", "plain frictionless"
RULES = """
import json, sys, time
import beijing_public_services as bps
from beijing_public_services.checks import runner
start, steps = time.process_time(), []
bps.check_report(sys.argv[1], progress=lambda rule, *_: steps.append((rule, time.process_time())))
end = time.process_time()
following = [at for _, at in steps[1:]] + [end]
shares = {rule: (after - at) / (end - start) for (rule, at), after in zip(steps, following)}
print(json.dumps({"reading the tables": (steps[0][1] - start) / (end - start), **shares}))
"""
PROCESSES = {
    "`beijing-public-services check`": ["-m", "beijing_public_services", "check"],
    "`frictionless.validate`": ["-c", "import frictionless, sys; assert frictionless.validate(sys.argv[1]).valid"],
}
PROGRAM = """
import json, pathlib, resource, sys, time
folder = sys.argv[1]
{imports}
start = time.process_time()
{timed}
seconds = time.process_time() - start
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
INTRODUCTION = """\
# Scale

What `check` and `load` cost on synthetic packages (`tools/synthetic.py`) in which every rule holds: so many
observations, as many numerals and as many mentions. `check` runs all its layers of rules. Plain frictionless validates
the same descriptor and files; pandas, polars and duckdb read the same files as text and check nothing. Seconds of the
processor without imports; in brackets the peak memory of the process, in MiB. Figures of one run; only ratios within it
say anything.

At its first use frictionless imports what else is installed, here polars, duckdb and the peers of the benchmark too.
That adds over a second, so the ratios of the two smallest packages and of the bundled one are more favourable here.
"""
SMALLEST_SHARE = 0.01


class Cost(NamedTuple):
    """Seconds, and the peak memory of the process in MiB."""

    seconds: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.memory:,.0f})"


def cost(reader: str, folder: Path) -> Cost:
    """What one reader takes for one package."""
    imports, timed = READERS[reader]
    program = PROGRAM.format(imports=imports, timed=timed)
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder)], check=True, capture_output=True, cwd=ROOT / "src"
    )
    return Cost(*json.loads(ran.stdout.splitlines()[-1]))


def shares(folder: Path) -> dict[str, float]:
    """What part of a check reading takes, and each rule."""
    ran = subprocess.run([sys.executable, "-c", RULES, str(folder)], check=True, capture_output=True, cwd=ROOT / "src")
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def processes() -> dict[str, float]:
    """Seconds of the processor that a whole process takes for the bundled package, the least of five."""
    descriptor = str(ROOT / "datapackage" / "datapackage.json")
    taken = {}
    for name, arguments in PROCESSES.items():
        each = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            command = [sys.executable, *arguments, descriptor]
            subprocess.run(command, check=True, capture_output=True, cwd=ROOT / "src")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            each.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        taken[name] = min(each)
    return taken


def page(sizes: list[int], costs: dict[str, list[Cost]], parts: dict[str, float], whole: dict[str, float]) -> str:
    """The document: a table of the costs, then what follows from them."""
    lines = [
        f"<!-- Generated by python tools/scale.py {' '.join(map(str, sizes))} -->",
        "",
        *INTRODUCTION.splitlines(),
        "",
    ]
    lines += [f"| observations | {' | '.join(f'{size:,}' for size in sizes)} |", f"|---|{'--:|' * len(sizes)}"]
    lines += [f"| {name} | {' | '.join(map(str, each))} |" for name, each in costs.items()]
    lines += ["", "`check`, in times of what plain frictionless takes:", ""]
    for size, ours, theirs in zip(sizes, costs[CHECK], costs[PLAIN], strict=True):
        ratios = ours.seconds / theirs.seconds, ours.memory / theirs.memory
        lines.append(f"- {size:,} observations: {ratios[0]:.2f} of the time, {ratios[1]:.2f} of the memory")
    own, plain = whole.values()
    lines += ["", f"The bundled package, whole processes with their imports: {own:.2f} s and {plain:.2f} s, "]
    lines[-1] += f"{own / plain:.2f} of plain frictionless."
    lines += ["", "How many times as long ten times as many observations take:", ""]
    for name in (CHECK, "`load`", PLAIN):
        pairs = zip(sizes, costs[name], sizes[1:], costs[name][1:], strict=False)
        growth = [f"{after.seconds / before.seconds / (more / less) * 10:.1f}" for less, before, more, after in pairs]
        lines.append(f"- {name}: {', '.join(growth)}")
    lines += [
        "",
        "Where the time of `check` goes in the largest of these packages; each other rule takes less than 1 %:",
    ]
    lines += ["", "| part | share |", "|---|--:|"]
    largest = sorted(((share, part) for part, share in parts.items() if share >= SMALLEST_SHARE), reverse=True)
    lines += [
        f"| {f'`{part}`' if '_' in part or part == 'frictionless' else part} | {share:.1%} |" for share, part in largest
    ]
    lines += [
        "",
        "`frictionless` is the proof of all cells and keys against the schemas; frictionless itself is not asked.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, say so on the way, and write the page."""
    sizes = [int(each) for each in sys.argv[1:]] or list(SIZES)
    costs: dict[str, list[Cost]] = {name: [] for name in READERS}
    parts: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), size)
            for name, each in costs.items():
                each.append(cost(name, Path(folder)))
                print(f"{size:>10,} {name}: {each[-1]}", flush=True)
            parts = shares(Path(folder))
    PAGE.write_text(page(sizes, costs, parts, processes()), encoding="utf-8")


if __name__ == "__main__":
    main()
