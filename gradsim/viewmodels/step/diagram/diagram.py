"""The diagram of the Step workspace: what it shows now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.step.diagram import places
from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window, shown_columns
from gradsim.viewmodels.step.diagram.arranging import arrange
from gradsim.viewmodels.step.diagram.highlights import EdgeKey, Highlights
from gradsim.viewmodels.step.diagram.hits import Target, target_at
from gradsim.viewmodels.step.diagram.layout import DiagramLayout
from gradsim.viewmodels.step.diagram.remedies import lane_of, way_layers
from gradsim.viewmodels.step.diagram.ribbon import Ribbon, ribbon_of
from gradsim.viewmodels.step.diagram.values import EMPTY_RANGE, DiagramValues
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.veil import veil_of
from gradsim.viewmodels.step.walk.walk import Lens

if TYPE_CHECKING:
    from gradsim.viewmodels.selection import Selection
    from gradsim.viewmodels.simulation import Simulation
    from gradsim.viewmodels.step.nudge.preview import Preview
    from gradsim.viewmodels.step.stepper import Stepper


class DiagramModel(QObject):
    """Joins the newest numbers, the steps and the position with the geometry of the picture.

    Layout and marks are made when asked for and kept until something that they read has changed,
    so several signals in one turn of the event loop cost one picture.
    """

    changed = Signal()
    """The whole picture is another: other numbers, other things shown, another selection."""
    highlighted = Signal()
    """Only the marks of the walk are others."""
    previewed = Signal()
    """The moved network that is shown over the picture is another, or none."""

    def __init__(
        self,
        simulation: Simulation,
        stepper: Stepper,
        selection: Selection,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._simulation = simulation
        self._stepper = stepper
        self._selection = selection
        self._size = (0.0, 0.0)
        self._values: DiagramValues | None = None
        self._preview: Preview | None = None
        self._ribbon: Ribbon | None = None
        self._layout: DiagramLayout | None = None
        self._last: tuple[object, DiagramLayout] | None = None
        self._highlights: Highlights | None = None
        self._window: Window | None = None
        self._looked_at: int | None = None
        self._chosen: tuple[tuple[int, int], ...] = ()
        self._kept: dict[int, tuple[int, ...]] = {}
        simulation.published.connect(self._follow_result)
        stepper.steps_changed.connect(self._follow_steps)
        stepper.position_changed.connect(self._follow_position)
        stepper.guard_changed.connect(self.changed)
        stepper.followed_again.connect(self._follow_result)
        selection.changed.connect(self._follow_selection)
        self._read_result()

    # What stands there

    @property
    def values(self) -> DiagramValues | None:
        """The numbers, with what is unsaid of them now; None before the first result."""
        if self._values is not None:
            stepper = self._stepper
            self._values.veil = veil_of(
                stepper.lens, stepper.steps, stepper.position, guarded=stepper.guarded
            )
        return self._values

    @property
    def preview(self) -> Preview | None:
        """The nudged network over these numbers; None while nothing is nudged."""
        preview, values = self._preview, self._values
        fits = preview is not None and values is not None and preview.result is values.result
        return preview if fits else None

    @property
    def ribbon(self) -> Ribbon | None:
        """The whole depth, where the picture shows only a part of it."""
        if self._values is None or self.window.last - self.window.first == self.shape.depth:
            return None
        if self._ribbon is None:
            self._ribbon = ribbon_of(self._values.result.measurement)
        return self._ribbon

    @property
    def shape(self) -> NetworkShape:
        """How wide each column is."""
        return NetworkShape(0, ()) if self._values is None else self._values.shape

    @property
    def lens(self) -> Lens:
        """The lens of the walk."""
        return self._stepper.lens

    @property
    def cursor(self) -> int:
        """The layer that the picture is about: looked at, or of the present step."""
        if self._looked_at is not None:
            return min(self._looked_at, self.shape.depth)
        step = self._stepper.current
        if step is not None:
            return min(step.layer, self.shape.depth)
        return 1 if self.lens is Lens.FORWARD else self.shape.depth

    @property
    def window(self) -> Window:
        """The columns shown."""
        if self._window is None:
            self._window = shown_columns(self.shape.depth, self.cursor)
        return self._window

    @property
    def selected_layers(self) -> frozenset[int]:
        """The numbers of the layers selected in the builder."""
        if self._values is None:
            return frozenset()
        ids = set(self._selection.layer_ids)
        layers = self._values.result.project.network.layers
        return frozenset(n for n, layer in enumerate(layers, start=1) if layer.id in ids)

    @property
    def chosen(self) -> tuple[tuple[int, int], ...]:
        """The (layer, unit) clicked last, or both ends of an edge pointed at."""
        return self._chosen

    @property
    def layout(self) -> DiagramLayout | None:
        """Where everything stands; None before the first result or size."""
        if self._values is None or min(self._size) <= 0:
            return None
        if self._layout is None:
            on_path = places.walked_units(self._stepper)
            self._kept = places.wanted_units((*on_path, *self._chosen), self.shape, self.window)
            self._layout = self._arranged()
        return self._layout

    def _arranged(self) -> DiagramLayout:
        """The layout; the last one again where all that it rests on is as it was."""
        network = None if self._values is None else self._values.result.project.network
        lane = 0.0 if network is None else lane_of(network)
        rests_on = (self.shape, self.window, self._size, self._kept, lane)
        if self._last is None or self._last[0] != rests_on:
            self._last = rests_on, (arrange(self.shape, self.window, *self._size, self._kept, lane))
        return self._last[1]

    @property
    def highlights(self) -> Highlights:
        """The marks of the walk; none while the walk still lags behind another network."""
        if self._lags:
            return Highlights(forward=self.lens is Lens.FORWARD)
        if self._highlights is None:
            self._highlights = places.marks_of(self._stepper, self.shape, self.window)
        return self._highlights

    @property
    def _lags(self) -> bool:
        """Whether the steps are of a network of another shape than the numbers on screen.

        The paths of a deep network are sought off the GUI thread; numbers do not wait for them.
        """
        shown = None if self._values is None else self._values.result
        return places.is_behind(self._stepper.result, shown)

    @property
    def tag(self) -> str:
        """The number of the present factor where it is a single one; empty otherwise."""
        step = self._stepper.current
        return "" if self._lags or step is None or step.value is None else numeral(step.value)

    @property
    def unrolled(self) -> Target | None:
        """The weight's edge or the unit of the parameter that is unrolled; None elsewhere."""
        return places.unrolled_target(self._stepper)

    @property
    def current_target(self) -> Target | None:
        """The thing that the present factor stands on; the parameter before the first."""
        step = self._stepper.current
        return self.unrolled if step is None else places.step_target(step)

    @property
    def bar_range(self) -> tuple[int, int]:
        """Whole decades that the bars under the shown units span."""
        return EMPTY_RANGE if self._values is None else self._values.delta_decades(self.window)

    # What a hand does

    def show_preview(self, preview: Preview | None) -> None:
        """Show a nudged network over the picture, or none."""
        if preview is not self._preview:
            self._preview = preview
            self.previewed.emit()

    def set_size(self, width: float, height: float) -> None:
        """Lay out for a canvas of this size."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._layout = None

    def target_at(self, x: float, y: float, scale: float) -> Target | None:
        """The thing under a point of the layout; lit edges before what lies below them."""
        layout = self.layout
        if layout is None or self._values is None:
            return None
        network = self._values.result.project.network
        return target_at(layout, x, y, scale, self.lit_edges(), way_layers(network))

    def lit_edges(self) -> tuple[EdgeKey, ...]:
        """Edges drawn above the picture: of the path and of the other strong paths."""
        lit, target = self.highlights, self.highlights.target
        if target is None or target.kind != "w":
            return (*lit.edges, *lit.other_paths)
        return ((target.layer, target.unit, target.source), *lit.edges, *lit.other_paths)

    def look_at(self, layer: int) -> None:
        """Show the columns around `layer` until the walk moves on."""
        self._looked_at = min(max(layer, 0), self.shape.depth)
        self._refresh_window()

    def keep(self, *units: tuple[int, int]) -> None:
        """Show these (layer, unit) even in abridged columns, and the column of the first."""
        if units != self._chosen:
            self._chosen = units
            self._touch()
        if units and not self.window.holds(units[0][0]):
            self.look_at(units[0][0])

    def _follow_result(self) -> None:
        """Where the steps are as new as the numbers, both have been taken up with the steps."""
        if not self._stepper.followed:
            return
        if self._values is None or self._values.result is not self._simulation.result:
            self._follow_steps()

    def _follow_steps(self) -> None:
        self._read_result()
        self._looked_at = None
        self._highlights = None
        self._window = shown_columns(self.shape.depth, self.cursor, self._window)
        self._touch()

    def _follow_position(self) -> None:
        self._highlights = None
        self._looked_at = None
        if not self._refresh_window():
            self.highlighted.emit()

    def _follow_selection(self) -> None:
        selected = self.selected_layers
        if selected and not any(self.window.holds(layer) for layer in selected):
            self._looked_at = min(selected)
            if self._refresh_window():
                return
        self.changed.emit()

    def _read_result(self) -> None:
        result = self._simulation.result
        if result is None or (self._values is not None and self._values.result is result):
            return
        self._values = DiagramValues(result)
        self._ribbon = None
        self._chosen = tuple(
            (layer, unit)
            for layer, unit in self._chosen
            if layer <= self.shape.depth and unit <= self.shape.width(layer)
        )

    def _refresh_window(self) -> bool:
        window = shown_columns(self.shape.depth, self.cursor, self._window)
        if window == self._window:
            return False
        self._window = window
        self._highlights = None
        self._touch()
        return True

    def _touch(self) -> None:
        self._layout = None
        self.changed.emit()
