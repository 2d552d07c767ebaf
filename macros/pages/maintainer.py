"""Who answers for the site: what `extra.maintainer` of the settings says, or the maintainers of its repository."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.model.addresses import web_address
from macros.wording.catalogue import Wording

_MAIL = re.compile(r"[^\s@:/?<>\"'&]+@[^\s@:/?<>\"'&]+\.[a-z]+")


@dataclass(frozen=True)
class Maintainer:
    """A name, a web address, and where to write to: an e-mail or web address. What is empty is not set."""

    name: str = ""
    contact: str = ""
    address: str = ""

    def of(self, repository: str, wording: Wording) -> "Maintainer":
        """The same with what is not set filled in: the maintainers of the repository, and its addresses."""
        own = self.address or repository
        return Maintainer(self.name or wording.say("site.maintainers"), self.contact or self.address or f"{repository}/issues", own)

    @property
    def contact_href(self) -> str:
        """Where a link to the contact leads."""
        return f"mailto:{self.contact}" if _MAIL.fullmatch(self.contact) else self.contact


# Nothing is set.
UNSET = Maintainer()


def read_maintainer(settings: Mapping[str, Any] | None, example: str) -> Maintainer:
    """The maintainer that settings name. Raises ValueError, which says what is no address."""
    name, contact, address = (str((settings or {}).get(key) or "").strip() for key in ("name", "contact", "address"))
    contact = contact if _MAIL.fullmatch(contact) else contact and web_address(contact, example)
    return Maintainer(name, contact, address and web_address(address, example))
