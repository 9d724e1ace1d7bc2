# ruff: noqa: E501 - a country is a line
"""Countries, nationalities, capitals and parts of the world, Chinese and English.

Short names are those of :mod:`tm.extraction.countries`; here is what one country is called beside
them: official names, adjectives, the languages named after it. A line is one country.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tm.extraction.countries import country_names

_COUNTRIES = """
美国; 美利坚合众国 | United States; United States of America; USA; American; Americans
英格兰 | England
苏格兰 | Scotland; Scottish
威尔士 | Wales; Welsh
北爱尔兰 | Northern Ireland
英国; 联合王国; 大不列颠及北爱尔兰联合王国; 大不列颠; 不列颠 | United Kingdom; United Kingdom of Great Britain and Northern Ireland; Great Britain; Britain; UK; British; England
俄罗斯; 俄罗斯联邦; 俄文; 俄语; 俄国 | Russia; Russian Federation; Russian; Russians
中国; 中华人民共和国; 中文; 汉语 | China; People's Republic of China; Chinese; PRC; mainland China
法国; 法兰西; 法文; 法语 | France; French
德国; 德意志联邦共和国; 德意志; 德文; 德语 | Germany; Federal Republic of Germany; German; Germans
西班牙 | Spain; Spanish
葡萄牙 | Portugal; Portuguese
意大利 | Italy; Italian; Italians
日本; 日文; 日语 | Japan; Japanese
希腊 | Greece; Greek; Hellenic
荷兰; 荷兰王国 | Netherlands; Kingdom of the Netherlands; Dutch; Holland
比利时 | Belgium; Belgian
瑞士 | Switzerland; Swiss
瑞典 | Sweden; Swedish
挪威 | Norway; Norwegian
丹麦 | Denmark; Danish
芬兰 | Finland; Finnish
冰岛 | Iceland; Icelandic
爱尔兰 | Ireland; Irish
奥地利 | Austria; Austrian
波兰 | Poland; Polish; Poles
捷克; 捷克共和国 | Czechia; Czech Republic; Czech
斯洛伐克 | Slovakia; Slovak Republic; Slovak
斯洛文尼亚 | Slovenia; Slovenian; Slovene
匈牙利 | Hungary; Hungarian
罗马尼亚 | Romania; Romanian
保加利亚 | Bulgaria; Bulgarian
塞尔维亚 | Serbia; Serbian; Serb; Serbs
克罗地亚 | Croatia; Croatian; Croat; Croats
波斯尼亚和黑塞哥维那; 波黑; 波斯尼亚 | Bosnia and Herzegovina; Bosnia; Bosnian; Bosniak
北马其顿; 马其顿; 前南斯拉夫的马其顿共和国 | North Macedonia; Macedonia; Macedonian; the former Yugoslav Republic of Macedonia
南斯拉夫; 前南斯拉夫 | Yugoslavia; Yugoslav; former Yugoslavia
黑山 | Montenegro; Montenegrin
阿尔巴尼亚 | Albania; Albanian; Albanians
科索沃 | Kosovo; Kosovar
立陶宛 | Lithuania; Lithuanian
拉脱维亚 | Latvia; Latvian
爱沙尼亚 | Estonia; Estonian
乌克兰 | Ukraine; Ukrainian
白俄罗斯 | Belarus; Belarusian
摩尔多瓦; 摩尔多瓦共和国 | Moldova; Republic of Moldova; Moldovan
格鲁吉亚 | Georgia; Georgian
佐治亚; 佐治亚州 | Georgia; State of Georgia
乔治亚州 | State of Georgia
亚美尼亚 | Armenia; Armenian
阿塞拜疆 | Azerbaijan; Azerbaijani
土耳其 | Turkey; Türkiye; Turkish
塞浦路斯 | Cyprus; Cypriot
马耳他 | Malta; Maltese
哈萨克斯坦 | Kazakhstan; Kazakh
吉尔吉斯斯坦; 吉尔吉斯共和国; 吉尔吉斯 | Kyrgyzstan; Kyrgyz Republic; Kyrgyz
塔吉克斯坦 | Tajikistan; Tajik
土库曼斯坦 | Turkmenistan; Turkmen
乌兹别克斯坦 | Uzbekistan; Uzbek
阿富汗; 阿富汗伊斯兰共和国 | Afghanistan; Afghan; Afghans
巴基斯坦 | Pakistan; Pakistani
印度 | India; Indian
孟加拉国 | Bangladesh; Bangladeshi
斯里兰卡 | Sri Lanka; Sri Lankan
尼泊尔 | Nepal; Nepalese; Nepali
不丹 | Bhutan; Bhutanese
马尔代夫 | Maldives; Maldivian
缅甸 | Myanmar; Burma; Burmese
泰国 | Thailand; Thai
越南 | Viet Nam; Vietnam; Vietnamese
老挝; 老挝人民民主共和国 | Lao People's Democratic Republic; Laos; Lao; Laotian
柬埔寨 | Cambodia; Cambodian; Khmer
马来西亚 | Malaysia; Malaysian
印度尼西亚; 印尼 | Indonesia; Indonesian
菲律宾 | Philippines; Philippine; Filipino; Filipinos
新加坡 | Singapore; Singaporean
文莱; 文莱达鲁萨兰国 | Brunei Darussalam; Brunei
东帝汶 | Timor-Leste; East Timor; Timorese
蒙古; 蒙古国 | Mongolia; Mongolian
韩国; 大韩民国; 南朝鲜 | Republic of Korea; South Korea; South Korean; ROK
朝鲜; 朝鲜民主主义人民共和国; 北朝鲜 | Democratic People's Republic of Korea; North Korea; North Korean; DPRK; Democratic People's Republic
朝鲜半岛 | Korean Peninsula
伊朗; 伊朗伊斯兰共和国 | Iran; Islamic Republic of Iran; Iran (Islamic Republic of); Iranian; Iranians
伊拉克 | Iraq; Iraqi; Iraqis
叙利亚; 阿拉伯叙利亚共和国; 叙利亚阿拉伯共和国 | Syrian Arab Republic; Syria; Syrian; Syrians
黎巴嫩 | Lebanon; Lebanese
以色列 | Israel; Israeli; Israelis
巴勒斯坦; 巴勒斯坦国; 巴勒斯坦领土 | Palestine; State of Palestine; Palestinian; Palestinians; Occupied Palestinian Territory
约旦 | Jordan; Hashemite Kingdom of Jordan; Jordanian
约旦河西岸; 西岸 | West Bank
约旦河 | Jordan River; River Jordan
沙特阿拉伯; 沙特 | Saudi Arabia; Saudi
也门 | Yemen; Yemeni; Yemenis
科威特 | Kuwait; Kuwaiti
卡塔尔 | Qatar; Qatari
巴林 | Bahrain; Bahraini
阿拉伯联合酋长国; 阿联酋 | United Arab Emirates; UAE; Emirati
阿曼 | Oman; Omani
埃及; 阿拉伯埃及共和国 | Egypt; Arab Republic of Egypt; Egyptian
利比亚; 阿拉伯利比亚民众国; 利比亚国 | Libya; Libyan Arab Jamahiriya; State of Libya; Libyan; Libyans
突尼斯 | Tunisia; Tunis; Tunisian
阿尔及利亚 | Algeria; Algerian
摩洛哥 | Morocco; Moroccan
西撒哈拉 | Western Sahara; Sahrawi
毛里塔尼亚 | Mauritania; Mauritanian
苏丹 | Sudan; Sudanese; Sultan
南苏丹; 南苏丹共和国 | South Sudan; Republic of South Sudan; South Sudanese
埃塞俄比亚 | Ethiopia; Ethiopian
厄立特里亚 | Eritrea; Eritrean
吉布提 | Djibouti; Djiboutian
索马里; 索马里兰 | Somalia; Somali; Somalis; Somaliland
肯尼亚 | Kenya; Kenyan
乌干达 | Uganda; Ugandan
坦桑尼亚; 坦桑尼亚联合共和国 | Tanzania; United Republic of Tanzania; Tanzanian
卢旺达 | Rwanda; Rwandan; Rwandese
布隆迪 | Burundi; Burundian
刚果民主共和国; 刚果; 刚果(金); 刚果（金） | Democratic Republic of the Congo; DRC; Congo; Congolese
刚果共和国; 刚果; 刚果(布); 刚果（布） | Republic of the Congo; Congo (Brazzaville); Congo; Congolese
中非共和国 | Central African Republic; CAR
乍得 | Chad; Chadian
喀麦隆 | Cameroon; Cameroonian
加蓬 | Gabon; Gabonese
赤道几内亚 | Equatorial Guinea; Equatorial Guinean
几内亚比绍; 几比 | Guinea-Bissau; Bissau-Guinean
几内亚湾 | Gulf of Guinea
几内亚 | Guinea; Guinean
巴布亚新几内亚 | Papua New Guinea; Papua New Guinean
尼日利亚 | Nigeria; Nigerian
尼日尔 | Niger; Nigerien
马里 | Mali; Malian; Malians
塞内加尔 | Senegal; Senegalese
冈比亚 | Gambia; Gambian
利比里亚 | Liberia; Liberian
塞拉利昂 | Sierra Leone; Sierra Leonean
科特迪瓦; 象牙海岸 | Côte d'Ivoire; Ivory Coast; Ivorian; Ivoirian
布基纳法索 | Burkina Faso; Burkinabé; Burkinabe
加纳 | Ghana; Ghanaian
多哥 | Togo; Togolese
贝宁 | Benin; Beninese
佛得角 | Cabo Verde; Cape Verde; Cabo Verdean; Cape Verdean
圣多美和普林西比 | Sao Tome and Principe; São Tomé and Príncipe
安哥拉 | Angola; Angolan
赞比亚 | Zambia; Zambian
津巴布韦 | Zimbabwe; Zimbabwean
莫桑比克 | Mozambique; Mozambican
马拉维 | Malawi; Malawian
博茨瓦纳 | Botswana; Botswanan; Batswana; Motswana
纳米比亚 | Namibia; Namibian
南非 | South Africa; South African
莱索托 | Lesotho; Basotho
斯威士兰; 埃斯瓦蒂尼 | Eswatini; Swaziland; Swazi
马达加斯加 | Madagascar; Malagasy
毛里求斯 | Mauritius; Mauritian
塞舌尔 | Seychelles; Seychellois
科摩罗 | Comoros; Comorian
加拿大 | Canada; Canadian; Canadians
墨西哥 | Mexico; Mexican
危地马拉 | Guatemala; Guatemalan
洪都拉斯 | Honduras; Honduran
萨尔瓦多 | El Salvador; Salvadoran; Salvadorian
尼加拉瓜 | Nicaragua; Nicaraguan
哥斯达黎加 | Costa Rica; Costa Rican
巴拿马 | Panama; Panamanian
古巴 | Cuba; Cuban
海地 | Haiti; Haitian; Haitians
多米尼加共和国; 多米尼加 | Dominican Republic; Dominican
多米尼克 | Dominica; Dominican
牙买加 | Jamaica; Jamaican
特立尼达和多巴哥; 特多 | Trinidad and Tobago; Trinidadian
巴哈马 | Bahamas; Bahamian
巴巴多斯 | Barbados; Barbadian
圣卢西亚 | Saint Lucia; St. Lucia
圣文森特和格林纳丁斯 | Saint Vincent and the Grenadines; St. Vincent and the Grenadines
圣基茨和尼维斯 | Saint Kitts and Nevis; St. Kitts and Nevis
格林纳达 | Grenada; Grenadian
圭亚那 | Guyana; Guyanese; Guiana
苏里南 | Suriname; Surinamese
哥伦比亚 | Colombia; Colombian; Colombians
委内瑞拉; 委内瑞拉玻利瓦尔共和国 | Venezuela; Bolivarian Republic of Venezuela; Venezuela (Bolivarian Republic of); Venezuelan
厄瓜多尔 | Ecuador; Ecuadorian
秘鲁 | Peru; Peruvian
玻利维亚; 多民族玻利维亚国 | Bolivia; Plurinational State of Bolivia; Bolivia (Plurinational State of); Bolivian
智利 | Chile; Chilean
阿根廷 | Argentina; Argentine; Argentinian
乌拉圭 | Uruguay; Uruguayan
巴拉圭 | Paraguay; Paraguayan
巴西 | Brazil; Brazilian
澳大利亚; 澳洲 | Australia; Australian; Australians
新西兰 | New Zealand; New Zealander; New Zealanders
斐济 | Fiji; Fijian
萨摩亚 | Samoa; Samoan
汤加 | Tonga; Tongan
瓦努阿图 | Vanuatu; Ni-Vanuatu
密克罗尼西亚联邦; 密克罗尼西亚 | Micronesia (Federated States of); Federated States of Micronesia; Micronesia
马绍尔群岛 | Marshall Islands; Marshallese
所罗门群岛 | Solomon Islands
福克兰群岛; 马尔维纳斯群岛; 福克兰群岛（马尔维纳斯）; 福克兰群岛(马尔维纳斯); 马尔维纳斯 | Falkland Islands (Malvinas); Falkland Islands; Falklands; Malvinas; Malvinas Islands
教廷; 罗马教廷; 梵蒂冈 | Holy See; Vatican; Vatican City
台湾 | Taiwan; Taiwanese
香港; 中国香港特别行政区 | Hong Kong; Hong Kong SAR China
澳门; 中国澳门特别行政区 | Macao; Macau; Macao SAR China
法属波利尼西亚 | French Polynesia
法属圭亚那 | French Guiana
英属维尔京群岛 | British Virgin Islands
美属维尔京群岛; 美属维京群岛 | United States Virgin Islands; U.S. Virgin Islands
美属萨摩亚 | American Samoa; American Samoan; American Samoans
圣赫勒拿 | Saint Helena; St. Helena
阿森松; 阿森松岛 | Ascension Island
特里斯坦-达库尼亚; 特里斯坦-达库尼亚群岛 | Tristan da Cunha
大陆地区; 中国大陆 | mainland China; China; mainland; Mainland Area; People's Republic of China; PRC
英联邦 | Commonwealth
印度洋 | Indian Ocean
墨西哥湾 | Gulf of Mexico
纳戈尔诺-卡拉巴赫 | Nagorno-Karabakh
美洲印第安人; 印第安人; 印第安 | American Indian; Indian; Native American
"""
_CITIES = """
纽约 New York, 日内瓦 Geneva, 维也纳 Vienna, 内罗毕 Nairobi, 巴黎 Paris, 伦敦 London,
华盛顿 Washington, 华盛顿特区 Washington, 海牙 The Hague, 罗马 Rome, 布鲁塞尔 Brussels, 柏林 Berlin, 波恩 Bonn,
马德里 Madrid, 里斯本 Lisbon, 雅典 Athens, 伯尔尼 Bern, 斯德哥尔摩 Stockholm, 奥斯陆 Oslo,
哥本哈根 Copenhagen, 赫尔辛基 Helsinki, 雷克雅未克 Reykjavik, 都柏林 Dublin, 华沙 Warsaw,
布拉格 Prague, 布拉迪斯拉发 Bratislava, 布达佩斯 Budapest, 布加勒斯特 Bucharest, 索非亚 Sofia,
贝尔格莱德 Belgrade, 萨格勒布 Zagreb, 萨拉热窝 Sarajevo, 斯科普里 Skopje, 地拉那 Tirana,
普里什蒂纳 Pristina, 卢布尔雅那 Ljubljana, 维尔纽斯 Vilnius, 里加 Riga, 塔林 Tallinn, 基辅 Kyiv,
基辅 Kiev, 明斯克 Minsk, 莫斯科 Moscow, 圣彼得堡 Saint Petersburg, 第比利斯 Tbilisi,
埃里温 Yerevan, 巴库 Baku, 安卡拉 Ankara, 伊斯坦布尔 Istanbul, 尼科西亚 Nicosia,
阿斯塔纳 Astana, 阿拉木图 Almaty, 比什凯克 Bishkek, 杜尚别 Dushanbe, 阿什哈巴德 Ashgabat,
塔什干 Tashkent, 喀布尔 Kabul, 坎大哈 Kandahar, 伊斯兰堡 Islamabad, 卡拉奇 Karachi,
新德里 New Delhi, 孟买 Mumbai, 达卡 Dhaka, 科伦坡 Colombo, 加德满都 Kathmandu, 廷布 Thimphu,
仰光 Yangon, 曼谷 Bangkok, 河内 Hanoi, 万象 Vientiane, 金边 Phnom Penh, 吉隆坡 Kuala Lumpur,
雅加达 Jakarta, 马尼拉 Manila, 帝力 Dili, 乌兰巴托 Ulaanbaatar, 首尔 Seoul, 平壤 Pyongyang,
东京 Tokyo, 广岛 Hiroshima, 长崎 Nagasaki, 京都 Kyoto, 仙台 Sendai, 北京 Beijing, 上海 Shanghai,
德黑兰 Tehran, 巴格达 Baghdad, 巴士拉 Basra, 摩苏尔 Mosul, 埃尔比勒 Erbil, 大马士革 Damascus,
阿勒颇 Aleppo, 霍姆斯 Homs, 贝鲁特 Beirut, 耶路撒冷 Jerusalem, 特拉维夫 Tel Aviv, 加沙 Gaza,
拉马拉 Ramallah, 希伯伦 Hebron, 伯利恒 Bethlehem, 安曼 Amman, 利雅得 Riyadh, 萨那 Sana'a,
亚丁 Aden, 多哈 Doha, 麦纳麦 Manama, 阿布扎比 Abu Dhabi, 迪拜 Dubai, 马斯喀特 Muscat,
利马索尔 Limassol, 开罗 Cairo, 亚历山大港 Alexandria, 亚历山大里亚 Alexandria, 的黎波里 Tripoli, 班加西 Benghazi, 阿尔及尔 Algiers,
拉巴特 Rabat, 马拉喀什 Marrakesh, 马拉喀什 Marrakech, 努瓦克肖特 Nouakchott, 喀土穆 Khartoum, 朱巴 Juba,
亚的斯亚贝巴 Addis Ababa, 阿斯马拉 Asmara, 摩加迪沙 Mogadishu, 坎帕拉 Kampala, 恩德培 Entebbe,
基加利 Kigali, 布琼布拉 Bujumbura, 金沙萨 Kinshasa, 戈马 Goma, 布拉柴维尔 Brazzaville,
班吉 Bangui, 恩贾梅纳 N'Djamena, 雅温得 Yaoundé, 利伯维尔 Libreville, 马拉博 Malabo,
比绍 Bissau, 科纳克里 Conakry, 阿布贾 Abuja, 拉各斯 Lagos, 尼亚美 Niamey, 巴马科 Bamako,
廷巴克图 Timbuktu, 基达尔 Kidal, 加奥 Gao, 达喀尔 Dakar, 班珠尔 Banjul, 蒙罗维亚 Monrovia,
弗里敦 Freetown, 阿比让 Abidjan, 亚穆苏克罗 Yamoussoukro, 瓦加杜古 Ouagadougou, 阿克拉 Accra,
洛美 Lomé, 科托努 Cotonou, 普拉亚 Praia, 罗安达 Luanda, 卢萨卡 Lusaka, 哈拉雷 Harare,
马普托 Maputo, 利隆圭 Lilongwe, 哈博罗内 Gaborone, 温得和克 Windhoek, 比勒陀利亚 Pretoria,
约翰内斯堡 Johannesburg, 开普敦 Cape Town, 德班 Durban, 马塞卢 Maseru, 姆巴巴内 Mbabane,
塔那那利佛 Antananarivo, 路易港 Port Louis, 莫罗尼 Moroni, 阿鲁沙 Arusha, 渥太华 Ottawa,
蒙特利尔 Montreal, 多伦多 Toronto, 墨西哥城 Mexico City, 坎昆 Cancun, 特古西加尔巴 Tegucigalpa,
马那瓜 Managua, 圣何塞 San José, 哈瓦那 Havana, 太子港 Port-au-Prince, 金斯敦 Kingston,
圣多明各 Santo Domingo, 布里奇顿 Bridgetown, 波哥大 Bogotá, 加拉加斯 Caracas, 基多 Quito,
利马 Lima, 拉巴斯 La Paz, 圣地亚哥 Santiago, 圣地亚哥 San Diego, 布宜诺斯艾利斯 Buenos Aires,
蒙得维的亚 Montevideo, 亚松森 Asunción, 巴西利亚 Brasilia, 里约热内卢 Rio de Janeiro,
圣保罗 São Paulo, 堪培拉 Canberra, 悉尼 Sydney, 惠灵顿 Wellington, 苏瓦 Suva, 阿皮亚 Apia,
鹿特丹 Rotterdam, 阿姆斯特丹 Amsterdam, 巴塞尔 Basel, 苏黎世 Zurich, 洛桑 Lausanne,
都灵 Turin, 米兰 Milan, 佛罗伦萨 Florence, 马赛 Marseille, 斯特拉斯堡 Strasbourg,
汉堡 Hamburg, 慕尼黑 Munich, 巴塞罗那 Barcelona, 芝加哥 Chicago, 洛杉矶 Los Angeles,
代尔祖尔 Deir ez-Zor, 伊德利卜 Idlib, 拉卡 Raqqa, 提克里特 Tikrit, 基尔库克 Kirkuk,
费卢杰 Fallujah, 安巴尔 Anbar, 塔伊兹 Taiz, 荷台达 Hodeidah, 马拉卡勒 Malakal, 本提乌 Bentiu,
基斯马尤 Kismaayo, 拜多阿 Baidoa, 哈尔格萨 Hargeisa, 法希尔 El Fasher, 尼亚拉 Nyala, 赫拉特 Herat,
昆都士 Kunduz, 马扎里沙里夫 Mazar-e-Sharif, 米苏拉塔 Misrata, 津坦 Zintan, 马里乌波尔 Mariupol,
敖德萨 Odessa, 蒙巴萨 Mombasa, 达累斯萨拉姆 Dar es Salaam, 多多马 Dodoma, 卢本巴希 Lubumbashi,
基桑加尼 Kisangani, 布卡武 Bukavu, 萨尔茨堡 Salzburg, 旧金山 San Francisco,
温哥华 Vancouver, 加尔各答 Kolkata, 拉合尔 Lahore, 白沙瓦 Peshawar, 奎达 Quetta, 大阪 Osaka,
横滨 Yokohama, 神户 Kobe, 釜山 Busan, 仁川 Incheon, 广州 Guangzhou, 深圳 Shenzhen, 南京 Nanjing,
天津 Tianjin, 重庆 Chongqing, 成都 Chengdu, 杭州 Hangzhou, 万隆 Bandung, 宿务 Cebu, 达沃斯 Davos,
乌普萨拉 Uppsala, 那不勒斯 Naples, 威尼斯 Venice, 巴勒莫 Palermo, 塞维利亚 Seville,
卡塔赫纳 Cartagena, 麦德林 Medellín, 瓜亚基尔 Guayaquil,
达尔富尔 Darfur, 阿卜耶伊 Abyei, 科尔多凡 Kordofan, 北基伍 North Kivu, 南基伍 South Kivu,
伊图里 Ituri, 加丹加 Katanga, 克里米亚 Crimea, 顿涅茨克 Donetsk, 卢甘斯克 Luhansk,
库尔德斯坦 Kurdistan, 戈兰 Golan, 邦特兰 Puntland, 格里昂 Glion
"""
_REGIONS = """
欧洲 | Europe; European; Europeans
亚洲 | Asia; Asian
美洲 | Americas
大洋洲 | Oceania
哥伦比亚特区 | District of Columbia
不列颠哥伦比亚 | British Columbia
哥伦比亚大学 | Columbia University
拉丁美洲; 拉美 | Latin America; Latin American
加勒比; 加勒比地区 | Caribbean
中美洲 | Central America; Central American
南美洲; 南美 | South America; South American
北美洲; 北美; 美洲北部 | North America; North American; Northern America
西非; 西部非洲 | West Africa; Western Africa; West African
东非; 东部非洲 | East Africa; Eastern Africa; East African
中部非洲; 中非 | Central Africa; Middle Africa; Central African
非洲; 中非 | Africa; African; Africans; China-Africa; Sino-African
北非; 北部非洲 | North Africa; Northern Africa; North African
南部非洲 | Southern Africa; Southern African
撒哈拉以南非洲; 撒哈拉以南的非洲 | sub-Saharan Africa; sub-Saharan African
非洲之角 | Horn of Africa
萨赫勒; 萨赫勒地区 | Sahel
马格里布 | Maghreb
大湖区; 大湖区域 | Great Lakes Region; Great Lakes
中东 | Middle East; Middle Eastern
近东 | Near East
西亚 | Western Asia; West Asia
中亚 | Central Asia; Central Asian
南亚 | South Asia; Southern Asia; South Asian
东亚 | East Asia; Eastern Asia; East Asian
东北亚 | North-East Asia; Northeast Asia
东南亚 | South-East Asia; Southeast Asia; South-East Asian; Southeast Asian
亚洲及太平洋; 亚洲-太平洋; 亚洲太平洋; 亚太 | Asia and the Pacific; Asia-Pacific; Asian and Pacific
太平洋 | Pacific
南太平洋 | South Pacific
大西洋 | Atlantic
东欧 | Eastern Europe; Eastern European
中东欧; 中欧和东欧; 中欧及东欧 | Central and Eastern Europe; Central and Eastern European; Central and East European
西欧 | Western Europe; Western European
南欧 | Southern Europe
北欧 | Northern Europe; Nordic
东南欧 | South-Eastern Europe; Southeast Europe
西巴尔干 | Western Balkans
巴尔干 | Balkans; Balkan
高加索; 南高加索 | Caucasus; South Caucasus
波罗的海 | Baltic Sea; Baltic
地中海 | Mediterranean Sea; Mediterranean
黑海 | Black Sea
北极 | Arctic
南极; 南极洲 | Antarctica; Antarctic
"""
_NO_PLACES = frozenset(["泽西岛", "圣诞岛"])  # of which the English names something else as well


class Named(NamedTuple):
    """What one place is called."""

    kind: str  # country, city or region
    zh: tuple[str, ...]
    en: tuple[str, ...]


@lru_cache(maxsize=1)
def named_places() -> tuple[Named, ...]:
    """Return all places; a name may stand with several, as Congo does with two countries.

    >>> [place.zh[0] for place in named_places() if "Congo" in place.en]
    ['刚果民主共和国', '刚果共和国']
    """
    found = [Named("country", *_sides(line)) for line in _COUNTRIES.strip().splitlines()]
    found += [Named("region", *_sides(line)) for line in _REGIONS.strip().splitlines()]
    known = {zh for place in found for zh in place.zh} | _NO_PLACES
    others = country_names().items()
    found += [Named("country", (zh,), english) for zh, english in others if zh not in known]
    for city in _CITIES.replace("\n", " ").split(","):
        zh, english = city.split(None, 1)
        found.append(Named("city", (zh,), (english.strip(),)))
    return tuple(found)


def _sides(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    chinese, _, english = line.partition(" | ")
    return tuple(chinese.split("; ")), tuple(english.split("; "))
