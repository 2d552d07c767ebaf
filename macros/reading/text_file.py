"""A data file as plain text: readable, nothing invisible in it, nothing cut off."""

import re
import unicodedata
from pathlib import Path

MAX_FILE_BYTES = 4_000_000
# Characters of a line, and of a text. Without a limit what is pasted many times costs seconds to look through.
MAX_CHARS = 5_000
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


class UnreadableFile(Exception):
    """A file that cannot be read: the line, the record around it, what is wrong and what to write."""

    def __init__(self, line: int, message: str, hint: str, path: tuple = ()):
        self.line, self.message, self.hint, self.path, self.record = line, message, hint, path, ""


def is_passing(file: Path) -> bool:
    """Whether a file is nobody's: an editor keeps it while it has another one open, or a system for its windows."""
    return bool(_PASSING.fullmatch(file.name))


def read_text(file: Path) -> str:
    """The text of a data file, accents composed. Raises UnreadableFile when it is not plain UTF-8 text of a sensible size."""
    size = file.stat().st_size
    if size > MAX_FILE_BYTES:
        raise UnreadableFile(1, f"the file has {size} bytes; no data file is that long", "look for text pasted many times")
    raw = file.read_bytes()
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile(1, "the file begins with a byte-order mark", "save it as UTF-8 without a byte-order mark (BOM)")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(line, "the file is not UTF-8", "save it with the encoding UTF-8") from None
    rows = text.split("\n")
    for number, row in enumerate(rows, 1):
        _refuse_odd_signs(number, row)
    if rows[-1]:
        hint = "write what is missing, or press Enter at the end of the line"
        raise UnreadableFile(len(rows), "the last line does not end; the file may be cut off here", hint)
    return unicodedata.normalize("NFC", text)


def _refuse_odd_signs(number: int, row: str) -> None:
    if found := INVISIBLE.search(row):
        raise UnreadableFile(number, f"an invisible character (U+{ord(found[0]):04X}) stands in this line", "delete it and write the text again")
    if _MERGE.match(row.rstrip("\r")):
        raise UnreadableFile(number, "a mark of an unresolved merge stands here", "keep one of the two versions and delete the marks")
    if re.match(r" *\t", row):
        raise UnreadableFile(number, "a tab stands at the beginning of the line", "use blanks, two for each level")
    if len(row) > MAX_CHARS:
        message = f"the line has {len(row)} characters; no line of a data file is that long"
        raise UnreadableFile(number, message, "look for text pasted many times")
    if found := _NO_BLANK.match(row):
        where = f"behind '{found['before'].strip()}'" if found["before"].strip() else "at the beginning of the line"
        raise UnreadableFile(number, f"a no-break space stands {where}", "write an ordinary blank instead; both look alike")
