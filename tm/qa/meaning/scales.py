"""Scales with two poles, and the words of either language that stand at one of them.

A row is the name of a scale and its poles, each in Chinese and in English; behind ";" stand the
words that only may mean the pole: they excuse, and raise no fault. ``*`` stands for any ending.
What excuses was found by reading what the checks said of 8,024 pairs of United Nations documents
and 8,000 of laws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tm.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Pole:
    """The words of one pole: what surely means it, what may."""

    zh: frozenset[str]
    en: frozenset[str]
    zh_perhaps: frozenset[str] = frozenset()
    en_perhaps: frozenset[str] = frozenset()
    en_starts: tuple[str, ...] = field(default=(), init=False)  # of those that end in "*"
    zh_idle: frozenset[str] = frozenset()  # longer words with one of them that mean neither

    def __post_init__(self) -> None:
        """Part the beginnings of words from the whole words."""
        starts = sorted(word[:-1] for word in self.en_perhaps if word.endswith("*"))
        object.__setattr__(self, "en_starts", tuple(starts))


Scale = tuple[Pole, Pole]

_TABLE = """
= increase and decrease
增加 上升 增长 上涨 增多 增至 上调 攀升 扩大 提高 提升 扩展 扩充 增进 加大 更多 升至 升到 上升到 增加到 增加了 涨到 涨至 扩增 递增 激增 剧增 猛增 飙升 增幅 涨幅 增大
 增收 ; 扩 高 涨
increas* rise rises rising rose risen grew grown growing growth enhanc* rais* higher boost* widen*
 intensif* escalat* upward* more heighten* climb* soar* surg* hike* addition additional upturn
 expan* ; inflat* doubl* tripl* improv* scale up upscal* rebound* larger
减少 下降 降低 缩减 削减 下跌 减至 下调 锐减 缩小 减缓 减轻 减弱 下滑 更少 降至 降到 下降到 减少到 回落 下行 骤降 骤减 缩水 降幅 跌幅 递减 萎缩 缩短 削弱 降级 ; 跌
 弱
decreas* reduc* declin* fell fallen drop drops dropped dropping shrank shrunk shrink* diminish*
 lowered lowering lowers downsiz* narrow* lessen* curtail* cut cuts cutting fewer less mitigat*
 minimi* plung* plummet* slump* dwindl* contract contracted contracting contraction contractions
 trim* falling fall falls downturn slash* ; down slow* abat* recession shortag* smaller lower
 weaken* eas* withdr* phase*
= better and worse
改善 好转 改进 改观 更好 越好 不断改善 改良 好于 更佳 优化 ;
improv* better ameliorat* ; upgrad* optimi* refin* upturn
恶化 变差 每况愈下 更糟 更坏 劣化 加剧 变坏 更差 ; 退化 衰退
worsen* deteriorat* worse ; aggravat* degrad* weaken* bad* downturn decay* deepen* heighten*
= fast and slow
加快 加速 迅速 快速 快于 更快 尽快 快 急剧 高速 加紧 ; 赶 猛
faster accelerat* rapid* quick* swift* speed* expedit* fast hasten* ; prompt* soon* hast* sharp*
 steep* dramatic*
放慢 减慢 慢于 缓慢 放缓 减速 更慢 慢 迟缓 滞后 ; 迟 拖 疲软 停滞 渐
sluggish* decelerat* slow* ; gradual* subdued lag* stagnat*
= heavy and light
加重 较重 更重 从重 重于 更严厉 更严重 ;
heavier aggravat* harsher severer exacerbat* ; heavy worse*
减轻 较轻 更轻 从轻 轻于 量刑轻 轻微 ;
lighter lenien* lessen* milder ; reliev* alleviat* minor
= more and less
多于 高于 大于 优于 更多 更高 更大 越高 越大 越多 较高 较大 较多 更好 越好 更强 越强 更长 更广 更有 更为 更加 较好 较长 更广泛 较强 胜过 强于 好于 ; 逾
more greater higher larger bigger better stronger longer wider broader ; increas* superior
 surpass* outweigh* excess* great* deeper richer much extra plus
少于 低于 小于 劣于 更少 更低 更小 越低 越小 越少 较低 较小 较少 不如 更差 更短 更弱 越弱 较短 越差 较差 较弱 逊于 弱于 ;
less fewer lower smaller worse poorer weaker shorter narrower lesser ; below decreas* minor*
 inferior unless weak* inadequ* cheap* minus
= greatest and least
最高 最大 最多 上限 最佳 最好 最强 最长 最富 最优 至多 ; 顶 不超
maximum maxima maximi* highest largest greatest biggest best ; upper strongest longest ceiling*
 peak* cap optimal optimum richest supreme main*
最低 最小 最少 下限 最差 最坏 最弱 最短 最穷 最贫 最不 至少 ; 低 少 起码
minimum minima minimi* lowest smallest fewest worst least weakest shortest poorest ; minim*
 slight*
= before and after
之前 以前 前夕 事先 先前 此前 前几 会前 战前 事前 开始前 届会前 选举前 审判前 生效前 ; 前 直到 届时
before prior beforehand ; earlier until by ahead pending eve advance* former* ago pre* first
之后 以后 其后 事后 此后 会后 战后 冲突后 届会后 选举后 生效后 灾后 ; 然后 随后 后 起 次 即 继而 自 随即 从
after afterwards thereafter subsequent* following aftermath ; once when* then
= first and last
首次 第一次 首届 首批 首个 首位 首先 第一个 第一届 第一批 首任 首轮 ; 最初
first firstly ; initial* inaugur* one original* pioneer* foremost maid* begin* top once outset
 start*
最后 末次 最后一 最后的 最终 -最后期限 -最后日期 -最后文件 末尾 最近一次 ; 末 完
last final finally ; ultimat* latest eventual* lastly outgoing
= all and some
所有 全部 一切 全体 每个 任何 每一个 凡是 各国 人人 ; 各 均 全 凡 皆
all every any entire* whole everyone everybody ; complet* none nothing entir* any* across various
 whatever wherever
一部分 部分国家 部分成员 部分会员 部分地区 部分人 部分缔约 部分代表 部分妇女 部分儿童 部分地 某些 一些 有些 若干 有的 少数 -有的放矢 -应有的 -所有的 -具有的 -固有的
 -现有的 -拥有的 -没有的 -享有的 -既有的 -特有的 -独有的 -原有的 -已有的 -持有的 -只有的 -含有的 -设有的 ; 几 部分 个别 些 有人 部份 一定
some several certain partly partial* ; most part* select* number* few* portion* occasional*
 sometimes one* couple others handful
= often and rarely
经常 常常 往往 频繁 总是 始终 一贯 时常 一直 ; 通常
often always frequent* ; usual* repeated* tend* typic* constant* perpet* invariab* routin* normal*
 ever
很少 极少 罕见 鲜有 从不 从未 不常 难得 偶尔 有时 -有时间 -有时候 ; 时而 间或
rarely seldom infrequent* rare never sometimes occasionally ; hardly little scarc* rare* uncommon*
 unusual* occasional* periodic*
= many and few
许多 很多 众多 大量 无数 大批 多数 多种 众 不少 ; 种种 诸多
many numerous much countless ; lot* myriad plenty abundan* host dozen* extensive* variet* plur*
很少 极少 寥寥 少数 少量 为数不多 屈指可数 少有 ; 个别 数个
few little fewer scant ; handful hardly not no rare* minor* scarc* couple paucity single
= duty and permission
必须 应当 应该 须 应予 应在 应由 应将 应向 应为 应有 应根据 应继续 应考虑 应采取 应包括 应提供 应确保 应加强 应按 应以 应与 均应 还应 并应 也应 都应 国应 会应 方应
 长应 者应 人应 们应 团应 局应 部应 ; 应
shall must should ; need* requir* oblig* have has ought necessar* mandatory bound not no
可以 可由 可在 可将 可向 可要求 可请 可根据 可考虑 可采取 可提供 可按 可与 可选择 可使用 可对 可予 均可 也可 还可 国可 会可 长可 者可 人可 ; 可 能 得 会 或 许 有权
 允许
may can could might ; possib* permit* allow* would option* if
= import and export
进口 输入 进口商 ; 入口 口岸 入境 运入
import imports imported importing importer* importation ; inflow* incoming entry buy* purchas*
 inbound
出口 出口商 ; 输出 外销 运出
export* ; exit* outlet* outflow* outgoing sell* sale* outbound shipped
= exclusion and inclusion
排除 排斥 不包括 不含 除外 剔除 -不排除 ; 豁免
exclud* exclus* ; except* preclu* deni* reject* marginal* exempt* omit* besides apart outside left
纳入 包括 列入 包含 载入 -不包括 -不包含 ; 含 写入
includ* inclus* ; compris* insert* entail* embed* namely encompass* feature*
= acceptance and rejection
接受 同意 赞成 核准 批准 通过 认可 采纳 准许 -不接受 -不同意 -通过了解 ; 赞同 许 应
accept* agree* approv* favour* endors* adopted adopt adoption ; consent* grant* ratif* concur*
 allow* permit* admit* undergo* accession pass* through via
拒绝 否决 驳回 拒不 不接受 不同意 不予 ; 反对 不 未 拒 抵制
reject* refus* veto* dismissed disagree* ; declin* not no dismiss* fail* overrul* never disapprov*
 nor resist* turn*
= support and opposition
支持 赞成 拥护 赞同 -不支持 -不赞成 -不赞同 ; 支撑 辅助 投票 认同
support* favour* endors* advoca* ; uphold* behalf sponsor* pro
反对 抵制 异议 -无异议 -没有异议 ; 对立 抗议 不同意 不赞成 拒
oppos* ; reject* resist* protest* contest* dissent* refus* disagree* boycott*
= north and south
北部 以北 北方 北面 北侧 北岸 北区 北边 北非 北美 北欧 东北 西北 华北 朝鲜北 北京 北约 北南 ;
north* ; nord* arctic
南部 以南 南方 南面 南侧 南岸 南区 南边 南非 南美 南欧 东南 西南 南苏丹 南斯拉夫 南极 ;
south* ; antarctic* yugoslav*
= east and west
东部 以东 东方 东面 东侧 东岸 东区 东边 东非 东欧 中东 东南 东北 东帝汶 东耶路撒冷 ;
east* ; orient* mideast timor
西部 以西 西方 西面 西侧 西岸 西区 西边 西非 西欧 西南 西北 西撒哈拉 ; 西
west* ; occident*
= men and women
男子 男性 男孩 男童 男人 男生 ; 男 父 兄 丈夫 儿子
men male males boys boy ; man masculin* father* husband*
妇女 女性 女孩 女童 女子 女人 女生 ; 母 妻
women woman female females girls girl ; matern* mother* feminin* wife wives
= buyer and seller
买方 买受人 ; 买
buyer* purchaser* ; buy* vendee*
卖方 出卖人 ; 卖 售
seller* vendor* ; sell* sale*
= lender and borrower
贷款人 出借人 放款人 债权人 ; 债
lender* creditor* ; lend*
借款人 债务人 ;
borrower* debtor* ; borrow* indebt*
= lessor and lessee
出租人 ; 租
lessor* landlord* ;
承租人 ; 租
lessee* tenant* ;
= plaintiff and defendant
原告 ; 上诉人 请求人 申请人 申诉人
plaintiff* claimant* ; applicant* complainant* appellant*
被告 ; 被诉 答辩人 应诉
defendant* accused ; respondent*
= employer and employee
雇主 ; 雇佣方 用人
employer* ;
雇员 ; 员工 工人 职工 受雇
employee* ; employed
= donor and recipient
捐助方 捐助国 捐助者 捐助界 ;
donor* ; contributor*
受援方 受援国 受益方 ;
recipient* ; beneficiar*
= supply and demand
供应 供给 ;
supply supplies supplier* supplied ;
需求 ;
demand demands ; want*
= income and expenditure
收入 ;
income incomes revenue* ; earn* receipt* paid wage* salar*
支出 开支 ; 花费 耗
expenditure* spending ; expens* outlay* disburs*
= assets and liabilities
资产 ; 财产
asset assets ;
负债 ;
liabilities liability ; debt* indebt*
= surplus and deficit
盈余 顺差 ; 结余 剩余
surplus* ; excess*
赤字 逆差 亏损 ; 亏
deficit* ; loss*
= profit and loss
利润 盈利 ;
profit* ; earning*
亏损 损失 ; 亏
loss losses ; deficit*
= urban and rural
城市 城镇 都市 市区 ;
urban cities city ; town* municip* metropol*
农村 乡村 乡下 村庄 ; 乡
rural countryside village villages ; farm* peasant* remote
= public and private
公共 公营 国营 公立 国有 公开 公众 政府 ;
public* ; govern* communal* civic
私营 私人 民营 私立 私有 民间 私下 ; 私 个体
private* ; privat* person* commercial* sole*
= internal and external
内部 国内 内在 对内 内 -国内外 -内容 -以内 -之内 -年内 -期内 -内阁 -范围内 -内政 -内罗毕 -内战 -内地 -内陆 -室内 -海内外 -期间内 ; 自身
internal* domestic ; within in-house intra* inward* inner* insid*
外部 对外 外来 国外 外界 -国内外 ; 外 独立 出 他
external* outside ; exogen* foreig* abroad* oversea* outward*
= domestic and foreign
国内 本国 本土 -国内外 ; 本地
domestic* ; local* inside home* nativ* inland*
国外 外国 海外 境外 对外 -国内外 ; 外 跨国 他国
foreign* abroad overseas ; expat* alien* multina* transna* immig* diaspor*
= direct and indirect
直接 -间接 ; 亲自
direct directly ; straight*
间接 ;
indirect* ; mediat*
= positive and negative
积极 正面 良好 肯定 有利 -不积极 -不利 ; 主动 踊跃 踊
positive* favourabl* ; keen* optimis* proactiv* affirm* dynamic* vigor* enthus* satisf* favo*
 energetic* eager*
消极 负面 不利 否定 不良 有害 ; 弊
negative* advers* harmful ; passiv* detriment* unfavo* bad* pessim* undesir* disadvant* deleter*
 reject* derog* hostil* worse* pernici* inim* toxic hinder*
= active and passive
主动 积极 ;
active actively ; proactive*
被动 消极 ;
passive* ;
= voluntary and compulsory
自愿 志愿 ; 任意
voluntar* ; volunteer* willing*
强制 强迫 ;
compulsory mandatory forced ; coerc* compel* bind*
= temporary and permanent
临时 暂时 暂定 短暂 ; 短期
temporar* interim provisional* ; acting ad casual tempor* caretak* pro makeshift contingen*
永久 永远 常设 常任 长期 常驻 固定 终身 ; 永 恒
permanent* standing ; forever endur* perpet* durab* indefin* resident fixed tenur* etern*
= short term and long term
短期 ; 近期
short shorter ;
长期 长远 ;
long longer ; endur* prolong* protract* chronic lengthy
= above and below
上文 ; 前文 前述 上面
above ; aforementioned foregoing preced* earlier abovementioned supra
下文 ; 下述 后文 下面
below ; infra hereafter herein*
= majority and minority
大多数 多数 绝大部分 大部分 绝大多数 大多 过半 ; 大半 一半
majority most mostly predominantly ; bulk* predom* vast* prevail*
少数 小部分 一小部分 少部分 -少数群体 -少数族裔 -少数民族 -少数人 ; 个别
minority minorities few ; minor* handful* fraction* single little rare*
= encouragement and prevention
鼓励 激励 倡导 促进 推动 -不鼓励 ; 奖励 勉励 劝
encourag* ; promot* spur* incite* induc* stimul* advocat* motivat* incent* prompt* exhort* boost*
 improv* strengthen* hear*
阻止 劝阻 制止 遏制 阻碍 抑制 妨碍 不鼓励 -制止的 ; 防 止 遏 挫
discourag* deter* curb curbed hinder hindered ; halt* imped* hamper* obstruc* inhib* check*
 restrain* block* suppr* avoid* disincent* dissu* interf* prohib* stem* hind* curb* repress*
 stifl* tackl*
= welcome and regret
欢迎 赞赏 满意 高兴 欣慰 欣见 -不满意 ; 喜
welcom* ; commend* satisf* delight* glad* happy* thank* prais* hail* applaud*
遗憾 痛惜 谴责 惋惜 痛心 关切 悲痛 ; 悲 抱歉 惜 憾 痛 哀 忧
regret* deplor* condemn* ; sorr* sad* dismay* unfortun* disappoint* alarm* grie* worr* denounc*
 lament* distress*
= success and failure
成功 取得成效 -不成功 -未成功 ; 胜 顺利
succe* ; victor* win* won accompl* triump* prosper* thriv*
失败 不成功 未能成功 倒闭 破产 ;
fail* unsuccess* ; defeat* collaps* breakdown* setback* unsucc* bankrupt* no unabl* default*
 neglect*
= legal and illegal
合法 依法 正当 -不合法 -不正当 ; 法定 守法 法律 法人
legal* lawful* legitim* ; licit* rightful* legit* duly statut* valid* documented juri*
非法 违法 不法 不合法 ; 偷 走私 黑 无证
illegal* unlawful* illicit* illegitimate ; irregular* clandestin* illegit* smuggl* unauth* wrong*
 undocum* unjust* arbitrar* undu* black* breach* prohibit* unregulat*
= past and future
过去 以往 往年 ; 曾
past ; last earlier ago preced*
未来 今后 将来 ;
future ; coming forthcoming ahead hence* upcom* tomorrow
= begin and end
开始 启动 开端 开幕 着手 始于 伊始 开办 年初 月初 开工 ; 起 展开 发起 自
begin* began begun commenc* start starts started starting opening ; start* launch* onset outset
 embark* initia* early incept* origin* dawn come* came take
结束 终止 完结 告终 闭幕 期满 终了 年底 年末 月底 届满 ; 完 终 末 尾 毕 后
ended ends ending terminat* end conclude concluded conclusion close closing closed expire expired
 ; complet* expir* finish* termin* discontinu* late* over* after* dissol* halt* until post* upon
= deployment and withdrawal
部署 ; 配置 调派
deploy* ; station* dispatch* sent send* assign*
撤出 撤离 撤军 撤走 ;
withdraw* withdrew ; evacuat* pull* left exit* departure* redeploy* drawdown repatriat*
= young and old
青年 年轻 青少年 ; 少 年幼 童 幼
young* youth* ; adolescen* teen* junior minor*
老年 年老 老人 老龄 ; 年长 高龄
elderly older aged ageing ; senior*
= rich and poor
富裕 富有 富国 富人 富足 丰富 ;
rich richer richest wealth* affluen* ; advanced prosper* rich* abundan* vast fertil* lavish*
 plent*
贫穷 贫困 贫苦 穷国 穷人 贫民 ; 赤贫
poor poorer poorest poverty ; impover* destitut* depriv* disadvantag* underpriv* slum* bad*
 inadequ*
= ratify and denounce
批准 加入 签署 缔结 -未批准 -尚未批准 ;
ratif* acced* accession* ; adher*
退出 退约 宣告废除 ; 废止
denounc* denunciation withdrawal withdraw withdrawn ; terminat* exit* repeal* abrogat* withdr*
 quit* pull* retreat* retir* drop* phas*
= civilian and military
平民 文职 民用 ;
civilian* ;
军事 军人 军用 ; 战斗
military ; soldier* troop*
= arrival and departure
抵达 到达 ;
arriv* ;
离开 离境 启程 ; 走
depart* ; left exit* outgoing
= appoint and dismiss
任命 委任 ; 指派
appoint* ; nominat* designat* assign*
解职 免职 撤职 罢免 ; 解雇 开除 离职 解聘
dismiss* remov* ; terminat* discharg* separat* fire* sack* oust*
= strengthen and weaken
加强 增强 强化 巩固 ; 提升 加大 加深 深化
strengthen* reinforc* consolidat* ; boost* bolster* deepen* upgrad* robust* fortif* strong* solid*
 heighten* closer
削弱 减弱 ; 破坏
weaken* undermin* ; erod* erosion impair* dilut* diminish* compromis* detract*
= widen and narrow
扩大 拓宽 加宽 ; 拓
widen* broaden* ; expan* enlarg* grew spread*
缩小 收窄 缩窄 弥合 ; 窄 弥
narrow* clos* shrink* bridg* ; decreas* lessen* shrunk fill*
= high and low
高 -提高 -高级 -高等 -高度 -高专 -高峰 -高加索 -最高 -高效 -高兴 -高层 -高龄 -高原 -高科技 -高地 -高速 -高性能 -高空 -崇高 -高管 -高棉 -高教 -高中
 -高质量 -高压 -高温 -高山 -高举 -升高 -抬高 -高贵 -高尚 -高参 -高潮 -高调 -高职 -高考 -高校 -至高 -高浓 -高技术 -高铁 -高粱 -增高 ; 贵
high ; highly elevat* expens* rising upper top
低 -降低 -减低 -最低 -低估 -低地 -低碳 -低头 -贬低 -低洼 ; 薄 跌 基层
low ; lower* lowest reduc* little less decreas* minim* inferior drop* not cheap*
= large and small
巨大 大型 大规模 大量 大幅 庞大 大笔 大批 大片 ; 显著
large big huge vast enormous massive extensive ; bigg* substantial* significant* considerabl*
 immens* tremendous* heav* numer* high* wholesale much lot* sharp* dramatic* ambitious
小型 小规模 微小 少量 小幅 ; 小 微
small smallest tiny ; minor* micro* little slight* modest* scarc* marginal* compact infant*
= major and minor
主要 重大 重要 ; 首要
major principal significant ; big* mostly predomin* promin* profound*
次要 轻微 轻度 微小 ; 微
minor negligible insignificant trivial ; sligh* little mild* minim* petty subsid* marginal*
 subordinat*
= strong and weak
强有力 强大 有力 坚强 强劲 坚实 ; 坚
strong stronger strongest strongly robust powerful ; firm* solid* vigor* robust* sturd* heav*
 sound* compel* categor*
薄弱 脆弱 疲软 疲弱 弱小 虚弱 ; 软
weak weaker weakest fragile feeble ; fragil* vulnerab* subdued sluggish* inadeq* delica* soft*
 frail* tenuous
= early and late
早期 早日 尽早 及早 提早 提前 较早 早些时候 更早 早 ; 初 尽快
early earlier earliest ; soon* prompt* initial* ahead speed* quick* begin* swift* expedit* infan*
晚期 晚些时候 推迟 迟 晚 较晚 后期 -不迟 -晚上 -晚间 -晚会 -不晚 -最迟 -最晚 -傍晚 -昨晚 -晚餐 -夜晚 -今晚 -迟早 -尽早 ; 末 下旬 逾
late later latest delayed ; dela* defer* postpon* overdue belat* linger* advanced night* evening*
 lag* tard* thereafter mature* until hesit*
= longer and shorter
更长 较长 长于 延长 越长 ; 展期
longer lengthen* prolong* extend* ; length* protract* lasting stretch*
更短 较短 短于 缩短 越短 ;
shorter shorten* ; decreas* abbreviat* curtail* condens* narrow*
= earlier and subsequent
以前的 先前 此前 原先 之前的 早先 ; 前 原 旧 曾
previous previously earlier prior former formerly preceding ; last ago hitherto once original*
 initial* foregoing
后来 随后 其后 此后 后续 之后的 ;
subsequent subsequently thereafter ensuing ; follow* then post* further* ultimat* consequent*
 turn* come
= only and also
仅 只 仅仅 只有 唯一 -不仅 -不只 -只要 -只能 -仅次 -不仅仅 ; 单 独 才 限 专 除非
only solely merely ; sole* exclusiv* mere* alone unique* single* unless confin* purely simply
 until none little slight* barely marginal* scarcely nothing hardly narrow*
也 还 亦 并 同时 此外 ; 又是 兼 皆
also ; too addition* furthermore moreover well likewise similarly further as and again
= possible and impossible
可能 有可能 可以 可行 能够 -不可能 -不可能的 -可能性 -尽可能 -不能够 -不可以 -不可行 -可能会 ;
possible feasible ; might probab*
不可能 无法 不能 不可行 办不到 ;
unfeasible impossib* infeasible ; no unable unlikely never incapab* without impract*
= easy and difficult
容易 易于 轻易 简单 便利 -不容易 -不易 ; 方便 顺
easy easily easier simple ; ready readily simpl* straight* prone smooth* tend* apt suscept* user*
困难 难以 艰难 艰巨 难于 不易 -困难重重 ; 棘手 艰 苦
difficult difficulty difficulties hard harder ; hard* trouble* complicat* obsta* ardu* tough*
 unable plight unlikely daunt* tense
= allowed and prohibited
允许 准许 许可 容许 -不允许 -不准许 -不许可 -未允许 -不容许 ; 准 许 得以 让 使
allow allows allowed permit permits permitted permitting authoriz* authoris* ; licen* consent*
 admit* permit* toler* lawful* leave
禁止 不得 不允许 不准 严禁 取缔 不许 ; 阻止
prohibit* forbid* forbad* ban banned bans banning ; not no unlawful* outlaw* disallow* proscri*
 abol* embargo* without suppress* preclud* taboo*
= advantage and disadvantage
优势 优点 好处 长处 有利 利益 -不利 -没有好处 ;
advantage advantages benefit benefits beneficial advantageous favourable ; advantag* merit* favo*
 interest* edge profit* helpful plus
劣势 缺点 不利 弊端 弱势 不利条件 -不利用 ; 弊 劣 害 处境
disadvantage disadvantages disadvantaged drawback drawbacks unfavourable disadvantageous
 detrimental ; shortcoming* pitfall* detriment* unfavo* disadvant* marginal* prejudic* hostil*
 defect* downsid* inimical depriv* underpriv*
= strengths and weaknesses
优点 长处 强项 优势 ;
strengths strength ; advantag* robust* merit*
弱点 缺点 短板 弱项 薄弱环节 不足之处 ;
weaknesses weakness shortcoming shortcomings ; deficien* defect* flaw* drawback* disadvant*
 inadequ* limitation* fault* lapse*
= developed and developing
发达国家 发达经济体 工业化国家 -欠发达国家 -不发达国家 -最不发达国家 -中等发达国家 ; 先进 工业
developed industrialized advanced ; rich* wealth*
发展中国家 发展中世界 发展中经济体 不发达 -最不发达 ; 南方 欠发达
developing ; underdevelop*
= formal and informal
正式 正规 -非正式 -非正规 ; 官方
formal formally official ; duly
非正式 非正规 -非正式会议 ; 私下 不拘
informal informally unofficial ; unoffic* casual shadow irregular* off
= promotion and obstruction
促进 推动 推进 增进 便利 -促进者 ;
promote promotes promoted promoting facilitate facilitates facilitated facilitating foster fosters
 ; boost* contribut* stimul* push* catal* spur* expedit* impetus*
阻碍 妨碍 阻挠 妨害 破坏 -不妨碍 -无碍 ; 碍 障 挠
hinder* hamper* imped* obstruct* thwart* ; block* obstac* inhib* interf* frustrat* disrupt*
 jeopard* prejud* sabot* disturb* stall* impair* stymi* retard* preclud* destroy* compromis*
 vandal* hurdle* stifl* destab*
= confirm and deny
承认 证实 确认 肯定 认可 -不承认 -不确认 -未证实 ;
acknowledge acknowledged acknowledges confirm confirmed confirms recognize recognized recognizes
 admitted ; confirm* affirm* admit* corrobor* ascert* conced* valid* prove* certif*
否认 否定 驳斥 拒绝承认 -不可否认 -无可否认 ; 拒 驳
deny denied denies denying refute refuted ; reject* refus* refut* disavow* contradict* dismiss*
 repudiat* depriv* contest* undeni*
= create and abolish
设立 建立 成立 创建 创立 组建 -未建立 -未设立 -设立的 ; 设
establish established establishes establishing create created creation founded ; establish* set*
 found* built institut* begin* began incorpor*
废除 取消 撤销 解散 裁撤 关闭 ; 废 消 关 销 除
abolish* dissolv* disband* repeal* revok* cancel* abrogat* rescind* ; clos* terminat* withdr*
 lift* discontinu* annul* delet* dismantl* shut* overturn* quash* void* reject* drop* liquidat*
 abandon* suspend* eras* dissolut* waiv* invalid* revoc*
= adequate and inadequate
充足 充分 足够 充裕 -不充分 -不充足 -不足够 -没有足够 -没有充分 -缺乏足够 -缺乏充分 -充分利用 -未充分 -未能充分 ; 妥善
adequate adequately sufficient sufficiently enough ample ; abund* thorough* duly satisf*
不足 不够 不充分 缺乏 短缺 匮乏 欠缺 不充足 -不足为奇 -不足以 -不足道 ; 欠
inadequate inadequately insufficient insufficiently inadequacy inadequacies insufficiency ;
 inadequ* not scarc* defic* little absenc* dearth* want* scant* too deplet*
= appropriate and inappropriate
适当 恰当 合适 适宜 妥当 得当 合宜 -不适当 -不恰当 -不合适 -不适宜 -不妥当 -不得当 -未适当 ; 宜 妥 应有
appropriate appropriately suitable proper properly ; duly suit* correct* fit* sound* apt* apposit*
 correspond*
不适当 不恰当 不合适 不适宜 不宜 不当 不妥 -不当选 ; 错
inappropriate inappropriately unsuitable improper improperly undue ; undu* wrong* inadequ* unsuit*
 unfit inappropr* improp* malpract* irregular* unjust* unreason* excess* unadv*
= acceptable and unacceptable
可接受 可以接受 能够接受 -不可接受 -不能接受 -不可以接受 -无法接受 -难以接受 ; 合理
acceptable ; toler* admiss* permiss* satisf* accommod*
不可接受 不能接受 无法接受 不能容忍 令人无法接受 难以接受 ;
unacceptable intolerable ; unaccept* intoler* inadmiss* unable never reject*
= necessary and unnecessary
必要 必需 必须 -不必要 -没有必要 -无必要 -不必 -非必要 -必要时 ;
necessary essential ; indispens* imper* warrant*
不必要 没有必要 无需 无须 不必 无必要 不需要 多余 ; 无
unnecessary unnecessarily needless needlessly superfluous redundant ; redun* needn* exempt*
 superfl* undu* avoid* surplus* excess*
= equal and unequal
平等 同等 均等 公平 -不平等 -不公平 -不均等 -不同等 ;
equal equally fair equitable equality equity ; fair* pari* egalitar* impartial*
不平等 不公平 不公正 不均 不公 歧视 -不公开 ; 偏
unequal unfair inequitable inequality inequalities inequity unjust uneven ; unequ* unfair* unjust*
 dispar* uneven* injust* imbalanc* dispropor* lopsid* bias*
= stable and unstable
稳定 平稳 安定 -不稳定 -不安定 -不平稳 -破坏稳定 -未稳定 ;
stable stability stabilize stabilized steady ; stead* calm* fix* constant* smooth* firm* predict*
不稳定 不安定 动荡 动乱 不平稳 ; 波动
unstable instability volatile ; destab* volat* turbul* turm* fragil* unrest* precar* unst*
 unpredic* fluctu* fluid upheav* disrupt* irregular* disturb*
= safe and unsafe
安全 -不安全 -没有安全 -安全理事会 -安全部门 -安全局势 -缺乏安全 ; 平安
safe safely secure security safety ; guarante*
不安全 危险 无保障 没有保障 ; 无
unsafe insecure insecurity dangerous hazardous ; danger* hazard* unsaf* peril* precari*
= likely and unlikely
很可能 可能会 有可能 极有可能 大有可能 -不太可能 -不大可能 -不可能 ; 可能 可望 或
likely probable probably ; might prone* perhaps
不太可能 不大可能 不可能 未必 不会 难以 ;
unlikely improbable ; not unlik* imposs* hard* doubt* never
= effective and ineffective
有效 切实 高效 行之有效 卓有成效 -无效 -不能有效 -未能有效 -没有有效 ;
effective effectively efficient efficiently ; valid* concret* genuin*
无效 低效 效率低 无效率 无效力 失效 -无效劳动 ; 失 未
ineffective ineffectively inefficient ineffectiveness inefficiency invalid ; inef* void* null*
 invalid* no expir* laps* futile* moot*
= complete and incomplete
完整 完全 彻底 全面 完备 完善 -不完整 -不完全 -不彻底 -不全面 -不完善 -不完备 ;
complete completely comprehensive full fully ; entire* total* thorough* exhaust* perfect* intact*
 absolut* altogether wholly quite sound refin*
不完整 不完全 不全面 不完善 残缺 片面 ; 部分
incomplete partial partially imperfect ; incompl* imperf* flaw* defic*
= certain and uncertain
确定 肯定 明确 -不确定 -不肯定 -不明确 -未确定 -尚未确定 -确定性 ; 清楚
certain clear clearly definite ; sure* explic* ascert* precis* confirm* unambig* concret* articul*
 affirm* fix*
不确定 不明确 不肯定 不清楚 未定 不明 模糊 ; 疑 含糊
uncertain uncertainty uncertainties unclear unknown vague ; uncert* unclear* unsur* vague* ambig*
 indefin* unspecif* unknown* undeter* unpredict* doubt* obscur* blur* contingen* volatil*
= consistent and inconsistent
一致 相符 符合 相一致 -不一致 -不相符 -不符合 -未符合 ; 依 按 遵
consistent consistently compatible conformity accordance ; compat* conform* consensus* unanim*
 uniform* harmon* correspond* congru* concert* concur* match* consonan* satisf* tall*
不一致 不符 不相符 不符合 矛盾 有出入 相左 抵触 ; 差 矛 分歧
inconsistent inconsistency inconsistencies incompatible discrepancy discrepancies contradictory ;
 incons* incompat* discrep* not diverg* disagre* breach* odds mism* non* dispar*
= significant and insignificant
显著 重大 重要 大幅 明显 -不显著 -不重要 -无关重要 -不明显 ; 可观
significant significantly substantial substantially considerable considerably important ; remark*
 notabl* sharp* dramatic* notic* strik* appar* heav* pronounc* visibl* evident* obvious* tangibl*
 much drastic* outstanding promin* pivotal
不显著 微不足道 不重要 轻微 细微 无足轻重 ; 微
insignificant negligible slight slightly unimportant trivial ; minor* negl* minim* margin* slight*
 little subtle* modest* fine* mild*
= complicated and simple
复杂 繁琐 繁杂 ; 繁
complex complexity complicated ; sophist* intric* cumbers* elaborat* burdens* compound*
简单 简易 简便 简化 ;
simple simply simplified simplify simpler ; simpl* plain* straight* streamlin* mere* rudiment*
 concis* crude*
= conditional and unconditional
有条件 附条件 附带条件 -没有条件 ;
conditional conditionally ; qualif* contingent*
无条件 不附带条件 不附加条件 ;
unconditional unconditionally ; uncondition* absolut*
= sustainable and not
可持续 -不可持续 -不能持续 ;
sustainable sustainably sustainability ; viab* durab*
不可持续 无法持续 难以为继 不能持续 ;
unsustainable unsustainably ; unsust* unviable
= trust and distrust
信任 互信 信赖 -不信任 -缺乏信任 -没有信任 ;
trust confidence ; relianc* faith*
不信任 猜疑 怀疑 互不信任 ; 疑
distrust mistrust ; distrust* mistrust* doubt* loss skept* scept* susp*
= present and absent
出席 在场 到场 列席 -未出席 -没有出席 -不出席 -缺席 ;
present attended attend attendance attending presence ; attend* appear* quorum*
缺席 未出席 不在场 没有出席 ;
absent absence absentia ; absen* default* never
= optimism and pessimism
乐观 -不乐观 -不容乐观 ;
optimistic optimism optimistically ; optimis* hope* promis* bright* sanguine rosy favour*
悲观 不乐观 不容乐观 ; 暗淡 消极
pessimistic pessimism ; pessimis* bleak* gloom* doom* dim grim
= friend and enemy
友好 朋友 盟友 盟国 ;
friendly friends friend friendship ally allies ; alli* amic* cordial*
敌对 敌人 敌方 敌意 敌视 ; 仇 恨
hostile hostility hostilities enemy enemies ; hostil* adversar* enem* antagon* rival* belliger*
 hate* unfriend*
= war and peace
战争 战时 交战 开战 ;
war wars wartime warfare ; hostil* battle* belliger*
和平 和谈 和睦 媾和 -不和平 -非和平 ; 停战
peace peaceful peacefully ; harmon* amic* reconcil*
= winner and loser
获胜 胜利 赢得 胜诉 ; 胜 赢
won victory winner winners winning ; win* won* victor* triump* prevail* earn* attract*
失利 败诉 落败 战败 输掉 ;
lost defeat defeated loser losers losing ; defeat* beat* unsucc*
= entry and exit
进入 入境 入口 流入 -进入者 ;
enter entered entering entry inflow inflows ; inflow* incoming arriv* penetr* come* came admit*
 admiss* immigr* begin* infiltrat* intake* inbound coming influx
离开 出境 流出 退出 撤离 ; 离
exit exited leave leaves left leaving outflow outflows ; exit* depart* withdr* evac* quit* emigr*
 abandon* flee* fled* flight* drain* off away expel* separat*
= upstream and downstream
上游 ;
upstream ;
下游 ;
downstream ;
= upward and downward
向上 上行 上调 ;
upward upwards ;
向下 下行 下调 ;
downward downwards ; decreas*
= upper and lower
上游 上部 上层 上议院 ;
upper ; top senat*
下游 下部 下层 下议院 ;
lower ; bottom*
= left and right
左侧 左边 左翼 左岸 左手 ; 左
left leftist ; left*
右侧 右边 右翼 右岸 右手 ; 右
rightist ;
= husband and wife
丈夫 ;
husband husbands ; spous* man male couple* marr*
妻子 ; 妻
wife wives ; spous* couple* widow* bride*
= father and mother
父亲 ; 父 爸
father fathers paternal paternity ; patern* father* parent* dad*
母亲 产妇 ; 母 妈
mother mothers maternal maternity ; matern* mother* parent* mom*
= teacher and student
教师 老师 教员 ; 师
teacher teachers ; teach* instruct* trainer* lectur* facult*
学生 学员 ;
student students pupil pupils ; student* pupil* graduat* fellow*
= minors and adults
未成年 未成年人 ; 幼
minor minors juvenile juveniles underage ; young* juven* adolesc*
成年人 成人 成年 -未成年 -成年累月 ; 大人
adult adults adulthood ; adult* grown* mature*
= lend and borrow
放贷 贷出 出借 贷给 ;
lend lends lending lent lender lenders ; loan* lend*
借款 借入 举债 借贷 ;
borrow borrowed borrowing borrowings borrows ; loan* borrow* lend*
= buying and selling
购买 采购 收购 购置 买入 ; 买 购
buy buys buying bought purchase purchased purchases purchasing ; procur* acqui* buy* purchas*
 obtain*
出售 销售 售出 卖出 变卖 出卖 ; 售 卖 销
sell sells selling sold sale sales ; sale* sell* dispos* vend*
= credit and debit
贷方 贷记 ;
credit credited credits ;
借方 借记 ;
debit debited debits ; debit* charg*
= gain and loss
收益 获益 赢得 受益 ;
gain gains gained gaining ; profit* yield* earn*
损失 丧失 亏损 失去 ; 亏 丢
loss losses lost lose loses losing ; deficit* casual* forfeit* depriv* impair*
= construction and destruction
建设 建造 修建 兴建 重建 ; 建 筑
construction constructed building build built constructing rebuilt ; built* reconstruct* erect*
 architect* infrastr* rehab* instal* rebuild*
摧毁 拆除 毁坏 破坏 销毁 拆毁 毁灭 ; 毁 拆
destroyed destruction destroy demolished demolition dismantled ; demol* devast* dismantl* sabot*
 disrupt* degrad* ruin* annihil* breach* wreck* break* broken deconstruct* vandal* extermin*
 subver* spoil* dispos* destabil*
= compliance and violation
遵守 履行 遵循 恪守 服从 -不遵守 -未遵守 -不履行 -未履行 -没有遵守 -未能遵守 ; 按
comply complied complies complying compliance observe observed adhere adhered fulfil fulfilled ;
 adher* abid* conform* obey* discharg* uphold* kept
违反 违背 违犯 侵犯 不遵守 不履行 -不违反 -没有违反 ; 违
violate violated violates violating violation violations breach breached breaches infringe*
 contraven* ; breach* infring* not transgr* default* fail* inconsist* derog* disreg* encroach*
 disobey* defy* incompat*
= release and detain
释放 获释 放行 -不释放 -未释放 ;
release released releases releasing freed ; releas* liberat* discharg* parol* acquit* emit*
拘留 逮捕 扣押 关押 监禁 羁押 拘押 ; 捕 押 拘 扣 狱
detained detain detention arrested arrest arrests imprisoned imprisonment ; detent* detain*
 arrest* custod* imprison* apprehend* seiz* incarcer* jail* prison* captur* confin* remand*
 penalt* captiv*
= convict and acquit
定罪 判有罪 有罪 -无罪 ;
convicted conviction convictions guilty ; convict* guilt* sentenc*
无罪 宣告无罪 开释 ;
acquitted acquittal acquit innocent innocence ; acquit* innoc* releas* exonerat* discharg*
 dismiss* presum*
= open and closed
公开 开放 开设 打开 -不公开 -非公开 -不开放 -未公开 ;
open opened opening openly public publicly ; disclos* overt* releas* publish*
关闭 封闭 不公开 闭门 保密 秘密 非公开 -闭幕 ; 闭 封
closed close closing closure closures confidential secret secretly ; shut* seal* camera* covert*
 clandest* blockad* terminat* isolat*
= available and unavailable
可获得 可用 可供 现有 提供 -不可用 -无法提供 -未提供 -没有提供 ;
available availability ; obtain*
无法获得 无法提供 不可用 没有提供 未提供 不能提供 缺乏 ;
unavailable unavailability inaccessible ; not unavail* absen*
= agreement and disagreement
一致意见 达成一致 协议 共识 同意 -不同意 -没有达成一致 -未达成一致 -未达成协议 -没有共识 ;
agreement consensus ; consens* consent* concur* unanim* compact*
分歧 意见不一 不同意见 不同意 ;
disagreement disagreements disagreed divergence ; disagree* diverg* dissen* not contest* split*
 rift*
= inside and outside
境内 内部 ; 内
inside within internal ; insid* indoor* inner*
境外 外部 -除此之外 ;
outside external ; abroad* besid* apart* except* oversea* off*
= wide and narrow
广泛 广义 宽泛 普遍 ;
broad broadly wide widely extensive ; preval* vast* pervas*
狭隘 狭义 狭窄 有限 ; 窄 狭
narrow narrowly narrower limited ; narrow* confin* strict* parochial* lit* finit* scarce* modest*
= deep and shallow
深入 深刻 深远 ;
deep deeply profound thorough ; profound* thorough* detailed depth*
肤浅 表面 浅层 ; 浅
shallow superficial superficially ; shallow* superfic* surfac* token* cosmet*
= hot and cold
炎热 高温 ; 热 温 暖
hot heat warm warming ; hot* warm* heat* thermal*
寒冷 低温 冷却 ; 寒 凉 冻
cold cool cooling colder ; cold* cool* winter* freez* frozen refriger*
= day and night
白天 日间 ; 昼
daytime daylight ;
夜间 夜里 夜晚 晚上 ; 夜 晚
night nighttime nights overnight ; night* evening* nocturn*
= urgent and routine
紧急 迫切 紧迫 急迫 ; 急
urgent urgently emergency urgency ; imper* acute* exig* prompt*
例行 日常 常规 ; 平时 普通
routine routinely ; routin* ordinar* normal* everyday* dail*
= mandatory and optional
强制性 必修 义务性 有约束力 -无约束力 -不具约束力 -没有约束力 -非强制性 ; 约束
mandatory compulsory binding obligatory ; compul* bind* coerc*
非强制性 自愿 可选 任择 选修 不具约束力 无约束力 任意 ;
optional voluntary voluntarily ; choice* discret* facultat* volit* choos*
= freedom and restriction
自由 解放 -不自由 -没有自由 ;
free freely freedom freedoms liberty liberties liberal ; libert* liberal*
限制 约束 禁锢 束缚 -不限制 -不受限制 -没有限制 -无限制 -不加限制 ;
restrict restricted restriction restrictions restricting limit limitation limitations ; limit*
 restrain* curb* confin* curtail* bind* no prohibit* boundar* obstac*
= protect and threaten
保护 保障 捍卫 维护 -未保护 -不保护 -保护主义 ; 护
protect protected protects protecting protection safeguard safeguarded safeguarding defend
 defended ; preserv* shelter* guard* uphold* conserv* shield* vindic* custod*
威胁 危及 危害 损害 侵害 -危害人类 -危害防 ;
threaten threatened threatens threatening threat threats endanger endangered jeopardize harmed
 undermined ; endang* jeopard* harm* damag* danger* compromis* imperil* prejud* impair* menac*
 peril* detrim* intimid* hazard* injur* assault* infring* hurt* encroach* degrad*
= true and false
真实 属实 准确 正确 -不准确 -不真实 -不属实 -不正确 -虚假 ;
true accurate accurately correct correctly truthful genuine ; accur* correct* genuin* exact*
 precis* authent* actual* valid* faithful* sound*
虚假 不实 不准确 错误 伪造 不正确 失实 不真实 ; 错 伪 虚 谎
false inaccurate incorrect incorrectly erroneous untrue wrong wrongly ; fals* inacc* incorr* err*
 wrong* fake* fict* forg* bogus* mistak* unfound* fraud* spur* sham* counterf* flaw* lie*
"""


def _pole(
    zh: frozenset[str],
    zh_perhaps: frozenset[str],
    en: frozenset[str],
    en_perhaps: frozenset[str],
) -> Pole:
    idle = frozenset(word[1:] for word in zh if word.startswith("-"))
    sure = frozenset(word for word in zh if not word.startswith("-"))
    return Pole(sure, en, zh_perhaps, en_perhaps, zh_idle=idle)


def _read(table: str) -> Mapping[str, Scale]:
    scales = {}
    for block in table.replace("\n ", " ").split("= ")[1:]:
        name, *lines = block.strip().split("\n")
        cells = [tuple(map(word_set, (line + ";").split(";")[:2])) for line in lines]
        first, second = (_pole(*zh, *en) for zh, en in (cells[:2], cells[2:]))
        scales[name] = (first, second)
    return scales


SCALES: Mapping[str, Scale] = _read(_TABLE)
