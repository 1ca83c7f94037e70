"""The figures of a report on Beijing's public services in 2024, with unit, bound, period, place and source."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from beijing_public_services._ids import DomainId, IndicatorId
    from beijing_public_services._release import __version__, data_sha256, data_version
    from beijing_public_services.api import by_domain, domains, get_indicator, indicators, is_indicator_id, search
    from beijing_public_services.assertion import assert_published
    from beijing_public_services.auditing import audit
    from beijing_public_services.changes import Change, Difference
    from beijing_public_services.checks import check, check_report
    from beijing_public_services.citation import Citation, cite
    from beijing_public_services.configuration import Configuration, read_configuration
    from beijing_public_services.corroboration import Coverage, coverage
    from beijing_public_services.errors import (
        AmbiguousObservationError,
        BeijingPublicServicesError,
        ConfigurationError,
        DataPackageError,
        ExportError,
        IntervalError,
        MissingExtraError,
        NotEmptyError,
        OverwriteError,
        PeriodError,
        PrintedFigureError,
        RemovedIndicatorError,
        UnitConflictError,
        UnknownDomainError,
        UnknownIndicatorError,
        UnknownLanguageError,
        UnknownObservationError,
        UnknownStyleError,
        UnknownUnitError,
        UnsafeFileError,
        WriteError,
    )
    from beijing_public_services.exchange import export, to_arrow
    from beijing_public_services.frame import to_frame
    from beijing_public_services.history import Alias, Erratum
    from beijing_public_services.interval import Convention, Interval
    from beijing_public_services.issue import CheckReport, Issue, NotRun
    from beijing_public_services.model import Indicator, Observation
    from beijing_public_services.package import DataPackage
    from beijing_public_services.passages import PassageVerdict, verify_text
    from beijing_public_services.printed import PrintedFigure, read_printed
    from beijing_public_services.reference import (
        Anomaly,
        Area,
        Category,
        CrossCheck,
        Domain,
        Identity,
        Mention,
        Numeral,
        Paragraph,
        Source,
        Topic,
        Unit,
    )
    from beijing_public_services.refreshing import refresh
    from beijing_public_services.releases import diff
    from beijing_public_services.scaffold import new_package
    from beijing_public_services.selection import Best
    from beijing_public_services.store import bundled, load
    from beijing_public_services.tables import Table, Tables
    from beijing_public_services.units import register_units
    from beijing_public_services.verdicts import Verdict
    from beijing_public_services.verification import verify
    from beijing_public_services.works import Work
else:

    def __getattr__(name):
        for home, names in {
            "_ids": "DomainId IndicatorId",
            "_release": "__version__ data_sha256 data_version",
            "api": "by_domain domains get_indicator indicators is_indicator_id search",
            "assertion": "assert_published",
            "auditing": "audit",
            "changes": "Change Difference",
            "checks": "check check_report",
            "citation": "Citation cite",
            "configuration": "Configuration read_configuration",
            "corroboration": "Coverage coverage",
            "errors": "AmbiguousObservationError BeijingPublicServicesError ConfigurationError DataPackageError "
            "ExportError IntervalError MissingExtraError NotEmptyError OverwriteError PeriodError "
            "PrintedFigureError RemovedIndicatorError UnitConflictError UnknownDomainError "
            "UnknownIndicatorError UnknownLanguageError UnknownObservationError UnknownStyleError "
            "UnknownUnitError UnsafeFileError WriteError",
            "exchange": "export to_arrow",
            "frame": "to_frame",
            "history": "Alias Erratum",
            "interval": "Convention Interval",
            "issue": "CheckReport Issue NotRun",
            "model": "Indicator Observation",
            "package": "DataPackage",
            "passages": "PassageVerdict verify_text",
            "printed": "PrintedFigure read_printed",
            "reference": "Anomaly Area Category CrossCheck Domain Identity Mention Numeral Paragraph Source Topic Unit",
            "refreshing": "refresh",
            "releases": "diff",
            "scaffold": "new_package",
            "selection": "Best",
            "store": "bundled load",
            "tables": "Table Tables",
            "units": "register_units",
            "verdicts": "Verdict",
            "verification": "verify",
            "works": "Work",
        }.items():
            if name in names.split():
                from importlib import import_module

                value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "Alias",
    "AmbiguousObservationError",
    "Anomaly",
    "Area",
    "BeijingPublicServicesError",
    "Best",
    "Category",
    "Change",
    "CheckReport",
    "Citation",
    "Configuration",
    "ConfigurationError",
    "Convention",
    "Coverage",
    "CrossCheck",
    "DataPackage",
    "DataPackageError",
    "Difference",
    "Domain",
    "DomainId",
    "Erratum",
    "ExportError",
    "Identity",
    "Indicator",
    "IndicatorId",
    "Interval",
    "IntervalError",
    "Issue",
    "Mention",
    "MissingExtraError",
    "NotEmptyError",
    "NotRun",
    "Numeral",
    "Observation",
    "OverwriteError",
    "Paragraph",
    "PassageVerdict",
    "PeriodError",
    "PrintedFigure",
    "PrintedFigureError",
    "RemovedIndicatorError",
    "Source",
    "Table",
    "Tables",
    "Topic",
    "Unit",
    "UnitConflictError",
    "UnknownDomainError",
    "UnknownIndicatorError",
    "UnknownLanguageError",
    "UnknownObservationError",
    "UnknownStyleError",
    "UnknownUnitError",
    "UnsafeFileError",
    "Verdict",
    "Work",
    "WriteError",
    "__version__",
    "assert_published",
    "audit",
    "bundled",
    "by_domain",
    "check",
    "check_report",
    "cite",
    "coverage",
    "data_sha256",
    "data_version",
    "diff",
    "domains",
    "export",
    "get_indicator",
    "indicators",
    "is_indicator_id",
    "load",
    "new_package",
    "read_configuration",
    "read_printed",
    "refresh",
    "register_units",
    "search",
    "to_arrow",
    "to_frame",
    "verify",
    "verify_text",
]
