"""What the commands print besides figures and names, each text first in Chinese, then in English."""

from __future__ import annotations

# headings of columns
AREA = "地区", "area"
BASE = "比较对象", "relative to"
CATEGORY = "类别", "category"
DISPUTED_BY = "有争议，见", "disputed by"
FIGURES = "数字", "figures"
ID = "标识", "id"
INTERVAL = "可能的值", "possible values"
KIND = "类型", "kind"
NAME = "名称", "name"
OTHER_NAME = "英文名称", "名称"
PARAGRAPH = "段落", "paragraph"
PERIOD = "时期", "period"
PRINTED = "原文", "printed"
SOURCE = "来源", "source"
VALUE = "数值", "value"

# figures
NO_FIGURE = "没有数字", "no figure"
SEVERAL_FIGURES = "{} 个数字", "{} figures"
MEASURED_IN = "{}，单位：{}（{}）", "{} in {} ({})"
MARKED = "{}（{}）", "{} ({})"
NOTE = "注：{}", "Note: {}"
NOTE_ON = "注（{}）：{}", "Note ({}): {}"
COMMA = "、", ", "
CITE_ONE = "按标识引用一个数字，例如：", "Cite one figure by its id, for example:"
SAME_PARAGRAPH = "同一段落 {}", "same paragraph, {}"
DISPUTED = "有争议", "Disputed"
QUESTIONED = "存疑", "Questioned"
CROSS_CHECK = "对照（{}）", "Cross-check ({})"
COMPARED = "{}：{} {}；{} 载为 {}，{}（等级 {}）。{}", "{}: {} {}; {} prints {}, {} (grade {}). {}"
RESTATED = "{}：{} {}，见 {}（{}）；此前 {}（{}）载为 {}", "{}: {} {} in {} ({}); {} ({}) prints {}"
BREAK = "口径变化（{}，数字自{}起，{}）：{}", "Break ({}, figures from {} on, {}): {}"
ANOMALY = "疑点（{}，{}）：{}", "Anomaly ({}, {}): {}"
STATEMENT = "{}（{}）：{} · {}", "{} ({}): {} · {}"
COLON = "{}：{}", "{}: {}"
LEFT_OF_SHOW = {
    "figures": ("{} 个数字", "{} more figures"),
    "remarks": ("{} 条说明", "{} more remarks"),
    "sources": ("{} 个来源", "{} more sources"),
}
ALL_PRINTS = "另有 {}；加上 --all 全部打印。", "{}; --all prints them."

# searching
NO_MATCH = "没有与 {!r} 相符的内容{}", "nothing matches {!r}{}"
DID_YOU_MEAN = "；是否指 {}？", "; did you mean {}?"
OR = " 或 ", " or "
BEST_OF = "与 {!r} 最相符的是 {}；另见：{}", "the best match for {!r} is {}; see also {}"
ONLY_MATCH = "与 {!r} 相符的是 {}", "{!r} matches {}"
NOT_COVERED = "说明（英文）：{}", "{}"
NO_STATEMENT = "没有符合条件的记述", "no statement fits"
STATEMENTS_OF = {
    "instrument": ("提到的制度与举措（{}）", "Instruments named ({})"),
    "event": ("发生的事件（{}）", "What happened ({})"),
    "shortcoming": ("存在的短板（{}）", "What is lacking ({})"),
    "priority": ("要做的重点（{}）", "What is to be done ({})"),
}

# verifying
CLAIM = "{}:{}: {!r} {}：{}", "{}:{}: {!r} {}: {}"
PASSED_OVER = "{}:{}: {!r} 未核对：{}", "{}:{}: {!r} passed over: {}"
JUDGED = "{} 个数字中核对了 {} 个", "{1} of {0} figures judged"
LEFT_OPEN = "；{} 个无法核对", "; {} cannot be verified"
LEFT_OUT = "；{} 个略过", "; {} passed over"
SAYS_WHY = "（加 --verbose 列出原因）", " (--verbose says why)"
UNKNOWN = {
    "area": ("没有地区 {!r}，可用：{}", "found area {!r}, expected {}"),
    "category": ("没有类别 {!r}，可用：{}", "found category {!r}, expected {}"),
}

# packages
STARTED = "已在 {} 新建数据包；下一步见 {}。", "Started a data package in {}; what to do next is in {}."
STALE = "过时：{}", "stale: {}"
REFRESHED = "已更新：{}", "refreshed: {}"
NOTHING_STALE = "没有过时之处。", "Nothing is stale."
ALL_IN_REPORT = (
    "每处提及、所载数字与数词都在报告中。",
    "Every mention, printed figure and numeral stands in the report.",
)
CHANGED_CELL = "{} {}：{}，{} 由 {!r} 改为 {!r}", "{} {}: {}: {} from {!r} to {!r}"
CHANGED_ROW = "{} {}：{}", "{} {}: {}"
NEW_ID = "，标识改为 {!r}", ", and the id {!r}"
CHANGES = (
    "从 {} 到 {} 有 {} 处变化；应升：{}；已升：{}",
    "{2} changes from {0} to {1}; asked for a step: {3}; declared: {4}",
)
NOTHING_MISSING = "errata 与 aliases 不缺行。", "errata and aliases lack no row."
AGAINST_RULE = "不合规则（英文）：{}", "against the rule: {}"
NO_FILE = "没有找到 {}；应为 UTF-8 文本文件", "{}: found no such file, expected a text in UTF-8"
NO_TEXT = "{}：不是文本（{}），应为 UTF-8 文件", "{}: found no text ({}), expected a file in UTF-8"

# drafts, charts and texts of reports
REPORT_OR_ACCEPT = (
    "同时给了 --report 和 --accept，或两者都没给；应只给其一",
    "found both --report and --accept, or neither, expected one of them",
)
DRAFTED = (
    "{} 个数字，其中 {} 个把握较大；另有 {} 个数词，{} 个尚无角色；新指标 {} 个。",
    "{} figures, {} with high confidence; {} other numerals, {} without a role; {} new indicators.",
)
ACCEPTED = "接受了 {} 行。", "{} rows accepted."
ACCEPTED_SOME = (
    "接受了 {} 行；draft.csv 中还剩 {} 行，各附原因。",
    "{} rows accepted; {} left in draft.csv, each with the reason.",
)
NUMBERED = (
    "已写入 {}；把它作为报告交给 refresh 和 audit。",
    "Wrote {}; give it to `refresh` and `audit` as the report.",
)
REVIEW = (
    "请审阅 {} 和 {} 中的文件，然后运行 draft {} --accept。",
    "Review {} and the files in {}; then run `draft {} --accept`.",
)
WHAT_TO_PLOT = (
    "没有指标也没有 --domain，或两者都有；应给出指标的标识，或 --domain ID",
    "found no indicator and no --domain, or both; expected ids of indicators, or --domain ID",
)
SECOND_TEXT = (
    "{!r} 是第一份报告的第二个文本；应为“标识=文件”，标识为另一份报告的标识",
    "found {!r}, a second text of the first report, expected ID=FILE with the id of another report",
)
SECOND_TEXT_OF = (
    "{!r} 是报告 {!r} 的第二个文本；应为“标识=文件”，标识为另一份报告的标识",
    "found {!r}, a second text of the report {!r}, expected ID=FILE with the id of another report",
)

# errors of the library and of the command line
NO_NAME = {
    "indicator": ("没有指标 {!r}{}", "no indicator {!r}{}"),
    "domain": ("没有领域 {!r}{}", "no domain {!r}{}"),
}
DOMAINS_ARE = "；应为以下之一：{}", "; expected one of {}"
FILE_EXISTS = (
    "{}：文件已存在；加上 --force 即可覆盖",
    "{}: found a file that is there already, expected none; --force replaces it",
)
MISSING_EXTRA = "{}：需要安装附加组件：{}", "{} needs an extra: {}"
NO_OBSERVATION = "没有数字 {!r}{}", "no figure {!r}{}"
FAULT = (
    "这是本库的错误：{}：{}。请设置 {}=1 再次运行，并把显示的内容报告给我们。",
    "this is a fault of the library: {}: {}; please run it again with {}=1 and report what it prints",
)
NO_TIME = "{1!r} 不是 SDMX 形式的时期{2}", "{0}{2}"
NO_RULE = "没有规则 {!r}{}", "no rule {!r}{}"
RULES_ARE = "；有以下规则：", "; the rules are:"
NOT_ONE_OF = "{}，应为 {} 之一", "{} is not one of {}"
REQUIRED = "[必填]", "[required]"
USAGE = "用法：", "Usage: "
OPTIONS = "选项", "Options"
ARGUMENTS = "参数", "Arguments"
DEFAULT = "默认：", "default: "
ERROR = "错误：{}", "Error: {}"
TRY_HELP = "说明见 '{} --help'。", "Try '{} --help' for help."
NO_COMMAND = "没有命令 {!r}{}", "no such command {!r}{}"
NO_OPTION = "没有选项 {!r}{}", "no such option {!r}{}"
MISSING = "缺少 {}", "missing {}"
BAD_VALUE = "{} 的值无效：{}", "invalid value for {}: {}"
