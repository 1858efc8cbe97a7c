"""The stepper: which lens, which parameter and which path are walked, through every edit."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gradsim.engine.parameter_address import ParameterAddress, ParameterKind
from gradsim.engine.paths.parameter_paths import ParameterPaths
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation, SimulationResult
from gradsim.viewmodels.step import notices
from gradsim.viewmodels.step.parameters import default_parameter, held, moved
from gradsim.viewmodels.step.walk.cursor import WalkCursor
from gradsim.viewmodels.step.walk.foothold import Foothold, regain
from gradsim.viewmodels.step.walk.lenses import is_fused, lens_for, walk_of
from gradsim.viewmodels.step.walk.options import WalkOptions
from gradsim.viewmodels.step.walk.path_jobs import PathJobs, PathRequest
from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Cursor, Lens, find_place, way_of

__all__ = ["Lens", "Step", "StepKind", "Stepper"]

_LENS_SETTING = "step_lens"


class Stepper(WalkCursor):
    """Walks the chosen lens over the newest result.

    The place is kept by identity (lens, kind, layer, parameter, path) when the network changes.
    Lens, parameter, result and steps always belong together: where the paths of a large network
    are still being sought, all stay as they were until the answer is there.
    """

    lens_changed = Signal()
    waiting_changed = Signal()
    """Paths are being sought now, or not any more."""

    def __init__(
        self,
        simulation: Simulation,
        document: Document,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        known = settings.text(_LENS_SETTING)
        lens = Lens(known) if known in tuple(Lens) else Lens.PARAMETER
        super().__init__(lens, parent)
        self._simulation = simulation
        self._document = document
        self._scope = scope
        self._settings = settings
        self._lens = self._preferred = lens
        self.options = WalkOptions(settings, self)
        self._parameter: ParameterAddress | None = None
        self._source = 1
        self._result: SimulationResult | None = None
        self._lost: Foothold | None = None
        self._fresh = True
        self._path_jobs = PathJobs(self)
        self.options.changed.connect(self._walk_again)
        self._path_jobs.found.connect(self._adopt)
        self._path_jobs.waiting_changed.connect(self.waiting_changed)
        simulation.published.connect(self._follow_result)
        document.loaded.connect(self._forget_place)
        self._follow_result()

    @property
    def result(self) -> SimulationResult | None:
        """The result that the steps were made from."""
        return self._result

    @property
    def lens(self) -> Lens:
        """Forward, whole layers, or one parameter."""
        return self._lens

    @property
    def parameter(self) -> ParameterAddress | None:
        """The parameter of the parameter lens, kept while another lens is open."""
        return self._parameter

    @property
    def shortcut_possible(self) -> bool:
        """Whether the walk has a fused pair in it."""
        return self._lens != Lens.FORWARD and self._result is not None and is_fused(self._result)

    @property
    def waiting(self) -> bool:
        """Whether paths are being sought, so that the steps lag behind."""
        return self._path_jobs.pending is not None

    def choose_lens(self, lens: Lens | str) -> None:
        """Look through another lens, from its start."""
        lens = Lens(lens)
        if lens != self._lens:
            self._restart(lens)

    def choose_parameter(self, address: ParameterAddress) -> None:
        """Unroll another parameter, from the start; opens the parameter lens.

        An address that the network does not have is held to the nearest that it has.
        """
        newest = self._newest
        if newest is not None:
            address = held(address, newest.project.network)
        if address != self._parameter or self._lens != Lens.PARAMETER:
            self._restart(Lens.PARAMETER, address)

    def choose_parameter_kind(self, kind: ParameterKind) -> None:
        """Unroll a weight, the bias, γ or β of the unit that is unrolled; opens the parameter lens.

        From a bias it is the weight with the source that was unrolled last; γ and β are those of
        the nearest layer that has them.
        """
        pending = self._path_jobs.pending
        now = self._parameter if pending is None else pending.address
        if now is not None:
            source = max(now.source, self._source) if kind == "w" else 0
            self.choose_parameter(ParameterAddress(kind, now.layer, now.unit, source))

    def choose_path(self, index: int) -> None:
        """Walk another of the strongest paths; the place stays, and the end stays the end."""
        paths, result = self.paths, self._result
        if paths is None or result is None or index == self.path_index:
            return
        if 0 <= index < len(paths.paths):
            cursor, at_end = self._cursor(), self.at_end
            self._walk = walk_of(self._lens, result, paths, index, self._walk.shortcut)
            # Past a layer a path has fewer factors than through it.
            place = find_place(cursor, self._walk, self._layer_ids, self._layer_ids)
            self._position = len(self._walk.steps) if at_end else place.position
            self._say(None)
            self.steps_changed.emit()

    def catch_up(self) -> None:
        """Take up the newest result, seen or not."""
        pending = self._path_jobs.pending
        taken = self._result if pending is None else pending.result
        if self._simulation.result is not taken:
            self._take_up()

    def finish(self) -> None:
        """Wait for the paths that are still sought: for a picture."""
        self._path_jobs.finish()

    def shut_down(self) -> None:
        """Stand still and end the thread."""
        self.pause()
        self._path_jobs.shut_down()

    # Following the network

    def _forget_place(self) -> None:
        self.pause()
        self._fresh = True

    def _follow_result(self) -> None:
        result = self._simulation.result
        if result is None:
            return
        if self._result is not None and result.project is not self._result.project:
            self.pause()
        if self._followed:
            self._take_up()

    def _take_up(self) -> None:
        """Walk over the newest result, from where the walk stands."""
        result = self._simulation.result
        if result is None:
            return
        ids, network = result.project.layer_ids, result.project.network
        pending = self._path_jobs.pending
        if self._fresh:
            early = self._parameter if self._result is None else None
            wanted = default_parameter(result) if early is None else held(early, network)
            lens = lens_for(network, self._preferred)
            self._request(PathRequest(result, lens, wanted, reset=True, chosen=False))
        elif pending is not None and pending.reset:
            address, _ = moved(pending.address, result, pending.result.project.layer_ids, ids)
            self._request(PathRequest(result, pending.lens, address, reset=True))
        elif self._parameter is not None:
            stood = self._foothold(result)
            parameter = stood.cursor.parameter or self._parameter
            address, kept = moved(parameter, result, stood.layer_ids, ids)
            self._request(PathRequest(result, self._lens, address, kept=kept))

    @property
    def _layer_ids(self) -> tuple[int, ...]:
        """The persistent ids of the layers that are walked over."""
        return () if self._result is None else self._result.project.layer_ids

    @property
    def _newest(self) -> SimulationResult | None:
        """The newest result, which the steps may still lag behind."""
        return self._simulation.result or self._result

    def _restart(self, lens: Lens, address: ParameterAddress | None = None) -> None:
        """Walk anew, over `address` or else over the parameter walked so far."""
        self.pause()
        result, pending = self._newest, self._path_jobs.pending
        if result is None:
            self._parameter = address or self._parameter
            self._set_lens(lens)
            return
        if address is None and pending is not None and pending.result is result:
            address = pending.address
        if address is None and self._parameter is not None and not self._fresh:
            address, _ = moved(self._parameter, result, self._layer_ids, result.project.layer_ids)
        address = address or default_parameter(result)
        self._request(PathRequest(result, lens, address, reset=True))

    def _walk_again(self) -> None:
        """Make the same walk anew, with what was chosen since."""
        pending = self._path_jobs.pending
        if pending is not None:
            self._request(pending)
        elif self._result is not None and self._parameter is not None:
            self._request(PathRequest(self._result, self._lens, self._parameter))

    def _request(self, request: PathRequest) -> None:
        """Take up the result of `request`, at once or when its paths are found."""
        request = replace(
            request,
            count=self.options.path_count,
            shortcut=self.options.shortcut and is_fused(request.result),
        )
        self._path_jobs.forget()
        paths = self._path_jobs.ask(request) if request.has_paths else None
        if paths is not None or not request.has_paths:
            self._adopt(request, paths)

    def _adopt(self, request: PathRequest, paths: ParameterPaths | None) -> None:
        stood, old = self._foothold(request.result), self._result
        # A notice that names a parameter is stale where another edit moved it.
        renamed = request.address != self._parameter
        # A lens chosen before the first result of a new project must not end its fresh start.
        self._fresh = self._fresh and request.result.project is not self._document.project
        self._parameter = request.address
        self._source = request.address.source or self._source
        self._result = request.result
        if request.reset:
            self._walk = walk_of(request.lens, request.result, paths, 0, request.shortcut)
            self._position = 0
            self._say(None)
        else:
            found = regain(stood, request, paths, self._walk.shortcut)
            self._walk, self._position = found.walk, found.position
            notice = found.notice or notices.sample_gone(old, request.result)
            if notice is not None and self._notice is None:
                self._lost = stood
            if notice is not None or renamed or stood is self._lost:
                self._say(notice)
        self._set_lens(request.lens, keep=request.chosen)
        self.steps_changed.emit()

    def _foothold(self, now: SimulationResult) -> Foothold:
        """Where the walk stands; over the project in which an edit took its place away, and while
        that is still said, where it stood then: an undo gives it back."""
        lost = self._lost
        if self._notice is not None and lost is not None and lost.project is now.project:
            return lost
        return Foothold(self._cursor(), None if self._result is None else self._result.project)

    def _cursor(self) -> Cursor:
        step, path = self.current, self.path
        return Cursor(
            self._lens,
            kind=None if step is None else step.kind,
            layer_id=None if step is None else self._layer_ids[step.layer - 1],
            parameter=self._parameter,
            path=None if path is None else way_of(path),
            passed=() if path is None else tuple(edge[:2] for edge in reversed(path.edges)),
        )

    def _set_lens(self, lens: Lens, *, keep: bool = True) -> None:
        if lens != self._lens:
            self._lens = lens
            if keep:
                self._preferred = lens
                self._settings.set_text(_LENS_SETTING, lens)
            self.lens_changed.emit()
