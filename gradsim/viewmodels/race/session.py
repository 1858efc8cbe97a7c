"""The race of the window: started, paused, stepped, reset; the racers run off its thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.race import SHARES
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.race.entrants import Entrants, Racer
from gradsim.viewmodels.race.field import Field, present_field, racer_names
from gradsim.viewmodels.race.moment import RaceMoment, RacerMoment
from gradsim.viewmodels.race.track import RaceTrack
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.run_state import RunState

_SHARE: Final = "race_share"
_LOAD = QT_TRANSLATE_NOOP("Undo", "Open racer {racer}")


class RaceSession(QObject):
    """At most one race, of the racers as they stood when its first step was taken."""

    changed = Signal()
    """State, problem, speed, racers, the share of movement, or what a new race would run on."""
    progressed = Signal()
    """`moment` is another."""
    _seen = Signal(object)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        entrants: Entrants,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self._settings = document, settings
        self.entrants = entrants
        self.state = RunState.idle
        self.moment: RaceMoment | None = None
        self.problem: Problem | None = None
        self.speed = 0
        known = settings.text(_SHARE)
        self.share = next((each for each in SHARES if str(each) == known), SHARES[1])
        """The share of its size by which a layer is said to have moved."""
        self._field: Field | None = None
        self._present = present_field(document)
        self._track: RaceTrack | None = None
        self._running: dict[int, Racer] = {}
        self._names: dict[int, tuple[Message, ...]] = {}
        self._named: object = None
        self._jobs = Jobs(self, making_way=False)
        self._jobs.finished.connect(self._end_job)
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)
        entrants.changed.connect(self._follow_entrants)
        self._name_all()

    @property
    def field(self) -> Field:
        """What the race is run on; before its first step, what it would be run on."""
        return self._present if self._field is None else self._field

    @property
    def outdated(self) -> bool:
        """Whether a new race would be run on something else than this one is."""
        return self._field is not None and not self._field.same_as(self._present)

    @property
    def hopeless(self) -> bool:
        """Whether nobody can go on and nobody could start in a new race either, as no racer goes
        with the data of now: a reset alone does not help."""
        return self.state is RunState.broken and all(
            isinstance(self._present.entry(racer), Problem) for racer in self.entrants.racers
        )

    @property
    def steps(self) -> int:
        """How many steps were taken, as far as is known."""
        return 0 if self.moment is None else self.moment.steps

    @property
    def racing(self) -> tuple[RacerMoment, ...]:
        """The newest of every racer that was not taken out since."""
        if self.moment is None:
            return ()
        kept = {racer.number for racer in self.entrants.racers if not self.waits(racer)}
        return tuple(each for each in self.moment.racers if each.number in kept)

    def waits(self, racer: Racer) -> bool:
        """Whether a racer came too late for this race."""
        return self._track is not None and self._running.get(racer.number) is not racer

    def name(self, number: int) -> str:
        """What sets a racer apart, in words."""
        return " · ".join(words.text(each) for each in self._names.get(number, ()))

    def set_speed(self, rounds_a_second: int) -> None:
        """Take one of the speeds of training; it acts at once."""
        if rounds_a_second != self.speed:
            self.speed = rounds_a_second
            if self._track is not None:
                self._track.set_speed(rounds_a_second)
            self.changed.emit()

    def choose_share(self, share: float) -> None:
        """By which of SHARES a layer must have moved."""
        if share != self.share:
            self.share = share
            self._settings.set_text(_SHARE, str(share))
            self.changed.emit()

    def start(self) -> None:
        """Go on until told otherwise."""
        self._go(None)

    def step(self, steps: int = 1) -> None:
        """Let everyone take so many steps, and pause."""
        self._go(steps)

    def pause(self) -> None:
        """Stop after the round in hand."""
        if self._track is not None:
            self._track.stop()

    def toggle(self) -> None:
        """Start or pause."""
        if self.state is RunState.running:
            self.pause()
        else:
            self.start()

    def reset(self) -> None:
        """Forget the race: the next one begins with the racers, the data and the plan of now."""
        self.pause()
        self._jobs.cancel()
        self._forget()
        self._set_state(RunState.idle)
        self.progressed.emit()

    def add_open(self) -> None:
        """Let the open network race."""
        self.entrants.enter((self.document.project,), (self.document.origin,))

    def load(self, number: int) -> None:
        """Open a racer in the builder, as one undo step; see :meth:`Document.take`."""
        for racer in self.entrants.racers:
            if racer.number == number:
                name = Message.of("Undo", _LOAD, racer=number)
                self.document.take(name, racer.project, racer.origin)

    def look_again(self) -> None:
        """Read anew what a race would be run on: for whoever sees document and plan change."""
        self._present = present_field(self.document)
        if self._track is None:
            self.problem = None
        self._name_all()
        self.changed.emit()

    def finish(self) -> None:
        """Wait for what was asked for, and show it: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """Stop the thread; nothing is shown afterwards."""
        self.pause()
        self._jobs.shut_down()

    def _forget(self) -> None:
        self._field = self._track = self.moment = self.problem = None
        self._running = {}

    def _go(self, steps: int | None) -> None:
        if self.state in (RunState.running, RunState.broken):
            return
        if self._track is None:
            if not self.entrants.racers:
                return
            self._begin()
        track = self._track
        assert track is not None
        track.ready()
        track.set_speed(self.speed)
        self._jobs.submit(lambda cancelled: track.work(steps, self._seen.emit, cancelled))
        self._set_state(RunState.running)

    def _begin(self) -> None:
        self._present = field = present_field(self.document)
        racers = self.entrants.racers
        entries = [
            (racer.number, racer.project.network.cost, field.entry(racer)) for racer in racers
        ]
        self.problem = None
        self._field, self._track = field, RaceTrack(entries, field.plan)
        self._running = {racer.number: racer for racer in racers}

    def _show(self, track: RaceTrack) -> None:
        moment = track.fetch()
        if moment is not None and track is self._track and self.state is RunState.running:
            self.moment = moment
            self.progressed.emit()

    def _end_job(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._forget()
            if isinstance(outcome.error, Problem):
                self.problem = outcome.error
            self._set_state(RunState.idle)
            self.progressed.emit()
            if self.problem is None:
                raise outcome.error
            return
        self.moment = outcome.value
        self._set_state(RunState.broken if outcome.value.over else RunState.paused)
        self.progressed.emit()

    def _set_state(self, state: RunState) -> None:
        self.state = state
        self.changed.emit()

    def _follow_entrants(self) -> None:
        """Take those out of the race that are not in it any more."""
        track = self._track
        if track is not None:
            present = {id(racer) for racer in self.entrants.racers}
            for number in [n for n, each in self._running.items() if id(each) not in present]:
                track.retire(number)
                del self._running[number]
            if not self._running:
                self.reset()
        self._name_all()
        self.changed.emit()
        self.progressed.emit()

    def _name_all(self) -> None:
        """Name the racers, unless nothing did change that a name depends on."""
        racers, model = self.entrants.racers, self.field.model
        named = (racers, model.seed, model.data)
        if named != self._named:
            self._named = named
            self._names = racer_names(racers, model)
