"""Laws of coverage and of anomalies: what bears a figure out, and what is odd in the report."""

from __future__ import annotations

from tests.support.checkout import ROOT
from tests.support.editing import tables_copy

import beijing_public_services as bps
from beijing_public_services.checks.coverage import by_domain
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.loader import build

PACKAGE = bps.bundled()
SLIM = ("identities", "cross_checks", "anomalies", "statements")


def test_every_figure_is_in_one_group() -> None:
    """The four groups hold each observation once, in the order of the indicators."""
    groups = bps.coverage().as_dict().values()
    order = [each.id for each in PACKAGE.observations]
    assert sorted((each.id for group in groups for each in group), key=order.index) == order
    assert all([each.id for each in group] == sorted((each.id for each in group), key=order.index) for group in groups)


def test_a_group_is_what_bears_on_its_figures() -> None:
    """Cross-checked is what another publication was compared with, in an identity what one names."""
    found = bps.coverage()
    tied = {id_ for each in PACKAGE.identities for id_ in (each.result, each.left, each.right)}
    for group, checked, named in (
        (found.both, True, True),
        (found.cross_check_only, True, False),
        (found.identity_only, False, True),
        (found.neither, False, False),
    ):
        assert {(bool(each.cross_checks), each.id in tied) for each in group} == {(checked, named)}


def test_the_report_is_counted_apart() -> None:
    """By domain the report's figures are counted, 206 in all, and those of other publications after them."""
    rows = by_domain(bps.coverage(), PACKAGE)
    assert list(rows) == [*(domain.name_en for domain in PACKAGE.domains), "The report", "Other publications"]
    assert rows["The report"].total == 206 == sum(rows[domain.name_en].total for domain in PACKAGE.domains)
    assert rows["The report"].total + rows["Other publications"].total == len(PACKAGE.observations)


def test_a_package_without_these_resources_is_read() -> None:
    """Identities, cross-checks and anomalies may be missing: then nothing is covered, disputed or odd."""
    tables = tables_copy()
    few = tables.__replace__(by_name={name: table for name, table in tables.by_name.items() if name not in SLIM})
    package = build(few)
    assert bps.coverage(package).counts == {
        "both": 0,
        "cross_check_only": 0,
        "identity_only": 0,
        "neither": len(PACKAGE.observations),
    }
    assert (package.identities, package.cross_checks, package.anomalies) == ((), (), ())
    assert not any(each.disputed or each.anomalies for each in package.observations)


def test_an_anomaly_is_at_its_figure() -> None:
    """Each anomaly that names an observation is one of its anomalies, the others are about a paragraph."""
    locators = {each.locator for each in PACKAGE.paragraphs}
    figures = {each.id: each for each in PACKAGE.observations}
    for odd in PACKAGE.anomalies:
        assert odd in figures[odd.observation].anomalies if odd.observation else odd.locator in locators
    assert len(PACKAGE.anomalies) == sum(len(each.anomalies) for each in PACKAGE.observations) + sum(
        not odd.observation for odd in PACKAGE.anomalies
    )


def test_what_is_known_to_be_odd_is_recorded() -> None:
    """The oddities that readers of the report have met are there, each at what it touches."""
    kinds = {
        (odd.kind, (odd.observation or odd.locator).partition(":")[0].partition(".")[2]) for odd in PACKAGE.anomalies
    }
    assert kinds >= {
        ("label_conflict", "global_innovation_hubs_index_rank"),
        ("label_conflict", "global_innovation_index_cluster_rank"),
        ("measure_word", "filed_large_ai_models"),
        ("footnote_older", "new_urban_employment"),
        ("footnote_older", "wage_arrears_leads_received"),
        ("footnote_figure", "rural_workers_employed_and_insured"),
        ("footnote_subject", "forest_coverage_rate"),
        ("figures_conflict", "wage_arrears_leads_open"),
        ("footnote_subject", "new_5g_base_stations"),
        ("subject_unnamed", "highly_cited_scientists_rank"),
        ("base_undated", "peak_hour_road_traffic_index"),
        ("wording_conflict", "nanyuan_park_green_space"),
        ("wording_conflict", "country_parks_built"),
    }
    assert {odd.kind for odd in PACKAGE.anomalies} == {*CONTRACT["anomalies"].coded["kind"]}


def test_the_readme_counts_what_there_is() -> None:
    """The numbers of figures, comparisons and indicators that the first page gives are those of the package."""
    page = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    elsewhere = [each for each in PACKAGE.observations if each.source.kind == "publication"]
    report = len(PACKAGE.observations) - len(elsewhere)
    printed = {each.indicator for each in PACKAGE.observations if each.locator}
    assert f"{report} observations of {len(printed)} indicators" in page
    assert f"{len(PACKAGE.cross_checks)} comparisons with other publications" in page
    assert f"{len(elsewhere)} figures of other years" in page


def test_a_footnote_is_called_older_by_its_date() -> None:
    """A footnote that is called older than its figure was published before the figure's period ended."""
    for each in PACKAGE.observations:
        for odd in each.anomalies:
            if odd.kind == "footnote_older":
                year, month, day = map(int, each.source.published.split("-"))
                assert (year, month, day) < each.parsed_period.end
