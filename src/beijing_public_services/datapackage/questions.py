"""What a question asks for, without the words that make it one: 地铁有多长？ asks for 地铁, by its 长."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.search_index import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

FILLERS = frozenset([
    "a", "an", "and", "are", "by", "did", "do", "for", "from", "how", "in", "is", "many", "much", "of", "on", "the",
    "to", "what", "when", "where", "which", "with", "的", "和", "与",
])  # fmt: skip
# The page of the explorer has these three in search.js.
CHINESE = re.compile(
    "请问|我?想知道|告诉我|查询|查一下|(?:一共|总共|共)?(?:达到|大约|有|是|为|占|达)?"
    "(?:多少|多长|多高|多大|多远|多快|几|什么|哪些|哪个)(?:[个家条所座项名处]|公里|钱)?|怎么样|怎样|如何|有没有|吗|呢|啊|的|了"
)
HINTS = (("多长时间", ""), ("多长", "长"), ("how long", "length"), ("how big", "area"), ("how large", "area"))
ENGLISH = frozenset([
    "about", "any", "be", "been", "big", "can", "could", "current", "currently", "do", "does", "far", "find",
    "give", "had", "has", "have", "high", "how", "i", "it", "its", "know", "large", "long", "low", "many", "me",
    "much", "my", "often", "old", "please", "show", "some", "tell", "there", "was", "we", "were", "will", "would",
    "you", "your",
])  # fmt: skip


def asked_for(phrase: str) -> Iterator[str]:
    """Yield what a folded phrase asks for if it is a question, the narrowest first; nothing if it asks for all it says.

    >>> list(asked_for("地铁有多长?")), list(asked_for("how long is the metro?"))
    (['地铁 长', '地铁'], ['metro length', 'metro'])
    """
    words = [word for word in WORD.findall(CHINESE.sub(" ", phrase)) if word not in ENGLISH and word not in FILLERS]
    if words and words != WORD.findall(phrase):
        hint = next((hint for asked, hint in HINTS if asked in phrase), "")
        yield from dict.fromkeys(" ".join(filter(None, (*words, each))) for each in (hint, ""))
