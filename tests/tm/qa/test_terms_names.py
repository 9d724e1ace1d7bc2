"""Names of places and bodies: another one on the other side, or none."""

from __future__ import annotations

import pytest

from tm.qa import CHECKS, check_pairs, pair_of
from tm.qa.terms.bodies import listed_bodies
from tm.qa.terms.places import named_places

WRONG = [  # zh, en
    ("赞比亚代表发了言。", "The representative of Zimbabwe made a statement."),
    ("尼日尔和乍得的边境", "the border between Nigeria and Chad"),
    ("刚果共和国政府", "Government of the Democratic Republic of the Congo"),
    ("赤道几内亚总统", "President of Guinea"),
    ("南苏丹难民", "Sudanese refugees"),
    ("多米尼加共和國常駐代表", "Permanent Representative of Dominica"),
    ("斯洛文尼亚提交了报告。", "Slovakia submitted its report."),
    ("大韩民国", "Democratic People’s Republic of Korea"),
    ("在安曼举行的会议", "the meeting held in Doha"),
    ("粮农组织的方案", "the programme of UNICEF"),
    ("国际海事组织秘书长", "Secretary-General of the International Labour Organization"),
    ("东非的粮食安全", "Food security in West Africa"),
    ("毛里求斯和塞舌尔", "Mauritania and Seychelles"),
    ("格鲁吉亚政府", "Government of the State of Georgia"),
    ("國際能源署", "IAEA"),
    ("在上海举行的论坛", "the forum held in Paris"),
    ("在成都的总领事馆", "Consulate General in Vienna"),
    ("中东局势", "the situation in Africa"),
    ("澳大利亚外交部长", "Foreign Minister of Austria"),
]
RIGHT = [
    ("法国的提案", "French proposal"),
    ("科特迪瓦军队", "Ivorian army"),
    ("会议文件以法文、中文、俄文和阿拉伯文印发。",
     "Documents are issued in French, Chinese, Russian and Arabic."),
    ("委内瑞拉玻利瓦尔共和国和美国", "Venezuela (Bolivarian Republic of) and the United States of America"),
    ("刚果（金）东部", "the eastern part of the Democratic Republic of the Congo"),
    ("刚果政府", "the Congolese Government"),
    ("伊朗和朝鲜", "the Islamic Republic of Iran and the Democratic People’s Republic of Korea"),
    ("約旦河西岸和加沙", "the West Bank and Gaza"),
    ("印度洋沿岸国家", "States of the Indian Ocean"),
    ("我国与智利达成协议。", "Peru reached an agreement with Chile."),  # 我国 is Peru
    ("几内亚湾的海盗行为", "Piracy in the Gulf of Guinea"),
    ("突尼斯会议", "the meeting in Tunis"),
    ("撒哈拉以南非洲", "sub‑Saharan Africa"),
    ("西非经共体", "Economic Community of West African States"),
    ("东南欧", "South-Eastern Europe"),
    ("反朝鲜民主主义人民共和国的宣传", "anti-Democratic People’s Republic of Korea propaganda"),
    ("原子能机构的保障监督，卫生组织总干事", "safeguards of the Agency, and the Director-General of WHO"),
    ("教科文组织和粮农组织", "UNESCO’s and FAO’s experts"),
    ("臺灣與香港", "Taiwan and Hong Kong"),
    ("土耳其", "Türkiye"),
    ("儿童基金会", "the Fund"),
    ("中非合作论坛", "Forum on China-Africa Cooperation"),
    ("中非关系", "relations between China and Africa"),
    ("各方在维也纳达成都能接受的案文。", "The parties agreed in Vienna on a text acceptable to all."),
    ("各方达成都能接受的案文。", "The parties agreed in Vienna on a text acceptable to all."),
    ("公海上海盗横行", "Pirates roam the high seas off Mombasa"),
    ("在利马索尔举行", "held in Paris, not in Limassol"),
    ("亚历山大先生在场。", "Mr. Alexander was present in Paris."),
    ("中东欧国家", "countries of Central and Eastern Europe"),
    ("中欧国家和东欧国家", "countries of Central and Eastern Europe"),
    ("国际能源署和原子能机构", "IEA and IAEA"),
    ("欧洲人权法院的判例", "the case law of the ECtHR"),
    ("多米尼克总理", "the Dominican Prime Minister"),
    ("在圣地亚哥登船", "boarding at San Diego"),
    ("文莱苏丹", "the Sultan of Brunei"),
    ("英格兰和苏格兰", "England and Scotland"),
    ("佐治亚州", "Georgia"),
    ("新西兰人", "New Zealanders"),
    ("博茨瓦纳公民", "Batswana citizens"),
    ("瓦努阿图人", "Ni-Vanuatu"),
]  # fmt: skip


def found(source, target, langs=("zh", "en"), code="name-differs"):
    return check_pairs([pair_of(source, target, langs=langs)], checks={code: CHECKS[code]})


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_another_name(zh, en):
    assert len(found(zh, en)) == 1
    assert len(found(en, zh, ("en", "zh"))) == 1


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_silent_on_the_same_name(zh, en):
    assert not found(zh, en)
    assert not found(en, zh, ("en", "zh"))


@pytest.mark.parametrize(
    ("zh", "en", "message"),
    [
        ("联合国海地特派团", "the United Nations mission in Tahiti", "海地 is Haiti, not Tahiti"),
        ("訪問菲律賓", "a visit to the Phillipines", "菲律賓 is Philippines, not Phillipines"),
        ("在廷布举行", "held in Thimpu", "廷布 is Thimphu, not Thimpu"),
    ],
)
def test_a_name_that_is_nearly_the_one_expected(zh, en, message):
    for texts, langs in (((zh, en), ("zh", "en")), ((en, zh), ("en", "zh"))):
        (fault,) = found(*texts, langs, "name-misspelt")
        assert (fault.severity, fault.message) == ("warning", message)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("海地政府", "the Haitian Government"),
        ("我国与智利", "While the country and its neighbours"),  # no name
        ("尼泊尔代表", "the representative of Legal Affairs"),
        ("海地、塔希提", "Haiti and Tahiti"),
        ("尼日尔", "in Nigeria"),  # name-differs
    ],
)
def test_other_names_are_not_misspelt(zh, en):
    assert not found(zh, en, code="name-misspelt")


def test_says_both_names_and_where_they_stand():
    (fault,) = found("秘魯、智利和玻利維亞", "Peru, China and Bolivia")
    assert fault.message == "智利 in the source, China in the target"
    assert fault.source_spans == ((3, 5),)
    assert fault.target_spans == ((6, 11),)


def test_a_name_on_one_side_is_a_note():
    (fault,) = found("我国政府", "The Government of Peru", code="name-missing")
    assert (fault.severity, fault.message) == ("note", "Peru in the target has no counterpart")
    (fault,) = found("秘鲁政府", "Its Government", code="name-missing")
    assert fault.message == "秘鲁 in the source has no counterpart"
    assert not found("秘鲁政府", "The Government of Peru", code="name-missing")


def test_every_name_is_one_of_its_place():
    named = [(zh, en) for place in named_places() for zh in place.zh for en in place.en]
    assert len(named) > 1000
    assert [pair for pair in named if found(f"{pair[0]}政府", f"in {pair[1]}")] == []


def test_lists_hold_no_name_of_two_kinds():
    kinds = {}
    for place in named_places():
        for name in (*place.zh, *place.en):
            kinds.setdefault(name, set()).add(place.kind)
    for chinese, english in listed_bodies():
        for name in (*chinese, *english):
            kinds.setdefault(name, set()).add("body")
    assert {name: many for name, many in kinds.items() if len(many) > 1} == {}


def test_a_long_list_takes_linear_time():
    pair = pair_of("赞比亚、刚果、" * 15000, "Zimbabwe, the Congo, " * 5000)
    (fault,) = check_pairs([pair], checks={"name-differs": CHECKS["name-differs"]})
    assert len(fault.source_spans) == 15000
    assert fault.message == "赞比亚 in the source, Zimbabwe in the target"
