"""The words of a chart in Chinese or English: names, whose a mark is, and the caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.model.labels import DIMENSIONS
from beijing_public_services.model.wording import format_period, in_language, label, name
from beijing_public_services.notation.locators import report_of_footnote
from beijing_public_services.views.charts.scale import is_coarse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import BreakKind, Language
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source
    from beijing_public_services.model.wording import Named
    from beijing_public_services.views.charts.data import ChartAxis, ChartBreak, ChartMark, ChartRole, Options

ROLES: dict[ChartRole, tuple[str, str]] = {
    "report": ("本报告", "the report"),
    "publication": ("其他出版物", "another publication"),
    "target": ("目标", "target"),
    "superseded": ("较早的报告，后来的报告已重印", "an earlier report, printed anew since"),
    "dispute": ("与报告不一致", "disputes the report"),
    "question": ("不一致，仅见于转载", "disputes the report, seen in a copy"),
}
AGAINST: dict[ChartRole, tuple[str, str]] = {
    "dispute": ("不一致", "disputes it"),
    "question": ("不一致，见于转载", "disputes it, in a copy"),
}
FORMS = {
    "bound": ("空心标记加箭头：界限，并非确数", "open mark with an arrow: a bound, not the figure itself"),
    "approximate": (
        "空心标记加色带：约数，色带为可能的范围",
        "open mark on a band: approximate, the band is what it leaves possible",
    ),
    "range": ("色带：所印的范围", "band: a range as printed"),
    "coarse": ("细线：四舍五入所留的范围", "thin line: what rounding leaves possible"),
}  # how a figure is drawn, in Chinese and in English
OTHERS = ("publication", *AGAINST)  # roles of figures that no report of the package prints
MOST_PUBLISHERS = 6
CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Words:
    """Names and sentences for the charts of a package, in the language that was asked for."""

    def __init__(self, package: DataPackage, options: Options) -> None:
        self.package = package
        self.language: Language = options.language
        self.is_legible = options.legible
        self._reports = {each.id: each for each in package.sources if each.kind == "report"}
        self._areas: dict[str, Named] = {each.id: each for each in package.areas}
        self._categories: dict[tuple[str, str], Named] = {
            (each.dimension, each.id): each for each in package.categories
        }

    def say(self, texts: tuple[str, str]) -> str:
        """Return the one of a Chinese and an English text that was asked for."""
        return in_language(texts, self.language)

    def legible(self, text: str, instead: str) -> str:
        """Return a text, or what stands for it if it has Chinese characters and there is no font for them."""
        return instead if self.is_legible and CHINESE.search(text) else text

    def name(self, named: Named | None, id: str) -> str:
        """Return the name of a thing; its id if it is unknown or has no name that can be shown."""
        return self.legible(name(named, self.language), id) if named is not None else id

    def area(self, id: str) -> str:
        """Return the name of an area."""
        return self.name(self._areas.get(id), id)

    def category(self, dimension: str, id: str) -> str:
        """Return the name of a category; that of the whole for ""."""
        return self.name(self._categories.get((dimension, id)), id) if id else self.say(("全部", "All"))

    def dimension(self, id: str) -> str:
        """Return the name of a breakdown."""
        texts = DIMENSIONS.get(id)
        return self.say(texts) if texts else id.replace("_", " ")

    def publisher(self, source: Source) -> str:
        """Return who prints a figure: the report, by its title if there are several, or another publisher."""
        if source.kind == "publication":
            return self.legible(source.publisher or source.title, source.id)
        if len(self._reports) < 2:
            return self.say(ROLES["report"])
        own = source.id if source.kind == "report" else report_of_footnote(source.id)
        report = self._reports.get(own) or next(iter(self._reports.values()))
        return self.legible(report.title or report.publisher, report.id)

    def role(self, role: ChartRole) -> str:
        """Return whose a mark is."""
        return self.say(ROLES[role])

    def subtitle(self, figures: Iterable[Observation]) -> str:
        """Return what all figures have in common: the area, the category and the period."""
        parts = []
        shown = list(figures)
        if len({each.area for each in shown}) == 1:
            parts.append(self.area(shown[0].area))
        if len({each.category for each in shown}) == 1 and shown[0].category:
            parts.append(self.category(shown[0].dimension, shown[0].category))
        if len({each.period for each in shown}) == 1:
            parts.append(format_period(shown[0].period, self.language))
        return " · ".join(parts)

    def caption(
        self, indicator: Indicator, unit: str, marks: list[ChartMark], figures: Iterable[Observation], left_out: int,
        breaks: Iterable[ChartBreak], axis: ChartAxis,
    ) -> tuple[str, ...]:  # fmt: skip
        """Return the unit, the sources and the release, then how bounds and breaks are drawn and what is left out."""
        stop, colon = self.say(("。", ".")), self.say(("：", ": "))
        lines = [self.say(("单位", "Unit")) + colon + unit + stop]
        own = dict.fromkeys(self._own_source(each.source) for each in figures if each.source.kind != "publication")
        others = list(dict.fromkeys(each.publisher for each in marks if each.role in OTHERS))
        if own:
            lines.append(self.say(("来源", "Source")) + colon + self.say(("；", "; ")).join(own) + stop)
        if others:
            more = len(others) - MOST_PUBLISHERS
            text = self.say(("、", ", ")).join(others[:MOST_PUBLISHERS])
            text += self.say((f"等{len(others)}家", f" and {more} more")) if more > 0 else ""
            lines.append(self.say(("其他出版者", "Other publishers")) + colon + text + stop)
        release = f"{self.package.name} {self.package.version}".strip()
        lines.append(self.say(("数据发布", "Release")) + colon + f"{release}, {indicator.id}" + stop)
        forms: set[str] = {each.form for each in marks} | {"coarse" for each in marks if is_coarse(each, axis)}
        for form, texts in FORMS.items():
            if form in forms:
                lines.append(_capital(self.say(texts)) + stop)
        lines += self._breaks(list(breaks), len({each.series for each in marks}) > 1, stop)
        if left_out:
            hint = (
                f"另有{left_out}个数字属于其他时段、频率或分组，未画出",
                f"Not shown: {_counted(left_out)} of other periods, frequencies or groups",
            )
            lines.append(self.say(hint) + stop)
        return tuple(lines)

    def _own_source(self, source: Source) -> str:
        if source.kind == "report":
            return self.legible(source.title or source.publisher or source.id, self.say(ROLES["report"]))
        publisher = self.legible(source.publisher, "")
        details = self.say(("，", ", ")).join(filter(None, (publisher, source.published)))
        report = self.publisher(source)
        note = self.say((f"{report}脚注{source.id}", f"{report}, footnote {source.id}"))
        return self.say((f"{note}（{details}）", f"{note} ({details})")) if details else note

    def _breaks(self, breaks: list[ChartBreak], has_series: bool, stop: str) -> list[str]:
        """A line for each note on a break: what changed, from when on, of which series, and the note."""
        by_note: dict[tuple[str, BreakKind], dict[str, list[str]]] = {}
        for each in breaks:
            note = self.legible(each.note, "").rstrip(".。")
            by_note.setdefault((note, each.kind), {}).setdefault(each.period, []).append(each.series)
        lines = []
        for (note, kind), periods in by_note.items():
            begun = [self._begun(period, series if has_series else []) for period, series in periods.items()]
            lead = self.say(
                (
                    f"{'、'.join(begun)}{label('break', kind, 'zh')}",
                    f"New {label('break', kind, 'en')} from {' and '.join(begun)}",
                )
            )
            lines.append(lead + (self.say(("：", ": ")) + note if note else "") + stop)
        return lines

    def _begun(self, period: str, series: list[str]) -> str:
        when = format_period(period, self.language)
        of = listed(series, self.language)
        return self.say((f"{when}起（{of}）" if of else f"{when}起", f"{when} ({of})" if of else when))

    def break_text(self, period: str, kind: str) -> str:
        """Return what stands at a break: the period of the first figure on the new basis, and what changed."""
        when = format_period(period, self.language)
        return self.say((f"{when}起{label('break', kind, 'zh')}", f"new {label('break', kind, 'en')} from {when}"))


def listed(names: Iterable[str], language: Language) -> str:
    """Return names as a list in a sentence, each once."""
    return in_language(("、", ", "), language).join(dict.fromkeys(names))


def _counted(number: int) -> str:
    return f"{number} figure" if number == 1 else f"{number} figures"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
