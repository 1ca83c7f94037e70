"""How Sphinx builds the documentation site: `nox -s docs`, or `python -m sphinx -W -b html docs build/site`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]  # the extension in tools/, and the library whose docstrings are read

from beijing_public_services._generated.release import VERSION  # noqa: E402

project = "beijing-public-services"
author = copyright = "beijing-public-services contributors"
version = release = VERSION
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "tools.docs_site.extension",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "notebooks/.ipynb_checkpoints"]
templates_path = ["_templates"]
nitpicky = True
smartquotes = False  # codes and ids keep their quotation marks
default_role = "code"  # docstrings have code between single backticks
suppress_warnings = ["myst.header", "misc.highlighting_failure"]  # headings of rules; what a command prints

myst_enable_extensions = ["deflist", "colon_fence", "attrs_inline", "attrs_block"]
myst_heading_anchors = 4
myst_links_external_new_tab = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
# What other libraries define, and names of ours that only annotations use.
nitpick_ignore_regex = [
    (r"py:.*", r"(decimal\.)?Decimal|(os\.)?PathLike|(pathlib\.)?Path|(typing_extensions\.)?TypeIs"),
    (r"py:.*", r"(pint\.)?(UnitRegistry|PlainQuantity|.*\.PlainQuantity)|pd\.DataFrame|pyarrow\.Table"),
    (r"py:.*", r"Day|Definitions|PlotOptions|Progress|Result|Row|Severity"),
]

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

html_theme = "furo"
html_title = "Beijing public services"
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css"]
html_extra_path = ["llms.txt", "check-report.schema.json"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options = {
    "source_repository": "https://github.com/beijing-public-services/beijing-public-services",
    "source_branch": "main",
    "source_directory": "docs/",
    "top_of_page_buttons": ["view"],
    "light_css_variables": {"color-brand-primary": "#9a3412", "color-brand-content": "#9a3412"},
    "dark_css_variables": {"color-brand-primary": "#fdba74", "color-brand-content": "#fdba74"},
}
