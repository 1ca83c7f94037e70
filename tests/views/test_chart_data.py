"""What charts show, held against the figures themselves, for every indicator in both languages."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.editions import VISITS, both_editions

import beijing_public_services as bps
from beijing_public_services.views.charts.data import Options
from beijing_public_services.views.charts.figures import chart_data
from beijing_public_services.views.charts.labels import break_names, nested, place_labels
from beijing_public_services.views.charts.spec import chart_spec, layers_of, wrapped
from beijing_public_services.views.charts.words import CHINESE

PACKAGE = bps.bundled()
LANGUAGES: tuple[bps.Language, ...] = ("en", "zh")
FIGURES = {each.id: each for each in PACKAGE.observations}
ONE_SIDED = ("gt", "ge", "lt", "le")
OWN = ("report", "publication", "target")


@cache
def charts() -> dict[tuple[str, bps.Language], bps.ChartData]:
    """The chart of each indicator of the bundled package in each language, by its id and the language."""
    return {
        (indicator.id, language): chart_data(PACKAGE, indicator, Options(language=language))
        for indicator in PACKAGE.indicators
        for language in LANGUAGES
    }


def drawn(data: bps.ChartData, name: str) -> list[dict[str, Any]]:
    """The rows of the layers whose name begins so."""
    layers = layers_of(chart_spec((data,), "light"))
    return [row for layer in layers if layer["name"].startswith(name) for row in layer["data"]["values"]]


def chart(id: str, **options: Any) -> bps.ChartData:
    """The chart of an indicator of the bundled package."""
    return chart_data(PACKAGE, PACKAGE.indicator(id), Options(**options))


def with_figures(id: str, *figures: bps.Observation) -> bps.Indicator:
    """An indicator of the bundled package with other figures."""
    return PACKAGE.indicator(id).replace(observations=figures)


def test_no_line_crosses_a_missing_period_or_a_break() -> None:
    """Neighbours on a line are of consecutive periods of one area and category, with no break from one to the other."""
    joined = 0
    for data in charts().values():
        breaks = PACKAGE.indicator(data.indicator).id
        known = [each for each in PACKAGE.breaks if each.indicator == breaks]
        for line in data.lines:
            for one, other in pairwise([FIGURES[data.marks[place].observation] for place in line]):
                joined += 1
                assert (one.area, one.category) == (other.area, other.category)
                kinds = {one.parsed_period.frequency, other.parsed_period.frequency}
                assert len(kinds) == 1
                years = other.parsed_period.start[0] - one.parsed_period.start[0]
                if kinds in ({"year"}, {"span"}):
                    assert years == 1
                if kinds == {"day"}:
                    assert years in (0, 1)
                begun = [each.period for each in known if each.area == one.area]
                assert not [each for each in begun if one.period < each <= other.period]
    assert joined > 100


def test_a_line_is_cut_only_where_it_must_be() -> None:
    """The line of Beijing's PM2.5, complete from 2013 to 2025, has one cut: at the change of method of 2019."""
    data = chart("environment.pm2_5_annual_mean", area="CN-BJ")
    periods = [[data.marks[place].period for place in line] for line in data.lines]
    assert periods == [[str(year) for year in range(2013, 2019)], [str(year) for year in range(2019, 2026)]]
    assert [each.text for each in data.breaks] == ["new method from 2019"]
    assert "2018-01-01" < data.breaks[0].day < "2019-01-01"


def test_every_figure_is_shown_once_or_counted_as_left_out() -> None:
    """The marks of a chart are the figures of its indicator, each once; the caption counts those that are missing."""
    for (id, language), data in charts().items():
        shown = [mark.observation for mark in data.marks if mark.role in OWN]
        missing = len(PACKAGE.indicator(id).observations) - len(shown)
        assert len({*shown}) == len(shown)
        word = f"另有{missing}个数字" if language == "zh" else f"Not shown: {missing} figure"
        assert any(line.startswith(word) for line in data.caption) == (missing > 0), id


def test_each_dispute_is_a_mark_with_its_publisher() -> None:
    """A cross-check that speaks against a shown figure is a mark of its own, labelled with who prints it."""
    disputed = 0
    for data in charts().values():
        for mark in [each for each in data.marks if each.role in OWN]:
            figure = FIGURES[mark.observation]
            against = [each for each in data.marks if each.observation == mark.observation and each.role not in OWN]
            checks = (*figure.disputes, *figure.questions)
            assert [(each.value, each.printed, each.source) for each in against] == [
                (each.value, each.printed, each.source.id) for each in checks
            ]
            for each, check in zip(against, checks, strict=True):
                disputed += 1
                assert each.publisher == check.source.publisher
                assert each.role == ("question" if check.source.is_copy else "dispute")
                label = each.row if data.rows else f"{each.publisher}: {each.text}"
                assert check.source.publisher in label
                if not data.rows:
                    assert any(row["text"] == label for row in drawn(data, "labels"))
    assert disputed > 10


def test_a_bound_is_never_drawn_as_the_figure() -> None:
    """Bars and filled marks are exact figures; a bound is an open mark with an arrow to its open side."""
    bounds = 0
    for data in charts().values():
        assert {row["form"] for name in ("bars", "filled") for row in drawn(data, name)} <= {"point"}
        open_marks = drawn(data, "open marks")
        for mark in data.marks:
            if mark.role not in OWN or FIGURES[mark.observation].bound not in ONE_SIDED:
                continue
            bounds += 1
            (row,) = [
                each
                for each in drawn(data, "arrows")
                if each["observation"] == mark.observation and each["role"] == mark.role
            ]
            assert any(each["observation"] == mark.observation for each in open_marks)
            is_least = FIGURES[mark.observation].bound in ("gt", "ge")
            assert (row["arrow"] > row["value"]) == is_least
            heads = drawn(data, "heads right" if is_least else "heads left") if data.rows else drawn(data, "heads")
            assert any(each["observation"] == mark.observation for each in heads)
    assert bounds > 30


def test_an_approximate_figure_is_a_band_with_an_open_mark() -> None:
    """What `nearly`, `about` and `a little over` leave possible is drawn from end to end."""
    bands = 0
    for data in charts().values():
        for mark in [each for each in data.marks if each.role in OWN]:
            figure = FIGURES[mark.observation]
            if figure.bound not in ("nearly", "about", "some_over"):
                continue
            bands += 1
            (row,) = [each for each in drawn(data, "bands") if each["observation"] == figure.id and each["role"] in OWN]
            scale = Decimal(10) ** data.power
            interval = figure.interval
            assert (Decimal(repr(row["lower"])) * scale, Decimal(repr(row["upper"])) * scale) == (
                interval.lower,
                interval.upper,
            )
            assert any(each["observation"] == figure.id for each in drawn(data, "open marks"))
    assert bands > 20


def test_a_range_is_its_band_without_a_mark() -> None:
    """A printed range has no single value: it is drawn as a band from its lower to its higher end."""
    figure = PACKAGE.indicator("infrastructure.urban_rail_added_length").observations[0]
    ranged = figure.replace(printed="40至45公里", value=40)
    data = chart_data(PACKAGE, with_figures(figure.indicator, ranged), Options())
    assert (data.marks[0].form, data.marks[0].text) == ("range", "40–45")
    (band,) = drawn(data, "bands")
    assert band["lower"] <= 40 < 45 <= band["upper"]
    assert drawn(data, "open") == drawn(data, "filled") == drawn(data, "bars") == []


def test_the_caption_holds_unit_sources_and_release() -> None:
    """Each caption names the unit, the report's footnote or title, a publisher of every other role, and the release."""
    for (_, language), data in charts().items():
        caption = "\n".join(data.caption)
        assert data.unit
        assert data.unit in data.caption[0]
        assert f"{PACKAGE.name} {PACKAGE.version}, {data.indicator}" in caption
        for mark in data.marks:
            source = FIGURES[mark.observation].source
            if mark.role in OWN and source.kind == "footnote":
                assert source.id in caption
            elif mark.role in OWN and source.kind == "report":
                assert source.title in caption
        others = {mark.publisher for mark in data.marks if mark.role not in ("report", "target")}
        assert not others or sum(each in caption for each in others) >= min(len(others), 6)
        assert (("Open mark with" in caption) or ("空心标记加箭头" in caption)) == any(
            mark.form == "bound" for mark in data.marks
        )
        assert ("Unit: " in caption) == (language == "en")


def test_places_in_time_are_dates() -> None:
    """On a time axis 2013, 2015 and 2017 stand at their dates, whatever lies between them."""
    data = chart("environment.pm2_5_annual_mean", area="CN-HE")
    days = {mark.period: mark.day for mark in data.marks}
    assert (days["2013"], days["2015"], days["2017"]) == ("2013-01-01", "2015-01-01", "2017-01-01")
    (layer, *_) = layers_of(chart_spec((data,), "light"))
    assert (layer["encoding"]["x"]["type"], layer["encoding"]["x"]["scale"]["type"]) == ("temporal", "utc")
    assert [each.day[:4] for each in data.ticks] == [str(year) for year in range(2013, 2025)]


def test_days_stand_between_the_beginnings_of_years() -> None:
    """On an axis of days a year's label is that of its first day, so that the last of December is before it."""
    data = chart("infrastructure.parks", language="zh")
    ticks = {each.text: each.day for each in data.ticks}
    assert ticks["2025年1月"] == "2025-01-01"
    report = next(mark for mark in data.marks if mark.role == "report")
    assert ticks["2024年1月"] < report.day == "2024-12-31" < ticks["2025年1月"]


def test_many_lines_are_told_apart() -> None:
    """Of more areas than there are colours, each has a line of its own colour and dash."""
    figures = PACKAGE.indicator("environment.pm2_5_annual_mean").observations
    of_beijing = [each for each in figures if each.area == "CN-BJ" and each.period in ("2020", "2021")]
    areas = [f"CN-X{number}" for number in range(9)]
    many = [each.replace(area=area, id=f"{area}{each.period}") for area in areas for each in of_beijing]
    data = chart_data(PACKAGE, with_figures(figures[0].indicator, *many), Options())
    (layer,) = [each for each in layers_of(chart_spec((data,), "light")) if each["name"].startswith("lines")]
    scales = [layer["encoding"][channel]["scale"] for channel in ("color", "strokeDash")]
    assert len(data.lines) == len(areas)
    assert len({(colour, str(dash)) for colour, dash in zip(*(each["range"] for each in scales), strict=True)}) == len(
        areas
    )


def test_a_line_of_a_category_is_its_own() -> None:
    """Asked for lines, a breakdown has one for each category."""
    data = chart("employment_social_security.median_monthly_pay", kind="line")
    assert len(data.series) == 11
    assert data.lines == ()
    one = chart("employment_social_security.median_monthly_pay", category="technician")
    assert (one.kind, one.subtitle) == ("figures", "Beijing · Technician · Q4 2024")


def test_breakdowns_are_sorted_bars() -> None:
    """The bars of a breakdown go from the greatest to the least; a bound beside an exact figure changes no place."""
    data = chart("employment_social_security.median_monthly_pay")
    assert (data.kind, data.axis.has_bars, data.axis.lower) == ("bars", True, 0)
    assert data.groups == ("Industry", "Skill grade", "Occupation")
    for group in data.groups:
        exact = {mark.row: mark.value for mark in data.marks if mark.group == group and mark.form == "point"}
        ordered = [exact[row] for row in data.rows if row in exact]
        assert ordered == sorted(ordered, reverse=True)
        assert len(ordered) == len(exact)


def test_from_and_to_is_a_slope() -> None:
    """A figure compared with an earlier one is joined to it; one without a date stands before all dates."""
    data = chart("infrastructure.peak_hour_road_traffic_index")
    assert data.kind == "slope"
    ((one, other),) = data.changes
    assert [(data.marks[place].period, data.marks[place].value) for place in (one, other)] == [
        ("..", 6.32),
        ("2024", 6.08),
    ]
    assert data.marks[one].day == data.undated < data.marks[other].day
    assert data.ticks[0].text == "undated"
    assert [[data.marks[place].period for place in line] for line in data.lines] == [["2024", "2025"]]


def test_several_areas_are_lines_of_their_own() -> None:
    """Each area has its colour, and no line joins two areas."""
    data = chart("environment.pm2_5_annual_mean")
    assert data.series == ("Beijing", "Tianjin", "Hebei")
    for line in data.lines:
        assert len({data.marks[place].series for place in line}) == 1


def test_ranks_have_the_first_on_top() -> None:
    """The axis of ranks through time is turned round and begins at 1; no rank is a bar."""
    for data in charts().values():
        if PACKAGE.indicator(data.indicator).measure == "rank":
            assert data.axis.is_reversed == (not data.rows)
            assert data.axis.lower == 1
            assert drawn(data, "bars") == []


def test_the_axis_holds_all_that_is_drawn() -> None:
    """No value, end or arrow lies outside the axis, and bars begin at 0."""
    for data in charts().values():
        scale = float(10**data.power)
        rows = [row for layer in layers_of(chart_spec((data,), "light")) for row in layer["data"]["values"]]
        for row in rows:
            for name in ("value", "lower", "upper", "arrow"):
                if row.get(name) is not None and "observation" in row:
                    slack = 1e-9 * (data.axis.upper - data.axis.lower)
                    assert data.axis.lower - slack <= row[name] * scale <= data.axis.upper + slack, data.indicator
        assert not data.axis.has_bars or data.axis.lower <= 0 <= data.axis.upper


def test_a_target_is_told_from_what_was_reached() -> None:
    """A target is an open-ended plan: a mark of its own shape that no line reaches."""
    id = "environment.forest_coverage_rate"
    actual = [each for each in PACKAGE.indicator(id).observations if each.parsed_period.frequency == "year"]
    target = actual[0].replace(id="t", period="2026", status="target")
    later = actual[0].replace(id="l", period="2025", value=45.0, printed="45%")
    data = chart_data(PACKAGE, with_figures(id, *actual, later, target), Options())
    place = next(place for place, mark in enumerate(data.marks) if mark.role == "target")
    assert all(place not in line for line in data.lines)
    assert any(row["role"] == "target" for row in drawn(data, "filled marks"))


def test_a_chart_is_of_one_frequency() -> None:
    """The points of a line are all years, quarters, months, days or spans; others are drawn if they are asked for."""
    for data in charts().values():
        if data.kind == "line":
            kinds = {FIGURES[mark.observation].parsed_period.frequency for mark in data.marks} - {"undated"}
            assert len(kinds) == 1
    quarters = chart("employment_social_security.urban_surveyed_unemployment_rate", frequency="quarter")
    assert [each.period for each in quarters.marks] == ["2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]
    assert len(quarters.lines) == 1


def test_texts_without_a_font_are_without_chinese() -> None:
    """What is drawn where no font has Chinese holds no Chinese character, for any indicator."""
    for indicator in PACKAGE.indicators:
        data = chart_data(PACKAGE, indicator, Options(legible=True))
        texts = [data.title, data.subtitle, data.unit, *data.caption, *data.rows, *data.series, *data.groups]
        texts += [text for mark in data.marks for text in (mark.text, mark.publisher, mark.row)]
        texts += [each.text for each in data.ticks] + [each.text for each in data.breaks]
        assert not [text for text in texts if CHINESE.search(text)]


def test_numbers_in_words_are_those_of_the_axis() -> None:
    """Large numbers are written with 亿 or billions, so that none begins with a zero, and without loss."""
    for language, unit, text in (("zh", "亿元", "9,153.3"), ("en", "billion CNY", "915.33")):
        data = chart("science_technology.technology_contract_value", language=language)
        assert data.unit == unit
        assert data.marks[0].text == text
    for data in charts().values():
        for mark in data.marks:
            if mark.form == "point":
                number = Decimal(mark.text.removesuffix("%").replace(",", ""))
                assert number.scaleb(data.power) == Decimal(repr(mark.value))


def test_labels_find_room() -> None:
    """Each figure of the report, each bound and each dispute is labelled, and no label covers another of its side."""
    for data in charts().values():
        if data.rows:
            continue
        labels = place_labels(data, 620, 300)
        for mark in data.marks:
            if mark.role != "publication" or mark.form != "point":
                assert any(
                    data.marks[each.place].day == mark.day
                    and each.text.endswith(mark.text)
                    and (data.marks[each.place].series == mark.series or mark.series in each.text)
                    for each in labels
                )


def test_figures_that_stand_together_are_told_apart() -> None:
    """Where figures of several areas stand in one place, their labels name the areas, and no mark hides another."""
    data = chart("environment.pm2_5_annual_mean")
    texts = {each.text for each in place_labels(data, 620, 300)}
    assert {"Tianjin 38", "Hebei 37.8", "30.5"} <= texts
    sizes = {
        mark.series: size
        for mark, size in zip(data.marks, nested(data, 620, 300), strict=True)
        if mark.period == "2024" and mark.role == "report"
    }
    assert sizes["Tianjin"] > sizes["Hebei"] == sizes["Beijing"] == 1
    growth = chart("environment.pm2_5_annual_mean_fixed_base_growth")
    assert [each.text for each in place_labels(growth, 620, 300) if "60" in each.text] == [
        "Beijing, Tianjin, Hebei < -60%"
    ]


def test_a_break_of_some_areas_names_them() -> None:
    """A break that not all lines have says whose it is, and the caption says it of each break in one sentence."""
    data = chart("environment.pm2_5_annual_mean")
    assert [name for _, name in break_names(data)] == [
        "new method from 2019 (Beijing, Hebei)",
        "new method from 2020 (Tianjin)",
    ]
    assert any(
        line.startswith("New method from 2019 (Beijing, Hebei) and 2020 (Tianjin): From 2019") for line in data.caption
    )
    (alone,) = [name for _, name in break_names(chart("environment.pm2_5_annual_mean", area="CN-BJ"))]
    assert alone == "new method from 2019"


@given(st.text(alphabet="ab 北京, ", max_size=200), st.integers(4, 30))
def test_a_caption_is_cut_without_loss(text: str, columns: int) -> None:
    """Lines hold all that the text holds but for the spaces they are cut at, and none is too long."""
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) <= columns for line in lines)


def test_what_was_not_published_cannot_be_drawn() -> None:
    """A place without figures and a slope without a from and a to are errors that say what there is."""
    with pytest.raises(bps.UnknownObservationError, match="area='CN-XX'; it has: CN-BJ 2013, CN-BJ 2014"):
        chart("environment.pm2_5_annual_mean", area="CN-XX")
    with pytest.raises(bps.ChartError, match="found no figure that is compared with an earlier one"):
        chart("environment.pm2_5_annual_mean", kind="slope")
    with pytest.raises(bps.ChartError, match="found no figure with a date, expected one for a line"):
        chart("environment.yongding_river_time_since_full_flow", kind="line")


def test_a_break_is_shown_where_its_own_figure_is_not() -> None:
    """A basis that changed with a figure of another frequency stands between the years before and after it."""
    data = chart("infrastructure.infrastructure_investment_growth")
    assert {mark.period for mark in data.marks} == {"2017", "2024", "2025"}
    (begun,) = data.breaks
    assert "2017-01-01" < begun.day < "2022-09-30"
    assert begun.note


def test_what_a_later_report_prints_anew_is_no_part_of_the_line(tmp_path: Path) -> None:
    """Of two reports that print a period the line has the later one; the earlier stays beside it, told apart."""
    package = bps.load(both_editions(tmp_path / "yunzhou"))
    data = chart_data(package, package.indicator(VISITS), Options())
    roles = {(mark.period, mark.value): mark.role for mark in data.marks}
    assert roles[("2030", 3205000)] == "superseded"
    assert (roles[("2030", 3187000)], roles[("2031", 3550000)]) == ("report", "report")
    assert [[data.marks[place].value for place in line] for line in data.lines] == [[3187000, 3550000]]
    assert len({mark.publisher for mark in data.marks}) == 2


def test_a_small_change_looks_small() -> None:
    """The axis of amounts and shares through time spans a fifth of the greatest at least."""
    for data in charts().values():
        if not data.rows and PACKAGE.indicator(data.indicator).measure in ("level", "share", "rate", "index"):
            assert data.axis.upper - data.axis.lower >= 0.2 * max(mark.value for mark in data.marks)


PERIODS = ["2013", "2015", "2016", "2024-Q3", "2024-Q4", "2024-09", "2024-09-30", "2024-07/2024-08", "../2024-12"]
PERIODS += ["2013/..", "..", "9999", "0001"]
BOUNDS = {"exact": "5", "gt": "超过5", "le": "5以内", "about": "约5", "some_over": "5余", "nearly": "近5"}
MADE = st.builds(
    lambda period, area, category, bound, value, status, base: {
        "period": period,
        "area": area,
        "dimension": "industry" if category else "",
        "category": category,
        "bound": bound,
        "printed": f"{BOUNDS[bound].replace('5', str(value))}" if value >= 0 else str(value),
        "value": value,
        "status": status,
        "base_kind": base,
        "base_period": ".." if base else "",
    },
    st.sampled_from(PERIODS),
    st.sampled_from(["CN-BJ", "CN-TJ", "CN-HE"]),
    st.sampled_from(["", "", "software_and_information_services", "professional_services"]),
    st.sampled_from(sorted(BOUNDS)),
    st.one_of(st.integers(-10, 10**13), st.floats(-1e6, 1e6).map(lambda number: round(number, 2))),
    st.sampled_from(["actual", "actual", "actual", "target"]),
    st.sampled_from(["", "", "earlier"]),
)


@given(st.lists(MADE, min_size=1, max_size=12), st.sampled_from(["level", "rank", "growth", "index"]))
def test_any_figures_can_be_drawn(rows: list[dict[str, Any]], measure: bps.Measure) -> None:
    """Whatever figures an indicator has, each is a mark within the axis or counted, and no bound is filled."""
    figure = FIGURES["infrastructure.parks:CN-BJ:2024-12-31"]
    figures = [figure.replace(id=f"f{number}", **row) for number, row in enumerate(rows)]
    indicator = PACKAGE.indicator(figure.indicator).replace(observations=tuple(figures), measure=measure)
    for language in LANGUAGES:
        data = chart_data(PACKAGE, indicator, Options(language=language))
        own = [mark for mark in data.marks if mark.role in (*OWN, "superseded")]
        left_out = len(figures) - len(own)
        assert any(str(left_out) in line for line in data.caption) or not left_out
        assert data.axis.lower < data.axis.upper
        for mark in data.marks:
            for end in (mark.value, mark.lower, mark.upper):
                assert end is None or data.axis.lower <= end <= data.axis.upper
            assert bool(mark.day) == (not data.rows)
        assert {row["form"] for name in ("bars", "filled") for row in drawn(data, name)} <= {"point"}
        for line in data.lines:
            assert [data.marks[place].day for place in line] == sorted(data.marks[place].day for place in line)


@pytest.mark.parametrize("id", ["environment.pm2_5_annual_mean", "environment.pm2_5_annual_mean_fixed_base_growth"])
def test_an_area_has_one_colour_in_charts_of_all_kinds(id: str) -> None:
    """The series of areas stand in the package's order of areas, whatever the kind of chart and its order of rows."""
    package = bps.bundled()
    of_package = [each.name_en for each in package.areas]
    for kind in ("line", "bars"):
        series = chart_data(package, package.indicator(id), Options(kind=kind)).series
        assert len(series) > 1
        assert list(series) == sorted(series, key=of_package.index)
