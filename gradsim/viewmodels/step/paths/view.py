"""What the paths page shows: the listing of the walk, and the survey of all paths beside it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.multiplications import Multiplications, multiplications
from gradsim.engine.paths.survey import PathSurvey, survey_paths
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.notation import Notation, current
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.paths.listing import Listing, listing_of
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.path_jobs import is_quick
from gradsim.viewmodels.step.walk.walk import Walk


class _Asked(Struct, frozen=True, eq=False):
    """Whose paths are surveyed."""

    result: SimulationResult
    address: ParameterAddress
    shortcut: bool

    def is_of(self, other: _Asked) -> bool:
        """Whether the answer is the same."""
        return (
            self.result is other.result
            and self.address == other.address
            and self.shortcut == other.shortcut
        )


class PathsView(QObject):
    """Follows the stepper when it is told to; surveys large networks off the GUI thread."""

    surveyed = Signal()
    """The survey of the paths that are listed is there now."""

    def __init__(self, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._asked: _Asked | None = None
        self._survey: PathSurvey | None = None
        self._listing: Listing | None = None
        self._listed_for: tuple[Walk, bool, Notation] | None = None
        self._number = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)

    @property
    def listing(self) -> Listing | None:
        """The strongest paths at the cursor; None where the walk has none."""
        stepper = self._stepper
        if stepper.result is None:
            return None
        # Once for all positions of a walk: a hundred long paths take a while to write out.
        key = (stepper.walk, stepper.position > 0, current())
        if self._listed_for is None or self._listed_for != key:
            self._listed_for = key
            self._listing = listing_of(stepper.walk, stepper.result, key[1])
        return self._listing

    @property
    def survey(self) -> PathSurvey | None:
        """What is true of all of them; None while it is still being counted."""
        return self._survey

    @property
    def costs(self) -> Multiplications | None:
        """The multiplications of each way to the gradient."""
        paths, result = self._stepper.paths, self._stepper.result
        if paths is None or result is None:
            return None
        network = result.project.network
        return multiplications(network, paths.address, shortcut=self._stepper.walk.shortcut)

    def follow(self) -> None:
        """Survey the paths that are listed now, if that is not done or under way."""
        asked = self._wanted()
        if asked is None:
            self._forget()
            return
        if self._asked is not None and asked.is_of(self._asked):
            return
        self._forget()
        self._asked = asked
        if is_quick(asked.result.project.network, asked.address):
            self._survey = _surveyed(asked)
            return

        def work(_cancelled: Cancel) -> PathSurvey:
            return _surveyed(asked)

        self._number = self._jobs.submit(work, replace=True)

    def finish(self) -> None:
        """Wait for the survey: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._forget()
        self._jobs.shut_down()

    def _wanted(self) -> _Asked | None:
        paths, result = self._stepper.paths, self._stepper.result
        if paths is None or result is None or not self._stepper.steps:
            return None
        return _Asked(result, paths.address, self._stepper.walk.shortcut)

    def _forget(self) -> None:
        self._asked = self._survey = None
        self._number = 0
        self._jobs.cancel()

    def _receive(self, outcome: Outcome) -> None:
        if outcome.number != self._number:
            return
        if outcome.error is not None:
            raise outcome.error
        self._survey = outcome.value
        self.surveyed.emit()


def _surveyed(asked: _Asked) -> PathSurvey:
    return survey_paths(asked.result.forward, 1, asked.address, shortcut=asked.shortcut)
