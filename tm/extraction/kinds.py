"""What kind of term a pair is, by its capitals, its heads and the fields its words belong to.

Knows the words that institutions and instruments are called in both languages, and the stock of
general legal language; a word that is in neither list makes an institutional term.
"""

from __future__ import annotations

from tm.extraction.countries import country_names
from tm.plurals import singular
from tm.wordlists import word_set

INSTRUMENTS = word_set(
    """act agenda agreement charter code compact constitution convention covenant decision
    declaration directive goal guide guideline handbook law manual memorandum note paper plan
    principle protocol regulation report resolution review rule statute strategy study treaty"""
)
BODIES = word_set(
    """academy administration agency alliance assembly association authority award bank board
    branch bureau campaign center centre chamber club coalition commission committee community
    confederation conference congress consortium corporation council court cup day decade
    delegation department directorate division embassy federation force forum foundation fund
    government group initiative inspectorate institute institution league library mechanism
    ministry mission museum network observatory office operation organisation organization panel
    parliament partnership party platform police prize program programme project register school
    secretariat section senate service session society summit system team tribunal union unit
    university week"""
)
INSTRUMENTS_HAN = tuple(
    sorted(
        word_set(
            """公约 决定 决议 准则 办法 协定 协议 原则 契约 宣言 宪法 宪章 建议
    战略 手册 报告 指令 指南 条例 条约 标准 法 法典 盟约 章程 纲要 细则 规划 规则 规程
    规约 计划 议定书 议程"""
        )
    )
)
BODIES_HAN = tuple(
    sorted(
        word_set(
            """专家组 中心 举措 伙伴关系 会议 使团 倡议 党 公司 共同体 办公室 协会
    厅 司 同盟 国会 基金 基金会 处 大会 大学 奖 委 委员会 学校 学院 小组 局 工作组 平台
    总署 方案 日 机关 机制 机构 法庭 法院 特派团 理事会 研究所 社区 秘书处 系统 组 组织
    网络 署 联合会 联盟 行动 警察 议会 论坛 运动 部 部队 银行 院 集团 项目"""
        )
    )
)
LEGAL = word_set(
    """abduction abuse accession accused acquittal adjudication admissibility adoption appeal
    arbitration arrest arson assault asylum attorney bail bankruptcy breach bribery burglary
    charge citizenship civil claim clemency coercion compensation
    complaint complicity confession confiscation conspiracy contract conviction copyright
    corruption counsel counterfeit court covert crime criminal criminality criminalization
    custody cybercrime damage death debt defamation defence defendant deportation deprivation
    detention discrimination dispute drug duty embezzlement enforcement equality espionage
    eviction evidence execution expropriation expulsion extortion extradition firearm forced
    forensic forfeiture forgery fraud freedom genocide guardian guilt harassment hearing
    homicide hostage human identity illegal illicit immunity impunity incitement indictment
    infringement inheritance injury inmate innocence insolvency inspection interception
    interrogation investigation jail judge judgement judgment judicial judiciary jurisdiction
    juror jury justice juvenile kidnapping labour laundering law lawful lawyer legal legislation
    legislative liability licence litigation magistrate marriage migrant misconduct
    mortgage murder negligence oath obligation offence offender offense offshore ordinance
    ownership pardon parole patent penal penalty perjury perpetrator persecution piracy
    plaintiff plea police prison prisoner privilege probation procurement prohibition property
    prosecution prosecutor protocol punishment rape ratification recidivism recovery refugee
    rehabilitation remedy reparation residence restitution right rights robbery sabotage
    sanction sanctions search seizure sentence sentencing slavery smuggler smuggling statute
    statutory subpoena surveillance suspect tax terrorism terrorist testimony theft
    tort torture trademark trafficker trafficking treason treaty trial tribunal unlawful
    usury verdict victim violence warrant weapon welfare whistle-blower wildlife witness"""
)


def kind_of(zh: str, en: str) -> str:
    """Return the kind of a pair, one of ``tm.terms.concept.KINDS``.

    >>> kind_of("安全理事会", "Security Council"), kind_of("引渡", "extradition")
    ('name', 'legal')
    >>> kind_of("《联合国反腐败公约》", "United Nations Convention against Corruption")
    'title'
    """
    words = en.split()
    if _bare(en) in country_names().get(zh, ()):
        return "country"
    if len(words) == 1 and is_acronym_form(en):
        return "acronym"
    heads = [singular(word.lower().strip(",")) for word in words]
    if en[:1].isupper() and any(word[:1].isupper() for word in words[-1:]):
        is_title = "《" in zh or zh.endswith(INSTRUMENTS_HAN) or _head(heads) in INSTRUMENTS
        return "title" if is_title and _head(heads) not in BODIES else "name"
    if len(words) > 6 and en[:1].isupper():
        return "title"
    parts = {part for head in heads for part in (head, *head.split("-"))}
    return "legal" if parts & LEGAL else "institutional"


def is_acronym_form(word: str) -> bool:
    """Tell whether *word* is written as acronyms are: UNODC, mostly in capitals."""
    return len(word) > 1 and sum(letter.isupper() for letter in word) > len(word) / 2


def has_head(zh: str, en: str) -> bool:
    """Tell whether both sides are called what bodies or instruments are called."""
    words = {singular(word.lower().strip(",")) for word in en.split() if word[:1].isupper()}
    is_english = not (words.isdisjoint(BODIES) and words.isdisjoint(INSTRUMENTS))
    return is_english and zh.rstrip("》”").endswith((*BODIES_HAN, *INSTRUMENTS_HAN))


def _head(heads: list[str]) -> str:
    """Return the word before the first "of" or the like, or the last one."""
    for place, word in enumerate(heads):
        if place and word in ("of", "on", "for", "against", "to", "in", "and"):
            return heads[place - 1]
    return heads[-1]


def _bare(en: str) -> str:
    return en.removeprefix("the ").removeprefix("The ")
