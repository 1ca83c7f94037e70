"""The page as one HTML text: the list of indicators, the data, and the scripts that a policy names by their digest."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from string import Template
from typing import TYPE_CHECKING, Any

from beijing_public_services.views.explorer.assets import asset, script
from beijing_public_services.views.explorer.content import content
from beijing_public_services.views.explorer.listing import both, every_figure, licences, listing, overview, text
from beijing_public_services.views.explorer.words import WORDS

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.views.explorer.citations import Cite

OUTSIDE_TEXT = str.maketrans({each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})


def explorer_page(package: DataPackage, cite: Cite, language: Language) -> str:
    """Return the explorer of a package as an HTML page that needs no other file and no network.

    Args:
        package: the package to show.
        cite: returns the citations of a figure by style, each in Chinese and in English.
        language: the language that the page opens in for readers of neither language.
    """
    shown = content(package, cite)
    style, program = asset("explorer.css"), script()
    title = shown["title"]
    return Template(asset("explorer.html")).substitute(
        policy=policy(style, program),
        language={"zh": "zh-CN", "en": "en"}[language],
        shown_language=language,
        title=text(title[language == "en"]),
        heading=both(*title),
        description=text(shown["description"]),
        style=style,
        script=program,
        data=json_in_html(shown),
        list=listing(package),
        overview=overview(package),
        figures=every_figure(package),
        release=both(*[each.format(version=text(package.version)) for each in WORDS["release"]])
        if package.version
        else "",
        licences=licences(shown["licences"]),
        **{f"word_{name}": both(*words) for name, words in WORDS.items()},
    )


def json_in_html(value: Any) -> str:
    """Return a value as JSON that cannot end the element it stands in, nor open another or a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(OUTSIDE_TEXT)


def policy(style: str, program: str) -> str:
    """Return the content security policy: this style and this script run, and nothing is fetched or sent."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_digest(program)}",
            f"style-src {_digest(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
