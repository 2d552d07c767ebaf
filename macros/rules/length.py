"""How many words may be quoted."""

from collections.abc import Iterator

from macros.evidence.printed import is_code_or_figure
from macros.messages import tell

MIN_WORDS, MAX_WORDS, MAX_WORDS_IN_A_LIST = 4, 20, 80


def wrong_length(parts: list[list[str]], gaps: bool = True) -> Iterator[tuple[str, str]]:
    """What is wrong with the number of words of a quotation, and what to do: four to twenty, codes and figures not counted."""
    every = [word for part in parts for word in part]
    counted = [word for word in every if not is_code_or_figure(word)]
    if any(len(part) < MIN_WORDS for part in parts):
        yield tell("length.quotation_piece_has_fewer", min_words=MIN_WORDS), tell("length.quote_few_words_more")
    elif len(counted) > MAX_WORDS or len(every) > MAX_WORDS_IN_A_LIST:
        yield (
            tell("length.quotation_has_words_are", counted=len(counted), max_words=MAX_WORDS),
            tell("length.quote_few_words_prove_point") if gaps else tell("length.quote_few_words_prove"),
        )
