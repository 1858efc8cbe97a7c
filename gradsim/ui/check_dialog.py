"""The gradient check layer by layer, with the button to run it again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradsim.viewmodels import words
from gradsim.viewmodels.gradient_checking import CheckState, GradientChecking


class CheckDialog(QDialog):
    """One row per layer: how many gradients were compared, and how well they agree."""

    def __init__(self, checking: GradientChecking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._checking = checking
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        self._table = QTableWidget(0, 4)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._total = QLabel()
        self._total.setProperty("muted", True)
        self._total.setWordWrap(True)
        self._again = QPushButton()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._explanation)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._total)
        layout.addWidget(buttons)
        self._again.clicked.connect(checking.run)
        checking.changed.connect(self._render)
        self.resize(560, 380)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Gradient check"))
        self._table.setAccessibleName(self.tr("Gradient check per layer"))
        self._explanation.setText(
            self.tr(
                "Every gradient of a layer is compared with a finite difference of that layer "
                "alone, in the direction of the gradient that reaches it. The error is relative."
            )
        )
        self._again.setText(self.tr("Run again"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Layer"), self.tr("Checked"), self.tr("Worst error"), self.tr("At kinks")]
        )
        self._render()

    def _render(self) -> None:
        self._again.setEnabled(self._checking.state is not CheckState.RUNNING)
        rows = self._rows()
        self._table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self._table.setItem(row, column, item)
        self._total.setText(self._total_words())

    def _rows(self) -> list[tuple[str, str, str, str]]:
        """Layer, checked, worst error, kinks: the cost first, then the layers from the last."""
        outcome = self._checking.outcome
        if outcome is None:
            return []
        pattern = self.tr("{checked} of {total}")
        rows = [
            (
                str(layer.layer),
                pattern.format(checked=words.count(layer.checked), total=words.count(layer.total)),
                words.number(layer.worst_relative_error, 2),
                words.count(layer.kinks),
            )
            for layer in reversed(outcome.layers)
        ]
        if outcome.cost_error is not None:
            rows.insert(0, (self.tr("cost"), "∂C/∂a", words.number(outcome.cost_error, 2), "0"))
        return rows

    def _total_words(self) -> str:
        if self._checking.state is CheckState.RUNNING:
            percent = f"{100 * self._checking.fraction:.0f}"
            return self.tr("Running: {percent} %").format(percent=percent)
        outcome = self._checking.outcome
        if outcome is None:
            return self.tr("Not checked since the last change.")
        both_ends = outcome.end_to_end
        layers = self.tr("Layer by layer: {checked} of {total} parameters, worst error {worst}.")
        whole = self.tr("End to end, from the parameter to C: {checked}, worst error {worst}.")
        sentences = [
            layers.format(
                checked=words.count(outcome.checked),
                total=words.count(outcome.total),
                worst=words.number(outcome.worst_relative_error, 2),
            )
        ]
        if both_ends.checked:
            sentences.append(
                whole.format(
                    checked=words.count(both_ends.checked),
                    worst=words.number(both_ends.worst_relative_error, 2),
                )
            )
        if outcome.kinks:
            kinks = self.tr("At a kink a difference says nothing: {kinks} left out.")
            sentences.append(kinks.format(kinks=words.count(outcome.kinks)))
        return " ".join(sentences)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
