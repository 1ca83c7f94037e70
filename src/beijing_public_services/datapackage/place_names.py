"""Words for places that no gazetteer has: the city, the country, parts of Beijing, demonyms, regions."""

from __future__ import annotations

from beijing_public_services.notation.word_lists import phrases

ELSEWHERE = "elsewhere"  # a place that the package has no area for
DISTRICT = "district"  # a part of an area, or a group of its people
CITY = "city"  # the city, the municipality: the one that the text is about
CAPITAL = "capital"
REGION = "region"  # the three places: those of the region that the text is about
HAN_NAMES = {
    "CN-BJ": """
        北京市 京城 首善之区 中国首都 我国首都
    """,
    "CN-TJ": """
        天津市 津门
    """,
    "CN-HE": """
        河北省
    """,
    "CN": """
        全国 我国 国内 中国 中华人民共和国 全国范围 全国各地 国家统计局 国务院 国家发展改革委 国家发改委 大陆 内地
    """,
    "X-WORLD": """
        全球 世界 国际 全世界
    """,
    "X-JJJ": """
        京津冀 京津冀地区 京津冀三地 京津冀区域
    """,
    CITY: """
        全市 本市 我市 市内 该市 城区内
    """,
    CAPITAL: """
        首都
    """,
    REGION: """
        三地
    """,
    DISTRICT: """
        东城区 西城区 朝阳区 海淀区 丰台区 石景山区 门头沟区 房山区 通州区 顺义区 昌平区 大兴区 怀柔区 平谷区 密云区
        延庆区 海淀 丰台 石景山 门头沟 房山 通州 昌平 怀柔 平谷 密云 延庆 亦庄 城六区 核心区 首都功能核心区 平原区
        平原地区 生态涵养区 山区 远郊区 近郊 城区 郊区 各区 开发区 经开区 经济技术开发区 中关村 临空经济区
        未来科学城 怀柔科学城 回龙观 天通苑 农村地区
    """,
    ELSEWHERE: """
        长三角 珠三角 粤港澳大湾区 大湾区 长江三角洲 珠江三角洲 东北三省 成渝 雄安新区 雄安 港澳台 欧洲 亚洲 非洲
        北美 拉美 南美 欧美 东盟 经合组织 发达国家 各省 外省 他省 其他城市 全省 本省 我省 该省 我县 全县 全区 本区
        我区 该区 美国 英国 日本 东北地区 中部地区 西部地区 东部地区 重点城市
    """,
}
LATIN_NAMES = {
    "CN-BJ": """
        the chinese capital | chinese capital | china's capital | the chinese capital city | chinese capital city |
        beijing municipality | beijing city |
        beijing's | peking | beijing, china | the capital of china | china's capital city | beijing municipal |
    """,
    "CN-TJ": """
        tianjin municipality | tianjin's |
    """,
    "CN-HE": """
        hebei province | hebei's |
    """,
    "CN": """
        china | china's | chinese | nationwide | national | nationally | the country | the country's | the nation |
        the nation's | mainland | prc | countrywide | national bureau of statistics | nbs | state council |
        domestic |
    """,
    "X-WORLD": """
        the world | world | the world's | globally | worldwide | global | international | internationally |
    """,
    "X-JJJ": """
        beijing tianjin hebei region | beijing tianjin hebei | the region |
    """,
    CITY: """
        the city | the city's | this city | our city | citywide | city wide | the municipality |
        the municipality's | municipal | the metropolis | our municipality |
    """,
    CAPITAL: """
        the capital | the capital's | the capital city | capital city | the capital city's | the national capital |
        national capital |
    """,
    REGION: """
        the three places | the three regions | all three |
    """,
    DISTRICT: """
        downtown beijing | central beijing | suburban beijing | rural beijing | outer beijing | northern beijing |
        southern beijing | eastern beijing | western beijing | urban beijing |
        dongcheng | xicheng | chaoyang | haidian | fengtai | shijingshan | mentougou | fangshan | tongzhou |
        shunyi | changping | daxing | huairou | pinggu | miyun | yanqing | yizhuang | zhongguancun | plains area |
        the plains | suburbs | suburban areas | rural areas | districts |
    """,
    ELSEWHERE: """
        339个 168个 yangtze river delta | pearl river delta | greater bay area | xiong'an | xiongan | europe |
        european | european union | the eu | eu | asia | africa | north america | latin america | south america |
        asean | oecd | united states | u.s. | usa | the us | america | american | united kingdom | u.k. | britain |
        british | england | english cities | scotland | wales | south korea | north korea | korean | turkey |
        czech republic | german | french | japanese | indian | russian | swiss | swedish | italian | spanish |
        dutch | brazilian | canadian | australian | mexican | singaporean | vietnamese | thai | the province |
        province wide | provincial | the county | anhui | fujian | gansu | guangdong | guizhou | hainan |
        heilongjiang | henan | hubei | hunan | jiangsu | jiangxi | jilin | liaoning | qinghai | shaanxi | shandong |
        shanxi | sichuan | yunnan | zhejiang | guangxi | inner mongolia | ningxia | xinjiang | tibet | xizang |
        hong kong | macao | macau | taiwan | shanghai's | chongqing | other cities | developed countries |
        oecd countries |
    """,
}
CARELESS = frozenset(  # names that are no proper names, found in any case
    phrases(
        """
        all three | capital city | city wide | citywide | countrywide | developed countries | districts | domestic |
        the national capital | national capital |
        english cities | global | globally | international | internationally | mainland | municipal | national |
        nationally | nationwide | oecd countries | other cities | our city | our municipality | plains area |
        province wide | provincial | rural areas | suburban areas | suburbs | the capital | the capital city |
        the capital city's | the capital's | the city | the city's | the country | the country's | the county |
        the metropolis | the municipality | the municipality's | the nation | the nation's | the plains |
        the province | the region | the three places | the three regions | the world | the world's | this city |
        world | worldwide |
        """
    )
)
