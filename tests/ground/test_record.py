"""Laws of records: values that never change, equal by what they say, made and copied by the names of their fields."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from decimal import Decimal
from typing import Any
from unittest.mock import ANY

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services._record import Record
from beijing_public_services.notation.periods import Period


class Figure(Record):
    """A record with a field of its own use and a default."""

    name: str
    value: float
    note: str = ""
    _cache: dict[str, int]

    def doubled(self) -> float:
        """Twice the value."""
        return 2 * self.value


class Quoted(Figure):
    """A record that adds fields to another, one of them optional."""

    page: int
    edition: int = 1


class Estimate(Figure):
    """A record of another kind with the same fields."""


figures = st.builds(
    lambda name, value, note: Figure(name=name, value=value, note=note, _cache={}),
    st.text(max_size=3),
    st.integers(-2, 2) | st.floats(allow_nan=False),
    st.text(max_size=1),
)
RECORDS: list[type[Record]] = [
    bps.Area, bps.Category, bps.DataPackage, bps.Domain, bps.Indicator, bps.Mention, bps.Numeral,
    bps.Observation, bps.Paragraph, bps.Source, bps.Topic, bps.Unit, bps.Issue, bps.PrintedFigure, Period,
]  # fmt: skip


def figure(**changes: Any) -> Figure:
    """One figure, the given fields changed."""
    return Figure(**{"name": "rank", "value": 3, "_cache": {"seen": 1}, **changes})


def quoted() -> Quoted:
    """One figure with its page."""
    return Quoted(name="rank", value=3, _cache={}, page=7)


@pytest.mark.parametrize("name", ["name", "value", "note", "_cache", "unknown", "doubled", "__class__"])
def test_a_record_never_changes(name: str) -> None:
    """No attribute can be set or deleted, neither a field nor another, and the error names it."""
    record = figure()
    with pytest.raises(AttributeError, match=f"Figure is frozen: '{name}'"):
        setattr(record, name, 1)
    with pytest.raises(AttributeError, match=f"Figure is frozen: '{name}'"):
        delattr(record, name)
    assert record == figure()


@pytest.mark.parametrize("cls", [Figure, Quoted, Estimate, *RECORDS])
def test_a_record_has_slots_only(cls: type[Record]) -> None:
    """No class in the line of a record gives it a dictionary of attributes."""
    assert issubclass(cls, Record)
    assert all("__slots__" in vars(each) for each in cls.__mro__[:-1])
    assert not hasattr(cls.__new__(cls), "__dict__")


def test_fields_are_given_by_name_only() -> None:
    """A value without the name of its field is refused."""
    with pytest.raises(TypeError, match="positional"):
        Figure("rank", 3)  # type: ignore[call-arg]


def test_fields_are_kept_as_given_in_any_order() -> None:
    """What was given under a name is found under it, a default where nothing was given."""
    record = Figure(_cache={}, value=3, name="rank")
    assert (record.name, record.value, record.note, record._cache) == ("rank", 3, "", {})
    assert Figure(note="undated", _cache={}, value=3, name="rank").note == "undated"


@pytest.mark.parametrize("field", ["name", "value", "_cache"])
def test_a_missing_field_is_named(field: str) -> None:
    """A record without one of its fields is not made, and the error says which."""
    given_fields = {"name": "rank", "value": 3, "_cache": {}}
    del given_fields[field]
    with pytest.raises(TypeError, match=rf"Figure\(\) needs '{field}'"):
        Figure(**given_fields)  # type: ignore[arg-type]


def test_an_unknown_field_is_named_beside_the_known_ones() -> None:
    """A field that the record does not have is refused, and the error lists those it has."""
    with pytest.raises(TypeError, match=r"Figure\(\) has no field 'valu'; its fields: name, value, note"):
        figure(valu=4)
    with pytest.raises(TypeError, match=r"'value?'"):
        Figure(name="rank", valu=3, note="", _cache={})  # type: ignore[call-arg]


def test_a_record_adds_its_fields_to_those_it_inherits() -> None:
    """A record of records has the fields of both, those it inherits first, and the defaults of both."""
    record = quoted()
    assert record.as_dict() == {"name": "rank", "value": 3, "note": "", "page": 7, "edition": 1}
    assert record.doubled() == 6
    with pytest.raises(TypeError, match="needs 'page'"):
        Quoted(name="rank", value=3, _cache={})  # type: ignore[call-arg]


@given(figures, figures)
def test_records_are_equal_when_their_public_fields_are(one: Figure, other: Figure) -> None:
    """Equality is that of all public fields, and equal records hash alike."""
    same = (one.name, one.value, one.note) == (other.name, other.value, other.note)
    assert (one == other) is same
    assert (one != other) is not same
    assert len({one, other}) == (1 if same else 2)


def test_private_fields_do_not_show() -> None:
    """A field for the record's own use is neither compared, nor hashed, nor shown, nor among its public fields."""
    one, other = figure(_cache={}), figure(_cache={"seen": 2})
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == "Figure(name='rank', value=3, note='')"
    assert one.as_dict() == {"name": "rank", "value": 3, "note": ""}


def test_the_class_is_part_of_the_value() -> None:
    """Two kinds of record are never equal, whatever their fields hold."""
    fields = {"id": "x", "name_zh": "x", "name_en": "x", "section": "x"}
    topic, domain = bps.Topic(domain="x", **fields), bps.Domain(**fields)
    assert domain != topic
    assert len({topic, domain, bps.Domain(**fields)}) == 2
    assert quoted() != figure()
    assert Estimate(name="rank", value=3, _cache={}) != figure()


def test_another_type_decides_how_it_compares_with_a_record() -> None:
    """A record says nothing of equality with what is no record: it is unequal unless the other says otherwise."""
    assert figure() == ANY
    assert (figure() == ("rank", 3, "")) is False


@given(st.text(max_size=6), st.integers(0, 10**6) | st.none())
def test_a_short_record_is_shown_as_it_is_made(text: str, row: int | None) -> None:
    """The shown form of a short record of plain values makes an equal one."""
    issue = bps.Issue(file=text, row=row, column=None, rule="rule", message="m")
    assert "…" in repr(issue) or eval(repr(issue), {"Issue": bps.Issue}) == issue


@pytest.mark.parametrize("name", ["indicators", "observations", "sources", "cross_checks", "paragraphs"])
def test_a_record_is_shown_on_one_line(name: str) -> None:
    """However much a record holds, it is shown on one line of a screen."""
    for record in getattr(bps.bundled(), name):
        assert "\n" not in repr(record)
        assert len(repr(record)) <= 140
    assert len(repr(bps.bundled())) <= 140


def test_a_signature_lists_the_fields() -> None:
    """The signature of a record has its public fields, keyword-only, with their types and defaults."""
    signature = inspect.signature(Quoted)
    assert [*signature.parameters] == ["name", "value", "note", "page", "edition"]
    assert {each.kind for each in signature.parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert signature.parameters["edition"].default == 1
    assert signature.parameters["page"].annotation == "int"


@pytest.mark.parametrize(
    "record", [bps.indicators()[0], bps.bundled().cross_checks[0], bps.Interval.point(Decimal("1.5"))]
)
def test_a_record_becomes_json(record: Record) -> None:
    """The dict of a record is made of what JSON has, and its JSON text reads back as that dict."""
    assert json.loads(record.to_json()) == record.to_dict() == json.loads(json.dumps(record.to_dict()))
    assert [*record.to_dict()] == [*record.as_dict()]


def test_a_field_left_to_the_context_is_supplied_once() -> None:
    """A record asks its context for a field that was not given, at the first use, and keeps the answer."""
    asked: list[str] = []

    class Supply:
        def resolve(self, record: Record, field: str) -> object:
            asked.append(field)
            return 7

    made = Quoted._in_context(Supply(), {"name": "rank"})
    assert (made.name, made.page, made.page) == ("rank", 7, 7)
    assert asked == ["page"]
    assert made.replace(name="other").page == 7
    with pytest.raises(AttributeError, match="no attribute 'pages'"):
        _ = made.pages  # type: ignore[attr-defined]


def test_a_copy_with_changes_keeps_the_rest() -> None:
    """`replace` gives a new record, and leaves the old one as it was."""
    record = figure()
    assert (record.replace(value=4).value, record.value) == (4, 3)
    assert record.replace(value=4).name == record.name


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_record_travels_by_pickle(protocol: int) -> None:
    """A pickled record comes back equal, with its private fields, as frozen as before."""
    back = pickle.loads(pickle.dumps(figure(), protocol))
    assert back == figure()
    assert back._cache == {"seen": 1}
    with pytest.raises(AttributeError, match="frozen"):
        back.name = "other"


def test_the_bundled_package_travels_by_pickle() -> None:
    """A whole package comes back equal, and still finds an indicator by its id."""
    back = pickle.loads(pickle.dumps(bps.bundled()))
    assert back == bps.bundled()
    assert back.indicator("environment.pm2_5_annual_mean") == bps.get_indicator("environment.pm2_5_annual_mean")


def test_a_copy_is_an_equal_record() -> None:
    """A shallow copy shares what the fields hold, a deep one does not."""
    record = figure()
    shallow, deep = copy.copy(record), copy.deepcopy(record)
    assert record == shallow == deep
    assert shallow._cache is record._cache
    assert deep._cache == record._cache
    assert deep._cache is not record._cache


def test_a_replaced_field_makes_another_record() -> None:
    """Replacing fields gives a new record of the same class, the other fields and the original untouched."""
    record = quoted()
    changed = record.__replace__(value=4, edition=2)
    assert type(changed) is Quoted
    assert changed.as_dict() == record.as_dict() | {"value": 4, "edition": 2}
    assert changed._cache is record._cache
    assert record == quoted()
    assert record.__replace__() == record


def test_an_unknown_field_cannot_be_replaced() -> None:
    """Replacing a field that the record does not have is refused."""
    with pytest.raises(TypeError, match="has no field 'valu'"):
        figure().__replace__(valu=4)


def test_a_record_of_something_that_does_not_hash_does_not_hash() -> None:
    """A record that holds a list is compared, but is no member of a set."""
    record = figure(name=["rank"])
    assert record == figure(name=["rank"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(record)


@pytest.mark.parametrize("cls", RECORDS)
def test_every_record_documents_itself_and_its_fields_are_annotated(cls: type[Record]) -> None:
    """A public record says what it is, and its fields are exactly its annotated names."""
    assert cls.__doc__
    assert cls._fields == tuple(cls.__annotations__)
