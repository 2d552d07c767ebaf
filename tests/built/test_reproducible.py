"""The same commit gives the same site, to the byte: wherever, whenever and by whomever it is built."""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.built_site import build
from support.odd_site import make

# Python starts with this module where it lies on its path: the clock of the second build is 400 days and some hours ahead.
TOMORROW = """\
import datetime, time

AHEAD = 400 * 86400 + 12345
now, day = time.time, datetime.datetime


class Later(day):
    @classmethod
    def now(cls, tz=None):
        return day.now(tz) + datetime.timedelta(seconds=AHEAD)

    @classmethod
    def utcnow(cls):
        return day.utcnow() + datetime.timedelta(seconds=AHEAD)


time.time = lambda: now() + AHEAD
datetime.datetime = Later
"""
ELSEWHERE = {
    "SITE_URL": "https://host.example/tracker/", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "2005", "COLUMNS": "40",
}  # fmt: skip


@contextmanager
def umask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture(scope="module")
def second(tmp_path_factory) -> Path:
    """The harmless site once more: in a folder with another name, with files of another age, another clock, language, place and order of sets."""
    folder = tmp_path_factory.mktemp("un autre dossier")
    project, path = folder / "œuvre", folder / "path"
    with umask(0o077):
        path.mkdir()
        make(project, hostile=False)
        (path / "sitecustomize.py").write_text(TOMORROW, "utf-8")
        for number, file in enumerate(sorted(project.rglob("*"), reverse=True)):
            os.utime(file, (number, number))
        build(project, PYTHONPATH=str(path), **ELSEWHERE)
    return project / "site"


def contents(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_second_build_gives_the_same_bytes(odd_sites, second):
    one, other = contents(odd_sites["harmless"]), contents(second)
    assert len(one) > 200
    assert one.keys() == other.keys()
    assert [name for name in sorted(one) if one[name] != other[name]] == []


def test_packed_files_carry_no_time_of_the_build(odd_sites):
    packed = [file for file in odd_sites["harmless"].rglob("*.gz")]
    assert packed
    for file in packed:
        with gzip.open(file) as content:
            content.read()
            assert content.mtime == 0
