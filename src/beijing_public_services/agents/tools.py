"""The six tools: what each is for, what it takes, what it answers, and the function that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from beijing_public_services._record import Record
from beijing_public_services.agents import answers, passages, schemas
from beijing_public_services.agents.arguments import Argument
from beijing_public_services.agents.instructions import BOUNDS, DISPUTES
from beijing_public_services.citation.citation import CitationStyle
from beijing_public_services.model.codelists import Language, StatementKind

if TYPE_CHECKING:
    from collections.abc import Callable

OFFSET = Argument(name="offset", type="count", description="Leave out so many items: the `next_offset` of an answer.")
FULL = Argument(name="full", type="switch", description="Allow an answer of up to 60 kB, with long texts uncut.")
INDICATOR = Argument(
    name="indicator",
    type="text",
    required=True,
    description="The id of an indicator, such as environment.pm2_5_annual_mean; search_indicators finds it.",
)
AREA = Argument(name="area", type="text", longest=100, description="The id of an area, such as CN-BJ.")
PERIOD = Argument(
    name="period", type="text", longest=60, description="A period in SDMX form: 2024, 2024-Q1, 2024-03, 2024-03-31."
)
CATEGORY = Argument(name="category", type="text", longest=100, description="The id of a category, as figures name it.")
DOMAIN = Argument(name="domain", type="text", longest=100, description="Only of this domain, by its id.")


class Tool(Record):
    """A tool: its name and title, what an assistant reads about it, and the function that answers."""

    name: str
    title: str
    description: str
    arguments: tuple[Argument, ...]
    output: dict[str, Any]
    answer: Callable[..., dict[str, Any]]

    def input_schema(self) -> dict[str, Any]:
        """Return the JSON schema of the arguments."""
        return {
            "type": "object",
            "properties": {each.name: each.schema() for each in self.arguments},
            "required": [each.name for each in self.arguments if each.required],
            "additionalProperties": False,
        }


TOOLS = (
    Tool(
        name="search_indicators",
        title="Search indicators",
        description="Find indicators by words in Chinese or English; every word must match. Each comes with its "
        f"headline figure. {BOUNDS} No result means that this package holds no such figure, not that none exists.",
        arguments=(
            Argument(
                name="query",
                type="text",
                required=True,
                description="Words in Chinese or English, such as `forest coverage` or 细颗粒物, or part of an id.",
            ),
            DOMAIN,
            OFFSET,
            FULL,
        ),
        output=schemas.SEARCH,
        answer=answers.search_indicators,
    ),
    Tool(
        name="get_indicator",
        title="Read the figures of an indicator",
        description="Read an indicator: its definition and its figures, the headline first, each with bound, period, "
        f"area, source, paragraph (`locator`) and who disputes it. {BOUNDS} {DISPUTES}",
        arguments=(INDICATOR, AREA, PERIOD, CATEGORY, OFFSET, FULL),
        output=schemas.GET,
        answer=answers.get_indicator,
    ),
    Tool(
        name="verify_claim",
        title="Verify a claim",
        description="Hold one figure against what is published. `match`: it is what is printed. `consistent`: it "
        "follows from it but says less. `mismatch`: it is not what is printed, and `diagnosis` names the slip. "
        "`cannot_verify`: what is printed leaves it open, which is neither true nor false. A claim that drops a bound "
        f"(900 where more than 900 is printed) is a mismatch. {DISPUTES}",
        arguments=(
            INDICATOR,
            Argument(
                name="claim",
                type="claim",
                required=True,
                description="One figure, in English or Chinese, with its unit: `over 900 billion yuan`, 近1.9万个; or "
                "a number in the unit of the indicator.",
            ),
            AREA,
            PERIOD,
            CATEGORY,
            FULL,
        ),
        output=schemas.CLAIM,
        answer=answers.verify_claim,
    ),
    Tool(
        name="verify_text",
        title="Verify a text",
        description="Find the figures of a text about indicators of the package and judge each as verify_claim does. "
        "`passed_over` figures were not judged, for the reason that is given: they are neither right nor wrong. "
        "`counts` says how many figures have which status, on all pages together.",
        arguments=(
            Argument(
                name="text",
                type="text",
                required=True,
                longest=20_000,
                description="Prose, lists or tables in English or Chinese.",
            ),
            Argument(
                name="default_area",
                type="text",
                longest=100,
                description="The id of the area that a text without place names is about, or `none`; by default the "
                "area that the package is about.",
            ),
            Argument(
                name="published",
                type="text",
                longest=20,
                description="The year or date of the text, such as 2025-01-21, so that `last year` is understood.",
            ),
            OFFSET,
            FULL,
        ),
        output=schemas.PASSAGE,
        answer=passages.verify_text,
    ),
    Tool(
        name="list_statements",
        title="List statements",
        description="List what the report says besides figures: `instrument` a plan, regulation or platform that it "
        "names, `event` what happened, `shortcoming` what it says is lacking, `priority` what it says is to be done. "
        "These are the report's statements, not facts that were checked. Names are labels, not its sentences.",
        arguments=(
            Argument(name="kind", type="text", choices=get_args(StatementKind), description="Only of this kind."),
            DOMAIN,
            Argument(name="query", type="text", description="Only those that hold every one of these words."),
            OFFSET,
            FULL,
        ),
        output=schemas.STATEMENTS,
        answer=answers.list_statements,
    ),
    Tool(
        name="cite",
        title="Cite",
        description="Return a citation: the report with section and paragraph, and the release of the data. Quote it "
        "unchanged.",
        arguments=(
            Argument(
                name="id",
                type="text",
                longest=300,
                description="A figure or an indicator, by its id; else the release.",
            ),
            Argument(
                name="style",
                type="text",
                choices=get_args(CitationStyle),
                default="plain",
                description="The style: plain, apa and gbt7714 for people, bibtex, csl-json and ris for programs.",
            ),
            Argument(
                name="language",
                type="text",
                choices=get_args(Language),
                description="The language of the words around the titles; both unless given.",
            ),
            FULL,
        ),
        output=schemas.CITE,
        answer=answers.cite,
    ),
)
