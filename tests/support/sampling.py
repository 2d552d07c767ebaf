"""How much of the fuzzing is done: a sample, or all of it with `make fuzz`."""

import os

# Mutants of each file that each mutation makes.
TIMES = int(os.environ.get("TIMES", 1))
# Of the hostile strings, one in so many stands alone in every text.
STEP = 1 if TIMES > 1 else 4


def sample(things: list, step: int) -> list:
    """All things, or one in so many of them."""
    return things if TIMES > 1 else things[::step]
