"""Laws of completion: ids are offered after a few letters, in IPython, in Jupyter and in editors that use Jedi."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from tests.support.checkout import SOURCE
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services._generated.ids import DomainId, IndicatorId

jedi, completer = map(Library, ("jedi", "IPython.core.completer"))
IDS = get_args(IndicatorId)
OF_AIR = [each for each in IDS if each.startswith("environment.pm")]
BEGINNINGS = {
    "bps.fig": ["figures"],
    "bps.get_ind": ["get_indicator"],
    "bps.figures.env": ["environment"],
    "bps.figures.environment.pm": sorted(each.partition(".")[2] for each in OF_AIR),
    "bps.figures.environment.pm2_5_annual_mean.obs": ["observation", "observations"],
    "bps.figures['environment.pm2_5_annual_mean'].obs": ["observation", "observations"],
    "bps.get_indicator('environment.pm2_5_annual_mean').ser": ["series"],
    "bps.verify('environment.pm2_5_annual_mean', '30.5').sta": ["status"],
    "bps.by_domain('environment')[0].name_": ["name_en", "name_zh"],
}


def in_editor(code: str) -> list[str]:
    """What Jedi offers an editor, which runs nothing of the code."""
    project = jedi.Project(SOURCE, added_sys_path=[str(SOURCE)], load_unsafe_extensions=False)
    found = jedi.Script(f"import beijing_public_services as bps\n{code}", project=project).complete()
    return sorted(each.name for each in found)


def in_ipython(code: str, *, with_jedi: bool) -> list[str]:
    """What IPython offers at a prompt at which the library has been imported."""
    made: Any = completer.IPCompleter(shell=None, namespace={"bps": bps}, global_namespace={}, use_jedi=with_jedi)
    made.disable_matchers = ["IPCompleter.magic_matcher"]  # it needs a whole shell
    with completer.provisionalcompleter():
        return sorted(each.text.strip(".") for each in made.completions(code, len(code)))


@pytest.mark.slow
@pytest.mark.parametrize("code", BEGINNINGS)
def test_an_editor_completes_ids(code: str) -> None:
    """Jedi, which only reads the code, finds public names, ids by domain and the members of what they stand for."""
    assert in_editor(code) == BEGINNINGS[code]


@pytest.mark.parametrize("code", BEGINNINGS)
def test_ipython_completes_ids(code: str) -> None:
    """IPython with Jedi, as it is installed, completes the same."""
    assert in_ipython(code, with_jedi=True) == BEGINNINGS[code]


def test_ipython_completes_ids_in_brackets() -> None:
    """Behind `bps.figures["` IPython and Jupyter offer the ids that begin like that, with Jedi and without it."""
    for with_jedi in (True, False):
        assert in_ipython('bps.figures["environment.pm', with_jedi=with_jedi) == sorted(OF_AIR)
        assert in_ipython('bps.figures["', with_jedi=with_jedi) == sorted(IDS)
    assert in_ipython("bps.figures.environment.pm", with_jedi=False) == BEGINNINGS["bps.figures.environment.pm"]


def test_figures_are_the_indicators_by_id() -> None:
    """`figures` is a mapping from each id to its indicator, in the report's order; errors are those of an id."""
    assert list(bps.figures) == list(IDS) == [each.id for each in bps.indicators()]
    assert list(bps.figures.values()) == list(bps.indicators())
    assert len(bps.figures) == len(IDS)
    assert IDS[0] in bps.figures
    assert "environment" not in bps.figures
    assert bps.figures.get("environment.pm25") is None  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    with pytest.raises(bps.UnknownIndicatorError, match=r"did you mean 'environment\.pm2_5_annual_mean'"):
        bps.figures["environment.pm25_annual_mean"]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
    assert repr(bps.figures) == f"<{len(IDS)} indicators by id, as in figures['{IDS[0]}']>"


def test_each_indicator_is_an_attribute_of_its_domain() -> None:
    """Every id is a domain and a name, which lead to its indicator; `dir` shows them, and the docstring its names."""
    for each in bps.indicators():
        domain, _, name = each.id.partition(".")
        lookup = getattr(bps.figures, domain)
        assert getattr(lookup, name) is each
        assert {domain} <= {*dir(bps.figures)}
        assert {name} <= {*dir(lookup)}
        assert each.name_en in str(getattr(type(lookup), name).__doc__)
    for each_domain in get_args(DomainId):
        lookup = getattr(bps.figures, each_domain)
        indicators: Any = bps.bundled().by_domain(each_domain)
        assert tuple(lookup) == indicators
        assert repr(lookup) == f"<{len(lookup)} indicators of {each_domain}>"
        assert lookup._repr_html_() == indicators._repr_html_()
    with pytest.raises(AttributeError):
        getattr(bps.figures, "air")  # noqa: B009
    assert "Environmental protection" in bps.figures._repr_html_()
