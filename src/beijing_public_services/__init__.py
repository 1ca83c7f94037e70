"""The figures of a report on Beijing's public services in 2024, with unit, bound, period, place and source."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services._figures import figures
    from beijing_public_services._generated.ids import DomainId, IndicatorId
    from beijing_public_services._generated.release import __version__, data_sha256, data_version
    from beijing_public_services.api.answers import cite, coverage, to_arrow, to_frame, verify, verify_text
    from beijing_public_services.api.charts import plot
    from beijing_public_services.api.explorer import explore, explorer_html
    from beijing_public_services.api.questions import (
        bundled,
        by_domain,
        domains,
        get_indicator,
        indicators,
        is_indicator_id,
        search,
        search_statements,
        statements,
    )
    from beijing_public_services.authoring.changes import Change, Difference
    from beijing_public_services.authoring.diff import diff
    from beijing_public_services.authoring.drafting.accept import Acceptance, accept_draft
    from beijing_public_services.authoring.drafting.draft import Draft, draft_package, number_report
    from beijing_public_services.authoring.refresh import refresh
    from beijing_public_services.authoring.scaffold import new_package
    from beijing_public_services.checks.audit import audit
    from beijing_public_services.checks.configuration import Configuration, read_configuration
    from beijing_public_services.checks.coverage import Coverage
    from beijing_public_services.checks.issue import CheckReport, Issue, NotRun
    from beijing_public_services.checks.runner import check, check_report
    from beijing_public_services.citation.citation import Citation, CitationStyle
    from beijing_public_services.citation.work import Work, WorkKind
    from beijing_public_services.datapackage.loader import load
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.datapackage.search import SearchResults
    from beijing_public_services.datapackage.tables import Table, Tables
    from beijing_public_services.errors import (
        AmbiguousObservationError,
        BeijingPublicServicesError,
        ChartError,
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
        UnknownStatementKindError,
        UnknownStyleError,
        UnknownUnitError,
        UnsafeFileError,
        WriteError,
    )
    from beijing_public_services.exports.export import export
    from beijing_public_services.model.bases import Base, ImpliedBase
    from beijing_public_services.model.codelists import (
        Agreement,
        AliasKind,
        AnomalyKind,
        BaseKind,
        Bound,
        BreakKind,
        ChangeKind,
        Fate,
        Frequency,
        Grade,
        IdentityKind,
        Language,
        Measure,
        PriceBasis,
        Revision,
        Role,
        SeenAs,
        SourceKind,
        StatementKind,
        StatementStatus,
        Status,
        Step,
        Subkind,
        Timing,
    )
    from beijing_public_services.model.evidence import Anomaly, Break, CrossCheck, Identity
    from beijing_public_services.model.growth import breaks_between, growth_between
    from beijing_public_services.model.history import Alias, Erratum
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.picture import Picture
    from beijing_public_services.model.provenance import Mention, Numeral, Paragraph, Source
    from beijing_public_services.model.selection import Best
    from beijing_public_services.model.statement import Statement
    from beijing_public_services.model.vintages import Vintage
    from beijing_public_services.model.vocabulary import Area, Category, Domain, Topic, Unit
    from beijing_public_services.notation.convention import Convention
    from beijing_public_services.notation.figure import Claim, PrintedFigure
    from beijing_public_services.notation.interval import Interval
    from beijing_public_services.notation.periods import Period
    from beijing_public_services.notation.printed import read_printed
    from beijing_public_services.notation.units import register_units
    from beijing_public_services.testing import assert_published
    from beijing_public_services.verification.passage_report import (
        PassageReason,
        PassageReport,
        PassageVerdict,
        PassedOver,
    )
    from beijing_public_services.verification.verdict import Diagnosis, Reason, Verdict, VerdictStatus
    from beijing_public_services.views.charts.chart import Chart
    from beijing_public_services.views.charts.data import (
        ChartAxis,
        ChartBreak,
        ChartData,
        ChartForm,
        ChartKind,
        ChartMark,
        ChartRole,
        ChartTick,
    )
    from beijing_public_services.views.charts.theme import ChartTheme
else:
    _HOOKS = {"plot": f"{__name__}.api.charts"}  # where `_hooks.hook` finds the work of methods such as Indicator.plot

    def __getattr__(name):
        for home, names in {
            "_figures": "figures",
            "_generated.ids": "DomainId IndicatorId",
            "_generated.release": "__version__ data_sha256 data_version",
            "api.answers": "cite coverage to_arrow to_frame verify verify_text",
            "api.explorer": "explore explorer_html",
            "api.questions": "bundled by_domain domains get_indicator indicators is_indicator_id search "
            "search_statements statements",
            "api.charts": "plot",
            "views.charts.chart": "Chart",
            "views.charts.data": "ChartAxis ChartBreak ChartData ChartForm ChartKind ChartMark ChartRole ChartTick",
            "views.charts.theme": "ChartTheme",
            "testing": "assert_published",
            "checks.audit": "audit",
            "authoring.changes": "Change Difference",
            "checks.runner": "check check_report",
            "citation.citation": "Citation CitationStyle",
            "checks.configuration": "Configuration read_configuration",
            "checks.coverage": "Coverage",
            "errors": "AmbiguousObservationError BeijingPublicServicesError ChartError ConfigurationError "
            "DataPackageError ExportError IntervalError MissingExtraError NotEmptyError OverwriteError PeriodError "
            "PrintedFigureError RemovedIndicatorError UnitConflictError UnknownDomainError "
            "UnknownIndicatorError UnknownLanguageError UnknownObservationError UnknownStatementKindError "
            "UnknownStyleError UnknownUnitError UnsafeFileError WriteError",
            "exports.export": "export",
            "model.history": "Alias Erratum",
            "notation.convention": "Convention",
            "notation.interval": "Interval",
            "checks.issue": "CheckReport Issue NotRun",
            "model.indicator": "Indicator",
            "datapackage.package": "DataPackage",
            "datapackage.search": "SearchResults",
            "verification.passage_report": "PassageReason PassageReport PassageVerdict PassedOver",
            "notation.figure": "Claim PrintedFigure",
            "notation.periods": "Period",
            "notation.printed": "read_printed",
            "model.codelists": "Agreement AliasKind AnomalyKind BaseKind Bound BreakKind ChangeKind Fate Frequency "
            "Grade IdentityKind Language Measure PriceBasis Revision Role SeenAs SourceKind StatementKind "
            "StatementStatus Status Step Subkind Timing",
            "model.evidence": "Anomaly Break CrossCheck Identity",
            "model.bases": "Base ImpliedBase",
            "model.growth": "breaks_between growth_between",
            "model.observation": "Observation",
            "model.picture": "Picture",
            "model.provenance": "Mention Numeral Paragraph Source",
            "model.statement": "Statement",
            "model.vocabulary": "Area Category Domain Topic Unit",
            "authoring.drafting.draft": "Draft draft_package number_report",
            "authoring.drafting.accept": "Acceptance accept_draft",
            "authoring.refresh": "refresh",
            "authoring.diff": "diff",
            "authoring.scaffold": "new_package",
            "model.selection": "Best",
            "model.vintages": "Vintage",
            "datapackage.loader": "load",
            "datapackage.tables": "Table Tables",
            "notation.units": "register_units",
            "verification.verdict": "Diagnosis Reason Verdict VerdictStatus",
            "citation.work": "Work WorkKind",
        }.items():
            if name in names.split():
                from importlib import import_module

                value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = [
    "Acceptance", "Agreement", "Alias", "AliasKind", "AmbiguousObservationError", "Anomaly", "AnomalyKind", "Area",
    "Base", "BaseKind", "BeijingPublicServicesError", "Best", "Bound", "Break", "BreakKind", "Category", "Change",
    "ChangeKind", "Chart", "ChartAxis", "ChartBreak", "ChartData", "ChartError", "ChartForm", "ChartKind",
    "ChartMark", "ChartRole", "ChartTheme", "ChartTick", "CheckReport", "Citation", "CitationStyle", "Claim",
    "Configuration", "ConfigurationError", "Convention", "Coverage", "CrossCheck", "DataPackage", "DataPackageError",
    "Diagnosis", "Difference", "Domain", "DomainId", "Draft", "Erratum", "ExportError", "Fate", "Frequency", "Grade",
    "Identity", "IdentityKind", "ImpliedBase", "Indicator", "IndicatorId", "Interval", "IntervalError", "Issue",
    "Language", "Measure", "Mention", "MissingExtraError", "NotEmptyError", "NotRun", "Numeral", "Observation",
    "OverwriteError", "Paragraph", "PassageReason", "PassageReport", "PassageVerdict", "PassedOver", "Period",
    "PeriodError", "Picture", "PriceBasis", "PrintedFigure", "PrintedFigureError", "Reason", "RemovedIndicatorError",
    "Revision", "Role", "SearchResults", "SeenAs", "Source", "SourceKind", "Statement", "StatementKind",
    "StatementStatus", "Status", "Step", "Subkind", "Table", "Tables", "Timing", "Topic", "Unit", "UnitConflictError",
    "UnknownDomainError", "UnknownIndicatorError", "UnknownLanguageError", "UnknownObservationError",
    "UnknownStatementKindError", "UnknownStyleError", "UnknownUnitError", "UnsafeFileError", "Verdict",
    "VerdictStatus", "Vintage", "Work", "WorkKind", "WriteError", "__version__", "accept_draft", "assert_published",
    "audit", "breaks_between", "bundled", "by_domain", "check", "check_report", "cite", "coverage", "data_sha256",
    "data_version", "diff", "domains", "draft_package", "explore", "explorer_html", "export", "figures",
    "get_indicator", "growth_between", "indicators", "is_indicator_id", "load", "new_package", "number_report",
    "plot", "read_configuration", "read_printed", "refresh", "register_units", "search", "search_statements",
    "statements", "to_arrow", "to_frame", "verify", "verify_text",
]  # fmt: skip
