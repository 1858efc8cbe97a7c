"""The focusable outline of the diagram: a tree that the keyboard and screen readers walk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from gradsim.viewmodels.step.diagram.actions import DiagramActions
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import TargetKind
from gradsim.viewmodels.step.diagram.outline import OutlineModel


class OutlineView(QTreeView):
    """Layer → unit → bias, weights, γ and β. Enter on one of these unrolls its gradient, on a unit
    or layer goes to its factor; the row under the cursor is pointed at in the diagram.
    """

    pointed = Signal(object)
    """The Target of the current row, None for none."""

    def __init__(
        self, diagram: DiagramModel, actions: DiagramActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._diagram = diagram
        self._actions = actions
        self._rows = OutlineModel(diagram, self)
        self.setObjectName("diagramOutline")
        self.setModel(self._rows)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(14)
        self.setMinimumWidth(200)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(54)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 70)
        header.resizeSection(2, 96)
        self.activated.connect(self._activate)
        self.selectionModel().currentChanged.connect(self._point)
        self._rows.refreshed.connect(self.viewport().update)
        self._retranslate()

    def show_current(self) -> None:
        """Put the cursor on the thing that the present factor stands on."""
        target = self._diagram.current_target
        index = QModelIndex() if target is None else self._rows.index_of(target)
        if not index.isValid():
            index = self._rows.index(0, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _activate(self, index: QModelIndex) -> None:
        target = self._rows.target_of(index)
        if target is None:
            return
        learned = self._rows.learned_at(index)
        if learned is not None:
            self._actions.unroll_parameter(learned)
        elif target.kind is TargetKind.EDGE or self._rows.is_bias(index):
            self._actions.unroll(target)
        elif target.kind is TargetKind.LAYER and target.layer > 0:
            self._actions.go_to_layer(target.layer)
        else:
            self._actions.choose(target)

    def _point(self, index: QModelIndex) -> None:
        target = self._rows.target_of(index)
        if target is not None and self.isVisible():
            if target.kind is TargetKind.UNIT:
                self._diagram.keep((target.layer, target.unit))
            elif target.kind is TargetKind.EDGE:
                ends = (target.layer, target.unit), (target.layer - 1, target.source)
                self._diagram.keep(*ends)
            elif target.kind is TargetKind.LAYER:
                self._diagram.look_at(target.layer)
        self.pointed.emit(target)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Outline of the network"))
        self.setAccessibleDescription(
            self.tr(
                "Enter on a weight, a bias, γ or β unrolls its gradient; on a unit, goes to it."
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
            self.viewport().update()
