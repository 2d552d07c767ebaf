"""A data file as plain text: readable, nothing invisible in it, nothing cut off."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from macros.messages import tell

MAX_FILE_BYTES = 16_000_000
# Characters of a line, and of a text. Without a limit what is pasted many times costs seconds to look through.
MAX_CHARS = 5_000
# More than a project has files: each is read by several that ask for it, and so are those that two commits have in common.
MAX_TEXTS_KEPT = 500
# Controls, joiners, blanks that are none, marks of direction, private use, tags; a carriage return only before the end of a line.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\uf8ff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U0010ffff]|\r(?!\n|\\Z)"
)
# A blank that YAML takes for a letter, where it needs a blank: in front of what is written, behind a dash or the colon of a name.
_NO_BLANK = re.compile("(?P<before> *(- *)*(\\w[\\w-]*:)?)[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# What editors, and the windows of a system, leave beside a file for a moment.
_PASSING = re.compile(r"[.#~].*|.*(~|\.sw[a-z]|#)|4913|Thumbs\.db|desktop\.ini")
_MERGE = re.compile(r"(<{7}|>{7}|\|{7})( |$)|={7}$")
# What a diff, or a block of code in Markdown, sets before what is to be copied; no line of YAML begins so.
_PASTED = re.compile(r"\+|@@ |```")
_TAB = re.compile(r" *\t")
# What one of these marks, or more that lines may not hold; no other text is looked through line by line.
_ODD = re.compile(rf"(?m){INVISIBLE.pattern}|^([<>|=]{{7}}|{_PASTED.pattern}|{_TAB.pattern}|{_NO_BLANK.pattern}|.{{{MAX_CHARS + 1}}})")


class UnreadableFile(Exception):
    """A file that cannot be read: the line, the record around it, what is wrong, what to write; whether quotation marks alone are lacking."""

    def __init__(self, line: int, message: str, hint: str, path: tuple = (), unquoted: bool = False):
        self.line, self.message, self.hint, self.path, self.record, self.unquoted = line, message, hint, path, "", unquoted


class SecondDocument(UnreadableFile):
    """A file in which a second YAML document begins, or a second record."""


def is_passing(file: Path) -> bool:
    """Whether a file is nobody's: an editor keeps it while it has another one open, or a system for its windows."""
    return bool(_PASSING.fullmatch(file.name))


def read_text(file: Path) -> str:
    """The text of a data file, accents composed. Raises UnreadableFile when it is not plain UTF-8 text of a sensible size."""
    size = file.stat().st_size
    if size > MAX_FILE_BYTES:
        raise UnreadableFile(1, tell("files.file_has_bytes_no", size=size), tell("common.look_for_text_pasted"))
    return _checked(file.read_bytes())


@lru_cache(maxsize=MAX_TEXTS_KEPT)
def _checked(raw: bytes) -> str:
    """What bytes say; the same ones are looked through once."""
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(1, tell("files.file_begins_byte_order"), tell("files.save_utf_8_without"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(line, tell("files.file_not_utf_8"), tell("files.save_encoding_utf_8")) from None
    rows = text.split("\n")
    for number, row in enumerate(rows if _ODD.search(text) else (), 1):
        _refuse_odd_signs(number, row)
    if rows[-1]:
        hint = tell("files.write_what_missing_press")
        raise UnreadableFile(len(rows), tell("files.last_line_does_not"), hint)
    return unicodedata.normalize("NFC", text)


def _refuse_odd_signs(number: int, row: str) -> None:
    if found := INVISIBLE.search(row):
        raise UnreadableFile(number, tell("files.invisible_character_u_stands", found=f"{ord(found[0]):04X}"), tell("files.delete_write_text_again"))
    if _MERGE.match(row.rstrip("\r")):
        raise UnreadableFile(number, tell("files.mark_unresolved_merge_stands"), tell("files.keep_one_two_versions"))
    if found := _PASTED.match(row):
        sign = found[0].strip()
        hint = tell("files.delete_lines_of_sign", sign=sign) if sign == "```" else tell("files.delete_signs_of_diff")
        raise UnreadableFile(number, tell("files.line_was_pasted", sign=sign), hint)
    if _TAB.match(row):
        raise UnreadableFile(number, tell("files.tab_stands_at_beginning"), tell("files.use_blanks_two_for"))
    if len(row) > MAX_CHARS:
        message = tell("files.line_has_characters_no", row=len(row))
        raise UnreadableFile(number, message, tell("common.look_for_text_pasted"))
    if found := _NO_BLANK.match(row):
        before = found["before"].strip()
        where = tell("files.no_break_space_stands", before=before) if before else tell("files.no_break_space_stands_at")
        raise UnreadableFile(number, where, tell("files.write_ordinary_blank_instead"))
