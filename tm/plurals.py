"""English plurals: the irregular ones, and the singular of any noun.

The one list of both the term base, which looks words up by their stems, and the extraction,
which writes dictionary forms. Of a plural of two words the one that institutional prose has is
listed: *axes* are those of an axis.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tm.wordlists import word_set

_LISTED = """
aches ache, addenda addendum, aliases alias, alumni alumnus, analyses analysis,
antibiotics antibiotic, appendices appendix, aquaria aquarium, atlases atlas,
avalanches avalanche, axes axis, bacteria bacterium, biases bias, biogases biogas,
birdies birdie, bookshelves bookshelf, brownies brownie, bureaus bureau, bureaux bureau,
businessmen businessman, businesswomen businesswoman, caches cache, calories calorie,
calves calf, canoes canoe, canvases canvas, chairmen chairman, characteristics characteristic,
children child, clinics clinic, codices codex, collies collie, congressmen congressman,
cookies cookie, corrigenda corrigendum, coteries coterie, countrymen countryman,
craftsmen craftsman, crises crisis, criteria criterion, critics critic, curricula curriculum,
diagnoses diagnosis, emphases emphasis, epidemics epidemic, errata erratum, fabrics fabric,
feet foot, firemen fireman, fishermen fisherman, floes floe, foci focus, foes foe, fora forum,
gases gas, geese goose, genies genie, grandchildren grandchild, gunmen gunman, gurus guru,
halves half, headaches headache, hoes hoe, hooves hoof, horseshoes horseshoe,
hypotheses hypothesis, indices index, irises iris, kilocalories kilocalorie, knives knife,
leaves leaf, lenses lens, lives life, loaves loaf, matrices matrix, memoranda memorandum,
men man, menus menu, metrics metric, mice mouse, midwives midwife, movies movie,
narcotics narcotic, neckties necktie, niches niche, nuclei nucleus, oases oasis, oboes oboe,
ombudsmen ombudsman, pandemics pandemic, parentheses parenthesis, pelvises pelvis,
phenomena phenomenon, plateaus plateau, plateaux plateau, policemen policeman,
policewomen policewoman, prairies prairie, prognoses prognosis, quizzes quiz,
referenda referendum, relics relic, republics republic, salesmen salesman, scarves scarf,
schoolchildren schoolchild, seamen seaman, selfies selfie, selves self, servicemen serviceman,
servicewomen servicewoman, sheaves sheaf, shelves shelf, shoes shoe, sorties sortie,
spokesmen spokesman, spokeswomen spokeswoman, stepchildren stepchild, stimuli stimulus,
strata stratum, syntheses synthesis, taxis taxi, teeth tooth, theses thesis, thieves thief,
toes toe, topics topic, tsunamis tsunami, vertices vertex, waltzes waltz, wives wife, woes woe,
wolves wolf, women woman, workmen workman, zombies zombie
"""
IRREGULAR: Final = dict(pair.split() for pair in _LISTED.split(","))
_NO_PLURALS = frozenset(
    IRREGULAR.values()
) | word_set(  # end in s and are no plurals, or have no singular of that meaning
    """access address affairs afterwards alias always arms atlas basis belongings besides bias
    business bus campus canvas census chaos christmas class congress consensus corpus crisis
    cross customs earnings focus gas goods headquarters illness its lens loss mass means nations
    news nexus overseas perhaps premises press proceedings proceeds process progress remains
    savings series species status stress success surroundings thanks this thus towards united
    virus witness"""
)
_NO_ENDING = ("ss", "us", "is", "ics", "'s", "’s")
_LONG = ("sses", "shes", "ches", "xes", "zzes", "oes")
_SILENT = re.compile(  # whose singular ends in -use: causes, houses, abuses; no viruses
    r".*(?:[ao]|f|cl)uses|(?:ab|acc|amb|dis|exc|m|mis|over|per|r|re)?uses"
)


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """Return the singular of an English noun; any other word as it is.

    >>> [singular(word) for word in ("authorities", "States", "series", "taxes", "women", "access")]
    ['authority', 'State', 'series', 'tax', 'woman', 'access']
    >>> [singular(word) for word in ("viruses", "causes", "lenses", "licenses", "tomatoes")]
    ['virus', 'cause', 'lens', 'license', 'tomato']
    """
    small = word.lower()
    if found := IRREGULAR.get(small):
        return word[0] + found[1:] if found[0] == small[0] else found
    if len(word) < 4 or not small.endswith("s"):
        return word
    if small in _NO_PLURALS or small.endswith(_NO_ENDING):
        return word
    if small.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    is_long = small.endswith(_LONG) or (small.endswith("uses") and not _SILENT.fullmatch(small))
    return word[: -2 if is_long else -1]
