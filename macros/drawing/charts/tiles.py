"""The tile map: one equal tile for each country, near its neighbours; no country looks more important for its size."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.charts.drawing import PHONE_PX, element, picture, text

# Country -> column and row. Ours; north is up.
PLACES = {
    "no": (4, 0), "se": (5, 0), "fi": (6, 0),
    "dk": (4, 1), "ee": (6, 1),
    "ie": (0, 2), "uk": (1, 2), "nl": (3, 2), "de": (4, 2), "pl": (5, 2), "lv": (6, 2),
    "be": (2, 3), "lu": (3, 3), "cz": (4, 3), "sk": (5, 3), "lt": (6, 3),
    "fr": (2, 4), "at": (4, 4), "hu": (5, 4), "ro": (6, 4),
    "pt": (0, 5), "es": (1, 5), "it": (3, 5), "si": (4, 5), "bg": (6, 5),
    "mt": (3, 6), "gr": (5, 6), "cy": (7, 6),
}  # fmt: skip
SIDE = 41  # from one tile to the next


@dataclass(frozen=True)
class Tile:
    """What a map says of a country: its code, what stands below it, the class that it falls in, all that in words; a sign where it is disputed."""

    code: str
    value: str
    klass: str
    href: str
    says: str
    disputed: str = ""


def tiles(key: str, countries: Mapping[str, Tile], title: str, description: str) -> Markup:
    """The map. Raises KeyError for a country that has no place."""
    drawn = [_tile(*PLACES[id], tile) for id, tile in countries.items()]
    height = SIDE * (max((PLACES[id][1] for id in countries), default=-1) + 1)
    return picture(key, PHONE_PX, height, title, description, *drawn, links=True, class_="tiles")


def sample(klass: str = "", sign: str = "") -> Markup:
    """A tile of a class, or the sign of what is disputed, as the map draws it: for the key."""
    tile = element("rect", x=1.0, y=2.0, width=18, height=16, class_=f"tile tile--{klass}") if klass else None
    mark = text(10, 10, [sign], class_="disputed", text_anchor="middle") if sign else None
    return element("svg", tile, mark, viewBox="0 0 20 20", width="1rem", aria_hidden="true", class_="chart")


def _tile(column: int, row: int, tile: Tile) -> Markup:
    x, y = column * SIDE + 1.0, row * SIDE + 1.0
    side = SIDE - 3
    # A name begins with what is seen, for those who say it to the machine; a sign is not a word.
    seen = f"{tile.code} {tile.value}" if any(map(str.isalnum, tile.value)) else tile.code
    return element(
        "a", element("title", tile.says), element("rect", x=x, y=y, width=side, height=side, class_=f"tile tile--{tile.klass}"),
        text(x + side / 2 - 5 * bool(tile.disputed), y + (12 if tile.value else side / 2), [tile.code], class_="strong", text_anchor="middle"),
        text(x + side / 2, y + 28, [tile.value], text_anchor="middle") if tile.value else None,
        text(x + side - 6, y + 10, [tile.disputed], class_="disputed", text_anchor="middle") if tile.disputed else None,
        href=tile.href, aria_label=f"{seen}, {tile.says}", class_=f"on--{tile.klass}",
    )  # fmt: skip
