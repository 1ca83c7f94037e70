"""What a sentence of a thing, a verb and a figure is about, word by word."""

from __future__ import annotations

import re

import pytest
from tests.support.prose import row

from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.context import Context
from beijing_public_services.verification.names import Names
from beijing_public_services.verification.paraphrases import Paraphrases
from beijing_public_services.verification.short_forms import MOST_SET_BEFORE, MOST_TOKENS, said_in_short, short_forms_of
from beijing_public_services.verification.subject import Subject

KNOWN = Paraphrases(
    names=(),
    texts={"rail": "rail length", "cars": "cars in use", "roads": "roads in use", "tracks": "tracks in use"},
    units={"rail": "km", "cars": "vehicle", "roads": "", "tracks": "km"},
    holding={},
    short={
        "long subway": "rail",
        "long 地铁": "rail",
        "used electric cars": "cars",
        "used cars": "cars",
        "used roads": "roads",
        "used tracks": "tracks",
    },
)


def found(said: str, figure: str = "", unit: str | None = None) -> str | None:
    """The indicator that a row of tokens is about in short, with the figure at `>`."""
    roles = said.split()
    place = next(place for place, role in enumerate(roles) if role[0] == ">")
    tokens = row(*("" if role == "_" else role.lstrip(">") for role in roles))
    claim = read_claim(figure) if figure else tokens[place].figure
    assert claim
    tokens[place] = tokens[place].__replace__(figure=claim.__replace__(unit=claim.unit if unit is None else unit))
    subject = said_in_short(Clause(tokens, Context("CN-BJ", 0), is_question=False, is_denied=False), place, KNOWN)
    if subject is None:
        return None
    (id_,) = subject.ids
    assert subject == Subject(text=KNOWN.texts[id_], ids=(id_,), mode="short", at=place)
    return id_


def test_the_short_forms_of_names() -> None:
    """A name that ends in a length or a number in use has the thing before it as short form, if it is the only one."""
    ids = {
        "subway length": ("a",),
        "地铁总长": ("a",),
        "cars in use": ("b",),
        "汽车保有量": ("b",),
        "road length": ("c", "d"),
    }
    ids |= {"总长": ("e",), " length": ("f",), "parks": ("g",), "桥长度": ("h",), "桥里程": ("i",)}
    assert short_forms_of(Names(ids=ids, pattern=re.compile("x"))) == {
        "long subway": "a", "long 地铁": "a", "used cars": "b", "used 汽车": "b"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "figure", "unit", "expected"),
    [
        ("unknown/subway /is >figure:5km", "", None, "rail"),
        ("unknown/the unknown/subway. /is >figure:5km /long.", "", None, "rail"),
        ("unknown/subway >figure:5km", "", None, None),
        ("unknown/tram /is >figure:5km", "", None, None),
        ("unknown/subway unknown/underground /is >figure:5km", "", None, None),
        ("unknown/地铁 unknown/线路 unknown/达 >figure:5km", "", None, "rail"),
        ("unknown/地铁 >figure", "超5公里", None, "rail"),
        ("unknown/地铁 >figure", "5公里", None, None),
        ("unknown/subway /is >figure", "5 m", "meter", "rail"),
        ("unknown/subway /is >figure", "5 minutes", None, None),
        ("unknown/cars /are >figure:5", "", "vehicle", "cars"),
        ("unknown/cars /are >figure:5", "", "km", None),
        ("unknown/cars /are >figure:5", "", "", None),
        ("unknown/roads /are >figure:5", "", "", "roads"),
        ("place:CN-BJ /has >figure", "5 Cars", "vehicle", "cars"),
        ("place:CN-BJ /has >figure", "5 million electric cars", "vehicle", "cars"),
        ("unknown/cars place:CN-BJ @when /has >figure:5", "", "vehicle", "cars"),
        *(
            (f"{other} unknown/subway /is >figure:5km", "", None, None)
            for other in ("and/the", "name:a/the", "category:a/the", "figure:5/the")
        ),
        ("verb/xx comma unknown/subway /is >figure:5km", "", None, None),
        ("verb/xx comma place:CN-BJ unknown/subway /is >figure:5km", "", None, "rail"),
        ("place:CN-BJ comma unknown/subway /is >figure:5km comma verb/xx", "", None, "rail"),
        ("place:CN-BJ /in comma unknown/subway /is >figure:5km", "", None, "rail"),
        ("place:CN-BJ comma >figure:5km /long unknown/subway", "", None, "rail"),
        ("place:CN-BJ unknown/subway >figure:5km /long comma verb/xx", "", None, "rail"),
        ("unknown/electric unknown/cars /are >figure:5", "", "vehicle", "cars"),
        ("unknown/tracks /are >figure:5km", "", None, None),
        ("@when comma unknown/subway /is >figure:5km", "", None, "rail"),
        ("unknown/subway /is >figure:5km comma verb/xx", "", None, None),
        ("place:CN-BJ unknown/subway /is >figure:5km comma verb/xx", "", None, "rail"),
        ("place:CN-BJ " + "@when " * (MOST_SET_BEFORE - 2) + "comma unknown/subway /is >figure:5km", "", None, "rail"),
        ("place:CN-BJ unknown/subway /is" + " unknown/line" * (MOST_TOKENS - 4) + " >figure:5km", "", None, "rail"),
    ],
)
def test_a_sentence_says_a_thing_and_its_figure(said: str, figure: str, unit: str | None, expected: str | None) -> None:
    """A thing, a verb and a figure in its unit are enough; a word more, another name, or no place in a part are not."""
    assert found(said, figure, unit) == expected
