"""Try the mutants of a copy of the repository, made by tools/mutation.py: mutmut writes them, pytest runs the tests.

pytest collects the tests once. Each test runs in a fork, which tells the mutated functions that the test reaches and
how long it takes. Each mutant runs in a fork of its own, against the tests that reach its function, those first that
are quick or killed other mutants of it. mutmut would start pytest anew for each mutant, which takes longer than the
tests.

Usage: python tools/mutants.py OUTCOMES [--warm] TEST ...
Writes a JSON list of [mutant, outcome, diff] to the file OUTCOMES. With --warm the tests run once before the forks,
which then find packages and units read; that is for modules whose results are not kept.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut.__main__ import collect_source_file_mutation_data, create_mutants
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import mangled_name_from_mutant_name

KILLED, SURVIVES, WITHOUT_TESTS, TIMED_OUT = 1, 0, 33, 36  # the exit codes that mutmut keeps
OUTCOMES = {KILLED: "killed", SURVIVES: "survives", WITHOUT_TESTS: "survives", TIMED_OUT: "timed out"}


def in_fork(function: Callable[[], str | int]) -> str | int:
    """Return what a function returns in a fork: a text, or an exit code; `TIMED_OUT` if its time ran out."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
        result: str | int = KILLED
        try:
            result = function()
        finally:
            with os.fdopen(writer, "w", encoding="utf-8") as stream:
                stream.write(result if isinstance(result, str) else "")
            os._exit(result if isinstance(result, int) else 0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answer:
        text = answer.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return text or (TIMED_OUT if code < 0 else code)


def passes(item: pytest.Item) -> bool:
    """Return whether a test passes."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def measure(item: pytest.Item) -> str:
    """Return as JSON whether a test passes, the seconds that it takes, and the functions that it reaches."""
    state()._stats.clear()
    start = time.process_time()
    is_sound = passes(item)
    return json.dumps([is_sound, time.process_time() - start, [*state()._stats]])


def judge(mutant: str, tests: list[pytest.Item], seconds: float) -> str | int:
    """Return the place of the first test that kills a mutant, within several times the seconds that the tests take."""
    limit = int(5 + 8 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 2))
    signal.signal(signal.SIGXCPU, lambda *_: os._exit(TIMED_OUT))
    set_mutant_under_test(mutant)
    return next((str(place) for place, test in enumerate(tests) if not passes(test)), SURVIVES)


class Session:
    """A plugin of pytest that tries the mutants instead of running the tests."""

    def __init__(self, mutants: list[tuple[Any, str, int | None]], is_warm: bool) -> None:
        self.mutants, self.is_warm = mutants, is_warm

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try the mutants that no run has noticed yet."""
        set_mutant_under_test("stats")
        if self.is_warm and not all(map(passes, session.items)):
            pytest.exit("a test fails without a mutant", returncode=1)
        gc.freeze()  # so that the forks share the memory
        seconds: dict[pytest.Item, float] = {}
        tests: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            is_sound, seconds[item], reached = json.loads(str(in_fork(lambda: measure(item))))  # noqa: B023
            if not is_sound:
                pytest.exit(f"{item.nodeid} fails without a mutant", returncode=1)
            for function in reached:
                tests[function].append(item)
        kills: Counter[tuple[str, pytest.Item]] = Counter()
        for data, mutant, before in self.mutants:
            if before not in (None, SURVIVES, WITHOUT_TESTS):
                continue
            function = mangled_name_from_mutant_name(mutant)
            own = sorted(tests[function], key=lambda item: seconds[item] / (1 + 50 * kills[function, item]))
            total = sum(seconds[item] for item in own)
            code = in_fork(lambda: judge(mutant, own, total)) if own else WITHOUT_TESTS  # noqa: B023
            if isinstance(code, str):
                kills[function, own[int(code)]] += 1
                code = KILLED
            data.exit_code_by_key[mutant] = code
            with chdir(".."):
                data.save()
            if code != KILLED:
                print(OUTCOMES.get(code, "killed"), mutant, flush=True)
        return True


def main() -> int:
    """Write the mutants of the current folder, try them, and write what became of each."""
    target, tests = Path(sys.argv[1]).resolve(), [each for each in sys.argv[2:] if each != "--warm"]
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    with redirect_stdout(StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        setup_source_paths()
        create_mutants(1)
    mutants, _ = collect_source_file_mutation_data(mutant_names=())
    plugins = ("-p", "no:cacheprovider", "-p", "no:unraisableexception", "--tb=no", "--assert=plain")
    folder = Path.cwd()
    os.chdir("mutants")
    code = pytest.main(["--rootdir=.", "-q", "-s", *plugins, *tests], plugins=[Session(mutants, "--warm" in sys.argv)])
    os.chdir(folder)
    found = []
    for data, mutant, _ in mutants:
        outcome = OUTCOMES.get(data.exit_code_by_key[mutant] or 0, "killed")
        found.append([mutant, outcome, get_diff_for_mutant(mutant, path=data.path) if outcome == "survives" else ""])
    target.write_text(json.dumps(found), encoding="utf-8")
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
