"""The data dictionary of the site: each indicator, source and unit of the bundled package, as document nodes."""

from __future__ import annotations

from docutils import nodes
from tools.docs_site import parts

import beijing_public_services as bps
from beijing_public_services.model.codelists import Language
from beijing_public_services.model.short import short_value
from beijing_public_services.model.wording import format_period, in_language, label, name

HEADS: dict[str, tuple[str, str]] = {
    "period": ("时间", "period"),
    "place": ("地区", "place"),
    "category": ("分类", "breakdown"),
    "printed": ("原文", "printed"),
    "value": ("数值", "value"),
    "source": ("来源", "source"),
}
REPORT = ("报告", "the report")


def indicator_sections(domain: str, language: Language) -> list[nodes.Node]:
    """Return a section per topic of a domain, and in it a section per indicator, whose anchor is the indicator's id."""
    package = bps.bundled()
    found: list[nodes.Node] = []
    for topic in package.topics:
        members = [each for each in package.indicators if each.topic == topic.id]
        if topic.domain != domain or not members:
            continue
        section = parts.section(topic.id, name(topic, language))
        section.extend(_indicator(package, each, language) for each in members)
        found.append(section)
    return found


def search_names(domain: str, language: Language) -> dict[str, str]:
    """Return what the search of the site knows each indicator of a domain by, with its id: its names and keywords."""
    found: dict[str, str] = {}
    for each in bps.bundled().by_domain(domain):
        names = [name(each, language), *dict.fromkeys((each.name_zh, each.name_en, *each.keywords))]
        found[f"{names[0]} ({', '.join(other for other in names[1:] if other != names[0])})"] = each.id
    return found


def headline_table(language: Language) -> list[nodes.Node]:
    """Return for each domain a table of its indicators, each with its headline figure and a link to its entry."""
    package = bps.bundled()
    heads = in_language(("指标,数值,时间", "indicator,figure,period"), language).split(",")
    found: list[nodes.Node] = []
    for domain in package.domains:
        section = parts.section(f"domain.{domain.id}", name(domain, language))
        rows: list[list[nodes.Node]] = []
        for each in package.by_domain(domain.id):
            figure = _headline(each)
            value = short_value(figure, package.unit(each.unit), language) if figure else "…"
            link = nodes.reference("", name(each, language), refuri=f"{domain.id}.html#{each.id}", internal=True)
            period = format_period(figure.period, language) if figure else ""
            rows.append(
                [
                    nodes.paragraph("", "", link, nodes.Text(" "), parts.code(each.id)),
                    parts.unbroken(value),
                    parts.text(period),
                ]
            )
        section += parts.table(heads, rows, [])
        found.append(section)
    return found


def _headline(indicator: bps.Indicator) -> bps.Observation | None:
    """Return the headline figure; None if an indicator only has the items of a breakdown."""
    try:
        return indicator.observation()
    except bps.AmbiguousObservationError:
        return None


def source_table(language: Language) -> list[nodes.Node]:
    """Return the table of all sources, each row with the source's id as its anchor."""
    heads = in_language(("编号,题名,发布者,日期,等级", "id,title,publisher,date,grade"), language).split(",")
    rows: list[list[nodes.Node]] = []
    anchors = []
    for each in bps.bundled().sources:
        rows.append(
            [
                parts.code(each.id),
                parts.linked(each.title, each.url),
                *map(parts.text, (each.publisher, each.published)),
            ]
        )
        rows[-1].append(parts.text(each.grade))
        anchors.append(f"source.{each.id}")
    return [parts.table(heads, rows, anchors)]


def unit_table(language: Language) -> list[nodes.Node]:
    """Return the table of all units."""
    heads = in_language(("编号,中文名,英文名,符号,UCUM", "id,name,Chinese name,symbol,UCUM"), language).split(",")
    rows: list[list[nodes.Node]] = [
        [
            parts.code(each.id),
            *map(parts.text, (each.name_zh, each.name_en) if language == "zh" else (each.name_en, each.name_zh)),
            parts.text(each.symbol),
            parts.code(each.ucum),
        ]
        for each in bps.bundled().units
    ]
    return [parts.table(heads, rows, [])]


def _indicator(package: bps.DataPackage, indicator: bps.Indicator, language: Language) -> nodes.section:
    """Return the section of an indicator: its id, what it means, its names, and all its figures with their sources."""
    section = parts.section(indicator.id, name(indicator, language))
    unit = package.unit(indicator.unit)
    other = indicator.name_en if language == "zh" else indicator.name_zh
    facts = nodes.paragraph("", "", classes=["indicator-facts"])
    about = (other, label("measure", indicator.measure, language), name(unit, language))
    facts.extend((parts.code(indicator.id), nodes.Text("".join(f" · {each}" for each in about if each))))
    facts += nodes.Text(" · ")
    facts += _explorer(indicator.id, language)
    section += facts
    section += nodes.paragraph("", indicator.definition)
    if indicator.keywords:
        joined = in_language(("、", ", "), language).join(indicator.keywords)
        section += nodes.paragraph("", in_language(("又称：", "Also called: "), language) + joined)
    section.extend(_chart(indicator, language))
    section += _figures(package, indicator, language)
    section.extend(nodes.paragraph("", text) for text in _doubts(indicator, language))
    return section


def _explorer(anchor: str, language: Language) -> nodes.Node:
    """Return the link to an entry of the explorer, which lies two folders above the pages of its language."""
    path = in_language(("../../../explore.html?lang=zh", "../../explore.html"), language)
    text = in_language(("浏览与引用", "explore and cite"), language)
    return nodes.reference("", text, refuri=f"{path}#{anchor}", internal=True)


def _chart(indicator: bps.Indicator, language: Language) -> list[nodes.Node]:
    """Return the place of the chart, which `charts` fills in while the page is written."""
    if len(indicator.observations) < LEAST_FOR_A_CHART:
        return []
    text = in_language(("图表：", "Chart: "), language) + name(indicator, language)
    return [chart_place("", indicator=indicator.id, language=language, alt=text)]


LEAST_FOR_A_CHART = 2  # figures


class chart_place(nodes.General, nodes.Element):  # type: ignore[misc]  # noqa: N801  (as docutils names nodes)
    """Stands for the chart of an indicator."""


def _figures(package: bps.DataPackage, indicator: bps.Indicator, language: Language) -> nodes.Node:
    """Return the table of an indicator's figures; a column that would say the same in each row is left out."""
    unit = package.unit(indicator.unit)
    areas = {each.id: each for each in package.areas}
    places = {each.area for each in indicator.observations}
    broken_down = any(each.category for each in indicator.observations)
    columns = ["period", *(["place"] if len(places) > 1 else []), *(["category"] if broken_down else [])]
    columns += ["printed", "value", "source"]
    rows: list[list[nodes.Node]] = []
    ordered = _by_series(indicator)
    for each in ordered:
        cells: dict[str, nodes.Node] = {
            "period": parts.unbroken(format_period(each.period, language) + _status(each, language)),
            "place": parts.unbroken(name(areas[each.area], language)),
            "category": parts.text(_category(package, each, language)),
            "printed": parts.text(each.printed),
            "value": parts.unbroken(short_value(each, unit, language)),
            "source": _source(each, language),
        }
        rows.append([cells[column] for column in columns])
    heads = [in_language(HEADS[column], language) for column in columns]
    return parts.table(heads, rows, [each.id for each in ordered])


def _by_series(indicator: bps.Indicator) -> list[bps.Observation]:
    """Return the figures place by place, category by category and in the order of time."""
    places = list(dict.fromkeys((each.area, each.category) for each in indicator.observations))
    return sorted(
        indicator.observations, key=lambda each: (places.index((each.area, each.category)), each.parsed_period.order)
    )


def _status(observation: bps.Observation, language: Language) -> str:
    """Return the words behind the period: that a figure is a target, or what it is compared with."""
    words = [label("status", "target", language)] if observation.status == "target" else []
    if observation.base_kind == "fixed_year":
        words.append(in_language((f"比{observation.base_period}年", f"vs {observation.base_period}"), language))
    return f" ({', '.join(words)})" if words else ""


def _category(package: bps.DataPackage, observation: bps.Observation, language: Language) -> str:
    """Return the name of the item of a breakdown, or nothing."""
    for each in package.categories:
        if (each.dimension, each.id) == (observation.dimension, observation.category):
            return name(each, language)
    return ""


def _source(observation: bps.Observation, language: Language) -> nodes.Node:
    """Return the source as a link to its address, with its grade, and the paragraph of the report."""
    source = observation.source
    found = nodes.paragraph()
    if observation.locator:
        found.extend((parts.text(in_language(REPORT, language) + ", "), parts.code(observation.locator)))
        if source.kind == "report":
            return found
        found += nodes.Text("; ")
    text = source.publisher if observation.locator or not source.title else f"{source.publisher}, {source.title}"
    found.extend((parts.linked(text or source.title, source.url), nodes.Text(f" ({source.grade})")))
    return found


def _doubts(indicator: bps.Indicator, language: Language) -> list[str]:
    """Return a sentence for each publication that disputes a figure, and for each oddity of the report."""
    found = []
    for each in indicator.observations:
        for other in each.cross_checks:
            if other.verdict in ("differs", "contradicts"):
                sentence = (
                    f"有争议：{each.period}，报告为{each.printed}，{other.source.publisher}为{other.printed}。",
                    f"Disputed: for {each.period} the report prints {each.printed}, "
                    f"{other.source.publisher} prints {other.printed}.",
                )
                found.append(in_language(sentence, language))
        found += [f"{in_language(('报告疑点：', 'Odd in the report: '), language)}{odd.what}" for odd in each.anomalies]
    return list(dict.fromkeys(found))
