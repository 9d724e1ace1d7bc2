"""Scales of qualities, and the words of negative form that deny them.

The form of the table is told in tm.qa.meaning.scales.
"""

from __future__ import annotations

TABLE = """
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
= legal and illegal
合法 依法 正当 -不合法 -不正当 ; 法定 守法 法律 法人
legal* lawful* legitim* ; licit* rightful* legit* duly statut* valid* documented juri*
非法 违法 不法 不合法 ; 偷 走私 黑 无证
illegal* unlawful* illicit* illegitimate ; irregular* clandestin* illegit* smuggl* unauth* wrong*
 undocum* unjust* arbitrar* undu* black* breach* prohibit* unregulat*
= easy and difficult
容易 易于 轻易 简单 便利 -不容易 -不易 ; 方便 顺
easy easily easier simple ; ready readily simpl* straight* prone smooth* tend* apt suscept* user*
困难 难以 艰难 艰巨 难于 不易 -困难重重 ; 棘手 艰 苦
difficult difficulty difficulties hard harder ; hard* trouble* complicat* obsta* ardu* tough*
 unable plight unlikely daunt* tense
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
= formal and informal
正式 正规 -非正式 -非正规 ; 官方
formal formally official ; duly
非正式 非正规 -非正式会议 ; 私下 不拘
informal informally unofficial ; unoffic* casual shadow irregular* off
= adequate and inadequate
充足 充分 足够 充裕 -不充分 -不充足 -不足够 -没有足够 -没有充分 -缺乏足够 -缺乏充分 -充分利用
 -未充分 -未能充分 ; 妥善
adequate adequately sufficient sufficiently enough ample ; abund* thorough* duly satisf*
不足 不够 不充分 缺乏 短缺 匮乏 欠缺 不充足 -不足为奇 -不足以 -不足道 ; 欠
inadequate inadequately insufficient insufficiently inadequacy inadequacies insufficiency ;
 inadequ* not scarc* defic* little absenc* dearth* want* scant* too deplet*
= appropriate and inappropriate
适当 恰当 合适 适宜 妥当 得当 合宜 -不适当 -不恰当 -不合适 -不适宜 -不妥当 -不得当 -未适当 ; 宜 妥
 应有
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
= sustainable and unsustainable
可持续 -不可持续 -不能持续 ;
sustainable sustainably sustainability ; viab* durab*
不可持续 无法持续 难以为继 不能持续 ;
unsustainable unsustainably ; unsust* unviable
= trust and distrust
信任 互信 信赖 -不信任 -缺乏信任 -没有信任 ;
trust confidence ; relianc* faith*
不信任 猜疑 怀疑 互不信任 ; 疑
distrust mistrust ; distrust* mistrust* doubt* loss skept* scept* susp*
= optimism and pessimism
乐观 -不乐观 -不容乐观 ;
optimistic optimism optimistically ; optimis* hope* promis* bright* sanguine rosy favour*
悲观 不乐观 不容乐观 ; 暗淡 消极
pessimistic pessimism ; pessimis* bleak* gloom* doom* dim grim
= available and unavailable
可获得 可用 可供 现有 提供 -不可用 -无法提供 -未提供 -没有提供 ;
available availability ; obtain*
无法获得 无法提供 不可用 没有提供 未提供 不能提供 缺乏 ;
unavailable unavailability inaccessible ; not unavail* absen*
= urgent and routine
紧急 迫切 紧迫 急迫 ; 急
urgent urgently emergency urgency ; imper* acute* exig* prompt*
例行 日常 常规 ; 平时 普通
routine routinely ; routin* ordinar* normal* everyday* dail*
= true and false
真实 属实 准确 正确 -不准确 -不真实 -不属实 -不正确 -虚假 ;
true accurate accurately correct correctly truthful genuine ; accur* correct* genuin* exact*
 precis* authent* actual* valid* faithful* sound*
虚假 不实 不准确 错误 伪造 不正确 失实 不真实 ; 错 伪 虚 谎
false inaccurate incorrect incorrectly erroneous untrue wrong wrongly ; fals* inacc* incorr* err*
 wrong* fake* fict* forg* bogus* mistak* unfound* fraud* spur* sham* counterf* flaw* lie*
"""
