"""Laws of what is on record: a renamed id still resolves and is struck out in an editor, a removed one says why."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.histories import FIGURE, FOREST, PM, add, alias, edited, erratum, publish, put, release
from tests.support.libraries import require
from tools.generated_modules import ids_module, overloads_module

import beijing_public_services as bps
from beijing_public_services.api import questions as api
from beijing_public_services.verification import verify as verification

if TYPE_CHECKING:
    from collections.abc import Iterator

RENAMED, REMOVED, GONE = "environment.pm2_5_mean", "environment.smog_days", "environment.haze_index"
RENAMED_FIGURE, REMOVED_FIGURE = f"{RENAMED}:CN-BJ:2024", f"{REMOVED}:CN-BJ:2019"
RECORD = [
    alias("indicator", RENAMED, PM),
    alias("observation", RENAMED_FIGURE, FIGURE),
    alias("indicator", GONE, note="Never defined."),
    add(
        "aliases", id=REMOVED, kind="indicator", fate="removed", successor=PM, since="1.0.0", note="No longer counted."
    ),
    add(
        "aliases",
        id=REMOVED_FIGURE,
        kind="observation",
        fate="removed",
        successor=FIGURE,
        since="1.0.0",
        note="Misread.",
    ),
    erratum(REMOVED_FIGURE, "value", "30", "31"),
]
PACKAGE = release("1.0.0", *RECORD)


class Untouched:
    """A record that must not be looked at."""

    def __iter__(self) -> Iterator[Any]:
        raise AssertionError("the aliases were looked up")


def test_a_renamed_indicator_resolves_with_a_warning_at_the_line_that_asked() -> None:
    """The id it had gives the indicator, and a `FutureWarning` names the id of today, here and not in the library."""
    with pytest.warns(FutureWarning) as warned:
        assert PACKAGE.indicator(RENAMED) is PACKAGE.indicator(PM)
    (warning,) = warned
    assert str(warning.message) == f"the indicator {RENAMED!r} is called {PM!r} since 1.0.0"
    assert warning.filename == __file__


def test_whoever_takes_an_id_takes_a_renamed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """`get_indicator` and `verify` resolve a renamed id, and warn at their caller's line."""
    monkeypatch.setattr(api, "bundled", lambda: PACKAGE)
    get_indicator: Any = bps.get_indicator
    with pytest.warns(FutureWarning, match=PM) as warned:
        assert get_indicator(RENAMED).id == PM
    assert warned[0].filename == __file__
    verify: Any = verification.verify
    for claim, status in (("30.5 µg/m3", "match"), ("no figure", "cannot_verify")):
        with pytest.warns(FutureWarning, match=PM) as warned:
            verdict = verify(RENAMED, claim, package=PACKAGE)
        assert (verdict.status, verdict.indicator, warned[0].filename) == (status, PM, __file__)


def test_a_renamed_observation_resolves_with_a_warning() -> None:
    """The id that an observation had gives the observation."""
    assert PACKAGE.observation(FIGURE).value == 30.5
    with pytest.warns(FutureWarning, match=f"{RENAMED_FIGURE}.*{FIGURE}") as warned:
        assert PACKAGE.observation(RENAMED_FIGURE) is PACKAGE.observation(FIGURE)
    assert warned[0].filename == __file__


def test_a_removed_indicator_raises_with_what_to_use_in_its_place() -> None:
    """The error is that of an unknown id, says since when and why, and suggests the successor where there is one."""
    with pytest.raises(bps.RemovedIndicatorError) as caught:
        PACKAGE.indicator(REMOVED)
    assert str(caught.value) == (
        f"indicator {REMOVED!r} was removed in 1.0.0 (No longer counted); use {PM!r} in its place"
    )
    assert caught.value.suggestions == (PM,)
    with pytest.raises(bps.UnknownIndicatorError) as caught_too:
        PACKAGE.indicator(GONE)
    assert str(caught_too.value) == f"indicator {GONE!r} was removed in 1.0.0 (Never defined)"
    assert caught_too.value.suggestions == ()


def test_a_removed_observation_raises_with_what_to_use_in_its_place() -> None:
    """An observation that was removed is unknown, and the message says what to use."""
    with pytest.raises(bps.UnknownObservationError, match=rf"removed in 1\.0\.0 \(Misread\); use '{FIGURE}'"):
        PACKAGE.observation(REMOVED_FIGURE)


@pytest.mark.parametrize("id", [f"{FIGURE[:-1]}5", FIGURE.replace("pm2_5", "pm25")])
def test_an_unknown_observation_suggests_the_nearest(id: str) -> None:
    """An id that never was says which was probably meant."""
    with pytest.raises(bps.UnknownObservationError, match=f"no observation '{id}'; did you mean '{FIGURE}'"):
        PACKAGE.observation(id)


def test_a_kind_of_id_does_not_resolve_as_another() -> None:
    """An observation's old id is no indicator's, and the other way round."""
    for id_ in (RENAMED_FIGURE, REMOVED_FIGURE):
        with pytest.raises(bps.UnknownIndicatorError, match="no indicator"):
            PACKAGE.indicator(id_)
    for id_ in (RENAMED, REMOVED):
        with pytest.raises(bps.UnknownObservationError, match="no observation"):
            PACKAGE.observation(id_)
    crossed = release("1.0.0", alias("indicator", RENAMED, FIGURE), alias("observation", RENAMED_FIGURE, PM))
    with pytest.raises(bps.UnknownIndicatorError, match="no indicator"):
        crossed.indicator(RENAMED)
    with pytest.raises(bps.UnknownObservationError, match="no observation"):
        crossed.observation(RENAMED_FIGURE)


def test_the_record_is_looked_up_for_unknown_ids_only() -> None:
    """An id in use is found without a look at the aliases, so that they cost nothing."""
    package = PACKAGE.__replace__(aliases=Untouched())
    assert (package.indicator(PM).id, package.observation(FIGURE).id) == (PM, FIGURE)
    with pytest.raises(AssertionError):
        package.indicator(RENAMED)


def test_an_old_id_is_no_indicator_id() -> None:
    """Only ids in use are `IndicatorId`s; an old one resolves, and is told apart."""
    assert bps.is_indicator_id(PM)
    assert not bps.is_indicator_id(RENAMED)


@pytest.mark.parametrize(
    ("resource", "column", "text"),
    [
        ("aliases", "successor", "environment.pm1_annual_mean"),
        ("aliases", "fate", "merged"),
        ("aliases", "kind", "unit"),
        ("errata", "observation", "environment.pm1_annual_mean:CN-BJ:2024"),
    ],
)
def test_a_record_of_nothing_is_not_read(tmp_path: Path, resource: str, column: str, text: str) -> None:
    """A successor or a corrected figure that there is not, and a code beyond the list, are refused with their cell."""
    key = {"id": RENAMED} if resource == "aliases" else {"column": "value"}
    folder = publish(tmp_path, "1.0.0", *RECORD, put(resource, key, **{column: text}))
    with pytest.raises(bps.DataPackageError) as caught:
        bps.load(folder)
    assert (caught.value.file, caught.value.row, caught.value.column) == (f"data/{resource}.csv", 2, column)


TYPED = f"""\
import beijing_public_services as bps
bps.get_indicator("{PM}")
bps.get_indicator("{RENAMED}")
bps.get_indicator("{REMOVED}")
bps.get_indicator("{FOREST}s")
"""


@pytest.mark.slow
def test_a_type_checker_knows_a_renamed_id_as_deprecated(tmp_path: Path) -> None:
    """An id in use passes, a renamed one is deprecated in favour of the new, a removed or misspelt one is an error.

    The id types are those that refreshing would generate for a package with aliases; the rest is the library's own.
    """
    require("mypy")
    library, package = Path(str(bps.__file__)).parent, tmp_path / "beijing_public_services"
    package.mkdir()
    tables = {name: each.rows for name, each in edited("1.0.0", *RECORD).by_name.items()}
    (package / "_generated").mkdir()
    (package / "_generated" / "__init__.py").touch()
    (package / "_generated" / "ids.py").write_bytes(ids_module(tables))
    (package / "_overloads.py").write_bytes(overloads_module(tables))
    (package / "api").mkdir()
    for name in ("__init__.py", "api/__init__.py", "api/questions.py", "_record.py", "py.typed"):
        (package / name).write_bytes((library / name).read_bytes())
    (tmp_path / "use.py").write_text(TYPED, encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--config-file=", "--strict", "--enable-error-code=deprecated"]
    mypy += ["--follow-imports=skip", "--ignore-missing-imports", "--no-incremental", "use.py"]
    checked = [
        f"beijing_public_services/{name}"
        for name in ("__init__.py", "api/questions.py", "_overloads.py", "_generated/ids.py")
    ]
    environment = os.environ | {"MYPYPATH": str(tmp_path)}
    done = subprocess.run(
        [*mypy, *checked], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    found = re.findall(r"^use\.py:(\d+): error: (.*)\[([\w-]+)\]$", done.stdout, re.MULTILINE)
    assert [(int(line), code) for line, _, code in found] == [
        (3, "deprecated"),
        (4, "call-overload"),
        (5, "call-overload"),
    ]
    assert f"called {PM} since 1.0.0" in found[0][1]
