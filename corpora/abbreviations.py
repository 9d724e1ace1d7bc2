"""English abbreviations, by what their full stop says about the end of a sentence.

Written without the last full stop, in the case they are printed in. Dotted letters
(``U.S``, ``Ph.D``) need no entry: their shape tells, see :mod:`corpora.segmenter`.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name, an example or a figure always follows.
NEVER_FINAL = _words("""
    Mr Mrs Ms Messrs Mme Mlle Dr Drs Prof Profs Gen Col Lt Sgt Capt Cpt Cpl Maj Cmdr Cdr Adm Brig
    Gov Sen Sens Rep Reps Hon Rev Fr St Sts Mt Ft Pres Amb Supt Insp
    e.g i.e E.g I.e eg ie cf Cf v vs viz approx Approx ca op loc resp Tel tel Fax H.E
""")

# A number or a symbol follows, or else the sentence is over.
BEFORE_NUMBER = _words("""
    No Nos no nos para paras Para Paras par pars art arts Art Arts chap chaps Chap Chaps ch Ch
    sect sects Sect Sects sec secs Sec Secs vol vols Vol Vols p pp P Pp pt pts Pt fig figs Fig Figs
    n nn fn cl cls reg regs sched Sched app App apps add Add Add Corr corr Amend amend Amends
    Suppl suppl Supp supp Res res Doc doc Docs docs tab Tab ex Ex
""")

# Nouns that a letter or a Roman number follows: after "annex I." the sentence is over.
LETTERED = _words("""
    annex annexes appendix table figure schedule part chapter section group category class type
    option phase list panel block war vitamin hepatitis
""")

# English words as well: a single "A" or "I" after them begins a sentence.
ALSO_WORDS = _words("no No art fig add Add app reg tab ex res")

# Mostly inside a sentence, but a plain opener (The, In, It) can follow their end.
RARELY_FINAL = _words("""
    Inc Ltd Co Corp Bros Cie Pty Pvt Bhd Jr Sr Esq al cit ed eds Ed Eds trans rev c ff seq
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    Dept dept Univ Assn Assoc Ave Blvd Rd Bldg Sq est max min avg incl excl
    Conf Comm Cttee Proc Int Intl Natl Govt Gov't Dist Distr Mgr Dir Dep Dem Asst
""")

# Ends a sentence whenever a capital follows, by some 200 places of technical prose.
OPEN_LISTS = _words("etc Etc")
HALF_DAYS = _words("a.m p.m A.M P.M")

# Capitalised words after "9 a.m." that belong to the time.
TIME_WORDS = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    Eastern Central Pacific Mountain Atlantic Greenwich Universal Coordinated Standard
    GMT UTC CET CEST EST EDT CST PST PDT BST EET MSK Vienna Geneva Nairobi Beijing
""")

# Words that open a sentence and seldom a name.
SENTENCE_OPENERS = _words("""
    A An The This That These Those It Its He She They We I You His Her Their Our My Your There Here
    In On At As For From With Without Under By To Of During After Before Since When While Where
    Whereas If Although Though However Moreover Furthermore Therefore Thus Hence Additionally Also
    And But Or Nor So Such Some Many Most Several All Both Each Every No Not One Two Three Four Five
    Following Between Among Through Throughout Upon Within Over Once Until Unless Because Despite
    Given Like Other Others Another Any What Who Which Why How Please See Meanwhile Nevertheless
    Nonetheless Finally Then Today Now Yet Still Only Even Instead Rather Accordingly Consequently
    Similarly Likewise Overall According Based Owing Further Subsequently Together Against Regarding
    Having Noting Recalling Including More Much Few Neither Either Concerning Across Along
    Participants Delegates Representatives Speakers
""")

# Openers that are surnames, articles of a title or initials when they follow one: "J. He".
ALSO_SURNAMES = _words("A An I He She You So To On Her All One My Many Most Such Like Or Of Each")
