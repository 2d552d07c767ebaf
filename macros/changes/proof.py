"""How well a record is proven before and after: by the words of a source, by a page that was seen, by a link."""

from collections.abc import Iterator
from typing import Any

from macros.changes.markdown import SafeText, phrase
from macros.changes.names import Names
from macros.model.values import PROOF_BY_FIELD, PROOFS


def level(fields: dict[str, Any]) -> str:
    """The best level of proof of a record as written; empty where it gives none."""
    evidence = fields.get("evidence")
    given = {name for one in (evidence if isinstance(evidence, list) else ()) if isinstance(one, dict) for name in one}
    return next((level for name, level in PROOF_BY_FIELD.items() if name in given), "")


def proof(old: dict[str, Any], new: dict[str, Any], names: Names) -> Iterator[SafeText]:
    """A line where the proof of a record rose or fell; or, where what is new is proven by less than words that are held."""
    before, after = level(old), level(new)
    if before and after and before != after:
        rose = PROOFS.index(after) < PROOFS.index(before)
        said = SafeText("{} → {}").format(names.word("proofs", before), names.word("proofs", after))
        yield phrase("diff.proof_rose" if rose else "diff.proof_fell", said)
    elif not old and after and after != PROOFS[0]:
        yield phrase("diff.proof", names.word("proofs", after))
