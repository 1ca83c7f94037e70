"""The words by which a numeral of a text that is no figure is known: idioms, names, plans and what is listed."""

from __future__ import annotations

from beijing_public_services.notation.word_lists import words

IDIOMS = words(
    """
    进一步 一步 一定 一系列 一体 一般 统一 一线 一键 唯一 一大 一年来 关键一年 一轮 新一轮 一站式 一律 一直 一贯 一致
    一起 一道 一旦 一度 一面 一方面 一手 一流 一切 一些 一同 一并 一经 一再 一向 一时 一味 一概 一举 一跃 一如既往
    一以贯之 第一时间 一心 万一 之一 逐一 单一 专一 同一 合一 一员 一环 一批 一种 一类 一位 一名 一个 一项 一条 一场
    一次性 一次 一件 一方 一边 一带 一城 一角 一隅 一日 一天 一夜 一部分 一部 一份 一套 一支 一座 一张 一片 一股 一代
    一对一 一把手 一盘棋 百姓 老百姓 百年 百货 百花 百家 百业 百科 千方百计 千家万户 千万 万众 万物 万家 万象 万全
    万能 亿万 千古 千秋 成千上万 四通八达 四面八方 四季 四周 四处 五湖四海 五彩 五谷 七夕 三农 三伏 再三 两会 两岸
    两手 两侧 两翼 两用 两者 两难 首都 首善 首次 首要 首先 首席 首创 首发 首府 首脑 首飞 首家 首店 首推 首选 首肯
    首映 元首 首日 首秀 首演 首轮 零工 零售 零距离 零碳 零排放 零容忍 零门槛 零星 零部件 零散 零件 零跑腿 十分 十足
    一体化 二手 一口气 一揽子 百分比 二者 三者 一票 一窗
    """
)
ORDINALS = (  # what a numeral before it names: 3号线, 六环, 第三代, 一期, 二级
    "号|环(?!保|境|节|比)|代(?!表|码|理)|期(?!间|末|初|权)|届|级(?!以上)|版|阶段|档|甲|等奖|维|轴|中全会|产业|字头|年级|型|线城市"
    "|号线|季度末|[国省县]道|层|室|页|栋|单元|幢|路(?=[、等和及与公线，。至到])"
)
PLANS = "过渡期|行动|计划|规划|周期|攻坚|任务|期(?!间)|战略|纲要|方案|滚动|工程|目标|愿景|制|历史|质保|保修|免费"
LISTED = "地|个维度|个方面|方面|级|者|方|端|省市|市|省|个领域|大领域|部门|院|校"
UNDEFINED = words(
    """
    斤 度 岁 千瓦 标台 例 株 头 只 颗 尾 羽 桶 盏 棵 师 趟 车次 架次 列次 班次 人天 件次 床
    节课 堂 幅 册次 艘次 户次 床位 车位 泊位 学时 课时 吨标准煤 标煤 次 班 道 块 枚 根 个床位 笔 单 票 张床位 公斤
    分贝 海里 吨公里 人公里 分 亩次 节 版次 站次 平米 里 款 名次 点位
    """
)
UNDEFINED_ENGLISH = words("degree acre decade quarter dozen gallon foot")
ENGLISH_NAMED = (  # before a number that is part of a name: Line 3, Phase 2
    "phase|line|terminal|stage|tier|level|grade|class|type|category|article|section|chapter|version|route|highway|no|"
    "number|model|week|generation|zone|ring|platform|gate|block|unit|part|table|figure|page|annex|form|rule|covid|year|"
    "group|band|note|minute|appendix|schedule|item|ward|room|clause|paragraph|priority|interstate|box|studio|station|"
    "measure|proposition|key\\sstage|mark|series|volume|issue|goal|target|recommendation|standard|scope"
)
ENGLISH_ATTRIBUTE = (  # after a number that describes what is measured: a 15-minute walk
    "minute|hour|day|week|month|year|metre|meter|kilometre|kilometer|km|mile|storey|lane|seat|bed|point|way|fold|person"
)
