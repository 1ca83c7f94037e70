"""The lexical forms of Table Schema 2.0: from a cell, as text or as a value, to its logical value."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Field = dict[str, Any]
    Read = Callable[[Any], Any]


class NotOfTypeError(ValueError):
    """Raised for a cell that does not have the lexical form of its type."""


MOST_DIGITS = 4000  # of a whole number: what Python converts without complaint
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
SPECIAL = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
AROUND_NUMBER = re.compile(r"((^[^-\d]*)|(\D*$))", re.ASCII)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
TIME = re.compile(r"\d\d:\d\d:\d\d", re.ASCII)
ZONE = r"(Z|[+-]\d\d:\d\d)?"
DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?" + ZONE, re.ASCII)
YEAR = re.compile(r"(-?(?:[1-9]\d{3,}|0\d{3}))" + ZONE, re.ASCII)
YEAR_MONTH = re.compile(r"(-?(?:[1-9]\d{3,}|0\d{3}))-(0[1-9]|1[0-2])" + ZONE, re.ASCII)
DURATION = re.compile(
    r"(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?", re.ASCII
)
UUID = re.compile(r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
AVERAGE_MONTH = 2_629_746  # seconds: a twelfth of 365.2425 days


def text(cell: Any) -> str:
    """Return a string as it is."""
    if not isinstance(cell, str):
        raise NotOfTypeError
    return cell


def binary(cell: Any) -> str:
    """Return text in base64, white space apart."""
    if not isinstance(cell, str) or not BASE64.fullmatch("".join(cell.split())):
        raise NotOfTypeError
    return cell


def uuid(cell: Any) -> str:
    """Return a UUID: 32 hexadecimal digits in five groups."""
    if not isinstance(cell, str) or not UUID.fullmatch(cell):
        raise NotOfTypeError
    return cell


def number_reader(field: Field) -> Read:
    """Return the reader of a number field, with its `decimalChar`, `groupChar` and `bareNumber`."""
    point, group = field.get("decimalChar", "."), field.get("groupChar", "")
    is_bare = field.get("bareNumber", True) is not False

    def read(cell: Any) -> Decimal:
        if isinstance(cell, str):
            digits = _bare_number(cell, group, is_bare)
            if point != ".":
                if "." in digits:
                    raise NotOfTypeError
                digits = digits.replace(point, ".") if point else digits
            if NUMBER.fullmatch(digits):
                try:
                    return Decimal(digits)
                except InvalidOperation:  # an exponent that is too large
                    raise NotOfTypeError from None
            if special := SPECIAL.get(digits.lower()):
                return Decimal(special)
        elif isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
            return Decimal(str(cell)) if isinstance(cell, float) else Decimal(cell)
        raise NotOfTypeError

    return read


def _bare_number(cell: str, group: str, is_bare: bool) -> str:
    """Return the text of a number without its group signs; if it need not be bare, without the words around it too."""
    digits = cell.strip()
    if not is_bare and digits.lower() not in SPECIAL:
        digits = AROUND_NUMBER.sub("", digits)
    return digits.replace(group, "") if group else digits


def integer_reader(field: Field) -> Read:
    """Return the reader of an integer field, with its `groupChar` and `bareNumber`."""
    group, is_bare = field.get("groupChar", ""), field.get("bareNumber", True) is not False

    def read(cell: Any) -> int:
        if isinstance(cell, str):
            digits = _bare_number(cell, group, is_bare)
            if INTEGER.fullmatch(digits) and len(digits) <= MOST_DIGITS:
                return int(digits)
        elif isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) and cell % 1 == 0:
            return int(cell)
        raise NotOfTypeError

    return read


def boolean_reader(field: Field) -> Read:
    """Return the reader of a boolean field, with its `trueValues` and `falseValues`."""
    words = {
        **dict.fromkeys(field.get("trueValues", TRUE), True),
        **dict.fromkeys(field.get("falseValues", FALSE), False),
    }

    def read(cell: Any) -> bool:
        if isinstance(cell, bool):
            return cell
        if isinstance(cell, str) and cell in words:
            return words[cell]
        raise NotOfTypeError

    return read


def day(cell: Any) -> date:
    """Return a date, written `yyyy-mm-dd`."""
    if isinstance(cell, datetime):
        if cell.time() == time():
            return cell.date()
    elif isinstance(cell, date):
        return cell
    elif isinstance(cell, str) and DATE.fullmatch(cell):
        return date.fromisoformat(cell)
    raise NotOfTypeError


def time_of_day(cell: Any) -> time:
    """Return a time, written `hh:mm:ss`."""
    if isinstance(cell, time):
        return cell
    if isinstance(cell, str) and TIME.fullmatch(cell):
        return time.fromisoformat(cell)
    raise NotOfTypeError


def moment(cell: Any) -> datetime:
    """Return a date and time as XML Schema writes it; in UTC if it has no zone."""
    if isinstance(cell, datetime):
        return cell if cell.tzinfo else cell.replace(tzinfo=UTC)
    if isinstance(cell, str) and (found := DATE_TIME.fullmatch(cell)):
        days, hours, fraction, zone = found.groups()
        at_midnight = hours == "24:00:00" and not (fraction or "").strip(".0")
        whole = f"{days}T{'00:00:00' if at_midnight else hours}{(fraction or '')[:7].ljust(7, '0') if fraction else ''}"
        made = datetime.fromisoformat(whole + ("+00:00" if zone in (None, "Z") else zone))
        return made + timedelta(days=1) if at_midnight else made
    raise NotOfTypeError


def year(cell: Any) -> int:
    """Return a year as XML Schema writes it: four digits or more, before them a sign for years before our era."""
    if isinstance(cell, int) and not isinstance(cell, bool) and -9999 <= cell <= 9999:
        return cell
    if isinstance(cell, str) and (found := YEAR.fullmatch(cell)) and len(found[1]) < MOST_DIGITS:
        return int(found[1])
    raise NotOfTypeError


def year_and_month(cell: Any) -> tuple[int, int]:
    """Return a year and a month, written `yyyy-mm`."""
    if isinstance(cell, list | tuple) and len(cell) == 2:
        return year(cell[0]), int(cell[1])
    if isinstance(cell, str) and (found := YEAR_MONTH.fullmatch(cell)) and len(found[1]) < MOST_DIGITS:
        return int(found[1]), int(found[2])
    raise NotOfTypeError


def duration(cell: Any) -> tuple[Decimal, int]:
    """Return a duration as its seconds, a month being of average length, and its months."""
    if isinstance(cell, timedelta):
        return Decimal(str(cell.total_seconds())), 0
    if isinstance(cell, str) and (found := DURATION.fullmatch(cell)):
        years, months, days, hours, minutes, seconds = (Decimal(part or 0) for part in found.groups()[1:])
        sign = -1 if found[1] else 1
        all_months = int(12 * years + months)
        exact = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        return sign * (exact + all_months * AVERAGE_MONTH), sign * all_months
    raise NotOfTypeError


def json_reader(kind: type) -> Read:
    """Return the reader of a JSON object or list."""

    def read(cell: Any) -> Any:
        if isinstance(cell, str):
            try:
                cell = json.loads(cell)
            except RecursionError:
                raise NotOfTypeError from None
        if not isinstance(cell, kind):
            raise NotOfTypeError
        return cell

    return read


def point_reader(form: str) -> Read:
    """Return the reader of a geographic point in one of its formats."""
    coordinate = number_reader({})

    def read(cell: Any) -> tuple[Decimal, Decimal]:
        found: Any = cell
        if isinstance(cell, str):
            found = cell.split(",") if form == "default" else json.loads(cell)
        if form == "object" and isinstance(found, dict) and found.keys() == {"lon", "lat"}:
            found = [found["lon"], found["lat"]]
        if not isinstance(found, list | tuple) or len(found) != 2:
            raise NotOfTypeError
        longitude, latitude = map(coordinate, found)
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise NotOfTypeError
        return longitude, latitude

    return read
