"""The figures of a report on Beijing's public services in 2024, with unit, bound, period, place and source."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from beijing_public_services._ids import DomainId, IndicatorId
    from beijing_public_services._release import __version__, data_sha256, data_version
    from beijing_public_services.api import by_domain, domains, get_indicator, indicators, is_indicator_id, search
    from beijing_public_services.auditing import audit
    from beijing_public_services.changes import Change, Difference
    from beijing_public_services.checks import check
    from beijing_public_services.errors import (
        AmbiguousObservationError,
        BeijingPublicServicesError,
        DataPackageError,
        IntervalError,
        MissingExtraError,
        PeriodError,
        PrintedFigureError,
        RemovedIndicatorError,
        UnitConflictError,
        UnknownDomainError,
        UnknownIndicatorError,
        UnknownObservationError,
        UnknownUnitError,
    )
    from beijing_public_services.frame import to_frame
    from beijing_public_services.history import Alias, Erratum
    from beijing_public_services.interval import Convention, Interval
    from beijing_public_services.issue import Issue
    from beijing_public_services.model import Indicator, Observation
    from beijing_public_services.package import DataPackage
    from beijing_public_services.passages import PassageVerdict, verify_text
    from beijing_public_services.printed import PrintedFigure, read_printed
    from beijing_public_services.reference import (
        Area,
        Category,
        Domain,
        Identity,
        Mention,
        Numeral,
        Paragraph,
        Source,
        Topic,
        Unit,
    )
    from beijing_public_services.releases import diff
    from beijing_public_services.store import bundled, load
    from beijing_public_services.units import register_units
    from beijing_public_services.verdicts import Verdict
    from beijing_public_services.verification import verify
else:

    def __getattr__(name):
        for home, names in {
            "_ids": "DomainId IndicatorId",
            "_release": "__version__ data_sha256 data_version",
            "api": "by_domain domains get_indicator indicators is_indicator_id search",
            "auditing": "audit",
            "changes": "Change Difference",
            "checks": "check",
            "errors": "AmbiguousObservationError BeijingPublicServicesError DataPackageError IntervalError "
            "MissingExtraError PeriodError PrintedFigureError RemovedIndicatorError UnitConflictError "
            "UnknownDomainError UnknownIndicatorError UnknownObservationError UnknownUnitError",
            "frame": "to_frame",
            "history": "Alias Erratum",
            "issue": "Issue",
            "interval": "Convention Interval",
            "model": "Indicator Observation",
            "package": "DataPackage",
            "passages": "PassageVerdict verify_text",
            "printed": "PrintedFigure read_printed",
            "reference": "Area Category Domain Identity Mention Numeral Paragraph Source Topic Unit",
            "releases": "diff",
            "store": "bundled load",
            "units": "register_units",
            "verdicts": "Verdict",
            "verification": "verify",
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
    "Area",
    "BeijingPublicServicesError",
    "Category",
    "Change",
    "Convention",
    "DataPackage",
    "DataPackageError",
    "Difference",
    "Domain",
    "DomainId",
    "Erratum",
    "Identity",
    "Indicator",
    "IndicatorId",
    "Interval",
    "IntervalError",
    "Issue",
    "Mention",
    "MissingExtraError",
    "Numeral",
    "Observation",
    "Paragraph",
    "PassageVerdict",
    "PeriodError",
    "PrintedFigure",
    "PrintedFigureError",
    "RemovedIndicatorError",
    "Source",
    "Topic",
    "Unit",
    "UnitConflictError",
    "UnknownDomainError",
    "UnknownIndicatorError",
    "UnknownObservationError",
    "UnknownUnitError",
    "Verdict",
    "__version__",
    "audit",
    "bundled",
    "by_domain",
    "check",
    "data_sha256",
    "data_version",
    "diff",
    "domains",
    "get_indicator",
    "indicators",
    "is_indicator_id",
    "load",
    "read_printed",
    "register_units",
    "search",
    "to_frame",
    "verify",
    "verify_text",
]
