"""The lists of Chinese words for findings and for rules: a line for each, English or an id, a tab, and Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._once import once

if TYPE_CHECKING:
    from collections.abc import Iterator


@once
def sentences_of_rules() -> dict[str, str]:
    """Return what each rule of `check` and `audit` asks for, in Chinese, by its id."""
    return dict(_lines("rules.zh.txt"))


def in_chinese(text: str) -> str:
    """Return a phrase of a finding in Chinese; the phrase itself if the list does not have it.

    In the list `{}` stands for any text; the phrase with the most words of its own counts.

    >>> in_chinese("'tree' in use")
    "'tree' 仍在使用"
    """
    exact, patterns = _phrases()
    if text in exact:
        return exact[text]
    for pattern, chinese in patterns:
        if parts := pattern.fullmatch(text):
            return chinese.format(*[exact.get(each, each) for each in parts.groups()])
    return text


@once
def _phrases() -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """The phrases without a gap, and those with gaps, the longest first."""
    exact, patterns = {}, []
    for english, chinese in _lines("findings.zh.txt"):
        if "{}" in english:
            patterns.append((re.compile(re.escape(english).replace(r"\{\}", "(.+?)"), re.DOTALL), english, chinese))
        else:
            exact[english] = chinese
    patterns.sort(key=lambda each: -len(each[1].replace("{}", "")))
    return exact, [(pattern, chinese) for pattern, _, chinese in patterns]


def _lines(file: str) -> Iterator[tuple[str, str]]:
    folder = __file__.rpartition("_chinese_lists")[0]
    content = bytes(__spec__.loader.get_data(f"{folder}{file}")).decode()  # type: ignore[union-attr]
    for line in content.splitlines():
        english, _, chinese = line.partition("\t")
        yield english, chinese
