"""The singular values of the open network for one sample, computed while somebody looks."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.forward import ForwardPass
from gradsim.engine.spectra.gradient_spectra import gradient_spectra
from gradsim.viewmodels.gradients.spectra.sizes import told_layers, too_wide
from gradsim.viewmodels.gradients.spectra.spread import Spread, spread_of
from gradsim.viewmodels.gradients.watched_job import Progress, Task, WatchedJob
from gradsim.viewmodels.jobs import Cancel
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation, SimulationResult

Matrices = Literal["layers", "product"]
_CHOICE: Final = "singular_values_of"


class Spectra(Struct, frozen=True, eq=False):
    """The spreads for one sample (from 1) of a result: of each layer's J, and of the products
    gathered from the output down to each."""

    result: SimulationResult
    sample: int
    layers: Spread
    product: Spread

    @property
    def depth(self) -> int:
        """How many layers the network has."""
        return self.result.project.network.depth


class SpectraModel(QObject):
    """Follows the numbers on screen; in the batch a sample is chosen here."""

    changed = Signal()

    def __init__(
        self,
        simulation: Simulation,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._simulation, self._scope, self._settings = simulation, scope, settings
        self._chosen: int | None = None
        self._matrices: Matrices = "product" if settings.text(_CHOICE) == "product" else "layers"
        self._refusal: Message | None = None
        self._job = WatchedJob(self)
        self._job.changed.connect(self.changed)
        simulation.published.connect(self._follow)
        self._follow()

    @property
    def matrices(self) -> Matrices:
        """Whether each layer's own Jacobian is shown, or the product down to it."""
        return self._matrices

    @property
    def spectra(self) -> Spectra | None:
        """The last answer; None while there is none."""
        answer: Spectra | None = self._job.answer
        return answer

    @property
    def shown(self) -> Spread | None:
        """The spread that is drawn."""
        spectra = self.spectra
        if spectra is None:
            return None
        return spectra.layers if self._matrices == "layers" else spectra.product

    @property
    def refusal(self) -> Message | None:
        """Why nothing is computed."""
        return self._refusal

    @property
    def problem(self) -> Exception | None:
        """Why it could not be computed."""
        return self._job.problem

    @property
    def job(self) -> WatchedJob:
        """How far the work has come."""
        return self._job

    @property
    def of_batch(self) -> bool:
        """Whether the numbers on screen are of the batch, so that a sample has to be chosen."""
        result = self._simulation.result
        return result is not None and result.sample is None

    @property
    def samples(self) -> int:
        """How many samples there are to choose from."""
        result = self._simulation.result
        return 1 if result is None else result.materials.samples

    @property
    def sample(self) -> int:
        """The sample whose Jacobians are shown, from 1."""
        result = self._simulation.result
        if result is not None and result.sample is not None:
            return result.sample
        return min(self._chosen or self._scope.last_sample, self.samples)

    def choose_sample(self, sample: int) -> None:
        """Show another sample of the batch."""
        if self.of_batch and 1 <= sample <= self.samples and sample != self.sample:
            self._chosen = sample
            self._follow()
            self.changed.emit()

    def choose_matrices(self, matrices: str) -> None:
        """Show ``"layers"`` or ``"product"``."""
        if matrices != self._matrices and matrices in ("layers", "product"):
            self._matrices = "product" if matrices == "product" else "layers"
            self._settings.set_text(_CHOICE, matrices)
            self.changed.emit()

    def set_watched(self, watched: bool) -> None:
        """Compute only while somebody looks."""
        self._job.set_watched(watched)

    def finish(self) -> None:
        """Wait for the answer: for a picture."""
        self._job.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._job.shut_down()

    def _follow(self) -> None:
        result = self._simulation.result
        if result is None:
            return
        self._refusal = too_wide(result.project.network)
        if self._refusal is not None:
            self._job.forget()
        else:
            self._job.want((result, self.sample), _task(result, self.sample))
        self.changed.emit()


def _task(result: SimulationResult, sample: int) -> Task:
    """What computes the spectra of a sample, from 1, of a result."""
    forward: ForwardPass = result.forward
    row = sample if result.sample is None else 1

    def compute(cancelled: Cancel, progress: Progress) -> Spectra:
        told = told_layers(forward.network)
        found = gradient_spectra(forward, row, at=told, cancelled=cancelled, progress=progress)
        return Spectra(
            result, sample, spread_of(found.at, found.layers), spread_of(found.at, found.back)
        )

    return compute
