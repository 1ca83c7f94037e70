"""A fault for each rule of meaning: one row of the bundled package with other cells; no tests in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.editing import rows_of

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Tables

# resource, the cells that tell the row, the cells put there (none: the row is one too many), column of the finding
Fault = tuple[str, dict[str, str], dict[str, str], str]


PM = "environment.pm2_5_annual_mean"
RAIL = "infrastructure.urban_rail_length"
PASS_RATE = (
    "ratio public_safety.food_sampling_pass_rate:CN-BJ:2024:gt public_safety.food_batches_passed:CN-BJ:2024 "
    "public_safety.food_batches_sampled:CN-BJ:2024"
)
ADDED = f"subset infrastructure.urban_rail_added_length:CN-BJ:2024 {RAIL}:CN-BJ:2024"
GOOD_AIR = "days_of_year environment.good_air_days_share:CN-BJ:2024 environment.good_air_days:CN-BJ:2024"
YEARS_BEFORE = f"{PM}:CN-BJ:2013:beijing_news_air_2013"
DISCREPANCY = f"growth {PM}_growth:CN-BJ:2024 {PM}:CN-BJ:2024 {PM}:CN-BJ:2023:bj_work_report_2024_ecology"
ACROSS = f"growth {PM}_fixed_base_growth:CN-BJ:2024:vs-2013 {PM}:CN-BJ:2024 {YEARS_BEFORE}"
UNEMPLOYMENT = "employment_social_security.urban_surveyed_unemployment_rate:CN-BJ:2024"
GREEN_POWER = "environment.green_electricity_share:CN-BJ:2024:gt"
JOBLESS_CHECK = {"observation": UNEMPLOYMENT, "source": "bj_statistics_economy_2024"}
GREEN_CHECK = {"observation": GREEN_POWER, "source": "bj_work_report_2025_ecology"}
BUSES_CHECK = {
    "observation": "infrastructure.dedicated_bus_routes_launched:CN-BJ:2024",
    "source": "bj_english_bus_services_2025",
}
ECONOMY_CHECK = {"observation": "infrastructure.digital_economy_value_added:CN-BJ:2024"}
PARTICLES_BREAK = {"indicator": PM, "area": "CN-BJ", "period": "2019"}
RAIL_CHECK = {"observation": f"{RAIL}:CN-BJ:2024"}
GROWTH_CHECK = {"observation": f"{PM}_growth:CN-BJ:2024"}
FORESTS = "environment.forest_coverage_rate:CN-BJ:2024"
HUBS = "science_technology.global_innovation_hubs_index_rank:CN-BJ:2024"
CORRECTION = {
    "observation": f"{PM}:CN-BJ:2024",
    "release": "1.0.0",
    "column": "value",
    "before": "30.6",
    "after": "30.5",
    "reason": "Misread.",
    "date": "2026-11-24",
}
RENAMED = {
    "id": "environment.pm2_5_mean",
    "kind": "indicator",
    "fate": "renamed",
    "successor": PM,
    "since": "0.1.0",
    "note": "A mean of what is said.",
}
AXIS = {"id": "instrument.central_axis_three_year_plan"}
BLUE_SKIES = {"id": "instrument.battle_for_blue_skies"}
INSCRIBED = {"id": "event.central_axis_inscribed"}
RENEWAL = {"id": "instrument.urban_renewal_regulations"}
FAULTS: dict[str, list[Fault]] = {
    "observation_ids_follow_their_row": [("observations", {"id": f"{PM}:CN-TJ:2024"}, {"id": f"{PM}:TJ:2024"}, "id")],
    "ids_begin_with_their_domain": [
        ("topics", {"id": "environment.soil"}, {"domain": "public_safety"}, "domain"),
        ("indicators", {"id": PM}, {"domain": "public_safety"}, "domain"),
    ],
    "indicators_belong_to_a_topic_of_their_domain": [
        ("indicators", {"id": PM}, {"topic": "public_safety.policing"}, "topic")
    ],
    "ids_carry_no_year": [("indicators", {"id": PM}, {"id": "environment.pm2_5_mean_2024"}, "id")],
    "topic_sections_lie_within_their_domain": [
        ("domains", {"id": "environment"}, {"section": "7"}, "section"),
        ("topics", {"id": "environment.soil"}, {"section": "5.1"}, "section"),
    ],
    "indicators_stand_under_the_topic_that_prints_them": [
        ("indicators", {"id": PM}, {"topic": "environment.soil"}, "topic")
    ],
    "values_are_plain_decimals": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"value": value}, "value")
        for value in ("3.05e1", "30,5", "+30.5", "030.5", "NaN", "")
    ],
    "values_match_the_printed_text": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"value": "30.6"}, "value"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"value": "30.50"}, "value"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"bound": "about"}, "bound"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"printed": "thirtyish"}, "printed"),
    ],
    "ranges_have_both_ends": [("observations", {"id": f"{PM}:CN-BJ:2024"}, {"bound": "between"}, "upper")],
    "printed_figures_hold_no_white_space": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"printed": "30.5 微克/米3"}, "printed")
    ],
    "printed_units_match_the_indicator": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"printed": "30.5%"}, "printed"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"printed": "30.5个"}, "printed"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"printed": "30.5"}, "printed"),
        ("observations", {"id": YEARS_BEFORE}, {"printed": "89.5%"}, "printed"),
    ],
    "definitions_name_what_the_unit_divides_by": [
        ("indicators", {"id": "environment.sewage_treatment_capacity"}, {"unit": "m2"}, "unit")
    ],
    "values_hold_no_more_digits_than_are_printed": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"value": "30.51"}, "value")
    ],
    "paragraphs_are_numbered": [
        ("paragraphs", {"locator": "s2.1.p3"}, {"ordinal": "9"}, "ordinal"),
        ("paragraphs", {"locator": "s2.1.p3"}, {"locator": "s2.1.p9"}, "locator"),
    ],
    "paragraphs_belong_to_a_report": [
        ("paragraphs", {"locator": "s2.1.p3"}, {"locator": "bulletin/s2.1.p3"}, "locator"),
        ("paragraphs", {"locator": "s2.1.p3"}, {"locator": "report/s2.1.p3"}, "locator"),
    ],
    "reports_of_several_are_dated": [("sources", {"id": "n05"}, {"kind": "report", "published": ""}, "published")],
    "mentions_stand_in_the_report_of_their_figure": [
        ("mentions", {"observation": f"{PM}:CN-TJ:2024"}, {"locator": "bulletin/s6.2.p1"}, "locator"),
    ],
    "numerals_are_numbered": [
        ("numerals", {"locator": "s2.1.p3", "ordinal": "2"}, {"ordinal": "3"}, "ordinal"),
        ("numerals", {"locator": "s2.1.p3", "ordinal": "2"}, {"token": "ten"}, "token"),
    ],
    "numerals_are_values_where_mentioned": [
        ("numerals", {"locator": "s2.1.p3", "ordinal": "2"}, {"role": "date"}, "role"),
        ("numerals", {"locator": "s2.1.p3", "ordinal": "1"}, {"role": "value"}, "role"),
    ],
    "mentions_are_numerals_of_the_printed_figure": [
        ("mentions", {"observation": f"{PM}:CN-TJ:2024"}, {"ordinal": "9"}, "ordinal"),
        ("observations", {"id": f"{PM}:CN-TJ:2024"}, {"locator": "s6.2.p1"}, "locator"),
        ("mentions", {"observation": f"{PM}:CN-BJ:2024", "locator": "s6.2.1.p1"}, {"ordinal": "6"}, "locator"),
    ],
    "locators_are_of_the_report": [
        ("observations", {"id": f"{PM}:CN-TJ:2024"}, {"locator": ""}, "locator"),
        ("observations", {"id": YEARS_BEFORE}, {"locator": "s6.1.1.p1"}, "locator"),
    ],
    "sources_are_the_footnotes_that_cover_them": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"source": "n22"}, "source"),
        ("observations", {"id": f"{PM}:CN-TJ:2024"}, {"source": "n24"}, "source"),
        ("observations", {"id": "infrastructure.urban_rail_length:CN-BJ:2024"}, {"source": "report"}, "source"),
    ],
    "footnotes_are_anchored_in_order": [
        ("sources", {"id": "n05"}, {"anchor": "s2.1.p3#1"}, "anchor"),
        ("sources", {"id": "n05"}, {"anchor": ""}, "anchor"),
        ("sources", {"id": "n05"}, {"anchor": "s9.p1#1"}, "anchor"),
        ("sources", {"id": "n05"}, {"anchor": "s3.1.p1#20"}, "anchor"),
        ("sources", {"id": "n05"}, {"kind": "report"}, "anchor"),
        ("sources", {"id": "n05"}, {"id": "report_n05"}, "id"),
        ("sources", {"id": "n05"}, {"id": "n50"}, "id"),
    ],
    "units_fit_the_measure": [
        ("indicators", {"id": PM}, {"measure": "share"}, "measure"),
        ("indicators", {"id": f"{PM}_growth"}, {"measure": "level"}, "measure"),
    ],
    "bases_fit_the_measure": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"base_kind": "total"}, "base_kind"),
        ("observations", {"id": f"{PM}_growth:CN-BJ:2024"}, {"base_kind": ""}, "base_kind"),
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"price_basis": "real"}, "price_basis"),
    ],
    "bases_are_complete": [
        ("observations", {"id": f"{PM}_growth:CN-BJ:2024"}, {"base_period": "2022"}, "base_period"),
        ("observations", {"id": f"{PM}_growth:CN-BJ:2024"}, {"base_area": "CN"}, "base_area"),
        ("observations", {"id": f"{RAIL}_rank:CN-BJ:2024"}, {"base_area": "X-JJJ"}, "base_area"),
        ("observations", {"id": f"{RAIL}_rank:CN-BJ:2024"}, {"base_kind": "regional"}, "base_area"),
        (
            "observations",
            {"id": f"{PM}_fixed_base_growth:CN-BJ:2024:vs-2013"},
            {"base_period": "2025"},
            "base_period",
        ),
    ],
    "periods_are_readable": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"period": period}, "period")
        for period in ("2024-13", "2024/2023", "24", "")
    ],
    "timing_fits_the_period": [
        ("observations", {"id": f"{PM}:CN-BJ:2024"}, {"period": "2024-12-31"}, "period"),
        ("observations", {"id": "infrastructure.parks:CN-BJ:2024-12-31"}, {"period": "2024"}, "period"),
    ],
    "definitions_name_the_parent": [
        ("indicators", {"id": f"{PM}_growth"}, {"parent": ""}, "parent"),
        ("indicators", {"id": "infrastructure.infrastructure_investment_share"}, {"parent": PM}, "parent"),
    ],
    "parents_fit_the_measure": [
        ("indicators", {"id": f"{PM}_growth"}, {"parent": "environment.pm10_annual_mean"}, "parent"),
        ("indicators", {"id": RAIL}, {"parent": f"{RAIL}_rank"}, "parent"),
    ],
    "unit_fields_are_consistent": [
        ("units", {"id": "ug/m3"}, {column: value}, column)
        for column, value in (
            ("id", "ug/m2"),
            ("ucum", "mg/m3"),
            ("symbol", "mg/m³"),
            ("name_zh", "毫克/立方米"),
            ("name_en", "milligram per cubic metre"),
            ("expression", "furlong"),
        )
    ],
    "units_are_used": [("units", {"id": "kilogram"}, {}, "id")],
    "categories_are_used": [("categories", {"id": "arson"}, {}, "id")],
    "areas_are_used": [("areas", {"id": "CN-SH"}, {}, "id")],
    "areas_lie_in_their_parent": [
        ("areas", {"id": "CN-BJ.sub_centre"}, {"parent": "CN"}, "parent"),
        ("areas", {"id": "CN"}, {"parent": "CN-BJ"}, "parent"),
        ("areas", {"id": "CN-BJ"}, {"parent": ""}, "parent"),
    ],
    "regions_are_named_after_their_members": [
        ("areas", {"id": "X-JJJ"}, {"parent": "X-WORLD"}, "parent"),
        ("areas", {"id": "X-JJJ"}, {"name_en": "Beijing-Hebei region"}, "parent"),
    ],
    "ids_spell_the_english_name": [
        ("areas", {"id": "CN-BJ.sub_centre"}, {"name_en": "Central urban area"}, "id"),
        ("categories", {"id": "robbery"}, {"name_en": "Homicide"}, "id"),
    ],
    "area_codes_match_the_area": [
        ("areas", {"id": "CN-TJ"}, {"iso_3166_2": "CN-HE"}, "iso_3166_2"),
        ("areas", {"id": "CN-TJ"}, {"gbt_2260": "110000"}, "gbt_2260"),
    ],
    "identity_ids_follow_their_row": [("identities", {"id": ADDED}, {"id": "subset"}, "id")],
    "identities_are_complete": [
        ("identities", {"id": PASS_RATE}, {"result": ""}, "result"),
        ("identities", {"id": ADDED}, {"right": ""}, "right"),
    ],
    "identities_hold": [
        ("identities", {"id": GOOD_AIR}, {"left": "infrastructure.urban_rail_length:CN-BJ:2024"}, "kind"),
        ("identities", {"id": PASS_RATE}, {"kind": "difference"}, "kind"),
        (
            "identities",
            {"id": ADDED},
            {
                "left": "infrastructure.urban_rail_length:CN-BJ:2024",
                "right": "infrastructure.urban_rail_added_length:CN-BJ:2024",
            },
            "kind",
        ),
        ("identities", {"id": DISCREPANCY}, {"known_discrepancy": ""}, "kind"),
        ("identities", {"id": ADDED}, {"known_discrepancy": "Not the same lines."}, "known_discrepancy"),
    ],
    "cross_check_values_match_their_text": [
        ("cross_checks", JOBLESS_CHECK, {"value": "4.2"}, "value"),
        ("cross_checks", JOBLESS_CHECK, {"value": "4.10"}, "value"),
        ("cross_checks", JOBLESS_CHECK, {"value": "4,1"}, "value"),
        ("cross_checks", JOBLESS_CHECK, {"printed": "fourish"}, "printed"),
    ],
    "cross_checks_are_in_the_unit_of_their_figure": [
        ("cross_checks", JOBLESS_CHECK, {"unit": "person"}, "unit"),
        ("cross_checks", JOBLESS_CHECK, {"printed": "4.1公里"}, "printed"),
    ],
    "cross_check_verdicts_follow_from_the_figures": [
        ("cross_checks", JOBLESS_CHECK, {"verdict": "agrees"}, "verdict"),
        ("cross_checks", JOBLESS_CHECK, {"verdict": "refines"}, "verdict"),
        ("cross_checks", JOBLESS_CHECK, {"printed": "5.1%", "value": "5.1"}, "verdict"),
        ("cross_checks", RAIL_CHECK, {"verdict": "differs"}, "verdict"),
        ("cross_checks", RAIL_CHECK, {"printed": "超过879公里"}, "verdict"),
        ("cross_checks", RAIL_CHECK, {"verdict": "refines"}, "note"),
        ("cross_checks", GREEN_CHECK, {"verdict": "agrees"}, "verdict"),
        ("cross_checks", GREEN_CHECK, {"note": ""}, "note"),
        ("cross_checks", GROWTH_CHECK, {"value": "6.2"}, "verdict"),
        ("cross_checks", BUSES_CHECK, {"note": ""}, "note"),
        ("cross_checks", ECONOMY_CHECK, {"note": ""}, "note"),
        ("cross_checks", RAIL_CHECK, {"verdict": "contradicts"}, "note"),
    ],
    "cross_checks_compare_the_report_with_others": [
        ("cross_checks", JOBLESS_CHECK, {"source": "n05"}, "source"),
        ("cross_checks", {"observation": f"{PM}:CN-BJ:2024"}, {"observation": YEARS_BEFORE}, "observation"),
    ],
    "publications_are_cited": [
        ("sources", {"id": "yearbook", "kind": "publication"}, {}, "id"),
        (
            "sources",
            {"id": "cri_air_2015"},
            {"url": "http://en.people.cn/n3/2025/0115/c90000-20266126.html"},
            "url",
        ),
        ("sources", {"id": "cri_air_2015"}, {"id": "xinhua_parks_2025"}, "id"),
        ("sources", {"id": "xinhua_parks_2025"}, {"kind": "report"}, "kind"),
    ],
    "copies_are_cited_by_their_original": [
        ("sources", {"id": "china_news_air_2017"}, {"grade": "B"}, "grade"),
        ("sources", {"id": "china_news_air_2017"}, {"url": "https://www.example.org"}, "url"),
        ("sources", {"id": "china_news_air_2017"}, {"note": ""}, "note"),
        ("sources", {"id": "china_news_air_2017"}, {"seen_as": ""}, "seen_as"),
        ("sources", {"id": "n05"}, {"seen_as": "copy"}, "seen_as"),
    ],
    "sources_are_dated_by_days_that_exist": [
        ("sources", {"id": "cri_air_2015"}, {"published": published}, "published")
        for published in ("2016-02-30", "2016-13", "16")
    ],
    "unrecorded_numerals_have_a_reason": [
        ("numerals", {"locator": "s1.p1", "ordinal": "2"}, {"role": "unrecorded"}, "reason"),
    ],
    "anomaly_ids_follow_their_row": [
        ("anomalies", {"observation": HUBS}, {"id": "label_conflict"}, "id"),
        ("anomalies", {"observation": HUBS}, {"kind": "measure_word"}, "id"),
        ("anomalies", {"observation": HUBS}, {"what": " "}, "what"),
    ],
    "anomalies_touch_a_figure_or_a_paragraph": [
        ("anomalies", {"observation": HUBS}, {"locator": "s1.p2"}, "locator"),
        ("anomalies", {"observation": HUBS}, {"observation": ""}, "locator"),
    ],
    "anomalies_concern_the_report": [
        ("anomalies", {"observation": HUBS}, {"observation": YEARS_BEFORE}, "observation"),
    ],
    "anomaly_kinds_fit_their_figure": [
        ("anomalies", {"observation": FORESTS}, {"kind": "footnote_older"}, "kind"),
        ("anomalies", {"observation": FORESTS}, {"kind": "base_undated"}, "kind"),
        ("anomalies", {"observation": FORESTS}, {"kind": "base_unstated"}, "kind"),
        ("anomalies", {"observation": FORESTS}, {"kind": "percent_or_points"}, "kind"),
    ],
    "statement_kinds_fit_their_row": [
        ("statements", AXIS, {"id": "event.central_axis_three_year_plan"}, "id"),
        ("statements", AXIS, {"subkind": "opening"}, "subkind"),
        ("statements", INSCRIBED, {"status": "completed"}, "status"),
        ("statements", INSCRIBED, {"issuer": "UNESCO"}, "issuer"),
    ],
    "statement_names_are_distinct": [
        ("statements", AXIS, {"name_zh": "《中轴线保护三年行动计划》"}, "name_zh"),
        ("statements", AXIS, {"name_en": "National Cultural Centre"}, "name_en"),
        ("statements", INSCRIBED, {"name_en": " "}, "name_en"),
    ],
    "statement_lists_refer_to_rows": [
        ("statements", AXIS, {"locators": "s2.3.p3;s9.p9"}, "locators"),
        ("statements", AXIS, {"locators": ""}, "locators"),
        ("statements", AXIS, {"locators": "s2.3.p4;s2.3.p3"}, "locators"),
        ("statements", AXIS, {"locators": "s2.3.p3;s2.3.p3"}, "locators"),
        ("statements", AXIS, {"indicators": "culture_tourism.axis_length"}, "indicators"),
    ],
    "statements_stand_where_the_report_says_them": [
        ("statements", AXIS, {"locators": "s1.p1"}, "locators"),
        ("statements", AXIS, {"domain": "environment"}, "domain"),
        ("statements", AXIS, {"domain": ""}, "domain"),
        ("statements", BLUE_SKIES, {"domain": "public_safety"}, "domain"),
    ],
    "statement_figures_are_printed_beside_them": [
        ("statements", BLUE_SKIES, {"indicators": "environment.forest_coverage_rate"}, "indicators"),
        ("statements", BLUE_SKIES, {"locators": "s1.p8"}, "indicators"),
    ],
    "statement_sources_may_cover_them": [
        ("statements", AXIS, {"source": "n04"}, "source"),
        ("statements", RENEWAL, {"source": "report"}, "source"),
    ],
    "breaks_begin_at_a_figure": [
        ("breaks", PARTICLES_BREAK, {"period": "2012"}, "period"),
        ("breaks", PARTICLES_BREAK, {"period": "2013"}, "period"),
        ("breaks", PARTICLES_BREAK, {"note": " "}, "note"),
    ],
    "breaks_stand_in_order": [
        ("breaks", {"indicator": PM, "area": "CN-TJ"}, {"area": "CN-BJ", "period": "2018"}, "period")
    ],
    "growth_across_a_break_is_explained": [
        ("identities", {"id": ACROSS}, {"note": "Against 2013."}, "note"),
        ("identities", {"id": DISCREPANCY}, {"note": "There is no break."}, "note"),
    ],
    "errata_name_figures": [
        ("errata", CORRECTION | {"observation": f"{PM}:CN-BJ:2023"}, {}, "observation"),
        ("errata", CORRECTION | {"column": "note"}, {}, "column"),
        ("errata", CORRECTION | {"column": "id"}, {}, "column"),
    ],
    "errata_end_at_the_current_value": [
        ("errata", CORRECTION | {"after": "30.4"}, {}, "after"),
        ("errata", CORRECTION | {"column": "unit", "before": "mg/m3", "after": "g/m3"}, {}, "after"),
        ("errata", CORRECTION | {"before": "30.5"}, {}, "before"),
    ],
    "aliases_lead_to_ids_in_use": [
        ("aliases", RENAMED | {"id": RAIL}, {}, "id"),
        ("aliases", RENAMED | {"successor": RENAMED["id"]}, {}, "successor"),
        ("aliases", RENAMED | {"successor": f"{PM}:CN-BJ:2024"}, {}, "successor"),
        ("aliases", RENAMED | {"successor": ""}, {}, "successor"),
        ("aliases", RENAMED | {"fate": "removed", "successor": "environment.pm1_annual_mean"}, {}, "successor"),
    ],
    "history_names_releases": [
        ("errata", CORRECTION | {"release": "99.0.0"}, {}, "release"),
        ("errata", CORRECTION | {"release": "first"}, {}, "release"),
        ("errata", CORRECTION | {"release": "1.0.1"}, {}, "release"),
        ("aliases", RENAMED | {"since": "99.0.0"}, {}, "since"),
        ("aliases", RENAMED | {"since": ""}, {}, "since"),
    ],
}


def put(tables: Tables, fault: Fault) -> int:
    """Put a fault into these tables; gives the number of its row."""
    resource, key, cells, _ = fault
    with rows_of(tables, resource) as rows:
        if not cells:
            rows.append(dict.fromkeys(tables[resource].columns, "") | key)
        (number,) = (number for number, row in enumerate(rows, 2) if key.items() <= row.items())
        rows[number - 2].update(cells)
    return number
