"""Files that the program writes: whole at every moment; text in UTF-8, with lines that end in LF on every system."""

import os
from pathlib import Path


def write_text_file(file: Path, text: str) -> bool:
    """Write a text where another one stands, or none; whether it did."""
    return write_file(file, text.encode())


def write_file(file: Path, content: bytes) -> bool:
    """Write a content where another one stands, or none; whether it did. Who reads meanwhile finds the old one or the new one."""
    if file.exists() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    # The site generator passes over names that begin with a dot.
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return True
