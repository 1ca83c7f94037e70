"""The page of a rule in Chinese: what it asks from the list, the rest line by line."""

from __future__ import annotations

import re

from beijing_public_services.cli._chinese import chinese
from beijing_public_services.cli._chinese_lists import sentences_of_rules

LINES = {
    "- Layer: the descriptor (": "- 层：描述文件（",
    "- Layer: conformance to the descriptor (": "- 层：与描述文件相符（",
    "- Layer: the structure that frictionless leaves out (": "- 层：frictionless 不检查的结构（",
    "- Layer: the meaning of the figures (": "- 层：数字的含义（",
    "- A finding is an error: it fails a check": "- 有发现即为错误，检查不通过",
    "- A finding is a warning: it does not fail a check": "- 有发现只是警告，不影响检查通过",
    "- Needs: nothing but the package": "- 需要：只需数据包",
    "- Needs: ": "- 需要：",
    "## Finds nothing": "## 没有发现",
    "## Finds": "## 会有发现",
    "In the bundled package, and in the sound package that the broken ones are made from.": (
        "在随附的数据包里，以及在用来改坏的那个完好的数据包里。"
    ),
}
CHOICE = re.compile(r"- Choose it with (`.*`), leave it out with (`.*`), let it warn with (`.*`)")
ROW_ADDED = re.compile(r"In row (\d+) of (`\w+`): a row was added\.")
ROW_CHANGED = re.compile(r"In row (\d+) of (`\w+`): (.*)\.")
CELL_SET = re.compile(r"(`\w+`) set to (``|`[^`]*`)")
BROKEN = re.compile(r"In a \[package broken by hand\]\([^)]*\): (.*)\.")


def chinese_page(page: str) -> str:
    """Return the page of a rule in Chinese; what was broken in an example stays in English, and says so."""
    title, _, rest = page.partition("\n\n")
    sentence, _, more = rest.partition("\n\n")
    sentence = sentences_of_rules().get(title.removeprefix("# "), sentence)
    return "\n".join([title, "", sentence, "", *map(_line, more.split("\n"))]).rstrip()


def _line(line: str) -> str:
    if choice := CHOICE.fullmatch(line):
        return "- 用 {} 只运行它，用 {} 不运行它，用 {} 让它只作警告".format(*choice.groups())
    if added := ROW_ADDED.fullmatch(line):
        return f"{added[2]} 第 {added[1]} 行：增加了一行。"
    if changed := ROW_CHANGED.fullmatch(line):
        cells = "，".join(f"{cell} 改为 {value}" for cell, value in CELL_SET.findall(changed[3]))
        return f"{changed[2]} 第 {changed[1]} 行：{cells}。"
    if broken := BROKEN.fullmatch(line):
        return f"在一个手工改坏的数据包里（英文）：{broken[1]}。"
    for english, words in LINES.items():
        if line.startswith(english):
            return words + line.removeprefix(english).replace(")", "）")
    return chinese(line)
