"""How many words may be quoted."""

from collections.abc import Iterator

from macros.evidence.printed import is_code_or_figure

MIN_WORDS, MAX_WORDS, MAX_WORDS_IN_A_LIST = 4, 20, 80


def wrong_length(parts: list[list[str]], gaps: bool = True) -> Iterator[tuple[str, str]]:
    """What is wrong with the number of words of a quotation, and what to do: four to twenty, codes and figures not counted."""
    every = [word for part in parts for word in part]
    counted = [word for word in every if not is_code_or_figure(word)]
    if any(len(part) < MIN_WORDS for part in parts):
        yield f"the quotation, or a piece of it, has fewer than {MIN_WORDS} words", "quote a few words more"
    elif len(counted) > MAX_WORDS or len(every) > MAX_WORDS_IN_A_LIST:
        yield (
            f"the quotation has {len(counted)} words; {MAX_WORDS} are the most",
            f"quote as few words as prove the point{', or put […] for what is left out' if gaps else ''}",
        )
