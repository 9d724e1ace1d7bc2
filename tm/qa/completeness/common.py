"""Common words of reports of the United Nations, Chinese and English, as they are cut.

They tell how well the encoder knows a word: one whose like is found in no common word of the other
language says nothing where it has no counterpart. Words of content that stand in eight or more of
6,000 pairs.
"""

from __future__ import annotations

from typing import Final

from tm.wordlists import word_set

ENGLISH: Final = word_set(
    """
ability abortion absence abuse academia accelerate accelerated accelerating access accessible
accessing accordingly accountability accountable accounting achieve achieved achievement
achievements achieving acknowledging act acting action actions active actively activities activity
actors acts actual adapt adaptation add added additional additionally address addressed addressing
adequacy adequate adequately administration administrative adolescent adolescents adopt adopted
adopting adoption adults advance advanced advancement advancing adverse advice advisory advocacy
affairs affect affected affecting affordable afghanistan africa african age aged ageing agencies
agency agenda ages aggression aggressive agreed agreement agreements agricultural agriculture
ahead aid aim aimed aims air al alcohol align aligned alignment allegations alleged allocated
allocations allow allowed almost alongside already ambition ambitious america american amid amount
analyses analysis analytical annex anniversary annual annually anticipatory appeal applicable
application applications applied apply applying appreciation approach approaches appropriate
appropriateness approved approximately arab architecture area areas argentina arising armed
armenia arms army arrangements article articles asia asked aspects assembly assess assessed
assessing assessment assessments asset assets assist assistance assisting associated association
associations asylum attached attack attacks attainment attention attributed audit auspices
australia authorities authority availability average avoid awareness away azerbaijan back backed
balance ban bangladesh bank banking banks barriers base basel basic basis bearing become becoming
began behalf behavioural behaviours behind beijing believe benefit benefits best better
biodiversity birth board bodies body bolivarian bond border borders borrowing boys brazil brief
bring bringing broad broader broadly budget budgeting budgets build building burden bureau
business call called calling calls campaign campaigns cancer capabilities capacities capacity
capita capital carbon care caribbean carried carrying case cases cash cause caused causes
ceasefire central centre centred centres certain cervical chain chair challenge challenges
challenging change changes changing channels chap chapter charter chemical chemicals chief child
children china cholera circumstances cities city civil civilian civilians clarity clean clear
clearly climate close closely cluster co coalition coalitions code coercive coherence
collaboration collaborative collected collection collective colombia combat combating combination
comment comments commercial commission commissioner commissions commitment commitments committed
committee committees common communicable communication communications communities community
compact companies comparable comparative compared competent competition complementary complete
completed complex compliance comply component comprehensive concern concerned concerns conclusion
conclusions concrete conditions conducive conduct conducting conference conferences confidence
conflict conflicts congo consensus consequences conservation consider consideration considerations
considered considering consistent constitute constitutes constitution constraints construction
consultants consultation consultations consultative consumer consumption contact contained content
context contexts continue continued continues continuing continuous contract contrary contribute
contributed contributing contribution contributions control convened convention conventions
convergence cooperate cooperation coordinated coordinating coordination coordinator core
coronavirus corporate corresponding corruption cost costs council counter countering countries
country court covenant cover coverage covered create created creating creation credibility
credible credit crime crimes criminal crises crisis criteria criterion critical cross crucial
cultural culture current currently cutting cycle cypriot cyprus damage dangerous data date day de
deal death deaths debate debt decade decent decentralized decided decides decision decisions
declaration decline declined dedicated deep defence defenders degradation degree delay delegations
deliberate deliver delivered delivering delivery demand democratic demonstrate department
deployment depth deputy described design designed destruction detailed determination determined
develop developed developing development developments dialogue differences different digital
digitalization dignity dimension dimensions diminished direct direction directly director
disabilities disability disaggregated disarmament disaster disasters discrimination discriminatory
discussed discussion discussions disease diseases displaced displacement disproportionately
dispute disputes dissemination distress distribution diverse diversity divide division document
documentation documents doha dollars domestic done donors draft drawing drive driven driving
drought drug drugs duties duty earlier early easing east economic economies economy ecosystem
ecosystems education educational effect effective effectively effectiveness effects efficiency
efficient efficiently effort efforts egypt eighth elections electricity element elements eliminate
eliminating elimination emergencies emergency emerging emissions emphasis emphasized emphasizes
emphasizing employees employment empower empowering empowerment enablers enabling encourage
encouraged encourages encouraging ending endorsed energy enforce engage engaged engaging
engineering enhance enhanced enhancing enjoy enjoyment enshrined ensure ensuring enterprise
enterprises entities entitled entity entrepreneurship environment environmental environmentally
environments equal equality equipment equitable equity eradication especially essential establish
established establishment estimated estimates ethics ethiopia ethnic europe european evaluability
evaluation evaluations evaluative event events ever everyone evidence exacerbated example examples
exceeded exceeding excessive exchange exclusion executive exercise exercises existence existing
expand expanded expanding expansion expected expenditure expenditures experience experienced
experiences experiencing expert expertise experts exploitation explore exploring exposure
expressed expresses expressing extend extended extension extensive extent external extreme face
faced facilitate facilitated facilitating facilitation facilities facility facing factors fair
faith falling false families family famine far faster federal federation feedback female field
fields fifth fifty fighters figure figures final finance financial financing finding findings
fiscal fit flexibility flexible flooding flows focal focus focused focusing follow food force
forced forces forecast forecasting foreign foresight forest forests form formal formative former
forms forty forum forums forward foster fostering found foundation fourth frame framework
frameworks free freedom freedoms friends fuel fulfil fulfilment full fully function functional
functioning functions fund fundamental funded funding funds furthermore future gains gap gaps gaza
gender general generate generated generating generation geneva geographical geopolitical girls
give giving global globally goal goals going good goods governance governing government
governmental governments grave great greater greek green gross ground group groups growing growth
guarantee guatemala guidance guide guided guidelines guiding guinea gulf habitat haiti half hand
harassment harmful hazardous hazards head headquarters heads health healthy help helped helping
helps high higher highest highlighted highlighting highly hikes historical history holding
holistic home hope host hosted household housing human humanitarian humanity hunger ibid
identified identify identifying identity illegal illicit immediate immediately impact impacts
impartial implement implementation implemented implementing implications importance important
imposed improve improved improvement improvements improving impunity inalienable incident
inclusion inclusive income incorporated increase increased increases increasing increasingly
independence independent index india indicate indicated indicator indicators indigenous individual
individuals indonesia industrial industries industry inequalities inequality infections inflation
influence inform informal information informed infrastructure initial initiative initiatives
injury innovation innovative inputs inquiry insecurity instead institute institution institutional
institutions instructions instrument instruments insufficient insurance integral integrate
integrated integrating integration integrity intended intensified interest interests interference
intergovernmental interlinked internal internally international internationally internet
interventions introduced invest investigation investigations investment investments investors
invited invites involve involved involvement involving iran iraq ireland islamic island islands
israel israeli issuance issue issued issues item items japan jerusalem jobs joint jordan judicial
jurisdiction justice keep kenya key kingdom kit knowledge known korea kosovo labour lack lacking
land language large largest lasting later latin launch launched law laws lead leaders leadership
leading leads learned learning least leave leaving lebanon led left legal legally legislation
legislative legitimate leone less lessons letter level levels leverage leveraging libya life light
likely limit limited lines linked liquidity list literacy live livelihoods lives living local
location long longer looking loss losses low lower madrid main mainstream mainstreaming maintain
maintaining maintenance major majority makes making malawi malnutrition manage managed management
managers mandate mandates manner manufacturing map mapping marine market markets marriage mass
massive material materials matter matters maximize meaningful meaningfully means measure measured
measures measuring mechanism mechanisms media mediation medical medicines medium meet meeting
meetings member members membership men mental mentioned met methodology methods metrics mid middle
migrant migrants migration milestone milestones military mind minimize minimum minister
ministerial ministers ministries ministry misconduct mission missions misuse mitigate mitigation
mobile mobilization mobilize mobilizing model models modern momentum monetary money monitor
monitoring month months moreover morocco mortality most move movement movements mr multi
multidimensional multilateral multiple multisectoral mutual mutually myanmar name namely nation
national nationally nations natural nature near nearly necessary need needed needs negative
negatively negotiations net network networks neutral never new newly nexus niger nigeria ninth non
normative norms north northern note noted notes noting notion nuclear numerous nutrition objective
objectives objects obligation obligations observed obstacles occupation occupied occupying offered
offers office offices official officials often older ongoing online open opening operating
operation operational operations opinion opportunities opportunity opposition optimal options
organisational organisations organization organizational organizations organized oriented origin
outbreak outcome outcomes outer outlined outlook output outputs outreach overall overarching
overcome oversight overview owing ownership pacific paid pakistan palestine palestinian
palestinians pandemic panel paper para paragraph parity part participants participate participated
participating participation participatory particular particularly parties partner partners
partnership partnerships parts party past patterns peace peacebuilding peaceful peer pending
people peoples percentage perceptions performance period permanent persistent person personal
personnel perspective perspectives pertaining pharmaceutical physical pillars place placed plan
planned planning plans platform platforms play played please plenary point points policies policy
policymakers policymaking political pollution poor population populations portal posed position
positioned positioning positions positive possession possibility possible post potential poverty
power practical practice practices pre predictable preparation preparations preparatory prepare
prepared preparedness presence presented presents president pressure pressures prevalence prevent
preventing prevention previous price prices pricing primarily primary principle principles prior
priorities prioritized priority private problems procedure procedures process processes
procurement produce produced product production productive products professional programmatic
programme programmes programming progress project projected projects proliferation promote
promoted promotes promoting promotion property proportion proposal proposals proposed prospects
protect protected protecting protection protocol protocols protracted provide provided providing
provision provisional provisions psychological psychosocial public publication publications
published purposes pursue quadrennial quality quantitative quarter question questions race raise
raising range rapid rapidly rapporteur rare rate rated rates ratings reach reached reaching
readiness ready reaffirming reaffirms real realities realization reasons recalling recalls receive
received receiving recent recently recognition recognize recognized recognizes recognizing
recommendation recommendations recommended recommends reconstruction record recorded records
recovery recruitment reduce reduced reducing reduction referred reflect reflected reflects reform
reforms refugee refugees regime region regional regions registration regular regulations
regulatory rehabilitation reinforce reinforcing reiterated reiterates reiterating related relating
relation relations relationship release relevance relevant reliable relief religious remain
remained remaining remains remove renewable renewed report reported reporting reports
representation representative representatives represented representing represents reproductive
republic request requested requesting requests require required requirement requirements requires
requiring research reserve resident resilience resilient resolution resolutions resolve resource
resources resourcing respect respecting respective respond responding response responses
responsibilities responsibility responsible responsive restore restrictions restructuring result
resulted resulting results return revenue review reviewed reviews revised revision right rights
rise rising risk risks road robust role roles root round rule rules rural russian safe safeguards
safely safety saharan said saint sanctions sanitation save saving scale scaled scaling school
schools science scientific scope sea secondary secretariat secretary section sector sectoral
sectors secure securities security see seek seeking seen selected self sendai senior sensitive
series serious serve served serves service services session sessions setting settings settlement
settlements seventh seventieth seventy severe sex sexual shape share shared sharing sheet shift
shocks short show shown shows side sierra significant significantly similar sites situation
situations sixth sixty sized skills slow small social societies society socioeconomic solidarity
solution solutions somalia sought sound source sources south sovereign sovereignty space spaces
special specialized specific specifically spending spirit sponsors spread stability staff staffing
stage stages stakeholder stakeholders standard standards standing state statement statements
states statistical statistics status step steps stigma still stock stop strategic strategies
strategy strengthen strengthened strengthening strengths stressed stresses stressing strip strong
stronger strongest strongly structural structure structures studies study sub subject submit
submitted subnational subregional subsequent substance substantial substantially substantive
success successful successfully sudan suffering sufficient sufficiently suicide summary summit
supplement supplies supply support supported supporting supports survey survivors sustainability
sustainable sustained syria syrian system systematic systematically systemic systems table
tackling takes taking target targeted targeting targets task tax team teams technical
technological technologies technology template temporary term territorial territories territory
terrorism terrorist terrorists testing thailand thematic theme themselves thirty threat threats
tightening time timely times tobacco today tolerance tool tools top topics total tourism track
trade traditional trafficking training transboundary transfer transformation transformative
transforming transition transmission transmit transnational transparency transparent transport
travel treaties treatment treaty trends trust tuberculosis turkish turmoil twenty type types
uganda ukraine underlines underlining underlying undermine understand understanding undertake
undertaken undertaking unemployment unhindered unified unilateral union unique unit united units
unity universal university unprecedented update updated urban urged urgency urgent urgently urges
use used useful users uses using utility utilization vaccines value values venezuela verification
vice victim victims vienna views violation violations violence violent vital vocational voice vol
voluntary vulnerabilities vulnerability vulnerable want war warning waste wasting watch water ways
weak weapon weapons weather website wednesday welcomes welcoming west western whole wide widely
wider widespread women work worked workers working workplace works world worldwide yemen york
young youth zambia zero zimbabwe zone
"""
)
CHINESE: Final = word_set(
    """
一代 一份 一再 一切 一半 一套 一次 一系列 一级 一致 一致性 一般 一般性 一起 一道 一部分 万人 万名
万美元 三分 上升 上午 上文 上涨 下降 不下 不利 不到 不受 不同 不当 不结盟 不良 不让 不足 专业 专利
专员 专家 专家组 专门 专题 世卫 世界 世界卫生组织 世界粮食计划署 业务 业绩 东耶路撒冷 两级 严格 严重
丧失 个人 中东 中亚 中国 中央 中小 中心 中有 中期 中等 临时 为止 主义 主任 主动 主席 主席团 主持
主权 主流 主管 主要 主题 举措 举行 义务 之下 之际 乌克兰 乌干达 也门 了解 争取 争端 事业 事件 事务
事务部 事实 互动 互补 五个 亚洲 亚美 交付 交叉 交流 交通 产业 产出 产品 产量 享受 享有 人人 人们
人力 人口 人均 人居 人数 人权 人权法 人民 人类 人群 人道 人道主义法 人道法 亿人 亿美元 介绍 从事
仙台 代表 代表团 代表性 以南 以往 以此 以色列 价值 价值观 价格 任务 任命 任期 企业 企图 伊拉克
伊斯兰 伊朗伊斯兰共和国 优先 优先级 优势 优质 伙伴 会上 会员国 会议 传播 传染性 传统 伤害 估计 似乎
位置 低于 低收入 住房 体制 体现 体系 体面 何种 作战 作用 使用 例子 供应 供应链 供资 依据 依然 依赖
侧重于 侵害 侵犯 侵略 便利 促使 促成 促请 促进 俄罗斯 俄罗斯联邦 保健 保护 保留 保证 保险 保障 信任
信心 信息 信托 信贷 修订 借款 借鉴 倡导 倡议 债券 债务 做好 做法 停止 停火 健康 健康权 储存 儿基会
儿童 允许 充分 充足 先生 克服 免遭 全世界 全体 全国 全民 全球 全球性 全部 全面 公众 公信力 公共
公司 公布 公平 公开 公正 公民 公私 公约 共享 共同 共同体 共和国 共有 共识 关切 关注 关联 关键 关闭
具体 具备 内部 内陆 再次 再生 军事 农业 农村 冠状 冲击 冲突 决定 决心 决策 决策者 决议 准入 准则
准备 减少 减缓 减贫 减轻 几乎 几年 出版 出版物 出生 分享 分列 分发 分子 分散 分析 分类 分配 切实
刑事 刚果 刚果民主共和国 创业 创建 创新 创造 初步 利亚 利昂 利比亚 利率 利用 利益 制定 制度 制止
制约 制裁 制订 制造 制造业 削弱 前景 前沿 剥削 剥夺 力度 力量 办事处 办公室 加上 加入 加剧 加勒比
加大 加强 加快 加息 加沙 加紧 加速 动员 动态 动机 动荡 助长 努力 劳动 劳动力 势头 勃勃 包含 包容
包容性 化学 化学品 北京 区域 医疗 十届 升级 协会 协作 协助 协同 协商 协定 协议 协调 协调员 单位
单方面 单独 南南 南非 占领 占领国 卫星 卫生 印度 印度尼西亚 危及 危地 危害 危机 危险 历史 压力 原则
原因 原子能 参与 参加 参考 及时 双方 双边 反对 反对派 反应 反恐 反映 反馈 发出 发射 发展 发展中国家
发布 发现 发言 发言者 发起 发达 取决于 取消 受害人 受害者 受益 变化 变得 变革 变革性 叙利亚 另外
召开 召集 可信 可信度 可持 可用 可能性 可行 可靠 司法 吁请 各国 各地 各类 各级 各自 合作 合同 合法
合理 同一 同意 同样 同行 名单 后果 后续 启动 吸引 周年 周期 呼吁 和世卫 和平 咨商 咨询 响应 唯一
商业 商品 商定 四个 回到 回应 回收 回顾 因素 团体 团结 困难 围绕 国内 国内法 国家 国情 国民 国际
国际劳工组织 国际法 土地 土耳其 土著 在内 在线 地为 地位 地区 地域 地带 地方 地点 地球 地理 地缘
场所 均等 埃及 埃塞俄比亚 城市 培养 培训 基于 基会 基准 基本 基础 基金 基金会 塞拉 塞浦 填补 境内
增加 增强 增进 增长 增长率 声明 处于 处境 备灾 复原 复杂 复苏 外交 外国 外地 外层 外联 外部 多万
多名 多哈 多年 多样化 多样性 多边 多重 多项 大不 大会 大力 大多数 大学 大幅 大程度 大约 大规模 大量
天气 太平洋 失业率 失所 契约 女性 女童 她们 如此 妇女 妨碍 委会 委内 委员会 委托 威胁 媒体 孟加
季度 学习 学术界 学校 学生 安保 安全 安排 安理会 完全 完善 完成 完整 宗教 宗旨 官员 官方 定义 定于
定价 定位 定居点 定性 定期 实体 实地 实质性 实践 实际 审查 审计 审议 宣传 宣布 宣言 宪法 宪章
宫颈癌 家庭 容忍 宽松 密切 富尔 对儿 对策 对话 寻求 尊严 尊重 小岛屿 小组 少女 少数 尚未 就业 尼亚
尼日 尼日尔 尽可能 尽量 局势 层面 居民 居高 展开 展望 展示 履行 峰会 工业 工人 工作组 工作者 工作队
工具 工具包 工商 工程 巨大 巩固 差异 差距 巴勒斯坦 巴勒斯坦人 巴勒斯坦国 巴基斯坦 巴塞尔 巴西 市场
布韦 希族 希望 帮助 常会 常见 常设 常驻 干扰 干旱 干预 平台 平均 平民 平等 平衡 年初 年届会 年底
年度 年轻人 年龄 幸存者 广泛 庆祝 应对 应急 应用 废物 废除 延长 建立 建筑 建议 建设 建造 开发
开发署 开放 引发 弥合 弥补 弱势 弹性 强制性 强劲 强化 强大 强有力 强烈 强调 当前 当地 当局 形式
形成 影响 影响力 彻底 征聘 很多 很大 得以 得出 得益于 得起 循环 循证 德国 心理 必要 快速 性健康
性别 性暴力 性虐待 性行为 性质 性骚扰 总体 总值 总数 总统 总部 总额 恐怖 恢复 恶化 患者 惠及 惩罚
意义 意味着 意图 意见 意识 感染 感染者 感谢 愿意 愿景 成人 成功 成员 成员国 成就 成效 成本 成果
成立 我国 战争 战略 所作 所有人 所有权 所谓 所载 打击 打算 执行 执行局 扩大 扩散 扭转 批准 找到
承担 承认 承诺 技术 技能 投入 投资 投资者 抗灾 护理 报告 报告员 抵御 担任 拉丁 拉加 拉国 招募 招聘
拟订 拨款 拯救 持久 持有 持续 指出 指南 指定 指导 指控 指数 指标 指示 挑战 挑衅 挫折 捐助 捐助者
捐款 损失 损害 授权 掉队 掌握 排放 排斥 探索 探讨 接种 接触 接近 控制 推出 推动 推广 推进 提交
提到 提升 提及 提案 提议 提请 提高 援助 摘要 摩洛哥 撒哈拉 操守 支付 支出 支助 支持 支柱 收入 收到
收容 收紧 收集 攸关 改变 改善 改进 改造 改革 攻击 放在 放缓 政府 政权 政治 政策 效力 效应 效果
效率 效用 效益 敏感 救济 救灾 救生 教育 教训 敦促 数字 数字化 数据 数据库 数目 数量 数额 整个 整体
文书 文件 文化 斡旋 新兴 方向 方案 方法 方针 施加 旅游业 旅行 族裔 无核 无法 日内瓦 日期 日本 日益
早期 时候 时间 明显 明确 星期三 显著 普及 普遍 普遍性 暴力 更具 更大 更好 更新 替代 最低 最佳 最后
最大 最新 最近 最高 月份 月初 有利 有利于 有力 有助于 有害 有所 有效 有权 有限 服务
朝鲜民主主义人民共和国 未来 本信 本国 本身 机会 机关 机制 机构 机遇 权利 权力 权能 材料 条件 条例
条款 条约 来源 来说 极端 架构 某些 查明 查阅 标准 核准 核心 核查 核武器 核算 核裁军 根源 格鲁吉亚
框架 案件 检测 森林 概念 概览 概述 模式 模板 欢迎 欧洲 正如 正常 正式 正当 此类 步骤 武力 武器
武装 歧视 歧视性 死亡 死亡率 残疾 残疾人 每年 毒品 比亚 比例 比较 毫无 民主 民众 民族 民用 民间
气候 水卫 水平 水资源 汇编 污名 污染 沟通 治理 治疗 法国 法律 法治 法院 注意 注重 津巴 洪水 流动
流动性 流离 流程 流行 流行病 海地 海洋 消瘦 消费 消费者 消除 涵盖 深入 混合 清单 清洁 渠道 满意
满足 滥用 演变 潜力 潜在 澳大 激励 灭绝 灵活 灵活性 灾害 烟草 照护 燃料 物体 物质 牵头 特殊 特派团
犯罪 状况 状态 独特 独立 独立性 王国 环境 现代 现实 现有 现状 现行 现象 现金 玻利 理事 理事会 理由
理解 理论 瑞拉 瓦尔 甚至 生产 生产性 生命 生态 生效 生殖 生活 生物 生育 生计 用品 用户 用水 用途
由此 申明 电子 男女 男子 男性 男童 界定 疫情 疫苗 疾病 病例 病毒 病疫情 痛苦 登记 百分比 监测 监狱
监督 监管 目标 直接 相一致 相互 相关性 相同 相对 相应 相当 相比 看法 真正 着重 知情 知识 短期 短缺
研发 研究 研究所 研讨会 破坏 确保 确定 确认 磋商 示范 社会 社区 禁止 福祉 私人 私营 种族 科学
科特迪瓦 科索沃 秘书 秘书处 秘书长 积极 移动 移徙 移民 程序 程度 税收 稳定 穷人 空气 空间 突出 突发
立即 立场 立法 符合 第一届 第一次 第三次 第二届 第二次 第四次 筹备 筹资 筹集 签署 签订 简报 管制
管理 管理局 管理层 类似 类别 类型 粮食 精神 系统 系统地 系统性 索马里 紧张 紧急 紧缩 紧迫 纠正 约旦
级别 纪念 纲要 纲领 纳入 纽约 组成 组织 终止 经历 经委会 经济 经济体 经济委员会 经社理事会 经验 结合
结束 结构 结构性 结核病 结论 统一 统计 绩效 续性 维也纳 维护 维持 综合 绿色 缅甸 缓慢 缓解 缔约国
缔约方 编写 编制 缺乏 缺口 网站 网络 罪行 美元 美利坚合众国 美国 美洲 美联储 群体 群组 老年人 老龄
考虑 而言 职业 职权 职能 职责 联合 联合国 联合国人口基金 联合国儿童基金会 联合国开发计划署
联合国贸易和发展会议 联合国难民事务高级专员公署 联盟 联系 联邦 肯尼亚 背景 能力 能源 脆弱 脆弱性
腐败
膨胀 自决权 自愿 自我 自杀 自然 自由 自身 至关 至少 致函 致力于 良好 艾滋 艾滋病 苏丹 草案 药品
药物 获取 营养 落实 蓄意 薄弱 虐待 融合 融资 行业 行为 行使 行动 行政 衡量 补充 补编 补贴 表明
表现 表达 被占 被忽视 被迫 袭击 裁军 西亚 西非 要求 要素 覆盖 观察 观察员 观点 规划 规划署 规则
规定 规模 规程 规范 视为 视角 角色 解决 解释 解除 计划 订正 认可 认证 认识 讨论 议会 议定书 议程
记录 论坛 论证 设备 设施 设立 设计 证券 证据 证明 评价 评价性 评估 评级 评论 诊断 该国 详细 语言
说明 请求 课程 调动 调整 调查 调解 谅解 谈判 谴责 负债表 负担 负有 负责 负责人 负面 贡献 财产 财务
财政 责任 货币 货物 质量 贩运 贫困 贫困者 贫穷 贷款 贸易 费用 资产 资助 资料 资本 资格 资源 资金
赋予 赞助 赞扬 赞比亚 赞赏 起来 起草 起诉 超过 越南 趋势 足够 跟踪 跨国 跨界 路斯 路线图 身份 轨道
转化 转变 转型 转移 转让 转递 辩论 边界 边缘化 达到 达尔 达成 迄今 迅速 过去 过度 过渡 运作 运动
运输 还应 这一 这方面 这是 这次 这项 进展 进步 进程 违反 迫使 迫切 追究 退化 适合 适应 适当 适用
逆转 选举 选择 透明 透明度 途径 通信 通报 通知 通胀 通货 通货膨胀率 速度 造福 道德 道路 遭到 遭受
遵守 遵循 避免 邀请 那么 那样 部分 部署 部长 部长级 部门 部队 酌情 配置 采购 释放 里程碑 重大 重建
重振 重点 重申 重要 重要性 重视 量化 金融 鉴于 针对性 铭记 银行 长期 门户 问责 问责制 阐述 防备
防止 防治 防范 阶段 阻碍 阿富汗 阿拉伯 阿拉伯叙利亚共和国 阿根廷 附件 降低 降至 限于 限制 限度 陷入
随后 障碍 难以 难民 雄心 集中 集体 集合 集团 雇员 需求 需要 霍乱 青少年 青年 青春期 非政府 非正式
非正规 非法 非洲 面对 韧性 项目 顾及 顾问 预期 预测 预算 预见性 预警 预计 预防 领土 领导 领导人
领导力 领导层 额外 风险 食品 饥荒 饥饿 首先 首次 首脑 首要 首长 马德里 马拉 马拉维 马里 驱动 驻地
骚扰 高于 高度 高效 高级 高级别 高质量 鸿沟 黎巴嫩 鼓励
"""
)
