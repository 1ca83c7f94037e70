"""One form for all spellings of a text, character by character, so that places in it stay the same."""

from __future__ import annotations

from functools import cache

WIDE = {wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F)}
CAPITALS = {ord(each): each.lower() for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
SIGNS: dict[int, str | int] = {
    **str.maketrans("−‐‑–—―μ￥\u2009\u202f\u3000\xa0‘’“”₀₁₂₃₄₅₆₇₈₉", "------µ¥    ''\"\"0123456789")
}

# Japanese forms that are neither traditional nor simplified, and the simplified ones; those that are also simplified
# characters of another meaning, as 芸, are left out.
JAPANESE = (
    "鉄鉱駅気円発変広図経済労実対専単団県転軽乗総検験険権歩両沢浄渋満焼犠獣畳穂竜続継縄聴臓薬蔵覚観訳読豊"
    "賛辺遅郷釈銭鋳関隠雑霊顕駆騒髪鶏黒黙斉斎歯齢売圧囲塁壊増奨帯帰庁応悪懐戦払抜択拡挙捜掲揺撃暁栄桜様楽"
    "歓毎氷涙渓渇滝瀬営穏窓粋粛絵縦繊脳舎荘蛍覧譲逓酔醸陥隣頼髄仮伝仏価倹児処剤剰勲巻厳収圏塩壱弐弾従徳恵"
    "悩摂暦猟砕稲聡艶覇"
)
OF_JAPANESE = (
    "铁矿驿气圆发变广图经济劳实对专单团县转轻乘总检验险权步两泽净涩满烧牺兽叠穗龙续继绳听脏药藏觉观译读丰"
    "赞边迟乡释钱铸关隐杂灵显驱骚发鸡黑默齐斋齿龄卖压围垒坏增奖带归厅应恶怀战拂拔择扩举搜揭摇击晓荣樱样乐"
    "欢每冰泪溪渴泷濑营稳窗粹肃绘纵纤脑舍庄萤览让递醉酿陷邻赖髓假传佛价俭儿处剂剩勋卷严收圈盐壹贰弹从德惠"
    "恼摄历猎碎稻聪艳霸"
)


@cache
def simplified() -> dict[int, str]:
    """Return each traditional or Japanese character with the simplified one that stands for it."""
    from beijing_public_services._generated.traditional import SIMPLIFIED, TRADITIONAL

    return dict(zip(map(ord, JAPANESE + TRADITIONAL), OF_JAPANESE + SIMPLIFIED, strict=True))


@cache
def _table() -> dict[int, str | int]:
    return {**simplified(), **WIDE, **CAPITALS, **SIGNS}


def fold(text: str) -> str:
    """Return the text in lower case, simplified characters and half width, as long as it was.

    >>> fold("城鎮調查失業率５．１％，PM₂.₅"), fold("地鉄")
    ('城镇调查失业率5.1%,pm2.5', '地铁')
    """
    return text.translate(_table())
