"""Names of countries and of parts of the world, in Chinese and English.

Short names are CLDR's, from Babel. Official names, which CLDR has not, are those of the
United Nations' list of member states; parts of the world have the usual names of its documents,
of which its geographic scheme (M49) knows but some: the Sahel and the Western Balkans are none.
"""

from __future__ import annotations

from functools import lru_cache

_OFFICIAL = """
安提瓜和巴布达 Antigua and Barbuda
大韩民国 Republic of Korea
朝鲜民主主义人民共和国 Democratic People’s Republic of Korea
老挝人民民主共和国 Lao People’s Democratic Republic
阿拉伯叙利亚共和国 Syrian Arab Republic
伊朗伊斯兰共和国 Islamic Republic of Iran
委内瑞拉玻利瓦尔共和国 Bolivarian Republic of Venezuela
多民族玻利维亚国 Plurinational State of Bolivia
坦桑尼亚联合共和国 United Republic of Tanzania
美利坚合众国 United States of America
大不列颠及北爱尔兰联合王国 United Kingdom of Great Britain and Northern Ireland
联合王国 United Kingdom
俄罗斯联邦 Russian Federation
摩尔多瓦共和国 Republic of Moldova
刚果民主共和国 Democratic Republic of the Congo
刚果 Congo
中非共和国 Central African Republic
捷克共和国 Czech Republic
多米尼加共和国 Dominican Republic
密克罗尼西亚联邦 Federated States of Micronesia
北马其顿 North Macedonia
土耳其 Turkey
土耳其 Türkiye
文莱达鲁萨兰国 Brunei Darussalam
佛得角 Cabo Verde
斯威士兰 Eswatini
科特迪瓦 Côte d’Ivoire
东帝汶 Timor-Leste
越南 Viet Nam
中国 China
中华人民共和国 People’s Republic of China
巴勒斯坦国 State of Palestine
罗马教廷 Holy See
荷兰王国 Kingdom of the Netherlands
尼日尔 Niger
苏丹 Sudan
冈比亚 Gambia
阿拉伯联合酋长国 United Arab Emirates
圣多美和普林西比 Sao Tome and Principe
圣文森特和格林纳丁斯 Saint Vincent and the Grenadines
特立尼达和多巴哥 Trinidad and Tobago
波斯尼亚和黑塞哥维那 Bosnia and Herzegovina
圣基茨和尼维斯 Saint Kitts and Nevis
瑙鲁 Nauru
南苏丹 South Sudan
拉丁美洲 Latin America
加勒比 Caribbean
北非 North Africa
西非 West Africa
东非 East Africa
中非 Central Africa
南部非洲 Southern Africa
撒哈拉以南非洲 sub-Saharan Africa
西亚 Western Asia
中亚 Central Asia
南亚 South Asia
东亚 East Asia
东南亚 South-East Asia
东欧 Eastern Europe
西欧 Western Europe
东南欧 South-Eastern Europe
中东 Middle East
近东 Near East
非洲之角 Horn of Africa
中美洲 Central America
南美洲 South America
北美洲 North America
欧洲 Europe
亚洲 Asia
非洲 Africa
大洋洲 Oceania
亚洲及太平洋 Asia and the Pacific
南高加索 South Caucasus
西巴尔干 Western Balkans
马格里布 Maghreb
萨赫勒 Sahel
美洲 Americas
波罗的海 Baltic Sea
地中海 Mediterranean Sea
"""

# Official names and the everyday ones of the same country.
_EVERYDAY = """
大不列颠及北爱尔兰联合王国 联合王国 英国
坦桑尼亚联合共和国 坦桑尼亚
伊朗伊斯兰共和国 伊朗
委内瑞拉玻利瓦尔共和国 委内瑞拉
多民族玻利维亚国 玻利维亚
美利坚合众国 美国
俄罗斯联邦 俄罗斯
摩尔多瓦共和国 摩尔多瓦
大韩民国 韩国
朝鲜民主主义人民共和国 朝鲜
老挝人民民主共和国 老挝
阿拉伯叙利亚共和国 叙利亚
中华人民共和国 中国
荷兰王国 荷兰
文莱达鲁萨兰国 文莱
捷克共和国 捷克
密克罗尼西亚联邦 密克罗尼西亚
巴勒斯坦国 巴勒斯坦
阿拉伯联合酋长国 阿联酋
"""

_NO_PLACES = ("UN", "EU", "EZ", "QO", "XA", "XB", "ZZ", "001")  # codes of CLDR that are no country


@lru_cache(maxsize=1)
def country_names() -> dict[str, tuple[str, ...]]:
    """Return the English names of each Chinese one, the shortest Chinese names last.

    >>> country_names()["坦桑尼亚联合共和国"], country_names()["秘鲁"]
    (('United Republic of Tanzania',), ('Peru',))
    """
    from babel import Locale

    chinese, english = (Locale.parse(tag).territories for tag in ("zh_Hans", "en"))
    found: dict[str, set[str]] = {}
    for code, name in chinese.items():
        if code not in _NO_PLACES and "（" not in name and len(name) > 1 and english.get(code):
            found.setdefault(name, set()).add(english[code])
    for name, english_name in _official():
        found.setdefault(name, set()).add(english_name)
    order = sorted(found, key=lambda name: (-len(name), name))
    return {name: tuple(sorted(found[name])) for name in order}


def _official() -> list[tuple[str, str]]:
    pairs = (line.partition(" ") for line in _OFFICIAL.strip().splitlines())
    return [(chinese, english) for chinese, _, english in pairs]


def country_of(zh: str, en: str) -> str:
    """Return the official Chinese name of the country that a pair names; nothing for others.

    >>> country_of("联合王国", "United Kingdom"), country_of("刚果", "Congo")
    ('大不列颠及北爱尔兰联合王国', '')
    """
    official = _official_names().get(zh, "")
    return official if official and en[:1].isupper() and en in country_names().get(zh, ()) else ""


@lru_cache(maxsize=1)
def _official_names() -> dict[str, str]:
    """Return the official name of each country that has an everyday one, by either."""
    lines = (line.split() for line in _EVERYDAY.strip().splitlines())
    return {name: names[0] for names in lines for name in names}
