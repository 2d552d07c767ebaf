"""What tells a language, the future and a negation in it: words of each. A language that is not named is neither told nor looked at."""

import re
from functools import cache

# Words that no text of another language has.
SMALL_WORDS = {
    "en": set("the of and to by with is was are were that which for from on it not has have be been".split()),  # noqa: SIM905
    "fr": set("le la les des du et une est sont qui que pour par dans sur aux ce cette il elle ne pas au ont été".split()),  # noqa: SIM905
}

# How a text says that something is still to come.
FUTURE = {"en": re.compile(r"\bwill\b(?! be available)"), "fr": re.compile(r"\b(sera|seront)\b(?! disponible)")}

# What makes the contrary of a sentence.
NEGATIONS = {
    "en": frozenset("no not never none nobody nothing neither nor without cannot".split()),  # noqa: SIM905
    "fr": frozenset("ne n' pas aucun aucune jamais rien ni sans non".split()),  # noqa: SIM905
}

# Negations of a sentence that may stand right before words, and right behind them; French words between them may be quoted.
CUT_BEFORE = {"en": ("not", "no", "never", "without", "cannot"), "fr": ("ne", "n'", "pas", "sans", "aucun", "aucune", "jamais")}
CUT_BEHIND = {"en": ("not", "never"), "fr": ("pas", "jamais", "aucun", "aucune")}

# What says how certain or binding a thing is, for how many it holds, and which body it is of: with another such word a sentence says another thing.
WEIGHTY = {
    "en": frozenset(
        "must shall should may might can could would will consider considers considering "  # noqa: SIM905
        "all most some several few many every each only both more less least fewer maximum minimum majority minority "
        "rising falling rose fell increased decreased "
        "commission council presidency parliament community europol eurojust frontex cepol eurostat interpol".split()
    ),
    "fr": frozenset(
        "doit doivent devrait devraient devra devront peut peuvent pourrait pourraient pourra pourront envisage envisagent envisager "  # noqa: SIM905
        "tous toutes plupart certains certaines plusieurs peu nombreux nombreuses chaque seul seule seuls seules seulement plus moins "
        "maximum minimum maximale maximales minimale minimales majorité minorité augmenté diminué augmenter diminuer hausse baisse "
        "commission conseil présidence parlement communauté europol eurojust frontex cepol eurostat interpol".split()
    ),
}

# How a text says that something is still to come: plainly, and in any way.
TO_COME = {
    "en": (re.compile(r"\b(will|shall)\b(?! be available)"), re.compile(r"\b(will|shall|would|expected|due|planned|(is|are|was|were|still) to)\b")),
    "fr": (
        re.compile(r"\b\w*(er|ir|dr|ur|vr|rr)(a|ont)\b(?! disponible)"),
        re.compile(r"\b(\w*(er|ir|dr|ur|vr|rr)(a|ont|ait|aient)|doit|doivent|prévue?s?|futur|à venir)\b"),
    ),
}

# How a text says that nothing was done, that nothing has begun, that all was done, and that nothing is missing.
NOTHING_DONE = {
    "en": re.compile(
        r"(?i)\bnothing (at all |whatsoever )?(was|is|has been|had been) (yet )?(delivered|done|achieved|carried out|implemented)\b"
        r"|\bcame to (nothing|nought)\b|\ba dead letter\b|\bsays? nothing (at all|whatsoever)\b"
    ),
    "fr": re.compile(
        r"(?i)\brien (du tout )?n[’'](a|avait|est) (encore )?(été )?(réalisé|fait|accompli|livré|entrepris|mis en œuvre)\b"
        r"|\blettre morte\b|\bn[’'](a|ont) abouti à rien\b|\bne di(t|sent) rien du tout\b"
    ),
}
NOTHING_BEGUN = {
    "en": re.compile(r"(?i)\bnothing (?:has|had|was|is) (?:yet |been )*(?:begun|started)\b"),
    "fr": re.compile(r"(?i)\brien n[’'](?:a|avait|est) (?:encore )?(?:été )?(?:commencé|débuté|entamé)\b"),
}
ALL_DONE = {
    "en": re.compile(
        r"(?i)(?<!not )(?<!not yet )(?<!not been )(?<!never )"
        r"\b(?:(?:fully|entirely|completely|wholly) (?:delivered|done|achieved|carried out|implemented)|(?:done|carried out|implemented) in full)\b"
    ),
    "fr": re.compile(
        r"(?i)(?<!pas )(?<!pas été )(?<!encore été )\b(entièrement|pleinement|totalement) (réalisée?s?|accomplie?s?|mise?s? en œuvre)\b"
    ),
}
NOTHING_MISSING = {
    "en": re.compile(
        r"(?i)\bnothing (is |was |remains? |at all )?(missing|lacking|outstanding|left)\b"
        r"|\bnot a single \w+ (is |remains? )?(missing|outstanding)\b"
    ),
    "fr": re.compile(r"(?i)\brien ne (manque|manquait)\b|\bil ne (manque|reste) (plus )?rien\b|\bplus rien ne (manque|reste)\b"),
}


@cache
def language_of(text: str, fewest: int = 2) -> str:
    """The language of a text, told by so many words at least; empty where they do not tell."""
    words = text.lower().split()
    counted = {language: sum(map(small.__contains__, words)) for language, small in SMALL_WORDS.items()}
    first, second = sorted(counted, key=lambda one: -counted[one])[:2]
    return first if counted[first] >= fewest and counted[first] > 2 * counted[second] else ""
