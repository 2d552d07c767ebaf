"""Repositories of tests: made by the program's own way to git, without a user's settings."""

import os

from macros.reading.git import run

PERSON = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "A"), ("EMAIL", "a@host.example"))}
NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(root, *words, **settings) -> str:
    """Run git in the repository of a test; what it printed."""
    done = run(root, *words, **PERSON | NOBODY | settings)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()
