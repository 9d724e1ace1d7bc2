"""Scales of people and parties: who is meant.

The form of the table is told in tm.qa.meaning.scales.
"""

from __future__ import annotations

TABLE = """
= men and women
男子 男性 男孩 男童 男人 男生 ; 男 父 兄 丈夫 儿子
men male males boys boy ; man masculin* father* husband*
妇女 女性 女孩 女童 女子 女人 女生 ; 母 妻
women woman female females girls girl ; matern* mother* feminin* wife wives
= husband and wife
丈夫 ;
husband husbands ; spous* man male couple* marr*
妻子 ; 妻
wife wives ; spous* couple* widow* bride*
= father and mother
父亲 ; 父 爸
father fathers paternal paternity ; patern* father* parent* dad*
母亲 产妇 ; 母 妈
mother mothers maternal maternity ; matern* mother* parent* mom*
= young and old
青年 年轻 青少年 ; 少 年幼 童 幼
young* youth* ; adolescen* teen* junior minor*
老年 年老 老人 老龄 ; 年长 高龄
elderly ; senior* older aged ageing old
= minors and adults
未成年 未成年人 ; 幼
minor minors juvenile juveniles underage ; young* juven* adolesc*
成年人 成人 成年 -未成年 -成年累月 ; 大人
adult adults adulthood ; adult* grown* mature*
= teacher and student
教师 老师 教员 ; 师
teacher teachers ; teach* instruct* trainer* lectur* facult*
学生 学员 ;
student students pupil pupils ; student* pupil* graduat* fellow*
= buyer and seller
买方 买受人 ; 买
buyer* purchaser* ; buy* vendee*
卖方 出卖人 ; 卖 售
seller* vendor* ; sell* sale*
= buying and selling
购买 采购 收购 购置 买入 ; 买 购
buy buys buying bought purchase purchased purchases purchasing ; procur* acqui* buy* purchas*
 obtain*
出售 销售 售出 卖出 变卖 出卖 ; 售 卖 销
sell sells selling sold sale sales ; sale* sell* dispos* vend*
= lender and borrower
贷款人 出借人 放款人 ;
lender* ; lend* creditor*
借款人 ;
borrower* ; borrow* indebt* debtor*
= creditor and debtor
债权人 债权方 债权国 ; 债权
creditor* ; lend* claim*
债务人 债务方 债务国 ; 债务 负债
debtor* ; borrow* indebt* debt*
= lend and borrow
放贷 贷出 出借 贷给 ;
lend lends lending lent lender lenders ; loan* lend*
借款 借入 举债 借贷 ;
borrow borrowed borrowing borrowings borrows ; loan* borrow* lend*
= lessor and lessee
出租人 ; 租
lessor* landlord* ;
承租人 ; 租
lessee* tenant* ;
= plaintiff and defendant
原告 ; 上诉人 请求人 申请人 申诉人
plaintiff* claimant* ; applicant* complainant* appellant*
被告 ; 被诉 答辩人 应诉
defendant* accused ; respondent*
= employer and employee
雇主 ; 雇佣方 用人
employer* ;
雇员 ; 员工 工人 职工 受雇
employee* ; employed
= donor and recipient
捐助方 捐助国 捐助者 捐助界 ;
donor* ; contributor*
受援方 受援国 受益方 ;
recipient* ; beneficiar*
= winner and loser
获胜 胜利 赢得 胜诉 ; 胜 赢
won victory winner winners winning ; win* won* victor* triump* prevail* earn* attract*
失利 败诉 落败 战败 输掉 ;
lost defeat defeated loser losers losing ; defeat* beat* unsucc*
= friend and enemy
友好 朋友 盟友 盟国 ;
friendly friends friend friendship ally allies ; alli* amic* cordial*
敌对 敌人 敌方 敌意 敌视 ; 仇 恨
hostile hostility hostilities enemy enemies ; hostil* adversar* enem* antagon* rival* belliger*
 hate* unfriend*
= civilian and military
平民 文职 民用 ;
civilian* ;
军事 军人 军用 ; 战斗
military ; soldier* troop*
= public and private
公共 公营 国营 公立 国有 公开 公众 政府 ;
public publicly ; govern* communal* civic
私营 私人 民营 私立 私有 民间 私下 ; 私 个体
private* ; privat* person* commercial* sole*
"""
