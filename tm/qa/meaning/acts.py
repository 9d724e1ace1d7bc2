"""Scales of acts and decisions: what is done, wished or permitted.

The form of the table is told in tm.qa.meaning.scales.
"""

from __future__ import annotations

TABLE = """
= allowed and prohibited
允许 准许 许可 容许 -不允许 -不准许 -不许可 -未允许 -不容许 ; 准 许 得以 让 使
allow allows allowed permit permits permitted permitting authorizes authorises ; licen* consent*
 authoriz* authoris* free*
 admit* permit* toler* lawful* leave
禁止 不得 不允许 不准 严禁 取缔 不许 ; 阻止
prohibit* forbid* forbad* ban banned bans banning ; not no unlawful* outlaw* disallow* proscri*
 abol* embargo* without suppress* preclud* taboo*
= possible and impossible
可能 有可能 可以 可行 能够 -不可能 -不可能的 -可能性 -尽可能 -不能够 -不可以 -不可行 -可能会 ;
possible feasible ; might probab*
不可能 无法 不能 不可行 办不到 ;
unfeasible impossib* infeasible ; no unable unlikely never incapab* without impract*
= mandatory and optional
强制性 必修 义务性 有约束力 -无约束力 -不具约束力 -没有约束力 -非强制性 ; 约束
mandatory compulsory binding obligatory ; compul* bind* coerc*
非强制性 自愿 可选 任择 选修 不具约束力 无约束力 任意 ;
optional voluntary voluntarily ; choice* discret* facultat* volit* choos*
= voluntary and compulsory
自愿 志愿 ; 任意
voluntar* ; volunteer* willing*
强制 强迫 ;
compulsory mandatory forced ; coerc* compel* bind*
= freedom and restriction
自由 解放 -不自由 -没有自由 ;
free freely freedom freedoms liberty liberties liberal ; libert* liberal*
限制 约束 禁锢 束缚 -不限制 -不受限制 -没有限制 -无限制 -不加限制 ;
restrict restricted restriction restrictions restricting limit limitation limitations ; limit*
 restrain* curb* confin* curtail* bind* no prohibit* boundar* obstac*
= exclusion and inclusion
排斥 不包括 不含 除外 剔除 -不排除 ; 豁免 排除
exclud* exclus* ; except* preclu* deni* reject* marginal* exempt* omit* besides apart outside left
纳入 包括 列入 包含 载入 -不包括 -不包含 ; 含 写入
includ* inclus* ; compris* insert* entail* embed* namely encompass* feature*
= acceptance and rejection
接受 同意 赞成 核准 批准 通过 认可 采纳 准许 -不接受 -不同意 -通过了解 -通过该 -通过提供 ; 赞同 许
 应
accept* agree* approv* favour* endors* adopted adopt adoption ; consent* grant* ratif* concur*
 allow* permit* admit* undergo* accession pass* through via
拒绝 否决 驳回 拒不 不接受 不同意 不予 ; 反对 不 未 拒 抵制
reject* refus* veto* disagree* ; declin* not no dismiss* fail* overrul* never disapprov*
 nor resist* turn*
= support and opposition
支持 赞成 拥护 赞同 -不支持 -不赞成 -不赞同 ; 支撑 辅助 投票 认同
support* favour* endors* advoca* ; uphold* behalf sponsor* pro
反对 抵制 异议 -无异议 -没有异议 ; 对立 抗议 不同意 不赞成 拒
oppos* ; reject* resist* protest* contest* dissent* refus* disagree* boycott*
= agreement and disagreement
一致意见 达成一致 协议 共识 同意 -不同意 -没有达成一致 -未达成一致 -未达成协议 -没有共识 ;
agreement consensus ; consens* consent* concur* unanim* compact*
分歧 意见不一 不同意见 不同意 ;
disagreement disagreements disagreed divergence ; disagree* diverg* dissen* not contest* split*
 rift*
= encouragement and prevention
鼓励 激励 倡导 促进 推动 -不鼓励 ; 奖励 勉励 劝
encourag* ; promot* spur* incite* induc* stimul* advocat* motivat* incent* prompt* exhort* boost*
 improv* strengthen* hear*
阻止 劝阻 制止 遏制 阻碍 抑制 妨碍 不鼓励 -制止的 ; 防 止 遏 挫
discourag* deter* curb curbed hinder hindered ; halt* imped* hamper* obstruc* inhib* check*
 restrain* block* suppr* avoid* disincent* dissu* interf* prohib* stem* hind* curb* repress*
 stifl* tackl*
= promotion and obstruction
促进 推动 推进 增进 便利 -促进者 ;
promote promotes promoted promoting facilitate facilitates facilitated facilitating foster fosters
 ; boost* contribut* stimul* push* catal* spur* expedit* impetus*
阻碍 妨碍 阻挠 妨害 破坏 -不妨碍 -无碍 ; 碍 障 挠
hinder* hamper* imped* obstruct* thwart* ; block* obstac* inhib* interf* frustrat* disrupt*
 jeopard* prejud* sabot* disturb* stall* impair* stymi* retard* preclud* destroy* compromis*
 vandal* hurdle* stifl* destab*
= welcome and regret
欢迎 赞赏 满意 高兴 欣慰 欣见 -不满意 ; 喜
welcom* ; commend* satisf* delight* glad* happy* thank* prais* hail* applaud*
遗憾 痛惜 谴责 惋惜 痛心 关切 悲痛 ; 悲 抱歉 惜 憾 痛 哀 忧
regret* deplor* condemn* ; sorr* sad* dismay* unfortun* disappoint* alarm* grie* worr* denounc*
 lament* distress*
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
= ratify and denounce
批准 加入 签署 缔结 -未批准 -尚未批准 ;
ratif* acced* accession* ; adher*
退出 退约 宣告废除 ; 废止
denounc* denunciation withdrawal withdraw withdrawn ; terminat* exit* repeal* abrogat* withdr*
 quit* pull* retreat* retir* drop* phas*
= appoint and dismiss
任命 委任 ; 指派
appoint* ; nominat* designat* assign*
解职 免职 撤职 罢免 ; 解雇 开除 离职 解聘
removed removal ; dismiss* terminat* discharg* separat* fire* sack* oust*
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
= protect and threaten
保护 保障 捍卫 维护 -未保护 -不保护 -保护主义 ; 护
protect protected protects protecting protection safeguard safeguarded safeguarding defend
 defended ; preserv* shelter* guard* uphold* conserv* shield* vindic* custod*
威胁 危及 危害 损害 侵害 -危害人类 -危害防 ;
threaten threatened threatens threatening threat threats endanger endangered jeopardize harmed
 undermined ; endang* jeopard* harm* damag* danger* compromis* imperil* prejud* impair* menac*
 peril* detrim* intimid* hazard* injur* assault* infring* hurt* encroach* degrad*
= success and failure
成功 取得成效 -不成功 -未成功 ; 胜 顺利
success successes successful successfully succeed succeeds succeeded succeeding ; victor* win* won
 accompl* triump* prosper* thriv*
失败 不成功 未能成功 倒闭 破产 ;
fail* unsuccess* ; defeat* collaps* breakdown* setback* unsucc* bankrupt* no unabl* default*
 neglect*
= war and peace
战争 战时 交战 开战 ;
war wars wartime warfare ; hostil* battle* belliger*
和平 和谈 和睦 媾和 -不和平 -非和平 ; 停战
peace peaceful peacefully ; harmon* amic* reconcil*
= open and closed
公开 开放 开设 打开 -不公开 -非公开 -不开放 -未公开 ; 开 公共 公众
open opened opening openly ; public* disclos* overt* releas* publish*
关闭 封闭 不公开 闭门 保密 秘密 非公开 -闭幕 ; 闭 封
closed close closing closure closures confidential secret secretly ; shut* seal* camera* covert*
 clandest* blockad* terminat* isolat*
= present and absent
出席 在场 到场 列席 -未出席 -没有出席 -不出席 -缺席 ;
present attended attend attendance attending presence ; attend* appear* quorum*
缺席 未出席 不在场 没有出席 ;
absent absence absentia ; absen* default* never
= opening and closing of a session
开幕 揭幕 ; 开 召
opened opens inaugurat* ; open* start* began begin* launch* commenc*
闭幕 休会 ; 闭 结束 终
closed closes adjourn* ; clos* end* conclud* conclus* suspend* recess* rise rose
= upheld and dismissed
维持原判 获得支持 胜诉 ; 维持 支持 确认
upheld uphold upholds ; affirm* sustain* maintain* prevail* confirm* allow* grant*
驳回 败诉 ; 拒 否 不予
dismissed overturned quashed rejected ; dismiss* reject* deni* deny* not no refus* declin* overturn*
 quash* overrul* unsucc* set*
= adoption and rejection of a proposal
获得通过 获通过 予以通过 未被否决 -未获得通过 -未获通过 -没有获得通过 ; 通过 采纳 批准
adopted passed ; adopt* pass* approv* carr* accept*
否决 未获通过 未获得通过 ; 拒 反对 驳 未
rejected vetoed defeated ; reject* veto* defeat* not no fail* negat* disapprov* overr* against
 dismiss*
= admissible and inadmissible
可予受理 可受理 予以受理 应予受理 -不可予受理 -不可受理 -不予受理 ; 受理
admissible ; admissib* accept* entertain* receiv*
不予受理 不可受理 不可予受理 不受理 ; 不 未
inadmissible ; inadmiss* not no reject* dismiss*
= constitutional and unconstitutional
合宪 合乎宪法 符合宪法 -不符合宪法 -不合宪 ; 宪
constitutional ; constitut*
违宪 违反宪法 不符合宪法 不合宪 ; 不 未 违
unconstitutional unconstitutionally ; unconst* violat* contrar* breach* not no against contraven*
 infring*
= founded and unfounded
有根据 有依据 有明确依据 有充分根据 有理由 -没有根据 -没有依据 -没有理由 -毫无根据 ; 根据
founded justified ; reason* ground* basis substant* merit*
没有根据 毫无根据 无根据 没有依据 无依据 缺乏根据 无稽 ; 不 无 没
unfounded groundless baseless unsubstantiated ; unfound* groundl* basel* unsubst* unjust* not no
 without lack*
= voluntary and assessed
自愿捐款 自愿捐助 自愿捐资 自愿缴款 ; 自愿
voluntary voluntarily ; volunt* pledg*
分摊会费 分摊缴款 摊款 会费 ; 分摊 摊
assessed ; assess* dues
= bilateral and multilateral
双边 -双边和多边 ;
bilateral bilaterally ; two
多边 ; 多
multilateral multilaterally multilateralism ; plurilat* mult*
= curb and accelerate
遏制 抑制 制止 ; 控制 防 减 止
curb curbs curbed curbing ; contain* halt* stop* stem* reduc* prevent* check* limit* combat*
 control*
 deter* suppress* restrain* slow* revers* fight* inhib* discourag* address* mitigat* eliminat*
加快 加速 促进 推动 推进 ; 快
accelerate accelerates accelerated accelerating ; promot* facilit* boost* foster* further* hasten*
 speed* expedit* advanc* rapid* fast* quick* encourag* driv*
= active and passive
主动 积极 ;
active actively ; proactive*
被动 消极 ;
passive* ;
"""
