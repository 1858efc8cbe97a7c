"""The weights and biases of one layer as they are now, typed or drawn, kept up with the project."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.document import Document
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.simulation import Simulation

Array = NDArray[np.float64]


class LayerNumbers(QObject):
    """Follows the first selected layer. Typed numbers are there at once; drawn ones come with the
    simulation that draws them, and are None until then.

    `reshaped` is emitted where another layer or another shape took the place, `changed` where only
    the numbers differ.
    """

    reshaped = Signal()
    changed = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        simulation: Simulation,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._simulation = simulation
        self._layer_id: int | None = None
        self._shape = (0, 0)
        self._weights: Array | None = None
        self._biases: Array | None = None
        self._read()
        document.project_changed.connect(self.refresh)
        selection.changed.connect(self.refresh)
        simulation.published.connect(self.refresh)

    @property
    def layer_id(self) -> int | None:
        """The layer whose numbers these are."""
        return self._layer_id

    @property
    def layer(self) -> int:
        """Its number, from 1; 0 where there is none."""
        if self._layer_id is None:
            return 0
        return self._document.project.index_of(self._layer_id) + 1

    @property
    def shape(self) -> tuple[int, int]:
        """(units, fan_in)."""
        return self._shape

    @property
    def weights(self) -> Array | None:
        """(units, fan_in) float64, None until they are drawn."""
        return self._weights

    @property
    def biases(self) -> Array | None:
        """(units,) float64, None until they are drawn."""
        return self._biases

    @property
    def typed(self) -> bool:
        """Whether numbers are typed into this layer, those of its remedies included."""
        return self.layer > 0 and self._document.project.parameters[self.layer - 1] is not None

    def refresh(self) -> None:
        """Read the numbers again, and say what differs."""
        before = (self._layer_id, self._shape)
        weights, biases = self._weights, self._biases
        self._read()
        if before != (self._layer_id, self._shape):
            self.reshaped.emit()
        elif weights is not self._weights or biases is not self._biases:
            self.changed.emit()

    def _read(self) -> None:
        project = self._document.project
        selected = self._selection.layer_ids
        if not selected:
            self._layer_id, self._shape = None, (0, 0)
            self._weights = self._biases = None
            return
        self._layer_id = selected[0]
        index = project.index_of(self._layer_id)
        fan_in = project.network.inputs if index == 0 else project.layers[index - 1].units
        self._shape = (project.layers[index].units, fan_in)
        typed = project.parameters[index]
        drawn = self._drawn(index)
        self._weights, self._biases = drawn if drawn is not None else (None, None)
        if typed is not None and typed.weights is not None:
            self._weights = typed.weights
        if typed is not None and typed.biases is not None:
            self._biases = typed.biases

    def _drawn(self, index: int) -> tuple[Array, Array] | None:
        """What the last simulation drew for this layer, while it still belongs to it."""
        result = self._simulation.result
        if result is None:
            return None
        drawn_layers = result.project.layers
        if index >= len(drawn_layers) or drawn_layers[index].id != self._layer_id:
            return None
        parameters = result.materials.parameters
        weights, biases = parameters.weights[index], parameters.biases[index]
        if weights.shape != self._shape:
            return None
        return weights, biases
