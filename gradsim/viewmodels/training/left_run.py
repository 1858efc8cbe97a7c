"""A run that is not shown any more and can be come back to."""

from __future__ import annotations

from msgspec import Struct

from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.track import Track
from gradsim.viewmodels.training.trained import Trained


class LeftRun(Struct, frozen=True, eq=False):
    """What another branched off from, to come back to by undo, or what was reset."""

    trained: Trained
    track: Track
    moment: Moment
