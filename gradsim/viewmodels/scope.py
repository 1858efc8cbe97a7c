"""What the numbers on screen are of: one sample, or the mean over the batch."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Scope(QObject):
    """Sample k of N, counted from 1, or the whole batch."""

    changed = Signal()
    samples_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sample: int | None = 1
        self._last_sample = 1
        self._samples = 1
        self._coupled = False

    @property
    def sample(self) -> int | None:
        """The sample, from 1; None for the batch."""
        return None if self._coupled else self._sample

    @property
    def coupled(self) -> bool:
        """Whether the samples depend on each other, so that only the batch can be shown."""
        return self._coupled

    @property
    def last_sample(self) -> int:
        """The sample that the control returns to when it leaves the batch."""
        return self._last_sample

    @property
    def samples(self) -> int:
        """How many samples the project's data have."""
        return self._samples

    def choose(self, sample: int | None) -> None:
        """Show sample `sample` (held within 1..N), or the batch for None."""
        if sample is not None:
            sample = min(max(sample, 1), self._samples)
            self._last_sample = sample
        if sample != self._sample:
            self._sample = sample
            self.changed.emit()

    def set_coupled(self, coupled: bool) -> None:
        """Note whether the samples depend on each other; the sample chosen is kept for later."""
        if coupled == self._coupled:
            return
        self._coupled = coupled
        self.samples_changed.emit()
        if self._sample is not None:
            self.changed.emit()

    def set_samples(self, samples: int) -> None:
        """Note how many samples there are; a sample beyond them becomes the last one."""
        if samples == self._samples:
            return
        self._samples = samples
        self._last_sample = min(self._last_sample, samples)
        self.samples_changed.emit()
        if self._sample is not None:
            self.choose(self._sample)
