"""Negation on one side only.

Much of what one language negates the other does not negate by a word of the same kind: 无法 is
“unable”, 没有 “without” or “lack of”, “not the same” 不同. So only negations count that the other
language nearly always renders by one (not, unclear, refused; 不应, 没有, 未), and only where the
other text has fewer words of any kind that could render them. Which those are was counted over
20,000 pairs of the United Nations, of laws and of health.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise, starmap

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.meaning.words import any_of, english_words
from tm.qa.pair import Pair, Spans
from tm.wordlists import word_set

_PLAIN_ENGLISH = word_set("not no never none neither nor nothing nobody nowhere cannot")
_WORD = re.compile(r"[a-z]+(?:['’]t)?", re.IGNORECASE)
# Words of negative form that Chinese renders by a negation in 97 of 100 pairs.
_NEGATIVE_FORM = (
    r"unable|illegal(?:ly|ity)?|without|lack(?:s|ed|ing)?|inabilit(?:y|ies)|impossib(?:le|ly|ility)|incapable"
    r"|refus(?:es?|ed|ing|als?)|insufficien(?:t|tly|cy)|inadequa(?:te|tely|cy|cies)|incomplete"
    r"|in(?:equal|equit|just|secur|appropriate|consisten|compatib|admissib|applicab|eligib|visib|flexib|accessib)\w*"
    r"|(?-i:(?<![.])un(?!an(?:i|s)|der|i[tvfqocl]|til|less|like|to|employ|fortun|preced|equivoc|waver|doubt"
    r"|disguis|abat|expect|paved|parallel|tiring|relent|remit|cover|fold|veil|load|leash|lock|rest"
    r"|stereo|intend|sheath|women|interrupt|obstruct|bias|imped|hinder|seal|spare|foreseen|subscri)[a-z]{4,})"
)
_NEGATED = re.compile(
    rf"\b(?:{any_of(_PLAIN_ENGLISH)}|{_NEGATIVE_FORM})\b|\b\w{{2,9}}n['’]t\b", re.IGNORECASE
)
# Negations that negate nothing ("not only", "no later than", "Sales No.") or are said once in
# Chinese ("neither … nor").
_EMPTY = re.compile(
    r"\bcannot exceed\b"
    r"|\bnot,? (?:only|just|merely|simply|solely|least|later|less|more|fewer|earlier|higher|lower"
    r"|longer|shorter|greater|smaller|exceed"
    r"|to exceed|exceeding|to mention|necessarily|unlike|exclusively|(?:be |been )?forg[eo]t\w*)\b"
    r"|\bno (?:later|less|more|fewer|doubt"
    r"|sooner|earlier|one|matter)\b|\bnos?\.|\b(?:whether|if|or) not\b|\bnor\b|\bnowhere near\b"
    r"|\bwithout (?:exception|delay|doubt|prejudice|further|fail|interruption|undue|portfolio"
    r"|saying)\b"
    r"|n['’]t forget\b|\b(?:no|not|never)\b[^.;]{1,120}?\bwithout\b"
    r"|\b(?:to|and) none\b|\b(?:spar|los)\w+ no\b"
    r"|\bno efforts? \w+ (?:be )?spared\b|\bcannot wait\b"
    r"|\b(?:no|not)(?: [a-z]+){0,3} (?:more|less|fewer|greater|higher|lower|longer|later|earlier)"
    r" than\b",
    re.IGNORECASE,
)
# English words that can render a Chinese negation: whole words, then beginnings of words.
_NEGATIVE_WORDS = _PLAIN_ENGLISH | word_set(
    """without unless until except lest rather instead hardly scarcely rarely seldom few little
    less beyond stop stops stopped lose loses losing lost loss losses miss missed missing misses
    void null nil idle far otherwise contrary short too despite irrespective regardless silent
    solely merely barely barred difficult difficulty difficulties hard zero weak poor limited
    blank vacant dormant neutral versus precarious grim free freed freeing banned banning ban
    alien minus stateless homeless landless useless helpless countless endless baseless needless
    groundless merciless reckless worthless pending outstanding exclusively outside differ differs
    differed differing shortage shortages substandard disclaimer"""
)
_NEGATIVE_START = re.compile(
    r"\b(?:[Uu]n(?!der|i[tvfqocl]|anim|fortun|scrup|employ|t(?:il|o)\b|esco)[a-z]{3,}|[Nn]on[-a-z]"
    r"|[Mm]is(?!s|c|t|o|e)[a-z]{4,}|other than|yet to|still being"
    r"|(?:run|ran|running) out|[Ss]tay (?:home|away|at|out|in)|[Jj]ust\b"
    r"|[Oo]nly (?:if|when|after|with|where)|(?i:"
    + any_of(
        word_set(
            """under- underut underus underfund underdev underres underrep undernour underest
            underinv underserv underperf lack absen fail delay false de- refus reject denie
            deny denial declin prevent prohibit forbid preclud exclu exempt avoid refrain scarc
            oppos ceas waiv imped hinder defici negativ abstain abstention
            reluctan obsta restrict excess unable inadequa insuffic inabil
            incapa incomplet inconsist ineffect ineligib inappropriat inaccess inadmiss invalid
            involunt inequal inequit injust insecur instab inalien indivis indispens inevitab
            insepar incompatib irregular indefin intoler inacti inconclus invisib inoperab
            inhuman inviol irrevers irrelevan irrespons irrepar irrefut irreplac irreconcil illeg
            illic illiter imposs impun immobil imbalanc improp imperf imprac disab disagre disap
            dishon dispro discontin dissat disreg disinc inaccura incorrect indistinguish
            ineffici inviab infeasib indifferen infreq imprec immatur exhaust default compromis
            contraind silen ambig indiscern inadvert insignif dislik disenfr disobey disqual
            disrupt"""
        )
    )
    + "))",
)
# Words of negative form in both languages: where both have theirs, no other negation is rendered
# by it.
_LEXICAL = tuple(
    (re.compile(zh), re.compile(en, re.IGNORECASE))
    for zh, en in (
        ("不平等|不公正|不公平", r"\b(?:un|in)equal\w*|\b(?:in|un)just\w*|\b(?:inequit|unfair)\w*"),
        ("非法|不法", r"\bil(?:legal|licit|legitimate)\w*|\bunlawful\w*"),
        ("不同|不一", r"\b(?:differ|divers|vari|distinct|unlike)\w*"),
        ("无核", r"\bnuclear[- ]\w*-?free\b|\bnon-nuclear\w*|\bfree of nuclear\b"),
        ("不扩散", r"\bnon-?proliferation\b"),
        ("不结盟", r"\bnon-?aligned\b"),
        ("非传染性?", r"\bnon[-‐‑]?communicable\b"),
        ("非自治", r"\bnon[-‐‑]?self\b"),
        ("不歧视", r"\bnon[-‐‑]?discriminat\w*"),
        ("不干涉|不干预", r"\bnon[-‐‑]?interfer\w*|\bnon[-‐‑]?interven\w*"),
        ("不稳定|不安全|无保障", r"\b(?:in|un)(?:stab|secur|saf)\w*"),
        ("不利|负面", r"\b(?:advers|disadvantag|negativ|detriment|unfavou?r)\w*"),
        ("不限成员名额", r"\bopen-ended\b"),
        ("不可持续", r"\bunsustainab\w*"),
        ("不可避免|难免", r"\b(?:in|un)(?:evitab|avoidab)\w*"),
        ("不可分割|不可剥夺", r"\bin(?:divis|alien|separ)\w*|\bintegral\b"),
        ("不可或缺|必不可少", r"\b(?:indispens|essential|vital|crucial|integral|imperative)\w*"),
        ("有罪不罚", r"\bimpunity\b"),
        ("不定期|不规则|不正常", r"\birregular\w*"),
        ("无国籍", r"\bstateless\w*"),
        ("无家可归", r"\bhomeless\w*"),
        ("不当|不适当", r"\b(?:undu|improp|inappropriat|misconduct|wrong)\w*"),
        ("前所未有|空前|史无前例", r"\bunprecedented\w*"),
        ("无条件", r"\bunconditional\w*"),
        (
            "无偿",
            r"\b(?:free|unpaid|gratis|gratuitous\w*|without (?:charge|payment|compensation))\b",
        ),
        ("无障碍", r"\b(?:accessib|barrier-free|unimpeded|unhindered|unobstruct)\w*"),
        ("不满意?", r"\b(?:dis|un)satisf\w*|\b(?:discontent|griev|frustrat|resent|displeas)\w*"),
        ("违背|违反|矛盾|抵触", r"\b(?:inconsisten|incompatib|unlawful|non-?complian)\w*"),
        ("无限", r"\b(?:unlimited|indefinite|infinite)\w*"),
        ("不人道", r"\binhuman\w*"),
        ("不确定", r"\buncertain\w*"),
        ("不可逆转?", r"\birreversib\w*"),
        ("不成比例|不相称|过度", r"\bdisproportion\w*"),
        ("不懈", r"\b(?:tireless|unrelenting|unremitting|untiring|relentless)\w*"),
        ("非正规|非正式", r"\binformal\w*"),
        ("非歧视性?", r"\bnon[-‐‑]?discriminat\w*"),
        ("禁止|禁用|取缔", r"\b(?:prohibit|ban|bann|forbid|test-ban)\w*"),
        (
            "免于|免受|免遭|免除|豁免",
            r"\b(?:free\w*|exempt\w*|immun\w*|protect\w*|waiv\w*|spare\w*)",
        ),
    )
)

_ANY_LEXICAL = re.compile("|".join(zh.pattern for zh, _ in _LEXICAL))

# Chinese words with a character of negation that negate nothing, or something that English
# does not negate: they are taken out before negation is looked for.
_EMPTY_CHINESE = re.compile(
    "不[得应能会可要宜]?(?:少于|低于|小于|早于|超过|多于|高于|大于|迟于|晚于|逾(?!越))|"
    + any_of(
        word_set(
            """不断 不仅 不单 不光 不少 不久 不论 不管 不时 不惜 不遗余力 不得不 不能不 不可不
            不无 无不 无非 莫不 毫不犹豫 坚定不移 不懈 不禁 非洲 南非 中非 北非 东非 西非 非常
            非政府 非正式 未来 无论 难民 失业 是否 能否 可否 与否 免疫 否则 未成年 不幸 不迟于
            不晚于 不超过 不低于 不高于 不少于 不多于 不小于 不大于 不早于 不外乎 不亚于 不愧
            不止 不料 灾难 避难 空难 遇难 罹难 莫桑比克 摩尔多瓦 无线 无人机 最不发达 不列颠 不丹
            不分青红皂白 不偏不倚 居高不下 停滞不前 不辜负 挥之不去 无视 义不容辞 厚颜无耻
            无缝 无处不在 无所不在 不约而同 不言而喻 供不应求 络绎不绝 层出不穷 必不可少 密不可分
            功不可没 锲而不舍 忽略不计 一成不变 无谓 不可侵犯 无碍 无线电
            责无旁贷 无可争辩 毫无疑问 无疑 不过 免费 禁令"""
        )
    )
)
_PLAIN_CHINESE = re.compile(
    any_of(
        word_set(
            """不应 不得 不能 不会 不是 没有 没能 并未 尚未 从未 未能 不予 不再 不许 不必
            不愿 不要 不存在 不需 不须 不允许 毫无 无法 无权 无需 无须 不具 不包括 不包含 不符合
            不足以 未经 仍未 未得到 未有 未予 未曾 不了解 不知 不希望 决不 绝不 从不 从来不 并不
            并非 并无 既不 不想 不支持 不接受 不承认 不属于 不构成 不限于 拒不 不提供 不享有
            不适用 不适合 不适宜 不负责 不参加 不要求 不意味 不表示 不打算 不清楚 不认为 不赞成
            不赞同 不建议 不考虑 不相信 不授权 不保证 不参与 不损害 不妨碍 不排除 不改变 不涉及
            不取决于 不遵守 不履行 不执行 不披露 不尊重 不曾 不致 不至于 未提供 未获得 未收到
            未作出 未采取 未达到 未实现 未完成 未提交 未提出 未提及 未批准 未签署 未加入 未包括
            未列入 未设立 未建立 未规定 未执行 未使用 未发现 未确定 未解决 未说明 未报告 未遵守
            未支付 未通过 未就 未对 未因 未受 未被 无表决权 无资格 无从 无任何 无证据 无理由
            无必要 无异议 无人"""
        )
    )
    + "|不准(?!确)|不同意(?!见)|[都均](?:不(?!同|等)|未)|不可(?!没|分|或缺|避免"
    "|逆|剥夺|侵犯|否认|持续|抗|缺|少|靠|行|信|预|思议|替代|估量|动摇|推卸|磨灭|饶恕|告人|再生|调和)"
    "|不(?:[得能会必要须需予再许愿想知含履提涉承认支够允容获建遵采设给告宜易]|属于|存在|完[全整]"
    "|[明清][确楚]?|适[当合用宜])"
    "|未(?![满逾遂婚达然来届冲税成决])[\u4e00-\u9fff]|无[法权须需人任从力适资助证]|(?<![日出])没(?!收(?!到)|入|落)|拒绝|缺乏|缺少"
)
_NEGATING = re.compile("[不没未无][^断仅同]|并非|[拒缺]")  # some of what is plain: quick to ask
# Characters that can render an English negation. In 371 pairs with a plain one the others of
# negative sense (除 止 防 别 绝 停 弃) render none.
_ANY_CHINESE = re.compile(
    "[不没未无非勿莫毋否拒禁免乏违]|[以之]外|缺(?!乏)"
    "|(?<![人刚天])才(?![华干艺智])|要到|牢记|难[以于]|[困很]难|[丧流]失|失去|差得|远离|随时|直[到至]|始[得可能生]|方[得可能生]"
)


# A negation that is said again behind one of these may be said once in the other language: 无法
# …，也无法…, not begun and not applied for.
_AND = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
# Negations that the other language says without one: 有没有 asks, 非经…不得 is “only with”,
# 没有理由怀疑 “every reason to believe”. They make no fault, yet may render one.
_IDLE_CHINESE = re.compile(
    "有没有|是不是|要不要|会不会|能不能|没关系|差不多|没有(?:任何|丝毫|充分)?(?:理由|根据)怀疑|毫不怀疑|(?:没有|并无|无)(?:很大|太大|明显|显著"
    "|任何|本质|实质)?(?:上|性)?的?(?:差异|区别|差别|不同)"
    "|(?:(?<![并是除])非(?![法洲常但])|未[经受得])[^。；]{1,40}?(?P<again>不(?:得|能|可|予|许))"
)
_GOES_ON = frozenset("也或和及且至又并，、")


_ZH_PART = re.compile("[。；？！](?=.)", re.DOTALL)
_EN_PART = re.compile(r"(?:[;?!]|(?<=[a-z)’”%0-9])\.)\s(?=\s*\S)")
_LIST = re.compile("[:：—–]| --? ")
_APART = 0.15  # of the length of a text: sentences that end further apart are not the same


def negation(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text negates more often than the other has words that could render it.

    Fires on not, no, un- and 不, 未, 没有 that nothing renders, as in “unclear” and 清楚, or
    “agreed” and 拒绝. Silent on negations that negate nothing (not only, 不断, no later than,
    不超过), and wherever the other text has another word of negative sense left for it: without,
    lack of, fail to, unless, until; 禁止, 缺乏, 难以, 免.
    Example: 委员会不应审议该项目。 | The Committee should consider the item.
    """
    if not (pair.zh.text and pair.en.text and _may_negate(pair)):
        return
    for zh_part, en_part in _parts(pair.zh.plain, pair.en.text):
        fault = _compared(pair, zh_part, en_part)
        if fault is not None:
            yield fault
            return


def _parts(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Yield both texts, then their sentences one by one, each in its place in a blank text.

    The sentences only where both have as many, of like lengths, and where none is part of a list:
    else one does not render the other. So negations of two sentences cannot hide each other.
    """
    yield zh, en
    zh_cuts = _cuts(_ZH_PART, zh)
    if len(zh_cuts) == 2 or _LIST.search(zh) or _LIST.search(en):  # one sentence, or a list
        return
    en_cuts = _cuts(_EN_PART, en)
    if len(zh_cuts) == len(en_cuts) and _is_parallel(zh_cuts, en_cuts):
        for zh_part, en_part in zip(pairwise(zh_cuts), pairwise(en_cuts), strict=True):
            yield _only(zh, *zh_part), _only(en, *en_part)


def _cuts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [0, *(match.end() for match in pattern.finditer(text)), len(text)]


def _is_parallel(zh_cuts: list[int], en_cuts: list[int]) -> bool:
    """Whether each sentence ends at a like place of both texts."""
    return all(
        abs(zh / zh_cuts[-1] - en / en_cuts[-1]) < _APART
        for zh, en in zip(zh_cuts[1:-1], en_cuts[1:-1], strict=True)
    )


def _only(text: str, start: int, end: int) -> str:
    """Return *text* blank but for a stretch, so that spans hold."""
    return " " * start + text[start:end]


def _compared(pair: Pair, zh: str, en: str) -> Fault | None:
    """Return the fault of a text that negates more often than the other can render."""
    zh, en = _without_lexical(zh, en)
    zh_able = len(_ANY_CHINESE.findall(zh))
    en_plain = _plain_english(en) if len(_NEGATED.findall(en)) > zh_able else ()
    if len(en_plain) > zh_able:
        return pair.fault(_told(pair.en.text, en_plain, "English", zh_able), en=en_plain)
    zh_plain = _plain_chinese(zh)
    if zh_plain and len(zh_plain) > (able := _able_english(en)):
        return pair.fault(_told(pair.zh.text, zh_plain, "Chinese", able), zh=zh_plain)
    return None


def _told(text: str, spans: Spans, language: str, able: int) -> str:
    shown = ", ".join(f"“{text[span.start : span.end]}”" for span in spans)
    other = "Chinese" if language == "English" else "English"
    return f"{shown} in {language}, {able or 'no'} negation{'s'[: able > 1]} in {other}"


def _may_negate(pair: Pair) -> bool:
    """Whether either text has a plain negation, by what is quick to ask."""
    return (
        any(map(_is_negated, english_words(pair.en.text)))
        or "n’t" in pair.en.text
        or "n't" in pair.en.text
        or (_NEGATING.search(pair.zh.plain) and _PLAIN_CHINESE.search(pair.zh.plain)) is not None
    )


@lru_cache(maxsize=1 << 15)
def _is_negated(word: str) -> bool:
    return _NEGATED.fullmatch(word) is not None


def _without_lexical(zh: str, en: str) -> tuple[str, str]:
    """Return both texts without the words of negative form that both have."""
    zh = _EMPTY_CHINESE.sub(_blank, zh)
    if _ANY_LEXICAL.search(zh):
        for chinese, english in _LEXICAL:
            if chinese.search(zh) and english.search(en):
                zh, en = chinese.sub(_blank, zh), english.sub(_blank, en)
    return zh, en


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Return the places in *text* of what *pattern* matches, or of its named part."""
    spans = (match.span(match.lastgroup or 0) for match in pattern.finditer(text))
    return frozenset(chain.from_iterable(starmap(range, spans)))


def _plain_chinese(text: str) -> Spans:
    """Return the plain negations of a Chinese text, each word once."""
    idle = _places(_IDLE_CHINESE, text)
    plain: dict[str, Span] = {}
    for match in _PLAIN_CHINESE.finditer(text):
        if match.start() not in idle and (not plain or text[match.start() - 1] not in _GOES_ON):
            plain.setdefault(match[0], Span(*match.span()))
    return tuple(plain.values())


def _plain_english(text: str) -> Spans:
    """Return the plain negations of an English text that negate something."""
    empty = _places(_EMPTY, text)
    plain: list[Span] = []
    for match in _NEGATED.finditer(text):
        is_empty = match.start() in empty
        if not is_empty and not (plain and _AND.search(text, plain[-1].end, match.start())):
            plain.append(Span(*match.span()))
    return tuple(plain)


def _able_english(text: str) -> int:
    """Return how many words of an English text can render a negation."""
    words = sum(_negates(match[0].lower()) for match in _WORD.finditer(text))
    return words + len(_NEGATIVE_START.findall(text))


def _negates(word: str) -> bool:
    return word in _NEGATIVE_WORDS or word.endswith(("'t", "’t"))


CHECKS = (Check("negation-differs", Family.MEANING, "mistranslation", Severity.ERROR, negation),)
