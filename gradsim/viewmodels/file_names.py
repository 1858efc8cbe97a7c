"""The one rule for the names of files that are proposed: every system takes them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MOST_BYTES: Final = 255
"""What the file systems give a name, its ending included."""
_MOST_CHARACTERS: Final = 80
"""A whole path has 260 on Windows."""
_DEVICE: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9¹²³]", re.IGNORECASE)
"""What Windows takes for a device, whatever ending follows."""


def file_name(title: str, ending: str, otherwise: str) -> str:
    """A name from what a person called something.

    ending : such as ``.gradsim``; otherwise : the name where nothing of `title` can stay.
    """
    kept = "".join(
        each if each.isalnum() or each in " -_()" else "-"
        for each in unicodedata.normalize("NFC", title)
    )
    stem = shortened(kept.strip(" -"), ending, _MOST_CHARACTERS).strip(" -") or otherwise
    device = _DEVICE.fullmatch(f"{stem}{ending}".partition(".")[0])
    return f"{stem}_{ending}" if device else f"{stem}{ending}"


def shortened(stem: str, ending: str, most: int = _MOST_BYTES) -> str:
    """As much of `stem` as a name with `ending` has room for, and `most` characters at most.

    It is cut between two letters: neither within the bytes of one, nor within a Hangul syllable
    that is written as jamo, nor before an accent.
    """
    room = _MOST_BYTES - len(ending.encode())
    kept = stem[:most]
    while kept and (len(kept.encode(errors="surrogatepass")) > room or _goes_on(stem[len(kept) :])):
        kept = kept[:-1]
    return kept


def _goes_on(rest: str) -> bool:
    """Whether its first letter belongs to the one before it."""
    if not rest:
        return False
    code = ord(rest[0])
    vowel_or_final = 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF
    return vowel_or_final or bool(unicodedata.combining(rest[0]))
