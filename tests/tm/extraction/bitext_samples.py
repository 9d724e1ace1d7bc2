"""A small report on rivers in both languages, and what is made of pairs of sentences."""

from __future__ import annotations

from corpora.types import TranslationUnit, Variant

RIVERS = (
    ("1", "国际河流委员会（河委会）第四届会议在内罗毕举行。", "The fourth session of the International Rivers Commission (IRC) was held in Nairobi."),
    ("2", "河委会通过了《河流水质公约》。", "IRC adopted the Convention on the Quality of River Water."),
    ("3", "《河流水质公约》缔约国应设立主管机关。", "States parties to the Convention on the Quality of River Water shall establish competent authorities."),
    ("4", "秘书处向肯尼亚和坦桑尼亚联合共和国提供了技术援助。", "The Secretariat provided technical assistance to Kenya and the United Republic of Tanzania."),
    ("5", "技术援助包括为主管机关举办讲习班。", "Technical assistance included workshops for competent authorities."),
    ("6", "河委会还请秘书处就跨界地下水编写一份报告。", "IRC also requested the Secretariat to prepare a report on transboundary groundwater."),
    ("7", "跨界地下水的养护需要国际合作。", "The conservation of transboundary groundwater requires international cooperation."),
    ("8", "秘书处出版了题为“干旱风险评估手册”的指南。", "The Secretariat published a guide entitled “Drought Risk Assessment Manual”."),
    ("9", "干旱风险评估以水文数据为依据。", "Drought risk assessments are based on hydrological data."),
    ("10", "国际合作是河委会工作的核心。", "International cooperation is at the heart of the work of IRC."),
    ("11", "主管机关收集水文数据，并将其提交河委会。", "Competent authorities collect hydrological data and submit them to IRC."),
    ("12", "水资源综合管理工作组审议了该公约的实施情况。", "The Working Group on Integrated Water Resources Management reviewed the implementation of the Convention."),
)  # fmt: skip


def unit(zh, en, paragraph="", document="rivers"):
    """Make a unit of two texts."""
    variants = tuple(
        Variant(lang, text) for lang, text in (("zh-CN", zh), ("en-US", en)) if text is not None
    )
    return TranslationUnit(variants, document=document, paragraph=paragraph)


def rivers():
    """Return the units of the report."""
    return [unit(zh, en, paragraph) for paragraph, zh, en in RIVERS]
