"""Kinds of prose of our own wording: those in which nothing is claimed of the city, and those in which much is."""

from __future__ import annotations

import pytest

import beijing_public_services as bps

SILENT = """
In urban Beijing's Haidian the sewage treatment rate is 97.5%.
Among women, the unemployment rate was 5.1%.
The unemployment rate for people aged 25 to 59 stood at 4.4% in Beijing.
The graduate employment rate of vocational colleges in Beijing reached 96.1%.
The unemployment rate of migrant workers in Beijing was 5.1% in 2024.
The forest coverage rate in the mountainous areas of Beijing reached 67%.
Beijing's plains have a forest coverage rate of 31%.
山区森林覆盖率达67%，平原地区为31%。
北京经济技术开发区固定资产投资增长5.1%。
北京朝阳区城镇调查失业率为5.1%。
16—24岁城镇调查失业率为14.2%。
外来户籍人口失业率为5.1%。
北京青年失业率5.1%。
剔除食品和能源的核心CPI上涨0.1%。
食品价格上涨0.1%，服务价格上涨0.3%，居民消费价格中的教育类上涨1.2%。
北京民间投资同比增长5.1%，制造业投资增长17.7%。
农村居民人均可支配收入增长4.5%。
城镇居民人均可支配收入增长4.5%。
北京中关村示范区企业技术收入增长10.1%。
The national sewage treatment rate for cities is 97.5%.
Under the plan, the sewage treatment rate should hit 98 percent.
Beijing aims for a PM2.5 level of 30.5 micrograms per cubic meter.
By the end of 2025, Beijing will have 1,200 parks.
Beijing has set a target of 290 good air days.
The target for new urban employment in 2024 was 260,000.
全市要实现城镇新增就业26万人，居民消费价格涨幅控制在3%左右。
2024年主要预期目标：城镇调查失业率5%，居民消费价格涨幅3%。
全市森林覆盖率力争45%。
要求污水处理率不低于98%。
标准规定PM2.5年均浓度不超过35微克/立方米。
世卫组织指导值为PM2.5年均浓度5微克/立方米。
WHO recommends that PM2.5 should not exceed 5 µg/m3 on average.
The Grade II standard caps PM2.5 at 35 µg/m3.
Regulators set 8.5% as the ceiling for the water network leakage rate.
If PM2.5 fell to 25 µg/m3, residents would live longer.
Had the forest coverage rate been 50%, the target would have been met.
It is a myth that Beijing has a forest coverage rate of 60%.
Reports that PM2.5 averaged 25 µg/m3 in 2024 are false.
Nobody believes that Beijing's forest coverage rate is 60%.
The mayor denied that the unemployment rate had risen to 7%.
Beijing's sewage treatment rate is nowhere near 80%.
The claim that the unemployment rate is 8% has been debunked.
"The forest coverage rate is 60%," he said, wrongly.
有人说北京森林覆盖率只有30%，这并不准确。
网上流传北京失业率高达10%，官方已辟谣。
并不存在PM2.5年均浓度20微克/立方米的说法。
北京的森林覆盖率不是60%。
北京森林覆盖率真的有60%吗？
PM2.5年均浓度到底是30还是40微克/立方米？
He asked whether the unemployment rate was 5.1%.
In January 2025 consumer prices in Beijing rose 0.5%.
一季度北京固定资产投资增长7.2%。
今年1至11月，全市固定资产投资增长6.1%。
2024年12月居民消费价格同比下降0.3%。
截至10月底，PM2.5累计平均浓度为29微克/立方米。
On Monday PM2.5 hit 210 µg/m3 in Beijing.
At 8 a.m. the PM2.5 reading in Beijing was 150 µg/m3.
昨日PM2.5浓度为150微克/立方米。
During the Spring Festival holiday PM2.5 averaged 45 µg/m3.
In the third quarter of 2024 the unemployment rate was 4.0%.
Tianjin's forest coverage rate is 13.1%, Hebei's 36%.
Shanghai, with a metro length of 896 km, leads.
Compared with Guangzhou's 39 good... the forest coverage rate of Guangzhou is 41.6%.
In London PM2.5 averaged 9 µg/m3.
全国城镇调查失业率平均值为5.1%，比上年下降0.1个百分点。
全年全国居民消费价格比上年上涨0.2%。
上海全年城镇新增就业60万人。
我国森林覆盖率超过25%。
全省森林覆盖率44.9%。
深圳地铁运营里程567公里，广州705公里。
浙江省PM2.5平均浓度26微克/立方米，优良天数比率为93%。
PM2.5 dropped for the third straight year.
The 2.5 in PM2.5 refers to micrometres; 290 people attended.
The new PM2.5 sensor costs 30.5 yuan.
The PM2.5 monitoring network cost 915.33 million yuan.
PM2.5 contributed 30.5% of pollution.
The index of PM2.5 sources: vehicles 46%, dust 16%.
机动车对PM2.5的贡献占46%。
森林覆盖率每提高1个百分点需要造林10万亩。
提高森林覆盖率0.1个百分点。
新增公园35个，累计改造公园120个。
全市公园绿地增加200公顷。
轨道交通在建里程达到231公里。
年内开工建设地铁线路，新增里程30公里。
公园内设有1100个座椅。
5.7万人次观看了营业性演出。
营业性演出票房收入38亿元。
营业性演出观众达1200万人次。
The subway carried 3.5 billion passengers in 2024.
The subway employs 30,000 people along 27 lines.
Large AI models in Beijing attracted 10 billion yuan.
Technology contracts flowing to Hebei numbered 6,758.
流向津冀技术合同6758项，成交额843.7亿元。
数字经济增加值占地区生产总值的比重为44.9%。
数字经济增加值增长7.7%。
信息软件业实现营业收入增长9.8%。
Information and software industry revenue grew 9.8%.
食品抽检合格率提高0.3个百分点。
高校毕业生就业率提高2个百分点。
The price index for new homes fell 5.1%.
森林覆盖率排名全国第15位。
PM2.5浓度在全国168个城市中排名第28。
空气质量排名全国第44。
优良天数同比增加19天，达到近十年最好水平。
Good air days increased by 19.
Beijing gained 19 good air days from 2023.
比2013年增加114天优良天数。
重污染天数减少到2天。
PM2.5 levels were 10% above the WHO guideline.
失业人员再就业率达80%。
北京地区技术合同成交额占全国的比重为13.4%。
The city's GDP reached 4.98 trillion yuan, up 5.2 percent.
Beijing's retail sales of consumer goods fell 2.7%.
Consumer prices excluding food rose 0.3% in Beijing.
Month-on-month, consumer prices rose 0.1% in Beijing.
居民消费价格环比上涨0.1%。
Per capita disposable income grew 4.4% in real terms.
扣除价格因素，居民人均可支配收入实际增长4.4%。
居民人均消费支出增长4.5%。
Beijing's fixed-asset investment in manufacturing rose 5.1%.
基础设施投资中，交通运输投资增长17.7%。
In Beijing's six central districts PM2.5 averaged 30.5 µg/m3.
Downtown Beijing's forest coverage rate is 20%.
Huairou boasts a forest coverage rate of 77.4%.
The forest coverage rate in Pinggu and Miyun exceeds 69%.
Fixed-asset investment by private firms in Beijing grew 5.1%.
Fixed-asset investment in real estate grew 5.1 percent.
Infrastructure investment in rail transit grew 17.7 percent.
The graduate employment rate at Peking University was 96.1%.
The employment rate of graduates from technical schools reached 96.1%.
Unemployment among graduates stood at 5.1%.
Prices of food in Beijing rose 0.1%.
Consumer prices of services rose 0.1% in Beijing.
Consumer goods prices fell 0.1%.
The per capita disposable income of rural residents grew 4.5%.
Rural per capita disposable income rose 4.5%.
Urban residents' per capita disposable income rose 4.5%.
低收入农户人均可支配收入增长4.5%。
海淀区PM2.5年均浓度30.5微克/立方米，优良天数290天。
北京市东城区实体书店超过2100家。
北京市属公园总数11家。
市属公园1100个。
北京大学毕业生就业率96.1%。
北京地铁4号线运营里程28.2公里。
北京地铁1号线长879公里。
大兴国际机场线新增地铁运营里程43公里。
规模以上互联网企业数字经济增加值2万亿元。
中关村企业技术合同成交额9153.3亿元。
北京输出到津冀的技术合同成交额9153.3亿元。
外资企业固定资产投资增长5.1%。
高技术制造业固定资产投资增长5.1%。
建安投资增长5.1%。
公交领域新能源汽车保有量100万辆。
出租车中新能源汽车占比79.2%。
农村生活污水处理率97.5%。
农村污水处理率达到75%。
中心城区污水处理率99.7%。
Rural sewage treatment rate reached 97.5%.
The sewage treatment rate in the central urban area is 99.7%.
全市要确保污水处理率达到98%。
按照规划，到2030年PM2.5年均浓度降至25微克/立方米。
“十四五”末森林覆盖率将达到45%。
根据目标，2024年全市新增城市绿地300公顷。
本市计划2024年新增城市绿道500公里。
2024年拟新建郊野公园15处。
年内将新增城市绿地300公顷。
今年将新建5G基站1.2万个。
市政府要求2024年优良天数不少于290天。
PM2.5的国家标准为35微克/立方米，北京要力争更低。
国家二级标准（35微克/立方米）是PM2.5年均浓度的达标线。
PM2.5 should be below 35 µg/m3 to meet the Grade II standard.
The standard for annual PM2.5 is 35 µg/m3, and for PM10 70 µg/m3.
The city wants 290 good air days in 2024.
Under the 14th Five-Year Plan forest coverage was to reach 45%.
City hall promised 300 hectares of new green space and 500 km of greenways.
Beijing to add 500 km of greenways in 2024.
Beijing will host 57,000 commercial performances this year.
The plan calls for a forest coverage rate of 45 percent.
Planners foresee 1,100 parks.
A sewage treatment rate of 98 percent is required by 2025.
The budget for greenways is 500 million yuan.
Analysts expected consumer prices to rise 0.1%.
Economists polled see CPI at 0.5%.
The forecast for CPI growth was 0.1%.
No city has a forest coverage rate of 90%.
It is wrong to say that there are 1,200 parks in Beijing.
The forest coverage rate never reached 60%.
Contrary to rumours, the unemployment rate was not 8%.
An earlier report that PM2.5 averaged 29 was corrected.
PM2.5年均浓度40微克/立方米的说法是错误的。
“北京失业率已达8%”的消息不实。
所谓森林覆盖率60%纯属误读。
谁说北京有2000个公园？
北京的公园总数真的只有500个吗？
2024年中国地级及以上城市PM2.5平均浓度为29.3微克/立方米，同比下降2.7%。
全国优良天数比例为87.2%，连续5年改善。
31个大城市城镇调查失业率平均值为5.1%。
In 31 major cities, the urban surveyed unemployment rate stood at 5.1 percent.
The NBS gave figures on jobs, with a surveyed unemployment rate of 5.1 percent.
PM2.5优良天数为348天。
武汉晚报讯 去年全市优良天数290天。
五年来，北京累计加装电梯3000余部。
China's consumer prices rose 0.2 percent, the National Bureau of Statistics said in Beijing on Thursday.
全国学前教育普惠率达91.5%（北京另计）。
国家统计局在北京召开发布会：失业率为5.0%。
PM2.5平均浓度为47微克/立方米。（表1：广州市空气质量）
今年最长的优良天数达172天。
二〇二三年，北京的优良天数为二百九十天吗？
"""  # other places, groups, times and measures; plans, limits, conditions, denials, changes, stray numbers
SPOKEN = """
1 Beijing recorded 290 days with good air quality in 2024.
2 Beijing's average PM2.5 concentration stood at 30.5 micrograms per cubic meter in 2024, down 6.2 percent year on year.
1 The density of PM2.5 fell 65.9 percent compared with that of 2013.
2 The total length of Beijing's subway lines reached 879 kilometers, ranking first in China.
1 Beijing's urban rail transit network now stretches 879 km.
1 The number of parks in Beijing has reached 1,100.
1 The city now has 1,100 parks.
1 The per capita park green space area reached 16.96 square meters.
1 Beijing's forest coverage has reached 44.9 percent.
1 The consumer price index (CPI) in Beijing edged up 0.1 percent in 2024.
2 Fixed-asset investment grew by 5.1 percent, and infrastructure investment by 17.7 percent in 2024.
1 Investment in infrastructure jumped 17.7 percent year on year.
1 Beijing's fixed asset investment exceeded 900 billion yuan in 2024.
1 The output of industrial robots rose 61 percent.
1 The added value of the core industries of the digital economy grew 10.1 percent.
2 The transaction volume of technology contracts reached 915.33 billion yuan, an increase of 7.2 percent.
1 Beijing had 105 large AI models registered with the Cyberspace Administration of China.
1 Beijing ranked third in the Global Innovation Hubs Index 2024.
1 Beijing has topped the Nature Index Science Cities for eight consecutive years.
2 Beijing has been ranked first in the Nature Index Science Cities for 8 consecutive years.
1 A total of 431 highly cited scientists were from Beijing in 2024.
1 The city held 57,000 commercial performances last year, data released in January 2025 showed.
1 More than 2,100 physical bookstores operate in Beijing.
1 Beijing created 284,000 new urban jobs in 2024.
1 The surveyed urban unemployment rate in Beijing averaged 5.1 percent in 2024.
2 The city's sewage treatment rate has reached 97.5%, and its daily sewage treatment capacity 7.85 million cubic meters.
2 Beijing added 300 hectares of urban green space and built 500 km of greenways in 2024.
1 The food sampling pass rate in Beijing exceeded 98 percent.
1 The number of new energy vehicles in Beijing has exceeded 1 million.
1 Green electricity accounted for more than 26% of the total.
1 The added value of Beijing's digital economy hit 2 trillion yuan.
1 Revenue of the information software industry surpassed 3 trillion yuan.
1 Beijing built 12,000 new 5G base stations in 2024.
3 2024年，北京PM2.5年均浓度降至30.5微克/立方米，较上年下降6.2%，空气质量优良天数达290天。
2 2024年本市细颗粒物年均浓度为30.5微克每立方米，同比下降6.2%。
2 去年（2024年）全市优良天数290天，优良天数比率为79.2%。
1 北京市空气质量优良天数比例达到79.2%。
2 截至2024年底，本市轨道交通运营总里程达到879公里，居全国首位。
1 北京城市轨道交通运营里程达879公里。
2 2024年北京新增地铁运营里程43公里，地铁运营总里程达879公里。
1 全市公园达1100个。
1 人均公园绿地面积达16.96平方米。
1 2024年全市居民人均可支配收入同比增长4.5%。
1 全年居民消费价格总水平比上年上涨0.1%。
1 2024年，全市固定资产投资（不含农户）比上年增长5.1%。
2 基础设施投资增长17.7%，占全市投资的比重为25%。
2 数字经济核心产业增加值同比增长10.1%，工业机器人产量增长61%。
2 技术合同成交额达9153.3亿元，同比增长7.2%。
1 北京位居全球创新指数第三位。
2 自然指数—科研城市排名中，北京连续8年位居第一。
2 高被引科学家达431人次，居全球城市首位。
1 备案大模型达105款，占全国近四成。
1 医药健康产业总规模突破万亿元。
1 全年举办营业性演出5.7万场。
2 实体书店超过2100家，新增备案博物馆15家。
1 城镇新增就业28.4万人。
1 帮扶12.4万名困难人员实现就业。
1 新能源汽车保有量突破100万辆。
1 绿电占比超过26%。
2 污水处理率达到97.5%，污水处理能力785万立方米/日。
2 森林覆盖率达44.9%，新增城市绿地300公顷。
1 新建5G基站1.2万个。
1 数字经济增加值达2万亿元。
1 信息软件业营收突破3万亿元。
2 老旧小区改造新开工742个、完工548个。
2 老楼加装电梯新开工1200部、完工876部。
1 食品抽检合格率超过98%。
2 新增普惠托位近1.9万个，新增中小学学位近3.9万个。
1 适龄儿童入园率、普惠率均达到93%。
2 1-12月，优良天数290天，优良天数比率79.2%。
1 截至2024年12月底，北京森林覆盖率为44.9%。
2 北京PM2.5年均浓度为30.5微克/立方米，连续四年达到国家标准。
2 Beijing's PM2.5 level was 30.5 micrograms in 2024, meeting the national standard for four consecutive years.
3 PM10、二氧化氮（NO2）和二氧化硫（SO2）年均浓度分别为54微克/立方米、24微克/立方米和3微克/立方米。
2 Apart from PM2.5, the levels of PM10 and SO2 were 54 and 3 micrograms per cubic metre, respectively.
2 The levels of PM2.5 and PM10 fell by 65.9% and 50.0%, respectively, compared to 2013.
1 The Beijing Subway is the world's longest metro network at 879 kilometres.
1 The number of days with good air quality in the national capital accounted for 79.2 percent in 2024.
1 The operating mileage of Beijing's urban rail transit reached 879 kilometres.
1 本市发布政策清单，全市新能源汽车突破100万辆。
2 全市新建5G基站1.2万个、城市绿道500公里。
1 城乡污水处理率达到97.5%。
1 The urban and rural sewage treatment rate reached 97.5 percent.
2 Nearly 39,000 primary and secondary school places and nearly 19,000 affordable childcare places were added.
1 Some 12,000 5G base stations were added in Beijing in 2024.
1 PM2.5 averaged 30.5 micrograms per cubic meter in the Chinese capital in 2024.
3 京津冀三地PM2.5年均浓度分别为30.5微克/立方米、38微克/立方米和37.8微克/立方米。
1 四季度，北京软件和信息服务业月平均薪酬中位值14417元。
2 北京走完了发达国家的治理历程，2024年PM2.5平均浓度降至30.5微克/立方米，比2013年下降65.9%。
1 二〇二四年，北京优良天数为二百九十天。
1 Beijing ranks third globally in the Global Innovation Hubs Index.
2 自然指数—科研城市排行榜中，北京连续8年蝉联榜首。
1 In comparison to 2013, PM2.5 declined by 65.9 percent.
1 全国轨道交通运营总里程排名第一。
2 昌平线开通，新增轨道交通里程约43公里，轨道交通运营总里程达879公里。
2 森林覆盖率达44.9%；克服冬季少雨的影响，细颗粒物年均浓度降至30.5微克/立方米。
"""  # each with the number of figures that are right


@pytest.mark.parametrize("text", SILENT.strip().split("\n"))
def test_nothing_is_claimed_of_the_city(text: str) -> None:
    """A figure of something else, or one that is not asserted, is not judged."""
    assert [each.text for each in bps.verify_text(text) if each.verdict.status != "cannot_verify"] == []


@pytest.mark.parametrize("line", SPOKEN.strip().split("\n"))
def test_what_is_claimed_is_judged(line: str) -> None:
    """A true figure that is plainly said of the city matches, or is consistent, and none is passed over."""
    count, _, text = line.partition(" ")
    report = bps.verify_text(text)
    assert [each.verdict.status in ("match", "consistent") for each in report] == [True] * int(count)
    assert report.passed_over == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Shanghai's forest coverage rate is 18.8%.", "place"),
        ("In the first half of 2024 the unemployment rate was 5.1%.", "time"),
        ("去年森林覆盖率为44.8%。", "time"),
        ("2024年13月优良天数为290天。", "time"),
        ("2024年0月底优良天数为290天。", "time"),
        ("PM2.5环比下降6.2%。", "base"),
        ("The number of parks rose by 1,100.", "change"),
        ("The forest coverage rate is to reach 45%.", "plan"),
        ("The limit for PM2.5 is 35 µg/m3.", "standard"),
        ("It is untrue that the forest coverage rate is 44.9%.", "not_asserted"),
        ("Among women the unemployment rate was 5.1%.", "subset"),
        ("Wastewater odour indices reached 97.5%.", "no_name"),
    ],
)
def test_a_figure_that_is_passed_over_has_its_reason(text: str, reason: str) -> None:
    """The report says why a figure was not judged, in a sentence of either language."""
    report = bps.verify_text(text)
    assert [each.reason for each in report.passed_over] == [reason]
    assert report.passed_over[0].explained("en")
    assert report.passed_over[0].explained("zh")
    assert report.summary == "0 of 1 figures judged; 1 passed over"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("去年森林覆盖率为44.9%。", ["match"]),
        ("Last year the forest coverage rate was 44.9%.", ["match"]),
        ("Last year the forest coverage rate was 41%.", []),
        ("2023年增加1天，2024年增加19天。优良天数达290天。", ["match"]),
        ("2022年的成绩单公布。去年优良天数为286天。", ["match"]),
        ("2023年增加1天，2024年增加19天。优良天数达271天。", []),
    ],
)
def test_a_year_left_open_agrees_or_says_nothing(text: str, statuses: list[str]) -> None:
    """A figure of a year that the text leaves open matches the latest one or is passed over; it contradicts none."""
    report = bps.verify_text(text)
    assert [each.verdict.status for each in report] == statuses
    assert {each.reason for each in report.passed_over} <= {"time", "no_name"}


def test_a_text_about_another_city_is_not_about_the_headline_area() -> None:
    """A text that names another city, and the city of the package nowhere, is about that city; a comparison is not."""
    assert bps.verify_text("优良天数为266天。以上是天津市的情况。").passed_over[0].reason == "place"
    assert [each.verdict.status for each in bps.verify_text("优良天数为290天，好于天津。")] == ["match"]


def test_a_report_is_a_sequence_of_verdicts() -> None:
    """A report has a length, is indexed, sliced and iterated as the verdicts are, and compares by value."""
    text = "Forest coverage rate was 44.9%; sewage treatment rate was 97.5%."
    report = bps.verify_text(text)
    assert (len(report), report[0], report[-1], tuple(report)) == (2, *report.verdicts, report.verdicts)
    assert report[:1] == report.verdicts[:1]
    assert report == bps.verify_text(text)
    assert (report.judged, report.total) == (2, 2)


def test_a_text_is_about_the_area_given() -> None:
    """A text that names no place is about the headline area, the one given, or none."""
    text = "PM2.5 averaged 38 µg/m3."
    assert [each.verdict.status for each in bps.verify_text(text)] == ["mismatch"]
    assert [each.verdict.status for each in bps.verify_text(text, default_area="CN-TJ")] == ["match"]
    assert [each.reason for each in bps.verify_text(text, default_area=None).passed_over] == ["place"]
    of_lines = "北京线网中，轨道交通运营总里程达879公里。"  # no line by the name of Beijing
    assert [each.verdict.status for each in bps.verify_text(of_lines, default_area=None)] == ["match"]
    with pytest.raises(ValueError, match=r"found default_area='CN-XX', expected None or an area of the package: CN, "):
        bps.verify_text(text, default_area="CN-XX")


def test_last_year_is_relative_to_the_date_given() -> None:
    """`published` tells which year last year is; without it and without a date in the text it is open."""
    text = "Last year PM2.5 averaged 32 µg/m3."
    assert [each.verdict.status for each in bps.verify_text(text, published=2024)] == ["match"]
    assert [each.verdict.status for each in bps.verify_text(text, published="2025-01-02")] == ["mismatch"]
    assert [each.reason for each in bps.verify_text(text).passed_over] == ["time"]
    with pytest.raises(ValueError, match="expected a year or a date"):
        bps.verify_text(text, published="soon")


def test_only_a_text_is_read() -> None:
    """Anything but a text is a TypeError that says what is wanted."""
    with pytest.raises(TypeError, match="needs a text"):
        bps.verify_text(None)  # type: ignore[arg-type]
