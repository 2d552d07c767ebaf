"""Repositories of tests."""

import subprocess


def git(root, *words):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@host.example", *words], cwd=root, check=True, capture_output=True)
