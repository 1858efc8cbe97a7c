"""What a scan covers: the axis, how far, over how many seeds, and with which cost."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from gradsim.project.scans import ScanAxis, depth_places, gain_places
from gradsim.viewmodels.settings import Settings

TOPS: Final = (20, 50, 100, 200, 500, 1000)
"""The greatest depths offered."""
GAIN_RANGES: Final = ((0.5, 2.0), (0.25, 4.0), (0.1, 10.0), (0.01, 100.0))
SEEDS: Final = (1, 200)
_SEEDS_AT_FIRST = 8


class ScanChoice(QObject):
    """Remembered between starts."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._axis = ScanAxis.gain if settings.text("scan_axis") == "gain" else ScanAxis.depth
        self._top = self._number("scan_top", TOPS, TOPS[2])
        self._range = self._number("scan_range", range(len(GAIN_RANGES)), 1)
        self._seeds = self._number("scan_seeds", range(SEEDS[0], SEEDS[1] + 1), _SEEDS_AT_FIRST)
        self._probe = settings.text("scan_probe") == "on"

    @property
    def axis(self) -> ScanAxis:
        """Depth or gain."""
        return self._axis

    @property
    def top(self) -> int:
        """The greatest depth."""
        return self._top

    @property
    def gain_range(self) -> tuple[float, float]:
        """The least and the greatest gain."""
        return GAIN_RANGES[self._range]

    @property
    def seeds(self) -> int:
        """How many draws at each place."""
        return self._seeds

    @property
    def probe(self) -> bool:
        """Whether the cost `probe` takes the place of each run's own, as theory needs."""
        return self._probe

    def levels(self) -> tuple[tuple[float, ...], ...]:
        """The places to measure, coarse first."""
        if self._axis is ScanAxis.depth:
            return depth_places(self._top)
        return gain_places(*self.gain_range)

    def choose_axis(self, axis: str) -> None:
        """Scan over ``depth`` or over ``gain``."""
        if axis != self._axis:
            self._axis = ScanAxis(axis)
            self._keep("scan_axis", axis)

    def choose_top(self, top: int) -> None:
        """Scan as deep as `top`."""
        if top != self._top and top in TOPS:
            self._top = top
            self._keep("scan_top", str(top))

    def choose_range(self, index: int) -> None:
        """Scan the gains of one of the ranges offered."""
        if index != self._range and 0 <= index < len(GAIN_RANGES):
            self._range = index
            self._keep("scan_range", str(index))

    def choose_seeds(self, seeds: int) -> None:
        """Measure over so many draws."""
        if seeds != self._seeds and SEEDS[0] <= seeds <= SEEDS[1]:
            self._seeds = seeds
            self._keep("scan_seeds", str(seeds))

    def choose_probe(self, probe: bool) -> None:
        """Put the cost `probe` in place of each run's own, or leave that."""
        if probe != self._probe:
            self._probe = probe
            self._keep("scan_probe", "on" if probe else "off")

    def _keep(self, key: str, value: str) -> None:
        self._settings.set_text(key, value)
        self.changed.emit()

    def _number(self, key: str, allowed: tuple[int, ...] | range, usual: int) -> int:
        text = self._settings.text(key)
        return int(text) if text.isdecimal() and int(text) in allowed else usual
