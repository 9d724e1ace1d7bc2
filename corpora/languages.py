"""Which of the two languages a text is in, told from its script."""

from __future__ import annotations

import re

from corpora.errors import LanguageError
from corpora.types import EN, ZH, Lang

_REMEDY = "name the languages with --src-lang/--tgt-lang if it is Chinese or English after all"
_SAMPLE = 200_000  # characters; scripts do not change their share after that
_HAN = re.compile(r"[㐀-䶿一-鿿𠀀-𲎯]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_KANA = re.compile(r"[ぁ-ヿ]")
_LETTER = re.compile(r"[^\W\d_]")
# One Chinese character says what 3.4 to 5.2 Latin letters say.
_LETTERS_A_CHARACTER = 4
_KANA_SHARE = 0.1  # of kana and Han together; Chinese texts only quote Japanese
_FEWEST_WORDS = 30  # below, function words say nothing
_FUNCTION_WORDS = {
    "English": "the of and to in is that for with on by was as are be it this",
    "French": "le la les des et du une que dans est pour par qui au sur avec ce",
    "Spanish": "el la los las de y del una que en es por para con se al su",
    "German": "der die das und den von zu mit ist im des auf für nicht ein eine sich",
    "Portuguese": "o os as da do dos das e que em uma para com não por no na",
    "Italian": "il lo gli della di e che un una per con non del sono nel alla dei",
}


def detect_lang(text: str) -> Lang:
    """Tell Chinese from English by the share of each script in the first pages of *text*.

    Raises:
        LanguageError: the text has no letters, or is in another language.

    >>> detect_lang("联合国毒品和犯罪问题办公室（UNODC）").code, detect_lang("Xi’an (西安)").code
    ('zh', 'en')
    """
    sample = text[:_SAMPLE]
    han, latin, kana = (len(p.findall(sample)) for p in (_HAN, _LATIN, _KANA))
    letters = len(_LETTER.findall(sample))
    if not letters:
        raise LanguageError(f"the text has no letters to tell its language by; {_REMEDY}")
    if (han + latin) * 2 < letters or kana > _KANA_SHARE * (han + kana):
        raise LanguageError(f"the text is in neither Chinese nor English script; {_REMEDY}")
    if han * _LETTERS_A_CHARACTER > latin:
        return ZH
    _refuse_other_latin(sample)
    return EN


def _refuse_other_latin(text: str) -> None:
    """Refuse Latin text whose function words are another language's."""
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    if len(words) < _FEWEST_WORDS:
        return
    counts = {
        name: sum(map(frozenset(common.split()).__contains__, words))
        for name, common in _FUNCTION_WORDS.items()
    }
    likeliest = max(counts, key=counts.__getitem__)
    if counts[likeliest] > 2 * counts["English"] and counts[likeliest] * 10 > len(words):
        raise LanguageError(f"the text looks like {likeliest}, not English; {_REMEDY}")
