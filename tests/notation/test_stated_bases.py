"""Laws of stated bases: the clause around a change says what it is compared with, another clause does not."""

from __future__ import annotations

import pytest

from beijing_public_services.notation.stated_bases import stated_base


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("货运量同比增长5%。", "增长5%", "previous_year"),
        ("与上年相比，货运量增长5%。", "增长5%", "previous_year"),
        ("两项同比分别上升2.9%、3.8%。", "3.8%", "previous_year"),
        ("货运量比2013年下降10%。", "下降10%", "fixed_year"),
        ("价格环比下降0.2%。", "下降0.2%", "previous_month"),
        ("就业率较上季度提高2个百分点。", "提高2个百分点", "previous_quarter"),
        ("Freight rose by 5% year on year.", "rose by 5%", "previous_year"),
        ("It rose 3% from a year earlier.", "rose 3%", "previous_year"),
        ("Prices fell 0.2% from the previous month.", "fell 0.2%", "previous_month"),
        ("Freight rose by 5% compared with 2013.", "rose by 5%", "fixed_year"),
        (
            "It was lower than in the third quarter but 6% higher than in the same quarter of 2030.",
            "6%",
            "previous_year",
        ),
        ("零售额同比增长4.0%，环比增长1.2%。", "增长1.2%", "previous_month"),
        ("货运量增长5%。", "增长5%", ""),
        ("客运量同比增长2%，货运量增长5%。", "增长5%", ""),
        ("Freight rose by 5%; visits fell 2% from a year earlier.", "rose by 5%", ""),
    ],
)
def test_the_clause_states_the_base(text: str, figure: str, kind: str) -> None:
    """The words of a figure's own clause say what it is compared with; those of other clauses do not."""
    at = text.index(figure)
    stated = stated_base(text, at, at + len(figure))
    assert (stated.kind if stated else "") == kind


def test_a_quarter_follows_a_quarter() -> None:
    """环比 is the quarter before if the text is about a quarter."""
    stated = stated_base("价格环比下降0.2%", 4, 10, "quarter")
    assert stated
    assert stated.kind == "previous_quarter"
