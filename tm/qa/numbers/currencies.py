# ruff: noqa: E501 - a currency is a line
"""Currencies: their ISO 4217 codes, their signs, and what Chinese and English call them.

Several countries have dollars, francs or pounds. What stands for all of them (法郎, "$") has a
line of its own, and agrees with each of its kind: a Canadian writes "$5" for 5加元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# Code or kind | kind | signs, letters before a number | Chinese | English, singular. ISO codes
# that are English words (TRY, ALL, MAD) do not count as letters before a number.
_TABLE = """
dollar | | $ | | dollar
pound | | £ | 镑 | pound
yuan | | ¥ | |
franc | | | 法郎 | franc
krone | | kr | 克朗 | krone, kroner, krona, kronor
peso | | | 比索 | peso
rupee | | rs | 卢比 | rupee
dinar | | | 第纳尔 | dinar
rial | | | 里亚尔 | rial, riyal
shilling | | | 先令 | shilling
USD | dollar | us$, 美$, usd | 美元, 美金 | united states dollar, us dollar, u.s. dollar, american dollar
CAD | dollar | c$, can$, cad | 加元, 加拿大元 | canadian dollar
AUD | dollar | a$, au$, aud | 澳元, 澳大利亚元 | australian dollar
NZD | dollar | nz$, nzd | 新西兰元 | new zealand dollar
HKD | dollar | hk$, hkd | 港元, 港币 | hong kong dollar
TWD | dollar | nt$, ntd, twd | 新台币, 新台币元, 新台幣 | new taiwan dollar, nt dollar
SGD | dollar | s$, sgd | 新加坡元, 新元 | singapore dollar
EUR | | €, eur, euro | 欧元 | euro
GBP | pound | gbp | 英镑 | pound sterling, pounds sterling, british pound
EGP | pound | egp | 埃及镑, 埃镑 | egyptian pound
SYP | pound | syp | 叙利亚镑, 叙镑 | syrian pound
LBP | pound | lbp | 黎巴嫩镑, 黎镑 | lebanese pound
JPY | yuan | jpy | 日元, 日圆 | yen, japanese yen
CNY | yuan | cny, rmb | 人民币, 人民币元 | yuan, yuan renminbi, renminbi, chinese yuan
CHF | franc | chf, sfr | 瑞士法郎, 瑞郎 | swiss franc
CFA | franc | xof, xaf, fcfa | 非洲法郎, 西非法郎, 中非法郎, 非洲金融共同体法郎, 非郎 | cfa franc
SEK | krone | sek | 瑞典克朗 | swedish krona, swedish kronor, swedish krone, swedish kroner
NOK | krone | nok | 挪威克朗 | norwegian krone, norwegian kroner
DKK | krone | dkk | 丹麦克朗 | danish krone, danish kroner
RUB | | ₽, rub | 卢布, 俄罗斯卢布 | rouble, ruble, russian rouble, russian ruble
KRW | | ₩, krw | 韩元, 韩圆 | korean won, south korean won
INR | rupee | ₹, inr | 印度卢比 | indian rupee
PKR | rupee | pkr | 巴基斯坦卢比 | pakistan rupee, pakistani rupee
LKR | rupee | lkr | 斯里兰卡卢比 | sri lanka rupee, sri lankan rupee
NPR | rupee | npr | 尼泊尔卢比 | nepalese rupee
MXN | peso | mxn | 墨西哥比索 | mexican peso
ARS | peso | ars | 阿根廷比索 | argentine peso
PHP | peso | php | 菲律宾比索 | philippine peso
CLP | peso | clp | 智利比索 | chilean peso
BRL | | r$, brl | 雷亚尔, 巴西雷亚尔 | brazilian real, brazilian reais, reais
ZAR | | zar | 兰特, 南非兰特 | rand, south african rand
TRY | | ₺ | 土耳其里拉 | turkish lira
THB | | ฿, thb | 泰铢 | baht, thai baht
IDR | | idr | 印尼盾, 印度尼西亚盾 | rupiah, indonesian rupiah
VND | | ₫, vnd | 越南盾 | vietnamese dong
MYR | | myr | 林吉特, 马来西亚林吉特 | ringgit, malaysian ringgit
ILS | | ₪, nis | 谢克尔, 新谢克尔 | shekel, new shekel, israeli shekel, new israeli shekel
AED | | aed | 阿联酋迪拉姆 | uae dirham, emirati dirham
SAR | rial | | 沙特里亚尔 | saudi riyal, saudi arabian riyal
IRR | rial | irr | 伊朗里亚尔 | iranian rial
IQD | dinar | iqd | 伊拉克第纳尔 | iraqi dinar
KWD | dinar | kwd | 科威特第纳尔 | kuwaiti dinar
KES | shilling | kes, ksh | 肯尼亚先令 | kenyan shilling, kenya shilling
UGX | shilling | ugx | 乌干达先令 | ugandan shilling, uganda shilling
NGN | | ₦, ngn | 奈拉 | naira
PLN | | pln | 兹罗提 | zloty, zlotys
HUF | | huf | 福林 | forint
UAH | | uah | 格里夫纳, 格里夫尼亚 | hryvnia
KZT | | kzt | 坚戈 | tenge
BDT | | bdt | 塔卡 | taka
"""


class Currency(NamedTuple):
    """A currency, or what several are called together."""

    code: str
    kind: str  # what it is called together with others; empty without
    signs: tuple[str, ...]
    chinese: tuple[str, ...]
    english: tuple[str, ...]


def _read() -> Iterator[Currency]:
    for line in _TABLE.strip().splitlines():
        code, kind, *names = (cell.strip() for cell in line.split("|"))
        yield Currency(code, kind, *(tuple(filter(None, cell.split(", "))) for cell in names))


CURRENCIES = tuple(_read())
_KINDS: Mapping[str, str] = {one.code: one.kind or one.code for one in CURRENCIES}
_SIGNS: Mapping[str, str] = {sign: one.code for one in CURRENCIES for sign in one.signs}
_CHINESE: Mapping[str, str] = {name: one.code for one in CURRENCIES for name in one.chinese}
_ENGLISH: Mapping[str, str] = {
    form: one.code for one in CURRENCIES for name in one.english for form in (name, f"{name}s")
}
_LONGEST_BEFORE = 4  # characters of a sign or name that stands before a number


MARKS = "".join(sign for sign in _SIGNS if not sign.isascii() or sign == "$")
LETTERS = tuple(sign for sign in _SIGNS if sign.isalpha() and sign.isascii())
IN_CHINESE = tuple(sorted(_CHINESE, key=len, reverse=True))  # 印度卢比 before 卢比
IN_ENGLISH = tuple(_ENGLISH)


def of_sign(sign: str, start: int, low: str) -> str:
    """Return the currency of *sign*, which begins at *start* in *low*, with letters before it.

    >>> of_sign("$", 2, "nz$33 million"), of_sign("$", 0, "$33 million")
    ('NZD', 'dollar')
    """
    sign = sign.strip()
    if sign == "$" and start:
        before = re.search(r"[a-z]{1,3}\Z", low[max(0, start - 3) : start])
        return _SIGNS.get(f"{before[0]}$", "dollar") if before else "dollar"
    return _SIGNS.get(sign, "")


def of_chinese(name: str, start: int, text: str) -> str:
    """Return the currency of the *name* behind a number, or before its *start*: 人民币5元.

    >>> of_chinese("瑞士法郎", 0, "5瑞士法郎"), of_chinese("元", 3, "人民币5元")
    ('CHF', 'CNY')
    """
    if name in _CHINESE:
        return _CHINESE[name]
    if name not in {"", "元"}:
        return ""
    before = text[max(0, start - _LONGEST_BEFORE) : start].rstrip()
    return next((code for many, code in _CHINESE.items() if before.endswith(many)), "")


def of_english(name: str) -> str:
    """Return the currency of the *name* behind a number, in small letters; empty if it is none."""
    return _ENGLISH.get(name, "")


def are_alike(one: str, other: str) -> bool:
    """Tell whether two units may be one currency: dollars may be Canadian ones.

    >>> are_alike("dollar", "CAD"), are_alike("USD", "CAD"), are_alike("CHF", "dollar")
    (True, False, False)
    """
    kind = _KINDS.get(one)
    return kind is not None and kind == _KINDS.get(other) and (one == other or kind in (one, other))


def are_unlike(one: str, other: str) -> bool:
    """Tell whether two units are currencies that cannot be one."""
    return one in _KINDS and other in _KINDS and not are_alike(one, other)
