"""Scales of place and time: where, before or after what.

The form of the table is told in tm.qa.meaning.scales.
"""

from __future__ import annotations

TABLE = """
= before and after
之前 以前 前夕 事先 先前 此前 前几 会前 战前 事前 开始前 届会前 选举前 审判前 生效前 前， 前。
 前的 天前 年前 月前 周前 小时前 个月前 前须 前应 前必 前不 前将 前进行 前提交 前提出 前支付 前举行
 前作出
 前完成
 -目前须 -目前应 -目前必 -目前不 -目前将 -目前进行 -目前举行 -前应有 -目前提出 -目前提交 -目前，
 -日前， -当前， -目前。 -目前的 -当前的 -空前的 -前的前 -眼前的 -当前。
 -目的前 -面前。 -面前， -跟前 -面前的 ; 前 先 直到 届时
before prior beforehand earlier ; until ahead pending eve advance* former* ago pre* first
之后 以后 其后 事后 此后 会后 战后 冲突后 届会后 选举后 生效后 灾后 后， 后。 后的 后即 后有 后再
 后才 后又 后向 天后 年后 月后 日后
 周后 小时后 个月后 后须 后应 后必 后不 后将 后进行 后提交 后提出
 后支付 后举行 后作出 后生效 -然后有 -然后再 -然后才 -然后又 -然后向 -最后有 -最后再 -最后向 -先后有
 -先后向 -随后有 -随后又 -随后向
 -今后有 -今后再 -今后向 -今后须 -今后应 -今后必 -今后不 -今后将 -今后进行 -今后举行 -然后须
 -然后应
 -然后将 -随后将 -随后应 -最后将 -最后应 -先后提交 -先后举行 -先后进行 -先后提出 -先后作出 -今日后
 -落后将 -最后不 -然后不 -前后不 -随后进行 -随后举行 -随后提交 -随后提出 -最后提交 -然后，
 -最后， -今后， -落后， -背后的 -今后的 -最后的 -落后的 -幕后的 -先后， -前后， -随后，
 -随后的 -落后。 -最后。 -善后的 -滞后， -滞后。 -滞后的 ; 然后 随后 后 经
 起 次 即 继而 自 随即 从 续
after afterwards thereafter subsequent* following aftermath later ; once next when* then
= earlier and subsequent
以前的 先前 此前 原先 之前的 早先 ; 前 原 旧 曾
previous previously earlier prior former formerly preceding ; last ago hitherto once original*
 initial* foregoing
后来 随后 其后 此后 后续 之后的 ;
subsequent subsequently thereafter ensuing ; follow* then post* further* ultimat* consequent*
 turn* come
= early and late
早期 早日 尽早 及早 提早 提前 较早 早些时候 更早 早 ; 初 尽快
early earlier earliest ; soon* prompt* initial* ahead speed* quick* begin* swift* expedit* infan*
晚期 晚些时候 推迟 迟 晚 较晚 后期 -不迟 -晚上 -晚间 -晚会 -不晚 -最迟 -最晚 -傍晚 -昨晚 -晚餐
 -夜晚 -今晚 -迟早 -尽早 ; 末 下旬 逾
late later latest delayed ; dela* defer* postpon* overdue belat* linger* advanced night* evening*
 lag* tard* thereafter mature* until hesit*
= first and last
首次 第一次 首届 首批 首个 首位 首先 第一个 第一届 第一批 首任 首轮 ; 最初
first firstly ; initial* inaugur* one original* pioneer* foremost maid* begin* top once outset
 start*
最后 末次 最后一 最后的 最终 -最后期限 -最后日期 -最后文件 末尾 最近一次 ; 末 完
last final finally ; ultimat* latest eventual* lastly outgoing
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
ended ending terminat* end conclude concluded conclusion close closing closed expire expired
 ; complet* expir* finish* termin* discontinu* late* over* after* dissol* halt* until post* upon
= day and night
白天 日间 ; 昼
daytime daylight ;
夜间 夜里 夜晚 晚上 ; 夜 晚
night nighttime nights overnight ; night* evening* nocturn*
= short term and long term
短期 ; 近期
short ; shorter brief*
长期 长远 ;
long longer ; endur* prolong* protract* chronic lengthy
= temporary and permanent
临时 暂时 暂定 短暂 ; 短期
temporar* interim provisional* ; acting ad casual tempor* caretak* pro makeshift contingen*
永久 永远 常设 常任 长期 常驻 固定 终身 ; 永 恒
permanent* standing ; forever endur* perpet* durab* indefin* resident fixed tenur* etern*
= above and below
上文 ; 前文 前述 上面
above ; aforementioned foregoing preced* earlier abovementioned supra
下文 ; 下述 后文 下面
below ; infra hereafter herein*
= upper and lower
上游 上部 上层 上议院 ;
upper ; top senat*
下游 下部 下层 下议院 ;
lower ; bottom*
= upstream and downstream
上游 ;
upstream ;
下游 ;
downstream ;
= left and right
左侧 左边 左翼 左岸 左手 ; 左
left leftist ; left*
右侧 右边 右翼 右岸 右手 ; 右
rightist ;
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
= inside and outside
境内 内部 ; 内
inside within internal ; insid* indoor* inner*
境外 外部 -除此之外 ;
outside external ; abroad* besid* apart* except* oversea* off*
= internal and external
内部 国内 内在 对内 内 -国内外 -内容 -以内 -之内 -年内 -期内 -内阁 -范围内 -内政 -内罗毕 -内战
 -内地 -内陆 -室内 -海内外 -期间内 ; 自身
internal* domestic ; within in-house intra* inward* inner* insid*
外部 对外 外来 国外 外界 -国内外 ; 外 独立 出 他
external* outside ; exogen* foreig* abroad* oversea* outward*
= domestic and foreign
国内 本国 本土 -国内外 ; 本地
domestic* ; local* inside home* nativ* inland*
国外 外国 海外 境外 对外 -国内外 ; 外 跨国 他国
foreign* abroad overseas ; expat* alien* multina* transna* immig* diaspor*
= urban and rural
城市 城镇 都市 市区 ;
urban cities city ; town* municip* metropol*
农村 乡村 乡下 村庄 ; 乡
rural countryside village villages ; farm* peasant* remote
= entry and exit
进入 入境 入口 流入 -进入者 ;
enter entered entering entry inflow inflows ; inflow* incoming arriv* penetr* come* came admit*
 admiss* immigr* begin* infiltrat* intake* inbound coming influx
离开 出境 流出 退出 撤离 ; 离
exit exited leave leaves leaving outflow outflows ; exit* depart* withdr* evac* quit* emigr*
 abandon* flee* fled* flight* drain* off away expel* separat*
= arrival and departure
抵达 到达 ;
arriv* ;
离开 离境 启程 ; 走
depart* ; left exit* outgoing
= import and export
进口 输入 进口商 ; 入口 口岸 入境 运入
import imports imported importing importer* importation ; inflow* incoming entry buy* purchas*
 inbound
出口 出口商 ; 输出 外销 运出
export* ; exit* outlet* outflow* outgoing sell* sale* outbound shipped
= deployment and withdrawal
部署 ; 配置 调派
deploy* ; station* dispatch* sent send* assign*
撤出 撤离 撤军 撤走 ;
withdraw* withdrew ; evacuat* pull* left exit* departure* redeploy* drawdown repatriat*
= developed and developing
发达国家 发达经济体 工业化国家 -欠发达国家 -不发达国家 -最不发达国家 -中等发达国家 ; 先进 工业
developed industrialized advanced ; rich* wealth*
发展中国家 发展中世界 发展中经济体 不发达 -最不发达 ; 南方 欠发达
developing ; underdevelop*
"""
