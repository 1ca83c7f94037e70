"""The list of commands with a line of help for each; the file `cli/NAME.py` holds the command itself."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "list": ("列出指标及其主要数字。", "List the indicators with their headline figure."),
    "search": ("按词语查找指标和记述。", "Find indicators and statements by words."),
    "show": ("显示一个指标或一个数字的全部已知信息。", "Show an indicator or a figure with all that is known of it."),
    "explore": (
        "在浏览器中打开一个数据包，可搜索，有图表。",
        "Open a data package in the browser, with search and charts.",
    ),
    "plot": ("把一个指标或一个领域画成图。", "Draw a chart of an indicator or of a domain."),
    "statements": (
        "列出报告提到的制度举措、事件、短板与重点方向。",
        "List the plans, events, shortcomings and priorities named.",
    ),
    "verify": ("将一个说法与所载数字核对。", "Hold a claim against the published figure."),
    "verify-text": ("找出一段文字中的说法并逐一核对。", "Find the claims in a text and verify each."),
    "cite": ("给出本数据、一个指标或一个数字的引用格式。", "Show how to cite the release, an indicator or a figure."),
    "coverage": ("统计有其他依据印证的数字。", "Count the figures that something else bears out."),
    "mcp": (
        "为 AI 助手提供数据包（模型上下文协议 MCP）。",
        "Serve a data package to assistants (Model Context Protocol).",
    ),
    "check": ("检查数据包有何问题。", "Find what is wrong with a data package."),
    "explain": ("解释 check 的一条规则。", "Explain a rule of `check`."),
    "audit": ("对照报告原文核实数据包。", "Prove a data package against the text of its report."),
    "new": ("新建一个自己的数据包。", "Start a data package of your own."),
    "refresh": ("更新数据包的标识、大小与散列值。", "Bring ids, sizes and hashes of a data package up to date."),
    "draft": (
        "根据报告原文起草：每个数字一行，审阅后移入各表。",
        "Propose a row for each figure of a report, to review and accept.",
    ),
    "diff": ("比较数据包的两个版本。", "Compare two releases of a data package."),
    "export": ("把数据包写成其他系统的格式。", "Write a data package in the format of another system."),
}  # in the order of the help; each line first in Chinese, then in English
