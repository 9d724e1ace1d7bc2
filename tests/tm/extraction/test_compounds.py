"""Words that are made one because one word of the other language renders them."""

from tm.extraction.compounds import with_compounds
from tm.extraction.links import Vectors
from tm.extraction.tokens import chinese_words, english_words

COMPANY = [
    ("会议讨论了网络犯罪。", "The meeting discussed cybercrime."),
    ("网络犯罪不断增加。", "There is more and more cybercrime."),
    ("警方调查了网络犯罪。", "The police investigated cybercrime."),
    ("警方调查了这起犯罪。", "The police investigated this crime."),
    ("犯罪与贫困有关。", "Crime is related to poverty."),
    ("犯罪有所减少。", "Crime has fallen."),
    ("犯罪受到惩处。", "Crime is punished."),
    ("这些犯罪很严重。", "These crimes are serious."),
    ("各国建立了网络。", "States set up a network."),
    ("该网络设在维也纳。", "The network is based in Vienna."),
    ("网络中断了。", "The network was down."),
    ("网络已恢复。", "The network is up again."),
    ("专家网络有所扩大。", "The network of experts has grown."),
]


def compounds_of(pairs: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    zh = [chinese_words(chinese) for chinese, _ in pairs]
    en = [english_words(english) for _, english in pairs]
    return [text.words for text in with_compounds(zh, en, Vectors(None))]


def test_two_words_that_one_word_renders_are_one() -> None:
    assert "网络犯罪" not in chinese_words(COMPANY[0][0]).words
    words = compounds_of(COMPANY)
    assert all("网络犯罪" in found for found in words[:3])
    assert "犯罪" in words[3]
    assert "网络" in words[9]


def test_places_tags_and_roles_stay_with_their_words() -> None:
    texts = [chinese_words(chinese) for chinese, _ in COMPANY]
    english = [english_words(text) for _, text in COMPANY]
    for text in with_compounds(texts, english, Vectors(None)):
        starts = zip(text.words, text.starts, strict=True)
        assert all(text.text[start : start + len(word)] == word for word, start in starts)
        assert len(text.words) == len(text.roles) == len(text.tags)


def test_words_that_are_rendered_one_by_one_stay_apart() -> None:
    pairs = [
        ("会议讨论了技术援助。", "The meeting discussed technical assistance."),
        ("技术援助有所增加。", "There is more technical assistance."),
        ("该国请求技术援助。", "The State requested technical assistance."),
    ]
    assert all("技术援助" not in found for found in compounds_of(pairs))
