"""Figures as a notebook shows them: the facts of one, and its row in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._html import Html, code, link, muted, strong, text
from beijing_public_services._html import figure as figure_cell
from beijing_public_services.model.wording import format_interval, format_number, format_period, format_value, label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from beijing_public_services.model.bases import Base, Setting
    from beijing_public_services.model.codelists import Status
    from beijing_public_services.model.evidence import Anomaly, Break, CrossCheck
    from beijing_public_services.model.provenance import Source
    from beijing_public_services.model.wording import Figure, Named
    from beijing_public_services.notation.interval import Interval

    class ShownFigure(Figure, Protocol):
        """An observation, as far as a notebook shows it."""

        @property
        def id(self) -> str: ...

        @property
        def indicator(self) -> str: ...

        @property
        def area(self) -> str: ...

        @property
        def period(self) -> str: ...

        @property
        def category(self) -> str: ...

        @property
        def unit(self) -> str: ...

        @property
        def status(self) -> Status: ...

        @property
        def printed(self) -> str: ...

        @property
        def locator(self) -> str: ...

        @property
        def note(self) -> str: ...

        @property
        def source(self) -> Source: ...

        @property
        def base(self) -> Base | None: ...

        @property
        def interval(self) -> Interval: ...

        @property
        def disputes(self) -> tuple[CrossCheck, ...]: ...

        @property
        def questions(self) -> tuple[CrossCheck, ...]: ...

        @property
        def breaks(self) -> tuple[Break, ...]: ...

        @property
        def anomalies(self) -> tuple[Anomaly, ...]: ...

        @property
        def _setting(self) -> Setting | None: ...


def figure_title(figure: ShownFigure) -> Html:
    """Return the names of what a figure is of; its id if they are not known."""
    setting = _setting(figure)
    return names(setting) if setting else code(figure.id)


def figure_facts(figure: ShownFigure) -> dict[str, object]:
    """Return what a notebook shows of a figure alone."""
    return {
        "Figure": figure_cell(worded(figure)),
        "As printed": figure.printed,
        "Range": _range(figure),
        "Period": format_period(figure.period),
        "Place": _place(figure),
        "Category": _category(figure),
        "Status": "" if figure.status == "actual" else label("status", figure.status, "en"),
        "Relative to": _base(figure.base),
        "Source": (source_link(figure.source), muted(figure.locator)) if figure.locator else source_link(figure.source),
        "Disputed by": against(figure.disputes),
        "Questioned by": against(figure.questions),
        "New basis": tuple([each.note for each in figure.breaks]),
        "Odd": tuple([each.what for each in figure.anomalies]),
        "Note": figure.note,
        "Id": code(figure.id),
    }


def figure_row(figure: ShownFigure) -> dict[str, object]:
    """Return what a notebook shows of a figure in a list."""
    setting = _setting(figure)
    return {
        "Indicator": setting.name_en or setting.name_zh if setting else figure.indicator,
        "Period": format_period(figure.period),
        "Place": _place(figure),
        "Category": _category(figure),
        "Figure": figure_cell(worded(figure)),
        "As printed": figure.printed,
        "Source": publisher_link(figure.source),
        "Remarks": tuple(_remarks(figure)),
    }


def worded(figure: ShownFigure) -> str:
    """Return the figure with its bound and unit."""
    setting = _setting(figure)
    if setting and setting.unit and setting.unit.id == figure.unit:
        return format_value(figure, setting.unit)
    return f"{label('bound', figure.bound, 'en')} {format_number(figure)} {figure.unit}"


def _setting(figure: ShownFigure) -> Setting | None:
    """What a figure was read with; None for one that was made or has become a figure of another indicator."""
    setting = figure._setting
    return setting if setting and setting.indicator == figure.indicator else None


def names(named: Named) -> Html:
    """Return the English name, and the Chinese one after it."""
    if not (named.name_en and named.name_zh):
        return strong(named.name_en or named.name_zh)
    return Html(f"{strong(named.name_en)} {text(named.name_zh)}")


def source_link(source: Source) -> Html:
    """Return the title of a source, which leads to its address, with who published it when, and its grade."""
    if source.kind == "report":
        return link(source.url, source.title or source.id)
    said = ", ".join(filter(None, (source.publisher, source.published)))
    seen = ", seen in a copy" if source.is_copy else ""
    place = f"footnote {source.id}" if source.kind == "footnote" else f"grade {source.grade}{seen}"
    return Html(f"{link(source.url, source.title or source.id)} {text(said)} {muted(f'({place})')}")


def publisher_link(source: Source) -> Html:
    """Return who published a source, which leads to its address; for the report and its footnotes, the id."""
    return link(source.url, source.publisher or source.id if source.kind == "publication" else source.id)


def against(checks: Iterable[CrossCheck]) -> tuple[Html, ...]:
    """Return for each publication that speaks against a figure what it prints, and its source."""
    return tuple([Html(f"{strong(each.printed)} {source_link(each.source)}") for each in checks])


def _range(figure: ShownFigure) -> str:
    """The values that the printed figure allows; "" if that is one value, or if it cannot be read."""
    written = format_interval(figure)
    return written if written and figure.interval.lower != figure.interval.upper else ""


def _place(figure: ShownFigure) -> str:
    setting = _setting(figure)
    area = setting.area if setting else None
    return (area.name_en or area.name_zh) if area and area.id == figure.area else figure.area


def _category(figure: ShownFigure) -> str:
    setting = _setting(figure)
    category = setting.category if setting else None
    return (category.name_en or category.name_zh) if category and category.id == figure.category else figure.category


def _base(base: Base | None) -> str:
    if base is None:
        return ""
    of = f" ({format_period(base.period)})" if base.kind in ("fixed_year", "earlier") else ""
    return f"{label('base_kind', base.kind, 'en')}{of}"


def _remarks(figure: ShownFigure) -> Iterable[str]:
    """What a reader must know of a figure before using it: that it is a target, breaks a series, or is disputed."""
    if figure.status != "actual":
        yield label("status", figure.status, "en")
    if figure.breaks:
        yield "new basis"
    for word, checks in (("disputed", figure.disputes), ("questioned", figure.questions)):
        for each in checks:
            yield f"{word}: {each.source.publisher} prints {each.printed}"
