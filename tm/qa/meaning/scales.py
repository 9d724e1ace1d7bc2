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

    def __post_init__(self) -> None:
        """Part the beginnings of words from the whole words."""
        starts = sorted(word[:-1] for word in self.en_perhaps if word.endswith("*"))
        object.__setattr__(self, "en_starts", tuple(starts))


Scale = tuple[Pole, Pole]

_TABLE = """
= increase and decrease
增加 上升 增长 上涨 增多 增至 上调 攀升 扩大 提高 提升 扩展 扩充 增进 加大 更多 ; 增 升 扩 多 高
 加强
increas* rise rises rising rose risen grew grown growing growth expand* expansion enhanc* rais*
 higher boost* widen* intensif* escalat* upward* more ; inflat* gain* doubl* tripl* strengthen*
 improv* scale
减少 下降 降低 缩减 削减 下跌 减至 下调 锐减 缩小 减缓 减轻 减弱 下滑 更少 ; 减 降 少 低 缩
decreas* reduc* declin* fell fallen drop drops dropped dropping shrank shrunk shrink* diminish*
 lowered lowering lowers downsiz* narrow* lessen* curtail* cut cuts cutting fewer less mitigat*
 minimi* ; down fall* slow* abat*
= better and worse
改善 好转 改进 改观 更好 越好 ; 优 提高
improv* better ; enhanc* best
恶化 变差 每况愈下 更糟 更坏 ; 差 坏 加剧 退化
worsen* deteriorat* worse ; aggravat* exacerbat* degrad* declin*
= fast and slow
加快 加速 迅速 快速 快于 更快 尽快 快 ; 速 急
faster accelerat* rapid* quick* swift* speed* expedit* fast ; prompt* soon* early
放慢 减慢 慢于 缓慢 放缓 减速 更慢 慢 ; 缓 迟
slow slower slowly slowed slowing slowdown slows sluggish* decelerat* ; delay* gradual* subdued
= heavy and light
加重 较重 更重 从重 重于 更严厉 更严重 ; 严
heavier aggravat* harsher severer exacerbat* ; heavy severe* serious* grave* worse*
减轻 较轻 更轻 从轻 轻于 量刑轻 轻微 ; 缓 减
lighter lenien* lessen* milder ; mitigat* reduc* eas* reliev* relief alleviat* minor
= more and less
多于 高于 大于 优于 更多 更高 更大 越高 越大 越多 较高 较大 较多 更好 越好 更强 越强 更长 更广 ;
 多 超
more greater higher larger bigger better stronger longer wider broader ; exceed* over above
 another
少于 低于 小于 劣于 更少 更低 更小 越低 越小 越少 较低 较小 较少 不如 更差 更短 更弱 越弱 ; 少 不
 未
less fewer lower smaller worse poorer weaker shorter narrower ; least under below not no without
= greatest and least
最高 最大 最多 上限 最佳 最好 ; 多
maximum maxima maximi* highest largest greatest biggest best ; most upper
最低 最小 最少 下限 最差 最坏 ; 低 少 起码
minimum minima minimi* lowest smallest fewest worst ; least low reduc*
= before and after
之前 以前 前夕 事先 先前 ; 前 先 直到 未 尚 至 届时
before prior beforehand ; previous* earlier until pre-* precond* prereq* previously advance by
 ahead pending preced* eve end*
之后 以后 其后 事后 ; 然后 随后 后 经 继 起 次 才 即
after afterwards thereafter subsequent* following ; follow* later upon since once post* when
 having upon
= first and last
首次 第一次 首届 首批 ; 初 一 头 首 原
first firstly ; initial* inaugur* one
最后 末次 ; 终 末 完
last final finally ; ultimat* end* latest recent
= all and some
所有 全部 一切 全体 每个 任何 ; 各 均 都 全 整 凡 皆 平均
all every any entire* whole ; each full* complet* none no both throughout nothing
一部分 部分国家 部分成员 部分会员 部分地区 部分人 部分缔约 部分代表 部分妇女 部分儿童 部分地
 某些 一些 有些 若干 有的 ; 有关 几
some several certain partly partial* ; part portion few one various most
= often and rarely
经常 常常 往往 频繁 总是 始终 一贯 ; 常 多
often always frequent* ; usual* general* regular* repeated*
很少 极少 罕见 鲜有 从不 从未 ; 不 未
rarely seldom infrequent* rare never ; not hardly few little
= many and few
许多 很多 众多 大量 无数 大批 ; 多
many numerous much ; number* large* multi* several various lot* significant*
很少 极少 寥寥 少数 少量 ; 少 不 几
few little ; handful small* hardly less not no only minorit*
= duty and permission
必须 应当 应该 须 应予 应在 应由 应将 应向 应为 应有 应根据 应继续 应考虑 应采取 应包括 应提供
 应确保 应加强 应按 应以 应与 均应 还应 并应 也应 都应 国应 会应 方应 长应 者应 人应 们应 团应
 局应 部应 ; 应 要 需 不
shall must should ; need* requir* oblig* have has had ought necessar* mandatory bound will not no
可以 可由 可在 可将 可向 可要求 可请 可根据 可考虑 可采取 可提供 可按 可与 可选择 可使用 可对 可予
 均可 也可 还可 国可 会可 长可 者可 人可 ; 可 能 得 会 或 许 有权 允许
may can could might ; able possib* permit* allow* entitl* would option* if enabl*
= import and export
进口 ; 输入 入口 口岸
import imports imported importing importer* importation ;
出口 ; 输出 外销
export* ; exit* outlet*
= exclusion and inclusion
排除 排斥 ; 不 除 未
exclud* exclus* ; except* preclu* without rul* deni* reject* marginal* not no
纳入 包括 列入 包含 ; 含 包容
includ* inclus* ; incorporat* compris* contain* cover* list* integrat* mainstream* consist*
 involv* insert* add* plac* part entail* among such embed* namely
= acceptance and rejection
接受 同意 赞成 核准 批准 ; 认可 准 通过 采纳 赞同 支持 许 应
accept* agree* approv* favour* endors* ; adopt* support* consent* grant* ratif* concur* allow*
 permit* admit* author* receiv* undergo* undertak* accession
拒绝 否决 驳回 拒不 ; 反对 不 未 拒 否 非 没
reject* refus* veto* ; den* declin* oppos* object* not no dismiss* fail* without overrul* never
 disapprov* nor resist*
= support and opposition
支持 赞成 ; 赞同 拥护 同意 援助 协助 支助 支撑 辅助
support* favour* endors* ; assist* back* help* sustain* agree* uphold* for
反对 ; 不 对立 抵制 抗议 敌
oppos* opposition ; against object* reject* resist* protest* contest* dissent* counter* refus*
= north and south
北部 以北 北方 北面 北侧 北岸 北区 ; 北
north* ;
南部 以南 南方 南面 南侧 南岸 南区 ; 南
south* ;
= east and west
东部 以东 东方 东面 东侧 东岸 东区 ; 东
east* ;
西部 以西 西方 西面 西侧 西岸 西区 ; 西
west* ;
= men and women
男子 男性 男孩 男童 男人 男生 ; 男 父 兄 丈夫 儿子
men male males boys boy ; man masculin* father* husband*
妇女 女性 女孩 女童 女子 女人 女生 ; 女 妇 母 妻
women woman female females girls girl ; matern* mother* wom* feminin* wife wives
= buyer and seller
买方 买受人 ; 买 购
buyer* purchaser* ; buy* vendee*
卖方 出卖人 ; 卖 售
seller* vendor* ; sell* sale*
= lender and borrower
贷款人 出借人 放款人 债权人 ; 债 贷
lender* creditor* ; lend*
借款人 债务人 ; 债 借
borrower* debtor* ; borrow* debt* indebt*
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
employee* ; worker* employed staff
= donor and recipient
捐助方 捐助国 捐助者 捐助界 ; 捐
donor* ; contributor*
受援方 受援国 受益方 ; 受
recipient* ; beneficiar* receiv*
= supply and demand
供应 供给 ; 提供 供
supply supplies supplier* supplied ; provi* deliver* provision*
需求 ; 需 要求
demand demands ; need* requir* want*
= income and expenditure
收入 ; 入 收
income incomes revenue* ; earn* receipt* paid wage* salar* proceed*
支出 开支 ; 费用 花费 支 耗 出
expenditure* spending ; expens* cost* spen* outlay* disburs*
= assets and liabilities
资产 ; 财产
asset assets ; propert*
负债 ; 债
liabilities liability ; debt* indebt*
= surplus and deficit
盈余 顺差 ; 结余 剩余 余
surplus* ; balance* excess*
赤字 逆差 亏损 ; 缺 短 亏
deficit* ; shortfall* short* loss*
= profit and loss
利润 盈利 ; 利 益
profit* ; gain* earning* return* benefit*
亏损 损失 ; 亏 损 失
loss losses ; los* damage* deficit*
= urban and rural
城市 城镇 都市 ; 城 市
urban ; city cities town* municipal*
农村 乡村 ; 农 乡 村
rural ; agricultur* village* countryside farm*
= public and private
公共 公营 国营 ; 公
public* ; government* state*
私营 私人 民营 ; 私 民间 个人
private* ; personal individual*
= internal and external
内部 ; 内 国内
internal* ; domestic* within inside in-house inner
外部 ; 外
external* ; foreign* outside extern* abroad exogen*
= domestic and foreign
国内 ; 内 本国 本地
domestic* ; internal* national* local* home within inside countr*
国外 外国 海外 境外 ; 外
foreign* abroad overseas ; external* outside other international* expat*
= direct and indirect
直接 ; 直
direct directly ; straight*
间接 ;
indirect* ;
= positive and negative
积极 正面 ; 正 有利 良 好 主动 踊跃
positive* favourabl* ; active* activ* good constructive proactive* beneficial well vigorous* keen*
消极 负面 不利 ; 负 坏 有害 不良
negative* advers* ; passiv* bad harm* detriment* unfavo* damag* neg* disadvantag*
= active and passive
主动 积极 ; 动
active actively ; proactive* positive* activ*
被动 消极 ;
passive* ;
= voluntary and compulsory
自愿 志愿 ; 义务 任意
voluntar* ; volunteer* willing* option*
强制 强迫 ; 义务 必须
compulsory mandatory forced ; oblig* coerc* compel* enforc* forc* bind*
= temporary and permanent
临时 暂时 ; 暂 短期
temporar* interim provisional* ; acting ad short* transit* casual
永久 永远 常设 ; 常驻 长期 常任 永 固定
permanent* ; standing lasting perpetu* long* forever endur*
= short term and long term
短期 ; 短 近期
short shorter ; near* brief* immediate
长期 长远 ; 长 久 持续
long longer ; last* endur* prolong* protract* sustain* chronic permanent* lengthy
= above and below
上文 ; 上述 前文 前述 以上 上面 前
above ; aforementioned foregoing preced* earlier previous* abovementioned said supra before over
下文 ; 下述 下列 以下 后文 下面 后 如下
below ; follow* infra subsequent* later next under hereafter herein*
= majority and minority
大多数 多数 绝大部分 ; 多 大部分
majority most ; many mainly largely predominan* mostly half bulk
少数 ; 少 个别
minority minorities few ; some small* several handful
= encouragement and prevention
鼓励 ; 激励 奖励 勉励 倡导 促
encourag* ; incentiv* promot* foster* invit* urg* stimulat* spur* incite* induc*
阻止 劝阻 ; 防止 阻 制止 遏制 不鼓励
discourag* deter* ; prevent* dissuad* stop* halt* hinder* imped*
= welcome and regret
欢迎 ; 高兴 赞赏
welcom* ; pleas* appreciat* commend* glad satisf* gratif*
遗憾 痛惜 谴责 ; 惋惜 悲 抱歉
regret* deplor* condemn* ; sorr* sad* unfortunate* dismay* concern*
= success and failure
成功 ; 胜 成
succe* ; victor* win* won accomplish* effective*
失败 ; 未 没 不 败
fail* unsuccess* ; defeat* lost los* not collaps* breakdown*
= legal and illegal
合法 依法 ; 法定 守法 法律 法人
legal* lawful* legitim* ; law* licit*
非法 违法 不法 ; 违 犯罪 偷 走私
illegal* unlawful* illicit* ; irregular* clandestin* unauthor* crim* violat* illegit* contraven*
 traffick* smuggl*
= past and future
过去 以往 往年 ; 曾 历史 前 去
past ; last previous* former* earlier ago histor* prior preced*
未来 今后 将来 ; 后 下 将
future ; next coming forthcoming ahead hence* upcom* subsequent* forward will later tomorrow
= begin and end
开始 启动 ; 起 初 始 着手 展开 发起
begin* began begun commenc* ; start* launch* initiat* onset open* outset since from embark*
结束 终止 ; 完 终 止 末 届满 停
ended ends ending terminat* ; end conclu* ceas* complet* final* clos* expir* stop* over
= deployment and withdrawal
部署 ; 派 驻 配置 调派
deploy* ; station* dispatch* sent send* assign* plac*
撤出 撤离 撤军 撤走 ; 撤 退
withdraw* withdrew ; evacuat* pull* leav* left exit* departure* redeploy* drawdown repatriat*
= young and old
青年 年轻 青少年 ; 青 少 年幼 童 幼
young* youth* ; adolescen* child* teen* junior minor*
老年 年老 老人 老龄 ; 老 年长 高龄
elderly older aged ageing ; old* senior*
= rich and poor
富裕 富有 ; 富
rich richer richest wealth* affluen* ; high* better advanced prosper*
贫穷 贫困 贫苦 ; 贫 穷 困
poor poorer poorest poverty ; impover* destitut* low* depriv* disadvantag* need*
= ratify and denounce
批准 加入 ; 核准 通过
ratif* acced* accession* ; approv* accept* adopt* join*
退出 ; 废止 退 撤
denounc* ; withdraw* terminat* exit* repeal* abrogat*
= civilian and military
平民 文职 民用 ; 民
civilian* ; civil non
军事 军人 军用 ; 军 武装 战斗
military ; armed arm* soldier* army force* combat* troop* war*
= arrival and departure
抵达 到达 ; 来 入 到
arriv* ; reach* com* land* enter*
离开 离境 启程 ; 离 走 出 去
depart* ; leav* left exit* outgoing
= appoint and dismiss
任命 委任 ; 指派 聘
appoint* ; nominat* designat* name* select* elect* assign*
解职 免职 撤职 罢免 ; 解雇 开除 免 离职 解聘
dismiss* remov* ; terminat* discharg* separat* fire* sack* oust*
= strengthen and weaken
加强 增强 强化 巩固 ; 提高 提升 强 促进 改善 加大 加深 扩大 深化
strengthen* reinforc* consolidat* ; enhanc* improv* increas* intensif* boost* build* bolster*
 step* great* deepen* upgrad* further* promot* more robust* scal* expand* fortif* strong* solid*
 heighten* develop* foster* better closer tight* rais* empower*
削弱 减弱 ; 弱 破坏 损害 降低
weaken* undermin* ; erod* erosion weak* impair* dilut* diminish* reduc* compromis* damag* detract*
"""


def _read(table: str) -> Mapping[str, Scale]:
    scales = {}
    for block in table.replace("\n ", " ").split("= ")[1:]:
        name, *lines = block.strip().split("\n")
        cells = [tuple(map(word_set, (line + ";").split(";")[:2])) for line in lines]
        (zh, zh_perhaps), (en, en_perhaps), *rest = cells
        first = Pole(zh, en, zh_perhaps, en_perhaps)
        (zh, zh_perhaps), (en, en_perhaps) = rest
        scales[name] = (first, Pole(zh, en, zh_perhaps, en_perhaps))
    return scales


SCALES: Mapping[str, Scale] = _read(_TABLE)
