"""Laws of the tutorial notebook: it runs from top to bottom, each step shows a result, and no output is kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.checkout import DOCS, environment
from tests.support.libraries import require

NOTEBOOK = DOCS / "notebooks" / "tutorial.ipynb"
EXECUTE = """\
import sys, nbclient, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": sys.argv[2]}}).execute()
nbformat.write(notebook, sys.argv[3])
"""
STEPS = (
    "bps.search(",
    "bps.figures.",
    ".best()",
    ".plot(",
    "bps.to_frame(",
    "bps.verify(",
    "bps.verify_text(",
    "bps.cite(",
)


def cells(path: Path) -> list[dict[str, Any]]:
    """The code cells of a notebook."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in document["cells"] if cell["cell_type"] == "code"]


def test_a_notebook_is_kept_without_outputs() -> None:
    """The file holds no output, no count of runs and no path of a machine, and shows each step of the tutorial."""
    source = "".join("".join(cell["source"]) for cell in cells(NOTEBOOK))
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(NOTEBOOK))
    assert all(step in source for step in STEPS)
    assert not [word for word in ("/home/", "/Users/", "C:\\") if word in NOTEBOOK.read_text(encoding="utf-8")]
    assert NOTEBOOK.stat().st_size < 10_000


@pytest.mark.slow
def test_a_notebook_runs(tmp_path: Path) -> None:
    """Every cell runs without an error or a warning, and shows its result as HTML, a picture or text."""
    for name in ("nbclient", "nbformat", "ipykernel", "vl_convert"):
        require(name)
    done = tmp_path / "done.ipynb"
    command = [sys.executable, "-c", EXECUTE, str(NOTEBOOK), str(tmp_path), str(done)]
    subprocess.run(command, env=environment(), check=True, capture_output=True, text=True, timeout=600)
    for cell in cells(done):
        assert [each["output_type"] for each in cell["outputs"]] == ["execute_result"], cell["source"]
    shown = [cell["outputs"][0]["data"] for cell in cells(done)]
    assert sum("text/html" in each for each in shown) >= len(shown) - 2
    words = json.dumps(shown, ensure_ascii=False)
    for text in ("30.5微克/米3", "&gt; 900,000,000,000 CNY", "4.1%", "✗ mismatch", "bound dropped", "CC-BY-4.0"):
        assert text in words
