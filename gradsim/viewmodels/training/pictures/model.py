"""The picture that is wanted of the moment shown, made off the window's thread, newest first."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from gradsim.engine.initialization import Parameters
from gradsim.engine.problems import Problem
from gradsim.project.model import Project
from gradsim.viewmodels.jobs import Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.pictures.misread import Misread, misread_images
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps, unit_maps
from gradsim.viewmodels.training.pictures.weight_images import WeightImages, weight_images
from gradsim.viewmodels.training.session import TrainingSession

PICTURES: Final = ("units", "weights", "misread")
Picture = UnitMaps | WeightImages | Misread | Message
_SHARE: Final = 40.0
"""How many times as long as the last picture took a run is left alone before the next."""


class PictureModel(QObject):
    """Follows the session's shown moment while a picture is wanted; otherwise costs nothing."""

    changed = Signal()
    """`picture` is another."""

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kind = ""
        """One of PICTURES, or none."""
        self.layer = 1
        self.picture: Picture | None = None
        """Of the moment shown; the sentence why there is none; None before the first moment."""
        self._made_of: tuple[object, ...] = ()
        self._free_at = 0.0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._end_job)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        session.progressed.connect(self._follow)

    def want(self, kind: str, layer: int = 1) -> None:
        """Make pictures of this kind from now on, of a layer where it has one; "" for none."""
        if (kind, layer) != (self.kind, self.layer):
            self.kind, self.layer = kind, layer
            self._free_at = 0.0
            self._follow()

    def finish(self) -> None:
        """Wait for the picture of the moment shown: for a screenshot."""
        self._free_at = 0.0
        self._follow()
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._later.stop()
        self._jobs.shut_down()

    def _follow(self) -> None:
        session, moment = self._session, self._session.shown
        if not self.kind:
            return
        if moment is None:
            self._made_of = ()
            self._jobs.cancel()
            if self.picture is not None:
                self.picture = None
                self.changed.emit()
            return
        layer = min(self.layer, session.project.network.depth)
        wanted = (self.kind, layer, moment.parameters, session.project)
        if len(self._made_of) == 4 and all(
            one is other or (index < 2 and one == other)
            for index, (one, other) in enumerate(zip(wanted, self._made_of, strict=True))
        ):
            return
        waiting = self._free_at - time.monotonic()
        if session.busy and waiting > 0:
            if not self._later.isActive():
                self._later.start(round(1e3 * waiting) + 1)
            return
        self._made_of = wanted
        make = _maker(self.kind, layer)
        self._jobs.submit(partial(_timed, make, session.project, moment.parameters))

    def _end_job(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            raise outcome.error
        if self._session.shown is None:
            return
        self.picture, seconds = outcome.value
        self._free_at = time.monotonic() + _SHARE * seconds
        self.changed.emit()


Maker = Callable[[Project, Parameters], Picture]


def _maker(kind: str, layer: int) -> Maker:
    if kind == "units":
        return partial(unit_maps, layer=layer)
    return weight_images if kind == "weights" else misread_images


def _timed(
    make: Maker, project: Project, parameters: Parameters, _cancelled: object
) -> tuple[Picture, float]:
    """The picture, and the seconds that it took."""
    begun = time.monotonic()
    try:
        picture: Picture = make(project, parameters)
    except Problem as problem:
        picture = Message.of("Problem", problem.template, **problem.arguments)
    return picture, time.monotonic() - begun
