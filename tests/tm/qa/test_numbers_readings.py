"""Durations, units and other readings of numbers: what is equal, and what is not."""

from __future__ import annotations

import pytest

from tm.qa.check import Knowledge
from tm.qa.finding import Severity
from tm.qa.numbers import CHECKS
from tm.qa.pair import Pair, pair_of

EQUAL = [
    ("二. 治理与国际合作 2", "II. Governance and international cooperation 3"),
    ("会议于15:30至17:00举行。", "The meeting was held from 3.30 to 5 p.m."),
    ("上午9时至11时", "from 9 to 11 a.m."),
    ("会议定于14:00（协调世界时）/07:00举行。", "The meeting is at 14:00 UTC/07:00 PT."),
    ("“十四五”规划", "the Fourteenth Five-Year Plan"),
    ("“十四五”规划", "the 14th Five-Year Plan"),
    ("十三五期间", "during the Thirteenth Five-Year Plan period"),
    ("五一假期", "the May Day holiday"),
    ("五一劳动节", "1 May, International Workers' Day"),
    ("三八妇女节", "International Women's Day"),
    ("三八妇女节", "International Women's Day (8 March)"),
    ("9·11袭击", "the attacks of 11 September 2001"),
    ("“9·11”事件", "the events of 9/11"),
    ("九一一事件", "the attacks of 11 September 2001"),
    ("两周内", "within 14 days"),
    ("一年", "12 months"),
    ("为期一年", "for a period of 12 months"),
    ("90分钟", "an hour and a half"),
    ("一个半小时", "90 minutes"),
    ("18个月", "a year and a half"),
    ("两年", "24 months"),
    ("三年期", "36 months"),
    ("六周", "42 days"),
    ("36小时", "a day and a half"),
    ("48小时", "two days"),
    ("A/78/123和Corr.1", "A/78/123 and A/78/123/Corr.1"),
    ("A/78/123和Add.1及2", "A/78/123 and Add.1 and 2"),
    ("约二、三十人", "twenty or thirty people"),
    ("二三十人", "twenty or thirty people"),
    ("三、四百名", "three or four hundred"),
    ("七十多岁", "in his seventies"),
    ("他已七十多岁", "he is in his 70s"),
    ("五成五", "55 per cent"),
    ("廿五日", "the 25th"),
    ("三月廿五日", "25 March"),
    ("卅年", "thirty years"),
    ("贰佰元", "200 yuan"),
    ("人民币叁仟伍佰元", "3,500 yuan"),
    ("打七折", "a discount of 30 per cent"),
    ("打八五折", "15 per cent off"),
    ("四分之三", "0.75"),
    ("四分之三", "75 per cent"),
    ("增长了3倍", "quadrupled"),
    ("增长到3倍", "tripled"),
    ("增加了两倍", "tripled"),
    ("增加了一倍", "doubled"),
    ("增长了3倍", "increased fourfold"),
    ("增长了2倍", "rose by 200 per cent"),
    ("装机容量3 000万千瓦", "installed capacity of 30 GW"),
    ("装机3000万千瓦", "30 million kilowatts"),
    ("30亿千瓦时", "3 TWh"),
    ("5000千瓦", "5 MW"),
    ("50千克", "50 kg"),
    ("3千米", "3 kilometres"),
    ("三千米", "three kilometres"),
    ("0票反对", "none against"),
    ("以120票赞成、0票反对、12票弃权获得通过", "by 120 votes to none, with 12 abstentions"),
    ("另一次会议", "another meeting"),
    ("另一次", "another time"),
    ("第4(b)(二)项", "paragraph 4 (b) (ii)"),
    ("第一款（乙）项", "paragraph 1 (b)"),
    ("第三条第一款（甲）项", "article 3, paragraph 1 (a)"),
    ("18.5‰", "18.5 per thousand"),
    ("18.5‰", "1.85 per cent"),
    ("千分之十八", "18 per thousand"),
    ("十四五岁的孩子", "children of fourteen or fifteen"),
    ("30万公顷", "300,000 hectares"),
    ("气温升高2摄氏度", "warming of 2 degrees Celsius"),
    ("气温升高2℃", "2°C"),
    ("10万吨", "100,000 tonnes"),
    ("50公里", "50 km"),
    ("10平方公里", "10 km2"),
    ("10平方公里", "10 square kilometres"),
    ("50公里", "31 miles (50 km)"),
    ("2030年7月1日", "1 July 2030"),
    ("导言 3", "Introduction 4"),
    ("九五计划", "the Ninth Five-Year Plan"),
    ("“九五”计划", "the Ninth Five-Year Plan"),
    ("一年半", "18 months"),
    ("三个半月", "three and a half months"),
    ("半小时", "30 minutes"),
    ("半年", "six months"),
    ("一个世纪", "100 years"),
    ("两个季度", "six months"),
    ("每周五天", "five days a week"),
    ("1.5万吨", "15,000 tonnes"),
    ("500克", "0.5 kg"),
    ("10公里（6.2英里）", "10 km"),
    ("八成", "80 per cent"),
    ("三成多", "more than 30 per cent"),
    ("8成", "80 per cent"),
    ("上世纪三、四十年代", "the 1930s and 1940s"),
    ("九十年代", "the nineties"),
    ("九十年代", "the 1990s"),
    ("六十多岁的妇女", "women in their sixties"),
    ("翻了两番", "quadrupled"),
    ("翻一番", "doubled"),
    ("提高了一倍", "doubled"),
    ("第3（a）（一）段", "paragraph 3 (a) (i)"),
    ("第四条第二款（丙）项", "article 4, paragraph 2 (c)"),
    ("上午10时至下午1时", "10 a.m. to 1 p.m."),
    ("10时至13时", "from 10 a.m. to 1 p.m."),
    ("10:00—13:00", "10 a.m.–1 p.m."),
    ("A/77/1和Add.1", "A/77/1 and Add.1"),
    ("A/77/1和Add.1", "A/77/1 and A/77/1/Add.1"),
    ("A/C.5/77/3/Rev.1", "A/C.5/77/3/Rev.1"),
    ("两年一次", "biennially"),
    ("10余人", "more than a dozen"),
    ("百分之零点五", "0.5 per cent"),
    ("甲、乙两国", "countries A and B"),
    ("乙肝", "hepatitis B"),
    ("丁", "D"),
    ("千分之五", "0.5 per cent"),
    ("万分之三", "0.03 per cent"),
    ("1.2‰", "1.2 per mille"),
    ("3个百分点", "3 percentage points"),
    ("100美元（约合700元）", "$100 (about 700 yuan)"),
    ("十一国庆假期", "the National Day holiday on 1 October"),
    ("十五五规划", "the Fifteenth Five-Year Plan"),
    ("十五岁", "15 years of age"),
    ("二十五个国家", "25 countries"),
    ("十二五期间", "the Twelfth Five-Year Plan period"),
    ("十五个", "fifteen"),
    ("二三百人", "two to three hundred people"),
    ("七八个国家", "seven or eight countries"),
    ("每千人5.2张床位", "5.2 beds per thousand people"),
    ("每千人5.2张", "5.2 per thousand"),
    ("大陆和台湾", "the mainland"),
    ("队伍", "the team"),
    ("第三十五条", "article 35"),
    ("伍拾万元整", "500,000 yuan"),
    ("40分钟", "40 minutes"),
    ("附件：测量设备 8", "Annex: Measuring apparatus 9"),
    ("全长3.2万个碱基", "a length of 32 kilobases"),
]
UNEQUAL = [
    ("unit-differs", "1公顷", "1 square kilometre"),
    ("unit-differs", "20兆瓦", "20 GW"),
    ("unit-differs", "百分之五", "5 per thousand"),
    ("unit-differs", "千分之五", "5 per cent"),
    ("", "“十四五”规划", "the Fifteenth Five-Year Plan"),
    ("", "9·11事件", "the events of 11 October 2001"),
    ("", "五一劳动节", "1 June, Labour Day"),
    ("", "第3（a）（三）段", "paragraph 3 (a) (ii)"),
    ("", "见（丙）项", "see (d)"),
    ("", "A/77/1和Add.1", "A/77/1 and Add.2"),
    ("date-differs", "上午10时至下午1时", "10 a.m. to 2 p.m."),
    ("", "二三十人", "forty or fifty people"),
    ("", "廿五日", "the 24th"),
    ("", "36个月", "two years"),
    ("", "五成五", "45 per cent"),
    ("", "附件三", "annex IV"),
    ("", "18.5‰", "18.5 per cent"),
    ("", "第4(b)(二)项", "paragraph 4 (b) (iii)"),
    ("", "第一款（乙）项", "paragraph 1 (a)"),
    ("unit-differs", "50公里", "50 miles"),
    ("unit-differs", "30公顷", "30 acres"),
    ("unit-differs", "40公斤", "40 pounds"),
    ("unit-differs", "10米", "10 feet"),
    ("unit-differs", "2摄氏度", "2 degrees Fahrenheit"),
    ("unit-differs", "3吨", "3 kilograms"),
    ("unit-differs", "10平方公里", "10 square miles"),
    ("date-differs", "七月一日", "7 January"),
    ("", "会议于15:30至17:00举行。", "The meeting was held from 3.30 to 6 p.m."),
    ("", "“十四五”规划", "the Thirteenth Five-Year Plan"),
    ("", "两周内", "within 15 days"),
    ("", "一年", "18 months"),
    ("", "90分钟", "an hour"),
    ("", "3 000万千瓦", "3 GW"),
    ("unit-differs", "50千克", "50 tonnes"),
    ("", "三、四百名", "five hundred"),
    ("", "七十多岁", "in his sixties"),
    ("", "四分之三", "0.25"),
    ("", "五成五", "65 per cent"),
    ("", "贰佰元", "300 yuan"),
    ("", "14:00（协调世界时）", "15:00 UTC"),
    ("", "A/78/123和Corr.1", "A/78/123 and A/78/123/Corr.2"),
    ("", "下午3时至5时", "from 3 to 6 p.m."),
]


def codes_in(pair: Pair) -> set[str]:
    """Return the codes of the checks that fire, notes left out."""
    checks = [check for check in CHECKS if check.severity is not Severity.NOTE and check.find]
    return {check.code for check in checks if [*check.find(pair, Knowledge())]}


def both_ways(zh: str, en: str) -> list[Pair]:
    return [pair_of(zh, en), pair_of(en, zh, langs=("en", "zh"))]


@pytest.mark.parametrize(("zh", "en"), EQUAL)
def test_other_readings_are_equal_in_both_directions(zh, en):
    assert [codes_in(pair) for pair in both_ways(zh, en)] == [set(), set()]


@pytest.mark.parametrize(("code", "zh", "en"), UNEQUAL)
def test_what_is_not_equal_is_found_in_both_directions(code, zh, en):
    for pair in both_ways(zh, en):
        found = codes_in(pair)
        assert found
        assert not code or code in found


@pytest.mark.parametrize(
    ("zh", "en", "source", "target"),
    [
        ("七月一日", "7 January", ["七月", "一"], ["7", "January"]),
        ("定于3月12日举行", "to be held on 12 May", ["3月"], ["May"]),
        ("3月12日", "13 March", ["12"], ["13"]),
    ],
)
def test_the_part_of_a_date_that_differs_is_marked(zh, en, source, target):
    (check,) = [check for check in CHECKS if check.code == "date-differs"]
    (fault,) = check.find(pair_of(zh, en), Knowledge())
    assert [zh[span.start : span.end] for span in fault.source_spans] == source
    assert [en[span.start : span.end] for span in fault.target_spans] == target
