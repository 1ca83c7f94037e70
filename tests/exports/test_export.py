"""Laws of exchange: in every format another program reads back the figures, and nothing of them is lost."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pandas as pd
import pytest
from tests.support.checkout import PACKAGE
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.exports.export import FORMATS
from beijing_public_services.exports.sdmx_csv import ATTRIBUTES, DIMENSIONS, RENAMED
from beijing_public_services.exports.vocabulary import COLUMNS

calamine, duckdb, mlcroissant, openpyxl = map(Library, ("python_calamine", "duckdb", "mlcroissant", "openpyxl"))
pl, rdflib, sdmx = map(Library, ("polars", "rdflib", "sdmx"))
common, v30 = map(Library, ("sdmx.model.common", "sdmx.model.v30"))
NAMES = {
    "csv": "f.csv", "jsonl": "f.jsonl", "parquet": "f.parquet", "xlsx": "f.xlsx", "sqlite": "f.sqlite",
    "sdmx-csv": "sdmx.csv", "croissant": "croissant.json", "schema-org": "schema.json",
}  # fmt: skip
Fact = dict[str, str]


def rows_of(resource: str) -> list[Fact]:
    """The rows of a resource as its file has them."""
    with (PACKAGE / "data" / f"{resource}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(cell: object) -> str:
    """A cell as text: nothing for what is missing, a whole number without a point."""
    if cell is None or cell != cell:  # only NaN differs from itself
        return ""
    if isinstance(cell, bytes):
        return cell.decode()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


@pytest.fixture(scope="module")
def facts() -> dict[str, Fact]:
    """What must survive of each figure, from the files: value, bound, interval, unit, print, provenance and dispute."""
    indicators = {row["id"]: row for row in rows_of("indicators")}
    units = {row["id"]: row for row in rows_of("units")}
    sources = {row["id"]: row for row in rows_of("sources")}
    intervals = {each.id: each.interval for each in bps.bundled().observations}
    against = [row for row in rows_of("cross_checks") if row["verdict"] in ("differs", "contradicts")]
    breaks = {(row["indicator"], row["area"], row["period"]) for row in rows_of("breaks")}
    found = {}
    for row in rows_of("observations"):
        unit, source = units[indicators[row["indicator"]]["unit"]], sources[row["source"]]
        interval = intervals[row["id"]]
        others = [each for each in against if each["observation"] == row["id"]]
        copies = [each for each in others if sources[each["source"]]["seen_as"] == "copy"]
        others = [each for each in others if each not in copies]
        own = ("indicator", "area", "period", "dimension", "category", "bound", "status", "base_kind", "base_period")
        found[row["id"]] = {
            **{name: row[name] for name in (*own, "base_area", "price_basis", "printed", "locator", "source", "note")},
            "value": plain(float(row["value"])),
            "value_digits": row["value"],
            "unit": unit["id"],
            "unit_ucum": unit["ucum"],
            "indicator_zh": indicators[row["indicator"]]["name_zh"],
            "definition": indicators[row["indicator"]]["definition"],
            "measure": indicators[row["indicator"]]["measure"],
            "interval": str(interval),
            "lower": plain(None if interval.lower is None else float(interval.lower)),
            "upper": plain(None if interval.upper is None else float(interval.upper)),
            "lower_closed": plain(interval.lower_closed),
            "upper_closed": plain(interval.upper_closed),
            **{f"source_{name}": source[name] for name in ("kind", "title", "publisher", "published", "url", "grade")},
            "source_seen_as": source["seen_as"],
            "is_break": plain((row["indicator"], row["area"], row["period"]) in breaks),
            "questioned": plain(bool(copies)),
            "questioned_by": " ".join(each["source"] for each in copies),
            "questioned_printed": "; ".join(each["printed"] for each in copies),
            "disputed": plain(bool(others)),
            "disputed_by": " ".join(each["source"] for each in others),
            "disputed_printed": "; ".join(each["printed"] for each in others),
            "data_version": bps.bundled().version,
        }
    assert len(found) == len(rows_of("observations"))
    assert sum(fact["source_kind"] != "publication" for fact in found.values()) == 206
    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The bundled package in each format."""
    folder = tmp_path_factory.mktemp("exchange")
    return {name: bps.export(bps.bundled(), folder / NAMES[name], format=name)[-1] for name in FORMATS}


def pandas_csv(path: Path) -> list[dict[str, Any]]:
    return pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")  # type: ignore[return-value]


def polars_csv(path: Path) -> list[dict[str, Any]]:
    return list(pl.read_csv(path, infer_schema=False).to_dicts())


def duckdb_rows(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect() as connection:
        found = connection.sql(f"FROM '{path}'")
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def calamine_rows(path: Path, sheet: str = "figures") -> list[dict[str, Any]]:
    header, *rows = calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


@cache
def workbook(path: Path) -> Any:
    """Return a workbook as openpyxl reads it, which takes a second."""
    return openpyxl.load_workbook(path)


def openpyxl_rows(path: Path) -> list[dict[str, Any]]:
    header, *rows = workbook(path)["figures"].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def sqlite_rows(path: Path) -> list[dict[str, Any]]:
    program = shutil.which("sqlite3")
    if program is None:
        pytest.skip("the program sqlite3 is not here")
    flags = (f"iif({name}, 'true', 'false') AS {name}" for name in FLAGS)
    command = [program, "-json", str(path), f"SELECT *, {', '.join(flags)} FROM figures"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return list(json.loads(done.stdout))


FLAGS = ("lower_closed", "upper_closed", "disputed", "questioned", "is_break", "superseded")
READERS: dict[str, tuple[str, Callable[[Path], list[dict[str, Any]]]]] = {
    "csv by pandas": ("csv", pandas_csv),
    "csv by polars": ("csv", polars_csv),
    "jsonl by polars": ("jsonl", lambda path: pl.read_ndjson(path, infer_schema_length=None).to_dicts()),
    "parquet by polars": ("parquet", lambda path: pl.read_parquet(path).to_dicts()),
    "parquet by duckdb": ("parquet", duckdb_rows),
    "xlsx by calamine": ("xlsx", calamine_rows),
    "xlsx by openpyxl": ("xlsx", openpyxl_rows),
    "sqlite by sqlite3": ("sqlite", sqlite_rows),
}


@pytest.mark.parametrize("reader", READERS)
def test_the_wide_table_is_read_back(facts: dict[str, Fact], written: dict[str, Path], reader: str) -> None:
    """Another program reads every figure, in order, with value, unit, print, provenance and dispute as in the files."""
    format, read = READERS[reader]
    rows = read(written[format])
    assert [row["id"] for row in rows] == [each.id for each in bps.bundled().observations]
    for row in rows:
        row["value"] = float(row["value"])
        assert {name: plain(row[name]) for name in facts[row["id"]]} == facts[row["id"]]


def test_numbers_are_numbers(written: dict[str, Path]) -> None:
    """Where a format has types, numbers are numbers, days are dates, what is true or not a flag, all else is text."""
    numbers, flags, days = {"value", "lower", "upper"}, {*FLAGS}, {"period_start", "period_end"}
    schema = pl.read_parquet(written["parquet"]).schema
    assert {name for name, type_ in schema.items() if type_ == pl.Float64} == numbers
    assert {name for name, type_ in schema.items() if type_ == pl.Boolean} == flags
    assert schema["year"] == pl.Int64
    assert {name for name, type_ in schema.items() if type_ == pl.Date} == days
    assert {type_ for name, type_ in schema.items() if name not in numbers | flags | days | {"year"}} == {pl.String}
    for line in written["jsonl"].read_text(encoding="utf-8").split("\n")[:-1]:
        for name, cell in json.loads(line).items():
            kinds = (int, float) if name in numbers | {"year"} else bool if name in flags else str
            assert cell is None or isinstance(cell, kinds)
    for row in calamine_rows(written["xlsx"]):
        assert isinstance(row["value"], int | float)
        assert isinstance(row["lower_closed"], bool)
        assert isinstance(row["disputed"], bool)


def test_a_disputed_figure_says_so_and_what_others_print(written: dict[str, Path]) -> None:
    """A figure that publications dispute names them and what they print; of no other figure is anything said."""
    found = {
        row["indicator"]: (row["printed"], row["disputed_by"], row["disputed_printed"])
        for row in pl.read_parquet(written["parquet"]).filter(pl.col("disputed")).to_dicts()
    }
    assert found == {
        "employment_social_security.urban_surveyed_unemployment_rate": (
            "5.1%",
            "bj_statistics_economy_2024",
            "4.1%",
        ),
        "employment_social_security.new_urban_employment": (
            "28.4万人",
            "bj_work_report_2025_part_7",
            "29.9万人",
        ),
        "infrastructure.dedicated_bus_routes_launched": ("352条", "bj_english_bus_services_2025", "over 350"),
        "infrastructure.digital_economy_value_added": ("2万亿元", "bj_economy_bureau_digital_2024", "突破2.2万亿元"),
    }
    rest = pl.read_parquet(written["parquet"]).filter(~pl.col("disputed"))
    assert rest.height == len(bps.bundled().observations) - 4
    assert rest["disputed_by"].is_null().all()
    assert rest["disputed_printed"].is_null().all()


def test_a_figure_of_another_publication_names_it(facts: dict[str, Fact], written: dict[str, Path]) -> None:
    """What the report does not print stands with the source that does, without a paragraph or numeral."""
    table = pl.read_parquet(written["parquet"])
    others = table.filter(pl.col("source_kind") == "publication")
    assert (others.height, table.height - others.height) == (len(facts) - 206, 206)
    assert others["locator"].is_null().all()
    assert others["mentions"].is_null().all()
    assert table.filter(pl.col("source_kind") != "publication")["locator"].is_not_null().all()
    first = others.filter(pl.col("id") == "environment.pm2_5_annual_mean:CN-BJ:2013:beijing_news_air_2013")
    assert first.select("printed", "source", "source_publisher", "source_grade", "source_seen_as").rows() == [
        ("89.5", "beijing_news_air_2013", "新京报", "C", "copy")
    ]


@pytest.mark.parametrize("format", ["xlsx", "sqlite"])
def test_every_resource_is_there(written: dict[str, Path], format: str) -> None:
    """A workbook and a database hold each resource of the package, row by row and cell by cell as its file has it."""
    descriptor = json.loads((PACKAGE / "datapackage.json").read_bytes())
    with sqlite3.connect(written["sqlite"]) as database:
        database.row_factory = sqlite3.Row
        for resource in descriptor["resources"]:
            name = resource["name"]
            found = (
                calamine_rows(written["xlsx"], name) if format == "xlsx" else database.execute(f"SELECT * FROM {name}")
            )
            numbers = {
                field["name"] for field in resource["schema"]["fields"] if field["type"] in ("number", "integer")
            }
            expected = [
                {key: plain(float(cell)) if key in numbers and cell else cell for key, cell in row.items()}
                for row in rows_of(name)
            ]
            assert [{key: plain(cell) for key, cell in dict(row).items()} for row in found] == expected, name
    database.close()


def test_a_database_answers_across_its_tables(written: dict[str, Path]) -> None:
    """Tables of a database are joined by their keys, which SQLite itself finds whole."""
    database = sqlite3.connect(written["sqlite"])
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = database.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(\'observations\')').fetchall()
    assert {("indicators", "indicator", "id"), ("categories", "category", "id"), ("sources", "source", "id")} <= {*keys}
    query = """
        SELECT o.value, o.bound, u.ucum, s.publisher FROM observations o
        JOIN indicators i ON i.id = o.indicator JOIN units u ON u.id = i.unit JOIN sources s ON s.id = o.source
        WHERE i.id = 'environment.pm2_5_annual_mean' AND o.area = 'CN-BJ' AND o.bound = 'exact' AND s.kind = 'footnote'
    """
    assert database.execute(query).fetchall() == [(30.5, "exact", "ug/m3", "北京市人民政府")]
    keys = database.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(\'cross_checks\')').fetchall()
    assert {("observations", "observation", "id"), ("sources", "source", "id")} <= {*keys}
    query = """
        SELECT o.printed, c.printed, s.publisher FROM observations o
        JOIN cross_checks c ON c.observation = o.id JOIN sources s ON s.id = c.source
        WHERE c.verdict IN ('differs', 'contradicts') AND s.grade = 'A' ORDER BY o.id
    """
    assert database.execute(query).fetchall() == [
        ("28.4万人", "29.9万人", "北京市人民政府外事办公室"),
        ("5.1%", "4.1%", "北京市统计局"),
        ("352条", "over 350", "北京市人民政府"),
        ("2万亿元", "突破2.2万亿元", "北京市经济和信息化局"),
    ]
    database.close()


def structure() -> Any:
    """The structure that docs/export.md describes, as a receiver of SDMX would have it."""
    owner: Any = {"maintainer": common.Agency(id="BPS"), "version": "2.0.0"}
    made = v30.DataStructureDefinition(id="FIGURES", **owner)
    made.measures.append(v30.Measure(id="OBS_VALUE"))
    for name in DIMENSIONS:
        made.dimensions.append(v30.TimeDimension(id=name) if name == "TIME_PERIOD" else v30.Dimension(id=name))
    for name in ATTRIBUTES:
        made.attributes.append(v30.DataAttribute(id=name))
    return v30.Dataflow(id="FIGURES", structure=made, **owner)


def test_sdmx_is_read_back(facts: dict[str, Fact], written: dict[str, Path]) -> None:
    """sdmx1 reads every figure by its dimensions; the value is the number times ten to the power of UNIT_MULT."""
    named = {
        "area": "REF_AREA", "dimension": "BREAKDOWN", "base_period": "BASE_PER",
        "unit": "UNIT_MEASURE", "note": "COMMENT_OBS", "measure": "TRANSFORMATION",
    }  # fmt: skip
    message: Any = sdmx.read_sdmx(io.BytesIO(written["sdmx-csv"].read_bytes()), format="CSV", structure=structure())
    (data,) = message.data
    assert data.action.name == "information"
    assert len({str(each.dimension) for each in data.obs}) == len(data.obs) == len(facts)
    for each in data.obs:
        row = {key: str(value.value) for key, value in each.dimension.values.items()}
        row |= {key: str(value.value) for key, value in each.attached_attribute.items()}
        fact = facts[row["OBSERVATION"]]
        assert Decimal(each.value).scaleb(int(row["UNIT_MULT"])) == Decimal(fact["value"])
        assert max(0, -int(Decimal(each.value).as_tuple().exponent)) == int(row["DECIMALS"])
        for name, text in fact.items():
            if name != "value":
                found = row[named.get(name, name.upper())]
                assert (found if found not in ("_T", "_Z") else "") == text


def test_sdmx_is_what_another_program_writes(written: dict[str, Path]) -> None:
    """What sdmx1 writes of what it has read is the same table, column by column, but that it makes floats of values."""
    message: Any = sdmx.read_sdmx(io.BytesIO(written["sdmx-csv"].read_bytes()), format="CSV", structure=structure())
    theirs: Any = sdmx.to_csv(message.data[0], rtype=pd.DataFrame, attributes="o")
    ours = pd.read_csv(written["sdmx-csv"], dtype=str, keep_default_na=False)
    assert list(theirs.columns) == list(ours.columns)
    for name in ours.columns:
        kind = float if name == "OBS_VALUE" else str
        assert theirs[name].map(kind).tolist() == ours[name].map(kind).tolist(), name


def test_sdmx_gives_the_number_as_it_is_printed(written: dict[str, Path]) -> None:
    """万 and 亿 are the multiplier, the printed decimals are counted, a bound stands in its own column."""
    rows = {row["OBSERVATION"]: row for row in pandas_csv(written["sdmx-csv"])}
    contracts = rows["science_technology.technology_contract_value:CN-BJ:2024"]
    assert [contracts[name] for name in ("OBS_VALUE", "UNIT_MULT", "DECIMALS")] == ["9153.3", "8", "1"]
    investment = rows["infrastructure.fixed_asset_investment:CN-BJ:2024:gt"]
    assert [investment[name] for name in ("OBS_VALUE", "UNIT_MULT", "BOUND", "PRINTED")] == [
        "9000", "8", "gt", "超过9000亿元",
    ]  # fmt: skip
    assert {row["PERIOD"] for row in rows.values() if row["TIME_PERIOD"] == ""} == {".."}
    header = written["sdmx-csv"].read_text(encoding="utf-8").split("\n")[0].strip().split(",")
    assert header[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_croissant_is_read_back(facts: dict[str, Fact], written: dict[str, Path]) -> None:
    """mlcroissant finds nothing wrong with the description, and reads by it every figure of the table beside it."""
    dataset = mlcroissant.Dataset(str(written["croissant"]))
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    assert dataset.metadata.ctx.is_v1_1()
    count = 0
    for record in dataset.records("figures"):
        row = {name.partition("/")[2]: plain(cell) for name, cell in record.items()}
        assert Decimal(row.pop("value_digits")) == Decimal(row["value"])  # it takes a column of digits for floats
        fact = {name: text for name, text in facts[row["id"]].items() if name != "value_digits"}
        assert {name: row[name] for name in fact} == fact
        count += 1
    assert count == len(facts)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_schema_org_is_read_back(facts: dict[str, Fact], written: dict[str, Path]) -> None:
    """A reader of JSON-LD finds one data set, its variables, and every figure with its place and its source."""
    graph: Any = rdflib.Graph().parse(written["schema-org"], format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")

    def text(subject: Any, *path: str) -> str:
        for name in path:
            subject = graph.value(subject, schema[name]) if subject is not None else None
        return "" if subject is None else str(subject.toPython())

    (dataset,) = graph.subjects(rdflib.RDF.type, schema.Dataset)
    assert str(dataset) == json.loads((PACKAGE / "datapackage.json").read_bytes())["id"]
    assert text(dataset, "version") == bps.bundled().version
    assert len({*graph.objects(dataset, schema.variableMeasured)}) == len(bps.indicators())
    observations = [*graph.objects(dataset, schema.mainEntity)]
    assert {text(each, "identifier") for each in observations} == facts.keys()
    for each in observations:
        fact = facts[text(each, "identifier")]
        own = {
            text(property_, "propertyID"): plain(graph.value(property_, schema.value).toPython())
            for property_ in graph.objects(each, schema.additionalProperty)
        }
        disputed = ("disputed", "disputed_by", "disputed_printed", "source_kind", "source_grade")
        questioned = ("questioned", "questioned_by", "questioned_printed", "is_break")
        read_as = ("value_digits", "bound", "interval", "lower_closed", "printed", "locator", "status", "base_kind")
        for name in (*read_as, *disputed, *questioned):
            assert own.get(name, "") == fact[name]
        read = {
            "value": plain(graph.value(each, schema.value).toPython()),
            "lower": plain(float(text(each, "minValue") or "nan")),
            "upper": plain(float(text(each, "maxValue") or "nan")),
            "unit": text(each, "unitText"),
            "unit_ucum": text(each, "unitCode"),
            "indicator": text(each, "variableMeasured", "identifier"),
            "area": text(each, "observationAbout", "identifier"),
            "period": text(each, "observationDate"),
            "note": text(each, "description"),
            "source_title": text(each, "subjectOf", "name"),
            "source_publisher": text(each, "subjectOf", "publisher", "name"),
            "source_published": text(each, "subjectOf", "datePublished"),
            "source_url": text(each, "subjectOf", "url"),
        }
        assert read == {name: fact[name] for name in read}


@pytest.fixture(scope="module")
def loaded() -> bps.DataPackage:
    """The bundled package, read from its files."""
    return bps.load(PACKAGE)


@pytest.mark.parametrize("format", FORMATS)
def test_two_exports_are_the_same_bytes(
    written: dict[str, Path], loaded: bps.DataPackage, tmp_path: Path, format: str
) -> None:
    """The same package gives the same bytes, from its files too, and at another time."""
    again = bps.export(loaded, tmp_path / NAMES[format], format=format)[-1]
    assert again.read_bytes() == written[format].read_bytes()


def test_what_the_columns_mean_goes_with_them(written: dict[str, Path]) -> None:
    """The page of columns, the metadata of Parquet, the workbook and Croissant say the same of each column."""
    page = (PACKAGE.parent / "docs" / "columns.md").read_text(encoding="utf-8")
    section = page.partition("\n## The table of figures\n")[2].partition("\n## ")[0]
    cells = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| `")]
    documented = {row[0].strip("`"): row[-1] for row in cells}
    table = bps.to_arrow()
    assert {field.name: field.metadata[b"description"].decode() for field in table.schema} == documented
    assert table.schema.metadata == {b"name": b"beijing-public-services", b"version": bps.bundled().version.encode()}
    sheet = calamine_rows(written["xlsx"], "columns")
    assert {row["column"]: row["meaning"] for row in sheet if row["sheet"] == "figures"} == documented
    fields = json.loads(written["croissant"].read_bytes())["recordSet"][0]["field"]
    assert {field["name"]: field["description"] for field in fields} == documented


def test_every_format_has_the_same_columns(written: dict[str, Path]) -> None:
    """Frames, Arrow tables and files name the same columns in the same order; SDMX has them under its own names."""
    names = [column.name for column in COLUMNS]
    with closing(sqlite3.connect(written["sqlite"])) as database:
        in_database = [row[1] for row in database.execute("PRAGMA table_info(figures)")]
    found = {
        "arrow": bps.to_arrow().column_names,
        "frame": list(bps.to_frame().reset_index())[: len(names)],
        "csv": written["csv"].read_text(encoding="utf-8").splitlines()[0].split(","),
        "jsonl": list(json.loads(written["jsonl"].read_text(encoding="utf-8").partition("\n")[0])),
        "parquet": list(pl.read_parquet(written["parquet"]).columns),
        "xlsx": list(openpyxl_rows(written["xlsx"])[0]),
        "sqlite": in_database,
        "croissant": [each["name"] for each in json.loads(written["croissant"].read_bytes())["recordSet"][0]["field"]],
    }
    assert found == dict.fromkeys(found, names)
    sdmx_names = {RENAMED.get(name, name.upper()) for name in names}
    assert sdmx_names - {"VALUE"} <= {*DIMENSIONS, *ATTRIBUTES}


def test_a_workbook_is_ready_to_read(written: dict[str, Path]) -> None:
    """Each sheet has a header that stays in sight and columns as wide as their text; no number shows an exponent."""
    book = workbook(written["xlsx"])
    assert book.sheetnames[:4] == ["cover", "overview", "figures", "domains"]
    assert book.active.title == "cover"
    tables = book.worksheets[2:]
    assert {sheet.freeze_panes for sheet in tables} == {"A2"}
    assert {sheet["A1"].font.bold for sheet in book} == {True}
    assert {sheet.auto_filter.ref for sheet in tables} == {sheet.dimensions for sheet in tables}
    widths = book["areas"].column_dimensions
    assert widths["B"].width > 2 * len("京津冀（北京、天津、河北）") > len("X-WORLD") < widths["A"].width
    formats = {cell.number_format for row in book["figures"].iter_rows() for cell in row if cell.data_type == "n"}
    assert {"0", "0.0", "0.00"} <= formats <= {"0", "0.0", "0.00", "0.000", "General"}


def test_a_workbook_begins_with_a_cover(written: dict[str, Path]) -> None:
    """The cover names the release, its licence and how to cite it, and leads to every sheet with its number of rows."""
    book = workbook(written["xlsx"])
    cover = book["cover"]
    assert (cover["A1"].value, cover["A2"].value) == ("Beijing public services", "北京公共服务")
    facts = {cover.cell(row, 1).value: cover.cell(row, 2) for row in range(3, cover.max_row + 1)}
    assert facts["版本 Release"].value == f"{bps.data_version}, {bps.bundled().descriptor['created'][:10]}"
    assert facts["许可 Licence"].value == "CC-BY-4.0"
    assert facts["许可 Licence"].hyperlink.target == "https://creativecommons.org/licenses/by/4.0/"
    assert bps.cite().text("apa").startswith(facts["引用 How to cite"].value)
    assert facts["SHA-256"].value == bps.data_sha256
    rows = {name: facts[name].value for name in book.sheetnames[1:]}
    assert rows == {sheet.title: sheet.max_row - 1 for sheet in book.worksheets[1:]}
    links = [cell.hyperlink for row in cover.iter_rows() for cell in row if cell.hyperlink]
    assert {link.location for link in links if link.location} == {f"'{name}'!A1" for name in rows}


def test_the_overview_is_for_reading(facts: dict[str, Fact], written: dict[str, Path]) -> None:
    """One row per figure with both names, printed text, value, unit, period and place; the source leads to its page."""
    sheet = workbook(written["xlsx"])["overview"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", sheet.dimensions)
    header, *rows = sheet.iter_rows()
    place = {cell.value: number for number, cell in enumerate(header)}
    assert len(rows) == len(facts)
    names = {each.id: each.name_en for each in bps.indicators()}
    for row, fact in zip(rows, facts_in_order(facts), strict=True):
        assert row[place["指标"]].value == fact["indicator_zh"]
        assert row[place["Indicator"]].value == names[fact["indicator"]]  # type: ignore[index]
        assert row[place["原文 As printed"]].value == fact["printed"]
        assert row[place["数值 Value"]].value == float(fact["value"])
        assert row[place["数值 Value"]].number_format.startswith("#,##0")
        assert (row[place["界限 Bound"]].value is None) == (fact["bound"] == "exact")
        assert bool(row[place["争议 Disputed"]].value) == (fact["disputed"] == "true")
        source = row[place["来源 Source"]]
        assert (fact["source_title"] if fact["source_kind"] != "report" else "报告") in source.value
        assert (source.hyperlink.target if source.hyperlink else "") == fact["source_url"]
    metro = next(row for row in rows if row[place["Indicator"]].value == "Urban rail length")
    assert [metro[place[name]].value for name in ("单位 Unit", "时期 Period", "年份 Year", "地区 Place")] == [
        "km", "2024", 2024, "北京 Beijing",
    ]  # fmt: skip


def facts_in_order(facts: dict[str, Fact]) -> list[Fact]:
    """The facts in the order of the package's observations."""
    return [facts[each.id] for each in bps.bundled().observations]


def test_arrow_is_taken_by_others() -> None:
    """Polars and DuckDB take the Arrow table as it is, by its C stream, and pandas by its own way."""
    table = bps.to_arrow()
    assert hasattr(table, "__arrow_c_stream__")
    assert pl.DataFrame(table).filter(pl.col("bound") != "exact").height > 0
    frame = table.to_pandas()
    assert frame["value"].tolist() == [each.value for each in bps.bundled().observations]
    with duckdb.connect() as connection:
        found = connection.from_arrow(table).filter("id = 'environment.pm2_5_annual_mean:CN-BJ:2024'").project("value")
        assert found.fetchall() == [(30.5,)]


def test_arrow_tables_are_chosen_like_frames() -> None:
    """Indicators are chosen by id or value, in the order asked for; types stay the same without a row."""
    pm: Literal["environment.pm2_5_annual_mean"] = "environment.pm2_5_annual_mean"
    days = "environment.good_air_days"
    table = bps.to_arrow([days, bps.get_indicator(pm)])
    counts = Counter(row["indicator"] for row in rows_of("observations"))
    assert table["indicator"].to_pylist() == [days] * counts[days] + [pm] * counts[pm]
    assert bps.to_arrow(days).num_rows == counts[days]
    assert bps.to_arrow([]).schema == table.schema == bps.to_arrow(package=bps.load(PACKAGE)).schema
    with pytest.raises(bps.UnknownIndicatorError):
        bps.to_arrow(["environment.no_such_thing"])


@pytest.mark.parametrize(("library", "format"), [("pyarrow", "parquet"), ("xlsxwriter", "xlsx")])
def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: str, format: str) -> None:
    """Without its library a format says which extra to install, and the other formats are written."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(bps.MissingExtraError) as caught:
        bps.export(bps.bundled(), tmp_path / "file", format=format)
    assert (caught.value.feature, caught.value.extra) == (f"export to {format}", "export")
    for name in sorted({*FORMATS} - {"parquet", "xlsx"}):
        bps.export(bps.bundled(), tmp_path / f"{name}.json", format=name)
