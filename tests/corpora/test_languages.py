import pytest

from corpora.errors import LanguageError
from corpora.languages import detect_lang, looks_traditional
from corpora.types import EN, ZH

ENGLISH = [
    "Summary",
    "The Committee met in Geneva.",
    "The delegation visited the cities of 西安, 兰州 and 乌鲁木齐 in the spring of 2018.",
    "Ms. Li Na (李娜), Mr. Wang Wei (王伟) and Ms. Zhao Min (赵敏) attended.",
    "12. A/RES/73/186",
]
CHINESE = [
    "摘要",
    "委员会在日内瓦举行了会议。",
    "UNODC、INTERPOL、WCO 和 CITES 联合举办了 ICCWC 讲习班。",
    "项目由 Stolen Asset Recovery Initiative 与 Global Judicial Integrity Network 共同管理和资助。",
    "详见 https://www.example.org/en/what-we-do/in-the-field/of-the-work/index.html 。",
    "委員會在日內瓦舉行了會議，並通過了決議。",
    "作者来自日本，书名为『ひらがな』，中文译本去年由三联书店在北京出版发行。",
]
GLOSSED = {
    "en": "1. UNDP (联合国开发计划署) cooperated with WHO.\n\n2. The “Belt and Road Initiative” (“一带一路”).",
    "zh": "1. 联合国开发计划署（UNDP）与 WHO 合作。\n\n2. “Belt and Road Initiative”（“一带一路”）。",
}
SHORT = {
    "Spanish": "1. El presente informe se presenta de conformidad con la resolución.\n\n"
    "2. La Asamblea aprobó el programa.",
    "French": "1. Le présent rapport a été établi par le Conseil.\n2. Le Conseil a approuvé les textes.",
    "German": "Der Ausschuss hat den Bericht angenommen, der von dem Sekretariat vorgelegt wurde.",
}
OTHERS = {
    "Japanese": "委員会は昨年ジュネーブで会合を開き、報告書を採択した。",
    "Korean": "위원회는 작년에 제네바에서 회의를 열고 보고서를 채택했다. UNODC가 참석했다.",
    "Russian": "Комитет провёл заседание в Женеве и утвердил доклад (A/73/1).",
    "Arabic": "عقدت اللجنة اجتماعها في جنيف واعتمدت التقرير.",
    "Greek": "Η επιτροπή συνεδρίασε στη Γενεύη και ενέκρινε την έκθεση.",
    "French": "Le Comité a tenu sa session à Genève et il a adopté le rapport sur la situation des "
    "droits dans les pays de la région, qui est présenté par le Secrétaire général pour la session.",
    "Spanish": "El Comité celebró su período de sesiones en Ginebra y aprobó el informe sobre la "
    "situación de los derechos en los países de la región, que se presenta por el Secretario.",
    "German": "Der Ausschuss hat auf der Tagung in Genf den Bericht über die Lage in den Ländern "
    "der Region angenommen, und der Bericht ist von dem Sekretariat für die Tagung vorgelegt.",
    "Indonesian": "Komite mengadakan sidang di Jenewa dan mengesahkan laporan tentang keadaan. "
    * 30,
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_recognized_also_with_chinese_names_in_it(text):
    assert detect_lang(text) is EN


@pytest.mark.parametrize("text", CHINESE)
def test_chinese_is_recognized_also_with_latin_names_in_it(text):
    assert detect_lang(text) is ZH


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_language_is_refused_with_a_remedy(text):
    with pytest.raises(LanguageError, match="say which language it is"):
        detect_lang(text)


@pytest.mark.parametrize("code", GLOSSED)
def test_glosses_in_brackets_do_not_decide(code):
    assert detect_lang(GLOSSED[code]).code == code


@pytest.mark.parametrize("language", SHORT)
def test_short_text_in_another_language_is_refused(language):
    with pytest.raises(LanguageError, match=f"looks like {language}"):
        detect_lang(SHORT[language])


@pytest.mark.parametrize(
    "text",
    ["Universidad de la República", "Punta del Este, Uruguay", "Report of the Alianza de la Paz y del Agua",
     "Consideration of agenda items", "Côte d’Ivoire: résumé and exposé of La Niña"],
)  # fmt: skip
def test_names_in_a_short_english_text(text):
    assert detect_lang(text) is EN


@pytest.mark.parametrize("text", ["", "   ", "12 34 — 56 %", "１２．"])
def test_text_without_letters_is_refused(text):
    with pytest.raises(LanguageError, match="no letters"):
        detect_lang(text)


def test_a_short_list_of_terms_without_function_words_is_english():
    assert detect_lang("asset recovery\nmoney laundering\nwildlife crime\n" * 5) is EN


def test_english_notes_do_not_make_a_chinese_report_english():
    body = "委员会欢迎各成员在打击文化财产贩运方面取得的进展，并请秘书处向下届会议报告。" * 4
    note = "¹ See the report of the Expert Group on its fourth meeting, held in Vienna in April."
    assert detect_lang(f"{body}\n{note}") is ZH


@pytest.mark.parametrize("text", CHINESE)
def test_traditional_characters_are_told(text):
    assert looks_traditional(text) == ("委員會" in text)


def test_a_traditional_name_or_two_do_not_make_a_text_traditional():
    assert not looks_traditional("中華經濟研究院的报告说，这对各国的发展来说是个机会。")
    assert not looks_traditional("")
