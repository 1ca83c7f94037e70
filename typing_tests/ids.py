"""What type checkers must accept and reject: an ignore that hides no error is an error itself."""

from typing import assert_type

import beijing_public_services as bps

pm = bps.get_indicator("environment.pm2_5_annual_mean")
assert_type(pm, bps.Indicator)
assert_type(pm.value, float)
assert_type(bps.by_domain("environment"), tuple[bps.Indicator, ...])

bps.get_indicator("environment.pm25_annual_mean")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
bps.by_domain("enviroment")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bps.verify("environment.pm25_annual_mean", 1)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
bps.verify("air.pm2_5_annual_mean", 1, package=bps.load("."))
misspelt = bps.get_indikator  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
pm.value = 31.0  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
bps.Domain("a", "b", "c", "d")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
assert_type(pm.plot(area="CN-BJ", kind="line"), bps.Picture)
picture: bps.Picture = bps.plot(pm, theme="dark")
pm.plot(kind="pie")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert_type(bps.figures["environment.pm2_5_annual_mean"], bps.Indicator)
assert_type(bps.figures.environment.pm2_5_annual_mean, bps.Indicator)
bps.figures["environment.pm25_annual_mean"]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
unnamed = bps.figures.environment.pm25_annual_mean  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def named(text: str) -> float:
    """A plain string is no id until `is_indicator_id` has said so."""
    if bps.is_indicator_id(text):
        assert_type(text, bps.IndicatorId)
        return bps.get_indicator(text).value
    bps.get_indicator(text)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    return 0.0
