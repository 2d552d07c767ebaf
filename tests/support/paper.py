"""Pages on paper, and what their sheets say."""

import ctypes
import re

import pypdfium2
from playwright.sync_api import Page

raw = pypdfium2.raw
# Where the text of a sheet ends and its foot begins, in points: the lower margin of the style sheet.
FOOT = 16 / 25.4 * 72


class Sheet:
    """One sheet: its size in points, and what is printed on it. Heights are measured from below."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int):
        self._page = document[number]
        self._letters = self._page.get_textpage()
        self.width, self.height = self._page.get_size()

    @property
    def text(self) -> str:
        """All that it says, in the order in which it was printed."""
        return _plain(self._letters.get_text_range())

    @property
    def body(self) -> str:
        """What stands above its foot."""
        return _plain(self._letters.get_text_bounded(bottom=FOOT))

    @property
    def foot(self) -> str:
        """What stands at its foot."""
        return _plain(self._letters.get_text_bounded(top=FOOT))

    @property
    def last_face(self) -> str:
        """The name of the face of the last letter above the foot."""
        letters = range(self._letters.count_chars() - 1, -1, -1)
        last = next(at for at in letters if self._letters.get_charbox(at)[1] > FOOT and shown(self._letters.get_text_range(at, 1)))
        name = ctypes.create_string_buffer(200)
        raw.FPDFText_GetFontInfo(self._letters, last, name, len(name), ctypes.byref(ctypes.c_int()))
        return name.value.decode()

    def places(self, words: str) -> list[tuple[float, float]]:
        """Where these whole words begin, each time, from the left, and how large their letters are, in points."""
        search, found = self._letters.search(words, match_case=True, match_whole_word=True), []
        while hit := search.get_next():
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(self._letters, hit[0], ctypes.byref(matrix))
            found.append((self._letters.get_charbox(hit[0])[0], raw.FPDFText_GetFontSize(self._letters, hit[0]) * matrix.a))
        return found


def sheets(page: Page, format: str = "A4") -> list[Sheet]:
    """The sheets of a page."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format=format))
    return [Sheet(document, number) for number in range(len(document))]


def shown(text: str) -> str:
    """Text without white space, as a line may break anywhere on paper."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def _plain(text: str) -> str:
    """Text with the hyphen that ends a line as every other."""
    return re.sub("[\x02\ufffe]", "-", text)
