"""The commands that read the texts of reports: `FILE` for the first report, `ID=FILE` for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.editions import FIRST, LATER, PARTICLES, SECOND, VISITS, both_editions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_a_text_is_given_for_each_report(run: Run, tmp_path: Path) -> None:
    """`audit` and `refresh` read each text for its report; a wrong text is one line, a second one is refused."""
    package = both_editions(tmp_path / "yunzhou")
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    named = f"{LATER}={second}"
    assert run("audit", first, named, "--package", package)[0] == 0
    assert run("refresh", package, "--check", "--report", first, "--report", named)[0] == 0
    code, out, _ = run("audit", second, "--package", package)
    assert (code, len(out.splitlines())) == (1, 1)
    assert "this is not the report" in out
    code, _, err = run("audit", first, second, "--package", package)
    assert code == 2
    assert "a second text of the first report" in err
    code, _, err = run("audit", f"yearbook_2029={first}", "--package", package)
    assert code == 2
    assert f"'report', '{LATER}'" in err


def test_a_restated_figure_is_shown_with_what_it_was(run: Run, tmp_path: Path) -> None:
    """`show` says which figure a later report revises, with both reports; an unchanged one needs no word."""
    package = both_editions(tmp_path / "yunzhou")
    _, out, _ = run("show", VISITS, "--package", package)
    said = f"Revised: 2030 318.7万人次 in {LATER} (2032-03); report (2031-03) prints 320.5万人次"
    assert " ".join(out.split()).count(said) == 1
    assert "云州市公共服务年报（2031）" in "".join(out.split())
    _, out, _ = run("show", PARTICLES, "--package", package)
    assert "Revised" not in out
    assert "Unchanged" not in out
