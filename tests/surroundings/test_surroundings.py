"""Laws of where the library runs: optimized, without home or place to write, from a zip, in threads and processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.support.checkout import FIXTURES, ROOT

import beijing_public_services as bps

LIBRARY = Path(str(bps.__file__)).parent
PM = "environment.pm2_5_annual_mean"
LONGEST = 240  # seconds; far more than any machine needs

USE = f"""
import beijing_public_services as bps
print(bps.get_indicator({PM!r}).value, bps.get_indicator({PM!r}).quantity)
print(bps.search("forest coverage")[0].id, bps.by_domain("environment")[0].id, len(bps.statements()))
print(bps.verify({PM!r}, "30.5 µg/m3").status, bps.verify({PM!r}, "38 µg/m3").sentence)
print([each.verdict.status for each in bps.verify_text("Forest coverage rate reached 45.9%.")])
print(bps.cite({PM!r}).text("apa", "zh"), bps.get_indicator({PM!r}).best().reason)
try:
    bps.get_indicator("environment.pm25")
except KeyError as error:
    print(error)
"""
READ_ONLY = """
import os, sys
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate", "tempfile.mkstemp")
def refuse(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES:
        raise OSError(30, f"a read-only file system: {arguments[0]}")
    if event in CHANGES:
        raise OSError(30, f"a read-only file system: {event} {arguments}")
sys.addaudithook(refuse)
"""
HOMELESS = """
import pathlib
def none(*_):
    raise RuntimeError("there is no home")
pathlib.Path.home = pathlib.Path.expanduser = none
"""
THREADS = f"""
import threading
import beijing_public_services as bps
count = 12
together, found = threading.Barrier(count), []
def use(number):
    together.wait()
    value = bps.get_indicator({PM!r})
    found.append((value.observations, value.quantity + value.quantity, bps.search("pm2.5"), bps.bundled() is package,
                  bps.verify_text("Forest coverage rate reached 44.9%.")[0].verdict.status, bps.cite({PM!r}).text()))
package = None
threads = [threading.Thread(target=use, args=(number,)) for number in range(count)]
[each.start() for each in threads]
[each.join() for each in threads]
print(len(found), all(each == found[0] for each in found))
"""
FORKS = f"""
import os
import beijing_public_services as bps
def use():
    return bps.get_indicator({PM!r}).quantity.to("mg/m³").magnitude == 0.0305 and bool(bps.search("pm2.5"))
def fork():
    child = os.fork()
    if not child:
        os._exit(0 if use() else 1)
    return child
children = [fork(), fork()]
print(use())
children += [fork(), fork()]
print([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])
"""
FORKS_AMID_THREADS = f"""
import os, threading, time, warnings
import beijing_public_services as bps
warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of every such fork
def use():
    return bps.get_indicator({PM!r}).quantity.to("mg/m³").magnitude == 0.0305 and bool(bps.search("pm2.5"))
def use_all():
    while not ended:
        for each in bps.indicators():
            found = [each.observations[0].quantity, bps.search(each.name_en), bps.cite(each).text()]
            if ended or not all(found):
                return
def fork():
    time.sleep(0.02)
    child = os.fork()
    if not child:
        os._exit(0 if use() else 1)
    return child
use(), bps.cite({PM!r}).text()  # from here on nothing is imported
ended = []
threads = [threading.Thread(target=use_all) for _ in range(3)]
[each.start() for each in threads]
children = [fork() for _ in range(12)]
ended.append(True)
[each.join() for each in threads]
print({{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children}})
"""
SPAWN = f"""
import multiprocessing
from operator import attrgetter
import beijing_public_services as bps
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        ids = [{PM!r}, "infrastructure.fixed_asset_investment", "environment.good_air_days"]
        indicators = pool.map(bps.get_indicator, ids)
        quantities = pool.map(attrgetter("quantity"), indicators)
    print([each == bps.get_indicator(each.id) for each in indicators])
    print([mine + ours == 2 * ours for mine, each in zip(quantities, indicators) for ours in [each.quantity]])
    print(indicators[0].observations[0].quantity + quantities[0])
"""


DRAFT = """
from os import environ, pathsep
from pathlib import Path
from tempfile import TemporaryDirectory
import beijing_public_services as bps
for report in environ["REPORTS"].split(pathsep):
    with TemporaryDirectory() as folder:
        package = bps.new_package(Path(folder) / "city")
        bps.draft_package(package, report)
        for path in sorted([package / "draft.csv", *(package / "draft").iterdir()]):
            print(path.name, path.read_text(encoding="utf-8"))
    print(bps.verify_text(Path(report).read_text(encoding="utf-8")).summary)
"""


def run(script: str | Path, *options: str, source: Path = LIBRARY.parent, **environment: str) -> str:
    """Return what a script prints in a process of its own, whose warnings are errors; standard error stays empty."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    where = {**kept, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8", **environment}
    what = ["-c", script] if isinstance(script, str) else [str(script)]
    command = [sys.executable, "-B", "-W", "error", *options, *what]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=where, timeout=LONGEST)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> str:
    """What the script of uses prints as usual."""
    return run(USE)


@pytest.mark.slow
@pytest.mark.parametrize("option", ["-O", "-OO", "-bb", "-X dev", "-X utf8=0"])
def test_an_interpreter_with_options_gives_the_same(usual: str, option: str) -> None:
    """Without asserts and docstrings, and with all warnings as errors, every answer is the same."""
    assert run(USE, *option.split()) == usual


def test_nothing_is_written_and_no_home_is_needed(usual: str) -> None:
    """On a file system that can only be read, and without a home, every answer is the same."""
    assert run(READ_ONLY + HOMELESS + USE, HOME="/nonexistent", USERPROFILE="/nonexistent") == usual


@pytest.mark.slow
def test_the_order_of_sets_changes_no_answer(usual: str, tmp_path: Path) -> None:
    """Answers, and drafts of three reports, are the same to the letter whatever the hashes of texts are."""
    idioms = tmp_path / "idioms.md"
    idioms.write_text("# 2031年云州市公报\n\n## 综合\n\n进一步推进一体化，第一时间受理新一轮诉求。\n", encoding="utf-8")
    reports = [idioms, *(FIXTURES / "bulletins" / f"{name}.md" for name in ("zh4", "en5"))]
    paths = os.pathsep.join(map(str, reports))
    drafts = {run(DRAFT, PYTHONHASHSEED=seed, REPORTS=paths) for seed in ("1", "2", "3")}
    assert len(drafts) == 1
    assert run(USE, PYTHONHASHSEED="1") == run(USE, PYTHONHASHSEED="2") == usual


@pytest.mark.slow
def test_nothing_is_written(usual: str) -> None:
    """On a file system that can only be read, every answer is the same: there is no cache and no temporary file."""
    assert run(READ_ONLY + USE) == usual


@pytest.mark.slow
def test_no_home_is_needed(usual: str) -> None:
    """Without a home folder, or with one that does not exist, every answer is the same."""
    assert run(HOMELESS + USE) == usual
    assert run(USE, HOME="/nonexistent", USERPROFILE="/nonexistent", XDG_CACHE_HOME="/nonexistent") == usual


@pytest.mark.slow
def test_many_threads_may_use_it_first() -> None:
    """Threads whose first use of the library is at the same moment get the same values."""
    for _ in range(3):
        assert run(THREADS) == "12 True\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_may_fork_before_and_after_the_first_use() -> None:
    """Children that are forked before the first use, and after it, end with the right values."""
    assert run(FORKS) == "True\n[0, 0, 0, 0]\n"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_may_fork_while_threads_use_what_it_has_used() -> None:
    """Children forked amid other threads' uses end with the right values if the process made such a use before.

    Without it, another thread may be importing a module at the fork, and the child would wait for that import for ever.
    """
    assert run(FORKS_AMID_THREADS) == "{0}\n"


def test_values_travel_through_a_pool_of_fresh_processes(tmp_path: Path) -> None:
    """Indicators and quantities come back from spawned processes equal to ours, and the quantities add to ours."""
    script = tmp_path / "script.py"
    script.write_text(SPAWN, encoding="utf-8")
    lines = run(script).splitlines()
    assert lines == ["[True, True, True]", "[True, True, True]", "61.0 µg/m³"]


def copied(folder: Path) -> Path:
    """Return a folder that has the library as a wheel installs it."""
    target = folder / LIBRARY.name
    shutil.copytree(LIBRARY, target, ignore=shutil.ignore_patterns("__pycache__"))
    for source, name in (("datapackage", "_data"), ("docs/rules", "_rules")):
        if not (target / name).exists():
            shutil.copytree(ROOT / source, target / name)
    return folder


@pytest.mark.slow
def test_a_zip_application_runs(tmp_path: Path, usual: str) -> None:
    """The library runs from a zip archive with a program, and every answer is the same."""
    folder = copied(tmp_path / "app")
    (folder / "__main__.py").write_text(USE, encoding="utf-8")
    archive = tmp_path / "app.pyz"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in sorted(folder.rglob("*")):
            zipped.write(path, path.relative_to(folder).as_posix())
    import pint

    libraries = Path(str(pint.__file__)).parents[1]
    elsewhere = tmp_path / "libraries"  # pint, without this library beside it
    elsewhere.mkdir()
    for path in libraries.iterdir():
        if not path.name.startswith(("beijing_public_services", "__editable__")):
            (elsewhere / path.name).symlink_to(path, target_is_directory=path.is_dir())
    assert run(archive, "-S", source=elsewhere) == usual


@pytest.mark.slow
def test_a_program_made_by_pyinstaller_runs(tmp_path: Path, usual: str) -> None:
    """PyInstaller takes the data and the commands along by the hook, without being told."""
    if not os.environ.get("BPS_ALL_LIBRARIES"):
        pytest.importorskip("PyInstaller")
    program = tmp_path / "program.py"
    main = "import sys\nif sys.argv[1:]:\n    from beijing_public_services.__main__ import main\n    main()\n"
    program.write_text(f"{main}else:\n{_indented(USE)}", encoding="utf-8")
    hooks = LIBRARY / "_pyinstaller"
    folder = copied(tmp_path / "library")
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(tmp_path / "dist"), "--specpath", str(tmp_path)]
    options += ["--workpath", str(tmp_path / "build"), "--paths", str(folder), "--additional-hooks-dir", str(hooks)]
    for library in ("pandas", "pyarrow", "frictionless", "matplotlib", "mcp", "numpy", "pytest", "IPython"):
        options += ["--exclude-module", library]
    # coverage.py would count the copy of the library as files of their own
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment["PYTHONPATH"] = str(folder)
    command = [sys.executable, "-m", "PyInstaller", *options, str(program)]
    subprocess.run(command, check=True, env=environment, capture_output=True, timeout=900)
    made = tmp_path / "dist" / "program" / ("program.exe" if os.name == "nt" else "program")
    environment = {"PYTHONIOENCODING": "utf-8", "PATH": os.environ["PATH"]}
    done = subprocess.run([made], capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout == usual
    shown = subprocess.run([made, "show", PM], capture_output=True, encoding="utf-8", check=True, env=environment)
    assert "30.5" in shown.stdout


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())
