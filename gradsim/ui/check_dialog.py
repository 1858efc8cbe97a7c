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
        outcome = self._checking.outcome
        self._again.setEnabled(self._checking.state is not CheckState.RUNNING)
        layers = () if outcome is None else outcome.layers
        self._table.setRowCount(len(layers))
        for row, layer in enumerate(layers):
            checked = self.tr("{checked} of {total}").format(
                checked=words.count(layer.checked), total=words.count(layer.total)
            )
            worst = words.number(layer.worst_relative_error, 2)
            for column, cell in enumerate((str(layer.layer), checked, worst, str(layer.kinks))):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self._table.setItem(row, column, item)
        self._total.setText(self._total_words())

    def _total_words(self) -> str:
        if self._checking.state is CheckState.RUNNING:
            percent = f"{100 * self._checking.fraction:.0f}"
            return self.tr("Running: {percent} %").format(percent=percent)
        outcome = self._checking.outcome
        if outcome is None:
            return self.tr("Not checked since the last change.")
        return self.tr("{checked} of {total} parameters checked, worst error {worst}.").format(
            checked=words.count(outcome.checked),
            total=words.count(outcome.total),
            worst=words.number(outcome.worst_relative_error, 2),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
