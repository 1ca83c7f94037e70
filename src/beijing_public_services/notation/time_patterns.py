"""How English and Chinese say years, parts of years, dates, and what a change is compared with."""

from __future__ import annotations

import re

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
SECOND = r"(?:19|20)[0-9]{2}(?![0-9])"
Y = (
    r"(?<![0-9.$¥€-])(?<![0-9],)(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|\s?(?:%|percent|per cent|yuan|km|[余多]"
    r"|[万亿元家个人所名部条项处场座起件公平]|辆))"
)
YEAR_IN_CHARACTERS = re.compile(
    r"(?<![零〇○一二三四五六七八九])(?:一九|二[零〇○0])[零〇○0一二三四五六七八九]{2}(?=\s?年)"
)
DIGITS_OF_YEARS = {
    **{ord(digit): str(place) for place, digit in enumerate("零一二三四五六七八九")},
    **dict.fromkeys(map(ord, "〇○"), "0"),
}
ZH_DIGIT = {each: place for place, each in enumerate("一二三四五六七八九十", 1)}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
COUNT = {
    word: n
    for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], 2)
}
OF = r"(?:,?\s(?:of\s|in\s)?(?:the\syear\s)?|'s\s)"
PATTERN = re.compile(
    rf"""
      (?P<span> (?P<span_from> {Y} ) \s?年?\s? (?:-{{1,2}}|~|to|至|到|and|和|through
        |until) \s? (?P<span_to> {SECOND} ) \s?年?
        | (?:between|from)\s (?P<span_from2> {Y} ) \s(?:and|to)\s (?P<span_to2> {Y} )
        | (?:the\s)?(?:past|last|previous)\s(?:two|three|four|five|six|seven|eight|nine|ten|1?[0-9]|several|few
          |couple\sof)\s(?:years|decades|months|quarters|weeks)
        | (?:近|过去|这)?(?:[二三四五六七八九十两几]{{1,3}}|[1-9][0-9]?)年(?:来|间|以来|多来)|近年来|历年|多年来|常年
        | 十[一二三四五]五(?:时期|期间|末|以来|规划)?|(?:the\s)?1[0-9]th\sfive-year(?:\splan)?(?:\speriod)?
          |党的十[八九]大以来|over\sthe\syears|(?:over|in|during)\sthe\s(?:past|last)\sdecade
        | 两年平均|three-year\saverage|two-year\saverage|[三四五]年平均 )
    | (?P<date> {Y}\s?年\s?[0-9]{{1,2}}\s?月\s?[0-9]{{1,2}}\s?[日号]
        | {MONTH}\s[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s?,\s?|\s){Y} | [0-9]{{1,2}}(?:st|nd|rd|th)?\s{MONTH},?\s{Y}
        | {Y}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}} )
    | (?P<day> (?<![0-9年])[0-9]{{1,2}}月[0-9]{{1,2}}[日号] | (?<![a-z]){MONTH}\s[0-9]{{1,2}}(?:st|nd|rd
      |th)?(?![0-9:])
        | [0-9]{{1,2}}(?:st|nd|rd|th)?\s{MONTH}(?!\s[12][0-9]{{3}}) | (?<![0-9月第近])[0-9]{{1,2}}[日号](?!常|均|益
          |前|[一-鿿]{{0,1}}线) )
    | (?P<months> (?:(?P<months_year>{Y}|今
      |去)\s?年\s?)?(?:的)?(?:截至)?(?P<months_from>1?[0-9])\s?月?份?\s?(?:-{{1,2}}|~|至
        |到)\s?(?P<months_to>1?[0-9])\s?月份?
        | (?:(?P<months_year2>{Y}|今|去)\s?年\s?)?前\s?(?P<months_count>1?[0-9]|[一二三四五六七八九十]{{1,2}})个?月
        | (?P<months_first>{MONTH})(?:\s?-{{1,2}}\s?|\sto\s
          |\sthrough\s)(?P<months_last>{MONTH})(?:{OF}(?P<months_year3>{Y}))?
        | between\s(?P<months_first2>{MONTH})\sand\s(?P<months_last2>{MONTH})(?:{OF}(?P<months_year5>{Y}))?
        | first\s(?P<months_en>two|three|four|five|six|seven|eight|nine|ten
          |eleven)\smonths(?:{OF}(?P<months_year4>{Y}|last\syear|this\syear))? )
    | (?P<month> (?P<month_year>{Y}|今|去)\s?年\s?(?P<month_zh>1?[0-9])\s?月(?:份|[底末初])?
        | (?<![0-9.年第])(?P<month_zh2>1?[0-9])月(?:份|[底末初])?(?![0-9])
        | (?<![a-z])(?P<month_en>{MONTH}),?\s(?:of\s|in\s)?(?P<month_year2>{Y}|last\syear|this\syear)
          | (?<=in\s)(?P<month_en2>{MONTH})(?![a-z'])
          | (?<=from\s)(?P<month_en5>{MONTH})(?![a-z']|\s[0-9])
        | (?:by|of|at)\sthe\send\sof\s(?P<month_en3>{MONTH})(?:{OF}(?P<month_year3>{Y}))? | (?:as\sof
          |since)\s(?P<month_en4>{MONTH})(?![a-z0-9\s]{{1,3}}[0-9]) )
    | (?P<quarter> (?:(?P<quarter_year>{Y}|今|去)\s?年\s?)?(?:的)?(?:第)?(?P<quarter_zh>[一二三四1-4])季度(?:末)?
        | (?P<quarter_en>first|second|third|fourth|final|last|1st|2nd|3rd
          |4th)[\s-]quarter(?:{OF}(?P<quarter_year2>{Y}|last\syear|this\syear))?
        | (?<![a-z0-9])q(?P<quarter_n>[1-4])(?:\s?(?P<quarter_year3>{Y}))?
          | (?P<quarter_year4>{Y})\s?-?q(?P<quarter_n2>[1-4]) )
    | (?P<part> (?:(?P<part_year>{Y}|今|去)\s?年\s?)?(?:的)?(?:[上下]半年|前[两二三]个?季度|前三季|采暖[季期]|供暖季
      |汛期|春季|夏季|秋季|冬季|秋冬季|寒假|暑假|春节|国庆|五一|假期|黄金周|元旦)
        | (?:the\s)?(?:first|second)\shalf(?:{OF}(?P<part_year2>{Y}|last\syear|this\syear))?
          | first\sthree\squarters(?:{OF}(?P<part_year3>{Y}|last\syear|this\syear))?
        | (?<![a-z])h[12](?:\s(?P<part_year4>{Y}))?(?![a-z0-9]) | (?:last|this|early|late|mid|the)[\s-](?:winter
          |summer|spring|autumn|heating\sseason)(?:{OF}(?P<part_year5>{Y}))?
        | 今年以来|年初以来|年内|今年来|so\sfar\sthis\syear|year\sto\sdate|this\syear\sso\sfar
          |since\sthe\sbeginning\sof\sthe\syear|半年来
        | 当月|本月|上月|次月|单月|月均|本周|上周|这周|this\s(?:month|week|quarter)|last\s(?:month|week|quarter)
          |hourly|24-hour|(?<!\w)daily\s(?:average|mean|level)|日均[值浓]|小时(?:值|均值|浓度|平均)
        | 实时浓度|o'clock|[0-9]{{1,2}}(?::[0-9]{{2}}|\s?[ap]\.?m\.?)|[0-9]{{1,2}}时(?!代|期|段|间|长|刻|候)
          |今[天日]|昨[天日]|当[天日]|今晨|昨晚|yesterday|tonight|today(?!'s\sreport)|weekly|monthly\s(?:average
            |mean)|one\sday|on\sone\sday )
    | (?P<year> (?:(?:the\s)?end[\s-](?:of\s)?|(?:year-end|late|fiscal|calendar
      |the\syear)\s)?(?P<year_number>{Y})(?:\s?(?:年(?:度|末|底|全年|年末|年底)?|year))?(?:-end)?
        | (?P<relative> 去年(?:全年|末|底|年末)?|上年(?:末|底)?|上一年|前年|今年(?:全年|末|底)?|本年(?:度)?|明年
          |后年|当年(?:末|底)?|同年
            | last\syear(?!\s?\.\s?)(?:'s)?|last\syear|this\syear(?:'s)?|next\syear|the\scurrent\syear
              |the\ssame\syear|that\syear) )
    | (?P<whole> 全年|一年[来间]|这一年|年末|年底|全年度|(?:for|in|over|during|throughout)\sthe\s(?:whole|full
      |entire)\syear|(?:at|by)\s(?:the\s)?(?:year-end|end\sof\sthe\syear)|full-year|for\sthe\syear|during\sthe\syear
        |in\sthe\syear )
    """,
    re.VERBOSE,
)  # fmt: skip
LOCAL = re.compile(
    "[0-9]:[0-9]|winter|summer|spring|autumn|season|week|hourly|daily|24-hour|day|night|o'clock|[ap]\\.?m|[春夏秋冬]季|春节|国庆|五一|假期|黄金周|元旦"
    "|[天日时晨晚周]|小时|实时"
)
BASE_BEFORE = re.compile(
    r"(?:\b(?:since|than(?:\sin)?|against|(?:in\scomparison|compared)\s(?:with|to)|relative\sto|over|on|versus|vs\.?|from|above|below|under"
    r"|of\sthat\sin|up\son|(?:many|much|high|low|large|big|great|long|often|far|fast)\sas|twice|doubl(?:e[sd]?|ing)"
    r"|tripl(?:e[sd]?|ing)|times)\s+"
    r"(?:the\s|that\s|those\s)?(?:level|levels|figure|figures|value|average|same\speriod)?\s?(?:of\s|in\s"
    r"|for\s)?(?:that\sof\s)?(?:the\syear\s)?"
    r"|[与较比同自跟和]\s?|相比于|相对于|相较于?|对比)\Z"
)
BASE_AFTER = re.compile(
    r"\s?(?:相比|以来|同期|的?水平|的同期|(?:-)?(?:levels?|baseline|base)\b|'s\s(?:level|figure|average)"
    r"|年?的?[0-9.]+[^,，。;]{0,12}(?:相比)|的?(?:近|约|超过?|逾)?[0-9.一二两三四五六七八九十]+[多余]?倍)"
)
EQUALS_BEFORE = re.compile("(?:相当于|仅?为|是)约?\\Z")  # 是2019年的85%
PART_AFTER = re.compile("的[0-9.]+%")
PUBLISHED_BEFORE = re.compile(
    r"(?:published|released|issued|printed|adopted|approved|dated|edition\sof|revised)\s(?:in|on|of)?\s?\Z|《\Z"
)
PUBLISHED_AFTER = re.compile(
    r"\s?(?:[,，]?\s?(?:通报|发布(?!会)|公布|公告|印发|报道|公开|出台)"
    r"|(?:edition|version|report|yearbook|communiqu[eé]|white paper|bulletin)\b)"
)
RANKING = re.compile("[^》]{0,30}(?:指数|集群|排行|榜|index|ranking|cluster)")  # a title with the year of its ranks
ANNOUNCED_AFTER = re.compile(r"\s?[,，]?\s?[一-鿿]{0,12}?(?:通报|发布|公布|公告|印发|报道|获悉|召开)")
RELATIVE = {
    "去": -1,
    "上": -1,
    "前": -2,
    "今": 0,
    "本": 0,
    "明": 1,
    "后": 2,
    "last": -1,
    "this": 0,
    "next": 1,
    "the": 0,
    "that": 99,
    "当": 99,
    "同": 99,
}
YEAR_ON_YEAR = re.compile(
    r"同比|(?:与|和|比|较|同)(?:上年|去年|上一年|前一年)(?:同期)?(?:相比)?|上年同期|去年同期|year[\s-](?:on"
    r"|over)[\s-](?:the[\s-])?year|on\syear(?![\w-])|yoy|y/y|a\syear\s(?:earlier|ago|before)"
    r"|(?:the\s|from\s)?(?:previous|preceding|prior)\syear(?:'s)?|the\syear\s(?:before|earlier|previous)|(?:than"
    r"|from|over|on|compared\swith|compared\sto|against)\s(?:the\s)?last\syear"
    r"|(?:the\s)?same\speriod\s(?:of\s)?(?:last\syear|the\sprevious\syear|a\syear\searlier)|annually|per\syear"
)
PERIOD_ON_PERIOD = re.compile(
    r"年均(?=增|下降|提高|递增|上升)|环比|(?:与|比|较)(?:上月|上季度|上个?月|上半年|前一?(?:月|季度)|上周)|month[\s-](?:on|over)[\s-]month"
    r"|quarter[\s-](?:on|over)[\s-]quarter|(?:previous|preceding)\s(?:month|quarter|week)"
    r"|(?:a|one)\s(?:month|quarter|week)\s(?:earlier|ago|before)|from\s(?:last\s)?(?:month|quarter)|mom\b"
)
