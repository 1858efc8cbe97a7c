"""A position in a walk, and every way to move it: by step, by layer, by jump, by itself."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from gradsim.engine.paths.parameter_paths import ParameterPaths, Path
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.playback import Playback
from gradsim.viewmodels.step.walk.steps import Step
from gradsim.viewmodels.step.walk.walk import Lens, Walk, page_start


class Guard(Protocol):
    """Stands before what is not shown yet."""

    @property
    def active(self) -> bool:
        """Whether what is to come must not be given away."""

    def hold(self, position: int) -> int:
        """The position to which a move forward is let through."""


class WalkCursor(QObject):
    """Holds a walk and a position p in it: the first p steps are revealed.

    `current` is the step revealed last. Cursor moves are navigation, never undo steps.
    """

    steps_changed = Signal()
    """Other steps, or the same steps with other numbers; the position may have moved with them."""
    position_changed = Signal()
    notice_changed = Signal()
    guard_changed = Signal()
    """What is to come is hidden from now on, or no more."""

    followed_again = Signal()
    """Somebody looks again; what was missed meanwhile is being taken up."""

    def __init__(self, lens: Lens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk(lens)
        self._position = 0
        self._followed = True
        self._notice: Message | None = None
        self._guard: Guard | None = None
        self.playback = Playback(self)
        self.playback.ticked.connect(self.next)

    @property
    def walk(self) -> Walk:
        """The steps with what belongs to them."""
        return self._walk

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of the lens, revealed or not."""
        return self._walk.steps

    @property
    def paths(self) -> ParameterPaths | None:
        """The strongest paths of the parameter; None in the other lenses and for a batch."""
        return self._walk.paths

    @property
    def path_index(self) -> int:
        """Which of the strongest paths is walked, from 0."""
        return self._walk.path_index

    @property
    def path(self) -> Path | None:
        """The path that is walked."""
        return self._walk.path

    @property
    def followed(self) -> bool:
        """Whether somebody looks at the walk; unseen, it stays on the numbers that it had."""
        return self._followed

    def set_followed(self, followed: bool) -> None:
        """Rest while nobody looks; then take up the newest result at once."""
        if followed == self._followed:
            return
        self._followed = followed
        if followed:
            self.catch_up()
            self.followed_again.emit()

    def catch_up(self) -> None:
        """Take up the newest numbers, seen or not."""
        raise NotImplementedError

    @property
    def position(self) -> int:
        """How many steps are revealed: 0 .. len(steps)."""
        return self._position

    @property
    def current(self) -> Step | None:
        """The step revealed last; None at position 0."""
        return self.steps[self._position - 1] if self._position else None

    @property
    def at_end(self) -> bool:
        """Whether nothing is left to reveal."""
        return self._position >= len(self.steps)

    @property
    def notice(self) -> Message | None:
        """One line that says why the place moved, until the next move of the cursor."""
        return self._notice

    @property
    def playing(self) -> bool:
        """Whether the walk goes on by itself."""
        return self.playback.playing

    @property
    def guarded(self) -> bool:
        """Whether what is to come is asked before it is shown, so that nothing may give it away."""
        return self._guard is not None and self._guard.active

    def set_guard(self, guard: Guard) -> None:
        """Let `guard` decide how far each move forward goes."""
        self._guard = guard

    def next(self) -> None:
        """Reveal one more step."""
        self.jump(self._position + 1)

    def back(self) -> None:
        """Hide the step revealed last."""
        self.jump(self._position - 1)

    def first(self) -> None:
        """Hide every step."""
        self.jump(0)

    def last(self) -> None:
        """Reveal every step."""
        self.jump(len(self.steps))

    def jump(self, position: int) -> None:
        """Reveal `position` steps (held within what there is), as far as the guard lets it."""
        position = min(max(position, 0), len(self.steps))
        if self._guard is not None and position > self._position:
            position = self._guard.hold(position)
        self.reveal(position)

    def reveal(self, position: int) -> None:
        """Reveal exactly `position` steps (held within what there is), past the guard."""
        position = min(max(position, 0), len(self.steps))
        if position == self._position:
            return
        self._position = position
        self._say(None)
        if self.at_end:
            self.pause()
        self.position_changed.emit()

    def page(self, layers: int) -> None:
        """Move on (+1) or back (−1) by a layer, to the first step of it."""
        self.jump(page_start(self._walk, self._position, layers))

    def play(self) -> None:
        """Walk on by itself, from the start if it stands at the end."""
        if not self.steps:
            return
        if self.at_end:
            self.first()
        self.playback.start()

    def pause(self) -> None:
        """Stand still."""
        self.playback.stop()

    def _say(self, notice: Message | None) -> None:
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit()
