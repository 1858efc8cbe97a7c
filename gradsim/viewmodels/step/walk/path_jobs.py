"""The strongest paths of a parameter: at once where that is quick, else off the GUI thread."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import ParameterPaths, parameter_paths
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.parameters import column_of
from gradsim.viewmodels.step.walk.walk import Lens

PATHS = 10
"""How many of the strongest paths are listed, unless more or fewer are asked for."""

_QUICK = 4_000
"""Below this measure of work (see `is_quick`) the paths take a few milliseconds at most."""
_LAYER_COST = 200


class PathRequest(Struct, frozen=True, eq=False):
    """What shall be walked: `lens` over `result`, in the parameter lens the paths of `address`.

    `count` is how many paths are listed; with `shortcut` those of a fused pair begin at a − y.
    `reset` starts the walk anew; `chosen` is False where nobody asked for the lens;
    `kept` is False where an edit took the parameter walked before.
    """

    result: SimulationResult
    lens: Lens
    address: ParameterAddress
    reset: bool = False
    kept: bool = True
    count: int = PATHS
    shortcut: bool = False
    chosen: bool = True

    @property
    def has_paths(self) -> bool:
        """Whether there are paths to seek: of one sample that depends on no other."""
        coupled = self.result.project.network.couples_samples
        return not coupled and self.lens == Lens.PARAMETER and self.result.sample is not None


class PathJobs(QObject):
    """Computes the paths of the newest request."""

    found = Signal(object, object)
    """The PathRequest and its ParameterPaths; older requests are not answered."""
    waiting_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._wanted: tuple[int, PathRequest] | None = None

    @property
    def pending(self) -> PathRequest | None:
        """The request whose answer is still to come."""
        return None if self._wanted is None else self._wanted[1]

    def ask(self, request: PathRequest) -> ParameterPaths | None:
        """The paths at once, or None: then `found` brings them."""
        self.forget()
        if is_quick(request.result.project.network, request.address, request.count):
            return _paths(request)

        def work(_cancelled: Cancel) -> ParameterPaths:
            return _paths(request)

        self._set_wanted((self._jobs.submit(work), request))
        return None

    def forget(self) -> None:
        """Do not answer the last request any more."""
        if self._wanted is not None:
            self._set_wanted(None)
            self._jobs.cancel()

    def finish(self) -> None:
        """Wait for the answer: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._wanted = None
        self._jobs.shut_down()

    def _set_wanted(self, wanted: tuple[int, PathRequest] | None) -> None:
        waited, self._wanted = self._wanted is not None, wanted
        if waited != (wanted is not None):
            self.waiting_changed.emit()

    def _receive(self, outcome: Outcome) -> None:
        if self._wanted is None or outcome.number != self._wanted[0]:
            return
        request = self._wanted[1]
        self._set_wanted(None)
        if outcome.error is not None:
            raise outcome.error
        self.found.emit(request, outcome.value)


def _paths(request: PathRequest) -> ParameterPaths:
    return parameter_paths(
        request.result.forward, 1, request.address, request.count, shortcut=request.shortcut
    )


def is_quick(network: Network, address: ParameterAddress, count: int = PATHS) -> bool:
    """Whether the paths of `address` can be sought between two frames."""
    widths = network.widths[column_of(address, network) :]
    more = max(count // PATHS, 1)
    work = sum(_LAYER_COST + below * above for below, above in pairwise(widths))
    for layer in network.layers[address.layer - 1 :]:
        if layer.normalization is not None:
            work += _LAYER_COST + layer.units**2
        if layer.residual is not None:
            work += _LAYER_COST
    return more * work <= _QUICK
