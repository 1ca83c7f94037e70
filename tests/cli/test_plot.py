"""The command `plot` writes what the function draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Run
from tests.support.libraries import Library

vl_convert = Library("vl_convert")


@pytest.fixture
def drawing() -> None:
    """Skip the test where the library that draws is not installed."""
    assert vl_convert.get_vegalite_versions()


@pytest.mark.usefixtures("drawing")
def test_plot_writes_a_picture_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    """The file is named on standard output, holds the chart, and is not written over without `--force`."""
    path = tmp_path / "pm25.svg"
    arguments = ("plot", "environment.pm2_5_annual_mean", "--area", "CN-BJ", "--lang", "zh", "-o", str(path))
    assert run(*arguments)[:2] == (0, f"{path}\n")
    assert "细颗粒物" in path.read_text(encoding="utf-8")
    assert run(*arguments)[0] == 2
    assert run(*arguments, "--force")[0] == 0


@pytest.mark.usefixtures("drawing")
def test_plot_draws_a_domain_of_a_package(run: Run, tmp_path: Path, package_copy: Path) -> None:
    """`--domain` draws each indicator of a domain, of another package too."""
    path = tmp_path / "education.html"
    arguments = ("--domain", "basic_education", "--package", str(package_copy), "--theme", "dark")
    assert run("plot", *arguments, "-o", str(path))[0] == 0
    assert path.read_text(encoding="utf-8").count("<figure") > 10


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 2),
        (("environment.pm2_5_annual_mean", "--domain", "environment"), 2),
        (("environment.pm2_5",), 1),
        (("--domain", "nature"), 1),
        (("environment.pm2_5_annual_mean", "--area", "CN-XX"), 1),
        (("environment.pm2_5_annual_mean", "--kind", "slope"), 2),
    ],
)
def test_plot_writes_nothing_where_there_is_nothing_to_draw(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """A command line that names nothing to draw ends with one line on standard error and no file."""
    found, out, err = run("plot", *arguments, "-o", str(tmp_path / "a.svg"))
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert [*tmp_path.iterdir()] == []
