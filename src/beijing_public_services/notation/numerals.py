"""The ways to write a number in digits and Chinese numerals, each with samples, tried in order."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.figure import PrintedFigure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NUMERALS = "".join({**DIGITS, **SCALES})
SCALE = "(?:万亿|[十百千]?[万亿]|[十百]|千(?![米克瓦]))(?!分点)"
INDIAN = "[0-9]{1,2}(?:,[0-9]{2}){1,9},[0-9]{3}"  # 34,12,650
ARABIC = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,9}}|{INDIAN}|[0-9]{{1,30}})(?:\.[0-9]{{1,30}})?"
SPOKEN = f"[{NUMERALS}]++ (?> (?: 点 [零〇一二三四五六七八九]++ (?: 万亿 | [百千]?[万亿] )? )? )"
RUN = "[0-9]++ (?> (?: (?: [.,:/~–—·'’٫٬-] | ，(?=[0-9]{3}(?![0-9])) ) [0-9]++ )* ) [½¼¾⅓⅔⅛]?+"
NO_TENTHS = "[员立果本为功都绩效交人长年套品分形型因就语见熟败群渝田不新]"
NEAR = {"强": "some_over", "弱": "nearly"}  # 三分之一强, 四分之一弱
LONGEST = 40  # characters of a number in words


class Form(Record):
    """A way to write a number: `pattern` finds it in folded text, `read` returns its value, or None if it has none.

    `kind` says which words may follow: `digits`, `chinese`, `word` and `share` are quantities, `rank` and `ordinal`
    ranks, `name` is never a figure. `samples` are a text each, with the value, bound and unit read from it, or with an
    empty text if it is no figure.
    """

    name: str
    kind: str
    pattern: str
    read: Callable[[str], PrintedFigure | None]
    samples: tuple[tuple[str, str], ...]


def read_chinese_integer(text: str) -> int:
    """Return the whole number that Chinese numerals write: 三 is 3, 三万五千 35000.

    A scale word alone counts one (万亿), and the short form of speech is read too: 三万五 is 35000.

    Raises:
        PrintedFigureError: If the words are in no order that writes a number.
    """
    for word in "亿万千百十" if len(text) <= LONGEST else "":
        if word in text:
            left, _, right = text.rpartition(word)
            scale = int(10 ** SCALES[word])
            many = read_chinese_integer(left) if left else 1
            is_short = len(right) == 1 and word != "十"
            rest = (read_chinese_integer(right) if right else 0) * (scale // 10 if is_short else 1)
            if 0 < many < (scale if scale >= 10**4 else 10) and rest < scale and not (is_short and not left):
                return many * scale + rest
            break
    else:
        digit = text[1:] if len(text) == 2 and text[0] in "零〇" else text
        if digit in DIGITS:
            return DIGITS[digit]
    expected = f"a number in at most {LONGEST} Chinese numerals such as 三, 十五 or 三万五千"
    raise PrintedFigureError(f"{text[:LONGEST]!r}", expected)


def number(digits: str | Decimal, power: int = 0, unit: str = "") -> PrintedFigure:
    """Return the figure of a number without a bound."""
    return PrintedFigure(number=Decimal(digits), power=power, bound="exact", unit=unit)


def fraction(above: int, below: int) -> PrintedFigure | None:
    """Return a fraction as a percentage: exactly if it has at most four digits, else rounded to two."""
    if not 0 < above <= below:
        return None
    places = 0
    while (hundredfold := 100 * above * 10**places) < 10**4 * below:
        if hundredfold % below == 0:
            return number(f"{hundredfold // below}e-{places}", unit="%")
        places += 1
    places = 0
    while 10 * above * 10**places < below or 200 * (below - above) * 10**places <= below:  # 299 of 300 is not 100%
        places += 1
    return number(f"{(200 * above * 10**places + below) // (2 * below)}e-{places}", unit="%")


def read_digits(text: str) -> PrintedFigure | None:
    """Return the number that digits write, thousands in groups or not; None for dates, times and odd groups."""
    narrow = text.replace("，", ",")
    is_one = re.fullmatch(ARABIC, narrow) and not re.match("0[0-9]", narrow)
    return number(narrow.replace(",", "")) if is_one else None


def read_spoken(text: str) -> PrintedFigure | None:
    """Return the number that Chinese numerals write, with 点 and decimals or without."""
    whole, _, decimals = text.partition("点")
    digits = decimals.rstrip("百千万亿")
    try:
        value = read_chinese_integer(whole)
    except PrintedFigureError:
        return None
    words = decimals[len(digits) :] if decimals else whole[len(whole.rstrip("百千万亿")) :]
    power = sum(SCALES[word] for word in words)
    if decimals:
        return number(f"{value}.{''.join(str(DIGITS[each]) for each in digits)}", power)
    return number(Decimal(value // 10**power), power)


def read_chinese(text: str) -> PrintedFigure | None:
    """Return the number that Chinese numerals write; None for ranges, lists and times."""
    return read_spoken(text) if re.fullmatch(SPOKEN, text, re.VERBOSE) else None


def read_number(text: str) -> PrintedFigure | None:
    """Return the number that digits or Chinese numerals write."""
    return read_digits(text) if text[0].isascii() else read_spoken(text)


def read_mixed(text: str) -> PrintedFigure | None:
    """Return the sum of parts such as 3万5千: each is below the scale of the one before; the last may have none."""
    parts = re.findall("([0-9]+)([百千万亿]*)", text)
    total, room = 0, LONGEST
    for digits, words in parts:
        power = sum(SCALES[word] for word in words)
        if len(digits) + power > room or (not words and len(digits) != room):
            return None
        total, room = total + int(digits) * 10**power, power
    return number(Decimal(total // 10**room), room)


def read_per_hundred(text: str) -> PrintedFigure | None:
    """Return the percentage of 百分之 (‰ of 千分之)."""
    figure = read_number(text[3:])
    if figure is None or text[0] == "万":
        return figure and number(figure.number, figure.power - 2, "%")
    digits, power = (figure.number, figure.power) if "点" in text else (figure.value, 0)
    return number(digits, power, "%" if text[0] == "百" else "‰")


def read_fraction(text: str) -> PrintedFigure | None:
    """Return the percentage of 三分之二, its denominator first."""
    below, above = map(read_number, text.rstrip("强弱").split("分之"))
    if below is None or above is None:
        return None
    share = fraction(int(above.value), int(below.value))
    return share and share.__replace__(bound=NEAR.get(text[-1], "exact"))


def read_tenths(text: str) -> PrintedFigure | None:
    """Return the percentage of 六成, 六成六 or 四成半."""
    tenths, rest = text.split("成")
    figure = read_number(tenths)
    if figure is None or not 0 <= figure.value <= 10 or (rest and "." in tenths):
        return None
    if not rest:
        return number(figure.number, 1, "%")
    ones = 5 if rest == "半" else int(rest) if rest.isascii() else DIGITS[rest]
    return number(Decimal(int(figure.value) * 10 + ones), unit="%")


CHINESE_FORMS = (
    Form(
        name="per_hundred",
        kind="share",
        pattern=rf"(?<! [0-9{NUMERALS}] ) [百千万]分之 (?: [0-9]++ (?> (?: [.,] [0-9]++ )* ) | {SPOKEN} ) (?! [几来] )",
        read=read_per_hundred,
        samples=(("百分之五点一", "5.1 exact percent"), ("百分之10.1", "10.1 exact percent"), ("百分之几", "")),
    ),
    Form(
        name="fraction",
        kind="share",
        pattern=rf"(?<! 又 ) (?: [0-9]++ | [{NUMERALS}]++ ) 分之 (?: [0-9]++ | [{NUMERALS}]++ ) [强弱]?+",
        read=read_fraction,
        samples=(("三分之二", "67 exact percent"), ("三分之一强", "33 some_over percent")),
    ),
    Form(
        name="half",
        kind="share",
        pattern="(?<! [0-9另前后上下对大多] ) (?: 一半 | 半数 )",
        read=lambda _: number("50", unit="%"),
        samples=(("超过一半", "50 gt percent"), ("另一半", "")),
    ),
    Form(
        name="tenths",
        kind="share",
        pattern=rf"""(?: (?<! [0-9.,] ) [0-9]{{1,2}}+ (?> (?: \.[0-9]++ )? )
            | (?<! [{NUMERALS}] [至到] ) (?<! [{NUMERALS}] ) [一二两三四五六七八九十] ) 成
          (?: (?: 半 | [0-9] | [一二三四五六七八九] ) (?! [0-9.个{NUMERALS}] )
            | (?! [{NUMERALS}半0-9] | {NO_TENTHS} ) )""",
        read=read_tenths,
        samples=(("近四成", "40 nearly percent"), ("六成六", "66 exact percent"), ("四成半", "45 exact percent")),
    ),
    Form(
        name="mixed",
        kind="chinese",
        pattern="(?<! [0-9.,] ) [0-9]++ [百千万亿]++ (?> (?: [0-9]++ [百千万亿]*+ )+ ) (?! [.,][0-9] )",
        read=read_mixed,
        samples=(("3万5千人", "35000 exact person"), ("1亿2000万元", "120000000 exact yuan"), ("2万5", "")),
    ),
    Form(
        name="digits",
        kind="digits",
        pattern=RUN,
        read=read_digits,
        samples=(("超9,153.3亿元", "915330000000 gt yuan"), ("3百万元", "3000000 exact yuan"), ("60,00", "")),
    ),
    Form(
        name="chinese",
        kind="chinese",
        pattern=rf"""(?! 零下 ) {SPOKEN} (?! 分之 | [{NUMERALS}] | [~、至到–—-][{NUMERALS}] )
          | (?! 零下 ) [{NUMERALS}]++ (?> (?: (?: 分之 | [点~、至到–—-] ) [{NUMERALS}]++ )* )""",
        read=read_chinese,
        samples=(("三万五千元", "35000 exact yuan"), ("三点五亿元", "350000000 exact yuan"), ("五六人", "")),
    ),
)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first; a space stands for white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True))
