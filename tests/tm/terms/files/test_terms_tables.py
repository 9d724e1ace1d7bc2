"""Tables of terms as people make them: which columns, which encoding, what a row lacks."""

from __future__ import annotations

import openpyxl
import pytest

from tm.errors import TableError
from tm.terms import Concept, Term, read_concepts, write_concepts
from tm.terms.files import summary
from tm.terms.files.columns import TEXT, Column, column_named, details_of, header_of, name_of


@pytest.fixture
def read(tmp_path):
    def read_text(text, name="a.csv", encoding="utf-8", **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return list(read_concepts(path, **options))

    return read_text


def texts(concepts):
    return [tuple((term.lang, term.text) for term in concept.terms) for concept in concepts]


PAIR = [(("zh-CN", "主席"), ("en-US", "Chair"))]
SWAPPED = [(("en-US", "Chair"), ("zh-CN", "主席"))]

# --- columns ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh-CN", "en-US", "zh-TW", "zh-Hant", "fr", "i-klingon", "yue"])
def test_every_column_that_we_write_is_known_again(lang):
    names = [*header_of((lang, "en-US")), *details_of((lang, "en-US"))]
    columns = [column_named(name) for name in names]
    assert None not in columns
    assert list(map(name_of, columns)) == names
    assert columns[0] == Column(TEXT, lang)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("zh,en\n主席,Chair\n", PAIR),
        ("ZH,EN\n主席,Chair\n", PAIR),
        ("Chinese,English\n主席,Chair\n", PAIR),
        ("英文,中文\nChair,主席\n", SWAPPED),
        ("编号,术语,译文\n1,主席,Chair\n", PAIR),
        ("Source term;Target term;Comment\nChair;主席;\n", SWAPPED),
        ("Term\tTranslation\n主席\tChair\n", PAIR),
        ("zh-TW,en-GB\n主席,Chair\n", [(("zh-TW", "主席"), ("en-GB", "Chair"))]),
        ("主席,Chair\n", PAIR),
        ("1,Chair,主席\n", SWAPPED),
        (
            "中文,英文术语在此\n主席,Chair\n会议,meeting\n",
            [*PAIR, (("zh-CN", "会议"), ("en-US", "meeting"))],
        ),
    ],
)
def test_two_columns_however_they_are_called(read, table, expected):
    assert texts(read(table)) == expected


def test_what_stands_beside_the_terms(read):
    header = "术语,译文,词性,定义,备注,领域,例句,status,Client,count\n"
    rows = (
        '主席,Chair,noun,"主持会议的人","not: Chairman",会议,The Chair spoke.,preferred,UN,many\n'
    )
    (concept,) = read(header + rows)
    assert concept == Concept(
        (
            Term("zh-CN", "主席", part_of_speech="noun"),
            Term("en-US", "Chair", "preferred", part_of_speech="noun", context="The Chair spoke."),
        ),
        subject="会议",
        definition="主持会议的人",
        note="not: Chairman",
        props=(("Client", "UN"), ("count", "many")),
    )


def test_status_in_any_words_and_for_either_language(read):
    header = "zh,en,status_zh,status_en,form_en\n"
    (concept,) = read(f"{header}主席,Chairman,首选,Do not use,Full form\n")
    assert concept.terms == (
        Term("zh-CN", "主席", "preferred"),
        Term("en-US", "Chairman", "forbidden", form="full"),
    )


def test_a_status_that_is_none_of_ours_is_noted(read):
    (concept,) = read("zh,en,status,note_en\n主席,Chair,legal,of a meeting\n")
    assert concept.terms[1] == Term("en-US", "Chair", note="of a meeting\nstatus: legal")


def test_three_languages_and_rows_of_one_concept_wherever_they_stand(read):
    table = "concept,zh,en,fr,status_en\n1,主席,Chair,président,preferred\n2,会议,meeting,,\n1,主席,Chairman,,forbidden\n"
    assert [concept.terms for concept in read(table)] == [
        (
            Term("zh-CN", "主席"),
            Term("en-US", "Chair", "preferred"),
            Term("en-US", "Chairman", "forbidden"),
            Term("fr", "président"),
        ),
        (Term("zh-CN", "会议"), Term("en-US", "meeting")),
    ]


def test_languages_as_the_caller_names_them(read):
    assert texts(read("source,target\n主席,président\n", langs=("zh-CN", "fr"))) == [
        (("zh-CN", "主席"), ("fr", "président"))
    ]
    assert texts(read("fr,zh,en\nprésident,主席,Chair\n", langs=("zh", "en"))) == PAIR


GLOSSARY = [
    ["Terms of meetings, 2024", "", "", "", "", ""],
    ["", "", "", "", "", ""],
    ["Nr", "English term", "中文术语", "Status", "备注", "Date"],
    ["1", "Chair", "主席", "Preferred", "a, b", "2024-05-01"],
]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.xlsx"])
def test_titles_stand_above_a_header_and_a_number_is_no_term(tmp_path, name):
    if name == "a.xlsx":
        book = openpyxl.Workbook()
        for row in GLOSSARY:
            book.active.append([int(cell) if cell == "1" else cell or None for cell in row])
        book.save(tmp_path / name)
    else:
        separator = ";" if name == "a.csv" else "\t"
        lines = map(
            separator.join, [GLOSSARY[0][:1] if name == "a.tsv" else GLOSSARY[0], *GLOSSARY[1:]]
        )
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    seen = []
    (concept,) = read_concepts(tmp_path / name, seen=seen.append)
    assert concept == Concept(
        (Term("en-US", "Chair"), Term("zh-CN", "主席", "preferred")),
        note="a, b",
        props=(("Date", "2024-05-01"),),
    )
    assert list(map(summary, seen)) == [
        "columns: en English term, zh 中文术语, status_zh Status, note 备注; "
        "as properties: Date; left: Nr"
    ]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            'No.,Term (ZH),Translation,Remarks,Definition\n1,主席,Chair,"a, b",who presides\n',
            "columns: zh Term (ZH), en Translation, note Remarks, definition; left: No.",
        ),
        ("Glossary of terms\nzh,en\n主席,Chair\n", ""),
        ("Foo,中文,Bar\n1,主席,Chair\n", "columns: zh 中文, en Bar; as properties: Foo"),
        ("1,主席,Chair\n2,议程,agenda\n", "columns: zh column 2, en column 3"),
        (
            "Lfd.,Wort,Chinesisch\n1,主席,Chair\n",
            "columns: zh Wort, en Chinesisch; as properties: Lfd.",
        ),
    ],
)
def test_which_columns_were_taken_as_what(read, table, told):
    seen = []
    assert texts(read(table, seen=seen.append))[:1] == PAIR
    assert list(map(summary, seen)) == [told]


def test_a_column_of_numbers_is_no_term_in_languages_that_script_does_not_tell(read):
    rows = "No,Begriff,Terme\n1,Vorsitz,président\n2,Tagung,session\n"
    (_, *concepts) = read(rows, langs=("de", "fr"))
    assert texts(concepts) == [
        (("de", "Vorsitz"), ("fr", "président")),
        (("de", "Tagung"), ("fr", "session")),
    ]


def test_abbreviations_are_further_terms(read):
    seen = []
    wto = Term("en-US", "World Trade Organization"), Term("en-US", "WTO", form="acronym")
    chinese = Term("zh-CN", "世界贸易组织"), Term("zh-CN", "世贸组织", form="short")
    rows = "WTO,World Trade Organization,世界贸易组织,世贸组织\n"
    (concept,) = read(f"缩略语,全称,中文,简称\n{rows}", seen=seen.append)
    assert concept == Concept((*wto, *chinese))
    assert summary(seen[0]) == "columns: acronym_en 缩略语, en 全称, zh 中文, short_zh 简称"
    (concept,) = read(f"Acronym (EN),English full form,中文全称,中文简称\n{rows}")
    assert concept == Concept((*wto, *chinese))
    (concept,) = read("缩写,译名\nWTO,世界贸易组织\n")
    assert concept == Concept((wto[1], chinese[0]))
    with pytest.raises(TableError, match="no two columns"):
        read("term,abbreviation\nWorld Trade Organization,WTO\n")


def test_a_status_that_is_none_of_ours_is_told(read):
    told = []
    (concept,) = read("zh,en,status\n主席,Chair,verboten\n会,meeting,首选\n", skipped=told.append)[
        :1
    ]
    assert concept.terms[1].note == "status: verboten"
    assert [(one.line, one.problem) for one in told] == [
        (2, "a status that is none of ours, kept in the note: verboten")
    ]


def test_kinds_in_chinese(read):
    told = []
    rows = "主席,Chair,头衔\n法国,France,国家\n大会,General Assembly,機構\n水獭,otter,动物\n"
    concepts = read(f"中文,英文,类别\n{rows}", skipped=told.append)
    assert [one.kind for one in concepts] == ["title", "country", "institutional", ""]
    assert concepts[3].props == (("类别", "动物"),)
    assert [(one.line, one.problem) for one in told] == [
        (5, "a kind that is none of ours, kept as a property: 动物")
    ]


# --- swapped columns -------------------------------------------------------------------------


def test_swapped_columns_are_put_right(read):
    rows = "Chair,主席\nUNODC,毒罪办\nguanxi（关系）,关系\n"
    told = []
    assert texts(read(f"zh,en\n{rows}", skipped=told.append)) == [
        (("en-US", "Chair"), ("zh-CN", "主席")),
        (("en-US", "UNODC"), ("zh-CN", "毒罪办")),
        (("en-US", "guanxi（关系）"), ("zh-CN", "关系")),
    ]
    assert {one.problem for one in told} == {
        "Chinese and English under each other's language, put right"
    }


def test_what_could_be_either_language_stays_where_it_stands(read):
    rows = "UNODC,UNODC\nA/78/1,A/78/1\n毒罪办（UNODC）,UNODC\n关系,guanxi（关系）\n"
    assert {tuple(term.lang for term in concept.terms) for concept in read(f"zh,en\n{rows}")} == {
        ("zh-CN", "en-US")
    }


def test_languages_of_a_named_pair_that_stand_the_other_way_round(read):
    assert texts(read("source,target\nChair,主席\n", langs=("zh", "en"))) == [
        (("zh", "主席"), ("en", "Chair"))
    ]


# --- encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.utf8", "a.txt", "a.tab"])
def test_encodings(read, encoding, name):
    separator = "," if name == "a.csv" else "\t"
    rows = f"主席{separator}Chair\n国际河流委员会{separator}International Rivers Commission\n"
    assert texts(read(rows, name, encoding))[:1] == PAIR


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.utf8"])
def test_an_unknown_encoding_is_said_so(read, name):
    rows = "Россия\tдоговор\nсъезд\tмир\n".replace("\t", "," if name == "a.csv" else "\t")
    with pytest.raises(TableError, match="unknown encoding; save it as UTF-8 text"):
        read(rows * 20, name, "koi8-r")


@pytest.mark.parametrize(
    "rows",
    [
        "大會,General Assembly\n安全理事會,Security Council\n",
        "主席,Chair\n",
        "會議紀要,summary record\n《聯合國氣候變化綱要公約》,UNFCCC\n",
    ],
)
def test_a_small_table_in_big5(read, rows):
    table = read(f"zh,en\n{rows}", "a.csv", "big5")
    assert [[term.text for term in concept.terms] for concept in table] == [
        row.split(",") for row in rows.splitlines()
    ]


def test_names_and_values_in_traditional_characters(read):
    rows = "主席,Chair,首選\n主席,Chairman,禁用\n安全理事會,Security Council,\n"
    table = read(f"中文,英文,狀態\n{rows}", "a.csv", "big5")
    assert [[(term.text, term.status) for term in concept.terms] for concept in table] == [
        [("主席", ""), ("Chair", "preferred")],
        [("主席", ""), ("Chairman", "forbidden")],
        [("安全理事會", ""), ("Security Council", "")],
    ]
    (concept,) = read(
        "術語,譯文,詞性,定義,備註,類別\n主席,Chair,名詞,主持會議者,不用 Chairman,職銜\n"
    )
    assert texts([concept]) == PAIR
    assert concept.terms[0].part_of_speech == "名詞"
    assert (concept.definition, concept.note) == ("主持會議者", "不用 Chairman")
    assert concept.kind == "title"


MISREAD = "大會,General Assembly\n安全理事會,Security Council\n".encode("big5").decode("latin-1")


@pytest.mark.parametrize("head", ["zh,en\n", "concept,zh,en\n1,"])
def test_a_table_whose_chinese_has_no_chinese_character_is_refused(read, head):
    rows = "Çà\u20acå,x\n" if head.startswith("concept") else MISREAD
    encoding = "cp1252" if head.startswith("concept") else "utf-8"
    with pytest.raises(TableError, match=r"no Chinese character .*; save it as UTF-8 text"):
        read(head + rows + "plain English text, to be sure\n" * 9, "a.csv", encoding)


def test_a_row_without_a_chinese_character_is_told_and_left_out_where_it_was_misread(read):
    told = []
    rows = f"主席,Chair\nCOVID-19,COVID-19\n{MISREAD}"
    assert texts(read(f"zh,en\n{rows}", "a.csv", skipped=told.append)) == [
        *PAIR,
        (("zh-CN", "COVID-19"), ("en-US", "COVID-19")),
    ]
    assert [(one.line, one.problem) for one in told] == [
        (3, "a Chinese term without a Chinese character"),
        *((line, "characters that could not be read (a wrong encoding)") for line in (4, 5)),
    ]
    table = "zh,en\n" + "COVID-19,COVID-19\n" * 70 + "主席,Chair\n"
    assert texts(read(table, "a.csv"))[-1:] == PAIR  # the first Chinese is far below


def test_a_base_of_terms_in_latin_letters_comes_back(tmp_path):
    one = Concept((Term("zh-CN", "COVID-19"), Term("en-US", "COVID-19")))
    for name in ("a.csv", "a.xlsx"):
        write_concepts(tmp_path / name, [one])
        assert [concept.terms for concept in read_concepts(tmp_path / name)] == [one.terms]


@pytest.mark.parametrize(
    "table",
    [
        'zh,en,note\n主席,Chair,"of a\tsession"\n',
        "zh,en,note\n主席,Chair,of a\tsession\n",
        'zh,en,"a\tname"\n主席,Chair,x\n',
        "zh;en;note\n主席;Chair;of a\tsession\n",
    ],
)
def test_a_tab_inside_a_cell_is_no_separator_of_a_csv(read, table):
    assert texts(read(table, "a.csv")) == PAIR


def test_a_csv_of_tabs(read):
    assert texts(read("zh\ten, US\n主席\tChair\n会议\tmeeting\n", "a.csv"))[:1] == PAIR


def test_a_csv_of_tabs_below_a_title_with_a_comma(read):
    assert texts(read("Terms, 2024\nzh\ten\n主席\tChair\n", "a.csv")) == PAIR


def test_a_csv_begins_with_the_mark_that_excel_needs(tmp_path):
    write_concepts(tmp_path / "a.csv", [Concept((Term("zh-CN", "主席"),))])
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfzh,en,")


def test_broken_characters_are_passed_over_and_told(read):
    told = []
    table = "zh,en\n主席,Chair\n会\ufffd,meeting\n"
    assert texts(read(table, skipped=told.append)) == PAIR
    assert [(one.line, one.problem) for one in told] == [
        (3, "characters that could not be read (a wrong encoding)")
    ]
    with pytest.raises(TableError, match=r"a\.csv:3: characters"):
        read(table)


# --- rows that lack something, and tables that are none --------------------------------------


def test_a_language_that_is_missing_in_a_row_is_told(read):
    told = []
    assert texts(read("zh,en\n主席,Chair\n会议,\n,meeting\n", skipped=told.append)) == PAIR
    assert [(one.line, one.problem, one.excerpt) for one in told] == [
        (3, "a term without a translation", "会议"),
        (4, "a term without a translation", "meeting"),
    ]


def test_the_same_term_twice_with_contradicting_status_is_told(read):
    told = []
    rows = "1,主席,Chair,preferred\n1,主席,Chair,forbidden\n"
    (concept,) = read(f"concept,zh,en,status_en\n{rows}", skipped=told.append)
    assert concept.terms[1] == Term("en-US", "Chair", "preferred")
    assert [one.excerpt for one in told] == ["Chair"]


BAD = {
    "": "the file is empty",
    "zh\n主席\n": "no two columns",
    "one,two\nthree,four\n": "no two columns",
    "主席,会议\n议程,章程\n": "no two columns",
    "zh,en,note\n": "no terms in it: no row stands below",
    "term,translation\n1,2\n": "no two columns",
    "\0\1\2" * 100: "not text but binary data",
}


@pytest.mark.parametrize("content", BAD, ids=range(len(BAD)))
def test_a_bad_table_is_one_error_with_a_remedy(read, content):
    with pytest.raises(TableError, match=BAD[content]) as caught:
        read(content)
    assert caught.value.remedy


# --- glossaries of OmegaT --------------------------------------------------------------------


def test_a_glossary_has_comments_and_quotes_are_text(read):
    glossary = '# made by hand\n主席\tChair\t\n“法律”\t"law"\tof the sea\n\n会议\n=1+1\t\'=x\n'
    told = []
    concepts = read(glossary, "a.utf8", langs=("zh-CN", "en-US"), skipped=told.append)
    assert [tuple(term.text for term in concept.terms) for concept in concepts] == [
        ("主席", "Chair"),
        ("“法律”", '"law"'),
        ("=1+1", "'=x"),
    ]
    assert [concept.note for concept in concepts] == ["", "of the sea", ""]
    assert [(one.line, one.excerpt) for one in told] == [(5, "会议"), (6, "")]


def test_the_columns_of_a_glossary_stand_in_their_order(read):
    rows = "7\t第七\t序数\n8\teighth\tof eight\n"
    assert texts(read(rows, "a.utf8", langs=("en", "zh")))[0] == (("en", "7"), ("zh", "第七"))
    assert texts(read("主席\tChair\n", "a.utf8", langs=("en", "zh"))) == [
        (("en", "Chair"), ("zh", "主席"))
    ]


@pytest.mark.parametrize("rows", ["主席\n会议\n", "one\ttwo\n", "1\t2\n"])
def test_a_glossary_whose_languages_nothing_tells_is_an_error(read, rows):
    with pytest.raises(TableError, match="no two columns"):
        read(rows, "a.utf8")


# --- spreadsheets ----------------------------------------------------------------------------

DANGEROUS = ["=cmd|' /C calc'!A0", "+86", "-ism", "@context", "＝1+1", "'=x", "''", "\u2028=1"]


@pytest.mark.parametrize("text", DANGEROUS)
@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "a.xlsx"])
def test_what_a_spreadsheet_would_run_is_text_and_comes_back(tmp_path, name, text):
    concept = Concept((Term("zh-CN", f"主席{text}", note=text), Term("en-US", text.strip())))
    write_concepts(tmp_path / name, [concept])
    (read,) = read_concepts(tmp_path / name)
    assert read.terms[1].text == text.strip()
    assert read.terms[0].note == text.strip()
    if name == "a.xlsx":
        sheet = openpyxl.load_workbook(tmp_path / name).active
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    else:
        separator = "," if name == "a.csv" else "\t"
        cells = (tmp_path / name).read_text("utf-8-sig").replace("\n", separator).split(separator)
        assert not [cell for cell in cells if cell.lstrip('"').startswith(tuple("=+-@＝"))]


def test_of_a_formula_the_saved_value_counts(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["zh", "en", "note"])
    book.active.append(["主席", "Chair", '=HYPERLINK("https://example.org")'])
    book.active.append(["会议", '=CONCAT("meet","ing")', ""])
    book.save(tmp_path / "a.xlsx")  # openpyxl computes and saves no values
    told = []
    concepts = list(read_concepts(tmp_path / "a.xlsx", skipped=told.append))
    assert [concept.note for concept in concepts] == [""]
    assert [(one.line, one.problem) for one in told] == [(3, "a term without a translation")]


def test_every_sheet_that_is_a_table_is_read_numbers_included(tmp_path):
    book = openpyxl.Workbook()
    for rows in (
        [["zh", "en", "count", "concept"], ["第1条", "article 1", 7, 1], [2024, 2024, None, 2]],
        [["only", "notes"]],
        [["英文", "中文", "concept"], ["Chair", "主席", 1]],
    ):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    concepts = list(read_concepts(tmp_path / "a.xlsx"))
    assert texts(concepts) == [
        (("zh-CN", "第1条"), ("en-US", "article 1")),
        (("zh-CN", "2024"), ("en-US", "2024")),
        (("en-US", "Chair"), ("zh-CN", "主席")),
    ]
    assert concepts[0].count == 7


@pytest.mark.parametrize(("rows", "problem"), [([], "is empty"), ([["zh", "en"]], "no row stands")])
def test_a_workbook_without_terms_is_an_error_as_a_csv_is(tmp_path, rows, problem):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(TableError, match=problem):
        list(read_concepts(tmp_path / "a.xlsx"))


def test_counts_and_scores_are_numbers_of_a_spreadsheet(tmp_path):
    concept = Concept((Term("zh-CN", "主席"), Term("en-US", "Chair")), count=7, score=0.9731)
    write_concepts(tmp_path / "a.xlsx", [concept])
    header, row = openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert (cells["count"], cells["score"]) == (7, 0.9731)
    (read,) = read_concepts(tmp_path / "a.xlsx")
    assert (read.count, read.score) == (7, 0.9731)


def test_a_damaged_workbook_is_our_error(tmp_path):
    (tmp_path / "a.xlsx").write_text("zh,en")
    with pytest.raises(TableError, match="not a workbook"):
        list(read_concepts(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("suffix", [".csv", ".utf8"])
def test_a_term_that_names_a_language_is_no_name_of_a_column(tmp_path, suffix):
    rows = [("中医", "Chinese medicine"), ("英文版", "English version"), ("公约ZH", "Convention")]
    separator = "," if suffix == ".csv" else "\t"
    text = "".join(f"{zh}{separator}{en}\n" for zh, en in rows)
    (tmp_path / f"a{suffix}").write_text(text, "utf-8")
    concepts = read_concepts(tmp_path / f"a{suffix}", langs=("zh-CN", "en-US"))
    assert [tuple(term.text for term in concept.terms) for concept in concepts] == rows
