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
    "gigawatt = 1000000000 * watt = GW = 吉瓦",
    "terawatt = 1000000000000 * watt = TW = 太瓦",
    "kilowatt_hour = 1000 * watt * hour = kWh = 千瓦时 = 度电",
    "megawatt_hour = 1000 * kilowatt_hour = MWh = 兆瓦时",
    "gigawatt_hour = 1000000 * kilowatt_hour = GWh = 吉瓦时",
    "terawatt_hour = 1000000000 * kilowatt_hour = TWh = 太瓦时",
    "celsius_degree = [bps_celsius_degree] = _ = 摄氏度",
    "twenty_foot_equivalent_unit = [bps_twenty_foot_equivalent_unit] = TEU = 标准箱 = 标箱",
)
OFFERED_ROWS = (  # the rows of units.csv for these, and for base units that the bundled package needs no row for
    ("tonne", "tonne", "t", "t", "吨", "tonne"),
    ("kilogram", "kilogram", "kg", "kg", "千克", "kilogram"),
    ("litre", "litre", "L", "L", "升", "litre"),
    ("permille", "permille", "{permille}", "permille", "千分比", "permille"),
    ("kilowatt", "kilowatt", "kW", "kW", "千瓦", "kilowatt"),
    ("megawatt", "megawatt", "MW", "MW", "兆瓦", "megawatt"),
    ("kilowatt_hour", "kilowatt_hour", "kW.h", "kWh", "千瓦时", "kilowatt hour"),
    ("megawatt_hour", "megawatt_hour", "MW.h", "MWh", "兆瓦时", "megawatt hour"),
    ("gigawatt_hour", "gigawatt_hour", "GW.h", "GWh", "吉瓦时", "gigawatt hour"),
    ("terawatt_hour", "terawatt_hour", "TW.h", "TWh", "太瓦时", "terawatt hour"),
    ("celsius_degree", "celsius_degree", "{celsius_degree}", "celsius_degree", "摄氏度", "celsius degree"),
    (
        "twenty_foot_equivalent_unit",
        "twenty_foot_equivalent_unit",
        "{twenty_foot_equivalent_unit}",
        "TEU",
        "标准箱",
        "twenty foot equivalent unit",
    ),
    ("meter", "meter", "m", "m", "米", "meter"),
    ("m3", "meter ** 3", "m3", "m³", "立方米", "cubic metre"),
    ("mg/m3", "milligram / meter ** 3", "mg/m3", "mg/m³", "毫克/立方米", "milligram per cubic metre"),
    ("hour", "hour", "h", "h", "小时", "hour"),
    ("day", "day", "d", "d", "天", "day"),
    ("month", "month", "mo", "mo", "月", "month"),
    ("year", "year", "a", "a", "年", "year"),
)
