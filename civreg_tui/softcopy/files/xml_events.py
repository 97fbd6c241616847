"""XML followed event by event, never as a tree: the text's size bounds what it can cost."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from civreg_tui.softcopy.errors import SoftcopyTidakTerbaca
from civreg_tui.softcopy.files.workbook import damaged


class Follower(Protocol):
    """What is told of every element's start and end, and of the text between."""

    def start(self, tag: str, raw: dict[str, str]) -> None:
        """An element begins, with its attributes."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text inside an element, possibly in several pieces."""


def follow(content: bytes, reader: Follower, name: str, *, separator: str | None = None) -> None:
    """Tell a reader all of the content; SoftcopyTidakTerbaca when it is broken.

    ``separator`` resolves namespaces: it stands between an element's namespace and its name.
    """
    parser = expat.ParserCreate("utf-8", separator)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError):
        raise SoftcopyTidakTerbaca(damaged(name)) from None
