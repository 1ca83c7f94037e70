"""The command line: what is printed where, and the exit codes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import click
import pytest
from rich.cells import cell_len
from tests.conftest import Run
from tests.support.checkout import DOCS, ROOT, environment
from tests.support.histories import alias, release

import beijing_public_services as bps
from beijing_public_services._install import install_command
from beijing_public_services.cli._commands import COMMANDS
from beijing_public_services.cli._framework import application


def flat(out: str) -> str:
    """What is printed on one line, as if the terminal were wide enough."""
    return re.sub(r"(?<=[\u3000-\u9fff])\n  |\n  (?=[\u3000-\u9fff])", "", out).replace("\n  ", " ")


def test_show_prints_the_figure_with_unit_bound_place_and_source(run: Run) -> None:
    """`show` gives each figure of an indicator with what it means and where it stands."""
    code, out, _ = run("show", "infrastructure.fixed_asset_investment")
    assert code == 0
    for part in (
        "Fixed-asset investment",
        "固定资产投资",
        "> 900 billion CNY",
        "超过9000亿元",
        "s4.p1",
        "n11: 深挖潜力稳增长",
    ):
        assert part in out


def test_show_names_the_statements_of_a_figure(run: Run) -> None:
    """`show` names the plans and events that an indicator's figures belong to, with their paragraph."""
    out = flat(run("show", "infrastructure.urban_renewal_supporting_policies")[1])
    assert "Instrument (s4.1.p1): Beijing Municipal Regulations on Urban Renewal · 北京市城市更新条例" in out


def test_show_says_what_a_change_is_relative_to(run: Run) -> None:
    """A change stands beside its base, a target is marked, and what the report leaves open is noted."""
    assert "(2013)" in run("show", "environment.pm2_5_annual_mean_fixed_base_growth")[1]
    assert "(target)" in run("show", "infrastructure.ageing_pipelines_renovated_length")[1]
    assert ": Nominal or real is not said." in flat(run("show", "infrastructure.fixed_asset_investment_growth")[1])


def test_json_is_the_record(run: Run) -> None:
    """`--json` prints the same as data, Chinese text unescaped."""
    code, out, _ = run("show", "environment.good_air_days", "--json")
    shown = json.loads(out)
    assert (code, shown["unit"], shown["observations"][0]["value"]) == (0, "calendar_day", 290)
    assert shown["observations"][0]["source"]["id"] == "n21"
    assert "优良天数" in out


def test_list_gives_every_indicator_or_those_of_a_domain(run: Run) -> None:
    """`list` has a line an indicator; `--domain` narrows it."""
    everything = json.loads(run("list", "--json")[1])
    education = json.loads(run("list", "--domain", "basic_education", "--json")[1])
    assert {each["domain"] for each in education} == {"basic_education"}
    assert [each for each in everything if each["domain"] == "basic_education"] == education


def test_search_finds_in_both_languages(run: Run) -> None:
    """A word in Chinese or English finds the indicator; nothing found is exit code 1."""
    for word in ("细颗粒物", "fine particulate", "PM2.5", "ＰＭ２．５"):
        assert "environment.pm2_5_annual_mean" in run("search", word)[1]
    assert run("search", "zebra", "crossing") == (1, "", "nothing matches 'zebra crossing'\n")
    assert run("search", "zebra crossing", "--json")[:2] == (1, "[]\n")


def test_chinese_words_may_have_spaces_between_them(run: Run) -> None:
    """What a joined Chinese phrase finds, its words find too."""
    for words in (("地铁", "长度"), ("轨道交通", "长度")):
        code, out, _ = run("search", *words)
        assert (code, out) == run("search", "".join(words))[:2]
        assert code == 0


def test_statements_are_listed_kind_by_kind_within_a_terminal(run: Run) -> None:
    """`statements` lists what was done, what is missing and what is to be done, in lines of at most 80 columns."""
    code, out, _ = run("statements", "--domain", "basic_education")
    headings = [out.index(each) for each in ("Instruments named", "What happened", "What is lacking", "What is to be")]
    assert (code, headings) == (0, sorted(headings))
    assert "北京市教育领域人工智能应用工作方案" in out
    assert max(map(cell_len, run("statements")[1].splitlines())) <= 80


def test_statements_are_narrowed_by_kind_and_word(run: Run) -> None:
    """`--kind` and words narrow the statements; JSON is the record; nothing that fits is exit code 1."""
    found = json.loads(run("statements", "fund", "--kind", "instrument", "--json")[1])
    assert {each["kind"] for each in found} == {"instrument"}
    assert "instrument.fund_infringement_measures" in [each["id"] for each in found]
    assert run("statements", "zebra crossing", "--json") == (1, "[]\n", "no statement fits\n")


def test_search_finds_statements_too(run: Run) -> None:
    """`search` prints the statements that hold the words behind the indicators that do; its JSON is of indicators."""
    assert "Beijing Municipal Regulations on Urban Renewal" in run("search", "城市更新")[1]
    assert run("search", "mediation centre")[0] == 0
    assert run("search", "mediation centre", "--json")[:2] == (1, "[]\n")


def test_an_unknown_id_suggests_the_nearest(run: Run) -> None:
    """What is not found is exit code 1 and one line with the nearest ids."""
    code, out, err = run("show", "environment.pm25_annual_mean")
    assert (code, out) == (1, "")
    assert "did you mean 'environment.pm2_5_annual_mean'" in err
    assert run("list", "--domain", "enviroment")[0] == 1


def test_check_is_silent_about_what_is_right(run: Run, package_copy: Path) -> None:
    """A package without faults is exit code 0, with faults 1, and no package at all 2."""
    code, out, err = run("check", package_copy)
    assert (code, out.startswith("No issues; "), err) == (0, True, "")
    observations = package_copy / "data" / "observations.csv"
    observations.write_bytes(observations.read_bytes().replace(b",30.5,exact", b",30.6,exact", 1))
    code, out, _ = run("check", package_copy)
    assert code == 1
    assert "found 30.6, expected 30.5, which '30.5微克/米3' says [values_match_the_printed_text]" in out
    report = json.loads(run("check", package_copy, "--json")[1])
    assert {"file", "row", "column", "rule", "message", "severity", "found", "expected"} == set(report["issues"][0])
    code, out, err = run("check", package_copy / "nowhere")
    assert (code, out) == (2, "")
    assert "nowhere" in err


def test_new_starts_a_package_that_check_accepts(run: Run, tmp_path: Path) -> None:
    """`new` gives a package with the name, title and source said, and refuses a folder that holds something."""
    target = tmp_path / "city"
    code, out, _ = run("new", target, "--name", "my-city", "--title", "My city", "--source", "A report")
    assert (code, str(target) in out) == (0, True)
    descriptor = json.loads((target / "datapackage.json").read_bytes())
    assert (descriptor["name"], descriptor["title"]) == ("my-city", "My city")
    assert descriptor["sources"] == [{"title": "A report"}]
    code, out, err = run("check", target)
    assert (code, out.startswith("No issues; "), err) == (0, True, "")
    code, out, err = run("new", target)
    assert (code, out) == (2, "")
    assert "expected a new path or an empty folder" in err


def test_refresh_says_what_was_stale(run: Run, package_copy: Path, tmp_path: Path) -> None:
    """`refresh` names the files it wrote, with `--check` what it would write and exit code 1; a report is a file."""
    assert run("refresh", package_copy) == (0, "Nothing is stale.\n", "")
    units = package_copy / "data" / "units.csv"
    units.write_bytes(units.read_bytes().replace(b",index\n", b",index number\n"))
    assert run("refresh", package_copy, "--check") == (1, "stale: datapackage.json\n", "")
    assert run("refresh", package_copy) == (0, "refreshed: datapackage.json\n", "")
    assert run("refresh", package_copy, "--check") == (0, "Nothing is stale.\n", "")
    assert run("refresh", package_copy, "--report", tmp_path / "none.md")[0] == 2
    assert run("refresh", tmp_path / "nowhere")[0] == 2


def test_audit_needs_a_report(run: Run, tmp_path: Path) -> None:
    """A report that is not the one is exit code 1, none at all 2."""
    other = tmp_path / "other.md"
    other.write_text("[s1.p1] 另一份报告。\n", encoding="utf-8")
    code, out, _ = run("audit", other)
    assert code == 1
    assert "data/paragraphs.csv" in out
    assert run("audit", tmp_path / "none.md")[0] == 2


def test_usage_errors_are_exit_code_2(run: Run) -> None:
    """A command line that cannot be understood could not run."""
    assert run("show")[0] == 2
    assert run("no-such-command")[0] == 2


def test_the_module_is_the_command() -> None:
    """`python -m beijing_public_services` is the same as the command."""
    ran = subprocess.run(
        [sys.executable, "-m", "beijing_public_services", "show", "environment.good_air_days"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "290个" in ran.stdout


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where click is missing the command names the extra on standard error and exits with 2."""
    from beijing_public_services.__main__ import main

    for name in [name for name in sys.modules if name.startswith("beijing_public_services.cli")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("beijing_public_services.cli")
    monkeypatch.setitem(sys.modules, "click", None)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert install_command("cli") in capsys.readouterr().err


def test_verify_answers_in_two_languages_and_exits_with_1_on_a_mismatch(run: Run) -> None:
    """A claim that is right is exit code 0, one that is wrong 1, with the slip and a sentence in either language."""
    right = run("verify", "environment.pm2_5_annual_mean", "30.5 µg/m3")
    assert right[0] == 0
    assert right[1].startswith("match: ")
    code, out, _ = run("verify", "environment.pm2_5_annual_mean", "38 µg/m3", "--lang", "zh")
    assert (code, out.startswith("不符（另一地区）：")) == (1, True)
    assert "该数值属于另一地区" in flat(out)
    verdict = json.loads(run("verify", "environment.pm2_5_annual_mean", "38 µg/m3", "--area", "CN-TJ", "--json")[1])
    assert (verdict["status"], verdict["observation"]["area"]) == ("match", "CN-TJ")
    assert run("verify", "environment.pm2_5_annual_mean", "")[0] == 1
    assert run("verify", "environment.pm2_5_annual_mean", "", "--allow-unverified")[0] == 0
    assert run("verify", "environment.no_such_thing", "1")[0] == 1


@pytest.mark.parametrize(
    ("option", "given", "nearest"),
    [("--area", "CN-BK", "CN-BJ"), ("--period", "20244", "2024"), ("--category", "technicain", "technician")],
)
def test_a_mistyped_choice_is_an_error_that_suggests_the_nearest(
    run: Run, option: str, given: str, nearest: str
) -> None:
    """An unknown area or category, or a text that is no period, ends with exit code 2 and what was meant."""
    code, out, error = run("verify", "environment.pm2_5_annual_mean", "30.5", option, given)
    assert (code, out) == (2, "")
    assert given in error
    assert nearest in error


def test_show_says_who_disputes_a_figure_and_what_is_odd(run: Run) -> None:
    """A dispute is shown with both figures and the other publisher, an agreement as such, an anomaly at its place."""
    _, disputed, _ = run("show", "employment_social_security.urban_surveyed_unemployment_rate")
    line = next(line for line in flat(disputed).splitlines() if line.startswith("Disputed: "))
    assert all(part in line for part in ("5.1%", "4.1%", "北京市统计局", "grade A"))
    assert "tjj.beijing.gov.cn" in disputed
    _, agreed, _ = run("show", "environment.forest_coverage_rate")
    assert "Cross-check (agrees): 2024 44.9%; " in flat(agreed)
    assert "Anomaly (environment.forest_coverage_rate:CN-BJ:2024, subject of the footnote): " in flat(agreed)
    _, older, _ = run("show", "infrastructure.ageing_pipelines_renovated_length")
    assert "Anomaly (same paragraph, s4.2.p1, footnote older than the figure): " in flat(older)
    _, plain, _ = run("show", "culture_tourism.sports_tourism_projects_announced")
    assert not any(word in plain for word in ("Disputed", "Cross-check", "Anomaly"))
    shown = json.loads(run("show", "employment_social_security.new_urban_employment", "--json")[1])
    assert [each["verdict"] for each in shown["observations"][0]["cross_checks"]] == ["differs"]


def test_list_names_who_disputes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list names the publication that disputes a figure below its row, or in a column if there is room."""
    assert "\n  disputed by bj_statistics_economy_2024\n" in run("list")[1]
    assert "disputed" not in run("list", "--domain", "environment")[1]
    monkeypatch.setenv("COLUMNS", "300")
    assert run("list")[1].splitlines()[0].endswith("disputed by")


def test_coverage_counts_each_figure_once(run: Run) -> None:
    """`coverage` counts the report's figures by domain, and lists the ids of each group as JSON."""
    code, out, _ = run("coverage")
    assert code == 0
    (report,) = (line.split() for line in out.splitlines() if line.startswith("The report"))
    assert report[2] == "206"
    assert sum(map(int, report[3:])) == 206
    groups = json.loads(run("coverage", "--json")[1])
    assert list(groups) == ["both", "cross_check_only", "identity_only", "neither"]
    assert sum(map(len, groups.values())) == len(bps.bundled().observations)


def test_a_negative_number_is_a_claim_and_no_option(run: Run) -> None:
    """A claim may begin with a hyphen; a word that does is an unknown option all the same."""
    growth = "environment.pm2_5_annual_mean_growth"
    for claim in (("-6.2%",), ("-6.2%", "in", "2024"), ("--period", "2024", "-6.2")):
        assert run("verify", growth, *claim)[0] == 0
    assert run("verify", growth, "-5")[0] == 1
    assert "no such option '-p'" in run("verify", growth, "-p")[2]


def test_verify_says_that_a_figure_is_disputed(run: Run) -> None:
    """A claim that is another publisher's is a mismatch called disputed; a right one is still said to be disputed."""
    code, out, _ = run("verify", "employment_social_security.urban_surveyed_unemployment_rate", "4.1%")
    assert (code, out.startswith("mismatch (disputed): ")) == (1, True)
    right = json.loads(
        run("verify", "employment_social_security.urban_surveyed_unemployment_rate", "5.1%", "--json")[1]
    )
    assert (right["status"], right["disputed"]) == ("match", True)


def test_verify_text_gives_each_claim_with_its_line(run: Run, tmp_path: Path) -> None:
    """The claims of a file are listed by line; a wrong one is exit code 1."""
    text = tmp_path / "text.md"
    text.write_text("Forest coverage rate: 44.9%.\n森林覆盖率为45.9%。\n", encoding="utf-8")
    code, out, _ = run("verify-text", text)
    assert code == 1
    first, second, summary = out.splitlines()
    assert first.startswith(f"{text}:1: '44.9%' match: ")
    assert second.startswith(f"{text}:2: '45.9%' mismatch (digits): ")
    assert summary == "2 of 2 figures judged; 0 passed over"
    found = json.loads(run("verify-text", text, "--json")[1])
    judged = [(each["text"], each["verdict"]["status"]) for each in found["verdicts"]]
    assert judged == [("44.9%", "match"), ("45.9%", "mismatch")]
    assert (found["judged"], found["total"], found["passed_over"]) == (2, 2, [])
    assert run("verify-text", tmp_path / "none.md")[0] == 2


def test_verify_text_says_what_it_passed_over(run: Run, tmp_path: Path) -> None:
    """The figures that were not judged are counted, listed with their reason if asked for, and may be a failure."""
    text = tmp_path / "text.md"
    text.write_text("Shanghai's forest coverage rate is 18.8%. Beijing's is not known.\n", encoding="utf-8")
    code, out, _ = run("verify-text", text)
    assert (code, out.splitlines()[-1]) == (0, "0 of 1 figures judged; 1 passed over")
    assert out.startswith(f"{text}:1: '18.8%' passed over: It is about another place")
    more = tmp_path / "more.md"
    more.write_text(text.read_text(encoding="utf-8") + "Forest coverage rate: 44.9%.\n", encoding="utf-8")
    assert run("verify-text", more)[1].splitlines()[1:] == ["1 of 2 figures judged; 1 passed over (--verbose says why)"]
    assert run("verify-text", more, "--verbose")[1].splitlines()[2:] == ["1 of 2 figures judged; 1 passed over"]
    code, out, _ = run("verify-text", text, "--verbose", "--fail-on-unjudged")
    assert code == 1
    assert out.splitlines()[0].startswith(f"{text}:1: '18.8%' passed over: It is about another place")
    (over,) = json.loads(run("verify-text", text, "--json")[1])["passed_over"]
    assert (over["text"], over["reason"]) == ("18.8%", "place")


def test_verify_text_takes_the_area_and_the_date_of_a_text(run: Run, tmp_path: Path) -> None:
    """A text without place names is about the area given, and last year is relative to the date given."""
    text = tmp_path / "text.md"
    text.write_text("去年森林覆盖率为43.9%。\n", encoding="utf-8")
    assert run("verify-text", text)[1].splitlines()[-1] == "0 of 1 figures judged; 1 passed over"
    assert run("verify-text", text, "--published", "2025-01-21")[1].splitlines()[-1].startswith("1 of 1")
    out = run("verify-text", text, "--published", "2025", "--default-area", "none")[1]
    assert out.splitlines()[-1].startswith("0 of 1")
    assert run("verify-text", text, "--published", "yesterday")[0] == 2


def test_cite_prints_the_citation(run: Run) -> None:
    """`cite` prints what the library writes, in the style and language asked for, and nothing else."""
    figure = "environment.pm2_5_annual_mean:CN-BJ:2024"
    assert run("cite") == (0, f"{bps.cite()}\n", "")
    assert run("cite", figure, "--style", "bibtex")[1] == f"{bps.cite(figure).text('bibtex')}\n"
    apa = bps.cite(figure).text("apa", "zh")
    assert run("cite", figure, "--style", "apa", "--lang", "zh")[1] == f"{apa}\n"
    assert [item["type"] for item in json.loads(run("cite", figure, "--style", "csl-json")[1])] == [
        "chapter",
        "dataset",
    ]


def test_cite_suggests_the_nearest_id(run: Run) -> None:
    """An id of no indicator and no figure is exit code 1 with what is near, a style that is none exit code 2."""
    code, out, err = run("cite", "environment.pm2_5_annual_mean:CN-BJ:2023")
    assert (code, out) == (1, "")
    assert "'environment.pm2_5_annual_mean:CN-BJ:2024'" in err
    assert run("cite", "environment.pm25_annual_mean")[0] == 1
    assert run("cite", "--style", "mla")[0] == 2


def test_export_writes_a_format_and_keeps_what_is_there(run: Run, package_copy: Path, tmp_path: Path) -> None:
    """`export` names each file written, of the package asked for; a file that is there is replaced only by force."""
    path = tmp_path / "figures"
    assert run("export", "--to", "csv", path) == (0, f"{path}\n", "")
    bundled = path.read_bytes()
    code, out, err = run("export", path, "--to", "jsonl")
    assert (code, out, path.read_bytes()) == (2, "", bundled)
    assert err == f"{path}: found a file that is there already, expected none; --force replaces it\n"
    assert "--force 即可覆盖" in run("export", path, "--to", "jsonl", "--lang", "zh")[2]
    assert run("export", path, "--to", "jsonl", "--force")[0] == 0
    assert path.read_bytes().startswith(b"{")
    areas = package_copy / "data" / "areas.csv"
    areas.write_bytes(areas.read_bytes().replace("北京,Beijing".encode(), "北京,Peking".encode(), 1))
    assert run("export", tmp_path / "other.csv", "--package", package_copy)[0] == 0
    assert b",Peking," in (tmp_path / "other.csv").read_bytes()
    assert run("export", tmp_path / "c.json", "--to", "croissant")[1].split() == [
        str(tmp_path / "c.csv"), str(tmp_path / "c.json"),
    ]  # fmt: skip
    code, _, err = run("export", tmp_path / "x", "--to", "xls")
    assert (code, "found the format 'xls', expected xlsx" in err) == (2, True)


def test_diff_says_what_changed_and_checks_the_version(run: Run, package_copy: Path) -> None:
    """A comparison is exit code 0 whatever it finds; with `--check` a release that breaks the rule is 1."""
    old = Path(shutil.copytree(package_copy, package_copy.parent / "old"))
    assert run("diff", old, package_copy, "--check")[0] == 0
    observations = package_copy / "data" / "observations.csv"
    observations.write_bytes(observations.read_bytes().replace(b",30.5,exact", b",30.6,exact", 1))
    code, out, err = run("diff", old, package_copy)
    assert (code, err) == (0, "")
    revised, count, *objections = out.splitlines()
    assert (
        revised
        == "minor: observations environment.pm2_5_annual_mean:CN-BJ:2024: value revised: value from '30.5' to '30.6'"
    )
    assert count.endswith("asked for a step: minor; declared: none")
    assert [each.split(": ")[1] for each in objections] == ["version", "errata"]
    code, out, _ = run("diff", old, package_copy, "--check", "--json")
    found = json.loads(out)
    assert (code, found["step"], found["declared"], len(found["objections"])) == (1, "minor", "none", 2)
    assert found["changes"][0]["sentence"] in revised
    assert run("diff", old, package_copy / "nowhere")[0] == 2


def test_diff_is_in_chinese_for_readers_of_chinese(run: Run, package_copy: Path) -> None:
    """`diff --lang zh` names changes and steps in Chinese; ids, columns and cells stay."""
    old = Path(shutil.copytree(package_copy, package_copy.parent / "old"))
    file = package_copy / "data" / "indicators.csv"
    file.write_bytes(file.read_bytes().replace(b"Forest coverage rate", b"Forest cover", 1))
    out = run("diff", old, package_copy, "--lang", "zh")[1]
    assert "修订号：indicators environment.forest_coverage_rate：措辞变化，name_en 由 'Forest coverage rate'" in out
    assert "应升：修订号；已升：不升" in out


def test_a_renamed_id_is_said_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id that was renamed is shown, and standard error names the id of today without a place in the code."""
    package = release("1.0.0", alias("indicator", "environment.pm2_5_mean", "environment.pm2_5_annual_mean"))
    monkeypatch.setattr(bps, "bundled", lambda: package)
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        for command in (("show",), ("verify", "30.5 µg/m3")):
            code, out, err = run(command[0], "environment.pm2_5_mean", *command[1:])
            assert (code, "30.5" in out) == (0, True)
            said = "the indicator 'environment.pm2_5_mean' is called 'environment.pm2_5_annual_mean' since 1.0.0\n"
            assert err == said


@pytest.mark.parametrize("page", ["cli.md", "zh/cli.md"])
def test_every_command_and_option_is_documented(page: str) -> None:
    """The page of the command line has a section for each command, with each option but `--lang`, which all have."""
    text = (DOCS / page).read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## ([a-z-]+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(COMMANDS)
    context = click.Context(application)
    for name in COMMANDS:
        command = application.get_command(context, name)
        assert command is not None
        options = {each for param in command.params for each in param.opts if each.startswith("-")} - {"--lang"}
        assert [option for option in options if f"`{option}" not in sections[name].replace(", ", "`")] == [], name


@pytest.mark.slow
def test_the_examples_of_the_pages_print_what_they_say() -> None:
    """The pages of the command line are what their generator makes of the commands today."""
    tool = ROOT / "tools" / "cli_page.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.slow
def test_a_long_check_says_on_a_terminal_what_it_is_at(package_copy: Path) -> None:
    """On a terminal the rule that runs is told, on standard error alone; elsewhere nothing is."""
    import pty

    command = [sys.executable, "-m", "beijing_public_services", "check", str(package_copy)]
    variables = environment(TERM="xterm", COLUMNS="100")
    terminal, its_other_end = pty.openpty()
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=its_other_end) as running:
        os.close(its_other_end)
        shown = b""
        with contextlib.suppress(OSError):  # which is how a terminal ends
            while block := os.read(terminal, 4096):
                shown += block
        said, _ = running.communicate()
    os.close(terminal)
    assert (running.returncode, said.startswith(b"No issues; ")) == (0, True)
    assert b"frictionless" in shown
    silent = subprocess.run(command, env=variables, capture_output=True, check=True)
    assert (silent.stdout, silent.stderr) == (said, b"")
