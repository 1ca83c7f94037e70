"""Laws of errors: one tree, each also the built-in a caller would catch, each saying what is right."""

from __future__ import annotations

import copy
import pickle
import re
import sys
from typing import TYPE_CHECKING, Any

import pint
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services._install import install_command
from beijing_public_services.errors import nearest
from beijing_public_services.notation.periods import read_period
from beijing_public_services.notation.units import quantity, registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pint import UnitRegistry

BUILTINS: dict[type[bps.BeijingPublicServicesError], tuple[type[Exception], ...]] = {
    bps.BeijingPublicServicesError: (Exception,),
    bps.DataPackageError: (ValueError,),
    bps.UnknownIndicatorError: (KeyError,),
    bps.RemovedIndicatorError: (bps.UnknownIndicatorError, KeyError),
    bps.UnknownDomainError: (KeyError,),
    bps.UnknownUnitError: (KeyError, ValueError),
    bps.UnknownStyleError: (KeyError, ValueError),
    bps.UnknownStatementKindError: (KeyError, ValueError),
    bps.UnknownLanguageError: (KeyError, ValueError),
    bps.UnknownObservationError: (LookupError,),
    bps.AmbiguousObservationError: (LookupError,),
    bps.PeriodError: (ValueError,),
    bps.PrintedFigureError: (ValueError,),
    bps.UnitConflictError: (ValueError,),
    bps.IntervalError: (ValueError,),
    bps.ExportError: (ValueError,),
    bps.WriteError: (OSError,),
    bps.OverwriteError: (OSError, FileExistsError),
    bps.MissingExtraError: (ImportError,),
    bps.NotEmptyError: (FileExistsError,),
    bps.ChartError: (ValueError,),
    bps.ConfigurationError: (ValueError,),
    bps.UnsafeFileError: (ValueError,),
}
UNKNOWN = [bps.UnknownIndicatorError, bps.UnknownDomainError, bps.UnknownUnitError]
EXAMPLES: list[bps.BeijingPublicServicesError] = [
    bps.DataPackageError("data/areas.csv", 7, "parent", "'CN-XX'", "an area"),
    bps.DataPackageError("datapackage.json", None, None, "no JSON", "a descriptor"),
    bps.UnknownIndicatorError("environment.pm25", ["environment.pm2_5_annual_mean", "environment.pm10_annual_mean"]),
    bps.UnknownIndicatorError("metro", likely=["infrastructure.urban_rail_length"]),
    bps.RemovedIndicatorError("environment.old", "1.0.0", "environment.new", "Split in two."),
    bps.RemovedIndicatorError("environment.old", "1.0.0", "", "Withdrawn."),
    bps.UnknownDomainError("environmnet", ["environment", "infrastructure"]),
    bps.UnknownUnitError("persn", ["person", "percent", "person_time", "rank"]),
    bps.UnknownUnitError("'quoted' \"twice\"", []),
    bps.UnknownStyleError("mla", ["plain", "apa"]),
    bps.UnknownStatementKindError("law", ["instrument", "event"]),
    bps.UnknownLanguageError("fr", ["en", "zh"]),
    bps.UnknownObservationError("no observation for 1999"),
    bps.AmbiguousObservationError("several of 2024"),
    bps.PeriodError("found period '2024-13'"),
    bps.PrintedFigureError("found 'x'"),
    bps.UnitConflictError("found 'mu'"),
    bps.IntervalError("found 'NaN'"),
    bps.ExportError("found the format 'xls'"),
    bps.WriteError("found no folder 'x'"),
    bps.OverwriteError("found a file"),
    bps.MissingExtraError("to_frame", "pandas"),
    bps.ConfigurationError("found the rule 'a', expected 'b'"),
    bps.UnsafeFileError("datapackage.json", None, "resources[0].path", "'../a'", "a relative path within the package"),
    bps.NotEmptyError("city: found something there, expected a new path or an empty folder"),
    bps.BeijingPublicServicesError(),
]
PM = "environment.pm2_5_annual_mean"
PAY = "employment_social_security.median_monthly_pay"
# What fails, with which error, and what its message holds: what was found, and what would be right.
FAILURES: list[tuple[Callable[[], object], type[bps.BeijingPublicServicesError], list[str]]] = [
    (lambda: bps.bundled().indicator("environment.pm2_5_anual_mean"), bps.UnknownIndicatorError,
     ["no indicator 'environment.pm2_5_anual_mean'", f"did you mean '{PM}'"]),
    (lambda: bps.bundled().by_domain("enviroment"), bps.UnknownDomainError,
     ["no domain 'enviroment'", "did you mean 'environment'"]),
    (lambda: quantity(1, "hectar"), bps.UnknownUnitError, ["no unit 'hectar'", "did you mean 'hectare'"]),
    (lambda: bps.bundled().indicator(PM).observation(period="1999"), bps.UnknownObservationError,
     [PM, "period='1999'", "period='2024'", "30.5微克/米3"]),
    (lambda: bps.bundled().indicator(PAY).observation(), bps.AmbiguousObservationError,
     [PAY, "by area, period or category", "category='software_and_information_services'", "14417元"]),
    (lambda: read_period("2024-13"), bps.PeriodError, ["found period '2024-13'", "expected", "2024-Q3"]),
    (lambda: read_period("2024/2023"), bps.PeriodError, ["found period '2024/2023'", "its start before its end"]),
    (lambda: bps.read_printed("out of ten"), bps.PrintedFigureError, ["found 'out of ten'", "expected", "9153.3亿元"]),
    (lambda: bps.read_printed("近六成左右"), bps.PrintedFigureError,
     ["found '近六成左右'", "nearly", "about", "expected one"]),
    (lambda: bps.read_printed("一万万个"), bps.PrintedFigureError, ["found '一万万", "expected", "三万五千"]),
    (lambda: registry(("furlong",)), bps.UnitConflictError, ["found the unit definition", "'unit = [dimension]'"]),
    (lambda: bps.register_units(taken()), bps.UnitConflictError,
     ["found 'person' in the registry", "[people]", "expected", "[bps_person]"]),
]  # fmt: skip


def taken() -> UnitRegistry[Any]:
    """A registry that means something else by a person."""
    yours: UnitRegistry[Any] = pint.UnitRegistry()
    yours.define("person = [people]")
    return yours


def public_errors() -> set[type[BaseException]]:
    """The exceptions among the public names."""
    named = (getattr(bps, name) for name in bps.__all__)
    return {each for each in named if isinstance(each, type) and issubclass(each, BaseException)}


def test_the_tree_holds_every_public_error() -> None:
    """Every public exception stands in this module's table, and none else does."""
    assert public_errors() == {*BUILTINS}


@pytest.mark.parametrize(("error", "builtins"), BUILTINS.items())
def test_each_error_is_also_the_built_in_a_caller_would_catch(
    error: type[Exception], builtins: tuple[type[Exception], ...]
) -> None:
    """One `except` catches all of the library's errors, and another the built-in that fits."""
    assert issubclass(error, bps.BeijingPublicServicesError)
    assert all(issubclass(error, builtin) for builtin in builtins)
    assert error.__doc__


@pytest.mark.parametrize(("fails", "error", "said"), FAILURES)
def test_a_message_says_what_was_found_and_what_is_right(
    fails: Callable[[], object], error: type[Exception], said: list[str]
) -> None:
    """Whoever reads the message knows what was wrong and what to write instead."""
    with pytest.raises(error) as caught:
        fails()
    assert [part for part in said if part not in str(caught.value)] == []


@pytest.mark.parametrize("error", UNKNOWN)
def test_an_unknown_name_is_quoted_once(error: type[bps.UnknownIndicatorError]) -> None:
    """A `KeyError` shows the repr of its message; here the message is shown as it is."""
    unknown = error("enviroment", ["environment", "infrastructure"])
    assert str(unknown) == f"no {unknown.kind} 'enviroment'; did you mean 'environment'?"
    assert (unknown.name, unknown.suggestions) == ("enviroment", ("environment",))
    listed = "; expected one of 'environment'" if unknown.kind == "domain" else ""
    assert str(error("x", ["environment"])) == f"no {unknown.kind} 'x'{listed}"


@given(st.text(), st.lists(st.text(max_size=8), unique=True, max_size=9))
@example("rank", ["rank", "ranks", "ranked", "ranking", "rang"])
def test_suggestions_are_known_names(name: str, known: list[str]) -> None:
    """At most three known names are suggested, each once, and the name itself first where it is known."""
    suggestions = nearest(name, known)
    assert len({*suggestions} & {*known}) == len(suggestions) <= 3
    assert name not in known or suggestions[0] == name


def test_a_fault_in_a_package_is_placed() -> None:
    """A fault names file, row and column where it has them, what was found and what would be right."""
    placed, whole = EXAMPLES[:2]
    assert str(placed) == "data/areas.csv, row 7, column 'parent': found 'CN-XX', expected an area"
    assert str(whole) == "datapackage.json: found no JSON, expected a descriptor"
    assert isinstance(placed, bps.DataPackageError)
    assert (placed.file, placed.row, placed.column) == ("data/areas.csv", 7, "parent")
    assert (placed.found, placed.expected) == ("'CN-XX'", "an area")


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Loading from nowhere says where nothing was."""
    with pytest.raises(bps.DataPackageError, match=r"found .*, expected") as caught:
        bps.load(tmp_path)
    assert str(tmp_path / "datapackage.json") in str(caught.value)


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its optional dependency a feature fails with the command that installs it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=re.escape(install_command("pandas"))) as caught:
        bps.to_frame()
    assert isinstance(caught.value, bps.MissingExtraError)
    assert caught.value.extra == "pandas"


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("travel", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_an_error_travels_whole(
    error: bps.BeijingPublicServicesError, travel: Callable[[Exception], Exception]
) -> None:
    """A copy, and what comes back from another process, has the type, the message and all that the error knows."""
    back = travel(error)
    assert type(back) is type(error)
    assert (str(back), back.args) == (str(error), error.args)
    assert vars(back) == vars(error)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_what_was_noted_on_an_error_travels_with_it(error: bps.BeijingPublicServicesError) -> None:
    """A note added on the way is still there after another process."""
    noted = copy.copy(error)
    noted.add_note("while reading the second package")
    back = pickle.loads(pickle.dumps(noted))
    assert back.__notes__ == ["while reading the second package"]
