"""The checks of numbers: each firing and silent on good text, in both directions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tm.qa.check import Knowledge
from tm.qa.finding import Severity
from tm.qa.numbers import CHECKS
from tm.qa.pair import Pair, pair_of

NOTHING = Knowledge()
BY_CODE = {check.code: check for check in CHECKS}


def found_in(pair: Pair) -> dict[str, list[str]]:
    """Codes of what is found, with the messages; notes too."""
    found: dict[str, list[str]] = {}
    for code, check in BY_CODE.items():
        messages = [fault.message for fault in check.find(pair, NOTHING)]
        if messages:
            found[code] = messages
    return found


def both_ways(zh: str, en: str) -> Iterator[Pair]:
    yield pair_of(zh, en)
    yield pair_of(en, zh, langs=("en", "zh"))


# Code, Chinese, English: professional pairs in which one thing was changed.
WRONG = [
    ("unit-differs", "管道全长50公里。", "The pipeline is 50 miles long."),
    ("number-differs", "登记的案件共5 046起。", "A total of 5,406 cases were registered."),
    ("number-differs", "毛额201 054 800美元", "$201,504,800 gross"),
    (
        "number-differs",
        "女生入学率提高了80%以上。",
        "Girls' enrolment has risen by over 8 per cent.",
    ),
    ("number-differs", "任命九名审计员如下：", "Ten auditors are appointed as follows:"),
    ("number-differs", "设43个本国员额。", "There are 34 national posts."),
    (
        "number-differs",
        "三分之二的会员国投了赞成票。",
        "One third of the Member States voted in favour.",
    ),
    ("number-differs", "约一半的缔约方提交了报告。", "About a third of the parties reported."),
    ("number-differs", "为期十二个月", "for a period of thirteen months"),
    ("number-differs", "五年行动议程", "a three-year action agenda"),
    ("number-differs", "达全国平均水平的十倍", "two times the national average"),
    ("number-differs", "此前两年的欠款", "the arrears of the three years before"),
    ("number-slip", "减为4 000万美元。", "The budget was reduced to $4 million."),
    ("number-slip", "认捐1.35亿美元。", "Pledges amounted to $1.35 million."),
    ("number-slip", "费用为110美元。", "The fee is $110,000."),
    ("number-slip", "數十萬人流離失所。", "Tens of thousands of people were displaced."),
    ("year-differs", "自2018年以来", "since 2008"),
    ("year-differs", "第1483(2003)号决议", "resolution 1483 (2013)"),
    ("year-differs", "2012-2013两年期", "the biennium 2012-2015"),
    ("year-differs", "20世纪90年代", "in the 1980s"),
    ("date-differs", "2015年1月19日的来信", "a letter dated 9 January 2015"),
    ("date-differs", "8月1日", "On 8 January"),
    ("date-differs", "9月3日至5日", "from 3 to 15 September"),
    ("date-differs", "2014年11月", "in October 2014"),
    ("date-differs", "定于2月27日星期四举行", "To be held on Friday, 27 February"),
    ("date-differs", "下午2时复会", "to resume at 5 p.m."),
    ("date-differs", "上午10时开会", "The meeting will begin at 10 p.m."),
    ("date-differs", "2017年5月26日的照会", "the note of May 2017"),
    ("reference-differs", "见第156段。", "See para. 165."),
    ("reference-differs", "附件四第3节", "section 3 of annex VI"),
    ("reference-differs", "第十三届年会", "Fourteenth annual session"),
    ("reference-differs", "第三十五条", "Article 36"),
    ("reference-differs", "第2341(2017)号决议", "resolution 2314 (2017)"),
    ("reference-differs", "第1696(XIV)号决议", "resolution 1696 (XVI)"),
    ("reference-differs", "根据第7条第2款", "under rule 2, paragraph 7"),
    ("reference-differs", "首次会议和第二次会议", "the first and third meetings"),
    ("reference-differs", "首次用作武器", "third used as a weapon"),
    (
        "reference-differs",
        "第十一次会议审议了11份呈文",
        "The sixth meeting considered 11 submissions",
    ),
    ("symbol-differs", "见A/78/132号文件。", "See document A/78/123."),
    ("symbol-differs", "TP61点以西", "west of point TP16"),
    ("percentage-points", "上升了12个百分点。", "It rose by 12 per cent."),
    ("currency-differs", "3 300万欧元", "33 million United States dollars"),
    ("currency-differs", "捐款3 300万美元", "a contribution of CHF 33 million"),
    ("currency-differs", "捐款3 300万美元", "a contribution of 33 million Swiss francs"),
    ("currency-differs", "500万英镑", "EUR 5 million"),
    ("currency-differs", "人民币500万元", "$5 million"),
    ("currency-differs", "三千五百万韩元", "35 million yen"),
    ("currency-differs", "20万加元", "US$200,000"),
    ("currency-differs", "4 000瑞典克朗", "4,000 Norwegian kroner"),
    ("currency-differs", "2亿卢布", "200 million euros"),
    ("currency-differs", "五百万欧元", "five million pounds"),
    ("enumerator-differs", "36. 委员会决定：", "35. The Committee decides:"),
    ("enumerator-differs", "三、财务事项", "II. Financial matters"),
    ("enumerator-differs", "A. 导言", "B. Introduction"),
    ("enumerator-differs", "(a)预算；(c)人员", "(a) the budget; (b) staff"),
    ("enumerator-differs", "议程项目6(c)", "Agenda item 6 (d)"),
    ("enumerator-differs", "B类物质", "Category A substances"),
    ("enumerator-differs", "附件F所列化学品", "the chemicals listed in Annex C"),
    ("year-missing", "秘书长2014年8月13日通知", "The Secretary-General announced on 13 August"),
]
ONE_SIDED = ("153名工作人员将退休。", "The staff will retire.")

# Good pairs, each with the ways of writing that make other checkers speak.
RIGHT = [
    ("约3.5万人", "some 35,000 people"),
    ("流动儿童有3 480万", "34.8 million migrant children"),
    ("近364亿苏姆", "nearly 36.4 billion sum"),
    (
        "2.14亿人没有银行账户，其中9500万是妇女。",
        "214 million have no bank account, of whom 95 million are women.",
    ),
    ("3亿5千万元", "350 million yuan"),
    ("2万亿美元", "$2 trillion"),
    ("数十万名学生", "hundreds of thousands of pupils"),
    ("数以百万计的人", "millions of people"),
    ("１２３名代表", "123 representatives"),
    ("41 687 967美元", "41,687,967 dollars"),
    ("41\u2009687\u2009967美元", "41687967 dollars"),
    ("58％的乘客", "58 per cent of the passengers"),
    ("百分之三十五", "thirty-five per cent"),
    ("百分之[四十五]", "[forty five] per cent"),
    ("七成以上", "more than 70 per cent"),
    ("先后上升了7.6和7.2个百分点", "rose by 7.6 and then 7.2 percentage points"),
    ("分别为31%和27%", "were 31 and 27 per cent"),
    ("三分之一的妇女", "one in three women"),
    ("五分之三", "three fifths"),
    ("出席并参加表决的三分之二多数", "a two-thirds majority of those present and voting"),
    ("近一半的农户", "nearly half of the farmers"),
    ("半数以上的港口", "over 50 per cent of the ports"),
    ("114个城市", "One hundred and fourteen cities"),
    ("为期十二个月的试验", "a 12-month trial"),
    ("双方", "both parties"),
    ("两性平等问题三方会议", "a tripartite meeting on gender equality"),
    ("一些代表团表示十分关切。", "Some delegations expressed deep concern."),
    ("万一出现问题", "should a problem arise"),
    ("第一委员会", "First Committee"),
    ("第七十八届会议", "seventy-eighth session"),
    ("第2次和第15次会议", "2nd and 15th meetings"),
    ("首次会议", "the first meeting"),
    ("每季度", "every three months"),
    ("每100平方米", "for every 100m2 of area"),
    ("每100m2", "for every 100 square metres"),
    ("被害者：", "3.A victim:"),
    ("增加了一倍", "has doubled"),
    ("增加到三倍", "has tripled"),
    ("A节和B部分", "section A and part B"),
    ("A组国家和第二类", "the countries of a group"),
    ("百分之百支持", "fully support"),
    ("10月29日", "on october 29"),
    ("7点45分", "7:45"),
    ("第3段", "paragraph 3 and/or"),
    ("python3.6.0以上", "Python 3.6.0 or later"),
    ("首次用作武器", "first used as a weapon"),
    ("(1)预算；(2)人员", "(a) the budget; (b) staff"),
    ("（一）预算；（二）人员", "(i) the budget; (ii) staff"),
    ("过去五十年", "the past five decades"),
    ("十年期审查", "the ten-year review"),
    ("100多人", "more than 100 people"),
    ("十多个专家组", "more than a dozen expert groups"),
    ("50万人死亡", "half a million deaths"),
    ("2至3亿美元", "$200 million to $300 million"),
    ("200万至300万", "between 2 and 3 million"),
    ("6至15岁的学童", "schoolchildren aged 6 through 15"),
    ("2023年6月30日", "30 June 2023"),
    ("2023年6月30日", "June 30, 2023"),
    ("二〇二三年六月三十日", "30 June 2023"),
    ("5月23日和24日", "on 23 and 24 May"),
    ("2016年11月5日至2017年1月5日", "From 5 November 2016 to 5 January 2017"),
    ("6月9日和13日及7月18日", "9 and 13 June and 18 July"),
    ("3月9日，星期二", "Tuesday, 9 March"),
    ("本月12日和13日", "on the 12th and 13th of this month"),
    ("下午3时", "3 p.m."),
    ("15时30分", "3.30 p.m."),
    ("凌晨3时", "at 0300"),
    ("零时", "0000 hours"),
    ("2014-2015两年期", "the biennium 2014-2015"),
    ("2014/15年度", "fiscal year 2014/15"),
    ("2022-2024年计划", "the plan for 2022–24"),
    ("2022-24年计划", "the plan for 2022 to 2024"),
    ("第五、第六两款", "paragraphs 5 and 6"),
    ("新台币五百万元", "NTD5,000,000"),
    ("A75/10/Add.4号文件", "document A75/10 Add.4"),
    ("20世纪90年代初", "the early 1990s"),
    ("1960年代", "the 1960s"),
    ("21世纪", "the twenty-first century"),
    ("中華民國九十八年四月九日", "April 9, 2009"),
    ("第三十五條第一項", "paragraph 1 of Article 35"),
    ("第4条第3款", "rule 4, paragraph 3"),
    ("第3(b)段", "para. 3 (b)"),
    ("第11段、第23.2段和第156段", "paras. 11, 23.2 and 156"),
    ("第27至32段", "paras. 27-32"),
    ("附件一和附件二", "annexes I and II"),
    ("第七条第二款第1项", "article 7 (2) (a)"),
    ("第2254(2015)号决议", "resolution 2254 (2015)"),
    ("第2057(2012)、第2109(2013)号决议", "resolutions 2057 (2012) and 2109 (2013)"),
    ("第70/1号决议", "resolution A/RES/70/1"),
    ("A/69/L.47", "A/69/L.47"),
    ("1个P-5和2个P-4员额", "one P-5 and two P-4 posts"),
    ("（2019冠状病毒病）", "(COVID-19)"),
    ("总干事的说明；", "the note by the Director-General;12"),
    ("见www.un.org/2015年报告", "see www.un.org/2015"),
    ("一、导言", "A. Introduction"),
    ("二、导言", "II. Introduction"),
    ("12. 委员会", "12. The Committee"),
    ("(a)预算；以及(b)人员", "(a) the budget; and (b) staff"),
    ("委员会决定：", "12. The Committee decides:"),
    ("20万加元", "$200,000"),
    ("20万美元", "200,000 dollars"),
    ("800万瑞士法郎", "CHF8,000,000"),
    ("800萬瑞士法郎", "8 million Swiss francs"),
    ("1.2亿日元", "¥120 million"),
    ("人民币5 000元", "RMB 5,000"),
    ("5 000元", "5,000 yuan"),
    ("300万卢布", "3 million roubles"),
    ("15亿西非法郎", "CFAF 1.5 billion"),
    ("600万丹麦克朗", "6 million Danish kroner"),
    ("40亿印度卢比", "Rs 4 billion"),
    ("五百万欧元", "five million euros"),
    ("三(3)名男子", "Three (3) men"),
    ("增长了3.3倍", "grown 3.3-fold"),
    ("十六进制", "hexadecimal"),
]


@pytest.mark.parametrize(("code", "zh", "en"), WRONG)
def test_changed_number_is_found_in_both_directions(code, zh, en):
    for pair in both_ways(zh, en):
        found = found_in(pair)
        assert list(found) == [code]
        assert len(found[code]) == 1


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_equal_numbers_are_silent_in_both_directions(zh, en):
    for pair in both_ways(zh, en):
        assert found_in(pair) == {}


def test_every_check_fires_in_the_table():
    assert {code for code, *_ in WRONG} | {"number-missing", "number-added"} == set(BY_CODE)


def test_number_that_could_be_a_year_is_missed_where_it_counts_something():
    for zh, en in (("共1 810名儿童", "all children"), ("共2000名儿童", "all children")):
        assert list(found_in(pair_of(zh, en))) == ["number-missing"]
    assert list(found_in(pair_of("所有儿童", "all 1,810 children"))) == ["number-added"]


def test_number_of_one_side_is_missing_or_added():
    zh, en = ONE_SIDED
    there, back = both_ways(zh, en)
    assert list(found_in(there)) == ["number-missing"]
    assert list(found_in(back)) == ["number-added"]


def test_message_quotes_both_sides_in_the_order_of_the_pair():
    there, back = both_ways("2018年", "2008")
    assert found_in(there) == {"year-differs": ["2018年 in the source, 2008 in the target"]}
    assert found_in(back) == {"year-differs": ["2008 in the source, 2018年 in the target"]}


def test_slip_says_both_values_and_the_factor():
    (message,) = found_in(pair_of("约3.5万人", "some 350,000 people"))["number-slip"]
    assert message.endswith("35,000 became 350,000, ten times as much")
    (message,) = found_in(pair_of("约3.5万人", "some 3,500 people"))["number-slip"]
    assert message.endswith("35,000 became 3,500, a tenth of it")


def test_spans_are_of_what_was_read():
    pair = pair_of("第2178(2014)號決議", "Resolution 2187 (2014)")
    (fault,) = BY_CODE["reference-differs"].find(pair, NOTHING)
    assert [pair.source.text[s.start : s.end] for s in fault.source_spans] == ["第2178"]
    assert [pair.target.text[s.start : s.end] for s in fault.target_spans] == ["2187"]


def test_one_changed_digit_among_many_numbers_is_one_finding():
    zh = "共发放61笔赠款：2011年13笔，2012、2013和2014年各9笔，2015年4笔，2018年17笔。"
    en = "Grants numbered 61: thirteen in 2011, nine each in 2012, 2013 and 2015, four in 2015, 17 in 2018."
    assert list(found_in(pair_of(zh, en))) == ["year-differs"]
    assert found_in(pair_of(zh, en.replace("and 2015,", "and 2014,"))) == {}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("共153人", ""),
        ("for the twelve members", "for the twelve members"),
        ("委员会共有十五名成员", "委员会共有十二名成员"),
    ],
)
def test_empty_and_untranslated_texts_are_left_to_others(zh, en):
    for pair in both_ways(zh, en):
        assert found_in(pair) == {}


def test_lone_years_are_notes_and_all_else_errors():
    assert {check.code for check in CHECKS if check.severity is Severity.NOTE} == {"year-missing"}
