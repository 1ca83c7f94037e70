"""What a person may name instead of an id."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Run

from beijing_public_services import Observation, bundled

PM = "environment.pm2_5_annual_mean"


def test_words_that_lead_to_one_indicator_stand_for_it(run: Run) -> None:
    """`verify` and `cite` take the indicator that stands out, and name it on standard error."""
    for command, *more in (("verify", "30.5"), ("cite",)):
        code, out, err = run(command, "pm2.5", *more)
        assert (code, out) == run(command, PM, *more)[:2]
        assert f"the best match for 'pm2.5' is {PM}" in err


@pytest.mark.parametrize("arguments", [("verify", "metro", "900"), ("cite", "metro"), ("plot", "metro", "-o", "x.svg")])
def test_words_that_lead_to_several_suggest_them(run: Run, arguments: tuple[str, ...]) -> None:
    """Words that lead to no one indicator are exit code 1, with the ids that they find."""
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert f"did you mean '{bundled().search('metro')[0].id}'" in err


@pytest.mark.parametrize("figure", bundled().indicator(PM).observations[:3], ids=lambda each: each.id)
def test_the_id_of_a_figure_is_its_area_and_period(run: Run, figure: Observation) -> None:
    """`verify` of a figure's id and what is printed for that figure is a match."""
    assert run("verify", figure.id, figure.printed)[0] == 0


@pytest.mark.parametrize("name", ["Tianjin", "tianjin", "天津", "天津市", "CN-TJ"])
def test_an_area_has_names(run: Run, name: str) -> None:
    """`--area` takes the id of an area or its name in either language."""
    assert run("verify", PM, "38", "--area", name) == run("verify", PM, "38", "--area", "CN-TJ")
    assert run("verify", PM, "38", "--area", name)[0] == 0


def test_an_unknown_area_lists_areas_sorted(run: Run) -> None:
    """The areas that are offered in place of an unknown one are sorted, each once."""
    code, _, err = run("verify", PM, "38", "--area", "zz")
    offered = err.strip().rpartition("expected ")[2].split(" or ")
    assert (code, offered) == (2, sorted(set(offered)))


def test_both_verifications_name_the_slip(run: Run, tmp_path: Path) -> None:
    """`verify-text` says of a claim what `verify` says of it: the status with the slip."""
    text = tmp_path / "text.md"
    text.write_text("2024年PM2.5年均浓度为35.0微克/立方米。\n", encoding="utf-8")
    alone = run("verify", PM, "35.0微克/立方米")[1].partition(":")[0]
    assert f" {alone}: " in run("verify-text", text)[1]
    assert "(" in alone
