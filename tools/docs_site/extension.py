"""What Sphinx needs beyond its own extensions: the data dictionary, two languages, links to files of the repository."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective
from tools.docs_site import dictionary
from tools.docs_site.charts import setup_charts

import beijing_public_services as bps

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from beijing_public_services.model.codelists import Language

REPOSITORY = "https://github.com/beijing-public-services/beijing-public-services/blob/main"
DOCS = Path(__file__).resolve().parents[2] / "docs"
LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)\s]+)(?=\))")
CHINESE = "zh/"
EXPLORER = "explore.html"
TABLES = {
    "headlines": dictionary.headline_table,
    "sources": dictionary.source_table,
    "units": dictionary.unit_table,
}
WORDS = {
    "Search": "搜索",
    "Next": "下一页",
    "Previous": "上一页",
    "Home": "首页",
    "On this page": "本页内容",
    "Index": "索引",
    "View this page": "查看源文件",
    "Edit this page": "编辑本页",
}
HEADING = 'role="heading"'
CAPTION = f'<p class="caption" {HEADING} aria-level="2"><span class="caption-text">中文</span></p>'


class DictionaryDirective(SphinxDirective):
    """A part of the data dictionary: the indicators of a domain, all headlines, all sources or all units."""

    has_content = False
    optional_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "language": lambda text: directives.choice(text, ("en", "zh"))
    }

    def run(self) -> list[nodes.Node]:
        """Return the nodes of the part that the directive is named after."""
        language: Language = self.options.get("language", "en")
        if self.name in TABLES:
            return TABLES[self.name](language)
        for name, anchor in dictionary.search_names(self.arguments[0], language).items():
            self.env.domains.standard_domain.note_object("indicator", name, anchor)
        return dictionary.indicator_sections(self.arguments[0], language)


def link_to_repository(app: Sphinx, docname: str, source: list[str]) -> None:
    """Let links to files outside docs/ lead to the repository; the pages of rules stand in no menu but in checks.md."""
    folder = PurePosixPath("docs", docname).parent

    def lead(match: re.Match[str]) -> str:
        path = Path(DOCS.parent, folder, match[1].partition("#")[0]).resolve()
        outside = DOCS not in path.parents and path.exists()
        return f"{REPOSITORY}/{path.relative_to(DOCS.parent).as_posix()}" if outside else match[1]

    source[0] = LINK.sub(lead, source[0])
    if docname.startswith("rules/"):
        source[0] = f"---\norphan: true\n---\n\n{source[0]}"


def end_examples_without_blank_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Drop the blank line that ends an example for doctest."""
    for block in doctree.findall(nodes.literal_block):
        text = block.astext().rstrip("\n")
        block.children = []
        block += nodes.Text(text)
        block.rawsource = text


def let_links_find_ids(app: Sphinx, doctree: nodes.document) -> None:
    """Let Markdown link to `environment.md#environment.pm2_5_annual_mean`: MyST knows the anchors of its own only."""
    anchors = app.env.metadata[app.env.current_document.docname].setdefault("myst_slugs", {})
    for section in doctree.findall(nodes.section):
        for anchor in section["ids"]:
            anchors.setdefault(anchor, (section.line or 0, anchor, section.next_node(nodes.title).astext()))


def speak_the_language(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Give a page its language, the way to the same page in the other one, and the menu of its own."""
    chinese = page.startswith(CHINESE)
    if chinese:
        context |= {"language": "zh-CN", "docstitle": "北京公共服务", "master_doc": "zh/index"}
        context["_"] = lambda text: WORDS.get(text, text)
    counterpart = page.removeprefix(CHINESE) if chinese else CHINESE + page
    if counterpart not in app.env.found_docs:
        counterpart = "index" if chinese else "zh/index"
    if "body" in context:  # who uses the keyboard scrolls a wide example too
        context["body"] = context["body"].replace("<pre>", '<pre tabindex="0">')
    language = "?lang=zh" if chinese else ""
    context["explorer"] = context["pathto"](EXPLORER, resource=True) + language
    context["other_language"] = {"current": "zh" if chinese else "en", "href": context["pathto"](counterpart)}
    menu = context.get("furo_navigation_tree", "").replace(HEADING, f'{HEADING} aria-level="2"')
    english, caption, rest = menu.partition(CAPTION)
    if caption:
        menu = rest if chinese else english
    context["furo_navigation_tree"] = menu


def keep_sentence(app: Sphinx, what: str, name: str, value: object, options: object, lines: list[str]) -> None:
    """Keep the first sentence of a property whole: napoleon takes what stands before a colon for its type."""
    if what in ("property", "attribute", "data") and lines:
        lines[:0] = ["..", ""]  # a comment


def write_explorer(app: Sphinx, exception: Exception | None) -> None:
    """Put the explorer of the bundled package beside the pages; the menu leads to it."""
    if exception is None and app.builder.format == "html":
        Path(app.outdir, EXPLORER).write_text(bps.explorer_html(), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_object_type("indicator", "indicator")
    app.registry.domain_object_types["std"]["indicator"].attrs["searchprio"] = 0  # before pages that have the word
    for name in ("indicators", *TABLES):
        app.add_directive(name, DictionaryDirective)
    setup_charts(app)
    app.connect("source-read", link_to_repository)
    app.connect("autodoc-process-docstring", keep_sentence, priority=400)  # before napoleon
    app.connect("doctree-read", end_examples_without_blank_lines)
    app.connect("doctree-read", let_links_find_ids)
    app.connect("html-page-context", speak_the_language, priority=900)  # after the theme
    app.connect("build-finished", write_explorer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
