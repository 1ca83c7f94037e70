"""Charts as a web page of one file: the pictures and tables of their figures, without scripts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from beijing_public_services.model.wording import format_period, in_language
from beijing_public_services.views.charts.theme import PALETTES
from beijing_public_services.views.charts.words import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beijing_public_services.model.codelists import Language
    from beijing_public_services.views.charts.data import ChartData, ChartMark
    from beijing_public_services.views.charts.theme import ChartTheme

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: %(scheme)s; --background: %(background)s; --text: %(text)s; --faint: %(faint)s;
  --grid: %(grid)s; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--background); color: var(--text);
  font: 1rem/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
figure { margin: 0 0 2rem; overflow-x: auto; }
svg { min-width: 30rem; max-width: 100%%; height: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--grid); text-align: left; vertical-align: top;
  white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; color: var(--faint); }
a { color: inherit; }
"""
BOTH = """
.dark { display: none; }
@media (prefers-color-scheme: dark) {
  :root { --background: %(background)s; --text: %(text)s; --faint: %(faint)s; --grid: %(grid)s; }
  .light { display: none; }
  .dark { display: block; }
}
"""
FIGURES = ("图中的数字", "The figures of the chart")
COLUMNS = (
    ("名称", "Name"),
    ("时间", "Period"),
    ("数值", "Value"),
    ("原文", "As printed"),
    ("何者", "Whose"),
    ("出版者", "Publisher"),
)


def page(charts: Sequence[ChartData], pictures: Sequence[Mapping[ChartTheme, str]]) -> str:
    """Return the page of these charts, each with its picture in one theme or in both."""
    language = charts[0].language
    themes = list(pictures[0])
    style = STYLE % ({"scheme": " ".join(themes)} | PALETTES[themes[0]].to_dict())
    if len(themes) > 1:
        style += BOTH % PALETTES["dark"].to_dict()
    parts = [_figure(data, drawn) for data, drawn in zip(charts, pictures, strict=True)]
    title = charts[0].title if len(charts) == 1 else f"{charts[0].title} … {charts[-1].title}"
    return (
        f'<!doctype html>\n<html lang="{"zh-Hans" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _figure(data: ChartData, drawn: Mapping[ChartTheme, str]) -> str:
    label = escape(f"{data.title}, {data.subtitle}, {data.unit}")
    pictures = "".join(
        f'<div class="{theme}" role="img" aria-label="{label}">{svg}</div>' for theme, svg in drawn.items()
    )
    heads = "".join(f'<th scope="col">{escape(in_language(texts, data.language))}</th>' for texts in COLUMNS)
    rows = "".join(_row(mark, data.language) for mark in data.marks)
    summary = f"{escape(in_language(FIGURES, data.language))} ({escape(data.unit)})"
    return (
        f'<figure id="{escape(data.indicator)}">\n{pictures}\n<details><summary>{summary}</summary>\n'
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</details>\n</figure>\n"
    )


def _row(mark: ChartMark, language: Language) -> str:
    publisher = escape(mark.publisher)
    if mark.url.startswith(("https://", "http://")):
        publisher = f'<a href="{escape(mark.url)}" rel="noopener noreferrer">{publisher}</a>'
    name = mark.series if mark.series in mark.row or not mark.group else mark.row
    cells = (escape(name), escape(format_period(mark.period, language)))
    last = (escape(mark.printed), escape(in_language(ROLES[mark.role], language)), publisher)
    return (
        f"<tr>{''.join(f'<td>{each}</td>' for each in cells)}"
        f'<td class="number">{escape(mark.text)}</td>{"".join(f"<td>{each}</td>" for each in last)}</tr>\n'
    )
