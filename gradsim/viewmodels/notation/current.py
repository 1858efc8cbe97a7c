"""The notation that the window is written in.

It is one value for the whole program, as the language is: a symbol is written in dozens of places
(equations, tooltips, axes, spoken text), and whatever is on screen together has to agree. Only
what is written depends on it, never a number, so nothing computed goes stale when it changes; the
views are told to write themselves anew. An export is written in it too. Who
shows another one, as the dialog of notations does, asks ``Symbol.text_in`` and ``Symbol.tex_in``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gradsim.viewmodels.notation.value import USUAL, Notation

_current: Notation = USUAL


def current() -> Notation:
    """The notation in use."""
    return _current


def use(notation: Notation) -> None:
    """Write in `notation` from now on; what is on screen already has to be told."""
    global _current  # one value for the program, see above
    _current = notation


@contextmanager
def using(notation: Notation) -> Iterator[None]:
    """Write in `notation` within a ``with`` block, on the thread that shows the window."""
    before = _current
    use(notation)
    try:
        yield
    finally:
        use(before)


def layer_number(layer: int) -> int:
    """What `layer`, counted from 1 in the program, is called on screen."""
    return _current.layer_number(layer)


def unit_number(unit: int) -> int:
    """What `unit`, counted from 1 in the program, is called on screen."""
    return _current.unit_number(unit)


def written(sentence: str) -> str:
    """A translated sentence with the letters of the notation in use."""
    return _current.written(sentence)
