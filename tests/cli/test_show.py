"""How `show` lays out the figures of an indicator and what is known of them."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Run

from beijing_public_services import Observation, bundled
from beijing_public_services.cli._figures import MOST_FIGURES, _in_reading_order

PM = "environment.pm2_5_annual_mean"


def test_an_id_is_never_broken(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source of each figure is whole on a line of its own where the terminal is too narrow for it in the table."""
    monkeypatch.setenv("COLUMNS", "80")
    shown = run("show", PM, "--all")[1].split("\n")
    for each in bundled().indicator(PM).observations:
        assert f"  source {each.source.id}" in shown


def test_history_is_read_area_by_area_in_order_of_time() -> None:
    """The report's figures come first; those of others follow by area and category, the periods ascending."""
    for indicator in bundled().indicators:
        figures = _in_reading_order(indicator.observations)
        assert sorted(each.id for each in figures) == sorted(each.id for each in indicator.observations)
        others = [each for each in figures if each.source.kind == "publication"]
        assert figures[len(figures) - len(others) :] == others
        runs: list[list[Observation]] = []
        for each in others:
            if runs and (runs[-1][-1].area, runs[-1][-1].category) == (each.area, each.category):
                runs[-1].append(each)
            else:
                runs.append([each])
        assert len(runs) == len({(run[0].area, run[0].category) for run in runs})
        assert all(run == sorted(run, key=lambda each: each.parsed_period.order) for run in runs)


def test_a_note_says_which_figure_it_is_on(run: Run) -> None:
    """A note, a cross-check or a break that is not of all figures names the area and the period of its own."""
    out = " ".join(run("show", PM, "--all")[1].split())
    noted = [each for each in bundled().indicator(PM).observations if each.note == "Of the whole city (全市)."]
    assert noted
    for each in noted:
        area = next(area.name_en for area in bundled().areas if area.id == each.area)
        assert f"{area} {each.period}" in out
    assert "Cross-check (agrees): Tianjin 2024 38" in out
    assert "Note: Of the whole city" not in out


def test_all_prints_what_a_long_indicator_leaves_out(run: Run) -> None:
    """A long indicator ends with a line that counts what `--all` adds, and a doubt stands before the figures."""
    short, whole = (run("show", PM, *more)[1] for more in ((), ("--all",)))
    assert short.splitlines()[-1].endswith("more sources; --all prints them.")
    assert "--all prints" not in whole
    assert short.count("\n") < 80 < whole.count("\n")
    assert short.index("Questioned: Hebei 2024") < short.index("period ")
    left = int(re.findall(r"(\d+) more figures", short)[0])
    assert left + MOST_FIGURES == len(bundled().indicator(PM).observations)


def test_large_values_have_scale_words(run: Run) -> None:
    """Tables and the text on an indicator write large values with the words of the language, and data plain numbers."""
    contracts = "science_technology.technology_contract_value"
    for command in (("show", contracts), ("list", "--domain", "science_technology")):
        assert "9,153.3亿元" in run(*command, "--lang", "zh")[1]
        assert "915.33 billion" in run(*command)[1]
        assert "915330000000" in run(*command, "--format", "csv")[1]


def test_an_anomaly_of_the_paragraph_is_said_to_be_one(run: Run) -> None:
    """An anomaly of a paragraph that a figure stands in is not taken for one of the figure."""
    out = run("show", "employment_social_security.urban_surveyed_unemployment_rate")[1]
    assert "Anomaly (same paragraph, s3.p1, " in " ".join(out.split())


def test_show_says_how_to_cite_a_figure(run: Run) -> None:
    """`show` of an indicator names the id of its first figure, which `cite` takes."""
    out = run("show", PM)[1]
    id = next(word for word in out.split() if word.startswith(f"{PM}:"))
    assert run("cite", id)[0] == 0
