"""Words of both languages that a clause turns on: adjectives of the country, verbs of the future, pronouns."""

from __future__ import annotations

from beijing_public_services.notation.word_lists import words

LIMITS = frozenset(("comma", "colon", "open", "close"))  # the roles between which a part of a sentence stands
ADJECTIVES = words(
    """
    national nationally domestic global globally international internationally worldwide world chinese 国内 国际 世界
    全球
    """
)
AVERAGES = words(
    """
    average mean level rate figure 平均 平均水平 水平
    """
)
MODIFYING = ("unknown", "subset")  # what makes a name that of another measure
MODIFIERS = words("registered weighted adjusted expanded combined estimated")
PREDICATES = frozenset(("verb", "rise", "fall", "improve"))
COPULAS = words("was were is are has have had 为 达 是")
FUTURE = frozenset(("verb", "rise", "fall", "to", "improve", "start", "end", "plan"))
URBAN_AND_RURAL = ["urban", "and", "rural"]  # together they are the whole
SHARING = ("占", "占到")
INFINITIVES = words(
    """
    be raise increase cut reduce lower lift boost expand reach hit build add keep bring achieve exceed top grow push
    extend maintain open complete create improve rise fall drop
    """
)
REFERRING = [
    text.split()
    for text in ("it", "this", "the figure", "the number", "the rate", "the reading", "the level", "这 数据", "该 数据")
]
SUPERLATIVES = words("longest largest biggest busiest 最长 最大 规模最大 里程最长 最为")
ORGANS = words("国家统计局 国务院 国家发展改革委 国家发改委") | {
    "national bureau of statistics",
    "nbs",
    "state council",
}
EXCEEDING = words("passed passes passing topped tops topping surpassed surpasses surpassing crossed")
