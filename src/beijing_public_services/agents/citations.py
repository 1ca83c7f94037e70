"""A citation of one line in each language: the report with the place in it, then the release of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source


def short_citation(package: DataPackage, id: str = "", observation: Observation | None = None) -> dict[str, str]:
    """Return the citation of a figure, of an indicator (its id alone), or of the package."""
    titles = _titles(package)
    place_en = place_zh = covered = ""
    if observation is not None:
        titles = _titles(package, observation)
        paragraph = next((each for each in package.paragraphs if each.locator == observation.locator), None)
        if paragraph is not None:
            place_en = f", section {paragraph.section}, paragraph {paragraph.ordinal}"
            place_zh = f"第{paragraph.section}节第{paragraph.ordinal}段"
        if observation.source.kind == "footnote":
            covered = f"{observation.source.id}: {_known(observation.source)}"
    footnote_en, footnote_zh = (f" (footnote {covered})", f"（脚注{covered}）") if covered else ("", "")
    data = " ".join(filter(None, (package.name, package.version))) + (f", {id}" if id else "")
    said_en = "; ".join(filter(None, (f"{titles[0]}{place_en}{footnote_en}", f"data: {data}")))
    said_zh = "；".join(filter(None, (f"{titles[1]}{place_zh}{footnote_zh}", f"数据：{data}")))
    return {"en": f"{said_en}.", "zh": f"{said_zh}。"}


def _titles(package: DataPackage, observation: Observation | None = None) -> tuple[str, str]:
    """Return the English and the Chinese title of what prints a figure: the report, or another publication."""
    if observation is not None and observation.source.kind == "publication":
        known = _known(observation.source)
        return known, known
    reports = [each for each in package.sources if each.kind == "report"]
    if observation is not None:
        reports = [each for each in reports if observation.locator.startswith(f"{each.id}/")] or reports
    printed = reports[0] if reports else None
    if observation is None and len(reports) > 1:
        titles = ", ".join([each.title for each in reports])
        return titles, titles
    described = next(iter(package.descriptor.get("sources") or [{}]))
    chinese = str(described.get("title") or (printed.title if printed else ""))
    if printed is not None and printed is not next(each for each in package.sources if each.kind == "report"):
        return printed.title, printed.title  # the descriptor describes the first report
    return str(described.get("title_en") or chinese), chinese


def _known(source: Source) -> str:
    return ", ".join(filter(None, (source.title, source.publisher, source.published)))
