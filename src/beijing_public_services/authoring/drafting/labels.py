"""The words beside a number that only names something, or is part of a ratio or a plan."""

from __future__ import annotations

import re

from beijing_public_services.authoring.drafting.words import ENGLISH_NAMED, PLANS

PLAN = re.compile(rf"[一-鿿]{{0,2}}(?:{PLANS})")
RATIO_AFTER = re.compile(r"\s?[:：∶]\s?[0-9]")
RATIO_BEFORE = re.compile(r"[0-9]\s?[:：∶]\s?\Z")
CODE_BEFORE = re.compile(
    r"(?:热线|电话|邮编|邮政编码|传真|拨打|附件|附表|编号|文号|表|图)[：:]?(?:[0-9-]+[、，/和])*\Z|(?:[表图]|附件)\s?\Z"
)
HOTLINE = re.compile("[一-鿿]{0,6}热线|[一-鿿]{2,10}(?:电话|专线)|消防|急救|平台|联动|报警")
LISTED_NAMES = re.compile(r"(?:[、和及至—~-][0-9]+)+(?:号线|号楼|号院|路(?=[、等和及与公，。]))")  # 1、2号线
CLASS_AFTER = re.compile("[～~至—-][Ⅰ-Ⅻ]类|类(?:水质)?(?:断面|水体|比例|标准)")
CLASS_BEFORE = re.compile("(?:劣|[Ⅰ-Ⅻ][～~至—-])\\Z")
NAMED_BEFORE = re.compile(  # Band 2, Bands 1 and 2, U.S. 42
    rf"(?:(?<![A-Za-z])(?:{ENGLISH_NAMED})s?\.?\s?(?:[0-9]+(?:,\s[0-9]+)*,?\s(?:and|or|to|[-–])\s)?|\bU\.?S\.?\s|[A-Za-z][-–/]?|#)\Z",
    re.IGNORECASE,
)
CAPITAL_BEFORE = re.compile(r"(?<=[a-z,;.]\s)(?:[A-Z][a-z]+\s)*[A-Z][a-z]+\s\Z")  # at Fire Station 6
EMERGENCY = re.compile(r"\s(?:emergency|centre|center|calls?|line|service|dispatch|operators?|number)\b", re.IGNORECASE)
HELPLINE = re.compile(r"\s(?:[a-z-]+\s)?(?:helpline|hotline|helpdesk|call\scent(?:re|er))\b", re.IGNORECASE)
NAMED_BY_NUMBER = re.compile(r"\b(?:the|its|our|a|an|on|dial|dialled|dialling|call|calling)\s\Z", re.IGNORECASE)
EMERGENCY_NUMBERS = ("911", "999", "112", "111", "101", "311", "211", "988", "000")
ROUND_THE_CLOCK = re.compile(r"24/7")
TITLED_BEFORE = re.compile(
    r"\b(?:Act|Strategy|Plan|Programme|Program|Regulations|Census|Order|Framework|Code|Charter|Roadmap|Vision|Agenda|Policy"
    r"|(?:Strategy|Policy|Corporate|Mission|Strategic)\sStatement)\s\Z"
    r"|\b(?:Circular|Directive|Notice|Regulation|Decision|Order|Resolution|Case|Ref\.?|No\.?)\s(?:No\.?\s)?[A-Z0-9]{1,6}[/-]\Z"
)
TELEPHONE = re.compile(  # (071) 555 0190
    r"(?:\+[0-9]{1,3}[\s-])?(?:\(0?[0-9]{1,4}\)|(?<![0-9])0[0-9]{1,4})(?:[\s-][0-9]{3,4}){1,3}(?![0-9,.%])"
    r"|\b(?:telephone|phone|tel|call|fax|ring|text)\b\.?:?\s(?:us\s)?(?:on\s)?[0-9+()\s-]{5,20}(?![0-9,.%])",
    re.IGNORECASE,
)


def is_helpline(text: str, start: int, end: int) -> bool:
    """Return whether a number is that of a telephone line: the 1912 helpline, but not In 1912 helpline calls."""
    return HELPLINE.match(text, end) is not None and NAMED_BY_NUMBER.search(text, 0, start) is not None


def is_emergency_number(text: str, start: int, end: int) -> bool:
    """Return whether a number is that by which help is called: the 911 center."""
    return text[start:end].strip() in EMERGENCY_NUMBERS and EMERGENCY.match(text, end) is not None
