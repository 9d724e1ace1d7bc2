"""Characters that no translator types: invisible, broken, of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpora.types import Span
from tm.folding import simplified
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# UTF-8 read as Windows-1252 or GBK, and what stands for a character that could not be read.
_SUSPECT = re.compile("[\ufffdâÃÂïãäåæçèé锟烫]")
_CONTINUED = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_BROKEN = re.compile(
    "\ufffd+|â€[™œ\u009d“”˜¦]?|Ã[\u0080-\u00bf€ƒ„†‡ˆ‰‹Œ™š›]|Â[\u00a0-\u00bf]|ï¿½|锟斤拷|锟斤|烫烫烫"
    rf"|(?:[ãäåæçèé]{_CONTINUED}{{2}}){{2,400}}"  # Chinese in UTF-8
)
_LATIN_LIKE = re.compile("[АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]")
# A Latin word with a letter of Cyrillic or Greek that looks Latin: аnnex.
_LOOKALIKE = re.compile(
    "[A-Za-z][АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|[АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο][A-Za-z]"
)
# Traditional characters that simplified Chinese has no other use for, in documents.
_TRADITIONAL = frozenset(
    "國會議員書長員聯關於對為這個來時間與經濟發區東車門開號協約應實現報機構處總務際業財產動環種權"
    "規則點從進還過達導將專題領選學習術醫藥戰爭軍隊護衛訴訟證據執標義務過問語漢馬灣顧慮難歡"
    "該號給讓說請調談論設計認識許試詳讀變邊辦節帶緊羅檢測樣樹橋殘殺氣沒熱獎獨畫當療確禮離稱積穩窮競"
    "筆築簡級紀純納紙紛細終組結統絕維網編緣縣績織續聲聽職腦腳舉舊莊華萬葉裝製複覺覽觀訊討訓記診評詢"
    "誤課誰諸謀講謝譯譽讓貢貧貨責貴費貿資賓賞賠賣質贊輕輛輪輸辭農連遊運遠遷郵鄉釋鐵銀錄錢錯閉間閱陸"
    "陳陰陽階隨險雜雲電靜響頁項順須預頓頭額願類顯風飛館駐驗體黃黨齊"
)
_SHARE = 0.2  # of traditional characters, above which a text is simply traditional


def control(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A control character stands in a text.

    Fires on characters that XML and office programs refuse, such as U+0002, shown here as ␂. Silent
    on tabs and ends of lines.
    Example: 报告␂已印发。 | The report was issued.
    """
    yield from _found(pair, _CONTROL, _CONTROL, "control character")


def invisible(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A character that nobody sees stands in a text.

    Fires on zero-width spaces (shown here as ␣), soft hyphens and marks of direction: they hide a
    word from search and from the memory. Silent where the other text has the same one.
    Example: 秘书␣处 | the Secretariat
    """
    for side, other in both_sides(pair):
        if side.text.isprintable():
            continue
        found = [m for m in _INVISIBLE.finditer(side.text) if m[0] not in other.text]
        if found:
            codes = " ".join(dict.fromkeys(f"U+{ord(match[0]):04X}" for match in found))
            message = f"invisible {codes} in the {side_name(pair, side)}"
            yield fault_in(pair, side, message, tuple(Span(*match.span()) for match in found))


def broken(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A text was read in the wrong encoding.

    Fires on â€™ where ’ was meant, on è¯¥æŠ¥å‘Š for 该报告, on 锟斤拷, and on U+FFFD. Silent on
    letters with accents: Côte d’Ivoire, São Tomé.
    Example: 委员会的报告 | the Committeeâ€™s report
    """
    yield from _found(pair, _SUSPECT, _BROKEN, "wrong encoding")


def lookalike(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A Latin word has a letter of another alphabet that looks the same.

    Fires on Cyrillic and Greek letters within Latin words, which no search finds. Silent on whole
    words in Cyrillic or Greek.
    Example: 附录 | The аppendix
    """
    yield from _found(pair, _LATIN_LIKE, _LOOKALIKE, "letters of two alphabets")


def mixed_script(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A traditional character stands in a simplified text.

    Fires where a few characters are traditional and the rest is not. Silent on a text in
    traditional characters, and on characters that both forms share.
    Example: 大会关于这个问题的决議已经发给各国。 | The resolution was sent to all States.
    """
    text, plain = pair.zh.text, pair.zh.plain
    if text == plain:
        return
    places = [n for n, (one, other) in enumerate(zip(text, plain, strict=True)) if one != other]
    if len(places) > max(1, _SHARE * len(text)):
        return
    sure = [place for place in places if text[place] in _TRADITIONAL]
    if sure and _is_simplified(plain, places):
        shown = " ".join(text[place] for place in sure)
        spans = tuple(Span(place, place + 1) for place in sure)
        yield pair.fault(f"traditional {shown} in a simplified text", zh=spans)


def _is_simplified(plain: str, places: list[int]) -> bool:
    """Whether characters of *plain* elsewhere than in *places* are simplified ones."""
    taken = set(places)
    others = (mark for n, mark in enumerate(plain) if n not in taken)
    return sum(mark in _simplified() for mark in others) > len(places)


@lru_cache(maxsize=1)
def _simplified() -> frozenset[str]:
    return frozenset(simplified("".join(_TRADITIONAL)))


def _found(
    pair: Pair, hint: re.Pattern[str], pattern: re.Pattern[str], told: str
) -> Iterator[Fault]:
    """Yield where *pattern* matches; only where *hint*, which is fast, does."""
    for side, _other in both_sides(pair):
        if side.text.isprintable() if hint is _CONTROL else side.text.isascii():
            continue
        found = list(pattern.finditer(side.text)) if hint.search(side.text) else None
        if found:
            shown = " ".join(dict.fromkeys(_shown(match[0]) for match in found))
            message = f"{told} {shown} in the {side_name(pair, side)}"
            yield fault_in(pair, side, message, tuple(Span(*match.span()) for match in found))


def _shown(characters: str) -> str:
    """Return *characters* as a message can show them."""
    if characters.isprintable() and "\ufffd" not in characters:
        return f"“{characters}”"
    return " ".join(f"U+{ord(character):04X}" for character in characters)


CHECKS = (
    Check("control-character", Family.FORM, "characters", Severity.ERROR, control),
    Check("invisible-character", Family.FORM, "characters", Severity.WARNING, invisible),
    Check("wrong-encoding", Family.FORM, "characters", Severity.ERROR, broken),
    Check("lookalike-letter", Family.FORM, "characters", Severity.ERROR, lookalike),
    Check("mixed-script", Family.FORM, "characters", Severity.WARNING, mixed_script),
)
