"""Words that weigh in a sentence: of a duty, of a leave, of how many, of what became of an act. A language without a row is not looked at."""

import re

Rows = dict[str, re.Pattern[str]]


def _rows(**words: str) -> Rows:
    return {language: re.compile(rf"(?i)\b(?:{said})") for language, said in words.items()}


# What a source orders, has weighed, allows and wishes for. French acts order in the present tense, which no word tells.
ORDERED = _rows(en=r"shall\b")
TO_BE_WEIGHED = _rows(en=r"shall consider\b")
ALLOWED = _rows(en=r"may\b(?! not\b)")
WISHED = _rows(en=r"should\b")
# How our texts say that somebody must, that somebody weighs, and that somebody may.
DUTY = _rows(
    en=r"must\b|shall\b|may\b|(?:is|are|was|were) to\b|ha(?:s|d|ve) to\b|oblig|requir|dut(?:y|ies)\b|bound\b|prohibit|forbid|cannot\b"
    r"|appl(?:y|ies)\b|enters? into force|sets? up\b|adopts? an?\b",
    fr=r"doi(?:t|vent)\b|dev(?:ra|ront|ait|aient)\b|tenue?s?\b|oblig|impos|exig|requi|chargée?s?\b|interdi|peu(?:t|vent)\b"
    r"|appliqu|entr\w+ en vigueur|crée|adopte(?:nt)? une?\b",
)
MUST = _rows(en=r"must\b|shall\b|oblig|requir", fr=r"doi(?:t|vent)\b|oblig|impos|exig|tenue?s? de\b")
STATES_MAY = _rows(en=r"Member States may\b(?! not\b)", fr=r"États membres peuvent\b")
WEIGHING = _rows(en="consider|examin", fr="envisag|examin|étudi")
LEAVE = _rows(
    en=r"may\b|can\b|could\b|allow|should\b", fr=r"peu(?:t|vent)\b|pou(?:rra|rront|rrait|rraient|vait|vaient)\b|permet|dev(?:rait|raient)\b"
)
# How our texts say that a day is the last one for something.
LAST_DAY = _rows(en=r"until\b|deadline|due\b|no later\b|at the latest\b", fr=r"jusqu|échéance|délai|expir")

# How an upper limit is said.
AT_MOST = _rows(
    en=r"(?<!no )(?<!not )(?:less|fewer) than\b|at most\b|no more than\b", fr=r"(?<!pas )moins d(?:e\b|[’'])|au plus\b(?! tard)|au maximum\b"
)

# What stands right before a figure that is not exact.
INEXACT = {
    "en": re.compile(r"(?i)\b(?:at least|(?:no |not )?(?:more|less|fewer) than|over|up to|around|about|nearly|almost|approximately)(?: EUR)? $"),
    "fr": re.compile(r"(?i)(?:\b(?:au moins|plus de|environ|près de|presque|moins de|jusqu[’']à)|\bquelque) $"),
}

# How it is said of what was not found that we did not find it, which says nothing of what was done.
SILENCE = _rows(en=r"no (?:further |other )?results?\b", fr=r"aucune? (?:autre )?résultat")
FOUND = _rows(en=r"found\b", fr="trouv")

# How our texts say what is still to come: also what somebody asks, proposes or reserves money for.
ANNOUNCED = _rows(
    en="will\\b|would\\b|should\\b|ask|promis|propos|consider|reserv|commit|undert|agree|declar|plan|intend|announc|expect|request|(?:is|are) to\\b",
    fr="\\w+r(?:a|ont|ait|aient)\\b|demand|propos|promi|envisag|réserv|engag|conven|déclar|prév|annonc|souhait|compte",
)

# What somebody says who did, led, organised, financed or decided something.
LED = _rows(
    en=r"(?:organised|financed|led|leads|adopted|decided)\b",
    fr=r"(?:(?:a|ont) (?:organisé|financé|dirigé|conduit|adopté|décidé)|conduit|dirige)\b",
)

_STATES = {"en": "(?: of| the| other| EU| these)* (?:Member States?|countr(?:y|ies)|states?)", "fr": "(?: les| des| autres)* (?:États|pays)"}
# What our texts may say only where a word of a quotation, in whatever language, bears it: of what became of an act, and of how many.
# Kind -> language -> words of ours, and the words of a quotation that bear them.
DEEDS = {
    "signed": {
        "en": (r"signs?\b|signed\b", r"sign(?:s|ed|ing|atur\w+|ator\w+)?\b"),
        "fr": (r"sign(?:ent|ée?s?)\b", r"sign(?:e|ent|er|ée?s?|atur\w+|atair\w+)\b"),
    },
    "ratified": {"en": (r"ratif(?:y|ied|ies)\b", "ratif"), "fr": (r"ratifi(?:e|ent|ée?s?)\b", "ratif")},
    "in_force": {
        "en": ("(?:enter(?:s|ed)?|came|comes) into force|(?:is|are|was|were) in force|in force since", "(?:into|in) force"),
        "fr": ("entr(?:e|ent|ée?s?|a) en vigueur|(?:est|sont|était) en vigueur|en vigueur depuis", "en vigueur"),
    },
    "billions": {"en": (r"billions?\b", r"billions?\b|milliards?\b|bn\b"), "fr": (r"milliards?\b", r"milliards?\b|billions?\b|bn\b|Mrd")},
    "published": {
        "en": (r"publish(?:es|ed)\b", r"publi(?:sh|cation)|OJ\b|news\b"),
        "fr": (r"publi(?:e|ent)\b|(?:a|ont) publié|publiée?s?(?= (?:le|en) \d)", r"publi|JO\b|diffus"),
    },
}
COUNTS = {
    "all": {
        "en": (f"(?:all|every|each){_STATES['en']}", "(?:all|every|each|any)"),
        "fr": (f"(?:tous|chacun|chaque){_STATES['fr']}", r"tou(?:te?s?|s)\b|chaque|chacun|ensemble"),
    },
    "most": {"en": (f"most{_STATES['en']}", "most|majority"), "fr": ("la plupart", "plupart|majorité|majeure partie|généralement")},
    "several": {
        "en": (f"several{_STATES['en']}", "several|some|number of|various"),
        "fr": (f"plusieurs{_STATES['fr']}", "plusieurs|certain|quelques|divers|différent|nombre"),
    },
    "few": {
        "en": (f"few{_STATES['en']}", "few|only"),
        "fr": (f"(?:peu d[e’']|quelques){_STATES['fr']}", "peu|faible|rare|quelques|exception|seul"),
    },
    "many": {
        "en": (f"many{_STATES['en']}", "many|numerous|large number|number of"),
        "fr": (f"(?:de nombreux|beaucoup d[e’']){_STATES['fr']}", "nombreu|beaucoup|nombre"),
    },
}
# How words that praise or blame begin, which no text of ours does.
JUDGING = {
    "en": "shamef unfortunately sadly regrettabl disgrac scandal toothless excellent groundbreaking ground-breaking brillian appalling outrag "
    "pathetic deplorabl hopeless",
    "fr": "honteu malheureusement hélas regrettabl déplorabl scandal excellent remarquabl lamentabl inadmissibl inacceptabl novat",
}
# Words that are none without their accents.
UNACCENTED = {"fr": "etre etaient etait apres tres egalement deja etats europeen europeenne meme"}

# How a text begins that tells of an act, and the kinds of source that may be called so.
ACTS = {
    "en": re.compile(
        r"(?:An?|The)(?: (?:Commission|Council|Parliament))? (?:(?P<directive>directive)|(?P<regulation>regulation)|(?P<decision>decision)"
        r"|(?P<communication>communication)|(?P<recommendation>recommendation)|(?P<judgment>judgment))\b"
    ),
    "fr": re.compile(
        r"(?:Une?|Le|La) (?:(?P<directive>directive)|(?P<regulation>règlement)|(?P<decision>décision)"
        r"|(?P<communication>communication)|(?P<recommendation>recommandation)|(?P<judgment>arrêt))\b"
    ),
}
ACT_KINDS = {
    "directive": ("directive",), "regulation": ("regulation",), "decision": ("decision", "framework-decision"),
    "communication": ("communication", "strategy", "report", "plan"), "recommendation": ("recommendation",), "judgment": ("judgment",),
}  # fmt: skip
# How it is told that an act is proposed.
PROPOSED = _rows(en="propos", fr="propos")

# How it is said that a site is somebody's own or has been allowed, and of whom it is none.
OFFICIAL = _rows(
    en=r"official\b(?! Journal)|(?:approved|endorsed|commissioned|authorised) by\b|on behalf of\b",
    fr=r"(?<!Journal )officiel|(?:approuvé|agréé|autorisé|commandé) par\b|au nom d(?:e\b|[’'])",
)
SITE = _rows(en=r"(?:site|tracker)\b", fr=r"(?:site|suivi)\b")
BODIES = _rows(en=r"European|EU\b|Commission|Council|Parliament|Caritas", fr=r"européen|UE\b|Commission|Conseil|Parlement|Caritas")

# Two offences, by parts of the words that name them; their first letter may be a capital.
SMUGGLING = {"en": ("muggl",), "fr": ("rafic de migrants", "rafic illicite de migrants", "passeur")}
TRAFFICKING = {"en": ("raffick",), "fr": ("a traite", "de traite", "raite des êtres")}
# What the Union spells otherwise; a word of which a name may be made, as Organization, begins with a small letter here.
SPELT_ELSEWHERE = {
    "en": re.compile(
        r"\b(?:[Ll]abor|[Bb]ehaviors?|[Cc]olors?|[Ff]avor(?:s|ed|able)?|[Hh]onor(?:s|ed)?|[Nn]eighbor\w*|centers?|[Dd]efense|[Oo]ffenses?|programs?"
        r"|(?:organi|recogni|criminali|prioriti|authori|minimi|finali|summari|emphasi|utili|reali|harmoni|speciali|victimi)z(?:e[ds]?|ing|ation))\b"
    )
}
