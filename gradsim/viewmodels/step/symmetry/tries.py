"""What can be tried on the network: weights made 0 or constant, and noise on one of them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.project.edits import add_to_weight, fill_weights
from gradsim.project.model import Project
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.parameters import held, symbol_of
from gradsim.viewmodels.step.stepper import Stepper

CONSTANT = 0.5
NOISE = 0.01


class Tries(QObject):
    """Each try is one undoable edit; it remembers the network from before the noise."""

    def __init__(self, document: Document, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._stepper = stepper
        self._noise: tuple[Project, Project, str] | None = None

    @property
    def noisy_weight(self) -> ParameterAddress | None:
        """The weight that gets the noise: the one that is unrolled, or one of its unit's."""
        address = self._stepper.parameter
        if address is None:
            return None
        wanted = ParameterAddress("w", address.layer, address.unit, max(address.source, 1))
        return held(wanted, self._document.project.network)

    @property
    def noisy_symbol(self) -> str:
        """Its symbol, ``w₂₁⁽³⁾``."""
        address = self.noisy_weight
        if address is None:
            return ""
        return symbol_of(address, self._document.project.network).text

    def fill(self, value: float, layer: int | None) -> None:
        """Make every weight of `layer` (from 1), or of all layers, `value`."""
        project = self._document.project
        if layer is None:
            name = Message.of("Edit", _EVERY, value=numeral(value, 1))
            self._document.edit(name, fill_weights(project, project.layer_ids, value))
        elif 1 <= layer <= len(project.layers):
            name = Message.of("Edit", _LAYER, value=numeral(value), layer=layer)
            layer_id = project.layer_ids[layer - 1]
            self._document.edit(name, fill_weights(project, layer_id, value))

    def add_noise(self) -> None:
        """Add `NOISE` to the weight; its layer's numbers are typed from then on."""
        before, symbol = self._document.project, self.noisy_symbol
        after = self.with_noise(before)
        if after is not None:
            name = Message.of("Edit", _NOISE, amount=numeral(NOISE, 1), weight=symbol)
            self._noise = before, after, symbol
            self._document.edit(name, after)

    def with_noise(self, project: Project) -> Project | None:
        """`project` with the noise on its weight."""
        address = self.noisy_weight
        if address is None:
            return None
        address = held(address, project.network)
        layer_id = project.layer_ids[address.layer - 1]
        return add_to_weight(project, layer_id, address.unit, address.source, NOISE)

    def twin(self, project: Project) -> tuple[Project | None, Message]:
        """What to run beside `project`: itself before the noise, else itself with noise."""
        if self._noise is not None and self._noise[1] is project:
            before, _, symbol = self._noise
            return before, Message.of("Symmetry", _BEFORE, weight=symbol)
        symbol = self.noisy_symbol
        told = Message.of("Symmetry", _WITH, amount=numeral(NOISE, 1), weight=symbol)
        return self.with_noise(project), told


_EVERY = QT_TRANSLATE_NOOP("Edit", "Set every weight to {value}")
_LAYER = QT_TRANSLATE_NOOP("Edit", "Set the weights of layer {layer} to {value}")
_NOISE = QT_TRANSLATE_NOOP("Edit", "Add {amount} to {weight}")
_BEFORE = QT_TRANSLATE_NOOP("Symmetry", "before the noise on {weight}")
_WITH = QT_TRANSLATE_NOOP("Symmetry", "with {amount} added to {weight}")
