"""Published set-ups of gradient flow, each with its statement and a rule that checks it here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gradsim.project.gallery.entry import Entry, Finding, Number, Setup, measure_entry
from gradsim.project.gallery.glorot_2010 import GLOROT_2010
from gradsim.project.gallery.he_2015 import HE_2015
from gradsim.project.gallery.klambauer_2017 import KLAMBAUER_2017
from gradsim.project.gallery.nielsen_2015 import NIELSEN_2015
from gradsim.project.gallery.saxe_2013 import SAXE_2013
from gradsim.project.gallery.schoenholz_2017 import SCHOENHOLZ_2017

__all__ = ["GALLERY", "Entry", "Finding", "Number", "Setup", "measure_entry"]

GALLERY: Mapping[str, Entry] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            GLOROT_2010,
            SAXE_2013,
            HE_2015,
            NIELSEN_2015,
            SCHOENHOLZ_2017,
            KLAMBAUER_2017,
        )
    }
)
"""The entries, in the order of their years."""
