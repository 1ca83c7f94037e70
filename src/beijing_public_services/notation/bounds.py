"""How the signed value of a published figure limits the truth."""

from __future__ import annotations

from typing import Literal

Bound = Literal["exact", "gt", "ge", "lt", "le", "nearly", "about", "some_over", "between"]
