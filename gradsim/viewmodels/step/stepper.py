"""The cursor that walks through backpropagation: which lens, which parameter, which step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.lenses import forward_steps, layer_steps, path_steps
from gradsim.viewmodels.step.playback import Playback
from gradsim.viewmodels.step.steps import Step, StepKind
from gradsim.viewmodels.step.walk import Cursor, Lens, Walk, find_place, nearest_survivor

if TYPE_CHECKING:
    from gradsim.engine.network import Network
    from gradsim.engine.paths import ParameterAddress, ParameterPaths, Path
    from gradsim.viewmodels.document import Document
    from gradsim.viewmodels.scope import Scope
    from gradsim.viewmodels.settings import Settings
    from gradsim.viewmodels.simulation import Simulation, SimulationResult

__all__ = ["Lens", "Step", "StepKind", "Stepper"]

_PATHS = 10


class Stepper(QObject):
    """Holds the walk of the chosen lens over the newest result, and a position in it.

    Position p has the first p steps revealed; `current` is the last of them. The place is kept by
    identity (lens, kind, layer, parameter, path) when the network changes.
    """

    steps_changed = Signal()
    """Other steps, or the same steps with other numbers; the position may have moved with them."""
    position_changed = Signal()
    lens_changed = Signal()
    notice_changed = Signal()

    def __init__(
        self,
        simulation: Simulation,
        document: Document,
        scope: Scope,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._simulation = simulation
        self._document = document
        self._scope = scope
        self._settings = settings
        self._result: SimulationResult | None = None
        self._lens = Lens.PARAMETER
        self._parameter: ParameterAddress | None = None
        self._path_index = 0
        self._position = 0
        self._walk = Walk(Lens.PARAMETER)
        self._layer_ids: tuple[int, ...] = ()
        self._fresh = True
        self._notice: Message | None = None
        self.playback = Playback(self)
        self.playback.ticked.connect(self._play_on)
        simulation.published.connect(self._follow_result)
        document.loaded.connect(self._forget_place)
        if simulation.result is not None:
            self._follow_result()

    # What stands there

    @property
    def result(self) -> SimulationResult | None:
        """The result that the steps were made from."""
        return self._result

    @property
    def lens(self) -> Lens:
        """Forward, whole layers, or one parameter."""
        return self._lens

    @property
    def walk(self) -> Walk:
        """The steps with what belongs to them."""
        return self._walk

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps of the lens, revealed or not."""
        return self._walk.steps

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
    def parameter(self) -> ParameterAddress | None:
        """The parameter of the parameter lens, kept while another lens is open."""
        return self._parameter

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
    def notice(self) -> Message | None:
        """One line that says why the place moved, until the next move of the cursor."""
        return self._notice

    @property
    def playing(self) -> bool:
        """Whether the walk goes on by itself."""
        return self.playback.playing

    # Walking

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
        """Reveal exactly `position` steps (held within what there is)."""
        position = min(max(position, 0), len(self.steps))
        if position == self._position:
            return
        self._position = position
        self._say(None)
        if self.at_end:
            self.playback.stop()
        self.position_changed.emit()

    def page(self, layers: int) -> None:
        """Move on (+1) or back (−1) by a layer, to the first step of it."""
        starts = [
            i + 1
            for i, step in enumerate(self.steps)
            if i == 0 or step.layer != self.steps[i - 1].layer
        ]
        if layers > 0:
            self.jump(next((p for p in starts if p > self._position), len(self.steps)))
        else:
            self.jump(max((p for p in starts if p < self._position), default=0))

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

    # Choosing

    def choose_lens(self, lens: Lens | str) -> None:
        """Look through another lens, at the layer where the cursor stands."""
        lens = Lens(lens)
        if lens == self._lens:
            return
        self.pause()
        self._lens = lens
        self._position = 0
        self._rebuild()
        self._say(None)
        self.lens_changed.emit()
        self.steps_changed.emit()

    def choose_parameter(self, address: ParameterAddress) -> None:
        """Unroll another parameter, from the start; opens the parameter lens.

        An address that the network does not have is held to the nearest that it has.
        """
        if address == self._parameter and self._lens == Lens.PARAMETER:
            return
        self.pause()
        lens_changed = self._lens != Lens.PARAMETER
        self._lens = Lens.PARAMETER
        self._parameter = address
        if self._result is not None:
            self._parameter = _held(address, self._result.project.network)
        self._path_index = 0
        self._position = 0
        self._rebuild()
        self._say(None)
        if lens_changed:
            self.lens_changed.emit()
        self.steps_changed.emit()

    def choose_path(self, index: int) -> None:
        """Walk another of the strongest paths; the position stays."""
        paths = self.paths
        if paths is None or not 0 <= index < len(paths.paths) or index == self._path_index:
            return
        self._path_index = index
        self._rebuild(paths)
        self.steps_changed.emit()

    # Following the network

    def _cursor(self) -> Cursor:
        step, path = self.current, self.path
        return Cursor(
            self._lens,
            kind=None if step is None else step.kind,
            layer_id=None if step is None else self._layer_ids[step.layer - 1],
            parameter=self._parameter,
            path=None if path is None else path.units,
        )

    def _forget_place(self) -> None:
        self.pause()
        self._fresh = True

    def _follow_result(self) -> None:
        result = self._simulation.result
        if result is None or result is self._result:
            return
        cursor, before = self._cursor(), self._layer_ids
        network = result.project.network
        if self._result is not None and result.project is not self._result.project:
            self.pause()
        self._result = result
        self._layer_ids = tuple(layer.id for layer in network.layers)
        if self._fresh or self._parameter is None:
            self._fresh = False
            self._parameter = default_parameter(network)
            self._path_index = 0
            self._position = 0
            self._rebuild()
            self._say(None)
        else:
            self._keep_place(cursor, before)
        self.steps_changed.emit()

    def _keep_place(self, cursor: Cursor, before: tuple[int, ...]) -> None:
        assert self._result is not None
        network = self._result.project.network
        notice = self._move_parameter(network, before)
        self._rebuild()
        paths = self.paths
        if paths is not None and cursor.path is not None and len(paths.paths) > 1:
            units = [path.units for path in paths.paths]
            if cursor.path in units:
                self._path_index = units.index(cursor.path)
            else:
                self._path_index = 0
                notice = notice or Message.of("Stepper", _PATH_GONE)
            self._rebuild(paths)
        place = find_place(cursor, self._walk, before, self._layer_ids)
        self._position = place.position
        if place.lost:
            notice = Message.of("Stepper", _BACK_AT_START)
        elif place.moved_to is not None:
            notice = Message.of("Stepper", _LAYER_GONE, layer=place.moved_to)
        if notice is not None:
            self._say(notice)

    def _move_parameter(self, network: Network, before: tuple[int, ...]) -> Message | None:
        from gradsim.engine.paths import ParameterAddress

        old = self._parameter
        assert old is not None
        if old.layer > len(before):
            self._parameter = default_parameter(network)
            return None
        survivor = nearest_survivor(before[old.layer - 1], before, self._layer_ids)
        if survivor is None:
            self._parameter = default_parameter(network)
            return Message.of("Stepper", _PARAMETER_GONE, parameter=str(self._parameter))
        layer = self._layer_ids.index(survivor) + 1
        wanted = ParameterAddress(old.kind, layer, old.unit, old.source)
        self._parameter = _held(wanted, network)
        if self._parameter != wanted or survivor != before[old.layer - 1]:
            return Message.of("Stepper", _PARAMETER_GONE, parameter=str(self._parameter))
        return None

    def _rebuild(self, paths: ParameterPaths | None = None) -> None:
        result = self._result
        if result is None:
            self._walk = Walk(self._lens)
        elif self._lens == Lens.FORWARD:
            self._walk = Walk(self._lens, forward_steps(result.project.network))
        elif self._lens == Lens.LAYER:
            self._walk = Walk(self._lens, layer_steps(result))
        else:
            self._walk = self._path_walk(result, paths)
        self._position = min(self._position, len(self._walk.steps))

    def _path_walk(self, result: SimulationResult, paths: ParameterPaths | None) -> Walk:
        from gradsim.engine.paths import parameter_paths

        if result.sample is None:
            return Walk(self._lens, refusal=Message.of("Stepper", _NEEDS_SAMPLE))
        assert self._parameter is not None
        if paths is None:
            paths = parameter_paths(result.forward, 1, self._parameter, _PATHS)
        self._path_index = min(self._path_index, len(paths.paths) - 1)
        steps = path_steps(result.project.network, paths.paths[self._path_index])
        return Walk(self._lens, steps, paths, self._path_index)

    def _play_on(self) -> None:
        self.next()

    def _say(self, notice: Message | None) -> None:
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit()


def default_parameter(network: Network) -> ParameterAddress:
    """A weight in the middle of the network: layer ⌈L/2⌉, to unit 2 from unit 1."""
    from gradsim.engine.paths import ParameterAddress

    layer = (len(network.layers) + 1) // 2
    return _held(ParameterAddress("w", layer, 2, 1), network)


def _held(address: ParameterAddress, network: Network) -> ParameterAddress:
    from gradsim.engine.paths import ParameterAddress

    layer = min(max(address.layer, 1), len(network.layers))
    unit = min(max(address.unit, 1), network.layers[layer - 1].units)
    source = min(max(address.source, 1), network.fan_in(layer)) if address.kind == "w" else 0
    return ParameterAddress(address.kind, layer, unit, source)


_NEEDS_SAMPLE = QT_TRANSLATE_NOOP(
    "Stepper", "A path belongs to one sample. Choose a sample to unroll a parameter."
)
_BACK_AT_START = QT_TRANSLATE_NOOP("Stepper", "The step is gone with the edit: back at the start.")
_LAYER_GONE = QT_TRANSLATE_NOOP("Stepper", "The layer of this step is gone: now at layer {layer}.")
_PARAMETER_GONE = QT_TRANSLATE_NOOP(
    "Stepper", "The parameter is gone with the edit: now {parameter}."
)
_PATH_GONE = QT_TRANSLATE_NOOP("Stepper", "The path is no longer among the strongest: now path 1.")
