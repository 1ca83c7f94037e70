"""Exact arithmetic: the decimal context of a caller neither matters nor changes."""

from __future__ import annotations

from decimal import ROUND_UP, Context, Decimal, Inexact, getcontext, localcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import beijing_public_services as bps
from beijing_public_services.notation.decimals import with_exact_decimals

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "2024年北京市PM2.5年均浓度为30.5微克/立方米，森林覆盖率44.9%。"
ASKED: dict[str, Callable[[Path], object]] = {
    "check": lambda _: bps.check(),
    "verify": lambda _: bps.verify("environment.pm2_5_annual_mean", "30.449 µg/m3"),
    "verify_text": lambda _: bps.verify_text(TEXT),
    "assert_published": lambda _: bps.assert_published("environment.pm2_5_annual_mean", 30.49),
    "interval": lambda _: [each.interval for each in bps.bundled().observations],
    "export": lambda folder: [
        path.read_bytes() for path in bps.export(bps.bundled(), folder / "figures.csv", overwrite=True)
    ],
    "read_printed": lambda _: bps.read_printed("9153.3亿元").value,
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_the_decimal_context_of_a_caller_does_not_matter(ask: Callable[[Path], object], tmp_path: Path) -> None:
    """What is answered is the same in a context of few digits, other rounding and traps, which stays as it was."""
    expected = ask(tmp_path)
    with localcontext(Context(prec=2, rounding=ROUND_UP, Emax=9, Emin=-9, traps=[Inexact])):
        before = repr(getcontext())
        assert ask(tmp_path) == expected
        assert repr(getcontext()) == before


def test_a_wrapped_function_computes_exactly_and_leaves_the_context() -> None:
    """A wrapped function keeps its name and its arguments, and computes with 1000 digits in any context of a caller."""

    @with_exact_decimals
    def quotient(one: int, *, by: int) -> tuple[Decimal, int]:
        getcontext().rounding = ROUND_UP
        return Decimal(one) / by, getcontext().prec

    with localcontext(Context(prec=2, traps=[Inexact])) as context:
        assert quotient(1, by=8) == (Decimal("0.125"), 1000)
        assert getcontext() is context
        assert context.rounding != ROUND_UP
    assert quotient(1, by=3)[0] == Decimal(f"0.{'3' * 999}4")
    assert quotient.__name__ == "quotient"
