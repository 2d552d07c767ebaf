"""Spoilt data files: each is told where it was spoilt, or changes nothing, or changes the spoilt record only. Never a traceback."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.mutant import Damage, lines_of
from support.mutations import WAYS
from support.oracle import Judge, remember
from support.paths import TINY

from macros.evidence.quotations import write_fingerprint
from macros.model.records import REPORT

DATA = TINY.parent.parent / "data"
# Maps of sources are read by one command only, which has its own test below.
NAMES = [file.relative_to(DATA).as_posix() for file in sorted(DATA.rglob("*.*")) if not file.name.endswith(".map.yaml")]
# Versions of each file that each way makes; `make torture` makes more.
TIMES = int(os.environ.get("TIMES", 3))


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> Judge:
    """The project's data in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        judge = Judge(tmp_path_factory.mktemp("spoilt"))
        shutil.copytree(DATA, judge.root / "data")
        remember(patch, judge)
        assert judge.said, "read before a file is spoilt"
        yield judge


def versions(judge: Judge, name: str) -> Iterator[tuple[str, Damage]]:
    """Every damaged version of a file, with what was done to it; the same ones in each run."""
    for way, spoil in WAYS.items():
        for time in range(TIMES):
            damage = spoil(judge.lines[name], Random(f"{name} {way} {time}"))
            if damage.written != judge.sound[name].encode():
                yield f"{way} {time}", damage


@pytest.mark.parametrize("name", NAMES)
def test_no_damage_goes_unnoticed_or_elsewhere(name, judge):
    counted, slowest = Counter(), (0.0, "")
    published = TIMES > 3 or NAMES.index(name) % 3 == 0
    for case, damage in versions(judge, name):
        start = process_time()
        counted[verdict(judge, name, damage, case, publish=published and not counted["differs"] % 10)] += 1
        slowest = max(slowest, (round(process_time() - start, 2), case))
    print(f"{name}: {counted.total()} versions: {dict(counted)}; the slowest took {slowest[0]} s ({slowest[1]})")


def test_there_are_at_least_two_thousand_versions(judge):
    assert len({(name, damage.written) for name in NAMES for _, damage in versions(judge, name)}) >= 2_000


def verdict(judge: Judge, name: str, damage: Damage, case: str, publish: bool = False) -> str:
    """What the damage leads to; a failure says which case it was."""
    try:
        return judge.verdict(name, damage, publish)
    except Exception as error:
        raise AssertionError(f"{name}: {case}: {type(error).__name__}: {error}") from error


@settings(derandomize=True, database=None, deadline=None, max_examples=40 * TIMES, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(NAMES), way=st.sampled_from(sorted(WAYS)), chance=st.randoms(use_true_random=False))
def test_chance_finds_no_worse_damage(judge, name, way, chance):
    verdict(judge, name, WAYS[way](judge.lines[name], chance), way)


def test_a_spoilt_map_makes_fingerprints_or_a_message(tmp_path):
    shutil.copytree(TINY / "data" / "fingerprints", tmp_path / "fingerprints")
    file = tmp_path / "fingerprints" / f"{REPORT}.map.yaml"
    sound, refused = file.read_text("utf-8"), 0
    for way, spoil in WAYS.items():
        for time in range(TIMES):
            file.write_bytes(spoil(lines_of("fingerprints/", sound), Random(f"{way} {time}")).written)
            try:
                write_fingerprint(tmp_path, REPORT, TINY / "source.txt")
            except ValueError as fault:
                assert str(fault)
                refused += 1
    assert refused > len(WAYS)
