"""Words of a quotation that say the contrary of what a text says, or take back what it seems to tell."""

# Words of ours, and of a quotation, in all languages: a text with the first, whose quotations have the second alone, tells another thing.
_BOTH_WAYS = (
    ("all every tous toutes", "some several certain certains certaines quelques plusieurs few"),
    ("women woman femmes femme", "girls girl fillettes men boys hommes garçons"),
    ("sexual sexuelle sexuelles", "labour"),
    (
        "rose rises rising risen increased increase increases doubled augmenté augmente augmentation hausse doublé",
        "fell falls fallen falling decreased decrease declined decline halved diminué diminue diminution baisse baissé recul",
    ),
    ("euro euros eur", "dollar dollars usd"),
    ("convention conventions", "protocol protocols protocole protocoles"),
    ("perpetrators traffickers auteurs trafiquants", "victims victim victimes victime"),
    ("maximum maximale maximales", "minimum minimale minimales"),
    ("existing existants existantes existant existante", "new nouveau nouveaux nouvelle nouvelles"),
    ("opened ouvert ouverte", "closed fermé fermée clos close"),
)
_ONE_WAY = (
    ("most majority plupart majorité", "few minority minorité rares"),
    ("only seulement uniquement", "also aussi également"),
    ("victims victim victimes victime", "cases"),
    ("children child enfants enfant", "women woman femmes femme"),
)
OPPOSITES = [(frozenset(a.split()), frozenset(b.split())) for a, b in (*_BOTH_WAYS, *((b, a) for a, b in _BOTH_WAYS), *_ONE_WAY)]

# What takes back what a quotation seems to tell, and how a text says the same. Kind -> language -> words of a quotation, and words of ours.
WEAKENED = {
    "called_off": {
        "en": (r"cancel\w*|postpon\w*|abandon\w*|withdr[ae]w\w*|reject\w*|called off\b|did not take place\b|not (?:been )?adopted\b",) * 2,
        "fr": (r"(?:annul|abandonn|rejet)\w*|report(?:ée?s? [àa]|e à)\b|retir(?:é|ent|e\b)\w*|n[’'](?:a|ont) pas (?:eu lieu|été adoptée?s?)\b",) * 2,
    },
    "not_agreed_yet": {
        "en": (r"provisional(?:ly)? agree\w*|political agreement\b|general approach\b", r"provisional|agree|general approach\b"),
        "fr": (r"accord (?:provisoire|politique)\b|orientation générale\b", r"provisoire|accord|orientation générale\b"),
    },
    "discussed": {
        "en": (r"discuss(?:ed)?\b|debated\b", "discuss|debat|talk"),
        "fr": (r"(?:débat|discut)\w*", "débat|discut|parl"),
    },
    "planned": {
        "en": (
            r"(?:plan(?:s|ned)?|intend(?:s|ed)?|aim(?:s|ed)?|hope[sd]?|wish(?:es|ed)?|were|was) to\b",
            r"plan|inten|aim|hope|wish|propos|announc|purpose|goal|will\b|would\b|should\b|must\b|to be\b|(?:is|are|was|were|had) to\b",
        ),
        "fr": (
            r"(?:compte(?:nt)?|prévoi(?:t|ent) de|souhaite(?:nt)?|entend(?:ent)?) \w+(?:er|ir|re)\b",
            r"prév|envisag|compt|souhait|but\b|vise|entend|objectif|annonc|propos|projet|devai|doi(?:t|vent)\b|\w+r(?:a|ont|ait|aient)\b",
        ),
    },
    "hearsay": {
        "en": (r"reportedly\b|allegedly\b|press reports?\b|according to (?:the )?(?:press|media|reports)\b", "according|report|alleg|press|media"),
        "fr": (r"selon (?:la presse|les médias)\b", r"selon\b|d[’']après\b|presse\b|médias\b"),
    },
    "conditional": {
        "en": (r"(?:would|could|might) \w+", r"would\b|could\b|might\b|may\b|can\b|if\b|propos|should\b|(?:is|are|was|were) to\b"),
        "fr": (r"aurai(?:t|ent)\b", r"\w+r(?:ait|aient)\b|si\b|propos|peu(?:t|vent)\b"),
    },
    "asked": {"en": (r"\w+\?", r"\?|ask|question"), "fr": (r"\w+\s?\?", r"\?|demand|question")},
    "without": {
        "en": (r"without\b", r"without\b|not?\b|never\b|lack|cannot\b|free\b|\w+less\b"),
        "fr": (r"sans\b", r"sans\b|pas\b|aucun|ni\b|non\b"),
    },
    "averaged": {"en": (r"on average\b|an average\b", "averag"), "fr": (r"en moyenne\b", "moyen")},
    "of_some": {
        "en": (
            r"(?:some|several|certain|a few|two) (?:EU |of the )?(?:Member States|countries)\b",
            r"some|several|certain|few|many|number|two|both|handful|\d",
        ),
        "fr": (
            r"(?:certains|plusieurs|quelques|deux) (?:États|pays)\b",
            r"certains|plusieurs|quelques|peu|rares|nombre|deux|des (?:États|pays)\b|\d",
        ),
    },
    "called_for": {
        "en": (
            r"call(?:s|ed) (?:on|upon|for)\b|urge[sd]?\b|invite[sd]\b|encouraged\b",
            r"call|urg|invit|ask|recommend|request|demand|want|encourag|should\b|propos|wish",
        ),
        "fr": (
            r"appel(?:le|lent|é) à\b|invite(?:nt)? à\b|exhort\w*|encouragée?s?\b",
            r"appel|invit|exhort|demand|encourag|recommand|propos|devrai|souhait",
        ),
    },
}
