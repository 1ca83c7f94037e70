"""The answer to a claim as a value that explains itself, in English or Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from beijing_public_services._record import Record
from beijing_public_services.model.wording import format_period, in_language, name

if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.notation.interval import Interval

VerdictStatus = Literal["match", "consistent", "mismatch", "cannot_verify"]
Diagnosis = Literal[
    "",
    "scale",
    "fraction",
    "percentage_point",
    "sign",
    "unit",
    "bound_dropped",
    "bound_reversed",
    "rounding",
    "disputed",
    "questioned",
    "digits",
    "superseded",
    "other_period",
    "other_area",
    "other_category",
    "other_indicator",
]
Reason = Literal["", "unreadable", "unknown_unit", "no_figure", "ambiguous", "not_understood"]

STATUSES: dict[str, tuple[str, str]] = {
    "match": ("The claim is what is printed.", "该说法与所载一致。"),
    "consistent": ("The claim follows from what is printed, but says less.", "该说法可由所载推出，但不如所载精确。"),
    "mismatch": ("The claim is not what is printed.", "该说法与所载不符。"),
    "cannot_verify": ("What is printed leaves the claim open.", "所载数字不足以判断该说法。"),
}
DIAGNOSES: dict[str, tuple[str, str]] = {
    "scale": ("The digits are right, the scale is not.", "数字相同，但数量级不对。"),
    "fraction": ("The claim gives a fraction where per cent are printed.", "该说法用了小数，而所载为百分数。"),
    "percentage_point": ("Per cent and percentage points are confused.", "混淆了百分比与百分点。"),
    "sign": ("The sign is the opposite one.", "增减方向相反。"),
    "unit": ("The unit is another one.", "计量单位不对。"),
    "bound_dropped": (
        "Only a bound or a range is printed, the claim is exact.",
        "所载只是界限或区间，该说法却当作确数。",
    ),
    "bound_reversed": ("The bound points the other way.", "界限的方向相反。"),
    "rounding": ("The claim is the printed figure, rounded.", "该说法是所载数字的舍入值。"),
    "disputed": ("The value is what another publisher prints.", "该数值是另一发布者所载。"),
    "questioned": ("The value is what a copy of another publication prints.", "该数值是另一发布物的转载所载。"),
    "digits": ("A digit is changed, dropped or out of its place.", "有一位数字写错、漏写或颠倒。"),
    "superseded": (
        "The value is that of an earlier report, which a later one revises.",
        "该数值见于较早报告，后已修订。",
    ),
    "other_period": ("The value is that of another period.", "该数值属于另一时期。"),
    "other_area": ("The value is that of another area.", "该数值属于另一地区。"),
    "other_category": ("The value is that of another category.", "该数值属于另一类别。"),
    "other_indicator": ("The value is that of another indicator.", "该数值属于另一指标。"),
}
REASONS: dict[str, tuple[str, str]] = {
    "unreadable": ("The claim cannot be read as one figure.", "无法把该说法读作一个数字。"),
    "not_understood": ("A word of the claim is not understood.", "该说法中有不理解的词语。"),
    "unknown_unit": ("The unit of the claim is not known.", "不认识该说法的单位。"),
    "no_figure": ("Nothing is printed for this area, period or category.", "该地区、时期或类别没有所载数字。"),
    "ambiguous": (
        "Several figures are printed; say which area, period or category.",
        "所载数字不止一个，请指明地区、时期或类别。",
    ),
}
MARKS: dict[VerdictStatus, str] = {"match": "✓", "consistent": "✓", "mismatch": "✗", "cannot_verify": "?"}
FIGURE_FACTS = (
    "As printed", "Figure", "Range", "Period", "Place", "Category", "Source", "Disputed by", "Questioned by"
)  # fmt: skip


class Verdict(Record):
    """What became of a claim.

    `status`: `match` the claim is what is printed; `consistent` it follows from it but says less; `mismatch` it is not
    what is printed; `cannot_verify` what is printed leaves it open, or there is nothing to compare with: `reason` says
    which, and `detail` what was found. `diagnosis` names the slip where it can be told, else it is empty. `observation`
    is the figure compared with, `interval` what that leaves possible, and `neighbour` the figure that the value belongs
    to where that is another.

    >>> import beijing_public_services as bps
    >>> verdict = bps.verify("infrastructure.fixed_asset_investment", "900 billion yuan")
    >>> verdict.status, verdict.diagnosis, verdict.observation.printed
    ('mismatch', 'bound_dropped', '超过9000亿元')
    """

    status: VerdictStatus
    diagnosis: Diagnosis = ""
    indicator: str
    claim: Claim | None = None
    observation: Observation | None = None
    interval: Interval | None = None
    neighbour: Observation | None = None
    reason: Reason = ""
    detail: str = ""

    @property
    def disputed(self) -> bool:
        """Whether another publication speaks against the figure compared with, whatever was claimed."""
        return self.observation is not None and self.observation.disputed

    @property
    def questioned(self) -> bool:
        """Whether a publication that was seen only in a copy does."""
        return self.observation is not None and self.observation.questioned

    @property
    def sentence(self) -> str:
        """The verdict in English."""
        return self.explained("en")

    def explained(self, language: Language) -> str:
        """The verdict for a person, in English (`en`) or Chinese (`zh`)."""
        place = ("en", "zh").index(language)
        texts = REASONS[self.reason] if self.reason else DIAGNOSES.get(self.diagnosis) or STATUSES[self.status]
        said = [texts[place]]
        figure = self.observation
        if figure is not None:
            subject, where = _subject(figure, language)
            other = figure.source.publisher
            publisher = ("the report", "报告") if figure.locator else (other, other)
            at = (f" ({figure.locator})", f"（{figure.locator}）") if figure.locator else ("", "")
            printed = (
                f"{subject} ({where}): {publisher[0]} prints {figure.printed}{at[0]}.",
                f"{subject}（{where}）：{publisher[1]}载为{figure.printed}{at[1]}。",
            )
            said.insert(0, printed[place])
            said += [_disputing(figure, each)[place] for each in (*figure.disputes, *figure.questions)]
        if self.neighbour is not None:
            other, where = _subject(self.neighbour, language)
            if figure is not None and figure.indicator == self.neighbour.indicator:
                said.append((f"It belongs to {where}.", f"它属于{where}。")[place])
            else:
                said.append((f"It belongs to {other!r} ({where}).", f"它属于“{other}”（{where}）。")[place])
        if self.detail:
            said.append(f"({self.detail})" if place == 0 else f"（{self.detail}）")
        return (" " if place == 0 else "").join(said)

    def _title(self) -> object:
        from beijing_public_services._html import Html, strong, text

        status, why = (each.replace("_", " ") for each in (self.status, self.diagnosis or self.reason))
        return Html(f"{strong(f'{MARKS[self.status]} {status}')}{text(f': {why}' if why else '')}")

    def _facts(self) -> dict[str, object]:
        from beijing_public_services._html import code

        figure = self.observation._facts() if self.observation else {}
        return {
            "Claim": self.claim.text if self.claim else "",
            "Finding": self.explained("en"),
            "Indicator": (self.observation._title(), code(self.indicator))
            if self.observation
            else code(self.indicator),
            **{name: figure.get(name) for name in FIGURE_FACTS},
            "Belongs to": code(self.neighbour.id) if self.neighbour else "",
        }

    def _row(self) -> dict[str, object]:
        figure = self.observation._row() if self.observation else {}
        return {
            "Claim": self.claim.text if self.claim else "",
            "Verdict": self._title(),
            "Indicator": figure.get("Indicator", self.indicator),
            **{name: figure.get(name) for name in ("As printed", "Period", "Place", "Source", "Remarks")},
        }


def _subject(figure: Observation, language: Language) -> tuple[str, str]:
    """Return the name of the indicator of a figure, and its area, period and category as a person reads them.

    A figure that belongs to no package has ids in the place of names.
    """
    indicator, area, category = figure.indicator, figure.area, figure.category
    if (setting := figure._setting) is not None:
        indicator = in_language((setting.name_zh, setting.name_en), language) or setting.name_en or setting.name_zh
        area = name(setting.area, language) if setting.area else area
        category = name(setting.category, language) if setting.category else category
    where = filter(None, (area, format_period(figure.period, language), category))
    return indicator, (", " if language == "en" else "，").join(where)


def _disputing(figure: Observation, other: CrossCheck) -> tuple[str, str]:
    """That a figure is disputed or questioned, by whom and with what grade, in English and Chinese."""
    here, there = _cited(figure.source), _cited(other.source)
    copy = ("a copy of ", "一份转载的") if other.source.is_copy else ("", "")
    kind = ("questioned", "存疑") if other.source.is_copy else ("disputed", "有争议")
    note = other.note if other.verdict == "contradicts" else ""
    return (
        f"The figure is {kind[0]}: the report prints {figure.printed} (source: {here}), {copy[0]}"
        f"{other.source.publisher} prints {other.printed} (source: {there}, grade {other.source.grade})."
        + (f" {note}" if note else ""),
        f"该数字{kind[1]}：报告载为{figure.printed}（出处：{here}），{copy[1]}{other.source.publisher}载为{other.printed}"
        f"（出处：{there}，等级{other.source.grade}）。{note}",
    )


def _cited(source: Source) -> str:
    """A source by id, title and date; the report itself by its id."""
    return (
        source.id if source.kind == "report" else ", ".join(filter(None, (source.id, source.title, source.published)))
    )
