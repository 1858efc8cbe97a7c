"""Titles and names in one line, whatever was pasted into them."""

from __future__ import annotations


def single_line(text: str) -> str:
    """`text` with a blank for every line break, and none at its ends.

    Lines end where Python and Qt end them: line feeds and returns, U+0085, U+2028, U+2029, ….
    """
    return " ".join(filter(None, map(str.strip, text.splitlines())))
