"""Walking by itself: a timer that asks for the next step at a chosen speed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SPEEDS: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Steps per second that can be chosen."""


class Playback(QObject):
    """Ticks while it plays; what a tick does is up to the stepper."""

    ticked = Signal()
    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)
        self._apply_speed()

    @property
    def playing(self) -> bool:
        """Whether it is walking."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Steps per second."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Walk at `speed` steps per second from the next step on."""
        if speed != self._speed and speed > 0:
            self._speed = speed
            self._apply_speed()
            self.speed_changed.emit(speed)

    def change_speed(self, notches: int) -> None:
        """Walk `notches` of the speeds that can be chosen faster, or slower below 0."""
        index = min(range(len(SPEEDS)), key=lambda each: abs(SPEEDS[each] - self._speed))
        self.set_speed(SPEEDS[min(max(index + notches, 0), len(SPEEDS) - 1)])

    def start(self) -> None:
        """Begin to walk."""
        if not self.playing:
            self._timer.start()
            self.playing_changed.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def _apply_speed(self) -> None:
        self._timer.setInterval(round(1000 / self._speed))
