"""Scales of amounts, sizes and limits: more and less of something.

The form of the table is told in tm.qa.meaning.scales.
"""

from __future__ import annotations

TABLE = """
= increase and decrease
增加 上升 增长 上涨 增多 增至 上调 攀升 扩大 提高 提升 扩展 扩充 增进 加大 更多 升至 升到 上升到
 增加到 增加了 涨到 涨至 扩增 递增 激增 剧增 猛增 飙升 增幅 涨幅 增大 增收 ; 扩 高 涨
increas* rise rises rising rose risen grew grown growing growth enhanc* rais* higher boost* widen*
 intensif* escalat* upward* more heighten* climb* soar* surge surged surges surging hike* upturn
 expan* ; inflat* doubl*
 tripl* improv* scale up upscal* rebound* larger
减少 下降 降低 缩减 削减 下跌 减至 下调 锐减 缩小 减缓 减轻 减弱 下滑 更少 降至 降到 下降到 减少到
 回落 下行 骤降 骤减 缩水 降幅 跌幅 递减 萎缩 缩短 削弱 降级 ; 跌 弱
decreas* reduc* declin* fell fallen drop drops dropped dropping shrank shrunk shrink* diminish*
 lowered lowering lowers downsiz* narrow* lessen* curtail* cut cuts cutting fewer less mitigat*
 minimi* plung* plummet* slump* dwindl* contract contracted contracting contraction contractions
 trim* falling fall falls downturn slash* ; down slow* abat* recession shortag* smaller lower
 weaken* eas* withdr* phase*
= widen and narrow
扩大 拓宽 加宽 ; 拓
widen* broaden* ; expan* enlarg* grew spread*
缩小 收窄 缩窄 弥合 ; 窄 弥
narrow* clos* shrink* bridg* ; decreas* lessen* shrunk fill*
= better and worse
改善 好转 改进 改观 更好 越好 不断改善 改良 好于 更佳 优化 ;
improv* better ameliorat* ; upgrad* optimi* refin* upturn
恶化 变差 每况愈下 更糟 更坏 劣化 加剧 变坏 更差 ; 退化 衰退
worsen* deteriorat* worse ; aggravat* degrad* weaken* bad* downturn decay* deepen* heighten*
= improved and lowered
提高 改善 改进 提升 增进 加强 增强 优化 完善 ; 改 增 好 强 健全 高
improve improves improved improving ; enhanc* increas* rais* strengthen* upgrad* boost* better
降低 削弱 减弱 下降 ; 减 弱 低
lower lowers lowered lowering ; reduc* decreas* declin* diminish* weaken* less* undermin* impair*
 fall*
 fell drop* down* mitigat* minimi* cut* lower* slow* erod* impact* affect* deteriorat* low
 compromis*
 detract* degrad* worse* limit* disempow* shrink* shrunk hamper* hinder* relax* eas* alleviat*
= strengthen and weaken
加强 增强 强化 巩固 ; 提升 加大 加深 深化
strengthen* reinforc* consolidat* ; boost* bolster* deepen* upgrad* robust* fortif* strong* solid*
 heighten* closer
削弱 减弱 ; 破坏
weaken* undermin* ; erod* erosion impair* dilut* diminish* compromis* detract*
= fast and slow
加快 加速 迅速 快速 快于 更快 尽快 快 急剧 高速 加紧 ; 赶 猛
faster accelerat* rapid* quick* swift* speed* expedit* fast hasten* ; prompt* soon* hast* sharp*
 steep* dramatic*
放慢 减慢 慢于 缓慢 放缓 减速 更慢 慢 迟缓 滞后 ; 迟 拖 疲软 停滞 渐
sluggish* decelerat* slow* ; gradual* subdued lag* stagnat*
= heavy and light
加重 较重 更重 从重 重于 更严厉 更严重 ;
heavier aggravat* harsher severer exacerbat* ; heavy worse*
较轻 更轻 从轻 轻于 量刑轻 轻微 ;
lighter lenien* lessen* milder ; reliev* alleviat* minor
= more and less
多于 高于 大于 优于 更多 更高 更大 越高 越大 越多 较高 较大 较多 更好 越好 更强 越强 更长 更广
 更有 更为 更加 较好 较长 更广泛 较强 胜过 强于 好于 ; 逾
more greater higher larger bigger better stronger longer wider broader ; increas* superior
 surpass* outweigh* excess* great* deeper richer much extra plus
少于 低于 小于 劣于 更少 更低 更小 越低 越小 越少 较低 较小 较少 不如 更差 更短 更弱 越弱 较短
 越差 较差 较弱 逊于 弱于 ;
less fewer lower smaller worse poorer weaker shorter narrower lesser ; below decreas* minor*
 inferior unless weak* inadequ* cheap* minus
= longer and shorter
更长 较长 长于 延长 越长 ; 展期
longer lengthen* prolong* extend* ; length* protract* lasting stretch*
更短 较短 短于 缩短 越短 ;
shorter shorten* ; decreas* abbreviat* curtail* condens* narrow*
= greatest and least
最高 最大 最多 上限 最佳 最好 最强 最长 最富 最优 至多 ; 顶 不超
maximum maxima maximi* highest largest greatest biggest best ; upper strongest longest ceiling*
 peak* cap optimal optimum richest supreme main*
最低 最小 最少 下限 最差 最坏 最弱 最短 最穷 最贫 最不 至少 ; 低 少 起码
minimum minima minimi* lowest smallest fewest worst least weakest shortest poorest ; minim*
 slight*
= high and low
高 -提高 -高级 -高等 -高度 -高专 -高峰 -高加索 -最高 -高效 -高兴 -高层 -高龄 -高原 -高科技 -高地
 -高速 -高性能 -高空 -崇高 -高管 -高棉 -高教 -高中 -高质量 -高压 -高温 -高山 -高举 -升高 -抬高
 -高贵 -高尚 -高参 -高潮 -高调 -高职 -高考 -高校 -至高 -高浓 -高技术 -高铁 -高粱 -增高 ; 贵
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
= rich and poor
富裕 富有 富国 富人 富足 丰富 ;
rich richer richest wealth* affluen* ; advanced prosper* rich* abundan* vast fertil* lavish*
 plent*
贫穷 贫困 贫苦 穷国 穷人 贫民 ; 赤贫
poor poorer poorest poverty ; impover* destitut* depriv* disadvantag* underpriv* slum* bad*
 inadequ*
= many and few
许多 很多 众多 大量 无数 大批 多数 多种 不少 ; 种种 诸多
many numerous much countless ; lot* myriad plenty abundan* host dozen* extensive* variet* plur*
很少 极少 寥寥 少数 少量 为数不多 屈指可数 少有 ; 个别 数个
few little fewer scant ; handful hardly not no rare* minor* scarc* couple paucity single
= often and rarely
经常 常常 往往 频繁 总是 始终 一贯 时常 一直 ; 通常
often always frequent* ; usual* repeated* tend* typic* constant* perpet* invariab* routin* normal*
 ever
很少 极少 罕见 鲜有 从不 从未 不常 难得 偶尔 有时 -有时间 -有时候 ; 时而 间或
rarely seldom infrequent* rare never sometimes occasionally ; hardly little scarc* rare* uncommon*
 unusual* occasional* periodic*
= all and some
所有 全部 一切 全体 每个 任何 每一个 凡是 人人 一律 ; 各 均 全 凡 皆
all every any entire* whole everyone everybody ; complet* none nothing entir* any* whatever
 wherever
一部分 部分国家 部分成员 部分会员 部分地区 部分人 部分缔约 部分代表 部分妇女 部分儿童 部分地 某些
 一些 有些 若干 有的 少数 -有的放矢 -应有的 -所有的 -具有的 -固有的 -现有的 -拥有的 -没有的
 -享有的 -既有的 -特有的 -独有的 -原有的 -已有的 -持有的 -只有的 -含有的 -设有的 ; 几 个别 有人
 部份 一定
some several certain partly partial* ; most part* select* number* few* portion* occasional*
 sometimes one* couple others handful
= only and also
仅 只 仅仅 只有 唯一 -不仅 -不只 -只要 -只能 -仅次 -不仅仅 ; 单 独 才 限 专 除非
only solely merely ; sole* exclusiv* mere* alone unique* single* unless confin* purely simply
 until none little slight* barely marginal* scarcely nothing hardly narrow*
也 还 亦 并 同时 此外 ; 又是 兼 皆
also ; too addition* furthermore moreover well likewise similarly further as and again
= majority and minority
大多数 多数 绝大部分 大部分 绝大多数 大多 过半 ; 大半 一半
majority most mostly predominantly ; bulk* predom* vast* prevail*
少数 小部分 一小部分 少部分 -少数群体 -少数族裔 -少数民族 -少数人 ; 个别
minority minorities few ; minor* handful* fraction* single little rare*
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
= doubled and halved
翻了一番 翻一番 翻番 加倍 倍增 增加一倍 增加了一倍 增长一倍 增长了一倍 翻了一倍 ; 倍 两番
doubled doubles doubling ; doubl* twofold two twice increas* rose rise* risen grew grow* gain*
 tripl* up
减半 减少一半 减少了一半 下降一半 下降了一半 ; 减 降
halved halving fell fallen dropped declined decreased ; half halv* cut reduc*
= below and beyond
低于 少于 不足 不到 ; 未 以下 小于
below ; less lower under fewer short* within not no beneath down insuff* inferior
高于 超过 超出 多于 超 -不超过 -不高于 -未超过 -未超出 ; 逾 以上 过 多
exceed exceeds exceeded exceeding ; more abov* over high* great* excess* surpass* beyond outnumb*
= upward and downward
向上 上行 上调 ;
upward upwards ;
向下 下行 下调 ;
downward downwards ; decreas*
= significant and insignificant
显著 重大 重要 大幅 明显 -不显著 -不重要 -无关重要 -不明显 ; 可观
significant significantly substantial substantially considerable considerably important ; remark*
 notabl* sharp* dramatic* notic* strik* appar* heav* pronounc* visibl* evident* obvious* tangibl*
 much drastic* outstanding promin* pivotal
不显著 微不足道 不重要 轻微 细微 无足轻重 ; 微
insignificant negligible slight slightly unimportant trivial ; minor* negl* minim* margin* slight*
 little subtle* modest* fine* mild*
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
= gain and loss
收益 获益 赢得 受益 ;
gain gains gained gaining ; profit* yield* earn*
损失 丧失 亏损 失去 ; 亏 丢
loss losses lost lose loses losing ; deficit* casual* forfeit* depriv* impair*
= supply and demand
供应 供给 ;
supply supplier* ; suppli*
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
= credit and debit
贷方 贷记 ;
credit credited credits ;
借方 借记 ;
debit debited debits ; debit* charg*
"""
