"""Mutated data files: each is told where it was mutated, or changes nothing, or changes the mutated record only. Never a traceback."""

import shutil
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.frozen import copy_data
from support.mutant import Mutant, lines_of
from support.mutations import MUTATIONS
from support.oracle import Oracle, remember
from support.paths import FROZEN, TINY
from support.sampling import TIMES, sample

from macros.evidence.source_map import write_fingerprint
from macros.model.records import REPORT

DATA = FROZEN / "data"
# Maps of sources are read by one command only, which has its own test below.
ALL = [file.relative_to(DATA).as_posix() for file in sorted(DATA.rglob("*.*")) if file.is_file() and not file.name.endswith(".map.yaml")]
# Files of one folder are alike: few of them stand for the rest.
FOLDERS = {"assessments/": 5, "wording/": 2}
NAMES = [name for name in ALL if not name.startswith(tuple(FOLDERS))]
NAMES += [name for folder, step in FOLDERS.items() for name in sample([name for name in ALL if name.startswith(folder)], step)]


@pytest.fixture(scope="module")
def oracle(tmp_path_factory) -> Oracle:
    """The project's data in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        oracle = Oracle(tmp_path_factory.mktemp("mutated"))
        copy_data(oracle.root)
        remember(patch, oracle)
        assert oracle.said, "read before a file is mutated"
        yield oracle


def versions(oracle: Oracle, name: str) -> Iterator[tuple[str, Mutant]]:
    """Every damaged version of a file, with what was done to it; the same ones in each run."""
    for way, mutate in MUTATIONS.items():
        for time in range(TIMES):
            mutant = mutate(oracle.lines[name], Random(f"{name} {way} {time}"))
            if mutant.written != oracle.sound[name].encode():
                yield f"{way} {time}", mutant


@pytest.mark.parametrize("name", NAMES)
def test_no_damage_goes_unnoticed_or_elsewhere(name, oracle):
    counted, slowest = Counter(), (0.0, "")
    published = TIMES > 1 or NAMES.index(name) % 5 == 0
    for case, mutant in versions(oracle, name):
        start = process_time()
        counted[verdict(oracle, name, mutant, case, publish=published and not counted["differs"] % 10)] += 1
        slowest = max(slowest, (round(process_time() - start, 2), case))
    print(f"{name}: {counted.total()} versions: {dict(counted)}; the slowest took {slowest[0]} s ({slowest[1]})")


def test_there_are_hundreds_of_versions_each_time(oracle):
    assert len({(name, mutant.written) for name in NAMES for _, mutant in versions(oracle, name)}) >= 20 * len(NAMES) * TIMES


def verdict(oracle: Oracle, name: str, mutant: Mutant, case: str, publish: bool = False) -> str:
    """What the mutant leads to; a failure says which case it was."""
    try:
        return oracle.verdict(name, mutant, publish)
    except Exception as error:
        raise AssertionError(f"{name}: {case}: {type(error).__name__}: {error}") from error


@settings(derandomize=True, database=None, deadline=None, max_examples=60 * TIMES, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(NAMES), way=st.sampled_from(sorted(MUTATIONS)), chance=st.randoms(use_true_random=False))
def test_chance_finds_no_worse_damage(oracle, name, way, chance):
    verdict(oracle, name, MUTATIONS[way](oracle.lines[name], chance), way)


def test_a_spoilt_map_makes_fingerprints_or_a_message(tmp_path):
    shutil.copytree(TINY / "data" / "fingerprints", tmp_path / "fingerprints")
    file = tmp_path / "fingerprints" / f"{REPORT}.map.yaml"
    sound, refused = file.read_text("utf-8"), 0
    for way, mutate in MUTATIONS.items():
        for time in range(TIMES):
            file.write_bytes(mutate(lines_of("fingerprints/", sound), Random(f"{way} {time}")).written)
            try:
                write_fingerprint(tmp_path, REPORT, TINY / "source.txt")
            except ValueError as fault:
                assert str(fault)
                refused += 1
    assert refused > len(MUTATIONS) * TIMES / 2
