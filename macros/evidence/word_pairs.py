"""Words of two languages that look alike, or stand in one place, and say different things."""

import re
from typing import NamedTuple

Rows = dict[str, re.Pattern[str]]


class Pair(NamedTuple):
    """Words of each language that do not say the same, and words that spare a text in which they stand; a language without a row may say anything."""

    says: Rows
    spares: Rows


def _rows(words: dict[str, str]) -> Rows:
    return {language: re.compile(rf"(?i)\b(?:{said})\w*") for language, said in words.items() if said}


def _pair(en: str = "", fr: str = "", *, en_spares: str = "", fr_spares: str = "") -> Pair:
    return Pair(_rows({"en": en, "fr": fr}), _rows({"en": en_spares, "fr": fr_spares}))


_EVERY_EN, _EVERY_FR = r"all\b|every|each\b|whole\b|any\b", r"tou(?:s|te?s?)\b|chaque\b|chacun|ensemble\b|entière?\b"
_SOME_EN, _SOME_FR = r"several\b|some\b|certain\b|few\b|a number\b", r"plusieurs\b|certaine?s\b|quelques\b"
_MUST_EN, _MUST_FR = r"must\b|shall\b|ha(?:s|ve) to\b", r"doi(?:t|vent)\b"
_DUTY_EN, _DUTY_FR = rf"{_MUST_EN}|(?:is|are) to\b|dut(?:y|ies)\b|requir|oblig|may not\b", rf"{_MUST_FR}|oblig|exig|tenue?s?\b|ne peu"
_MAY_EN, _MAY_FR = r"may\b|can\b|cannot\b|could\b|might\b|able\b", r"peu(?:t|vent)\b|puiss|pou[rv]"
_UP_EN, _UP_FR = r"rose\b|ris(?:e|es|en|ing)\b|increas|grew\b|grown\b", r"hauss|augment|accru|accroi|progress"
_DOWN_EN, _DOWN_FR = r"f[ae]ll(?:s|en|ing)?\b|declin|decreas|halved\b|reduc|less\b|fewer\b", r"baiss|diminu|recul|chut|rédui|(?<!au )moins\b"

FALSE_FRIENDS = (
    _pair("eventual", "éventuel"),
    _pair("actual", "actuel", en_spares=r"current|now\b|present"),
    _pair("convict", r"convictions?\b", fr_spares="condamn"),
    _pair(r"evidence\b", r"(?<!en )évidence\b"),
    _pair("delay", r"délais?\b", fr_spares="retard", en_spares=r"deadline|period|time limit|without (?:undue )?delay"),
    _pair("traffick", r"trafics? (?:illicite )?(?:d[’']êtres|d[’']enfants|de femmes|de personnes|humain)"),
    _pair(r"billions?\b", r"billions?\b"),
    _pair(r"deception\b", r"déceptions?\b"),
    _pair("librar", "librairie"),
    _pair(r"sensible\b", r"sensibles?\b"),
    _pair("pretend", "prétend"),
)
PARTED = (
    _pair(_SOME_EN, r"tou(?:s|tes)\b", en_spares=_EVERY_EN, fr_spares=_SOME_FR),
    _pair(r"(?<!not )(?:all|every)\b", _SOME_FR, en_spares=_SOME_EN, fr_spares=_EVERY_FR),
    _pair(_MUST_EN, r"peu(?:t|vent)\b", en_spares=_MAY_EN, fr_spares=_DUTY_FR),
    _pair(_MUST_EN, r"devrai(?:t|ent)\b", en_spares=r"should\b|would\b", fr_spares=_MUST_FR),
    _pair(r"may\b|can\b", _MUST_FR, en_spares=_DUTY_EN, fr_spares=_MAY_FR),
    _pair(_UP_EN, _DOWN_FR, en_spares=_DOWN_EN, fr_spares=_UP_FR),
    _pair(_DOWN_EN, _UP_FR, en_spares=_UP_EN, fr_spares=_DOWN_FR),
    _pair(r"(?:EU|Union) plan\b", r"plans? nation", en_spares=r"national\b", fr_spares=r"plan de l[’'](?:UE|Union)"),
    _pair(r"national (?:action )?plans?\b", r"plan de l[’'](?:UE|Union)", en_spares=r"(?:EU|Union)\b", fr_spares=r"nation"),
    _pair(r"victims?\b", r"auteurs?\b", en_spares="perpetrator|offender|trafficker|author|who commit", fr_spares=r"victimes?\b"),
    _pair(r"conventions?\b", r"protocoles?\b", en_spares="protocol", fr_spares="convention"),
    _pair(r"protocols?\b", r"conventions?\b", en_spares="convention", fr_spares="protocole"),
    _pair(r"wom[ae]n\b", fr_spares=r"femmes?\b|genre\b|sexe|féminin|fille"),
    _pair(fr=r"femmes?\b", en_spares=r"wom[ae]n\b|gender|sex|female|girl|wife|wives|mother"),
    _pair(fr=r"enfants?\b", en_spares=r"child|minor|girl|boy|young"),
)
