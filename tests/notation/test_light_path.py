"""Law of the light path: choosing among figures needs no reader of prose."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
import beijing_public_services as bps
best = [
    indicator.best(area=each.area, period=each.period, category=each.category)
    for indicator in bps.indicators() for each in indicator.observations if each.cross_checks
]
assert any(each.cross_check for each in best)
print([name for name in ("scanner", "draft", "claim", "english", "units")
       if f"beijing_public_services.notation.{name}" in sys.modules])
"""


def test_the_figure_to_rely_on_is_chosen_without_a_reader_of_prose() -> None:
    """`best` reads what other publications print, and neither scans prose for that nor loads pint."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
