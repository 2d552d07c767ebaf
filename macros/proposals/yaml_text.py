"""Mappings, lists and text as YAML that reads back as the same: nothing that somebody wrote can become anything but text."""

import json
import re
from typing import Any

# What needs no quotes anywhere, also between braces.
_PLAIN = re.compile(r"[^\W_]([\w .;’'()/–-]*[\w.)’])?")
# What other programs take for a number, or for yes and no.
_NO_TEXT = re.compile(r"[\d_.]+|0[xo]\w+|[\d.]+e[\d+-]+|y|n|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE)
_SECTION = re.compile(r"\d+(\.\d+){2,}")


class Flow(dict[str, Any]):
    """A mapping that is written in one line."""


class Bare(str):
    """A word of ours that is written without quotes."""


def yaml_text(value: dict[str, Any] | list[Any], indent: int = 0) -> str:
    """A mapping or a list, line by line; what is empty is left out of a mapping."""
    lines = _mapping(value, indent) if isinstance(value, dict) else _list(value, indent)
    return "".join(f"{line}\n" for line in lines)


def scalar(text: str) -> str:
    """A text, in quotes where it needs them."""
    if isinstance(text, Bare):
        return text
    looks_otherwise = _NO_TEXT.fullmatch(text) and not _SECTION.fullmatch(text)
    return text if _PLAIN.fullmatch(text) and not looks_otherwise else json.dumps(text, ensure_ascii=False)


def _mapping(value: dict[str, Any], indent: int) -> list[str]:
    return [line for key, item in value.items() if item not in ("", [], {}, None) for line in _entry(f"{' ' * indent}{_key(key)}:", item, indent)]


def _key(key: str) -> str:
    return f'"{key}"' if _NO_TEXT.fullmatch(key) else key


def _entry(head: str, item: Any, indent: int) -> list[str]:
    if isinstance(item, Flow) or not isinstance(item, dict | list) or (isinstance(item, list) and all(isinstance(one, str) for one in item)):
        return [f"{head} {_in_line(item)}"]
    return [head, *(_mapping(item, indent + 2) if isinstance(item, dict) else _list(item, indent))]


def _list(items: list[Any], indent: int) -> list[str]:
    lines: list[str] = []
    for item in items:
        below = [_in_line(item)] if isinstance(item, Flow | str) else [line[indent + 2 :] for line in _mapping(item, indent + 2)]
        lines += [f"{' ' * indent}- {below[0]}", *(f"{' ' * (indent + 2)}{line}" for line in below[1:])]
    return lines


def _in_line(item: Any) -> str:
    if isinstance(item, dict):
        # The name `is` and its kin need no quotes; their values may.
        return "{" + ", ".join(f"{key}: {_in_line(value)}" for key, value in item.items() if value) + "}"
    return f"[{', '.join(map(scalar, item))}]" if isinstance(item, list) else scalar(item)
