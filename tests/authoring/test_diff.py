"""Laws of releases: what a comparison finds, the version step that asks for, and what a release must record."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.histories import (
    BLUE_SKIES,
    FIGURE,
    FOREST,
    PM,
    add,
    alias,
    copy,
    erratum,
    publish,
    put,
    release,
    remove,
    rename,
)

import beijing_public_services as bps
from beijing_public_services.authoring.changes import ASKED, Change, Difference, kind_of_change
from beijing_public_services.datapackage.bundled_files import bundled_bytes
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.notation.versions import STEPS, read_version, step_between

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.histories import Edit

CITY = {"id": FIGURE}
SKIES = {"id": BLUE_SKIES}
PARKS = {"observation": "infrastructure.parks:CN-BJ:2024-12-31"}
SCIENTISTS = {"observation": "science_technology.highly_cited_scientists:CN-BJ:2024"}
OLD = release("0.1.0")
CELLS = [  # the kind and step of a change of one cell: resource, key, column, its new text
    ("value_revised", "minor", "observations", CITY, "value", "30.6"),
    ("value_revised", "minor", "observations", CITY, "printed", "30.50微克/米3"),
    ("bound_changed", "minor", "observations", CITY, "bound", "about"),
    ("source_changed", "minor", "observations", CITY, "source", "n22"),
    ("source_changed", "minor", "observations", CITY, "locator", "s6.2.p1"),
    ("source_changed", "minor", "sources", {"id": "n21"}, "url", "https://example.org"),
    ("source_changed", "minor", "paragraphs", {"locator": "s6.2.p1"}, "sha256", "0" * 64),
    ("source_changed", "minor", "numerals", {"locator": "s2.1.p3", "ordinal": "1"}, "token", "9"),
    ("source_changed", "minor", "statements", SKIES, "locators", "s1.p8"),
    ("links_changed", "minor", "statements", SKIES, "indicators", PM),
    ("unit_changed", "major", "indicators", {"id": PM}, "unit", "percent"),
    ("unit_changed", "major", "units", {"id": "ug/m3"}, "expression", "microgram"),
    ("value_revised", "minor", "cross_checks", PARKS, "printed", "1101个"),
    ("value_revised", "minor", "cross_checks", PARKS, "verdict", "differs"),
    ("meaning_changed", "major", "observations", CITY, "status", "target"),
    ("meaning_changed", "major", "observations", CITY, "period", "2023"),
    ("meaning_changed", "major", "observations", CITY, "base_kind", "national"),
    ("meaning_changed", "major", "indicators", {"id": PM}, "definition", "Mean of the heating season."),
    ("meaning_changed", "major", "indicators", {"id": PM}, "timing", "end"),
    ("meaning_changed", "major", "areas", {"id": "CN-BJ"}, "parent", "CN"),
    ("wording", "patch", "observations", CITY, "note", "Read twice."),
    ("wording", "patch", "indicators", {"id": PM}, "name_en", "Fine particles"),
    ("wording", "patch", "indicators", {"id": PM}, "keywords", "haze;霾"),
    ("wording", "patch", "anomalies", SCIENTISTS, "what", "Scientists are counted in person-times."),
    ("wording", "patch", "units", {"id": "ug/m3"}, "symbol", "ug m-3"),
]


def compared(*edits: Edit, version: str = "0.2.0") -> Difference:
    """What the edits change from one release to the next."""
    return bps.diff(OLD, release(version, *edits))


def kinds(difference: Difference) -> list[tuple[str, str, str, str]]:
    """The changes without the cells."""
    return [(each.kind, each.resource, each.id, each.new_id) for each in difference.changes]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "step", "resource", "key", "column", "text"), CELLS)
def test_a_changed_cell_is_of_the_kind_of_its_column(
    kind: str, step: str, resource: str, key: dict[str, str], column: str, text: str
) -> None:
    """A changed cell is one change, with the text before and after, of the kind and step that its column has."""
    changes = compared(put(resource, key, **{column: text})).changes
    (found,) = (each for each in changes if (each.resource, each.column) == (resource, column))
    assert (found.kind, found.step, found.after, found.id) == (kind, step, text, found.new_id)
    assert found.before != text
    assert {each.kind for each in changes} == {kind}


@pytest.mark.parametrize(("kind", "step", "resource", "key", "column", "text"), CELLS)
def test_a_column_decides_what_a_change_of_it_means(
    kind: str, step: str, resource: str, key: dict[str, str], column: str, text: str
) -> None:
    """The kind of a change follows from resource and column, and the step from the kind, whatever the texts are."""
    assert kind_of_change(resource, column, "", text) == kind_of_change(resource, column, text, "") == kind
    change = Change(kind=kind, resource=resource, id=str(key), new_id=str(key), column=column)
    assert (change.step, change.__replace__(new_id="other").step) == (step, "major")
    assert change.__replace__(new_id="").step == change.__replace__(id="").step == step


def test_every_kind_has_its_step() -> None:
    """The cells above and the rows below bring every kind there is."""
    assert {kind for kind, *_ in CELLS} | {"added", "restated", "removed", "renamed"} == {*ASKED}


def test_a_unit_that_changes_is_said_of_each_figure_in_it() -> None:
    """The figures of an indicator whose unit changes are not what they were: each is named."""
    changes = compared(put("indicators", {"id": PM}, unit="percent")).changes
    figures = [each.id for each in OLD.indicator(PM).observations]
    assert [each.id for each in changes if each.resource == "observations"] == figures


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mean, OVER the year", "wording"),
        ("Mean over the  year.", "wording"),
        ("Median over the year.", "meaning_changed"),
    ],
)
def test_a_definition_in_other_words_is_another_meaning(text: str, kind: str) -> None:
    """Case, white space and the signs between words are wording; any other word is taken for another meaning."""
    before = release("0.1.0", put("indicators", {"id": PM}, definition="Mean over the year."))
    after = release("0.2.0", put("indicators", {"id": PM}, definition=text))
    assert [each.kind for each in bps.diff(before, after).changes] == [kind]


def test_a_further_mention_is_a_change_of_where_the_figure_stands() -> None:
    """A mention is no row of its own: it changes where its observation is found in the source."""
    difference = compared(add("mentions", observation=FIGURE, locator="s0.p1", ordinal="1"))
    (found,) = difference.changes
    assert difference.objections == ()
    assert (found.kind, found.id, found.column, found.step) == ("source_changed", FIGURE, "mentions", "minor")
    assert "s0.p1#1" in found.after.split(";")


def test_a_cell_without_a_number_is_empty() -> None:
    """A figure that becomes a range had an empty upper end before."""
    mean = OLD.indicator(PM)
    figures = tuple(each.replace(upper=31) if each.id == FIGURE else each for each in mean.observations)
    indicators = tuple(mean.replace(observations=figures) if each.id == PM else each for each in OLD.indicators)
    (found,) = bps.diff(OLD, OLD.replace(indicators=indicators)).changes
    assert (found.column, found.before, found.after) == ("upper", "", "31")


def test_a_row_without_an_id_is_found_by_its_key() -> None:
    """A row that has no id is the same row by the key of its resource, whatever else of it changes."""
    changes = compared(
        put("cross_checks", PARKS, verdict="differs"),
        put("paragraphs", {"locator": "s6.2.p1"}, sha256="0" * 64),
        put("numerals", {"locator": "s2.1.p3", "ordinal": "1"}, token="9"),
    ).changes
    assert {(each.kind, each.resource, each.column) for each in changes} == {
        ("value_revised", "cross_checks", "verdict"),
        ("source_changed", "paragraphs", "sha256"),
        ("source_changed", "numerals", "token"),
    }
    assert {each.id for each in changes} >= {"s6.2.p1", "s2.1.p3 1"}


def test_rows_that_come_and_go() -> None:
    """A figure that comes is MINOR, one that goes MAJOR; with an indicator go its figures."""
    came = compared(copy("observations", FIGURE, id=f"{PM}:CN-BJ:2025", period="2025"))
    assert kinds(came) == [("added", "observations", "", f"{PM}:CN-BJ:2025")]
    assert came.step == "minor"
    went = compared(remove(FIGURE))
    assert ("removed", "observations", FIGURE, "") in kinds(went)
    assert went.step == "major"
    gone = {each.id for each in compared(remove(FOREST)).changes if each.kind == "removed"}
    assert gone >= {FOREST, *(each.id for each in OLD.indicator(FOREST).observations)}


def test_a_renamed_id_is_the_same_thing_by_the_word_of_the_aliases() -> None:
    """With its aliases a renamed indicator is renamed and nothing else, wherever it stands; without them, it went."""
    new = "environment.pm2_5_mean"
    figures = [each.id for each in OLD.indicator(PM).observations]
    aliases = [alias("observation", id_, id_.replace(PM, new)) for id_ in figures]
    renamed = compared(rename(PM, new), alias("indicator", PM, new), *aliases, version="1.0.0")
    found = [each for each in kinds(renamed) if each[1] != "aliases"]
    assert found == [
        *(("renamed", "observations", id_, id_.replace(PM, new)) for id_ in figures),
        ("renamed", "indicators", PM, new),
    ]
    ids = [each for each in renamed.changes if each.kind == "renamed"]
    assert {("id", each.id, each.new_id) for each in ids} == {(each.column, each.before, each.after) for each in ids}
    assert (renamed.step, renamed.objections) == ("major", ())
    unsaid = compared(rename(PM, new), version="1.0.0")
    assert {("removed", "indicators", PM, ""), ("added", "indicators", "", new)} <= {*kinds(unsaid)}
    assert {each for each in unsaid.objections if f"'{PM}'" in each}


def test_a_renamed_indicator_in_a_list_is_no_change() -> None:
    """A statement that lists an indicator under its former id and then under its new one has not changed."""
    new = "environment.forests"
    listing = put("statements", SKIES, indicators=f"{PM};{FOREST}")
    before = release("0.1.0", listing)
    renamed = put("statements", SKIES, indicators=f"{PM};{new}")
    after = release("1.0.0", listing, rename(FOREST, new), alias("indicator", FOREST, new), renamed)
    assert not [each for each in bps.diff(before, after).changes if each.resource == "statements"]


def test_an_alias_of_an_earlier_release_is_no_change() -> None:
    """A release that keeps an alias of the one before differs in nothing, although the alias names an id as renamed."""
    said = [rename(FOREST, "environment.forests"), alias("indicator", FOREST, "environment.forests")]
    assert bps.diff(release("1.0.0", *said), release("1.0.1", *said)).changes == ()


def test_another_bound_is_found_although_the_id_says_it() -> None:
    """An observation that went and one that came, alike but for the bound, are one whose bound changed: both ids."""
    new = f"{FIGURE}:gt"
    edits = [rename(FIGURE, new), put("observations", {"id": new}, bound="gt", printed="超过30.5微克/米3")]
    (bound, printed) = compared(*edits).changes
    assert (bound.kind, bound.id, bound.new_id, bound.before, bound.after) == (
        "bound_changed",
        FIGURE,
        new,
        "exact",
        "gt",
    )
    assert (printed.kind, printed.id, printed.new_id) == ("value_revised", FIGURE, new)
    assert bound.step == "major"
    said = [alias("observation", FIGURE, new), erratum(new, "bound", "exact", "gt", "1.0.0")]
    said.append(erratum(new, "printed", "30.5微克/米3", "超过30.5微克/米3", "1.0.0"))
    recorded = compared(*edits, *said, version="1.0.0")
    assert [each for each in recorded.changes if each.resource == "observations"] == [bound, printed]
    assert recorded.objections == ()


def test_a_bound_beside_an_exact_figure_is_a_figure_of_its_own() -> None:
    """A thing printed twice with different force: where one of the two goes, it went."""
    target = f"{FIGURE}:lt"
    before = release("0.1.0", copy("observations", FIGURE, id=target, bound="lt"))
    assert kinds(bps.diff(before, OLD)) == [("removed", "observations", target, "")]


@pytest.mark.parametrize("indicator", [PM, "environment.pm2_5_mean"])
def test_a_bound_changes_while_the_indicator_is_renamed(indicator: str) -> None:
    """Of two figures alike but for the bound, one gets another bound: it is found, also if its indicator is renamed."""
    less = copy("observations", FIGURE, id=f"{FIGURE}:lt", bound="lt")
    figure = f"{FIGURE.replace(PM, indicator)}:gt"
    edits = [less, rename(f"{FIGURE}:lt", figure), put("observations", {"id": figure}, bound="gt")]
    if indicator != PM:
        ids = [each.id for each in OLD.indicator(PM).observations]
        aliases = [alias("observation", id_, id_.replace(PM, indicator)) for id_ in ids]
        edits += [rename(PM, indicator), alias("indicator", PM, indicator), *aliases]
    found = bps.diff(release("0.1.0", less), release("1.0.0", *edits)).changes
    (bound,) = (each for each in found if each.id == f"{FIGURE}:lt")
    assert (bound.kind, bound.new_id) == ("bound_changed", figure)
    assert not [each for each in found if each.resource != "aliases" and each.kind in ("added", "removed")]


def test_a_bound_of_one_publisher_is_not_that_of_another() -> None:
    """A figure whose bound changed is found although a further publisher's figure with that bound comes."""
    one, other = "bj_ecology_bureau_air_2024", "people_cn_ecology_2024"
    less, more = f"{FIGURE}:lt:{one}", f"{FIGURE}:gt:{one}"
    of_one = copy("observations", FIGURE, id=less, bound="lt", source=one)
    of_other = copy("observations", FIGURE, id=f"{FIGURE}:gt:{other}", bound="gt", source=other)
    after = release("1.0.0", of_one, rename(less, more), put("observations", {"id": more}, bound="gt"), of_other)
    assert kinds(bps.diff(release("0.1.0", of_one), after)) == [
        ("bound_changed", "observations", less, more),
        ("added", "observations", "", f"{FIGURE}:gt:{other}"),
    ]


def test_unit_definitions_are_compared_name_by_name() -> None:
    """What a unit is made of changes its meaning; another name for it is a name that came."""
    person = next(each for each in OLD.unit_registry if each.startswith("person ="))
    others = tuple(each for each in OLD.unit_registry if each is not person)
    named = OLD.__replace__(_definitions=(*others, f"{person} = soul"))
    assert kinds(bps.diff(OLD, named)) == [("added", "unit_registry", "", "soul")]
    other = OLD.__replace__(_definitions=(*others, "person = 2 * household"))
    assert {(each.kind, each.step) for each in bps.diff(OLD, other).changes if each.id == "person"} == {
        ("unit_changed", "major")
    }


def test_the_name_of_the_package_never_changes() -> None:
    """Another name is another package, and so is one about another area: nothing asks for a greater step."""
    for column, text in (("name", "figures"), ("headline_area", "CN-TJ")):
        (change,) = bps.diff(OLD, OLD.__replace__(**{column: text})).changes
        assert (change.resource, change.column, change.step) == ("datapackage", column, "major")


def test_order_is_not_compared() -> None:
    """The same rows in another order are the same."""
    assert bps.diff(OLD, OLD.__replace__(indicators=OLD.indicators[::-1], areas=OLD.areas[::-1])).changes == ()


def test_every_collection_of_a_package_is_compared() -> None:
    """Whatever a package collects, a comparison says when all of it goes."""
    full = release("0.1.0", alias("indicator", "environment.pm1", ""), erratum(FIGURE, "value", "30", "30.5"))
    collections = {name for name, value in full.as_dict().items() if isinstance(value, tuple)}
    for name in collections:
        gone = bps.diff(full, full.__replace__(**{name: ()})).changes
        assert {each.resource for each in gone if each.kind == "removed"} >= {name}
        assert len([each for each in gone if each.resource == name]) == len(getattr(full, name))


def test_a_change_says_itself() -> None:
    """The sentence of a change names the resource, the id, and what was and is."""
    (change,) = compared(put("observations", CITY, value="30.6")).changes
    assert change.sentence == f"observations {FIGURE}: value revised: value from '30.5' to '30.6'"
    assert compared(remove(FIGURE)).changes[0].sentence == f"observations {FIGURE}: removed"


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"kind": "added", "id": ""}, "observations b: added"),
        ({"kind": "renamed", "column": "id", "before": "a", "after": "b"}, "observations a: renamed 'b'"),
        (
            {"kind": "bound_changed", "column": "bound", "before": "exact", "after": "gt"},
            "observations a: bound changed: bound from 'exact' to 'gt', and the id 'b'",
        ),
        (
            {"kind": "restated", "id": "", "column": "value", "before": "1", "after": "2"},
            "observations b: restated: value from '1' to '2'",
        ),
    ],
)
def test_the_sentence_names_another_id(cells: dict[str, Any], sentence: str) -> None:
    """A row that came is named by its id; a row whose id changed by the former one, and the new one is told."""
    assert Change(**{"resource": "observations", "id": "a", "new_id": "b"} | cells).sentence == sentence


def test_an_objection_names_the_first_change_that_asks_for_the_step() -> None:
    """The objection to a version has both versions, their step, the step that is asked for, and why."""
    wording, added, removed = (
        Change(kind="wording", resource="areas", id="a", new_id="a"),
        Change(kind="added", resource="areas", id="", new_id="b"),
        Change(kind="removed", resource="areas", id="c", new_id=""),
    )
    difference = Difference(old="1.2.3", new="1.2.4", changes=(wording, added, added), unrecorded=("aliases: one",))
    least = "version: found '1.2.4' after '1.2.3', a step of patch, expected minor"
    assert difference.objections == (f"{least}, since areas b: added", "aliases: one")
    assert (difference.step, difference.declared) == ("minor", "patch")
    assert difference.__replace__(changes=(wording, removed, added)).step == "major"
    assert difference.__replace__(changes=(wording,)).objections == ("aliases: one",)


VALUES = {"value": (30.5, 31, 0.00001), "bound": ("exact", "gt"), "note": ("", "Read twice.")}
TEXTS = ("Mean over the year.", "mean over the year", "Median over the year.")


@st.composite
def packages(draw: st.DrawFn) -> bps.DataPackage:
    """A small package: a few indicators of the bundled one, some with another unit, other words, or other figures."""
    indicators = []
    for each in OLD.indicators[:4]:
        if not draw(st.booleans()):
            continue
        unit = draw(st.sampled_from([each.unit, "person"]))
        observations = tuple(
            figure.__replace__(
                unit=unit,
                id=f"{each.id}:{number}",
                period=str(2020 + number),
                **{name: draw(st.sampled_from(those)) for name, those in VALUES.items()},
            )
            for number, figure in enumerate((*each.observations, *each.observations))
            if draw(st.booleans())
        )
        definition = draw(st.sampled_from(TEXTS))
        indicators.append(each.__replace__(unit=unit, definition=definition, observations=observations))
    few = {"numerals": (), "paragraphs": (), "identities": (), "units": OLD.units[:2]}
    return OLD.__replace__(indicators=tuple(indicators), _definitions=(), **few)


@given(packages())
def test_nothing_differs_from_itself(package: bps.DataPackage) -> None:
    """A package compared with itself has no change, and asks for no step."""
    difference = bps.diff(package, package)
    assert (difference.changes, difference.step, difference.objections) == ((), "none", ())


@given(packages(), packages())
def test_equal_is_what_does_not_differ(one: bps.DataPackage, other: bps.DataPackage) -> None:
    """Two packages with their rows in one order are equal exactly where nothing changed between them."""
    assert (one == other) == (not bps.diff(one, other).changes)


@given(packages(), packages())
def test_what_comes_on_the_way_there_goes_on_the_way_back(one: bps.DataPackage, other: bps.DataPackage) -> None:
    """Turned round, what was added is removed, and every cell has its texts exchanged."""
    turned = {"added": "removed", "removed": "added"}

    def facts(difference: Difference) -> set[tuple[str, ...]]:
        return {(each.kind, each.resource, each.id, each.new_id, each.column, each.before, each.after)
                for each in difference.changes}  # fmt: skip

    back = {(turned.get(kind, kind), resource, new_id, id_, column, after, before)
            for kind, resource, id_, new_id, column, before, after in facts(bps.diff(other, one))}  # fmt: skip
    assert facts(bps.diff(one, other)) == back


@pytest.mark.slow
@given(packages(), packages(), packages())
def test_a_way_round_asks_for_no_smaller_step(
    first: bps.DataPackage, second: bps.DataPackage, third: bps.DataPackage
) -> None:
    """From one release to the third asks for no more than the greater of the two steps between."""
    straight, *legs = (
        STEPS.index(bps.diff(old, new).step) for old, new in ((first, third), (first, second), (second, third))
    )
    assert straight <= max(legs)


@given(packages(), packages())
def test_a_further_change_never_asks_for_less(one: bps.DataPackage, other: bps.DataPackage) -> None:
    """The step of a difference grows with its changes, and is that of one of them."""
    difference = bps.diff(one, other)
    steps = [
        STEPS.index(difference.__replace__(changes=difference.changes[:count]).step)
        for count in range(len(difference.changes) + 1)
    ]
    assert steps == sorted(steps)
    assert difference.step in {"none", *(each.step for each in difference.changes)}


VERSIONS = st.tuples(*[st.integers(0, 12)] * 3)


@given(VERSIONS, VERSIONS)
def test_the_declared_step_is_the_first_number_that_grew(old: tuple[int, ...], new: tuple[int, ...]) -> None:
    """A version that steps in its n-th number declares that step; one that stays or goes back declares none."""
    texts = [".".join(map(str, each)) for each in (old, new)]
    assert read_version(texts[0]) == old
    expected = (
        "none"
        if new <= old
        else ("major", "minor", "patch")[[a == b for a, b in zip(old, new, strict=True)].index(False)]
    )
    assert step_between(*texts) == expected


@pytest.mark.parametrize("text", ["", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "1.0.x", "１.0.0"])
def test_what_is_no_version_declares_nothing(text: str) -> None:
    """A text that is not three numbers declares no step, before or after a version."""
    assert step_between(text, "1.0.0") == step_between("1.0.0", text) == "none"


REVISED = put("observations", CITY, value="30.6", printed="30.6微克/米3")
ERRATA = [erratum(FIGURE, "value", "30.5", "30.6"), erratum(FIGURE, "printed", "30.5微克/米3", "30.6微克/米3")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edits", "asked"),
    [
        ([put("indicators", {"id": PM}, name_en="Fine particles")], "0.1.1"),
        ([REVISED, *ERRATA], "0.2.0"),
        ([copy("observations", FIGURE, id=f"{PM}:CN-BJ:2025", period="2025")], "0.2.0"),
        ([put("indicators", {"id": PM}, timing="end")], "1.0.0"),
    ],
)
def test_a_version_may_step_further_than_asked_and_not_less(edits: list[Edit], asked: str) -> None:
    """Of the versions one could take, the rule objects to exactly those that step less than the changes ask for."""
    objected = [
        version
        for version in ("0.0.9", "0.1.0", "0.1.1", "0.2.0", "1.0.0")
        if any(each.startswith("version: ") for each in compared(*edits, version=version).objections)
    ]
    assert objected == [each for each in ("0.0.9", "0.1.0", "0.1.1", "0.2.0", "1.0.0") if each < asked]


def test_a_figure_that_changed_needs_an_erratum_for_each_cell() -> None:
    """A revised figure is objected to until errata of that release say what each cell was and is."""
    assert compared(REVISED, *ERRATA).objections == ()
    assert len(compared(REVISED).objections) == 2
    (missing,) = compared(REVISED, ERRATA[0]).objections
    assert missing.startswith("errata: found no correction, expected one in 0.2.0")
    assert "printed from '30.5微克/米3' to '30.6微克/米3'" in missing
    assert len(compared(REVISED, ERRATA[1], erratum(FIGURE, "value", "30.4", "30.6")).objections) == 1


@pytest.mark.parametrize("column", ["source", "period", "status"])
def test_what_a_figure_says_of_itself_is_part_of_it(column: str) -> None:
    """Period, source and the like of a published figure change by an erratum too; a note does not need one."""
    cells = {"source": "n22", "period": "2023", "status": "target"}
    changed = put("observations", CITY, **{column: cells[column]})
    before = {"source": "n21", "period": "2024", "status": "actual"}[column]
    assert len(compared(changed, version="1.0.0").objections) == 1
    assert compared(changed, erratum(FIGURE, column, before, cells[column], "1.0.0"), version="1.0.0").objections == ()
    assert compared(put("observations", CITY, note="Read twice."), version="0.1.1").objections == ()


def test_an_erratum_needs_a_figure_that_changed() -> None:
    """A correction that nothing changed by is objected to."""
    (found,) = compared(erratum(FIGURE, "value", "30.4", "30.5")).objections
    assert found == f"errata: found value of {FIGURE} from '30.4' to '30.5', but that cell did not change"


def test_a_correction_of_a_figure_that_came_or_went_is_no_change() -> None:
    """A correction of a figure that only one of two releases has is not compared: there is nothing to compare it to."""
    new = f"{PM}:CN-BJ:2025"
    came = copy("observations", FIGURE, id=new, period="2025")
    corrected = erratum(new, "value", "30.4", "30.5", "0.3.0")
    assert compared(came, corrected, version="0.3.0").objections == ()
    went = compared(remove(FIGURE), alias("observation", FIGURE), erratum(FIGURE, "value", "30.4", "30.5", "0.3.0"),
                    version="1.0.0")  # fmt: skip
    assert went.objections == ()


def test_a_change_over_several_releases_is_the_sum_of_its_corrections() -> None:
    """Between releases further apart the errata of all between count, from the first text to the last."""
    twice = [erratum(FIGURE, "value", "30.5", "30.4"), erratum(FIGURE, "value", "30.4", "30.6", "0.3.0")]
    later = release("0.3.0", put("observations", CITY, value="30.6"), *twice)
    assert bps.diff(OLD, later).objections == ()
    between = release("0.2.0", put("observations", CITY, value="30.4"), twice[0])
    assert bps.diff(OLD, between).objections == bps.diff(between, later).objections == ()


def test_an_id_that_went_needs_an_alias() -> None:
    """A published indicator or observation that is there no more needs an alias that says what became of it."""
    gone = [FIGURE, *(each.id for each in OLD.indicator(FOREST).observations), FOREST]
    edits = [remove(FIGURE), remove(FOREST)]
    objections = compared(*edits, version="1.0.0").objections
    assert [each.split("'")[1] for each in objections if each.startswith("aliases: ")] == gone
    expected = f"aliases: found no row for {FOREST!r}, expected one for a published id that is no longer in use"
    assert expected in objections
    aliases = [alias("indicator" if ":" not in id_ else "observation", id_) for id_ in gone]
    assert compared(*edits, *aliases, version="1.0.0").objections == ()


def test_paths_are_read(tmp_path: Path) -> None:
    """Packages and their paths, folder or descriptor, give the same comparison."""
    old, new = publish(tmp_path / "old", "0.1.0"), publish(tmp_path / "new", "0.2.0", REVISED)
    expected = bps.diff(bps.load(old), bps.load(new))
    assert bps.diff(old, str(new / "datapackage.json")) == expected
    assert len(expected.changes) == 2
    with pytest.raises(bps.DataPackageError):
        bps.diff(OLD, tmp_path / "nowhere")


def test_a_package_may_do_without_a_record(tmp_path: Path) -> None:
    """A package without errata and aliases as resources is read and compared as one that has none."""
    folder = publish(tmp_path, "0.1.0")
    whole = bps.load(folder)
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    descriptor["resources"] = [each for each in descriptor["resources"] if each["name"] not in ("errata", "aliases")]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    bare = bps.load(folder)
    assert (bare.errata, bare.aliases) == ((), ())
    assert bps.diff(bare, whole).changes == ()
    assert bps.check(folder) == []


def test_one_version_and_one_fingerprint_everywhere() -> None:
    """Library and data have one version, and the fingerprint is that of the descriptor that is shipped."""
    descriptor = bundled_bytes("datapackage.json")
    assert bps.__version__ == bps.data_version == bps.bundled().version == json.loads(descriptor)["version"]
    assert bps.data_sha256 == hashlib.sha256(descriptor).hexdigest()


def test_the_rows_that_are_missing_make_the_record_whole() -> None:
    """Pasted with a reason, the rows that a comparison asks for are all that it asked for."""
    new = f"{PM}:CN-BJ:2024:gt"
    edits = [
        rename(FIGURE, new),
        put("observations", {"id": new}, bound="gt", printed="超过30.5微克/米3"),
        remove(FOREST),
    ]
    asked = compared(*edits, version="1.0.0")
    rows = asked.missing_rows(date(2027, 1, 2))
    assert [(row["column"], row["before"], row["after"], row["date"], row["reason"]) for row in rows["errata"]] == [
        ("bound", "exact", "gt", "2027-01-02", ""),
        ("printed", "30.5微克/米3", "超过30.5微克/米3", "2027-01-02", ""),
    ]
    assert {(row["id"], row["fate"], row["successor"]) for row in rows["aliases"]} >= {
        (FIGURE, "renamed", new),
        (FOREST, "removed", ""),
    }
    assert rows["errata"][0].keys() == {*CONTRACT["errata"].columns}
    assert (rows["errata"][0]["observation"], rows["errata"][0]["release"]) == (new, "1.0.0")
    assert {(row["kind"], row["since"], row["note"]) for row in rows["aliases"]} == {
        ("observation", "1.0.0", ""),
        ("indicator", "1.0.0", ""),
    }
    assert asked.missing_rows()["errata"][0]["date"] >= date(2026, 1, 1).isoformat()
    pasted = [add(name, **row) for name, each in rows.items() for row in each]
    whole = compared(*edits, *pasted, version="1.0.0")
    assert (whole.unrecorded, whole.missing_rows()) == ((), {})


def test_a_row_begins_where_the_last_correction_ended() -> None:
    """A correction that did not go far enough is continued and not written over."""
    done = erratum(FIGURE, "printed", "30.5微克/米3", "30.6微克/米3", "0.2.0")
    asked = compared(put("observations", {"id": FIGURE}, printed="30.7微克/米3"), done)
    (row,) = asked.missing_rows()["errata"]
    assert (row["before"], row["after"]) == ("30.6微克/米3", "30.7微克/米3")


def test_a_row_begins_at_the_published_text_where_a_correction_did_not() -> None:
    """A correction that names another text than was published is no beginning: the row says the whole change."""
    wrong = erratum(FIGURE, "value", "30.4", "30.6")
    (row,) = compared(put("observations", CITY, value="30.7"), wrong).missing_rows()["errata"]
    assert (row["before"], row["after"]) == ("30.5", "30.7")
