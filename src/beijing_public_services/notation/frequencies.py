"""The kinds of periods that figures hold for."""

from __future__ import annotations

from typing import Literal

Frequency = Literal["year", "quarter", "month", "day", "span", "undated"]
