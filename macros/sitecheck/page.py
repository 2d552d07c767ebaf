"""A page of the built site as a browser reads it: what its elements point to, its anchors, what it says of itself."""

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from macros.languages import FIRST, LANGUAGES
from macros.messages import tell

# Attributes that hold addresses, and those that hold the ids of elements of the same page.
POINTING = ("href", "xlink:href", "src", "poster", "data", "cite", "action")
NAMING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
META = ("og:image", "og:url", "twitter:image")


@dataclass
class HtmlLink:
    """What an element points to: the address as written, the last id before it, its words.

    `url` is the whole address; `inside` the path and anchor below the site, or None where the address is elsewhere.
    """

    tag: str
    attribute: str
    target: str
    attributes: dict[str, str]
    around: str
    words: str = ""
    url: str = ""
    inside: str | None = None

    @property
    def name(self) -> str:
        """What a message calls it."""
        words = " ".join(self.words.split())
        return tell("site.image" if self.tag == "img" else "site.link", words=words) if words else f"<{self.tag} {self.attribute}>"


class HtmlPage(HTMLParser):
    """One file of the site. `path` is relative to the site."""

    def __init__(self, path: str, text: str):
        super().__init__()
        self.path = path
        self.links: list[HtmlLink] = []
        self.ids: Counter[str] = Counter()
        self.named: list[tuple[str, str, str]] = []  # tag, attribute, id that it names
        self.moved = self.hidden = False
        self._around = ""
        self._open: list[HtmlLink] = []
        self.feed(text)
        self.close()

    @property
    def shown(self) -> str:
        """Its address below that of the site."""
        return self.path.removesuffix("index.html")

    @property
    def language(self) -> str:
        return next((one.code for one in LANGUAGES.values() if one.folder and self.path.startswith(one.folder)), FIRST)

    @property
    def address(self) -> str:
        """Its address below the root of its language."""
        return self.shown.removeprefix(LANGUAGES[self.language].folder)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        has = {name: value or "" for name, value in attrs}
        if "rel" in has:  # a list of words, with blanks around it or not
            has["rel"] = " ".join(has["rel"].split())
        if "id" in has:
            self.ids[has["id"]] += 1
            self._around = has["id"]
        for name in NAMING:
            self.named += [(tag, name, id) for id in has.get(name, "").split()]
        if tag == "meta":
            self._take_meta(has)
        for attribute in POINTING:
            if attribute in has:
                self._add(tag, attribute, has[attribute], has)
        for part in has.get("srcset", "").split(","):
            if part.strip():
                self._add(tag, "srcset", part.split()[0], has)

    def _take_meta(self, has: dict[str, str]) -> None:
        content = has.get("content", "")
        if has.get("http-equiv", "").lower() == "refresh":
            self.moved = True
            self._add("meta", "refresh", re.sub(r"(?i)^.*?url\s*=\s*", "", content).strip("'\" "), has)
        elif (name := has.get("property") or has.get("name")) in META:
            self._add("meta", name, content, has)
        self.hidden |= has.get("name") == "robots" and "noindex" in content

    def _add(self, tag: str, attribute: str, target: str, has: dict[str, str]) -> None:
        link = HtmlLink(tag, attribute, target, has, self._around, has.get("alt", ""))
        self.links.append(link)
        if tag == "a":
            self._open.append(link)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open.clear()
        elif tag == "article":
            self._around = ""

    def handle_data(self, data: str) -> None:
        for link in self._open:
            link.words += data

    def of(self, tag: str, **attributes: str) -> list[HtmlLink]:
        """The links of elements with these attributes."""
        return [link for link in self.links if link.tag == tag and attributes.items() <= link.attributes.items()]
