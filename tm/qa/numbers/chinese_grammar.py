"""The grammar of Chinese number expressions: one group a kind, tried in this order."""

from __future__ import annotations

import re

from tm.qa.numbers import currencies, latin
from tm.qa.numbers.english_dates import DATE
from tm.qa.numbers.han import NUMERAL

_SMALL = NUMERAL.replace("两", "")
# 两 begins a numeral or follows a larger magnitude: in 第六两款 it is a number of its own.
_HAN = rf"(?:两?[{_SMALL}]{{1,24}}(?:(?<=[百千万亿零])两[{_SMALL}]{{1,9}}){{0,3}}|两)"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十元])"
_DAY = (
    r"(?:3[01]|[12]\d|0?[1-9](?!\d)|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]"
    r"|[一二三四五六七八九十]|廿[一二三四五六七八九]?|卅一?)"
)
_TO = r"(?:[、,和与及至到或-]|以及)"
_MORE_DAYS = rf"(?:\s?[日号]?\s?(?:,?\s?{_TO})\s?{_DAY}){{0,8}}"
_AM = r"(?:上午|下午|晚上|晚间|凌晨|早上|早晨|中午|傍晚|夜间|午夜)"
SCALE = (
    r"[)\]]?\s?[多余几来]?\s?(?:[十百千]?万亿|[十百千]?[万亿]|[十百](?![分年日岁])"
    r"|千(?![米克瓦卡赫伏吨焦兆字]))"
)
_CURRENCY_LETTERS = "|".join(currencies.LETTERS)
_COUNT = (
    rf"[%‰]|个?百分点|{'|'.join(currencies.IN_CHINESE)}|元"
    r"|[段条款项章节号届次年岁页届]|世纪|人次"
)
STEM = "[甲乙丙丁戊己庚辛]"
PATTERN = re.compile(
    "(?a)"  # digits and spaces of ASCII: the text was narrowed
    + "|".join(
        (
            latin.ADDRESS,
            latin.SYMBOL,
            rf"(?P<time>{_AM}\s?(?:\d{{1,2}}|{_HAN})\s?[时点:](?:\s?(?:\d{{1,2}}|{_HAN})\s?分?|半|整)?"
            rf"|(?<![\d.])(?:\d{{1,2}}|(?<!非)零)\s?时(?!代|期)(?:\s?\d{{1,2}}\s?分)?"
            rf"|(?<![\d.])\d{{1,2}}\s?点\s?(?:\d{{1,2}}\s?分|整|半)|(?<!\d){latin.TIME})",
            rf"(?P<republic>民国\s?(?:\d{{1,3}}|{_HAN})\s?年)",
            rf"(?P<decade>(?:(?:\d{{2}}|{_HAN})\s?世纪\s?)?(?:\d{{2,4}}|{_HAN})\s?年代)",
            # Days that are called by their numbers, and five-year plans.
            r"(?P<feast>(?:三八|五一|五四|六一|七一|八一|十一)(?=[\"”」』]?(?:国际|国庆|劳动|妇女|青年|儿童|建军|假期|黄金周|节))"
            r"|(?<![\d.])9[·•.]11(?![\d%])|九[·•]?一一(?=[\"”」』]?(?:事件|袭击|恐)))",
            r"(?P<plan>十[一二三四五六]五(?![岁年月日天个名人条岁十百千万])"
            r"|(?<=[\"“「『])[七八九]五(?=[\"”」』]))",
            r"(?P<financial>[壹贰叁肆伍陆柒捌玖拾][壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{0,23}(?=圆|元|[美欧日]元))",
            rf"(?P<day_of_month>(?<![\d.第个]){_MONTH}\s?月(?!刊|球|亮|经)"
            rf"(?:份|底|初|末|\s?{_DAY}{_MORE_DAYS}\s?[日号])?)",
            DATE,
            latin.ISO_DATE,
            rf"(?P<day>(?<![\d.第]){_DAY}\s?日(?!元|本))",
            rf"(?P<quota>[百千万]分之\s?[\[(]?(?:{latin.DIGITS}|{_HAN}(?:点{_HAN})?))",
            rf"(?P<part>(?:\d+|{_HAN})\s?分之\s?(?:\d+|{_HAN}))",
            latin.CODE,
            latin.SLASHED,
            rf"(?P<num>(?P<nth>第\s?)?(?P<sign>(?:(?:us|美)?[{currencies.MARKS}]|\b(?:{_CURRENCY_LETTERS}))\s?)?{latin.DIGITS}"
            rf"(?:{SCALE}(?:{latin.DIGITS}{SCALE}){{0,3}})?"
            rf"[多余]?(?P<kilo>千(?=[米克瓦卡赫伏吨焦字]))?(?P<unit>\]?\s?(?:{_COUNT}))?{latin.AREA})",
            r"(?P<vague>[数几]\s?[十百千万亿]{1,4}|数以[十百千万亿]{1,4}计|[上近]?[十百千]+几)",
            latin.LETTERED,
            r"(?P<half>一半|过?半数|半)",
            rf"(?P<han>(?P<named>第|附件|附录|附文)?{_HAN}(?P<hunit>\]?(?:{_COUNT}))?)",
            latin.LETTER,
            rf"(?P<stem>\({STEM}\)|{STEM}(?=[项目]))",
            latin.ROMAN,
            r"(?P<weekday>(?:星期|礼拜|周)[一二三四五六日天])",
            r"(?P<hint>[双俩季首单旬倍每])",
            r"(?P<glyph>[½⅓⅔¼¾])",
        )
    )
)
FIRST = re.compile(
    rf"(?a)[\d{currencies.MARKS}½⅓⅔¼¾{NUMERAL}元第星礼周双俩半季首单旬倍每晚凌早傍夜午]|[a-z]+"
    r"|\.(?=\d)|\((?=\s?[a-z]{1,4}\s?\))|附(?=[件录表文])|[数几](?=\s?[十百千万亿])"
    r"|数(?=以[十百千万亿])|民(?=国)|过(?=半)|[上近](?=[十百千])|[上下中](?=午)|[组表](?=\s?[a-z])"
    rf"|美(?=[{currencies.MARKS}])|\((?={STEM}\))|{STEM}(?=[项目])"
    r"|[壹贰叁肆伍陆柒捌玖拾](?=[壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元])"
)
