"""What the paragraphs of a report are drafted against: the package's indicators, units and areas, and the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.authoring.drafting.areas import Areas
    from beijing_public_services.authoring.drafting.horizon import Horizon
    from beijing_public_services.authoring.drafting.indicators import Vocabulary


class Setting(Record):
    """What the paragraphs of a report are drafted against."""

    vocabulary: Vocabulary
    units: Mapping[str, str]
    definitions: tuple[str, ...]
    areas: Areas
    categories: tuple[Mapping[str, str], ...]
    horizon: Horizon
    anchors: Mapping[str, str]
    report: str
    convention: str = ""  # the base that the report states once for all its changes

    @property
    def period(self) -> str:
        """The period that the report is about, or the subject of the section."""
        return self.horizon.period
