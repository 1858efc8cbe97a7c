"""How keys are written where a person reads them: as the platform writes them."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence


def key_name(keys: str) -> str:
    """The portable `keys`, such as ``Ctrl+Enter``: ⌘ and ⌥ stand for Ctrl and Alt on a Mac.

    Return is the large Enter key, whose name is Enter except on a Mac.
    """
    main, other = ("Return", "Enter") if sys.platform == "darwin" else ("Enter", "Return")
    return _native(QKeySequence(keys.replace(other, main)))


def key_names(*keys: str) -> str:
    """Several keys, one after the other."""
    return ", ".join(map(key_name, keys))


def alt_name() -> str:
    """The key that is held down, alone: Alt, or ⌥."""
    return key_name("Alt+A").removesuffix("A").removesuffix("+")


def sequence_name(sequence: QKeySequence) -> str:
    """A sequence as it is typed; empty where there is none."""
    return key_name(sequence.toString(QKeySequence.SequenceFormat.PortableText))


def _native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
