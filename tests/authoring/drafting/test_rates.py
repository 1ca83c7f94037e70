"""Laws of rates in a draft: a unit that is divided is proposed, completed, accepted, and found right by `check`."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.drafts import complete, fill
from tests.support.editing import edit_rows, read_rows

import beijing_public_services as bps
from beijing_public_services.model.codelists import Language
from beijing_public_services.model.wording import around_unit

ENGLISH, CHINESE = "# Lanwan City Bulletin 2031\n\n## Figures\n\n", "# 2031年澜湾市公报\n\n## 综合\n\n"
PERSONS = "hundred_thousand_persons = 100000 * person = _ = 十万人"


def draft(city: Path, sentence: str) -> tuple[str, dict[str, str]]:
    """Draft a report of one sentence; return the saved report and the row of its unit."""
    report = city.parent / "report.md"
    report.write_text(f"{ENGLISH if sentence.isascii() else CHINESE}{sentence}\n", encoding="utf-8")
    drafted = bps.draft_package(city, report)
    assert drafted.report is not None
    (unit,) = read_rows(city / "draft" / "units.csv")
    return drafted.report, unit


@pytest.mark.parametrize(
    ("sentence", "definition", "filled", "unit"),
    [
        ("Water use fell to 198 litres per person per day.", "Litres per person per day.", {}, "litre/person/day"),
        (
            "Ridership reached 12.5 passenger trips per km per day.",
            "Passenger trips per kilometre per day.",
            {"name_zh": "乘次/公里/天"},
            "passenger_trip/km/day",
        ),
        ("轨道交通客运强度为0.65万人次/公里/日。", "Trips per kilometre per day.", {}, "person_time/km/day"),
        ("人均生活用水量为198升/(人·天)。", "Litres per person per day.", {}, "litre/person/day"),
        ("人均日生活用水量198升。", "Litres per person per day.", {}, "litre/person/day"),
        (
            "There were 231 doctors per 100,000 residents.",
            "Doctors per hundred thousand persons.",
            {"name_zh": "医生/十万人"},
            "doctor/hundred_thousand_persons",
        ),
        (
            "Infant mortality was 3.2 deaths per 1,000 live births.",
            "Deaths per thousand live births.",
            {"name_zh": "死亡/千活产儿"},
            "death/thousand_live_births",
        ),
        (
            "孕产妇死亡率为8.6/10万。",
            "Deaths per hundred thousand persons.",
            {
                "id": "death/hundred_thousand_persons",
                "name_zh": "例/十万人",
                "name_en": "death per hundred thousand persons",
            },
            "death/hundred_thousand_persons",
        ),
        (
            "床位数6.2张/千人。",
            "Beds per thousand persons.",
            {"id": "bed/thousand_persons", "name_en": "bed per thousand persons"},
            "bed/thousand_persons",
        ),
        ("Cyclists average 15 to 18 km an hour.", "Kilometres per hour.", {}, "km/hour"),
        ("高峰时段平均车速每小时15～18公里。", "Kilometres per hour.", {}, "km/hour"),
    ],
)
def test_a_rate_is_accepted_and_found_right(
    city: Path, sentence: str, definition: str, filled: dict[str, str], unit: str
) -> None:
    """The proposed unit of a rate needs its noun and its names at most; no slash is one too many for the package."""
    report, _ = draft(city, sentence)
    edit_rows(city / "draft" / "units.csv", lambda rows: [row.update(filled) for row in rows])
    fill(city / "draft" / "indicators.csv", definition=definition, name_zh="比率")
    fill(city / "draft" / "areas.csv", name_zh="澜湾市")
    fill(city / "draft" / "domains.csv", name_zh="综合")
    edit_rows(city / "draft.csv", lambda rows: [row.update(confidence="reviewed", period="2031") for row in rows])
    complete(city)
    assert [row["why"] for row in bps.accept_draft(city).left] == []
    bps.refresh(city, report=report)
    assert [row["id"] for row in read_rows(city / "data" / "units.csv")] == [unit]
    assert [str(issue) for issue in bps.check(city)] == []


def test_a_slash_between_two_words_divides_nothing(city: Path) -> None:
    """`men/women` is a choice of words, and the year before it no figure."""
    report = city.parent / "report.md"
    report.write_text(f"{ENGLISH}There were 40 places for men/women in 2031 and/or later.\n", encoding="utf-8")
    bps.draft_package(city, report)
    assert [(row["printed"], row["unit"]) for row in read_rows(city / "draft.csv")] == [("40 places", "place")]


@pytest.mark.parametrize(("language", "text"), [("en", " litres per person per day"), ("zh", "升/人/天")])
def test_a_unit_divided_twice_is_shown_in_words(language: Language, text: str) -> None:
    """`198 L/person/d` says less to a person than the words that a report has."""
    unit = bps.Unit(
        id="litre/person/day",
        expression="litre / person / day",
        ucum="L/{person}/d",
        symbol="L/person/d",
        name_zh="升/人/天",
        name_en="litre per person per day",
    )
    assert around_unit(unit, language, many=True) == ("", text)


@pytest.mark.parametrize(
    ("sentence", "id_", "definition"),
    [
        ("There were 8.6 deaths per 100,000 population per year.", "death/hundred_thousand_persons/year", PERSONS),
        (
            "The county has 4.2 parks per 10,000 households.",
            "park/ten_thousand_households",
            "household = [bps_household] = _ = 户; ten_thousand_households = 10000 * household = _ = 万户",
        ),
        ("Tuberculosis incidence was 12.3 per 100,000.", "", PERSONS),
        ("传染病发病率为120.5/10万。", "", PERSONS),
        ("孕产妇死亡率为8.6人/10万人。", "person/hundred_thousand_persons", PERSONS),
        ("The average speed of buses was 12.4 km/h.", "km/hour", ""),
        ("There were 5.1 jobs per square kilometre.", "job/km2", ""),
        ("骑行速度为15～18公里每小时。", "km/hour", ""),
        ("运行时速为60-80公里。", "km/hour", ""),
    ],
)
def test_a_rate_is_proposed_with_its_id_and_definition(city: Path, sentence: str, id_: str, definition: str) -> None:
    """The id of a rate names what divides it; it is empty where the report does not say what is counted."""
    _, unit = draft(city, sentence)
    assert (unit["id"], unit["definition"]) == (id_, definition)
