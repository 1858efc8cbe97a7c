"""What a page of the help is made of."""

from __future__ import annotations

from msgspec import Struct


class Section(Struct, frozen=True):
    """A part of a page under a title of its own, with a line on where it holds."""

    title: str
    where: str
    rows: tuple[tuple[str, str], ...]


class Page(Struct, frozen=True):
    """One page: its title, paragraphs, rows of a word and what it means, and titled sections."""

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
