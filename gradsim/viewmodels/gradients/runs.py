"""Up to four pinned runs, A to D: whole projects that stay beside the one being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.profile_parts import entry_counts
from gradsim.engine.verdict.records import Quantity
from gradsim.project.model import Project
from gradsim.project.single_line import single_line
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.choice import ProfileChoice
from gradsim.viewmodels.gradients.differences import differing_aspects, main_aspects
from gradsim.viewmodels.gradients.run_measuring import Measured, Run, is_measured, measured_runs
from gradsim.viewmodels.gradients.wording import scope_message
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope

if TYPE_CHECKING:
    from gradsim.viewmodels.settings import Settings
    from gradsim.viewmodels.simulation import Simulation

__all__ = ["LETTERS", "Run", "Runs"]

LETTERS: Final = ("A", "B", "C", "D")


class Runs(QObject):
    """Holds the pins, keeps them measured in the present scope, and tells what sets them apart."""

    changed = Signal()
    """Pins, their names or their measurements changed."""

    def __init__(
        self,
        document: Document,
        simulation: Simulation,
        scope: Scope,
        settings: Settings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._simulation = simulation
        self._scope = scope
        self._pins: tuple[Run, ...] = ()
        self.choice = ProfileChoice(settings, self)
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take_measured)
        scope.changed.connect(self._measure_pins)
        # First of all that follow these, so that the others find the statistic suggested.
        simulation.published.connect(self._suggest_statistic)
        self.changed.connect(self._suggest_statistic)
        self.choice.changed.connect(self._suggest_statistic)
        self._suggest_statistic()

    @property
    def pins(self) -> tuple[Run, ...]:
        """The pinned runs, by letter."""
        return self._pins

    @property
    def full(self) -> bool:
        """Whether a further pin must replace one."""
        return len(self._pins) == len(LETTERS)

    def pin(self, letter: str) -> Run:
        """The pin `letter`.

        Raises
        ------
        KeyError
            Where there is none.
        """
        for run in self._pins:
            if run.letter == letter:
                return run
        raise KeyError(letter)

    def pin_now(self, replacing: str | None = None) -> Run | None:
        """Pin the open project; in place of the pin `replacing` where given.

        Returns None, and pins nothing, where four are pinned and none is to be replaced.
        """
        document = self._document
        return self._pin(document.project, "", replacing, document.origin)

    def pin_project(
        self, project: Project, name: str = "", replacing: str | None = None
    ) -> Run | None:
        """Pin any project, under `name` or, without one, under what sets it apart."""
        return self._pin(project, name, replacing, None)

    def _pin(
        self, project: Project, name: str, replacing: str | None, origin: object
    ) -> Run | None:
        letter = replacing or self._free_letter()
        if letter is None:
            return None
        run = self._with_live_measurement(Run(letter, project, name, origin=origin))
        self._put(run)
        self._measure_pins()
        return run

    def rename(self, letter: str, name: str) -> None:
        """Give a pin a name of its own; an empty one returns it to what sets it apart."""
        run = self.pin(letter)
        given = single_line(name)
        if given != run.given_name:
            self._put(replace(run, given_name=given))

    def remove(self, letter: str) -> None:
        """Drop a pin."""
        kept = tuple(run for run in self._pins if run.letter != letter)
        if len(kept) != len(self._pins):
            self._pins = kept
            self.changed.emit()

    def swap(self, letter: str) -> None:
        """Open the pinned project in the builder, as one undo step, and pin what was open; see
        :meth:`Document.take`."""
        pinned, now = self.pin(letter), self._document.project
        if pinned.project == now:
            return
        document = self._document
        self._put(self._with_live_measurement(Run(letter, now, origin=document.origin)))
        name = Message.of(
            "Undo", QT_TRANSLATE_NOOP("Undo", "Swap with run {letter}"), letter=letter
        )
        document.take(name, pinned.project, pinned.origin)
        self._measure_pins()

    def label(self, run: Run) -> tuple[Message, ...]:
        """In what the pin differs from the open project; nothing where it is the same."""
        now, samples = self._document.project, self._live_samples()
        if run.sample is not None:
            other = (scope_message(run.sample, run.samples),) if self._lacks(run) else ()
            return differing_aspects(run.project, [now]) + other
        if not run.samples or not samples:
            return differing_aspects(run.project, [now])
        return differing_aspects(run.project, [now], run.samples, [samples])

    def live_label(self) -> tuple[Message, ...]:
        """What the open project is in every respect in which a pin differs from it."""
        now, samples = self._document.project, self._live_samples()
        batch = [run for run in self._pins if run.sample is None and run.samples]
        said = differing_aspects(
            now,
            [run.project for run in self._pins],
            samples,
            [run.samples for run in batch] if samples else (),
        )
        return said or main_aspects(now)

    def _lacks(self, run: Run) -> bool:
        """Whether another sample of the pin is measured, because its data have not so many."""
        return run.sample not in (None, self._scope.sample)

    @property
    def mixed_samples(self) -> bool:
        """Whether batches of different N are overlaid, whose ‖δ‖ cannot be compared as they are."""
        samples = self._live_samples()
        return bool(samples) and any(
            run.sample is None and run.samples not in (0, samples) for run in self._pins
        )

    def finish(self) -> None:
        """Wait until every pin is measured: for a picture."""
        self._jobs.finish()

    @property
    def unequal_sizes(self) -> bool:
        """Whether the gradient shown has more entries in one layer, or run, than in another."""
        result = self._simulation.result
        now = self._document.project if result is None else result.project
        networks = [now.network, *(run.project.network for run in self._pins)]
        quantity = cast(Quantity, self.choice.quantity)
        return len({size for each in networks for size in entry_counts(each, quantity)}) > 1

    def _suggest_statistic(self) -> None:
        """Compare by RMS, as the verdict does, where an L2 norm would compare unlike sums."""
        self.choice.suggest_statistic("rms" if self.unequal_sizes else "l2")

    def shut_down(self) -> None:
        """End the measuring thread."""
        self._jobs.shut_down()

    def _free_letter(self) -> str | None:
        taken = {run.letter for run in self._pins}
        return next((letter for letter in LETTERS if letter not in taken), None)

    def _put(self, run: Run) -> None:
        others = [each for each in self._pins if each.letter != run.letter]
        self._pins = tuple(sorted([*others, run], key=lambda each: each.letter))
        self.changed.emit()

    def _live_samples(self) -> int:
        """N of the batch on screen; 0 where one sample is shown or nothing yet."""
        result = self._simulation.result
        return 0 if result is None or result.sample is not None else result.materials.samples

    def _with_live_measurement(self, run: Run) -> Run:
        """The run with the live numbers, where those are of its project and scope."""
        result = self._simulation.result
        if result is None or result.sample != self._scope.sample or result.project != run.project:
            return run
        return replace(
            run,
            sample=result.sample,
            samples=result.materials.samples,
            measurement=result.measurement,
        )

    def _measure_pins(self) -> None:
        """Measure, off this thread, the pins whose numbers are not of the present scope."""
        sample = self._scope.sample
        stale = [run for run in self._pins if not is_measured(run, sample)]
        if stale:
            self._jobs.submit(
                lambda cancelled: measured_runs(stale, sample, cancelled), replace=True
            )

    def _take_measured(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        measured: list[Measured] = outcome.value
        by_project = {id(each.run.project): each for each in measured}
        fresh = []
        for run in self._pins:
            found = by_project.get(id(run.project))
            if found is not None:
                run = replace(
                    run,
                    sample=found.sample,
                    samples=found.samples,
                    measurement=found.measurement,
                    problem=found.problem,
                )
            fresh.append(run)
        self._pins = tuple(fresh)
        self.changed.emit()
