"""Ways to mutate a data file: each takes its lines and a chance, and returns the mutant."""

import re
from collections.abc import Callable, Iterable
from random import Random
from zlib import crc32

from support.mutant import Line, Mutant, replaced

Mutation = Callable[[list[Line], Random], Mutant]
MUTATIONS: dict[str, Mutation] = {}

# What somebody may write in place of a value.
VALUES = (
    "[]", "{}", "[a, b]", "{a: b}", "[[x]]", "7", "-1", "7.5", "1e9999", "NaN", "yes", "no", "null", "~", '""', "''", "|", ">", "|2\n x",
    "!!binary x",
    "!!python/object/apply:os.system [true]", "!x y", "&a b", "*a", "<<: *a", "? a", "- a", "@x", "`x`", "%x", "{{ 7*7 }}", "{% raw %}", "{#",
    "[x](javascript:alert(1))", "<script>alert(1)</script>", "../../etc/passwd", "=cmd|' /C calc'!A0", "a: b", "a # b", "# a", '"a" b', "'a", '"a',
    "{a: b", "[a", "a]", "a}", '"\\x00"', '"\\u202e"', '"\\n\\n"', '"\\e[31m"', "\u202eevil", "\u200b", "\x07", "\x00", "\ufeff", "x" * 20_000,
    "[" * 40 + "]" * 40, "{a: " * 40, "2.1.1", "europol", "2.1.1-1", "2008-13-45", "٣", "０", "{0.__class__}", "{", "}",
)  # fmt: skip
SIGNS = ["'", '"', "{", "}", "[", "]", ",", ": ", " #", "- ", "&", "*", "!", "|", "%", "\\", "é", "\u00a0", "\u202f", "\u0301", "\r", "-", "."]
HIDDEN = "\u202e\u2066\u200b\u200d\ufeff\u00ad\u2028\u0085\x00\x1b\x7f\ue000\U000e0041\ufff9\u180e"
ALIKE = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і"})
FIELD = r"\s*(?:- )?[\"']?([\w-]+)[\"']?: *(?=\S)"


def mutation(mutate: Mutation) -> Mutation:
    """Add a way to the list."""
    MUTATIONS[mutate.__name__] = mutate
    return mutate


def any_line(lines: list[Line], chance: Random, pattern: str = r"\s*\S") -> int:
    """The number of a line that fits a pattern; of any line where none fits. It is chosen by its words: an edit elsewhere changes no choice."""
    fitting = [number for number, line in enumerate(lines) if re.match(pattern, line.text)] or range(len(lines))
    salt = chance.getrandbits(32)
    places = {number: crc32(lines[number].text.encode("utf-8", "surrogatepass"), salt) for number in fitting}
    first = min(places.values())
    return chance.choice([number for number, place in places.items() if place == first])


def record_at(lines: list[Line], number: int) -> tuple[int, int]:
    """The first line of a record and the one behind its last, with the records in it."""
    owner = lines[number].owner
    first = last = number
    while first and lines[first - 1].owner == owner:
        first -= 1
    while last < len(lines) - 1 and lines[last].owner[: len(owner)] == owner:
        last += 1
    return first, max(last, first + 1)


def edit(change: Callable[[str, Random], str], pattern: str = r"\s*\S") -> Mutation:
    """A way that changes one line."""

    def mutate(lines: list[Line], chance: Random) -> Mutant:
        at = any_line(lines, chance, pattern)
        return replaced(lines, at, at + 1, [change(lines[at].text, chance)])

    mutate.__name__ = change.__name__
    return mutation(mutate)


def at_a_column(text: str, chance: Random, put: str, instead_of: int = 0) -> str:
    column = chance.randrange(max(1, len(text)))
    return text[:column] + put + text[column + instead_of :]


@edit
def a_line_loses_its_end(text, chance):
    return text[: chance.randrange(max(1, len(text)))]


@edit
def a_line_loses_its_beginning(text, chance):
    return text[chance.randrange(max(1, len(text))) + 1 :]


@edit
def a_line_breaks_in_two(text, chance):
    return at_a_column(text, chance, "\n")


@edit
def a_character_is_lost(text, chance):
    return at_a_column(text, chance, "", 1)


@edit
def a_character_comes_in(text, chance):
    return at_a_column(text, chance, chance.choice(SIGNS))


@edit
def two_characters_change_places(text, chance):
    column = chance.randrange(max(1, len(text) - 1))
    return text[:column] + text[column : column + 2][::-1] + text[column + 2 :]


@edit
def a_sign_is_lost(text, chance):
    column = chance.choice([found.start() for found in re.finditer(r"[\"'{}\[\],:-]", text)] or [0])
    return text[:column] + text[column + 1 :]


@edit
def a_line_moves_right(text, chance):
    return " " * chance.choice((1, 2, 4)) + text


@edit
def a_line_moves_left(text, chance):
    return text.removeprefix(" " * chance.choice((1, 2, 4)))


@edit
def a_tab_comes_in(text, chance):
    return chance.choice((f"\t{text}", text + "\t", re.sub(r"^( *)", "\\1\t", text), at_a_column(text, chance, "\t")))


@edit
def a_comment_follows_the_text(text, chance):
    return f"{text} # {chance.choice(('why', '', 'id: x'))}"


@edit
def letters_look_alike(text, chance):
    return text.translate(ALIKE)


@edit
def something_invisible_comes_in(text, chance):
    return at_a_column(text, chance, chance.choice(HIDDEN))


@edit
def umlauts_are_read_as_latin_1(text, chance):
    return (text + "é").encode().decode("cp1252", "replace")


@edit
def a_line_becomes_very_long(text, chance):
    return text + chance.choice(["x", " x", "[", '"', "{{", "é", "«[](", "\n-", "\n- id: x", "<"]) * chance.choice((4_000, 300_000))


def field(change: Callable[[str, str, Random], str]) -> Mutation:
    """A way that changes a line `key: value`, given what stands up to its value and the value."""

    def mutate(text: str, chance: Random) -> str:
        found = re.match(FIELD, text)
        return change(text[: found.end()], text[found.end() :], chance) if found else change("", text, chance)

    mutate.__name__ = change.__name__
    return edit(mutate, FIELD)


@field
def a_value_is_of_another_kind(key, value, chance):
    return key + chance.choice(VALUES)


@field
def a_value_is_nested_deeply(key, value, chance):
    many = chance.choice((20, 900))
    return key + chance.choice(("[" * many + "]" * many, "{a: " * many + "}" * many, "- " * many + "x"))


@field
def a_name_is_misspelt(key, value, chance):
    name = key.strip(" -\"':")
    wrong = [f"{name}s", name[1:], name.upper(), name.translate(ALIKE), name[::-1], f"{name} ", "", f"{name}:", f'"{name}"', f"? {name}"]
    return key.replace(name, chance.choice(wrong), 1) + value if name else value


@field
def a_name_stands_twice(key, value, chance):
    return f"{key}{value}\n{key.replace('- ', '  ', 1)}{value}"


@field
def a_value_loses_its_quotation_mark(key, value, chance):
    return key + chance.choice((value.strip("\"'"), value[1:], value[:-1], f'"{value}', f"'{value}", f'{value}"'))


@field
def a_value_begins_an_anchor(key, value, chance):
    return key + chance.choice(("&x ", "*x ", "!x ", "!!str ", "<<: ", "? ", "- ", "%", "@")) + value


@mutation
def a_list_becomes_something_else(lines, chance):
    at = any_line(lines, chance, r"\s*(- )?[\w-]+:$")
    return replaced(lines, at, at + 1, [f"{lines[at].text} {chance.choice(VALUES)}"])


@mutation
def a_line_is_lost(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, at + 1, [])


@mutation
def some_lines_are_lost(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, min(at + chance.randrange(2, 9), len(lines) - 1), [])


@mutation
def a_record_is_lost(lines, chance):
    return replaced(lines, *record_at(lines, any_line(lines, chance)), [])


@mutation
def the_end_of_the_file_is_lost(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, len(lines), [""])


@mutation
def the_end_of_the_file_and_of_a_line_is_lost(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, len(lines), [lines[at].text[: chance.randrange(max(1, len(lines[at].text)))]])


@mutation
def the_beginning_of_the_file_is_lost(lines, chance):
    at = any_line(lines, chance)
    return Mutant(lines, lines[at:], frozenset(line.owner for line in lines[: at + 1]))


@mutation
def two_lines_become_one(lines, chance):
    at = min(any_line(lines, chance), len(lines) - 2)
    return replaced(lines, at, at + 2, [lines[at].text + lines[at + 1].text.lstrip()])


@mutation
def neighbours_change_places(lines, chance):
    at = min(any_line(lines, chance), len(lines) - 3)
    # What comes to stand above the first line of a record belongs to the record before.
    above = next((line for line in reversed(lines[:at]) if re.match(r"\s*[^\s#]", line.text)), lines[at])
    touched = frozenset((above.owner, lines[at].owner, lines[at + 1].owner))
    return Mutant(lines, [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]], touched)


@mutation
def distant_lines_change_places(lines, chance):
    one, other = any_line(lines, chance), any_line(lines, chance)
    after = list(lines)
    after[one], after[other] = Line(lines[other].text, lines[one].owner), Line(lines[one].text, lines[other].owner)
    return Mutant(lines, after, frozenset((lines[one].owner, lines[other].owner)))


@mutation
def a_line_goes_elsewhere(lines, chance):
    one, other = any_line(lines, chance), any_line(lines, chance)
    after = [*lines[: other + 1], Line(lines[one].text, lines[other].owner), *lines[other + 1 :]]
    del after[one + (one > other)]
    return Mutant(lines, after, frozenset((lines[one].owner, lines[other].owner)))


@mutation
def a_line_stands_twice(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, at + 1, [lines[at].text] * 2)


@mutation
def a_line_is_repeated_elsewhere(lines, chance):
    one, other = any_line(lines, chance), any_line(lines, chance)
    return replaced(lines, other, other + 1, [lines[other].text, lines[one].text])


@mutation
def a_record_stands_twice(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    return replaced(lines, first, last, [line.text for line in lines[first:last]] * 2)


def put_behind(lines: list[Line], rows: list[str], origin: int, target: int) -> Mutant:
    """Rows of one record pasted behind another one: into it, or as the next item of its list."""
    _, last = record_at(lines, target)
    owner = lines[last - 1].owner
    after = [*lines[:last], *(Line(row, owner) for row in rows), *lines[last:]]
    return Mutant(lines, after, and_next({line.owner for line in (*lines[origin : origin + len(rows)], lines[last - 1], lines[target])}))


def and_next(owners: Iterable[tuple]) -> frozenset[tuple]:
    """The records, and the places behind them, where a copy becomes an item of the list."""
    return frozenset([*owners, *((*one[:-1], one[-1] + 1) for one in owners if one and isinstance(one[-1], int))])


@mutation
def a_record_is_pasted_elsewhere(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    return put_behind(lines, [line.text for line in lines[first:last]], first, any_line(lines, chance))


@mutation
def half_a_record_is_pasted(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    rows = [line.text for line in lines[first : first + max(1, (last - first) // 2)]]
    rows[-1] = rows[-1][: chance.randrange(len(rows[-1]) + 1)]
    return put_behind(lines, rows, first, any_line(lines, chance))


@mutation
def a_record_moves_right(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    blanks = " " * chance.choice((1, 2, 4))
    return replaced(lines, first, last, [blanks + line.text if line.text else "" for line in lines[first:last]])


@mutation
def a_record_moves_left(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    blanks = " " * chance.choice((1, 2))
    return replaced(lines, first, last, [line.text.removeprefix(blanks) for line in lines[first:last]])


@mutation
def some_lines_move_right(lines, chance):
    at = any_line(lines, chance)
    last = min(at + chance.randrange(2, 6), len(lines) - 1)
    return replaced(lines, at, last, [f"  {line.text}" for line in lines[at:last]])


@mutation
def a_merge_leaves_its_mark(lines, chance):
    at = any_line(lines, chance)
    text, mark = lines[at].text, chance.choice(("<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| base"))
    return replaced(lines, at, at + 1, chance.choice(([text, mark], ["<<<<<<< HEAD", text, "=======", f"{text}x", ">>>>>>> branch"])))


@mutation
def a_merge_keeps_both_sides(lines, chance):
    first, last = record_at(lines, any_line(lines, chance))
    one = [line.text for line in lines[first:last]]
    other = [re.sub(r"(?<=\w)(?=[\"']?}?$)", "s", text, count=1) for text in one]
    marks = chance.choice((("<<<<<<< HEAD", "=======", ">>>>>>> main"), ("", "", "")))
    mutant = replaced(lines, first, last, [row for row in (marks[0], *one, marks[1], *other, marks[2]) if row])
    return Mutant(lines, mutant.after, and_next(mutant.touched))


@mutation
def a_document_begins_or_ends(lines, chance):
    at = any_line(lines, chance)
    return replaced(lines, at, at + 1, [lines[at].text, chance.choice(("---", "...", "%YAML 1.1", "--- # x", "%TAG ! x", "--- |"))])


def rewritten(change: Callable[[str, Random], str]) -> Mutation:
    """A way that writes each line of a record anew, as a word processor, a web page or a spreadsheet does."""

    def mutate(lines: list[Line], chance: Random) -> Mutant:
        first, last = record_at(lines, any_line(lines, chance))
        return replaced(lines, first, last, [change(line.text, chance) for line in lines[first:last]])

    mutate.__name__ = change.__name__
    return mutation(mutate)


@rewritten
def quotation_marks_become_round(text, chance):
    opening, closing = chance.choice(("“”", "«»", "„“", ("« ", " »")))
    return re.sub("[\"'](.*?)[\"']", rf"{opening}\1{closing}", text)


@rewritten
def blanks_become_no_break_spaces(text, chance):
    return text.replace(chance.choice(("  ", ": ", "- ", " ")), chance.choice(("\u00a0", "\u00a0\u00a0", "\u202f", " \u00a0")))


@rewritten
def dashes_become_bullets(text, chance):
    return re.sub("^( *)-", rf"\1{chance.choice('–—•*·−')}", text)


@rewritten
def a_spreadsheet_quotes_the_lines(text, chance):
    return '"' + text.replace('"', '""') + '"' if re.search('[",]', text) else text + chance.choice(("", ",,", ";"))


@rewritten
def a_spreadsheet_takes_values_for_dates(text, chance):
    for pattern, new in ((r"\b(\d{4})-(\d\d)-(\d\d)\b", r"\3/\2/\1"), (r"\b20(\d\d)-(\d\d)\b", r"\2-\1"), (r"\b2\.(\d)\.(\d)\b", r"0\2/0\1/2002")):
        text = re.sub(pattern, new, text)
    return re.sub(r"(?<=: )\d{4,}\b", lambda found: chance.choice((f"{int(found[0]):,}", f"{int(found[0]):.2E}", f"{found[0]},00")), text)


@rewritten
def numbers_of_lines_are_copied_too(text, chance):
    return f"{chance.randrange(99)} {text}"


@rewritten
def signs_of_a_comparison_are_copied_too(text, chance):
    return f"{chance.choice('+- ')}{text}"


def saved(change: Callable[[str, Random], bytes]) -> Mutation:
    """A way that saves the whole file in another form; the message may stand anywhere."""

    def mutate(lines: list[Line], chance: Random) -> Mutant:
        content = change("\n".join(line.text for line in lines), chance)
        return Mutant(lines, lines, frozenset(line.owner for line in lines), content)

    mutate.__name__ = change.__name__
    return mutation(mutate)


@saved
def the_file_is_saved_as_utf_16(text, chance):
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32")))


@saved
def the_file_is_saved_in_an_old_encoding(text, chance):
    return text.encode(chance.choice(("cp1252", "mac_roman", "cp850", "ascii")), "replace")


@saved
def the_file_is_saved_as_another_kind(text, chance):
    before, after = chance.choice((("```yaml\n", "```\n"), ("<!doctype html>\n<pre>", "</pre>\n"), ("{\\rtf1\\ansi\n", "}\n"), ("PK\x03\x04", "")))
    return (before + text + after).encode()


@mutation
def a_line_is_saved_as_latin_1(lines, chance):
    at = any_line(lines, chance)
    rows = [(line.text + "é").encode("cp1252", "replace") if n == at else line.text.encode() for n, line in enumerate(lines)]
    return Mutant(lines, lines, frozenset([lines[at].owner]), b"\n".join(rows))


@mutation
def some_bytes_are_overwritten(lines, chance):
    content = "\n".join(line.text for line in lines).encode()
    at, wrong = chance.randrange(len(content)), bytes(chance.randrange(256) for _ in range(chance.choice((1, 2, 8))))
    first = content.count(b"\n", 0, at)
    last = first + content.count(b"\n", at, at + len(wrong)) + 1
    after = [*lines[:first], *[Line("x", lines[first].owner)] * (wrong.count(b"\n") + 1), *lines[last:]]
    return Mutant(lines, after, frozenset(line.owner for line in lines[first:last]), content[:at] + wrong + content[at + len(wrong) :])
