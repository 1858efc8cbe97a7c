"""Which number is nudged: its kind, its layer and its place there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.engine.network import Network
from gradsim.engine.nudge.lever import LEARNED, Lever
from gradsim.engine.remedies.drawing import normalized_units
from gradsim.ui.builder.fields import ChoiceField
from gradsim.ui.count_field import CountField
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.nudge.levers import kinds_of, towards

_NARROWEST_KIND = 76


class LeverChooser(QWidget):
    """Kind, layer, j and k; those that the kind does not have are hidden."""

    chosen = Signal(object)
    """A Lever."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind_box = ChoiceField()
        self.layer_box = CountField(1, 1)
        self.unit_box = CountField(1, 1)
        self.source_box = CountField(1, 1)
        self._lever: Lever | None = None
        self._targets = True
        self._network: Network | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        self.kind_box.setMinimumWidth(_NARROWEST_KIND)
        layout.addWidget(self.kind_box)
        for box in (self.layer_box, self.unit_box, self.source_box):
            box.valueChanged.connect(self._choose_place)
            layout.addWidget(box)
        self.kind_box.chosen.connect(self._choose_kind)
        self._retranslate()

    def show_lever(self, lever: Lever, network: Network, targets: bool) -> None:
        """Show `lever` of `network`, reporting nothing; `targets` says whether the cost has any."""
        self._lever, self._targets, self._network = lever, targets, network
        self._offer()
        self.kind_box.show_choice(lever.kind)
        self.layer_box.setVisible(lever.kind not in ("x", "y"))
        self.source_box.setVisible(lever.kind == "w")
        self._set(self.layer_box, network.depth, max(lever.layer, 1))
        units = network.widths[lever.layer]
        if lever.kind in LEARNED:
            units = normalized_units(network, lever.layer)
        self._set(self.unit_box, units, lever.unit)
        if lever.kind == "w":
            self._set(self.source_box, network.widths[lever.layer - 1], lever.source)
        self._prefix()

    def _set(self, box: CountField, most: int, value: int) -> None:
        first = current().first_index
        with QSignalBlocker(box):
            box.setRange(first, most - 1 + first)
            box.setValue(value - 1 + first)
        widest = box.fontMetrics().horizontalAdvance(f"{box.prefix()}{most}")
        box.setFixedWidth(widest + 38)

    def _choose_kind(self, kind: str) -> None:
        now, network = self._lever, self._network
        if now is not None and network is not None and kind != now.kind:
            layer = {"x": 0, "y": network.depth}.get(kind, max(now.layer, 1))
            unit = 1 if kind in ("x", "y") else now.unit
            self.chosen.emit(Lever(kind, layer, unit, 1 if kind == "w" else 0))  # type: ignore[arg-type]

    def _choose_place(self) -> None:
        now, network = self._lever, self._network
        if now is None or network is None:
            return
        layer, unit, source = (
            box.value() + 1 - current().first_index
            for box in (self.layer_box, self.unit_box, self.source_box)
        )
        layer = now.layer if now.kind in ("x", "y") else layer
        wanted = Lever(now.kind, layer, unit, source if now.kind == "w" else 0)
        self.chosen.emit(towards(wanted, network, now.layer))
        # Where no further layer has one, the number stays, and the field shows it again.
        if self._lever == now:
            self.show_lever(now, network, self._targets)

    def _prefix(self) -> None:
        """An input's number is k, as the weights that it feeds count it."""
        inputs = self._lever is not None and self._lever.kind == "x"
        self.unit_box.setPrefix("k " if inputs else "j ")

    def _offer(self) -> None:
        """The kinds that the network has."""
        names = {
            "w": self.tr("weight"),
            "b": self.tr("bias"),
            "γ": self.tr("scale γ"),
            "β": self.tr("shift β"),
            "x": self.tr("input"),
        }
        kinds = ("w", "b", "x") if self._network is None else kinds_of(self._network)
        offered = [(kind, names[kind]) for kind in kinds]
        self.kind_box.offer((*offered, ("y", self.tr("target"))))
        if self._lever is not None:
            self.kind_box.allow("y", self._targets, self.tr("This cost reads no targets."))

    def _retranslate(self) -> None:
        self._offer()
        self.layer_box.setPrefix(self.tr("layer") + " ")
        self.source_box.setPrefix("k ")
        self._prefix()
        named = (
            (self.kind_box, self.tr("What is nudged")),
            (self.layer_box, self.tr("Layer of the nudged number")),
            (self.unit_box, self.tr("Unit of the nudged number")),
            (self.source_box, self.tr("Unit that the nudged weight comes from (k)")),
        )
        for box, name in named:
            box.setAccessibleName(name)
            box.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
