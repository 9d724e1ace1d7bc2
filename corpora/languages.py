"""Which of the two languages a text is in, told from its script."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpora.errors import LanguageError
from corpora.types import EN, ZH, Lang

_REMEDY = "if it is Chinese or English after all, say which language it is"
_SAMPLE = 200_000  # characters; scripts do not change their share after that
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]+")
_HAN = re.compile(r"[㐀-䶿一-鿿𠀀-𲎯]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_KANA = re.compile(r"[ぁ-ヿ]")
_LETTER = re.compile(r"[^\W\d_]")
# A Chinese word has 1.6 characters on average. Words are compared and not letters, so that
# long names and acronyms left in Latin letters do not make a Chinese text English; nor do
# many of them: a word with a capital counts half.
_WORDS_A_CHARACTER = 0.6
_NAME_WEIGHT = 0.5
_KANA_SHARE = 0.2  # of kana and Han together; Chinese texts only quote Japanese
_FEWEST_WORDS = 30  # below, function words say little:
_DECISIVE = 3  # of one language, a fifth of the text, and none of English
_MANY_WORDS = 200  # above, English without its function words is not English
# A name or term given again in the other script says nothing of the text around it.
_GLOSS = re.compile(
    r"(?<=[A-Za-z”’\"])\s?[(（][“‘\"]?[㐀-鿿·、]{1,40}[”’\"]?[)）]"
    r"|(?<=[㐀-鿿”’])[(（][A-Za-z .&/-]{1,80}[)）]"
)
_FUNCTION_WORDS = {
    "English": "the of and to in is that for with on by was as are be it this",
    "French": "le la les des et du une que dans est pour par qui au sur avec ce",
    "Spanish": "el la los las de y del una que en es por para con se al su",
    "German": "der die das und den von zu mit ist im des auf für nicht ein eine sich",
    "Portuguese": "o os as da do dos das e que em uma para com não por no na",
    "Italian": "il lo gli della di e che un una per con non del sono nel alla dei",
}

_HANT_TAG = re.compile(
    r"zh-(?!(?:\w+-)*hans\b)(?:\w+-)*(?:hant|tw|hk|mo)\b", re.IGNORECASE
)
# Frequent characters that differ, traditional and simplified; 后 里 and the like are both.
_TRADITIONAL = re.compile("[們個國來時會發經學對這說為與實機關體務議]")
_SIMPLIFIED = re.compile("[们个国来时会发经学对这说为与实机关体务议]")


def is_traditional(tag: str) -> bool:
    """Tell whether a language tag means Chinese in traditional characters.

    >>> is_traditional("zh-Hant"), is_traditional("zh-HK"), is_traditional("zh-Hans-HK")
    (True, True, False)
    """
    return bool(_HANT_TAG.match(tag))


def primary_of(tag: str) -> str:
    """Return the language that a tag names, whatever the variety.

    >>> primary_of("zh_TW"), primary_of("EN")
    ('zh', 'en')
    """
    return tag.replace("_", "-").partition("-")[0].lower()


def detect_lang(text: str) -> Lang:
    """Tell Chinese from English by the words of each script in the first pages of *text*.

    Latin letters are looked at once more, for the function words of other languages.

    Raises:
        LanguageError: the text has no letters, or is in another language.

    >>> detect_lang("联合国毒品和犯罪问题办公室（UNODC）").code
    'zh'
    >>> detect_lang("The delegation went on to Xi’an (西安) and Lanzhou (兰州).").code
    'en'
    """
    sample = _GLOSS.sub(" ", _ADDRESS.sub(" ", text[:_SAMPLE]))
    han, kana, letters = (len(p.findall(sample)) for p in (_HAN, _KANA, _LETTER))
    words = _LATIN.findall(sample)
    if not letters:
        raise LanguageError(f"the text has no letters to tell its language by; {_REMEDY}")
    if (han + sum(map(len, words))) * 2 < letters or kana > _KANA_SHARE * (han + kana):
        raise LanguageError(f"the text is in neither Chinese nor English script; {_REMEDY}")
    plain = sum(word.islower() for word in words)
    if han * _WORDS_A_CHARACTER > plain + _NAME_WEIGHT * (len(words) - plain):
        return ZH
    _refuse_other_latin([word.lower() for word in words])
    return EN


def _refuse_other_latin(words: Sequence[str]) -> None:
    """Refuse words in Latin letters when their function words are not English ones."""
    counts = {
        name: sum(map(frozenset(common.split()).__contains__, words))
        for name, common in _FUNCTION_WORDS.items()
    }
    likeliest = max(counts, key=counts.__getitem__)
    if len(words) < _FEWEST_WORDS:
        is_decisive = not counts["English"] and counts[likeliest] * 5 > len(words)
        if is_decisive and counts[likeliest] >= _DECISIVE:
            raise LanguageError(f"the text looks like {likeliest}, not English; {_REMEDY}")
        return
    if counts[likeliest] > 2 * counts["English"] and counts[likeliest] * 10 > len(words):
        raise LanguageError(f"the text looks like {likeliest}, not English; {_REMEDY}")
    if len(words) > _MANY_WORDS and counts["English"] * 50 < len(words):
        raise LanguageError(f"the text is in Latin letters but not in English; {_REMEDY}")


def looks_traditional(text: str) -> bool:
    """Whether Chinese *text* is written mostly in traditional characters.

    >>> looks_traditional("委員會議決定與各國合作。"), looks_traditional("委员会议决定与各国合作。")
    (True, False)
    """
    sample = text[:_SAMPLE]
    return len(_TRADITIONAL.findall(sample)) > len(_SIMPLIFIED.findall(sample))
