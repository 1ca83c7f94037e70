"""What is readable without scripts: the list of indicators by domain, and every figure with its source."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from beijing_public_services.model.indicator import headline_of
from beijing_public_services.model.short import short_value
from beijing_public_services.model.wording import format_period, name
from beijing_public_services.views.explorer.words import WORDS

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.wording import Named

SAFE = ("http://", "https://")


def text(value: str) -> str:
    """Return a text for an element or an attribute in double quotes."""
    return escape(value, quote=True)


def both(chinese: str, english: str) -> str:
    """Return a text in both languages, of which the page shows one."""
    return f'<span class="zh" lang="zh-CN">{text(chinese)}</span><span class="en" lang="en">{text(english)}</span>'


def names(named: Named) -> str:
    """Return the names of a thing; a name that is missing is replaced by the one in the other language."""
    return both(name(named, "zh"), name(named, "en"))


def listing(package: DataPackage) -> str:
    """Return the indicators by domain, each with its headline figure and a link to its own id."""
    domains = {each.id: each for each in package.domains}
    units = {each.id: each for each in package.units}
    parts = []
    for domain, members in groupby(package.indicators, key=lambda each: each.domain):
        heading = names(domains[domain]) if domain in domains else text(domain)
        items = []
        for indicator in members:
            figure = headline_of(indicator)
            unit = units.get(indicator.unit)
            count = [each.format(count=len(indicator.observations)) for each in WORDS["several"]]
            shown = [short_value(figure, unit, each) for each in ("zh", "en")] if figure and unit else count
            value = both(*shown)
            when = both(format_period(figure.period, "zh"), format_period(figure.period, "en")) if figure else ""
            items.append(
                f'<li><a href="#{text(indicator.id)}"><span class="name">{names(indicator)}</span>'
                f'<span class="headline">{value}</span><span class="when">{when}</span></a></li>'
            )
        group = f'<section class="group" id="?domain={text(domain)}">'
        parts.append(f"{group}<h2>{heading}</h2>\n<ol>{''.join(items)}</ol></section>")
    return "\n".join(parts)


def overview(package: DataPackage) -> str:
    """Return what the package holds in a few numbers, and its domains as links to their indicators."""
    observations = package.observations
    numbers = {
        "indicators": len(package.indicators),
        "figures": len(observations),
        "sources": len({each.source.id for each in observations}),
        "disputed": sum(each.disputed for each in observations),
    }
    counted = Counter(each.domain for each in package.indicators)
    parts = [f"<div><dt>{both(*WORDS[word])}</dt><dd>{number:,}</dd></div>" for word, number in numbers.items()]
    cards = [
        f'<li><a href="#?domain={text(each.id)}">{names(each)} <span class="quiet">'
        f"{both(*[words.format(count=counted[each.id]) for words in WORDS['in_domain']])}</span></a></li>"
        for each in package.domains
        if counted[each.id]
    ]
    return f'<dl class="numbers">{"".join(parts)}</dl><ul class="cards">{"".join(cards)}</ul>'


def every_figure(package: DataPackage) -> str:
    """Return a table of the figures of each indicator, for browsers without scripts."""
    areas = {each.id: each for each in package.areas}
    categories = {each.id: each for each in package.categories}
    parts = []
    for indicator in package.indicators:
        rows = []
        for each in indicator.observations:
            when = both(format_period(each.period, "zh"), format_period(each.period, "en"))
            named = [names(found) for found in (areas.get(each.area), categories.get(each.category)) if found]
            cells = (when, " · ".join(named), f'<span lang="zh-CN">{text(each.printed)}</span>', _source(each))
            rows.append(f'<tr id="{text(each.id)}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>')
        parts.append(f'<h3 id="{text(indicator.id)}">{names(indicator)}</h3>\n<table>{"".join(rows)}</table>')
    return "\n".join(parts)


def licences(listed: list[list[str]]) -> str:
    """Return the names of licences, linked where they have an address of the web."""
    return " ".join(_linked(address, title) for title, address in listed)


def _linked(address: str, title: str) -> str:
    shown = text(title)
    return f'<a href="{text(address)}" rel="noreferrer noopener">{shown}</a>' if address.startswith(SAFE) else shown


def _source(figure: Observation) -> str:
    source = figure.source
    linked = _linked(source.url, source.title or source.publisher or source.id)
    return f"{linked} {text(figure.locator)}".strip()
