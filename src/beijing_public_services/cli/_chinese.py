"""Errors and findings in Chinese: where, what was found, and what would be right; names and cells stay as they are."""

from __future__ import annotations

import re

from beijing_public_services.cli._chinese_lists import in_chinese

PLACE = re.compile(r"(?P<file>[^\s:]+)(?:, row (?P<row>\d+))?(?:, column '(?P<column>[^']*)')?: found ")
FINDING = re.compile(r"(?P<place>.*?)(?:: )?\bfound (?P<found>.*), expected (?P<expected>.*?)(?P<rule> \[[^\]]*\])?")
PHRASES = {  # the words that people meet first, found or expected
    "no such file": "没有这个文件",
    "a data package": "数据包的文件夹、其 datapackage.json 或 zip",
    "a folder": "文件夹",
    "an archive": "压缩包",
    "an empty file": "空文件",
    "no such column": "没有这一列",
    "no paragraph": "没有段落",
    "a null character": "空字符",
    "no regular file": "不是普通文件",
    "text in paragraphs": "分段的文字",
    "text": "文字",
    "none": "没有",
    "nothing": "空",
    "something there": "那里已有内容",
    "a new path or an empty folder": "新路径或空文件夹",
    "a file that can be written": "可以写入的文件",
    "a folder to write in": "可以写入的文件夹",
    "a data package in a folder, to be written to": "文件夹中可以写入的数据包",
    "a file within the package": "数据包内的文件",
    "another role, since no mention points at it": "另一个角色，因为没有提及指向它",
    "the file that `draft --report` writes": "`draft --report` 写出的文件",
    "a report as UTF-8 text, Markdown, HTML or PDF": "报告：UTF-8 文本、Markdown、HTML 或 PDF",
    "'Permission denied' on writing": "没有写入权限",
    "each key once": "每个键只出现一次",
}
PATTERNS = (
    (re.compile(r"sizes or hashes that are not those of the files \((.*)\)"), r"大小或哈希与文件不符（\1）"),
    (re.compile(r"those of the files: .* (`.*`) writes them"), r"与文件一致：若文件无误，用 \1 更新"),
    (re.compile(r"(\S+), which ('.*') says"), r"\1，原文为 \2"),
    (re.compile(r"one of (\d+) ids such as (.*)"), r"\1 个标识之一，如 \2"),
    (re.compile(r"one like (.*) or (\S+)"), r"如 \1 或 \2"),
    (re.compile(r"a plain decimal such as (\S+), .*"), r"普通小数，如 \1，不带指数或千分位"),
    (re.compile(r"the ending (.*)"), r"结尾 \1"),
    (re.compile(r"(\d+) characters"), r"\1 个字符"),
    (re.compile(r"at most ([\d,]+)"), r"最多 \1"),
)
NOTE = re.compile(r"(?P<place>\S+?(?: [^:]+)?(?:: warning)?): (?P<note>.*?)(?P<rule> \[frictionless:[^\]]*\])")
NOT_RUN = re.compile(r"not run, since (?P<reason>.*): (?P<rules>[^:]*)")
MORE = re.compile(r"and ([\d,]+) more( \[[^\]]*\])")
CHOICE = re.compile(r"\S+(?: or \S+)+")
QUOTED = re.compile(r"'[^']*'|`[^`]*`")
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]|\b(?:an?|the|of|or) ")
SUMMARY = re.compile(
    r"(?P<found>No issues|\d+ errors?(?:, \d+ warnings?)?|\d+ warnings?); "
    r"(?P<ran>\d+) rules? ran(?:, (?P<not>\d+) could not)?\."
    r"(?: (?P<left>\d+) numerals? (?:is|are) unrecorded\.)?(?P<help> `.*)?"
)


def chinese(message: str) -> str:
    """Return a message of the library in Chinese; one of another form as it is.

    If there is no Chinese for what was found or expected, both stay in English behind the place.

    >>> chinese("data/areas.csv, row 3, column 'id': found 'x y', expected one of 2 ids such as 'CN', 'CN-BJ'")
    "data/areas.csv 第 3 行 id 列：发现 'x y'，应为 2 个标识之一，如 'CN', 'CN-BJ'"
    >>> chinese("data/areas.csv:3 id: found '', expected a name of the moon [a_rule_of_mine]")
    "data/areas.csv:3 id（英文）：found '', expected a name of the moon [a_rule_of_mine]"
    >>> chinese("my-city: found no such file, expected a data package")
    '没有找到 my-city；应为数据包的文件夹、其 datapackage.json 或 zip'
    """
    if summed := SUMMARY.fullmatch(message):
        return _summary(summed)
    if not_run := NOT_RUN.fullmatch(message):
        reason = in_chinese(not_run["reason"])
        if _is_english(reason):
            return message
        return f"未运行，因为{'' if reason[:1] > '~' else ' '}{reason}：{not_run['rules']}"
    if more := MORE.fullmatch(message):
        return f"另有 {more[1]} 个{more[2]}"
    parts = FINDING.fullmatch(message)
    if parts is None:
        return _note(message)
    place = parts["place"].replace(": warning", "（警告）")
    if located := PLACE.match(message):
        row, column = located["row"], located["column"]
        place = located["file"] + (f" 第 {row} 行" if row else "") + (f" {column} 列" if column else "")
    rule = parts["rule"] or ""
    found, expected = _phrase(parts["found"]), _phrase(parts["expected"])
    if _is_english(found) or _is_english(expected):
        return f"{place}（英文）：found {parts['found']}, expected {parts['expected']}{rule}" if place else message
    if parts["found"] == "no such file" and place:
        return f"没有找到 {place}；{_after('应为', expected)}{rule}"
    said = f"{_after('发现', found)}，{_after('应为', expected)}{rule}"
    return f"{place}：{said}" if place else said


def _note(message: str) -> str:
    """Return a message that does not say what was expected, as those of frictionless, in Chinese if the list has it."""
    if parts := NOTE.fullmatch(message):
        note = in_chinese(parts["note"])
        if note != parts["note"]:
            return f"{parts['place'].replace(': warning', '（警告）')}：{note}{parts['rule']}"
    return message


def _is_english(text: str) -> bool:
    """Return whether a text has words of an English sentence besides names, cells and code."""
    return bool(ENGLISH.search(QUOTED.sub("", text)))


def _after(word: str, said: str) -> str:
    """Return a phrase behind a Chinese word, after a space if it begins with no Chinese."""
    return f"{word} {said}" if said[:1].isascii() else f"{word}{said}"


def _phrase(text: str) -> str:
    if text in PHRASES:
        return PHRASES[text]
    for pattern, words in PATTERNS:
        if pattern.fullmatch(text):
            return pattern.sub(words, text)
    if CHOICE.fullmatch(text):
        return " 或 ".join(PHRASES.get(each, each) for each in text.split(" or "))
    return in_chinese(text)


def _summary(found: re.Match[str]) -> str:
    counts = re.sub(r"(\d+) errors?", r"\1 个错误", re.sub(r"(\d+) warnings?", r"\1 个警告", found["found"]))
    text = f"{counts.replace('No issues', '没有发现问题').replace(', ', '，')}；运行了 {found['ran']} 条规则"
    text += f"，{found['not']} 条不能运行。" if found["not"] else "。"
    text += f"有 {found['left']} 个数词未收录。" if found["left"] else ""
    return text + ("用 `beijing-public-services explain RULE` 查看某条规则。" if found["help"] else "")
