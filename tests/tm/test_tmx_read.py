"""Reading TMX that others wrote: every version, every encoding, nothing dangerous."""

import re
from datetime import UTC, datetime

import pytest

from corpora.errors import FormatError
from tm import TMXError, read_tmx

HEADER = (
    '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
    'adminlang="en" srclang="{}" datatype="plaintext"/>'
)
PAIR = '<tu><tuv {0}="zh-CN"><seg>大会</seg></tuv><tuv {0}="en-US"><seg>Assembly</seg></tuv></tu>'


def tmx(body, *, prologue="", version="1.4", srclang="zh-CN"):
    return f'{prologue}<tmx version="{version}">\n{HEADER.format(srclang)}\n<body>\n{body}\n</body>\n</tmx>\n'


@pytest.fixture
def read(tmp_path):
    def read_text(text, encoding="utf-8"):
        path = tmp_path / "memory.tmx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return list(read_tmx(path))

    return read_text


def texts(units):
    return [[variant.text for variant in unit.variants] for unit in units]


def langs(units):
    return [[variant.lang for variant in unit.variants] for unit in units]


def seg(inner):
    return tmx(
        f'<tu><tuv xml:lang="zh-CN"><seg>大会</seg></tuv><tuv xml:lang="en-US"><seg>{inner}</seg></tuv></tu>'
    )


@pytest.mark.parametrize(
    ("version", "attribute", "dtd"),
    [
        ("1.1", "lang", "tmx11.dtd"),
        ("1.2", "lang", "tmx12.dtd"),
        ("1.3", "xml:lang", "tmx13.dtd"),
        ("1.4", "xml:lang", "tmx14.dtd"),
        ("1.4b", "xml:lang", "tmx14b.dtd"),
    ],
)
def test_every_version_is_read(read, version, attribute, dtd):
    prologue = f'<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "{dtd}">\n<!-- made by hand -->\n'
    units = read(tmx(PAIR.format(attribute), prologue=prologue, version=version))
    assert (texts(units), langs(units)) == ([["大会", "Assembly"]], [["zh-CN", "en-US"]])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "gbk"]
)
def test_every_encoding_is_read(read, encoding):
    declared = encoding.removesuffix("-sig")
    text = tmx(
        PAIR.format("xml:lang").replace("会", "會"),
        prologue=f'<?xml version="1.0" encoding="{declared}"?>',
    )
    assert texts(read(text, encoding)) == [["大會", "Assembly"]]


def test_a_byte_order_mark_overrules_a_wrong_declaration(read):
    text = tmx(PAIR.format("xml:lang"), prologue='<?xml version="1.0" encoding="UTF-8"?>')
    assert texts(read(text, "utf-16")) == [["大会", "Assembly"]]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('a <bpt i="1">&lt;b></bpt>b<ept i="1">&lt;/b></ept> c', "a b c"),
        ('a<ph x="1">{0}</ph>b<it pos="begin">&lt;i></it>c<ut>x</ut>', "abc"),
        (
            'see <hi type="term">the <hi>General</hi> <ph>1</ph>Assembly</hi>.',
            "see the General Assembly.",
        ),
        ('a<ph>img alt="<sub>alt <hi>text</hi></sub>"</ph>b', "ab"),
        ("a<!-- no -->b<?pi?>c<![CDATA[ & <d>]]>", "abc & <d>"),
        ("R&amp;D &#x4F1A; &quot;x&quot;", 'R&D 会 "x"'),
        ("  as  read\n", "  as  read\n"),
        ("", ""),
    ],
)
def test_inline_codes_go_and_the_text_stays(read, inner, expected):
    assert texts(read(seg(inner))) == [["大会", expected]]


def test_the_source_variant_comes_first(read):
    tuvs = (
        '<tuv xml:lang="EN_us"><seg>one</seg></tuv><tuv xml:lang="ZH-HANS-CN"><seg>一</seg></tuv>'
    )
    body = f'<tu>{tuvs}</tu><tu srclang="en">{tuvs}</tu><tu srclang="*all*">{tuvs}</tu>'
    assert langs(read(tmx(body, srclang="zh"))) == [
        ["zh-Hans-CN", "en-US"],
        ["en-US", "zh-Hans-CN"],
        ["en-US", "zh-Hans-CN"],
    ]


def test_a_namespace_and_a_missing_header_do_no_harm(read):
    text = tmx(PAIR.format("xml:lang")).replace("<tmx ", '<tmx xmlns="http://www.lisa.org/tmx14" ')
    assert texts(read(re.sub("<header.*/>", "", text))) == [["大会", "Assembly"]]


def test_our_props_become_provenance_and_others_stay(read):
    props = {"x-doc": "a", "x-score": "0.5", "x-reasons": "length; numbers", "x-client": "UN"}
    inside = "".join(f'<prop type="{name}">{text}</prop>' for name, text in props.items())
    (unit,) = read(tmx(PAIR.format("xml:lang").replace("<tu>", f"<tu><note>n</note>{inside}")))
    assert (unit.document, unit.probability, unit.reasons) == ("a", 0.5, ("length", "numbers"))
    assert unit.props == (("x-client", "UN"),)


@pytest.mark.parametrize("score", ["high", "97", "-1", "nan", ""])
def test_a_score_of_another_scale_is_kept_but_not_believed(read, score):
    body = PAIR.format("xml:lang").replace("<tu>", f'<tu><prop type="x-score">{score}</prop>')
    (unit,) = read(tmx(body))
    assert (unit.probability, unit.props) == (None, (("x-score", score),))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("20240501T083000Z", datetime(2024, 5, 1, 8, 30, tzinfo=UTC)),
        ("2024-05-01T08:30:00Z", datetime(2024, 5, 1, 8, 30, tzinfo=UTC)),
        ("20240501", datetime(2024, 5, 1, tzinfo=UTC)),
        ("May", None),
    ],
)
@pytest.mark.parametrize("element", ["<tu", "<tuv"])
def test_dates_of_units_and_of_variants_are_read(read, date, expected, element):
    body = PAIR.format("xml:lang").replace(element, f'{element} creationdate="{date}"', 1)
    assert read(tmx(body))[0].created == expected


GOOD = tmx(
    PAIR.format("xml:lang") + "\n" + PAIR.format("xml:lang"), prologue='<?xml version="1.0"?>\n'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE tmx [<!ENTITY l0 "haha">{LAUGHS}]>'
THIEF = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        ("", "the file is empty", None),
        (" \n", "not even XML", None),
        ("大会", "not even XML", None),
        (b"PK\x03\x04\x00\x00", "not even XML", None),
        ("<xliff version='1.2'/>", "its root is <xliff>", None),
        ("<html><body/></html>", "its root is <html>", None),
        ('<tmx version="2.0"/>', "TMX version 2.0", None),
        (GOOD[: GOOD.rindex("<tuv")], "cut off", 6),
        (GOOD[: GOOD.rindex("lang")], "cut off", 6),
        (GOOD[:100], "cut off", 3),
        (GOOD.encode("utf-16")[:-60], "cut off", 6),
        (GOOD.replace("Ass", "R&D", 1), "(bare &|EntityRef)", 5),
        (GOOD.replace("Ass", "R & D", 1), "bare & or <.*write it as &amp;", 5),
        (GOOD.replace("Ass", "\x07", 1), "control character.*remove it", 5),
        (GOOD.replace("Ass", "&nbsp;", 1), "an entity that XML does not define", 3),
        (GOOD.replace("</tuv>", "</tux>", 1), "mismatch", 5),
        (GOOD.encode().replace(b"Ass", b"\xff"), "save it as UTF-8", 5),
        (GOOD.replace('"1.0"', '"1.0" encoding="klingon"').encode(), "save it as UTF-8", 1),
        (GOOD.replace(' xml:lang="en-US"', "", 1), "whose language is ''", 5),
        (GOOD.replace("en-US", "English (US)", 1), "English .US.", 5),
        (GOOD.replace("<body>", "<body><tu/>"), "a unit without variants", 4),
        (THIEF + seg("&x;"), "an entity.*near '&x;'", 5),
        (BOMB + seg("&l9;"), "entit", None),
        (BOMB + tmx("", srclang="&l9;"), "without bound", None),
        (seg("<hi>" * 2000 + "</hi>" * 2000), "without bound", None),
        (seg("x" * 11_000_000), "without bound", None),
    ],
    ids=range(26),
)  # fmt: skip
def test_a_bad_file_is_an_error_with_its_line_and_a_remedy(read, content, message, line):
    with pytest.raises(TMXError, match=message) as caught:
        read(content)
    assert caught.value.remedy
    assert "memory.tmx" in str(caught.value)
    if line is not None:
        assert caught.value.line == line


def test_units_before_the_damage_are_read(tmp_path):
    path = tmp_path / "memory.tmx"
    path.write_text(GOOD[: GOOD.rindex("<tu>")], "utf-8")
    units = read_tmx(path)
    assert texts([next(units)]) == [["大会", "Assembly"]]
    with pytest.raises(TMXError, match="cut off"):
        next(units)


@pytest.mark.parametrize("name", ["absent.tmx", "."])
def test_a_file_that_cannot_be_opened_is_our_error(tmp_path, name):
    with pytest.raises(FormatError, match="cannot read it"):
        list(read_tmx(tmp_path / name))


def test_a_file_is_never_fetched_for_its_doctype(read, tmp_path):
    (tmp_path / "tmx14.dtd").write_text("<!ENTITY stolen 'text from another file'>", "utf-8")
    with pytest.raises(TMXError, match="an entity"):
        read('<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + seg("&stolen;"))
