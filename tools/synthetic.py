"""Write a data package of as many observations as asked for, in which every rule holds; for measuring, with no meaning.

Usage: python tools/synthetic.py FOLDER OBSERVATIONS
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage"
DOMAIN, TOPIC, SECTION = "synthetic", "synthetic.figures", "1"
FIRST_YEAR, YEARS = 1900, 125
IN_A_PARAGRAPH = 50
DIGITS = "abcdefghij"


def place(number: int) -> str:
    """A name without digits, the same for the same number."""
    return "place_" + "".join(DIGITS[int(digit)] for digit in str(number))


def figures(count: int) -> Iterator[dict[str, str]]:
    """The observations: persons in ever more places, year by year, each with a figure of its own."""
    for number in range(count):
        where, year = divmod(number, YEARS)
        value = 1000 + number * 7919 % 1_000_003
        area, period = f"CN-BJ.{place(where)}", str(FIRST_YEAR + year)
        yield {
            "id": f"synthetic.residents:{area}:{period}",
            "indicator": "synthetic.residents",
            "area": area,
            "period": period,
            "value": str(value),
            "bound": "exact",
            "status": "actual",
            "printed": f"{value}人",
            "locator": f"s{SECTION}.p{number // IN_A_PARAGRAPH + 1}",
            "source": "report",
        }


def numbered(count: int) -> Iterator[tuple[dict[str, str], str]]:
    """Each observation with the ordinal of its numeral in its paragraph."""
    for number, row in enumerate(figures(count)):
        yield row, str(number % IN_A_PARAGRAPH + 1)


def tables(count: int) -> dict[str, Iterable[dict[str, str]]]:
    """The rows of each resource that is not empty."""
    names = {"name_zh": "居民", "name_en": "Residents"}
    world = {"id": "X-WORLD", "name_zh": "世界", "name_en": "World"}
    country = {"id": "CN", "name_zh": "中国", "name_en": "China", "parent": "X-WORLD"}
    city = {"id": "CN-BJ", "name_zh": "北京", "name_en": "Beijing", "parent": "CN", "iso_3166_2": "CN-BJ"}
    places = (
        {"id": f"CN-BJ.{name}", "name_zh": name, "name_en": name.replace("_", " ").capitalize(), "parent": "CN-BJ"}
        for name in (place(number) for number in range(-(-count // YEARS)))
    )
    return {
        "domains": [{"id": DOMAIN, "name_zh": "合成", "name_en": "Synthetic", "section": SECTION}],
        "topics": [{"id": TOPIC, "domain": DOMAIN, "name_zh": "数字", "name_en": "Figures", "section": SECTION}],
        "indicators": [
            {
                "id": "synthetic.residents",
                "domain": DOMAIN,
                "topic": TOPIC,
                **names,
                "keywords": "人口",
                "definition": "Number of persons who live in a place that is not there, at the end of the year.",
                "unit": "person",
                "measure": "level",
                "timing": "end",
            }
        ],
        "observations": figures(count),
        "categories": [],
        "paragraphs": (
            {
                "locator": f"s{SECTION}.p{number}",
                "section": SECTION,
                "ordinal": str(number),
                "sha256": sha256(str(number).encode()).hexdigest(),
            }
            for number in range(1, -(-count // IN_A_PARAGRAPH) + 1)
        ),
        "numerals": (
            {"locator": row["locator"], "ordinal": ordinal, "token": row["value"], "role": "value"}
            for row, ordinal in numbered(count)
        ),
        "mentions": (
            {"observation": row["id"], "locator": row["locator"], "ordinal": ordinal}
            for row, ordinal in numbered(count)
        ),
        "sources": [
            {
                "id": "report",
                "kind": "report",
                "title": "A report that is not there",
                "publisher": "Nobody",
                "grade": "C",
            }
        ],
        "areas": [world, country, {**city, "gbt_2260": "110000"}, *places],
        "units": [row for row in read("units") if row["id"] == "person"],
        "identities": [],
    }


def read(name: str) -> list[dict[str, str]]:
    """The rows of a table of the data package."""
    with (PACKAGE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, count: int) -> None:
    """Write the package, its descriptor with sizes and hashes."""
    descriptor = json.loads((PACKAGE / "datapackage.json").read_bytes())
    made = tables(count)
    descriptor["resources"] = [each for each in descriptor["resources"] if each["name"] in made]
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for resource in descriptor["resources"]:
        path = folder / resource["path"]
        columns = [field["name"] for field in resource["schema"]["fields"]]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            rows = iter(made[resource["name"]])
            while batch := list(islice(rows, 10_000)):
                writer.writerows(batch)
        hashed = sha256()
        with path.open("rb") as read_back:
            while block := read_back.read(1 << 20):
                hashed.update(block)
        resource["bytes"], resource["hash"] = path.stat().st_size, f"sha256:{hashed.hexdigest()}"
    text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
