"""What to cite for the release, an indicator or one figure, as a value that every citation style is written from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

from beijing_public_services._record import Record
from beijing_public_services.citation import formats, styles
from beijing_public_services.citation.report_facts import report_facts
from beijing_public_services.citation.work import Work, noted
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.errors import UnknownLanguageError, UnknownObservationError, UnknownStyleError, nearest
from beijing_public_services.model.codelists import Language
from beijing_public_services.model.indicator import Indicator
from beijing_public_services.model.observation import Observation
from beijing_public_services.notation.locators import report_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.provenance import Paragraph, Source

CitationStyle = Literal["plain", "apa", "gbt7714", "gbt7714-2025", "gbt7714-2015", "bibtex", "csl-json", "ris"]

READ_BY_PEOPLE: dict[str, Callable[[Work, Language], str]] = {
    "plain": styles.plain,
    "apa": styles.apa,
    "gbt7714": styles.gbt7714_2025,
    "gbt7714-2025": styles.gbt7714_2025,
    "gbt7714-2015": styles.gbt7714_2015,
}
READ_BY_PROGRAMS: dict[str, Callable[[tuple[Work, ...]], str]] = {
    "bibtex": formats.bibtex,
    "csl-json": formats.csl_json,
    "ris": formats.ris,
}

WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "place": "section {}, paragraph {}",
        "footnote": "footnote {}: {}",
        "publication": "source {}: {}",
        "writers": "written by {}",
        "observation": "observation {}",
        "indicator": "indicator {}",
        "digest": "SHA-256 of {} {}",
        "comma": ", ",
        "list": ", ",
        "semicolon": "; ",
    },
    "zh": {
        "place": "第{}节第{}段",
        "footnote": "脚注{}：{}",
        "publication": "来源{}：{}",
        "writers": "{}执笔",
        "observation": "观测值{}",
        "indicator": "指标{}",
        "digest": "{}的SHA-256为{}",
        "comma": "，",
        "list": "、",
        "semicolon": "；",
    },
}


class Citation(Record):
    """The release of the data and, for an indicator or a figure, the place in the report and what it rests on.

    `id` is that of the indicator or observation, "" for the release as a whole. `sha256` is the SHA-256 of the
    package's `datapackage.json`, which holds those of the other files. `doi` is "" until there is one. `published` and
    `accessed` are ISO dates. `paragraphs` are where the report prints the figures, and `sources` the footnotes that
    cover them, both in the report's order, then the other publications that figures are from; empty for the release as
    a whole.

    >>> import beijing_public_services as bps
    >>> citation = bps.cite("environment.pm2_5_annual_mean")
    >>> [each.locator for each in citation.paragraphs], [each.id for each in citation.sources][:1]
    (['s6.1.1.p1', 's6.2.1.p1'], ['n21'])
    """

    id: str
    version: str
    sha256: str
    doi: str
    published: str
    accessed: str
    paragraphs: tuple[Paragraph, ...]
    sources: tuple[Source, ...]
    _descriptor: dict[str, Any]
    _reports: tuple[Source, ...] = ()

    def __str__(self) -> str:
        return self.text()

    def _title(self) -> object:
        return "How to cite" + (f" {self.id}" if self.id else " the release")

    def _facts(self) -> dict[str, object]:
        from beijing_public_services._html import folded

        others: dict[str, CitationStyle] = {"GB/T 7714": "gbt7714-2025", "BibTeX": "bibtex"}
        return {
            "APA": tuple(self.text("apa").split("\n")),
            **{name: folded(self.text(style)) for name, style in others.items()},
            "Version": self.version,
            "SHA-256": self.sha256,
        }

    def text(self, style: CitationStyle = "plain", language: Language = "en") -> str:
        """Return the citation in a style: a line per work with its details below it, or for programs a whole file.

        Args:
            style: `plain` is ordinary words, `apa` APA 7, `gbt7714-2025` and `gbt7714-2015` the editions of GB/T 7714,
                `gbt7714` the newest of them; `bibtex`, `csl-json` and `ris` are for reference managers.
            language: the language of the words around the titles, `en` or `zh`.

        Raises:
            UnknownStyleError: a `ValueError` that lists the styles.
            UnknownLanguageError: a `ValueError` that lists the languages.
        """
        works = self.works(language)
        if style in READ_BY_PROGRAMS:
            return READ_BY_PROGRAMS[style](works)
        if style not in READ_BY_PEOPLE:
            raise UnknownStyleError(style, get_args(CitationStyle))
        entries = [(READ_BY_PEOPLE[style](work, language).replace("。 ", "。"), work.details) for work in works]
        return "\n".join("\n  ".join([entry, *details]) for entry, details in entries)

    def works(self, language: Language = "en") -> tuple[Work, ...]:
        """Return the works to cite: each report that prints what is cited, then the release.

        Another publication that a figure is from is named with the release, which has it from there.
        """
        if language not in WORDS:
            raise UnknownLanguageError(language, WORDS)
        release = self._release(language)
        names = dict.fromkeys(report_of(each.locator) for each in self.paragraphs)
        return (*(self._report(name, language) for name in names), release)

    def _release(self, language: Language) -> Work:
        of, words = self._descriptor, WORDS[language]
        cited = words["observation" if ":" in self.id else "indicator"].format(self.id)
        elsewhere = [self._rests_on(each, language) for each in self.sources if each.kind == "publication"]
        said = [*([cited] if self.id else []), *elsewhere, words["digest"].format(DESCRIPTOR, self.sha256)]
        return Work(
            key=self._key(f"{of['name']}-{self.version}"),
            kind="dataset",
            authors=tuple(_of_role(of, "creator")),
            title=of.get("title", of["name"]) if language == "en" else of.get("title_zh", of.get("title", of["name"])),
            version=self.version,
            platform=next(iter(_of_role(of, "distributor")), ""),
            published=self.published,
            accessed=self.accessed,
            url=str(of.get("homepage", "")),
            doi=self.doi,
            language="en" if language == "en" else "zh-CN",
            **noted(said, words["semicolon"], capital=language == "en"),
        )

    def _report(self, name: str, language: Language) -> Work:
        """A report by its name in locators, with the places in it that are cited."""
        source = next((each for each in self._reports if not name or each.id == name), None)
        of, words = report_facts(self._descriptor, source, is_first=not name), WORDS[language]
        paragraphs = [each for each in self.paragraphs if report_of(each.locator) == name]
        footnotes = [each for each in self.sources if each.kind == "footnote" and report_of(each.anchor) == name]
        said = [words["place"].format(each.section, each.ordinal) for each in paragraphs]
        said += [self._rests_on(each, language) for each in footnotes]
        if of["writers"]:
            said.append(words["writers"].format(words["list"].join(of["writers"])))
        return Work(
            key=self._key(f"{self._descriptor['name']}-{name or 'report'}"),
            kind="chapter" if of["part_title"] else "report",
            authors=(of["author"],) if of["author"] else (),
            title=of["part_title"] or of["title"],
            title_translated=of["part_title_en" if of["part_title"] else "title_en"] if language == "en" else "",
            book=of["title"] if of["part_title"] else "",
            book_translated=of["title_en"] if language == "en" and of["part_title"] else "",
            part=of["part"],
            published=of["published"],
            url=of["url"],
            language=of["language"],
            **noted(said, words["semicolon"], capital=language == "en"),
        )

    def _rests_on(self, source: Source, language: Language) -> str:
        """A footnote or another publication in the words of a language."""
        known = dict.fromkeys(filter(None, (source.title, source.publisher, source.published, source.url)))
        return WORDS[language][source.kind].format(source.id, WORDS[language]["comma"].join(known))

    def _key(self, work: str) -> str:
        return f"{work}:{self.id}" if self.id else work


def cite(
    package: DataPackage, id: Indicator | Observation | str | None = None, *, accessed: date | None = None
) -> Citation:
    """Return what to cite for an indicator or an observation of a package; for None, its release.

    Args:
        package: the package that the figure belongs to.
        id: an indicator or an observation, or the id of one.
        accessed: the day the data were looked up; today unless given.

    Raises:
        UnknownIndicatorError: a `KeyError` with suggestions, for an id of neither.
        UnknownObservationError: the indicator has no such observation, or a value is not the package's own.
    """
    observations = () if id is None else _observations(package, id)
    descriptor = package.descriptor
    places = {each.locator for each in observations}
    rested_on = {each.source.id for each in observations}
    return Citation(
        id="" if id is None else id if isinstance(id, str) else id.id,
        version=package.version,
        sha256=package.sha256,
        doi=str(descriptor.get("id", "")).partition("https://doi.org/")[2],
        published=str(descriptor.get("created", ""))[:10],
        accessed=(accessed or date.today()).isoformat(),
        paragraphs=tuple(each for each in package.paragraphs if each.locator in places),
        sources=tuple(each for each in package.sources if each.id in rested_on and each.kind != "report"),
        _descriptor=descriptor,
        _reports=tuple(each for each in package.sources if each.kind == "report"),
    )


def _observations(package: DataPackage, cited: Indicator | Observation | str) -> tuple[Observation, ...]:
    """The figures of the package that an id or a value stands for."""
    id = cited if isinstance(cited, str) else cited.id
    indicator = package.indicator(id.partition(":")[0])
    figures = {each.id: each for each in indicator.observations}
    if id != indicator.id and id not in figures:
        likely = nearest(id, figures) or tuple(figures)
        message = f"{indicator.id} has no observation {id!r}; it has {', '.join(map(repr, likely))}"
        error = UnknownObservationError(message)
        error.id, error.suggestions = id, likely
        raise error
    if not isinstance(cited, str) and cited != (figures.get(id) or indicator):
        raise UnknownObservationError(f"{id!r} differs from the figure in version {package.version} of the package")
    return (figures[id],) if id in figures else indicator.observations


def _of_role(descriptor: dict[str, Any], role: str) -> list[str]:
    """The names of the contributors that have a role, in the descriptor's order."""
    contributors = descriptor.get("contributors", [])
    return [each["title"] for each in contributors if role in each.get("roles", ()) and "title" in each]
