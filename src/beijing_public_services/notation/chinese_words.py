"""The Chinese words that bound a figure, give it a direction or count it."""

from __future__ import annotations

BOUNDS_BEFORE = {
    **dict.fromkeys(("超过", "超", "突破", "破", "高于", "多于", "大于", "逾"), "gt"),
    **dict.fromkeys(("不少于", "不低于", "不小于", "至少", "最少", "最低"), "ge"),
    **dict.fromkeys(("低于", "少于", "小于", "不足", "不到"), "lt"),
    **dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "至多", "最多", "最高"), "le"),
    **dict.fromkeys(("近", "接近", "将近"), "nearly"),
    **dict.fromkeys(("约", "大约", "约为", "基本达到", "基本实现"), "about"),
}
BOUNDS_AFTER = {
    **dict.fromkeys(("以上", "及以上"), "ge"),
    **dict.fromkeys(("以下", "及以下", "以内"), "le"),
    **dict.fromkeys(("左右", "上下"), "about"),
}
MIRRORED = {"gt": "lt", "lt": "gt", "ge": "le", "le": "ge"}
RISES = ("增长", "上升", "提升", "提高", "上涨", "微涨", "增加", "高出", "涨幅", "增幅", "升幅")
FALLS = ("下降", "降低", "减少", "下跌", "降幅", "跌幅", "减幅")
UPWARD = (  # all words that say that something rose, those of one thing and of one character too
    *RISES,
    *("增产", "增收", "净增", "多增", "攀升", "回升", "上浮", "前进", "前移", "扩大", "上调", "调增", "多收", "多支"),
    *("偏多", "偏高", "上扬"),
    *("增", "涨", "升", "多", "高"),
)
DOWNWARD = (
    *FALLS,
    *(
        "减产",
        "减收",
        "回落",
        "下滑",
        "收窄",
        "下浮",
        "后退",
        "后移",
        "缩短",
        "压减",
        "缩减",
        "缩小",
        "压缩",
        "压降",
        "下调",
        "调减",
        "削减",
        "核减",
        "减轻",
    ),
    *("偏少", "偏低", "少增", "少收", "少支", "负增长"),
    *("降", "跌", "减", "少", "低"),
)
MEASURE_WORDS = frozenset("个家项处所座件起条次场部大类")  # they go with many nouns, and tell none of them
CLASSIFIERS = MEASURE_WORDS | frozenset("台张套种批本篇门支枚艘架列幢栋间份册宗组位名只颗桶盏棵株头尾道块根笔单辆")
VERBS_OF_COUNTS = (  # what was done with the things that are counted: 新开公交线路12条
    *("新增", "新开", "新建", "新设", "新开工", "新投用", "新建成", "新开通", "新改扩建", "改扩建", "扩建", "增设"),
    *("建成", "建成投用", "完成", "举办", "承办", "开展", "开通", "开设", "改造", "更新", "更换", "加装"),
    *("整治", "修缮", "拆除", "优化", "引进", "认定", "推出", "发放", "发布", "出台", "制定"),
    *("受理", "查处", "培训", "启用", "投用", "实施", "打造", "创建", "组织", "组织开展"),
)
