# ruff: noqa: E501 - a body is a line
"""Official names of bodies and treaties, Chinese and English, with their usual short forms.

Principal organs, funds, programmes, specialised agencies, regional commissions, courts, missions
and main treaties of the United Nations system and of the organizations its documents name most.
A line is one body: its Chinese names, a bar, its English ones, the full name first on both sides.
Names of their own documents; short forms are those that the documents print in brackets.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

BODY = "body"  # a kind of names
_LISTED = """
联合国大会 | United Nations General Assembly; UN General Assembly; UNGA
安全理事会; 联合国安全理事会; 安理会 | Security Council; UNSC
经济及社会理事会; 经社理事会 | Economic and Social Council; ECOSOC
托管理事会 | Trusteeship Council
国际法院 | International Court of Justice; ICJ
人权理事会; 联合国人权理事会 | Human Rights Council; HRC
人权事务委员会 | Human Rights Committee; CCPR
人权委员会 | Commission on Human Rights; Human Rights Commission
国际法委员会 | International Law Commission; ILC
国际贸易法委员会; 联合国国际贸易法委员会; 贸易法委员会 | United Nations Commission on International Trade Law; UNCITRAL
妇女地位委员会 | Commission on the Status of Women; CSW
社会发展委员会 | Commission for Social Development
麻醉药品委员会 | Commission on Narcotic Drugs
建设和平委员会 | Peacebuilding Commission; PBC
裁军审议委员会 | Disarmament Commission; UNDC
裁军谈判会议 | Conference on Disarmament
行政和预算问题咨询委员会; 行预咨委会 | Advisory Committee on Administrative and Budgetary Questions; ACABQ
方案和协调委员会; 方案协调会 | Committee for Programme and Coordination; CPC
国际公务员制度委员会; 公务员制度委员会 | International Civil Service Commission; ICSC
联合检查组; 联检组 | Joint Inspection Unit; JIU
内部监督事务厅; 监督厅 | Office of Internal Oversight Services; OIOS
法律事务厅; 法律厅 | Office of Legal Affairs; OLA
人道主义事务协调厅; 人道协调厅 | Office for the Coordination of Humanitarian Affairs; OCHA
裁军事务厅 | Office for Disarmament Affairs; UNODA
维持和平行动部; 维和部 | Department of Peacekeeping Operations; DPKO
政治事务部; 政治部 | Department of Political Affairs; DPA
外勤支助部 | Department of Field Support; DFS
新闻部 | Department of Public Information; DPI
经济和社会事务部; 经社部 | Department of Economic and Social Affairs; DESA
联合国儿童基金会; 儿童基金会; 儿基会 | United Nations Children's Fund; UNICEF
联合国开发计划署; 开发计划署; 开发署 | United Nations Development Programme; UNDP
联合国环境规划署; 环境规划署; 环境署 | United Nations Environment Programme; UNEP; UN Environment
联合国环境大会; 环境大会 | United Nations Environment Assembly; UNEA
联合国人口基金; 人口基金 | United Nations Population Fund; UNFPA
世界粮食计划署; 粮食计划署; 粮食署 | World Food Programme; WFP
联合国人类住区规划署; 人居署 | United Nations Human Settlements Programme; UN-Habitat
联合国难民事务高级专员办事处; 联合国难民事务高级专员公署; 难民署 | Office of the United Nations High Commissioner for Refugees; UNHCR; UN Refugee Agency
联合国人权事务高级专员办事处; 人权事务高级专员办事处; 人权高专办 | Office of the United Nations High Commissioner for Human Rights; OHCHR; UN Human Rights
联合国近东巴勒斯坦难民救济和工程处; 近东救济工程处; 工程处 | United Nations Relief and Works Agency for Palestine Refugees in the Near East; UNRWA
联合国促进性别平等和增强妇女权能署; 妇女署 | United Nations Entity for Gender Equality and the Empowerment of Women; UN-Women; United Nations Women
联合国毒品和犯罪问题办公室; 毒品和犯罪问题办公室; 禁毒办 | United Nations Office on Drugs and Crime; UNODC
联合国项目事务厅; 项目事务厅; 项目厅; 联合国项目事务署; 项目署 | United Nations Office for Project Services; UNOPS
联合国贸易和发展会议; 贸易和发展会议; 贸发会议 | United Nations Conference on Trade and Development; UNCTAD
国际贸易中心; 国贸中心 | International Trade Centre; ITC
联合国训练研究所; 训研所 | United Nations Institute for Training and Research; UNITAR
联合国裁军研究所; 裁研所 | United Nations Institute for Disarmament Research; UNIDIR
联合国大学 | United Nations University; UNU
联合国资本发展基金; 资发基金 | United Nations Capital Development Fund; UNCDF
联合国志愿人员组织; 联合国志愿人员; 志愿人员组织 | United Nations Volunteers; UNV
联合国艾滋病毒/艾滋病联合规划署; 艾滋病规划署 | Joint United Nations Programme on HIV/AIDS; UNAIDS
联合国粮食及农业组织; 粮食及农业组织; 粮农组织 | Food and Agriculture Organization of the United Nations; Food and Agriculture Organization; FAO
联合国教育、科学及文化组织; 教科文组织 | United Nations Educational, Scientific and Cultural Organization; UNESCO
联合国工业发展组织; 工业发展组织; 工发组织 | United Nations Industrial Development Organization; UNIDO
世界卫生组织; 世卫组织 | World Health Organization; WHO
世界卫生大会 | World Health Assembly; WHA
国际劳工组织; 劳工组织 | International Labour Organization; ILO; International Labour Office
国际劳工大会 | International Labour Conference
国际货币基金组织; 货币基金组织 | International Monetary Fund; IMF
世界银行; 世行 | World Bank
世界贸易组织; 世贸组织 | World Trade Organization; WTO
世界知识产权组织; 知识产权组织; 产权组织 | World Intellectual Property Organization; WIPO
世界气象组织; 气象组织 | World Meteorological Organization; WMO
世界旅游组织 | World Tourism Organization; UNWTO
国际民用航空组织; 国际民航组织; 民航组织 | International Civil Aviation Organization; ICAO
国际海事组织; 海事组织 | International Maritime Organization; IMO
国际电信联盟; 国际电联; 电联 | International Telecommunication Union; ITU
万国邮政联盟; 万国邮联 | Universal Postal Union; UPU
国际农业发展基金; 农发基金 | International Fund for Agricultural Development; IFAD
国际原子能机构; 原子能机构 | International Atomic Energy Agency; IAEA
禁止化学武器组织; 禁化武组织 | Organisation for the Prohibition of Chemical Weapons; OPCW
全面禁止核试验条约组织; 禁核试条约组织; 禁核试组织 | Comprehensive Nuclear-Test-Ban Treaty Organization; CTBTO
国际移民组织; 移民组织 | International Organization for Migration; IOM
国际海底管理局; 海管局 | International Seabed Authority; ISA
国际海洋法法庭 | International Tribunal for the Law of the Sea; ITLOS
国际刑事法院; 国际刑院 | International Criminal Court; ICC
前南斯拉夫问题国际法庭; 前南斯拉夫问题国际刑事法庭; 前南问题国际法庭; 前南国际法庭 | International Criminal Tribunal for the Former Yugoslavia; International Tribunal for the Former Yugoslavia; ICTY
卢旺达问题国际刑事法庭; 卢旺达问题国际法庭; 卢旺达国际法庭 | International Criminal Tribunal for Rwanda; International Tribunal for Rwanda; ICTR
黎巴嫩问题特别法庭 | Special Tribunal for Lebanon; STL
塞拉利昂问题特别法庭 | Special Court for Sierra Leone; SCSL
刑事法庭余留事项国际处理机制; 余留机制 | International Residual Mechanism for Criminal Tribunals; IRMCT; MICT
常设仲裁法院 | Permanent Court of Arbitration; PCA
欧洲人权法院 | European Court of Human Rights; ECtHR
非洲经济委员会; 非洲经委会 | Economic Commission for Africa; ECA
欧洲经济委员会; 欧洲经委会; 欧经委会 | Economic Commission for Europe; ECE; UNECE
拉丁美洲和加勒比经济委员会; 拉加经委会 | Economic Commission for Latin America and the Caribbean; ECLAC
亚洲及太平洋经济社会委员会; 亚太经社会 | Economic and Social Commission for Asia and the Pacific; ESCAP
西亚经济社会委员会; 西亚经社会 | Economic and Social Commission for Western Asia; ESCWA
消除对妇女歧视委员会; 消歧委员会 | Committee on the Elimination of Discrimination against Women; CEDAW
消除种族歧视委员会 | Committee on the Elimination of Racial Discrimination; CERD
儿童权利委员会 | Committee on the Rights of the Child; CRC
禁止酷刑委员会 | Committee against Torture; CAT
残疾人权利委员会 | Committee on the Rights of Persons with Disabilities; CRPD
经济、社会及文化权利委员会; 经济、社会和文化权利委员会 | Committee on Economic, Social and Cultural Rights; CESCR
红十字国际委员会; 红十字委员会 | International Committee of the Red Cross; ICRC
红十字会与红新月会国际联合会 | International Federation of Red Cross and Red Crescent Societies; IFRC
各国议会联盟; 议会联盟 | Inter-Parliamentary Union; IPU
非洲联盟; 非盟 | African Union; AU
欧洲联盟; 欧盟 | European Union; EU
欧洲安全与合作组织; 欧安组织 | Organization for Security and Cooperation in Europe; OSCE
欧洲委员会 | Council of Europe; European Commission
欧盟委员会; 欧洲联盟委员会 | European Commission
美洲国家组织; 美洲组织 | Organization of American States; OAS
东南亚国家联盟; 东盟 | Association of Southeast Asian Nations; ASEAN
阿拉伯国家联盟; 阿盟 | League of Arab States; Arab League; LAS
伊斯兰合作组织; 伊合组织 | Organization of Islamic Cooperation; OIC
海湾合作委员会; 海合会 | Gulf Cooperation Council; GCC; Cooperation Council for the Arab States of the Gulf
上海合作组织; 上合组织 | Shanghai Cooperation Organization; SCO
独立国家联合体; 独联体 | Commonwealth of Independent States; CIS
集体安全条约组织; 集安组织 | Collective Security Treaty Organization; CSTO
北大西洋公约组织; 北约 | North Atlantic Treaty Organization; NATO
经济合作与发展组织; 经合组织 | Organization for Economic Cooperation and Development; OECD
石油输出国组织; 欧佩克 | Organization of the Petroleum Exporting Countries; OPEC
西非国家经济共同体; 西非经共体 | Economic Community of West African States; ECOWAS
中部非洲国家经济共同体; 中非经共体 | Economic Community of Central African States; ECCAS
南部非洲发展共同体; 南共体 | Southern African Development Community; SADC
东非共同体; 东共体 | East African Community; EAC
政府间发展组织; 政府间发展管理局; 伊加特 | Intergovernmental Authority on Development; IGAD
加勒比共同体; 加共体 | Caribbean Community; CARICOM
太平洋岛屿论坛 | Pacific Islands Forum; PIF
亚洲太平洋经济合作组织; 亚太经合组织 | Asia-Pacific Economic Cooperation; APEC
非洲开发银行; 非行 | African Development Bank; AfDB
亚洲开发银行; 亚行 | Asian Development Bank; ADB
美洲开发银行; 美洲银行 | Inter-American Development Bank; IDB
伊斯兰开发银行 | Islamic Development Bank; IsDB
全球环境基金; 全环基金 | Global Environment Facility; GEF
绿色气候基金 | Green Climate Fund; GCF
政府间气候变化专门委员会; 气专委 | Intergovernmental Panel on Climate Change; IPCC
国际可再生能源机构 | International Renewable Energy Agency; IRENA
国际能源机构; 国际能源署 | International Energy Agency; IEA
国际刑事警察组织; 国际刑警组织; 刑警组织 | International Criminal Police Organization; INTERPOL
世界海关组织; 海关组织 | World Customs Organization; WCO
国际麻醉品管制局; 麻管局 | International Narcotics Control Board; INCB
联合国阿富汗援助团; 联阿援助团 | United Nations Assistance Mission in Afghanistan; UNAMA
联合国伊拉克援助团; 联伊援助团 | United Nations Assistance Mission for Iraq; UNAMI
联合国利比亚支助团; 联利支助团 | United Nations Support Mission in Libya; UNSMIL
联合国利比里亚特派团; 联利特派团 | United Nations Mission in Liberia; UNMIL
联合国海地稳定特派团; 联海稳定团 | United Nations Stabilization Mission in Haiti; MINUSTAH
联合国科特迪瓦行动; 联科行动 | United Nations Operation in Côte d'Ivoire; UNOCI
联合国马里多层面综合稳定特派团; 马里稳定团 | United Nations Multidimensional Integrated Stabilization Mission in Mali; MINUSMA
联合国中非共和国多层面综合稳定特派团; 中非稳定团 | United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic; MINUSCA
联合国组织刚果民主共和国稳定特派团; 联刚稳定团 | United Nations Organization Stabilization Mission in the Democratic Republic of the Congo; MONUSCO
联合国南苏丹共和国特派团; 联合国南苏丹特派团; 南苏丹特派团 | United Nations Mission in South Sudan; UNMISS
非洲联盟-联合国达尔富尔混合行动; 达尔富尔混合行动 | African Union-United Nations Hybrid Operation in Darfur; UNAMID
联合国阿卜耶伊临时安全部队; 联阿安全部队 | United Nations Interim Security Force for Abyei; UNISFA
联合国驻黎巴嫩临时部队; 联黎部队 | United Nations Interim Force in Lebanon; UNIFIL
联合国脱离接触观察员部队; 观察员部队 | United Nations Disengagement Observer Force; UNDOF
联合国驻塞浦路斯维持和平部队; 联塞部队 | United Nations Peacekeeping Force in Cyprus; UNFICYP
联合国停战监督组织; 停战监督组织 | United Nations Truce Supervision Organization; UNTSO
联合国西撒哈拉全民投票特派团; 西撒特派团 | United Nations Mission for the Referendum in Western Sahara; MINURSO
联合国科索沃临时行政当局特派团; 科索沃特派团 | United Nations Interim Administration Mission in Kosovo; UNMIK
联合国索马里援助团; 联索援助团 | United Nations Assistance Mission in Somalia; UNSOM
非洲联盟驻索马里特派团; 非索特派团 | African Union Mission in Somalia; AMISOM
联合国非索特派团支助办公室; 非索特派团支助办公室; 非索特派团支助办 | United Nations Support Office for AMISOM; UNSOA
国家安全委员会; 国家安全理事会; 国家安全会议 | National Security Council
欧洲联盟驻科法治团; 欧盟驻科法治团 | European Union Rule of Law Mission in Kosovo; EULEX
基地组织 | Al-Qaida; Al-Qaeda
塔利班 | Taliban
伊拉克和黎凡特伊斯兰国; 伊黎伊斯兰国; 达伊沙 | Islamic State in Iraq and the Levant; ISIL; ISIS; Da'esh
博科圣地; 博科哈拉姆 | Boko Haram
青年党 | Al-Shabaab
真主党 | Hizbullah; Hezbollah
哈马斯 | Hamas
胡塞; 胡塞人; 胡塞武装 | Houthi; Houthis
联合国宪章 | Charter of the United Nations; United Nations Charter
国际法院规约 | Statute of the International Court of Justice
国际刑事法院罗马规约; 罗马规约 | Rome Statute of the International Criminal Court; Rome Statute
世界人权宣言 | Universal Declaration of Human Rights; UDHR
公民权利和政治权利国际公约; 公民及政治权利国际公约 | International Covenant on Civil and Political Rights; ICCPR
经济、社会及文化权利国际公约; 经济、社会和文化权利国际公约; 经济社会文化权利国际公约; 经济、社会、文化权利国际公约 | International Covenant on Economic, Social and Cultural Rights; ICESCR
消除对妇女一切形式歧视公约 | Convention on the Elimination of All Forms of Discrimination against Women; CEDAW
消除一切形式种族歧视国际公约 | International Convention on the Elimination of All Forms of Racial Discrimination; ICERD
儿童权利公约 | Convention on the Rights of the Child; CRC
残疾人权利公约 | Convention on the Rights of Persons with Disabilities; CRPD
禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约; 禁止酷刑公约 | Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment; Convention against Torture
防止及惩治灭绝种族罪公约; 灭绝种族罪公约 | Convention on the Prevention and Punishment of the Crime of Genocide; Genocide Convention
关于难民地位的公约; 难民公约 | Convention relating to the Status of Refugees; Refugee Convention
联合国土著人民权利宣言 | United Nations Declaration on the Rights of Indigenous Peoples; UNDRIP
不扩散核武器条约; 不扩散条约 | Treaty on the Non-Proliferation of Nuclear Weapons; Non-Proliferation Treaty; Nuclear Non-Proliferation Treaty; NPT
全面禁止核试验条约; 全面禁核试条约; 禁核试条约 | Comprehensive Nuclear-Test-Ban Treaty; CTBT
化学武器公约; 禁止化学武器公约 | Chemical Weapons Convention; CWC
生物武器公约; 禁止生物武器公约 | Biological Weapons Convention; BWC
武器贸易条约 | Arms Trade Treaty; ATT
联合国海洋法公约 | United Nations Convention on the Law of the Sea; UNCLOS
联合国气候变化框架公约; 气候公约 | United Nations Framework Convention on Climate Change; UNFCCC
京都议定书 | Kyoto Protocol
巴黎协定 | Paris Agreement
生物多样性公约 | Convention on Biological Diversity; CBD
联合国防治荒漠化公约; 荒漠化公约; 防治荒漠化公约 | United Nations Convention to Combat Desertification; UNCCD
联合国反腐败公约; 反腐败公约 | United Nations Convention against Corruption; UNCAC
联合国打击跨国有组织犯罪公约; 有组织犯罪公约 | United Nations Convention against Transnational Organized Crime; UNTOC; Organized Crime Convention
维也纳条约法公约 | Vienna Convention on the Law of Treaties
维也纳外交关系公约 | Vienna Convention on Diplomatic Relations
关于消耗臭氧层物质的蒙特利尔议定书; 蒙特利尔议定书 | Montreal Protocol on Substances that Deplete the Ozone Layer; Montreal Protocol
控制危险废物越境转移及其处置巴塞尔公约; 巴塞尔公约 | Basel Convention
关于持久性有机污染物的斯德哥尔摩公约; 斯德哥尔摩公约 | Stockholm Convention
关于汞的水俣公约; 水俣公约 | Minamata Convention
日内瓦公约; 日内瓦四公约 | Geneva Conventions
联合国发展援助框架; 联发援框架 | United Nations Development Assistance Framework; UNDAF
"""


@lru_cache(maxsize=1)
def listed_bodies() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the Chinese and the English names of each body.

    >>> [en for zh, en in listed_bodies() if "儿基会" in zh]
    [("United Nations Children's Fund", 'UNICEF')]
    """
    found = []
    for line in _LISTED.strip().splitlines():
        chinese, _, english = line.partition(" | ")
        found.append((tuple(chinese.split("; ")), tuple(english.split("; "))))
    return tuple(found)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    """Return, for each name, all names of its bodies in its own language."""
    found: dict[str, tuple[str, ...]] = {}
    for both in listed_bodies():
        for names in both:
            for name in names:
                found[name] = (*found.get(name, ()), *names)
    return found


def names_beside(names: Iterable[str]) -> tuple[str, ...]:
    """Return what bodies are called beside *names*, in the language of each.

    >>> names_beside(["UNICEF"])
    ("United Nations Children's Fund",)
    """
    given = tuple(names)
    beside = (other for name in given for other in _by_name().get(name, ()))
    return tuple(dict.fromkeys(other for other in beside if other not in given))
