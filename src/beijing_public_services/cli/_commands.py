"""The commands: the file `cli/NAME.py` holds each, and this is its line in the list of commands."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("列出指标及其主要数字。", "List the indicators with their headline figure."),
    "search": ("按词语查找指标和陈述。", "Find indicators and statements by words."),
    "show": (
        "显示一个指标：每个数字的界限、单位、地点与出处，谁有异议，有何异常。",
        "Show an indicator: each figure with bound, unit, place and source, who disputes it, and what is odd about it.",
    ),
    "explore": (
        "在浏览器中打开一个数据包：搜索、筛选、图表、出处与引用。",
        "Open a data package in the browser: search, filters, charts, sources and citations.",
    ),
    "statements": (
        "列出报告提到的制度举措、事件、短板与重点方向。",
        "List the instruments, events, shortcomings and priorities that the report names.",
    ),
    "verify": (
        "将一个说法与所载数字核对；不符或无法核对时退出码为 1。",
        "Hold a claim against the published figure; exit code 1 on a mismatch, and if the claim cannot be verified.",
    ),
    "verify-text": (
        "在一段文字中找出有关已知指标的说法并逐一核对；有不符时退出码为 1。",
        "Find the claims about known indicators in a text and verify each; exit code 1 on a mismatch.",
    ),
    "cite": (
        "给出本数据、一个指标或一个数字的引用格式。",
        "Say how to cite the release of the data, an indicator, or one figure with its place in the report.",
    ),
    "coverage": (
        "统计哪些数字有交叉核对、有恒等式、两者皆有或皆无。",
        "Count the figures that are cross-checked, in an identity, both, or neither; as JSON with their ids.",
    ),
    "mcp": (
        "通过模型上下文协议（MCP）为 AI 助手提供数据包的数字、核对与引用。",
        "Serve the figures of a data package to assistants over the Model Context Protocol.",
    ),
    "check": (
        "检查一个数据包：描述文件、规范、结构以及数字的含义。",
        "Check a data package: its descriptor, its conformance, its structure, and what its figures mean.",
    ),
    "explain": (
        "解释一条规则：要求什么，会发现什么，如何选择。",
        "Explain a rule: what it asks, what it finds in a package that breaks it, and how to choose it.",
    ),
    "audit": (
        "对照报告原文，核实数据包的每处提及、所载数字与数词。",
        "Prove every mention, printed figure and numeral of a data package against the text of its report.",
    ),
    "new": (
        "新建一个自己的数据包，含结构、基本单位、空表、说明和 CI 工作流。",
        "Start a data package of your own, with schemas, base units, empty tables, a README and a CI workflow.",
    ),
    "refresh": (
        "更新数据包的标识、对标识的引用、大小与散列值。",
        "Bring ids, the references to them, sizes and hashes of a data package up to date.",
    ),
    "diff": (
        "比较数据包的两个版本：有何变化，版本号应升哪一级。",
        "Compare two releases of a data package: what changed, and the version step that it asks for.",
    ),
    "plot": (
        "把一个指标或一个领域画成图：SVG、PNG 或网页。",
        "Draw a chart of an indicator or of a domain, as SVG, PNG or a page.",
    ),
    "export": (
        "把数据包写成其他系统的格式。",
        "Write a data package in the format of another system.",
    ),
}  # in the order of the help; each line first in Chinese, then in English
