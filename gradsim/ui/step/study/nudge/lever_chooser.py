"""Which number is nudged: its kind, its layer and its place there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gradsim.engine.network import Network
from gradsim.engine.nudge.lever import Lever
from gradsim.ui.builder.fields import ChoiceField
from gradsim.ui.count_field import CountField
from gradsim.viewmodels.notation import current

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
        self._depth = 1
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
        self._lever, self._targets, self._depth = lever, targets, network.depth
        self.kind_box.show_choice(lever.kind)
        self.kind_box.allow("y", targets, self.tr("This cost reads no targets."))
        self.layer_box.setVisible(lever.kind in ("w", "b"))
        self.source_box.setVisible(lever.kind == "w")
        self._set(self.layer_box, network.depth, max(lever.layer, 1))
        self._set(self.unit_box, network.widths[lever.layer], lever.unit)
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
        now = self._lever
        if now is not None and kind != now.kind:
            layer = {"x": 0, "y": self._depth}.get(kind, max(now.layer, 1))
            unit = 1 if kind in ("x", "y") else now.unit
            self.chosen.emit(Lever(kind, layer, unit, 1 if kind == "w" else 0))  # type: ignore[arg-type]

    def _choose_place(self) -> None:
        now = self._lever
        if now is None:
            return
        layer, unit, source = (
            box.value() + 1 - current().first_index
            for box in (self.layer_box, self.unit_box, self.source_box)
        )
        layer = layer if now.kind in ("w", "b") else now.layer
        self.chosen.emit(Lever(now.kind, layer, unit, source if now.kind == "w" else 0))

    def _prefix(self) -> None:
        """An input's number is k, as the weights that it feeds count it."""
        inputs = self._lever is not None and self._lever.kind == "x"
        self.unit_box.setPrefix("k " if inputs else "j ")

    def _retranslate(self) -> None:
        self.kind_box.offer(
            (
                ("w", self.tr("weight")),
                ("b", self.tr("bias")),
                ("x", self.tr("input")),
                ("y", self.tr("target")),
            )
        )
        if self._lever is not None:
            self.kind_box.allow("y", self._targets, self.tr("This cost reads no targets."))
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
