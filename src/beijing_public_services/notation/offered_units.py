"""Definitions of units that reports of other places need and the bundled data package does not."""

from __future__ import annotations

OFFERED = (
    "tonne = 1000000 * gram = t = metric_ton = 吨 = 公吨",
    "公斤 = 1000 * gram = _ = 千克",
    "litre = meter ** 3 / 1000 = L = liter = 升 = 公升",
    "permille = 0.001 = _ = 千分比",
    "watt = 1000 * gram * meter ** 2 / second ** 3 = W = 瓦 = 瓦特",
    "千瓦 = 1000 * watt",
    "megawatt = 1000000 * watt = MW = 兆瓦",
    "kilowatt_hour = 1000 * watt * hour = kWh = 千瓦时 = 度电",
    "megawatt_hour = 1000 * kilowatt_hour = MWh = 兆瓦时",
    "gigawatt_hour = 1000000 * kilowatt_hour = GWh = 吉瓦时",
    "terawatt_hour = 1000000000 * kilowatt_hour = TWh = 太瓦时",
    "celsius_degree = [bps_celsius_degree] = _ = 摄氏度",
    "twenty_foot_equivalent_unit = [bps_twenty_foot_equivalent_unit] = TEU = 标准箱 = 标箱",
)
