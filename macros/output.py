"""Text files that the program writes: UTF-8, lines that end in LF on every system, whole at every moment."""

import os
from pathlib import Path


def write_text_file(file: Path, text: str) -> bool:
    """Write a text where another one stands, or none; whether it did. Who reads meanwhile finds the old text or the new one."""
    content = text.encode()
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
