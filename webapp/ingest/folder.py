"""Which files a list of paths names: files as they are, folders with everything in them that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from webapp.ingest.registry import SUFFIXES


def files_under(paths: Iterable[Path]) -> tuple[Path, ...]:
    """In the order named, each once; a folder's in order of their names. Hidden ones are left out."""
    found = (file for path in paths for file in (_inside(path) if path.is_dir() else [path]))
    return tuple(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if _is_article(path.relative_to(folder), path))


def _is_article(below: Path, path: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in below.parts)
    return not is_hidden and path.suffix.lower() in SUFFIXES and path.is_file()
