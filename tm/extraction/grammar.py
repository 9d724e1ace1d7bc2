"""Words of general language that join the parts of a term, or begin and end none.

Facts of English and Chinese, of no field. The lists are closed classes (pronouns, auxiliaries,
conjunctions …) and the most common verbs, adverbs and nouns of any prose.
"""

from __future__ import annotations

from tm.wordlists import word_set

CONNECTORS = word_set("of on for against and in to the a an with from by at its their & or")
LINKING = word_set("of on for against in to with from by at")  # a noun on either side
GRAMMAR = word_set(
    """about above according across after again all along also although am among amongst another
    any are around as be because been before being below besides between beyond billion both but
    can cannot concerning could despite did do does doing down dozen dozens during each eg eight
    either else etc even every few first five following four further had has have having he
    hence her here hers him his how however hundred hundreds i ie if include included includes
    including into is it itself just last let like ll many may me might million millions more
    much must my neither next nine no nor not notwithstanding now off once one only onto other
    others our out over own per pursuant rather re regarding respectively s same second seven
    several shall she should since six so some such t ten than that them then there thereby
    therefore therein these they third this those though thousand thousands three through
    throughout thus together too toward towards two under unlike until up upon us various ve
    very via was we well were what when where whereas whereby wherein whether which while who
    whom whose why will within without would yet you your"""
)
# Verbs of any prose, in the form that follows "to" and the one in -s; others by their endings.
ALL_VERBS = word_set(
    """accelerate accept achieve act adapt add address adjust adopt advise advocate affirm agree
    aim allocate allow amend analyse announce appear apply appoint approve arrange ask assess assign
    assist assure attend authorize avoid became become began begin begun believe bring brought
    build built calculate call came carry cause change choose chosen collect combat combine come
    commit communicate compare compile complete comply compose concern conclude conduct confirm
    connect consider consist consult contain continue contribute convene convert convince
    cooperate coordinate counter cover create criminalize deal decide decline decrease dedicate
    define deliver demonstrate deny depend deploy derive describe designate detect determine
    develop diminish discover discuss disseminate distribute divide done draw drawn elaborate
    elect eliminate emphasize enable enact encourage endeavour enforce engage enhance ensure
    enter equip establish evaluate evolve examine exceed exclude execute exercise exist expand
    explain explore express extend facilitate fail fight finalize find follow form foster found
    fulfil fulfill gather gave generate get give given go grant grow grown guarantee handle
    happen harmonize held help highlight hold host identify illustrate implement impose improve
    incorporate increase indicate inform initiate inspire install integrate intend interact
    interpret introduce invest investigate invite involve issue join justify keep kept knew know
    known lack launch lead learn leave led left limit lost made maintain make mean meet met
    mobilize modify monitor motivate move need note observe obtain occur offer open oppose
    organize outline overcome oversee paid participate pay perform permit possess predict prefer
    prepare present presume prevent proceed proclaim produce prohibit promote propose prosecute
    protect prove provide publish pursue put raise ratify reach react read reaffirm realize
    recall receive recognize recommend recover recruit reduce refer reflect regard regulate
    reiterate reject relate rely remain remind remove replace represent request require resolve
    respond restrict result retain return reveal reverse revise run said saw say see seek seen
    select send sent serve set settle share show shown sign simplify solve speak specify spend
    spoken spread stand start state stop strengthen stress struggle submit succeed suffer
    suggest supervise supplement support suppress surround suspend sustain tackle take taken
    teach tell think thought told transform translate transmit treat try turn understand
    understood undertake undertaken update urge use utilize verify visit want warn welcome went
    wish withdraw won work write written wrote"""
)
VERBS = ALL_VERBS - word_set(
    """act address cause change concern exercise form help issue lead need note open present
    request result return state stop support use visit work"""
)
# Adjectives and adverbs that say nothing of a concept: they qualify any noun.
QUALIFIERS = word_set(
    """able above-mentioned abovementioned accordingly actively additional additionally adequate
    aforementioned again almost already always appropriate available aware better certain
    clear close closely common consequently current currently different difficult directly due
    early effective effectively efficient efficiently entire equal especially essential existing
    fast final finally former full fully further furthermore general generally good great
    greater high higher immediately important increased increasing increasingly instead jointly
    key large largely larger late later latest least less likely likewise long main mainly major
    meaningful meanwhile more moreover most near necessary nevertheless new newly next
    nonetheless numerous often old ongoing overall particular particularly possible potential
    present previous previously primarily prior real recent recently regularly relevant
    respective responsible robust said separately significant significantly similar similarly
    small special specific specifically still strong stronger subsequently substantially
    successful successfully sufficient therefore timely today total true unique upcoming urgent
    useful usual valuable vital whole wide widely wider"""
)
# Nouns of any prose, which alone are no term of any field.
ORDINARY = word_set(
    """ability academic access action activity addition advice adviser aim amount analysis answer
    appearance application appointment approach april arabic area arrangement arrival article
    aspect assistance attempt attention attitude august author background balance base basis
    beginning behaviour belief benefit body book brief budget building business call campaign
    capability capacity capital care case cause centre century challenge chance change chapter
    character chinese choice circumstance citizen city class classroom close collaboration
    colleague collection comment commitment communication community company comparison component
    concept concern conclusion condition conflict connection consequence consideration
    consultation contact content context contribution contributor control conversation
    cooperation coordination core corner cost counterpart countries country course coverage
    creation credit crowd culture custom customer damage danger data date day dealing debate
    decade december definition degree delay delivery demand department description design desire
    detail detection development device dialogue difference difficulty direction discovery
    discussion distance distribution diversity document draft drafting dream driver education
    effect effectiveness efficiency effort efforts element emphasis employee encounter end
    energy enforcement engagement english environment equipment error establishment evening
    event examination example exchange exercise exhibition existence expansion expectation
    experience expert expertise expression extent face facility fact factor failure faith family
    feature february feedback feeling field figure file finding floor focus follow-up force form
    format foundation framework french friday friend front function future gap gathering goal
    government governments group growth guidance guide hand head health help history holding
    home host hour house hundred idea illustration image impact implementation importance
    impression improvement inclusion increase individual industry influence information
    initiative input instance institution instruction integration interaction interest interface
    interpretation intervention introduction investment invitation involvement issue item
    january job journey judgement july june justification key kind knowledge lack launch law
    lead leader lecture lesson letter level library life line link list living local location
    look loss mail majority man management manager manner march market material matter may mean
    means measure media meeting member mention message method million mind minute mission
    mistake mode model moment monday month morning motion movement name nation nature need
    neighbour network news night north note notion november number objective observation
    occasion october offer office official operation opinion opportunity option order
    organization origin outcome output outreach overview owner pace pack package page paper
    paragraph parent part participant participation partner partners partnership past path
    patience pattern pay peace people percent percentage perception performance period person
    perspective phase phrase piece place plan planner planning platform play pleasure point
    policy portion position possibility post power practice preparation presence present
    presentation press pressure price principal principle print priority problem procedure
    process product production profession professional profile programme progress project
    promotion proof proportion proposal prospect protection provider provision publication pupil
    purpose pursuit quality quantity query question range rate reaction reader reality
    realization reason recognition record reduction reference reflection regard region relation
    relationship relevance relief removal replacement report representation reputation request
    requirement research researcher resource respect response responsibility rest result review
    reward right risk role room round routine rule russian sale sample saturday scale scene
    schedule school science scope search seat section sector sense sentence september series
    service set shape share sharing shift side sign signal site situation size skill slide
    society solution source south spanish speaker speech speed sponsor sport staff stage
    standard start state statement station status step storage story strategy stress structure
    student study style subject substance success suggestion suit summary sunday support surface
    system talk target task teacher teaching team technique technology tension term test text
    theme thing thursday time title today tool topic total touch tour tradition training
    transfer transition treatment trend trial trip truth tuesday type understanding unit update
    uptake use user value variety version view vision visit visitor voice volume wall water way
    wealth wednesday week weight west while wish woman word work world writer writing year years
    youth"""
)
# Adjectives that any noun of an institution takes: they make no term of an ordinary noun.
MODIFIERS = word_set(
    """academic actual additional advanced alternative annual basic broad central collective
    complex comprehensive considerable continuous core critical cultural detailed direct
    domestic dual easy economic educational excellent extensive external fair fifth financial
    first foreign formal fourth free fundamental global great immediate independent individual
    informal initial innovative institutional intensive interactive internal international joint
    leading local mandatory modern mutual national natural negative official online open
    operational original overseas parallel permanent personal physical political popular
    positive possible powerful practical preliminary preventive primary private professional
    progressive public rapid reasonable regional regular regulatory reliable respective rich
    second senior simple single social solid stable strategic structural substantial substantive
    sufficient suitable supreme sustainable tactical technical temporary thematic traditional
    universal up-to-date various virtual voluntary weak worldwide young"""
)
MONTHS = word_set(
    "January February March April May June July August September October November December"
)
GRAMMAR_HAN = word_set(
    """一 一个 一些 一直 一种 一项 三个 上 上述 下 下述 不仅 不会 不可 不应 不得 不是 不能 不论
    不过 与会 与其 两个 两项 个 中 为 为了 为此 乃 之 之一 之内 之前 之后 之外 之间 也 也会 了
    予以 于 亦 什么 仍然 从 从而 他 他们 以上 以下 以便 以内 以前 以及 以及其 以后 以外 以期
    以来 们 任何 份 会 但 但是 位 作为 你 你们 例如 依照 关于 其 其中 其他 其它 具有 内 再 几个
    凡 分别 则 到 前 加以 包括 十分 即 即使 又 及其 只 只有 只要 可以 可能 号 各 各个 各种 各项
    同 同时 名 名为 后 向 吗 吧 呢 哪些 因 因为 因此 在 地 均 均为 外 多个 多种 她 如 如下 如何
    如果 始终 它 它们 对 对于 将 将会 尤其 就 就是 就此 尽管 届 已 已经 年 年间 并 并且 应 应当
    应该 当 当时 往往 很 得 必须 怎么 您 成为 我 我们 或者 截至 所 所以 所有 批 把 拥有 按 按照
    据 无论 日 旨在 时 是 是否 更 更为 更加 曾 最终 月 有关 本 条 某 某个 根据 次 款 正在 此
    此外 每 每个 比 没有 然而 特定 现 现在 由 由于 目前 相关 着 种 称 称为 第 第一 第三 第二 等
    等等 系 经 经常 给 给予 继续 者 而 而且 而是 能 能够 自 自己 至 若 若是 虽然 被 要 让 许多
    该 起 越来越 跟 较 过 还 还是 这 这个 这些 这样 进一步 进行 逐步 通常 通过 那 那个 那些 都
    都是 里 针对 除 除了 随着 非常 项 须 题为"""
)
# Nouns before a term, or behind it, that only say what of it is meant: an area, a case, a kind.
LIGHT = word_set(
    """area areas aspect aspects case cases cause context course development establishment field
    form forms implementation kind level number package part process provision range review
    series set support time type types use way"""
)
FILLERS_HAN = word_set("问题 领域 方面 情况 层面 一级 目的 背景 事项 过程 行为 形式 范围")
PREFIXES_HAN = frozenset("可不非无未以反最")  # words of grammar that terms begin with
NOT_VERBAL = word_set(  # nouns and adjectives that look like forms of verbs, or adverbs
    """ally anomaly assembly bed beginning belly breed building bully combined coordinating creed
    deed developed established family feed finding findings fly greed hearing hearings helping
    integrated jelly leading limited meeting meetings monitoring monopoly need opening organized
    rally reading reed related reply seed shared sharing shed speed spending standing steed supply
    teaching translation weed working writing"""
)
FRAME_HAN = ("以", "为")  # what the first opens and the second goes on with is one: 以人为本
# Prepositions that Chinese renders by a word of its own, 反 or 打击, and that are linked like one.
RENDERED = frozenset(("against",))
# Joints that stand between two names more often than in one, unlike "of" and 与.
BETWEEN_NAMES = frozenset(("and", "和", "、"))
